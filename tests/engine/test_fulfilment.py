"""How far what is owed is done: the state of each form of duty in each situation, from what the record and the world show."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_

from engine.casus import Standing, casus_foederis
from engine.clauses import (
    AnyClause,
    Consultation,
    Demilitarisation,
    MutualAssistance,
    NavalPatrol,
    NonAggression,
    Notification,
    OneSidedAssistance,
    Recognition,
    StaffTalks,
    Supply,
    Transit,
)
from engine.clauses.notification import Notice
from engine.clauses.recognition import RecognitionOf
from engine.clauses.supply import Goods
from engine.crisis import Crisis, Peace, Stance
from engine.decide.promises import find_defaults
from engine.duties import Allow, Assist, Automaticity, Cede, Consult, Extent, Refrain, Render, Trigger
from engine.falling_due import awaited
from engine.fulfilment import obligations_of, owed_to, state_of
from engine.happenings import Deed, Means
from engine.knowledge import as_known
from engine.names import EVERYBODY, Audience, Power, TreatyId, TurnId
from engine.obligations import Obligation, ObligationState, held_up, obligations, owed_by
from engine.orders import Sanction
from engine.postures import Aid, Posture, PostureKind
from engine.proceedings import Proceedings
from engine.record import Conduct
from engine.reservations import Await, Lessen, Reservation, Spare, narrowed
from engine.resolution import Paragraph
from engine.state import State
from engine.treaty import Signature
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, FIRST, HILLS, LAST, MARCHES, POWERS, SECOND, cession, standing
from tests.engine.test_cases_arisen import WORLD, in_force, threat, war
from tests.engine.test_compliance import under

DORMANT, DUE, OBSERVED = ObligationState.DORMANT, ObligationState.DUE, ObligationState.OBSERVED
PERFORMED, BREACHED, EXCUSED = ObligationState.PERFORMED, ObligationState.BREACHED, ObligationState.EXCUSED
PACT = TreatyId("pact")
ATTACKED = {"wars": (war(BORIA, on=(CARNIA,)),)}
THREATENED = {"ultimatums": threat(BORIA, CARNIA)}
MADE_PEACE = {"peaces": (Peace(between=(BORIA, CARNIA), turn=1, treaty=TreatyId("peace")),)}
CRISIS = Crisis(mover=BORIA, target=CARNIA, called=frozenset(POWERS) - {BORIA})
IN_CRISIS = {"crisis": CRISIS}


def owed_between(state: State, form: type[Any], debtor: Power = ALBA, creditor: Power = CARNIA) -> Obligation:
    """The obligation of that form that the pact creates between the two."""
    return next(o for o in obligations(state) if isinstance(o.duty, form) and (o.debtor, o.creditor) == (debtor, creditor))


def entered(state: State, owed: Obligation, *kept: bool, turn: int = 1, known_to: Audience = EVERYBODY) -> State:
    """The state with these lines on the record of an obligation."""
    lines = (Conduct(turn=turn, treaty=owed.treaty, article=owed.article.id, duty=owed.duty, kept=one, known_to=known_to) for one in kept)
    return with_(state, record=(*state.record, *lines))


AID = MutualAssistance(between=(ALBA, CARNIA))
RECOMMENDED = MutualAssistance(between=(ALBA, CARNIA), automaticity=Automaticity.UPON_RECOMMENDATION)
ECONOMIC = MutualAssistance(between=(ALBA, CARNIA), extent=Extent.ECONOMIC)
HANGING = MutualAssistance(between=(ALBA, CARNIA), only_if_assisted_by=DORIA)
TALKS = StaffTalks(between=(ALBA, CARNIA), on=Trigger.UNPROVOKED_ATTACK)
DELIVERY = Supply(supplier=ALBA, receiver=CARNIA, goods=Goods.OIL, amount=1, by=SECOND)
PASSAGE = Transit(grantor=ALBA, to=(CARNIA,), against=(BORIA,))
HELD = cession((MARCHES, SECOND), ceder=CARNIA, receiver=BORIA)
LATER = cession((MARCHES, LAST), ceder=CARNIA, receiver=BORIA)
SENT = {"aid": (Aid(by=ALBA, to=CARNIA, means=Means.FUNDS, turn=1),)}
JOINED = {"wars": (war(BORIA, on=(CARNIA, ALBA)),)}


@pytest.mark.parametrize(
    ("form", "article", "world", "record", "state"),
    [
        pytest.param(Assist, AID, {}, (), DORMANT, id="aid: peace"),
        pytest.param(Assist, AID, IN_CRISIS, (), DUE, id="aid: crisis over the creditor"),
        pytest.param(Assist, AID, {"wars": (war(CARNIA, on=(BORIA,)),)}, (), DORMANT, id="aid: the creditor attacks"),
        pytest.param(Assist, AID, ATTACKED, (), DUE, id="aid: war, nothing done"),
        pytest.param(Assist, AID, JOINED, (), PERFORMED, id="aid: war, joined"),
        pytest.param(Assist, AID, ATTACKED | SENT, (), PERFORMED, id="aid: war, means sent"),
        pytest.param(Assist, AID, ATTACKED, (True,), PERFORMED, id="aid: war, entered as kept"),
        pytest.param(Assist, AID, ATTACKED, (False,), BREACHED, id="aid: war, found broken"),
        pytest.param(Assist, AID, ATTACKED | MADE_PEACE, (False,), BREACHED, id="aid: a breach outlasts the war"),
        pytest.param(Assist, AID, ATTACKED | MADE_PEACE, (), DORMANT, id="aid: peace made"),
        pytest.param(Assist, RECOMMENDED, ATTACKED, (), DORMANT, id="aid: no recommendation yet"),
        pytest.param(Assist, RECOMMENDED, ATTACKED | {"findings": frozenset({(BORIA, CARNIA)})}, (), DUE, id="aid: recommended"),
        pytest.param(Assist, HANGING, ATTACKED, (), DORMANT, id="aid: another does not assist"),
        pytest.param(Assist, ECONOMIC, ATTACKED, (), DUE, id="aid short of arms: war"),
        pytest.param(Assist, ECONOMIC, ATTACKED | SENT, (), PERFORMED, id="aid short of arms: sent"),
        pytest.param(Refrain, NonAggression(), {}, (), OBSERVED, id="abstention: kept"),
        pytest.param(Refrain, NonAggression(), {}, (False,), BREACHED, id="abstention: broken"),
        pytest.param(Refrain, NonAggression(), {}, (False, True), OBSERVED, id="abstention: made good"),
        pytest.param(Render, DELIVERY, {"turn": 0}, (), DORMANT, id="performance: date to come"),
        pytest.param(Render, DELIVERY, {}, (), DUE, id="performance: date has come"),
        pytest.param(Render, DELIVERY, {}, (True,), PERFORMED, id="performance: rendered"),
        pytest.param(Render, DELIVERY, {"turn": 2}, (False,), BREACHED, id="performance: found in default"),
        pytest.param(Render, DELIVERY, {"turn": 2}, (False, True), PERFORMED, id="performance: rendered late"),
        pytest.param(Render, TALKS, {}, (), DORMANT, id="performance: no case"),
        pytest.param(Render, TALKS, ATTACKED, (), DUE, id="performance: case arisen"),
        pytest.param(Render, TALKS, ATTACKED, (True,), PERFORMED, id="performance: case met"),
        pytest.param(Render, TALKS, ATTACKED, (False,), BREACHED, id="performance: case not met"),
        pytest.param(Allow, PASSAGE, {}, (), DORMANT, id="leave: no war"),
        pytest.param(Allow, PASSAGE, ATTACKED, (), OBSERVED, id="leave: may be used"),
        pytest.param(Allow, PASSAGE, ATTACKED, (False,), BREACHED, id="leave: refused"),
        pytest.param(Allow, PASSAGE, ATTACKED, (False, True), OBSERVED, id="leave: granted again"),
        pytest.param(Consult, Consultation(), {}, (), DORMANT, id="consultation: no danger"),
        pytest.param(Consult, Consultation(), THREATENED, (), DUE, id="consultation: threat"),
        pytest.param(Consult, Consultation(), THREATENED, (True,), PERFORMED, id="consultation: held"),
        pytest.param(Consult, Consultation(), THREATENED, (False,), BREACHED, id="consultation: not held"),
        pytest.param(Consult, Consultation(at_all_times=True), {}, (), OBSERVED, id="consultation: at all times"),
    ],
)
def test_each_form_of_duty_is_in_the_state_that_its_situation_gives_it(
    form: type[Any], article: AnyClause, world: dict[str, Any], record: tuple[bool, ...], state: ObligationState
) -> None:
    given = in_force(article, **world)
    assert state_of(entered(given, owed_between(given, form), *record), owed_between(given, form)) is state


@pytest.mark.parametrize(
    ("article", "world", "record", "state"),
    [
        (HELD, {"turn": 0}, (), DORMANT),
        (HELD, {}, (), DUE),
        (HELD, {}, (False,), BREACHED),
        (HELD, {"holder": BORIA}, (), PERFORMED),
        (HELD, {"holder": BORIA}, (True,), PERFORMED),
        (HELD, {"holder": DORIA}, (), EXCUSED),
        (LATER, {}, (), DORMANT),
        (LATER, {}, (False,), BREACHED),
    ],
)
def test_a_cession_is_due_on_its_day_and_done_when_its_creditor_has_the_stake(
    article: AnyClause, world: dict[str, Any], record: tuple[bool, ...], state: ObligationState
) -> None:
    holders = {**WORLD.holders, MARCHES: world.get("holder", CARNIA)}
    given = in_force(article, holders=holders, turn=world.get("turn", 1))
    owed = owed_between(given, Cede, CARNIA, BORIA)
    assert state_of(entered(given, owed, *record), owed) is state


def test_a_patrol_is_due_until_it_sails_and_then_observed() -> None:
    state = in_force(NavalPatrol(zone=HILLS, patrols=(DORIA,)))
    owed = owed_between(state, Render, DORIA, CARNIA)
    assert state_of(state, owed) is DUE
    sailing = with_(state, postures=(Posture(kind=PostureKind.PATROLLING, by=DORIA, at=HILLS),))
    assert state_of(sailing, owed) is OBSERVED
    assert state_of(entered(state, owed, False), owed) is BREACHED


def test_what_lasts_is_observed_and_what_waits_for_an_occasion_lies_dormant() -> None:
    recognised = in_force(Recognition(recognised=CARNIA, object=RecognitionOf.GOVERNMENT))
    assert state_of(recognised, owed_between(recognised, Render)) is OBSERVED
    told = in_force(Notification(of=(Notice.TREATIES,)))
    assert state_of(told, owed_between(told, Render)) is DORMANT


def test_notice_of_a_secret_treaty_is_due_before_those_alone_who_know_of_it() -> None:
    state = with_(in_force(Notification(of=(Notice.TREATIES,))), turn=1)
    knowing = frozenset({ALBA, BORIA})
    secret = with_(standing(TreatyId("hidden"), (ALBA, BORIA), AID, known_to=knowing), since=SECOND)
    before = owed_between(state, Render)
    assert state_of(state, before) is DORMANT
    assert state_of(with_(state, treaties={**state.treaties, secret.id: secret}), before) is DUE


def test_a_ceiling_overstepped_is_due_to_be_kept_again_before_it_is_broken() -> None:
    zone = in_force(Demilitarisation(zone=(MARCHES,)))
    owed = next(o for o in obligations(zone) if isinstance(o.duty, Refrain) and o.debtor == CARNIA)
    assert state_of(zone, owed) is OBSERVED
    stationed = with_(zone, postures=(Posture(kind=PostureKind.DEPLOYED, by=CARNIA, at=MARCHES),))
    (found,) = (o for o in obligations_of(stationed, CARNIA) if o == owed)
    assert (found.state, found.due) == (DUE, 1)


def test_the_day_is_that_by_whose_close_it_is_found_broken() -> None:
    """The state and the finding are one truth: what is due is not broken before its day, and is once that is past."""
    for article, form, world in (
        (DELIVERY, Render, {}),
        (TALKS, Render, ATTACKED),
        (Consultation(between=(ALBA, CARNIA)), Consult, THREATENED),
        (StaffTalks(between=(ALBA, CARNIA), on=Trigger.THREAT), Render, THREATENED),
    ):
        state = in_force(article, **world)
        owed = next(o for o in obligations_of(state, ALBA) if isinstance(o.duty, form) and o.creditor == CARNIA)
        assert owed.state is DUE and owed.due is not None and owed in awaited(state, ALBA)
        for turn, how in ((owed.due - 1, (DUE, DORMANT)), (owed.due, (BREACHED,))):
            proceedings = Proceedings(with_(state, turn=turn))
            find_defaults(proceedings)
            assert state_of(proceedings.state, owed) in how


def test_an_obligation_knows_its_parties_its_case_and_what_performs_it() -> None:
    for article, form, trigger, deeds in (
        (AID, Assist, Trigger.UNPROVOKED_ATTACK, {Deed.AID, Deed.JOIN_WAR}),
        (ECONOMIC, Assist, Trigger.UNPROVOKED_ATTACK, {Deed.AID, Deed.SANCTION}),
        (NonAggression(), Refrain, None, set()),
        (DELIVERY, Render, None, {Deed.SUPPLY}),
        (TALKS, Render, Trigger.UNPROVOKED_ATTACK, {Deed.HOLD_STAFF_TALKS}),
        (PASSAGE, Allow, None, set()),
        (Consultation(), Consult, Trigger.THREAT, {Deed.CONSULT}),
    ):
        owed = owed_between(in_force(article), form)
        assert (owed.debtor, owed.creditor, owed.trigger, owed.version) == (ALBA, CARNIA, trigger, 1)
        assert set(owed.performance) == deeds


@pytest.mark.parametrize("made", [(), (Spare(frozenset({BORIA})),), (Await(Automaticity.AFTER_CONSULTATION), Lessen(Extent.ALL_MEANS))])
@pytest.mark.parametrize("reserving", [ALBA, CARNIA, DORIA])
def test_the_reservations_named_are_exactly_those_that_have_changed_the_duty(made: tuple[Any, ...], reserving: Power) -> None:
    plain = in_force(AID)
    (article,) = plain.treaties[PACT].text.articles
    reservations = tuple(Reservation(article=article.id, narrowing=one) for one in made)
    treaty = with_(
        plain.treaties[PACT], signatures={**plain.treaties[PACT].signatures, reserving: Signature(turn=0, reservations=reservations)}
    )
    whole, left = owed_between(plain, Assist), owed_between(with_(plain, treaties={PACT: treaty}), Assist)
    changing = [r for r in reservations if narrowed(whole.duty, r.narrowing) != whole.duty] if reserving in (ALBA, CARNIA) else []
    assert [one.reservation for one in left.reservations] == changing
    assert all(one.power == reserving for one in left.reservations)
    assert (left.duty == whole.duty) is (not changing)


def test_what_is_suspended_is_not_owed_and_is_named_apart() -> None:
    state = in_force(AID)
    held = with_(state, treaties={PACT: with_(state.treaties[PACT], suspended=frozenset({(CARNIA, ALBA)}))})
    assert obligations_of(held, ALBA) == () == owed_to(held, ALBA)
    assert {(o.debtor, o.creditor, o.state) for o in held_up(held, ALBA)} == {
        (ALBA, CARNIA, ObligationState.SUSPENDED),
        (CARNIA, ALBA, ObligationState.SUSPENDED),
    }
    assert held_up(state, ALBA) == () == held_up(held, DORIA)


def test_a_breach_is_in_the_state_of_those_alone_who_know_of_it() -> None:
    state = in_force(NonAggression())
    owed = owed_between(state, Refrain)
    seen = entered(state, owed, False, known_to=frozenset({ALBA, BORIA}))
    states = {power: state_of(as_known(seen, power), owed) for power in POWERS}
    assert states == {power: BREACHED if power in (ALBA, BORIA) else OBSERVED for power in POWERS}


def test_the_answers_are_the_obligations_that_bind_with_their_states() -> None:
    state = in_force(AID, **ATTACKED)
    assert obligations_of(state, ALBA) == owed_by(state, ALBA)
    assert owed_to(state, CARNIA) == tuple(o for o in obligations(state) if o.creditor == CARNIA)
    assert all(o.state is not None for o in (*obligations_of(state, ALBA), *owed_to(state, ALBA)))
    assert all(o.state is None for o in obligations(state))


def test_answers_in_a_crisis_show_only_once_all_have_answered() -> None:
    state = in_force(HANGING, **IN_CRISIS)
    owed = owed_between(state, Assist)
    answered = with_(CRISIS, stances={DORIA: Stance.WITH_TARGET})
    assert state_of(with_(state, crisis=answered), owed) is state_of(state, owed) is DORMANT
    shown = with_(state, crisis=with_(answered, revealed=True))
    assert state_of(shown, owed) is DUE


def test_aid_is_due_where_the_engine_holds_its_debtor_bound() -> None:
    for article in (AID, RECOMMENDED, HANGING, OneSidedAssistance(helper=ALBA, aided=CARNIA)):
        state = in_force(article, **IN_CRISIS)
        bound = next(c.standing for c in casus_foederis(state, BORIA, CARNIA) if c.power == ALBA) is Standing.BOUND
        assert (state_of(state, owed_between(state, Assist)) is DUE) is bound


@pytest.mark.parametrize(
    ("applied", "record", "state"),
    [
        ((), (), DUE),
        ((Sanction.OIL, Sanction.ARMS), (), OBSERVED),
        ((), (False,), BREACHED),
        ((Sanction.OIL, Sanction.ARMS), (False, True), OBSERVED),
    ],
)
def test_a_sanction_decided_is_due_until_it_is_applied(
    applied: tuple[Sanction, ...], record: tuple[bool, ...], state: ObligationState
) -> None:
    given = under(bound=frozenset({ALBA, CARNIA}))
    given = with_(given, turn=1, sanctions={(ALBA, BORIA): frozenset(applied)})
    given = with_(given, measures={key: with_(standing, beneficiaries=(CARNIA,)) for key, standing in given.measures.items()})
    owed = next(o for o in obligations(given) if isinstance(o.article, Paragraph) and o.debtor == ALBA)
    assert owed.version is None and state_of(entered(given, owed, *record), owed) is state


@pytest.mark.parametrize(("from_turn", "state"), [(None, OBSERVED), (FIRST, OBSERVED), (SECOND, DORMANT), (LAST, DORMANT)])
def test_what_is_owed_from_a_later_date_on_lies_dormant_until_then(from_turn: TurnId | None, state: ObligationState) -> None:
    known = with_(in_force(NonAggression(between=(ALBA, CARNIA), from_turn=from_turn)), turn=0)
    for every in (obligations_of(known, ALBA), owed_to(known, ALBA)):
        assert [owed.state for owed in every if owed.treaty == PACT] == [state]
    assert len([owed for owed in owed_by(known, ALBA) if owed.treaty == PACT]) == (state is OBSERVED), "it binds nobody yet"
