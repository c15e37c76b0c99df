"""The folders are where they should be, and the same for window and command line."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from milkit.ground import paths


def test_what_came_with_the_program():
    assert (paths.bundled_lessons() / "core").is_dir()
    assert (paths.resources() / "i18n").is_dir()


def test_a_frozen_program_looks_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
    assert paths.bundled_lessons() == tmp_path / "lessons"


def test_a_program_in_one_file_looks_beside_that_file(monkeypatch, tmp_path):
    inside = tmp_path / "lib.zip" / "milkit" / "ground" / "paths.pyc"
    monkeypatch.setattr(paths, "__file__", str(inside))
    assert paths.resources() == tmp_path / "resources"


def test_the_wanted_folder_wins(tmp_path):
    assert paths.data_folder(tmp_path) == tmp_path


def test_window_and_command_line_use_one_folder():
    place = QStandardPaths.StandardLocation.GenericDataLocation
    qt = Path(QStandardPaths.writableLocation(place)) / paths.NAME
    assert paths.data_folder() == qt
