"""Every mishap has words in every language, and they follow the rules of wording."""

import datetime as dt
import re
from pathlib import Path

import pytest

from milkit.ground import errors, hub_errors, kit_errors, trust_errors
from milkit.ground.languages import LANGUAGES
from milkit.ground.mishap_words import explain
from milkit.ground.words import words

P = Path("C:/Users/ครู สมชาย/x.db")
NOW = dt.datetime(2026, 11, 12, tzinfo=dt.UTC)
PROBLEMS = ((12, "the minutes do not add up", "make them 40"),)
OF_FILE = ((0, "this is no picture", "save it again"),)
SAMPLES = {
    "Cancelled": [errors.Cancelled()],
    "Unforeseen": [errors.Unforeseen("KeyError: 'x'")],
    "DiskFull": [errors.DiskFull(P), errors.DiskFull(P, 5 << 20)],
    "AnswersUnclear": [
        errors.AnswersUnclear(P, 3, why, "007")
        for why in (
            *("columns", "code", "phase", "answer", "twice"),
            *("long", "mixed", "items", "truth", "table"),
        )
    ],
    "LessonBroken": [
        errors.LessonBroken(P),
        errors.LessonBroken(P, PROBLEMS),
        errors.LessonBroken(P, OF_FILE),
    ],
    "CheckMissing": [errors.CheckMissing("I1")],
    "LessonMissing": [errors.LessonMissing("L14", "th")],
    "PictureMissing": [errors.PictureMissing("L14", "flood")],
    "FontMissing": [errors.FontMissing("km")],
    "DatabaseDamaged": [errors.DatabaseDamaged(P), errors.DatabaseDamaged(P, P, P)],
    "OverlayDamaged": [errors.OverlayDamaged(P), errors.OverlayDamaged(P, P)],
    "NothingToWrite": [kit_errors.NothingToWrite()],
    "PrinterFailed": [errors.PrinterFailed(), errors.PrinterFailed("Epson")],
    "ProjectorGone": [errors.ProjectorGone()],
    "PublisherUnknown": [trust_errors.PublisherUnknown("A club", ("kite", "drum"))],
    "WordsDiffer": [trust_errors.WordsDiffer("A club")],
    "PublisherOther": [trust_errors.PublisherOther("A club")],
    "KeyRevoked": [trust_errors.KeyRevoked("A club")],
    "ListForked": [trust_errors.ListForked("A club")],
    "PackOlder": [trust_errors.PackOlder("core", "1.2", "1.1")],
    "VersionTaken": [trust_errors.VersionTaken("core", "1.2")],
    "PhraseMissing": [hub_errors.PhraseMissing()],
    "SheetMistyped": [hub_errors.SheetMistyped(0), hub_errors.SheetMistyped(3)],
    "SheetPhraseWrong": [hub_errors.SheetPhraseWrong()],
    "LrsRefused": [hub_errors.LrsRefused("https://lrs.example/xapi", 403)],
    "LrsSilent": [hub_errors.LrsSilent("https://lrs.example/xapi")],
    "ExtraMissing": [hub_errors.ExtraMissing("duckdb")],
    "PortTaken": [hub_errors.PortTaken(8081)],
    "ClockWrong": [errors.ClockWrong(NOW, NOW)],
}


def kinds(of=errors.Mishap):
    for kind in of.__subclasses__():
        if not kind.__name__.startswith("_"):
            yield kind
        yield from kinds(kind)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda k: k.__name__)
@pytest.mark.parametrize("lang", [each.code for each in LANGUAGES])
def test_each_mishap_is_told_in_each_language(kind, lang):
    w = words(lang, own_digits=True)
    for mishap in SAMPLES.get(kind.__name__) or [kind(P)]:
        said = explain(mishap, w)
        if kind is not errors.Unforeseen:
            assert said != explain(errors.Unforeseen(""), w), "has no words of its own"
        for part in (said.title, said.happened, said.safe, said.now):
            assert part.strip()
            assert not re.search(r"[{}!]|Error|None|Traceback", part)


def test_a_mishap_shows_its_fields_in_logs():
    assert "x.db" in str(errors.DiskFull(P))


def test_a_mishap_that_has_no_words_yet_is_told_as_unforeseen():
    class New(errors.Mishap):
        pass

    assert explain(New(), words("en")).title == "Something did not work"
    del New


def test_what_a_full_and_a_closed_disk_are():
    assert isinstance(errors.of_writing(OSError(28, ""), P, 7), errors.DiskFull)
    assert isinstance(errors.of_writing(OSError(13, ""), P), errors.FolderReadOnly)
    assert isinstance(errors.of_writing(OSError(5, ""), P), errors.FolderReadOnly)
