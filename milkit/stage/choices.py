"""How choices under a claim are laid: side by side, in two columns, or as a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage.canvas import COUNT, READ, TOLD

if TYPE_CHECKING:
    from milkit.activities.kind import Option, Question
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

NAME_LINES = 2
NUMBER = READ + 2.6  # a count that stands beside its name
GAP, ROW_GAP = 2.8, 1.4
MARK, SMALL_MARK = 9.0, 7.0
PAD = 2.2
THREAD = 4.6
LOW_THREAD = 5.0  # a thread of one row under a name, with its room
IDEAL = 42.0  # the choices with their hands, where the claim leaves that much
FEW = 3  # more choices than this stand side by side only when their names are short


@dataclass(frozen=True, slots=True)
class Shown:
    """
    What may be shown of a choice now; *hands* is None while counts are hidden.

    *before* is the count of the first vote, *total* the students here; *right* is
    None until the answer is shown.
    """

    hands: int | None
    before: int | None
    total: int
    right: bool | None


def shown(scene: Scene, question: Question, option: str) -> Shown:
    """Say what may be shown of one option of *question*."""
    known = scene.answer_shown and question.answer
    counts = scene.counts.get(question.id, {}) if scene.counts_shown else None
    before = scene.before.get(question.id, {}) if scene.counts_shown else {}
    return Shown(
        hands=None if counts is None else counts.get(option, 0),
        before=before.get(option),
        total=scene.present,
        right=option in (question.answer, *question.also) if known else None,
    )


@dataclass(frozen=True, slots=True)
class Arrangement:
    """
    How the choices are laid; sizes in px.

    *way* is beside (marks before names), big (hands under names) or list (number at
    the right); *rows* is the height of each row at least, *ideal* of them all.
    """

    way: str
    columns: int
    wide: float
    rows: tuple[float, ...]
    ideal: float
    gap: float

    @property
    def least(self) -> float:
        """The height they need at least."""
        return sum(self.rows) + self.gap * max(0, len(self.rows) - 1)


def arrange(
    c: Canvas, scene: Scene, options: tuple[Option, ...], width: float
) -> Arrangement:
    """Choose the first way in which no name is cut or longer than two lines."""
    n = max(1, len(options))
    for columns in dict.fromkeys((n, 1 if n % 2 else 2, 1)):
        wide = (width - c.px(GAP) * (columns - 1)) / columns
        way = _way(scene, columns, n)
        room = name_room(c, scene, way, wide)
        most = 1 if columns > FEW else NAME_LINES
        if columns == 1 or all(_fits(c, o.text, room, most) for o in options):
            break
    gap = c.px(GAP if way != "list" else ROW_GAP)
    rows = _rows(c, scene, options, way, columns, wide)
    ideal = sum(rows) + gap * (len(rows) - 1)
    if way == "big":
        ideal = max(ideal, c.px(IDEAL))
    elif way == "list" and scene.counts_shown and not scene.answer_shown:
        ideal += len(rows) * c.px(LOW_THREAD)
    elif way == "beside":
        ideal = max(ideal, c.px(18))
    return Arrangement(way, columns, wide, rows, ideal, gap)


def _way(scene: Scene, columns: int, n: int) -> str:
    if columns < n or n == 1:
        return "list"
    return "big" if scene.counts_shown and not scene.answer_shown else "beside"


def _fits(c: Canvas, text: str, room: float, most: int) -> bool:
    if c.longest(text, READ, bold=True) > room:
        return False
    return len(c.lines(text, READ, room, bold=True)) <= most


def number_room(c: Canvas, scene: Scene) -> float:
    """Give the width for a count beside its name, px; 0 while counts are hidden."""
    if not scene.counts_shown:
        return 0
    w = c.stage.words
    widest = w.number(max(10, scene.present))
    wide = c.wide(widest, NUMBER, bold=True) + c.px(2.5)
    if scene.before and not scene.answer_shown:
        wide += c.wide(w.t("was {n}", n=widest), TOLD) + c.px(2.4)
    return wide


def name_room(c: Canvas, scene: Scene, way: str, wide: float) -> float:
    """Give the width for a name in a choice *wide* px wide."""
    if way == "big":  # on narrow windows the mark stands beside the number
        return wide - c.px(3 + 1.6) - (0 if c.narrow else c.px(MARK + 2.4))
    mark = c.px(3 + MARK + 2.4 if way == "beside" else 2 + SMALL_MARK + 2)
    return wide - mark - c.px(1.6) - number_room(c, scene)


def _rows(
    c: Canvas,
    scene: Scene,
    options: tuple[Option, ...],
    way: str,
    columns: int,
    wide: float,
) -> tuple[float, ...]:
    room = name_room(c, scene, way, wide)
    highs = [max(1, len(c.lines(o.text, READ, room, bold=True))) for o in options]
    rows = []
    for first in range(0, len(highs), columns):
        names = c.step(READ) * max(highs[first : first + columns])
        if way == "big":
            rows.append(_big_high(c, names))
        elif way == "beside":
            rows.append(max(names, c.px(MARK)) + c.px(2 * PAD))
        else:
            rows.append(max(names, c.px(SMALL_MARK)) + c.px(2.2))
    return tuple(rows)


def _big_high(c: Canvas, names: float) -> float:
    """Give the height of a choice with its name, its hands and their thread."""
    up, down = c.digits(COUNT)
    head = names if c.narrow else max(names, c.px(MARK)) + c.px(0.4)
    return head + up + down + c.px(2 * PAD + 2.2 + 1.6 + THREAD)


def cells(laid: Arrangement, at: QRectF, count: int) -> list[QRectF]:
    """Give each choice its place in *at*; rows share what is left over."""
    spare = max(0.0, at.height() - laid.least) / max(1, len(laid.rows))
    gap = (at.width() - laid.wide * laid.columns) / max(1, laid.columns - 1)
    found: list[QRectF] = []
    top = at.top()
    for row in laid.rows:
        for column in range(laid.columns):
            left = at.left() + column * (laid.wide + gap)
            found.append(QRectF(left, top, laid.wide, row + spare))
        top += row + spare + laid.gap
    return found[:count]
