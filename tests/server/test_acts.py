"""A request is done once, is on disk before it is answered, and is shown to those who may know it."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from engine.codec import decode_event
from engine.commands import Draft, Initial, Sign
from engine.events import MessageSent
from engine.names import Lang, TreatyId
from engine.treaty import Provisions
from engine.wire import Ack, Act, Events, Ping, Pong, Refused
from server import batch as deciding
from server.journal import Entry, JournalFault, MemoryJournal
from tests.client.smallworld import BRITAIN, FRANCE, GERMANY
from tests.server.tables import READY, Client, Tables, serving, tables, words


async def test_an_act_is_acknowledged_with_the_number_up_to_which_it_is_done() -> None:
    async with tables() as table:
        _, (britain, _, france, _) = await table.seated()
        ack = await france.ask(words("Good morning.", BRITAIN))
        assert isinstance(ack, Ack) and ack.upto == france.last
        assert isinstance(france.events[ack.upto - 1], MessageSent)
        await britain.until(Events)
        assert britain.texts() == ["Good morning."]


async def test_a_refusal_names_the_rule_and_changes_nothing() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        before = france.last
        refused = await france.ask(words("To myself.", FRANCE))
        assert isinstance(refused, Refused) and refused.reason == "to_oneself"
        await france.settled()
        assert france.last == before


async def test_the_same_id_is_done_once_and_answered_alike() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        first = await france.ask(words("Once.", BRITAIN), "same")
        second = await france.ask(words("Twice.", BRITAIN), "same")
        assert first == second
        await france.settled()
        assert france.texts() == ["Once."]


async def test_the_same_id_twice_in_one_breath_is_done_once() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        for _ in range(2):
            await france.say(Act(id="same", command=words("Once.", BRITAIN)))
        assert await france.answer_to("same") == await france.answer_to("same")
        assert france.texts() == ["Once."]


async def test_a_refused_id_stays_refused_even_if_it_would_be_accepted_now() -> None:
    async with tables() as table:
        ada = await table.join(FRANCE)
        assert isinstance(await ada.ask(READY, "early"), Refused)
        await (await table.host()).start()
        assert isinstance(again := await ada.ask(READY, "early"), Refused) and again.reason == "wrong_phase"
        assert isinstance(await ada.ask(READY, "later"), Ack)


async def test_ids_of_two_people_do_not_meet() -> None:
    async with tables() as table:
        _, (britain, _, france, _) = await table.seated()
        await france.ask(words("From Paris.", BRITAIN), "1")
        await britain.ask(words("From London.", FRANCE), "1")
        await france.settled()
        assert france.texts() == ["From Paris.", "From London."]


async def test_after_a_restart_an_id_is_answered_as_the_first_time(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    async with tables(file) as table:
        _, (_, _, france, _) = await table.seated()
        done = await france.ask(words("Once.", BRITAIN), "same")
        refused = await france.ask(words("x", FRANCE), "bad")
        hosted = table.hosted
    async with serving(file) as server:
        table = Tables(server, hosted)
        again = await table.hello(token=france.token)
        assert await again.ask(words("Once.", BRITAIN), "same") == done
        assert await again.ask(words("x", BRITAIN), "bad") == refused
        await again.settled()
        assert again.texts() == ["Once."]
        await table.close()


async def test_what_is_acknowledged_is_already_on_disk(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    async with tables(file) as table:
        _, (_, _, france, _) = await table.seated()
        await france.ask(words("Kept.", BRITAIN))
        with sqlite3.connect(file) as other:
            bodies = [row[0] for row in other.execute("SELECT body FROM events ORDER BY position")]
        last = decode_event(bodies[-1])
        assert isinstance(last, MessageSent) and last.text == "Kept."


class SlowJournal(MemoryJournal):
    """A disk that takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.go = asyncio.Event(), asyncio.Event()
        self.go.set()

    async def append(self, entry: Entry) -> None:
        self.reached.set()
        await self.go.wait()
        await super().append(entry)


async def test_nothing_is_answered_or_shown_before_the_disk_has_it() -> None:
    journal = SlowJournal()
    async with tables(journal) as table:
        _, (britain, _, france, _) = await table.seated()
        journal.go.clear()
        journal.reached.clear()
        await france.say(Act(id="1", command=words("Not yet.", BRITAIN)))
        await journal.reached.wait()
        for client in (france, britain):
            before = len(client.heard)
            await client.say(Ping(number=9))
            await client.until(Pong)
            assert len(client.heard) == before + 1, "only the pong"
        observer = await _come(table)
        await observer.settled()
        assert not observer.texts()
        journal.go.set()
        assert isinstance(await france.answer_to("1"), Ack)
        await britain.until(Events)
        assert britain.texts() == ["Not yet."]


