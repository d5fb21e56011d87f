"""Who is let in, as whom, and what the others are told."""

from __future__ import annotations

from typing import Any

import pytest

from engine.commands import SignalReady
from engine.names import Onlooker
from engine.wire import Hello, Lobby, Ping, Welcome
from server import hall
from server.gate import Limits
from server.roster import ALPHABET, CODE_LENGTH, clean_name
from tests.client.smallworld import FRANCE, GERMANY
from tests.server.tables import Tables, tables


async def test_a_newcomer_with_the_code_gets_a_seat_and_a_token_of_its_own() -> None:
    async with tables() as table:
        ada, blaise = await table.join(name="Ada"), await table.join(name="Blaise")
        assert ada.token and blaise.token and ada.token != blaise.token
        lobby = await ada.until(Lobby)
        assert [(s.name, s.role) for s in lobby.seats] == [("Host", "facilitator"), ("Ada", "player"), ("Blaise", "player")]


async def test_the_welcome_names_the_game_and_keeps_the_code_for_the_facilitator() -> None:
    async with tables() as table:
        host, ada = await table.host(), await table.join(FRANCE)
        hosts, adas = host.heard[0], ada.heard[0]
        assert isinstance(hosts, Welcome) and isinstance(adas, Welcome)
        assert (hosts.role, hosts.code, hosts.stream) == ("facilitator", table.hosted.code, Onlooker.FACILITATOR)
        assert (adas.role, adas.code, adas.stream, adas.power) == ("player", "", FRANCE, FRANCE)
        assert adas.scenario == "small" and set(adas.powers) >= {FRANCE, GERMANY} and not adas.started


async def test_a_code_is_read_in_small_letters_and_with_spaces_about_it() -> None:
    async with tables() as table:
        client = await table.hello(code=f" {table.hosted.code.lower()} ", name="Ada")
        assert client.token


async def test_the_token_resumes_the_same_seat_on_another_machine() -> None:
    async with tables() as table:
        ada = await table.join(FRANCE)
        again = await table.hello(token=ada.token)
        welcome = again.heard[0]
        assert isinstance(welcome, Welcome) and welcome.power == FRANCE and welcome.token == ada.token
        assert sum(s.name == "Ada" for s in (await again.until(Lobby)).seats) == 1


async def test_a_name_that_is_taken_gets_a_number() -> None:
    async with tables() as table:
        await table.join(name="Ada")
        second = await table.join(name="Ada")
        lobby = next(m for m in second.heard if isinstance(m, Lobby))
        assert [s.name for s in lobby.seats] == ["Host", "Ada", "Ada 2"]


async def test_one_who_leaves_is_shown_as_away_and_keeps_the_seat() -> None:
    async with tables() as table:
        ada, blaise = await table.join(FRANCE, "Ada"), await table.join(name="Blaise")
        await ada.socket.close()
        lobby = await blaise.until(Lobby, lambda m: any(not s.present and s.name == "Ada" for s in m.seats))
        assert next(s.power for s in lobby.seats if s.name == "Ada") == FRANCE


REFUSALS: tuple[tuple[str, dict[str, Any], int], ...] = (
    ("wrong_code", {"code": "ZZZZZZ"}, 1008),
    ("wrong_code", {}, 1008),
    ("wrong_code", {"code": "' OR 1=1 --"}, 1008),
    ("unknown_game", {"token": "nothing"}, 1008),
    ("unknown_token", {"token": "{game}.guess"}, 1008),
    ("version", {"versions": (2, 3), "code": "{code}"}, 1008),
)


@pytest.mark.parametrize(("why", "hello", "code"), REFUSALS)
async def test_the_door_says_why_it_stays_shut(why: str, hello: dict[str, Any], code: int) -> None:
    async with tables() as table:
        slots = {"game": table.hosted.game, "code": table.hosted.code}
        hello = {key: value.format(**slots) if isinstance(value, str) else value for key, value in hello.items()}
        client = await table.line()
        await client.say(Hello(**{"versions": (1,), **hello}))
        assert (await client.goodbye(), client.code) == (why, code)


@pytest.mark.parametrize("first", ["", "{}", "hello", '{"kind":"ping","number":1}', '{"kind":"hello","versions":[1],"extra":1}'])
async def test_whoever_does_not_begin_with_hello_is_told_so(first: str) -> None:
    async with tables() as table:
        client = await table.line()
        await client.say(first)
        assert (await client.goodbye(), client.code) == ("no_hello", 1008)


async def test_one_who_says_nothing_is_not_waited_for() -> None:
    async with tables(limits=Limits(hello_within=0.01)) as table:
        client = await table.line()
        assert await client.goodbye() == "no_hello"


async def test_codes_cannot_be_guessed_at_leisure() -> None:
    async with tables(limits=Limits(joins_a_minute=3)) as table:
        for _ in range(3):
            assert await _refusal(table, code="ZZZZZZ") == "wrong_code"
        assert await _refusal(table, code=table.hosted.code) == "too_many_joins"
        assert (await table.host()).token, "a token is no guess"


async def _refusal(table: Tables, **hello: Any) -> str:
    client = await table.line()
    await client.say(Hello(versions=(1,), **hello))
    return await client.goodbye()


async def test_a_room_holds_so_many_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall, "MOST_SEATS", 2)
    async with tables() as table:
        await table.join()
        assert await _refusal(table, code=table.hosted.code) == "room_full"


async def test_too_many_messages_at_once_end_the_connection_and_not_the_seat() -> None:
    async with tables(limits=Limits(per_second=0.001, burst=5)) as table:
        ada = await table.join(FRANCE)
        for number in range(6):
            await ada.say(Ping(number=number))
        assert await ada.goodbye() == "too_many_messages"
        assert (await table.hello(token=ada.token)).stream == FRANCE


async def test_an_observer_asks_for_nothing() -> None:
    async with tables() as table:
        ada = await table.join()
        refused = await ada.ask(SignalReady(True))
        assert refused.reason == "not_your_part"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "shown"), [("  Ada ", "Ada"), ("", "?"), ("A\x1b[31mda", "A[31mda"), ("\u202eAda\n", "Ada"), ("x" * 99, "x" * 40)]
)
def test_a_display_name_is_printable_and_short(given: str, shown: str) -> None:
    assert clean_name(given) == shown


def test_codes_are_of_letters_that_nobody_takes_for_one_another() -> None:
    assert not set("0O1Il") & set(ALPHABET) and CODE_LENGTH == 6
