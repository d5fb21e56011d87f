"""The law of the time: treaties procured by force, registration; and reservations withdrawn."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.casus import Standing, casus_foederis
from engine.clauses import MutualAssistance, NonAggression
from engine.commands import (
    Accede,
    AnswerCrisis,
    AnswerUltimatum,
    Assent,
    Confirm,
    InvokeNullity,
    IssueUltimatum,
    Ratify,
    Register,
    Sign,
    WithdrawReservation,
)
from engine.consequences import consequences
from engine.crisis import DemandCession, Stance
from engine.decide.courses import judgment
from engine.decide.drafting import notes_of
from engine.dispute import Dispute
from engine.duties import Automaticity
from engine.events import Phase
from engine.names import ArticleId, DisputeId, Power, StakeId, TreatyId
from engine.obligations import obligations, owed_by
from engine.operation import counts_before_organs
from engine.options import options
from engine.orders import Occupy
from engine.plot import Scenario
from engine.reservations import Reservation
from engine.setting import Coercion, Law
from engine.table import Table as Referee
from engine.treaty import Accession, End, ReservationPolicy, Stage
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HARBOUR,
    HILLS,
    LAST,
    MARCHES,
    OBSERVER,
    THIRD,
    adopt,
    both,
    cession,
    conclude,
    do,
    quiet,
    standing,
    to_phase,
)
from tests.engine.test_brinkmanship import at_peace, ordered


def under(**law: object) -> Scenario:
    """The quiet scenario under another law."""
    scenario = quiet()
    return with_(scenario, setting=with_(scenario.setting, law=Law(**law)))  # type: ignore[arg-type]


def may(table: Referee, power: Power) -> tuple[TreatyId, ...]:
    """The treaties that a power may hold to be void."""
    return tuple(option.only("treaty") for option in options(table.view(power), power) if option.verb is InvokeNullity)


THREAT = IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=2)


def signed_under_threat(coercion: Coercion, parties: tuple[Power, ...] = (BORIA, CARNIA)) -> tuple[Referee, TreatyId]:
    """Carnia signs with Boria while Boria's ultimatum stands against it."""
    table = Referee.open(under(coercion=coercion), 1)
    do(table, BORIA, THREAT)
    return table, conclude(table, BORIA, "pact", parties, cession((HARBOUR, THIRD)), NonAggression())


@pytest.mark.parametrize(("coercion", "offered"), [(Coercion.VALID, False), (Coercion.CONTESTED, True), (Coercion.VOID, True)])
def test_consent_given_under_an_ultimatum_may_be_held_void_where_the_law_knows_of_that(coercion: Coercion, offered: bool) -> None:
    table, pact = signed_under_threat(coercion)
    assert (pact in may(table, CARNIA)) is offered
    assert may(table, BORIA) == ()


def test_consent_is_coerced_by_a_threat_that_stands_when_it_is_completed() -> None:
    """VCLT 11, 52: a ratification and a confirmation express consent as a signature does."""
    table = Referee.open(under(coercion=Coercion.VOID), 1)
    sworn = conclude(table, BORIA, "sworn", (BORIA, CARNIA), NonAggression(), ratification=True)
    noted = adopt(table, BORIA, "noted", (BORIA, CARNIA), NonAggression())
    do(table, BORIA, Sign(treaty=noted))
    do(table, CARNIA, Sign(treaty=noted, ad_referendum=True))
    to_phase(table, Phase.TALKS, 1)
    do(table, BORIA, Ratify(treaty=sworn), THREAT)
    assert may(table, CARNIA) == ()
    do(table, CARNIA, Ratify(treaty=sworn), Confirm(treaty=noted))
    assert may(table, CARNIA) == (noted, sworn)
    assert may(table, BORIA) == ()


def test_where_the_law_is_settled_the_power_coerced_is_rid_of_the_treaty() -> None:
    """VCLT 52."""
    table, pact = signed_under_threat(Coercion.VOID)
    do(table, CARNIA, InvokeNullity(treaty=pact))
    assert (table.state.treaties[pact].stage, table.state.treaties[pact].end) == (Stage.ENDED, End.VOID)
    assert all(owed.treaty != pact for owed in obligations(table.state))


def test_among_more_parties_only_the_consent_that_was_coerced_is_void() -> None:
    """VCLT 69(4)."""
    table, pact = signed_under_threat(Coercion.VOID, (ALBA, BORIA, CARNIA))
    do(table, CARNIA, InvokeNullity(treaty=pact))
    assert table.state.treaties[pact].parties == {ALBA, BORIA}


def test_where_the_law_is_contested_the_treaty_is_suspended_towards_those_who_used_force_alone() -> None:
    table, pact = signed_under_threat(Coercion.CONTESTED, (ALBA, BORIA, CARNIA))
    do(table, CARNIA, InvokeNullity(treaty=pact))
    owed = {o.duty.creditor for o in owed_by(table.state, CARNIA) if o.treaty == pact}
    assert owed == {ALBA}
    assert may(table, CARNIA) == ()


