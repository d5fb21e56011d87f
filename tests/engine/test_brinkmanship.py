"""Every way into a crisis and out of it, and what everybody's answer was worth."""

from __future__ import annotations

from engine.clauses import AnyClause, Guarantee, MutualAssistance, NonAggression
from engine.commands import AnswerCrisis, CommitOrders, Decide, IssueUltimatum
from engine.consequences import consequences
from engine.crisis import DemandCession, DemandStandDown, Opening, Stance, Way
from engine.decide.crises import stances_of
from engine.decide.orders import available_orders
from engine.duties import Assist, Refrain
from engine.events import CrisisOpened, OrganEstablished, Phase, ReadinessChanged, WarFought
from engine.happenings import Deed
from engine.names import ArticleId, Power, TreatyId
from engine.options import options
from engine.orders import Attack, Deploy, HandOver, Occupy, Order, Readiness
from engine.organ import Call
from engine.refusal import Reason
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.duties import owes
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FIRST,
    HILLS,
    MARCHES,
    PLOT,
    POWERS,
    cession,
    do,
    refused,
    standing,
    to_phase,
    with_plot,
)
from tests.engine.test_crises import answers


def at_peace(*treaties: Treaty) -> Table:
    """A table of five powers bound by these treaties alone."""
    return Table.open(with_plot(charter=False, events={}, drafts={}, treaties={t.id: t for t in treaties}, endings={}), 1)


def ordered(table: Table, **orders: tuple[Order, ...]) -> Table:
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(orders.get(power, ())))
    return table


def pact(name: str, parties: tuple[Power, ...], *clauses: AnyClause) -> Treaty:
    return standing(TreatyId(name), parties, *clauses)


# -- occupation


def occupying(*treaties: Treaty) -> Table:
    return ordered(at_peace(*treaties), boria=(Occupy(MARCHES),))


def test_an_occupation_opens_a_crisis_over_the_stake_and_its_holder_may_let_it_go() -> None:
    table = occupying()
    crisis = table.state.crisis
    assert crisis is not None and (crisis.opening, crisis.target, crisis.over) == (Opening.OCCUPATION, CARNIA, frozenset({MARCHES}))
    answers(table, carnia=Stance.YIELD)
    assert table.state.holder(MARCHES) == BORIA and not table.state.wars and not table.state.is_settled(MARCHES)
    assert table.state.garrison(MARCHES) == {BORIA}
    assert table.state.tracks["carnia.prestige"] == 40


def test_an_occupation_breaks_a_pact_of_non_aggression_even_if_it_is_not_resisted() -> None:
    table = occupying(pact("peace", (BORIA, CARNIA), NonAggression()))
    answers(table, carnia=Stance.YIELD)
    assert [(line.debtor, line.kept) for line in table.state.record] == [(BORIA, False)]


def test_a_war_over_a_stake_that_the_attack_wins_gives_the_stake_and_no_more() -> None:
    table = at_peace()
    table.apply((ReadinessChanged(power=BORIA, step=Readiness.PARTIAL), ReadinessChanged(power=CARNIA, step=Readiness.GENERAL)))
    ordered(table, boria=(Occupy(MARCHES),))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    assert {s for s, holder in table.state.holders.items() if holder == BORIA} == {MARCHES}


# -- forces where a treaty forbids them


KEEP_OUT = Refrain(debtor=DORIA, creditor=ALBA, deeds=frozenset({Deed.DEPLOY}), at=frozenset({HILLS}))


def moving_in(*treaties: Treaty) -> Table:
    return ordered(at_peace(pact("locarno", (ALBA, DORIA), owes(KEEP_OUT)), *treaties), doria=(Deploy(HILLS),))


def test_troops_where_a_public_treaty_forbids_them_are_a_breach_at_once_and_a_crisis_with_whom_it_was_owed() -> None:
    table = moving_in()
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(DORIA, ALBA, False)]
    crisis = table.state.crisis
    assert crisis is not None and (crisis.opening, crisis.mover, crisis.target) == (Opening.DEPLOYMENT, DORIA, ALBA)


