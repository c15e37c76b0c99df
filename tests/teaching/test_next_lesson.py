"""What is suggested to a class, and why."""

import pytest

from milkit.packs.row import Row
from milkit.records.classes import SchoolClass
from milkit.records.reading import RunRow
from milkit.teaching.next_lesson import Fits, Why, fits, ideas, topics_taught

GROUP = SchoolClass("c", "9 Anggrek", 47, (12, 14), "", 40)


def row(lesson, topic="rumours", ages=(12, 14), minutes=40, half=20, lang="en"):
    return Row(
        lesson, lang, f"Lesson {lesson}", "", topic, "J", ages, minutes, 20, half,
        (), (), (), (), "draft", languages=(lang,),
    )  # fmt: skip


def run(lesson, topic="rumours", how="finished", n=1):
    return RunRow(
        f"r{n}", n, lesson, "en", "core", "1", f"Lesson {lesson}", topic, "c",
        "9 Anggrek", 47, 44, 40, "2026-11-12T10:05:00.000+07:00",
        "2026-11-12T10:49:00.000+07:00", how, "s", 6, 6, 2640, 0, "", "", False,
    )  # fmt: skip


LIBRARY = [
    row("L02", "media", (9, 11)),
    row("L08"),
    row("L14", "images"),
    row("L16", "rumours"),
    row("L19", "sources"),
    row("L23", "hate", (15, 18)),
]


def test_a_class_without_lessons_begins_with_the_first_of_the_starters_for_its_age():
    best = ideas(LIBRARY, [], GROUP)[0]
    assert (best.row.id, best.why) == ("L08", Why.BEGIN)
    young = GROUP._replace(ages=(9, 10))
    assert ideas(LIBRARY, [], young)[0].row.id == "L02"


def test_a_lesson_that_builds_on_the_last_one_comes_first():
    best = ideas(LIBRARY, [run("L08")], GROUP)[0]
    assert (best.row.id, best.why, best.after) == (
        "L16",
        Why.BUILDS_ON,
        "Lesson L08",
    )


def test_it_builds_on_the_nearest_lesson_of_the_path_and_skips_what_does_not_suit():
    library = [*LIBRARY, row("L09", "rumours", (9, 11))]
    had = [run("L21", n=3), run("L08", n=2), run("L02", "media", n=1)]
    old = GROUP._replace(ages=(14, 14))
    best = ideas(library, had, old)[0]
    assert (best.row.id, best.why, best.after) == ("L16", Why.BUILDS_ON, "Lesson L08")


def test_topics_not_woven_come_before_the_woven_ones():
    had = [run("L19", "sources", n=3), run("L16", n=2), run("L08", n=1)]
    found = ideas(LIBRARY, had, GROUP)
    assert (found[0].row.id, found[0].why) == ("L14", Why.NEW_TOPIC)


def test_lessons_for_older_students_are_left_out_and_younger_ones_come_last():
    found = ideas(LIBRARY, [], GROUP)
    assert "L23" in [idea.row.id for idea in found]  # 15 is a year from 14
    assert "L23" not in [
        i.row.id for i in ideas(LIBRARY, [], GROUP._replace(ages=(10, 12)))
    ]
    assert found[-1].row.id in {"L02", "L23"}


def test_what_the_class_has_had_comes_last_the_oldest_first():
    had = [run("L16", n=2), run("L08", n=1)]
    found = ideas([row("L16"), row("L08")], had, GROUP)
    assert [(i.row.id, i.why) for i in found] == [
        ("L08", Why.AGAIN),
        ("L16", Why.AGAIN),
    ]


def test_a_lesson_that_was_given_up_was_not_had():
    assert ideas([row("L08")], [run("L08", how="abandoned")], GROUP)[0].why is Why.BEGIN


def test_the_second_part_of_the_last_lesson_comes_before_all():
    found = ideas(LIBRARY, [run("L14", "images")], GROUP, ["L14"])
    assert (found[0].row.id, found[0].why) == ("L14", Why.SECOND_PART)


def test_the_language_of_the_class_goes_before_the_path():
    rows = [row("L16", lang="en"), row("L14", "images", lang="km")]
    assert ideas(rows, [run("L08")], GROUP)[0].row.id == "L16"
    assert ideas(rows, [run("L08")], GROUP._replace(lang="km"))[0].row.id == "L14"


def test_a_copy_of_the_teachers_own_counts_as_its_lesson():
    found = ideas([row("L08")], [run("L08-2")], GROUP)
    assert found[0].why is Why.AGAIN


@pytest.mark.parametrize(
    ("minutes", "fit"),
    [(45, Fits.WHOLE), (40, Fits.WHOLE), (30, Fits.IN_TWO_PARTS), (15, Fits.TOO_LONG)],
)
def test_lessons_fit_a_period_whole_in_two_parts_or_not(minutes, fit):
    assert fits(row("L08"), minutes) is fit


def test_an_empty_library_gives_no_idea():
    assert ideas([], [run("L08")], GROUP) == []


def test_topics_count_what_was_taught_also_when_it_was_stopped_early():
    glance = run("L19", "sources", how="abandoned")._replace(seconds=20)
    had = [run("L08", how="abandoned"), run("L14", "images"), glance]
    assert topics_taught(had) == {"rumours": 1, "images": 1}
