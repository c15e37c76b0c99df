"""What a search found, as lines: real lessons, marks where they belong."""

import pytest

from milkit.ground.words import words
from milkit.packs.snippet import MATCH_OFF, MATCH_ON
from milkit.screens.search_lines import ICONS, Text, lines_of, marked, near_words

W = words("en")


def test_marks_are_told_by_place_and_no_text_keeps_them():
    text = f"The {MATCH_ON}photo\u200b{MATCH_OFF} and a {MATCH_ON}photo{MATCH_OFF}"
    assert marked(text) == Text("The photo and a photo", ((4, 9), (16, 21)))
    assert marked("plain\u200btext") == Text("plaintext")
    assert marked("") == Text("")


def test_lessons_then_activities_then_handouts_each_under_a_heading(library):
    lines = lines_of(library.find("flood", "en"), library, W)
    heads = [line.title.text for line in lines if not line.id]
    assert heads[0].startswith("Lessons · ")
    assert heads[1].startswith("Activities inside lessons · ")
    assert heads[2].startswith("Handouts to print · ")
    counts = [int(head.rsplit(" ", 1)[1]) for head in heads]
    assert sum(counts) == len(lines) - 3
    first = lines[1]
    assert first.title.marks
    assert first.side.endswith("· Age 12–14")
    assert first.said.startswith(
        f"{first.title.text}, lesson, Rumours & claims, 40 min"
    )


def test_a_match_inside_shows_its_surroundings_instead_of_the_topic(library):
    lines = lines_of(library.find("photo", "en"), library, W)
    by_id = {line.id: line for line in reversed(lines) if line.topic}
    assert by_id["L14"].under == Text("Images, video & AI")
    under = by_id["L09"].under
    assert next(under.text[a:b] for a, b in under.marks).startswith("photo")
    assert by_id["L09"].under_lang == "en"


def test_a_part_says_its_lesson_step_and_minutes(library):
    lines = lines_of(library.find("health talk saturday", "en"), library, W)
    part = next(line for line in lines if line.icon == ICONS["trace"])
    assert "In “Find the first photo”, step " in part.under.text
    assert part.side.endswith("min")


def test_words_that_are_near_are_offered(library):
    rows = library.rows("en")
    assert near_words("photp", rows, W) == ["photo"]
    assert "rumour" in [word.lower() for word in near_words("rumuor", rows, W)]
    assert near_words("qqqq", rows, W) == []


def test_words_that_are_near_in_a_script_without_spaces(library):
    row = library.row("L14", "en")._replace(title="หา\u200bภาพถ่าย\u200bแรก")
    assert near_words("ภาพถาย", [row], W) == ["ภาพถ่าย"]


@pytest.mark.parametrize("kind", sorted(ICONS))
def test_every_icon_is_there(kind, qapp):
    from milkit.ground.paths import resources

    assert (resources() / "icons" / f"{ICONS[kind]}.svg").exists()
