"""Bits that printed forms of several kinds are made of."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from milkit.activities.own import is_real
from milkit.activities.paper import (
    Cards,
    Heading,
    Lines,
    Picture,
    Side,
    Specimen,
    Table,
    Text,
    Ticks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from milkit.activities.kind import Option
    from milkit.activities.paper import Block
    from milkit.ground.words import Words

BIG, CARDS, QUESTIONS, BOTH, KEY = "big", "cards", "questions", "cards+questions", "key"


def plain(text: str) -> str:
    """Write *text* as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(text: str) -> str:
    """Write *text* as bold HTML."""
    return f"<b>{plain(text)}</b>"


def quoted(text: str, w: Words) -> str:
    """Put the language's quotation marks around *text*."""
    return w.t("“{said}”", said=text)


def numbered(number: int, text: str, w: Words) -> Text:
    """Write a question with its number."""
    return Text(f"<b>{w.number(number)}.</b>  {plain(text)}")


def task(number: int, text: str, lines: int, w: Words) -> tuple[Block, ...]:
    """Give a numbered question with lines to write on."""
    return (
        (numbered(number, text, w), Lines(lines))
        if lines
        else (numbered(number, text, w),)
    )


def ticks(options: Sequence[Option], letters: str = "ABCDEFGH") -> Ticks:
    """Give answers to tick, each with its mark, or a letter where there is none."""
    return Ticks(
        tuple(
            (option.mark or letter, option.text)
            for option, letter in zip(options, letters, strict=False)
        )
    )


def post(
    w: Words,
    text: str,
    *,
    who: str = "",
    when: str = "",
    picture: str = "",
    large: bool = False,
) -> tuple[Block, ...]:
    """Give a post as it stands in a frame or on a card: who, when, text, picture."""
    head = "  ·  ".join([bold(who)] * bool(who) + [plain(when)] * bool(when))
    words: list[Block] = [Text(head, small=not large)] if head else []
    if text:
        words.append(Text(plain(quoted(text, w)), study=True, large=large))
    if not picture:
        return tuple(words)
    if large or not words:
        return (Picture(picture), *words)
    return (Side((Picture(picture),), tuple(words), 0.42),)


def card(text: str, picture: str = "", *, large: bool = False) -> tuple[Block, ...]:
    """Give what stands on a card to sort or to order, without quotation marks."""
    words = Text(plain(text), study=not large, large=large)
    return (Picture(picture), words) if picture else (words,)


def post_line(letter: str, text: str, picture: str = "") -> tuple[Block, ...]:
    """Give a card as one line of a list, with its letter."""
    words = Text(f"{bold(letter)}  {plain(text)}", study=True)
    return (Side((Picture(picture),), (words,), 0.25),) if picture else (words,)


def specimen(*blocks: Block) -> Specimen:
    """Frame material under study."""
    return Specimen(blocks)


def shown(picture: str) -> Block:
    """Give a picture in the frame that says it is made up, unless it is a real one."""
    alone = Picture(picture)
    return alone if is_real(picture) else Specimen((alone,))


def fingers(options: Sequence[Option], w: Words) -> Table:
    """Say how many fingers stand for which answer."""
    rows = tuple(
        (w.number(n), plain(option.text)) for n, option in enumerate(options, 1)
    )
    return Table((w.t("Fingers"), w.t("Answer")), rows, (0.2, 0.8))


def cards(
    contents: Iterable[tuple[Block, ...]],
    columns: int = 2,
    made_up: Words | None = None,
) -> tuple[Block, ...]:
    """
    Give cards to cut out; nothing when there are none.

    With *made_up* each says so: cards are carried away and photographed.
    """
    label = (
        (Text(plain(made_up.t("Made up for class")), small=True),) if made_up else ()
    )
    held = tuple((*content, *label) for content in contents)
    return (Cards(held, columns),) if held else ()


def lettered(letter: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give the content of a card with its letter or number on top."""
    return (Heading(letter, 2), *blocks)


def asked(number: str, text: str, who: str = "") -> str:
    """Give the first cell of an answer: its number as on the sheet, who says what."""
    said = f"{bold(who)}: {plain(text)}" if who else plain(text)
    return f"{bold(number)}  {said}"


def answers(rows: Iterable[tuple[str, str, str]], w: Words) -> Table:
    """Give the part of a key that has one line for each item."""
    header = ("", w.t("Answer"), w.t("Why"))
    return Table(header, tuple(rows), (0.38, 0.2, 0.42))


def day(when: date, w: Words) -> str:
    """Write a day, with its time if it has one."""
    if isinstance(when, datetime):
        return w.t("{day}, {time}", day=w.date(when), time=w.time(when))
    return w.date(when)
