"""A hub's folder: keys of its own, never written over, back from the paper."""

import os
import stat

import pytest

from milkit.ground.errors import FileUnreadable
from milkit.ground.hub_errors import (
    HubMissing,
    HubThere,
    SheetMistyped,
    SheetPhraseWrong,
)
from milkit.hub import place, recovery
from milkit.sync import enrolment
from milkit.sync.enrolment import Drop
from tests.hub.fixtures import PHRASE


def test_a_hub_has_keys_that_only_its_owner_reads(hub):
    for name in (place.KEY, place.SIGN, place.SHEET):
        mode = stat.S_IMODE((hub.folder / name).stat().st_mode)
        assert os.name == "nt" or mode == 0o600, name
    assert hub.secret().startswith("AGE-SECRET-KEY-1")
    assert len(hub.seed()) == 32
    assert place.read(hub.folder) == hub


def test_the_invitation_names_the_hub_and_not_its_secrets(hub):
    asks = enrolment.read(hub.invitation)
    assert (asks.hub, asks.recipients, asks.country) == ("Kampong", (hub.public,), "KH")
    assert hub.secret() not in hub.invitation.read_text()


def test_a_key_is_never_written_over(hub):
    before = hub.secret()
    with pytest.raises(HubThere):
        place.make(hub.folder, place.Wish("Other"), PHRASE)
    assert hub.secret() == before


def test_the_sheet_brings_the_same_keys_back(hub, tmp_path):
    sheet = (hub.folder / place.SHEET).read_text()
    assert hub.secret() not in sheet
    again = place.recover(tmp_path / "again", place.Wish("Kampong"), sheet, PHRASE)
    assert (again.secret(), again.seed()) == (hub.secret(), hub.seed())
    assert again.public == hub.public


def test_slips_of_the_finger_are_told_by_line():
    sheet = recovery.wrap("AGE-SECRET-KEY-1ABC", PHRASE)
    assert recovery.unwrap(sheet, PHRASE) == "AGE-SECRET-KEY-1ABC"
    relaxed = sheet.lower().replace("o", "0").replace("i", "1")
    assert recovery.unwrap(relaxed, PHRASE) == "AGE-SECRET-KEY-1ABC"
    with pytest.raises(SheetPhraseWrong):
        recovery.unwrap(sheet, "another phrase")
    lines = sheet.splitlines()
    letter = lines[2][5]
    lines[2] = lines[2][:5] + ("A" if letter != "A" else "B") + lines[2][6:]
    with pytest.raises(SheetMistyped) as told:
        recovery.unwrap("\n".join(lines), PHRASE)
    assert told.value.line == 2
    with pytest.raises(SheetMistyped):
        recovery.unwrap("\n".join(sheet.splitlines()[:-1]), PHRASE)
    with pytest.raises(SheetMistyped):
        recovery.unwrap("", PHRASE)


def test_the_computer_remembers_its_hub(hub, tmp_path):
    with pytest.raises(HubMissing):
        place.here(tmp_path)
    place.remember(tmp_path, hub)
    assert place.here(tmp_path) == hub._replace(folder=hub.folder.resolve())
    assert place.here(hub.folder) == hub


def test_a_folder_without_its_key_says_so(hub, tmp_path):
    (tmp_path / place.ABOUT).write_bytes((hub.folder / place.ABOUT).read_bytes())
    bare = place.read(tmp_path)
    with pytest.raises(FileUnreadable):
        bare.secret()
    with pytest.raises(FileUnreadable):
        bare.seed()


def test_a_name_makes_a_file_that_every_system_takes(tmp_path):
    made = place.make(tmp_path, place.Wish("Sekolah / Kota: 7?", Drop()), PHRASE)
    assert made.invitation.name == "Sekolah---Kota--7.milhub"
    assert place.file_name("///") == "hub"
