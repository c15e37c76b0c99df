"""A drop box on the local network: senders may put results files in, and no more."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import re
import socket
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.files import make_folder
from milkit.ground.hub_errors import ExtraMissing, PortTaken
from milkit.hub.facts import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Start = Callable[..., Any]
    Wsgi = Callable[[dict[str, Any], Start], Iterable[bytes]]

_NAME = re.compile(r"/v1/[A-Z]{2}/[0-9a-f]{2}/([0-9a-f]{64})\.milr\Z")
_FOLDER = re.compile(r"/(v1(/[A-Z]{2}(/[0-9a-f]{2})?)?)?/?\Z")


class Door(NamedTuple):
    """Who may come in: senders, who only put, and the hub, which may read as well."""

    sender: str
    sender_word: str
    reader: str = ""
    reader_word: str = ""


def app(folder: Path, door: Door) -> Wsgi:
    """
    Give the WSGI application that keeps files in *folder*.

    A sender may make the folders of the format and put a file whose name is the
    SHA-256 of its bytes, up to 32 KiB: so nothing can be read, listed, taken away, or
    put in another's place. ExtraMissing without WsgiDAV.
    """
    try:
        from wsgidav.wsgidav_app import (
            WsgiDAVApp,
        )
    except ImportError as e:
        raise ExtraMissing("WsgiDAV") from e
    make_folder(folder)
    dav = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(folder)},
            "http_authenticator": {"domain_controller": None},
            "simple_dc": {"user_mapping": {"*": True}},
            "logging": {"enable": False},
            "verbose": 0,
            "dir_browser": {"enable": False},
            "property_manager": False,
            "lock_storage": False,
        }
    )
    return guarded(dav, door)


def guarded(inner: Wsgi, door: Door) -> Wsgi:
    """Let senders put and readers read; everything else is refused before *inner*."""

    def serve(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        who = _who(environ.get("HTTP_AUTHORIZATION", ""), door)
        if not who:
            ask = [("WWW-Authenticate", 'Basic realm="MIL Kit"')]
            return _answer(start, "401 Unauthorized", ask)
        refusal = _refusal(environ, who)
        if refusal:
            return _answer(start, refusal)
        return inner(environ, start)

    return serve


def serve(folder: Path, door: Door, host: str, port: int) -> Any:
    """Make the server; `start` runs it until `stop`. PortTaken, ExtraMissing."""
    try:
        from cheroot.wsgi import Server
    except ImportError as e:
        raise ExtraMissing("cheroot") from e
    _look_at_port(host, port)
    server = Server((host, port), app(folder, door), numthreads=8)
    try:
        server.prepare()
    except OSError as e:
        raise PortTaken(port) from e
    return server


def _look_at_port(host: str, port: int) -> None:
    """Try the port first: cheroot leaves a socket open when it is taken."""
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as e:
        raise PortTaken(port) from e


def _who(header: str, door: Door) -> str:
    """Tell a "sender" or a "reader" by Basic authorization (RFC 7617); "" = neither."""
    kind, _, pair = header.partition(" ")
    try:
        told = base64.b64decode(pair, validate=True) if kind.lower() == "basic" else b""
    except ValueError:
        return ""
    known = {
        "sender": f"{door.sender}:{door.sender_word}",
        "reader": f"{door.reader}:{door.reader_word}" if door.reader else "",
    }
    for who, words in known.items():
        if words and hmac.compare_digest(told, words.encode()):
            return who
    return ""


def _refusal(environ: dict[str, Any], who: str) -> str:
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    if who == "reader":
        reads = {"GET", "HEAD", "PROPFIND", "OPTIONS"}
        return "" if method in reads else "403 Forbidden"
    if method == "MKCOL" and _FOLDER.match(path):
        return ""
    name = _NAME.match(path)
    if method != "PUT" or name is None:
        return "403 Forbidden"
    return _read_whole(environ, name[1])


def _read_whole(environ: dict[str, Any], sha256: str) -> str:
    """Read what is put, and refuse it unless its name is its SHA-256."""
    try:
        size = int(environ.get("CONTENT_LENGTH") or -1)
    except ValueError:
        size = -1
    if size < 0:
        return "411 Length Required"
    if size > LARGEST:
        return "413 Request Entity Too Large"
    content = environ["wsgi.input"].read(size)
    if hashlib.sha256(content).hexdigest() != sha256:
        return "422 Unprocessable Entity"
    environ["wsgi.input"] = io.BytesIO(content)
    return ""


def _answer(
    start: Start, status: str, headers: list[tuple[str, str]] | None = None
) -> Iterable[bytes]:
    start(status, [("Content-Length", "0"), *(headers or [])])
    return [b""]
