"""How the kit looks and speaks: its language, letters, colours and movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from milkit.ground.languages import LANGUAGES, language
from milkit.ground.settings import TEXT_SIZES
from milkit.ground.words import spoken
from milkit.screens.settings_parts import LanguageRow, Section, ThemeSwatch
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills, Segments, Tick
from milkit.widgets.fields import Choice
from milkit.widgets.labels import Label
from milkit.widgets.panel import Divider, Flow, Panel

if TYPE_CHECKING:
    from milkit.ground.languages import Language
    from milkit.ground.settings import Settings
    from milkit.widgets.look import Look

_FIRST = 5  # languages that show at once
_ROOM = 130  # percent: larger letters need pills, which wrap


class LanguageSection(Section):
    """Languages of the kit and the lessons; *changed* tells a field and its value."""

    changed = Signal(str, object)

    def __init__(self, look: Look, settings: Settings) -> None:
        w = look.words
        super().__init__(look, w.t("Language of the kit"))
        self._settings = settings
        panel = Panel(look)
        edge = look.theme.edge
        panel.box.setContentsMargins(edge, edge, edge, edge)
        panel.box.setSpacing(0)
        self.rows: list[LanguageRow] = []
        self._more: list[QWidget] = []
        for each in _in_order(settings.language):
            self._add_row(panel, each)
        self.box.addWidget(panel)
        if self._more:
            self.box.addWidget(self._all(), 0, Qt.AlignmentFlag.AlignLeft)
        self._add_lessons()

    def _add_row(self, panel: Panel, each: Language) -> None:
        row = LanguageRow(self.look, each)
        row.setChecked(each.code == self._settings.language)
        row.clicked.connect(lambda _on=False: self.changed.emit("language", each.code))
        line = Divider(self.look)
        if self.rows:
            panel.box.addWidget(line)
        panel.box.addWidget(row)
        if len(self.rows) >= _FIRST:
            self._more += [line, row]
            line.hide()
            row.hide()
        self.rows.append(row)

    def _all(self) -> Button:
        w = self.look.words
        text = w.t("All {count} languages", count=w.number(len(self.rows)))
        button = Button(self.look, text, kind="quiet", trailing="caret-down")

        def show() -> None:
            for part in self._more:
                part.show()
            button.hide()

        button.clicked.connect(show)
        return button

    def _add_lessons(self) -> None:
        look, w = self.look, self.look.words
        self.box.addWidget(Label(look, w.t("Language of the lessons"), "strong"))
        options = [("", w.t("Same as the kit"))]
        options += [(each.code, each.own) for each in LANGUAGES]
        name = w.t("Language of the lessons")
        self.lessons = Choice(look, name, options, self._settings.lesson_language)
        self.lessons.chosen.connect(
            lambda code: self.changed.emit("lesson_language", code)
        )
        self.box.addWidget(self.lessons, 0, Qt.AlignmentFlag.AlignLeft)
        hint = w.t("A lesson that is not there in it comes in English.")
        self.box.addWidget(Label(look, hint, "least", colour="ink2"))


class LettersSection(Section):
    """How large the letters are, and how numbers are written."""

    changed = Signal(str, object)

    def __init__(self, look: Look, settings: Settings) -> None:
        w = look.words
        super().__init__(
            look, w.t("Text size"), w.t("Letters and buttons grow together.")
        )
        options = [
            (str(size), w.t("{count} %", count=w.number(size))) for size in TEXT_SIZES
        ]
        kind = Segments if look.type.size <= _ROOM else Pills
        self.sizes = kind(look, w.t("Text size"), options, str(settings.text_size))
        self.sizes.chosen.connect(
            lambda size: self.changed.emit("text_size", int(size))
        )
        self.box.addWidget(self.sizes)
        self.digits: Tick | None = None
        own = language(settings.language).digits
        if not own.isascii():
            text = w.t("Numbers in the language’s own digits")
            self.digits = Tick(look, text, own)
            self.digits.setChecked(settings.own_digits)
            self.digits.toggled.connect(lambda on: self.changed.emit("own_digits", on))
            self.box.addWidget(self.digits)


class ColoursSection(Section):
    """Light, dark or high contrast, or as the computer has it; and movement."""

    changed = Signal(str, object)

    def __init__(self, look: Look, settings: Settings) -> None:
        w = look.words
        super().__init__(look, w.t("Colours"))
        names = {
            "light": w.t("Light"),
            "dark": w.t("Dark"),
            "contrast": w.t("High contrast"),
        }
        shown = look.theme.name if settings.follow_system else settings.theme
        holder = QWidget()
        flow = Flow(holder, look.px(12))
        self.swatches = [ThemeSwatch(look, key, name) for key, name in names.items()]
        for swatch in self.swatches:
            swatch.setChecked(swatch.key == shown)
            swatch.clicked.connect(
                lambda _on=False, key=swatch.key: self.changed.emit("theme", key)
            )
            flow.addWidget(swatch)
        self.box.addWidget(holder)
        self.same = Tick(look, w.t("Same as this computer"))
        self.same.setChecked(settings.follow_system)
        self.same.toggled.connect(lambda on: self.changed.emit("follow_system", on))
        self.still = Tick(
            look, w.t("Less movement"), w.t("Nothing fades or moves across the screen.")
        )
        self.still.setChecked(settings.less_movement)
        self.still.toggled.connect(lambda on: self.changed.emit("less_movement", on))
        self.box.addWidget(self.same)
        self.box.addWidget(self.still)


def _in_order(chosen: str) -> list[Language]:
    """Give the languages of the kit, with the chosen one among the first."""
    found = list(spoken())
    late = [each for each in found[_FIRST:] if each.code == chosen]
    if late:
        found.remove(late[0])
        found.insert(_FIRST - 1, late[0])
    return found
