"""Read a lesson file into a lesson, or say everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content import plainness, references
from milkit.content.credits import credit_lines
from milkit.content.draft import read_draft
from milkit.content.lesson import Lesson, Picture
from milkit.ground.errors import FileUnreadable, LessonBroken

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.content.draft import Draft
    from milkit.content.front import Front


def read_lesson(path: Path) -> Lesson:
    """
    Read the lesson at *path*; its language is the file's name (en.md, th.md).

    Raises LessonBroken with every problem: its line, what it is, how to mend it. That
    is what cannot be read, names that lead nowhere, HTML and links out; the rules of
    good lessons (minutes, balance …) are looked at by `check`, not here.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path) from error
    draft = read_draft(raw, path.stem)
    plainness.look(draft)
    references.look(draft)
    flaws = [flaw for flaw in draft.flaws if not flaw.hint]
    if flaws or draft.front is None:
        problems = sorted((f.line, f.what, f.mend) for f in flaws)
        raise LessonBroken(path, tuple(problems))
    return assembled(draft, draft.front, credit_lines(path.parent / "media"))


def assembled(draft: Draft, front: Front, made_by: dict[str, str]) -> Lesson:
    """Make the lesson of what was read."""
    return Lesson(
        id=front.id,
        lang=draft.lang,
        title=front.title,
        summary=front.summary,
        topic=front.topic,
        band=front.band,
        ages=front.ages,
        minutes=front.minutes,
        optional_minutes=front.optional_minutes,
        unesco=front.unesco,
        competencies=front.competencies,
        sdg=front.sdg,
        technique=front.technique,
        needs=front.needs,
        outcomes=front.outcomes,
        ready=front.ready,
        review=front.review,
        pictures={
            n: Picture(n, p.file, p.alt, p.cut) for n, p in front.pictures.items()
        },
        plan=front.plan,
        facts=front.facts,
        source=front.source,
        steps=tuple(draft.steps),
        sections=tuple(draft.sections),
        boosters=tuple(draft.boosters),
        handouts=tuple(draft.handouts),
        credits=made_by,
    )
