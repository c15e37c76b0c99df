"""All lessons of a language as one HTML file that any browser opens, offline."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from milkit.activities.printed import plain
from milkit.content import names
from milkit.content.markup import SIGNS
from milkit.content.page import page
from milkit.ground.languages import language
from milkit.ground.paths import resources
from milkit.kit import cloth
from milkit.kit.figures import Figures
from milkit.kit.letters import faces
from milkit.kit.slides import slides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from milkit.content.lesson import Lesson, Step
    from milkit.ground.words import Words
    from milkit.kit.slides import Slide

LOGO = (
    '<svg viewBox="0 0 34 34" width="28" height="28" aria-hidden="true">'
    '<path fill="#F2B233" d="M1 0h9v11H1zM24 0h9v11h-9zM12.500 11.500h9v11h-9z'
    'M1 23h9v11H1zM24 23h9v11h-9z"/><path fill="#E9F0F0" d="M11.500 1h11v9h-11z'
    'M0 12.500h11v9H0zM23 12.500h11v9H23zM11.500 24h11v9h-11z"/></svg>'
)


_TABLE = re.compile(r"(<table><tr>.*?</tr>)(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td>")


class Beside(NamedTuple):
    """
    What lies beside the page: other languages' files, and each lesson's PDF.

    *more* says how many lessons another language has that this one has not.
    """

    languages: Mapping[str, str]  # code -> address
    prints: Mapping[str, str]  # lesson -> address
    more: Mapping[str, int]


class Pictures(NamedTuple):
    """Where pictures come from: read by lesson and name, and made smaller."""

    read: Callable[[str, str], bytes]
    slim: Callable[[bytes], bytes] = lambda content: content


def one_page(
    lessons: Sequence[Lesson], pictures: Pictures, words: Words, beside: Beside
) -> str:
    """
    Give *lessons*, all in the language that *words* speak, as one HTML file.

    It needs nothing but itself, and reads whole where scripts are off; its policy lets
    it open no address.
    """
    return _Page(lessons, pictures, words, beside).whole()


def hashed(text: str) -> str:
    """Name *text* as a content security policy names a script or a style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def policy(style: str, script: str = "") -> str:
    """
    Give a policy that allows this style and script and no other.

    Browsers that do not know hashes yet take 'unsafe-inline'; all others ignore it.
    """
    parts = ["default-src 'none'", "img-src data:", "font-src data:"]
    parts += [f"style-src 'unsafe-inline' {hashed(style)}"]
    parts += [f"script-src 'unsafe-inline' {hashed(script)}"] if script else []
    parts += ["base-uri 'none'", "form-action 'none'"]
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(parts)}">'


