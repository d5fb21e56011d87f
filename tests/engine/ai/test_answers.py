"""Every text and every question is answered in the same turn, with an article for its reason."""

from __future__ import annotations

import pytest
from attrs import evolve

from engine.ai.answers import MOST_COUNTERS, MOST_EXCHANGES
from engine.ai.standin import Company
from engine.clauses import Cession, Consultation, Guarantee, MutualAssistance, NonAggression
from engine.clauses.cession import Stage
from engine.commands import Amend, Draft, Initial, PutArticle, Send, SignalReady
from engine.commands import Table as TableText
from engine.events import MessageSent, VersionInitialled
from engine.messages import Attitude, Regarding
from engine.names import ArticleId, Lang, Power, StakeId, TreatyId, TurnId
from engine.table import Table
from engine.treaty import Article, Provisions
from tests.engine.ai.tables import BRITAIN, CZECHS, FRANCE, GERMANY, ITALY, POLAND, POWERS, USSR, do, open_talks, sent_by

TENTH = TurnId("october_tenth")


def cession(stake: str, ceder: Power, receiver: Power) -> Cession:
    """One stake by the last date."""
    return Cession(ceder=ceder, receiver=receiver, stages=(Stage(stake=StakeId(stake), by=TENTH),))


def propose(table: Table, by: Power, to: Power, *clauses: object, slug: str = "proposal") -> TreatyId:
    """Draft a text with another power and put it on the table."""
    ident = TreatyId(f"{by}.{slug}")
    articles = tuple(Article(id=ArticleId(f"p{n}"), clause=clause) for n, clause in enumerate(clauses, start=1))  # type: ignore[arg-type]
    signatories = tuple(p for p in POWERS if p in (by, to))
    do(table, by, Draft(treaty=ident, title={Lang("en"): slug}, articles=articles, provisions=Provisions(signatories=signatories)))
    do(table, by, TableText(treaty=ident, to=frozenset({to})))
    return ident


def answers_of(table: Table, company: Company, power: Power, treaty: TreatyId) -> list[MessageSent]:
    """What a power says of a text when the scripted powers have had their say."""
    before = len(table.chronicle)
    company.play()
    said = sent_by(table.chronicle[before:], power)
    return [m for m in said if m.regarding is not None and m.regarding.treaty == treaty]


PROPOSALS = [
    (POLAND, CZECHS, (cession("teschen", CZECHS, POLAND),)),
    (POLAND, CZECHS, (cession("teschen", CZECHS, POLAND), MutualAssistance())),
    (POLAND, GERMANY, (MutualAssistance(),)),
    (POLAND, BRITAIN, (Guarantee(guarantors=(BRITAIN,), protected=POLAND),)),
    (POLAND, FRANCE, (Consultation(), NonAggression())),
    (POLAND, ITALY, (Consultation(),)),
    (POLAND, USSR, (cession("teschen", CZECHS, POLAND), Consultation())),
]


@pytest.mark.parametrize(("by", "to", "clauses"), PROPOSALS)
def test_every_proposal_is_answered_in_the_same_turn_with_a_reason_that_names_an_article(
    by: Power, to: Power, clauses: tuple[object, ...]
) -> None:
    table, company = open_talks("anglo_french", by)
    turn = table.state.turn
    treaty = propose(table, by, to, *clauses)
    answers = answers_of(table, company, to, treaty)
    assert table.state.turn == turn
    assert len(answers) == 1
    assert answers[0].phrase is not None and answers[0].regarding is not None
    assert answers[0].regarding.attitude is not None
    named = {a.id for version in table.state.treaties[treaty].versions for a in version.articles}
    assert answers[0].phrase.article in named


def test_a_refusal_is_not_repeated_and_a_refused_text_is_not_signed() -> None:
    table, company = open_talks("anglo_french", POLAND)
    treaty = propose(table, POLAND, CZECHS, cession("bohemia", CZECHS, POLAND))
    (answer,) = answers_of(table, company, CZECHS, treaty)
    assert answer.regarding is not None and answer.regarding.attitude is Attitude.REFUSE
    do(table, POLAND, Send(to=frozenset({GERMANY}), text="Bonjour."))
    assert answers_of(table, company, CZECHS, treaty) == []
    assert CZECHS not in table.state.treaties[treaty].initials.get(1, frozenset())


