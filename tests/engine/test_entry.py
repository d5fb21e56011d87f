"""Entry into force: what a treaty waits for, whom it binds when that is given, and who joins later (VCLT 24)."""

from __future__ import annotations

import pytest

from engine.clauses import Consultation
from engine.commands import Amend, AnswerReservation, Initial, Ratify, SetProvision, Sign, Withdraw
from engine.commands import Table as TableText
from engine.dates import Period, Unit
from engine.entry import Requisite, entry, in_force_if
from engine.events import PartyJoined, Phase, TreatyEnteredIntoForce
from engine.names import ArticleId, Power, TreatyId
from engine.refusal import Reason
from engine.reservations import Reservation
from engine.table import Table as Referee
from engine.texts.entries import entry_words
from engine.texts.grammar import EN, FR
from engine.texts.voice import Speaker
from engine.treaty import Accession, Answer, End, Stage
from tests.engine.settings import (
    ALBA,
    ANNEX,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FIRST,
    LAST,
    MARCHES,
    ONE_DAY,
    SCENARIO,
    SECOND,
    SETTING,
    THIRD,
    TWO_DAYS,
    UNDERSTANDING,
    WORDS,
    adopt,
    cession,
    do,
    draft_of,
    refused,
    to_phase,
)

PACT, RIDER = TreatyId("alba.pact"), TreatyId("alba.rider")
THREE = (ALBA, BORIA, CARNIA)


def sign(table: Referee, ident: TreatyId, *powers: Power) -> None:
    for power in powers:
        do(table, power, Sign(treaty=ident))


CASES = [
    ("all of them", {}, (ALBA, BORIA), [(Requisite.ALL, (CARNIA,), 0)]),
    ("all of them, given", {}, THREE, []),
    ("those named", {"needed": (ALBA, CARNIA)}, (ALBA, BORIA), [(Requisite.NAMED, (CARNIA,), 0)]),
    ("those named, given", {"needed": (ALBA, CARNIA)}, (ALBA, CARNIA), []),
    ("one named, and nobody else yet", {"needed": (ALBA,)}, (ALBA,), [(Requisite.NUMBER, (), 1)]),
    ("so many, whoever they are", {"at_least": 2}, (CARNIA,), [(Requisite.NUMBER, (), 1)]),
    ("so many, given", {"at_least": 2}, (BORIA, CARNIA), []),
    ("so many, one of them named", {"at_least": 2, "needed": (ALBA,)}, (BORIA, CARNIA), [(Requisite.NAMED, (ALBA,), 0)]),
    ("a date to come", {"in_force_from": SECOND}, THREE, [(Requisite.DATE, (), 0)]),
    ("a date that has come", {"in_force_from": FIRST}, THREE, []),
    ("another treaty in force", {"only_after": ENTENTE}, THREE, []),
    ("an annex that stands by itself", {"annexed_to": ANNEX, "severable": True}, THREE, []),
]


@pytest.mark.parametrize(("_", "provisions", "bound", "missing"), CASES, ids=[case[0] for case in CASES])
def test_what_is_missing(_: str, provisions: dict[str, object], bound: tuple[Power, ...], missing: list[tuple[object, ...]]) -> None:
    table = Referee.open(SCENARIO, 1)
    ident = adopt(table, ALBA, "pact", THREE, **provisions)
    treaty = table.state.treaties[ident]
    found = entry(table.state, treaty, frozenset(bound))
    assert [(r.requisite, r.powers, r.wanting) for r in found.missing] == missing
    assert found.met == (not missing) and found.bound == bound
    voice = Speaker(SETTING, EN)
    assert all(sentence[0].isupper() for lang in (EN, FR) for sentence in entry_words(found, Speaker(SETTING, lang), table.state.treaties))
    assert (entry_words(found, voice, {})[0] == f"Nothing is missing: it binds {voice.names(bound)}.") == found.met


