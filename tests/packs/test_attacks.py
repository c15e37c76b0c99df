"""Each refusal of the kit with the attack that it is for; nothing installed changes."""

import json
import os
import shutil
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.ground.errors import (
    FileUnknown,
    FileUnreadable,
    Mishap,
    PackDamaged,
    PackForeign,
    PackNewer,
)
from milkit.ground.trust_errors import (
    KeyRevoked,
    ListForked,
    PackOlder,
    PackTooLarge,
    PublisherOther,
    SignatureBad,
)
from milkit.packs.believing import believed
from milkit.packs.catalogue import LARGEST, NAME, PUBLISHER, SIGNATURE, parse
from milkit.packs.installing import Trust, install
from milkit.packs.known import read_known
from milkit.packs.listed import plain, plain_file
from milkit.packs.offers import offers
from milkit.packs.share import of_share
from milkit.trust.key import PublicKey, of_seed
from tests.packs.made import lesson, tamper
from tests.packs.signed import Club, look, offer


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """Make a club whose version 1.1 is installed, once for all tests."""
    folder = tmp_path_factory.mktemp("begun")
    club = Club(folder / "club")
    share = offer(club.share(club.pack("1.1")))
    install(share, folder / "data", Trust.CONFIRMED)
    return folder, club.listed


@pytest.fixture
def data(begun, tmp_path):
    """Give a data folder where version 1.1 of the club's pack is installed."""
    return shutil.copytree(begun[0] / "data", tmp_path / "data")


@pytest.fixture
def club(begun, tmp_path):
    made = Club(tmp_path / "club")
    made.listed = begun[1]
    return made


def refused(what, data, path, trust=Trust.CONFIRMED):
    """Hold that an offer is refused and that nothing on this computer changed."""
    before = look(data)
    with pytest.raises(what) as mishap:
        _offer_and_install(path, data, trust)
    assert look(data) == before
    return mishap.value


def _offer_and_install(path, data, trust):
    for each in offers(path):
        install(each, data, trust)


def first_of(folder):
    return next(folder.glob("*.pack"))


# --- bytes ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", [NAME, SIGNATURE, PUBLISHER])
def test_a_swapped_byte_in_the_small_files(club, data, name):
    club.key = of_seed(b"n" * 32, b"newclub!")
    club.name = "Another Club"
    folder = Club(club.folder, "Another Club", 7).publish(club.pack("1.2"))
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    refused(SignatureBad, data, folder)


