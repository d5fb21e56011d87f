"""Aid short of arms, economic or diplomatic: what gives it in a war, and by when it is found wanting."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide
from engine.clauses import AnyClause, OffensiveCooperation, OneSidedAssistance, Principle
from engine.clauses.principle import HelsinkiPrinciple
from engine.commands import CommitOrders, Decide, IssueUltimatum, PowerCommand, Protest
from engine.consequences import consequences
from engine.council_commands import CastBallot, Seize, TableResolution
from engine.crisis import DemandCession, DemandStandDown, Stance
from engine.duties import Automaticity, Extent
from engine.fulfilment import obligations_of
from engine.happenings import Means, Sanction
from engine.measures import Condemnation
from engine.names import Audience, ItemId, Power, ResolutionId, StatuteId, TreatyId
from engine.obligations import ObligationState
from engine.orders import ApplySanction, Mobilise, Order, OrderKind, Readiness, SendAid
from engine.phase import Phase
from engine.profile import Profile
from engine.table import Table
from engine.voting import Ballot
from tests.engine.hearing import debated, paragraphs, vote
from tests.engine.settings import ALBA, BORIA, CARNIA, COUNCIL, DORIA, FIRST, HILLS, POWERS, both, do, standing, to_phase, with_plot
from tests.engine.test_crises import answers, crisis

FUNDS = SendAid(to=CARNIA, means=Means.FUNDS)
COVERT = SendAid(to=CARNIA, means=Means.FUNDS, covert=True)
DIPLOMATIC = OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.DIPLOMATIC)
SEVERING = ApplySanction(BORIA, Sanction.DIPLOMATIC)
ACT, MATTER, TEXT = TreatyId("act"), ItemId("alba.war"), ResolutionId("alba.text")
PROTEST = Protest(treaty=ACT, against=BORIA)
SEIZE = Seize(item=MATTER, organ=COUNCIL, article=StatuteId("covenant_11"), title=both("A war"), parties=frozenset({BORIA, CARNIA}))
CONDEMNING = TableResolution(
    resolution=TEXT,
    organ=COUNCIL,
    item=MATTER,
    article=StatuteId("covenant_11"),
    title=both("A text"),
    paragraphs=paragraphs(Condemnation(power=BORIA)),
)
ECONOMIC = OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC)


def at_war(
    clause: AnyClause = ECONOMIC,
    *,
    known_to: Audience = None,
    alba: Stance = Stance.NEUTRAL,
    orders: object = None,
    phase: Phase = Phase.ORDERS,
    declared: bool = False,
    act_known_to: Audience = None,
) -> Table:
    """Boria has attacked Carnia in the first turn, perhaps against what it has declared, and its war goes on; now it is the second."""
    aid = standing(TreatyId("aid"), (ALBA, CARNIA), clause, known_to=known_to)
    act = standing(ACT, (ALBA, BORIA, CARNIA), Principle(principles=(HelsinkiPrinciple.NO_FORCE,)), known_to=act_known_to)
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={aid.id: aid, ACT: act} if declared else {aid.id: aid}, endings={})
    if orders is not None:
        scenario = with_(scenario, setting=with_(scenario.setting, orders=orders))
    table = crisis(scenario)
    answers(table, alba=alba)
    do(table, BORIA, Decide(persist=True))
    return to_phase(table, phase, 1)


def close_turn(table: Table, *orders: Order) -> None:
    """Alba orders this, nobody else anything, and the next date opens."""
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(orders=orders if power == ALBA else ()))
    to_phase(table, Phase.TALKS, 2)


def entered(table: Table, viewer: Power = CARNIA) -> list[bool]:
    return [line.kept for line in table.view(viewer).record if line.treaty == "aid"]


@pytest.mark.parametrize(
    ("orders", "kept"),
    [
        ((), False),
        ((FUNDS,), True),
        ((SendAid(to=CARNIA, means=Means.ARMS),), True),
        ((SendAid(to=DORIA, means=Means.FUNDS),), False),
        ((SendAid(to=CARNIA, means=Means.VOLUNTEERS),), False),
        ((ApplySanction(BORIA, Sanction.OIL),), True),
        ((ApplySanction(BORIA, Sanction.DIPLOMATIC),), False),
        ((ApplySanction(DORIA, Sanction.OIL),), False),
        # What only the two have seen keeps no promise before the others.
        ((COVERT,), False),
    ],
)
def test_economic_aid_is_given_by_the_close_of_the_turn_after_the_war_broke_out_or_broken(orders: tuple[Order, ...], kept: bool) -> None:
    table = at_war()
    close_in_states(table, *orders, kept=kept)


def close_in_states(table: Table, *orders: Order, kept: bool) -> None:
    """The same, the aid being due before and done or broken after."""
    owed = next(o for o in obligations_of(table.state, ALBA) if o.treaty == "aid")
    assert (owed.state, owed.due) == (ObligationState.DUE, 1) and entered(table) == []
    close_turn(table, *orders)
    assert entered(table) == [kept]
    owed = next(o for o in obligations_of(table.state, ALBA) if o.treaty == "aid")
    assert owed.state is (ObligationState.PERFORMED if kept else ObligationState.BREACHED)


@pytest.mark.parametrize(
    ("orders", "kept"),
    [
        ((), False),
        ((SEVERING,), True),
        ((ApplySanction(BORIA, Sanction.OIL),), True),
        ((ApplySanction(DORIA, Sanction.DIPLOMATIC),), False),
        ((FUNDS,), True),
        ((SendAid(to=CARNIA, means=Means.VOLUNTEERS),), True),
        ((COVERT,), False),
        ((Mobilise(Readiness.PRECAUTIONARY),), False),
    ],
)
def test_diplomatic_support_is_given_by_breaking_off_relations_or_by_more_or_broken(orders: tuple[Order, ...], kept: bool) -> None:
    close_in_states(at_war(DIPLOMATIC), *orders, kept=kept)


@pytest.mark.parametrize(
    ("act", "kept"),
    [
        (PROTEST, True),
        (IssueUltimatum(target=BORIA, demand=DemandStandDown(), expires=2), True),
        (IssueUltimatum(target=DORIA, demand=DemandCession((HILLS,)), expires=2), False),
        (SEIZE, True),
        (with_(SEIZE, parties=frozenset()), False),
    ],
    ids=["protest", "ultimatum", "ultimatum to another", "appeal", "appeal that names nobody"],
)
def test_diplomatic_support_is_given_in_words_as_the_forecast_says(act: PowerCommand, kept: bool) -> None:
    table = at_war(DIPLOMATIC, phase=Phase.TALKS, declared=True)
    assert [o.treaty for o in consequences(table.view(ALBA), ALBA, act).kept] == (["aid"] if kept else [])
    do(table, ALBA, act)
    close_turn(table)
    assert entered(table) == [kept]


def test_diplomatic_support_is_given_by_a_vote_against_the_attacker() -> None:
    for ballot, kept in ((Ballot.FOR, True), (Ballot.ABSTAIN, False)):
        table = at_war(DIPLOMATIC, phase=Phase.TALKS)
        do(table, DORIA, with_(SEIZE, item=ItemId("doria.war"), parties=frozenset()))
        do(table, DORIA, with_(CONDEMNING, resolution=ResolutionId("doria.text"), item=ItemId("doria.war")))
        debated(table)
        cast = CastBallot(organ=COUNCIL, ballot=ballot)
        assert [o.treaty for o in consequences(table.view(ALBA), ALBA, cast).kept] == (["aid"] if kept else [])
        vote(table, alba=ballot, boria=Ballot.AGAINST, doria=Ballot.FOR)
        close_turn(table)
        assert entered(table) == [kept]


def test_diplomatic_support_is_given_by_a_draft_that_condemns_the_attacker() -> None:
    table = at_war(DIPLOMATIC, phase=Phase.TALKS)
    do(table, DORIA, with_(SEIZE, item=ItemId("doria.war"), parties=frozenset()))
    draft = with_(CONDEMNING, item=ItemId("doria.war"))
    assert [o.treaty for o in consequences(table.view(ALBA), ALBA, draft).kept] == ["aid"]
    do(table, ALBA, draft)
    close_turn(table)
    assert entered(table) == [True]


def test_a_protest_heard_by_some_supports_nobody_before_those_who_have_not_heard_it() -> None:
    """Who may read the promise and not the treaty under which one protests finds no support in it."""
    secret = frozenset({ALBA, BORIA, CARNIA})
    table = at_war(DIPLOMATIC, phase=Phase.TALKS, declared=True, act_known_to=secret)
    do(table, ALBA, PROTEST)
    close_turn(table)
    assert entered(table) == entered(table, DORIA) == [False]
    table = at_war(DIPLOMATIC, phase=Phase.TALKS, declared=True, act_known_to=secret, known_to=frozenset({ALBA, CARNIA}))
    do(table, ALBA, PROTEST)
    close_turn(table)
    assert entered(table) == [True] and entered(table, DORIA) == []


def test_covert_aid_keeps_a_promise_that_nobody_else_knows_of() -> None:
    two = frozenset({ALBA, CARNIA})
    table = at_war(known_to=two)
    close_turn(table, COVERT)
    assert entered(table) == [True] and entered(table, DORIA) == []


def test_who_fights_beside_the_power_to_which_it_owes_economic_aid_has_given_it() -> None:
    table = at_war(alba=Stance.WITH_TARGET)
    close_turn(table)
    assert entered(table) == [True]


def test_aid_that_comes_late_makes_good() -> None:
    table = at_war()
    close_turn(table)
    to_phase(table, Phase.ORDERS, 2)
    for power in POWERS:
        do(table, power, CommitOrders(orders=(FUNDS,) if power == ALBA else ()))
    to_phase(table, Phase.TALKS, 3)
    assert entered(table) == [False, True]


@pytest.mark.parametrize(
    "clause",
    [
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, automaticity=Automaticity.AS_EACH_JUDGES),
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, automaticity=Automaticity.UPON_RECOMMENDATION),
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, against=(DORIA,)),
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, only_if_assisted_by=DORIA),
        with_(DIPLOMATIC, automaticity=Automaticity.AS_EACH_JUDGES),
        with_(DIPLOMATIC, only_if_assisted_by=DORIA),
    ],
    ids=[
        "as each judges",
        "not recommended",
        "against another",
        "only if another helps",
        "words as each judges",
        "words only with another",
    ],
)
def test_aid_that_waits_for_a_word_or_deed_is_not_found_wanting(clause: AnyClause) -> None:
    table = at_war(clause)
    close_turn(table)
    assert entered(table) == []


def test_the_attackers_ally_owes_it_what_it_has_promised_it_for_a_war_that_it_opens() -> None:
    aid = standing(TreatyId("aid"), (ALBA, BORIA), OffensiveCooperation(extent=Extent.ECONOMIC))
    table = crisis(with_plot(charter=False, events={}, drafts={}, treaties={aid.id: aid}, endings={}))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    to_phase(table, Phase.ORDERS, 1)
    close_turn(table, SendAid(to=BORIA, means=Means.ARMS))
    assert entered(table) == [True]


def test_where_the_scenario_gives_no_order_for_it_nothing_is_found_wanting() -> None:
    table = at_war(orders={kind: {} for kind in (OrderKind.MOBILISE, OrderKind.ATTACK)})
    close_turn(table)
    assert entered(table) == []


def test_relations_can_be_broken_off_for_an_ally_where_the_scenario_gives_no_order_of_sanctions() -> None:
    for orders, kept in (((), False), ((SEVERING,), True)):
        table = at_war(DIPLOMATIC, orders={kind: {} for kind in (OrderKind.MOBILISE, OrderKind.ATTACK)})
        close_in_states(table, *orders, kept=kept)


@pytest.mark.parametrize(("order", "keeps"), [(FUNDS, True), (COVERT, False), (ApplySanction(BORIA, Sanction.FINANCE), True)])
def test_the_forecast_of_an_order_says_that_it_gives_the_aid_owed(order: Order, keeps: bool) -> None:
    table = at_war()
    kept = consequences(table.view(ALBA), ALBA, CommitOrders(orders=(order,))).kept
    assert [owed.treaty for owed in kept] == (["aid"] if keeps else [])


@pytest.mark.parametrize("clause", [ECONOMIC, DIPLOMATIC])
def test_a_scripted_power_gives_the_aid_short_of_arms_that_it_owes(clause: AnyClause) -> None:
    table = at_war(clause)
    decision = decide(table.view(ALBA), ALBA, Profile(), {}, 1, last=True)
    (committed,) = (act for act in decision.acts if isinstance(act, CommitOrders))
    do(table, ALBA, committed)
    to_phase(table, Phase.TALKS, 2)
    assert entered(table) == [True]


def test_economic_aid_is_found_wanting_once_in_a_war_and_no_more_once_it_is_owed_no_longer() -> None:
    table = at_war()
    close_turn(table)
    to_phase(table, Phase.TALKS, 3)
    assert entered(table) == [False]
    table = at_war(with_(ECONOMIC, until=FIRST))
    close_turn(table)
    assert entered(table) == []
