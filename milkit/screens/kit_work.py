"""The work behind Make a kit: reading the library, signing, looking, writing."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from milkit.ground import drives, eject
from milkit.kit import make, many, sticks, stock
from milkit.kit.many import Job
from milkit.packs import publishing
from milkit.screens.kit_sign import Signer
from milkit.trust import recovery
from milkit.trust.key import read_public
from milkit.trust.key_file import open_key, public_beside
from milkit.trust.six_words import six_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from milkit.ground.clock import Clock
    from milkit.kit.edition import Press
    from milkit.kit.make import Made, Wish
    from milkit.kit.sticks import Seen
    from milkit.kit.stock import Stock
    from milkit.library.library import Library
    from milkit.widgets.background import Background

KEY = "keys/maker.key"  # in the data folder: the key that is made in the window
_LOOK = 300  # ms between two looks at the sticks that are written


class Shop(NamedTuple):
    """What a kit is made from and with."""

    library: Library
    data: Path
    press: Press
    clock: Clock


class KitWork(QObject):
    """
    Does the slow work of a kit in threads, and keeps what came of it.

    *stock_read*, *stepped*, *signed*, *looked* and *moved* tell how far it is;
    *failed* tells what went wrong while the kit was made.
    """

    stock_read = Signal(object)
    stepped = Signal(str, int, int)
    signed = Signal()
    failed = Signal(object)
    looked = Signal(object)
    moved = Signal()

    def __init__(self, shop: Shop, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        self.stock: Stock | None = None
        self.made: Made | None = None
        self.words: tuple[str, ...] = ()
        self.jobs: list[Job] = []
        self.folders: list[Path] = []  # chosen by hand, beside the sticks
        self._stop = Event()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look_at_jobs)

    # --- what there is ---------------------------------------------------------

    def read_stock(self) -> None:
        """Look through the library."""
        shop = self._shop
        self._background.run(
            lambda _step: stock.stock(shop.library, shop.data),
            owner=self,
            done=self._keep_stock,
        )

    def room(self) -> int:
        """Give the bytes of the smallest stick that is in; 0 when none is."""
        return min((stick.total for stick in drives.sticks()), default=0)

    def signer(self, key_file: Path | None = None) -> Signer:
        """Say who signs with a key file: the usual one, or one that was chosen."""
        from milkit.ground.errors import Mishap

        path = key_file or self._shop.data / KEY
        if not path.is_file():
            return Signer(path, there=False)
        try:
            public = read_public(public_beside(path))
            before = publishing.read_notes(path, public)
        except Mishap:
            return Signer(path, there=True)
        name = before.publisher if before else ""
        return Signer(path, there=True, name=name, words=six_words(public))

    # --- signing ---------------------------------------------------------------

    def sign(self, wish: Wish, signer: Signer, phrase: str) -> None:
        """Make the kit of a wish and sign it; without a key one is made first."""
        have, now = self.stock, self._shop.clock.now()
        if have is None:
            return
        maker = make.Maker(
            self._shop.library, have, self._shop.data, self._shop.press, now
        )
        what = [""]

        def work(step: Callable[[int, int], None]) -> Made:
            def told(name: str, done: int, total: int) -> None:
                what[0] = name
                step(done, total)

            if signer.there:
                key = open_key(signer.key_file, phrase)
            else:
                key = recovery.make(signer.key_file, wish.maker, phrase).key
            return make.make(wish, maker, key, signer.key_file, told)

        self._background.run(
            work,
            owner=self,
            done=self._keep_made,
            failed=self.failed.emit,
            stepped=lambda done, total: self.stepped.emit(what[0], done, total),
        )

    # --- sticks ----------------------------------------------------------------

    def look(self) -> None:
        """Look at all sticks and chosen folders."""
        made = self.made
        if made is None:
            return
        listing, folders = made.signed.listing, list(self.folders)

        def work(_step: object) -> list[Seen]:
            found = sticks.found(listing)
            more = (sticks.folder(path) for path in folders if path.is_dir())
            return [*found, *(sticks.look(stick, listing) for stick in more)]

        self._background.run(work, owner=self, done=self.looked.emit)

    def write(self, chosen: Sequence[Seen]) -> None:
        """Write on all chosen sticks at once."""
        self._stop = Event()
        self.jobs = [Job(seen, self._stop) for seen in chosen]
        self._run(self.jobs)

    def again(self, old: Job) -> Job:
        """Go on with one stick; give the job that takes the place of *old*."""
        if self._stop.is_set():
            self._stop = Event()
        new = Job(old.seen, self._stop)
        self.jobs = [new if job is old else job for job in self.jobs]
        self._run([new])
        return new

    def stop(self) -> None:
        """Stop all writing; what is written stays, and can be gone on with."""
        self._stop.set()

    @property
    def writing(self) -> bool:
        """Say whether a stick is still being written."""
        return any(not job.over for job in self.jobs)

    def eject(self, job: Job, told: Callable[[bool], None]) -> None:
        """Ask the system to let a stick go."""
        folder = job.seen.stick.folder
        self._background.run(lambda _step: eject.eject(folder), owner=self, done=told)

    # --- inside ----------------------------------------------------------------

    def _run(self, jobs: list[Job]) -> None:
        made = self.made
        if made is None:
            return
        self._background.run(
            lambda _step: many.run(jobs, made.signed, made.sources),
            owner=self,
            done=lambda _: self._look_at_jobs(),
        )
        self._timer.start()

    def _look_at_jobs(self) -> None:
        if not self.writing:
            self._timer.stop()
        self.moved.emit()

    def _keep_stock(self, found: Stock) -> None:
        self.stock = found
        self.stock_read.emit(found)

    def _keep_made(self, made: Made) -> None:
        from milkit.trust.key import parse_public

        self.made = made
        self.words = six_words(parse_public(made.signed.listing.key))
        self.signed.emit()
