"""Tell the mishaps of results files, hubs and drop boxes to the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.ground import errors
from milkit.ground.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.words import Words


def saying(kind: type[errors.Mishap]) -> Callable[[Any, Words], Said] | None:
    """Give what tells a mishap of this *kind*; None when it is not one of ours."""
    return _SAYINGS.get(kind)


def _aside(w: Words) -> str:
    return w.t("Nothing of it was taken in. All other results are safe.")


def _ask_again(w: Words) -> str:
    return w.t("Ask the person it came from to save their results again.")


def _foreign(m: errors.ResultsForeign, w: Words) -> Said:
    return Said(
        w.t("This is not a results file"),
        w.t("{name} is not made as a results file is made.", name=m.path.name),
        _aside(w),
        w.t("Look if you chose the right file."),
    )


def _not_ours(m: errors.ResultsNotOurs, w: Words) -> Said:
    return Said(
        w.t("These results are for another hub"),
        w.t("{name} is sealed. Only another hub can open it.", name=m.path.name),
        _aside(w),
        w.t("Give the file to the hub it was made for."),
    )


def _damaged(m: errors.ResultsDamaged, w: Words) -> Said:
    return Said(
        w.t("A results file is damaged"),
        w.t("{name} was cut off or changed on its way.", name=m.path.name),
        _aside(w),
        _ask_again(w),
    )


def _unsigned(m: errors.ResultsUnsigned, w: Words) -> Said:
    return Said(
        w.t("A results file is not signed rightly"),
        w.t("Nobody can say which computer {name} comes from.", name=m.path.name),
        _aside(w),
        _ask_again(w),
    )


def _too_large(m: errors.ResultsTooLarge, w: Words) -> Said:
    return Said(
        w.t("This results file is too large"),
        w.t("{name} holds more than a results file may hold.", name=m.path.name),
        _aside(w),
        _ask_again(w),
    )


def _newer(m: errors.ResultsNewer, w: Words) -> Said:
    return Said(
        w.t("These results need a newer MIL Kit"),
        w.t("{name} was made by a later version.", name=m.path.name),
        _aside(w),
        w.t("Install the newer MIL Kit, then open the file again."),
    )


def _hub_broken(m: errors.EnrolmentBroken, w: Words) -> Said:
    return Said(
        w.t("This hub's file cannot be read"),
        w.t("{name} is damaged, or it is not a hub's file.", name=m.path.name),
        w.t("Nothing was sent and nothing was changed."),
        w.t("Ask the hub for a new file."),
    )


def _hub_unsigned(m: errors.EnrolmentUnsigned, w: Words) -> Said:
    return Said(
        w.t("This hub's file was changed"),
        w.t("{name} is not as the hub made it.", name=m.path.name),
        w.t("Nothing was sent and nothing was changed."),
        w.t("Do not use it. Ask the hub for a new file."),
    )


def _hub_newer(m: errors.EnrolmentNewer, w: Words) -> Said:
    return Said(
        w.t("This hub's file needs a newer MIL Kit"),
        w.t("{name} was made by a later version.", name=m.path.name),
        w.t("Nothing was sent and nothing was changed."),
        w.t("Install the newer MIL Kit, then open the file again."),
    )


def _receipt(m: errors.ReceiptBroken, w: Words) -> Said:
    return Said(
        w.t("This receipt does not count"),
        w.t("{name} is damaged, or it is from another hub.", name=m.path.name),
        w.t("Your results are kept as they were."),
        w.t("Ask the hub for a new receipt."),
    )


def _no_hub(_: errors.NoHub, w: Words) -> Said:
    return Said(
        w.t("No hub yet"),
        w.t("This computer shares results with no hub."),
        w.t("Nothing was sent. Everything stays on this laptop."),
        w.t("Open the .milhub file that a hub gave you, and decide."),
    )


def _refused(m: errors.DropRefused, w: Words) -> Said:
    return Said(
        w.t("The drop box did not open"),
        w.t("The drop box of {hub} did not accept this computer.", hub=m.hub),
        w.t("Nothing is lost. All results are still on this laptop."),
        w.t("Ask the hub for a new file, or save the results to a stick."),
    )


def _unreachable(m: errors.DropUnreachable, w: Words) -> Said:
    return Said(
        w.t("No connection to the drop box"),
        w.t("The drop box of {hub} cannot be reached now.", hub=m.hub),
        w.t("Nothing is lost. All results are still on this laptop."),
        w.t("MIL Kit tries again later. You can also save to a stick."),
    )


_SAYINGS: dict[type, Callable[[Any, Words], Said]] = {
    errors.ResultsForeign: _foreign,
    errors.ResultsNotOurs: _not_ours,
    errors.ResultsDamaged: _damaged,
    errors.ResultsUnsigned: _unsigned,
    errors.ResultsTooLarge: _too_large,
    errors.ResultsNewer: _newer,
    errors.EnrolmentBroken: _hub_broken,
    errors.EnrolmentUnsigned: _hub_unsigned,
    errors.EnrolmentNewer: _hub_newer,
    errors.ReceiptBroken: _receipt,
    errors.NoHub: _no_hub,
    errors.DropRefused: _refused,
    errors.DropUnreachable: _unreachable,
}
