"""Tell the mishaps of a hub to the person who looks after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.ground import hub_errors as errors
from milkit.ground.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.errors import Mishap
    from milkit.ground.words import Words


def saying(kind: type[Mishap]) -> Callable[[Any, Words], Said] | None:
    """Give what tells a mishap of this *kind*; None when it is not one of ours."""
    return _SAYINGS.get(kind)


def _kept(w: Words) -> str:
    return w.t("All results that were taken in are safe.")


def _hub_missing(_: errors.HubMissing, w: Words) -> Said:
    return Said(
        w.t("There is no hub here"),
        w.t("This computer does not collect results yet."),
        w.t("Nothing was changed."),
        w.t("Set up a hub first, or choose the folder of the one you have."),
    )


def _hub_there(m: errors.HubThere, w: Words) -> Said:
    return Said(
        w.t("There is a hub already"),
        w.t("The folder {name} holds a hub and its key.", name=m.folder.name),
        w.t("Nothing was changed."),
        w.t("Choose another folder, or use the hub that is there."),
    )


def _phrase_missing(_: errors.PhraseMissing, w: Words) -> Said:
    return Said(
        w.t("A pass phrase is needed"),
        w.t("The recovery sheet needs a pass phrase of eight letters or more."),
        w.t("Nothing was changed."),
        w.t("Type one, or put it into MILKIT_PASSPHRASE."),
    )


def _sheet_mistyped(m: errors.SheetMistyped, w: Words) -> Said:
    happened = (
        w.t("Line {line} is not as it was printed.", line=w.number(m.line))
        if m.line
        else w.t("A part of the sheet is missing.")
    )
    return Said(
        w.t("The recovery sheet does not read"),
        happened,
        w.t("Nothing was changed."),
        w.t("Compare it with the paper, letter by letter, and try again."),
    )


def _sheet_phrase(_: errors.SheetPhraseWrong, w: Words) -> Said:
    return Said(
        w.t("The pass phrase is wrong"),
        w.t("These words do not open the recovery sheet."),
        w.t("Nothing was changed."),
        w.t("Type it again. Look at small and capital letters."),
    )


def _lrs_refused(m: errors.LrsRefused, w: Words) -> Said:
    return Said(
        w.t("The record store refused"),
        w.t("{address} did not take the results.", address=m.address),
        _kept(w),
        w.t("Look at its address, the user name and the password, then try again."),
    )


def _lrs_silent(m: errors.LrsSilent, w: Words) -> Said:
    return Said(
        w.t("The record store does not answer"),
        w.t("{address} cannot be reached now.", address=m.address),
        _kept(w),
        w.t("Try again later. What was sent is not sent twice."),
    )


def _extra_missing(m: errors.ExtraMissing, w: Words) -> Said:
    return Said(
        w.t("A part for large hubs is missing"),
        w.t("This needs the library {name}, which is not here.", name=m.library),
        _kept(w),
        w.t('Install it with: pip install "milkit[hub]"'),
    )


def _port_taken(m: errors.PortTaken, w: Words) -> Said:
    return Said(
        w.t("The drop box could not start"),
        w.t("The computer does not give port {port}.", port=str(m.port)),
        _kept(w),
        w.t("Choose another port with --port."),
    )


_SAYINGS: dict[type[Mishap], Callable[[Any, Words], Said]] = {
    errors.HubMissing: _hub_missing,
    errors.HubThere: _hub_there,
    errors.PhraseMissing: _phrase_missing,
    errors.SheetMistyped: _sheet_mistyped,
    errors.SheetPhraseWrong: _sheet_phrase,
    errors.LrsRefused: _lrs_refused,
    errors.LrsSilent: _lrs_silent,
    errors.ExtraMissing: _extra_missing,
    errors.PortTaken: _port_taken,
}
