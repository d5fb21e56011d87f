"""Who may sit where, before and after the game has begun."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import NonAggression
from engine.commands import Draft, FindVoid, Initial, IssueUltimatum, Pause, Remember, Sign, Table
from engine.crisis import DemandCession
from engine.events import BriefingGiven, ClockPaused, ConsentFoundVoid, PlotLaid
from engine.names import ArticleId, Lang, Onlooker, Power, TreatyId
from engine.plot import Scenario
from engine.setting import Coercion, Law
from engine.treaty import Article, Provisions
from engine.wire import Ack, Refused, Welcome
from server.roster import Role, Seat, closed_to, placed
from tests.client.smallworld import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, ZONE_1, scenario
from tests.server.tables import READY, Tables, serving, tables, words

RULES: tuple[tuple[str, bool, Power | None, Power | None, Power | None, str | None], ...] = (
    # what happens, begun?, sits for, has played, wants, refused as
    ("anybody chooses in the lobby", False, None, None, FRANCE, None),
    ("two may share a power from the lobby", False, None, None, BRITAIN, None),
    ("one may choose anew in the lobby", False, FRANCE, None, GERMANY, None),
    ("a scripted power may be taken over later", True, None, None, FRANCE, None),
    ("not one that somebody plays", True, None, None, BRITAIN, "seat_taken"),
    ("nobody changes sides once the game has begun", True, FRANCE, FRANCE, GERMANY, "seat_closed"),
    ("not even by way of the gallery", True, None, FRANCE, GERMANY, "seat_closed"),
    ("not even one who sat down as the game began", True, FRANCE, None, GERMANY, "seat_closed"),
    ("one may get up", True, FRANCE, FRANCE, None, None),
    ("and sit down again where one sat", True, None, FRANCE, FRANCE, None),
)


@pytest.mark.parametrize(("started", "sits", "held", "wants", "refused"), [r[1:] for r in RULES], ids=[r[0] for r in RULES])
def test_the_rules_of_seating(started: bool, sits: Power | None, held: Power | None, wants: Power | None, refused: str | None) -> None:
    person = Seat(key="me", name="Ada", role=Role.PLAYER, power=sits, held=held)
    other = Seat(key="other", name="Blaise", role=Role.PLAYER, power=BRITAIN, held=BRITAIN)
    assert closed_to(person, wants, (person, other), started=started) == refused


def test_whoever_has_played_a_power_holds_it_from_then_on() -> None:
    sitting = Seat(key="me", name="Ada", role=Role.PLAYER, power=FRANCE)
    assert placed(sitting, None, started=False).held is None
    assert placed(sitting, None, started=True).held == FRANCE
    assert placed(placed(sitting, None, started=True), FRANCE, started=True).held == FRANCE
    assert placed(Seat(key="me", name="Ada", role=Role.PLAYER), GERMANY, started=True).held == GERMANY


async def test_nobody_learns_another_powers_secrets_by_changing_seats() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        refused = await france.take(GERMANY)
        assert isinstance(refused, Refused) and refused.reason == "seat_closed"
        assert isinstance(await france.take(None), Ack)
        assert isinstance(refused := await france.take(GERMANY), Refused) and refused.reason == "seat_closed"
        assert isinstance(await france.take(FRANCE), Ack)
        await france.settled()
        assert {e.power for e in france.events if isinstance(e, BriefingGiven)} == {FRANCE}


async def test_two_people_share_a_power_and_see_the_same() -> None:
    async with tables() as table:
        host = await table.host()
        ada, blaise = await table.join(), await table.join(name="Blaise")
        assert isinstance(await ada.take(FRANCE), Ack) and isinstance(await blaise.take(FRANCE), Ack)
        await host.start()
        assert isinstance(await ada.ask(words("We agree.", BRITAIN)), Ack)
        await ada.settled()
        await blaise.settled()
        both = min(len(ada.events), len(blaise.events))
        assert ada.events[:both] == blaise.events[:both] and blaise.texts() == ["We agree."]


async def test_a_latecomer_takes_over_a_scripted_power_with_all_its_news() -> None:
    async with tables() as table:
        host = await table.host()
        players = [await table.join(power) for power in (BRITAIN, GERMANY)]
        await host.start()
        late = await table.join(name="Late")
        assert not any(isinstance(e, BriefingGiven) for e in late.events)
        assert isinstance(await late.take(FRANCE), Ack)
        await late.settled()
        assert [e.power for e in late.events if isinstance(e, BriefingGiven)] == [FRANCE]
        assert isinstance(await late.ask(words("We are here.", BRITAIN)), Ack)
        await players[0].settled()
        assert "We are here." in players[0].texts()


async def test_only_the_host_opens_the_game_and_only_once() -> None:
    async with tables() as table:
        host, ada = await table.host(), await table.join(FRANCE)
        refused = await ada.start()
        assert isinstance(refused, Refused) and refused.reason == "not_your_part"
        assert isinstance(await host.start(), Ack)
        refused = await host.start()
        assert isinstance(refused, Refused) and refused.reason == "nothing_to_change"


async def test_nothing_can_be_done_before_the_game_has_begun() -> None:
    async with tables() as table:
        refused = await (await table.join(FRANCE)).ask(READY)
        assert isinstance(refused, Refused) and refused.reason == "wrong_phase"


async def test_a_seat_for_an_unknown_power_is_refused() -> None:
    async with tables() as table:
        refused = await (await table.join()).take(Power("atlantis"))
        assert isinstance(refused, Refused) and (refused.reason, dict(refused.about)) == ("unknown_power", {"power": "atlantis"})


async def test_a_host_who_plays_keeps_the_clock_and_sees_no_more_than_the_power_played() -> None:
    async with tables() as table:
        host = await table.host()
        await host.take(FRANCE)
        await host.start()
        assert isinstance(await host.ask(Pause(True)), Ack)
        await host.settled()
        assert any(isinstance(e, ClockPaused) for e in host.events)
        assert not any(isinstance(e, PlotLaid) for e in host.events)
        await host.take(None)
        await host.settled()
        assert host.stream == Onlooker.OBSERVER and not any(isinstance(e, PlotLaid | BriefingGiven) for e in host.events)


async def test_a_host_who_only_presides_sees_everything() -> None:
    async with tables() as table:
        host, _ = await table.seated()
        assert any(isinstance(e, PlotLaid) for e in host.events)
        assert sum(isinstance(e, BriefingGiven) for e in host.events) == 4


async def test_a_change_of_seat_begins_the_stream_anew() -> None:
    async with tables() as table:
        ada = await table.join(FRANCE)
        await ada.take(GERMANY)
        welcome = [m for m in ada.heard if isinstance(m, Welcome)][-1]
        assert welcome.fresh and welcome.stream == GERMANY and welcome.token == ""


def coercing() -> Scenario:
    """The small world under a law that asks whether a consent was coerced."""
    small = scenario()
    return with_(small, setting=with_(small.setting, law=Law(coercion=Coercion.CONTESTED)))


async def test_who_presides_and_sees_all_finds_a_consent_void_and_who_plays_or_has_played_does_not() -> None:
    """Nobody is judge in their own cause."""
    async with serving() as server:
        table = Tables(server, await server.hall.host(coercing(), seed=1))
        host, (britain, prague, _, germany) = await table.seated()
        pact = TreatyId("germany.pact")
        finding = FindVoid(treaty=pact, power=CZECHOSLOVAKIA)
        assert isinstance(await germany.ask(IssueUltimatum(target=CZECHOSLOVAKIA, demand=DemandCession((ZONE_1,)), expires=1)), Ack)
        text = (Article(id=ArticleId("peace"), clause=NonAggression()),)
        parties = Provisions(signatories=(CZECHOSLOVAKIA, GERMANY))
        assert isinstance(await germany.ask(Draft(treaty=pact, title={Lang("en"): "Pact"}, articles=text, provisions=parties)), Ack)
        assert isinstance(await germany.ask(Table(treaty=pact, to=frozenset({CZECHOSLOVAKIA}))), Ack)
        for party in (prague, germany):
            assert isinstance(await party.ask(Initial(treaty=pact, version=1)), Ack)
        for party in (prague, germany):
            assert isinstance(await party.ask(Sign(treaty=pact)), Ack)
        for other in (britain, prague, germany):
            refused = await other.ask(finding)
            assert isinstance(refused, Refused) and refused.reason == "not_your_part"
        refused = await host.ask(Remember(power=CZECHOSLOVAKIA, memory={"plan": 1}))
        assert isinstance(refused, Refused) and refused.reason == "not_your_part"
        assert isinstance(await host.ask(finding), Ack)
        for other in (host, britain, prague, germany):
            await other.settled()
            assert any(isinstance(event, ConsentFoundVoid) for event in other.events)
        await table.close()


@pytest.mark.parametrize("gets_up", [False, True])
async def test_a_host_who_plays_or_has_played_makes_no_finding_and_still_keeps_the_clock(gets_up: bool) -> None:
    async with tables() as table:
        host = await table.host()
        await host.take(FRANCE)
        await host.start()
        if gets_up:
            await host.take(None)
        for treaty in ("alliance", "nothing"):
            refused = await host.ask(FindVoid(treaty=TreatyId(treaty), power=FRANCE))
            assert isinstance(refused, Refused) and (refused.reason, dict(refused.about)) == ("not_your_part", {})
        assert isinstance(await host.ask(Pause(True)), Ack)
