"""A small kit to try things with: a key, a folder of files, and what is signed."""

from pathlib import Path

from milkit.kit import contents, listing
from milkit.kit.contents import Contents
from milkit.kit.listing import Listing, Signed
from milkit.trust.key import SigningKey, of_seed

FILES = {
    "START-HERE.html": b"<p>Start here</p>",
    "packs/AA/core.pack": b"lessons" * 40_000,
    "windows/milkit.exe": b"program" * 9_000,
    "static/index-en.html": b"<p>Lessons</p>" * 300,
}


def key(number: int = 1) -> SigningKey:
    return of_seed(bytes([number]) * 32, bytes([number]) * 8)


def files(folder: Path, more: dict[str, bytes] | None = None) -> Path:
    for path, content in {**FILES, **(more or {})}.items():
        where = folder / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(content)
    return folder


def signed(
    folder: Path, made: str = "2026-11-24", signer: SigningKey | None = None
) -> tuple[Signed, Contents]:
    """Sign all files of a folder as a kit."""
    found = contents.gather(contents.tree(folder))
    found, sums = contents.hashed(found, lambda _done, _total: None)
    about = Listing("The Centre", "", made, "MIL Kit", ("en", "th"), sums)
    return listing.sign(about, signer or key()), found


def kit(
    tmp_path: Path, more: dict[str, bytes] | None = None
) -> tuple[Signed, Contents]:
    return signed(files(tmp_path / "source", more))
