"""A feed on the class screen: post after post, a pause, and what changed after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from milkit.activities import feed
from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.parts import answer_card, claim_lines, claim_page, stitched
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.activities.feed import Feed, Post
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

PAUSE, COMPARE = "pause", "compare"


def stops(data: Feed) -> list[str]:
    """List what is shown in order: posts by id, the pause, and last the comparison."""
    ids = [post.id for post in data.posts]
    if data.pause:
        ids.insert(data.prompt_at, PAUSE)
    return [*ids, COMPARE] if data.compare else ids


def _post(scene: Scene) -> tuple[int, Post] | None:
    at = stops(scene.data)[scene.item]
    return next(((i, p) for i, p in enumerate(scene.data.posts) if p.id == at), None)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the post and the actions, or the pause card, or the comparison."""
    found = _post(scene)
    if found is None:
        if stops(scene.data)[scene.item] == PAUSE:
            _pause(c, scene)
        else:
            _compare(c, scene)
        return
    number, post = found
    body = c.body().adjusted(0, c.px(3), 0, 0)
    wide = body.width() * 0.5
    left = QRectF(body.left(), body.top(), wide, body.height())
    right = QRectF(
        left.right() + c.px(5),
        body.top() - c.px(2),
        body.right() - left.right() - c.px(5),
        body.height() + c.px(2),
    )
    room = stitched(c, left)
    _draw_post(c, room, post, scene)
    _actions(c, right, scene, number, post)


