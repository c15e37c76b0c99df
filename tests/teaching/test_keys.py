import pytest

from milkit.teaching import keys
from milkit.teaching.keys import key_of


@pytest.mark.parametrize(
    ("name", "shift", "action", "number"),
    [
        ("right", False, keys.FORWARD, 0),
        ("page_up", False, keys.BACKWARD, 0),
        ("space", False, keys.PAUSE, 0),
        ("+", True, keys.MINUTE, 0),
        ("+", False, keys.MINUTE, 0),
        ("b", False, keys.BLANK, 0),
        (".", False, keys.BLANK, 0),
        ("2", False, keys.ADD, 2),
        ("2", True, keys.TAKE, 2),
        ("t", False, keys.TYPE, 0),
        ("f5", False, keys.ASK_TO_END, 0),
    ],
)
def test_what_a_key_does(name, shift, action, number):
    found = key_of(name, shift=shift)
    assert (found.action, found.number) == (action, number)


def test_letters_and_numbers_are_silent_in_a_text_field():
    for key in keys.KEYS:
        found = key_of(key.name, shift=key.shift, control=key.control, letters=False)
        assert (found is None) == key.letter
    assert key_of("right", letters=False).action == keys.FORWARD


def test_undo_needs_control_and_nothing_is_said_twice():
    assert key_of("z") is None
    assert key_of("z", control=True).action == keys.UNDO
    assert key_of("q") is None
    assert key_of("b", control=True) is None
    said = [(k.name, k.shift, k.control) for k in keys.KEYS]
    assert len(said) == len(set(said))
