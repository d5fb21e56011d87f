"""Ultimatums, crises, and the war that may come of them."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import Guarantee, MutualAssistance, NonAggression
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import (
    AgreeToEnd,
    AnswerCrisis,
    AnswerUltimatum,
    CloseStep,
    CommitOrders,
    Decide,
    IssueUltimatum,
    PowerCommand,
    Protest,
)
from engine.crisis import Band, Demand, DemandAssent, DemandCession, DemandStandDown, Stance, UltimatumState, Way
from engine.decide.orders import available_orders
from engine.duties import Extent
from engine.events import (
    CrisisEnded,
    CrisisOpened,
    Event,
    ObligationBreached,
    ObligationPerformed,
    Phase,
    StanceSealed,
    StancesRevealed,
    TreatyShown,
    UltimatumClosed,
    WarFought,
)
from engine.force import correlate
from engine.names import ArticleId, Power, TreatyId
from engine.obligations import cessions_of, owed_by
from engine.orders import Attack, Blockade, HandOver, Mobilise, Occupy, Order, Readiness, StandDown
from engine.plot import Scenario
from engine.refusal import Reason
from engine.setting import AfterWar, Force, Route
from engine.state import State
from engine.table import Table
from engine.treaty import Stage
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FACILITATOR,
    FIRST,
    HARBOUR,
    HILLS,
    LAST,
    MARCHES,
    OBSERVER,
    PLOT,
    POWERS,
    SECOND,
    cession,
    close,
    do,
    quiet,
    refused,
    standing,
    to_phase,
    with_plot,
)

NOTES = TreatyId("boria.notes_carnia_0")
MARCHES_ALONE = DemandCession((MARCHES,))


def of_kind(events: tuple[Event, ...], kind: type) -> list[Event]:
    return [e for e in events if isinstance(e, kind)]


def issued(demand: Demand = MARCHES_ALONE, expires: int = 0, target: Power = CARNIA, scenario: Scenario | None = None) -> Table:
    """A table at which Boria has issued an ultimatum."""
    table = Table.open(scenario or quiet(charter=False), 1)
    do(table, BORIA, IssueUltimatum(target=target, demand=demand, expires=expires))
    return table


def ordered(table: Table, **orders: tuple[Order, ...]) -> tuple[Event, ...]:
    """Everybody's orders; who is not named orders nothing."""
    to_phase(table, Phase.ORDERS)
    events: list[Event] = []
    for power in POWERS:
        events += do(table, power, CommitOrders(orders.get(power, ())))
    return tuple(events)


def crisis(scenario: Scenario | None = None, mover: Power = BORIA, target: Power = CARNIA) -> Table:
    """A table at which one power is about to attack another."""
    table = Table.open(scenario or quiet(charter=False), 1)
    ordered(table, **{mover: (Attack(target),)})
    assert table.state.phase is Phase.CRISIS
    return table


def answers(table: Table, **stances: Stance) -> tuple[Event, ...]:
    """Everybody called upon answers; who is not named stays neutral, and the target resists."""
    assert table.state.crisis is not None
    events: list[Event] = []
    target = table.state.crisis.target
    for power in sorted(table.state.crisis.called):
        stance = stances.get(power, Stance.RESIST if power == target else Stance.NEUTRAL)
        events += do(table, power, AnswerCrisis(stance=stance))
    return tuple(events)


# -- ultimatums


def test_an_ultimatum_accepted_is_an_exchange_of_notes_that_must_be_performed() -> None:
    table = issued()
    events = do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    (shown,) = (e for e in events if isinstance(e, TreatyShown))
    assert shown.how == "published" and shown.treaty.stage is Stage.IN_FORCE
    assert [o.duty.stake for o in cessions_of(table.state, CARNIA) if o.treaty == NOTES] == [MARCHES]
    article = shown.treaty.text.articles[0].id
    ordered(table, carnia=(HandOver(treaty=NOTES, article=article, stake=MARCHES),))
    assert table.state.holder(MARCHES) == BORIA and table.state.is_settled(MARCHES)
    assert not table.state.ultimatums and table.state.turn == 1
    assert [deed.kept for deed in table.state.record] == [True]


def test_a_promise_made_to_an_ultimatum_and_not_kept_is_a_default_not_a_crisis() -> None:
    table = issued()
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    events = ordered(table)
    assert len(of_kind(events, ObligationBreached)) == 1 and not of_kind(events, CrisisOpened)


