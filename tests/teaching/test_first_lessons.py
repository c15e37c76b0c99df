"""Three lessons for somebody who opens the kit for the first time."""

from milkit.packs.row import Row
from milkit.teaching.first_lessons import first_lessons


def row(name, topic="rumours", *, minutes=40, half=20, needs=("projector",), lang="en"):
    return Row(
        id=name, lang=lang, title=name, summary="", topic=topic, band="J",
        ages=(12, 14), minutes=minutes, optional_minutes=0, half_minutes=half,
        needs=needs, kinds=(), unesco=(), competencies=(), review="draft",
    )  # fmt: skip


def chosen(rows, period=40, lang="en", *, projector=True):
    found = first_lessons(rows, period, lang, projector=projector)
    return [each.id for each in found]


def test_the_path_for_beginners_leads_and_topics_differ():
    rows = [row("L40"), row("L09"), row("L08"), row("L14", "images"), row("L02", "ads")]
    assert chosen(rows) == ["L02", "L08", "L14"]


def test_whole_lessons_come_before_those_in_two_parts_and_those_too_long():
    rows = [row("L02", minutes=60, half=0), row("L08", minutes=50, half=25), row("L40")]
    assert chosen(rows) == ["L40", "L08", "L02"]


def test_without_a_projector_paper_comes_first():
    rows = [row("L02"), row("L40", needs=("paper",)), row("L39", needs=())]
    assert chosen(rows, projector=False) == ["L40", "L39", "L02"]
    assert chosen(rows, projector=True)[0] == "L02"


def test_lessons_in_the_language_come_first():
    assert chosen([row("L02"), row("L40", lang="th")], lang="th") == ["L40", "L02"]


def test_the_same_topic_again_is_better_than_a_lesson_that_does_not_fit():
    rows = [row("L02"), row("L08"), row("L14", "images", minutes=90, half=0)]
    assert chosen(rows) == ["L02", "L08", "L14"]
    assert chosen([]) == []
