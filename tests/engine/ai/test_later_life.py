"""What a scripted power answers when a treaty lives on: by its worth, and to leave one only when its author says so."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide
from engine.clauses import Guarantee, MutualAssistance, NonAggression
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import (
    AgreeToEnd,
    AnswerReservation,
    CallGuarantors,
    CommitOrders,
    Confirm,
    Denounce,
    InvokeNullity,
    IssueUltimatum,
    PowerCommand,
    Protest,
    Ratify,
    Register,
    Sign,
)
from engine.crisis import Band, DemandCession, War
from engine.duties import Assist, Extent
from engine.events import ObligationBreached, Phase, RatificationFailed, TrackMoved, WarFought
from engine.names import ArticleId, Condition, Power, TreatyId
from engine.orders import ApplySanction, Mobilise, Readiness, Sanction
from engine.profile import Denounces, Profile, Rule
from engine.reservations import Reservation
from engine.setting import Coercion, Law
from engine.table import Table
from engine.treaty import Answer, ReservationPolicy
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    HARBOUR,
    MARCHES,
    ONE_DAY,
    THIRD,
    adopt,
    cession,
    conclude,
    do,
    quiet,
    to_phase,
)

PACT = TreatyId("alba.pact")
KEEN, LOATH = Profile(walk_away=-50), Profile(walk_away=50)


def acts(table: Table, power: Power, profile: Profile) -> tuple[PowerCommand, ...]:
    return decide(table.view(power), power, profile, {}, 1).acts


def reserved(policy: ReservationPolicy) -> Table:
    table = Table.open(quiet(), 1)
    adopt(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(), NonAggression(), reservations=policy)
    do(table, ALBA, Sign(treaty=PACT, reservations=(Reservation(article=ArticleId("a1")),)))
    return table


@pytest.mark.parametrize(
    ("policy", "profile", "answer"),
    [
        (ReservationPolicy.WITH_CONSENT, KEEN, Answer.ACCEPTED),
        (ReservationPolicy.WITH_CONSENT, LOATH, None),
        (ReservationPolicy.ALLOWED, KEEN, None),
        (ReservationPolicy.ALLOWED, LOATH, Answer.REFUSED),
    ],
)
def test_a_reservation_is_answered_by_what_it_leaves_and_only_where_silence_would_say_something_else(
    policy: ReservationPolicy, profile: Profile, answer: Answer | None
) -> None:
    said = [act for act in acts(reserved(policy), BORIA, profile) if isinstance(act, AnswerReservation)]
    assert said == ([] if answer is None else [AnswerReservation(treaty=PACT, reserver=ALBA, answer=answer)])


@pytest.mark.parametrize(("profile", "stands"), [(KEEN, True), (LOATH, False)])
def test_a_signature_ad_referendum_is_confirmed_if_the_text_is_still_worth_it(profile: Profile, stands: bool) -> None:
    table = Table.open(quiet(), 1)
    adopt(table, ALBA, "pact", (ALBA, BORIA), NonAggression())
    do(table, BORIA, Sign(treaty=PACT, ad_referendum=True))
    assert (Confirm(treaty=PACT) in acts(table, BORIA, profile)) == stands


@pytest.mark.parametrize(
    ("threatened", "ready", "ally", "void"),
    [
        (True, Readiness.PRECAUTIONARY, Readiness.PEACE, False),
        (False, Readiness.PRECAUTIONARY, Readiness.PEACE, True),
        (False, Readiness.GENERAL, Readiness.PEACE, False),
        (False, Readiness.GENERAL, Readiness.GENERAL, True),
    ],
)
def test_what_was_extorted_is_held_void_if_it_costs_more_than_it_gives_and_force_would_not_exact_it_all_the_same(
    threatened: bool, ready: Readiness, ally: Readiness, void: bool
) -> None:
    scenario = quiet()
    table = Table.open(with_(scenario, setting=with_(scenario.setting, law=Law(coercion=Coercion.VOID))), 1)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=1))
    pact = conclude(table, BORIA, "pact", (BORIA, CARNIA), cession((HARBOUR, THIRD)))
    view = table.view(CARNIA)
    view = with_(view, readiness={**view.readiness, BORIA: ready, ALBA: ally})
    if not threatened:
        view = with_(view, ultimatums={})
    assert (InvokeNullity(treaty=pact) in decide(view, CARNIA, LOATH, {}, 1).acts) is void


@pytest.mark.parametrize(("asked", "registers"), [(False, False), (True, True)])
def test_a_treaty_that_we_may_want_to_invoke_is_registered_where_the_law_asks_for_it(asked: bool, registers: bool) -> None:
    scenario = quiet()
    table = Table.open(with_(scenario, setting=with_(scenario.setting, law=Law(registration=asked))), 1)
    conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression())
    assert (Register(treaty=PACT) in acts(table, BORIA, KEEN)) is registers


def test_a_ratification_that_failed_is_tried_again_in_the_next_turn() -> None:
    table = Table.open(quiet(), 1)
    conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression(), ratification=True)
    to_phase(table, Phase.TALKS, 1)
    table.apply((TrackMoved(track="boria.support", value=0, audience=frozenset({BORIA})),))
    assert Ratify(treaty=PACT) in acts(table, BORIA, KEEN)
    table.apply((RatificationFailed(treaty=PACT, power=BORIA, turn=1, audience=frozenset({ALBA, BORIA})),))
    assert Ratify(treaty=PACT) not in acts(table, BORIA, KEEN)
    to_phase(table, Phase.TALKS, 2)
    assert Ratify(treaty=PACT) in acts(table, BORIA, KEEN)


def test_a_treaty_is_denounced_by_the_script_and_not_otherwise() -> None:
    table = Table.open(quiet(), 1)
    conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression(), notice=ONE_DAY)
    scripted = Profile(script={"out": Rule(when=Condition("turn == first"), then=(Denounces(treaty=PACT),))})
    assert Denounce(treaty=PACT) in acts(table, BORIA, scripted)
    assert not any(isinstance(act, Denounce) for profile in (KEEN, LOATH) for act in acts(table, BORIA, profile))


def test_nobody_gives_up_a_treaty_that_is_worth_having_because_another_asks() -> None:
    table = Table.open(quiet(), 1)
    conclude(table, ALBA, "pact", (ALBA, BORIA, CARNIA), NonAggression())
    do(table, ALBA, AgreeToEnd(treaty=PACT))
    assert not any(isinstance(act, AgreeToEnd) for act in acts(table, BORIA, KEEN))


@pytest.mark.parametrize("at_war", [False, True])
def test_a_breach_to_its_injury_is_protested_against_once_by_the_injured_alone_and_not_in_the_midst_of_war(at_war: bool) -> None:
    table = Table.open(quiet(), 1)
    duty = Assist(debtor=CARNIA, creditor=ALBA)
    table.apply((ObligationBreached(treaty=ENTENTE, article=ArticleId("entente_1"), duty=duty),))
    if at_war:
        table.apply((WarFought(war=War(attackers=(ALBA,), defenders=(CARNIA,), band=Band.STALEMATE, turn=0, attack=(), defence=())),))
    protest = Protest(treaty=ENTENTE, against=CARNIA)
    assert (protest in acts(table, ALBA, KEEN)) is not at_war
    assert not any(isinstance(act, Protest) for power in (BORIA, CARNIA, DORIA) for act in acts(table, power, KEEN))
    if not at_war:
        do(table, ALBA, protest)
        assert protest not in acts(table, ALBA, KEEN)


def wronged(extent: Extent) -> tuple[Table, CallGuarantors]:
    """Carnia has broken the entente to Alba's injury, which Doria guarantees."""
    table = Table.open(quiet(), 1)
    observing = Guarantee(guarantors=(DORIA,), protected=ALBA, object=GuaranteeOf.OBSERVANCE, instrument=ENTENTE, extent=extent)
    conclude(table, ALBA, "pact", (ALBA, DORIA), observing)
    duty = Assist(debtor=CARNIA, creditor=ALBA)
    table.apply((ObligationBreached(treaty=ENTENTE, article=ArticleId("entente_1"), duty=duty),))
    return table, CallGuarantors(treaty=PACT, against=CARNIA, broken=ENTENTE, article=ArticleId("entente_1"))


