"""Amendments as operations on articles that keep their identities, and the comparison of any two versions."""

from __future__ import annotations

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st

from engine.clauses import Consultation, Guarantee, MutualAssistance, NonAggression, OneSidedAssistance
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import (
    Amend,
    Draft,
    Initial,
    MoveArticle,
    Operation,
    PutArticle,
    SetParameter,
    SetPreamble,
    SetProvision,
    Sign,
    StrikeArticle,
    Table,
)
from engine.comparison import Comparison, compared
from engine.decide.amending import Text, amended, amendment, text_of
from engine.decide.drafting import copy_of
from engine.duties import Automaticity
from engine.names import UNDETERMINED, ArticleId, Power, TreatyId
from engine.refusal import Reason
from engine.state import changed
from engine.table import Table as Referee
from engine.texts.grammar import EN
from engine.treaty import Accession, Article, Provisions, ReservationPolicy, Stage, Treaty, Version
from tests.engine.profiles import effort
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    LAST,
    ONE_DAY,
    SCENARIO,
    THIRD,
    TWO_DAYS,
    UNDERSTANDING,
    WORDS,
    articles_of,
    both,
    do,
    draft_of,
    quiet,
    refused,
    standing,
    with_plot,
)

PACT = TreatyId("alba.pact")
A1, A2, A3, A9 = (ArticleId(a) for a in ("a1", "a2", "a3", "a9"))
ARTICLES = articles_of(MutualAssistance(), NonAggression(), Consultation())
TEXT = Text(articles=ARTICLES, provisions=Provisions(signatories=(ALBA, BORIA, CARNIA)))


def tabled(**provisions: object) -> Referee:
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA, CARNIA), *(a.clause for a in ARTICLES), **provisions))
    do(table, ALBA, Table(treaty=PACT, to=frozenset({BORIA, CARNIA})))
    return table


def amend(*operations: Operation, base: int = 1) -> Amend:
    return Amend(treaty=PACT, base=base, operations=operations)


def order(table: Referee) -> list[str]:
    return [a.id for a in table.state.treaties[PACT].text.articles]


# -- operations


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (MoveArticle(article=A3, before=A1), ["a3", "a1", "a2"]),
        (MoveArticle(article=A1), ["a2", "a3", "a1"]),
        (MoveArticle(article=A1, before=A3), ["a2", "a1", "a3"]),
        (StrikeArticle(A2), ["a1", "a3"]),
        (PutArticle(Article(id=A9, clause=WORDS)), ["a1", "a2", "a3", "a9"]),
    ],
)
def test_an_operation_leaves_every_article_its_identity(operation: Operation, expected: list[str]) -> None:
    table = tabled()
    do(table, BORIA, amend(operation))
    assert order(table) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("against", ("doria",), (DORIA,)),
        ("automaticity", "as_each_judges", Automaticity.AS_EACH_JUDGES),
        ("only_if_assisted_by", "doria", DORIA),
        ("only_if_assisted_by", None, None),
        ("until", "third", THIRD),
    ],
)
def test_one_parameter_is_set_and_the_others_are_left(name: str, value: object, expected: object) -> None:
    before = Text(articles=articles_of(MutualAssistance(against=(ETRIA,), only_if_assisted_by=ETRIA)), provisions=TEXT.provisions)
    after = amended(before, (SetParameter(article=A1, name=name, value=value),))  # type: ignore[arg-type]
    assert isinstance(after, Text)
    clause = after.articles[0].clause
    assert getattr(clause, name) == expected and type(getattr(clause, name)) is type(expected)
    other = "against" if name != "against" else "only_if_assisted_by"
    assert getattr(clause, other) == getattr(before.articles[0].clause, other)


