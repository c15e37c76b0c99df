"""The live preview of the editor: what the class sees, and the printed page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.activities.own import place_of
from milkit.ground.errors import PictureMissing
from milkit.library import local
from milkit.screens import editor_scenes as scenes
from milkit.screens.editor_choice import one_of
from milkit.screens.editor_paper import PaperView, Sheets
from milkit.stage.preview import Preview
from milkit.widgets.buttons import Button
from milkit.widgets.drawing import load
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from milkit.content.lesson import Lesson, Step
    from milkit.library.editing import Draft
    from milkit.library.fields import Path
    from milkit.library.library import Library
    from milkit.stage.look import StageLook
    from milkit.widgets.look import Look

    StageOf = Callable[[Lesson], StageLook]

_PAUSE = 400  # ms without a letter typed, before a page is laid out anew


class PreviewPart(QWidget):
    """
    Shows the step that is being changed, as soon as it is.

    On the class screen it follows the field that is written in; Back and Next go
    through all that the step shows. *which* is class or paper.
    """

    switched = Signal(str)

    def __init__(self, look: Look, library: Library, stage_of: StageOf) -> None:
        super().__init__()
        self._look, self._library, self._stage_of = look, library, stage_of
        self._draft: Draft | None = None
        self._step, self._at = "", 0
        self._shot: scenes.Shot | None = None  # that of the field written in
        self._stage: StageLook | None = None
        self._images: dict[str, QImage | None] = {}
        self._list: list[tuple[scenes.Shot | None, int]] = []
        self._shown: Step | None = None
        self._sheets: Sheets | None = None
        self.view: Preview | None = None
        self.which = "class"
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._lay_pages)
        self._make()

    def _make(self) -> None:
        look, w = self._look, self._look.words
        self.choice = one_of(
            look,
            w.t("Preview"),
            [("class", w.t("The class sees")), ("paper", w.t("On paper"))],
            "class",
        )
        self.choice.chosen.connect(self.switch)
        self._live = IconLabel(
            look, "circle-fill", w.t("live"), "least", colour="good", bold=True
        )
        self.paper = PaperView(look)
        self._frame = Panel(look, edge="ink")
        self._frame.box.setContentsMargins(2, 2, 2, 2)
        self._none = Label(look, w.t("Nothing of this step is printed."), colour="ink2")
        self.back = Button(look, w.t("Back"), "arrow-left", kind="quiet", height=40)
        self.next = Button(look, w.t("Next"), trailing="arrow-right", kind="quiet")
        self.back.setAccessibleName(w.t("Preview: back"))
        self.next.setAccessibleName(w.t("Preview: next"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self._place = Label(look, "", "least", colour="ink2", wrap=False)
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        head, foot = QWidget(), QWidget()
        flow = Flow(head, look.px(10))
        flow.addWidget(self.choice)
        flow.addWidget(self._live)
        self._frame.box.addWidget(self.paper)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self._place)
        row.addStretch()
        row.addWidget(self.next)
        self._foot = foot
        for widget in (head, self._frame, self._none, foot):
            column.addWidget(widget)

    # --- showing ---------------------------------------------------------------------

    def set_draft(self, draft: Draft) -> None:
        """Begin with a copy."""
        self._draft, self._images, self._sheets = draft, {}, None
        self._step = ""
        stage = self._stage_of(draft.base)
        self._stage = replace(stage, picture=self._picture)
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        self.view = Preview(self._look, self._stage)
        self._frame.box.addWidget(self.view)

    def show_step(self, step: str) -> None:
        """Show a step from its first screen; the lesson's first for ""."""
        assert self._draft is not None  # noqa: S101 - a copy came first
        if not step and self._draft.lesson.steps:
            step = self._draft.lesson.steps[0].id
        if step != self._step:
            self._step, self._at, self._shot = step, 0, None
        self.refresh()

    def refresh(self) -> None:
        """Show what was just changed."""
        if self._draft is None or self.view is None:
            return
        self._shown = scenes.shown(self._draft, self._step)
        self._list = self._screens()
        self._at = min(self._at, max(0, len(self._list) - 1))
        if self.which == "paper":
            self._later.start()
        self._show()

    def follow(self, path: Path) -> None:
        """Show the screen that a field belongs to."""
        if self._shown is None:
            return
        self._shot = scenes.shot_of(self._shown, path)
        if self._shot is not None:
            self._at = self._place_of(self._shot)
            self._show()

    def _place_of(self, shot: scenes.Shot) -> int:
        """Find a place among the screens, else the first of its activity."""
        known = [each for each, _page in self._list]
        for length in (2, 1):  # activity and item, or the activity alone
            for at, each in enumerate(known):
                if each is not None and each[:length] == shot[:length]:
                    return at
        return 0

    def switch(self, which: str) -> None:
        """Show the class screen, or the printed page."""
        self.which = which
        self.choice.set_value(which)
        self._at, self._shot = 0, None
        if which == "paper":
            self._lay_pages()
        else:
            self.refresh()
        self.switched.emit(which)

    def rest(self) -> None:
        """Lay nothing out any more: the page is left."""
        self._later.stop()

    def _screens(self) -> list[tuple[scenes.Shot | None, int]]:
        """List every place of the step with its pages."""
        if self._shown is None or self.view is None or self._draft is None:
            return []
        found: list[tuple[scenes.Shot | None, int]] = []
        shots: list[scenes.Shot | None] = [*scenes.shots(self._shown)]
        for shot in shots or [None]:
            self.view.scene = scenes.scene(self._draft.lesson, self._shown, shot)
            found += [(shot, page) for page in range(self.view.page_count())]
        return found

    def _show(self) -> None:
        paper = self.which == "paper"
        pages = len(self._sheets.pages) if self._sheets else 0
        count = pages if paper else len(self._list)
        at = min(self._at, max(0, count - 1))
        self.paper.setVisible(paper)
        self._none.setVisible(paper and not pages)
        self._frame.setVisible(not paper or bool(pages))
        if self.view is not None:
            self.view.setVisible(not paper)
        if paper:
            self.paper.show_page(self._sheets, at)
        else:
            self._show_scene(at)
        w = self._look.words
        place = w.t("{n} of {all}", n=w.number(at + 1), all=w.number(count))
        self._place.set_text(place)
        self._foot.setVisible(count > 1)
        self.back.setEnabled(at > 0)
        self.next.setEnabled(at < count - 1)

    def _show_scene(self, at: int) -> None:
        if self.view is None or self._draft is None or self._shown is None:
            return
        shot, page = self._list[at] if self._list else (None, 0)
        shot = self._shot or shot
        scene = scenes.scene(self._draft.lesson, self._shown, shot)
        self.view.show_scene(None)
        self.view.show_scene(replace(scene, page=page))

    def _turn(self, by: int) -> None:
        self._shot = None
        self._at = max(0, self._at + by)
        self._show()

    def _lay_pages(self) -> None:
        """Lay the printed pages of the step out as they are now."""
        if self._draft is None:
            return
        from milkit.content.render import render

        lesson = self._draft.lesson
        if self._draft.own is not None:
            lesson = local.placed(lesson, self._draft.own)
        self._sheets = Sheets(self._look, render(lesson), self._step, self._read)
        self._show()

    # --- pictures --------------------------------------------------------------------

    def _read(self, name: str) -> bytes:
        """Give a picture's bytes; the own one may not be saved yet."""
        assert self._draft is not None  # noqa: S101 - a copy came first
        if place_of(name) is None:
            return self._library.picture(self._draft.base.id, name)
        own = self._draft.own
        if own is None or not own.picture:
            raise PictureMissing(self._draft.base.id, name)
        return own.picture

    def _picture(self, name: str) -> QImage | None:
        if name not in self._images:
            try:
                self._images[name] = load(self._read(name))
            except PictureMissing:
                self._images[name] = None
        return self._images[name]