def test_a_swapped_byte_anywhere_in_the_pack(club, data):
    folder = club.publish(club.pack("1.2"))
    pack = first_of(folder)
    whole = pack.read_bytes()
    for at in (0, 100, len(whole) // 2, len(whole) - 1):
        pack.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        refused(SignatureBad, data, folder)


def test_missing_bytes(club, data):
    folder = club.publish(club.pack("1.2"))
    pack = first_of(folder)
    pack.write_bytes(pack.read_bytes()[:-1])
    refused(SignatureBad, data, folder)


@pytest.mark.parametrize("name", [SIGNATURE, NAME])
def test_a_missing_list_or_signature(club, data, name):
    folder = club.publish(club.pack("1.2"))
    (folder / name).unlink()
    refused((SignatureBad, FileUnknown), data, folder)


def test_every_byte_of_the_small_files_in_a_share_file_counts(club, data):
    share = club.share(club.pack("1.2"))
    whole = share.read_bytes()
    pack = whole.index(b"SQLite format")
    tail = whole.rindex(b"PK\5\6") - 250
    taken = 0
    for place in (*range(0, pack, 11), *range(tail, len(whole), 3)):
        changed = bytearray(whole)
        changed[place] ^= 0x40
        share.write_bytes(changed)
        try:
            taken += believed(offer(share), read_known(data)).listed == club.listed
        except Mishap:
            continue
    assert taken < 60  # dates, check sums and names of systems: what nobody reads


# --- signers -------------------------------------------------------------------------


def test_another_signer_under_a_known_name(club, data):
    like = ["MEDIA CLUB, PORT TOWN", "Media Club — Port Town", "Ｍedia club port town"]
    for number, name in enumerate((club.name, *like)):
        thief = Club(club.folder, name, 8)
        pack = thief.pack("9.0", pack_id="x")
        folder = thief.publish(pack, where=f"stick{number}")
        told = refused(PublisherOther, data, folder)
        assert told.name == club.name


def test_another_key_with_the_same_key_id(club, data):
    thief = Club(club.folder, "Somebody", 8)
    thief.key = of_seed(b"t" * 32, club.key.public.id)
    thief.listed = thief.listed._replace(key=thief.key.public)
    refused(PublisherOther, data, thief.publish(thief.pack("9.0")))


def test_a_kit_signer_cannot_erase_a_publisher(club, data):
    """Somebody trusted takes in the packs of others, revokes their keys, renames."""
    maker = Club(club.folder, "Kit Maker", 5)
    maker.listed = maker.listed._replace(revoked=(club.key.public.text,))
    own = maker.publish(maker.pack("99.0"))
    before = read_known(data)[club.key.public.id]
    install(offer(own), data, Trust.CONFIRMED)
    assert read_known(data)[club.key.public.id] == before
    assert install(offer(club.share(club.pack("1.2"))), data).added
    # And their folder on his stick, signed by him, is not theirs any more.
    theirs = club.publish(club.pack("1.3"), where="stick2")
    maker.sign_bytes(theirs, (theirs / NAME).read_bytes())
    told = refused((SignatureBad, PackForeign), data, theirs)
    assert not isinstance(told, PublisherOther)


def test_naming_somebody_as_the_next_key_takes_nothing_from_them(club, data):
    thief = Club(club.folder, "Friendly", 5, next_key=club.key.public)
    install(offer(thief.publish(thief.pack("99.0"))), data, Trust.CONFIRMED)
    done = install(offer(club.share(club.pack("1.2"))), data)
    assert [pack.now.version for pack in done.added] == ["1.2"]


def test_a_revoked_key_stays_revoked(club, data):
    club.listed = club.listed._replace(revoked=(club.key.public.text,))
    share = club.share(club.pack("1.2"))
    with pytest.raises(KeyRevoked):
        install(offer(share), data)
    assert read_known(data)[club.key.public.id].packs["t"].now.version == "1.1"
    club.listed = club.listed._replace(revoked=())
    refused(KeyRevoked, data, club.share(club.pack("1.3")))


def test_a_list_that_names_another_key(club, data):
    folder = club.publish(club.pack("1.2"))
    other = of_seed(b"o" * 32, b"another!").public.text
    club.sign_again(folder, key=other)
    refused(PackForeign, data, folder)


# --- rollback, fork, fast-forward, mix ------------------------------------------------


def test_rollback_to_an_older_version(tmp_path):
    club, data = Club(tmp_path / "club"), tmp_path / "data"
    old = club.publish(club.pack("1.0"), where="old")
    install(offer(club.share(club.pack("1.1"))), data, Trust.CONFIRMED)
    told = refused(PackOlder, data, old)
    assert (told.have, told.offered) == ("1.1", "1.0")


def test_rollback_inside_a_newer_list(club, data):
    club.listed = club.listed._replace(packs={})
    refused(PackOlder, data, club.publish(club.pack("1.0")))


def test_two_lists_with_one_serial(club, data):
    club.listed = club.listed._replace(serial=club.listed.serial - 1)
    refused(ListForked, data, club.publish(club.pack("1.2")))


def test_one_version_with_other_content(club, data):
    club.listed = club.listed._replace(packs={})
    other = club.pack("1.1", lesson(title="Another 1.1"))
    refused(ListForked, data, club.publish(other))


def test_a_next_key_cannot_be_changed_nor_a_revocation_taken_back(tmp_path):
    club, data = Club(tmp_path / "club"), tmp_path / "data"
    heir, thief = (Club(club.folder, "x", seed).key.public for seed in (8, 9))
    lost = of_seed(b"l" * 32, b"lostkey!").public.text
    club.listed = club.listed._replace(next_key=heir, revoked=(lost,))
    install(offer(club.share(club.pack())), data, Trust.CONFIRMED)
    for change in ({"next_key": thief}, {"next_key": None}, {"revoked": ()}):
        folder = club.publish(club.pack("1.1"), **change)
        refused(ListForked, data, folder)
        club.listed = club.listed._replace(next_key=heir, revoked=(lost,))
        shutil.rmtree(folder)


def test_fast_forward_ends_with_the_next_key(tmp_path):
    """A thief signs the highest serial there is; the heir's list of serial 1 counts."""
    club, data = Club(tmp_path / "club"), tmp_path / "data"
    heir = Club(club.folder, club.name, 9)
    club.listed = club.listed._replace(next_key=heir.key.public)
    install(offer(club.share(club.pack())), data, Trust.CONFIRMED)
    club.listed = club.listed._replace(serial=2**31 - 2)
    install(offer(club.publish(club.pack("1.1"))), data)
    club.listed = club.listed._replace(serial=1, packs={})
    refused(PackOlder, data, club.publish(club.pack("1.0"), where="2"))
    heir.listed = heir.listed._replace(revoked=(club.key.public.text,))
    assert install(offer(heir.publish(heir.pack("1.2"), where="3")), data).added
    club.listed = club.listed._replace(serial=2**31 - 1)
    with pytest.raises(Mishap):
        install(offer(club.publish(club.pack("1.3"), where="4")), data)


def test_serials_beyond_the_end_are_refused(club, data):
    folder = club.publish(club.pack("1.2"))
    for serial in (2**31, 10**30, 0, -1, 1.5, True, "7", None):
        club.sign_again(folder, serial=serial)
        refused(PackForeign, data, folder)


def test_mix_and_match(club, data):
    """A list of today with the pack, or the signature, of yesterday."""
    old = club.publish(club.pack("1.2"), where="old")
    new = club.publish(club.pack("1.3"), where="new")
    mixed = shutil.copytree(new, club.folder / "a")
    shutil.copy(first_of(old), first_of(mixed))
    refused(SignatureBad, data, mixed)
    mixed = shutil.copytree(new, club.folder / "b")
    shutil.copy(old / SIGNATURE, mixed)
    refused(SignatureBad, data, mixed)


# --- endless -------------------------------------------------------------------------


@pytest.mark.parametrize("name", [NAME, SIGNATURE, PUBLISHER])
def test_an_endless_small_file(club, data, name):
    folder = club.publish(club.pack("1.2"))
    with (folder / name).open("r+b") as file:
        file.truncate(LARGEST * 50)  # a hole: takes no room, reads as zeros
    refused(PackForeign, data, folder)


def test_an_endless_pack_is_left_after_what_the_list_says(club, data):
    folder = club.publish(club.pack("1.2"))
    pack = first_of(folder)
    size = pack.stat().st_size
    with pack.open("r+b") as file:
        file.truncate(1 << 40)
    told = []
    with pytest.raises(PackTooLarge):
        install(offer(folder), data, step=lambda done, of: told.append((done, of)))
    assert all(done <= size == of for done, of in told)


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of Unix")
@pytest.mark.parametrize("name", [NAME, SIGNATURE, PUBLISHER, "pack"])
def test_pipes_and_links_are_not_followed(club, data, tmp_path, name):
    folder = club.publish(club.pack("1.2"))
    path = first_of(folder) if name == "pack" else folder / name
    kept = path.rename(tmp_path / "kept")
    path.symlink_to(kept)
    refused((PackForeign, FileUnreadable, FileUnknown), data, folder)
    path.unlink()
    os.mkfifo(path)
    assert stat.S_ISFIFO(path.stat().st_mode)
    refused((PackForeign, FileUnreadable, FileUnknown), data, folder)


# --- lists rightly signed and wrong --------------------------------------------------

WRONG = {
    "a later format": {"format": 2},
    "no format": {"format": None},
    "true as format": {"format": True},
    "no day": {"made": "yesterday"},
    "a name of two lines": {"publisher": {"name": "a\nb"}},
    "a name that turns": {"publisher": {"name": "a\u202eb"}},
    "a name of HTML": {"publisher": {"name": "<b>a</b>"}},
    "no name": {"publisher": {"name": "  "}},
    "a name as number": {"publisher": {"name": 7}},
    "no publisher": {"publisher": []},
    "packs as list": {"packs": []},
    "an odd key": {"next_key": "RWQ"},
    "odd revocations": {"revoked": "all"},
    "endless revocations": {"revoked": ["x"] * 101},
}


@pytest.mark.parametrize("how", WRONG)
def test_a_list_rightly_signed_and_wrong(club, data, how):
    folder = club.publish(club.pack("1.2"))
    club.sign_again(folder, **WRONG[how])
    refused(PackNewer if how == "a later format" else PackForeign, data, folder)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"7",
        b"\xff",
        b'{"format": NaN}',
        b"[" * 100_000,
        b'{"format": 1, "format": 1}',
        b'{"format": 1' + b"0" * 5000 + b"}",
        b"\xef\xbb\xbf{}",
    ],
)
def test_a_list_that_is_none(club, data, content):
    folder = club.publish(club.pack("1.2"))
    club.sign_bytes(folder, content)
    refused((PackForeign, PackNewer), data, folder)


