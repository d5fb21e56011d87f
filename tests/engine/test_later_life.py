"""The later life of a treaty: confirmation, reservations answered, ratification at risk, accession, and every way to its end."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve as with_

from engine.clauses import Consultation, MutualAssistance, NonAggression
from engine.commands import (
    Accede,
    AgreeToEnd,
    AnswerReservation,
    Confirm,
    Denounce,
    InviteToAccede,
    Protest,
    Ratify,
    Register,
    Resume,
    RevokeDenunciation,
    Sign,
    Suspend,
    Terminate,
)
from engine.consequences import consequences
from engine.credibility import UNTRIED, public_word
from engine.decide.signing import ratification_risk
from engine.duties import Automaticity, Consult, Refrain
from engine.events import (
    AccessionOpened,
    ObligationBreached,
    ObligationPerformed,
    PartyJoined,
    PartyLeft,
    Phase,
    RatificationFailed,
    TrackMoved,
    TreatyEnded,
    TreatyRenewed,
)
from engine.happenings import Deed
from engine.names import ArticleId, Audience, Power, TreatyId
from engine.obligations import obligations
from engine.options import options
from engine.refusal import Reason
from engine.reservations import Await, Reservation, Spare, WaitFor
from engine.table import Table as Referee
from engine.treaty import Accession, Answer, End, ReservationPolicy, Stage, Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FIRST,
    OBSERVER,
    ONE_DAY,
    POWERS,
    SCENARIO,
    SECOND,
    TWO_DAYS,
    WORDS,
    adopt,
    conclude,
    do,
    quiet,
    refused,
    to_phase,
    with_plot,
)

PACT = TreatyId("alba.pact")
THREE = (ALBA, BORIA, CARNIA)
A1, A2 = ArticleId("a1"), ArticleId("a2")


def new() -> Referee:
    return Referee.open(quiet(), 1)


def pact_of(table: Referee, ident: TreatyId = PACT) -> Treaty:
    return table.state.treaties[ident]


def pairs(table: Referee, article: ArticleId = A1) -> set[tuple[Power, Power]]:
    """(debtor, creditor) of everything owed under an article of the pact."""
    return {(o.duty.debtor, o.duty.creditor) for o in obligations(table.state) if o.treaty == PACT and o.article.id == article}


# -- signature ad referendum


def test_a_signature_ad_referendum_binds_once_it_is_confirmed() -> None:
    """VCLT 12(2)(b)."""
    table = new()
    adopt(table, ALBA, "pact", (ALBA, BORIA))
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    do(table, BORIA, Sign(treaty=PACT))
    assert pact_of(table).stage is Stage.ADOPTED
    do(table, ALBA, Confirm(treaty=PACT))
    assert pact_of(table).parties == {ALBA, BORIA}


# -- reservations

RESERVED = (Reservation(article=A1),)
FORBIDDING = [
    ({"reservations": ReservationPolicy.FORBIDDEN}, RESERVED, "reservations_forbidden", "4"),
    ({"unreservable": (A1,)}, RESERVED, "article_unreservable", "4"),
    ({}, (Reservation(article=A1), Reservation(article=A2)), "reserves_everything", ""),
    ({}, (Reservation(article=ArticleId("a9")),), "reservation_to_nothing", "a9"),
    ({}, (Reservation(article=A1), Reservation(article=A1)), "reservation_twice", ""),
    ({}, (Reservation(article=A1, narrowing=Spare(frozenset())),), "reservation_empty", ""),
    ({}, (Reservation(article=A1, narrowing=Await(Automaticity.AUTOMATIC)),), "reservation_empty", ""),
    # What changes nothing for the power is no reservation (VCLT 2(1)(d)).
    ({}, (Reservation(article=A2, narrowing=Await(Automaticity.AS_EACH_JUDGES)),), "reservation_empty", ""),
    ({}, (Reservation(article=A1, narrowing=WaitFor(ALBA)),), "reservation_empty", ""),
    ({}, (Reservation(article=A2, narrowing=Spare(frozenset({CARNIA}))),), "reservation_empty", ""),
]


@pytest.mark.parametrize(("provisions", "reservations", "code", "word"), FORBIDDING, ids=[f"{n}-{c[2]}" for n, c in enumerate(FORBIDDING)])
def test_a_forbidden_reservation_is_refused_with_what_forbids_it(
    provisions: dict[str, object], reservations: tuple[Reservation, ...], code: str, word: str
) -> None:
    """VCLT 19."""
    table = new()
    adopt(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(), NonAggression(), **provisions)
    refusal = refused(table, ALBA, Sign(treaty=PACT, reservations=reservations))
    assert (refusal.reason, refusal.about) == (Reason.RESERVATION_FORBIDDEN, {"fault": code, "word": word})


ANSWERS = [
    (ReservationPolicy.ALLOWED, None, True, True),
    (ReservationPolicy.ALLOWED, Answer.ACCEPTED, True, True),
    (ReservationPolicy.ALLOWED, Answer.OBJECTED, True, True),
    (ReservationPolicy.ALLOWED, Answer.REFUSED, False, False),
    (ReservationPolicy.WITH_CONSENT, None, False, False),
    (ReservationPolicy.WITH_CONSENT, Answer.ACCEPTED, True, True),
    (ReservationPolicy.WITH_CONSENT, Answer.OBJECTED, False, False),
]


@pytest.mark.parametrize(("policy", "answer", "enters", "relates"), ANSWERS, ids=[f"{c[0].value}-{c[1]}" for c in ANSWERS])
def test_what_an_answer_to_a_reservation_does(policy: ReservationPolicy, answer: Answer | None, enters: bool, relates: bool) -> None:
    """VCLT 20, 21: silence is acceptance unless consent is wanted; refused relations owe nothing either way."""
    table = new()
    adopt(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(), NonAggression(), reservations=policy)
    do(table, ALBA, Sign(treaty=PACT, reservations=RESERVED))
    do(table, BORIA, Sign(treaty=PACT))
    if answer is not None:
        do(table, BORIA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=answer))
    assert pact_of(table).in_force == enters
    assert not pairs(table, A1)
    assert pairs(table, A2) == ({(ALBA, BORIA), (BORIA, ALBA)} if relates and enters else set())


def test_silence_becomes_acceptance_and_an_objection_may_always_be_withdrawn() -> None:
    """VCLT 20(5), 22(2)."""
    table = new()
    adopt(table, ALBA, "pact", THREE, MutualAssistance(), NonAggression())
    do(table, ALBA, Sign(treaty=PACT, reservations=RESERVED))
    for power in (BORIA, CARNIA):
        do(table, power, Sign(treaty=PACT))
    do(table, BORIA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.REFUSED))
    assert (ALBA, BORIA) not in pairs(table, A2)
    to_phase(table, Phase.TALKS, 2)
    late = AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.OBJECTED)
    assert refused(table, CARNIA, late).reason is Reason.RESERVATION_STANDS
    do(table, BORIA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.ACCEPTED))
    assert (ALBA, BORIA) in pairs(table, A2)


def test_a_treaty_binds_nobody_any_more_once_its_last_treaty_relations_are_refused_or_left() -> None:
    """VCLT 20(4)(b)."""
    table = new()
    adopt(table, ALBA, "pact", THREE, MutualAssistance(), NonAggression(), notice=ONE_DAY)
    do(table, ALBA, Sign(treaty=PACT))
    do(table, BORIA, Sign(treaty=PACT))
    do(table, CARNIA, Sign(treaty=PACT, reservations=RESERVED))
    do(table, ALBA, AnswerReservation(treaty=PACT, reserver=CARNIA, answer=Answer.REFUSED))
    assert pact_of(table).parties == set(THREE), "between the others and with one of them it is in force"
    do(table, BORIA, Denounce(treaty=PACT))
    to_phase(table, Phase.TALKS, 1)
    assert pact_of(table).end is End.DENOUNCED


def test_one_whose_reservation_all_the_others_refuse_is_no_party_and_may_sign_without_it() -> None:
    """VCLT 20(4)(b)."""
    table = new()
    adopt(table, ALBA, "pact", THREE, MutualAssistance(), NonAggression())
    for power, reservations in ((ALBA, ()), (BORIA, ()), (CARNIA, RESERVED)):
        do(table, power, Sign(treaty=PACT, reservations=reservations))
    for power in (ALBA, BORIA):
        do(table, power, AnswerReservation(treaty=PACT, reserver=CARNIA, answer=Answer.REFUSED))
    assert pact_of(table).parties == {ALBA, BORIA}
    do(table, CARNIA, Sign(treaty=PACT))
    assert pact_of(table).parties == set(THREE) and (ALBA, CARNIA) in pairs(table)


# -- ratification


@pytest.mark.parametrize(
    ("support", "trust", "risk"),
    [(None, 0, 0), (100, 50, 0), (50, 50, 0), (49, 50, 1), (20, 50, 30), (0, 90, 50), (60, 20, 15), (40, 0, 35)],
)
def test_the_risk_of_ratification_is_what_support_and_trust_in_the_others_lack_of_half_their_range(
    support: int | None, trust: int, risk: int
) -> None:
    table = new()
    tracks = {k: v for k, v in table.state.tracks.items() if k != "alba.support"} | {"alba.trust.carnia": trust}
    state = with_(table.state, tracks=tracks if support is None else {**tracks, "alba.support": support})
    assert ratification_risk(state, ALBA, state.treaties[ENTENTE]) == risk


def unpopular(seed: int, **provisions: object) -> Referee:
    """A pact that Alba and Boria have signed and Alba, without any support, may ratify."""
    table = Referee.open(with_plot(events={}, drafts={}, endings={}), seed)
    conclude(table, ALBA, "pact", (ALBA, BORIA), ratification=True, **provisions)
    to_phase(table, Phase.TALKS, 1)
    table.apply((TrackMoved(track="alba.support", value=10, audience=frozenset({ALBA})),))
    return table


def test_a_ratification_may_fail_which_others_see_and_which_may_be_tried_again_at_a_cost() -> None:
    """VCLT 14; a convention of the game."""
    seeds = range(12)
    outcomes = {seed: do(unpopular(seed), ALBA, Ratify(treaty=PACT)) for seed in seeds}
    failing = [seed for seed in seeds if isinstance(outcomes[seed][0], RatificationFailed)]
    assert failing and len(failing) < len(seeds)
    table = unpopular(failing[0])
    failed, moved = do(table, ALBA, Ratify(treaty=PACT))
    assert (failed, moved) == outcomes[failing[0]] and isinstance(moved, TrackMoved) and moved.value == 5
    assert table.view(BORIA).treaties[PACT].failed == {ALBA: 1}
    assert refused(table, ALBA, Ratify(treaty=PACT)).reason is Reason.RATIFICATION_FAILED
    to_phase(table, Phase.TALKS, 2)
    assert any(option.verb is Ratify for option in options(table.state, ALBA))


# -- accession


def test_a_treaty_by_invitation_is_joined_once_every_party_has_invited() -> None:
    """VCLT 15; even one that the guest has never seen."""
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(), accession=Accession.BY_INVITATION, secret=True)
    do(table, ALBA, InviteToAccede(treaty=PACT, guest=DORIA))
    assert refused(table, DORIA, Accede(treaty=PACT)).reason is Reason.UNKNOWN_TREATY
    events = do(table, BORIA, InviteToAccede(treaty=PACT, guest=DORIA))
    assert isinstance(events[-1], AccessionOpened)
    assert table.view(DORIA).treaties[PACT] == pact_of(table) and PACT not in table.view(CARNIA).treaties
    assert isinstance(do(table, DORIA, Accede(treaty=PACT))[-1], PartyJoined)
    assert pact_of(table).parties == {ALBA, BORIA, DORIA} and (DORIA, ALBA) in pairs(table)


@pytest.mark.parametrize(
    ("provisions", "may"),
    [
        ({}, set()),
        ({"accession": Accession.OPEN}, {CARNIA, DORIA, ETRIA}),
        ({"accession": Accession.OPEN, "open_to": (DORIA,)}, {DORIA}),
        ({"accession": Accession.BY_INVITATION}, set()),
    ],
)
def test_who_may_accede_is_what_the_treaty_says(provisions: dict[str, object], may: set[Power]) -> None:
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), **provisions)
    assert {p for p in POWERS if any(o.verb is Accede and o.only("treaty") == PACT for o in options(table.state, p))} == may


def test_one_that_accedes_where_ratification_is_required_need_not_ratify() -> None:
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), ratification=True, accession=Accession.OPEN)
    to_phase(table, Phase.TALKS, 1)
    for power in (ALBA, BORIA):
        do(table, power, Ratify(treaty=PACT))
    do(table, ETRIA, Accede(treaty=PACT))
    assert ETRIA in pact_of(table).parties


# -- the way out


def test_a_denunciation_takes_effect_when_its_notice_has_run() -> None:
    """VCLT 54(a)."""
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(), notice=TWO_DAYS)
    do(table, ALBA, Denounce(treaty=PACT))
    assert pact_of(table).notices == {ALBA: dt.date(1930, 5, 3)} and pairs(table)
    to_phase(table, Phase.TALKS, 1)
    assert pairs(table)
    to_phase(table, Phase.TALKS, 2)
    assert (pact_of(table).stage, pact_of(table).end) == (Stage.ENDED, End.DENOUNCED) and not pairs(table)


def test_a_denunciation_may_be_taken_back_until_it_takes_effect() -> None:
    """VCLT 68."""
    table = new()
    conclude(table, ALBA, "pact", THREE, MutualAssistance(), notice=TWO_DAYS)
    do(table, ALBA, Denounce(treaty=PACT))
    to_phase(table, Phase.TALKS, 1)
    do(table, ALBA, RevokeDenunciation(treaty=PACT))
    to_phase(table, Phase.TALKS, 3)
    assert pact_of(table).parties == set(THREE) and not pact_of(table).notices
    assert refused(table, ALBA, RevokeDenunciation(treaty=PACT)).reason is Reason.NOT_DENOUNCED
    do(table, ALBA, Denounce(treaty=PACT))
    assert pact_of(table).notices


def test_a_treaty_among_more_goes_on_without_the_one_that_leaves() -> None:
    """VCLT 55; and its annex goes on without it too."""
    table = new()
    conclude(table, ALBA, "pact", THREE, MutualAssistance(), notice=ONE_DAY)
    annex = conclude(table, ALBA, "annex", THREE, annexed_to=PACT)
    do(table, ALBA, Denounce(treaty=PACT))
    to_phase(table, Phase.TALKS, 1)
    assert pact_of(table).parties == pact_of(table, annex).parties == {BORIA, CARNIA}
    assert pairs(table) == {(BORIA, CARNIA), (CARNIA, BORIA)}
    left = [(e.treaty, e.how) for e in table.chronicle if isinstance(e, PartyLeft)]
    assert left == [(PACT, End.DENOUNCED), (annex, End.FELL)]


@pytest.mark.parametrize("accession", list(Accession))
def test_whoever_has_left_a_treaty_comes_back_as_others_come_to_it_and_not_by_signing_again(accession: Accession) -> None:
    """VCLT 15."""
    table = new()
    conclude(table, ALBA, "pact", THREE, MutualAssistance(), notice=ONE_DAY, accession=accession)
    do(table, ALBA, Denounce(treaty=PACT))
    to_phase(table, Phase.TALKS, 1)
    assert refused(table, ALBA, Sign(treaty=PACT)).reason is Reason.NOT_OPEN_FOR_SIGNATURE
    if accession is not Accession.OPEN:
        assert refused(table, ALBA, Accede(treaty=PACT)).reason is Reason.CLOSED_TO_ACCESSION
    if accession is Accession.BY_INVITATION:
        for host in (BORIA, CARNIA):
            do(table, host, InviteToAccede(treaty=PACT, guest=ALBA))
    if accession is not Accession.CLOSED:
        do(table, ALBA, Accede(treaty=PACT))
    assert (ALBA in pact_of(table).parties) == (accession is not Accession.CLOSED)


def test_a_treaty_expires_at_the_close_of_its_term() -> None:
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), MutualAssistance(), expires=SECOND)
    to_phase(table, Phase.ORDERS, 1)
    assert pairs(table)
    to_phase(table, Phase.TALKS, 2)
    assert pact_of(table).end is End.EXPIRED


def test_a_treaty_is_tacitly_renewed_unless_somebody_has_denounced_it() -> None:
    terms = {"expires": FIRST, "renewed_for": ONE_DAY}
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), **terms)
    to_phase(table, Phase.TALKS, 2)
    assert [e.until for e in table.chronicle if isinstance(e, TreatyRenewed)] == [dt.date(1930, 5, 2), dt.date(1930, 5, 3)]
    do(table, BORIA, Denounce(treaty=PACT))
    to_phase(table, Phase.TALKS, 3)
    assert pact_of(table).end is End.DENOUNCED


def test_a_treaty_ends_by_the_consent_of_all_its_parties_and_of_no_fewer() -> None:
    """VCLT 54(b)."""
    table = new()
    conclude(table, ALBA, "pact", THREE)
    for power in (ALBA, BORIA):
        do(table, power, AgreeToEnd(treaty=PACT))
    assert pact_of(table).in_force
    do(table, CARNIA, AgreeToEnd(treaty=PACT))
    assert pact_of(table).end is End.CONSENT


@pytest.mark.parametrize(("severable", "fate"), [(False, End.FELL), (True, None)])
def test_an_annex_falls_with_its_treaty_unless_it_is_severable(severable: bool, fate: End | None) -> None:
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA))
    annex = conclude(table, ALBA, "annex", (ALBA, BORIA), annexed_to=PACT, severable=severable, secret=True)
    for power in (ALBA, BORIA):
        do(table, power, AgreeToEnd(treaty=PACT))
    assert pact_of(table, annex).end is fate
    assert not any(isinstance(e, TreatyEnded) and e.treaty == annex for _, e in table.news(OBSERVER))


def broken(known_to: Audience = None, parties: tuple[Power, ...] = THREE) -> Referee:
    """A pact that Boria has broken to Alba's injury."""
    table = new()
    conclude(table, ALBA, "pact", parties, NonAggression())
    duty = Refrain(debtor=BORIA, creditor=ALBA, deeds=frozenset({Deed.ATTACK}), toward=ALBA)
    table.apply((ObligationBreached(treaty=PACT, article=A1, duty=duty, audience=known_to),))
    return table


