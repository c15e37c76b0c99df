"""START-HERE.html: the first page of a stick, in all its languages, with no script."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.activities.printed import plain
from milkit.ground.languages import language
from milkit.ground.words import words
from milkit.kit.one_page import LOGO, head, styles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from milkit.ground.words import Words

PROGRAMS = ("windows", "macos", "linux")


class Doors(NamedTuple):
    """What is on the stick: programs by their folders, pages and quick starts."""

    programs: Collection[str]
    pages: Mapping[str, str]  # language -> address of its lessons
    starts: Mapping[str, str]  # language -> address of its quick start
    has_prints: bool


def start_here(langs: Iterable[str], doors: Doors) -> str:
    """Give the page; of *doors* only those are told that are there."""
    spoken = [words(lang) for lang in langs]
    buttons = "".join(
        f'<a class="button" href="#{w.lang}" lang="{w.lang}">'
        f"{plain(language(w.lang).own)}</a>"
        for w in spoken
    )
    parts = "\n".join(_Part(w, doors).whole() for w in spoken)
    brand = f'<span class="brand">{LOGO}MIL Kit</span>'
    return (
        f"{head('MIL Kit', spoken[0].lang, styles(w.lang for w in spoken))}\n<body>\n"
        f'<div class="selvedge"></div>\n'
        f'<header class="head"><div class="in">{brand}</div></header>\n'
        f'<main class="in">\n<p class="doors">{buttons}</p>\n{parts}\n</main>\n'
        "</body>\n</html>\n"
    )


class _Part:
    """Writes the page in one language."""

    def __init__(self, w: Words, doors: Doors) -> None:
        self._w, self._doors = w, doors

    def whole(self) -> str:
        """Write the part of this language."""
        w = self._w
        title = plain(w.t("Lessons on judging what we read, see and share"))
        offline = plain(w.t("No internet needed. Nothing is sent unless you agree."))
        parts = [self._windows(), self._macos(), self._linux(), self._browser()]
        doors = "\n".join(part for part in parts if part)
        return (
            f'<section class="start" id="{w.lang}" lang="{w.lang}">\n'
            f"<h1>{title}</h1>\n<p>{offline}</p>\n{doors}\n{self._refused()}\n"
            "</section>"
        )

    def _windows(self) -> str:
        if "windows" not in self._doors.programs:
            return ""
        said = self._w.t("Double-click this file:")
        more = self._w.t(
            "If Windows wants to protect your PC, choose More info, then Run anyway."
        )
        name = self._w.t("{system}, version 10 or newer", system="Windows")
        return _door(name, said, "MIL Kit.bat", more)

    def _macos(self) -> str:
        if "macos" not in self._doors.programs:
            return ""
        said = self._w.t("Open the file for your Mac in this folder:")
        more = self._w.t(
            "If it is refused, open System Settings, Privacy & Security, and choose "
            "Open Anyway."
        )
        name = self._w.t("{system}, version 13 or newer", system="macOS")
        return _door(name, said, "macos", more)

    def _linux(self) -> str:
        if "linux" not in self._doors.programs:
            return ""
        said = self._w.t("Open a terminal in the folder of the stick and type:")
        return _door("Linux", said, "sh start.sh", "")

    def _browser(self) -> str:
        w, doors = self._w, self._doors
        if not doors.pages:
            return ""
        said = w.t("Open the lessons in your language. Nothing is installed.")
        links = "".join(
            f'<a class="button{" first" if code == w.lang else ""}" lang="{code}"'
            f' href="{address}">{plain(language(code).own)}</a>'
            for code, address in doors.pages.items()
        )
        more = [w.t("On a phone: copy one of these files to it. One file is enough.")]
        if doors.has_prints:
            more.append(w.t("Lessons to print are in the folder static/print."))
        start = doors.starts.get(w.lang, "")
        print_it = w.t("Quick start for teachers")
        link = f'<p><a href="{start}">{plain(print_it)} (PDF)</a></p>' if start else ""
        inside = "".join(f"<p>{plain(line)}</p>" for line in more)
        title = plain(w.t("Any other computer, or a phone"))
        return (
            f'<div class="door"><h2>{title}</h2>\n<p>{plain(said)}</p>\n'
            f"<p>{links}</p>\n{inside}{link}</div>"
        )

    def _refused(self) -> str:
        """Say what to do when a program does not start; "" where there is none."""
        w = self._w
        if not self._doors.programs:
            return ""
        lines = [w.t("Is a file damaged or changed? MIL Kit can check the stick.")]
        if self._doors.pages:
            refused = w.t(
                "A school computer may refuse programs: use the browser then."
            )
            lines.insert(0, refused)
        told = "".join(f"<li>{plain(line)}</li>" for line in lines)
        title = plain(w.t("When something is refused"))
        return f'<div class="door"><h2>{title}</h2>\n<ul>{told}</ul></div>'


def _door(name: str, said: str, what: str, more: str) -> str:
    after = f'<p class="small">{plain(more)}</p>' if more else ""
    return (
        f'<div class="door"><h2>{plain(name)}</h2>\n<p>{plain(said)}</p>\n'
        f'<p class="file" lang="en">{plain(what)}</p>\n{after}</div>'
    )
