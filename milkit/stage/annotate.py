"""Marking a page on the class screen: numbered places, then what each one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from milkit.activities.kind import Option
from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.lines import with_ends
from milkit.stage.parts import answer_card, stitched
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.activities.annotate import Annotate, Spot
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

PAGE_TYPE = TOLD + 1.0  # the teacher reads the page aloud


@dataclass(frozen=True, slots=True)
class Place:
    """One numbered place of the page: a target to mark, or a fair part."""

    number: int
    spot: Spot
    target: bool


def places(data: Annotate) -> tuple[Place, ...]:
    """Give the targets and fair parts numbers, in the order of the page."""
    spots = [(s, True) for s in data.targets] + [(s, False) for s in data.decoys]
    if data.text:
        spots.sort(key=lambda pair: data.text.find(pair[0].span))
    else:
        spots.sort(key=lambda pair: _corner(pair[0]))
    return tuple(Place(i + 1, spot, target) for i, (spot, target) in enumerate(spots))


def _corner(spot: Spot) -> tuple[float, float]:
    left, top, _, _ = spot.region or (0, 0, 0, 0)
    return round(top, 1), left


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the page with its places; after the answer, what the place of now is."""
    data = scene.data
    body = c.body()
    used = c.text(data.prompt, body, READ, bold=True)
    room = body.adjusted(0, used + c.px(4.6), 0, 0)
    known = places(data)
    if scene.answer_shown:
        low = QRectF(room.left(), room.bottom() - c.px(26), room.width(), c.px(26))
        one = known[min(scene.item, len(known) - 1)]
        w = c.stage.words
        state = one.spot.label if one.target else w.t("This part is fair")
        answer_card(c, low, f"{w.number(one.number)}  {state}", one.spot.why)
        room = room.adjusted(0, 0, 0, -c.px(28))
    inner = stitched(c, room, badge=data.who if not c.narrow else "")
    if data.text:
        _page(c, inner, scene, known)
    else:
        _on_picture(c, inner, scene, known)


def _pieces(
    data: Annotate, lang: str, known: tuple[Place, ...]
) -> list[tuple[str, Place | None]]:
    """Cut the text at the places: (words, place or None), in order."""
    text, at = data.text, 0
    out: list[tuple[str, Place | None]] = []
    for one in known:
        start = text.find(one.spot.span, at)
        if start < 0:
            continue
        out.append((text[at:start], None))
        out.append((one.spot.span, one))
        at = start + len(one.spot.span)
    out.append((text[at:], None))
    return [(with_ends(words, lang), place) for words, place in out if words]


def _page(c: Canvas, at: QRectF, scene: Scene, known: tuple[Place, ...]) -> None:
    data = scene.data
    if data.title:
        used = c.text(data.title, at, READ, bold=True, serif=True)
        at = at.adjusted(0, used + c.px(0.6), 0, 0)
    flow = Flow(c, at, PAGE_TYPE)
    marked = {item for item, where in scene.placed if where == "mark"}
    for words, place in _pieces(data, c.lang, known):
        if place is None:
            flow.run(words)
        else:
            flow.number(c.stage.words.number(place.number))
            shown = place.target if scene.answer_shown else place.spot.id in marked
            flow.run(words, underline=True, filled=shown)


