"""Guarantees short of an attack: who is bound when a power calls its guarantors over a breach, who learns of it, and what answers."""

from __future__ import annotations

import pytest

from engine.casus import Standing, casus_foederis
from engine.clauses import AnyClause, Consultation, Demilitarisation, Guarantee, MutualAssistance, NonAggression
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import CallGuarantors, CommitOrders, IssueUltimatum, Protest
from engine.consequences import consequences
from engine.crisis import DemandCession
from engine.decide import decide
from engine.duties import Automaticity, Extent, Refrain, Trigger
from engine.events import GuarantorsCalled, ObligationBreached, Phase
from engine.fulfilment import obligations_of, state_of
from engine.guarantees import calls_over, injuries
from engine.happenings import Deed, Sanction
from engine.names import EVERYBODY, ArticleId, Audience, Power, TreatyId
from engine.obligations import ObligationState, obligations
from engine.options import options
from engine.orders import ApplySanction, Default, HandOver
from engine.postures import Posture, PostureKind
from engine.record import Conduct
from engine.refusal import Refusal
from engine.state import State, changed
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HARBOUR,
    MARCHES,
    POWERS,
    SECOND,
    cession,
    do,
    refused,
    standing,
    to_phase,
    with_plot,
)

PACT, BOND, SECRET = (TreatyId(name) for name in ("pact", "bond", "secret"))
A1, A2 = ArticleId("pact_1"), ArticleId("pact_2")
BOTH = (ALBA, ETRIA)


def guarantee(**terms: object) -> Guarantee:
    """Alba and Etria guarantee to Carnia the observance of the text, unless it is said otherwise."""
    return Guarantee(**{"guarantors": BOTH, "protected": CARNIA, "object": GuaranteeOf.OBSERVANCE, **terms})  # type: ignore[arg-type]


def pact(*clauses: AnyClause, known_to: Audience = EVERYBODY, ident: TreatyId = PACT) -> Treaty:
    """Among all five."""
    return standing(ident, POWERS, *clauses, known_to=known_to)


def world(*treaties: Treaty) -> State:
    """The opening with these treaties in force and no others."""
    scenario = with_plot(charter=False, events={}, drafts={}, endings={}, treaties={t.id: t for t in treaties})
    return Table.open(scenario, 1).state


def broken(by: Power, article: ArticleId = A1, treaty: TreatyId = PACT, *, to: Power = CARNIA, known_to: Audience = EVERYBODY) -> Conduct:
    """A line of the record: a promise not to threaten, broken in the first turn."""
    duty = Refrain(debtor=by, creditor=to, deeds=frozenset({Deed.THREATEN}), toward=to)
    return Conduct(turn=0, treaty=treaty, article=article, duty=duty, kept=False, known_to=known_to)


def after(state: State, *lines: Conduct) -> State:
    """The state once these stand on the record."""
    return changed(state, record=(*state.record, *lines))


def call(by: Power = BORIA, article: ArticleId = A1, broken: TreatyId = PACT, treaty: TreatyId = PACT) -> CallGuarantors:
    """The call over a breach by a power."""
    return CallGuarantors(treaty=treaty, against=by, broken=broken, article=article)


def reason(state: State, power: Power, command: CallGuarantors) -> str:
    """Why the call is refused."""
    outcome = decide(state, power, command)
    assert isinstance(outcome, Refusal), outcome
    return outcome.reason


