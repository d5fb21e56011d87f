"""Arms that come to be owed once a war is on: who is called upon, what gives them, and by when they are found wanting."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide
from engine.aid_in_war import aid_due
from engine.clauses import AnyClause, Consultation, ForcesCommitment, OneSidedAssistance, Transit
from engine.commands import CloseStep, CommitOrders, Decide
from engine.consequences import consequences
from engine.duties import Assist, Automaticity, Consult, Extent
from engine.events import AidCalledFor, MeasureTaken, ObligationPerformed
from engine.fulfilment import obligations_of
from engine.happenings import Means, Sanction
from engine.measures import Determination
from engine.measures.base import Finding
from engine.names import Audience, Power, ResolutionId, TreatyId, paragraph_id
from engine.obligations import ObligationState, obligations
from engine.orders import ApplySanction, Attack, Order, OrderKind, SendAid
from engine.phase import Phase
from engine.profile import Profile
from engine.resolution import StandingMeasure
from engine.table import Table
from engine.voting.bodies import Effect
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    COUNCIL,
    DORIA,
    ETRIA,
    FACILITATOR,
    POWERS,
    SECOND,
    conclude,
    do,
    standing,
    to_phase,
    with_plot,
)
from tests.engine.test_crises import answers, crisis

FUNDS = SendAid(to=CARNIA, means=Means.FUNDS)
COVERT = SendAid(to=CARNIA, means=Means.FUNDS, covert=True)
ARMS = OneSidedAssistance(helper=ALBA, aided=CARNIA)
TWO = frozenset({ALBA, CARNIA})
VOLUNTEERS = SendAid(to=CARNIA, means=Means.VOLUNTEERS)


def turned(table: Table, *, persist: bool = True, **given: tuple[Order, ...]) -> Table:
    """A date passes: these orders, and none by others; who has begun something persists or not, the others look on."""
    turn = table.state.turn
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(given.get(power, ())))
    while table.state.turn == turn and not table.state.over:
        opened = table.state.crisis
        if opened is not None and opened.revealed:
            do(table, opened.mover, Decide(persist=persist))
        else:
            do(table, FACILITATOR, CloseStep())
    return table


def concluded(table: Table, known_to: Audience) -> None:
    conclude(table, ALBA, "late", (ALBA, CARNIA), ARMS, secret=known_to is not None)


def recommended(table: Table, known_to: Audience) -> None:
    found = Determination(finding=Finding.RESORT_TO_WAR, author=BORIA, victim=CARNIA)
    where = {"resolution": ResolutionId("alba.text"), "paragraph": paragraph_id("p1"), "organ": COUNCIL}
    measure = StandingMeasure(**where, measure=found, effect=Effect.DECLARATION, bound=frozenset(), since=table.state.turn)  # type: ignore[arg-type]
    table.apply((MeasureTaken(measure=measure),))


def granted(table: Table, known_to: Audience) -> None:
    conclude(table, ALBA, "passage", (ALBA, CARNIA, DORIA), Transit(grantor=DORIA, to=(ALBA,)), secret=known_to is not None)


def consulted(table: Table, known_to: Audience) -> None:
    owed = next(o for o in obligations(table.state) if isinstance(o.duty, Consult) and o.debtor == ALBA)
    table.apply((ObligationPerformed(treaty=owed.treaty, article=owed.article.id, duty=owed.duty, audience=known_to),))


def entered_by(table: Table, known_to: Audience) -> None:
    """The other helper enters by its orders of this turn."""


UPON_RECOMMENDATION = with_(ARMS, automaticity=Automaticity.UPON_RECOMMENDATION)
THROUGH_DORIA = with_(ARMS, only_with_transit_through=(DORIA,))
WITH_DORIA = with_(ARMS, only_if_assisted_by=DORIA)
CONSULTED = with_(ARMS, automaticity=Automaticity.AFTER_CONSULTATION)
WAYS: dict[str, tuple[tuple[AnyClause, ...], Callable[[Table, Audience], None]]] = {
    "concluded": ((), concluded),
    "recommended": ((UPON_RECOMMENDATION,), recommended),
    "passage granted": ((THROUGH_DORIA,), granted),
    "consulted": ((CONSULTED, Consultation()), consulted),
    "the other has entered": ((WITH_DORIA,), entered_by),
}


def at_war_since_the_first(*clauses: AnyClause, known_to: Audience = None) -> Table:
    """Boria has attacked Carnia in the first turn and its war goes on, Alba standing aside that owed nothing yet; it is the second."""
    texts = {aid.id: aid for aid in (standing(TreatyId("aid"), (ALBA, CARNIA), *clauses, known_to=known_to),) if clauses}
    scenario = with_plot(charter=False, events={}, drafts={}, treaties=texts, endings={})
    borders = scenario.setting.borders | {(BORIA, DORIA)}
    table = crisis(with_(scenario, setting=with_(scenario.setting, borders=borders)))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    assert not table.state.record
    return to_phase(table, Phase.TALKS, 1)


def come_to_bind(how: str, known_to: Audience = None) -> Table:
    """In the second turn Alba's aid to Carnia comes to be owed in this way, and the turn closes."""
    clauses, comes = WAYS[how]
    table = at_war_since_the_first(*clauses, known_to=known_to)
    comes(table, known_to)
    return turned(table, doria=(Attack(BORIA),)) if how == "the other has entered" else turned(table)