FAULTS = [
    (StrikeArticle(A9), "article_absent"),
    (MoveArticle(article=A9), "article_absent"),
    (MoveArticle(article=A1, before=A9), "article_absent"),
    (SetParameter(article=A9, name="against"), "article_absent"),
    (SetParameter(article=A1, name="colour", value="red"), "parameter_unknown"),
    (SetParameter(article=A1, name="tag", value="red"), "parameter_unknown"),
    (SetParameter(article=A1, name="against", value="doria"), "parameter_unfit"),
    (SetParameter(article=A1, name="trigger", value="rain"), "parameter_unfit"),
    (SetParameter(article=A1, name="extent", value=7), "parameter_unfit"),
    (SetParameter(article=A1, name="against", value=("nowhere",)), "unknown_power"),
    (SetParameter(article=A1, name="until", value="never"), "unknown_turn"),
    (SetProvision(name="signatories", value=("alba", "doria")), "signatory_not_at_table"),
    (SetProvision(name="signatories", value=("alba",)), "too_few_parties"),
    (SetProvision(name="signatories", value=("alba", "nowhere")), "unknown_power"),
    (SetProvision(name="colour", value="red"), "parameter_unknown"),
    (SetProvision(name="notice", value=True), "parameter_unfit"),
    (SetProvision(name="notice", value="-3 days"), "term_impossible"),
    (SetProvision(name="needed", value=("doria",)), "needed_not_signatory"),
    (SetProvision(name="only_after", value="alba.pact"), "hangs_on_itself"),
    (SetProvision(name="only_after", value="understanding"), "unknown_treaty"),
    (SetProvision(name="ratification", value=False), "nothing_changed"),
    (SetPreamble({}), "nothing_changed"),
    (SetPreamble({UNDETERMINED: "x" * 2001}), "preamble_words"),
    (SetPreamble({UNDETERMINED: "\x1b[31m"}), "preamble_words"),
]


@pytest.mark.parametrize(("operation", "code"), FAULTS, ids=[f"{n}-{code}" for n, (_, code) in enumerate(FAULTS)])
def test_an_operation_that_cannot_be_carried_out_is_refused_whole(operation: Operation, code: str) -> None:
    table = tabled()
    first = (PutArticle(Article(id=ArticleId("b1"), clause=WORDS)),) if code != "nothing_changed" else ()
    refusal = refused(table, BORIA, amend(*first, operation))
    assert (refusal.reason, refusal.about["fault"]) == (Reason.ARTICLE_FAULTY, code)
    assert len(table.state.treaties[PACT].versions) == 1


def test_treaties_that_would_wait_for_each_other_are_refused() -> None:
    table = tabled()
    do(table, ALBA, draft_of(ALBA, "rider", (ALBA, BORIA), WORDS, only_after=PACT))
    refusal = refused(table, ALBA, amend(SetProvision(name="only_after", value="alba.rider")))
    assert refusal.about["fault"] == "circle_of_treaties"


def test_final_provisions_are_amended_like_articles_and_stand_as_initialled() -> None:
    table = tabled()
    for power in (BORIA, CARNIA):
        do(table, power, Initial(treaty=PACT, version=1))
    do(table, ALBA, amend(SetProvision(name="at_least", value=2), SetProvision(name="reservations", value="forbidden")))
    treaty = table.state.treaties[PACT]
    assert treaty.initials[2] == {ALBA}, "final provisions are everybody's position"
    assert treaty.provisions.at_least is None and treaty.provisions_of(treaty.versions[1]).at_least == 2
    for power in (BORIA, CARNIA):
        do(table, power, Initial(treaty=PACT, version=2))
    treaty = table.state.treaties[PACT]
    assert (treaty.provisions.at_least, treaty.provisions.reservations) == (2, ReservationPolicy.FORBIDDEN)
    assert treaty.provisions_of(treaty.versions[0]).at_least is None
    for power in (ALBA, CARNIA):
        do(table, power, Sign(treaty=PACT))
    assert table.state.treaties[PACT].parties == {ALBA, CARNIA}
    assert table.view(ETRIA).treaties[PACT].provisions.at_least == 2


def test_an_amendment_keeps_the_provisions_of_the_version_that_it_amends() -> None:
    table = tabled()
    do(table, ALBA, amend(SetProvision(name="notice", value="1 day")))
    do(table, BORIA, amend(StrikeArticle(A3), base=2))
    do(table, BORIA, amend(StrikeArticle(A3), base=1))
    treaty = table.state.treaties[PACT]
    assert [treaty.provisions_of(v).notice for v in treaty.versions] == [None, ONE_DAY, ONE_DAY, None]


# -- comparison


