"""Do something again whenever a file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

PAUSE = 0.3
"""Seconds between two looks."""


def stamps(files: Iterable[Path]) -> tuple[tuple[int, int], ...]:
    """When each file was last written, and its size; nothing for one that is not there just now, as while an editor replaces it."""
    found = []
    for file in files:
        try:
            seen = file.stat()
            found.append((seen.st_mtime_ns, seen.st_size))
        except OSError:
            found.append((0, 0))
    return tuple(found)


def watch(files: Iterable[Path], do: Callable[[], object], pause: Callable[[float], None] = time.sleep) -> None:
    """Do it now and after every change, until Ctrl+C."""
    files = tuple(files)
    before = stamps(files)
    do()
    try:
        while True:
            pause(PAUSE)
            now = stamps(files)
            if now != before and (0, 0) not in now:
                before = now
                do()
    except KeyboardInterrupt:
        return
