import pytest

from milkit.content.format import format_paths, formatted
from milkit.ground.errors import LessonBroken


def test_the_example_is_in_form(folder):
    assert format_paths([folder], stamp=True) == []


def test_line_ends_marks_and_spaces_become_the_same_everywhere(folder):
    path = folder / "en.md"
    wanted = path.read_bytes()
    text = wanted.decode().replace("\n\n", "\n\n\n").replace("\n", "  \r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert format_paths([path]) == [path]
    assert path.read_bytes() == wanted


def test_letters_are_composed_and_word_ends_taken_out():
    assert formatted("e\u0301ก\u200bข") == "éกข\n"


def test_formatting_twice_changes_nothing_more():
    once = formatted("a  \n\n\n\nb\n\n")
    assert once == "a\n\nb\n"
    assert formatted(once) == once


def test_a_file_that_cannot_be_read_is_left_as_it_is(folder):
    path = folder / "en.md"
    path.write_bytes(b"\xff\xfe bad")
    with pytest.raises(LessonBroken):
        format_paths([path])
    assert path.read_bytes() == b"\xff\xfe bad"
