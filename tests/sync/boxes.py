"""Drop boxes that are really there: a folder, a WebDAV server, an S3 server."""

import contextlib
import threading

from milkit.sync.enrolment import Drop


class FolderBox:
    def __init__(self, root):
        self.root = root
        root.mkdir()
        self.drop = Drop(str(root))

    def files(self):
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*.milr")
        }


@contextlib.contextmanager
def folder(tmp_path):
    yield FolderBox(tmp_path / "drop")


@contextlib.contextmanager
def webdav(tmp_path):
    """Serve a folder; only teacher:secret may write."""
    from cheroot import wsgi
    from wsgidav.wsgidav_app import WsgiDAVApp

    box = FolderBox(tmp_path / "dav")
    users = {"/": {"teacher": {"password": "secret"}}}
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(box.root)},
            "simple_dc": {"user_mapping": users},
            "http_authenticator": {"accept_digest": False},
            "verbose": 0,
            "logging": {"enable": False},
        }
    )
    server = wsgi.Server(("127.0.0.1", 0), app, numthreads=4)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.bind_addr[1]}"
    box.drop = Drop(url, "teacher", "secret")
    try:
        yield box
    finally:
        server.stop()
        thread.join(5)


class S3Box:
    def __init__(self, endpoint):
        from obstore.store import S3Store

        self.drop = Drop("s3://drop/in", "key", "secret", "us-east-1", endpoint)
        self._store = S3Store(
            "drop",
            prefix="in",
            endpoint=endpoint,
            access_key_id="key",
            secret_access_key="secret",
            region="us-east-1",
            client_options={"allow_http": True},
        )

    def files(self):
        found = {}
        for page in self._store.list():
            for one in page:
                got = self._store.get(one["path"])
                found[one["path"]] = bytes(got.bytes())
        return found


@contextlib.contextmanager
def s3(_tmp_path):
    import urllib.request

    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    request = urllib.request.Request(f"{endpoint}/drop", method="PUT")
    try:
        urllib.request.urlopen(request).close()
        yield S3Box(endpoint)
    finally:
        urllib.request.urlopen(
            urllib.request.Request(f"{endpoint}/moto-api/reset", method="POST")
        ).close()
        server.stop()


BOXES = {"folder": folder, "webdav": webdav, "s3": s3}
