"""The roles of a role play: names and goals for all to see, secrets never."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.fitting import TOLD_SIZES
from milkit.stage.parts import below_label

if TYPE_CHECKING:
    from milkit.activities.roleplay import Role
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

Row = tuple[tuple["Role", ...], float]  # two roles, and how high they are

GAP = 1.8
PAD = 2.4


def _high(c: Canvas, role: Role, wide: float, share: float) -> float:
    inner = wide - c.px(2 * PAD)
    name = c.high(role.name, READ, inner, bold=True)
    return name + c.high(role.goal, share, inner) + c.px(2)


def _rows(c: Canvas, scene: Scene, share: float) -> list[Row]:
    """Put the roles into rows of two."""
    wide = _wide(c)
    roles = scene.data.roles
    pairs = [tuple(roles[i : i + 2]) for i in range(0, len(roles), 2)]
    return [(pair, max(_high(c, role, wide, share) for role in pair)) for pair in pairs]


def _wide(c: Canvas) -> float:
    return (below_label(c).width() - c.px(GAP)) / 2


def _share(c: Canvas, scene: Scene) -> float:
    """Take the largest size of the goals at which all roles stand on one screen."""
    return next((s for s in TOLD_SIZES if len(_screens(c, scene, s)) <= 1), TOLD)


def _screens(c: Canvas, scene: Scene, share: float) -> list[list[Row]]:
    room = below_label(c).height()
    screens: list[list[Row]] = []
    used = 0.0
    for row in _rows(c, scene, share):
        if not screens or used + row[1] > room:
            screens.append([])
            used = 0.0
        screens[-1].append(row)
        used += row[1] + c.px(GAP)
    return screens


def role_screens(c: Canvas, scene: Scene) -> int:
    """Say how many screens the roles need."""
    return len(_screens(c, scene, _share(c, scene)))


def draw_roles(c: Canvas, scene: Scene, page: int, at: QRectF) -> None:
    """Draw one screen of the roles."""
    share = _share(c, scene)
    screens = _screens(c, scene, share)
    first = sum(len(pair) for rows in screens[:page] for pair, _ in rows)
    top, wide = at.top(), _wide(c)
    for pair, high in screens[page]:
        for column, role in enumerate(pair):
            place = QRectF(at.left() + column * (wide + c.px(GAP)), top, wide, high)
            c.box(place, dyes.CHOICES[(first + column) % 4], width=0.4)
            inner = place.adjusted(c.px(PAD), c.px(0.8), -c.px(PAD), 0)
            used = c.text(role.name, inner, READ, bold=True)
            c.text(role.goal, inner.adjusted(0, used, 0, 0), share, colour=dyes.INK2)
        first += len(pair)
        top += high + c.px(GAP)
