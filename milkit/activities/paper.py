"""The blocks a printed page is made of, so that paper, PDF and HTML say the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the sheet's title, 2 a part, 3 a small part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """
    A paragraph: *html* holds only b, br and text; *study* sets it in serif.

    *large* is read from the back of the room.
    """

    html: str
    study: bool = False
    small: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of HTML as in Text; *ordered* gives numbers, *boxes* boxes to tick."""

    items: tuple[str, ...]
    ordered: bool = False
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on, 8 mm apart, after an optional label."""

    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A picture of the lesson by its name; *width* is a share of the column (0-1).

    *in_words* prints what is in it instead, to be read aloud.
    """

    name: str
    alt: str = ""
    width: float = 1.0
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Answers to tick, each with its mark: yes, no, unsure, or a letter or number."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Specimen:
    """Material under study in the stitched frame; the label is added when drawn."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Two columns side by side; *share* is the left one's share of the width."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.4


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out along dashed lines, *columns* side by side."""

    cards: tuple[tuple[Block, ...], ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table; cells hold HTML as in Text.

    Widths are shares of the page width and add up to 1.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """Something to heed, behind a thick line at its left."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One step in a timed table; texts are HTML as in Text."""

    minutes: int
    title: str
    you: str
    grouping: str
    students: str


@dataclass(frozen=True, slots=True)
class Timed:
    """The steps of a lesson down the minutes; *header* names minutes, you, students."""

    header: tuple[str, str, str]
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Tongue:
    """Blocks in another language than the sheet's."""

    lang: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """Start a new page."""


Block = (
    Heading
    | Text
    | Bullets
    | Lines
    | Picture
    | Ticks
    | Specimen
    | Side
    | Cards
    | Table
    | Bar
    | Timed
    | Tongue
    | Break
)


def inside(block: Block) -> tuple[Block, ...]:
    """Give the blocks that a block holds."""
    if isinstance(block, Specimen | Bar | Tongue):
        return block.blocks
    if isinstance(block, Side):
        return (*block.left, *block.right)
    if isinstance(block, Cards):
        return tuple(held for card in block.cards for held in card)
    return ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One thing to print: a plan, a handout, a set of cards, a key.

    *per* says for how many students one is: "1", "4", "8" …, or "class" for all.
    *up* is how many of it stand on one page, cut apart after printing. *when* it is
    needed: always, paper (with no projector) or optional. *teacher_only* sheets come
    last and are marked so. On a *coded* one stands a number in place of the name.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    per: str = "class"
    up: int = 1
    teacher_only: bool = False
    when: str = "always"
    coded: bool = False
