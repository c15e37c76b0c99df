"""
Draw all parts of the window offscreen into build/gallery/, to look at them.

    QT_QPA_PLATFORM=offscreen python packaging/gallery.py [PAGE …]

Texts here are samples for the eye; the kit's own words come from its catalogues.
"""

from __future__ import annotations

# ruff: noqa: E501, PLR0915 - sample texts in one piece, a page of samples a function
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.languages import LANGUAGES
from milkit.ground.words import words
from milkit.widgets import lesson_words
from milkit.widgets.buttons import Button
from milkit.widgets.cards import Card, CardGrid
from milkit.widgets.choices import BigChoices, Pills, Segments, Tick
from milkit.widgets.fields import (
    Choice,
    Field,
    NumberField,
    SearchField,
    TextArea,
    TextField,
)
from milkit.widgets.filters import Filter, Pill
from milkit.widgets.frame import Specimen
from milkit.widgets.labels import IconLabel, KeyCap, Label, Tag
from milkit.widgets.look import Look, arguments, dress, look_for
from milkit.widgets.marks import Logo, Mark
from milkit.widgets.notice import Empty, Note, Question
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.rail import Span, Strip, TimeRail
from milkit.widgets.reader import Prose
from milkit.widgets.sidebar import Place, Sidebar
from milkit.widgets.steps import StepLine, StepList
from milkit.widgets.theme import TOPICS
from milkit.widgets.thread import Progress, Thread
from milkit.widgets.timer import Timer
from milkit.widgets.toast import Toast
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


def sample_cards() -> list[Card]:
    titles = [
        ("images", "The flood photo that travelled", "projector"),
        ("sources", "Who is behind this page? Reading sideways", "projector"),
        ("rumours", "Stop, breathe, check: rumours after an earthquake", ""),
        ("images", "A voice that sounds like my uncle", "speaker"),
        ("ads", "Is this a review or an advertisement?", ""),
        ("privacy", "What the free game knows about you", "phones"),
        ("hate", "Words that shrink people", ""),
        ("media", "How a headline chooses for you", "projector"),
        (
            "sources",
            "The miracle leaf: tracing a health claim, and then one more line of title that cannot fit",
            "practice-web",
        ),
    ]
    icons = lesson_words.NEED_ICONS
    w = words("en")
    badges = {
        0: ("Taught 12 Nov", "quiet"),
        5: ("New in this kit", "info"),
        6: ("Read tips first", "tip"),
    }
    return [
        Card(
            key=str(i),
            topic=topic,
            topic_name=lesson_words.topic_name(topic, w),
            title=title,
            facts=(
                ("clock", "45 min"),
                ("student", "Age 12–14"),
                (icons[need], lesson_words.need_name(need, w)),
            ),
            languages=lesson_words.language_names(
                ("en", "th", "my", "km", "lo")[: 1 + i % 5]
            ),
            badge=badges.get(i, ("", ""))[0],
            badge_tone=badges.get(i, ("", "quiet"))[1],
        )
        for i, (topic, title, need) in enumerate(titles)
    ]


def page_home(look: Look) -> QWidget:
    places = [
        Place("home", "Home", "house"),
        Place("lessons", "Lessons", "books"),
        Place("classes", "My classes", "users-three"),
        Place("training", "Training", "graduation-cap"),
        Place("outreach", "Outreach", "megaphone"),
        Place("reports", "Reports", "chart-bar"),
        Place("kit", "Make a kit", "stick", apart=True),
        Place("settings", "Settings", "gear-six"),
    ]
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    side = Sidebar(look, places)
    side.set_place("home")
    side.set_state("Working offline", "12 records waiting.\nAll saved on this laptop.")
    box.addWidget(side)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(24, 14, 24, 0)
    top = QHBoxLayout()
    top.addWidget(
        SearchField(look, "Search", "Search lessons, activities, handouts…"), 1
    )
    top.addWidget(KeyCap(look, "Ctrl K"))
    top.addStretch()
    top.addWidget(Button(look, "English · ไทย", "translate"))
    top.addWidget(Button(look, "Help", "question"))
    column.addLayout(top)
    strip = Strip(look)
    strip.set_steps(
        [
            Span(5, "", "done"),
            Span(8, "", "done"),
            Span(12, "", "now"),
            Span(10),
            Span(7),
            Span(3),
        ]
    )
    column.addWidget(strip)
    pills = QWidget()
    flow = Flow(pills)
    ages = Filter(look, "Ages", [("12", "Ages 12–16"), ("10", "Ages 10–12")])
    ages.set_chosen(["12"])
    for part in (
        Label(look, "Show", "strong", colour="ink2", wrap=False),
        ages,
        Filter(look, "Topic", [("a", "b")]),
        Filter(look, "Competency", []),
        Button(look, "Clear 2 filters", "x", kind="quiet"),
    ):
        flow.addWidget(part)
    column.addWidget(pills)
    grid = CardGrid(look, "Lessons")
    grid.set_cards(sample_cards())
    column.addWidget(grid, 1)
    box.addWidget(right, 1)
    return holder


