"""A story with ways on the class screen: a scene, a message, and where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import branch
from milkit.stage import ending, story
from milkit.stage.view import Console, Place, moved

if TYPE_CHECKING:
    from milkit.activities.branch import Branch, End, Node
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def place(data: Branch, placed: tuple[tuple[str, str], ...]) -> Node | End | None:
    """Give the node or end where the class stands, after the ways it took."""
    every: tuple[Node | End, ...] = (*data.nodes, *data.ends)
    known = {one.id: one for one in every}
    walked = [where for _, where in placed if where in known]
    start = known.get(data.start) or next(iter(known.values()), None)
    return known[walked[-1]] if walked else start


def paint(c: Canvas, scene: Scene) -> None:
    """Draw where the story stands; the trick is named only once it is shown."""
    node = place(scene.data, scene.placed)
    if isinstance(node, branch.End):
        ending.paint_end(c, scene, node)
    elif node is not None:
        story.paint_node(c, scene, node)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the story needs here."""
    node = place(scene.data, scene.placed)
    if isinstance(node, branch.End):
        return ending.end_pages(c, node)
    return story.node_pages(c, scene, node) if node is not None else 1


def console(scene: Scene, words: Words) -> Console:
    """Count the vote, then go the way that most chose."""
    node = place(scene.data, scene.placed)
    if node is None or isinstance(node, branch.End):
        return Console(note=node.text if node else "", undo=moved(scene))
    name, how = story.technique(scene.data, node)
    honest = words.t("An honest message") if node.claim else ""
    return Console(
        questions=(story.question(node),),
        places=tuple(Place(node.id, way.to, way.text) for way in node.choices),
        place_title=words.t("Go on with the story"),
        undo=moved(scene),
        answer=name or honest,
        note=how,
    )