BASE = (NonAggression(between=(BORIA, CARNIA)), Consultation(between=(BORIA, CARNIA)))
BOUND, IF, MAY, FREE = Standing.BOUND, Standing.BOUND_ONLY_IF, Standing.ENTITLED, Standing.FREE
ALL_BOUND = {ALBA: (BOUND, "bound"), ETRIA: (BOUND, "bound")}
CASES: list[tuple[str, dict[str, object], Conduct, dict[Power, tuple[Standing, str]]]] = [
    ("several: each is bound", {}, broken(BORIA), ALL_BOUND),
    ("any article of the text", {}, broken(BORIA, A2), ALL_BOUND),
    ("the article named", {"articles": (A1,)}, broken(BORIA), ALL_BOUND),
    ("not the article that is not named", {"articles": (A1,)}, broken(BORIA, A2), {}),
    ("not another treaty", {}, broken(BORIA, treaty=BOND), {}),
    ("another treaty, where it is the one named", {"instrument": BOND}, broken(BORIA, treaty=BOND), ALL_BOUND),
    ("and then not the text itself", {"instrument": BOND}, broken(BORIA), {}),
    ("not what is owed to another", {}, broken(BORIA, to=DORIA), {}),
    ("a guarantor that breaks its own word is not called", {}, broken(ALBA), {ETRIA: (BOUND, "bound")}),
    ("against the power named", {"against": (BORIA,)}, broken(BORIA), ALL_BOUND),
    ("not against another", {"against": (DORIA,)}, broken(BORIA), {}),
    ("joint: each waits for the other", {"joint": True}, broken(BORIA), dict.fromkeys(BOTH, (IF, "waits_for_each_other"))),
    ("only with a third power", {"only_if_assisted_by": DORIA}, broken(BORIA), dict.fromkeys(BOTH, (IF, "waits_for"))),
    ("not with the one that broke it", {"only_if_assisted_by": BORIA}, broken(BORIA), dict.fromkeys(BOTH, (FREE, "waits_for_foe"))),
    (
        "as each judges",
        {"automaticity": Automaticity.AS_EACH_JUDGES},
        broken(BORIA),
        dict.fromkeys(BOTH, (MAY, "as_each_judges")),
    ),
    (
        "after consultation",
        {"automaticity": Automaticity.AFTER_CONSULTATION},
        broken(BORIA),
        dict.fromkeys(BOTH, (MAY, "after_consultation")),
    ),
    (
        "upon a recommendation",
        {"automaticity": Automaticity.UPON_RECOMMENDATION},
        broken(BORIA),
        dict.fromkeys(BOTH, (MAY, "awaits_recommendation")),
    ),
    ("by trade alone it binds all the same", {"extent": Extent.ECONOMIC}, broken(BORIA), ALL_BOUND),
    ("by words alone too", {"extent": Extent.DIPLOMATIC}, broken(BORIA), ALL_BOUND),
    ("a guarantee of frontiers answers an attack only", {"object": GuaranteeOf.FRONTIERS}, broken(BORIA), {}),
    (
        "one against threats answers none that does not stand",
        {"object": GuaranteeOf.FRONTIERS, "trigger": Trigger.THREAT},
        broken(BORIA),
        {},
    ),
    ("before what it waits for is settled nothing is owed", {"once_settled": (MARCHES,)}, broken(BORIA), {}),
]


