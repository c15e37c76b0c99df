"""A teacher's own example of a lesson: what was written, and where it is taught."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.content.lesson import Local
from milkit.library.own_example import OwnExample

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.packs.overlay import Overlay
    from milkit.packs.own_examples import Example

_FIRST_SEEN = ("claim", "text")  # answers that the class sees unless told otherwise


def slot_of(lesson: Lesson) -> Local | None:
    """Give the slot for an own example, if the lesson has one."""
    section = lesson.section("local")
    blocks = section.blocks if section else ()
    return next((block for block in blocks if isinstance(block, Local)), None)


def blank(slot: Local) -> OwnExample:
    """Give the empty form of a slot; the class would see its first answer."""
    ids = [ask.id for ask in slot.ask]
    seen = next((one for one in _FIRST_SEEN if one in ids), ids[0] if ids else "")
    return OwnExample(seen=(seen,) if seen else ())


def read(example: Example | None, slot: Local) -> OwnExample:
    """Read what the overlay keeps of an example."""
    if example is None:
        return blank(slot)
    texts = dict(example.texts)
    return OwnExample(
        seen=tuple(texts.pop("_seen", "").split()),
        used=texts.pop("_used", "yes") == "yes",
        real=texts.pop("_real", "") == "yes",
        source=texts.pop("_source", ""),
        answer=texts.pop("_answer", ""),
        why=texts.pop("_why", ""),
        answers=texts,
        picture=example.picture,
        alt=example.alt,
    )


def written(own: OwnExample, lesson: Lesson, slot: Local, saved: str) -> Example:
    """Write an example as the overlay keeps it; ids of questions have no underscore."""
    from milkit.packs.own_examples import Example

    texts = {
        **own.answers,
        "_seen": " ".join(own.seen),
        "_used": "yes" if own.used else "no",
        "_real": "yes" if own.real else "no",
        "_source": own.source,
        "_answer": own.answer,
        "_why": own.why,
    }
    at = (lesson.id, lesson.lang, slot.id)
    return Example(*at, texts, own.picture, own.alt, saved)


def of(overlay: Overlay, lesson: Lesson) -> OwnExample | None:
    """Give the example that was written for a lesson; None when it has no slot."""
    slot = slot_of(lesson)
    if slot is None:
        return None
    return read(overlay.examples.one(lesson.id, lesson.lang, slot.id), slot)


def keep(overlay: Overlay, lesson: Lesson, own: OwnExample, saved: str) -> None:
    """Keep the example of a lesson; an untouched form is not kept."""
    slot = slot_of(lesson)
    if slot is None:
        return
    if own == blank(slot):
        overlay.examples.drop(lesson.id, lesson.lang, slot.id)
    elif own != of(overlay, lesson):
        overlay.examples.keep(written(own, lesson, slot, saved))


def taught(overlay: Overlay, lesson: Lesson) -> Lesson:
    """Give a lesson as it is taught: with the own example in its place, if any."""
    slot = slot_of(lesson)
    if slot is None:
        return lesson
    example = overlay.examples.one(lesson.id, lesson.lang, slot.id)
    if example is None:
        return lesson
    return placed(lesson, read(example, slot))


def placed(lesson: Lesson, own: OwnExample) -> Lesson:
    """Put an example in the place of the activity it is for, when it is ready."""
    slot = slot_of(lesson)
    if slot is None or not own.used or not own.ready:
        return lesson
    from milkit.library.local_activity import put_in

    return put_in(lesson, slot, own)


def copied(overlay: Overlay, old: str, new: Lesson, saved: str) -> None:
    """Take the example of a lesson along into its copy."""
    own = of(overlay, replace(new, id=old))
    if own is not None:
        keep(overlay, new, own, saved)
