"""What the facilitator may do, by one list: the clock, and the finding that a consent is void (VCLT 49, 52, 69)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve as with_

from engine.clauses import NonAggression
from engine.codec import decode_event, encode_event
from engine.commands import Assent, CloseStep, CommitOrders, FindVoid, InvokeNullity, Pause, Remember, SetDeadline
from engine.events import ConsentFoundVoid, Phase
from engine.names import Onlooker, Power, TreatyId
from engine.obligations import owed_by
from engine.options import options
from engine.orders import GatherIntelligence, HandOver, Leak
from engine.refusal import Reason
from engine.setting import Coercion
from engine.table import Table
from engine.treaty import End, Stage, Vice
from tests.engine import test_nullity as deceit
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FACILITATOR,
    HARBOUR,
    OBSERVER,
    POWERS,
    THIRD,
    cession,
    close,
    conclude,
    do,
    refused,
    to_phase,
)
from tests.engine.test_consent_found_void import PACT, found, signed_under_threat
from tests.engine.test_law_of_the_time import THREAT, under

FINDING = FindVoid(treaty=PACT, power=CARNIA)


def findings(table: Table) -> list[FindVoid]:
    """What the facilitator may find."""
    return [
        FindVoid(treaty=o.only("treaty"), power=o.only("power"), ground=ground)
        for o in options(table.state, Onlooker.FACILITATOR)
        if o.verb is FindVoid
        for ground in o.domains["ground"].values  # type: ignore[attr-defined]
    ]


def told(table: Table) -> tuple[ConsentFoundVoid, ...]:
    """The findings that the chronicle has kept."""
    return tuple(event for event in table.chronicle if isinstance(event, ConsentFoundVoid))


def secretly_signed() -> Table:
    """Carnia signs in secret with Boria, under its threat."""
    return signed_under_threat(secret=True)


def test_the_list_has_the_clock_and_nobody_else_has_any_of_it() -> None:
    table = signed_under_threat()
    verbs = [option.verb for option in options(table.state, FACILITATOR)]
    assert verbs == [CloseStep, Pause, SetDeadline, Remember, FindVoid]
    assert options(table.state, OBSERVER) == ()
    for power in POWERS:
        assert not {option.verb for option in options(table.state, power)} & set(verbs)
        assert refused(table, power, FINDING).reason is Reason.NOT_YOUR_PART
    assert refused(table, OBSERVER, FINDING).reason is Reason.NOT_YOUR_PART


@pytest.mark.parametrize("coercion", [Coercion.CONTESTED, Coercion.VOID])
@pytest.mark.parametrize("claimed", [False, True])
@pytest.mark.parametrize("others", [(), (ALBA,)])
def test_a_coerced_consent_found_void_falls_away_and_the_treaty_of_the_others_stands(
    coercion: Coercion, claimed: bool, others: tuple[Power, ...]
) -> None:
    """VCLT 52, 69."""
    table = signed_under_threat(*others, coercion=coercion)
    if claimed and coercion is Coercion.CONTESTED:
        do(table, CARNIA, InvokeNullity(treaty=PACT))
    assert findings(table) == [FINDING]
    do(table, FACILITATOR, FINDING)
    pact = table.state.treaties[PACT]
    if others:
        assert pact.in_force and pact.parties == {BORIA, *others} and not pact.suspended and not pact.contested
    else:
        assert (pact.stage, pact.end) == (Stage.ENDED, End.VOID)
    assert not any(owed.treaty == PACT for owed in owed_by(table.state, CARNIA))
    assert findings(table) == [] and refused(table, FACILITATOR, FINDING).reason in (Reason.NOT_IN_FORCE, Reason.FINDING_FAULTY)


def test_it_is_told_who_found_it_an_organ_or_the_facilitator() -> None:
    by_facilitator, by_organ = signed_under_threat(), found(signed_under_threat())
    do(by_facilitator, FACILITATOR, FINDING)
    assert [(one.power, one.organ) for one in told(by_facilitator)] == [(CARNIA, None)]
    assert [(one.power, one.organ is None) for one in told(by_organ)] == [(CARNIA, False)]
    pacts = [table.state.treaties[PACT] for table in (by_facilitator, by_organ)]
    assert [pact.nullified[0].organ is None for pact in pacts] == [True, False]
    assert with_(pacts[0], nullified=()) == with_(pacts[1], nullified=())
    assert [decode_event(encode_event(event)) for event in told(by_organ)] == list(told(by_organ))


def test_what_waits_on_a_treaty_found_void_waits_no_longer() -> None:
    table = signed_under_threat()
    later = conclude(table, ALBA, "later", (ALBA, BORIA), NonAggression(), only_while=PACT)
    assert any(owed.treaty == later for owed in owed_by(table.state, ALBA))
    do(table, FACILITATOR, FINDING)
    assert not any(owed.treaty == later for owed in owed_by(table.state, ALBA))


def test_what_is_no_longer_owed_is_not_handed_over_though_its_order_is_sealed() -> None:
    table = to_phase(signed_under_threat(), Phase.ORDERS)
    article = table.state.treaties[PACT].text.articles[0].id
    do(table, CARNIA, CommitOrders((HandOver(treaty=PACT, article=article, stake=HARBOUR),)))
    do(table, FACILITATOR, FINDING)
    close(table)
    assert table.state.holders[HARBOUR] == CARNIA


def test_what_has_been_handed_over_stays_where_it_is() -> None:
    """As after the finding of an organ: to give it back is a new promise (VCLT 69(2), 'may require')."""
    table = to_phase(signed_under_threat(), Phase.ORDERS)
    article = table.state.treaties[PACT].text.articles[0].id
    do(table, CARNIA, CommitOrders((HandOver(treaty=PACT, article=article, stake=HARBOUR),)))
    to_phase(table, Phase.TALKS, 1)
    do(table, FACILITATOR, FINDING)
    assert table.state.holders[HARBOUR] == BORIA


def test_of_a_secret_treaty_its_readers_alone_learn_of_the_finding() -> None:
    found_so, left_alone = secretly_signed(), secretly_signed()
    do(found_so, FACILITATOR, FINDING)
    for viewer in (ALBA, DORIA, ETRIA, OBSERVER):
        assert found_so.news(viewer) == left_alone.news(viewer)
        if not isinstance(viewer, Onlooker):
            assert [o.verb for o in options(found_so.state, viewer)] == [o.verb for o in options(left_alone.state, viewer)]
    for reader in (BORIA, CARNIA, FACILITATOR):
        assert any(isinstance(event, ConsentFoundVoid) for _, event in found_so.news(reader))
        assert found_so.view(reader).treaties[PACT].end is End.VOID


@pytest.mark.parametrize("phase", [Phase.TALKS, Phase.ORDERS])
def test_it_is_found_in_the_talks_and_while_orders_are_given(phase: Phase) -> None:
    table = to_phase(signed_under_threat(), phase)
    do(table, FACILITATOR, FINDING)
    assert not table.state.treaties[PACT].in_force


def refusal_cases() -> list[tuple[Callable[[], Table], FindVoid, Reason, str | None]]:
    pact, fraud = PACT, Vice.FRAUD
    return [
        (signed_under_threat, FindVoid(treaty=TreatyId("nothing"), power=CARNIA), Reason.UNKNOWN_TREATY, None),
        (signed_under_threat, FindVoid(treaty=pact, power=Power("moon")), Reason.UNKNOWN_POWER, None),
        (signed_under_threat, FindVoid(treaty=pact, power=ALBA), Reason.FINDING_FAULTY, "not_bound_by_it"),
        (signed_under_threat, FindVoid(treaty=pact, power=BORIA), Reason.FINDING_FAULTY, "consent_free"),
        (signed_under_threat, FindVoid(treaty=ENTENTE, power=ALBA), Reason.FINDING_FAULTY, "consent_free"),
        (signed_under_threat, FindVoid(treaty=pact, power=CARNIA, ground=fraud), Reason.FINDING_FAULTY, "deceit_not_open"),
        (signed_under_threat, FindVoid(treaty=pact, power=ALBA, ground=fraud), Reason.FINDING_FAULTY, "not_bound_by_it"),
        (lambda: signed_under_threat(coercion=Coercion.VALID), FINDING, Reason.FINDING_FAULTY, "coercion_valid"),
    ]


@pytest.mark.parametrize(("setup", "finding", "reason", "fault"), refusal_cases())
def test_what_cannot_be_found_is_refused_with_the_rule(
    setup: Callable[[], Table], finding: FindVoid, reason: Reason, fault: str | None
) -> None:
    refusal = refused(setup(), FACILITATOR, finding)
    assert (refusal.reason, refusal.about.get("fault")) == (reason, fault)


@pytest.mark.parametrize(
    ("case", "open_to_all"),
    [
        ({"learned": Leak(deceit.SECRET)}, True),
        # The finding would tell Boria, and the others, of what Carnia's services have brought home.
        ({"learned": GatherIntelligence(BORIA), "by": CARNIA}, False),
        ({}, False),
    ],
)
def test_a_deceit_is_found_once_all_who_read_the_treaty_know_of_it(case: dict[str, Any], open_to_all: bool) -> None:
    """VCLT 49."""
    table = deceit.allied(**case)
    finding = FindVoid(treaty=deceit.ALLIANCE, power=CARNIA, ground=Vice.FRAUD)
    assert findings(table) == ([finding] if open_to_all else [])
    if open_to_all:
        do(table, FACILITATOR, finding)
        assert table.state.treaties[deceit.ALLIANCE].end is End.VOID
    else:
        assert refused(table, FACILITATOR, finding).about["fault"] == "deceit_not_open"


def test_the_assent_of_a_third_state_is_found_void_like_a_signature() -> None:
    """VCLT 35, 52."""
    table = to_phase(Table.open(under(coercion=Coercion.CONTESTED), 1), Phase.TALKS)
    conclude(table, BORIA, "pact", (ALBA, BORIA), cession((HARBOUR, THIRD)), NonAggression())
    do(table, BORIA, THREAT)
    do(table, CARNIA, Assent(treaty=PACT))
    do(table, FACILITATOR, FINDING)
    pact = table.state.treaties[PACT]
    assert pact.parties == {ALBA, BORIA} and not pact.assents
