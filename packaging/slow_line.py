"""A slow line with losses between two network namespaces: for proofs, root on Linux.

    python packaging/slow_line.py KBIT_A_SECOND LOSS [DELAY_S]

Two tun devices, one in each namespace (`milkit-near` 10.77.0.1, `milkit-far`
10.77.0.2). Each direction sends one packet after the other at the line's speed, holds a
queue of some seconds, and loses packets by chance. Says "up", runs until it is killed.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import select
import struct
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

NEAR, FAR = "milkit-near", "milkit-far"
NEAR_IP, FAR_IP = "10.77.0.1", "10.77.0.2"
_TUN = Path("/dev/net/tun")
_TUNSETIFF, _IFF_TUN, _IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
_LONGEST_QUEUE = 5.0  # seconds of waiting packets, then the newest is dropped
_MTU = 1200


class Direction:
    """Packets on their way from one end to the other."""

    def __init__(self, bits: float, loss: float, delay: float, seed: int) -> None:
        self._bits, self._loss, self._delay = bits, loss, delay
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._free = 0.0
        self._under_way: deque[tuple[float, bytes]] = deque()
        self.sent = self.lost = 0

    def take(self, packet: bytes, now: float) -> None:
        """Put a packet on the line, unless the queue is full or it gets lost."""
        if self._free - now > _LONGEST_QUEUE:
            self.lost += 1
            return
        self._free = max(self._free, now) + len(packet) * 8 / self._bits
        self.sent += 1
        if self._chance.random() < self._loss:
            self.lost += 1  # it took its time on the line all the same
            return
        self._under_way.append((self._free + self._delay, packet))

    def due(self, now: float) -> list[bytes]:
        """Give what has arrived by now."""
        arrived = []
        while self._under_way and self._under_way[0][0] <= now:
            arrived.append(self._under_way.popleft()[1])
        return arrived

    @property
    def next(self) -> float:
        """When the next packet arrives; far away when none is under way."""
        return self._under_way[0][0] if self._under_way else float("inf")


def cannot() -> str:
    """Say why no such line can be laid here; "" when it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "it needs root on Linux"
    if not _TUN.exists():
        return "there is no /dev/net/tun"
    tried = ip("netns", "add", "milkit-try", check=False)
    ip("netns", "del", "milkit-try", check=False)
    return "" if tried else "network namespaces cannot be made here"


def ip(*words: str, check: bool = True) -> bool:
    """Call ip(8); tell whether it did."""
    try:
        done = subprocess.run(["ip", *words], capture_output=True, check=check)
    except FileNotFoundError:
        return False
    return done.returncode == 0


def lay() -> tuple[int, int]:
    """Make both namespaces and devices; give the two ends."""
    clear()
    ends = []
    for name, mine, other in ((NEAR, NEAR_IP, FAR_IP), (FAR, FAR_IP, NEAR_IP)):
        ip("netns", "add", name)
        end = os.open(_TUN, os.O_RDWR | os.O_NONBLOCK)
        request = struct.pack("16sH", name.encode(), _IFF_TUN | _IFF_NO_PI)
        fcntl.ioctl(end, _TUNSETIFF, request)
        ip("link", "set", name, "netns", name)
        inside = ("netns", "exec", name, "ip")
        ip(*inside, "addr", "add", mine, "peer", other, "dev", name)
        ip(*inside, "link", "set", name, "mtu", str(_MTU), "up")
        ip(*inside, "link", "set", "lo", "up")
        ends.append(end)
    return ends[0], ends[1]


def clear() -> None:
    """Take the namespaces away; their devices go with them."""
    for name in (NEAR, FAR):
        ip("netns", "del", name, check=False)


def run(bits: float, loss: float, delay: float, seed: int) -> None:
    """Carry packets until killed."""
    ends = lay()
    ways = {ends[0]: Direction(bits, loss, delay, seed)}
    ways[ends[1]] = Direction(bits, loss, delay, seed + 1)
    other = {ends[0]: ends[1], ends[1]: ends[0]}
    print("up", flush=True)
    while True:
        now = time.monotonic()
        soon = min(way.next for way in ways.values()) - now
        ready, _, _ = select.select(ends, [], [], max(0.0, min(0.5, soon)))
        now = time.monotonic()
        for end in ready:
            with contextlib.suppress(BlockingIOError):
                ways[end].take(os.read(end, 4096), now)
        for end, way in ways.items():
            for packet in way.due(now):
                with contextlib.suppress(OSError):  # the device is not up yet
                    os.write(other[end], packet)


if __name__ == "__main__":
    kbit, lost = float(sys.argv[1]), float(sys.argv[2])
    late = float(sys.argv[3]) if len(sys.argv) > 3 else 0.3
    run(kbit * 1000, lost, late, int(os.environ.get("SEED", "1")))