def remedies(table: Referee, power: Power) -> set[str]:
    return {o.verb.__name__ for o in options(table.view(power), power) if o.verb in (Suspend, Terminate, Resume)}


def test_between_two_the_injured_party_may_end_the_treaty_for_breach() -> None:
    """VCLT 60(1)."""
    table = broken(parties=(ALBA, BORIA))
    assert remedies(table, ALBA) == {"Suspend", "Terminate"} and not remedies(table, BORIA)
    do(table, ALBA, Terminate(treaty=PACT, against=BORIA))
    assert pact_of(table).end is End.TERMINATED


def test_among_more_the_injured_party_may_suspend_alone_and_all_the_others_together_end_it_with_the_one_in_breach() -> None:
    """VCLT 60(2)."""
    table = broken()
    assert remedies(table, ALBA) == {"Suspend", "Terminate"} and remedies(table, CARNIA) == {"Terminate"}
    do(table, ALBA, Suspend(treaty=PACT, against=BORIA))
    assert pairs(table) == {(ALBA, CARNIA), (CARNIA, ALBA), (BORIA, CARNIA), (CARNIA, BORIA)}
    do(table, ALBA, Resume(treaty=PACT, against=BORIA))
    assert len(pairs(table)) == 6
    do(table, ALBA, Terminate(treaty=PACT, against=BORIA))
    assert BORIA in pact_of(table).parties
    do(table, CARNIA, Terminate(treaty=PACT, against=BORIA))
    assert pact_of(table).in_force and pact_of(table).parties == {ALBA, CARNIA}


