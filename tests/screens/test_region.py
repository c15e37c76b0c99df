"""The region: cloth by country and month, learning with intervals, files of it."""

import pytest
from PySide6.QtWidgets import QLabel

from milkit.hub import place, region
from milkit.hub.learning import Estimate, Pair, clustered
from milkit.hub.reporting import Cell, Report
from milkit.reports import files
from milkit.screens.region import RegionScreen
from milkit.screens.region_chart import Group, IntervalChart, Months, bounds, ticks
from milkit.widgets.background import Background
from tests.hub.fixtures import PHRASE

LOOKS = [
    ("light", "en", 100), ("dark", "km", 130), ("contrast", "th", 100),
    ("light", "my", 200),
]  # fmt: skip


@pytest.fixture
def background(qapp):
    made = Background(qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def show(qtbot, dressed, data, background):
    def make(look=("light", "en", 100), size=(1154, 690)):
        made = RegionScreen(dressed(*look), data, background)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def made_up():
    cells = tuple(
        Cell(country, f"2026-{month:02}", 2, 3 * month, 4, 3, many, 1)
        for country, many in (("KH", 60), ("LA", None), ("TL", 41))
        for month in range(1, 12)
        if (country, month) != ("LA", 4)
    )
    pairs = [
        Pair("i", country, f"c{n % 5}", (0.2 + n % 3 / 10, 0.1), (1 + n % 4 / 10, 0.0))
        for country, many in (("KH", 40), ("TL", 25), ("LA", 4), ("VN", 12))
        for n in range(many)
    ]
    report = Report(5, 400, 8, 9, 300, 20, 0, 2, 10, cells)
    return region.of(report, pairs, [])


def words_of(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: "-".join(map(str, each)))
def test_every_look_opens(show, look):
    page = show(look, (812, 640))
    page.show_region(made_up())
    assert not page.grab().isNull()
    assert len(page.findChildren(Months)) == 3


def test_it_says_a_sentence_and_hides_small_groups(show, qtbot):
    page = show()
    page.show_region(made_up())
    said = words_of(page)
    assert "Students tell false from true better than before." in said
    assert "2 groups are hidden" in said
    assert "cannot prove what caused the change" in said
    (chart,) = page.findChildren(IntervalChart)
    assert [one.name for one in chart.groups] == [
        "Cambodia",
        "Timor-Leste",
        "All together",
    ]
    with qtbot.waitSignal(page.print_chosen):
        page.print_now()
    with qtbot.waitSignal(page.file_chosen) as told:
        page.csv.click()
    assert told.args == ["csv"]


def test_a_month_with_nothing_received_is_a_line_not_a_nought(show):
    page = show()
    page.show_region(made_up())
    lao = page.findChildren(Months)[1]
    assert lao.months[3][1] is None
    assert "Apr 2026: –" in lao.accessibleDescription()


def test_the_file_holds_what_the_screen_shows_and_nothing_hidden(show):
    page = show()
    page.show_region(made_up())
    text = files.as_csv(page.report).decode("utf-8-sig")
    assert "Cambodia,2026-01,3,3,60,1" in text
    assert "Lao PDR,2026-01,3,3,,1" in text
    assert "Timor-Leste,25,5" in text
    assert "Viet Nam" not in text


def test_without_a_hub_it_leads_to_the_results(show, qtbot, data):
    page = show()
    page.refresh()
    assert "No results yet" in words_of(page)
    assert page.csv.isHidden()
    made = place.make(data / "hub", place.Wish("Kampong", country="KH"), PHRASE)
    place.remember(data, made)
    page.refresh()
    qtbot.waitUntil(lambda: page.report is not None, timeout=10_000)
    assert "No results yet" in words_of(page)


def test_the_axis_holds_every_interval():
    one = Estimate(0.2, -1.3, 2.7)
    assert bounds([Group("", (), one, one, "", "")]) == (-1.5, 3.0)
    assert ticks(-1.5, 3.0) == [-1, 0, 1, 2, 3]
    assert ticks(0, 1.5) == [0, 0.5, 1, 1.5]
    assert clustered([1.0], "a").low is None
