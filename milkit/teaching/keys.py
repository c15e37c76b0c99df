"""The keys of the teach console, by the names that the window gives them."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """
    A key and what it does.

    *name* is one small letter, a digit, a sign, or right, left, page_down, page_up,
    space, f5, f11, escape. *letter* keys work only when no text field has the focus
    and the user has not switched them off.
    """

    name: str
    action: str
    shift: bool = False
    control: bool = False
    letter: bool = False
    number: int = 0


FORWARD, BACKWARD = "forward", "backward"
PAUSE, MINUTE, BLANK, FREEZE = "pause", "add_minute", "blank", "freeze"
COUNTS, ANSWER, ADD, TAKE = "show_counts", "show_answer", "add_hand", "take_hand"
TYPE, FULL, UNDO, HELP = "type_totals", "full_screen", "undo", "help"
ASK_TO_END = "ask_to_end"

HANDS = 9
KEYS: tuple[Key, ...] = (
    Key("right", FORWARD),
    Key("page_down", FORWARD),
    Key("left", BACKWARD),
    Key("page_up", BACKWARD),
    Key("space", PAUSE),
    Key("+", MINUTE, letter=True),
    Key("b", BLANK, letter=True),
    Key(".", BLANK, letter=True),
    Key("f", FREEZE, letter=True),
    Key("c", COUNTS, letter=True),
    Key("a", ANSWER, letter=True),
    *(Key(str(n), ADD, letter=True, number=n) for n in range(1, HANDS + 1)),
    *(
        Key(str(n), TAKE, shift=True, letter=True, number=n)
        for n in range(1, HANDS + 1)
    ),
    Key("t", TYPE, letter=True),
    Key("f11", FULL),
    Key("z", UNDO, control=True),
    Key("f1", HELP),
    Key("f5", ASK_TO_END),  # remotes send them: never leave without a question
    Key("escape", ASK_TO_END),
)


def key_of(
    name: str, *, shift: bool = False, control: bool = False, letters: bool = True
) -> Key | None:
    """
    Find what a pressed key does; None when nothing.

    *letters* False: a text field has the focus, or letter keys are switched off.
    A sign may need the shift key on some keyboards, so signs do not look at it.
    """
    for key in KEYS:
        if key.name != name or key.control != control:
            continue
        if key.letter and not letters:
            continue
        if key.shift == shift or name in {"+", "."}:
            return key
    return None