def test_troops_that_are_let_stand_stay_and_a_mover_that_steps_back_withdraws_them() -> None:
    stay, go = moving_in(), moving_in()
    answers(stay, alba=Stance.YIELD)
    assert stay.state.garrison(HILLS) == {DORIA} and stay.state.crises[0].outcome == "yielded"
    answers(go)
    do(go, DORIA, Decide(persist=False))
    assert go.state.garrison(HILLS) == frozenset() and not go.state.wars


def test_a_secret_treaty_that_forbids_troops_opens_no_crisis_before_all() -> None:
    secret = standing(TreatyId("locarno"), (ALBA, DORIA), owes(KEEP_OUT), known_to=frozenset({ALBA, DORIA}))
    table = ordered(at_peace(secret), doria=(Deploy(HILLS),))
    assert table.state.crisis is None and len(table.view(ALBA).record) == 1 and not table.view(BORIA).record


# -- through a neutral


def test_an_attack_through_a_neutral_is_an_attack_upon_it_and_its_allies_are_called() -> None:
    shield = pact("shield", (ALBA, CARNIA), MutualAssistance())
    table = ordered(at_peace(shield), boria=(Attack(DORIA, through=CARNIA),))
    crisis = table.state.crisis
    assert crisis is not None and crisis.through == CARNIA
    assert stances_of(crisis, CARNIA) == (Stance.WITH_TARGET, Stance.NEUTRAL)
    answers(table, carnia=Stance.WITH_TARGET)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert war.defenders == (DORIA, CARNIA)
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(ALBA, CARNIA, False)]


def test_a_neutral_that_lets_itself_be_passed_through_stays_out_of_the_war() -> None:
    table = ordered(at_peace(), boria=(Attack(DORIA, through=CARNIA),))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert war.defenders == (DORIA,) and war.attack[0].road.way is Way.SUFFERANCE and war.attack[0].divisions > 0


# -- ways down


def test_a_call_for_a_conference_halves_the_price_of_stepping_back_and_brings_it_about() -> None:
    table = ordered(at_peace(), boria=(Attack(CARNIA),))
    answers(table, etria=Stance.CONFER, alba=Stance.WITH_TARGET)
    events = do(table, BORIA, Decide(persist=False))
    assert table.state.tracks["boria.prestige"] == 45
    (called,) = (e.organ.call for e in events if isinstance(e, OrganEstablished))
    assert called == Call(host=ETRIA, turn=1, invited=frozenset({ALBA, BORIA, CARNIA})) and table.state.turn == 1


def test_a_bluff_that_is_called_costs_the_bluffer_the_trust_of_all() -> None:
    table = ordered(at_peace(), boria=(Attack(CARNIA),))
    answers(table, alba=Stance.WITH_TARGET)
    before = table.state.tracks
    do(table, BORIA, Decide(persist=False))
    lost = {k: before[k] - v for k, v in table.state.tracks.items() if k.endswith(".trust.boria")}
    assert lost == {f"{p}.trust.boria": 5 for p in (ALBA, CARNIA, DORIA, ETRIA)}


def test_an_ally_that_stood_by_its_promise_has_kept_it_though_the_mover_steps_back_and_nobody_has_broken_one() -> None:
    for stance, kept in ((Stance.WITH_TARGET, [True]), (Stance.NEUTRAL, [])):
        table = ordered(at_peace(PLOT.treaties[ENTENTE]), boria=(Attack(CARNIA),))
        answers(table, alba=stance)
        do(table, BORIA, Decide(persist=False))
        assert [line.kept for line in table.state.record] == kept


def test_every_crisis_is_kept_with_what_everybody_answered_and_how_it_ended() -> None:
    table = ordered(at_peace(), boria=(Attack(CARNIA),))
    answers(table, doria=Stance.MEDIATE)
    do(table, BORIA, Decide(persist=False))
    (past,) = table.view(ETRIA).crises
    assert (past.turn, past.outcome, past.crisis.stances[DORIA]) == (0, "stepped_back", Stance.MEDIATE)


