import pytest

from milkit.content.check import check_paths, stale_paths
from milkit.content.format import format_paths


def said(folder, *, hints=False):
    found = [
        f for f in check_paths([folder]) if f.hint == hints and f.file.name != "en.md"
    ]
    return "\n".join(f"{f.file.name}:{f.line}: {f.what}" for f in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "phase=open outcomes=1}",
            "phase=new outcomes=1}",
            "the braces of #look differ",
        ),
        ("truth = false", "truth = true", "`truth` is true, in the source false"),
        ("date = 2023-09-30", "date = 2023-09-29", "`date` is 2023-09-29"),
        ('oldest = "C"', 'oldest = "D"', "`oldest` is D, in the source C"),
        ("lines = 1", "lines = 2", "`lines` is 2, in the source 1"),
        ('competency = "E2"', 'competency = "E3"', "`competency` is E3"),
        ("sdg = [4, 16]", "sdg = [4]", "`sdg` 2. of the source is missing"),
        ("- [~]", "- [-]", "stands [-], in the source [~]"),
        ("**Lost**", "**Tip**", "stands tip, in the source lost"),
        ("{minutes=5}", "{minutes=4}", "stands 4 minutes, in the source 5 minutes"),
        ("cut = [0.42", "cut = [0.41", "`cut` 1. is 0.41"),
        ('picture = "flood-cut"', 'picture = "flood"', "`picture` is flood"),
        ("up=8", "up=4", "the braces of #handout-moves differ"),
        ('part = "big"', 'part = "cards"', "in handout-big: `part` is cards"),
        ("{#take-home}", "{#take}", "the section #take-home of the source is missing"),
    ],
)
def test_a_translation_has_the_bones_of_its_source(folder, edit, old, new, expected):
    edit(old, new, lang="th")
    assert expected in said(folder)


def test_words_may_differ(folder, edit):
    edit("นักเรียน", "เด็กนักเรียน", lang="th", count=-1)
    assert said(folder) == ""


def test_changed_english_makes_its_part_stale_and_no_other(folder, edit):
    edit("A photo can travel.", "A photo may travel.")
    assert {(s.lang, s.section) for s in stale_paths([folder])} == {
        ("id", "know"),
        ("th", "know"),
    }
    assert "(#know) was made from an older English text" in said(folder, hints=True)
    assert said(folder) == ""


def test_a_changed_title_makes_the_front_matter_stale(folder, edit):
    edit('title = "Find the first photo"', 'title = "Find the oldest photo"')
    assert {s.section for s in stale_paths([folder])} == {"head"}


def test_stamping_says_that_all_is_up_to_date(folder, edit):
    edit("A photo can travel.", "A photo may travel.")
    changed = format_paths([folder], stamp=True)
    assert {path.name for path in changed} == {"id.md", "th.md"}
    assert stale_paths([folder]) == []
    assert said(folder) == ""


def test_a_translation_without_stamps_is_an_error_until_it_is_stamped(folder):
    path = folder / "th.md"
    text = path.read_text(encoding="utf-8")
    start = text.index("[source]")
    path.write_text(text[:start] + text[text.index("+++", start) :], encoding="utf-8")
    assert "does not say what it was made from" in said(folder)
    format_paths([folder], stamp=True)
    assert path.read_text(encoding="utf-8") == text


def test_a_source_of_its_own_language_needs_no_english(folder):
    (folder / "en.md").unlink()
    assert said(folder) == ""
