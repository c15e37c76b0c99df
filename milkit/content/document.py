"""Write docs/lesson-format.md from the shapes: python -m milkit.content.document."""

from __future__ import annotations

import sys
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from milkit.activities.shape import slots_of
from milkit.activities.table import KINDS
from milkit.content import check, labels, media, parity, stale
from milkit.content.credits import Credit
from milkit.content.front import Front
from milkit.content.heads import BoosterHead, HandoutHead, StepHead
from milkit.content.lesson import Local, Paper
from milkit.content.parts import SECTIONS

if TYPE_CHECKING:
    from milkit.activities.shape import Slot

TARGET = Path(__file__).parents[2] / "docs" / "lesson-format.md"

OPENING = """\
# The lesson format

*Made from the code by `python -m milkit.content.document`; do not edit by hand.*

A lesson is a folder. `en.md` is the source; `th.md`, `id.md` … are whole translations
beside it; `media/` holds its pictures and `credits.toml`. What the class sees or
answers stands in a fence; what only the teacher reads is prose; nothing is written
twice.
`milkit check FOLDER` says everything that is wrong, with its line and how to mend it.
`milkit format FOLDER` brings files into one form; with `--stamp` it writes into a
translation which English text it was made from.

```markdown
+++
id = "L14"
title = "Find the first photo"
# … the front matter, as TOML
+++

## What to know first {#know}

Prose for the teacher.

## Vote: does the caption fit? {#vote minutes=4 grouping=class phase=open outcomes=1}

The first paragraph of a step says in one plain sentence what you do.

**Students** vote alone.

**Say** The words to speak, nothing else.

~~~
A fence: three back-quotes, the kind and its id, then TOML, then three back-quotes.
~~~

**Likely**

- [+] "a right answer" -> "what to reply"
- [~] "half right" -> "what to reply"
- [-] "not yet" -> "what to reply"
```

Files are UTF-8; any line ends and a byte-order mark are accepted. HTML, pictures in the
text, links out of the lesson and addresses that do not end in `.example` are errors.
Inline TOML tables fit one line; anything longer is written as `[[…]]`.

"""

LABELS = {
    "say": "words to speak, nothing else",
    "do": "what the teacher does",
    "students": "what students do: the plan's column, and the product in some plans",
    "likely": "answers with a reply to each: [+] right, [~] half right, [-] not yet",
    "tip": "advice",
    "paper": "this step with no projector and no power",
    "ahead": "for a class that is ahead",
    "lost": "for a class that is lost",
    "restart": "what to say when the second half is taught on another day",
}


def document() -> str:
    """Give the whole text."""
    parts = [OPENING, _front(), _sections(), _labels(), _kinds(), _prints(), _checks()]
    return "".join(parts)


def _front() -> str:
    text = "## Front matter\n\n" + table(Front)
    text += "\n### [pictures.NAME]\n\n" + table(_inner(Front, "pictures"))
    text += "\n### [plan]\n\nAll of it must be written.\n\n" + table(
        _inner(Front, "plan")
    )
    return text + "\n### [[facts]]\n\n" + table(_inner(Front, "facts")) + "\n"


def _inner(shape: type[Any], name: str) -> type[Any]:
    inner: type[Any] = next(s.holds for s in slots_of(shape) if s.name == name)
    return inner


def _sections() -> str:
    rows = "".join(f"| `{name}` | {what} |\n" for name, what in SECTIONS.items())
    return (
        "## Sections\n\nA heading `## Title {#id}` with one of these ids:\n\n"
        f"| id | what |\n|---|---|\n{rows}\n"
        "### A step: `## Title {#id minutes=… …}`\n\n"
        + table(StepHead)
        + "\nInside a step `### Title {minutes=3}` is a part; the minutes add up.\n"
        "\n### A booster: `## Title {#booster-1 minutes=5 booster=1}`\n\n"
        + table(BoosterHead)
        + "\n### A handout: `## Title {#handout-x per=4 when=always up=2}`\n\n"
        + table(HandoutHead)
        + "\n"
    )


