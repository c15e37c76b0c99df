"""Handed on once each: to a store that answers, loses answers, or says no."""

import base64
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from milkit.ground.hub_errors import LrsRefused, LrsSilent
from milkit.hub.collecting import collect
from milkit.hub.publishing import Published, lrs_of, publish
from milkit.hub.sources import Folder
from tests.hub.fixtures import AT, files_of, save


class Store(BaseHTTPRequestHandler):
    """A learning record store that keeps everything it is given, also twice."""

    def do_GET(self):
        wanted = parse_qs(urlsplit(self.path).query)["statementId"][0]
        self._answer(200 if wanted in self._ids() else 404)

    def do_POST(self):
        told = self.rfile.read(int(self.headers["Content-Length"]))
        server = self.server
        server.asked += 1
        if self.headers["Authorization"] != server.pass_:
            return self._answer(401)
        assert self.headers["X-Experience-API-Version"] == "1.0.3"
        new = json.loads(told)
        conflict = [one for one in new if one["id"] in server.conflicts]
        if conflict:
            return self._answer(409)
        server.kept += new
        if server.asked in server.lost:
            self.connection.close()
            return None
        return self._answer(200)

    def _ids(self):
        return [one["id"] for one in self.server.kept]

    def _answer(self, code):
        self.send_response(code)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *_):
        pass


@pytest.fixture
def store():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Store)
    server.kept, server.conflicts, server.lost, server.asked = [], set(), set(), 0
    server.pass_ = "Basic " + base64.b64encode(b"u:p").decode()
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def lrs(store):
    return lrs_of(f"http://127.0.0.1:{store.server_port}/xAPI/", "u", "p")


@pytest.fixture
def full(db, hub, tmp_path):
    collect(db, [Folder(save(tmp_path / "s", files_of(hub, 1)))], hub.secret(), AT)
    return db


def ids(db):
    return [
        json.loads(row[0])["id"]
        for row in db.execute("SELECT body FROM statement ORDER BY seq")
    ]


def test_each_statement_goes_once(full, store, lrs):
    many = len(ids(full))
    assert publish(full, lrs, batch=10) == Published(many, 0, 0)
    assert publish(full, lrs) == Published(0, 0, 0)
    assert [one["id"] for one in store.kept] == ids(full)


def test_a_lost_answer_sends_nothing_twice(full, store, lrs):
    store.lost = {1, 3}
    seen = []
    done = publish(full, lrs, lambda *step: seen.append(step), batch=10)
    assert sorted(one["id"] for one in store.kept) == sorted(ids(full))
    assert done.sent + done.there == len(ids(full))
    assert done.there == 20
    assert seen[-1] == (len(ids(full)), len(ids(full)))


def test_one_conflict_does_not_stop_the_batch(full, store, lrs):
    bad = ids(full)[3]
    store.conflicts = {bad}
    done = publish(full, lrs, batch=10)
    assert done.refused == 1
    assert sorted(one["id"] for one in store.kept) == sorted(set(ids(full)) - {bad})


def test_no_entry_and_nobody_there(full, store, lrs):
    with pytest.raises(LrsRefused):
        publish(full, lrs._replace(password="other"))
    with pytest.raises(LrsRefused):
        lrs_of("file:///etc/passwd")
    with pytest.raises(LrsSilent):
        publish(full, lrs_of("http://127.0.0.1:9/xAPI"))
    assert store.kept == []
    publish(full, lrs)
    assert len(store.kept) == len(ids(full))
