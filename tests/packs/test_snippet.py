"""Snippets show the place where most words stand, and only whole words."""

from hypothesis import given
from hypothesis import strategies as st

from milkit.packs.snippet import MATCH_OFF, MATCH_ON, InsideMarker, Marker


def shown(words, text):
    piece = Marker(words).snippet(text)
    return piece.replace(MATCH_ON, "[").replace(MATCH_OFF, "]")


def test_a_short_text_is_shown_whole():
    assert shown(("pho",), "A Photo of a photo") == "A [Photo] of a [photo]"


def test_a_long_text_is_cut_between_words():
    text = "word " * 100 + "photo " + "rest " * 100
    piece = shown(("photo",), text)
    assert piece.startswith("…word")
    assert piece.endswith("rest…")
    assert "[photo]" in piece


def test_the_place_with_most_words_is_shown():
    text = "a photo here. " + "x " * 200 + "a photo of a flood"
    assert "[photo] of a [flood]" in shown(("photo", "flood"), text)


def test_only_the_last_word_may_go_on():
    assert shown(("pho", "flo"), "phone pho floods") == "phone [pho] [floods]"


def test_a_match_starts_at_the_start_of_a_word():
    assert shown(("art",), "a part of art") == "a part of [art]"
    assert shown(("ảnh",), "cảnh ảnh anh") == "cảnh [ảnh] [anh]"


def test_a_text_without_the_word_is_shown_from_its_start():
    assert shown(("zzz",), "some words") == "some words"


def test_inside_words():
    piece = InsideMarker("วจสอ").snippet("ควรตรวจสอบ")
    assert piece == f"ควรตร{MATCH_ON}วจสอ{MATCH_OFF}บ"


@given(st.text(min_size=1, max_size=8), st.text(max_size=400))
def test_any_word_and_text(word, text):
    for marker in (Marker((word,)), InsideMarker(word)):
        piece = marker.snippet(text).replace(MATCH_ON, "").replace(MATCH_OFF, "")
        assert len(piece) <= 160
        marked = marker.marked(text)
        assert marked.replace(MATCH_ON, "").replace(MATCH_OFF, "") == text.replace(
            MATCH_ON, ""
        ).replace(MATCH_OFF, "")
