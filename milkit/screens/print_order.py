"""What the choices of the print page mean for the pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from milkit.ground.words import words
from milkit.screens.print_desk import Order

if TYPE_CHECKING:
    from milkit.records.classes import SchoolClass
    from milkit.screens.print_head import PrintHead
    from milkit.screens.print_options import Options


def order_of(
    lesson: str,
    lang: str,
    options: Options,
    head: PrintHead,
    form: str,
    group: SchoolClass | None,
) -> Order:
    """Make the order; the lesson's language *lang* comes first while it is chosen."""
    chosen = options.chosen() or (lang,)
    langs = tuple(sorted(chosen, key=lambda code: code != lang))
    digits, students = head.digits, head.students.value()
    w = words(langs[0], digits)
    stamped = options.stamped.isChecked()
    day = w.date(date.today()) if stamped else ""  # noqa: DTZ011 - the teacher's own day
    name = group.name if group else ""
    typed = {"students": w.number(students), "class": name, "date": day}
    return Order(
        lesson,
        langs,
        head.paper.value(),
        form,
        students,
        tuple((field, text) for field, text in typed.items() if text),
        "  ·  ".join(text for text in (name, day) if text) if stamped else "",
        options.is_together(),
    )
