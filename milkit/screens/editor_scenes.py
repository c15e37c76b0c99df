"""What the preview shows of a step: each screen the class would see, one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.library import local
from milkit.stage.spots import places
from milkit.teaching.scene import Scene
from milkit.teaching.stops import feed_order, stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.content.lesson import Activity, Lesson, Step
    from milkit.library.editing import Draft
    from milkit.library.fields import Path

_MINUTE = 60
_ANSWERS = {"why", "found", "unknown", "label"}  # shown with the answer only
_IN_DATA = 4  # the names before: steps, its id, activities, its id


class Shot(NamedTuple):
    """One place inside an activity: the card, post or round shown, and its answer."""

    activity: str
    item: int = 0
    answer: bool = False


def shown(draft: Draft, step: str) -> Step | None:
    """Give a step as the class would meet it: rendered, with the own example."""
    from milkit.content.render import render

    lesson = draft.lesson
    if draft.own is not None:
        lesson = local.placed(lesson, draft.own)
    steps = tuple(each for each in lesson.steps if each.id == step)
    if not steps:
        return None
    bare = replace(lesson, steps=steps, sections=(), boosters=(), handouts=())
    return render(bare).steps[0]


def shots(step: Step) -> list[Shot]:
    """List the places of all activities of a step, in order."""
    return [
        Shot(activity.id, item)
        for activity in step.activities
        for item in range(_count(activity))
    ]


def _count(activity: Activity) -> int:
    if activity.kind == "branch":
        return len(_scenes(activity))
    return max(1, stops(activity))


def _scenes(activity: Activity) -> list[str]:
    """Name the scenes and the endings of a story."""
    return [part.id for part in (*activity.data.nodes, *activity.data.ends)]


def shot_of(step: Step, path: Path) -> Shot | None:
    """Give the place that a field belongs to; None when the class never sees it."""
    if path[2:3] != ("activities",):
        return None
    activity = next((a for a in step.activities if a.id == path[3]), None)
    if activity is None:
        return None
    way = path[_IN_DATA:]
    return Shot(activity.id, _item(activity, way), str(way[-1]) in _ANSWERS)


def _item(activity: Activity, way: Path) -> int:
    if len(way) == 1:
        return 0
    find = _ITEMS.get(activity.kind)
    return max(0, find(activity.data, way)) if find else 0


def _at(ids: list[str], one: str | int) -> int:
    return ids.index(str(one)) if one in ids else 0


def _in_list(data: Any, way: Path) -> int:
    """Find an item or a card; answers and bins belong to all of them."""
    if way[0] not in {"items", "cards"}:
        return 0
    return _at([part.id for part in getattr(data, str(way[0]))], way[1])


def _in_feed(data: Any, way: Path) -> int:
    return _at(feed_order(data), way[1]) if way[0] == "posts" else 0


def _in_trace(data: Any, way: Path) -> int:
    ids = [copy.id for copy in data.artefacts]
    return _at(ids, way[1]) + 1 if way[0] == "artefacts" else 0


def _in_play(data: Any, way: Path) -> int:
    ids = [part.id for part in data.rounds]
    if way[0] == "debrief":
        return len(ids) + 1
    return _at(ids, way[1]) + 1 if way[0] == "rounds" else 0


def _in_page(data: Any, way: Path) -> int:
    return _at([one.spot.id for one in places(data)], way[1])


def _in_story(data: Any, way: Path) -> int:
    return _at([part.id for part in (*data.nodes, *data.ends)], way[1])


_ITEMS: dict[str, Callable[[Any, Path], int]] = {
    "rate": _in_list,
    "quiz": _in_list,
    "sort": _in_list,
    "feed": _in_feed,
    "trace": _in_trace,
    "roleplay": _in_play,
    "annotate": _in_page,
    "branch": _in_story,
}


def scene(lesson: Lesson, step: Step, shot: Shot | None) -> Scene:
    """Make the scene of a place; of a step without activities its title."""
    activity = next(
        (a for a in step.activities if shot and a.id == shot.activity), None
    )
    if activity is None or shot is None:
        return Scene("title", title=step.title, lang=lesson.lang)
    seconds = _seconds(activity, step, shot.item)
    return Scene(
        kind=activity.kind,
        title=step.title,
        lang=lesson.lang,
        data=activity.data,
        item=0 if activity.kind == "branch" else shot.item,
        placed=_placed(activity, shot),
        answer_shown=shot.answer,
        left=seconds,
        total=seconds,
    )


def _seconds(activity: Activity, step: Step, item: int) -> int:
    if activity.kind == "discuss":
        return step.minutes * _MINUTE
    rounds: Any = getattr(activity.data, "rounds", ())
    if activity.kind == "roleplay" and 0 < item <= len(rounds):
        return int(rounds[item - 1].minutes) * _MINUTE
    return 0


def _placed(activity: Activity, shot: Shot) -> tuple[tuple[str, str], ...]:
    """Go straight to a scene of a story: it is where the last step led."""
    if activity.kind != "branch" or not shot.item:
        return ()
    names = _scenes(activity)
    return ((activity.data.start, names[min(shot.item, len(names) - 1)]),)