class Flow:
    """Writes words one after another into lines, some of them marked."""

    def __init__(self, c: Canvas, at: QRectF, share: float) -> None:
        self.c, self.at, self.share = c, at, share
        self.font = c.font(share, serif=True)
        self.measure = QFontMetricsF(self.font)
        self.x, self.y = at.left(), at.top()

    def _turn(self, wide: float) -> None:
        if self.x > self.at.left() and self.x + wide > self.at.right():
            self.x = self.at.left()
            self.y += self.c.step(self.share) * 1.1

    def run(self, words: str, *, underline: bool = False, filled: bool = False) -> None:
        """Write *words*, turning the line at word ends."""
        import re

        for k, paragraph in enumerate(words.split("\n")):
            if k:
                self.x, self.y = self.at.left(), self.y + self.c.step(self.share) * 1.1
            for part in re.split("(?<=[ \u200b])", paragraph):
                if part:
                    self._word(part, underline=underline, filled=filled)

    def _word(self, part: str, *, underline: bool, filled: bool) -> None:
        wide = self.measure.horizontalAdvance(part)
        self._turn(self.measure.horizontalAdvance(part.rstrip()))
        high = self.c.step(self.share)
        if filled:
            self.c.p.fillRect(QRectF(self.x, self.y, wide, high), QColor("#FBEFCF"))
        at = QRectF(self.x, self.y, wide + 2, high)
        self.c.write([part], at, self.share, serif=True, bold=False)
        if underline:
            pen = QPen(QColor(dyes.GOLD if filled else dyes.EDGE), self.c.px(0.55))
            self.c.p.setPen(pen)
            y = self.y + high * 0.94
            self.c.p.drawLine(int(self.x), int(y), int(self.x + wide), int(y))
        self.x += wide

    def number(self, text: str) -> None:
        """Put a small number before a marked part."""
        share = TOLD - 0.4
        wide = self.c.wide(text, share, bold=True) + self.c.px(1.8)
        self._turn(wide * 2.2)
        high = self.c.step(self.share) * 0.82
        box = QRectF(self.x, self.y + high * 0.1, wide, high)
        self.c.p.fillRect(box, QColor(dyes.INK))
        top = (high - self.c.step(share)) / 2
        self.c.write(
            [text],
            box.adjusted(self.c.px(0.9), top, 0, 0),
            share,
            bold=True,
            colour=dyes.PAPER,
        )
        self.x += wide + self.c.px(0.8)


def _on_picture(c: Canvas, at: QRectF, scene: Scene, known: tuple[Place, ...]) -> None:
    image = c.stage.picture(scene.data.picture)
    if image is None:
        return
    scale = min(at.width() / image.width(), at.height() / image.height())
    face = QRectF(0, 0, image.width() * scale, image.height() * scale)
    face.moveCenter(at.center())
    c.p.drawImage(face, image)
    marked = {item for item, where in scene.placed if where == "mark"}
    for one in known:
        left, top, wide, high = one.spot.region or (0, 0, 0, 0)
        place = QRectF(
            face.left() + left * face.width(),
            face.top() + top * face.height(),
            wide * face.width(),
            high * face.height(),
        )
        shown = one.target if scene.answer_shown else one.spot.id in marked
        pen = QPen(
            QColor(dyes.GOLD if shown else dyes.INK), c.px(0.9 if shown else 0.45)
        )
        c.p.setPen(pen)
        c.p.setBrush(QColor(0, 0, 0, 0))
        c.p.drawRect(place)
        tag = QRectF(place.left(), place.top(), c.px(5.4), c.px(5.4))
        c.p.fillRect(tag, QColor(dyes.INK))
        c.write(
            [c.stage.words.number(one.number)],
            tag.adjusted(c.px(1.2), 0, 0, 0),
            TOLD,
            bold=True,
            colour=dyes.PAPER,
        )


def pages(c: Canvas, scene: Scene) -> int:
    """Show a page whole: its length is held by the check of the lesson."""
    return 1


def console(scene: Scene, words: Words) -> Console:
    """Mark places by number; after the answer, go through them one by one."""
    known = places(scene.data)
    marked = tuple(item for item, where in scene.placed if where == "mark")
    right = ", ".join(words.number(p.number) for p in known if p.target)
    shown = known[min(scene.item, len(known) - 1)]
    return Console(
        items=len(known) if scene.answer_shown else 0,
        item_name=words.t("Mark"),
        places=tuple(
            Option(
                p.spot.id, f"{words.number(p.number)}  {p.spot.span or p.spot.label}"
            )
            for p in known
        ),
        place_title=words.n("Find {count} mark", "Find {count} marks", scene.data.need),
        chosen=marked,
        answer=right,
        note=shown.spot.why if scene.answer_shown else "",
    )
