"""Lesson cards: a model, a painter and a grid that grows to fill the row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate

from milkit.widgets import lesson_words
from milkit.widgets.labels import TAG_TONES, paint_tag
from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.painted import PaintedList
from milkit.widgets.panel import paint_card, paint_ring
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from milkit.ground.words import Words
    from milkit.packs.row import Row
    from milkit.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole + 1
_EDGE = 48  # px of weave: 12 cells of 4
_GAP = 12
_NARROWEST = 340


class Card(NamedTuple):
    """
    What one card shows; *badge* is at most one, *badge_tone* as in labels.Tag.

    *key* is what the grid tells when the card is chosen.
    """

    key: str
    topic: str
    topic_name: str
    title: str
    facts: tuple[tuple[str, str], ...]  # icon and text
    languages: str = ""
    badge: str = ""
    badge_tone: str = "quiet"
    lang: str = ""
    said: str = ""  # the whole card for a screen reader


def card_of(row: Row, w: Words, badge: str = "", tone: str = "quiet") -> Card:
    """Make the card of a lesson."""
    need = lesson_words.main_need(row.needs)
    minutes = lesson_words.minutes(row.minutes, w)
    said = w.t(
        "{title}, lesson, {minutes}, {ages}, needs: {need}",
        title=plain(row.title),
        minutes=w.n("{count} minute", "{count} minutes", row.minutes),
        ages=lesson_words.ages_said(row.ages, w),
        need=lesson_words.need_name(need, w),
    )
    return Card(
        key=row.id,
        topic=row.topic,
        topic_name=lesson_words.topic_name(row.topic, w),
        title=row.title,
        facts=(
            ("clock", minutes),
            ("student", lesson_words.ages(row.ages, w)),
            (lesson_words.NEED_ICONS[need], lesson_words.need_name(need, w)),
        ),
        languages=lesson_words.language_names(row.languages),
        badge=badge,
        badge_tone=tone,
        lang=row.lang,
        said=f"{said}, {badge}" if badge else said,
    )


class CardModel(QAbstractListModel):
    """The cards in order."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the cards."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a card, its title, or what a screen reader says of it."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        return {
            CARD: card,
            int(Qt.ItemDataRole.DisplayRole): plain(card.title),
            int(Qt.ItemDataRole.ToolTipRole): plain(card.title),
            int(Qt.ItemDataRole.AccessibleTextRole): plain(card.said or card.title),
            int(Qt.ItemDataRole.AccessibleDescriptionRole): plain(card.topic_name),
        }.get(int(role))