@pytest.mark.parametrize(("_", "provisions", "bound", "missing"), CASES, ids=[case[0] for case in CASES])
def test_it_enters_into_force_exactly_when_nothing_is_missing(
    _: str, provisions: dict[str, object], bound: tuple[Power, ...], missing: list[object]
) -> None:
    table = Referee.open(SCENARIO, 1)
    ident = adopt(table, ALBA, "pact", THREE, **provisions)
    sign(table, ident, *bound)
    treaty = table.state.treaties[ident]
    assert treaty.in_force == (not missing)
    assert treaty.parties == (frozenset(bound) if not missing else frozenset())


def test_a_signatory_that_comes_later_joins_those_already_bound() -> None:
    table = Referee.open(SCENARIO, 1)
    ident = adopt(table, ALBA, "pact", THREE, at_least=2)
    sign(table, ident, ALBA, BORIA)
    assert table.state.treaties[ident].parties == {ALBA, BORIA}
    (_, joined) = do(table, CARNIA, Sign(treaty=ident))
    assert joined == PartyJoined(treaty=ident, power=CARNIA)
    assert table.state.treaties[ident].parties == set(THREE)


PARTS = [
    ("a part binds the parties to the whole alone", {}, (ALBA, BORIA), (ALBA, BORIA)),
    ("and nobody while there is but one of them", {}, (ALBA, DORIA), ()),
    ("an annex that is severable stands by itself", {"severable": True}, (ALBA, DORIA), THREE),
]


@pytest.mark.parametrize(("_", "provisions", "parties", "bound"), PARTS, ids=[case[0] for case in PARTS])
def test_an_integral_part_of_a_treaty_is_in_force_between_parties_to_that_treaty_until_others_join_it(
    _: str, provisions: dict[str, object], parties: tuple[Power, ...], bound: tuple[Power, ...]
) -> None:
    table = Referee.open(SCENARIO, 1)
    whole = adopt(table, ALBA, "pact", (ALBA, BORIA, CARNIA, DORIA), at_least=2)
    sign(table, whole, *parties)
    annex = adopt(table, ALBA, "rider", THREE, annexed_to=whole, **provisions)
    foretold = in_force_if(table.state, table.state.treaties[annex], frozenset(THREE))[0]
    sign(table, annex, *THREE)
    found = entry(table.state, table.state.treaties[annex])
    assert foretold.met == found.met == bool(bound)
    assert table.state.treaties[annex].parties == set(bound)
    if bound:
        assert foretold.bound == found.bound == bound
    outside = [r for r in found.requirements if r.requisite is Requisite.PARTIES]
    assert [(r.powers, r.treaty) for r in outside] == ([] if provisions else [(tuple(p for p in THREE if p not in parties), whole)])
    for lang, said in ((EN, "consented to it without being parties"), (FR, "sans être parties")):
        words = " ".join(entry_words(found, Speaker(SETTING, lang), table.state.treaties))
        assert (said in words) == bool(outside)
    sign(table, whole, *(p for p in THREE if p not in parties))
    assert table.state.treaties[annex].parties == set(THREE)


def test_a_later_signatory_of_an_integral_part_is_not_bound_by_it_before_it_is_a_party_to_the_treaty() -> None:
    table = Referee.open(SCENARIO, 1)
    whole = adopt(table, ALBA, "pact", THREE, at_least=2)
    annex = adopt(table, ALBA, "rider", THREE, Consultation(), annexed_to=whole, at_least=2)
    sign(table, annex, *THREE)
    follows = in_force_if(table.state, table.state.treaties[whole], frozenset({ALBA, BORIA}))
    assert [(one.treaty, one.met, one.bound) for one in follows] == [(i, True, (ALBA, BORIA)) for i in (whole, annex)]
    sign(table, whole, ALBA, BORIA)
    assert table.state.treaties[annex].parties == {ALBA, BORIA}
    events = do(table, CARNIA, Sign(treaty=whole))
    assert [e.treaty for e in events if isinstance(e, PartyJoined)] == [whole, annex]


