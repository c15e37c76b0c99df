"""Install, update, take over: what holds on the good days."""

import shutil
import subprocess

import pytest

from milkit.ground.trust_errors import KeyRevoked, PackOlder, PublisherUnknown
from milkit.packs.catalogue import NAME, SIGNATURE, dump, parse
from milkit.packs.installing import Trust, install, tidy
from milkit.packs.known import folder_of, forget, read_known
from milkit.packs.offers import offers
from milkit.packs.pack import open_pack
from tests.packs.made import lesson
from tests.packs.signed import Club, look, offer


@pytest.fixture
def club(tmp_path):
    return Club(tmp_path / "club")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "ข้อมูล"


def installed(data, key):
    return read_known(data)[key.public.id].packs


def test_a_share_file_installs_and_opens(club, data):
    share = club.share(club.pack())
    with pytest.raises(PublisherUnknown) as refused:
        install(offer(share), data)
    assert len(refused.value.words) == 6
    assert not data.exists()
    done = install(offer(share), data, Trust.CONFIRMED)
    assert [pack.id for pack in done.added] == ["t"]
    file = folder_of(data, club.key.public) / done.added[0].now.file
    with open_pack(file) as pack:
        assert [row.title for row in pack.rows.values()] == ["In 1.0"]
    assert install(offer(share), data).stand == ("t",)


def test_a_stick_with_two_publishers(club, data, tmp_path):
    other = Club(club.folder, "Reading Circle", 2)
    club.publish(club.pack())
    other.publish(other.pack(pack_id="u"))
    for each in offers(tmp_path / "club" / "stick"):
        install(each, data, Trust.ONCE)
    known = read_known(data)
    assert {p.name: p.confirmed for p in known.values()} == {
        "Media Club, Port Town": False,
        "Reading Circle": False,
    }


def test_once_is_asked_again_and_confirmed_is_not(club, data):
    install(offer(club.share(club.pack())), data, Trust.ONCE)
    newer = club.share(club.pack("1.1"))
    with pytest.raises(PublisherUnknown):
        install(offer(newer), data)
    assert install(offer(newer), data, Trust.CONFIRMED).publisher.confirmed
    assert install(offer(club.share(club.pack("1.2"))), data).added


def test_an_update_keeps_the_old_version_until_no_run_needs_it(club, data):
    install(offer(club.share(club.pack())), data, Trust.CONFIRMED)
    share = club.share(club.pack("1.1"))
    install(offer(share), data, needed={("t", "1.0")})
    pack = installed(data, club.key)["t"]
    folder = folder_of(data, club.key.public)
    assert pack.now.version == "1.1"
    assert [each.version for each in pack.kept] == ["1.0"]
    with open_pack(folder / pack.kept[0].file) as old:
        assert old.about.version == "1.0"
    tidy(data, {("t", "1.0")})
    assert (folder / pack.kept[0].file).exists()
    tidy(data, ())
    assert installed(data, club.key)["t"].kept == ()
    assert [path.name for path in folder.glob("*.pack")] == [pack.now.file]


def test_what_is_installed_can_be_handed_on(club, data, tmp_path):
    install(offer(club.share(club.pack())), data, Trust.CONFIRMED)
    done = install(offer(data), tmp_path / "other", Trust.CONFIRMED)
    assert done.added


def test_a_list_may_name_packs_that_did_not_come_along(club, data):
    club.publish(club.pack(), club.pack(pack_id="u"))
    share = club.share(club.pack(pack_id="v"))
    done = install(offer(share), data, Trust.CONFIRMED)
    assert [pack.id for pack in done.added] == ["v"]
    # The rest of the same list comes later, from a stick.
    folder = club.folder / "stick" / "packs" / club.key.public.name
    (folder / NAME).write_bytes(offer(share).listed)
    (folder / SIGNATURE).write_bytes(offer(share).signature)
    done = install(offer(folder), data)
    assert {pack.id for pack in done.added} == {"t", "u"}


def test_an_older_list_may_add_but_not_take_back(club, data):
    old = club.publish(club.pack(), club.pack(pack_id="u"), where="old")
    install(offer(club.share(club.pack("1.1"))), data, Trust.CONFIRMED)
    done = install(offer(old), data)
    assert [pack.id for pack in done.added] == ["u"]
    assert installed(data, club.key)["t"].now.version == "1.1"
    assert read_known(data)[club.key.public.id].serial == 2
    shutil.rmtree(data)
    install(offer(club.share(club.pack("1.2"))), data, Trust.CONFIRMED)
    (old / "u-1.0.pack").unlink()
    with pytest.raises(PackOlder):
        install(offer(old), data)


def test_a_next_key_takes_over_and_the_old_one_is_out(club, data):
    heir = Club(club.folder, club.name, 9)
    club.listed = club.listed._replace(next_key=heir.key.public)
    install(offer(club.share(club.pack())), data, Trust.CONFIRMED)
    heir.listed = heir.listed._replace(revoked=(club.key.public.text,))
    done = install(offer(heir.share(heir.pack("1.1"), "h.milpack")), data)
    assert done.publisher.confirmed  # nobody has to compare words again
    assert done.added[0].now.version == "1.1"
    known = read_known(data)
    assert known[club.key.public.id].packs == {}
    with pytest.raises(KeyRevoked):
        install(offer(club.share(club.pack("1.2"))), data)


def test_forgetting_takes_all_of_a_publisher_and_no_other(club, data):
    other = Club(club.folder, "Reading Circle", 2)
    for each in (club, other):
        install(offer(each.share(each.pack())), data, Trust.CONFIRMED)
    before = look(folder_of(data, other.key.public))
    forget(data, read_known(data)[club.key.public.id])
    assert list(read_known(data)) == [other.key.public.id]
    assert not folder_of(data, club.key.public).exists()
    assert look(folder_of(data, other.key.public)) == before


def test_damaged_notes_forget_a_publisher_and_stop_nothing(club, data):
    install(offer(club.share(club.pack())), data, Trust.CONFIRMED)
    notes = folder_of(data, club.key.public) / "installed.json"
    for content in (b"", b"{}", b"[" * 10_000, notes.read_bytes()[:-9]):
        notes.write_bytes(content)
        assert read_known(data) == {}
    done = install(offer(club.share(club.pack("1.1"))), data, Trust.CONFIRMED)
    assert done.added


def test_the_list_is_written_as_it_is_read(club):
    club.publish(club.pack(), club.pack(pack_id="u"))
    club.publish(club.pack("2.0"))
    assert parse(dump(club.listed)) == club.listed
    assert [kept.version for kept in club.listed.packs["t"].kept] == ["1.0"]


@pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed")
def test_minisign_verifies_the_list_on_a_stick(club):
    folder = club.publish(club.pack())
    done = subprocess.run(
        ["minisign", "-V", "-p", "publisher.pub", "-m", NAME],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_name_with_a_gap_in_the_versions(club, data):
    share = club.share(club.pack("1.9", lesson(title="Nine")))
    install(offer(share), data, Trust.CONFIRMED)
    install(offer(club.share(club.pack("1.10", lesson(title="Ten")))), data)
    assert installed(data, club.key)["t"].now.version == "1.10"
