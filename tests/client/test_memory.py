"""What this machine remembers between two evenings."""

from __future__ import annotations

from pathlib import Path

import pytest

from client.memory import MOST_SEATS, Memory, Remembered


def seat(number: int = 1) -> Remembered:
    """A seat."""
    return Remembered(address="ws://localhost:7777", token=f"t{number}", game=f"g{number}", title="Munich", power="France")


def test_the_last_seat_comes_first_and_survives_a_restart(tmp_path: Path) -> None:
    Memory(tmp_path).keep(seat(1))
    Memory(tmp_path).keep(seat(2))
    Memory(tmp_path).keep(seat(1))
    assert Memory(tmp_path).seats() == [seat(1), seat(2)]


def test_only_so_many_seats_are_kept(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    for number in range(MOST_SEATS + 5):
        memory.keep(seat(number))
    assert len(memory.seats()) == MOST_SEATS


def test_a_seat_that_the_server_no_longer_knows_is_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep(seat())
    memory.forget(seat().token)
    assert Memory(tmp_path).seats() == []


def test_words_not_sent_are_kept_by_game_and_purpose_until_they_are_sent(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep_words("g1", "to:france", "Dear colleague, [b]")
    assert Memory(tmp_path).words("g1", "to:france") == "Dear colleague, [b]"
    assert Memory(tmp_path).words("g2", "to:france") == ""
    memory.keep_words("g1", "to:france", "")
    assert Memory(tmp_path).words("g1", "to:france") == ""


@pytest.mark.parametrize("content", ["", "{", "[]", '{"seats": 3, "drafts": []}', '{"seats": [{"address": 1}, null, {"token": "x"}]}'])
def test_a_damaged_file_is_done_without(tmp_path: Path, content: str) -> None:
    (tmp_path / "client.json").write_text(content, encoding="utf-8")
    memory = Memory(tmp_path)
    assert memory.seats() == []
    assert memory.words("g", "k") == ""
    memory.keep_words("g", "k", "words")
    assert Memory(tmp_path).words("g", "k") == "words"


def test_a_directory_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    memory = Memory(tmp_path / "file")
    memory.keep(seat())
    assert memory.seats() == [seat()]


def test_the_file_is_for_the_player_alone(tmp_path: Path) -> None:
    Memory(tmp_path).keep(seat())
    assert (tmp_path / "client.json").stat().st_mode & 0o077 == 0


def test_settings_are_kept(tmp_path: Path) -> None:
    Memory(tmp_path).choose("theme", "locarno-light")
    assert Memory(tmp_path).choice("theme") == "locarno-light"
    assert Memory(tmp_path).choice("lang", "fr") == "fr"
