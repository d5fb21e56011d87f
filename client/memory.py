"""What this machine remembers: seats once held, words half written, the player's settings."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, field, fields_dict, frozen
from attrs import evolve as with_

from engine.names import Lang
from engine.texts.grammar import Noun

MOST_SEATS = 20
LONGEST_WORDS = 8000
MOST_TEXTS = 20


@frozen(kw_only=True)
class Remembered:
    """A seat that can be taken up again; an address of nothing is a game on this machine."""

    game: str
    token: str
    address: str
    title: str
    power: str = ""
    titles: Mapping[str, str] = field(factory=dict)
    """The scenario's title by language."""
    powers: Mapping[str, str] = field(factory=dict)
    """The power's name by language."""
    over: bool = False
    """Whether the game has come to its end."""
    hosting: bool = False
    """Whether others come to this machine for it."""

    def called(self, lang: str) -> str:
        """The scenario and the power, if there is one, in a language."""
        power = Noun(Lang(lang), self.powers.get(lang, self.power)).short
        return " · ".join(said for said in (self.titles.get(lang, self.title), power) if said)


def config_directory() -> Path:
    """Where this system keeps a user's settings."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Preferences"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "locarno"


def _read(file: Path) -> dict[str, Any]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _replace(file: Path, text: str) -> None:
    """Write a file whole, for its owner alone, or leave the former one as it was."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = file.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return


class Memory:
    """A small file of the player's; one that cannot be read counts as empty, one that cannot be written lasts the evening."""

    def __init__(self, directory: Path | None = None) -> None:
        folder = directory or config_directory()
        self._file, self._texts = folder / "client.json", folder / "texts.json"
        self._kept = _read(self._file)

    def _write(self) -> None:
        _replace(self._file, json.dumps(self._kept, ensure_ascii=False, indent=1))

    def seats(self) -> list[Remembered]:
        """The seats held, the latest first."""
        found = self._kept.get("seats")
        rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
        return [Remembered(**row) for row in rows if _is_sound(row)]

    def keep(self, seat: Remembered) -> None:
        """Put a seat first."""
        others = [s for s in self.seats() if (s.game, s.token) != (seat.game, seat.token)]
        self._kept["seats"] = [asdict(s) for s in [seat, *others][:MOST_SEATS]]
        self._write()

    def finish(self, token: str) -> None:
        """The game of a seat has come to its end."""
        self._kept["seats"] = [asdict(with_(s, over=s.over or s.token == token)) for s in self.seats()]
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

    def unfinished(self, game: str, purpose: str) -> str:
        """The text that was left half written on a desk."""
        found = _read(self._texts).get(f"{game} {purpose}", "")
        return found if isinstance(found, str) else ""

    def keep_unfinished(self, game: str, purpose: str, text: str) -> None:
        """Keep it; nothing strikes it. The texts longest untouched make room for it."""
        kept = {key: value for key, value in _read(self._texts).items() if key != f"{game} {purpose}"}
        if text:
            kept[f"{game} {purpose}"] = text
        elif len(kept) == len(_read(self._texts)):
            return
        _replace(self._texts, json.dumps(dict(list(kept.items())[-MOST_TEXTS:]), ensure_ascii=False, indent=1))

    def choice(self, key: str, otherwise: str = "") -> str:
        """A setting: `lang`, `theme`."""
        value = self._kept.get(key, otherwise)
        return value if isinstance(value, str) else otherwise

    def choose(self, key: str, value: str) -> None:
        """Keep a setting."""
        if self._kept.get(key) != value:
            self._kept[key] = value
            self._write()


def _is_sound(row: dict[str, Any]) -> bool:
    """Whether a row of the file is a seat."""
    for name, value in row.items():
        match name:
            case "titles" | "powers":
                sound = isinstance(value, dict) and all(isinstance(said, str) for said in value.values())
            case "over" | "hosting":
                sound = isinstance(value, bool)
            case _:
                sound = name in fields_dict(Remembered) and isinstance(value, str)
        if not sound:
            return False
    return {"game", "token", "address", "title"} <= row.keys()