def versions(before: tuple[Article, ...], after: tuple[Article, ...]) -> tuple[Treaty, Version, Version]:
    one = Version(number=1, by=None, base=None, articles=before)
    two = Version(number=2, by=ALBA, base=1, articles=after)
    return Treaty(id=PACT, title=both("pact"), provisions=TEXT.provisions, versions=(one, two)), one, two


def test_two_versions_are_compared_to_the_parameter() -> None:
    after = (
        Article(id=A3, clause=Consultation()),
        Article(id=A1, clause=MutualAssistance(against=(DORIA,), until=LAST)),
        Article(id=A9, clause=WORDS),
    )
    found = compared(*versions(ARTICLES, after))
    assert [a.id for a in found.added] == ["a9"] and [a.id for a in found.struck] == ["a2"] and len(found.moved) == 1
    (changed,) = found.changed
    assert changed.after.id == "a1" and set(changed.parameters) == {"against", "until"} and not changed.other_kind


def test_an_article_of_another_kind_under_the_same_name_is_said_to_be_one() -> None:
    found = compared(*versions(ARTICLES, (Article(id=A1, clause=WORDS), *ARTICLES[1:])))
    assert [(c.after.id, c.other_kind, c.parameters) for c in found.changed] == [("a1", True, ())]


def test_changed_provisions_are_named() -> None:
    table = tabled()
    do(table, ALBA, amend(SetProvision(name="notice", value="1 day"), SetProvision(name="covenant", value=True)))
    treaty = table.state.treaties[PACT]
    assert compared(treaty, *treaty.versions) == Comparison(provisions=("notice", "covenant"))


POOL = tuple(Article(id=ArticleId(f"p{n}"), clause=clause) for n in range(4) for clause in (WORDS, NonAggression()))
SOME = st.lists(st.sampled_from(POOL), min_size=1, max_size=5, unique_by=lambda a: a.id).map(tuple)


@effort(60)
@given(SOME, SOME)
def test_a_comparison_says_all_that_leads_from_one_version_to_the_other(before: tuple[Article, ...], after: tuple[Article, ...]) -> None:
    found = compared(*versions(before, after))
    assert found.same == (before == after)
    operations: list[Operation] = [StrikeArticle(a.id) for a in found.struck]
    operations += [PutArticle(a) for a in (*(c.after for c in found.changed), *found.added)]
    operations += [MoveArticle(article=a.id) for a in after]
    text = amended(Text(articles=before, provisions=TEXT.provisions), tuple(operations))
    assert isinstance(text, Text) and text.articles == after


PROVISIONS = st.sampled_from(
    [
        TEXT.provisions,
        with_(TEXT.provisions, notice=TWO_DAYS, expires=LAST),
        with_(TEXT.provisions, accession=Accession.OPEN, open_to=(DORIA,)),
    ]
)


@effort(60)
@given(SOME, SOME, PROVISIONS, PROVISIONS)
def test_an_amendment_leads_from_one_text_to_the_other(
    before: tuple[Article, ...], after: tuple[Article, ...], was: Provisions, becomes: Provisions
) -> None:
    text = Text(articles=after, provisions=becomes)
    assert amended(Text(articles=before, provisions=was), amendment(Text(articles=before, provisions=was), text)) == text


def test_an_amendment_is_as_narrow_as_it_can_be() -> None:
    narrower = with_(ARTICLES[0], clause=MutualAssistance(automaticity=Automaticity.AS_EACH_JUDGES))
    moved = Text(articles=(ARTICLES[1], ARTICLES[2], narrower), provisions=TEXT.provisions)
    assert amendment(TEXT, moved) == (
        SetParameter(article=A1, name="automaticity", value="as_each_judges"),
        MoveArticle(article=A1),
    )
    assert amendment(TEXT, TEXT) == ()


# -- drafting from what there is


@pytest.mark.parametrize(("power", "ident", "seen"), [(ALBA, ENTENTE, True), (ETRIA, ENTENTE, True), (ETRIA, UNDERSTANDING, False)])
def test_any_text_that_one_may_see_can_be_copied_and_no_other(power: Power, ident: TreatyId, seen: bool) -> None:
    table = Referee.open(SCENARIO, 1)
    copy = copy_of(table.state, power, ident, TreatyId(f"{power}.copy"))
    assert (copy is not None) == seen
    if copy is not None:
        do(table, power, copy)
        assert isinstance(copy, Draft) and table.state.treaties[copy.treaty].text.articles == table.state.treaties[ident].text.articles
    assert copy_of(table.state, power, TreatyId("nothing"), TreatyId(f"{power}.copy")) is None


