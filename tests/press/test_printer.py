"""PDF files as other programs see them: text, fonts, paper, and what goes wrong."""

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from milkit.activities import paper as p
from milkit.activities.paper import Sheet
from milkit.ground.errors import Cancelled, FolderReadOnly, PrinterFailed
from milkit.press.ink import PAPERS, paper
from milkit.press.pages import Margin, laid
from milkit.press.printer import pdf, to_image, to_pdf, to_printer
from tests.press.conftest import fonts_of, text_of

SAID = {
    "en": "Look only at the picture",
    "vi": "Chỉ nhìn vào bức ảnh",
    "th": "ดูเฉพาะภาพ ที่เริ่มต้น",
    "km": "មើលតែរូបភាពប៉ុណ្ណោះ",
    "lo": "ເບິ່ງສະເພາະຮູບພາບເທົ່ານັ້ນ",
    "my": "ပုံကိုသာ ကြည့်ပါ",
    "tet": "Haree de'it ba imajen",
}
SCRIPTS = {"th": "Thai", "km": "Khmer", "lo": "Lao", "my": "Myanmar"}


def a_sheet(*blocks):
    return Sheet("s", "Title", blocks)


@pytest.mark.parametrize("lang", SAID)
def test_every_script_is_printed_with_its_own_font_inside(printed, lang):
    words = SAID[lang]
    blocks = (p.Heading(words), p.Text(f"<b>{words}</b> {words}"), p.Lines(1, words))
    _, path = printed(a_sheet(*blocks), lang)
    fonts = fonts_of(path)
    assert all(line[-5:][0] == "yes" for line in fonts), fonts  # emb
    wanted = SCRIPTS.get(lang, "")
    assert any(f"NotoSerif{wanted}" in line[0] for line in fonts), fonts
    assert all("Noto" in line[0] for line in fonts), fonts


@pytest.mark.parametrize("lang", ["th", "km", "lo", "my"])
def test_a_sheet_in_english_may_hold_words_of_another_script(printed, lang):
    _, path = printed(a_sheet(p.Text(f"The sign says {SAID[lang]}")))
    assert any(SCRIPTS[lang] in line[0] for line in fonts_of(path))


@pytest.mark.parametrize("lang", SAID)
def test_long_texts_stay_inside_the_margins(printed, lang):
    words = SAID[lang].replace(" ", "") * 12
    done, path = printed(a_sheet(p.Text(words), p.Bullets((words,))), lang)
    size = paper("a4")
    image = to_image(done.pages[0], _ink_of(printed, lang), size, 800)
    assert _is_white(image, 800 - int(800 * 16.5 / 210), 800)
    assert path.stat().st_size > 1000


def _ink_of(printed, lang):
    return printed.__closure__[0].cell_contents(lang)


def _is_white(image: QImage, left: int, right: int) -> bool:
    return all(
        image.pixelColor(x, y).lightness() > 200
        for x in range(left, right, 3)
        for y in range(0, image.height(), 2)
    )


def test_the_text_reads_in_order(printed):
    blocks = (
        p.Text("First words."),
        p.Specimen((p.Text("A claim.", study=True),)),
        p.Ticks((("yes", "Fits"), ("no", "Does not fit"), ("A", "Letter"))),
        p.Bullets(("one", "two"), ordered=True),
        p.Lines(2, "Why do you think so?"),
    )
    _, path = printed(a_sheet(*blocks))
    text = text_of(path)[0]
    wanted = ("Head", "Title", "First words.", "Made up for class", "A claim.", "Fits",
              "Does not fit", "1. one", "2. two", "Why do you think so?", "Foot",
              "Page 1 of 1")  # fmt: skip
    places = [" ".join(text.split()).find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_has_the_right_size(printed, name):
    _, path = printed(a_sheet(p.Text("x")), size=name)
    box = re.search(rb"/MediaBox\s*\[0 0 (\S+) (\S+?)\]", path.read_bytes())
    assert box
    wide, high = PAPERS[name]
    assert abs(float(box[1]) / 72 * 25.4 - wide) < 0.5
    assert abs(float(box[2]) / 72 * 25.4 - high) < 0.5


def test_a_missing_picture_is_told_in_words(printed):
    _, path = printed(a_sheet(p.Picture("", alt="A street under water.")))
    assert "A street under water." in text_of(path)[0]


def test_two_languages_stand_side_by_side(printed):
    both = p.Side((p.Text("Look."),), (p.Tongue("th", (p.Text(SAID["th"]),)),), 0.5)
    _, path = printed(a_sheet(both))
    assert any("NotoSerifThai" in line[0] for line in fonts_of(path))


def test_the_steps_stand_down_the_minutes(printed):
    step = p.Moment(5, "Look", "You do it.", "Pairs", "They do it.")
    moments = (step, replace(step, minutes=8))
    _, path = printed(a_sheet(p.Timed(("Minutes", "You", "Students"), moments)))
    text = text_of(path)[0]
    assert "0 to 5" in text
    assert "5 to 13" in text


def test_a_bar_and_boxes_are_set(printed):
    blocks = (p.Bar((p.Heading("Take care", 3), p.Text("Nobody has to speak."))),
              p.Bullets(("chalk", "a watch"), boxes=True))  # fmt: skip
    _, path = printed(a_sheet(*blocks))
    assert "Nobody has to speak." in text_of(path)[0]


def test_a_folder_that_takes_nothing_is_told(ink, tmp_path):
    dip, size = ink(), paper("a4")
    page = laid(a_sheet(p.Text("x")), Margin(), size, dip).pages[0]
    gone = tmp_path / "file"
    gone.write_text("no folder")
    with pytest.raises(FolderReadOnly):
        to_pdf(gone / "out.pdf", [(page, dip)], size)


def test_a_stopped_print_leaves_the_old_file(printed, ink):
    dip, size = ink(), paper("a4")
    done, path = printed(a_sheet(p.Text("x"), p.Break(), p.Text("y")))
    before = path.read_bytes()

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        to_pdf(path, [(page, dip) for page in done.pages], size, stop)
    assert path.read_bytes() == before


def test_progress_counts_the_pages(printed, ink):
    done, _ = printed(a_sheet(p.Text("x"), p.Break(), p.Text("y")))
    seen = []
    pdf([(page, ink()) for page in done.pages], paper("a4"), lambda *n: seen.append(n))
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(ink):
    dip, size = ink(), paper("a4")
    page = laid(a_sheet(p.Text("x")), Margin(), size, dip).pages[0]
    with pytest.raises(PrinterFailed):
        to_printer(QImage(), [(page, dip)], size, 300)
