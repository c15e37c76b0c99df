"""A drop box that answers with anything at all is understood, soon, and in words."""

import http.server
import threading

import pytest

from milkit.ground.errors import DropRefused, DropUnreachable
from milkit.sync.drop import open_box, write_if_missing
from milkit.sync.enrolment import Drop


@pytest.fixture
def answering():
    """Give a maker of servers that answer every request with one status."""
    servers = []

    def make(status):
        asked = []

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_PUT(self):
                asked.append(self.command)
                self.rfile.read(int(self.headers.get("content-length", 0)))
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            do_MKCOL = do_GET = do_HEAD = do_PUT  # noqa: N815 - the names it asks for

            def log_message(self, *words):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}", asked

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


def box(kind, url):
    if kind == "s3":
        return open_box(Drop("s3://drop", "a", "b", "r", url), "Kampong")
    return open_box(Drop(url, "a", "b"), "Kampong")


@pytest.mark.parametrize("kind", ["webdav", "s3"])
@pytest.mark.parametrize(
    ("status", "mishap"),
    [
        (401, DropRefused),
        (403, DropRefused),
        (429, DropUnreachable),
        (500, DropUnreachable),
        (503, DropUnreachable),
        (507, DropUnreachable),
    ],
)
def test_refusals_and_troubles_are_told_apart(answering, kind, status, mishap):
    url, asked = answering(status)
    with pytest.raises(mishap):
        box(kind, url).put("v1/KH/ab/x.milr", b"content")
    assert len(asked) == 1  # the waits between tries are ours


def test_what_is_there_already_is_as_good(answering):
    url, _ = answering(412)
    box("s3", url).put("v1/KH/ab/x.milr", b"content")


def test_a_stick_gets_only_what_it_has_not(tmp_path):
    path = tmp_path / "v1" / "x.milr"
    assert write_if_missing(path, b"one")
    assert not write_if_missing(path, b"one")
    path.write_bytes(b"o")
    assert write_if_missing(path, b"one")
    assert path.read_bytes() == b"one"