@pytest.mark.parametrize("trust", [50, 80])
def test_guarantors_are_called_over_a_breach_by_a_power_that_is_not_trusted(trust: int) -> None:
    table, call = wronged(Extent.ECONOMIC)
    table.apply((TrackMoved(track="alba.trust.carnia", value=trust, audience=frozenset({ALBA})),))
    assert (call in acts(table, ALBA, KEEN)) is (trust == 50)


@pytest.mark.parametrize(
    ("extent", "answer"),
    [
        (Extent.DIPLOMATIC, Protest(treaty=PACT, against=CARNIA)),
        (Extent.ECONOMIC, CommitOrders((ApplySanction(CARNIA, Sanction.GENERAL),))),
        (Extent.MILITARY, CommitOrders((Mobilise(Readiness.PRECAUTIONARY),))),
    ],
)
def test_a_guarantor_that_is_called_answers_by_what_it_owes(extent: Extent, answer: PowerCommand) -> None:
    table, call = wronged(extent)
    assert answer not in acts(table, DORIA, KEEN)
    do(table, ALBA, call)
    if isinstance(answer, CommitOrders):
        # Words come first, and cost nothing.
        do(table, DORIA, Protest(treaty=PACT, against=CARNIA))
        to_phase(table, Phase.ORDERS)
    assert answer in decide(table.view(DORIA), DORIA, KEEN, {}, 1, (), last=True).acts
