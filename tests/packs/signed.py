"""Made-up publishers for tests: they build, sign and offer packs, also badly."""

import datetime as dt
import json
from pathlib import Path

from milkit.packs import publishing
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.packs.entries import entry
from milkit.packs.offers import offers
from milkit.packs.writing import Writing
from milkit.trust.key import of_seed
from milkit.trust.signature import sign
from tests.packs.made import PNG, lesson

DAY = dt.date(2026, 3, 1)


_BUILT = {}


def _build(path, about, lessons):
    with Writing(path, about) as pack:
        for each in lessons or (lesson(title=f"In {about.version}"),):
            pack.add(entry(each))
        pack.picture("L1/red.png", PNG)


class Club:
    """A publisher with a key of its own; *folder* takes what it makes."""

    def __init__(self, folder, name="Media Club, Port Town", seed=1, next_key=None):
        self.folder = Path(folder)
        self.name = name
        self.key = of_seed(bytes([seed]) * 32, bytes([seed]) * 8)
        self.listed = publishing.first_list(name, self.key.public, DAY, next_key)

    def pack(self, version="1.0", *lessons, pack_id="t", title="A title"):
        """Build a pack of made lessons."""
        from milkit.packs import about
        from milkit.packs.entries import entry
        from milkit.packs.writing import Writing

        path = self.folder / "made" / f"{pack_id}-{version}-{len(lessons)}.pack"
        path.parent.mkdir(parents=True, exist_ok=True)
        said = about.About(pack_id, version, {"en": title}, "CC0", "we")
        with Writing(path, said) as pack:
            for each in lessons or (lesson(title=f"In {version}"),):
                pack.add(entry(each))
            pack.picture("L1/red.png", PNG)
        return path

    def publish(self, *packs, where="stick", **more):
        """Sign the next list with *packs* on it and write the publisher's folder."""
        names = {}
        for pack in packs:
            self.listed, entry = publishing.with_pack(self.listed, pack)
            names[entry.now.file] = pack
        self.listed = self.listed._replace(**more)
        made = publishing.signed(self.listed, self.key, DAY)
        self.listed = made.listed
        root = self.folder / where / "packs"
        return publishing.write_folder(root, made, names)

    def share(self, pack, name="t.milpack"):
        """Sign the next list and write one pack as a share file."""
        self.listed, entry = publishing.with_pack(self.listed, pack)
        made = publishing.signed(self.listed, self.key, DAY)
        self.listed = made.listed
        to = self.folder / name
        publishing.write_share(to, made, pack, entry.now.file)
        return to

    def sign_again(self, folder, **changes):
        """Change a written list and sign it: rightly signed, and wrong."""
        table = json.loads((folder / NAME).read_bytes()) | changes
        self.sign_bytes(folder, json.dumps(table).encode())

    def sign_bytes(self, folder, content):
        """Sign whatever bytes stand for the list."""
        (folder / NAME).write_bytes(content)
        (folder / SIGNATURE).write_text(sign(content, self.key, "x"))
        (folder / PUBLISHER).write_text(self.key.public.file)


def offer(path):
    """Give the one thing that is offered."""
    (found,) = offers(path)
    return found


def look(folder):
    """Give every file below a folder with its bytes, to see that nothing changed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }
