"""The calculator says what the crisis then does, for a viewer from what it knows."""

from __future__ import annotations

from attrs import evolve as with_
from hypothesis import event, given
from hypothesis import strategies as st

from engine.casus import Standing
from engine.clauses import AnyClause, Guarantee, MutualAssistance, NonAggression, OffensiveCooperation
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.crisis import Crisis, Stance
from engine.decide.crises import marches_open
from engine.decide.orders import available_orders
from engine.duties import Assist, Refrain, Trigger
from engine.events import Phase, ReadinessChanged, WarFought
from engine.force import as_published
from engine.names import Power, StakeId, TreatyId
from engine.orders import Attack, Occupy, Readiness
from engine.reckoning import SIDES, Reckoning, aggressions, answered_as_bound, calls_in, reckoning
from engine.setting import PowerSheet
from engine.state import State
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.profiles import effort
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, MARCHES, POWERS, both, do, standing, to_phase, with_plot
from tests.engine.test_crises import answers
from tests.engine.test_worked_cases import opened

FRONTIERS = ((ALBA, BORIA), (BORIA, ALBA), (BORIA, CARNIA), (CARNIA, BORIA), (CARNIA, DORIA), (DORIA, CARNIA))


@st.composite
def bonds(draw: st.DrawFn) -> tuple[Treaty, ...]:
    """A few treaties of alliance, guarantee and non-aggression among the five."""
    made = []
    for number in range(draw(st.integers(0, 5))):
        parties = tuple(draw(st.lists(st.sampled_from(POWERS), min_size=2, max_size=3, unique=True)))
        outside = tuple(p for p in POWERS if p not in parties)
        clause: AnyClause = draw(
            st.sampled_from(
                (
                    MutualAssistance(),
                    MutualAssistance(only_if_assisted_by=outside[0]),
                    Guarantee(guarantors=parties, protected=outside[-1], joint=number % 2 == 0),
                    NonAggression(),
                    OffensiveCooperation(),
                    MutualAssistance(over=(MARCHES,)),
                    MutualAssistance(trigger=Trigger.ANY_WAR),
                    MutualAssistance(together=True),
                )
            )
        )
        made.append(standing(TreatyId(f"bond_{number}"), parties, clause))
    return tuple(made)


@effort(60)
@given(bonds(), st.sampled_from(FRONTIERS), st.lists(st.sampled_from(Readiness), min_size=5, max_size=5), st.booleans())
def test_if_everybody_does_what_the_calculator_says_the_war_is_the_one_it_reckoned_and_no_ally_has_failed(
    treaties: tuple[Treaty, ...], pair: tuple[Power, Power], steps: list[Readiness], taking: bool
) -> None:
    mover, target = pair
    table = Table.open(with_plot(events={}, drafts={}, treaties={t.id: t for t in treaties}, endings={}), 1)
    table.apply(ReadinessChanged(power=power, step=step) for power, step in zip(POWERS, steps, strict=True))
    to_phase(table, Phase.ORDERS)
    occupation = taking and target == CARNIA and Occupy(MARCHES) in available_orders(table.state, mover)
    for power in POWERS:
        do(table, power, CommitOrders((Occupy(MARCHES) if occupation else Attack(target),) if power == mover else ()))
    opened = table.state
    over = frozenset({MARCHES}) if occupation else frozenset[StakeId]()
    found = reckoning(opened, mover, target, over=over)
    answers(table, **_stances(found))
    while table.state.crisis is not None and not table.state.crisis.revealed:
        # Whoever is bound both ways is asked again when an ally of its own has entered, and stands aside again.
        answers(table)
    before = table.state
    (fought,) = (e for e in do(table, mover, Decide(persist=True)) if isinstance(e, WarFought))
    assert fought.war == as_published(before, found.war)
    bound = {call.power for call in found.calls if call.standing is Standing.BOUND}
    torn = {call.power for call in found.calls if call.to_aid and call.to_attack}
    came = {*found.helpers, *found.joiners}
    aside = bound - torn - came
    crisis = Crisis(mover=mover, target=target, over=over, called=frozenset(), stances=_stances(found))
    assert came <= bound - torn and all(_stands_aside(opened, crisis, power) for power in aside)
    assert {line.debtor for line in table.state.record if line.kept} == came
    broken = [line for line in table.state.record if not line.kept]
    ours = {(o.treaty, o.duty) for o in found.breaches}
    assert {(line.treaty, line.duty) for line in broken if line.debtor == mover} == ours
    assert torn <= {line.debtor for line in broken}
    assert all(isinstance(line.duty, Refrain) for line in broken if line.debtor not in {mover, *torn, *aside})


def _stances(found: Reckoning) -> dict[Power, Stance]:
    return dict.fromkeys(found.helpers, Stance.WITH_TARGET) | dict.fromkeys(found.joiners, Stance.WITH_MOVER)


ALONG = ((ALBA, BORIA), (BORIA, CARNIA), (CARNIA, DORIA), (DORIA, ETRIA))
"""A chain: whoever comes to the aid of one at the other end of it has to march through those between."""