@pytest.mark.parametrize(("terms", "line", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_is_bound_over_a_breach(terms: dict[str, object], line: Conduct, expected: dict[Power, tuple[Standing, str]]) -> None:
    state = after(world(pact(*BASE, guarantee(**terms)), pact(*BASE, ident=BOND)), line)
    found = {c.power: (c.standing, c.grounds[0].code) for c in calls_over(state, line, PACT)}
    assert found == expected
    named = call(line.debtor, line.article, line.treaty)
    open_to = {o.only("article") for o in options(state, line.creditor) if o.verb is CallGuarantors and o.admits(named)}
    assert open_to == ({line.article} if expected else set())
    forecast = consequences(state, line.creditor, named).guarantors
    assert {c.power: (c.standing, c.grounds[0].code) for c in forecast} == expected


def test_a_guarantee_of_observance_is_not_owed_upon_an_attack() -> None:
    state = world(pact(*BASE, guarantee()))
    assert all(not c.to_aid for c in casus_foederis(state, BORIA, CARNIA))


def test_a_recommendation_of_an_organ_binds_those_who_await_one() -> None:
    state = after(world(pact(*BASE, guarantee(automaticity=Automaticity.UPON_RECOMMENDATION))), broken(BORIA))
    found = calls_over(changed(state, findings=frozenset({(BORIA, CARNIA)})), broken(BORIA), PACT)
    assert {c.power: c.standing for c in found} == dict.fromkeys(BOTH, BOUND)


def test_who_has_itself_used_force_first_calls_nobody() -> None:
    state = after(world(pact(*BASE, guarantee())), broken(BORIA))
    blockade = Posture(kind=PostureKind.BLOCKADING, by=CARNIA, toward=BORIA)
    found = calls_over(changed(state, postures=(blockade,)), broken(BORIA), PACT)
    assert {c.power: (c.standing, c.grounds[0].code) for c in found} == dict.fromkeys(BOTH, (FREE, "provoked"))


def test_aid_against_a_threat_is_called_for_while_the_threat_stands() -> None:
    treaty = pact(NonAggression(between=(BORIA, CARNIA), threats=True), MutualAssistance(trigger=Trigger.THREAT))
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={PACT: treaty}), 1)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=1))
    (line,) = injuries(table.state, CARNIA)
    assert {c.power: c.standing for c in calls_over(table.state, line, PACT)} == dict.fromkeys((ALBA, DORIA, ETRIA), BOUND)
    do(table, CARNIA, call())
    assert calls_over(changed(table.state, ultimatums={}), line, PACT) == ()


@pytest.mark.parametrize(
    ("treaties", "lines", "power", "command", "code"),
    [
        ((pact(*BASE, guarantee()),), (), CARNIA, call(), "no_breach"),
        ((pact(*BASE, guarantee()),), (broken(BORIA),), CARNIA, call(article=A2), "no_breach"),
        ((pact(*BASE, guarantee()),), (broken(BORIA, known_to=frozenset({BORIA})),), CARNIA, call(), "no_breach"),
        ((pact(*BASE, guarantee()),), (broken(BORIA),), DORIA, call(), "not_injured"),
        ((pact(*BASE),), (broken(BORIA),), CARNIA, call(), "not_guaranteed"),
        ((pact(*BASE, guarantee(articles=(A2,))),), (broken(BORIA),), CARNIA, call(), "not_guaranteed"),
        ((pact(*BASE, guarantee(object=GuaranteeOf.FRONTIERS)),), (broken(BORIA),), CARNIA, call(), "attack_only"),
        ((pact(*BASE, MutualAssistance()),), (broken(BORIA),), CARNIA, call(), "attack_only"),
        ((pact(*BASE, guarantee()),), (broken(BORIA),), CARNIA, call(treaty=BOND), "unknown_treaty"),
    ],
    ids=["no breach", "another article", "not known", "another's", "no guarantee", "another article's", "frontiers", "alliance", "unknown"],
)
def test_why_nobody_is_called(
    treaties: tuple[Treaty, ...], lines: tuple[Conduct, ...], power: Power, command: CallGuarantors, code: str
) -> None:
    assert reason(after(world(*treaties), *lines), power, command) == code


def test_a_guarantee_does_not_betray_a_secret_treaty_to_those_who_do_not_know_it() -> None:
    secret = standing(SECRET, (BORIA, CARNIA), *BASE, known_to=frozenset({BORIA, CARNIA}))
    state = after(world(pact(*BASE, guarantee(instrument=SECRET)), secret), broken(BORIA, ArticleId("secret_1"), SECRET))
    assert reason(state, CARNIA, call(article=ArticleId("secret_1"), broken=SECRET)) == "guarantors_unaware"
    assert not [o for o in options(state, CARNIA) if o.verb is CallGuarantors]