ODD_FILES = [
    "../t.pack", "/t.pack", "C:/t.pack", "c:t.pack", "a\\t.pack", "T.pack", "t.pack ",
    "t.pack.", ".pack", "t", "t.exe", "con.pack", "nul.1.pack", "com1.pack", "ｔ.pack",
    "t\u202ekcap.pack", "t\0.pack", "t..pack", "ı.pack", "t/../../x.pack", "", None, 7,
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_FILES)
def test_odd_file_names_in_a_list(club, data, name):
    folder = club.publish(club.pack("1.2"))
    table = json.loads((folder / NAME).read_bytes())
    table["packs"]["t"]["file"] = name
    club.sign_bytes(folder, json.dumps(table).encode())
    refused(PackForeign, data, folder)


def test_two_packs_with_one_file(club, data):
    folder = club.publish(club.pack("1.2"))
    table = json.loads((folder / NAME).read_bytes())
    table["packs"]["u"] = table["packs"]["t"]
    club.sign_bytes(folder, json.dumps(table).encode())
    refused(PackForeign, data, folder)


def test_a_new_version_under_the_file_name_of_the_old(club, data):
    folder = club.publish(club.pack("1.2"))
    table = json.loads((folder / NAME).read_bytes())
    first_of(folder).rename(folder / "t-1.1.pack")
    table["packs"]["t"] |= {"file": "t-1.1.pack", "kept": []}
    club.sign_bytes(folder, json.dumps(table).encode())
    refused(PackForeign, data, folder)