@pytest.mark.parametrize(
    ("known_to", "parties", "how"),
    [
        (None, THREE, End.TERMINATED),
        (frozenset({ALBA, BORIA, CARNIA}), THREE, End.TERMINATED),
        (frozenset({ALBA, BORIA}), THREE, None),
        (None, (*THREE, DORIA), None),
    ],
    ids=["known", "known to the parties", "known to one alone", "another does not agree"],
)
def test_all_the_others_that_agree_to_end_a_treaty_end_it_as_between_all_without_the_one_in_breach(
    known_to: Audience, parties: tuple[Power, ...], how: End | None
) -> None:
    """VCLT 60(2)(a)(ii)."""
    table = broken(known_to, parties)
    do(table, ALBA, AgreeToEnd(treaty=PACT))
    assert pact_of(table).in_force
    foretold = consequences(table.view(CARNIA), CARNIA, AgreeToEnd(treaty=PACT)).ending
    do(table, CARNIA, AgreeToEnd(treaty=PACT))
    assert pact_of(table).end is how and bool(foretold) is (how is not None)
    assert pact_of(table).parties == (set(parties) if how is None else set())


def test_without_a_breach_or_between_two_a_treaty_ends_by_the_consent_of_all_alone() -> None:
    """VCLT 54(b)."""
    unbroken, two = new(), broken(parties=(ALBA, BORIA))
    conclude(unbroken, ALBA, "pact", THREE, NonAggression())
    for table in (unbroken, two):
        do(table, ALBA, AgreeToEnd(treaty=PACT))
    do(unbroken, CARNIA, AgreeToEnd(treaty=PACT))
    assert pact_of(unbroken).in_force and pact_of(two).in_force


