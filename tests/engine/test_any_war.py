"""Aid in any war: owed to an ally that is drawn in for another too, at whichever side, and asked for once the ally has come in."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_
from hypothesis import given

from engine.casus import Call, Entry, Standing, casus_foederis
from engine.clauses import AnyClause, MutualAssistance, NonAggression, OffensiveCooperation, OneSidedAssistance
from engine.clauses.assistance import Assailant
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.crisis import Band, Citation, Stance, War
from engine.duties import Automaticity, Extent, Trigger
from engine.events import Phase
from engine.names import ArticleId, Lang, Power, StakeId, TreatyId
from engine.orders import Attack
from engine.reckoning import reckoning
from engine.setting import PowerSheet, Stake
from engine.state import State
from engine.table import Table
from engine.texts.calls import call_sentences
from engine.texts.voice import Speaker
from engine.treaty import Treaty
from tests.engine.profiles import effort
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, both, do, standing, to_phase
from tests.engine.test_casus_foederis import (
    BRITAIN,
    CZECHOSLOVAKIA,
    FRANCE,
    FRANCO_CZECH,
    GERMANY,
    ITALY,
    POLAND,
    TREATIES,
    USSR,
    ZONE,
    _state,
    calls,
    europe,
    pact,
    waiting,
)
from tests.engine.test_worked_cases import opened

ANY_WAR = Trigger.ANY_WAR
BOUND, ONLY_IF, ENTITLED, FREE = Standing.BOUND, Standing.BOUND_ONLY_IF, Standing.ENTITLED, Standing.FREE


def in_any_war(debtor: Power, creditor: Power, **terms: Any) -> Treaty:
    """What one power owes another in any war of that one."""
    clause = OneSidedAssistance(helper=debtor, aided=creditor, **{"trigger": ANY_WAR, **terms})
    return pact(f"{debtor}_{creditor}", (debtor, creditor), clause)


STEEL = pact("steel", (GERMANY, ITALY), OffensiveCooperation())
AT_LIBERTY = pact("liberty", (CZECHOSLOVAKIA, FRANCE), MutualAssistance(automaticity=Automaticity.AS_EACH_JUDGES))
JOINS_AT_WILL = pact("axis", (GERMANY, ITALY), OffensiveCooperation(automaticity=Automaticity.AS_EACH_JUDGES))

CASES: dict[str, tuple[tuple[Treaty, ...], dict[Power, tuple[Standing, str]]]] = {
    "an ally that is bound to enter": (
        (FRANCO_CZECH, in_any_war(BRITAIN, FRANCE)),
        {FRANCE: (BOUND, "bound"), BRITAIN: (BOUND, "drawn_in")},
    ),
    "the ally of an ally": (
        (FRANCO_CZECH, in_any_war(BRITAIN, FRANCE), in_any_war(USSR, BRITAIN)),
        {FRANCE: (BOUND, "bound"), BRITAIN: (BOUND, "drawn_in"), USSR: (BOUND, "drawn_in")},
    ),
    "an attack upon the ally alone": ((FRANCO_CZECH, in_any_war(BRITAIN, FRANCE, trigger=Trigger.ANY_ATTACK)), {FRANCE: (BOUND, "bound")}),
    "an ally bound to join the attack": (
        (STEEL, in_any_war(POLAND, ITALY)),
        {ITALY: (BOUND, "bound_to_attack"), POLAND: (BOUND, "drawn_in")},
    ),
    "the power that has opened the war": ((in_any_war(ITALY, GERMANY),), {}),
    "allies on either side": (
        (FRANCO_CZECH, STEEL, in_any_war(BRITAIN, FRANCE), in_any_war(BRITAIN, ITALY)),
        {FRANCE: (BOUND, "bound"), ITALY: (BOUND, "bound_to_attack"), BRITAIN: (BOUND, "drawn_in")},
    ),
    "against the attacker": (
        (FRANCO_CZECH, in_any_war(BRITAIN, FRANCE, against=(GERMANY,))),
        {FRANCE: (BOUND, "bound"), BRITAIN: (BOUND, "drawn_in")},
    ),
    "against another": ((FRANCO_CZECH, in_any_war(BRITAIN, FRANCE, against=(POLAND,))), {FRANCE: (BOUND, "bound")}),
    "against one that joins the attack": (
        (FRANCO_CZECH, STEEL, in_any_war(BRITAIN, FRANCE, against=(ITALY,))),
        {FRANCE: (BOUND, "bound"), ITALY: (BOUND, "bound_to_attack"), BRITAIN: (BOUND, "drawn_in")},
    ),
    "against one that may join the attack": (
        (FRANCO_CZECH, JOINS_AT_WILL, in_any_war(BRITAIN, FRANCE, against=(ITALY,))),
        {FRANCE: (BOUND, "bound"), ITALY: (ENTITLED, "as_each_judges"), BRITAIN: (ONLY_IF, "waits_for_joiner")},
    ),
    "never against a party": (
        (FRANCO_CZECH, pact("league", (BRITAIN, FRANCE, GERMANY), MutualAssistance(trigger=ANY_WAR, attack_by=Assailant.A_THIRD_POWER))),
        {FRANCE: (BOUND, "bound")},
    ),
    "over what is attacked": (
        (FRANCO_CZECH, in_any_war(BRITAIN, FRANCE, over=(ZONE,))),
        {FRANCE: (BOUND, "bound"), BRITAIN: (BOUND, "drawn_in")},
    ),
    "over something else": ((FRANCO_CZECH, in_any_war(BRITAIN, FRANCE, over=(StakeId("elsewhere"),))), {FRANCE: (BOUND, "bound")}),
    "an ally at liberty to enter": (
        (AT_LIBERTY, in_any_war(BRITAIN, FRANCE)),
        {FRANCE: (ENTITLED, "as_each_judges"), BRITAIN: (ONLY_IF, "waits_for_entry")},
    ),
    "an ally that waits for another": (
        (waiting(FRANCE, USSR), in_any_war(BRITAIN, FRANCE)),
        {FRANCE: (ONLY_IF, "waits_for"), BRITAIN: (ONLY_IF, "waits_for_entry")},
    ),
    "an ally that waits for the one that waits for it": (
        (waiting(FRANCE, BRITAIN), in_any_war(BRITAIN, FRANCE)),
        {FRANCE: (ONLY_IF, "waits_for_each_other"), BRITAIN: (ONLY_IF, "entry_waits_for_each_other")},
    ),
    "a circle of allies that nobody calls": ((in_any_war(BRITAIN, FRANCE), in_any_war(FRANCE, BRITAIN)), {}),
    "two allies of each other of whom one is called": (
        (FRANCO_CZECH, pact("entente", (BRITAIN, FRANCE), MutualAssistance(trigger=ANY_WAR))),
        {FRANCE: (BOUND, "bound"), BRITAIN: (BOUND, "drawn_in")},
    ),
    "two allies of each other of whom one is at liberty": (
        (AT_LIBERTY, pact("entente", (BRITAIN, FRANCE), MutualAssistance(trigger=ANY_WAR))),
        {FRANCE: (ENTITLED, "as_each_judges"), BRITAIN: (ONLY_IF, "waits_for_entry")},
    ),
    "an ally that owes trade alone": (
        (pact("trade", (CZECHOSLOVAKIA, FRANCE), MutualAssistance(extent=Extent.ECONOMIC)), in_any_war(BRITAIN, FRANCE)),
        {FRANCE: (ENTITLED, "economic_only")},
    ),
    "aid after consultation": (
        (FRANCO_CZECH, in_any_war(BRITAIN, FRANCE, automaticity=Automaticity.AFTER_CONSULTATION)),
        {FRANCE: (BOUND, "bound"), BRITAIN: (ENTITLED, "after_consultation")},
    ),
}


def found(state: State, attacker: Power = GERMANY, target: Power = CZECHOSLOVAKIA, **known: Any) -> dict[Power, tuple[Standing, str]]:
    """How everybody stands who is not free, by the strongest ground."""
    every = casus_foederis(state, attacker, target, **known)
    return {c.power: (c.standing, c.grounds[0].code) for c in every if c.standing is not FREE}


@pytest.mark.parametrize(("treaties", "expected"), CASES.values(), ids=CASES)
def test_aid_in_any_war_answers_the_entry_of_an_ally(treaties: tuple[Treaty, ...], expected: dict[Power, tuple[Standing, str]]) -> None:
    assert found(europe(*treaties)) == expected


def test_an_ally_is_drawn_in_at_the_side_on_which_the_other_enters() -> None:
    state = europe(
        FRANCO_CZECH, STEEL, in_any_war(BRITAIN, FRANCE), in_any_war(POLAND, ITALY), in_any_war(USSR, FRANCE), in_any_war(USSR, ITALY)
    )
    sides = {power: (call.to_aid, call.to_attack) for power, call in calls(state).items()}
    assert sides == {
        FRANCE: (True, False),
        BRITAIN: (True, False),
        ITALY: (False, True),
        POLAND: (False, True),
        USSR: (True, True),
    }


def test_the_reasons_go_back_to_the_attack_itself() -> None:
    found = calls(europe(FRANCO_CZECH, in_any_war(BRITAIN, FRANCE), in_any_war(USSR, BRITAIN)))[USSR].grounds[0]
    assert (found.ally, found.because) == (
        BRITAIN,
        (
            Entry(power=BRITAIN, under=Citation(treaty=TreatyId("britain_france"), article=ArticleId("britain_france_1"))),
            Entry(power=FRANCE, under=Citation(treaty=FRANCO_CZECH.id, article=FRANCO_CZECH.text.articles[0].id)),
        ),
    )


WORDS = {
    "en": (
        "Ussr is bound to come to the aid of britain (“ussr_britain”, Article 1), because britain is bound to enter the war "
        "(“britain_france”, Article 1), since france is bound to enter the war (“franco_czech”, Article 1)."
    ),
    "fr": (
        "Ussr doit porter secours à britain (« ussr_britain », article premier), car britain doit entrer en guerre "
        "(« britain_france », article premier), puisque france doit entrer en guerre (« franco_czech », article premier)."
    ),
}


@pytest.mark.parametrize("lang", WORDS)
def test_the_sentence_cites_every_treaty_and_article_of_the_chain(lang: str) -> None:
    state = europe(FRANCO_CZECH, in_any_war(BRITAIN, FRANCE), in_any_war(USSR, BRITAIN))
    voice = Speaker(state.setting, Lang(lang), state.treaties)
    (sentence,) = call_sentences(calls(state)[USSR], CZECHOSLOVAKIA, voice, state.treaties)
    plain = sentence.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert plain.replace(" (fr)", "") == WORDS[lang]


def test_who_is_free_to_enter_calls_its_ally_once_it_has_entered() -> None:
    state = europe(in_any_war(BRITAIN, FRANCE))
    assert found(state) == {}
    ways: tuple[dict[str, Any], ...] = ({"assisting": frozenset({FRANCE})}, {"entered": (frozenset({FRANCE}), frozenset())})
    for known in ways:
        assert found(state, **known) == {BRITAIN: (BOUND, "drawn_in")}
        call: Call = next(c for c in casus_foederis(state, GERMANY, CZECHOSLOVAKIA, **known) if c.power == BRITAIN)
        assert call.grounds[0].because == (Entry(power=FRANCE),)
    assert found(state, assisting=frozenset()) == {}


def test_whoever_is_known_to_stay_out_calls_nobody() -> None:
    assert found(europe(FRANCO_CZECH, in_any_war(BRITAIN, FRANCE)), assisting=frozenset())[FRANCE] == (BOUND, "bound")
    assert found(europe(FRANCO_CZECH, in_any_war(BRITAIN, FRANCE)), assisting=frozenset())[BRITAIN] == (ONLY_IF, "waits_for_entry")


def test_those_who_fight_in_a_war_that_goes_on_have_entered_it() -> None:
    war = War(attackers=(GERMANY,), defenders=(CZECHOSLOVAKIA, FRANCE), turn=-1, band=Band.STALEMATE, attack=(), defence=())
    state = with_(europe(in_any_war(BRITAIN, FRANCE)), wars=(war,))
    assert found(state) == {BRITAIN: (BOUND, "drawn_in")}


@pytest.mark.parametrize(("waged", "expected"), [(True, {BRITAIN: (BOUND, "drawn_in")}), (False, {})])
def test_who_goes_to_war_upon_one_that_wages_war_upon_another_enters_that_war_and_opens_none(
    waged: bool, expected: dict[Power, tuple[Standing, str]]
) -> None:
    """As France and the United Kingdom on 3 September 1939."""
    war = War(attackers=(GERMANY,), defenders=(POLAND,), turn=-1, band=Band.STALEMATE, attack=(), defence=())
    state = with_(europe(in_any_war(BRITAIN, FRANCE)), wars=(war,) if waged else ())
    assert found(state, FRANCE, GERMANY) == expected


def test_a_provoked_attack_calls_the_ally_of_the_victim_only_as_far_as_it_calls_the_others() -> None:
    plain = europe(FRANCO_CZECH, in_any_war(BRITAIN, FRANCE))
    assert found(plain, provoked=True) == {}
    shield = pact("shield", (CZECHOSLOVAKIA, FRANCE), MutualAssistance(trigger=Trigger.ANY_ATTACK))
    assert found(europe(shield, in_any_war(BRITAIN, FRANCE)), provoked=True)[BRITAIN] == (BOUND, "drawn_in")


def test_what_keeps_an_ally_out_of_the_war_stands_beside_what_calls_it() -> None:
    neutral = pact("neutral", (BRITAIN, GERMANY), NonAggression(even_if_aggressor=True))
    grounds = calls(europe(FRANCO_CZECH, in_any_war(BRITAIN, FRANCE), neutral))[BRITAIN].grounds
    assert [(g.standing, g.code) for g in grounds] == [(BOUND, "drawn_in"), (Standing.BARRED, "neutral_towards_attacker")]


@effort(80)
@given(TREATIES)
def test_every_chain_of_reasons_ends_with_one_whom_the_attack_itself_calls(drawn: list[tuple[list[Power], AnyClause]]) -> None:
    every = calls(_state(drawn))
    for call in every.values():
        for ground in call.grounds:
            assert (ground.code == "drawn_in") == bool(ground.because)
            powers = [entry.power for entry in ground.because]
            assert len(set(powers)) == len(powers) and call.power not in powers
            assert all(every[p].to_attack if ground.in_attack else every[p].to_aid for p in powers)
            assert all(entry.under is not None for entry in ground.because)


# -- in the crisis

FRIEND, ALLY = DORIA, ETRIA
NEAR = frozenset({(BORIA, CARNIA), (BORIA, DORIA), (BORIA, ETRIA), (CARNIA, DORIA), (CARNIA, ETRIA)})
STANDS_BY = OneSidedAssistance(helper=ALLY, aided=FRIEND, trigger=ANY_WAR)
FOR_ALLY = standing(TreatyId("bond"), (FRIEND, ALLY), STANDS_BY)
SECRETLY = standing(TreatyId("bond"), (FRIEND, ALLY), STANDS_BY, known_to=frozenset({FRIEND, ALLY}))
FOR_VICTIM = standing(TreatyId("shield"), (CARNIA, FRIEND), MutualAssistance())


def attacked(*treaties: Treaty) -> Table:
    """Boria attacks Carnia; all are neighbours of both."""
    sheets = {p: PowerSheet(name=both(p), divisions=10) for p in (ALBA, BORIA, CARNIA, DORIA, ETRIA)}
    stakes = {StakeId("capital"): Stake(name=both("capital"), holder=CARNIA)}
    table = opened(sheets, *treaties, borders=NEAR, stakes=stakes)
    to_phase(table, Phase.ORDERS)
    for power in sheets:
        do(table, power, CommitOrders((Attack(CARNIA),) if power == BORIA else ()))
    return table


def answered(table: Table, **stances: Stance) -> None:
    """All who are asked answer once; who is not named stays neutral."""
    crisis = table.state.crisis
    assert crisis is not None
    for power in sorted(crisis.called):
        usual = Stance.RESIST if power == crisis.target else Stance.NEUTRAL
        do(table, power, AnswerCrisis(stance=stances.get(power, usual)))


def record(table: Table) -> list[tuple[Power, str, bool]]:
    return [(line.debtor, line.treaty, line.kept) for line in table.state.record]


@pytest.mark.parametrize("side", [Stance.WITH_TARGET, Stance.WITH_MOVER])
@pytest.mark.parametrize("comes", [True, False])
def test_an_ally_that_enters_of_its_own_will_calls_the_other_which_is_asked_again_and_answers_for_it(side: Stance, comes: bool) -> None:
    table = attacked(FOR_ALLY)
    answered(table, doria=side)
    crisis = table.state.crisis
    assert crisis is not None and (crisis.entered, crisis.called) == ((FRIEND,), frozenset({ALBA, ALLY}))
    answered(table, etria=side if comes else Stance.NEUTRAL)
    do(table, BORIA, Decide(persist=True))
    assert record(table) == [(ALLY, "bond", comes)]


def test_an_ally_that_stays_out_calls_nobody_and_nobody_is_asked_again() -> None:
    table = attacked(FOR_ALLY)
    answered(table)
    assert table.state.crisis is not None and table.state.crisis.revealed
    do(table, BORIA, Decide(persist=True))
    assert record(table) == []


def test_a_secret_promise_asks_nobody_again_for_that_would_betray_it_and_is_found_broken_all_the_same() -> None:
    table = attacked(SECRETLY)
    answered(table, doria=Stance.WITH_TARGET)
    assert table.state.crisis is not None and table.state.crisis.revealed
    do(table, BORIA, Decide(persist=True))
    assert record(table) == [(ALLY, "bond", False)] and record_of(table, ALBA) == []


def record_of(table: Table, viewer: Power) -> list[object]:
    return list(table.view(viewer).record)


def test_the_calculator_reckons_with_the_ally_of_an_ally_and_the_crisis_is_the_same_sum() -> None:
    table = attacked(FOR_VICTIM, FOR_ALLY)
    expected = reckoning(table.state, BORIA, CARNIA)
    assert expected.helpers == (FRIEND, ALLY)
    answered(table, doria=Stance.WITH_TARGET, etria=Stance.WITH_TARGET)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert war == expected.war and record(table) == [(FRIEND, "shield", True), (ALLY, "bond", True)]
    assert {line.power: line.under and line.under.treaty for line in war.defence} == {CARNIA: None, FRIEND: "shield", ALLY: "bond"}
