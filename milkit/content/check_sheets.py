"""What a check prints: a sheet for each form, slips, the answer grid, the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.paper import (
    Break,
    Bullets,
    Cards,
    Heading,
    Lines,
    Sheet,
    Side,
    Specimen,
    Table,
    Text,
    Ticks,
)
from milkit.content.instrument import JUDGE, SELF, TASK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.activities.paper import Block
    from milkit.content.instrument import Instrument, Item
    from milkit.ground.words import Words

COLUMNS = 4
SHARE = 0.53  # of the width, for what is read; the rest is for what is ticked
_MARKS = ("yes", "no", "unsure")
_LINES = 4
_HALF = 2
_FRAMED = 4  # posts in one frame: a page breaks between frames
_ROWS = 28  # of the answer grid, on one page


def question_sheet(
    check: Instrument, form: str, w: Words, *, short: bool = False, half: bool = False
) -> Sheet:
    """
    Give the sheet that students write on; *half* the class has it with two forms.

    *words* speak the check's language. Nothing on it says what is true.
    """
    items = check.asked(form, short=short)
    alone = check.forms == ("A",)
    title = check.title if alone else f"{check.title} {form}"
    blocks: list[Block] = [Text(printed.plain(check.say), small=True)]
    ticked = [item for item in items if item.kind != TASK]
    rows = [_row(check, item, form, n, w) for n, item in enumerate(ticked, 1)]
    framed = any(item.kind == JUDGE for item in ticked)
    for start in range(0, len(rows), _FRAMED):
        some = tuple(rows[start : start + _FRAMED])
        blocks += (Specimen(some),) if framed else some
    tasks = (item for item in items if item.kind == TASK)
    for number, item in enumerate(tasks, len(ticked) + 1):
        blocks += _task(item, form, number, w)
    per = str(_HALF) if half else "1"
    coded = any(item.kind != SELF for item in items)
    return Sheet(f"check-{form.lower()}", title, tuple(blocks), per=per, coded=coded)


def _row(check: Instrument, item: Item, form: str, number: int, w: Words) -> Side:
    text = printed.plain(item.forms[form].text)
    ticks = tuple(
        (_MARKS[at] if item.kind != SELF else "", printed.plain(word))
        for at, (_, word) in enumerate(check.words_of(item.kind))
    )
    study = item.kind == JUDGE
    left = Text(f"<b>{w.number(number)}</b>  {text}", study=study)
    return Side((left,), (Ticks(ticks),), SHARE)


def _task(item: Item, form: str, number: int, w: Words) -> list[Block]:
    wording = item.forms[form]
    return [
        Heading(w.number(number), 3),
        Specimen((Text(printed.plain(wording.look), study=True),)),
        Text(printed.plain(wording.text)),
        Lines(_LINES),
    ]


def code_slips(name: str, forms: str, students: int, w: Words) -> Sheet:
    """Give a slip for each number of a class, with the form that it takes."""
    two = len(set(forms)) > 1
    cards = tuple(
        (
            Heading(w.number(number), 1),
            Text(_slip(name, forms[(number - 1) % len(forms)], w, two=two), small=True),
        )
        for number in range(1, students + 1)
    )
    how = w.t(
        "Each student keeps one number. Write the list on paper, if you need one."
    )
    title = w.t("Number slips: {name}", name=name)
    return Sheet("check-slips", title, (Text(how), Cards(cards, COLUMNS)))


def _slip(name: str, form: str, w: Words, *, two: bool) -> str:
    said = printed.plain(name)
    if not two:
        return said
    return f"{said}<br><b>{printed.plain(w.t('Sheet {form}', form=form))}</b>"


def grid_sheet(
    check: Instrument, forms: str, students: int, w: Words, *, short: bool = False
) -> Sheet:
    """Give the grid in which the teacher notes answers, a row a number."""
    many = len(check.ids(short=short))
    first = w.t("Number")
    head = (first, *(w.number(n) for n in range(1, many + 1)))
    rest = 0.84 / many
    blocks: list[Block] = [Text(_how(check, w), small=True)]
    for start in range(0, students, _ROWS):
        rows = tuple(
            (_numbered(number, forms, w), *("|" for _ in range(many)))
            for number in range(start + 1, min(start + _ROWS, students) + 1)
        )
        if start:
            blocks.append(Break())
        blocks.append(Table(head, rows, (0.16, *(rest for _ in range(many)))))
    title = w.t("Answers: {title}", title=check.title)
    return Sheet("check-grid", title, tuple(blocks))


def _numbered(number: int, forms: str, w: Words) -> str:
    if len(set(forms)) == 1:
        return w.number(number)
    return f"{w.number(number)}  {forms[(number - 1) % len(forms)]}"


def _how(check: Instrument, w: Words) -> str:
    kinds = dict.fromkeys(item.kind for item in check.items)
    said = []
    for kind in kinds:
        words = (word for _, word in check.words_of(kind))
        pairs = (f"{w.number(n)} = {word}" for n, word in enumerate(words, 1))
        said.append(", ".join((*pairs, f"{w.number(0)} = {w.t('Left empty')}")))
    return printed.plain(". ".join(said))


def key_sheet(
    check: Instrument, forms: Iterable[str], w: Words, *, short: bool = False
) -> Sheet:
    """Give the key: which items are true, why, and what earns which level."""
    blocks: list[Block] = [
        Text(w.t("Show the reasons only after the check that comes at the end."))
    ]
    for at, form in enumerate(sorted(set(forms))):
        if at:
            blocks.append(Break())
        if check.forms != ("A",):
            blocks.append(Heading(w.t("Sheet {form}", form=form), 2))
        asked = check.asked(form, short=short)
        rows = tuple(
            _key_row(check, item, form, number, w)
            for number, item in enumerate(asked, 1)
            if item.true is not None
        )
        if rows:
            head = ("", w.t("Answer"), "", w.t("Why"))
            blocks.append(Table(head, rows, (0.06, 0.13, 0.4, 0.41)))
        for number, item in enumerate(asked, 1):
            blocks += _levels(check, item, form, number, w)
    title = w.t("Key: {title}", title=check.title)
    return Sheet("check-key", title, tuple(blocks), teacher_only=True)


def _key_row(
    check: Instrument, item: Item, form: str, number: int, w: Words
) -> tuple[str, ...]:
    words = [word for _, word in check.words_of(item.kind)]
    right = words[0] if item.true else words[1]
    wording = item.forms[form]
    texts = (printed.plain(wording.text), printed.plain(wording.why))
    return w.number(number), f"<b>{printed.plain(right)}</b>", *texts


def _levels(
    check: Instrument, item: Item, form: str, number: int, w: Words
) -> list[Block]:
    if item.kind != TASK:
        return []
    wording = item.forms[form]
    words = (word for _, word in check.words_of(TASK))
    levels = tuple(
        f"<b>{printed.plain(word)}</b>: {printed.plain(level)}"
        for word, level in zip(words, wording.levels, strict=True)
    )
    asked = f"<b>{w.number(number)}</b>  {printed.plain(wording.text)}"
    return [Text(asked), Bullets(levels), Text(printed.plain(wording.why), small=True)]
