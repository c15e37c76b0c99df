"""A real three-zone OpenStack Swift on loopback, with an S3 door, for a proof."""

from __future__ import annotations

import base64
import contextlib
import email.utils
import getpass
import hmac
import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from milkit.hub.sources import DropBox

if TYPE_CHECKING:
    from pathlib import Path

    from obstore.store import S3Store

    from milkit.sync.sealed import Sealed

KINDS = ("account", "container", "object")
ZONES = (1, 2, 3)
FIRST = 16200  # ports: zone and kind are added
PROXY = 16280
USER, WORD, BUCKET = "hub:admin", "secretsecret", "drop"
_PATIENCE = 60  # seconds
_SENDERS = 12  # installations at the same time
_TRIES = 40
SERVER = """[DEFAULT]
devices = {home}/zone{zone}
mount_check = false
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
user = {user}
swift_dir = {home}/etc
disable_fallocate = true
recon_cache_path = {home}/zone{zone}/cache
log_level = WARNING
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
[{kind}-replicator]
sync_method = ssync
[{kind}-updater]
[{kind}-auditor]
"""
DOORS = ("catch_errors", "gatekeeper", "healthcheck", "s3api", "tempurl", "copy",
         "slo", "versioned_writes")  # fmt: skip
FRONT = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
user = {user}
swift_dir = {home}/etc
log_level = WARNING
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck s3api tempurl tempauth copy slo \
versioned_writes proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
node_timeout = 30
recoverable_node_timeout = 30
conn_timeout = 3
error_suppression_limit = 10000
error_suppression_interval = 1
[filter:tempauth]
use = egg:swift#tempauth
user_hub_admin = {word} .admin
"""


class Cluster:
    """Three zones, one server of each kind in each, and the S3 door before them."""

    def __init__(self, home: Path, programs: Path) -> None:
        self.home, self.programs = home, programs
        self.running: dict[tuple[str, int], subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        """Write what it needs and start all servers; none is left when that fails."""
        try:
            self._set_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _set_up(self) -> None:
        (self.home / "etc").mkdir(parents=True)
        self._write()
        self._rings()
        for zone in ZONES:
            self.start_zone(zone)
        for zone in ZONES:  # the door would shun servers that are not up yet
            for number in range(len(KINDS)):
                _listens(FIRST + zone * 10 + number)
        self._start("proxy", 0)
        self._wait()

    def __exit__(self, *_: object) -> None:
        """Stop all servers."""
        for one in list(self.running):
            self._stop(*one)

    def start_zone(self, zone: int) -> None:
        """Start the three servers of a zone."""
        for kind in KINDS:
            self._start(kind, zone)

    def kill_zone(self, zone: int) -> None:
        """Kill them, as a power cut does."""
        for kind in KINDS:
            self._stop(kind, zone)

    def replicate(self) -> None:
        """Bring every zone and the listings up to date, once."""
        once = [f"{kind}-replicator" for kind in KINDS]
        for name in ("object-updater", "container-updater", *once):
            for zone in ZONES:
                kind = name.partition("-")[0]
                program = self.programs / f"swift-{name}"
                subprocess.run(
                    [str(program), str(self._conf(kind, zone)), "once"],
                    capture_output=True,
                    check=False,
                    timeout=300,
                )

    def store(self) -> S3Store:
        """Give the bucket, as the kit opens one."""
        from obstore.store import S3Store

        return S3Store(
            BUCKET,
            endpoint=f"http://127.0.0.1:{PROXY}",
            access_key_id=USER,
            secret_access_key=WORD,
            region="us-east-1",
            client_options={"allow_http": True, "timeout": timedelta(seconds=30)},
            retry_config={"max_retries": 0, "retry_timeout": timedelta(seconds=1)},
        )

    def _conf(self, kind: str, zone: int) -> Path:
        return self.home / "etc" / f"{kind}-{zone}.conf"

    def _write(self) -> None:
        user = getpass.getuser()
        etc = self.home / "etc"
        (etc / "swift.conf").write_text("[swift-hash]\nswift_hash_path_suffix = p\n")
        for zone in ZONES:
            (self.home / f"zone{zone}" / "d1").mkdir(parents=True)
            (self.home / f"zone{zone}" / "cache").mkdir()
            for number, kind in enumerate(KINDS):
                port = FIRST + zone * 10 + number
                text = SERVER.format(
                    home=self.home, zone=zone, port=port, user=user, kind=kind
                )
                self._conf(kind, zone).write_text(text)
        front = FRONT.format(home=self.home, port=PROXY, user=user, word=WORD)
        for door in DOORS:
            front += f"[filter:{door}]\nuse = egg:swift#{door}\n"
        self._conf("proxy", 0).write_text(front)

    def _rings(self) -> None:
        ring = str(self.programs / "swift-ring-builder")
        for number, kind in enumerate(KINDS):
            builder = f"{kind}.builder"
            self._ring(ring, builder, "create", "6", "3", "0")
            for zone in ZONES:
                port = FIRST + zone * 10 + number
                self._ring(ring, builder, "add", f"r1z{zone}-127.0.0.1:{port}/d1", "1")
            self._ring(ring, builder, "rebalance")

    def _ring(self, *words: str) -> None:
        subprocess.run(
            words, cwd=self.home / "etc", capture_output=True, check=False, timeout=60
        )

    def _start(self, kind: str, zone: int) -> None:
        log = (self.home / f"{kind}-{zone}.log").open("ab")
        with log:
            self.running[kind, zone] = subprocess.Popen(
                [
                    str(self.programs / f"swift-{kind}-server"),
                    str(self._conf(kind, zone)),
                ],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _stop(self, kind: str, zone: int) -> None:
        one = self.running.pop((kind, zone))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(one.pid, signal.SIGKILL)
        one.wait()

    def _wait(self) -> None:
        """Wait for the front door, and make the bucket."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                line = http.client.HTTPConnection("127.0.0.1", PROXY, timeout=5)
                line.request("GET", "/healthcheck")
                if line.getresponse().status == http.client.OK:
                    break
            time.sleep(0.3)
        self._make_bucket()

    def _make_bucket(self) -> None:
        """Make the bucket, with a signature of version 2: the kit never makes one."""
        path = f"/{BUCKET}"
        for _ in range(_TRIES):
            date = email.utils.formatdate(usegmt=True)
            told = hmac.new(WORD.encode(), f"PUT\n\n\n{date}\n{path}".encode(), "sha1")
            sign = base64.b64encode(told.digest()).decode()
            headers = {"Date": date, "Authorization": f"AWS {USER}:{sign}"}
            with contextlib.suppress(OSError, http.client.HTTPException):
                line = http.client.HTTPConnection("127.0.0.1", PROXY, timeout=20)
                line.request("PUT", path, headers=headers)
                if line.getresponse().status == http.client.OK:
                    return
            time.sleep(0.5)
        raise RuntimeError("no bucket")


