from pathlib import Path

import pytest

from milkit.content.check import check_paths, lesson_files, stale_paths

LESSONS = Path(__file__).parents[2] / "lessons"


def said(folder, *, hints=False):
    """Give what must be mended, as one text."""
    found = [f for f in check_paths([folder]) if hints or not f.hint]
    return "\n".join(f"{f.file.name}:{f.line}: {f.what}: {f.mend}" for f in found)


def test_the_bundled_lessons_have_no_errors():
    assert said(LESSONS) == ""


def test_the_example_is_up_to_date_in_all_its_languages(folder):
    assert stale_paths([folder]) == []
    assert [f.name for f in lesson_files(folder)] == ["en.md", "id.md", "th.md"]


RULES = [
    # minutes
    (
        "minutes = 40",
        "minutes = 45",
        "the core steps take 40 minutes, but `minutes` is 45",
    ),
    (
        "optional_minutes = 20",
        "optional_minutes = 0",
        "the optional steps take 20 minutes",
    ),
    ("{#vote minutes=4", "{#vote minutes=5", "the second half starts after 21 minutes"),
    (" split=yes", "", "no step has split=yes"),
    (
        "{#pair minutes=10",
        "{#pair minutes=10 optional=yes",
        "the second half starts after 0",
    ),
    (
        "### Compare {minutes=3}",
        "### Compare {minutes=2}",
        "take 11 minutes, the step 12",
    ),
    ("### Compare {minutes=3}", "### Compare {min=3}", "has minutes and nothing else"),
    ("phase=close", "phase=apply", "the last step is not the close"),
    (
        "phase=open outcomes=1}",
        "phase=close outcomes=1}",
        "the close is not the last step",
    ),
    # labels
    ("**Students** look in silence", "They look in silence", "has no **Students**"),
    ("**Restart**", "**Tip**", "has 0 times **Restart**"),
    ('- [+] "Water up', '- [*] "Water up', "a likely answer is not understood"),
    ("**Say** What do you see?", "**say** What do you see?", "is written differently"),
    ("grouping=class", "grouping=threes", "`grouping` is “threes”"),
    ("outcomes=1}", "outcomes=1,7}", "there is no outcome 7"),
    # parts
    ("{#safety}", "{#safe}", "the section #safety is missing"),
    ("{#safety}", "{#safe}", "the section #safe is not known"),
    ("booster=4", "booster=3", "booster=3 stands at #booster-4"),
    (
        "booster_week = 4",
        "booster_week = 1",
        "booster_week is 1 in the booster of week 4",
    ),
    ('product = "slip"', 'product = "card"', "the lesson has 0 exit slips"),
    ('"six-captions", "exit-slip"', '"exit-slip"', "“six-captions” are not on the key"),
    ('remedial = "', 'remdial = "', "`remdial` is not known here"),
    ("per=4 when=always", "per=5 when=always", "`per` is “5”"),
    ("up=8", "up=7", "7 on a page cannot be cut well"),
    # names
    (
        'instead_of = "pair-trace"',
        'instead_of = "six-captions"',
        "is a rate, not a trace",
    ),
    (
        'use = ["pair-trace"]',
        'use = ["pear-trace"]',
        "there is no activity “pear-trace”",
    ),
    ('picture = "flood-cut"', 'picture = "flod-cut"', "there is no picture “flod-cut”"),
    (
        'from = "flood-trace"',
        'from = "six-captions"',
        "there is no trace “six-captions”",
    ),
    ('again = "first-vote"', 'again = "vote-one"', "no earlier poll “vote-one”"),
    ('answer = "not"', 'answer = "fits"', "does not agree with fits = false"),
    ('needs = ["projector"]', "needs = []", "`needs` does not name “projector”"),
    ("poll id=first-vote", "poll id=look", "the id “look” stands twice"),
    # fairness and size
    (
        'fits = true\nchanged = ["cut"]',
        'fits = false\nchanged = ["event"]',
        "1 are true and 3",
    ),
    (
        "A big crowd at the mango fair in San Ibaro this Saturday.",
        (
            "Loud crowds came to the mango fair in Sa"
            "n Ibaro, sang and danced on Saturday too"
        ),
        "false ones",
    ),
    (
        'text="Does not fit"',
        'text="It does not fit at all"',
        "`text` has 22 letters",
    ),
    (
        "Show the photo with no caption.",
        "Show " + "the photo " * 10,
        "the first line of a step",
    ),
    # plainness
    (
        "A photo can travel.",
        "A <b>photo</b> can travel.",
        "HTML stands in the text: <b>",
    ),
    ("A photo can travel.", "A [photo](javascript:x) can.", "begins with javascript:"),
    (
        "A photo can travel.",
        "A [photo](../x.md) can.",
        "a link leads out of the lesson",
    ),
    (
        "A photo can travel.",
        "A [photo](#nowhere) can.",
        "the link #nowhere leads nowhere",
    ),
    ("A photo can travel.", "![A photo](x.png) can.", "a picture stands in the text"),
    (
        "A photo can travel.",
        "See www.mango.com for more.",
        "may be a real address: www.mango.com",
    ),
    ("A photo can travel.", "Write to ana@mango.org today.", "ana@mango.org"),
    ("Sorin Morning, a group page", "sorin-news.com", "a real address: sorin-news.com"),
    # front matter and TOML
    ('topic = "images"', 'topic = "pictures"', "`topic` is “pictures”"),
    ('"E2", "E3"', '"E2", "E9"', "`competencies` is “E9”"),
    (
        "review_by = 2028-11-01",
        'review_by = "soon"',
        "`review_by` is not what it must be",
    ),
    ('claim = "Fish', "claim = Fish", "this is not TOML"),
    ("```trace id=flood-trace", "```tracing id=flood-trace", "“tracing” is not a kind"),
    ("```trace id=flood-trace", "```trace", "the first line of this trace"),
    (
        "cut = [0.42, 0.18, 0.55, 0.74]",
        "cut = [0.42, 0.18, 0.75, 0.74]",
        "is not inside the",
    ),
    ('file = "hall.svg"', 'file = "hull.svg"', "there is no file media/hull.svg"),
]