class CardPainter(QStyledItemDelegate):
    """Paints a card; titles are laid out once for each width."""

    def __init__(self, look: Look, parent: PaintedList) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent
        self._titles: dict[tuple[str, int], list[str]] = {}
        self.width, self.columns = _NARROWEST, 1  # set by the grid

    def height(self) -> int:
        """Give the height of every card."""
        line = self._look.type.line
        rows = line("tag") + 2 * line("card") + line("small") + line("least")
        return rows + self._look.px(12 + 6 + 8 + 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a card's size; the grid sets the width."""
        return QSize(self.width, self.height() + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one card."""
        look, card = self._look, index.data(CARD)
        box = self._card_in(QRectF(option.rect))
        over = self._list.is_over(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, look, box, "surface", "pri" if over else "line")
        self._paint_edge(painter, box, card)
        self._paint_words(painter, box, card)
        if self._list.is_focused(index):
            paint_ring(painter, look, box, radius=7)
        painter.restore()

    def _card_in(self, cell: QRectF) -> QRectF:
        """Place a card in its cell so that the outer cards end with the row."""
        count = self.columns
        column = min(count - 1, round(cell.left() / max(1, self.width)))
        left = column * _GAP / count
        right = (count - 1 - column) * _GAP / count
        return cell.adjusted(round(left), 0, -round(right), -_GAP)

    def _paint_edge(self, painter: QPainter, box: QRectF, card: Card) -> None:
        """Paint the topic's weave within the card's round corners."""
        edge = self._look.theme.edge
        inner = box.adjusted(edge, edge, -edge, -edge)
        corners = QPainterPath()
        corners.addRoundedRect(inner, 5, 5)
        painter.save()
        painter.setClipPath(corners)
        strip = QRectF(inner.left(), inner.top(), _EDGE, inner.height())
        paint_topic(painter, strip, card.topic, self._look.theme)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, card: Card) -> None:
        look, line, px = self._look, self._look.type.line, self._look.px
        left = box.left() + _EDGE + px(14)
        room = box.right() - px(12) - left
        y = box.top() + px(12)
        dye = look.theme.dye(card.topic).ink
        topic = QRectF(left, y, room, line("tag"))
        paint_line(painter, look, card.topic_name, topic, Ink("tag", dye))
        y += line("tag") + px(2)
        title = QRectF(left, y, room, 2 * line("card"))
        lines = self._title(card, round(room))
        paint_lines(painter, look, lines, title, Ink("card", "ink", card.lang))
        y = box.bottom() - px(11) - line("least") - px(5) - line("small")
        self._paint_facts(painter, QRectF(left, y, room, line("small")), card)
        foot = QRectF(left, box.bottom() - px(11) - line("least"), room, line("least"))
        self._paint_foot(painter, foot, card)

    def _title(self, card: Card, room: int) -> list[str]:
        key = (card.title, room)
        if key not in self._titles:
            ready = self._look.type.ready(card.title)
            font = self._look.type.font("card", lang=card.lang)
            self._titles[key] = fill(ready, font, room, 2)
        return self._titles[key]

    def _paint_facts(self, painter: QPainter, box: QRectF, card: Card) -> None:
        look, ink = self._look, Ink("small", "ink2")
        side, x = look.px(16), box.left()
        words = sum(advance(text, ink.font(look)) for _, text in card.facts)
        wide = words + len(card.facts) * (side + look.px(5)) + look.px(24)
        gap = look.px(12 if wide <= box.width() else 6)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        for icon, text in card.facts:
            if x + side >= box.right():
                return
            y = box.top() + (box.height() - side) / 2
            painter.drawPixmap(round(x), round(y), look.icon(icon, "ink2", 16, ratio))
            x += side + look.px(5)
            rest = QRectF(x, box.top(), box.right() - x, box.height())
            x += paint_line(painter, look, text, rest, ink) + gap

    def _paint_foot(self, painter: QPainter, box: QRectF, card: Card) -> None:
        look, room = self._look, QRectF(box)
        if card.badge:
            ink = Ink("tag", "ink")
            width = advance(card.badge, ink.font(look)) + look.px(18)
            high = look.type.line("tag") + 4
            tag = QRectF(box.right() - width, box.center().y() - high / 2, width, high)
            tint, colour = TAG_TONES[card.badge_tone]
            paint_tag(painter, look, tag, card.badge, tint, colour, "tag")
            room.setRight(tag.left() - look.px(8))
        paint_line(painter, look, card.languages, room, Ink("least", "ink3"))


class CardGrid(PaintedList):
    """The cards in a grid; *card_chosen* tells a key, by click or Enter."""

    card_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._look = look
        self.cards = CardModel()
        self._painter = CardPainter(look, self)
        self.setModel(self.cards)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(plain(name))
        self.setFlow(PaintedList.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(PaintedList.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(PaintedList.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(look.px(40))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards, from the top."""
        self.cards.set_cards(cards)
        self.scrollToTop()

    def columns(self, width: int) -> int:
        """Give how many cards stand side by side; larger letters lose a column."""
        grown = self._look.px(_NARROWEST) if self._look.type.size > 115 else _NARROWEST  # noqa: PLR2004 - percent, as the design says
        return max(1, width // (grown + _GAP))

    def height_for(self, width: int) -> int:
        """Give the height that shows all cards at this width."""
        rows = -(-self.cards.rowCount() // self.columns(width))
        return rows * (self._painter.height() + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards grow to fill the row."""
        bar = self.verticalScrollBar().sizeHint().width()  # kept free, there or not
        width = self.contentsRect().width() - bar
        self._painter.columns = self.columns(width)
        self._painter.width = (width - 1) // self._painter.columns
        self.setGridSize(QSize(self._painter.width, self._painter.height() + _GAP))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.card_chosen.emit(index.data(CARD).key)
