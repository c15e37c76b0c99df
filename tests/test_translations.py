"""The kit's words: every one is gathered, and every language says them all."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

import milkit

ROOT = Path(milkit.__file__).parent
LANGUAGES = ("id", "th", "km", "my")


@pytest.fixture(scope="module")
def words():
    """The script that gathers the words, as a module."""
    spec = importlib.util.spec_from_file_location(
        "words", ROOT.parent / "packaging" / "words.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gathered(words):
    catalogue = words.gathered()
    return {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue if m.id}


def said():
    """Every literal text that is asked for by t or n, with the file it stands in."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ):
                continue
            first = node.args[0] if node.args else None
            if node.func.attr in ("t", "n") and isinstance(first, ast.Constant):
                yield str(first.value), path.relative_to(ROOT)


def test_nothing_that_is_said_escapes_the_gathering(gathered):
    missed = [(text, file) for text, file in said() if text not in gathered]
    assert missed == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_translated(words, gathered, lang):
    catalogue = words.read(words.FOLDER / f"{lang}.po")
    done = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue if m.id}
    assert words.empty(catalogue) == []
    assert gathered - done == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_is_kept(words, lang):
    for message in words.read(words.FOLDER / f"{lang}.po"):
        if not message.id:
            continue
        plural = not isinstance(message.id, str)
        source = message.id[1] if plural else message.id
        said = message.string if plural else (message.string,)
        for text in filter(None, said):
            places = sorted(set(re.findall(r"{\w+}", text)))
            assert places == sorted(set(re.findall(r"{\w+}", source))), message.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_calls_itself_a_draft(words, lang):
    assert "Draft" in (words.FOLDER / f"{lang}.po").read_text("utf-8")[:200]