@effort(60)
@given(bonds(), st.sampled_from(ALONG), st.booleans(), st.permutations(POWERS))
def test_if_those_who_come_march_through_neutrals_whoever_is_bound_to_these_comes_as_the_calculator_says(
    treaties: tuple[Treaty, ...], pair: tuple[Power, Power], reverse: bool, order: list[Power]
) -> None:
    mover, target = pair[::-1] if reverse else pair
    ally, neutral, friend = (p for p in order if p not in pair)
    sworn = (
        standing(TreatyId("ally"), (target, ally), MutualAssistance()),
        standing(TreatyId("friend"), (neutral, friend), MutualAssistance()),
    )
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={t.id: t for t in (*treaties, *sworn)}, endings={})
    table = Table.open(with_(scenario, setting=with_(scenario.setting, borders=frozenset(ALONG))), 1)
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders((Attack(target),) if power == mover else ()))
    opened, marches = table.state, dict[Power, Power]()
    while (crisis := table.state.crisis) is not None and not crisis.revealed:
        expected = answered_as_bound(table.state, with_(crisis, stances={p: s for p, s in crisis.stances.items() if s in SIDES})).stances
        for power in sorted(crisis.called):
            stance = Stance.RESIST if power == target else expected.get(power, Stance.NEUTRAL)
            ways = marches_open(opened, crisis, power, stance) if stance in SIDES and power not in crisis.wronged else ()
            marches |= {power: ways[0]} if ways else {}
            do(table, power, AnswerCrisis(stance=stance, through=ways[0] if ways else None))
    assert crisis is not None
    event(f"rounds of violation: {len(crisis.wronged)}")
    found = reckoning(opened, mover, target, marches=marches)
    assert {p: s for p, s in crisis.stances.items() if s in SIDES} == _stances(found)
    (fought,) = (e for e in do(table, mover, Decide(persist=True)) if isinstance(e, WarFought))
    assert fought.war == as_published(opened, found.war)
    aid = [line for line in table.state.record if isinstance(line.duty, Assist)]
    assert {*found.helpers, *found.joiners} - {*crisis.wronged} <= {line.debtor for line in aid if line.kept}
    for line in aid:
        # Whoever fails an ally has attacked it, had come already on the other side, or could but break its word.
        assert line.kept or line.debtor in (mover, *found.helpers, *found.joiners) or _stands_aside(opened, crisis, line.debtor)


def _stands_aside(state: State, crisis: Crisis, power: Power) -> bool:
    """Whether a power can but break its word: it is bound both ways, or would be once it had come to the side to which it is bound."""
    sides = _bound_to(state, crisis, power)
    taken = {p: side for p, side in crisis.stances.items() if side in SIDES}
    came = (answered_as_bound(state, with_(crisis, stances={**taken, power: side})) for side in sorted(sides))
    return len(sides) == 2 or any(len(_bound_to(state, one, power)) == 2 for one in came)


def _bound_to(state: State, crisis: Crisis, power: Power) -> set[Stance]:
    sides: set[Stance] = set()
    for one in aggressions(crisis):
        call = next((c for c in calls_in(state, crisis, one) if c.power == power), None)
        if call is not None:
            sides |= ({one.friends} if call.to_aid else set()) | ({one.foes} if call.to_attack else set())
    return sides


def test_whoever_violates_a_neutral_to_aid_another_violated_neutral_calls_the_friends_of_that_one_too() -> None:
    """Boria attacks Alba; Doria comes to Alba's aid through Carnia; Carnia's ally comes through a fourth, whose ally comes in its turn."""
    names = tuple(Power(p) for p in ("alba", "boria", "carnia", "doria", "etria", "fusca", "gallia"))
    alba, boria, carnia, doria, etria, fusca, gallia = names
    sheets = {p: PowerSheet(name=both(p), divisions=10) for p in names}
    treaties = (
        standing(TreatyId("first"), (alba, doria), MutualAssistance()),
        standing(TreatyId("second"), (carnia, etria), MutualAssistance()),
        standing(TreatyId("third"), (fusca, gallia), MutualAssistance()),
    )
    borders = frozenset({(alba, boria), (doria, carnia), (carnia, boria), (etria, fusca), (fusca, alba), (gallia, etria)})
    state = opened(sheets, *treaties, borders=borders, stakes={}).state
    found = reckoning(state, boria, alba, marches={doria: carnia, etria: fusca})
    assert found.helpers == (doria, fusca, gallia) and found.joiners == (carnia, etria)
    assert reckoning(state, boria, alba).helpers == (doria,) and reckoning(state, boria, alba).joiners == ()


def test_who_is_bound_to_join_the_attack_is_reckoned_on_its_side_and_who_is_bound_both_ways_on_neither() -> None:
    steel = standing(TreatyId("steel"), (BORIA, DORIA), OffensiveCooperation())
    shield = standing(TreatyId("shield"), (CARNIA, DORIA), MutualAssistance())
    for treaties, joiners in (((steel,), (DORIA,)), ((steel, shield), ())):
        table = Table.open(with_plot(events={}, drafts={}, treaties={t.id: t for t in treaties}, endings={}), 1)
        found = reckoning(table.state, BORIA, CARNIA)
        assert (found.helpers, found.joiners) == ((), joiners)
        assert found.war.attackers == (BORIA, *joiners) and found.war.defenders == (CARNIA,)


def test_a_viewer_reckons_with_what_it_knows() -> None:
    secret = standing(TreatyId("secret"), (CARNIA, DORIA), MutualAssistance(), known_to=frozenset({CARNIA, DORIA}))
    table = Table.open(with_plot(events={}, drafts={}, treaties={secret.id: secret}, endings={}), 1)
    for viewer, helpers in ((CARNIA, (DORIA,)), (DORIA, (DORIA,)), (ALBA, ()), (BORIA, ())):
        assert reckoning(table.view(viewer), BORIA, CARNIA).helpers == helpers


def test_a_neutral_that_would_be_marched_through_is_reckoned_as_defending_itself_with_its_own_allies() -> None:
    shield = standing(TreatyId("shield"), (ALBA, CARNIA), MutualAssistance())
    table = Table.open(with_plot(events={}, drafts={}, treaties={shield.id: shield}, endings={}), 1)
    found = reckoning(table.state, BORIA, DORIA, through=CARNIA)
    assert found.helpers == (ALBA, CARNIA) and found.war.defenders == (DORIA, ALBA, CARNIA)
