"""Draw one scene into any rectangle: the class window and its preview use the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from milkit.activities.table import KINDS
from milkit.ground.weaves import SELVEDGE
from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, Canvas
from milkit.stage.fitting import fit, write
from milkit.stage.table import VIEWS
from milkit.widgets.theme import LIGHT
from milkit.widgets.weave import paint_selvedge

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from milkit.stage.look import StageLook
    from milkit.stage.view import View
    from milkit.teaching.scene import Scene

TITLE_SIZES = (CLAIM + 2, CLAIM, READ)
CELLS = 360  # the window is so many cells of the selvedge high


def paint_scene(
    painter: QPainter, rect: QRectF, scene: Scene | None, stage: StageLook
) -> None:
    """Draw *scene* over the whole of *rect*; None is the sheet before a lesson."""
    painter.save()
    painter.setClipRect(rect)
    dark = scene is None or scene.kind == "blank"
    painter.fillRect(rect, QColor(dyes.DEEP if dark else dyes.RICE))
    c = Canvas(painter, rect, stage, scene.lang if scene else stage.words.lang)
    if scene is not None and not dark:
        view = view_of(scene)
        if view is not None:
            view.paint(c, scene)
        else:
            _title(c, scene)
    cell = max(1, round(rect.height() / CELLS))
    band = cell * len(SELVEDGE)
    foot = QRectF(rect.left(), rect.bottom() - band, rect.width(), band)
    paint_selvedge(painter, foot, LIGHT, cell)
    painter.restore()


def view_of(scene: Scene) -> View | None:
    """Give the view that draws *scene*; None for titles and for data of other kinds."""
    kind = KINDS.get(scene.kind)
    if kind is None or not isinstance(scene.data, kind.shape):
        return None
    return VIEWS.get(scene.kind)


def pages(painter: QPainter, rect: QRectF, scene: Scene, stage: StageLook) -> int:
    """Say how many screens the texts of *scene* need on a window of this shape."""
    view = view_of(scene)
    if view is None:
        return 1
    return max(1, view.pages(Canvas(painter, rect, stage, scene.lang), scene))


def _title(c: Canvas, scene: Scene) -> None:
    body = c.body()
    edge = c.px(5)
    text = fit(
        c, scene.title, body.width() * 0.92 - edge, body.height(), sizes=TITLE_SIZES
    )
    lines = len(text.screen(scene.page))
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    top = body.top() + (body.height() - text.step * lines) * 0.45
    bar = QRectF(body.left(), top, c.px(1.2), text.step * lines)
    c.p.fillRect(bar, QColor(topic))
    write(c, text, scene.page, body.adjusted(edge, 0, 0, 0))
