"""The pieces that several class views share: labels, the stitched frame, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from milkit.stage import look as dyes
from milkit.stage.canvas import FOOT, SELVEDGE, TAG_TOP, TOLD

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

QUOTES = ("“", "”", '"', "«", "»", "「", "」")
_MARKS = {"km": ("«", "»")}
_AWAY = 3.8  # a label stands this far from the frame's corner
_ROWS = 2


def tag(
    c: Canvas, text: str, corner: QPointF, *, dark: bool = False, right: bool = False
) -> QRectF:
    """Draw a one-line label whose upper left (or right) corner is given."""
    pad, high = c.px(1.7), c.tag_high()
    wide = c.wide(text, TOLD, bold=True) + 2 * pad
    left = corner.x() - wide if right else corner.x()
    at = QRectF(left, corner.y(), wide, high)
    c.box(at, dyes.INK, fill_with=dyes.INK if dark else dyes.PAPER, width=0.35)
    inner = at.adjusted(pad, (high - c.step(TOLD)) / 2, 0, 0)
    colour = dyes.PAPER if dark else dyes.INK
    c.write([text], inner, TOLD, bold=True, colour=colour)
    return at


def made_up(c: Canvas) -> str:
    """Give the label of everything invented."""
    return c.stage.words.t("Made up for class")


def stitched(c: Canvas, at: QRectF, label: str = "", badge: str = "") -> QRectF:
    """
    Draw the stitched frame of material under study; return the room inside it.

    The label "Made up for class" is never left out: photos of the screen travel. A
    *badge* that has no room beside it is left out instead.
    """
    c.box(at, dyes.INK, width=0.55, dashed=True)
    top = at.top() - c.lift()
    tag(c, label or made_up(c), QPointF(at.left() + c.px(_AWAY), top), dark=True)
    if badge and not left_out(c, at, badge, label):
        tag(c, badge, QPointF(at.right() - c.px(_AWAY), top), right=True)
    return inside(c, at)


def left_out(c: Canvas, at: QRectF, badge: str, label: str = "") -> str:
    """Give the *badge* back when it has no room beside the label, else ""."""
    own = c.wide(label or made_up(c), TOLD, bold=True)
    both = own + c.wide(badge, TOLD, bold=True) + c.px(2 * 3.4 + 2)
    return badge if badge and both > at.width() - c.px(2 * _AWAY) else ""


def inside(c: Canvas, at: QRectF) -> QRectF:
    """Give the room inside a stitched frame."""
    return at.adjusted(c.px(4.8), c.lift() + c.px(1.2), -c.px(4), -c.px(2))


def page_note(c: Canvas, page: int, pages: int) -> None:
    """Draw a small square a screen in the lower margin when a text goes on."""
    if pages <= 1:
        return
    size, gap = c.px(1.7), c.px(1.1)
    middle = c.rect.bottom() - c.px((FOOT + SELVEDGE) / 2)
    left = c.body().right() - pages * size - (pages - 1) * gap
    for i in range(pages):
        at = QRectF(left + i * (size + gap), middle - size / 2, size, size)
        now = i == page % pages
        c.box(at, dyes.INK, width=0.25, fill_with=dyes.INK if now else dyes.PAPER)


def quoted(c: Canvas, text: str) -> str:
    """Put the language's own quotation marks around invented words."""
    left, right = _MARKS.get(c.lang, ("“", "”"))
    return f"{left}{text}{right}" if text else ""


def has_quote(*texts: str) -> bool:
    """Tell whether any text quotes something, which then is invented."""
    return any(mark in text for text in texts for mark in QUOTES)


def has_picture(c: Canvas, name: str) -> bool:
    """Tell whether the picture *name* can be shown."""
    image = c.stage.picture(name) if name else None
    return image is not None and not image.isNull()


def room_for(c: Canvas, at: QRectF, name: str, share: float) -> tuple[QRectF, QRectF]:
    """Split a room into one for the picture (empty without) and one for the words."""
    if not has_picture(c, name):
        return QRectF(), at
    left = QRectF(at.left(), at.top(), at.width() * share, at.height())
    return left, at.adjusted(left.width() + c.px(3), 0, 0, 0)


def picture(
    c: Canvas, name: str, at: QRectF, *, edge: bool = False, top: bool = False
) -> bool:
    """Draw the picture *name* whole into *at*; False if it is missing."""
    image = c.stage.picture(name) if name else None
    if image is None or image.isNull() or at.width() < 1 or at.height() < 1:
        return False
    place = shape(image.width() / image.height(), at)
    if top:
        place.moveTop(at.top())
    c.p.drawImage(place.topLeft(), sized(c, image, place))
    if edge:
        c.box(place, dyes.INK, width=0.3, fill_with="transparent")
    return True


_MOST_SIZED = 24


def sized(c: Canvas, image: QImage, place: QRectF) -> QImage:
    """
    Give the picture at the size it is drawn: making it small takes a while.

    A few are kept, since the same scene is drawn many times.
    """
    ratio, kept = c.p.deviceTransform().m11(), c.stage.sized
    wide, high = round(place.width() * ratio), round(place.height() * ratio)
    key = (image.cacheKey(), wide, high)
    if key not in kept:
        if len(kept) >= _MOST_SIZED:
            kept.clear()
        small = image.scaled(
            wide,
            high,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        kept[key] = small
    return kept[key]


def shape(ratio: float, at: QRectF) -> QRectF:
    """Give the largest place in the middle of *at* with *ratio* of width to height."""
    wide = min(at.width(), at.height() * ratio)
    place = QRectF(0, 0, wide, wide / ratio)
    place.moveCenter(at.center())
    return place


def thread(
    c: Canvas, at: QRectF, done: int, total: int, colour: str, *, rows: int = _ROWS
) -> None:
    """Draw the counting thread: one cell is one student."""
    total = max(total, done)
    if total <= 0:
        return
    columns = -(-total // rows)
    wide = at.width() / columns
    high = at.height() / rows
    if rows == _ROWS:
        wide = high = min(wide, high)
    edge = QPen(QColor(dyes.EDGE), max(1.0, c.px(0.12)))
    for i in range(total):
        column, row = divmod(i, rows)
        place = QRectF(at.left() + column * wide, at.top() + row * high, wide, high)
        place = place.adjusted(wide * 0.07, high * 0.07, -wide * 0.07, -high * 0.07)
        c.p.setPen(Qt.PenStyle.NoPen if i < done else edge)
        c.p.setBrush(QColor(colour if i < done else dyes.PAPER))
        c.p.drawRect(place)


def labelled(c: Canvas) -> QRectF:
    """Put the label over a whole screen of invented matter; return the room below."""
    body = c.body()
    top = c.rect.top() + c.px(TAG_TOP)
    tag(c, made_up(c), QPointF(body.left(), top), dark=True)
    return below_label(c)


def below_label(c: Canvas) -> QRectF:
    """Give the room below the label of a whole screen."""
    body = c.body()
    body.setTop(c.rect.top() + c.px(TAG_TOP + 1) + c.tag_high())
    return body


def badge_of_votes(c: Canvas, scene: Scene) -> str:
    """Say how many have voted; short where the window is narrow."""
    if not scene.present:
        return ""
    w = c.stage.words
    counted, here = w.number(scene.counted), w.number(scene.present)
    if c.narrow:
        return w.t("{n} of {all}", n=counted, all=here)
    return w.t("{n} of {all} have voted", n=counted, all=here)
