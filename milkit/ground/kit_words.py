"""Tell the mishaps of kits on sticks to the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.ground import kit_errors as errors
from milkit.ground.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from milkit.ground.errors import Mishap
    from milkit.ground.words import Words


def saying(kind: type[Mishap]) -> Callable[[Any, Words], Said] | None:
    """Give what tells a mishap of this *kind*; None when it is not one of ours."""
    return _SAYINGS.get(kind)


def _name_taken(m: errors.NameTaken, w: Words) -> Said:
    return Said(
        w.t("Another file is in the way"),
        w.t("{name} is there already and is not of this kit.", name=m.path.name),
        w.t("Nothing was changed."),
        w.t("Move that file into another folder, then try again."),
    )


def _source_changed(m: errors.SourceChanged, w: Words) -> Said:
    return Said(
        w.t("A file changed during the writing"),
        w.t("{name} is not what it was when you signed.", name=m.path.name),
        w.t("Everything on this computer is safe."),
        w.t("Make the kit again."),
    )


def _no_kit(m: errors.NoKit, w: Words) -> Said:
    return Said(
        w.t("There is no kit here"),
        w.t("No kit was found in {name}.", name=_name(m.folder)),
        w.t("Nothing was changed."),
        w.t("Put another stick in, or choose another folder."),
    )


def _kit_unfinished(m: errors.KitUnfinished, w: Words) -> Said:
    return Said(
        w.t("The kit is not finished"),
        w.t("The kit in {name} was not written to its end.", name=_name(m.folder)),
        w.t("Your own files on the stick are safe."),
        w.t("Make the kit again on this stick. MIL Kit goes on where it stopped."),
    )


def _kit_foreign(m: errors.KitForeign, w: Words) -> Said:
    return Said(
        w.t("This is not a kit of MIL Kit"),
        w.t("{name} is not made as the list of a kit must be.", name=m.path.name),
        w.t("Nothing in it was opened. Everything on this computer is safe."),
        w.t("Ask the person who gave it to you for a new one."),
    )


def _kit_changed(m: errors.KitChanged, w: Words) -> Said:
    return Said(
        w.t("The kit was changed after it was signed"),
        w.t("The signature does not fit {name}.", name=m.path.name),
        w.t("Nothing in it was opened. Everything on this computer is safe."),
        w.t("Use another stick, or write a clean kit on this one."),
    )


def _nothing_to_write(_: errors.NothingToWrite, w: Words) -> Said:
    return Said(
        w.t("The kit is empty"),
        w.t("No lessons were found for what you chose."),
        w.t("Nothing was changed."),
        w.t("Choose at least one lesson and one language."),
    )


def _name_refused(m: errors.NameRefused, w: Words) -> Said:
    return Said(
        w.t("A file cannot go on a stick"),
        w.t("{name} has a name or a size that sticks do not take.", name=m.path.name),
        w.t("Nothing was changed."),
        w.t("Give the file a short name, below 2 GB, and make the kit again."),
    )


def _name(folder: Path) -> str:
    return folder.name or str(folder)


_SAYINGS: dict[type[Mishap], Callable[[Any, Words], Said]] = {
    errors.NameTaken: _name_taken,
    errors.SourceChanged: _source_changed,
    errors.NoKit: _no_kit,
    errors.KitUnfinished: _kit_unfinished,
    errors.KitForeign: _kit_foreign,
    errors.KitChanged: _kit_changed,
    errors.NothingToWrite: _nothing_to_write,
    errors.NameRefused: _name_refused,
}
