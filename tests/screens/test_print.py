"""The print page, with real lessons, real records and real PDFs."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.ground.settings import Settings
from milkit.screens import print_wishes
from milkit.screens.print import PrintScreen
from milkit.screens.print_wishes import Wishes
from milkit.widgets.background import Background
from milkit.widgets.lines import plain
from tests.press.conftest import text_of
from tests.wardrobe import covering

LOOKS = [
    ("light", "en", 100), ("dark", "en", 100), ("contrast", "en", 100),
    ("light", "en", 200), ("light", "th", 100), ("dark", "km", 130),
    ("light", "my", 100), ("light", "vi", 150), ("contrast", "my", 200),
]  # fmt: skip


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def show(qtbot, dressed, library, records, background):
    def make(look=("light", "en", 100), class_id="", lang="en", size=(1154, 690)):
        made = PrintScreen(dressed(*look), library, records, Settings(), background)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        made.show_lesson("L14", lang, class_id)
        made.refresh()
        qtbot.waitUntil(lambda: not made.desk._waiting, timeout=30_000)
        for _ in range(4):
            QApplication.processEvents()
        return made

    return make


@pytest.fixture
def done(qtbot):
    """Wait until what a screen does in its thread has ended."""

    def wait(screen):
        qtbot.waitUntil(lambda: not screen.work.busy, timeout=20_000)

    return wait


def press(qtbot, widget, text):
    QApplication.processEvents()
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    assert found, text
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def words(widget):
    QApplication.processEvents()
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return plain("\n".join(label.accessibleName() or label.text() for label in labels))


def tick(qtbot, screen, part):
    qtbot.mouseClick(screen.parts.rows[part].tick, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def sheets(screen, part):
    return int(screen.parts.rows[part].count.text().split()[0])


def pages(path):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def test_it_counts_the_paper_for_the_class_and_says_how(show, group):
    screen = show(class_id=group.id)
    assert screen.head.students.value() == 47
    assert sheets(screen, "handout-slip") == 12
    assert sheets(screen, "plan") == 1
    total = sum(sheets(screen, part) for part in screen.parts.ticked())
    assert screen.print.accessibleName() == f"Print {total} sheets"
    assert "For 47 students, no spare copies." in words(screen.total)
    assert screen.parts.ticked()[0] == "plan"
    assert screen.parts.ticked()[-1] == "key"


def test_another_number_of_students_is_counted_at_once(qtbot, show):
    screen = show()
    before = sheets(screen, "handout-slip")
    screen.head.students.setValue(80)
    qtbot.waitUntil(lambda: not screen.desk._waiting, timeout=30_000)
    assert (before, sheets(screen, "handout-slip")) == (10, 20)
    press(qtbot, screen, "Add 3 spare copies")
    assert sheets(screen, "handout-slip") == 21
    assert "3 spare copies" in words(screen.total)
    press(qtbot, screen, "No spare copies")
    assert sheets(screen, "handout-slip") == 20


def test_a_part_that_is_ticked_is_shown_and_counted(qtbot, show):
    screen = show()
    count = len(screen.preview._pages)
    tick(qtbot, screen, "handout-moves")
    assert len(screen.preview._pages) == count + 1
    assert screen.preview.title.text() == "Pocket card: three moves"
    for part in screen.parts.ticked():
        tick(qtbot, screen, part)
    assert not screen.print.isEnabled()
    assert not screen.pdf.isEnabled()
    assert screen.preview.title.text() == "Nothing is ticked"


def test_pages_are_turned(qtbot, show):
    screen = show()
    assert not screen.preview.back.isEnabled()
    press(qtbot, screen, "Next page")
    assert screen.preview.place.text().startswith("page 2 of")
    assert screen.preview.title.text() == "Pair sheet: the footbridge"
    while screen.preview.next.isEnabled():
        screen.preview.turn(1)
    assert screen.preview.title.text() == "Answer key"
    press(qtbot, screen, "Page before")


def test_a_copy_in_grey_has_no_colour(qtbot, show):
    screen = show()
    screen.preview.turn(1)

    def colours():
        qtbot.wait(1)
        image = screen.preview.view.grab().toImage()
        return any(
            image.pixelColor(x, y).saturation() > 40
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        )

    assert not colours()
    screen.preview.colours.chosen.emit("colour")
    QApplication.processEvents()
    assert colours()


def test_the_pdf_holds_each_page_once_and_a_slip(qtbot, show, done, group, tmp_path):
    screen = show(class_id=group.id)
    path = tmp_path / "ใบงาน.pdf"
    screen.save_to(path)
    done(screen)
    texts = text_of(path)
    assert len(texts) == len(screen.preview._pages) + 1
    assert "For the copy shop" in texts[0]
    assert "For 47 students." in texts[0]
    assert "Teacher only" in texts[-1]
    assert "The PDF is saved" in words(screen.work)


def test_the_printer_gets_every_page_as_often_as_it_is_needed(show, done, tmp_path):
    screen = show()
    path = tmp_path / "printed.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    screen.print_to(printer)
    done(screen)
    total = sum(sheets(screen, part) for part in screen.parts.ticked())
    assert pages(path) == total
    assert "All pages are with the printer" in words(screen.work)
    assert printer.docName() == "Find the first photo"


def test_the_copy_shop_way_prints_masters_and_a_slip(show, done, tmp_path):
    screen = show()
    path = tmp_path / "masters.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    screen.print_to(printer, masters=True)
    done(screen)
    count = len(screen.preview._pages) + 1
    assert pages(path) == count
    assert screen.copy_shop.button.accessibleName() == f"Print {count} sheets"


@pytest.mark.skipif(
    bool(QPrinterInfo.availablePrinterNames()), reason="a printer is set up here"
)
def test_without_a_printer_it_says_what_to_do(qtbot, show):
    screen = show()
    qtbot.mouseClick(screen.print, Qt.MouseButton.LeftButton)
    said = words(screen.work)
    assert "Nothing was printed" in said
    assert "save a PDF and print it in town" in said
    assert screen.print.isEnabled()


def test_a_place_that_takes_nothing_is_told_and_nothing_is_lost(show, done, tmp_path):
    (tmp_path / "file").write_text("no folder")
    screen = show()
    screen.save_to(tmp_path / "file" / "out.pdf")
    done(screen)
    assert words(screen.work).strip()
    assert screen.pdf.isEnabled()
    screen.save_to(tmp_path / "out.pdf")
    done(screen)
    assert "The PDF is saved" in words(screen.work)


def test_what_was_chosen_is_remembered_for_the_class(
    qtbot, show, done, group, tmp_path
):
    screen = show(class_id=group.id)
    tick(qtbot, screen, "key")
    tick(qtbot, screen, "handout-moves")
    screen.parts.form.chosen.emit("generic")
    press(qtbot, screen, "Add 3 spare copies")
    screen.save_to(tmp_path / "a.pdf")
    done(screen)
    again = show(class_id=group.id)
    assert "key" not in again.parts.ticked()
    assert "handout-moves" in again.parts.ticked()
    assert again.parts.form.value() == "generic"
    assert "3 spare copies" in words(again.total)
    other = show()
    assert "key" in other.parts.ticked()
    assert other.parts.form.value() == "one-page"


def test_choices_are_written_once_and_garbage_is_no_harm(records, group):
    wishes = Wishes(students=47, form="th", spare=3)
    print_wishes.remember(records, group.id, wishes)
    print_wishes.remember(records, group.id, wishes)
    told = [e for e in records.events(group.id) if e.kind == print_wishes.KIND]
    assert len(told) == 1
    assert print_wishes.read(records, group.id) == wishes
    odd = {"students": "many", "kinds": 7, "spare": -4, "form": None, "new": True}
    records.append(print_wishes.KIND, records.install, odd)
    assert print_wishes.read(records, "") == Wishes(spare=0)
    assert records.check() == []


def test_the_paper_is_a_setting(qtbot, show):
    screen = show()
    told = []
    screen.settings_changed.connect(told.append)
    screen.head.paper.chosen.emit("letter")
    screen.head.paper.set_value("letter")
    assert told[0].paper == "letter"
    assert "Letter" in words(screen.total) or "A4" in words(screen.total)


def test_two_languages_share_a_sheet(qtbot, show, done, tmp_path):
    screen = show()
    qtbot.mouseClick(screen.options.languages["th"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.desk._waiting, timeout=30_000)
    each = sheets(screen, "handout-pair")
    qtbot.mouseClick(screen.options.together, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.desk._waiting, timeout=30_000)
    assert sheets(screen, "handout-pair") < each
    screen.save_to(tmp_path / "two.pdf")
    done(screen)
    texts = "\n".join(text_of(tmp_path / "two.pdf"))
    assert "Pair sheet: the footbridge" in texts
    assert "ใบงาน" in texts


def test_the_last_language_cannot_be_taken_away(qtbot, show):
    screen = show()
    qtbot.mouseClick(screen.options.languages["en"], Qt.MouseButton.LeftButton)
    assert screen.options.chosen() == ("en",)


def test_class_and_date_stand_on_each_page_when_asked_for(
    qtbot, show, done, group, tmp_path
):
    screen = show(class_id=group.id)
    qtbot.mouseClick(screen.options.stamped, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.desk._waiting, timeout=30_000)
    screen.save_to(tmp_path / "a.pdf")
    done(screen)
    texts = text_of(tmp_path / "a.pdf")
    assert all("9 Anggrek" in text for text in texts[1:-5])


def test_a_lesson_that_is_not_there_is_told_in_words(show):
    screen = show()
    screen.show_lesson("L99", "en")
    assert words(screen.work).strip()


def test_the_page_stops_work_when_asked(qtbot, show, done, tmp_path):
    screen = show()
    path = tmp_path / "a.pdf"
    screen.save_to(path)
    screen.work.stop()
    done(screen)
    assert not path.exists() or pages(path)


@pytest.mark.parametrize(
    ("look", "size"), covering(LOOKS, [(1154, 690), (612, 640)]), ids=str
)
def test_nothing_is_cut_in_any_look(show, look, size):
    lang = look[1] if look[1] in ("id", "th") else "en"
    screen = show(look, lang=lang, size=size)
    screen.grab()
    assert screen.middle.horizontalScrollBar().maximum() == 0
    for one in (screen.print, screen.pdf):
        assert one.width() >= one.sizeHint().width()
        corner = one.mapTo(screen, one.rect().bottomRight())
        assert screen.rect().contains(corner), one.accessibleName()
