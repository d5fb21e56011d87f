"""Who lets belligerents through its territory: what it breaks, and who is called for it (Hague Convention V, 1907, articles 2 and 5)."""

from __future__ import annotations

import pytest
from attrs import evolve as with_
from hypothesis import event, given
from hypothesis import strategies as st

from engine.access import leaves
from engine.clauses import AnyClause, MutualAssistance, Neutrality, NoAidToAggressor, NonAggression, Transit
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.consequences import consequences
from engine.crisis import Stance, War, Way
from engine.decide.orders import available_orders
from engine.duties import Assist, Refrain
from engine.events import Phase, WarFought
from engine.happenings import Deed
from engine.names import Power, StakeId, TreatyId
from engine.orders import Attack
from engine.performance import broken_by
from engine.reckoning import answered_as_bound, passages_of, reckoning
from engine.state import State, changed
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.profiles import effort
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, HILLS, MARCHES, POWERS, do, standing, to_phase, with_plot
from tests.engine.test_crises import answers

ALONG = frozenset({(ALBA, BORIA), (BORIA, CARNIA), (CARNIA, DORIA), (DORIA, ETRIA)})
"""A chain: Alba reaches Carnia through Boria alone."""


def pact(name: str, one: Power, other: Power, clause: AnyClause) -> Treaty:
    return standing(TreatyId(name), (one, other), clause)


ALLY = pact("ally", BORIA, DORIA, MutualAssistance())
PEACE = pact("peace", ALBA, BORIA, NonAggression())
GRANT = pact("grant", BORIA, ALBA, Transit(grantor=BORIA, to=(ALBA,)))
NEUTRAL = pact("neutral", BORIA, CARNIA, Neutrality())
NO_AID = pact("no_aid", BORIA, CARNIA, NoAidToAggressor())
TO_MOVER = pact("to_mover", BORIA, ALBA, Neutrality())


def ordering(*treaties: Treaty) -> Table:
    """The chain with these treaties in force, before orders are given."""
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={t.id: t for t in treaties}, endings={})
    table = Table.open(with_(scenario, setting=with_(scenario.setting, borders=ALONG)), 1)
    return to_phase(table, Phase.ORDERS)


def marching(*treaties: Treaty, mover: Power = ALBA, target: Power = CARNIA, through: Power | None = None) -> Table:
    """A crisis over an attack along the chain, before anybody has answered."""
    table = ordering(*treaties)
    for power in POWERS:
        do(table, power, CommitOrders((Attack(target, through=through),) if power == mover else ()))
    return table


def fought(table: Table) -> War:
    crisis = table.state.crisis
    assert crisis is not None
    (war,) = (e.war for e in do(table, crisis.mover, Decide(persist=True)) if isinstance(e, WarFought))
    return war


def broken(state: State) -> set[tuple[Power, str]]:
    return {(line.debtor, line.treaty) for line in state.record if not line.kept}


DEFENDS, LETS = Stance.WITH_TARGET, Stance.NEUTRAL
CASES: dict[str, tuple[tuple[Treaty, ...], Stance | None, Way, set[tuple[Power, str]]]] = {
    "it defends itself and its ally stays away": ((ALLY, PEACE), DEFENDS, Way.FRONTIER, {(ALBA, "peace"), (DORIA, "ally")}),
    "it lets them pass: no attack upon it, no casus foederis": ((ALLY, PEACE), LETS, Way.SUFFERANCE, set()),
    "it lets them pass against its promise of neutrality": ((NEUTRAL,), LETS, Way.SUFFERANCE, {(BORIA, "neutral")}),
    "it defends its neutrality": ((NEUTRAL,), DEFENDS, Way.FRONTIER, set()),
    "it lets an aggressor pass against its promise": ((NO_AID,), LETS, Way.SUFFERANCE, {(BORIA, "no_aid")}),
    "it owes neutrality to the one that passes": ((TO_MOVER,), LETS, Way.SUFFERANCE, set()),
    "it has granted passage": ((GRANT, ALLY, PEACE), None, Way.TRANSIT, set()),
    "it has granted passage against its promise of neutrality": ((GRANT, NEUTRAL), None, Way.TRANSIT, {(BORIA, "neutral")}),
    "it has granted passage against its promise to aid no aggressor": ((GRANT, NO_AID), None, Way.TRANSIT, {(BORIA, "no_aid")}),
}


