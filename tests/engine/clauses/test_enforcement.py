"""Whatever any kind of article obliges to, the engine finds it kept or broken in play: what deed, omission or open word does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve as with_
from attrs import field, frozen

from engine.access import leaves
from engine.casus import Standing, casus_foederis
from engine.clauses import (
    CLAUSES,
    AnyClause,
    Consultation,
    MutualAssistance,
    NoAidToAggressor,
    NonAggression,
    Recognition,
    StaffTalks,
    Supply,
    SupportAdmission,
)
from engine.clauses.recognition import RecognitionOf
from engine.clauses.supply import Goods
from engine.commands import AnswerCrisis, CommitOrders, Decide, IssueUltimatum, PowerCommand
from engine.consequences import consequences
from engine.council_commands import CastBallot
from engine.crisis import DemandCession, DemandStandDown, Stance
from engine.duties import Allow, Assist, Cede, Consult, Duty, Refrain, Render, Trigger
from engine.events import ObligationBreached, ObligationPerformed, Phase
from engine.happenings import Deed, Means, Sanction
from engine.measures import Admission
from engine.names import ArticleId, BodyId, ItemId, Power, StakeId, TreatyId, kind
from engine.orders import (
    ApplySanction,
    Attack,
    Blockade,
    ClosePassage,
    Default,
    Deploy,
    HandOver,
    Mobilise,
    Occupy,
    OpenPassage,
    Order,
    Patrol,
    Perform,
    Readiness,
    SendAid,
)
from engine.setting import Route
from engine.state import State
from engine.table import Table
from engine.voting import Ballot
from tests.engine.clauses.test_register import sound_articles
from tests.engine.duties import owes
from tests.engine.hearing import debated, seized, tabled, vote
from tests.engine.settings import (
    ALBA,
    ASSEMBLY,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    FIRST,
    HARBOUR,
    HILLS,
    MARCHES,
    SECOND,
    close,
    conclude,
    do,
    quiet,
    standing,
    to_phase,
    with_plot,
)

PACT, ARTICLE = TreatyId("pact"), ArticleId("pact_1")
OPENLY = Default(treaty=PACT, article=ARTICLE, to=CARNIA)
DOING = Perform(treaty=PACT, article=ARTICLE, to=CARNIA)
TARGETED = frozenset({CARNIA})


@frozen(kw_only=True)
class Play:
    """A turn in which Boria, or another by an attack, breaks or keeps what Boria owes Carnia."""

    talks: tuple[PowerCommand, ...] = ()
    orders: tuple[Order, ...] = ()
    attack: tuple[Power, Power] | None = None
    stances: dict[Power, Stance] = field(factory=dict)
    treaty: tuple[tuple[Power, ...], AnyClause] | None = None
    held: dict[StakeId, Power] = field(factory=dict)
    turns: int = 1
    by_sea: bool = False
    """Whether there is a sea way to Carnia, and from there to Doria by the harbour."""


def refrain(*deeds: Deed, **terms: Any) -> Refrain:
    return Refrain(debtor=BORIA, creditor=CARNIA, deeds=frozenset(deeds), **terms)


def render(deed: Deed, **terms: Any) -> Render:
    return Render(debtor=BORIA, creditor=CARNIA, deed=deed, **terms)


def demanding(*stakes: StakeId) -> IssueUltimatum:
    return IssueUltimatum(target=CARNIA, demand=DemandCession(stakes) if stakes else DemandStandDown(), expires=1)


ON_CARNIA = (DORIA, CARNIA)
RIVAL = Recognition(recognised=DORIA, object=RecognitionOf.GOVERNMENT)
NOTHING_DONE = Play()

BREACHES: list[tuple[Duty, Play]] = [
    (refrain(Deed.ATTACK, toward=CARNIA), Play(attack=(BORIA, CARNIA))),
    (refrain(Deed.JOIN_WAR, toward=CARNIA), Play(attack=(DORIA, CARNIA), stances={BORIA: Stance.WITH_MOVER})),
    (refrain(Deed.OCCUPY, at=frozenset({MARCHES})), Play(orders=(Occupy(MARCHES),), stances={CARNIA: Stance.YIELD})),
    (refrain(Deed.BLOCKADE, toward=CARNIA), Play(orders=(Blockade(CARNIA),), by_sea=True)),
    (refrain(Deed.BLOCKADE, at=frozenset({HARBOUR})), Play(orders=(Blockade(CARNIA),), by_sea=True)),
    (refrain(Deed.DEPLOY, at=frozenset({HILLS})), Play(orders=(Deploy(HILLS),), held={HILLS: BORIA})),
    (refrain(Deed.CROSS, toward=CARNIA), Play(orders=(Attack(DORIA, through=CARNIA),), stances={CARNIA: Stance.WITH_TARGET})),
    (refrain(Deed.CLOSE, at=frozenset({HARBOUR})), Play(orders=(ClosePassage(HARBOUR, DORIA),), held={HARBOUR: BORIA}, by_sea=True)),
    (refrain(Deed.PATROL, at=frozenset({HARBOUR})), Play(orders=(Patrol(HARBOUR),), by_sea=True)),
    (refrain(Deed.AID, toward=DORIA), Play(orders=(SendAid(to=DORIA, means=Means.ARMS),))),
    (refrain(Deed.SANCTION, toward=CARNIA), Play(orders=(ApplySanction(CARNIA, Sanction.DIPLOMATIC),))),
    (refrain(Deed.THREATEN, toward=CARNIA), Play(talks=(demanding(),))),
    (refrain(Deed.INTERFERE, toward=CARNIA), Play(talks=(demanding(),))),
    (refrain(Deed.CLAIM, at=frozenset({MARCHES})), Play(talks=(demanding(MARCHES),))),
    (refrain(Deed.RECOGNISE, toward=DORIA, matter="government"), Play(treaty=((BORIA, DORIA), RIVAL))),
    (refrain(Deed.COMBINE, aimed=True), Play(treaty=((BORIA, DORIA), MutualAssistance(against=(CARNIA,))))),
    (refrain(Deed.MAKE_PEACE, toward=ALBA), Play(attack=(BORIA, ALBA), treaty=((ALBA, BORIA), NonAggression()))),
    (refrain(Deed.ARM, matter="tanks", ceiling=3), Play(orders=(OPENLY,))),
    (refrain(Deed.ARM, matter="divisions", ceiling=40), Play(orders=(Mobilise(Readiness.PARTIAL),))),
    (refrain(Deed.ARM, toward=ALBA, matter="divisions_share", ceiling=240), Play(orders=(Mobilise(Readiness.PARTIAL),))),
    (refrain(Deed.DEPLOY, at=frozenset({HILLS}), ceiling=3), Play(orders=(Deploy(HILLS, 4),), held={HILLS: BORIA})),
    (Allow(debtor=BORIA, creditor=CARNIA, deed=Deed.CROSS), Play(orders=(OPENLY,))),
    (
        Allow(debtor=BORIA, creditor=CARNIA, deed=Deed.CROSS),
        Play(orders=(ClosePassage(HARBOUR, CARNIA),), held={HARBOUR: BORIA}, by_sea=True),
    ),
    (Allow(debtor=BORIA, creditor=CARNIA, deed=Deed.DEPLOY), Play(orders=(OPENLY,))),
    (Assist(debtor=BORIA, creditor=CARNIA, trigger=Trigger.UNPROVOKED_ATTACK), Play(attack=ON_CARNIA)),
    (Assist(debtor=BORIA, creditor=CARNIA, trigger=Trigger.ANY_ATTACK), Play(attack=ON_CARNIA)),
    (Assist(debtor=BORIA, creditor=CARNIA, trigger=Trigger.ANY_WAR), Play(attack=ON_CARNIA)),
    (Assist(debtor=BORIA, creditor=CARNIA, trigger=Trigger.THREAT), Play(attack=ON_CARNIA)),
    (Assist(debtor=BORIA, creditor=CARNIA, trigger=Trigger.INDIRECT_AGGRESSION), Play(attack=ON_CARNIA)),
    (Assist(debtor=BORIA, creditor=CARNIA, trigger=Trigger.ANY_WAR, in_attack=True), Play(attack=(CARNIA, DORIA))),
    (Consult(debtor=BORIA, creditor=CARNIA, on=Trigger.THREAT), Play(attack=ON_CARNIA, turns=2)),
    (Consult(debtor=BORIA, creditor=CARNIA, on=Trigger.UNPROVOKED_ATTACK), Play(attack=ON_CARNIA, turns=2)),
    (Consult(debtor=BORIA, creditor=CARNIA, on=Trigger.ANY_ATTACK), Play(attack=ON_CARNIA, turns=2)),
    (Consult(debtor=BORIA, creditor=CARNIA, on=Trigger.ANY_WAR), Play(attack=ON_CARNIA, turns=2)),
    (Consult(debtor=BORIA, creditor=CARNIA, on=Trigger.INDIRECT_AGGRESSION), Play(attack=ON_CARNIA, turns=2)),
    (Cede(debtor=BORIA, creditor=CARNIA, stake=HILLS, by=FIRST), Play(held={HILLS: BORIA})),
    (render(Deed.HOLD_PLEBISCITE, at=HILLS, by=FIRST), NOTHING_DONE),
    (render(Deed.HOLD_STAFF_TALKS, by=FIRST), NOTHING_DONE),
    (render(Deed.SUPPLY, matter="grain", amount=1, by=FIRST), NOTHING_DONE),
    (render(Deed.RECOGNISE, toward=CARNIA, matter="frontiers", standing=True), Play(orders=(OPENLY,))),
]
"""What Boria owes Carnia, and how it breaks it."""


def opened(duty: Duty, play: Play) -> Table:
    """A game in which this is owed; some stakes may have another holder, and Boria has the stronger fleet."""
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={PACT: standing(PACT, (BORIA, CARNIA), owes(duty))}, endings={})
    stakes = {s: with_(sheet, holder=play.held.get(s, sheet.holder)) for s, sheet in scenario.setting.stakes.items()}
    powers = {p: with_(sheet, fleet=5 if p == BORIA else 0) for p, sheet in scenario.setting.powers.items()}
    routes = (Route(between=(BORIA, CARNIA)), Route(between=(CARNIA, DORIA), through=(HARBOUR,))) if play.by_sea else ()
    return Table.open(with_(scenario, setting=with_(scenario.setting, stakes=stakes, powers=powers, routes=routes)), 1)


def played(table: Table, play: Play) -> Table:
    """The game after it: attacks are persisted in, and their targets resist."""
    do(table, BORIA, *play.talks)
    to_phase(table, Phase.ORDERS)
    do(table, BORIA, CommitOrders(play.orders if play.attack is None or play.attack[0] != BORIA else (Attack(play.attack[1]),)))
    if play.attack is not None and play.attack[0] != BORIA:
        do(table, play.attack[0], CommitOrders((Attack(play.attack[1]),)))
    close(table)
    settle(table, play)
    if play.treaty is not None:
        to_phase(table, Phase.TALKS)
        conclude(table, BORIA, "other", *play.treaty)
        play = with_(play, turns=play.turns + 1)
    for turn in range(1, play.turns + 1):
        to_phase(table, Phase.TALKS, turn)
    return table


def settle(table: Table, play: Play) -> None:
    while (crisis := table.state.crisis) is not None:
        if crisis.revealed:
            do(table, crisis.mover, Decide(persist=True))
            continue
        for power in sorted(crisis.called - crisis.answered):
            usual = Stance.RESIST if power == crisis.target else Stance.NEUTRAL
            do(table, power, AnswerCrisis(stance=play.stances.get(power, usual)))


def breaches(table: Table) -> list[Duty]:
    return [event.duty for event in table.chronicle if isinstance(event, ObligationBreached) and event.treaty == PACT]


def named(row: tuple[Duty, Play]) -> str:
    return "-".join(shapes(row[0]))


@pytest.mark.parametrize(("duty", "play"), BREACHES, ids=[f"{n}" for n in range(len(BREACHES))])
def test_what_breaks_a_promise_is_found(duty: Duty, play: Play) -> None:
    table = played(opened(duty, play), play)
    assert duty in breaches(table)


@pytest.mark.parametrize(
    "duty",
    dict.fromkeys(duty for duty, play in BREACHES if isinstance(duty, Refrain | Assist | Consult)),
    ids=lambda d: "-".join(shapes(d)),
)
def test_nothing_is_broken_where_nothing_is_done(duty: Duty) -> None:
    assert breaches(played(opened(duty, NOTHING_DONE), with_(NOTHING_DONE, turns=2))) == []


KEEPING: list[tuple[Duty, Play]] = [
    (render(Deed.HOLD_PLEBISCITE, at=HILLS, by=FIRST), Play(orders=(DOING,))),
    (render(Deed.HOLD_STAFF_TALKS, by=SECOND), Play(orders=(DOING,))),
    (render(Deed.SUPPLY, matter="grain", amount=1, by=FIRST), Play(orders=(DOING,))),
    (
        Cede(debtor=BORIA, creditor=CARNIA, stake=HILLS, by=FIRST),
        Play(orders=(HandOver(treaty=PACT, article=ARTICLE, stake=HILLS),), held={HILLS: BORIA}),
    ),
    (Assist(debtor=BORIA, creditor=CARNIA), Play(attack=ON_CARNIA, stances={BORIA: Stance.WITH_TARGET})),
]


@pytest.mark.parametrize(("duty", "play"), KEEPING, ids=[f"{n}" for n in range(len(KEEPING))])
def test_what_keeps_a_promise_is_found(duty: Duty, play: Play) -> None:
    table = played(opened(duty, play), play)
    assert duty in [event.duty for event in table.chronicle if isinstance(event, ObligationPerformed)] and duty not in breaches(table)


def test_a_right_refused_opens_no_way_until_it_is_granted_again() -> None:
    leave = Allow(debtor=BORIA, creditor=CARNIA, deed=Deed.CROSS)
    table = to_phase(opened(leave, NOTHING_DONE), Phase.ORDERS)
    assert open_ways(table.state) == {(BORIA, CARNIA)}
    do(table, BORIA, CommitOrders((OPENLY,)))
    to_phase(table, Phase.ORDERS, 1)
    assert open_ways(table.state) == set()
    do(table, BORIA, CommitOrders((DOING,)))
    to_phase(table, Phase.ORDERS, 2)
    assert open_ways(table.state) == {(BORIA, CARNIA)}


@pytest.mark.parametrize("refused", [False, True])
def test_aid_that_waits_for_passage_is_not_owed_once_it_is_refused(refused: bool) -> None:
    leave = Allow(debtor=BORIA, creditor=CARNIA, deed=Deed.CROSS)
    aid = Assist(debtor=CARNIA, creditor=ALBA, with_transit_through=frozenset({BORIA}))
    treaties = {PACT: standing(PACT, (BORIA, CARNIA), owes(leave)), TreatyId("aid"): standing(TreatyId("aid"), (ALBA, CARNIA), owes(aid))}
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties=treaties, endings={}), 1)
    to_phase(table, Phase.ORDERS)
    do(table, BORIA, CommitOrders((OPENLY,) if refused else ()))
    to_phase(table, Phase.TALKS, 1)
    (call,) = (c for c in casus_foederis(table.state, DORIA, ALBA) if c.power == CARNIA)
    assert (call.standing is Standing.BOUND) is not refused


def test_a_passage_opened_again_grants_the_right_that_shutting_it_refused() -> None:
    leave, shut = Allow(debtor=BORIA, creditor=CARNIA, deed=Deed.CROSS), Play(held={HARBOUR: BORIA}, by_sea=True)
    table = to_phase(opened(leave, shut), Phase.ORDERS)
    do(table, BORIA, CommitOrders((ClosePassage(HARBOUR, CARNIA),)))
    close(table)
    settle(table, shut)
    to_phase(table, Phase.ORDERS, 1)
    assert open_ways(table.state) == set()
    do(table, BORIA, CommitOrders((OpenPassage(HARBOUR, CARNIA),)))
    to_phase(table, Phase.TALKS, 2)
    assert open_ways(table.state) == {(BORIA, CARNIA)}


def open_ways(state: State) -> set[tuple[Power, Power]]:
    return set(leaves(state, frozenset({CARNIA}), frozenset({DORIA})))


@pytest.mark.parametrize(
    ("trade_too", "goods", "broken"), [(True, Goods.GRAIN, True), (False, Goods.GRAIN, False), (False, Goods.ARMS, True)]
)
def test_a_delivery_to_an_aggressor_breaks_the_promise_not_to_help_it(trade_too: bool, goods: Goods, broken: bool) -> None:
    bond = standing(PACT, (ALBA, CARNIA), NoAidToAggressor(trade_too=trade_too))
    sale = standing(TreatyId("sale"), (ALBA, BORIA), Supply(supplier=ALBA, receiver=BORIA, goods=goods, by=SECOND))
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties={PACT: bond, sale.id: sale}, endings={}), 1)
    played(table, Play(attack=(BORIA, CARNIA)))
    to_phase(table, Phase.ORDERS, 1)
    order = Perform(treaty=sale.id, article=ArticleId("sale_1"), to=BORIA)
    assert bool(consequences(table.state, ALBA, order).breaches) is broken
    do(table, ALBA, CommitOrders((order,)))
    to_phase(table, Phase.TALKS, 2)
    assert bool(breaches(table)) is broken


@pytest.mark.parametrize("article", [StaffTalks(), Consultation(at_all_times=True)], ids=["staffs", "governments"])
@pytest.mark.parametrize(("meets", "kept"), [(True, [True]), (False, [False])])
def test_those_bound_to_confer_at_all_times_do_so_by_the_turn_after_the_entry_into_force(
    article: AnyClause, meets: bool, kept: list[bool]
) -> None:
    table = Table.open(quiet(), 1)
    ident = conclude(table, BORIA, "talks", (BORIA, CARNIA), article)
    to_phase(table, Phase.ORDERS, 1)
    order = Perform(treaty=ident, article=table.state.treaties[ident].text.articles[0].id, to=CARNIA)
    do(table, BORIA, CommitOrders((order,) if meets else ()))
    to_phase(table, Phase.TALKS, 3)
    assert [line.kept for line in table.state.record if (line.treaty, line.debtor) == (ident, BORIA)] == kept


@pytest.mark.parametrize(("ballot", "kept"), [(Ballot.FOR, [True]), (Ballot.AGAINST, [False]), (Ballot.ABSTAIN, [])])
def test_a_vote_keeps_or_breaks_the_promise_to_support_an_admission(ballot: Ballot, kept: list[bool]) -> None:
    support = SupportAdmission(supporting=(BORIA,), candidate=ETRIA, body=BodyId("league_assembly"))
    table = seized(ASSEMBLY, "covenant_1", by=ALBA, turn=1)
    bond = conclude(table, ALBA, "support", (ALBA, BORIA), support)
    debated(tabled(table, Admission(power=ETRIA), organ=ASSEMBLY, article="covenant_1", item=ItemId("alba.quarrel")))
    vote(table, alba=Ballot.FOR)
    forecast = consequences(table.state, BORIA, CastBallot(organ=ASSEMBLY, ballot=ballot))
    assert [True] * len(forecast.kept) + [False] * len(forecast.breaches) == kept
    vote(table, boria=ballot, carnia=Ballot.FOR, doria=Ballot.FOR)
    assert [line.kept for line in table.state.record if line.treaty == bond] == kept


# -- the register

ELSEWHERE = {
    "refrain let_pass": "test_passage.py::test_a_neutral_that_lets_belligerents_pass_is_not_attacked_and_answers_for_what_it_promised",
    "refrain supply": "test_enforcement.py::test_a_delivery_to_an_aggressor_breaks_the_promise_not_to_help_it",
    "refrain transfer": "test_plebiscites.py::test_what_is_voted_on_is_not_given_away_before_the_vote",
    "render close case": "test_cases_arisen.py::test_a_passage_to_be_shut_in_war_is_shut_by_its_own_order_or_by_performing",
    "render comply standing": "test_disputes.py::test_a_treaty_to_respect_awards_is_kept_or_broken_with_the_award",
    "render establish standing": "test_treaty_organs_at_work.py::test_a_member_promises_to_take_part_and_breaks_it_by_keeping_away_from_a_sitting",
    "render notify standing": "test_notices.py::test_notice_is_given_with_the_deed_or_so_long_before_and_holds_for_two_turns",
    "render patrol standing": "test_cases_arisen.py::test_a_patrol_is_in_default_when_it_does_not_sail_by_the_next_turn_or_is_called_back",
    "render sanction case": "test_cases_arisen.py::test_a_sanction_owed_by_treaty_is_ordered_kept_and_found_wanting",
    "render hold_staff_talks case": "test_cases_arisen.py::test_each_case_is_kept_or_broken_once",
    "consult standing": "test_enforcement.py::test_those_bound_to_confer_at_all_times_do_so_by_the_turn_after_the_entry_into_force",
    "render hold_staff_talks standing": "test_enforcement.py::test_those_bound_to_confer_at_all_times_do_so_by_the_turn_after_the_entry_into_force",
    "render submit standing": "test_disputes.py::test_a_treaty_to_submit_disputes_is_kept_by_agreeing_to_its_means_and_broken_by_refusing",
    "render support_admission standing": "test_enforcement.py::test_a_vote_keeps_or_breaks_the_promise_to_support_an_admission",
}
"""The tests of what is kept or broken by more than a turn can show."""


def shapes(duty: Duty) -> Iterator[str]:
    """How a duty can be broken, in a few words: its form and its deeds, and whether a date, a case or neither calls for it."""
    match duty:
        case Refrain():
            yield from (f"refrain {deed.value}" for deed in sorted(duty.deeds))
        case Render():
            when = "dated" if duty.by is not None else "standing" if duty.standing else "case"
            yield f"render {duty.deed.value} {when}"
        case Allow():
            yield f"allow {duty.deed.value}"
        case Assist():
            yield f"assist {duty.trigger.value} {'in attack' if duty.in_attack else 'in defence'}"
        case Consult():
            yield "consult standing" if duty.on is None else f"consult {duty.on.value}"
        case Cede():
            yield "cede"


PROVEN = {shape for duty, _ in BREACHES for shape in shapes(duty)} | ELSEWHERE.keys()


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_every_duty_of_every_kind_can_be_found_broken(cls: type[AnyClause]) -> None:
    state = Table.open(quiet(), 1).state
    for article, parties in sound_articles(cls):
        bound = frozenset(parties)
        for duty in article.duties(bound | article.third_debtors(bound), state):
            assert set(shapes(duty)) <= PROVEN, f"{cls.tag}: nothing is known to break {duty}"


@pytest.mark.parametrize("test", sorted(ELSEWHERE.values()))
def test_the_tests_named_for_what_is_proven_elsewhere_exist(test: str) -> None:
    file, _, name = test.partition("::")
    assert any(f"def {name}(" in found.read_text(encoding="utf-8") for found in Path(__file__).parents[1].rglob(file))