@pytest.mark.parametrize(("old", "new", "expected"), RULES)
def test_each_rule_of_the_format(folder, edit, old, new, expected):
    edit(old, new)
    assert expected in said(folder / "en.md")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A photo can travel.", "Look at news.mango.example first.", ""),
        ("A photo can travel.", "Write to ana@mango.example.", ""),
        ("A photo can travel.", "See [the key](#key), 3 < 4 and a -> b.", ""),
    ],
)
def test_invented_addresses_and_links_inside_are_fine(folder, edit, old, new, expected):
    edit(old, new)
    assert said(folder / "en.md") == expected


def test_help_for_fast_and_slow_classes_stands_twice(folder, edit):
    edit("**Ahead**", "**Tip**", count=-1)
    assert "**Ahead** stands 0 times" in said(folder / "en.md")


def test_every_error_names_the_line_it_stands_in(edit):
    path = edit('oldest = "C"', 'oldest = "D"')
    lines = path.read_text(encoding="utf-8").split("\n")
    line = lines.index('oldest = "D"') + 1
    assert f"en.md:{line}: the oldest copy of the same photo is C" in said(path)


def test_a_slip_in_toml_names_its_own_line(edit):
    path = edit('who = "Arani River Office"', 'who = "Arani "River" Office"')
    lines = path.read_text(encoding="utf-8").split("\n")
    line = lines.index('who = "Arani "River" Office"') + 1
    assert f"en.md:{line}: this is not TOML" in said(path)


def test_all_errors_come_at_once(folder, edit):
    edit("minutes = 40", "minutes = 41")
    edit('oldest = "C"', 'oldest = "D"')
    edit("A photo can travel.", "A <br> photo can travel.")
    assert len(said(folder / "en.md").split("\n")) == 3


def test_a_broken_block_of_data_brings_no_errors_after_it(folder, edit):
    edit('oldest = "C"', "oldest = C")
    assert len(said(folder).split("\n")) == 1


def test_two_lessons_with_one_number_are_found(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "en.md").write_bytes((folder / "en.md").read_bytes())
    assert "“L14” is also the id of find-the-first-photo" in said(tmp_path)


def test_a_folder_without_lessons_says_so(tmp_path):
    assert "no lesson is here" in said(tmp_path)


def test_a_file_that_is_not_named_after_a_language_says_so(folder):
    (folder / "en.md").rename(folder / "lesson.md")
    assert "“lesson” is not a language of the kit" in said(folder / "lesson.md")


def test_facts_say_where_they_were_read_and_when_to_look_again(folder, edit):
    edit('source = "https://doi.org', 'source = "doi.org')
    assert "the source of a fact is no address" in said(folder / "en.md")
    edit("review_by = 2028-11-01", "review_by = 2001-11-01")
    assert "it is time to look at this fact again" in said(folder / "en.md", hints=True)


def test_long_sentences_to_say_are_hints(folder, edit):
    edit(
        "**Say** What do you see?", "**Say** " + "When you look at it " * 6 + "say so."
    )
    assert said(folder / "en.md") == ""
    assert "a sentence to say has 32 words" in said(folder / "en.md", hints=True)
