"""What this machine remembers: seats once held, words half written, the player's settings."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from attrs import asdict, fields_dict, frozen

MOST_SEATS = 20
LONGEST_WORDS = 8000


@frozen(kw_only=True)
class Remembered:
    """A seat that can be taken up again; an address of nothing is a game on this machine."""

    game: str
    token: str
    address: str
    title: str
    power: str = ""


def config_directory() -> Path:
    """Where this system keeps a user's settings."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Preferences"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "locarno"


class Memory:
    """A small file of the player's; one that cannot be read counts as empty, one that cannot be written lasts the evening."""

    def __init__(self, directory: Path | None = None) -> None:
        self._file = (directory or config_directory()) / "client.json"
        self._kept = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = self._file.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_text(json.dumps(self._kept, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            return

    def seats(self) -> list[Remembered]:
        """The seats held, the latest first."""
        found = self._kept.get("seats")
        rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
        sound = (row for row in rows if row.keys() <= fields_dict(Remembered).keys() and all(isinstance(v, str) for v in row.values()))
        return [Remembered(**row) for row in sound if {"game", "token", "address", "title"} <= row.keys()]

    def keep(self, seat: Remembered) -> None:
        """Put a seat first."""
        others = [s for s in self.seats() if (s.game, s.token) != (seat.game, seat.token)]
        self._kept["seats"] = [asdict(s) for s in [seat, *others][:MOST_SEATS]]
        self._write()

    def forget(self, token: str) -> None:
        """Strike a seat that its server no longer knows."""
        self._kept["seats"] = [asdict(s) for s in self.seats() if s.token != token]
        self._write()

    def words(self, game: str, key: str) -> str:
        """What was half written in a game, for one purpose."""
        drafts = self._kept.get("words")
        words = drafts.get(f"{game} {key}", "") if isinstance(drafts, dict) else ""
        return words if isinstance(words, str) else ""

    def keep_words(self, game: str, key: str, words: str) -> None:
        """Keep what is half written; nothing strikes it."""
        found = self._kept.get("words")
        drafts: dict[str, Any] = found if isinstance(found, dict) else {}
        if drafts.get(f"{game} {key}", "") == words[:LONGEST_WORDS]:
            return
        drafts.pop(f"{game} {key}", None)
        if words.strip():
            drafts[f"{game} {key}"] = words[:LONGEST_WORDS]
        self._kept["words"] = drafts
        self._write()

    def turn_told(self, game: str) -> int:
        """The last turn of a game of whose opening the player has read, -1 if none."""
        told = self._kept.get("told")
        turn = told.get(game, -1) if isinstance(told, dict) else -1
        return turn if isinstance(turn, int) else -1

    def tell_turn(self, game: str, turn: int) -> None:
        """The player has read what happened before this turn."""
        found = self._kept.get("told")
        told: dict[str, Any] = found if isinstance(found, dict) else {}
        others = [(other, last) for other, last in told.items() if other != game]
        self._kept["told"] = dict([*others, (game, turn)][-MOST_SEATS:])
        self._write()

    def choice(self, key: str, otherwise: str = "") -> str:
        """A setting: `lang`, `theme`."""
        value = self._kept.get(key, otherwise)
        return value if isinstance(value, str) else otherwise

    def choose(self, key: str, value: str) -> None:
        """Keep a setting."""
        if self._kept.get(key) != value:
            self._kept[key] = value
            self._write()