def lines(table: Table, viewer: Power = CARNIA) -> list[bool]:
    return [line.kept for line in table.view(viewer).record if isinstance(line.duty, Assist) and line.debtor == ALBA]


@pytest.mark.parametrize("how", WAYS)
def test_arms_that_come_to_be_owed_in_a_war_are_called_for_and_found_broken_at_the_close_of_the_next_turn(how: str) -> None:
    table = come_to_bind(how)
    (called,) = [event for event in table.chronicle if isinstance(event, AidCalledFor)]
    assert (called.duty.debtor, called.foe, called.due, called.audience) == (ALBA, BORIA, 2, None)
    (owed,) = [o for o in obligations_of(table.view(CARNIA), ALBA) if isinstance(o.duty, Assist)]
    assert (owed.state, owed.due, lines(table)) == (ObligationState.DUE, 2, [])
    assert lines(turned(table)) == [False]


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("order", [Attack(BORIA), VOLUNTEERS], ids=["goes to war", "sends aid"])
def test_who_goes_to_war_or_sends_what_it_owes_by_then_has_kept_it(how: str, order: Order) -> None:
    table = come_to_bind(how)
    kept = consequences(to_phase(table, Phase.ORDERS).view(ALBA), ALBA, CommitOrders(orders=(order,))).kept
    assert [owed.creditor for owed in kept] == [CARNIA]
    assert lines(turned(table, alba=(order,))) == [True]


def test_who_was_called_upon_and_steps_back_from_its_war_has_not_come() -> None:
    assert lines(turned(come_to_bind("concluded"), persist=False, alba=(Attack(BORIA),))) == [False]


def test_aid_given_in_the_very_turn_in_which_it_comes_to_be_owed_is_called_for_no_more() -> None:
    table = at_war_since_the_first()
    concluded(table, None)
    turned(table, alba=(VOLUNTEERS,))
    assert lines(table) == [True] and not any(isinstance(event, AidCalledFor) for event in table.chronicle)


@pytest.mark.parametrize(
    ("extent", "order", "kept"),
    [
        (Extent.MILITARY, FUNDS, False),
        (Extent.MILITARY, VOLUNTEERS, True),
        (Extent.ALL_MEANS, FUNDS, True),
        (Extent.ALL_MEANS, ApplySanction(BORIA, Sanction.OIL), False),
        (Extent.ECONOMIC, ApplySanction(BORIA, Sanction.OIL), True),
        (Extent.ECONOMIC, VOLUNTEERS, False),
    ],
)
def test_what_is_sent_is_held_against_the_means_that_were_promised(extent: Extent, order: Order, kept: bool) -> None:
    table = at_war_since_the_first()
    conclude(table, ALBA, "late", (ALBA, CARNIA), with_(ARMS, extent=extent))
    assert lines(turned(turned(table), alba=(order,))) == [kept]


def test_arms_withheld_are_made_good_by_the_fight_and_by_nothing_less() -> None:
    table = turned(come_to_bind("concluded"))
    assert lines(table) == [False]
    assert lines(turned(table, alba=(VOLUNTEERS,))) == [False]


def test_what_is_owed_no_more_is_not_found_broken() -> None:
    table = at_war_since_the_first()
    conclude(table, ALBA, "late", (ALBA, CARNIA), with_(ARMS, until=SECOND))
    assert lines(turned(turned(table))) == []


@pytest.mark.parametrize("how", [how for how in WAYS if how != "recommended"])
def test_arms_promised_in_secret_are_called_for_and_found_broken_before_those_who_know_of_them(how: str) -> None:
    readers = TWO | {DORIA} if how == "passage granted" else TWO
    table = turned(come_to_bind(how, readers))
    assert lines(table) == lines(table, ALBA) == [False] and lines(table, ETRIA) == []
    assert not table.view(ETRIA).summons


def test_a_passage_granted_in_secret_calls_for_nothing_before_those_who_do_not_know_of_it() -> None:
    table = at_war_since_the_first(THROUGH_DORIA)
    granted(table, TWO | {DORIA})
    turned(turned(table))
    assert lines(table, ALBA) == [] and not table.state.summons


def test_where_the_scenario_gives_no_order_to_come_or_to_send_nothing_is_called_for() -> None:
    state = come_to_bind("concluded").state
    (one,) = aid_due(state)
    assert (one.owed.debtor, one.foe, one.due) == (ALBA, BORIA, 2)
    orders = {kind: {} for kind in (OrderKind.MOBILISE, OrderKind.SANCTION, OrderKind.CAMPAIGN)}
    assert not list(aid_due(with_(state, setting=with_(state.setting, orders=orders))))


def test_a_contingent_owed_later_is_counted_when_its_debtor_comes() -> None:
    """Sixty divisions stand on a peace footing: too few count of those that were owed at once."""
    table = at_war_since_the_first()
    conclude(table, ALBA, "late", (ALBA, CARNIA), ForcesCommitment(provider=ALBA, beneficiary=CARNIA, divisions=50))
    assert lines(turned(turned(table), alba=(Attack(BORIA),))) == [False]


def test_a_scripted_power_sends_what_it_owes_in_a_war_that_is_on() -> None:
    table = to_phase(come_to_bind("concluded"), Phase.ORDERS)
    decision = decide(table.view(ALBA), ALBA, Profile(), {}, 1, last=True)
    (committed,) = (act for act in decision.acts if isinstance(act, CommitOrders))
    assert any(isinstance(order, SendAid) and order.to == CARNIA for order in committed.orders)