def page_fields(look: Look) -> QWidget:
    field = Field(
        look,
        "Title of step 3",
        TextField(look, "Title", "Where in our district was this photo taken?"),
    )
    field.set_changed("changed by you")
    off = TextField(look, "Off", "Not now")
    off.setEnabled(False)
    missing = TextField(look, "Place", "", "Where is it?")
    missing.set_missing(True)
    one = Tick(look, "Both languages on the same sheet, side by side")
    one.setChecked(True)
    left = column(
        field,
        Field(look, "Minutes", NumberField(look, "Minutes", 14), "From 1 to 90"),
        Field(
            look,
            "Students work",
            Choice(look, "Students work", [("p", "In pairs"), ("c", "Whole class")]),
        ),
        Field(
            look,
            "Say",
            TextArea(
                look,
                "Say",
                "Look for signs, scripts, buildings, clothes, weather. Two clues per pair. Write them down before you talk.",
            ),
        ),
        missing,
        off,
        one,
        Tick(
            look,
            "Remind me of a 5-minute booster",
            "“One photo, one question” on Wednesday 2 December. Short repeats make learning last.",
        ),
    )
    left.setFixedWidth(look.px(420))
    langs = [(x.code, x.own, x.english, x.code) for x in LANGUAGES]
    right = column(
        Segments(
            look,
            "Text size",
            [("100", "100 %"), ("115", "115 %"), ("130", "130 %")],
            "100",
        ),
        Pills(
            look,
            "Period",
            [(str(n), f"{n} minutes") for n in (30, 35, 40, 45, 50, 60)],
            "45",
        ),
        BigChoices(look, "Language", langs, "en", 4),
        row(
            Pill(look, "ไทย", "plus"),
            Button(look, "Keyboard focus"),
            Button(look, "Keyboard focus", kind="primary"),
        ),
    )
    return row(left, right)


def page_states(look: Look) -> QWidget:
    first = column(
        Empty(
            look,
            "No classes yet",
            "Add one class with its number of students. Names are optional and stay on this laptop.",
            [Button(look, "Add a class", "plus", kind="primary")],
        ),
        Empty(
            look,
            "No lesson matches “robot”",
            "Check the spelling, or clear the 2 filters. 4 lessons are about AI.",
            [
                Button(look, "Clear 2 filters", "x"),
                Button(look, "Show AI lessons", kind="primary"),
            ],
            topic="rumours",
        ),
    )
    question = Question(
        look,
        "End the lesson now?",
        "Steps 3 to 6 are not taught yet. Your counts from steps 1 and 2 are saved.",
        "Keep teaching",
        "End lesson",
    )
    question.setWindowFlags(Qt.WindowType.Widget)
    second = column(
        question,
        Note(
            look,
            "error",
            "This picture could not be opened",
            "The file flood-02 is damaged. The rest of the lesson works. Use the printed picture, or copy the lesson again from your kit.",
            buttons=[
                Button(look, "Copy from the kit", "stick"),
                Button(look, "Teach without it", kind="quiet"),
            ],
        ),
        Note(
            look,
            "tip",
            "The projector was unplugged",
            "Your timer is still running and the counts are saved. Plug it in again and the class view comes back by itself.",
            "projector-screen",
        ),
        Note(
            look,
            "good",
            "On time",
            "If you finish this step now, 5 minutes are free.",
            "clock-clockwise",
        ),
        Note(
            look,
            "tip",
            "",
            "If everyone votes the same way, ask: “What would you need to see to change your mind?”",
        ),
    )
    progress = Progress(look, "Opening the Burmese pictures")
    progress.set_progress(14, 22, "You can go on working.")
    panel = Panel(look)
    panel.box.addWidget(progress)
    third = column(
        Toast(look, "Counts saved", "Undo"),
        Toast(look, "12 records sent", "See list", icon="cloud-check-fill"),
        panel,
    )
    holder = QWidget()
    box = QHBoxLayout(holder)
    for part in (first, second, third):
        box.addWidget(part, 1)
    return holder