def test_who_has_suspended_a_treaty_alone_may_let_it_operate_again() -> None:
    table = broken(parties=(ALBA, BORIA))
    (line,) = table.state.record
    table.apply((ObligationBreached(treaty=PACT, article=A1, duty=with_(line.duty, debtor=ALBA, creditor=BORIA)),))
    do(table, ALBA, Suspend(treaty=PACT, against=BORIA))
    assert "Resume" in remedies(table, ALBA) and remedies(table, BORIA) == {"Suspend", "Terminate"}
    do(table, BORIA, Suspend(treaty=PACT, against=ALBA))
    do(table, ALBA, Resume(treaty=PACT, against=BORIA))
    assert not pairs(table)
    do(table, BORIA, Resume(treaty=PACT, against=ALBA))
    assert len(pairs(table)) == 2


@pytest.mark.parametrize(("alone", "expected"), [(False, set()), (True, {"Suspend", "Terminate"})])
def test_a_breach_of_what_merely_attends_upon_the_treaty_is_not_material(alone: bool, expected: set[str]) -> None:
    """VCLT 60(3)(b): unless consulting is all that the parties have agreed."""
    table = new()
    clauses = (Consultation(),) if alone else (Consultation(), MutualAssistance())
    conclude(table, ALBA, "pact", (ALBA, BORIA), *clauses)
    table.apply((ObligationBreached(treaty=PACT, article=A1, duty=Consult(debtor=BORIA, creditor=ALBA)),))
    assert remedies(table, ALBA) == expected


