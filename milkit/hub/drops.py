"""Open the places that results come from: folders, sticks, WebDAV shares, buckets."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from milkit.hub.sources import DropBox, Folder, Source, is_web
from milkit.sync import enrolment
from milkit.sync.enrolment import Drop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.hub.place import Hub

# The file that senders have holds a credential that cannot read. The hub's own comes
# from where programs usually get secrets, and is never written down.
_USER, _SECRET = "MILKIT_DROP_USER", "MILKIT_DROP_SECRET"
_S3_USER, _S3_SECRET = "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"
_S3_ENDPOINT, _S3_REGION = "AWS_ENDPOINT_URL", "AWS_REGION"
_CONNECT, _REQUEST = timedelta(seconds=15), timedelta(minutes=5)


def source(text: str, hub: Hub, environ: Mapping[str, str] | None = None) -> Source:
    """
    Open a folder's path or an address; the hub's own drop box needs no more words.

    A credential to read with stands in the address, in MILKIT_DROP_USER and
    MILKIT_DROP_SECRET, or for S3 in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
    """
    if not is_web(text) or text.startswith("file://"):
        return Folder(Path(text.removeprefix("file://")))
    own = Drop()
    if text == hub.drop:
        own = enrolment.read(hub.invitation).drop
    there = os.environ if environ is None else environ
    if text.startswith("s3://"):
        return DropBox(_bucket(text, own, there), _shown(text))
    return DropBox(_share(text, own, there), _shown(text))


def _bucket(text: str, own: Drop, environ: Mapping[str, str]) -> Any:
    from obstore.store import S3Store

    more: dict[str, Any] = {}
    if user := environ.get(_S3_USER) or environ.get(_USER) or own.user:
        word = environ.get(_S3_SECRET) or environ.get(_SECRET) or own.secret
        more |= {"access_key_id": user, "secret_access_key": word}
    endpoint = own.endpoint or environ.get(_S3_ENDPOINT, "")
    if endpoint:
        more["endpoint"] = endpoint
    region = own.region or environ.get(_S3_REGION, "") or "us-east-1"
    return S3Store.from_url(
        text,
        region=region,
        client_options=_client(plain=endpoint.startswith("http://")),
        retry_config={"max_retries": 2, "retry_timeout": timedelta(minutes=1)},
        **more,
    )


def _share(text: str, own: Drop, environ: Mapping[str, str]) -> Any:
    from obstore.store import HTTPStore

    parts = urlsplit(text)
    user = parts.username or environ.get(_USER) or own.user
    word = parts.password or environ.get(_SECRET) or own.secret
    options: Any = _client(plain=parts.scheme == "http")
    if user:
        options["default_headers"] = {"Authorization": _basic(user, word)}
    return HTTPStore.from_url(
        _shown(text),
        client_options=options,
        retry_config={"max_retries": 2, "retry_timeout": timedelta(minutes=1)},
    )


def _client(*, plain: bool) -> Any:
    return {"allow_http": plain, "connect_timeout": _CONNECT, "timeout": _REQUEST}


def _basic(user: str, word: str) -> str:
    import base64

    return "Basic " + base64.b64encode(f"{user}:{word}".encode()).decode()


def _shown(text: str) -> str:
    """Give an address without the credential that may stand in it."""
    parts = urlsplit(text)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
