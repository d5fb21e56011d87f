"""Signatures, ultimatums, crises and orders of scripted powers."""

from __future__ import annotations

import pytest
from attrs import evolve

from engine.ai.binding import reservation
from engine.ai.brain import decide
from engine.ai.brink import orders
from engine.ai.mind import Mind
from engine.ai.sides import persists
from engine.ai.value import Worth
from engine.clauses import Notification
from engine.clauses.notification import Notice
from engine.commands import AnswerCrisis, AnswerUltimatum, CloseStep, CommitOrders, IssueUltimatum, Send
from engine.crisis import Crisis, DemandCession, Stance, Ultimatum
from engine.events import MessageSent, Phase, PollDecided
from engine.names import ArticleId, Condition, Onlooker, Power, StakeId, TreatyId
from engine.orders import Deploy, HandOver, Mobilise, Perform, Readiness
from engine.profile import Profile, Stands, Style
from engine.profile import Rule as ScriptRule
from engine.sitting import Subject
from engine.state import State, changed
from engine.table import Table
from engine.treaty import Article, Version
from tests.engine.ai.tables import (
    BRITAIN,
    CZECHS,
    FRANCE,
    GERMANY,
    ITALY,
    POLAND,
    POWERS,
    SEED,
    USSR,
    do,
    munich,
    open_talks,
    profile,
    seated,
    until,
)

DEMAND = DemandCession((StakeId("zone_1"),))


def crisis_view(power: Power, *, armed: Readiness = Readiness.PARTIAL, ultimatum: bool = False) -> State:
    """Germany is about to attack Czechoslovakia and everybody is asked."""
    view = Table.open(munich(), SEED).view(power)
    demand = Ultimatum(issuer=GERMANY, target=CZECHS, demand=DEMAND, expires=0) if ultimatum else None
    crisis = Crisis(mover=GERMANY, target=CZECHS, ultimatum=demand, called=frozenset(POWERS) - {GERMANY})
    return changed(view, crisis=crisis, phase=Phase.CRISIS, readiness={**view.readiness, FRANCE: armed, CZECHS: Readiness.GENERAL})


def stance(view: State, power: Power, how: Profile, seed: int = SEED) -> Stance:
    """What a power answers."""
    (act,) = (a for a in decide(view, power, how, {}, seed).acts if isinstance(a, AnswerCrisis))
    return act.stance


def test_the_word_of_a_guarantor_is_kept_and_that_of_a_spoiler_is_not_worth_a_war() -> None:
    kept = {
        style: sum(stance(crisis_view(FRANCE), FRANCE, Profile(style=style), seed) is Stance.WITH_TARGET for seed in range(30))
        for style in Style
    }
    assert kept[Style.GUARANTOR] > kept[Style.BALANCER] > kept[Style.SPOILER]


def test_a_duty_that_waits_for_another_power_waits_until_that_power_has_armed() -> None:
    assert stance(crisis_view(USSR, armed=Readiness.PEACE), USSR, profile(USSR)) is Stance.NEUTRAL
    armed = [stance(crisis_view(USSR), USSR, profile(USSR), seed) for seed in range(10)]
    assert Stance.WITH_TARGET in armed


def test_who_owes_nothing_mediates_or_stands_aside() -> None:
    assert stance(crisis_view(ITALY), ITALY, profile(ITALY)) is Stance.MEDIATE
    assert stance(crisis_view(POLAND), POLAND, profile(POLAND)) is Stance.NEUTRAL


def test_the_author_has_the_word_on_a_stance() -> None:
    rule = ScriptRule(when=Condition("turn == berchtesgaden"), then=(Stands(target=CZECHS, stance=Stance.WITH_MOVER),))
    assert stance(crisis_view(POLAND), POLAND, evolve(profile(POLAND), script={"with": rule})) is Stance.WITH_MOVER


@pytest.mark.parametrize(("when", "wanted"), [("turn == berchtesgaden", Stance.YIELD), ("turn >= munich", Stance.RESIST)])
def test_the_target_yields_when_its_author_says_so(when: str, wanted: Stance) -> None:
    how = evolve(profile(CZECHS), yields_when=Condition(when))
    assert stance(crisis_view(CZECHS, ultimatum=True), CZECHS, how) is wanted


def test_a_target_without_instructions_yields_when_war_would_cost_more() -> None:
    view = crisis_view(CZECHS, ultimatum=True)
    alone = changed(view, treaties={}, readiness={**view.readiness, CZECHS: Readiness.PEACE, GERMANY: Readiness.GENERAL})
    assert stance(alone, CZECHS, Profile()) is Stance.YIELD
    assert stance(view, CZECHS, Profile()) is Stance.RESIST


def test_a_mover_persists_only_if_its_author_lets_it_and_the_coalition_is_not_clearly_stronger() -> None:
    view = crisis_view(GERMANY, armed=Readiness.GENERAL)
    assert view.crisis is not None
    everybody = {p: Stance.WITH_TARGET for p in view.crisis.called}
    nobody = {p: Stance.NEUTRAL for p in view.crisis.called}
    willing = evolve(profile(GERMANY), attacks_when=Condition("turn == berchtesgaden"))
    unwilling = evolve(profile(GERMANY), attacks_when=None)
    for how, stances, wanted in ((willing, nobody, True), (willing, everybody, False), (unwilling, nobody, False)):
        crisis = evolve(view.crisis, stances=stances, revealed=True)
        assert persists(Mind(view, GERMANY, how, {}, SEED), crisis) is wanted


