"""What stands above and below the sheets of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content import names
from milkit.content.sheets import credit
from milkit.press.pages import Margin

if TYPE_CHECKING:
    from milkit.activities.paper import Sheet
    from milkit.content.lesson import Lesson
    from milkit.ground.words import Words


def margin(sheet: Sheet, lesson: Lesson, words: Words, stamp: str = "") -> Margin:
    """
    Give the margin of a *sheet* of *lesson*; *words* speak its language.

    A *stamp*, like the class and the date, stands at the right above.
    """
    w = words
    left = f"{_kind(sheet, w)}  ·  {names.topic(lesson.topic, w)}"
    if not sheet.id.startswith("plan-"):
        left = f"{left}  ·  {lesson.title}"
        free = w.t("MIL Kit. Free to copy for teaching, CC BY-SA 4.0.")
        pictures = credit(sheet, lesson)
        return Margin(left, stamp, f"{free} {pictures}" if pictures else free)
    aims = [names.competency(c, w) for c in lesson.competencies]
    aims += [w.t("SDG {number}", number=w.number(n)) for n in lesson.sdg]
    free = w.t("MIL Kit. Free to copy.")
    return Margin(left, stamp or _size(lesson, w), "  ·  ".join([*aims, free]))


def _kind(sheet: Sheet, w: Words) -> str:
    if sheet.id.startswith("plan-"):
        return w.t("Lesson plan for the teacher")
    if sheet.teacher_only or sheet.per == "class":
        return w.t("For the teacher")
    return w.t("Student handout")


def _size(lesson: Lesson, w: Words) -> str:
    youngest, oldest = (w.number(age) for age in lesson.ages)
    return w.t(
        "{minutes} minutes  ·  age {youngest} to {oldest}",
        minutes=w.number(lesson.minutes),
        youngest=youngest,
        oldest=oldest,
    )
