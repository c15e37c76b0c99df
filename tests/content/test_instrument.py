"""The checks of the kit are fair, and a check that is not is told so with its line."""

from pathlib import Path

import pytest

from milkit.content import instrument_rules
from milkit.content.instrument import TWO_SIDED
from milkit.content.instrument_file import check_files, look, read_instrument
from milkit.content.instrument_table import matching
from milkit.ground import paths
from milkit.ground.errors import LessonBroken

CHECKS = paths.bundled_lessons() / "core" / "checks"
SOURCES = [CHECKS / name / "en.toml" for name in ("I1", "I2", "I3")]


def texts(path, **changes):
    """Write a check of the kit with some words changed, and give its file."""
    text = SOURCES[0].read_text(encoding="utf-8")
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new, 1)
    file = path / "checks" / "I1" / "en.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("path", check_files(CHECKS), ids=lambda p: str(p)[-10:])
def test_every_check_of_the_kit_is_fair_in_every_language(path):
    assert look(path) == []
    found, source = read_instrument(path), read_instrument(path.with_name("en.toml"))
    assert found.ids() == source.ids()
    assert found.true_ids() == source.true_ids()
    assert found.order == source.order
    if path.stem != "en":
        assert found.review == "draft"


def test_the_news_judgement_check_has_16_items_and_a_short_form_of_8():
    found = read_instrument(SOURCES[0])
    assert found.ids() == tuple(f"i{n}" for n in range(1, 17))
    assert found.true_ids() == tuple(f"i{n}" for n in range(1, 9))
    assert found.ids(short=True) == ("i1", "i2", "i3", "i4", "i9", "i10", "i11", "i12")
    assert len(found.true_ids(short=True)) == 4
    for form in found.forms:
        assert len(found.asked(form)) == 16
        assert len(found.asked(form, short=True)) == 8


@pytest.mark.parametrize("path", SOURCES[:2])
def test_true_and_false_items_match(path):
    found = read_instrument(path)
    pairs = instrument_rules.pairs(found)
    sides = [item for item in found.items if item.kind in TWO_SIDED]
    assert len(pairs) * 2 == len(sides)
    for one, other in pairs:
        assert (one.topic, one.surprise, one.tone) == (
            other.topic,
            other.surprise,
            other.tone,
        )
        for form in found.forms:
            lengths = sorted(instrument_rules.length(i, form) for i in (one, other))
            assert lengths[1] <= lengths[0] * 1.15


def test_no_form_has_more_than_two_of_a_kind_in_a_row():
    found = read_instrument(SOURCES[0])
    for form in found.forms:
        told = [item.true for item in found.asked(form)]
        runs = zip(told, told[1:], told[2:], strict=False)
        assert not any(a == b == c for a, b, c in runs)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("truth = true", "truth = false", "7 items are true and 9 false"),
        ("short = true", "short = false", "the short form is uneven"),
        ('kind = "judge"', 'kind = "guess"', "no such kind"),
        ('topic = "health"', 'topic = "money"', "differ in topic"),
        ("dengue bites mostly by day, not only after dark.", "dengue.", "length"),
        ('"i3", "i12"', '"i12", "i12"', "the order of form A"),
        ('["Real", "False", "Can’t tell"]', '["Real"]', "needs 3 answers"),
        ('id = "I1"', "id = 1", "“id” is odd"),
        ('title = "News', "title = News", "this is not TOML"),
    ],
)
def test_what_is_unfair_or_odd_is_told_with_its_line(tmp_path, old, new, said):
    file = texts(tmp_path, change=(old, new))
    found = look(file)
    assert any(said in one.what for one in found), found
    assert all(one.file == file and one.line >= 1 and one.mend for one in found)
    with pytest.raises(LessonBroken):
        read_instrument(file)


def test_a_translation_needs_every_text(tmp_path):
    texts(tmp_path)
    file = tmp_path / "checks" / "I1" / "th.toml"
    file.write_text(
        'title = "ท"\nabout = "ก"\nsay = "ข"\nreview = "draft"\n'
        '[answers]\njudge = ["จริง", "เท็จ", "ไม่แน่ใจ"]\n'
        '[A]\ni1 = { text = "ก", why = "ข" }\n',
        encoding="utf-8",
    )
    missing = {one.what for one in look(file)}
    assert "“i2” has no text in form A" in missing
    assert "“i1” has no text in form B" in missing


def test_bytes_that_are_no_text_are_refused(tmp_path):
    file = tmp_path / "checks" / "I1" / "en.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LessonBroken):
        read_instrument(file)


def test_only_files_in_a_checks_folder_are_checks(tmp_path):
    texts(tmp_path)
    (tmp_path / "pack.toml").write_text('id = "core"\n')
    assert [Path(f).name for f in check_files(tmp_path)] == ["en.toml"]


@pytest.mark.parametrize("path", SOURCES[:2])
def test_the_document_shows_how_items_match_today(path):
    document = Path(__file__).parents[2] / "docs" / "checks.md"
    table = "\n".join(matching(read_instrument(path)))
    assert table in document.read_text(encoding="utf-8")