@pytest.mark.parametrize(("treaties", "answer", "way", "breaches"), CASES.values(), ids=CASES)
def test_a_neutral_that_lets_belligerents_pass_is_not_attacked_and_answers_for_what_it_promised(
    treaties: tuple[Treaty, ...], answer: Stance | None, way: Way, breaches: set[tuple[Power, str]]
) -> None:
    table = marching(*treaties, through=BORIA if answer is not None else None)
    answers(table, **{} if answer is None else {"boria": answer})
    war = fought(table)
    assert war.attack[0].road.way is way
    assert broken(table.state) == breaches
    assert (BORIA in war.defenders) is (answer is DEFENDS)


def test_an_ally_of_a_neutral_that_lets_them_pass_has_neither_kept_nor_broken_its_word_by_coming() -> None:
    table = marching(ALLY, through=BORIA)
    answers(table, boria=LETS, doria=Stance.WITH_TARGET)
    war = fought(table)
    assert DORIA in war.defenders and table.state.record == ()
    assert next(line.under for line in war.defence if line.power == DORIA) is None


@pytest.mark.parametrize(("even", "breaches"), [(False, set()), (True, {(CARNIA, "neutral")})])
def test_a_neutral_may_let_those_pass_who_come_to_a_victims_aid_unless_it_promised_neutrality_even_to_an_aggressor(
    even: bool, breaches: set[tuple[Power, str]]
) -> None:
    """Boria attacks Alba, whose ally Doria comes through Carnia; Carnia lets it pass, and its own ally Etria has no part in it."""
    aid, friend = pact("aid", ALBA, DORIA, MutualAssistance()), pact("friend", CARNIA, ETRIA, MutualAssistance())
    neutral = pact("neutral", BORIA, CARNIA, Neutrality(even_if_aggressor=even))
    table = marching(aid, friend, neutral, mover=BORIA, target=ALBA)
    do(table, ALBA, AnswerCrisis(stance=Stance.RESIST))
    do(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET, through=CARNIA))
    for power in (CARNIA, ETRIA, CARNIA, ETRIA):
        do(table, power, AnswerCrisis(stance=Stance.NEUTRAL))
    war = fought(table)
    assert next(line.road.way for line in war.defence if line.power == DORIA) is Way.SUFFERANCE
    assert broken(table.state) == breaches


def test_a_promise_of_aid_opens_no_neutral_territory_to_whoever_gave_it() -> None:
    """Alba has promised Boria aid: it marches through Boria by that only where Boria is itself at war on its side."""
    table = marching(pact("aid", ALBA, BORIA, MutualAssistance()), through=BORIA)
    assert reckoning(table.state, ALBA, CARNIA).war.attack[0].road.way is Way.NONE
    state = to_phase(Table.open(with_plot(charter=False, events={}, drafts={}, endings={}), 1), Phase.ORDERS).state
    assert Attack(CARNIA) not in available_orders(state, ALBA)


def test_the_order_and_the_calculator_say_what_a_march_through_a_neutral_that_defends_itself_breaks() -> None:
    state = marching(ALLY, PEACE, NEUTRAL, through=BORIA).state
    found = reckoning(state, ALBA, CARNIA, BORIA)
    assert [owed.treaty for owed in found.breaches] == [PEACE.id] and found.passages == () and found.helpers == (BORIA, DORIA)
    asked = with_(state, crisis=None, phase=Phase.ORDERS, committed=frozenset())
    assert [owed.treaty for owed in consequences(asked, ALBA, Attack(CARNIA, through=BORIA)).breaches] == [PEACE.id]


