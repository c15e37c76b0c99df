"""How the class voted: a thread an answer, the second vote under the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from milkit.widgets.labels import Label
from milkit.widgets.marks import Mark
from milkit.widgets.panel import Divider, Panel
from milkit.widgets.thread import Thread

if TYPE_CHECKING:
    from milkit.activities.kind import Option
    from milkit.teaching.summary import Summary, Vote
    from milkit.widgets.look import Look

_MOST = 3  # votes in the card: those asked twice come first


class VotesCard(Panel):
    """The counted questions, those asked twice first, with one plain sentence."""

    def __init__(self, look: Look, told: Summary, lang: str) -> None:
        super().__init__(look)
        self._look, self._lang = look, lang
        self._present = max(told.present, 1)
        w = look.words
        self.box.addWidget(Label(look, w.t("How the class voted"), "card"))
        votes = sorted(told.votes, key=lambda vote: vote.before is None)
        for number, vote in enumerate(votes[:_MOST]):
            if number:
                self.box.addWidget(Divider(look))
            self._add(vote)
        left = len(votes) - _MOST
        if left > 0:
            more = w.n(
                "{count} more question was counted.",
                "{count} more questions were counted.",
                left,
            )
            self.box.addWidget(Label(look, more, "small", colour="ink2"))

    def _add(self, vote: Vote) -> None:
        look, w = self._look, self._look.words
        where = w.t("step {n}", n=w.number(vote.step))
        if vote.before is not None and vote.first_step:
            first, second = w.number(vote.first_step), w.number(vote.step)
            where = w.t(
                "upper: step {first} · lower: step {second}", first=first, second=second
            )
        head = QHBoxLayout()
        head.addWidget(
            Label(look, vote.question.text, "strong", lang=self._lang, most=2), 1
        )
        head.addWidget(Label(look, where, "small", colour="ink2", wrap=False))
        self.box.addLayout(head)
        for number, option in enumerate(vote.question.options):
            self.box.addLayout(self._row(vote, option, number))
        said = self._said(vote)
        if said:
            self.box.addWidget(Label(look, said))

    def _row(self, vote: Vote, option: Option, number: int) -> QHBoxLayout:
        look, w = self._look, self._look.words
        now = vote.hands.get(option.id, 0)
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(Mark(look, option.mark, number, 26))
        name = Label(look, option.text, "strong", lang=self._lang, most=2)
        name.setFixedWidth(look.px(120))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        threads = QVBoxLayout()
        threads.setSpacing(look.px(3))
        text = w.number(now)
        if vote.before is not None:
            was = vote.before.get(option.id, 0)
            threads.addWidget(self._thread(was, "ctl"))
            text = w.t("{before} to {now}", before=w.number(was), now=w.number(now))
        threads.addWidget(self._thread(now, "pri"))
        row.addLayout(threads, 1)
        figure = Label(
            look, text, "strong", wrap=False, align=Qt.AlignmentFlag.AlignRight
        )
        figure.setMinimumWidth(look.px(72))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _thread(self, hands: int, colour: str) -> Thread:
        thread = Thread(self._look, colour, rows=1, height=12)
        thread.set_count(hands, max(self._present, hands))
        return thread

    def _said(self, vote: Vote) -> str:
        """Say what changed at the second vote, for the answer that gained most."""
        if vote.before is None:
            return ""
        w = self._look.words
        gains = {
            o.text: vote.hands.get(o.id, 0) - vote.before.get(o.id, 0)
            for o in vote.question.options
        }
        name, gain = max(gains.items(), key=lambda pair: pair[1])
        if gain <= 0:
            return w.t("No answer gained hands the second time.")
        return w.n(
            "{count} more student chose “{answer}” the second time.",
            "{count} more students chose “{answer}” the second time.",
            gain,
            answer=name,
        )