def test_a_crisis_names_the_promises_that_each_kept_or_broke_in_it_and_to_nobody_those_it_may_not_know() -> None:
    secret = standing(TreatyId("secret"), (CARNIA, DORIA), MutualAssistance(), known_to=frozenset({CARNIA, DORIA}))
    table = ordered(at_peace(pact("open", (ALBA, CARNIA), MutualAssistance()), secret), boria=(Attack(CARNIA),))
    answers(table, alba=Stance.WITH_TARGET)
    do(table, BORIA, Decide(persist=True))
    for viewer, conduct in ((ETRIA, [(ALBA, True)]), (CARNIA, [(ALBA, True), (DORIA, False)])):
        view = table.view(viewer)
        (past,) = view.crises
        assert [(view.record[n].debtor, view.record[n].kept) for n in past.conduct] == conduct


# -- what it costs not to follow one's words


def test_a_guarantee_that_is_not_honoured_costs_the_guarantor_prestige_support_and_trust() -> None:
    word = pact("word", (ALBA,), Guarantee(guarantors=(ALBA,), protected=CARNIA))
    table = ordered(at_peace(word), boria=(Attack(CARNIA),))
    before = table.state.tracks
    answers(table)
    do(table, BORIA, Decide(persist=True))
    lost = {t: n - before[t] for t, n in table.state.tracks.items() if "alba" in t and n != before[t]}
    assert lost == {
        "alba.prestige": -5,
        "alba.support": -2,
        "carnia.trust.alba": -20,
        **{f"{p}.trust.alba": -10 for p in ("boria", "doria", "etria")},
    }


def test_an_ultimatum_that_another_crisis_between_the_two_has_overtaken_is_not_dropped_for_nothing() -> None:
    keep_out = Refrain(debtor=DORIA, creditor=CARNIA, deeds=frozenset({Deed.DEPLOY}), at=frozenset({HILLS}))
    table = at_peace(pact("zone", (CARNIA, DORIA), owes(keep_out)))
    do(table, DORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=0))
    ordered(table, doria=(Deploy(HILLS),))
    answers(table, carnia=Stance.YIELD)
    assert table.state.turn == 1 and not table.state.ultimatums
    assert table.state.tracks["doria.prestige"] == 40


# -- perverse play


def test_an_ultimatum_to_oneself_is_not_to_be_had() -> None:
    table = at_peace()
    assert all(
        not option.admits(IssueUltimatum(target=BORIA, demand=DemandStandDown(), expires=0)) for option in options(table.state, BORIA)
    )
    assert refused(table, BORIA, IssueUltimatum(target=BORIA, demand=DemandStandDown(), expires=0)).reason is Reason.TO_ONESELF


def test_everybody_attacks_everybody_at_once_and_each_pair_meets_once() -> None:
    table = at_peace()
    everybody = {p: tuple(o for o in available_orders(table.state, p) if isinstance(o, Attack) and o.through is None) for p in POWERS}
    table, opened = ordered(table, **everybody), 0
    while table.state.phase is Phase.CRISIS:
        opened += 1
        answers(table)
        do(table, table.state.crisis.mover, Decide(persist=True))  # type: ignore[union-attr]
    pairs = [frozenset((w.attackers[0], w.defenders[0])) for w in table.state.wars]
    assert opened == len(pairs) == len(set(pairs)) == 3
    assert table.state.turn == 1


def test_guarantees_in_a_circle_bring_everybody_in_and_nobody_twice() -> None:
    ring = tuple(pact(f"ring_{one}", (one, other), MutualAssistance()) for one, other in zip(POWERS, (*POWERS[1:], POWERS[0]), strict=True))
    table = ordered(at_peace(*ring), boria=(Attack(CARNIA),))
    answers(table, doria=Stance.WITH_TARGET)
    events = do(table, BORIA, Decide(persist=True))
    (fought,) = (e for e in events if isinstance(e, WarFought))
    assert fought.war.defenders == (CARNIA, DORIA)
    # Boria had promised Carnia aid against anybody, and has attacked it.
    assert [(line.debtor, line.kept) for line in table.state.record] == [(BORIA, False), (DORIA, True)]