def test_a_ratification_costs_support_at_home() -> None:
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), ratification=True)
    to_phase(table, Phase.TALKS, 1)
    before = table.state.tracks["alba.support"]
    do(table, ALBA, Ratify(treaty=PACT))
    assert table.state.tracks["alba.support"] < before


def test_a_breach_opens_remedies_only_to_those_who_know_of_it() -> None:
    table = broken(known_to=frozenset({ALBA, BORIA}))
    assert remedies(table, ALBA) == {"Suspend", "Terminate"} and not remedies(table, CARNIA)
    assert refused(table, CARNIA, Terminate(treaty=PACT, against=BORIA)).reason is Reason.NO_BREACH
    assert [o.verb for o in options(table.state, CARNIA)] == [o.verb for o in options(table.view(CARNIA), CARNIA)]


def test_a_breach_made_good_opens_no_remedy() -> None:
    table = broken()
    (line,) = table.state.record
    table.apply((ObligationPerformed(treaty=PACT, article=A1, duty=line.duty),))
    assert not remedies(table, ALBA) and not remedies(table, CARNIA)


def test_a_published_treaty_may_be_registered_once_by_any_party() -> None:
    """Covenant 18, Charter 102."""
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), registered=True)
    assert any(o.verb is Register and o.asked for o in options(table.state, BORIA))
    do(table, BORIA, Register(treaty=PACT))
    assert table.view(ETRIA).treaties[PACT].registered


