"""Turn the HTML of a note into blocks of a printed page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from milkit.activities.paper import Bullets, Heading, Text

if TYPE_CHECKING:
    from milkit.activities.paper import Block

_BOLD = {"strong": "b", "b": "b"}


def blocks_of(html: str) -> tuple[Block, ...]:
    """Give paragraphs, lists and headings; bold stays, other marks go."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    """Collects text until a block ends; lists inside lists become one list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._text = ""
        self._items: list[str] = []
        self._lists: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BOLD:
            self._text += f"<{_BOLD[tag]}>"
        elif tag == "br":
            self._text += "<br>"
        elif tag in {"ul", "ol"}:
            self._flush()
            self._lists.append(tag)
        elif tag in {"p", "li"}:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BOLD:
            self._text += f"</{_BOLD[tag]}>"
        elif tag in {"p", "li", "blockquote", "pre"}:
            self._flush()
        elif tag in {"ul", "ol"} and self._lists:
            self._flush()
            if self._lists.pop() and not self._lists:
                self.blocks.append(Bullets(tuple(self._items), ordered=tag == "ol"))
                self._items = []
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.blocks.append(Heading(_bare(self._text), 3))
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += (
            data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        )

    def end(self) -> None:
        """Close what was left open."""
        self._flush()
        if self._items:
            self.blocks.append(Bullets(tuple(self._items)))

    def _flush(self) -> None:
        text, self._text = self._text.strip(), ""
        if not text:
            return
        if self._lists:
            self._items.append(text)
        else:
            self.blocks.append(Text(text))


def _bare(text: str) -> str:
    for tag in ("<b>", "</b>", "<br>"):
        text = text.replace(tag, "")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
