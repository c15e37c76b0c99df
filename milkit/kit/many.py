"""Write one kit on several sticks at once; each goes its own way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal

from milkit.ground.errors import Cancelled, Mishap, StickGone
from milkit.kit.progress import Progress
from milkit.kit.write import write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

    from milkit.kit.listing import Signed
    from milkit.kit.sticks import Seen
    from milkit.kit.write import Sources, Written

    State = Literal["waiting", "writing", "checking", "done", "bad", "stopped"]

MOST = 8  # sticks at a time: a hub has no more places, and a laptop no more breath


class Job:
    """One stick on its way; its thread writes, any thread may look."""

    def __init__(self, seen: Seen, stop: Event) -> None:
        self.seen = seen
        self.progress = Progress(stop)
        self.begun = False
        self.written: Written | None = None
        self.mishap: Mishap | None = None

    @property
    def state(self) -> State:
        """Say how far it is."""
        if self.mishap is not None:
            return "stopped" if isinstance(self.mishap, Cancelled) else "bad"
        if self.written is not None:
            return "done" if self.written.whole else "bad"
        if not self.begun:
            return "waiting"
        return "checking" if self.progress.checking else "writing"

    @property
    def over(self) -> bool:
        """Say whether nothing more happens on this stick."""
        return self.state in ("done", "bad", "stopped")

    def run(self, signed: Signed, sources: Sources) -> None:
        """Write; whatever befalls this stick is kept for it alone."""
        self.begun = True
        try:
            self.written = write(signed, sources, self.seen.home, self.progress)
        except Mishap as mishap:
            self.mishap = mishap
        except OSError:
            self.mishap = StickGone(self.seen.home)


def run(jobs: Sequence[Job], signed: Signed, sources: Sources) -> None:
    """Run all *jobs*, at most eight at a time; back when all are over."""
    with ThreadPoolExecutor(MOST, thread_name_prefix="stick") as pool:
        list(pool.map(lambda job: job.run(signed, sources), jobs))


def seconds_left(jobs: Sequence[Job]) -> float | None:
    """Give the time until the slowest is done; None while nobody knows."""
    times = [job.progress.seconds_left for job in jobs if not job.over and job.begun]
    known = [time for time in times if time is not None]
    return max(known) if known and len(known) == len(times) else None