def test_another_pack_than_the_list_says(club, data):
    folder = club.publish(club.pack("1.2"))
    table = json.loads((folder / NAME).read_bytes())
    table["packs"] = {"x": table["packs"]["t"]}
    club.sign_bytes(folder, json.dumps(table).encode())
    refused(PackForeign, data, folder)


def test_a_pack_larger_than_a_pack_may_be(club, data):
    folder = club.publish(club.pack("1.2"))
    table = json.loads((folder / NAME).read_bytes())
    table["packs"]["t"]["bytes"] = (1 << 30) + 1
    club.sign_bytes(folder, json.dumps(table).encode())
    refused(PackForeign, data, folder)


# --- foreign files -------------------------------------------------------------------


def test_extra_files_are_never_run_copied_or_deleted(club, data):
    folder = club.publish(club.pack("1.2"))
    marker = club.folder / "it ran"
    extra = {
        folder / "autorun.inf": "[autorun]\nopen=x.exe\n",
        folder / "x.exe": "MZ",
        folder / "sitecustomize.py": f"open({str(marker)!r}, 'w')",
        folder.parent / "autorun.inf": "[autorun]",
        folder / "evil.pack": "SQLite format 3",
    }
    for path, content in extra.items():
        path.write_text(content)
    before = look(club.folder)
    install(offer(folder), data)
    assert look(club.folder) == before
    assert not marker.exists()
    names = {path.name for path in data.rglob("*") if path.is_file()}
    assert not names & {path.name for path in extra}


# --- zips ----------------------------------------------------------------------------


@pytest.fixture
def share(club, data):
    return club.share(club.pack("1.2"))


def rezip(share, change, **how):
    """Write the share file anew by the library that everybody has."""
    with zipfile.ZipFile(share) as old:
        entries = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(share, "w", **how) as new:
        for info, content in change(entries):
            new.writestr(info, content)


def test_a_plain_zip_program_may_write_it_too(club, data, share):
    rezip(share, lambda entries: entries)
    assert install(offer(share), data).added


EXTRA = [
    "../evil", "../../evil.pack", "/etc/evil", "C:\\evil", "c:/evil", "evil\\..\\x",
    "readme.txt", "autorun.inf", "t-1.2.pack.exe", "con.pack", "NUL", "COM1.pack",
    "t-1.2\u202ekcap.exe", "CATALOGUE.JSON", "ｃatalogue.json", "catalogue.json ",
    "catalogue.json.", "folder/", "publisher.pub/x",
]  # fmt: skip


@pytest.mark.parametrize("name", EXTRA)
def test_a_fifth_entry(share, data, name):
    rezip(share, lambda entries: [*entries, (name, b"x")])
    refused(PackForeign, data, share)


