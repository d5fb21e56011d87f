"""Performances called for by a case: when it has arisen, by what order they are rendered, and when they are in default."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve as with_

from engine.ai.random_articles import random_value
from engine.cases import Awaiting, cases
from engine.clauses import CLAUSES, AnyClause, Consultation, NavalPatrol, SanctionsDuty, StaffTalks, WaterwayRegime
from engine.clauses.waterway import Passage
from engine.crisis import Band, DemandStandDown, Ultimatum, UltimatumState, War
from engine.decide import resolution
from engine.decide.orders import available_orders
from engine.decide.promises import find_defaults
from engine.duties import Consult, Render, Trigger
from engine.events import Phase
from engine.falling_due import awaited
from engine.happenings import Deed
from engine.names import Power, TreatyId, kind
from engine.obligations import Obligation, obligations
from engine.opening import opening_state
from engine.orders import ApplySanction, ClosePassage, EndPatrol, Order, Patrol, Perform, Sanction
from engine.postures import Posture, PostureKind
from engine.proceedings import Proceedings
from engine.record import Conduct
from engine.state import State
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, HILLS, MARCHES, POWERS, SETTING, standing

FUNDS = {f"{power}.treasury": 12 for power in POWERS}
WORLD = with_(opening_state(SETTING), turn=1, phase=Phase.ORDERS, tracks=FUNDS)


def war(*attackers: Power, on: tuple[Power, ...], turn: int = 0) -> War:
    """A war that broke out in a turn."""
    return War(attackers=attackers, defenders=on, turn=turn, band=Band.STALEMATE, attack=(), defence=())


def threat(issuer: Power, target: Power, state: UltimatumState = UltimatumState.STANDING) -> dict[tuple[Power, Power], Ultimatum]:
    """An ultimatum of the first turn that runs out in the second."""
    return {(issuer, target): Ultimatum(issuer=issuer, target=target, demand=DemandStandDown(), expires=1, issued=0, state=state)}


def over(on: Trigger = Trigger.THREAT, **where: frozenset[Any]) -> Consult:
    """Alba consults Carnia over one danger only."""
    return Consult(debtor=ALBA, creditor=CARNIA, on=on, **where)


def talks(on: Trigger) -> Render:
    """What Alba owes Carnia."""
    return Render(debtor=ALBA, creditor=CARNIA, deed=Deed.HOLD_STAFF_TALKS, toward=CARNIA, when=on)


ATTACKED, WAR, THREAT = Trigger.UNPROVOKED_ATTACK, Trigger.ANY_WAR, Trigger.THREAT


@pytest.mark.parametrize(
    ("duty", "world", "arisen"),
    [
        (talks(ATTACKED), {"wars": (war(BORIA, on=(CARNIA,)),)}, True),
        (talks(ATTACKED), {"wars": (war(CARNIA, on=(BORIA,)),)}, False),
        (talks(ATTACKED), {"wars": (war(BORIA, on=(DORIA, CARNIA)),)}, False),
        (talks(ATTACKED), {"wars": (war(ALBA, on=(CARNIA,)),)}, False),
        (talks(ATTACKED), {"ultimatums": threat(BORIA, CARNIA)}, False),
        (talks(WAR), {"wars": (war(CARNIA, on=(BORIA,)),)}, True),
        (talks(WAR), {"wars": (war(BORIA, on=(DORIA,)),)}, False),
        (talks(THREAT), {"ultimatums": threat(BORIA, CARNIA)}, True),
        (talks(THREAT), {"ultimatums": threat(BORIA, CARNIA, UltimatumState.ACCEPTED)}, False),
        (talks(THREAT), {"ultimatums": threat(ALBA, CARNIA)}, False),
        (talks(THREAT), {"wars": (war(BORIA, on=(CARNIA,)),)}, True),
        (talks(THREAT), {}, False),
        (with_(talks(ATTACKED), deed=Deed.SANCTION, toward=ETRIA, matter="oil"), {"wars": (war(BORIA, on=(CARNIA,)),)}, False),
        (with_(talks(ATTACKED), deed=Deed.SANCTION, toward=BORIA, matter="oil"), {"wars": (war(BORIA, on=(CARNIA,)),)}, True),
        (Render(debtor=ALBA, creditor=CARNIA, deed=Deed.CLOSE, at=HILLS, when=WAR), {"wars": (war(BORIA, on=(DORIA,)),)}, True),
        (Consult(debtor=ALBA, creditor=CARNIA, on=THREAT), {"ultimatums": threat(BORIA, CARNIA)}, True),
        (Consult(debtor=ALBA, creditor=CARNIA, on=THREAT), {"ultimatums": threat(BORIA, ALBA)}, True),
        (Consult(debtor=ALBA, creditor=CARNIA, on=THREAT), {"ultimatums": threat(BORIA, DORIA)}, False),
        (Consult(debtor=ALBA, creditor=CARNIA, on=THREAT), {"ultimatums": threat(ALBA, CARNIA)}, False),
        (Consult(debtor=ALBA, creditor=CARNIA, on=WAR), {"wars": (war(BORIA, on=(DORIA,)),)}, True),
        (Consult(debtor=ALBA, creditor=CARNIA, on=WAR), {"wars": (war(CARNIA, on=(DORIA,)),)}, False),
        (Consult(debtor=ALBA, creditor=CARNIA, on=ATTACKED), {"wars": (war(BORIA, on=(DORIA,)),)}, False),
        (Consult(debtor=ALBA, creditor=CARNIA, on=None), {"wars": (war(BORIA, on=(CARNIA,)),)}, False),
        (over(against=frozenset({BORIA})), {"ultimatums": threat(BORIA, CARNIA)}, True),
        (over(against=frozenset({BORIA})), {"ultimatums": threat(DORIA, CARNIA)}, False),
        (over(threatened=frozenset({DORIA})), {"ultimatums": threat(BORIA, DORIA)}, True),
        (over(threatened=frozenset({DORIA})), {"ultimatums": threat(BORIA, CARNIA)}, False),
        (over(WAR, threatened=frozenset({DORIA})), {"wars": (war(BORIA, on=(DORIA,)),)}, True),
        (over(WAR, threatened=frozenset({DORIA})), {"wars": (war(BORIA, on=(ETRIA,)),)}, False),
        (over(over=frozenset({MARCHES})), {"ultimatums": threat(BORIA, CARNIA)}, True),
        (over(over=frozenset({MARCHES})), {"ultimatums": threat(BORIA, ALBA)}, False),
        (over(WAR, over=frozenset({MARCHES})), {"wars": (war(BORIA, on=(ALBA,)),)}, False),
        (Render(debtor=ALBA, creditor=CARNIA, deed=Deed.CLOSE, at=HILLS, when=WAR), {"wars": (war(BORIA, on=(ALBA,)),)}, False),
    ],
)
def test_a_case_arises_when_what_it_names_has_happened_to_whom_it_names(duty: Awaiting, world: dict[str, Any], arisen: bool) -> None:
    assert bool(cases(with_(WORLD, **world), duty)) is arisen


def in_force(article: AnyClause, **world: Any) -> State:
    """The article in force between all five powers and those who must assent."""
    treaty = with_(standing(TreatyId("pact"), POWERS, article), assents=article.third_debtors(frozenset(POWERS)))
    return with_(WORLD, **{"treaties": {treaty.id: treaty}, **world})


def after(state: State, **orders: Order) -> tuple[Conduct, ...]:
    """The record at the close of the turn in which these orders are carried out."""
    proceedings = Proceedings(with_(state, orders={Power(power): (order,) for power, order in orders.items()}))
    resolution.carry_out(proceedings)
    find_defaults(proceedings)
    return proceedings.state.record


def lines(record: tuple[Conduct, ...], debtor: Power) -> list[tuple[Power, bool]]:
    """To whom a power has kept its promises under the pact, and broken them."""
    return [(line.creditor, line.kept) for line in record if line.debtor == debtor and line.treaty == "pact"]


SANCTIONS = SanctionsDuty(between=(ALBA, CARNIA), measures=(Sanction.OIL,))


def test_a_sanction_owed_by_treaty_is_ordered_kept_and_found_wanting() -> None:
    state = in_force(SANCTIONS, wars=(war(BORIA, on=(CARNIA,)),))
    order = ApplySanction(BORIA, Sanction.OIL)
    assert order in available_orders(state, ALBA)
    assert lines(after(state, alba=order), ALBA) == [(CARNIA, True)]
    assert lines(after(state), ALBA) == [(CARNIA, False)]
    # In the turn in which the war broke out nobody is late.
    assert after(with_(state, turn=0)) == ()
    assert after(with_(state, wars=())) == ()


@pytest.mark.parametrize("standing", [Sanction.OIL, Sanction.GENERAL])
def test_a_sanction_that_stands_already_keeps_the_promise(standing: Sanction) -> None:
    state = in_force(SANCTIONS, wars=(war(BORIA, on=(CARNIA,)),), sanctions={(ALBA, BORIA): frozenset({standing})})
    assert awaited(state, ALBA) == ()
    assert lines(after(state), ALBA) == [(CARNIA, True)]


def test_those_who_are_to_consult_do_so_by_an_order_or_are_in_default() -> None:
    state = in_force(Consultation(between=(ALBA, CARNIA)), ultimatums=threat(BORIA, CARNIA))
    order = Perform(treaty=TreatyId("pact"), article=state.treaties[TreatyId("pact")].text.articles[0].id, to=CARNIA)
    assert order in available_orders(state, ALBA)
    assert lines(after(state, alba=order), ALBA) == [(CARNIA, True)]
    assert lines(after(state), ALBA) == [(CARNIA, False)]
    # Until the ultimatum has run out there is time.
    assert lines(after(with_(state, turn=0)), ALBA) == []


def test_each_case_is_kept_or_broken_once() -> None:
    state = in_force(StaffTalks(between=(ALBA, CARNIA), on=ATTACKED), wars=(war(BORIA, on=(CARNIA,)),))
    order = next(o for o in available_orders(state, ALBA) if isinstance(o, Perform))
    kept = with_(state, record=after(state, alba=order, carnia=order))
    assert lines(kept.record, ALBA) == [(CARNIA, True)]
    assert order not in available_orders(kept, ALBA) and lines(after(kept), ALBA) == [(CARNIA, True)]
    broken = with_(state, record=after(state))
    assert lines(after(with_(broken, turn=2)), ALBA) == [(CARNIA, False)]
    again = with_(broken, turn=3, wars=(*state.wars, war(DORIA, on=(CARNIA,), turn=2)))
    assert lines(after(again), ALBA) == [(CARNIA, False), (CARNIA, False)]


def test_a_passage_to_be_shut_in_war_is_shut_by_its_own_order_or_by_performing() -> None:
    article = WaterwayRegime(waterway=HILLS, keeper=DORIA, passage=Passage.CLOSED_IN_WAR)
    state = in_force(article, wars=(war(BORIA, on=(CARNIA,)),))
    assert {kept for _, kept in lines(after(state, doria=ClosePassage(HILLS, BORIA)), DORIA)} == {False}, "still open to the other"
    shut = with_(state, postures=(Posture(kind=PostureKind.CLOSING, by=DORIA, toward=CARNIA, at=HILLS),))
    assert {kept for _, kept in lines(after(shut, doria=ClosePassage(HILLS, BORIA)), DORIA)} == {True}
    order = next(o for o in available_orders(state, DORIA) if isinstance(o, Perform))
    assert {kept for _, kept in lines(after(state, doria=order), DORIA)} == {True}
    assert {kept for _, kept in lines(after(state), DORIA)} == {False}
    assert lines(after(with_(state, wars=(war(BORIA, on=(DORIA,)),))), DORIA) == []


def test_a_patrol_is_in_default_when_it_does_not_sail_by_the_next_turn_or_is_called_back() -> None:
    state = in_force(NavalPatrol(zone=HILLS, patrols=(DORIA,)))
    assert {kept for _, kept in lines(after(state, doria=Patrol(HILLS)), DORIA)} == {True}
    assert {kept for _, kept in lines(after(state), DORIA)} == {False}
    sailing = with_(state, postures=(Posture(kind=PostureKind.PATROLLING, by=DORIA, at=HILLS),))
    assert {kept for _, kept in lines(after(sailing), DORIA)} == {True}
    assert False in {kept for _, kept in lines(after(sailing, doria=EndPatrol(HILLS)), DORIA)}


def rendering() -> Iterator[Any]:
    """An article of every kind that asks for a performance by a date or in a case."""
    for cls in CLAUSES:
        drawn = random.Random(cls.tag)
        for _ in range(300):
            found: Any = random_value(cls, WORLD, POWERS, lambda purpose, sides, drawn=drawn: drawn.randrange(sides))
            if found is None or found.faults(POWERS, WORLD):
                continue
            article = with_(found, only_while=None, from_turn=None, until=None)
            bound = frozenset(POWERS) | article.third_debtors(frozenset(POWERS))
            if any(isinstance(d, Render) and (d.by or d.when) for d in article.duties(bound, WORLD)):
                yield pytest.param(article, id=kind(cls))
                break


@pytest.mark.parametrize("article", rendering())
def test_whatever_is_to_be_rendered_can_be_ordered_and_is_in_default_when_its_term_has_passed(article: AnyClause) -> None:
    last = with_(in_force(article), turn=len(SETTING.turns) - 1)
    owed = next(o for o in obligations(last) if isinstance(o.duty, Render) and (o.duty.by or o.duty.when))
    duty = owed.duty
    assert isinstance(duty, Render)
    foe = duty.toward if duty.deed is Deed.SANCTION and duty.toward else next(p for p in POWERS if p not in (duty.debtor, duty.creditor))
    state = with_(last, wars=(war(foe, on=(duty.creditor,)),) if duty.when else ())
    orders = [o for o in available_orders(state, duty.debtor) if not isinstance(o, Perform) or o.to == duty.creditor]
    assert any(kept_line(after(state, **{duty.debtor: order}), owed, kept=True) for order in orders)
    assert kept_line(after(state), owed, kept=False)


def kept_line(record: tuple[Conduct, ...], owed: Obligation, *, kept: bool) -> bool:
    return any((line.article, line.duty, line.kept) == (owed.article.id, owed.duty, kept) for line in record)


@pytest.mark.parametrize("trigger", [ATTACKED, THREAT, Trigger.INDIRECT_AGGRESSION, WAR])
def test_an_attack_that_answers_force_is_no_case_for_what_is_owed_upon_unprovoked_attack(trigger: Trigger) -> None:
    provoked = with_(war(BORIA, on=(CARNIA,)), provoked=True)
    assert bool(cases(with_(WORLD, wars=(provoked,)), talks(trigger))) is (trigger is WAR)
