"""A server that cannot start says why; one in a thread starts, hosts and stops."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from websockets.sync.client import connect

import scenarios
from engine.names import Lang
from engine.wire import Hello, Welcome, pack, read_server
from scenarios.authoring.beginning import model
from scenarios.authoring.translations import extract
from server.hall import Hall
from server.journal import JournalFault, MemoryJournal
from server.serving import LocalServer, Serving, data_directory
from tests.client.smallworld import scenario
from tests.server.tables import tables


def test_a_server_in_a_thread_hosts_a_game_and_stops_in_good_order(tmp_path: Path) -> None:
    server = LocalServer(tmp_path / "games.db")
    server.start()
    hosted = server.host(scenario(), seed=1)
    with connect(server.address, compression=None, proxy=None) as line:
        line.send(pack(Hello(versions=(1,), code=hosted.code, name="Ada")), text=True)
        assert isinstance(read_server(line.recv()), Welcome)
    server.stop()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["games.db"], "the journal is whole in its one file"


async def test_a_port_in_use_is_an_error_of_the_system_and_lets_go_of_the_journal(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        with pytest.raises(OSError):
            await Serving(tmp_path / "games.db").open("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(OSError):
            LocalServer(tmp_path / "games.db", port=taken.getsockname()[1]).start()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["games.db"]


def test_a_journal_that_cannot_be_opened_is_said_before_anybody_is_let_in(tmp_path: Path) -> None:
    (tmp_path / "games.db").write_bytes(b"no journal" * 1000)
    with pytest.raises(JournalFault) as fault:
        LocalServer(tmp_path / "games.db").start()
    assert fault.value.code == "not_a_journal"


def test_the_data_directory_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCARNO_DATA", str(tmp_path / "here"))
    assert data_directory() == tmp_path / "here"
    assert (tmp_path / "here").stat().st_mode & 0o777 == 0o700
    monkeypatch.delenv("LOCARNO_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    assert data_directory() == tmp_path / "share" / "locarno"


async def test_small_messages_are_not_held_back() -> None:
    async with tables() as table:
        await table.host()
        lines = table.server._gate._lines
        options = [line._socket.transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) for line in lines]
        assert options and all(options)


async def test_a_game_that_has_not_begun_keeps_its_translations_when_the_server_starts_again(tmp_path: Path) -> None:
    file = tmp_path / "pact.yaml"
    file.write_text(model(), encoding="utf-8")
    po = extract(model(), file.name, "de").replace('msgid "Two Neighbours"\nmsgstr ""', 'msgid "Two Neighbours"\nmsgstr "Zwei Nachbarn"')
    file.with_name("pact.de.po").write_text(po, encoding="utf-8")
    journal, found = MemoryJournal(), scenarios.load(str(file))
    before = Hall(journal)
    hosted = await before.host(found, seed=1)
    await before.close()
    again = Hall(journal)
    room, _, _ = await again.admit(Hello(versions=(1,), token=hosted.token))
    assert room.setting == found.setting
    assert room.setting.title[Lang("de")] == "Zwei Nachbarn"
    await again.close()
