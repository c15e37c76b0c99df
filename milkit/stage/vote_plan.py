"""Where a claim and its choices go: all on one screen, or split when they are long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage.canvas import READ, TOLD
from milkit.stage.choices import arrange
from milkit.stage.fitting import Fitted, fit
from milkit.stage.parts import inside, quoted, room_for

if TYPE_CHECKING:
    from milkit.activities.kind import Question
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 3.0  # between the claim and the choices
LEAST_LINES = 2  # a claim above choices shows at least so many at a time
SHARE, NARROW_SHARE = 0.32, 0.36  # of the frame for a picture


def right(question: Question) -> str:
    """Give the words of the right answer."""
    return next((o.text for o in question.options if o.id == question.answer), "")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a *claim* under study, in the stitched frame, or a question."""

    question: Question
    claim: str = ""
    who: str = ""
    found: str = ""
    picture: str = ""
    quote: bool = True  # the kit adds the quotation marks
    verdict: tuple[str, str] = ("", "")  # what the answer is, and why

    @property
    def prompt(self) -> str:
        """The question under a claim."""
        if not self.claim or self.question.text == self.claim:
            return ""
        return self.question.text

    @property
    def has_answer(self) -> bool:
        """Tell whether there is anything to show as the answer."""
        return any(self.said)

    @property
    def said(self) -> tuple[str, str]:
        """The answer and why: the *verdict*, else the right option and its reason."""
        return (
            self.verdict
            if any(self.verdict)
            else (right(self.question), self.question.why)
        )

    def text(self, c: Canvas) -> str:
        """Give the words above the choices."""
        if not self.claim:
            return self.question.text
        return quoted(c, self.claim) if self.quote else self.claim


@dataclass(frozen=True, slots=True)
class Small:
    """A line under a claim: who says it, what a check found."""

    text: str
    share: float
    high: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything goes; choices without a *low* have a screen of their own."""

    top: QRectF
    image: QRectF
    words: QRectF
    text: Fitted
    small: tuple[Small, ...]
    prompt: QRectF
    low: QRectF

    @property
    def fits(self) -> bool:
        """Tell whether the text stands whole on one screen, in its room."""
        return self.text.whole and self.words.height() >= self.text.high - 1


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to lay it out: height of the choices, with the prompt, sizes."""

    low: float
    prompt: bool
    share: float
    found: float


def plan(c: Canvas, scene: Scene, asked: Asked) -> Plan:
    """Lay it all out; step by step closer where the text does not fit at once."""
    body = c.framed() if asked.claim else c.body()
    laid = arrange(c, scene, asked.question.options, body.width())
    share = NARROW_SHARE if c.narrow else SHARE
    ways = [
        _Way(laid.ideal, True, share, READ),
        _Way(laid.ideal, True, share, TOLD),
        _Way(laid.least, True, share, TOLD),
        _Way(laid.least, True, share * 0.7, TOLD),
    ]
    if scene.counts_shown:  # the question was read before the vote
        ways.append(_Way(laid.least, False, share, TOLD))
        ways.append(_Way(laid.least, False, share * 0.7, TOLD))
    made = _laid_out(c, asked, body, ways[0])
    for way in ways[1:]:
        if made.fits:
            return made
        made = _laid_out(c, asked, body, way)
    roomy = made.words.height() >= c.step(READ) * LEAST_LINES
    if made.fits or (roomy and laid.least < body.height()):
        return made
    return _laid_out(c, asked, body, _Way(0, False, share, TOLD))


def _laid_out(c: Canvas, asked: Asked, body: QRectF, way: _Way) -> Plan:
    low = QRectF(body.left(), body.bottom() - way.low, body.width(), way.low)
    top = QRectF(body)
    if way.low:
        top.setBottom(low.top() - c.px(GAP))
    ask = QRectF(top.left(), top.bottom(), top.width(), 0)
    if way.prompt and asked.prompt:
        lines = c.high(asked.prompt, READ, top.width(), bold=True)
        top.setBottom(top.bottom() - lines - c.px(0.6))
        ask = QRectF(top.left(), top.bottom() + c.px(1.4), top.width(), lines)
    room = inside(c, top) if asked.claim else QRectF(top)
    image, words = room_for(c, room, asked.picture, way.share)
    small = _small(c, asked, words.width(), way.found)
    words.setBottom(words.bottom() - sum(line.high for line in small))
    serif = bool(asked.claim)
    text = fit(c, asked.text(c), words.width(), words.height(), serif=serif)
    return Plan(top, image, words, text, small, ask, low)


def _small(c: Canvas, asked: Asked, width: float, found: float) -> tuple[Small, ...]:
    """Measure the lines under the claim, which the teacher also says."""
    lines = [(asked.who, TOLD), (asked.found, found)]
    return tuple(
        Small(text, share, c.high(text, share, width)) for text, share in lines if text
    )
