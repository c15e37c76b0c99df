"""Put results files into a drop box: a folder, WebDAV, or an S3-compatible store."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from milkit.ground.errors import DropRefused, DropUnreachable
from milkit.ground.files import write_to_stick
from milkit.records.place import away

if TYPE_CHECKING:
    from milkit.sync.enrolment import Drop

# Ours, because a client's own retries hang for minutes on a dead line.
_CLIENT: Any = {"connect_timeout": "15s", "timeout": "300s", "allow_http": True}
_RETRY: Any = {"max_retries": 0}


class Box(Protocol):
    """A drop box that is open."""

    def put(self, name: str, content: bytes) -> None:
        """Leave one file; it may be there already. DropRefused, DropUnreachable."""


def open_box(drop: Drop, hub: str) -> Box:
    """Make ready to put files there; *hub* is its name, for words. Nothing is sent."""
    if drop.kind == "folder":
        root = Path(drop.url)
        if not root.is_dir():  # a share that is not there must not become a folder
            raise DropUnreachable(hub, f"no folder {root}")
        if away(root):
            return _Stick(root)
    if not drop.kind:
        raise DropUnreachable(hub, "no drop box")
    return _Store(drop, hub)


class _Stick:
    """A folder on a stick or a share: every file is written safely and read back."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, name: str, content: bytes) -> None:
        """Leave one file, if it is not there whole."""
        write_if_missing(self._root / name, content)


def write_if_missing(path: Path, content: bytes) -> bool:
    """Write a file to a stick and read it back; False when it was there, whole."""
    from milkit.ground.files import make_folder

    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        make_folder(path.parent)
    write_to_stick(path, content)
    return True


class _Store:
    """A store behind obstore: one interface for folders, WebDAV and S3."""

    def __init__(self, drop: Drop, hub: str) -> None:
        from obstore.exceptions import BaseError

        self._hub = hub
        # WebDAV has no "only if new": there the same bytes go under the same name.
        self._mode = "overwrite" if drop.kind == "webdav" else "create"
        try:
            self._store = _OPENERS[drop.kind](drop)
        except (BaseError, ValueError) as e:
            raise DropUnreachable(hub, str(e)) from e

    def put(self, name: str, content: bytes) -> None:
        """Leave one file; that it is there already is as good."""
        from obstore import exceptions as e

        try:
            self._put(name, content)
        except (e.AlreadyExistsError, e.PreconditionError):
            return
        except (e.PermissionDeniedError, e.UnauthenticatedError) as error:
            raise DropRefused(self._hub) from error
        except (e.BaseError, OSError) as error:
            raise DropUnreachable(self._hub, str(error)) from error

    def _put(self, name: str, content: bytes) -> None:
        from obstore.exceptions import NotSupportedError

        try:
            self._store.put(name, content, mode=self._mode)
        except NotSupportedError:
            if self._mode == "overwrite":
                raise
            self._mode = "overwrite"
            self._store.put(name, content, mode=self._mode)


def _folder(drop: Drop) -> Any:
    from obstore.store import LocalStore

    return LocalStore(prefix=drop.url)


def _webdav(drop: Drop) -> Any:
    from obstore.store import HTTPStore

    client: Any = dict(_CLIENT)
    if drop.user or drop.secret:
        both = base64.b64encode(f"{drop.user}:{drop.secret}".encode()).decode()
        client["default_headers"] = {"authorization": f"Basic {both}"}
    return HTTPStore(drop.url, client_options=client, retry_config=_RETRY)


def _s3(drop: Drop) -> Any:
    from obstore.store import S3Store

    bucket, _, prefix = drop.url.removeprefix("s3://").partition("/")
    more: dict[str, Any] = {"endpoint": drop.endpoint} if drop.endpoint else {}
    return S3Store(
        bucket,
        prefix=prefix or None,
        access_key_id=drop.user,
        secret_access_key=drop.secret,
        region=drop.region or "us-east-1",
        client_options=_CLIENT,
        retry_config=_RETRY,
        **more,
    )


_OPENERS = {"folder": _folder, "webdav": _webdav, "s3": _s3}
