"""Draw one scene into any rectangle: the class window and its preview use the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, Canvas
from milkit.stage.table import VIEWS

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from milkit.stage.look import StageLook
    from milkit.teaching.scene import Scene


def paint_scene(
    painter: QPainter, rect: QRectF, scene: Scene | None, stage: StageLook
) -> None:
    """Draw *scene* over the whole of *rect*; None is the sheet before a lesson."""
    painter.save()
    painter.setClipRect(rect)
    if scene is None or scene.kind == "blank":
        painter.fillRect(rect, QColor(dyes.DEEP))
    else:
        painter.fillRect(rect, QColor(dyes.RICE))
    lang = scene.lang if scene else stage.words.lang
    c = Canvas(painter, rect, stage, lang)
    if scene is not None:
        if scene.kind in VIEWS:
            VIEWS[scene.kind].paint(c, scene)
        elif scene.kind in ("title", "end"):
            _title(c, scene)
    _selvedge(c)
    painter.restore()


def pages(rect: QRectF, painter: QPainter, scene: Scene, stage: StageLook) -> int:
    """Say how many screens the texts of *scene* need on a window of this shape."""
    if scene.kind not in VIEWS:
        return 1
    c = Canvas(painter, rect, stage, scene.lang)
    return max(1, VIEWS[scene.kind].pages(c, scene))


def _title(c: Canvas, scene: Scene) -> None:
    body = c.body()
    lines = c.lines(scene.title, CLAIM + 2, body.width() * 0.9, bold=True)[:4]
    high = c.step(CLAIM + 2) * len(lines)
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    top = body.top() + (body.height() - high) / 2
    c.p.fillRect(QRectF(body.left(), top, c.px(1.2), high), QColor(topic))
    at = QRectF(body.left() + c.px(5), top, body.width() * 0.9, high)
    c.write(lines, at, CLAIM + 2, bold=True)


def _selvedge(c: Canvas) -> None:
    """Draw the one woven edge of the window: two rows of plaited lozenges."""
    high = max(4, round(c.px(2.2)))
    cell = max(1, high // 4)
    top = round(c.rect.bottom()) - cell * 4
    c.p.save()
    c.p.fillRect(
        QRectF(c.rect.left(), top, c.rect.width(), cell * 4), QColor(dyes.DEEP)
    )
    gold = QColor(dyes.GOLD)
    for column in range(int(c.rect.width() / cell) + 1):
        for row in ((0, 2), (1, 3), (2, 0), (1, 3))[column % 4][:2]:
            c.p.fillRect(
                QRectF(c.rect.left() + column * cell, top + row * cell, cell, cell),
                gold,
            )
    c.p.restore()