def test_an_attack_on_ones_own_ally_is_a_war_that_breaks_the_alliance_and_the_attacker_owes_its_victim_nothing_more() -> None:
    table = ordered(at_peace(pact("ally", (ALBA, BORIA), MutualAssistance())), alba=(Attack(BORIA),))
    answers(table)
    do(table, ALBA, Decide(persist=True))
    assert table.state.wars[0].attackers == (ALBA,)
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(ALBA, BORIA, False)]


def test_a_stake_that_two_would_occupy_goes_to_the_first_and_the_second_faces_the_new_holder() -> None:
    table = ordered(at_peace(), boria=(Occupy(MARCHES),), doria=(Occupy(MARCHES),))
    answers(table, carnia=Stance.YIELD)
    crisis = table.state.crisis
    assert crisis is not None and (crisis.mover, crisis.target) == (DORIA, BORIA)
    answers(table)
    do(table, DORIA, Decide(persist=False))
    assert table.state.holder(MARCHES) == BORIA and table.state.turn == 1


def test_a_stake_ceded_twice_goes_to_one_creditor_and_the_other_is_in_default() -> None:
    twice = (
        pact("one", (CARNIA, BORIA), cession((MARCHES, FIRST))),
        pact("two", (CARNIA, DORIA), cession((MARCHES, FIRST), receiver=DORIA)),
    )
    hand = HandOver(treaty=TreatyId("one"), article=ArticleId("one_1"), stake=MARCHES)
    table = ordered(at_peace(*twice), carnia=(hand,))
    assert table.state.holder(MARCHES) == BORIA
    assert [(line.creditor, line.kept) for line in table.state.record] == [(BORIA, True), (DORIA, False)]


def test_a_power_that_never_answers_is_counted_as_neutral_and_one_that_is_attacked_as_resisting() -> None:
    from tests.engine.settings import close

    table = ordered(at_peace(PLOT.treaties[ENTENTE]), boria=(Attack(CARNIA),))
    do(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET))
    close(table)
    do(table, BORIA, Decide(persist=True))
    assert table.state.wars[0].defenders == (CARNIA, DORIA)
    assert [(line.debtor, line.kept) for line in table.state.record] == [(ALBA, False)]


def test_forces_that_stand_at_a_stake_of_their_own_open_no_crisis() -> None:
    table = ordered(at_peace(), carnia=(Deploy(MARCHES),))
    assert table.state.phase is Phase.TALKS and not any(isinstance(e, CrisisOpened) for e in table.chronicle)


# -- what decisions are worth


def test_a_demand_on_pain_of_force_breaks_at_once_the_promise_not_to_threaten() -> None:
    pact = standing(TreatyId("peace"), (BORIA, CARNIA), NonAggression(threats=True))
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={pact.id: pact}), 1)
    command = IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=1)
    forecast = consequences(table.state, BORIA, command).breaches
    do(table, BORIA, command)
    assert [(line.treaty, line.debtor, line.kept) for line in table.state.record] == [("peace", BORIA, False)]
    assert [(o.treaty, o.duty.debtor) for o in forecast] == [("peace", BORIA)]


def test_who_stood_by_a_power_that_gives_way_all_the_same_has_kept_its_word_and_who_did_not_has_broken_none() -> None:
    bonds = (standing(TreatyId(f"with_{ally}"), (ally, CARNIA), MutualAssistance()) for ally in (ALBA, DORIA))
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={t.id: t for t in bonds}), 1)
    ordered(table, boria=(Occupy(MARCHES),))
    answers(table, alba=Stance.WITH_TARGET, carnia=Stance.YIELD)
    assert [(line.debtor, line.kept) for line in table.state.record if isinstance(line.duty, Assist)] == [(ALBA, True)]
    (past,) = table.state.crises
    assert [table.state.record[n].debtor for n in past.conduct] == [ALBA]
