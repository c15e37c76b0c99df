"""Ask a class for consent to research, note who agreed, and take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.records.consent import (
    ALL_WITHDRAWN,
    CONSENT,
    GIVEN,
    PURPOSE,
    WITHDRAWN,
    Consent,
)

if TYPE_CHECKING:
    from milkit.records.store import Records


def ask(records: Records, class_id: str, purpose: str, on: str) -> None:
    """Note what a class is asked to agree to, on a day (2026-11-12)."""
    records.append(PURPOSE, class_id, {"purpose": purpose, "on": on})


def agree(
    records: Records, class_id: str, code: str, *, own: bool, guardian: bool, on: str
) -> None:
    """Note who has agreed for a code; neither of both is nobody."""
    data = {"code": code, "own": own, "guardian": guardian, "on": on}
    records.append(GIVEN, class_id, data)


def withdraw(records: Records, class_id: str, code: str, on: str) -> None:
    """Note that a student or a guardian took back what was agreed."""
    records.append(WITHDRAWN, class_id, {"code": code, "on": on})


def end(records: Records, class_id: str, on: str) -> None:
    """Stop asking: nothing that was agreed counts any more."""
    records.append(ALL_WITHDRAWN, class_id, {"on": on})


def read(records: Records, class_id: str) -> Consent | None:
    """Give the consent of a class; None when it was never asked."""
    found: Consent | None = records.state(CONSENT, class_id)
    return found