def test_a_secret_guarantee_is_called_before_those_alone_who_may_read_it() -> None:
    readers = frozenset({ALBA, CARNIA})
    bond = standing(BOND, (ALBA, CARNIA), guarantee(guarantors=(ALBA,), instrument=PACT, extent=Extent.DIPLOMATIC), known_to=readers)
    state = after(world(pact(*BASE), bond), broken(BORIA, known_to=frozenset({BORIA, CARNIA})))
    events = decide(state, CARNIA, call(treaty=BOND))
    assert not isinstance(events, Refusal)
    assert {e.audience for e in events if isinstance(e, GuarantorsCalled | ObligationBreached)} == {readers}
    assert [type(e) for e in events if isinstance(e, GuarantorsCalled | ObligationBreached)] == [ObligationBreached, GuarantorsCalled]
    assert reason(state, BORIA, call(ALBA, treaty=BOND)) == reason(state, BORIA, call(ALBA, treaty=TreatyId("nothing"))) == "unknown_treaty"


def test_forces_that_have_left_a_zone_call_nobody_any_more() -> None:
    """Locarno, 16 October 1925, articles 2 and 4: the zone that is guaranteed."""
    state = world(pact(Demilitarisation(zone=(MARCHES,), bound=(BORIA,)), guarantee(articles=(A1,))))
    (duty,) = {o.duty for o in obligations(state) if isinstance(o.duty, Refrain) and o.duty.creditor == CARNIA}
    line = Conduct(turn=0, treaty=PACT, article=A1, duty=duty, kept=False)
    there = Posture(kind=PostureKind.DEPLOYED, by=BORIA, at=MARCHES)
    assert reason(after(state, line), CARNIA, call()) == "no_breach"
    assert not isinstance(decide(changed(after(state, line), postures=(there,)), CARNIA, call()), Refusal)


def at_work(**terms: object) -> Table:
    """Carnia owes Boria the marches by the second turn, which Alba and Doria guarantee, and has openly refused; Boria has called them."""
    given = {"guarantors": (ALBA, DORIA), "protected": BORIA, "articles": (A1,), **terms}
    treaty = pact(cession((MARCHES, SECOND)), guarantee(**given))
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={PACT: treaty}), 1)
    to_phase(table, Phase.ORDERS)
    do(table, CARNIA, CommitOrders((Default(treaty=PACT, article=A1, to=BORIA),)))
    to_phase(table, Phase.TALKS, 1)
    (event,) = (e for e in do(table, BORIA, call(CARNIA)) if isinstance(e, GuarantorsCalled))
    assert event.audience is EVERYBODY
    return table


def found(table: Table) -> set[tuple[str, Power, int]]:
    """What has been found of the guarantors: kept or broken, by whom, in which turn."""
    article = A2
    return {("kept" if line.kept else "broken", line.debtor, line.turn) for line in table.state.record if line.article == article}


def test_a_call_is_made_once() -> None:
    table = at_work(extent=Extent.ECONOMIC)
    assert refused(table, BORIA, call(CARNIA)).reason == "guarantors_called"
    assert [appeal.by for appeal in table.view(ETRIA).appeals] == [BORIA]


def test_who_breaks_off_trade_has_answered_and_who_does_nothing_is_in_breach_by_the_close_of_the_next_turn() -> None:
    table = at_work(extent=Extent.ECONOMIC)
    to_phase(table, Phase.ORDERS)
    do(table, ALBA, CommitOrders((ApplySanction(CARNIA, Sanction.FINANCE),)))
    to_phase(table, Phase.TALKS, 2)
    assert found(table) == {("kept", ALBA, 1)}
    to_phase(table, Phase.TALKS, 3)
    assert found(table) == {("kept", ALBA, 1), ("broken", DORIA, 2)}


