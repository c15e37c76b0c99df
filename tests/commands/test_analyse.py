"""The contract of `milkit analyse`: JSON, sentences, exit codes."""

import json
from pathlib import Path

from click.testing import CliRunner

from milkit.cli import main

FIXTURE = Path(__file__).parents[1] / "assessment" / "data" / "mil_fixture_12x8.csv"


def milkit(*words):
    return CliRunner().invoke(main, [*map(str, words)])


def test_json_is_strict_and_whole():
    done = milkit("analyse", FIXTURE, "--true", "1-4", "--json")
    assert done.exit_code == 0
    found = json.loads(done.stdout, parse_constant=lambda _: 1 / 0)
    assert set(found) >= {
        *("n", "items", "pre", "post", "change", "reading", "flags", "refused"),
    }
    assert found["items"] == {
        "true": ["i1", "i2", "i3", "i4"],
        "false": ["i5", "i6", "i7", "i8"],
    }
    assert set(found["pre"]) >= {
        *("V", "r", "f", "d", "n", "d_prime", "c", "pooled", "percent_correct"),
        *("alpha", "alpha_ci", "kr20", "kr21", "sem", "by_item"),
    }
    assert set(found["change"]["d_prime"]) >= {
        *("diff", "se", "t", "df", "p", "ci", "d_av", "d_av_ci", "d_av_adjusted"),
        "d_z",
    }


def test_true_items_by_list_and_by_name():
    by_number = milkit("analyse", FIXTURE, "--true", "1, 2,3-4", "--json").stdout
    by_name = milkit("analyse", FIXTURE, "--true", "i1,i2,i3,i4", "--json").stdout
    assert by_number == by_name


def test_in_words():
    done = milkit("analyse", FIXTURE, "--true", "1-4")
    assert "12 pupils before, 12 after, 12 in both" in done.stdout
    assert "better at telling true from false, no change in doubt" in done.stdout
    assert "0.804, 1.468" in done.stdout
    assert "not given: post.sem: alpha is below 0" in done.stdout


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text("learner,phase,i1\n007,pre,R\n007,pre,R\n", encoding="utf-8")
    done = milkit("analyse", file, "--true", "1")
    assert done.exit_code == 1
    assert "answers.csv, line 3: The code 007 comes twice" in done.stderr


def test_letters_need_to_know_what_is_true():
    done = milkit("analyse", FIXTURE)
    assert done.exit_code == 1
    assert "--true" in done.stderr


def test_wrong_use(tmp_path):
    for words in (["--true", "1-9"], ["--true", "x"], ["--true", "1", "--check", "a"]):
        assert milkit("analyse", FIXTURE, *words).exit_code == 2
    assert milkit("analyse", tmp_path / "none.csv").exit_code == 2
    assert "Example: milkit analyse" in milkit("analyse", "--help").stdout


def test_what_is_true_by_a_check(tmp_path):
    names = ",".join(f"i{n}" for n in range(1, 17))
    rows = "\n".join(f"{n},pre,{','.join('RF' * 8)}" for n in range(12))
    file = tmp_path / "answers.csv"
    file.write_text(f"learner,phase,{names}\n{rows}\n", encoding="utf-8")
    data = ("--data", tmp_path / "data")
    done = milkit(*data, "analyse", file, "--check", "I1", "--json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert len(found["items"]["true"]) == len(found["items"]["false"]) == 8
    done = milkit(*data, "analyse", file, "--check", "I99")
    assert done.exit_code == 1
    file.write_text("learner,phase,x\n1,pre,R\n", encoding="utf-8")
    done = milkit(*data, "analyse", file, "--check", "I1")
    assert done.exit_code == 1
    assert "not the items of the check" in done.stderr