def _listens(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.2)
    raise RuntimeError(f"nothing on port {port}")


def send_all(cluster: Cluster, sent: dict[int, list[Sealed]]) -> None:
    """
    Send everybody's files, each until the store says yes, while zone 2 dies.

    A third of the way in the zone is killed, two thirds in it is started again; at
    the end it is replicated. Every tenth file is sent once more, as after a lost
    answer.
    """
    done, total = [0], sum(len(files) for files in sent.values())
    lock, trouble = threading.Lock(), threading.Event()
    states = {"killed": False, "back": False}

    def told() -> None:
        with lock:
            done[0] += 1
            if done[0] * 3 >= total and not states["killed"]:
                states["killed"] = True
                cluster.kill_zone(2)
                trouble.set()
            elif done[0] * 3 >= 2 * total and not states["back"]:
                states["back"] = True
                cluster.start_zone(2)

    def send(files: list[Sealed]) -> int:
        store, again = cluster.store(), 0
        for number, one in enumerate(files):
            again += _put(store, one)
            if number % 10 == 0:
                _put(store, one)
            told()
        return again

    with ThreadPoolExecutor(_SENDERS) as pool:
        retried = sum(pool.map(send, sent.values()))
    cluster.replicate()
    print(f"   zone 2 killed and started again; {retried} puts had to be tried again")


def _put(store: S3Store, one: Sealed) -> int:
    """Put a file until the store says yes or has it; give the tries that failed."""
    from obstore.exceptions import AlreadyExistsError, BaseError

    for tries in range(_TRIES):
        try:
            store.put(one.name, one.content, mode="create")
        except AlreadyExistsError:
            return tries
        except (BaseError, OSError):  # FileNotFoundError: the bucket is not known yet
            time.sleep(min(0.2 * 2**tries, 3))
        else:
            return tries
    raise RuntimeError(f"never stored: {one.name}")


def source(cluster: Cluster) -> DropBox:
    """Give the bucket as the hub reads it."""
    return DropBox(cluster.store(), "swift")
