"""
Draw all parts of the window offscreen into build/gallery/, to look at them.

    QT_QPA_PLATFORM=offscreen python packaging/gallery.py [PAGE …]

Texts here are samples for the eye; the kit's own words come from its catalogues.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.words import words
from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, KeyCap, Label, Tag
from milkit.widgets.look import Look, dress, look_for
from milkit.widgets.theme import TOPICS
from milkit.widgets.weave import paint_selvedge, paint_time, paint_topic

OUT = Path(__file__).parents[1] / "build" / "gallery"
SAMPLES = {
    "en": "Students trace a real photo that was shared again with a false caption.",
    "th": "นักเรียน\u200bสืบหา\u200bที่มา\u200bของ\u200bภาพ แล้ว\u200bตัดสินใจ\u200bว่า\u200bจะ\u200bแชร์\u200bหรือไม่",
    "lo": "ນັກຮຽນ\u200bຊອກ\u200bຫາ\u200bທີ່ມາ\u200bຂອງ\u200bຮູບ ແລ້ວ\u200bຕັດສິນໃຈ\u200bວ່າ\u200bຈະ\u200bແບ່ງປັນ\u200bຫຼືບໍ່",
    "km": "សិស្ស\u200bស្វែងរក\u200bប្រភព\u200bដើម\u200bនៃ\u200bរូបភាព រួច\u200bសម្រេចថា\u200bត្រូវ\u200bចែករំលែក\u200bឬ\u200bអត់។",
    "my": "ကျောင်းသားများသည် ဓာတ်ပုံ၏ မူရင်းကို ရှာဖွေပြီး မျှဝေသင့်၊ မသင့် ဆုံးဖြတ်ကြသည်။",
    "vi": "Học sinh tìm nguồn gốc của bức ảnh, rồi quyết định có nên chia sẻ hay không.",
}
TEACH = {
    "en": "Teach",
    "th": "เริ่มสอน",
    "lo": "ເລີ່ມສອນ",
    "km": "ចាប់ផ្តើមបង្រៀន",
    "my": "စတင်သင်ကြားပါ",
    "vi": "Dạy học",
}


class Cloth(QWidget):
    """All weaves, the selvedge, plait and bands."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(144, 680)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for i, topic in enumerate(TOPICS):
            paint_topic(p, QRectF(0, i * 70, 144, 60), topic, self._look.theme)
        paint_selvedge(p, QRectF(0, 500, 144, 8), self._look.theme)
        paint_selvedge(p, QRectF(0, 520, 144, 16), self._look.theme, 2)
        paint_time(p, QRectF(0, 550, 144, 14), 1, self._look)
        paint_time(p, QRectF(0, 570, 144, 14), 2, self._look)


def row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(10)
    for part in parts:
        box.addWidget(part)
    box.addStretch()
    return holder


def column(*parts: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(10)
    for part in parts:
        box.addWidget(part)
    box.addStretch()
    return holder


def page_basics(look: Look) -> QWidget:
    lang = look.words.lang
    off = Button(look, "Not ready yet")
    off.setEnabled(False)
    on = Button(look, "Freeze", "snowflake")
    on.setCheckable(True)
    on.setChecked(True)
    buttons = column(
        row(
            Button(look, TEACH.get(lang, "Teach"), "play-fill", kind="primary"),
            Button(look, "Duplicate & edit", "copy"),
            Button(look, "Clear filters", "x", kind="quiet"),
        ),
        row(Button(look, "Delete class", "trash", kind="danger"), off, on),
        row(
            Button(
                look, "Next step", kind="primary", trailing="arrow-right", tall=True
            ),
            Button(look, "Back", "arrow-left", tall=True),
        ),
        Label(look, "Title 28 bold", "title"),
        Label(look, "Section 20 bold", "section"),
        Label(look, "Card title 16 bold", "card"),
        Label(look, "Body 15. Two students share one paper."),
        Label(look, "Notes to say 19. Raise your hand now.", "say"),
        Label(look, "Small 13, never smaller.", "least", colour="ink2"),
        Label(look, "“Example text under study is set in serif.”", "study", serif=True),
        row(
            IconLabel(look, "clock", "45 min"),
            IconLabel(look, "student", "Age 12–14"),
            IconLabel(
                look,
                "check-circle-fill",
                "Fits your period exactly",
                colour="good",
                bold=True,
            ),
        ),
        row(
            Tag(look, "Checks images"),
            Tag(look, "SDG 4 Education", icon="globe-hemisphere-east"),
            Tag(look, "Draft translation", "tip", "pencil-simple"),
            Tag(look, "New in this kit", "info"),
        ),
        row(KeyCap(look, "Ctrl K"), KeyCap(look, "1 2 3"), KeyCap(look, "F1")),
    )
    texts = column(
        *(Label(look, SAMPLES[code], lang=code) for code in SAMPLES),
        *(Button(look, TEACH[code], "play-fill") for code in TEACH),
    )
    texts.setFixedWidth(look.px(300))
    return row(buttons, Cloth(look), texts)


PAGES = {"basics": page_basics}
LOOKS = [
    ("light", "en", 100),
    ("dark", "en", 100),
    ("contrast", "en", 100),
    ("light", "en", 200),
    ("light", "th", 100),
    ("light", "km", 100),
    ("light", "my", 100),
]


def draw(page: str, theme: str, lang: str, size: int) -> None:
    look = look_for(words(lang), theme, size)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, look)
    holder = QWidget()
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box = QVBoxLayout(holder)
    box.setContentsMargins(24, 24, 24, 24)
    box.addWidget(PAGES[page](look))
    holder.resize(1366, 768)
    holder.show()
    app.processEvents()
    OUT.mkdir(parents=True, exist_ok=True)
    holder.grab().save(str(OUT / f"{page}-{theme}-{lang}-{size}.png"))
    holder.close()


def main() -> None:
    app = QApplication(sys.argv[:1])
    wanted = sys.argv[1:] or list(PAGES)
    for page in wanted:
        for theme, lang, size in LOOKS:
            draw(page, theme, lang, size)
    app.quit()


if __name__ == "__main__":
    main()
