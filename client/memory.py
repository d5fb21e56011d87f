"""What this machine remembers: the last seats, so that a game can be taken up again, and words not yet sent."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

MOST_SEATS = 12
LONGEST_DRAFT = 8000


@frozen(kw_only=True)
class Seat:
    """A place at a table that the player has held; the token resumes it."""

    address: str
    token: str
    game: str
    title: str = ""
    power: str = ""
    name: str = ""


def config_directory() -> Path:
    """The user's own directory for settings on this system, for this program."""
    if chosen := os.environ.get("LOCARNO_CONFIG"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home()) / "Locarno"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "locarno"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "locarno"


class Memory:
    """A small JSON file of the player's; a file that cannot be read or written is done without."""

    def __init__(self, directory: Path | None) -> None:
        self._file = directory / "client.json" if directory is not None else None
        self._kept = self._read()

    @classmethod
    def of_the_user(cls) -> Memory:
        """The one of the person at this machine."""
        return cls(config_directory())

    @classmethod
    def none(cls) -> Memory:
        """One that lasts as long as the program."""
        return cls(None)

    def _read(self) -> dict[str, Any]:
        if self._file is None:
            return {}
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self) -> None:
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".new")
            beside.touch(mode=0o600, exist_ok=True)
            beside.write_text(json.dumps(self._kept, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._file)
        except OSError:
            return

    def seats(self) -> tuple[Seat, ...]:
        """The seats held before, the last one first."""
        found = self._kept.get("seats")
        known = [] if not isinstance(found, list) else found
        words = {"address", "token", "game", "title", "power", "name"}
        sound = (s for s in known if isinstance(s, dict) and {"address", "token", "game"} <= s.keys() <= words)
        return tuple(Seat(**s) for s in sound if all(isinstance(v, str) for v in s.values()))

    def remember(self, seat: Seat) -> None:
        """Put a seat first."""
        others = [s for s in self.seats() if (s.address, s.game, s.token) != (seat.address, seat.game, seat.token)]
        self._kept["seats"] = [asdict(s) for s in (seat, *others)][:MOST_SEATS]
        self._write()

    def forget(self, seat: Seat) -> None:
        """Strike a seat that the server no longer knows."""
        self._kept["seats"] = [asdict(s) for s in self.seats() if s.token != seat.token]
        self._write()

    def draft(self, game: str, key: str) -> str:
        """Words not yet sent, by game and by what they were meant for."""
        drafts = self._kept.get("drafts")
        words = drafts.get(f"{game} {key}", "") if isinstance(drafts, dict) else ""
        return words if isinstance(words, str) else ""

    def keep(self, game: str, key: str, words: str) -> None:
        """Keep words not yet sent; none strikes them."""
        found = self._kept.get("drafts")
        drafts: dict[str, Any] = found if isinstance(found, dict) else {}
        before = drafts.get(f"{game} {key}", "")
        if words[:LONGEST_DRAFT] == before:
            return
        drafts.pop(f"{game} {key}", None)
        if words.strip():
            drafts[f"{game} {key}"] = words[:LONGEST_DRAFT]
        self._kept["drafts"] = drafts
        self._write()

    def choice(self, key: str, otherwise: str = "") -> str:
        """A setting: the language, the theme."""
        value = self._kept.get(key, otherwise)
        return value if isinstance(value, str) else otherwise

    def choose(self, key: str, value: str) -> None:
        """Keep a setting."""
        if self._kept.get(key) != value:
            self._kept[key] = value
            self._write()