def test_a_target_that_accepts_with_its_orders_sealed_has_until_the_next_turn() -> None:
    table = issued()
    to_phase(table, Phase.ORDERS)
    do(table, CARNIA, CommitOrders(()))
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    assert not of_kind(close(table), ObligationBreached)
    assert [o.duty.by for o in owed_by(table.state, CARNIA) if o.treaty == NOTES] == [SECOND]  # type: ignore[union-attr]


@pytest.mark.parametrize("answer", [AnswerUltimatum(issuer=BORIA, accept=False), None], ids=["rejected", "unanswered"])
def test_an_ultimatum_rejected_or_lapsed_opens_a_crisis_when_its_turn_closes(answer: PowerCommand | None) -> None:
    table = issued()
    if answer is not None:
        do(table, CARNIA, answer)
    (opened,) = of_kind(ordered(table), CrisisOpened)
    assert isinstance(opened, CrisisOpened)
    assert (opened.crisis.mover, opened.crisis.target, opened.crisis.called) == (BORIA, CARNIA, frozenset(POWERS) - {BORIA})


def test_an_ultimatum_stands_until_the_close_of_its_last_turn() -> None:
    table = issued(expires=1)
    assert not of_kind(ordered(table), CrisisOpened)
    assert table.state.ultimatums[(BORIA, CARNIA)].state is UltimatumState.STANDING
    assert of_kind(ordered(table), CrisisOpened)


@pytest.mark.parametrize(
    ("demand", "reason"),
    [
        (DemandCession((HILLS,)), Reason.DEMAND_FAULTY),
        (DemandCession(()), Reason.DEMAND_FAULTY),
        (DemandCession((MARCHES, MARCHES)), Reason.DEMAND_FAULTY),
        (DemandAssent(ENTENTE), Reason.DEMAND_FAULTY),
    ],
)
def test_only_what_the_target_can_give_may_be_demanded(demand: Demand, reason: Reason) -> None:
    table = Table.open(quiet(charter=False), 1)
    assert refused(table, BORIA, IssueUltimatum(target=CARNIA, demand=demand, expires=0)).reason is reason


def test_several_stakes_are_demanded_and_promised_together() -> None:
    table = issued(DemandCession((HARBOUR, MARCHES)), expires=2)
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    assert {o.duty.stake for o in cessions_of(table.state, CARNIA) if o.treaty == NOTES} == {HARBOUR, MARCHES}


def test_a_demand_to_stand_down_is_met_by_standing_down_and_orders_sealed_before_do_not_undo_it() -> None:
    for order in (StandDown(Readiness.PRECAUTIONARY), Mobilise(Readiness.GENERAL)):
        table = issued(DemandStandDown())
        to_phase(table, Phase.ORDERS)
        do(table, CARNIA, CommitOrders((order,)))
        do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
        close(table)
        assert table.state.readiness[CARNIA] is Readiness.PEACE


def test_what_another_has_meanwhile_cannot_be_promised() -> None:
    from engine.events import StakeTransferred

    table = issued(expires=2)
    table.apply((StakeTransferred(stake=MARCHES, holder=DORIA),))
    events = do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    assert not of_kind(events, TreatyShown) and NOTES not in table.state.treaties


def test_an_exchange_of_notes_never_takes_the_name_of_a_draft() -> None:
    from tests.engine.settings import WORDS, draft_of

    table = Table.open(quiet(charter=False), 1)
    assert refused(table, BORIA, draft_of(BORIA, "notes_carnia_0", (BORIA, DORIA), WORDS)).reason is Reason.NAME_TAKEN


def test_no_ultimatum_goes_to_a_power_with_which_one_is_at_war() -> None:
    table = crisis()
    answers(table)
    do(table, BORIA, Decide(persist=True))
    table2 = table
    if not table2.state.over:
        to_phase(table2, Phase.TALKS, 1)
        command = IssueUltimatum(target=CARNIA, demand=DemandStandDown(), expires=1)
        assert refused(table2, BORIA, command).reason is Reason.AT_WAR


# -- the crisis


def test_an_attack_opens_a_crisis_before_it_is_carried_out() -> None:
    table = crisis()
    assert not table.state.wars and table.state.holder(MARCHES) == CARNIA


