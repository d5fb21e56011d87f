"""What this machine remembers: seats once held, the language, words half written."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from attrs import asdict, frozen


@frozen(kw_only=True)
class Remembered:
    """A seat that can be taken up again; an address of nothing is a game on this machine."""

    game: str
    token: str
    address: str
    title: str
    power: str = ""


def config_directory() -> Path:
    """Where this system keeps a user's settings, made if it is not there."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Preferences"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    directory = base / "locarno"
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    return directory


class Memory:
    """The seats file; one that cannot be read counts as empty."""

    def __init__(self, directory: Path | None = None) -> None:
        self._file = (directory or config_directory()) / "seats.json"

    def seats(self) -> list[Remembered]:
        """The seats held, the latest first."""
        try:
            return [Remembered(**row) for row in json.loads(self._file.read_text(encoding="utf-8"))]
        except (OSError, ValueError, TypeError):
            return []

    def keep(self, seat: Remembered) -> None:
        """Put a seat first; a file that cannot be written is no reason to stop playing."""
        others = [s for s in self.seats() if s.game != seat.game or s.token != seat.token]
        text = json.dumps([asdict(s) for s in [seat, *others][:20]], ensure_ascii=False, indent=1)
        try:
            fresh = self._file.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            return