def test_what_guarantors_owe_is_due_from_the_call_to_the_close_of_the_next_turn() -> None:
    table = at_work(extent=Extent.ECONOMIC)
    owed = next(o for o in obligations_of(table.view(DORIA), DORIA) if o.article.id == A2)
    assert (owed.state, owed.due) == (ObligationState.DUE, 2)
    to_phase(table, Phase.TALKS, 3)
    assert state_of(table.view(DORIA), owed) is ObligationState.BREACHED


def test_a_protest_answers_where_words_are_owed() -> None:
    table = at_work(extent=Extent.DIPLOMATIC)
    do(table, ALBA, Protest(treaty=PACT, against=CARNIA))
    to_phase(table, Phase.TALKS, 2)
    assert found(table) == {("kept", ALBA, 1)}


def test_an_ultimatum_answers_where_force_is_owed_and_a_protest_does_not() -> None:
    table = at_work()
    do(table, ALBA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=3))
    do(table, DORIA, Protest(treaty=PACT, against=CARNIA))
    to_phase(table, Phase.TALKS, 3)
    assert found(table) == {("kept", ALBA, 1), ("broken", DORIA, 2)}


def test_a_joint_guarantee_unanswered_by_all_is_broken_by_none() -> None:
    table = at_work(joint=True, extent=Extent.ECONOMIC)
    to_phase(table, Phase.TALKS, 3)
    assert found(table) == set()


def test_of_a_joint_guarantee_who_leaves_the_other_alone_breaks_its_word() -> None:
    table = at_work(joint=True, extent=Extent.ECONOMIC)
    to_phase(table, Phase.ORDERS)
    do(table, ALBA, CommitOrders((ApplySanction(CARNIA, Sanction.FINANCE),)))
    to_phase(table, Phase.TALKS, 3)
    assert ("broken", DORIA, 2) in found(table) and not any(how == "broken" and who == ALBA for how, who, _ in found(table))


def test_a_breach_made_good_in_time_releases_the_guarantors() -> None:
    table = at_work(extent=Extent.ECONOMIC)
    to_phase(table, Phase.ORDERS)
    do(table, CARNIA, CommitOrders((HandOver(treaty=PACT, article=A1, stake=MARCHES),)))
    to_phase(table, Phase.TALKS, 3)
    assert found(table) == set()


@pytest.mark.parametrize("answers", [True, False])
def test_calls_in_different_turns_are_each_answered_or_left_unanswered_for_themselves(answers: bool) -> None:
    """Carnia refuses the marches, then the harbour; Boria calls in the turn after each."""
    other = ArticleId("pact_3")
    watch = guarantee(guarantors=(ALBA,), protected=BORIA, articles=(A1, other), extent=Extent.ECONOMIC)
    treaty = pact(cession((MARCHES, SECOND)), watch, cession((HARBOUR, SECOND)))
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={PACT: treaty}), 1)
    for turn, article in enumerate((A1, other)):
        to_phase(table, Phase.ORDERS, turn)
        do(table, CARNIA, CommitOrders((Default(treaty=PACT, article=article, to=BORIA),)))
        to_phase(table, Phase.TALKS, turn + 1)
        do(table, BORIA, CallGuarantors(treaty=PACT, against=CARNIA, broken=PACT, article=article))
    to_phase(table, Phase.ORDERS, 2)
    assert [o.state for o in obligations_of(table.view(ALBA), ALBA) if o.article.id == A2] == [ObligationState.DUE]
    to_phase(table, Phase.ORDERS, 3)
    upon = [(line.turn, line.called, line.kept) for line in table.state.record if line.article == A2]
    assert upon == [(2, 1, False)]
    assert [o.state for o in obligations_of(table.view(ALBA), ALBA) if o.article.id == A2] == [ObligationState.DUE]
    do(table, ALBA, CommitOrders((ApplySanction(CARNIA, Sanction.FINANCE),) if answers else ()))
    to_phase(table, Phase.OVER)
    upon = [(line.turn, line.called, line.kept) for line in table.state.record if line.article == A2]
    assert upon == [(2, 1, False), (3, 2, answers)]