def test_where_ratification_is_required_a_signature_binds_to_nothing_but_good_faith() -> None:
    """VCLT 14, 18."""
    table = Referee.open(SCENARIO, 1)
    ident = adopt(table, ALBA, "pact", THREE, ratification=True, needed=(ALBA, BORIA))
    sign(table, ident, *THREE)
    found = entry(table.state, table.state.treaties[ident])
    assert not found.bound and found.to_ratify == THREE
    assert "may not defeat the object" in entry_words(found, Speaker(SETTING, EN), {})[-1]
    to_phase(table, Phase.TALKS, 1)
    for power in THREE:
        do(table, power, Ratify(treaty=ident))
    assert table.state.treaties[ident].parties == set(THREE)


def test_a_treaty_enters_into_force_at_its_date_and_not_before() -> None:
    table = Referee.open(SCENARIO, 1)
    ident = adopt(table, ALBA, "pact", THREE, in_force_from=THIRD)
    sign(table, ident, *THREE)
    to_phase(table, Phase.TALKS, 1)
    assert table.state.treaties[ident].stage is Stage.ADOPTED
    to_phase(table, Phase.TALKS, 2)
    assert table.state.treaties[ident].since == THIRD


def test_a_text_whose_term_is_over_before_it_has_entered_into_force_lapses() -> None:
    table = Referee.open(SCENARIO, 1)
    ident = adopt(table, ALBA, "pact", THREE, expires=FIRST)
    sign(table, ident, ALBA, BORIA)
    to_phase(table, Phase.TALKS, 1)
    assert table.state.treaties[ident].end is End.LAPSED
    assert refused(table, CARNIA, Sign(treaty=ident)).reason is Reason.NOT_ADOPTED


def test_a_text_that_is_adopted_only_after_its_term_binds_nobody() -> None:
    table = Referee.open(SCENARIO, 1)
    draft = draft_of(ALBA, "pact", THREE, WORDS, expires=FIRST)
    do(table, ALBA, draft, TableText(treaty=draft.treaty, to=frozenset({BORIA, CARNIA})))
    to_phase(table, Phase.TALKS, 1)
    for power in THREE:
        do(table, power, Initial(treaty=draft.treaty, version=1))
    sign(table, draft.treaty, *THREE)
    (missing,) = entry(table.state, table.state.treaties[draft.treaty]).missing
    assert (missing.requisite, missing.turn) == (Requisite.TERM, FIRST)
    to_phase(table, Phase.TALKS, 2)
    assert table.state.treaties[draft.treaty].end is End.LAPSED


@pytest.mark.parametrize("severable", [False, True])
def test_an_adopted_annex_lapses_with_a_treaty_that_is_withdrawn_unless_it_stands_by_itself(severable: bool) -> None:
    table = Referee.open(SCENARIO, 1)
    draft = draft_of(ALBA, "pact", THREE, WORDS)
    do(table, ALBA, draft, TableText(treaty=draft.treaty, to=frozenset({BORIA, CARNIA})))
    annex = adopt(table, ALBA, "rider", THREE, annexed_to=draft.treaty, severable=severable)
    do(table, ALBA, Withdraw(treaty=draft.treaty))
    assert table.state.treaties[annex].stage is (Stage.ADOPTED if severable else Stage.ENDED)


def test_a_treaty_binds_nobody_whose_reservation_all_the_others_have_refused() -> None:
    """VCLT 20(4)(b)."""
    two = Referee.open(SCENARIO, 1)
    ident = adopt(two, ALBA, "pact", (ALBA, BORIA), WORDS, Consultation())
    do(two, ALBA, Sign(treaty=ident, reservations=(Reservation(article=ArticleId("a2")),)))
    do(two, BORIA, AnswerReservation(treaty=ident, reserver=ALBA, answer=Answer.REFUSED), Sign(treaty=ident))
    (missing,) = entry(two.state, two.state.treaties[ident]).missing
    assert missing.requisite is Requisite.RELATIONS
    do(two, BORIA, AnswerReservation(treaty=ident, reserver=ALBA, answer=Answer.ACCEPTED))
    assert two.state.treaties[ident].parties == {ALBA, BORIA}
    three = Referee.open(SCENARIO, 1)
    ident = adopt(three, ALBA, "pact", THREE, WORDS, Consultation())
    do(three, ALBA, Sign(treaty=ident, reservations=(Reservation(article=ArticleId("a2")),)))
    for power in (BORIA, CARNIA):
        do(three, power, AnswerReservation(treaty=ident, reserver=ALBA, answer=Answer.REFUSED), Sign(treaty=ident))
    assert three.state.treaties[ident].parties == {BORIA, CARNIA}
    (_, joined) = do(three, BORIA, AnswerReservation(treaty=ident, reserver=ALBA, answer=Answer.ACCEPTED))
    assert joined == PartyJoined(treaty=ident, power=ALBA)