def _draw_post(c: Canvas, room: QRectF, post: Post, scene: Scene) -> None:
    size = c.px(9)
    disc = QRectF(room.left() - c.px(1.5), room.top() + c.px(0.6), size, size)
    c.p.setPen(Qt.PenStyle.NoPen)
    c.p.setBrush(QColor(dyes.TEAL))
    c.p.drawEllipse(disc)
    c.p.setFont(c.font(TOLD + 0.8, bold=True))
    c.p.setPen(QColor(dyes.PAPER))
    c.p.drawText(disc, Qt.AlignmentFlag.AlignCenter, post.who[:1])
    beside = QRectF(
        disc.right() + c.px(2), room.top(), room.right() - disc.right() - c.px(2), size
    )
    who = c.lines(post.who, TOLD + 0.6, beside.width(), bold=True)[:2]
    used = c.write(who, beside, TOLD + 0.6, bold=True)
    used += c.text(post.when, beside.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
    top = room.top() + max(size, used) + c.px(1.5)
    words = QRectF(
        room.left() - c.px(1.5), top, room.width() + c.px(1.5), room.bottom() - top
    )
    if post.picture and c.stage.picture(post.picture) is not None:
        lines = c.lines(post.text, READ, words.width(), bold=True, serif=True)
        used = c.write(lines, words, READ, bold=True, serif=True)
        c.picture(post.picture, words.adjusted(0, used + c.px(1), 0, 0))
    else:
        claim_page(c, post.text, words, scene.page)


def _actions(c: Canvas, at: QRectF, scene: Scene, number: int, post: Post) -> None:
    question = feed.questions(scene.data)[number]
    used = c.text(scene.data.prompt, at, READ + 1.4, bold=True)
    rest = at.adjusted(0, used + c.px(1.5), 0, 0)
    if scene.answer_shown:
        best = [o.text for o in question.options if o.id in post.best]
        title = c.stage.words.t("A good choice: {what}", what=", ".join(best))
        answer_card(c, rest, title, post.why, source=post.found)
        return
    counts = scene.counts.get(question.id, {})
    gap = c.px(2)
    n = len(question.options)
    high = min((rest.height() - gap * (n - 1)) / n, c.px(24))
    for i, option in enumerate(question.options):
        box = QRectF(rest.left(), rest.top() + i * (high + gap), rest.width(), high)
        c.box(box, dyes.INK, width=0.4)
        icon = QRectF(box.left() + c.px(3), box.top() + c.px(2.6), c.px(6), c.px(6))
        _icon(c, icon, option.id)
        name = QRectF(icon.right() + c.px(3), box.top() + c.px(1.4), box.width(), high)
        c.write([option.text], name, READ, bold=True)
        if scene.counts_shown:
            hands = counts.get(option.id, 0)
            text = c.stage.words.number(hands)
            x = box.right() - c.px(3) - c.wide(text, READ + 2, bold=True)
            c.write(
                [text],
                QRectF(x, box.top() + c.px(0.4), box.width(), high),
                READ + 2,
                bold=True,
            )
            line = QRectF(
                box.left() + c.px(3),
                box.bottom() - c.px(6),
                box.width() - c.px(6),
                c.px(3.6),
            )
            c.thread(line, hands, scene.present, dyes.INDIGO, rows=1)


def _icon(c: Canvas, at: QRectF, action: str) -> None:
    """Draw a small own sign for share, check, hold and report."""
    p = c.p
    pen = QPen(QColor(dyes.INDIGO), c.px(0.9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    p.setBrush(QColor(dyes.INDIGO))
    x, y, w = at.left(), at.top(), at.width()
    if action == "share":
        from PySide6.QtCore import QPointF

        a, b, d = (
            QPointF(x + w * 0.15, y + w * 0.5),
            QPointF(x + w * 0.85, y + w * 0.15),
            QPointF(x + w * 0.85, y + w * 0.85),
        )
        p.drawLine(a, b)
        p.drawLine(a, d)
        for spot in (a, b, d):
            p.drawEllipse(spot, w * 0.15, w * 0.15)
    elif action == "report":
        p.drawLine(at.topLeft(), at.bottomLeft())
        flag = QRectF(x, y, w * 0.9, w * 0.56)
        p.drawPolygon(QPolygonF(flag))
    elif action == "hold":
        for share in (0.18, 0.6):
            p.drawRect(QRectF(x + w * share, y, w * 0.22, w))
    else:
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawEllipse(QRectF(x, y, w * 0.74, w * 0.74))
        p.drawLine(
            at.topLeft() + (at.bottomRight() - at.topLeft()) * 0.66, at.bottomRight()
        )


def _pause(c: Canvas, scene: Scene) -> None:
    body = c.body()
    c.p.fillRect(
        QRectF(body.left(), body.top(), c.px(1.6), body.height()), QColor(dyes.GOLD)
    )
    at = body.adjusted(c.px(6), c.px(6), 0, 0)
    used = c.text(c.stage.words.t("Pause"), at, CLAIM + 4, bold=True)
    c.text(scene.data.pause, at.adjusted(0, used + c.px(3), 0, 0), CLAIM, bold=True)


def halves(
    data: Feed, counts: dict[str, dict[str, int]]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give hands for sharing false posts and all hands on them, before and after."""
    out = []
    for posts in (data.posts[: data.prompt_at], data.posts[data.prompt_at :]):
        false = [counts.get(post.id, {}) for post in posts if not post.truth]
        out.append(
            (sum(q.get("share", 0) for q in false), sum(sum(q.values()) for q in false))
        )
    return out[0], out[1]


def _compare(c: Canvas, scene: Scene) -> None:
    w = c.stage.words
    body = c.body()
    used = c.text(w.t("Before and after the pause"), body, READ + 1.4, bold=True)
    rest = body.adjusted(0, used + c.px(2), 0, 0)
    if not scene.counts_shown:
        c.text(
            w.t("How many would share a post that was false?"), rest, CLAIM, bold=True
        )
        return
    for (hands, all_), title in zip(
        halves(scene.data, scene.counts),
        (w.t("Before the pause"), w.t("After the pause")),
        strict=True,
    ):
        line = w.t(
            "{n} of {all} hands would share a false post",
            n=w.number(hands),
            all=w.number(all_),
        )
        used = c.text(title, rest, READ, bold=True)
        used += c.text(line, rest.adjusted(0, used, 0, 0), READ)
        thread = QRectF(rest.left(), rest.top() + used + c.px(1), rest.width(), c.px(7))
        c.thread(thread, hands, all_, dyes.INDIGO)
        rest = rest.adjusted(0, used + c.px(11), 0, 0)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the post needs."""
    found = _post(scene)
    if found is None or found[1].picture:
        return 1
    body = c.body()
    room = QRectF(0, 0, body.width() * 0.5 - c.px(7), body.height() - c.px(24))
    return len(claim_lines(c, found[1].text, room))


def console(scene: Scene, words: Words) -> Console:
    """Count what the class would do with the post of now."""
    names = Console(items=len(stops(scene.data)), item_name=words.t("Post"))
    found = _post(scene)
    if found is None:
        return names
    number, post = found
    question = feed.questions(scene.data)[number]
    best = ", ".join(o.text for o in question.options if o.id in post.best)
    return replace(names, question=question, answer=best, note=post.why)
