"""Promises that answer only an attack, or hold only in a war, of several powers together."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st

from engine.casus import Standing, casus_foederis
from engine.clauses import MutualAssistance, Neutrality, OffensiveCooperation, OneSidedAssistance
from engine.commands import Decide
from engine.crisis import Band, Stance, War
from engine.duties import Automaticity
from engine.happenings import Deed, Happening
from engine.names import Power, TreatyId
from engine.performance import breached_by
from engine.reckoning import reckoning
from engine.treaty import Treaty
from tests.engine.profiles import effort
from tests.engine.settings import BORIA, CARNIA, DORIA, ETRIA, do, standing
from tests.engine.test_any_war import answered, attacked, found, record
from tests.engine.test_casus_foederis import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, ITALY, POLAND, POWERS, USSR, europe, pact

BOUND, ONLY_IF, BARRED = Standing.BOUND, Standing.BOUND_ONLY_IF, Standing.BARRED
STEEL = pact("steel", (GERMANY, ITALY), OffensiveCooperation())
AT_WILL = pact("axis", (GERMANY, ITALY), OffensiveCooperation(automaticity=Automaticity.AS_EACH_JUDGES))


def shield(**terms: Any) -> Treaty:
    """France aids Czechoslovakia against some who attack together."""
    return pact("shield", (CZECHOSLOVAKIA, FRANCE), OneSidedAssistance(helper=FRANCE, aided=CZECHOSLOVAKIA, **terms))


ITALIAN, NOBODY = frozenset({ITALY}), frozenset[Power]()
ANSWERS: dict[str, tuple[dict[str, Any], frozenset[Power], bool]] = {
    "any two, and one comes": ({"together": True}, NOBODY, False),
    "any two, and two come": ({"together": True}, ITALIAN, True),
    "any with a third, which does not come": ({"together_with": (POLAND,)}, ITALIAN, False),
    "any with one that comes": ({"together_with": (ITALY, POLAND)}, ITALIAN, True),
    "one by name with any": ({"against": (GERMANY,), "together": True}, ITALIAN, True),
    "one by name that only joins": ({"against": (ITALY,), "together": True}, ITALIAN, True),
    "one by name that does not come": ({"against": (POLAND,), "together": True}, ITALIAN, False),
    "two by name": ({"against": (ITALY,), "together_with": (GERMANY,)}, ITALIAN, True),
    "two by name of whom one comes alone": ({"against": (ITALY,), "together_with": (GERMANY,)}, NOBODY, False),
    "two of several by name": ({"against": (GERMANY, ITALY), "together_with": (GERMANY, ITALY)}, ITALIAN, True),
}


@pytest.mark.parametrize(("terms", "along_with", "called"), ANSWERS.values(), ids=ANSWERS)
def test_aid_against_several_together_answers_when_two_of_those_meant_attack(
    terms: dict[str, Any], along_with: frozenset[Power], called: bool
) -> None:
    expected = {FRANCE: (BOUND, "bound")} if called else {}
    state = europe(shield(**terms))
    assert found(state, along_with=along_with) == expected
    assert found(state, joining=along_with) == expected
    # Whoever is bound to join the attack is expected to.
    joined = {power: call for power, call in found(europe(shield(**terms), STEEL)).items() if power == FRANCE}
    assert joined == (expected if along_with else joined)


def test_who_is_bound_to_join_the_attack_does_not_make_it_one_of_several_against_which_it_owes_aid_itself() -> None:
    both = pact("both", (FRANCE, GERMANY), OffensiveCooperation())
    assert found(europe(shield(together=True), both)) == {FRANCE: (BOUND, "bound_to_attack")}


def test_one_that_may_join_the_attack_is_named_as_the_condition() -> None:
    state = europe(shield(together=True), AT_WILL)
    assert found(state)[FRANCE] == (ONLY_IF, "waits_for_joiner")


def test_nobody_is_bound_to_the_victim_because_it_has_itself_joined_the_attack() -> None:
    circle = pact("circle", (GERMANY, ITALY, CZECHOSLOVAKIA), MutualAssistance(together=True))
    italy = next(call for call in casus_foederis(europe(circle, STEEL), GERMANY, CZECHOSLOVAKIA) if call.power == ITALY)
    assert [(g.standing, g.code) for g in italy.grounds] == [(BOUND, "bound_to_attack")]


@pytest.mark.parametrize(("fought", "called"), [(True, True), (False, False)])
def test_one_that_wages_a_war_of_its_own_upon_the_victim_attacks_together_with_the_next(fought: bool, called: bool) -> None:
    war = War(attackers=(POLAND,), defenders=(CZECHOSLOVAKIA,), turn=-1, band=Band.STALEMATE, attack=(), defence=())
    state = with_(europe(shield(together=True)), wars=(war,) if fought else ())
    assert (found(state) == {FRANCE: (BOUND, "bound")}) is called


def test_who_joins_an_attack_is_an_attacker_for_those_who_promised_aid_against_it() -> None:
    state = europe(shield(against=(ITALY,)))
    assert (found(state), found(state, along_with=ITALIAN)) == ({}, {FRANCE: (BOUND, "bound")})
    assert FRANCE in found(europe(shield(against=(ITALY,)), STEEL))


@effort(80)
@given(
    st.lists(st.sampled_from(POWERS), unique=True, max_size=4), st.lists(st.sampled_from(POWERS), unique=True, max_size=3), st.booleans()
)
def test_another_attacker_never_unbinds_and_aid_against_several_is_part_of_aid_against_each(
    attackers: list[Power], named: list[Power], together: bool
) -> None:
    along = frozenset(attackers) - {GERMANY, CZECHOSLOVAKIA, FRANCE}
    against = tuple(p for p in named if p not in (CZECHOSLOVAKIA, FRANCE))
    joint, plain = europe(shield(against=against, together=together)), europe(shield(against=against))
    for some in (frozenset[Power](), along):
        assert FRANCE in found(plain, along_with=some) or FRANCE not in found(joint, along_with=some)
    assert FRANCE not in found(joint) or FRANCE in found(joint, along_with=along)


# -- neutrality


@pytest.mark.parametrize(
    ("terms", "coalition", "broken"),
    [
        ({"together": True}, {GERMANY}, False),
        ({"together": True}, {GERMANY, ITALY}, True),
        ({"against": (GERMANY,), "together_with": (ITALY,)}, {GERMANY, POLAND}, False),
        ({"against": (GERMANY,), "together_with": (ITALY,)}, {GERMANY, ITALY}, True),
        ({"together_with": (POLAND,)}, {GERMANY, ITALY}, False),
    ],
)
@pytest.mark.parametrize("deed", [Deed.JOIN_WAR, Deed.AID, Deed.LET_PASS])
def test_neutrality_in_a_war_with_several_holds_when_two_of_those_meant_fight(
    terms: dict[str, Any], coalition: set[Power], broken: bool, deed: Deed
) -> None:
    state = europe(pact("neutral", (BRITAIN, USSR), Neutrality(even_if_aggressor=True, **terms)))
    toward, against = (USSR, frozenset({USSR})) if deed is Deed.JOIN_WAR else (GERMANY, frozenset({USSR}))
    done = Happening(deed=deed, by=BRITAIN, toward=toward, against=against, together=frozenset({GERMANY}), coalition=frozenset(coalition))
    assert bool(breached_by(state, done)) is broken


def test_it_bars_from_the_attack_once_two_are_known_to_make_it() -> None:
    state = europe(pact("neutral", (BRITAIN, CZECHOSLOVAKIA), Neutrality(together=True)))
    assert found(state) == {}
    assert found(state, along_with=ITALIAN) == {BRITAIN: (BARRED, "non_aggression_with_victim")}


# -- in the crisis


@pytest.mark.parametrize("comes", [True, False])
@pytest.mark.parametrize("joined", [True, False])
def test_in_a_crisis_the_promise_is_due_once_another_joins_the_attack(joined: bool, comes: bool) -> None:
    clause = OneSidedAssistance(helper=DORIA, aided=CARNIA, together=True)
    table = attacked(standing(TreatyId("shield"), (CARNIA, DORIA), clause))
    assert reckoning(table.state, BORIA, CARNIA).helpers == ()
    answered(table, etria=Stance.WITH_MOVER if joined else Stance.NEUTRAL, doria=Stance.WITH_TARGET if comes else Stance.NEUTRAL)
    do(table, BORIA, Decide(persist=True))
    assert record(table) == ([(DORIA, "shield", comes)] if joined else [])


def test_the_calculator_expects_those_bound_to_join_the_attack_to_bring_the_promise_about() -> None:
    clause = OneSidedAssistance(helper=DORIA, aided=CARNIA, together_with=(ETRIA,))
    table = attacked(
        standing(TreatyId("shield"), (CARNIA, DORIA), clause), standing(TreatyId("steel"), (BORIA, ETRIA), OffensiveCooperation())
    )
    expected = reckoning(table.state, BORIA, CARNIA)
    assert (expected.helpers, expected.joiners) == ((DORIA,), (ETRIA,))
    answered(table, etria=Stance.WITH_MOVER, doria=Stance.WITH_TARGET)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert war == expected.war
