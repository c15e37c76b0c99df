"""Where a frozen program begins: the same door as `python -m milkit`."""

from milkit.__main__ import start

start()