def test_a_treaty_that_waits_for_another_enters_into_force_with_it() -> None:
    table = Referee.open(SCENARIO, 1)
    pact = adopt(table, ALBA, "pact", THREE, in_force_from=SECOND)
    rider = adopt(table, ALBA, "rider", THREE, only_after=pact)
    annex = adopt(table, ALBA, "annex", THREE, annexed_to=rider, secret=True)
    for ident in (annex, rider, pact):
        sign(table, ident, *THREE)
    assert not table.state.treaties[rider].in_force
    to_phase(table, Phase.TALKS, 1)
    entered = [e.treaty for e in table.chronicle if isinstance(e, TreatyEnteredIntoForce)]
    assert entered == [pact, rider, annex]
    assert all(table.view(ETRIA).treaties[ident].in_force for ident in (pact, rider)) and annex not in table.view(ETRIA).treaties


DAYS, MONTHS, YEARS = Unit
FAULTS = [
    ({"needed": (DORIA,)}, "needed_not_signatory"),
    ({"needed": (ALBA, ALBA)}, "power_twice"),
    ({"at_least": 1}, "number_impossible"),
    ({"at_least": 4}, "number_impossible"),
    ({"at_least": 2, "needed": THREE}, "number_impossible"),
    ({"in_force_from": "never"}, "unknown_turn"),
    ({"expires": "never"}, "unknown_turn"),
    ({"in_force_from": LAST, "expires": SECOND}, "ends_before_it_begins"),
    *(({"notice": Period(n, unit)}, "term_impossible") for n, unit in ((-1, YEARS), (0, DAYS), (101, YEARS), (1201, MONTHS))),
    ({"lasts": Period(0, DAYS)}, "term_impossible"),
    ({"expires": LAST, "renewed_for": Period(-1, DAYS)}, "term_impossible"),
    ({"expires": LAST, "lasts": ONE_DAY}, "two_terms"),
    ({"renewed_for": TWO_DAYS}, "renewal_without_term"),
    ({"prolonged": True, "notice": ONE_DAY}, "prolonged_without_term"),
    ({"prolonged": True, "lasts": ONE_DAY}, "prolonged_without_notice"),
    ({"prolonged": True, "lasts": ONE_DAY, "renewed_for": ONE_DAY}, "renewed_and_prolonged"),
    ({"denounceable_after": ONE_DAY}, "denounceable_without_notice"),
    ({"denounceable_after": ONE_DAY, "notice": ONE_DAY, "lasts": TWO_DAYS}, "denounceable_after_and_term"),
    ({"notice": TWO_DAYS, "lasts": ONE_DAY}, "notice_beyond_term"),
    ({"notice": TWO_DAYS, "lasts": TWO_DAYS, "renewed_for": ONE_DAY}, "notice_beyond_term"),
    ({"open_to": (DORIA,)}, "open_to_without_accession"),
    ({"open_to": (ALBA,), "accession": "open"}, "open_to_signatory"),
    ({"open_to": ("nowhere",), "accession": "open"}, "unknown_power"),
    ({"unreservable": ("zz",)}, "unreservable_absent"),
    ({"unreservable": ("a1", "a1")}, "unreservable_twice"),
    ({"severable": True}, "severable_without_parent"),
    ({"secret": True, "registered": True}, "secret_registered"),
    ({"only_after": "nothing"}, "unknown_treaty"),
    ({"annexed_to": UNDERSTANDING}, "unknown_treaty"),
    ({"only_after": PACT}, "hangs_on_itself"),
    ({"concluded_at": "x" * 61}, "place_name"),
]