def test_stances_are_secret_until_all_are_in_and_then_everybody_sees_them() -> None:
    table = crisis()
    do(table, ALBA, AnswerCrisis(stance=Stance.WITH_TARGET))
    for viewer in (CARNIA, BORIA, OBSERVER):
        seen = table.view(viewer).crisis
        assert seen is not None and seen.answered == {ALBA} and not seen.stances
        assert not any(isinstance(e, StanceSealed | StancesRevealed) for _, e in table.news(viewer))
    assert refused(table, ALBA, AnswerCrisis(stance=Stance.NEUTRAL)).reason is Reason.ALREADY_ANSWERED
    assert refused(table, BORIA, Decide(persist=True)).reason is Reason.WRONG_PHASE
    for power, stance in ((CARNIA, Stance.RESIST), (DORIA, Stance.WITH_MOVER), (ETRIA, Stance.MEDIATE)):
        do(table, power, AnswerCrisis(stance=stance))
    shown = table.view(OBSERVER).crisis
    assert shown is not None and shown.revealed
    assert shown.stances == {ALBA: Stance.WITH_TARGET, CARNIA: Stance.RESIST, DORIA: Stance.WITH_MOVER, ETRIA: Stance.MEDIATE}


@pytest.mark.parametrize(
    ("power", "stance", "reason"),
    [
        (BORIA, Stance.NEUTRAL, Reason.NOT_CALLED_UPON),
        (CARNIA, Stance.NEUTRAL, Reason.UNKNOWN_CHOICE),
        (CARNIA, Stance.YIELD, Reason.UNKNOWN_CHOICE),
        (ALBA, Stance.RESIST, Reason.UNKNOWN_CHOICE),
        (ALBA, Stance.YIELD, Reason.UNKNOWN_CHOICE),
    ],
)
def test_each_answers_what_is_its_part(power: Power, stance: Stance, reason: Reason) -> None:
    """A bare attack demands nothing to which its target could yield."""
    assert refused(crisis(), power, AnswerCrisis(stance=stance)).reason is reason


def test_a_target_that_yields_owes_what_was_demanded_and_has_a_turn_to_perform_it() -> None:
    table = issued()
    ordered(table)
    events = answers(table, carnia=Stance.YIELD)
    (ended,) = of_kind(events, CrisisEnded)
    assert isinstance(ended, CrisisEnded) and ended.outcome == "yielded"
    assert table.state.tracks["carnia.prestige"] == 40
    assert not of_kind(events, ObligationBreached) and table.state.turn == 1
    to_phase(table, Phase.ORDERS)
    article = ArticleId("notes_boria_carnia_0")
    ordered(table, carnia=(HandOver(treaty=NOTES, article=article, stake=MARCHES),))
    assert table.state.holder(MARCHES) == BORIA
    assert [deed.kept for deed in table.state.record] == [True]


def test_a_target_that_yields_in_the_last_turn_is_not_in_default_of_what_it_can_no_longer_perform() -> None:
    table = Table.open(quiet(charter=False), 1)
    to_phase(table, Phase.TALKS, 3)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=MARCHES_ALONE, expires=3))
    ordered(table)
    answers(table, carnia=Stance.YIELD)
    assert table.state.over and not table.state.record
    assert [o.duty.by for o in owed_by(table.state, CARNIA) if o.treaty != ENTENTE] == [LAST]  # type: ignore[union-attr]


@pytest.mark.parametrize(("mediator", "prestige", "support"), [(Stance.NEUTRAL, 40, 55), (Stance.MEDIATE, 45, 57)])
def test_stepping_back_costs_prestige_and_support_and_less_where_somebody_mediates(mediator: Stance, prestige: int, support: int) -> None:
    table = crisis()
    answers(table, doria=mediator)
    (ended,) = of_kind(do(table, BORIA, Decide(persist=False)), CrisisEnded)
    assert isinstance(ended, CrisisEnded) and ended.outcome == "stepped_back"
    assert table.state.tracks["boria.prestige"] == prestige
    assert table.state.tracks["boria.support"] == support
    assert not table.state.wars


def test_the_mover_alone_has_the_last_word() -> None:
    table = crisis()
    answers(table)
    assert refused(table, ALBA, Decide(persist=True)).reason is Reason.NOT_THE_MOVER


