"""The drop box on the network: senders put and can do nothing else."""

import hashlib
from http.client import HTTPConnection
from threading import Thread

import pytest

from milkit.ground.hub_errors import PortTaken
from milkit.hub import drops
from milkit.hub.collecting import NEW, SEEN, collect
from milkit.hub.serving import Door, serve
from tests.hub.fixtures import AT, files_of, rows

DOOR = Door("sender", "put-only", "hub", "may-read")


@pytest.fixture
def box(tmp_path):
    server = serve(tmp_path / "drop", DOOR, "127.0.0.1", 0)
    thread = Thread(target=server.serve)
    thread.start()
    yield f"127.0.0.1:{server.bind_addr[1]}"
    server.stop()
    thread.join()


def ask(box, method, path, body=None, user="sender:put-only"):
    import base64

    line = HTTPConnection(box, timeout=10)
    pair = base64.b64encode(user.encode()).decode()
    line.request(method, path, body, {"Authorization": f"Basic {pair}"})
    code = line.getresponse().status
    line.close()
    return code


def put(box, name, content):
    for depth in range(1, name.count("/") + 1):
        ask(box, "MKCOL", "/" + "/".join(name.split("/")[:depth]))
    return ask(box, "PUT", f"/{name}", content)


def test_put_again_collect(box, db, hub, tmp_path):
    files = files_of(hub, 1)
    for name, content in files * 2:
        assert put(box, name, content) in (201, 204)
    place = f"http://hub:may-read@{box}/"
    done = collect(db, [drops.source(place, hub, {})], hub.secret(), AT)
    assert done.count(NEW) == len(files)
    again = collect(db, [drops.source(place, hub, {})], hub.secret(), AT)
    assert again.count(SEEN) == len(files)
    assert rows(db)[0]
    on_disk = [p for p in (tmp_path / "drop").rglob("*") if p.is_file()]
    assert {p.read_bytes() for p in on_disk} == {content for _, content in files}


def test_a_sender_can_only_put_what_the_name_says(box, hub):
    ((name, content),) = files_of(hub, 1)[:1]
    assert put(box, name, content) == 201
    assert put(box, name, content + b"x") == 422
    for method in ("GET", "HEAD", "DELETE", "PROPFIND", "MOVE", "COPY", "LOCK"):
        assert ask(box, method, f"/{name}") == 403, method
    assert ask(box, "PROPFIND", "/") == 403
    assert ask(box, "PUT", "/v1/KH/aa/../../../evil.milr", content) == 403
    assert ask(box, "PUT", "/evil.exe", b"x") == 403
    assert ask(box, "MKCOL", "/other") == 403
    large = b"x" * 40_000
    digest = hashlib.sha256(large).hexdigest()
    assert ask(box, "PUT", f"/v1/KH/{digest[:2]}/{digest}.milr", large) == 413


def test_nobody_else_comes_in_and_the_reader_changes_nothing(box, hub):
    ((name, content),) = files_of(hub, 1)[:1]
    assert put(box, name, content) == 201
    assert ask(box, "PUT", f"/{name}", content, "sender:guess") == 401
    assert ask(box, "GET", f"/{name}", user=":") == 401
    assert ask(box, "GET", f"/{name}", user="hub:may-read") == 200
    assert ask(box, "DELETE", f"/{name}", user="hub:may-read") == 403


def test_a_taken_port_is_told(box, tmp_path):
    with pytest.raises(PortTaken):
        serve(tmp_path / "b", DOOR, "127.0.0.1", int(box.split(":")[1]))