def test_a_third_state_that_assented_under_threat_is_rid_of_its_assent() -> None:
    table = Referee.open(under(coercion=Coercion.VOID), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, BORIA), cession((HARBOUR, THIRD)), NonAggression())
    do(table, BORIA, THREAT)
    do(table, CARNIA, Assent(treaty=pact))
    assert any(o.treaty == pact for o in owed_by(table.state, CARNIA))
    do(table, CARNIA, InvokeNullity(treaty=pact))
    assert not any(o.treaty == pact for o in owed_by(table.state, CARNIA))
    assert table.state.treaties[pact].parties == {ALBA, BORIA}


def test_what_was_promised_by_accepting_an_ultimatum_was_promised_under_threat() -> None:
    table = Referee.open(under(coercion=Coercion.VOID), 1)
    do(table, BORIA, THREAT)
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    (notes,) = may(table, CARNIA)
    do(table, CARNIA, InvokeNullity(treaty=notes))
    assert table.state.treaties[notes].end is End.VOID


@pytest.mark.parametrize("threatened", [False, True])
def test_an_accession_is_coerced_like_a_signature(threatened: bool) -> None:
    table = Referee.open(under(coercion=Coercion.VOID), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, BORIA), accession=Accession.OPEN)
    if threatened:
        do(table, BORIA, THREAT)
    do(table, CARNIA, Accede(treaty=pact))
    assert (pact in may(table, CARNIA)) is threatened


def test_consent_given_to_an_occupant_is_given_under_the_use_of_force() -> None:
    """Security Council resolution 662 (1990)."""
    table = ordered(at_peace(), boria=(Occupy(MARCHES),))
    for power in (ALBA, CARNIA, DORIA, ETRIA):
        do(table, power, AnswerCrisis(stance=Stance.YIELD if power == CARNIA else Stance.NEUTRAL))
    to_phase(table, Phase.TALKS, 1)
    assert table.state.holders[MARCHES] == BORIA and not table.state.wars
    with_occupant = conclude(table, BORIA, "pact", (BORIA, CARNIA), NonAggression())
    with_another = conclude(table, ALBA, "other", (ALBA, CARNIA), NonAggression())
    assert table.state.treaties[with_occupant].coercers(CARNIA) == {BORIA}
    assert not table.state.treaties[with_occupant].coercers(BORIA) and not table.state.treaties[with_another].coercers(CARNIA)


def test_a_threat_by_a_stranger_to_the_treaty_does_not_touch_it() -> None:
    table = Referee.open(under(coercion=Coercion.VOID), 1)
    do(table, BORIA, THREAT)
    pact = conclude(table, ALBA, "pact", (ALBA, CARNIA), NonAggression())
    assert pact not in may(table, CARNIA)


# -- reservations withdrawn


def reserved(policy: ReservationPolicy = ReservationPolicy.ALLOWED) -> tuple[Referee, TreatyId]:
    """Alba has signed, leaving out the first article."""
    table = Referee.open(quiet(), 1)
    pact = adopt(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(against=(DORIA,)), NonAggression(), reservations=policy)
    do(table, ALBA, Sign(treaty=pact, reservations=(Reservation(article=ArticleId("a1")),)))
    return table, pact


def test_a_reservation_withdrawn_lets_the_article_bind_in_full() -> None:
    """VCLT 22(1)."""
    table, pact = reserved()
    do(table, BORIA, Sign(treaty=pact))
    before = {(o.article.id, o.duty.debtor) for o in obligations(table.state) if o.treaty == pact}
    do(table, ALBA, WithdrawReservation(treaty=pact, article=ArticleId("a1")))
    after = {(o.article.id, o.duty.debtor) for o in obligations(table.state) if o.treaty == pact}
    assert before == {("a2", ALBA), ("a2", BORIA)}
    assert after - before == {("a1", ALBA), ("a1", BORIA)}
    assert table.state.treaties[pact].signatures[ALBA].reservations == ()


def test_the_withdrawal_may_bring_a_treaty_into_force_that_waited_for_an_acceptance() -> None:
    table, pact = reserved(ReservationPolicy.WITH_CONSENT)
    do(table, BORIA, Sign(treaty=pact))
    assert not table.state.treaties[pact].in_force
    do(table, ALBA, WithdrawReservation(treaty=pact, article=ArticleId("a1")))
    assert table.state.treaties[pact].parties == {ALBA, BORIA}


# -- registration


@pytest.mark.parametrize(
    ("asked", "registered", "expected"),
    [(False, False, Standing.BOUND), (True, False, Standing.ENTITLED), (True, True, Standing.BOUND)],
)
def test_an_unregistered_treaty_counts_for_nothing_before_organs_where_the_law_asks_for_it(
    asked: bool, registered: bool, expected: Standing
) -> None:
    """Covenant 18; Charter 102."""
    table = Referee.open(under(registration=asked), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, DORIA), MutualAssistance(automaticity=Automaticity.UPON_RECOMMENDATION))
    if registered:
        do(table, ALBA, Register(treaty=pact))
    state = with_(table.state, findings=frozenset({(ETRIA, DORIA)}))
    call = next(c for c in casus_foederis(state, ETRIA, DORIA) if c.power == ALBA)
    assert call.standing is expected


