"""How a window looks and speaks: handed to every widget, never looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QPixmap

from milkit.ground.paths import resources
from milkit.widgets.icons import Icons
from milkit.widgets.theme import Theme, theme
from milkit.widgets.type import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from milkit.ground.words import Words


class Look(NamedTuple):
    """
    Everything a widget needs to draw itself.

    A change of theme, language or text size makes a new look, and app.py builds the
    screens anew with it: nothing repaints itself piece by piece.
    """

    theme: Theme
    type: Type
    words: Words
    icons: Icons
    less_movement: bool = False

    def px(self, length: float) -> int:
        """Give a height, width or gap at the chosen text size."""
        return self.type.grow(length)

    def colour(self, tone: str) -> QColor:
        """Give the colour of a token like "ink2", or of a #rrggbb as it is."""
        return QColor(tone if tone.startswith("#") else getattr(self.theme, tone))

    def icon(
        self, name: str, tone: str = "ink", px: int = 20, ratio: float = 1.0
    ) -> QPixmap:
        """Give an icon in a token's colour, *px* high at 100 %, for a pixel ratio."""
        colour = tone if tone.startswith("#") else getattr(self.theme, tone)
        return self.icons.pixmap(name, colour, self.px(px), ratio)


def look_for(
    words: Words, name: str = "light", size: int = 100, *, less_movement: bool = False
) -> Look:
    """Make the look of a window: *name* is light, dark or contrast, *size* percent."""
    home = resources()
    letters = Type(words.lang, home / "fonts", size)
    return Look(theme(name), letters, words, Icons(home / "icons"), less_movement)


def arguments(given: Sequence[str]) -> list[str]:
    """
    Add the style to the arguments that QApplication is made with.

    Setting it later would hand us a class that takes 8 ms to load.
    """
    return [*given, "-style", "fusion"]


def dress(app: QApplication, look: Look) -> None:
    """
    Give the whole application a look: palette, font and one style sheet.

    The style comes with the application's arguments, see *arguments*.
    """
    look.type.begin()
    app.setPalette(_palette(look.theme))
    app.setFont(look.type.font("body"))
    app.setStyleSheet(sheet(look))


def system_theme() -> str:
    """Give the theme that the system asks for: light, dark or contrast."""
    hints = QGuiApplication.styleHints()
    wanted = hints.accessibility().contrastPreference()
    if wanted == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def sheet(look: Look) -> str:
    """Fill the style sheet's places with the theme's colours and scaled heights."""
    edge = look.theme.edge
    fill = {name: str(value) for name, value in look.theme._asdict().items()}
    fill["field"] = f"{look.px(44) - 14 - 2 * edge}px"
    fill["focus_pad"] = f"{5 + edge}px {10 + edge}px"  # the 2 px edge moves nothing
    fill["area_focus_pad"] = f"{4 + edge}px {6 + edge}px"

    def place(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        height = re.fullmatch(r"h(\d+)", name)
        return f"{look.px(int(height[1]))}px" if height else fill[name]

    text = (resources() / "theme.qss").read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\$(?:\{(\w+)\}|(\w+))", place, text)


def _palette(colours: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, colours.bg),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.ink3),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.Highlight, colours.pri),
        (role.HighlightedText, colours.on_pri),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.ink),
        (role.Link, colours.pri),
        (role.LinkVisited, colours.pri),
        (role.Mid, colours.line),
    ):
        palette.setColor(which, QColor(colour))
    return palette