# -- who is to sign


def test_who_is_to_sign_is_amended_among_those_at_the_table_and_decides_who_adopts_and_signs() -> None:
    table = tabled()
    do(table, ALBA, amend(SetProvision(name="signatories", value=("alba", "boria"))))
    treaty = table.state.treaties[PACT]
    assert treaty.initials[2] == {ALBA} and treaty.provisions.signatories == (ALBA, BORIA, CARNIA)
    do(table, BORIA, Initial(treaty=PACT, version=2))
    treaty = table.state.treaties[PACT]
    assert (treaty.adopted, treaty.provisions.signatories) == (2, (ALBA, BORIA))
    assert refused(table, CARNIA, Sign(treaty=PACT)).reason is Reason.NOT_OPEN_FOR_SIGNATURE
    do(table, ALBA, Sign(treaty=PACT))
    do(table, BORIA, Sign(treaty=PACT))
    assert table.state.treaties[PACT].parties == {ALBA, BORIA}


@pytest.mark.parametrize(
    ("needed", "initials", "adopted"),
    [
        ((), (), False),
        ((), (BORIA, CARNIA), False),
        ((), (ALBA, BORIA, CARNIA), True),
        ((ALBA, BORIA), (BORIA, CARNIA), False),
        ((ALBA, BORIA), (ALBA, BORIA), True),
        ((BORIA, CARNIA), (ALBA, BORIA), False),
        ((BORIA, CARNIA), (BORIA, CARNIA), True),
        # One alone is no agreement.
        ((ALBA,), (ALBA, BORIA), False),
        ((ALBA,), (ALBA, BORIA, CARNIA), True),
    ],
)
def test_a_text_is_adopted_by_the_initials_of_those_whom_it_requires(
    needed: tuple[Power, ...], initials: tuple[Power, ...], adopted: bool
) -> None:
    table = tabled(needed=needed)
    for power in initials:
        do(table, power, Initial(treaty=PACT, version=1))
    assert (table.state.treaties[PACT].stage is Stage.ADOPTED) is adopted


def test_a_signatory_that_has_not_initialled_may_sign_what_those_required_have_adopted() -> None:
    table = tabled(needed=(ALBA, BORIA))
    for power in (ALBA, BORIA):
        do(table, power, Initial(treaty=PACT, version=1))
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    assert table.state.treaties[PACT].parties == {ALBA, BORIA}
    do(table, CARNIA, Sign(treaty=PACT))
    assert table.state.treaties[PACT].parties == {ALBA, BORIA, CARNIA}


def test_one_that_negotiates_without_signing_may_be_asked_to_sign() -> None:
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), *(a.clause for a in ARTICLES)))
    do(table, ALBA, Table(treaty=PACT, to=frozenset({BORIA, CARNIA})))
    do(table, BORIA, amend(SetProvision(name="signatories", value=("alba", "boria", "carnia"))))
    do(table, ALBA, Initial(treaty=PACT, version=2))
    assert table.state.treaties[PACT].adopted is None, "Carnia's initials are wanted now"
    do(table, CARNIA, Initial(treaty=PACT, version=2))
    assert table.state.treaties[PACT].adopted == 2


def test_another_preamble_is_everybodys_and_changes_what_nobody_owes() -> None:
    table = tabled()
    do(table, BORIA, Initial(treaty=PACT, version=1))
    do(table, CARNIA, amend(SetPreamble({UNDETERMINED: "Resolved to keep the peace"})))
    treaty = table.state.treaties[PACT]
    first, second = treaty.versions
    assert treaty.initials[2] == {CARNIA} and first.articles == second.articles
    found = compared(treaty, first, second)
    assert found.preamble and not (found.same or found.changed or found.provisions)
    assert not compared(treaty, second, second).preamble
    assert amendment(text_of(treaty, first), text_of(treaty, second)) == (SetPreamble({UNDETERMINED: "Resolved to keep the peace"}),)
    do(table, BORIA, amend(StrikeArticle(A1), base=2))
    assert treaty.text.preamble == table.state.treaties[PACT].text.preamble