SECRET_ACTS = [
    ("denounced", (Denounce(treaty=PACT),)),
    ("suspended", (Suspend(treaty=PACT, against=BORIA),)),
    ("terminated", (Terminate(treaty=PACT, against=BORIA),)),
    ("agreed", (AgreeToEnd(treaty=PACT),)),
    ("invited", (InviteToAccede(treaty=PACT, guest=DORIA),)),
]


@pytest.mark.parametrize(("_", "acts"), SECRET_ACTS, ids=[case[0] for case in SECRET_ACTS])
def test_the_later_life_of_a_secret_treaty_leaves_no_trace_with_outsiders(_: str, acts: tuple[object, ...]) -> None:
    tables = Referee.open(SCENARIO, 1), Referee.open(SCENARIO, 1)
    for table in tables:
        conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression(), secret=True, notice=ONE_DAY, accession=Accession.BY_INVITATION)
        conclude(table, ALBA, "annex", (ALBA, BORIA), WORDS, secret=True, annexed_to=PACT)
        duty = Refrain(debtor=BORIA, creditor=ALBA, deeds=frozenset({Deed.ATTACK}), toward=ALBA)
        table.apply((ObligationBreached(treaty=PACT, article=A1, duty=duty, audience=frozenset({ALBA, BORIA})),))
    do(tables[1], ALBA, *acts)  # type: ignore[arg-type]
    for table in tables:
        to_phase(table, Phase.TALKS, 2)
    for outsider in (CARNIA, DORIA, ETRIA, OBSERVER):
        assert tables[0].news(outsider) == tables[1].news(outsider)


