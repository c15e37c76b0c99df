"""milkit print: what it writes, and how it refuses."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from milkit.cli import main
from milkit.commands.print import forms
from tests import bundled
from tests.press.conftest import fonts_of, text_of


@pytest.fixture(scope="module")
def data(tmp_path_factory, qapp):
    data = tmp_path_factory.mktemp("data")
    return bundled.furnish(data, bundled.folder(tmp_path_factory))


@pytest.fixture
def print_(qapp, data, tmp_path):
    def run(*words, to="out.pdf"):
        path = tmp_path / to
        call = ["--data", str(data), "print", *words, "--to", str(path)]
        return CliRunner().invoke(main, call), path

    return run


def test_help_names_the_plan_forms_and_an_example():
    result = CliRunner().invoke(main, ["print", "--help"])
    assert result.exit_code == 0
    assert "Example: milkit print L14" in result.output
    for name, _ in forms():
        assert name in result.output
    assert {"one-page", "generic", "ph-ilaw", "th"} <= {name for name, _ in forms()}


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("plan", "By the end, students can"),
        ("handouts", "Pair sheet"),
        ("cards", "To hold up"),
        ("key", "Teacher only"),
        ("all", "Exit slip"),
    ],
)
def test_each_part_is_printed(print_, what, says):
    result, path = print_("L14", "--what", what, "--lang", "en")
    assert result.exit_code == 0, result.output
    assert says in "\n".join(text_of(path))


def test_the_answer_key_comes_last_and_nowhere_else(print_):
    texts = text_of(print_("L14", "--what", "all", "--lang", "en")[1])
    marked = ["Teacher only" in text for text in texts]
    assert marked[-1]
    assert marked == sorted(marked)
    handouts = "\n".join(text_of(print_("L14", "--what", "handouts")[1]))
    assert "Answer key" not in handouts


def test_the_plan_for_english_is_one_page_and_counts_for_the_class(print_):
    texts = text_of(print_("l14", "--what", "plan", "--class-size", "47")[1])
    assert len(texts) == 1
    assert "Exit slip: 12 sheets" in texts[0]


@pytest.mark.parametrize("form", [name for name, _ in forms()])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_plan_form_prints(print_, form, paper):
    result, path = print_("L14", "--what", "plan", "--format", form, "--paper", paper)
    assert result.exit_code == 0, result.output
    assert 1 <= len(text_of(path)) <= (16 if form == "whole" else 5)


def test_a_language_brings_its_letters_and_its_plan_form(print_):
    _, path = print_("L14", "--what", "plan", "--lang", "th")
    assert any("NotoSerifThai" in line[0] for line in fonts_of(path))
    assert len(text_of(path)) > 1  # the form of the country, not one page


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        (("L99",), "There is no lesson L99.", 1),
        (("L14", "--lang", "km"), "There are: en, id, th.", 1),
        (("L14", "--format", "mine"), "There is no plan form mine.", 2),
        (("L14", "--what", "sweets"), "Invalid value", 2),
        (("L14", "--class-size", "many"), "Invalid value", 2),
    ],
)
def test_a_refusal_is_one_plain_sentence(print_, words, says, code):
    result, path = print_(*words)
    assert result.exit_code == code
    assert says in result.output
    assert "Traceback" not in result.output
    assert not path.exists()


def test_a_place_that_takes_nothing_is_told_in_words(print_, tmp_path):
    (tmp_path / "file").write_text("no folder")
    result, _ = print_("L14", "--what", "key", to="file/out.pdf")
    assert result.exit_code == 1
    assert result.output.strip()
    assert "Traceback" not in result.output


def test_it_needs_no_display(data, tmp_path):
    path = tmp_path / "out.pdf"
    call = [sys.executable, "-m", "milkit", "--data", str(data), "print", "L14",
            "--what", "key", "--to", str(path)]  # fmt: skip
    home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    done = subprocess.run(call, env=home, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert path.stat().st_size > 1000