def test_a_crisis_closed_by_the_umpire_counts_the_silent_as_neutral_the_target_as_resisting_and_the_mover_as_stepping_back() -> None:
    table = crisis()
    close(table)
    assert table.state.crisis is not None
    assert table.state.crisis.stances == {ALBA: Stance.NEUTRAL, CARNIA: Stance.RESIST, DORIA: Stance.NEUTRAL, ETRIA: Stance.NEUTRAL}
    (ended,) = of_kind(close(table), CrisisEnded)
    assert isinstance(ended, CrisisEnded) and ended.outcome == "stepped_back"


def test_what_the_mover_demanded_falls_away_with_the_crisis() -> None:
    table = issued(expires=2)
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=False))
    ordered(table)
    answers(table)
    assert of_kind(do(table, BORIA, Decide(persist=False)), UltimatumClosed)
    assert not table.state.ultimatums and table.state.turn == 1


# -- obligations in war


@pytest.mark.parametrize(("stance", "kept"), [(Stance.WITH_TARGET, True), (Stance.NEUTRAL, False), (Stance.WITH_MOVER, False)])
def test_an_ally_that_comes_has_kept_its_word_and_one_that_does_not_has_broken_it(stance: Stance, kept: bool) -> None:
    table = crisis()
    answers(table, alba=stance)
    events = do(table, BORIA, Decide(persist=True))
    deeds = of_kind(events, ObligationPerformed if kept else ObligationBreached)
    assert [(e.treaty, e.duty.form, e.duty.debtor, e.duty.creditor) for e in deeds] == [(ENTENTE, "assist", ALBA, CARNIA)]  # type: ignore[attr-defined]
    assert [(d.debtor, d.kept) for d in table.state.record] == [(ALBA, kept)]
    assert table.state.tracks["carnia.trust.alba"] == (55 if kept else 30)


def test_an_attack_that_breaks_a_pact_of_non_aggression_is_recorded_before_those_who_know_it() -> None:
    secret = standing(TreatyId("secret"), (BORIA, CARNIA), NonAggression(), known_to=frozenset({BORIA, CARNIA}))
    table = crisis(with_plot(charter=False, events={}, drafts={}, treaties={secret.id: secret}, endings={}))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    assert [(d.debtor, d.duty.form, d.creditor, d.kept) for d in table.view(CARNIA).record] == [(BORIA, "refrain", CARNIA, False)]
    assert table.view(ALBA).record == ()


@pytest.mark.parametrize("extent", [Extent.ECONOMIC, Extent.DIPLOMATIC])
def test_a_duty_short_of_arms_is_not_broken_by_staying_out_of_the_war(extent: Extent) -> None:
    aid = standing(TreatyId("aid"), (ALBA, CARNIA), MutualAssistance(extent=extent))
    table = crisis(with_plot(charter=False, events={}, drafts={}, treaties={aid.id: aid}, endings={}))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    assert table.state.record == ()


def test_a_duty_that_waits_for_another_power_waits_for_the_deed_once_stances_are_known() -> None:
    waiting = standing(TreatyId("waiting"), (CARNIA, ETRIA), MutualAssistance(only_if_assisted_by=ALBA))
    treaties = {ENTENTE: PLOT.treaties[ENTENTE], waiting.id: waiting}
    scenario = with_plot(charter=False, events={}, drafts={}, treaties=treaties, endings={})
    for ally, broken in ((Stance.NEUTRAL, {ALBA}), (Stance.WITH_TARGET, {ETRIA})):
        table = crisis(scenario)
        answers(table, alba=ally)
        do(table, BORIA, Decide(persist=True))
        assert {d.debtor for d in table.state.record if not d.kept} == broken


# -- force


def armed(**readiness: Readiness) -> State:
    state = Table.open(quiet(charter=False), 1).state
    return with_(state, readiness={**state.readiness, **{Power(p): step for p, step in readiness.items()}})


PEACE, PARTIAL, GENERAL = Readiness.PEACE, Readiness.PARTIAL, Readiness.GENERAL


