"""What the doctor says of one thing it looked at."""

from __future__ import annotations

from dataclasses import dataclass

WELL, LOOK, WRONG = "well", "look", "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: *state* is well, look or wrong; *now* what to do."""

    name: str
    state: str
    found: str
    now: str = ""
