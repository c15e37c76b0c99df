"""A story with ways on the class screen: a scene, a message, and where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities import branch
from milkit.activities.kind import Option
from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.parts import answer_card, claim_page, draw_mark, quoted, stitched
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.activities.branch import Branch, End, Node
    from milkit.activities.kind import Question
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def place(data: Branch, placed: tuple[tuple[str, str], ...]) -> Node | End:
    """Give the node or end where the class stands, after the ways it took."""
    at = placed[-1][1] if placed else data.start
    everywhere: tuple[Node | End, ...] = (*data.nodes, *data.ends)
    return next(n for n in everywhere if n.id == at)


def question(data: Branch, node: Node) -> Question:
    """Give the vote of a node: its choices in order."""
    return next(q for q in branch.questions(data) if q.id == node.id)


def _technique(data: Branch, node: Node | End) -> tuple[str, str]:
    found = [t for t in data.techniques if t.id == getattr(node, "technique", "")]
    return (found[0].name, found[0].how) if found else ("", "")


def paint(c: Canvas, scene: Scene) -> None:
    """Draw where the story stands; the trick is named only once it is shown."""
    node = place(scene.data, scene.placed)
    body = c.body()
    if isinstance(node, branch.End):
        used = c.text(node.title, body.adjusted(0, c.px(4), 0, 0), CLAIM + 1, bold=True)
        c.text(node.text, body.adjusted(0, used + c.px(8), 0, 0), READ)
        return
    high = _ways_high(c, node, body.width())
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    top = QRectF(body.left(), body.top(), body.width(), body.height() - high - c.px(2))
    if scene.answer_shown and (node.technique or node.claim):
        name, how = _technique(scene.data, node)
        title = name or c.stage.words.t("An honest message")
        answer_card(c, top, title, how or c.stage.words.t("No trick is used here."))
    else:
        _scene(c, top, scene, node)
    _ways(c, low, scene, node)


def _scene(c: Canvas, top: QRectF, scene: Scene, node: Node) -> None:
    wide = top
    if node.picture and c.stage.picture(node.picture) is not None:
        side = QRectF(
            top.right() - top.width() * 0.34,
            top.top(),
            top.width() * 0.34,
            top.height(),
        )
        c.picture(node.picture, side)
        wide = top.adjusted(0, 0, -side.width() - c.px(3), 0)
    share = READ if node.claim else CLAIM - 1.2
    lines = c.lines(node.text, share, wide.width(), bold=not node.claim)
    room = wide.height() * 0.48 if node.claim else wide.height()
    fits = max(1, int(room / c.step(share)))
    first = (scene.page * fits) % max(1, len(lines))
    used = c.write(lines[first : first + fits], wide, share, bold=not node.claim)
    if node.claim:
        frame = wide.adjusted(0, used + c.px(4.4), 0, -c.px(0.5))
        inner = stitched(c, frame, badge=node.who if not c.narrow else "")
        claim_page(c, quoted(c, node.claim), inner, scene.page)


def _share(c: Canvas, node: Node, width: float) -> float:
    """Take the larger size for the ways when every one fits two lines in it."""
    wide = width - c.px(22)
    return (
        READ
        if all(len(c.lines(w.text, READ, wide, bold=True)) == 1 for w in node.choices)
        else TOLD + 0.9
    )


def _ways_high(c: Canvas, node: Node, width: float) -> float:
    share = _share(c, node, width)
    rows = sum(
        len(c.lines(w.text, share, width - c.px(22), bold=True)) for w in node.choices
    )
    return rows * c.step(share) + len(node.choices) * c.px(3.4)


def _ways(c: Canvas, low: QRectF, scene: Scene, node: Node) -> None:
    share = _share(c, node, low.width())
    counts = scene.counts.get(node.id, {})
    options = question(scene.data, node).options
    top = low.top()
    for i, way in enumerate(node.choices):
        lines = c.lines(way.text, share, low.width() - c.px(22), bold=True)
        high = len(lines) * c.step(share) + c.px(2)
        box = QRectF(low.left(), top, low.width(), high)
        c.box(box, dyes.LETTERS[i % 4], width=0.4)
        size = min(c.px(6.6), high - c.px(1.4))
        draw_mark(
            c,
            QRectF(box.left() + c.px(1.6), box.center().y() - size / 2, size, size),
            "",
            i,
        )
        c.write(lines, box.adjusted(c.px(10), c.px(1), 0, 0), share, bold=True)
        if scene.counts_shown:
            text = c.stage.words.number(counts.get(options[i].id, 0))
            x = box.right() - c.px(2.5) - c.wide(text, READ + 1, bold=True)
            c.write(
                [text],
                QRectF(x, box.center().y() - c.step(READ + 1) / 2, c.px(20), high),
                READ + 1,
                bold=True,
            )
        top += high + c.px(1.4)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the scene's text needs."""
    node = place(scene.data, scene.placed)
    if isinstance(node, branch.End):
        return 1
    body = c.body()
    room = body.height() - _ways_high(c, node, body.width()) - c.px(2)
    picture = bool(node.picture) and c.stage.picture(node.picture) is not None
    width = body.width() * (0.66 if picture else 1) - (c.px(3) if picture else 0)
    share = READ if node.claim else CLAIM - 1.2
    lines = c.lines(node.text, share, width, bold=not node.claim)
    words = -(
        -len(lines)
        // max(1, int((room * 0.48 if node.claim else room) / c.step(share)))
    )
    if not node.claim:
        return words
    left = (
        room
        - min(len(lines), int(room * 0.48 / c.step(share))) * c.step(share)
        - c.px(13)
    )
    claim = c.lines(
        quoted(c, node.claim), CLAIM, width - c.px(9), bold=True, serif=True
    )
    return max(words, -(-len(claim) // max(1, int(left / c.step(CLAIM)))))


def console(scene: Scene, words: Words) -> Console:
    """Count the vote, then go the way that most chose."""
    node = place(scene.data, scene.placed)
    if isinstance(node, branch.End):
        return Console(note=node.text)
    name, how = _technique(scene.data, node)
    honest = words.t("An honest message") if node.claim else ""
    return Console(
        question=question(scene.data, node),
        item=node.id,
        places=tuple(Option(way.to, way.text) for way in node.choices),
        place_title=words.t("Go on with the story"),
        answer=name or honest,
        note=how,
    )