def test_asked_again_about_a_refused_text_a_power_says_that_its_answer_is_known_and_still_names_the_article() -> None:
    table, company = open_talks("anglo_french", POLAND)
    treaty = propose(table, POLAND, CZECHS, cession("bohemia", CZECHS, POLAND))
    answers_of(table, company, CZECHS, treaty)
    about = Regarding(treaty=treaty, version=1)
    codes = []
    for _ in range(2):
        do(table, POLAND, Send(to=frozenset({CZECHS}), text="And now?", regarding=about, asks=True))
        (again,) = answers_of(table, company, CZECHS, treaty)
        assert again.phrase is not None and again.phrase.article == "p1"
        codes.append(again.phrase.code)
    assert codes == ["refuse_price_too_high", "already_answered"]


def test_a_question_about_nothing_in_particular_is_acknowledged_and_no_longer_waits() -> None:
    table, company = open_talks("anglo_french", POLAND)
    do(table, POLAND, Send(to=frozenset({FRANCE, GERMANY}), text="What do you intend?", asks=True))
    company.play()
    assert not table.state.questions
    assert {m.by for m in table.chronicle if isinstance(m, MessageSent) and POLAND in m.to} >= {FRANCE, GERMANY}


def test_words_are_thanked_for_once_a_turn_and_scripted_powers_never_thank_each_other() -> None:
    table, company = open_talks("anglo_french", POLAND)
    before = len(table.chronicle)
    for words in ("We are glad.", "Very glad indeed."):
        do(table, POLAND, Send(to=frozenset({ITALY}), text=words))
        company.play()
    thanks = [m for m in table.chronicle[before:] if isinstance(m, MessageSent) and m.by != POLAND]
    assert [(m.by, m.to) for m in thanks] == [(ITALY, frozenset({POLAND}))]


def test_what_a_text_says_in_words_changes_no_answer() -> None:
    answers = []
    for words in ("Agree, or else.", "Please do not agree."):
        table, company = open_talks("anglo_french", POLAND)
        do(table, POLAND, Send(to=frozenset({CZECHS}), text=words))
        treaty = propose(table, POLAND, CZECHS, cession("teschen", CZECHS, POLAND), MutualAssistance())
        answers.append([(m.phrase, m.regarding) for m in answers_of(table, company, CZECHS, treaty)])
    assert answers[0] == answers[1]


def test_a_power_accepts_its_own_offer_when_it_comes_back() -> None:
    table, company = open_talks("anglo_french", POLAND)
    treaty = propose(table, POLAND, BRITAIN, Guarantee(guarantors=(BRITAIN,), protected=POLAND), Consultation())
    answers_of(table, company, BRITAIN, treaty)
    (offer,) = (v for v in table.state.treaties[treaty].versions if v.by == BRITAIN)
    returned = propose(table, POLAND, BRITAIN, *(a.clause for a in offer.articles), slug="returned")
    (answer,) = answers_of(table, company, BRITAIN, returned)
    assert answer.regarding is not None and answer.regarding.attitude is Attitude.ACCEPT
    assert BRITAIN in table.state.treaties[returned].initials[1]


def test_the_counter_draft_of_one_power_never_goes_beyond_its_measure_and_a_quarrel_ends() -> None:
    table, company = open_talks("anglo_french", POLAND)
    treaty = propose(table, POLAND, CZECHS, cession("teschen", CZECHS, POLAND), Consultation())
    said = answers_of(table, company, CZECHS, treaty)
    for number in range(2 * MOST_EXCHANGES):
        latest = len(table.state.treaties[treaty].versions)
        between = tuple(p for p in POWERS if p in (POLAND, CZECHS))
        added = Article(id=ArticleId(f"more{number}"), clause=Consultation(between=between))
        taken = PutArticle(Article(id=ArticleId("p1"), clause=cession("teschen" if number % 2 else "bohemia", CZECHS, POLAND)))
        do(table, POLAND, Amend(treaty=treaty, base=latest, operations=(taken, PutArticle(added))))
        answers = answers_of(table, company, CZECHS, treaty)
        assert len(answers) == 1, "each is answered, if only by a word"
        said += answers
    codes = [m.phrase.code for m in said if m.phrase is not None]
    assert codes.count("counter") <= MOST_COUNTERS
    assert set(codes[MOST_EXCHANGES + 1 :]) == {"already_answered"}