@pytest.mark.parametrize(("provisions", "code"), FAULTS, ids=[f"{n}-{code}" for n, (_, code) in enumerate(FAULTS)])
def test_final_provisions_that_cannot_stand_are_refused_with_what_is_wrong(provisions: dict[str, object], code: str) -> None:
    if "accession" in provisions:
        provisions = {**provisions, "accession": Accession.OPEN}
    refusal = refused(Referee.open(SCENARIO, 1), ALBA, draft_of(ALBA, "pact", THREE, WORDS, **provisions))
    assert (refusal.reason, refusal.about["fault"]) == (Reason.ARTICLE_FAULTY, code)


@pytest.mark.parametrize(
    ("provisions", "faulty"),
    [
        ({"expires": FIRST}, True),
        ({"expires": SECOND}, False),
        ({"expires": FIRST, "renewed_for": TWO_DAYS}, False),
        ({"in_force_from": LAST}, True),
        ({"in_force_from": SECOND}, False),
    ],
)
def test_nothing_falls_due_when_the_treaty_is_not_in_force(provisions: dict[str, object], faulty: bool) -> None:
    table = Referee.open(SCENARIO, 1)
    command = draft_of(BORIA, "pact", (BORIA, CARNIA), cession((MARCHES, SECOND)), **provisions)
    if faulty:
        assert refused(table, BORIA, command).about["fault"] == "due_outside_treaty"
    else:
        do(table, BORIA, command)


def test_a_text_under_negotiation_would_enter_into_force_as_its_latest_version_says() -> None:
    table = Referee.open(SCENARIO, 1)
    do(table, ALBA, draft_of(ALBA, "pact", THREE, WORDS), TableText(treaty=PACT, to=frozenset({BORIA, CARNIA})))
    two = frozenset({ALBA, BORIA})
    assert not in_force_if(table.state, table.state.treaties[PACT], two)[0].met
    do(table, BORIA, Amend(treaty=PACT, base=1, operations=(SetProvision(name="at_least", value=2),)))
    assert in_force_if(table.state, table.state.treaties[PACT], two)[0].met


@pytest.mark.parametrize("provision", ["only_while", "only_after", "annexed_to"])
def test_a_text_may_name_a_secret_treaty_only_in_secret_among_those_who_know_it(provision: str) -> None:
    table = Referee.open(SCENARIO, 1)
    named = {provision: UNDERSTANDING}
    for parties, secret in (((BORIA, DORIA), False), ((CARNIA, DORIA), True)):
        refusal = refused(table, DORIA, draft_of(DORIA, "rider", parties, WORDS, secret=secret, **named))
        assert refusal.about == {"fault": "betrays_secret", "word": UNDERSTANDING}
    do(table, DORIA, draft_of(DORIA, "rider", (BORIA, DORIA), WORDS, secret=True, **named))


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (THREE, [("alba.pact", True), ("alba.rider", True), ("alba.codicil", False)]),
        ((ALBA, BORIA), [("alba.pact", False)]),
    ],
)
def test_if_these_sign_and_those_do_not_what_would_be_in_force_and_what_follows(
    bound: tuple[Power, ...], expected: list[tuple[str, bool]]
) -> None:
    table = Referee.open(SCENARIO, 1)
    pact = adopt(table, ALBA, "pact", THREE)
    rider = adopt(table, ALBA, "rider", THREE, only_after=pact)
    adopt(table, ALBA, "codicil", THREE, only_after=rider)
    sign(table, rider, *THREE)
    before = table.state
    found = in_force_if(table.state, table.state.treaties[pact], frozenset(bound))
    assert [(one.treaty, one.met) for one in found] == expected
    assert found[0].bound == bound
    assert table.state == before