@pytest.mark.parametrize("name", EXTRA)
@pytest.mark.parametrize("instead", [1, 3])
def test_an_odd_name_instead(share, data, name, instead):
    def change(entries):
        entries[instead] = (name, entries[instead][1])
        return entries

    rezip(share, change)
    refused(PackForeign, data, share)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [NAME, "t-1.2.pack"])
def test_a_duplicate(share, data, name):
    def change(entries):
        table = dict(entries)
        del table[PUBLISHER]
        return [*table.items(), (name, b"x")]

    rezip(share, change)
    refused(PackForeign, data, share)


def test_three_entries(share, data):
    rezip(share, lambda entries: entries[:3])
    refused(PackForeign, data, share)


@pytest.mark.parametrize("mode", [0o120777, 0o120644])
def test_a_link(share, data, mode):
    def change(entries):
        info = zipfile.ZipInfo(entries[3][0])
        info.external_attr = mode << 16
        return [*entries[:3], (info, b"/etc/passwd")]

    rezip(share, change)
    refused(PackForeign, data, share)


def test_a_bomb(share, data):
    def change(entries):
        return [*entries[:3], (entries[3][0], b"\0" * (64 << 20))]

    rezip(share, change, compression=zipfile.ZIP_DEFLATED)
    assert share.stat().st_size < 1 << 20
    refused(PackForeign, data, share)


def test_an_endless_small_entry(share, data):
    rezip(share, lambda e: [(e[0]), (NAME, b" " * (LARGEST + 1)), *e[2:]])
    refused(PackForeign, data, share)