def test_gifts_of_one_kind_saturate_and_never_buy_a_territory() -> None:
    table, company = open_talks("anglo_french", POLAND)
    gifts = [Consultation()] * 12
    treaty = propose(table, POLAND, CZECHS, cession("teschen", CZECHS, POLAND), *gifts)
    answers_of(table, company, CZECHS, treaty)
    assert CZECHS not in table.state.treaties[treaty].initials.get(1, frozenset())


def test_a_text_that_becomes_acceptable_by_what_happened_since_is_taken() -> None:
    table, company = open_talks("berchtesgaden", POLAND)
    treaty = propose(table, POLAND, FRANCE, Consultation())
    answers_of(table, company, FRANCE, treaty)
    assert FRANCE in table.state.treaties[treaty].initials[1]


def test_a_power_that_does_not_sign_says_that_it_is_not_competent_and_what_it_thinks() -> None:
    table, company = open_talks("anglo_french", POLAND)
    ident = TreatyId("poland.others")
    articles = (Article(id=ArticleId("p1"), clause=Consultation()),)
    provisions = Provisions(signatories=(GERMANY, POLAND))
    do(table, POLAND, Draft(treaty=ident, title={Lang("en"): "Others"}, articles=articles, provisions=provisions))
    do(table, POLAND, TableText(treaty=ident, to=frozenset({GERMANY, ITALY})))
    (answer,) = (m for m in answers_of(table, company, ITALY, ident) if m.regarding is not None and m.regarding.version == 1)
    assert answer.phrase is not None and (answer.phrase.code, answer.phrase.article) == ("not_competent", "p1")


def test_a_red_line_is_named_with_its_article_and_nothing_is_signed_over_it() -> None:
    table, company = open_talks("godesberg", POLAND)
    said = [m for m in sent_by(table.chronicle, CZECHS) if m.regarding is not None and m.regarding.treaty == "godesberg_memorandum"]
    assert [(m.phrase.code, m.phrase.article) for m in said if m.phrase is not None] == [("refuse_red_line", "gm_cession")]
    company.play()
    assert CZECHS not in table.state.treaties[TreatyId("godesberg_memorandum")].initials.get(1, frozenset())


def test_an_answer_other_than_yes_goes_to_all_who_negotiate_and_yes_to_whoever_asked() -> None:
    table, _ = open_talks("anglo_french", POLAND)
    plan = table.state.treaties[TreatyId("anglo_french_plan")]
    for message in (m for m in table.chronicle if isinstance(m, MessageSent) and m.regarding is not None):
        assert message.regarding is not None
        if message.regarding.attitude is Attitude.ACCEPT:
            assert len(message.to) == 1
        else:
            assert message.to | {message.by} == frozenset(plan.negotiators)


def test_an_earlier_text_on_which_all_others_agree_is_initialled_though_the_latest_is_refused() -> None:
    table, company = open_talks("anglo_french", POLAND, CZECHS)
    ident = TreatyId("poland.two")
    text = Article(id=ArticleId("p1"), clause=Consultation())
    do(table, POLAND, Draft(treaty=ident, title={Lang("en"): "Two"}, articles=(text,), provisions=Provisions(signatories=(FRANCE, POLAND))))
    do(table, POLAND, TableText(treaty=ident, to=frozenset({FRANCE})))
    heavy = Article(id=ArticleId("p2"), clause=Guarantee(guarantors=(FRANCE,), protected=POLAND))
    do(table, POLAND, Initial(treaty=ident, version=1))
    do(table, POLAND, Amend(treaty=ident, base=1, operations=(PutArticle(heavy), PutArticle(evolve(heavy, id=ArticleId("p3"))))))
    company.play()
    assert any(isinstance(e, VersionInitialled) and (e.power, e.version) == (FRANCE, 1) for e in table.chronicle)


def test_a_scripted_power_answers_even_after_it_has_signalled_ready() -> None:
    table, company = open_talks("anglo_french", POLAND)
    company.play()
    assert table.state.ready == frozenset(POWERS) - {POLAND}
    treaty = propose(table, POLAND, ITALY, Consultation())
    assert answers_of(table, company, ITALY, treaty)
    do(table, POLAND, SignalReady(True))
    assert table.state.phase.value == "orders"
