"""Formatted text of a lesson: read from the pack only, at the kit's line heights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from milkit.widgets.drawing import load
from milkit.widgets.lines import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlockFormat, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

_HEADINGS = {1: "section", 2: "card", 3: "strong"}
_PICTURE = "\ufffc"  # the letter that stands for a picture in a document


class Reader(QTextBrowser):
    """
    Shows a lesson's HTML. *picture* gives the bytes of a picture by its name.

    Nothing else is ever loaded: no file, no address. A link tells *link_chosen* and
    goes nowhere by itself. Copied text has no zero-width spaces.
    """

    link_chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        picture: Callable[[str], bytes | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._picture = look, picture
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))

    def set_html(self, html: str, role: str = "body", lang: str = "") -> None:
        """Show *html* in a role's size; *lang* is the text's language."""
        type_ = self._look.type
        type_.ready(html)
        document = self.document()
        document.setDefaultFont(type_.font(role, lang=lang))
        document.setDefaultStyleSheet(
            f"a {{ color: {self._look.theme.pri}; }} li {{ margin-top: 4px; }}"
        )
        self.setHtml(html)
        block = document.begin()
        while block.isValid():
            self._set_block(block, role, lang)
            block = block.next()
        self.setAccessibleName(plain(document.toPlainText())[:200])
        self.updateGeometry()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a picture of the pack, and nothing else whatever is asked for."""
        address = QUrl(name).toString()
        wanted = kind == QTextDocument.ResourceType.ImageResource.value
        data = self._picture(address) if wanted and self._picture else None
        if data is None:
            return None
        return load(data, QSize(max(200, self.viewport().width()), 4000))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words without the zero-width spaces that break lines."""
        data = QMimeData()
        data.setText(plain(self.textCursor().selection().toPlainText()))
        return data

    def _set_block(self, block: QTextBlock, role: str, lang: str) -> None:
        """Give a paragraph its line height; Qt's own follows the font's."""
        if _PICTURE in block.text():
            return
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        form = block.blockFormat()
        level = form.headingLevel()
        if level:
            role = _HEADINGS.get(level, "strong")
            letters = cursor.charFormat()
            letters.clearProperty(letters.Property.FontSizeAdjustment.value)
            letters.setFont(self._look.type.font(role, lang=lang))
            cursor.setCharFormat(letters)
        self._set_lines(form, role, lang, first=block.blockNumber() == 0)
        QTextCursor(block).setBlockFormat(form)

    def _set_lines(
        self, form: QTextBlockFormat, role: str, lang: str, *, first: bool
    ) -> None:
        step = self._look.type.line(role, lang)
        fixed = form.LineHeightTypes.FixedHeight.value
        form.setLineHeight(step, fixed)
        if form.headingLevel():
            form.setTopMargin(0 if first else step / 2)
            form.setBottomMargin(4)
        elif not form.indent() and block_is_plain(form):
            form.setTopMargin(0 if first else self._look.px(6))
            form.setBottomMargin(0)


def block_is_plain(form: QTextBlockFormat) -> bool:
    """Tell whether a paragraph is no quote or list, whose margins mean something."""
    return form.leftMargin() == 0


class Prose(Reader):
    """Formatted text as high as it needs: a label that knows bold, lists and links."""

    def __init__(
        self,
        look: Look,
        picture: Callable[[str], bytes | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, picture, parent)
        self._heights: dict[int, int] = {}
        self.document().contentsChanged.connect(self._heights.clear)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the text at this width."""
        if width not in self._heights:  # layouts ask again and again
            copy = self.document()
            old = copy.textWidth()
            copy.setTextWidth(width)
            self._heights[width] = round(copy.size().height() + 0.5)
            copy.setTextWidth(old)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Give a readable width and its height."""
        width = self._look.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column."""
        return QSize(self._look.px(160), self._look.type.line("body"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()