def test_an_ultimatum_is_acknowledged_at_once_and_rejected_on_its_last_day() -> None:
    table, company = open_talks("berchtesgaden", POLAND)
    do(table, POLAND, IssueUltimatum(target=CZECHS, demand=DemandCession((StakeId("teschen"),)), expires=table.state.turn))
    company.play()
    assert [m.phrase.code for m in table.chronicle if isinstance(m, MessageSent) and m.by == CZECHS and m.to == {POLAND} and m.phrase] == [
        "acknowledge"
    ]
    table.play(Onlooker.FACILITATOR, CloseStep())
    company.play()
    assert table.state.ultimatums[(POLAND, CZECHS)].state.value == "rejected"


def test_an_ultimatum_is_accepted_with_words_as_soon_as_the_author_says_so() -> None:
    table, _ = open_talks("berchtesgaden", POLAND)
    do(table, POLAND, IssueUltimatum(target=CZECHS, demand=DemandCession((StakeId("teschen"),)), expires=2))
    how = evolve(profile(CZECHS), yields_when=Condition("ultimatum(poland, czechoslovakia) == 'standing'"))
    acts = decide(table.view(CZECHS), CZECHS, how, {}, SEED).acts
    assert AnswerUltimatum(issuer=POLAND, accept=True) in acts
    assert any(isinstance(a, Send) and a.phrase is not None and a.phrase.code == "accept_ultimatum" for a in acts)


def test_a_power_under_an_ultimatum_arms_step_by_step_and_holds_what_is_demanded() -> None:
    table, _ = seated(POLAND)
    do(table, POLAND, IssueUltimatum(target=CZECHS, demand=DemandCession((StakeId("teschen"),)), expires=2))
    table.play(Onlooker.FACILITATOR, CloseStep())
    assert table.state.phase is Phase.ORDERS
    mind = Mind(table.view(CZECHS), CZECHS, profile(CZECHS), {}, SEED)
    assert orders(mind) == CommitOrders((Mobilise(Readiness.PRECAUTIONARY), Deploy(StakeId("teschen"))))


@pytest.mark.parametrize(
    ("of", "days", "threat", "step", "told"),
    [
        (Notice.MOBILISATION, 0, None, Readiness.PRECAUTIONARY, True),
        (Notice.MOBILISATION, 0, None, Readiness.PEACE, False),
        (Notice.MOBILISATION, 7, None, Readiness.PEACE, True),
        (Notice.MOBILISATION, 0, FRANCE, Readiness.PRECAUTIONARY, False),
        (Notice.MANOEUVRES, 0, None, Readiness.PRECAUTIONARY, True),
    ],
)
def test_notice_is_given_of_arming_in_time_but_not_to_whom_it_is_to_surprise(
    of: Notice, days: int, threat: Power | None, step: Readiness, told: bool
) -> None:
    table, _ = seated(POLAND)
    do(table, POLAND, IssueUltimatum(target=CZECHS, demand=DemandCession((StakeId("teschen"),)), expires=2))
    table.play(Onlooker.FACILITATOR, CloseStep())
    view = table.view(CZECHS)
    notes = evolve(
        view.treaties[TreatyId("franco_czechoslovak")],
        versions=(
            Version(
                number=1, by=None, base=None, articles=(Article(id=ArticleId("one"), clause=Notification(of=(of,), days_before=days)),)
            ),
        ),
    )
    threats = {(CZECHS, threat): Ultimatum(issuer=CZECHS, target=threat, demand=DEMAND, expires=2)} if threat else {}
    view = changed(
        view,
        treaties={**view.treaties, notes.id: notes},
        ultimatums={**view.ultimatums, **threats},
        readiness={**view.readiness, CZECHS: step},
    )
    given = orders(Mind(view, CZECHS, profile(CZECHS), {}, SEED)).orders
    assert any(isinstance(o, Perform) and (o.to, o.matter) == (FRANCE, of.value) for o in given) is told


def test_a_cession_that_is_due_is_performed() -> None:
    table, company = seated(POLAND, seed=0)
    until(table, company, "october_seventh", (POLAND,))
    assert table.state.treaties[TreatyId("munich_agreement")].in_force
    assert CZECHS in table.state.treaties[TreatyId("munich_agreement")].assents
    assert table.state.holder(StakeId("zone_1")) == GERMANY
    table.play(Onlooker.FACILITATOR, CloseStep())
    ordered = orders(Mind(table.view(CZECHS), CZECHS, profile(CZECHS), {}, SEED)).orders
    due = [o.stake for o in ordered if isinstance(o, HandOver)]
    assert due == [s for s in due if s in ("zone_2", "zone_3", "zone_4")] and due


def test_a_reservation_is_made_only_where_it_turns_the_balance() -> None:
    bad, good = ArticleId("bad"), ArticleId("good")
    assert reservation(Worth(surplus=-5, walk_away=0, parts=((bad, -15), (good, 10)))) == bad
    assert reservation(Worth(surplus=-20, walk_away=15, parts=((bad, -15), (good, 10)))) is None
    assert reservation(Worth(surplus=-5, walk_away=15, parts=((good, 10),))) is None


def test_all_four_sign_at_munich_and_the_conference_adopts_it() -> None:
    table, company = seated(POLAND, seed=0)
    until(table, company, "october_first", (POLAND,))
    agreement = table.state.treaties[TreatyId("munich_agreement")]
    assert agreement.parties == frozenset({GERMANY, BRITAIN, FRANCE, ITALY})
    (held,) = (e for e in table.chronicle if isinstance(e, PollDecided) and e.organ == "italy.munich")
    assert held.poll.subject is Subject.TEXT and held.verdict.carried
