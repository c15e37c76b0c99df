"""What a teacher wants printed, remembered for each class in the records."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from milkit.press.parts import KEY, PLAN

if TYPE_CHECKING:
    from milkit.records.store import Records

KIND = "print_chosen"
USUAL = 40  # students, when no class says how many
ALWAYS, OPTIONAL = "always", "optional"
MOST = 999


@dataclass(frozen=True, slots=True)
class Wishes:
    """
    The choices of the print page that hold from lesson to lesson.

    *kinds* are those of the parts to print: plan, always and optional (handouts),
    paper-set, local, key. *form* "" is the usual one of the language.
    """

    students: int = USUAL
    kinds: tuple[str, ...] = (PLAN, ALWAYS, KEY)
    form: str = ""
    together: bool = False
    grey: bool = True
    stamped: bool = False
    spare: int = 0


def read(records: Records, class_id: str) -> Wishes:
    """Give what was chosen last for a class ("" = for none)."""
    about = class_id or records.install
    told = [event for event in records.events(about) if event.kind == KIND]
    wishes = _fitting(told[-1].data) if told else Wishes()
    group = records.school_class(class_id) if class_id else None
    return replace(wishes, students=group.students) if group else wishes


def remember(records: Records, class_id: str, wishes: Wishes) -> None:
    """Keep the choices for the class, if they are not those kept already."""
    if read(records, class_id) != wishes:
        data = {**asdict(wishes), "kinds": list(wishes.kinds)}
        records.append(KIND, class_id or records.install, data)


def _fitting(data: Any) -> Wishes:
    """Take what fits out of an event; another version may have written it."""
    known = Wishes()
    found: dict[str, Any] = {}
    for name, usual in asdict(known).items():
        value = data.get(name, usual)
        if isinstance(value, list):
            value = tuple(one for one in value if isinstance(one, str))
        if type(value) is type(usual):
            found[name] = value
    made = Wishes(**found)
    spare = min(max(made.spare, 0), MOST)
    return replace(made, students=min(max(made.students, 1), MOST), spare=spare)
