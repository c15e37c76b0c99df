"""The heart: the teacher's console while a lesson is taught."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.ground.awake import Awake
from milkit.ground.errors import Mishap
from milkit.ground.mishap_words import explain
from milkit.screens.teach_body import Body
from milkit.screens.teach_class import ClassScreen
from milkit.screens.teach_footer import Footer
from milkit.screens.teach_header import Header
from milkit.screens.teach_keys import Keyboard, pressed
from milkit.screens.teach_notes import Notes
from milkit.screens.teach_side import Side
from milkit.screens.teach_steps import Steps
from milkit.stage.panel import Panel
from milkit.stage.table import VIEWS
from milkit.teaching import keys
from milkit.teaching.pace import LeaveOut, Shorten
from milkit.teaching.scene import Scene
from milkit.widgets.notice import Note, note_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from milkit.ground.clock import Clock
    from milkit.stage.look import StageLook
    from milkit.stage.projector import Projector
    from milkit.teaching.pace import Offer
    from milkit.teaching.run import Run
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look

TICK = 250  # ms: a second is never missed, the laptop hardly notices
SOON = 60  # ms: hands that are counted fast are drawn for the class together


def asked(view: RunView) -> Scene:
    """Give the activity as it stands, also while the class sees a blank screen."""
    assert view.activity is not None  # noqa: S101 - the caller looked
    return Scene(
        kind=view.activity.kind,
        title=view.step.title,
        data=view.activity.data,
        item=view.item,
        placed=view.placed,
        answer_shown=view.reveal == "answer",
        page=view.page,
    )


class TeachScreen(QWidget):
    """
    Teaches one run. Each act is saved by the run before anything is drawn.

    *end_asked* comes with what is not taught yet; *last_passed* when Next is pressed
    in the last step; *help_asked* on F1.
    """

    end_asked = Signal()
    last_passed = Signal()
    help_asked = Signal()

    def __init__(
        self,
        look: Look,
        run: Run,
        clock: Clock,
        stage: StageLook,
        projector: Projector,
        *,
        letter_keys: bool = True,
    ) -> None:
        super().__init__()
        self._look, self.run, self._clock = look, run, clock
        self._letters = letter_keys
        self._step = ""
        self._activity: str | None = None
        self._lang = run.lesson.lang
        self._trouble: Note | None = None
        self._lay_out(stage)
        self.class_screen = ClassScreen(projector, stage, look.words)
        self.class_screen.changed.connect(self._say_screen)
        self.class_screen.key_pressed.connect(self.keyPressEvent)
        self.class_screen.shape_changed.connect(self.side.preview.set_shape)
        self._wire()
        Keyboard(self, self._forward, self._backward)
        self._awake = Awake()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        self._pulse = QTimer(self, interval=TICK)
        self._pulse.timeout.connect(self._tick)

    # --- beginning and end -------------------------------------------------------

    def begin(self) -> None:
        """Start the clock and show the class view where a projector is."""
        self.class_screen.begin()
        self._awake.begin()
        self.refresh()
        self._say_screen()
        self._pulse.start()
        self.focus_first()

    def focus_first(self) -> None:
        """Take the keys, also when the page is shown again: no button has them."""
        self.setFocus()

    def leave(self) -> None:
        """Stop the clock and take the class view away."""
        self._awake.end()
        self._pulse.stop()
        self._soon.stop()
        self.class_screen.end()

    # --- showing -------------------------------------------------------------------

    def refresh(self) -> None:
        """Draw the run as it is now."""
        view = self.run.view()
        scene = self.run.scene()
        if view.step.id != self._step:
            self._step = view.step.id
            title = f"{self._look.words.number(view.step.number)}  {view.step.title}"
            self.notes.set_step(view.content, self._lang, title)
            self._activity = None
        activity = view.activity.id if view.activity else ""
        if activity != self._activity:
            self._activity = activity
            self.notes.show_part(activity)
        self.steps.show_view(view, self._lang)
        self.side.show_view(view, scene)
        self.header.show_view(view, datetime.fromisoformat(view.started))
        self.footer.show_view(view)
        self._show_panel(view)
        self.class_screen.show_scene(scene)
        self._show_time(view)

    def _show_panel(self, view: RunView) -> None:
        activity = view.activity
        self.panel.setVisible(activity is not None)
        if activity is None or activity.kind not in VIEWS:
            return
        console = VIEWS[activity.kind].console(asked(view), self._look.words)
        self.panel.show_console(
            console, view, self._lang, self.side.preview.page_count()
        )

    def _tick(self) -> None:
        if not self.run.tick():
            return
        view = self.run.view()
        self._show_time(view)
        self.side.show_time(view)
        self.steps.show_pace(view.pace)
        scene = self.run.scene()
        self.side.preview.show_scene(scene)
        self.class_screen.show_scene(scene)
        self._tell(self.run.trouble)

    def _show_time(self, view: RunView) -> None:
        now = self._clock.now()
        self.header.show_clock(now, now + timedelta(minutes=view.minutes_left))

    def _tell(self, mishap: Mishap | None) -> None:
        """Say above the notes that the disk takes nothing, as long as that is so."""
        if mishap is None and self._trouble is not None:
            self._trouble.deleteLater()
            self._trouble = None
        elif mishap is not None and self._trouble is None:
            self._trouble = note_of(self._look, explain(mishap, self._look.words))
            self._middle.insertWidget(0, self._trouble)

    def _say_screen(self) -> None:
        w, screen = self._look.words, self.class_screen
        size = screen.screen.size() if screen.screen else None
        self._lost_note.setVisible(screen.was_lost)
        if screen.on_projector and size:
            wide, high = w.number(size.width()), w.number(size.height())
            self.header.say_screen(w.t("Projector is on: {w} × {h}", w=wide, h=high))
        elif screen.mirrored:
            self.header.say_screen(w.t("Projector shows this same screen"))
        elif screen.screen:
            self.header.say_screen(w.t("Class view is hidden"))
        else:
            self.header.say_screen(w.t("No projector"))
        self.side.full.set_text(
            w.t("Hide the class view")
            if screen.window.isVisible()
            else w.t("Class view full screen")
        )

    # --- acting --------------------------------------------------------------------

    def act(self, what: Callable[[], object]) -> None:
        """Do something to the run, and draw it; a mishap is told, nothing is lost."""
        try:
            what()
            self.run.tick()  # an act also notes the second
        except Mishap as mishap:
            self._tell(mishap)
        else:
            self._tell(None)
        self.refresh()

    def next(self) -> None:
        """Go to the next step; after the last one, ask to finish."""
        if self.run.view().next_step is None:
            self.last_passed.emit()
        else:
            self.act(self.run.next)

    def _forward(self) -> None:
        """Show what comes next: a screen of a long text first of all."""
        page = self.run.view().page + 1
        if page < self.side.preview.page_count():
            self.act(lambda: self.run.turn_to(page))
        elif self.run.forward():
            self.refresh()
        else:
            self.last_passed.emit()

    def _backward(self) -> None:
        page = self.run.view().page
        if 0 < page < self.side.preview.page_count():
            self.act(lambda: self.run.turn_to(page - 1))
        else:
            self.act(self.run.backward)

    def _take(self, offer: Offer) -> None:
        if isinstance(offer, Shorten):
            self.act(lambda: self.run.shorten(offer.step, offer.to))
        elif isinstance(offer, LeaveOut):
            self.act(lambda: self.run.leave_out(offer.step))

    def _pause(self) -> None:
        paused = self.run.state.paused
        self.act(self.run.resume_time if paused else self.run.pause)

    def _blank(self) -> None:
        self.act(lambda: self.run.blank(on=not self.run.state.blank))

    def _freeze(self) -> None:
        frozen = self.run.state.frozen is not None
        self.act(lambda: self.run.freeze(on=not frozen))

    def _reveal(self) -> None:
        hidden = self.run.view().next_reveal
        self._turn_over(self.run.reveal_next if hidden else self.run.hide)

    def _turn_over(self, what: Callable[[], object]) -> None:
        """Reveal or hide, and begin at the first screen: the text is another one."""

        def both() -> None:
            what()
            self.run.turn_to(0)

        self.act(both)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key or a presenter remote asks for; once, when it is held down."""
        key = pressed(event, letters=self._letters)
        if key is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._do(key)

    def _do(self, key: keys.Key) -> None:
        run = self.run
        acts: dict[str, Callable[[], object]] = {
            keys.FORWARD: self._forward,
            keys.BACKWARD: self._backward,
            keys.PAUSE: self._pause,
            keys.MINUTE: lambda: self.act(run.add_minute),
            keys.BLANK: self._blank,
            keys.FREEZE: self._freeze,
            keys.COUNTS: lambda: self._turn_over(run.show_counts),
            keys.ANSWER: lambda: self._turn_over(run.show_answer),
            keys.ADD: lambda: self._number(key.number, 1),
            keys.TAKE: lambda: self._number(key.number, -1),
            keys.TYPE: self.panel.type_totals,
            keys.FULL: self.class_screen.toggle,
            keys.UNDO: lambda: self.act(run.undo),
            keys.HELP: self.help_asked.emit,
            keys.ASK_TO_END: self.end_asked.emit,
        }
        acts[key.action]()

    def _hand(self, question: str, option: str, by: int) -> None:
        activity = self._activity or ""
        self._count(lambda: self.run.count(activity, question, option, by))

    def _count(self, what: Callable[[], object]) -> None:
        """Save a hand and show its number at once; the rest follows in a moment."""
        try:
            what()
            self.run.tick()
        except Mishap as mishap:
            self._tell(mishap)
            self.refresh()
            return
        self._tell(None)
        self.panel.show_hands(self.run.view())
        self._soon.start()

    def _totals(self, question: str, hands: dict[str, int]) -> None:
        activity = self._activity or ""
        self.act(lambda: self.run.set_count(activity, question, hands))

    def _placed(self, item: str, where: str) -> None:
        activity = self._activity or ""
        self.act(lambda: self.run.place(activity, item, where))

    def _number(self, number: int, by: int) -> None:
        """Add a hand; where nothing is counted, choose that place."""
        if self.run.view().question is not None:
            self._count(lambda: self.run.hand(number, by))
        elif by > 0:
            self.panel.press_place(number)

    # --- building ------------------------------------------------------------------

    def _lay_out(self, stage: StageLook) -> None:
        look, w = self._look, self._look.words
        self.header = Header(look)
        self.footer = Footer(look, letters=self._letters)
        self.steps, self.side = Steps(look), Side(look, stage)
        self.notes, self.panel = Notes(look), Panel(look)
        self._lost_note = Note(
            look,
            "tip",
            w.t("The projector was unplugged"),
            w.t("Your timer is still running and the counts are saved.")
            + " "
            + w.t("Plug it in again and the class view comes back by itself."),
            icon="projector-screen",
        )
        self._middle = middle = QVBoxLayout()
        middle.setSpacing(look.px(8))
        middle.addWidget(self._lost_note)
        middle.addWidget(self.notes, 1)
        middle.addWidget(self.panel)
        holder = QWidget()
        holder.setLayout(middle)
        middle.setContentsMargins(0, 0, 0, 0)
        self.body = Body(look, self.steps, holder, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        column.addWidget(self.footer)

    def _wire(self) -> None:
        run = self.run
        self.header.end_asked.connect(self.end_asked)
        self.footer.back_asked.connect(lambda: self.act(run.back))
        self.footer.next_asked.connect(self.next)
        self.steps.step_chosen.connect(lambda step: self.act(lambda: run.go(step)))
        self.steps.offer_taken.connect(self._take)
        panel = self.panel
        panel.hand_added.connect(self._hand)
        panel.totals_typed.connect(self._totals)
        panel.item_chosen.connect(lambda at: self.act(lambda: run.go_to_item(at)))
        panel.placed.connect(self._placed)
        panel.place_undone.connect(lambda: self.act(run.take_back))
        panel.page_chosen.connect(lambda page: self.act(lambda: run.turn_to(page)))
        panel.typing_left.connect(self.setFocus)
        side = self.side
        side.pause_toggled.connect(self._pause)
        side.minute_added.connect(lambda: self.act(run.add_minute))
        side.blank_toggled.connect(self._blank)
        side.freeze_toggled.connect(self._freeze)
        side.reveal_asked.connect(self._reveal)
        side.class_view_asked.connect(self.class_screen.toggle)
