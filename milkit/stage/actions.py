"""What one can do with a post: share, check, hold, report, with hands once shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.parts import thread

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 2.0
ICON = 6.0
NUMBER = READ + 2
THREAD = 3.6
MOST = 24.0  # no action is higher, however few there are


def _name_room(c: Canvas, scene: Scene, wide: float) -> float:
    room = wide - c.px(2.6 + ICON + 2.4 + 1.6)
    if scene.counts_shown:
        widest = c.stage.words.number(max(10, scene.present))
        room -= c.wide(widest, NUMBER, bold=True) + c.px(2)
    return room


def _row_high(c: Canvas, scene: Scene, wide: float) -> float:
    room = _name_room(c, scene, wide)
    names = [c.high(a.text, READ, room, bold=True) for a in scene.data.actions]
    high = max([*names, c.px(NUMBER)]) + c.px(1.6)
    return high + (c.px(THREAD + 1.2) if scene.counts_shown else 0)


def actions_high(c: Canvas, scene: Scene, width: float, *, columns: int) -> float:
    """Give the height that all actions need, px."""
    wide = (width - c.px(GAP) * (columns - 1)) / columns
    rows = max(1, -(-len(scene.data.actions) // columns))
    return _row_high(c, scene, wide) * rows + c.px(GAP) * (rows - 1)


def draw_actions(
    c: Canvas, scene: Scene, at: QRectF, post: str, *, columns: int
) -> None:
    """Draw the actions below each other, or in two columns."""
    n = max(1, len(scene.data.actions))
    rows = -(-n // columns)
    gap = c.px(GAP)
    wide = (at.width() - gap * (columns - 1)) / columns
    most = max(c.px(MOST), _row_high(c, scene, wide))
    high = min((at.height() - gap * (rows - 1)) / rows, most)
    hands = scene.counts.get(post, {})
    for i, action in enumerate(scene.data.actions):
        row, column = divmod(i, columns)
        left, top = at.left() + column * (wide + gap), at.top() + row * (high + gap)
        box = QRectF(left, top, wide, high)
        c.box(box, dyes.INK, width=0.4)
        _action(c, scene, box, action.id, action.text, hands.get(action.id, 0))


def _action(
    c: Canvas, scene: Scene, box: QRectF, action: str, text: str, hands: int
) -> None:
    room = _name_room(c, scene, box.width())
    lines = c.lines(text, READ, room, bold=True)
    face = QRectF(box)
    if scene.counts_shown:
        line = box.adjusted(c.px(2.6), 0, -c.px(2.6), -c.px(1.6))
        line.setTop(line.bottom() - c.px(THREAD))
        thread(c, line, hands, scene.present, dyes.INDIGO, rows=1)
        face.setBottom(line.top() - c.px(0.4))
        number = c.stage.words.number(hands)
        up, down = c.reach(number, NUMBER)
        left = box.right() - c.px(2.6) - c.wide(number, NUMBER, bold=True)
        c.number(number, QPointF(left, face.center().y() + (up - down) / 2), NUMBER)
    size = c.px(ICON)
    top = face.center().y() - size / 2
    _icon(c, QRectF(box.left() + c.px(2.6), top, size, size), action)
    x = box.left() + c.px(2.6 + ICON + 2.4)
    y = face.center().y() - c.step(READ) * len(lines) / 2
    c.write(lines, QRectF(x, y, room, face.height()), READ, bold=True)


def _icon(c: Canvas, at: QRectF, action: str) -> None:
    """Draw a small own sign for share, check, hold and report."""
    p = c.p
    pen = QPen(QColor(dyes.INDIGO), c.px(0.9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    p.setBrush(QColor(dyes.INDIGO))
    x, y, w = at.left(), at.top(), at.width()
    if action == "share":
        one = QPointF(x + w * 0.15, y + w * 0.5)
        others = (
            QPointF(x + w * 0.85, y + w * 0.15),
            QPointF(x + w * 0.85, y + w * 0.85),
        )
        for spot in others:
            p.drawLine(one, spot)
        for spot in (one, *others):
            p.drawEllipse(spot, w * 0.15, w * 0.15)
    elif action == "report":
        p.drawLine(at.topLeft(), at.bottomLeft())
        p.drawPolygon(QPolygonF(QRectF(x, y, w * 0.9, w * 0.56)))
    elif action == "hold":
        for share in (0.18, 0.6):
            p.drawRect(QRectF(x + w * share, y, w * 0.22, w))
    else:
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawEllipse(QRectF(x, y, w * 0.74, w * 0.74))
        p.drawLine(QPointF(x + w * 0.66, y + w * 0.66), at.bottomRight())