@pytest.mark.parametrize("parameter", ["against", "only_if_assisted_by", "only_with_transit_through"])
def test_whoever_an_article_newly_names_has_its_initials_cleared(parameter: str) -> None:
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA, CARNIA), OneSidedAssistance(helper=ALBA, aided=CARNIA), NonAggression()))
    do(table, ALBA, Table(treaty=PACT, to=frozenset({BORIA, CARNIA})))
    do(table, BORIA, Initial(treaty=PACT, version=1))
    do(table, ALBA, amend(SetParameter(article=A1, name="extent", value="military")))
    assert table.state.treaties[PACT].initials[2] == {ALBA, BORIA}, "the promise is no affair of Boria's"
    value = "boria" if parameter == "only_if_assisted_by" else ("boria",)
    do(table, ALBA, amend(SetParameter(article=A1, name=parameter, value=value)))
    assert table.state.treaties[PACT].initials[3] == {ALBA}


@pytest.mark.parametrize(("guaranteed", "kept"), [(("a1",), {ALBA}), ((), {ALBA}), (("a2",), {ALBA, CARNIA})])
def test_an_amendment_clears_the_initials_of_those_who_guarantee_the_article_that_it_touches(
    guaranteed: tuple[str, ...], kept: set[Power]
) -> None:
    table = Referee.open(quiet(), 1)
    watched = Guarantee(
        guarantors=(CARNIA,), protected=ALBA, object=GuaranteeOf.OBSERVANCE, articles=tuple(ArticleId(a) for a in guaranteed)
    )
    pair = (ALBA, BORIA)
    do(table, ALBA, draft_of(ALBA, "pact", (*pair, CARNIA), NonAggression(between=pair), Consultation(between=pair), watched))
    do(table, ALBA, Table(treaty=PACT, to=frozenset({BORIA, CARNIA})))
    do(table, CARNIA, Initial(treaty=PACT, version=1))
    do(table, ALBA, amend(SetParameter(article=A1, name="threats", value=True)))
    assert table.state.treaties[PACT].initials[2] == kept


def test_a_wording_of_its_own_does_not_outlive_those_who_were_to_sign() -> None:
    worded = with_(ARTICLES[0], wording={EN: "Alba shall stand by Boria."})
    text = Text(articles=(worded, *ARTICLES[1:]), provisions=Provisions(signatories=(ALBA, BORIA)))
    turned = amended(text, (SetProvision(name="signatories", value=("boria", "alba")),))
    joined = amended(text, (SetProvision(name="signatories", value=("alba", "carnia")),))
    assert isinstance(turned, Text) and isinstance(joined, Text)
    assert turned.articles[0].wording and not joined.articles[0].wording


def test_a_copy_for_other_powers_has_no_wording_that_may_name_the_first() -> None:
    historical = standing(ENTENTE, (ALBA, CARNIA), MutualAssistance(against=(BORIA,)))
    (version,) = historical.versions
    (article,) = version.articles
    historical = with_(historical, versions=(with_(version, articles=(with_(article, wording={EN: "Alba shall stand by Carnia."}),)),))
    table = Referee.open(with_plot(events={}, drafts={}, treaties={ENTENTE: historical}, endings={}), 1)
    copied = copy_of(table.state, ALBA, ENTENTE, TreatyId("alba.copy"))
    assert copied is not None
    other = with_(copied, provisions=with_(copied.provisions, signatories=(ALBA, DORIA)))
    assert refused(table, ALBA, other).about["fault"] == "foreign_wording"
    do(table, ALBA, copied)


def test_a_copy_that_the_services_have_brought_can_be_copied() -> None:
    table = Referee.open(SCENARIO, 1)
    secret = table.state.treaties[UNDERSTANDING]
    spied = changed(table.state, files={ETRIA: {UNDERSTANDING: secret}})
    copied = copy_of(spied, ETRIA, UNDERSTANDING, TreatyId("etria.copy"))
    assert copied is not None and copied.articles == secret.text.articles
    assert copy_of(spied, ALBA, UNDERSTANDING, TreatyId("alba.copy")) is None
