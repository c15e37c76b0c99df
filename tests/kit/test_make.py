"""What goes into a kit: lessons in languages, own examples, programs, nothing else."""

import datetime as dt

import pytest

from milkit.ground.kit_errors import NameRefused, NothingToWrite
from milkit.kit import chosen, contents, make, programs, publish, stock
from milkit.kit.many import Job, run
from milkit.kit.sticks import folder, look
from milkit.packs.pack import open_pack
from milkit.trust.key_file import write_key
from tests.kit import made
from tests.kit.editions import NoPress, opened

NOW = dt.datetime(2026, 11, 24, 9, 5, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def library(qapp, tmp_path_factory):
    with opened(tmp_path_factory) as found:
        yield found


@pytest.fixture(scope="module")
def have(library, tmp_path_factory):
    return stock.stock(library, tmp_path_factory.getbasetemp() / "edition-data")


def test_a_lesson_without_the_language_goes_along_in_english(have):
    lots = have.chosen({"L14", "L19"}, {"th"})
    assert {(lot.lesson, lot.lang) for lot in lots} == {("L14", "th"), ("L19", "en")}
    assert have.missing({"L14", "L19"}, ["th", "en"]) == {"th": 1}
    assert have.size({"L14"}, {"en"}) < have.size({"L14", "L19"}, {"en"})


def test_the_pack_has_what_was_chosen_and_opens_like_any_other(library, have, tmp_path):
    lots = have.chosen({"L14"}, {"en", "th"})
    built = chosen.build(library, lots, tmp_path, "Kit", NOW, own=True)
    with open_pack(built.path) as pack:
        pack.check()
        assert {(r.id, r.lang) for r in pack.rows.values()} == {
            ("L14", "en"), ("L14", "th"),
        }  # fmt: skip
        row = next(iter(pack.rows))
        for name in pack.lesson(row).pictures:
            assert pack.picture("L14", name)


def test_the_same_choice_is_not_built_twice_and_versions_only_grow(
    library, have, tmp_path
):
    lots = have.chosen({"L14"}, {"th"})
    first = chosen.build(library, lots, tmp_path, "Kit", NOW, own=True)
    assert chosen.build(library, lots, tmp_path, "Kit", NOW, own=True) == first
    before = NOW - dt.timedelta(days=900)  # a school clock that went back
    other = chosen.build(library, lots, tmp_path, "New", before, own=True)
    now = tuple(map(int, other.version.split(".")))
    assert now > tuple(map(int, first.version.split(".")))


def test_a_kit_is_made_once_and_again_only_where_it_changed(library, have, tmp_path):
    write_key(tmp_path / "k.key", made.key(), "ten plain words")
    maker = make.Maker(library, have, tmp_path / "data", NoPress(), NOW)
    wish = make.Wish("The Centre", "Kit", frozenset({"L14"}), ("th",))
    steps = []
    one = make.make(
        wish, maker, made.key(), tmp_path / "k.key", lambda *s: steps.append(s)
    )
    assert {s[0] for s in steps} == {"lessons", "pages", "sums"}
    printed = len(maker.press.printed)
    two = make.make(wish, maker, made.key(), tmp_path / "k.key", lambda *_: None)
    assert len(maker.press.printed) == printed
    assert two.signed.content == one.signed.content
    empty = wish._replace(lessons=frozenset())
    with pytest.raises(NothingToWrite):
        make.make(empty, maker, made.key(), tmp_path / "k.key", lambda *_: None)


def test_only_our_own_programs_are_taken_for_programs(tmp_path):
    (tmp_path / "linux").mkdir()
    (tmp_path / "linux/letters.txt").write_bytes(b"of the user")
    assert programs.systems(tmp_path) == ()
    (tmp_path / "linux/milkit-linux.tar.xz").write_bytes(b"x")
    (tmp_path / "start.sh").write_bytes(b"#!/bin/sh\n")
    (tmp_path / "windows/MILKit").mkdir(parents=True)
    (tmp_path / "windows/MILKit/milkit.exe").write_bytes(b"")  # empty: not built
    assert programs.systems(tmp_path) == ("linux",)
    found = {source.path for source in programs.files(tmp_path)}
    assert {"linux/milkit-linux.tar.xz", "start.sh"} <= found
    assert programs.systems(None) == ()


def test_names_that_sticks_refuse_stay_behind_and_are_told(tmp_path):
    for name in ("good.txt", "what?.txt", "aux.txt", "trailing."):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "good.txt")
    found = contents.gather(contents.tree(tmp_path))
    assert set(found.sources) == {"good.txt"}
    assert [type(m) for m in found.left_out] == [NameRefused] * 3


def test_many_sticks_go_their_own_ways(tmp_path):
    from threading import Event

    signed, found = made.kit(tmp_path)
    stop, jobs = Event(), []
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        jobs.append(Job(look(folder(tmp_path / name), signed.listing), stop))
    (tmp_path / "b/START-HERE.html").write_bytes(b"theirs")
    run(jobs, signed, found.sources)
    assert [job.state for job in jobs] == ["done", "bad", "done"]
    stop.set()
    late = Job(jobs[1].seen, stop)
    run([late], signed, found.sources)
    assert late.state == "stopped"


def test_packs_of_publishers_nobody_installed_are_not_handed_on(tmp_path):
    assert list(publish.handed_on(tmp_path, {"core"})) == []
