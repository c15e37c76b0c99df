"""A feed on the class screen: post after post, a pause, and what changed after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.stage.pause import paint_compare, paint_pause, pause_pages
from milkit.stage.post_screens import asked, paint_post, post_pages
from milkit.stage.view import Console, pick, within

if TYPE_CHECKING:
    from milkit.activities.feed import Feed, Post
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

PAUSE, COMPARE = "pause", "compare"


def stops(data: Feed) -> list[str]:
    """List what is shown in order: posts by id, the pause, and last the comparison."""
    shown = [f"post {i}" for i in range(len(data.posts))]
    if data.pause:
        shown.insert(max(0, data.prompt_at), PAUSE)
    return [*shown, COMPARE] if data.compare else shown


def _now(scene: Scene) -> tuple[str, int]:
    """Give what is shown now: a post with its number, the pause or the comparison."""
    at = pick(stops(scene.data), scene.item) or ""
    if at.startswith("post "):
        return "post", int(at.removeprefix("post "))
    return at, -1


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the post and the actions, or the pause card, or the comparison."""
    what, number = _now(scene)
    if what == "post":
        paint_post(c, scene, number)
    elif what == PAUSE:
        paint_pause(c, scene)
    elif what == COMPARE:
        paint_compare(c, scene)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the post needs."""
    what, number = _now(scene)
    if what == "post":
        return post_pages(c, scene, number)
    return pause_pages(c, scene) if what == PAUSE else 1


def console(scene: Scene, words: Words) -> Console:
    """Count what the class would do with the post of now."""
    every = stops(scene.data)
    at = within(scene.item, len(every))
    what, number = _now(scene)
    made = Console(items=len(every), at=at, item_name=words.t("Part"))
    if what != "post":
        return made
    post: Post = scene.data.posts[number]
    question = asked(scene.data, post)
    best = ", ".join(o.text for o in question.options if o.id in post.best)
    note = "\n".join(line for line in (post.why, post.found) if line)
    return replace(made, questions=(question,), answer=best, note=note)