@pytest.mark.parametrize(("secret", "registered"), [(False, True), (True, False)])
def test_what_is_in_force_at_the_opening_is_registered_unless_it_is_secret(secret: bool, registered: bool) -> None:
    known_to = frozenset({ALBA, DORIA}) if secret else None
    treaty = standing(TreatyId("old"), (ALBA, DORIA), NonAggression(), known_to=known_to)
    scenario = under(registration=True)
    table = Referee.open(with_(scenario, plot=with_(scenario.plot, treaties={treaty.id: treaty})), 1)
    assert counts_before_organs(table.state, treaty.id) is registered
    assert not any(option.verb is Register for option in options(table.state, ALBA))


@pytest.mark.parametrize(("registered", "winner"), [(False, CARNIA), (True, BORIA)])
def test_no_party_may_invoke_an_unregistered_cession_before_the_court(registered: bool, winner: Power) -> None:
    """Charter 102(2)."""
    table = Referee.open(under(registration=True), 1)
    pact = conclude(table, BORIA, "pact", (BORIA, CARNIA), cession((HARBOUR, LAST)))
    assert any(owed.treaty == pact for owed in owed_by(table.state, CARNIA)), "between the parties it binds all the same"
    if registered:
        do(table, BORIA, Register(treaty=pact))
    over = Dispute(id=DisputeId("claim"), title=both("The Harbour"), claimant=BORIA, respondent=CARNIA, over=HARBOUR, turn=0)
    assert judgment(table.state, over) == winner


@pytest.mark.parametrize(
    ("registration", "binds", "registered", "owed"),
    [(True, False, False, False), (True, False, True, True), (True, True, False, True), (False, False, False, True)],
)
def test_by_the_stricter_reading_of_covenant_18_an_unregistered_treaty_binds_nobody(
    registration: bool, binds: bool, registered: bool, owed: bool
) -> None:
    table = Referee.open(under(registration=registration, unregistered_binds=binds), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, DORIA), NonAggression())
    if registered:
        arising = consequences(table.state, ALBA, Register(treaty=pact)).arising
        assert {o.duty.debtor for o in arising} == {ALBA, DORIA}
        do(table, ALBA, Register(treaty=pact))
    assert any(o.treaty == pact for o in owed_by(table.state, ALBA)) is owed


def test_by_that_reading_what_is_secret_binds_nobody_from_the_opening_on() -> None:
    treaty = standing(TreatyId("old"), (ALBA, DORIA), NonAggression(), known_to=frozenset({ALBA, DORIA}))
    scenario = under(registration=True, unregistered_binds=False)
    table = Referee.open(with_(scenario, plot=with_(scenario.plot, treaties={treaty.id: treaty})), 1)
    assert all(o.treaty != treaty.id for o in owed_by(table.state, ALBA))


def test_the_claim_of_nullity_under_a_secret_treaty_is_known_to_its_readers_alone() -> None:
    table = Referee.open(under(coercion=Coercion.VOID), 1)
    do(table, BORIA, THREAT)
    pact = conclude(table, BORIA, "pact", (BORIA, CARNIA), NonAggression(), secret=True)
    told = [len(table.news(viewer, 0)) for viewer in (ALBA, OBSERVER)]
    do(table, CARNIA, InvokeNullity(treaty=pact))
    assert [len(table.news(viewer, 0)) for viewer in (ALBA, OBSERVER)] == told


@pytest.mark.parametrize(
    ("demanded", "coerced"), [((MARCHES,), False), ((HILLS,), True), ((HILLS, MARCHES), True)], ids=["its own", "another's", "both"]
)
def test_to_demand_back_what_the_other_has_taken_by_force_is_no_coercion(demanded: tuple[StakeId, ...], coerced: bool) -> None:
    """VCLT 52: only a threat in violation of the principles of the Charter."""
    scenario = under(coercion=Coercion.VOID)
    hills = with_(scenario.setting.stakes[HILLS], holder=BORIA)
    marches = with_(scenario.setting.stakes[MARCHES], holder=BORIA, occupied_from=CARNIA)
    stakes = {**scenario.setting.stakes, HILLS: hills, MARCHES: marches}
    table = Referee.open(with_(scenario, setting=with_(scenario.setting, stakes=stakes)), 1)
    do(table, CARNIA, IssueUltimatum(target=BORIA, demand=DemandCession(demanded), expires=2))
    pact = conclude(table, CARNIA, "pact", (BORIA, CARNIA), NonAggression())
    do(table, BORIA, AnswerUltimatum(issuer=CARNIA, accept=True))
    notes = notes_of(CARNIA, BORIA, 0)
    assert [bool(table.state.treaties[treaty].coercers(BORIA)) for treaty in (pact, notes)] == [coerced, coerced]
    assert (pact in may(table, BORIA), notes in may(table, BORIA)) == (coerced, coerced)