def test_a_ratification_of_a_secret_treaty_that_fails_moves_no_public_track() -> None:
    for seed in range(12):
        table = unpopular(seed, secret=True)
        before = len(table.news(ETRIA))
        if isinstance(do(table, ALBA, Ratify(treaty=PACT))[0], RatificationFailed):
            assert len(table.news(ETRIA)) == before
            return
    raise AssertionError


def test_the_entente_and_its_kind_can_be_ended_only_by_consent_or_breach() -> None:
    """VCLT 56: a treaty that says nothing of denunciation is not subject to it."""
    table = Referee.open(SCENARIO, 1)
    verbs = {o.verb for o in options(table.state, ALBA) if o.verb in (Denounce, AgreeToEnd) and o.only("treaty") == ENTENTE}
    assert verbs == {AgreeToEnd}


def test_the_injured_party_protests_once_against_a_breach_that_it_knows() -> None:
    table = broken()
    assert {o.verb for o in options(table.view(CARNIA), CARNIA) if o.verb is Protest} == set()
    do(table, ALBA, Protest(treaty=PACT, against=BORIA))
    assert [bool(line.protests) for line in table.view(CARNIA).record] == [True]
    assert remedies(table, ALBA) == {"Suspend", "Terminate"}
    assert refused(table, ALBA, Protest(treaty=PACT, against=BORIA)).reason is Reason.ALREADY_PROTESTED
    assert refused(table, CARNIA, Protest(treaty=PACT, against=BORIA)).reason is Reason.NO_BREACH


def test_a_protest_lets_all_who_may_read_the_treaty_know_of_a_breach_that_few_have_seen() -> None:
    table = broken(known_to=frozenset({ALBA, BORIA}))
    before = table.state
    assert public_word(before, BORIA) == UNTRIED and not table.view(CARNIA).record
    do(table, ALBA, Protest(treaty=PACT, against=BORIA))
    assert [(line.debtor, line.kept) for line in table.view(CARNIA).record] == [(BORIA, False)]
    assert public_word(table.state, BORIA) < UNTRIED
    trust = {power: (before.tracks[f"{power}.trust.boria"], table.state.tracks[f"{power}.trust.boria"]) for power in (ALBA, CARNIA)}
    assert trust[CARNIA][1] < trust[CARNIA][0] and trust[ALBA][1] == trust[ALBA][0]
    assert not [o for o in options(table.view(ALBA), ALBA) if o.verb is Protest]