def head(title: str, lang: str, style: str, script: str = "") -> str:
    """Give the beginning of a page up to its body."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f"{policy(style, script)}\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{plain(title)}</title>\n<style>{style}</style>\n</head>"
    )


def styles(langs: Iterable[str]) -> str:
    """Give the rules of a page in *langs*, with the cloth, and fonts where needed."""
    sheet = (resources() / "edition" / "edition.css").read_text(encoding="utf-8")
    return f"{faces(langs)}{sheet}{cloth.styles()}"


class _Page:
    """Writes the file of one language."""

    def __init__(
        self,
        lessons: Sequence[Lesson],
        pictures: Pictures,
        words: Words,
        beside: Beside,
    ) -> None:
        self._lessons, self._w, self._beside = lessons, words, beside
        self._figures = Figures(pictures.read, pictures.slim, words)

    def whole(self) -> str:
        """Write the file."""
        w = self._w
        script = (resources() / "edition" / "edition.js").read_text(encoding="utf-8")
        title = "MIL Kit"
        lessons = "\n".join(map(self._lesson, self._lessons))
        parts = (
            head(title, w.lang, styles((w.lang,)), script),
            f'<body data-title="{title}">\n<div class="selvedge"></div>',
            f'<header class="head"><div class="in">{self._brand()}</div></header>',
            f'<main id="main" class="in">\n{self._list()}\n{lessons}\n',
            f"{self._foot()}</main>\n{self._stage()}",
            self._figures.store(),
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
        return "\n".join(parts)

    def _brand(self) -> str:
        mine = self._w.lang
        others = "".join(
            f'<a href="{address}" lang="{code}" hreflang="{code}">'
            f"{plain(language(code).own)}</a> "
            if code != mine
            else f"<b>{plain(language(code).own)}</b> "
            for code, address in self._beside.languages.items()
        )
        tongues = f'<nav class="tongues">{others}</nav>' if others else ""
        return f'<a class="brand" href="#">{LOGO}MIL Kit</a>{tongues}'

    def _list(self) -> str:
        w = self._w
        find = plain(w.t("Search the lessons"))
        lines = "\n".join(map(self._line, self._lessons))
        return (
            f'<section class="list">\n<h1>{plain(w.t("Lessons"))}</h1>\n'
            f'<p class="search" hidden><label for="find">{find}</label>'
            '<input id="find" type="search" autocomplete="off"></p>\n'
            f'<p id="none" role="status" hidden>{plain(w.t("No lesson fits."))}</p>\n'
            f'<ul class="index">\n{lines}\n</ul>\n{self._more()}</section>'
        )

    def _more(self) -> str:
        """Lead to the lessons that are not there in this language."""
        links = ", ".join(
            f'<a href="{self._beside.languages[code]}" lang="{code}">'
            f"{plain(language(code).own)}</a> ({self._w.number(count)})"
            for code, count in self._beside.more.items()
            if count
        )
        said = plain(self._w.t("More lessons in other languages:"))
        return f"<p>{said} {links}</p>\n" if links else ""

    def _line(self, lesson: Lesson) -> str:
        return (
            f'<li data-of="{lesson.id}"><a href="#{lesson.id}">'
            f'<span class="cloth {lesson.topic}"></span><b>{plain(lesson.title)}</b>'
            f'<span class="facts">{self._facts(lesson)}</span>{self._draft(lesson)}'
            f"<span>{plain(lesson.summary)}</span></a></li>"
        )

    def _facts(self, lesson: Lesson) -> str:
        w = self._w
        minutes = w.n("{count} min", "{count} min", lesson.minutes)
        low, high = map(w.number, lesson.ages)
        ages = w.t("Age {youngest}–{oldest}", youngest=low, oldest=high)
        return plain(" · ".join((names.topic(lesson.topic, w), minutes, ages)))

    def _draft(self, lesson: Lesson) -> str:
        if lesson.review != "draft" or lesson.lang == "en":
            return ""
        return f'<span class="draft">{plain(self._w.t("Draft translation"))}</span>'

    def _lesson(self, lesson: Lesson) -> str:
        shown = self._slides(lesson)
        first = {step: number for number, step, _ in reversed(shown)}
        article = page(
            lesson,
            self._w,
            lambda name: f"{lesson.id}/{name}",
            lambda step: self._door(lesson, first[step.id]),
        )
        plainly = f'class="lesson" id="{lesson.id}"'  # the id is the top's
        article = article.replace(plainly, f'class="lesson" data-of="{lesson.id}"', 1)
        views = "\n".join(_slide(lesson, *each) for each in shown)
        seen = plain(self._w.t("What the class sees"))
        inside = (
            f'<details class="classview"><summary>{seen}</summary>\n'
            f'<div class="slides">\n{views}\n</div></details>\n</article>'
        )
        article = article.removesuffix("</article>") + inside
        whole = self._figures.shown(f"{self._top(lesson)}\n{article}")
        return _TABLE.sub(_headed, _marked(whole))

    def _slides(self, lesson: Lesson) -> list[tuple[int, str, str]]:
        """Give each class view: its number, its step's id, and its HTML."""
        found: list[tuple[int, str, str]] = []
        for nth, step in enumerate(lesson.steps, 1):
            for slide in slides(lesson, step, self._w):
                number = len(found) + 1
                html = self._view(lesson, step, nth, slide, number)
                found.append((number, step.id, html))
        return found

    def _view(
        self, lesson: Lesson, step: Step, nth: int, slide: Slide, number: int
    ) -> str:
        where = f"{self._w.number(nth)}  {step.title}"
        ways = "".join(
            f'<a href="#{lesson.id}-s{number + by}">{plain(label)}</a> '
            for label, by in slide.ways
        )
        ways = f'\n<p class="ways">{ways}</p>' if ways else ""
        shut = self._shut(slide.answer) if slide.answer else ""
        return f'<p class="where">{plain(where)}</p>\n{slide.html}{ways}{shut}'

    def _shut(self, answer: str) -> str:
        title = f'<span class="row"><span>{plain(self._w.t("Answer"))}</span></span>'
        head = f"<summary>{title}</summary>"
        return f'\n<details class="answer">{head}\n{answer}\n</details>'

    def _door(self, lesson: Lesson, number: int) -> str:
        label = plain(self._w.t("Show the class"))
        link = f'<a class="button first" href="#{lesson.id}-s{number}">{label}</a>'
        return f'\n<p class="show">{link}</p>'

    def _top(self, lesson: Lesson) -> str:
        w = self._w
        count = len(self._lessons)
        back = plain(w.t("All {count} lessons", count=w.number(count)))
        show = plain(w.t("Show the class"))
        doors = [f'<a class="button first" href="#{lesson.id}-s1">{show}</a>']
        if lesson.id in self._beside.prints:
            address = self._beside.prints[lesson.id]
            label = plain(w.t("Plan and handouts, PDF"))
            doors.append(f'<a class="button" href="{address}">{label}</a>')
        return (
            f'<div class="top" id="{lesson.id}" data-of="{lesson.id}">'
            f'<a class="back" href="#">‹ {back}</a>\n'
            f'<h1><span class="cloth {lesson.topic}"></span>{plain(lesson.title)}</h1>'
            f'\n<p class="facts">{self._facts(lesson)} {self._draft(lesson)}</p>\n'
            f'<p class="doors">{"".join(doors)}</p></div>'
        )

    def _foot(self) -> str:
        w = self._w
        offline = plain(w.t("No internet needed. Nothing is counted or sent."))
        copy = plain(w.t("You may copy these lessons and pass them on (CC BY-SA 4.0)."))
        lines = [offline, copy]
        if self._beside.prints:
            lines.append(
                plain(w.t("The PDFs are in the folder print, beside this file."))
            )
        told = "\n".join(f"<p>{line}</p>" for line in lines)
        return f'<footer class="foot">{told}</footer>\n'

    def _stage(self) -> str:
        w = self._w
        keys = (
            ("back", w.t("Back")),
            ("next", w.t("Next")),
            ("answer", w.t("Answer")),
            ("blank", w.t("Blank")),
            ("full", w.t("Full screen")),
            ("close", w.t("Close")),
        )
        buttons = "".join(
            f'<button type="button" id="{name}">{plain(label)}</button>'
            for name, label in keys
        )
        where = '<span id="where"></span> '
        return f'<div id="stage"><div class="keys">{where}{buttons}</div></div>'


def _slide(lesson: Lesson, number: int, step: str, html: str) -> str:
    marks = f'id="{lesson.id}-s{number}" data-of="{lesson.id}"'
    return f'<div class="slide" {marks} data-step="{lesson.id}-{step}">\n{html}\n</div>'


def _marked(html: str) -> str:
    """Draw the marks of answers: not every phone has letters for them."""
    for mark, sign in SIGNS.items():
        html = html.replace(f"<li>{sign} ", f'<li><i class="mark {mark}"></i> ')
    return html


def _headed(table: re.Match[str]) -> str:
    """Give each cell the words of its column, for screens too narrow for columns."""
    bare = (re.sub(r"<[^>]*>", "", cell) for cell in _HEAD.findall(table[1]))
    heads = [cell.replace('"', "&quot;") for cell in bare]

    def row(cells: re.Match[str]) -> str:
        marks = iter(heads)
        return _CELL.sub(lambda _: f'<td data-head="{next(marks, "")}">', cells[0])

    return table[1] + _ROW.sub(row, table[2]) + "</table>"
