"""Blockades and passages shut as a case for war, attacks that were provoked, and neutrals through which somebody marches."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.casus import Standing, casus_foederis
from engine.clauses import MutualAssistance, NonAggression, WaterwayRegime
from engine.commands import AnswerCrisis, Decide
from engine.consequences import consequences
from engine.crisis import Citation, Opening, Stance, Way
from engine.decide.crises import stances_of
from engine.duties import Allow, Trigger
from engine.events import PostureTaken, StancesRevealed
from engine.happenings import Deed
from engine.names import Power, TreatyId
from engine.orders import Attack, Blockade, ClosePassage, Occupy, Order
from engine.postures import Posture, PostureKind
from engine.provocation import is_provoked
from engine.refusal import Reason
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.duties import owes
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, MARCHES, close, do, refused, standing
from tests.engine.test_brinkmanship import at_peace, ordered, pact
from tests.engine.test_crises import answers, of_kind
from tests.engine.test_orders import CANAL, coastal

SHIELD = pact("shield", (ALBA, ETRIA), MutualAssistance())
PEACE = pact("peace", (CARNIA, ETRIA), NonAggression())
SECRET = standing(TreatyId("secret"), (ALBA, ETRIA), MutualAssistance(), known_to=frozenset({ALBA, ETRIA}))
THREATENED = pact("threatened", (ALBA, ETRIA), MutualAssistance(trigger=Trigger.THREAT))
FREE_PASSAGE = pact("canal", (DORIA, ETRIA), WaterwayRegime(waterway=CANAL, keeper=DORIA))


def by_the_sea(*treaties: Treaty, **orders: tuple[Order, ...]) -> Table:
    """The five powers with a canal, bound by these treaties, after these orders."""
    scenario = coastal()
    assert scenario.plot is not None
    plot = with_(scenario.plot, treaties={t.id: t for t in treaties})
    return ordered(Table.open(with_(scenario, plot=plot), 1), **orders)


# -- what forces do short of an attack


@pytest.mark.parametrize(
    ("treaties", "opens"),
    [((), False), ((SHIELD,), True), ((PEACE,), True), ((SECRET,), False), ((THREATENED,), True)],
    ids=["nobody bound", "an ally bound", "forbidden", "bound in secret", "bound upon a threat"],
)
def test_a_blockade_opens_a_crisis_where_a_public_treaty_forbids_it_or_promises_its_target_aid(
    treaties: tuple[Treaty, ...], opens: bool
) -> None:
    table = by_the_sea(*treaties, carnia=(Blockade(ETRIA),))
    crisis = table.state.crisis
    assert (crisis is not None) is opens
    if crisis is not None:
        assert (crisis.opening, crisis.mover, crisis.target) == (Opening.BLOCKADE, CARNIA, ETRIA)


def test_before_it_is_ordered_the_engine_says_that_a_blockade_comes_to_a_crisis_and_who_would_stand_by_the_target() -> None:
    table = by_the_sea(SHIELD)
    found = consequences(table.state, CARNIA, Blockade(ETRIA))
    assert found.crisis and found.against is not None and found.against.helpers == (ALBA,)
    assert not consequences(by_the_sea().state, CARNIA, Blockade(ETRIA)).crisis


def test_a_blockade_before_which_the_target_gives_way_stands_and_a_mover_that_steps_back_lifts_it() -> None:
    blockade = Posture(kind=PostureKind.BLOCKADING, by=CARNIA, toward=ETRIA)
    stays, lifted = (by_the_sea(SHIELD, carnia=(Blockade(ETRIA),)) for _ in range(2))
    answers(stays, etria=Stance.YIELD)
    assert blockade in stays.state.postures
    answers(lifted, alba=Stance.WITH_TARGET)
    do(lifted, CARNIA, Decide(persist=False))
    assert blockade not in lifted.state.postures
    assert [(line.debtor, line.kept) for line in lifted.state.record] == [(ALBA, True)]


def test_an_ally_that_stays_out_when_a_blockade_comes_to_war_has_broken_its_word() -> None:
    table = by_the_sea(SHIELD, carnia=(Blockade(ETRIA),))
    answers(table)
    do(table, CARNIA, Decide(persist=True))
    assert [(line.debtor, line.kept) for line in table.state.record] == [(ALBA, False)]


@pytest.mark.parametrize(("treaties", "opens"), [((), False), ((FREE_PASSAGE,), True)], ids=["no regime", "free passage"])
def test_a_passage_shut_against_its_regime_opens_a_crisis_with_the_power_to_which_it_is_shut(
    treaties: tuple[Treaty, ...], opens: bool
) -> None:
    table = by_the_sea(*treaties, doria=(ClosePassage(CANAL, ETRIA),))
    crisis = table.state.crisis
    assert (crisis is not None) is opens
    if crisis is not None:
        assert (crisis.opening, crisis.target, crisis.over) == (Opening.CLOSURE, ETRIA, frozenset({CANAL}))
        answers(table)
        do(table, DORIA, Decide(persist=False))
        assert not table.state.postures


# -- provocation


def struck_first(first: str) -> Table:
    """A table at which Carnia has used force against Boria in this manner."""
    table = at_peace(pact("ally", (ALBA, CARNIA), MutualAssistance()))
    match first:
        case "blockade":
            table.apply((PostureTaken(posture=Posture(kind=PostureKind.BLOCKADING, by=CARNIA, toward=BORIA)),))
        case "both":
            table.apply(
                PostureTaken(posture=Posture(kind=PostureKind.BLOCKADING, by=a, toward=b)) for a, b in ((CARNIA, BORIA), (BORIA, CARNIA))
            )
        case "at home":
            table.apply((PostureTaken(posture=Posture(kind=PostureKind.DEPLOYED, by=CARNIA, at=MARCHES)),))
        case _:
            pass
    return table


@pytest.mark.parametrize(("first", "provoked"), [("", False), ("blockade", True), ("both", False), ("at home", False)])
def test_an_attack_upon_whoever_used_force_first_is_provoked_and_calls_nobody_who_promised_aid_against_an_unprovoked_one(
    first: str, provoked: bool
) -> None:
    table = struck_first(first)
    assert is_provoked(table.state, BORIA, CARNIA) is provoked
    (call,) = (c for c in casus_foederis(table.state, BORIA, CARNIA) if c.power == ALBA)
    assert call.standing is (Standing.FREE if provoked else Standing.BOUND)
    assert [g.code for g in call.grounds] == ["provoked" if provoked else "bound"]


@pytest.mark.parametrize(("first", "broken"), [("", [ALBA]), ("blockade", [])])
def test_an_ally_that_stays_out_of_a_provoked_attack_has_broken_nothing(first: str, broken: list[Power]) -> None:
    table = ordered(struck_first(first), boria=(Attack(CARNIA),))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    assert [line.debtor for line in table.state.record if not line.kept] == broken
    assert [war.provoked for war in table.state.wars] == [not broken]


def test_to_take_back_what_was_occupied_and_to_aid_a_victim_whom_one_has_promised_aid_is_provoked() -> None:
    table = ordered(at_peace(pact("ally", (ALBA, CARNIA), MutualAssistance())), boria=(Occupy(MARCHES),))
    answers(table, carnia=Stance.YIELD)
    assert is_provoked(table.state, CARNIA, BORIA) and is_provoked(table.state, ALBA, BORIA)
    assert not is_provoked(table.state, DORIA, BORIA) and not is_provoked(table.state, BORIA, CARNIA)


def test_one_whom_an_organ_has_named_the_aggressor_pleads_no_provocation() -> None:
    state = struck_first("blockade").state
    assert not is_provoked(with_(state, findings=frozenset({(BORIA, CARNIA)})), BORIA, CARNIA)


# -- through a neutral, at the side of another


PLEDGE = pact("pledge", (CARNIA, DORIA), NonAggression())
LEAVE = pact("leave", (CARNIA, DORIA), owes(Allow(debtor=CARNIA, creditor=DORIA, deed=Deed.CROSS)))


def joining(*treaties: Treaty, **stances: Stance) -> Table:
    """Boria attacks Alba, and Doria comes to its aid through Carnia."""
    table = ordered(at_peace(*treaties), boria=(Attack(ALBA),))
    do(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET, through=CARNIA))
    for power in (ALBA, CARNIA, ETRIA):
        do(table, power, AnswerCrisis(stance=stances.get(power, Stance.RESIST if power == ALBA else Stance.NEUTRAL)))
    return table


def asked_again(table: Table, **stances: Stance) -> Table:
    """Those who have taken no side answer once more."""
    crisis = table.state.crisis
    assert crisis is not None and crisis.wronged and not crisis.answered
    for power in sorted(crisis.called):
        do(table, power, AnswerCrisis(stance=stances.get(power, Stance.NEUTRAL)))
    return table


def test_a_neutral_marched_through_by_one_who_joins_is_asked_again_with_all_who_had_taken_no_side() -> None:
    table = joining(PLEDGE)
    crisis = table.state.crisis
    assert crisis is not None and not crisis.revealed
    assert (crisis.wronged, crisis.called) == ((CARNIA,), frozenset({CARNIA, ETRIA}))
    assert stances_of(crisis, CARNIA) == (Stance.WITH_MOVER, Stance.NEUTRAL)
    assert refused(table, BORIA, Decide(persist=True)).reason is Reason.WRONG_PHASE
    assert refused(table, ALBA, AnswerCrisis(stance=Stance.RESIST)).reason is Reason.NOT_CALLED_UPON


def test_a_power_that_joins_through_a_neutral_attacks_it_breaks_its_word_to_it_and_may_find_it_on_the_other_side() -> None:
    table = asked_again(joining(PLEDGE), carnia=Stance.WITH_MOVER)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert (war.attackers, war.defenders) == ((BORIA, CARNIA), (ALBA, DORIA))
    assert next(line.road.way for line in war.defence if line.power == DORIA) is Way.FRONTIER
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(DORIA, CARNIA, False)]


def test_a_neutral_that_lets_those_who_join_pass_stays_out_of_the_war_and_is_not_attacked() -> None:
    table = asked_again(joining(PLEDGE))
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert (war.attackers, war.defenders) == ((BORIA,), (ALBA, DORIA))
    assert next(line.road.way for line in war.defence if line.power == DORIA) is Way.SUFFERANCE
    assert table.state.record == ()


@pytest.mark.parametrize(("stance", "kept"), [(Stance.WITH_MOVER, True), (Stance.NEUTRAL, False)])
def test_the_ally_of_a_neutral_violated_by_one_who_joins_is_called_and_keeps_its_word_or_breaks_it(stance: Stance, kept: bool) -> None:
    shield = pact("shield", (CARNIA, ETRIA), MutualAssistance())
    table = asked_again(joining(shield), carnia=Stance.WITH_MOVER, etria=stance)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert (ETRIA in war.attackers) is kept
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(ETRIA, CARNIA, kept)]
    assert next((line.under for line in war.attack if line.power == ETRIA), None) == (
        Citation(treaty=shield.id, article=shield.text.articles[0].id) if kept else None
    )


def test_an_ally_of_the_neutral_that_fights_on_beside_whoever_violates_it_has_broken_its_word() -> None:
    table = asked_again(joining(pact("shield", (CARNIA, ETRIA), MutualAssistance()), etria=Stance.WITH_TARGET), carnia=Stance.WITH_MOVER)
    do(table, BORIA, Decide(persist=True))
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(ETRIA, CARNIA, False)]


def test_a_secret_ally_of_the_neutral_is_not_betrayed_by_being_asked_again() -> None:
    secret = standing(TreatyId("shield"), (CARNIA, ETRIA), MutualAssistance(), known_to=frozenset({CARNIA, ETRIA}))
    for treaties in ((), (secret,)):
        crisis = joining(*treaties).state.crisis
        assert crisis is not None and crisis.called == {CARNIA, ETRIA}


def test_those_who_are_silent_when_asked_again_keep_to_what_they_answered() -> None:
    table = joining(PLEDGE, etria=Stance.MEDIATE)
    close(table)
    crisis = table.state.crisis
    assert crisis is not None and crisis.revealed
    assert (crisis.stances[CARNIA], crisis.stances[ETRIA]) == (Stance.NEUTRAL, Stance.MEDIATE)


@pytest.mark.parametrize("side", [Stance.WITH_TARGET, Stance.WITH_MOVER])
def test_a_power_that_has_itself_taken_a_side_is_no_neutral_to_be_violated(side: Stance) -> None:
    table = joining(PLEDGE, carnia=side)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert (CARNIA in war.attackers) is (side is Stance.WITH_MOVER)
    assert all(line.road.way is not Way.VIOLATION for line in (*war.attack, *war.defence))


def test_where_transit_is_granted_no_neutral_is_violated() -> None:
    table = ordered(at_peace(LEAVE), boria=(Attack(ALBA),))
    assert refused(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET, through=CARNIA)).reason is Reason.UNKNOWN_CHOICE
    do(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET))
    for power in (ALBA, CARNIA, ETRIA):
        do(table, power, AnswerCrisis(stance=Stance.RESIST if power == ALBA else Stance.NEUTRAL))
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert CARNIA not in war.attackers
    assert next(line.road.way for line in war.defence if line.power == DORIA) is Way.TRANSIT


def test_by_what_road_a_power_will_come_is_its_own_secret_until_all_have_answered() -> None:
    table = ordered(at_peace(), boria=(Attack(ALBA),))
    do(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET, through=CARNIA))
    for viewer, marches in ((DORIA, {DORIA: CARNIA}), (CARNIA, {}), (BORIA, {})):
        crisis = table.view(viewer).crisis
        assert crisis is not None and crisis.marches == marches
    for power in (ALBA, CARNIA, ETRIA):
        events = do(table, power, AnswerCrisis(stance=Stance.RESIST if power == ALBA else Stance.NEUTRAL))
    (shown,) = of_kind(events, StancesRevealed)
    assert isinstance(shown, StancesRevealed) and shown.marches == {DORIA: CARNIA}