FIELDS = {  # of an entry in the list: where, and how it is written
    "packed size": (20, "<L"),
    "size": (24, "<L"),
    "length of the name": (28, "<H"),
    "length of the extra": (30, "<H"),
    "length of the comment": (32, "<H"),
    "disk": (34, "<H"),
    "place": (42, "<L"),
    "method": (10, "<H"),
    "locked": (8, "<H"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_lying_headers(share, data, field):
    whole = share.read_bytes()
    at = whole.rindex(b"PK\5\6")
    place, form = FIELDS[field]
    for _ in range(4):  # the entries, from the last to the first
        at = whole.rindex(b"PK\1\2", 0, at)
        (value,) = struct.unpack_from(form, whole, at + place)
        most = 0xFFFFFFFF if form == "<L" else 0xFFFF
        for by in (1, -1, 0x4000):
            lying = bytearray(whole)
            struct.pack_into(form, lying, at + place, (value + by) & most)
            share.write_bytes(lying)
            refused(PackForeign, data, share)


def test_something_before_between_and_after(share, data):
    whole = share.read_bytes()
    middle = whole.index(b"PK\3\4", 10)
    for changed in (
        b"MZ" + whole,
        whole[:middle] + b"x" + whole[middle:],
        whole + b"x",
        whole[:-2] + b"\1\0x",  # a comment
        whole[:-1],
        b"",
        b"PK\5\6" + b"\0" * 18,
    ):
        share.write_bytes(changed)
        refused(PackForeign, data, share)


def test_two_headers_that_say_different_names(share, data):
    whole = share.read_bytes()
    share.write_bytes(whole.replace(b"catalogue.json", b"catalogue.exe\0", 1))
    refused(PackForeign, data, share)


@given(content=st.binary(max_size=600))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_the_reader_of_share_files(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("z") / "x.milpack"
    path.write_bytes(content)
    with pytest.raises(PackForeign):
        of_share(path)


# --- SQLite tricks in a rightly signed pack -------------------------------------------

TRICKS = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON lesson BEGIN SELECT 1; END",
    "a view": "CREATE VIEW v AS SELECT 1",
    "a view as a table": "DROP TABLE meta; "
    "CREATE VIEW meta AS SELECT 'id' AS key, 'x' AS value",
    "a giant column": "ALTER TABLE lesson ADD COLUMN g TEXT AS (hex(zeroblob(1e9)))",
    "another virtual table": "CREATE VIRTUAL TABLE f USING fts5(x)",
    "huge cells": "UPDATE sqlar SET data = zeroblob(40000000), sz = 40000000",
    "a large picture": "UPDATE sqlar SET data = cast(x'89504e470d0a1a0a' || "
    "zeroblob(21000000) AS BLOB), sz = 21000008",
    "wrong types": "UPDATE sqlar SET sz = 'many'",
    "a lesson without its text": "DELETE FROM whole",
    "a picture that is none": "UPDATE sqlar SET data = x'3c7376672f3e', sz = 6",
    "climbing": "UPDATE sqlar SET name = '../evil.png'",
    "a link": "UPDATE sqlar SET mode = 41471",
    "a later format": "PRAGMA user_version = 99",
    "not ours": "PRAGMA application_id = 1",
}


@pytest.mark.parametrize("how", TRICKS)
def test_a_trick_in_a_rightly_signed_pack(club, data, how):
    pack = club.pack("1.2")
    published = club.publish(pack)
    tamper(first_of(published), TRICKS[how])
    _sign_as_it_is(club, published)
    refused((PackForeign, PackDamaged, PackNewer), data, published)


def test_corrupt_pages_in_a_rightly_signed_pack(club, data):
    folder = club.publish(club.pack("1.2"))
    pack = first_of(folder)
    whole = pack.read_bytes()
    for at in range(0, len(whole), 3 * 4096):
        pack.write_bytes(whole[:at] + b"\xff" * 4096 + whole[at + 4096 :])
        _sign_as_it_is(club, folder)
        before = look(data)
        try:
            install(offer(folder), data)
        except Mishap:
            assert look(data) == before
        else:  # a page that nothing uses
            pytest.fail(f"page {at // 4096} was taken")


IHDR = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
WEBP = b"RIFF\x30\0\0\0WEBP"
LARGE = {
    "png, too wide": IHDR + struct.pack(">LL", 9000, 10) + b"\x08\2\0\0\0",
    "png, too high": IHDR + struct.pack(">LL", 10, 9000) + b"\x08\2\0\0\0",
    "png, too large": IHDR + struct.pack(">LL", 7000, 7000) + b"\x08\2\0\0\0",
    "png, nothing": IHDR + struct.pack(">LL", 0, 10) + b"\x08\2\0\0\0",
    "png, cut off": b"\x89PNG\r\n\x1a\n",
    "jpeg, too high": b"\xff\xd8\xff\xc0\0\x11\x08" + struct.pack(">HH", 9000, 10),
    "jpeg, too wide": b"\xff\xd8\xff\xe0\0\4ab\xff\xc2\0\x11\x08"
    + struct.pack(">HH", 10, 9000),
    "jpeg, cut off": b"\xff\xd8\xff\xe0",
    "jpeg, a loop": b"\xff\xd8\xff\xe0\0\0" * 9,
    "webp, extended": WEBP + b"VP8X\x0a" + b"\0" * 7 + b"\xff\xff\0\1\0\0",
    "webp, lossy": WEBP + b"VP8 \x0a" + b"\0" * 6 + b"\x9d\x01\x2a(#\x09\0",
    "webp, lossless": WEBP + b"VP8L\x0a\0\0\0\x2f" + struct.pack("<L", 9000 - 1),
}


@pytest.mark.parametrize("how", LARGE)
def test_a_picture_over_the_limits(club, data, how):
    content = LARGE[how]
    folder = club.publish(club.pack("1.2"))
    change = ("UPDATE sqlar SET data = ?, sz = ?", (content, len(content)))
    tamper(first_of(folder), change)
    _sign_as_it_is(club, folder)
    refused(PackForeign, data, folder)


def _sign_as_it_is(club, folder):
    """Put the pack's present bytes on the list, rightly signed."""
    import hashlib

    content = first_of(folder).read_bytes()
    table = json.loads((folder / NAME).read_bytes())
    table["packs"]["t"] |= {
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    club.sign_bytes(folder, json.dumps(table).encode())


# --- the rules by themselves ----------------------------------------------------------


@given(st.text(max_size=40))
def test_a_plain_file_name_is_plain_everywhere(name):
    if plain_file(name):
        assert name.isascii()
        assert name == name.lower().strip(" .")
        assert not set(name) & set('\\/:*?"<>|')


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader_of_lists(content):
    with pytest.raises(ValueError, match=r".*"):
        parse(content)


@pytest.mark.parametrize("text", ["ครู สมชาย", "ក្រុម", "Nhóm số 1", "Tiếng\u00a0Việt"])
def test_names_in_every_script_are_plain(text):
    assert plain(text, 99) == text


def test_a_key_is_told_apart_by_all_of_it():
    assert PublicKey(b"a" * 8, b"b" * 32) != PublicKey(b"a" * 8, b"c" * 32)