def _labels() -> str:
    rows = "".join(
        f"| `**{name.capitalize()}**` | {what} |\n" for name, what in LABELS.items()
    )
    always = ", ".join(name.capitalize() for name in labels.ALWAYS)
    return (
        "## Labels\n\nThey begin a paragraph, and are English in every language.\n\n"
        f"| label | what follows |\n|---|---|\n{rows}\n"
        f"Every step has {always}.\n"
        "Every core step but the close has Lost or Tip. Ahead and\n"
        "Lost stand at least twice in a lesson. Restart stands once, in the step with\n"
        "split=yes.\n\n"
    )


def _kinds() -> str:
    text = "## Kinds of activity\n\nA fence begins with the kind and `id=…`.\n\n"
    for kind in KINDS.values():
        text += f"### {kind.name}\n\n{_sentence(kind.shape)}\n\n{table(kind.shape)}"
        text += "".join(_nested(kind.shape))
        text += "\n"
    return text


def _nested(shape: type[Any]) -> list[str]:
    """Document the shapes inside a shape, each once."""
    found = []
    done: set[type[Any]] = set()
    for slot in slots_of(shape):
        if slot.nested and slot.holds not in done:
            done.add(slot.holds)
            names = [f"`{s.key}`" for s in slots_of(shape) if s.holds is slot.holds]
            title = f"\nIn {' and '.join(names)}: {_sentence(slot.holds)}\n\n"
            found += [title, table(slot.holds), *_nested(slot.holds)]
    return found


def _prints() -> str:
    return (
        "## What handouts print: paper\n\nThis fence has no id.\n\n"
        + table(Paper)
        + "\n## The teacher's own example: local\n\n"
        + table(Local)
        + "".join(_nested(Local))
        + "\n## media/credits.toml\n\n"
        'One table a file, like `["flood.svg"]`.\n\n' + table(Credit) + "\n"
    )


def _checks() -> str:
    rules = [*check.RULES, media, parity, stale]
    rows = "".join(f"- {(rule.__doc__ or '').strip()}\n" for rule in rules)
    return f"## What `milkit check` looks at\n\n{rows}"


def _sentence(shape: type[Any]) -> str:
    return " ".join((shape.__doc__ or "").split("\n\n", maxsplit=1)[0].split())


def table(shape: type[Any]) -> str:
    """Give a table of the fields of a *shape*."""
    usual = {f.name: f.default for f in fields(shape)}
    rows = "".join(
        _row(slot, usual[slot.name]) for slot in slots_of(shape) if slot.key != "id"
    )
    if any(slot.key == "id" and slot.required for slot in slots_of(shape)):
        ident = next(slot for slot in slots_of(shape) if slot.key == "id")
        rows = _row(ident, MISSING) + rows
    return f"| key | holds | | what |\n|---|---|---|---|\n{rows}"


def _row(slot: Slot, usual: Any) -> str:
    needed = (
        "must"
        if slot.required
        else ""
        if usual in (MISSING, "", None, ())
        else f"else {_toml(usual)}"
    )
    what = slot.says.text
    if slot.says.one_of:
        what += ": " + ", ".join(f"`{one}`" for one in slot.says.one_of if one)
    if slot.says.letters:
        what += f" (up to {slot.says.letters} letters)"
    return f"| `{slot.key}` | {_holds(slot)} | {needed} | {what} |\n"


def _toml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _holds(slot: Slot) -> str:
    names = {
        str: "text",
        int: "number",
        float: "number",
        bool: "true or false",
        date: "date",
    }
    one = names.get(slot.holds, "table")
    if slot.says.role in {"id", "activity", "picture"} and slot.holds is str:
        one = {
            "id": "id",
            "activity": "id of an activity",
            "picture": "name of a picture",
        }[slot.says.role]
    if slot.table:
        return f"table of {one}s"
    if not slot.many:
        return one
    return f"list of {_count(slot)}{one}"


def _count(slot: Slot) -> str:
    least, most = slot.says.least, slot.says.most
    if slot.size or (least == most and most):
        return f"{slot.size or most} "
    if most:
        return f"{least}–{most} "
    return f"{least}+ " if least else ""


def main() -> int:
    """Write the file."""
    TARGET.write_text(document(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