def page_teach(look: Look) -> QWidget:
    rail = TimeRail(look)
    rail.set_steps([Span(n) for n in (5, 8, 12, 10, 7, 3)], 45)
    over = TimeRail(look)
    over.set_steps([Span(n) for n in (5, 8, 12, 10, 7, 3)], 40)
    short = TimeRail(look)
    short.set_steps([Span(5, "", "done"), Span(8, "", "now"), Span(12)], 40)
    timer = Timer(look)
    timer.set_time(312, 480)
    late = Timer(look)
    late.set_time(-75, 480)
    thread = Thread(look, look.theme.dye("images").ink)
    thread.set_count(17, 41)
    frame = Specimen(look)
    frame.box.addWidget(
        Label(
            look, "“Bridge gone! They are hiding it. Share now!”", "study", serif=True
        )
    )
    marks = row(
        *(Mark(look, m) for m in ("yes", "no", "unsure")),
        *(Mark(look, "", i) for i in range(4)),
        Logo(look, 44, on_side=False),
    )
    left = column(
        rail,
        over,
        short,
        thread,
        Label(look, "17 of 41 said false", "small", colour="ink2"),
        frame,
        marks,
    )
    lines = [
        StepLine(
            "1",
            "Warm up: what do you see?",
            "Show the photo with no caption. Students name only what is in the picture.",
            "5 min",
            "Whole class",
            "done",
        ),
        StepLine(
            "2",
            "Vote: real, false, or can’t tell?",
            "Read the caption aloud. Count hands and keep the numbers for step 5.",
            "8 min",
            "Whole class",
            "now",
        ),
        StepLine(
            "3",
            "Where was this photo taken?",
            "Look for signs, scripts, buildings, clothes, weather. Two clues per pair.",
            "12 min",
            "Pairs",
        ),
        StepLine(
            "4",
            "Check with other sources",
            "Read three result pages in the Practice Web, or the paper set.",
            "10 min",
            "Groups of 4",
        ),
    ]
    steps = StepList(look, "Steps")
    steps.set_steps(lines)
    short_steps = StepList(look, "Steps", compact=True)
    short_steps.set_steps([s._replace(minutes=s.minutes.split(" ")[0]) for s in lines])
    short_steps.setFixedWidth(look.px(248))
    middle = column(steps, short_steps)
    prose = Prose(look)
    prose.set_html(
        "<p>Read this caption with me. <b>Do not decide</b> with a friend yet.</p><ul><li>Signs</li><li>Buildings and a long line that has to wrap somewhere</li></ul><h3>A heading</h3><p>And <a href='x'>a link</a>.</p>",
        "say",
    )
    thai = Prose(look)
    thai.set_html(f"<p>{SAMPLES['km']}</p><p>{SAMPLES['th']}</p>", "body", "km")
    right = column(timer, late, prose, thai)
    holder = QWidget()
    box = QHBoxLayout(holder)
    for part in (left, middle, right):
        box.addWidget(part, 1)
    return holder


PAGES = {
    "basics": page_basics,
    "home": page_home,
    "fields": page_fields,
    "states": page_states,
    "teach": page_teach,
}
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
    edge = 0 if page == "home" else 24
    box.setContentsMargins(edge, edge, edge, edge)
    box.addWidget(PAGES[page](look))
    holder.resize(1366, 768)
    holder.show()
    app.processEvents()
    OUT.mkdir(parents=True, exist_ok=True)
    holder.grab().save(str(OUT / f"{page}-{theme}-{lang}-{size}.png"))
    holder.close()


def main() -> None:
    app = QApplication(arguments(sys.argv[:1]))
    wanted = sys.argv[1:] or list(PAGES)
    for page in wanted:
        for theme, lang, size in LOOKS:
            draw(page, theme, lang, size)
    app.quit()


if __name__ == "__main__":
    main()