@pytest.mark.parametrize(
    ("attackers", "defenders", "readiness", "attack", "defence", "band"),
    [
        ((BORIA,), (CARNIA,), {"boria": GENERAL, "carnia": PEACE}, 80, 7, Band.COLLAPSE),
        ((BORIA,), (CARNIA,), {"boria": PARTIAL, "carnia": GENERAL}, 56, 30, Band.VICTORY),
        ((BORIA,), (CARNIA,), {"boria": Readiness.PRECAUTIONARY, "carnia": GENERAL}, 32, 30, Band.STALEMATE),
        ((BORIA,), (CARNIA,), {"boria": PEACE, "carnia": GENERAL}, 20, 30, Band.STALEMATE),
        ((BORIA,), (ALBA, CARNIA), {"boria": PEACE, "alba": PEACE, "carnia": GENERAL}, 20, 45, Band.DEFEAT),
        ((ETRIA,), (CARNIA,), {"etria": GENERAL}, 0, 0, Band.STALEMATE),
        ((ETRIA,), (CARNIA, ALBA), {"etria": GENERAL, "alba": GENERAL}, 0, 0, Band.STALEMATE),
        ((ETRIA, BORIA), (CARNIA,), {"etria": GENERAL, "boria": GENERAL, "carnia": PEACE}, 80, 7, Band.COLLAPSE),
        ((ALBA, DORIA), (CARNIA,), {"alba": GENERAL, "doria": GENERAL, "carnia": GENERAL}, 20, 30, Band.STALEMATE),
    ],
)
def test_only_divisions_that_reach_a_front_count_and_their_ratio_decides(
    attackers: tuple[Power, ...],
    defenders: tuple[Power, ...],
    readiness: dict[str, Readiness],
    attack: int,
    defence: int,
    band: Band,
) -> None:
    war = correlate(armed(**readiness), attackers, defenders)
    assert sum(line.divisions for line in war.attack) == attack
    assert sum(line.divisions for line in war.defence) == defence
    assert war.band is band


@pytest.mark.parametrize(
    ("mover", "order", "reason"),
    [
        (ETRIA, Attack(CARNIA), Reason.NO_ROAD),
        (ALBA, Attack(CARNIA), Reason.ONLY_THROUGH_A_NEUTRAL),
        (ETRIA, Occupy(MARCHES), Reason.NO_ROAD),
        (ETRIA, Attack(CARNIA, through=DORIA), Reason.NO_ROAD),
        (BORIA, Blockade(CARNIA), Reason.NO_SEA_ROUTE),
        (BORIA, Attack(BORIA), Reason.ORDER_NOT_AVAILABLE),
    ],
)
def test_force_without_a_road_is_refused_with_the_rule(mover: Power, order: Order, reason: Reason) -> None:
    table = to_phase(Table.open(quiet(charter=False), 1), Phase.ORDERS)
    assert order not in available_orders(table.state, mover)
    assert refused(table, mover, CommitOrders((order,))).reason is reason


def test_a_power_that_has_no_road_may_attack_one_that_can_come_to_meet_it() -> None:
    scenario = quiet(charter=False)
    powers = {**scenario.setting.powers, CARNIA: with_(scenario.setting.powers[CARNIA], fleet=9)}
    routes = (Route(between=(CARNIA, ETRIA)),)
    table = to_phase(Table.open(with_(scenario, setting=with_(scenario.setting, powers=powers, routes=routes)), 1), Phase.ORDERS)
    assert Attack(CARNIA) in available_orders(table.state, ETRIA)
    assert correlate(table.state, (ETRIA,), (CARNIA,)).attack[0].road.way is Way.NONE


@pytest.mark.parametrize(
    ("steps", "held"),
    [
        ({BORIA: GENERAL, CARNIA: PEACE}, {MARCHES, HARBOUR}),
        ({BORIA: PARTIAL, CARNIA: GENERAL}, {HARBOUR}),
        ({BORIA: PEACE, CARNIA: GENERAL}, set()),
    ],
    ids=["collapse", "victory", "stalemate"],
)
def test_a_collapse_loses_everything_a_victory_takes_what_was_demanded_and_less_takes_nothing(
    steps: dict[Power, Readiness], held: set[str]
) -> None:
    from engine.events import ReadinessChanged

    table = issued(DemandCession((HARBOUR,)))
    table.apply(ReadinessChanged(power=p, step=s) for p, s in steps.items())
    ordered(table)
    answers(table)
    (fought,) = of_kind(do(table, BORIA, Decide(persist=True)), WarFought)
    assert isinstance(fought, WarFought) and fought.war.attackers == (BORIA,)
    assert {s for s, holder in table.state.holders.items() if holder == BORIA} == held
    assert not table.state.settled


@pytest.mark.parametrize("after", AfterWar)
def test_the_scenario_says_whether_a_war_ends_the_game_or_the_game_runs_on(after: AfterWar) -> None:
    scenario = quiet(charter=False)
    table = crisis(with_(scenario, setting=with_(scenario.setting, force=Force(war=after))))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    assert table.state.over is (after is AfterWar.ENDS)
    assert table.state.ending == ("war_broke_out" if table.state.over else None)