def test_the_calculator_says_whose_promise_a_passage_granted_breaks() -> None:
    state = marching(GRANT, NEUTRAL).state
    found = reckoning(state, ALBA, CARNIA)
    assert [(owed.duty.debtor, owed.treaty) for owed in found.passages] == [(BORIA, NEUTRAL.id)]


@st.composite
def bonds(draw: st.DrawFn) -> tuple[Treaty, ...]:
    """A few promises of aid, peace, neutrality and passage among the five."""
    made = []
    for number in range(draw(st.integers(0, 5))):
        one, other = draw(st.lists(st.sampled_from(POWERS), min_size=2, max_size=2, unique=True))
        clause: AnyClause = draw(
            st.sampled_from(
                (
                    MutualAssistance(),
                    NonAggression(),
                    Neutrality(),
                    Neutrality(even_if_aggressor=True),
                    NoAidToAggressor(),
                    Transit(grantor=one, to=(other,)),
                )
            )
        )
        made.append(pact(f"bond_{number}", one, other, clause))
    return tuple(made)


@effort(60)
@given(bonds(), st.booleans())
def test_crisis_calculator_and_record_agree_on_what_a_march_through_a_neutral_breaks_and_whom_it_calls(
    treaties: tuple[Treaty, ...], lets: bool
) -> None:
    if Attack(CARNIA, through=BORIA) not in available_orders(ordering(*treaties).state, ALBA):
        event("granted already")
        return
    table = marching(*treaties, through=BORIA)
    before, crisis = table.state, table.state.crisis
    assert crisis is not None
    expected = answered_as_bound(before, crisis).stances
    stances = {p: LETS if p == BORIA and lets else expected.get(p, Stance.NEUTRAL) for p in POWERS if p not in (ALBA, CARNIA)}
    answers(table, **stances)
    war = fought(table)
    passed = {(owed.treaty, owed.duty) for owed in broken_by(before, passages_of(war), aggressor=ALBA)}
    lines = {(line.treaty, line.duty) for line in table.state.record if not line.kept}
    hosts = {deed.by for deed in passages_of(war)}
    assert passed <= lines
    assert {(t, d) for t, d in lines if isinstance(d, Refrain) and d.debtor in hosts and Deed.LET_PASS in d.deeds} == passed
    calls = [line for line in table.state.record if isinstance(line.duty, Assist) and line.creditor == BORIA]
    if lets:
        event("let pass")
        assert BORIA in hosts and not calls
        assert not [d for _, d in lines if isinstance(d, Refrain) and d.debtor == ALBA and d.toward == BORIA]
    else:
        found = reckoning(before, ALBA, CARNIA, BORIA)
        assert war.attackers == found.war.attackers and war.defenders == found.war.defenders
        assert passed == {(owed.treaty, owed.duty) for owed in found.passages}
        assert {(t, d) for t, d in lines if d.debtor == ALBA} == {(owed.treaty, owed.duty) for owed in found.breaches}


@pytest.mark.parametrize(
    ("through", "lost", "open_"),
    [((), (), True), ((MARCHES,), (), True), ((MARCHES,), (MARCHES,), False), ((MARCHES, HILLS), (MARCHES,), True)],
)
def test_a_way_named_by_its_places_is_lost_with_the_last_of_them(
    through: tuple[StakeId, ...], lost: tuple[StakeId, ...], open_: bool
) -> None:
    table = ordering(pact("grant", BORIA, ALBA, Transit(grantor=BORIA, to=(ALBA,), through=through)))
    held = dict.fromkeys((MARCHES, HILLS), BORIA) | dict.fromkeys(lost, DORIA)
    state = changed(table.state, holders={**table.state.holders, **held})
    found = leaves(state, frozenset({ALBA}), frozenset({CARNIA}))
    assert ((BORIA, ALBA) in found) is open_