async def _come(table: Tables) -> Client:
    """Somebody who comes by token, for which nothing is written."""
    return await table.hello(token=table.hosted.token)


class FaultyJournal(MemoryJournal):
    """A disk that may be full."""

    def __init__(self) -> None:
        super().__init__()
        self.fault = ""

    async def append(self, entry: Entry) -> None:
        if self.fault:
            raise JournalFault(self.fault, "for the test")
        await super().append(entry)


@pytest.mark.parametrize("code", ["disk_full", "not_writable", "locked", "storage"])
async def test_what_cannot_be_stored_has_not_happened_and_can_be_asked_again(code: str) -> None:
    journal = FaultyJournal()
    async with tables(journal) as table:
        _, (britain, _, france, _) = await table.seated()
        room = table.server.hall._rooms[table.hosted.game]
        before = room.table.state
        journal.fault = code
        refused = await france.ask(words("Lost?", BRITAIN), "1")
        assert isinstance(refused, Refused) and refused.reason == code
        assert isinstance(taken := await britain.take(None), Refused) and taken.reason == code
        assert room.table.state is before and room.roster.played() >= {BRITAIN}
        journal.fault = ""
        assert isinstance(await france.ask(words("Found.", BRITAIN), "1"), Ack)
        await britain.settled()
        assert britain.texts() == ["Found."]


async def test_a_newcomer_whom_the_disk_cannot_take_is_told_why() -> None:
    journal = FaultyJournal()
    async with tables(journal) as table:
        journal.fault = "disk_full"
        client = await table.line()
        await client.say(f'{{"kind":"hello","versions":[1],"code":"{table.hosted.code}"}}')
        assert await client.goodbye() == "disk_full"
        assert len(table.server.hall._rooms[table.hosted.game].roster.seats) == 1


async def test_a_fault_of_our_own_costs_one_request_and_not_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    async with tables() as table:
        _, (britain, _, france, _) = await table.seated()
        sound = deciding.decide

        def unsound(*args: object) -> object:
            raise ZeroDivisionError

        monkeypatch.setattr(deciding, "decide", unsound)
        refused = await france.ask(words("x", BRITAIN), "1")
        assert isinstance(refused, Refused) and refused.reason == "fault"
        monkeypatch.setattr(deciding, "decide", sound)
        assert isinstance(await france.ask(words("y", BRITAIN), "1"), Ack)
        await britain.settled()
        assert britain.texts() == ["y"]


async def test_two_servers_on_one_journal_decide_one_after_the_other(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    async with tables(file) as table, serving(file) as second:
        _, (london, _, france, _) = await table.seated()
        other = Tables(second, table.hosted)
        britain = await other.hello(token=london.token)
        for number in range(3):
            assert isinstance(await france.ask(words(f"France {number}", BRITAIN)), Ack)
            assert isinstance(await britain.ask(words(f"Britain {number}", FRANCE)), Ack)
        await britain.settled()
        assert britain.texts() == [f"{who} {n}" for n in range(3) for who in ("France", "Britain")]
        await other.close()


async def test_the_answers_about_a_secret_treaty_and_about_none_are_the_same() -> None:
    async with tables() as table:
        _, (britain, _, _, germany) = await table.seated()
        secret = TreatyId("britain.secret")
        draft = Draft(treaty=secret, title={Lang("en"): "Secret"}, articles=(), provisions=Provisions(signatories=(BRITAIN, FRANCE)))
        await britain.ask(draft)
        none = TreatyId("britain.none")
        pairs = ((Initial(treaty=secret, version=1), Initial(treaty=none, version=1)), (Sign(treaty=secret), Sign(treaty=none)))
        for of_secret, of_none in pairs:
            about_secret, about_none = await germany.ask(of_secret), await germany.ask(of_none)
            assert isinstance(about_secret, Refused) and isinstance(about_none, Refused)
            assert (about_secret.reason, about_secret.about) == (about_none.reason, about_none.about)


async def test_an_outsiders_bytes_are_the_same_with_and_without_a_secret_message() -> None:
    heard = []
    for secret in (False, True):
        async with tables() as table:
            _, (britain, _, france, germany) = await table.seated()
            if secret:
                await france.ask(words("Between ourselves.", BRITAIN))
            await britain.ask(words("To all.", FRANCE, GERMANY))
            await germany.until(Events)
            await germany.settled()
            heard.append([raw for raw in germany.raw if raw.startswith(b'{"kind":"events"')])
            assert secret == ("Between ourselves." in britain.texts())
    assert heard[0] == heard[1]