# -- perverse play


def test_everybody_attacks_everybody_and_the_game_goes_on() -> None:
    table = Table.open(with_plot(charter=False, endings={}), 1)
    for _ in range(400):
        state = table.state
        if state.over:
            break
        if state.phase is Phase.ORDERS:
            for power in POWERS:
                foes = [p for p in POWERS if p != power and p not in state.at_war(power)]
                attacks = tuple(o for o in available_orders(state, power) if o in [Attack(p) for p in foes])
                do(table, power, CommitOrders(attacks[:2]))
        elif state.phase is Phase.CRISIS and state.crisis is not None:
            if state.crisis.revealed:
                do(table, state.crisis.mover, Decide(persist=True))
            else:
                answers(table, **{p: Stance.WITH_MOVER for p in state.crisis.called if p != state.crisis.target})
        else:
            close(table)
    assert table.state.over and len(table.state.wars) == 2


def test_a_chain_of_ultimatums_ends() -> None:
    table = Table.open(with_plot(charter=False, endings={}), 1)
    while not table.state.over:
        if table.state.phase is Phase.TALKS:
            for issuer, target in zip(POWERS, (*POWERS[1:], POWERS[0]), strict=True):
                for demand in (DemandStandDown(), *(DemandCession((s,)) for s in table.state.holders)):
                    table.play(issuer, IssueUltimatum(target=target, demand=demand, expires=table.state.turn))
        close(table)
    assert not table.state.wars and table.state.turn == 3


def test_a_game_in_which_nobody_ever_answers_reaches_its_end() -> None:
    table = Table.open(with_plot(charter=False, endings={}), 2)
    for _ in range(40):
        if not table.state.over:
            close(table)
    assert table.state.over and table.state.ending == "calendar_ran_out"
    assert refused(table, FACILITATOR, CloseStep()).reason is Reason.GAME_OVER
    assert refused(table, ALBA, Decide(persist=True)).reason is Reason.GAME_OVER


def test_a_third_state_protests_against_the_breach_of_what_a_treaty_promises_it() -> None:
    """VCLT 36: Alba guarantees Carnia by a treaty with Doria alone."""
    pact = standing(TreatyId("pact"), (ALBA, DORIA), Guarantee(guarantors=(ALBA,), protected=CARNIA, object=GuaranteeOf.INDEPENDENCE))
    table = crisis(with_plot(charter=False, events={}, drafts={}, treaties={pact.id: pact}, endings={}))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    to_phase(table, Phase.TALKS, 1)
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(ALBA, CARNIA, False)]
    do(table, CARNIA, Protest(treaty=pact.id, against=ALBA))
    assert refused(table, CARNIA, Protest(treaty=pact.id, against=ALBA)).reason is Reason.ALREADY_PROTESTED
    assert refused(table, ETRIA, Protest(treaty=pact.id, against=ALBA)).reason is Reason.NOT_A_PARTY


NOTE = TreatyId("note")


def demanded(**provisions: object) -> Table:
    """Boria has demanded that Carnia assent to what Alba and Boria have concluded over its marches."""
    note = standing(NOTE, (ALBA, BORIA), cession((MARCHES, LAST)), **provisions)
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties={NOTE: note}, endings={}), 1)
    to_phase(table, Phase.TALKS)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandAssent(NOTE), expires=1))
    return table


def test_a_demand_to_assent_to_a_text_falls_away_as_soon_as_the_text_has_ended() -> None:
    table = demanded()
    do(table, ALBA, AgreeToEnd(treaty=NOTE))
    assert (BORIA, CARNIA) in table.state.ultimatums
    events = do(table, BORIA, AgreeToEnd(treaty=NOTE))
    assert any(isinstance(event, UltimatumClosed) for event in events) and not table.state.ultimatums
    assert refused(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True)).reason is Reason.NO_ULTIMATUM
    to_phase(table, Phase.TALKS, 2)
    assert not table.state.crises


def test_one_whose_text_ends_with_its_term_falls_away_when_the_next_date_opens() -> None:
    table = demanded(expires=FIRST)
    assert table.state.ultimatums
    to_phase(table, Phase.TALKS, 1)
    assert not table.state.treaties[NOTE].in_force and not table.state.ultimatums
    to_phase(table, Phase.TALKS, 2)
    assert not table.state.crises
