"""The paper of a check is laid out and written whole, the key on a sheet of its own."""

from milkit.content.instrument_file import read_instrument
from milkit.ground import paths
from milkit.press import check_paper
from milkit.press.ink import paper

CHECKS = paths.bundled_lessons() / "core" / "checks"


def papers(name, forms, students=47, title="9 Anggrek", *, short=False):
    check = read_instrument(CHECKS / name / "en.toml")
    return check_paper.Papers(check, forms, short, title, students)


def test_each_sheet_and_how_often(letters):
    wanted = papers("I1", "AB")
    made = check_paper.stacks(wanted, letters, paper("a4"))
    ids = [stack.sheet.id for stack, _ in made]
    assert ids == ["check-a", "check-b", "check-slips", "check-grid", "check-key"]
    assert check_paper.copies(wanted, made) == [24, 24, 1, 1, 1]


def test_the_short_form_takes_one_page(letters):
    for size in ("a4", "letter"):
        made = check_paper.stacks(papers("I1", "A", short=True), letters, paper(size))
        assert len(made[0][0].laid.pages) == 1


def test_a_teachers_own_check_is_one_sheet(letters):
    made = check_paper.stacks(papers("I3", "A", 1, ""), letters, paper("a4"))
    assert [stack.sheet.id for stack, _ in made] == ["check-a"]


def test_the_pdf_is_written(letters, tmp_path):
    path = tmp_path / "check.pdf"
    pages = check_paper.write(path, papers("I2", "AB"), letters, "letter")
    assert pages >= 8
    assert path.read_bytes().startswith(b"%PDF")
