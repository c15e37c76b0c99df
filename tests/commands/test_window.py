"""With a data folder and no command, the window opens on that folder."""

import os
import subprocess
import sys
import time

from milkit.records.opening import NAME


def test_the_window_opens_on_another_data_folder(tmp_path):
    command = [sys.executable, "-m", "milkit", "--data", str(tmp_path)]
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path / "home"))
    window = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + 60
        while not (tmp_path / NAME).exists() and time.monotonic() < end:
            assert window.poll() is None, window.stderr.read()
            time.sleep(0.05)
        assert (tmp_path / NAME).exists()
    finally:
        window.kill()
        window.communicate()
