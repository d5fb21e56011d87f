"""The life of a treaty: draft, table, amend, initial, adopt, sign, ratify, enter into force, perform or default."""

from __future__ import annotations

import pytest

from engine.clauses import Declaration, Guarantee, MutualAssistance, NonAggression
from engine.commands import (
    Amend,
    Assent,
    CommitOrders,
    Initial,
    PutArticle,
    Ratify,
    Sign,
    StrikeArticle,
    Table,
    Withdraw,
)
from engine.consistency import conflicts
from engine.duties import Cede
from engine.events import (
    ObligationBreached,
    ObligationPerformed,
    Phase,
    StakeTransferred,
    TreatyAdopted,
    TreatyEnteredIntoForce,
    TreatyShown,
)
from engine.names import ArticleId, Lang, Power, TreatyId
from engine.obligations import cessions_of, obligations, owed_by
from engine.operation import operative
from engine.options import asked, options
from engine.orders import HandOver
from engine.refusal import Reason
from engine.reservations import Reservation
from engine.table import Table as Referee
from engine.treaty import Article, ReservationPolicy, Stage, Treaty
from tests.engine.settings import (
    ALBA,
    ANNEX,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FIRST,
    HARBOUR,
    HILLS,
    MARCHES,
    OBSERVER,
    PLAN,
    PLOT,
    POWERS,
    SCENARIO,
    SECOND,
    THIRD,
    UNDERSTANDING,
    WORDS,
    articles_of,
    cession,
    close,
    conclude,
    do,
    draft_of,
    quiet,
    refused,
    standing,
    to_phase,
    with_plot,
)

PACT = TreatyId("alba.pact")


def pact_of(table: Referee, ident: TreatyId = PACT) -> Treaty:
    return table.state.treaties[ident]


def tabled(*clauses: object, parties: tuple[Power, ...] = (ALBA, BORIA), also: tuple[Power, ...] = (), **provisions: object) -> Referee:
    """A table at which Alba has tabled a pact."""
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", parties, *(clauses or (WORDS,)), **provisions))  # type: ignore[arg-type]
    do(table, ALBA, Table(treaty=PACT, to=frozenset({*parties, *also} - {ALBA})))
    return table


def adopted(*clauses: object, parties: tuple[Power, ...] = (ALBA, BORIA), **provisions: object) -> Referee:
    """A table at which the pact has been adopted by its signatories."""
    table = tabled(*clauses, parties=parties, **provisions)
    for power in parties:
        do(table, power, Initial(treaty=PACT, version=1))
    return table


def put(ident: str, clause: object) -> PutArticle:
    return PutArticle(Article(id=ArticleId(ident), clause=clause))  # type: ignore[arg-type]


# -- the making of the text


def test_a_draft_lies_in_its_drafters_drawer_alone() -> None:
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS))
    assert PACT in table.view(ALBA).treaties
    assert all(PACT not in table.view(viewer).treaties for viewer in (BORIA, CARNIA, OBSERVER))


def test_a_tabled_text_is_known_to_those_who_negotiate_it_and_to_nobody_else() -> None:
    table = tabled(also=(DORIA,))
    assert {p for p in POWERS if PACT in table.view(p).treaties} == {ALBA, BORIA, DORIA}
    assert pact_of(table).negotiators == (ALBA, BORIA, DORIA)


def test_a_text_is_tabled_to_all_its_signatories_or_not_at_all() -> None:
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS))
    assert refused(table, ALBA, Table(treaty=PACT, to=frozenset({CARNIA}))).reason is Reason.NO_RECIPIENT


def test_a_holder_may_table_a_draft_of_the_scenario_and_then_withdraw_it() -> None:
    table = Referee.open(SCENARIO, 1)
    do(table, ETRIA, Table(treaty=PLAN, to=frozenset({ALBA, BORIA})))
    assert pact_of(table, PLAN).drafter == ETRIA
    do(table, ETRIA, Withdraw(treaty=PLAN))
    assert pact_of(table, PLAN).stage is Stage.WITHDRAWN


def test_an_amendment_clears_the_initials_of_those_whose_position_it_touches_and_keeps_the_others() -> None:
    table = tabled(WORDS, parties=(ALBA, BORIA, CARNIA))
    do(table, BORIA, Initial(treaty=PACT, version=1))
    do(table, CARNIA, Initial(treaty=PACT, version=1))
    do(table, ALBA, Amend(treaty=PACT, base=1, operations=(put("pair", NonAggression(between=(ALBA, CARNIA))),)))
    assert pact_of(table).initials[2] == {ALBA, BORIA}
    assert pact_of(table).initials[1] == {BORIA, CARNIA}


def test_a_text_that_an_amendment_leaves_initialled_by_all_its_signatories_is_adopted() -> None:
    table = tabled(WORDS, parties=(ALBA, BORIA, CARNIA), also=(DORIA,))
    do(table, ALBA, Initial(treaty=PACT, version=1))
    do(table, BORIA, Initial(treaty=PACT, version=1))
    guarantee = Guarantee(guarantors=(CARNIA,), protected=DORIA)
    events = do(table, CARNIA, Amend(treaty=PACT, base=1, operations=(put("g", guarantee),)))
    assert [type(e) for e in events][-1] is TreatyAdopted
    assert (pact_of(table).stage, pact_of(table).adopted) == (Stage.ADOPTED, 2)


def test_an_amendment_that_binds_a_signatory_anew_is_not_adopted_over_its_head() -> None:
    table = tabled(WORDS, parties=(ALBA, BORIA))
    do(table, BORIA, Initial(treaty=PACT, version=1))
    do(table, ALBA, Amend(treaty=PACT, base=1, operations=(put("aid", MutualAssistance()),)))
    assert pact_of(table).stage is Stage.TABLED
    assert pact_of(table).initials[2] == {ALBA}


def test_an_article_keeps_its_identity_through_versions_and_every_version_is_kept() -> None:
    table = tabled(WORDS, MutualAssistance())
    do(table, BORIA, Amend(treaty=PACT, base=1, operations=(StrikeArticle(ArticleId("a1")),)))
    do(table, ALBA, Amend(treaty=PACT, base=1, operations=(put("a2", NonAggression()), put("a3", WORDS))))
    texts = [[a.id for a in v.articles] for v in pact_of(table).versions]
    assert texts == [["a1", "a2"], ["a2"], ["a1", "a2", "a3"]]
    assert [v.base for v in pact_of(table).versions] == [None, 1, 1]


@pytest.mark.parametrize(
    "operations",
    [
        (put("a1", WORDS),),
        (StrikeArticle(ArticleId("a1")), put("a1", WORDS)),
        (put("b", WORDS), StrikeArticle(ArticleId("b"))),
    ],
)
def test_an_amendment_that_leaves_the_text_as_it_was_is_none(operations: tuple[PutArticle | StrikeArticle, ...]) -> None:
    refusal = refused(tabled(), BORIA, Amend(treaty=PACT, base=1, operations=operations))
    assert (refusal.reason, refusal.about["fault"]) == (Reason.ARTICLE_FAULTY, "nothing_changed")


def test_a_text_is_adopted_when_all_signatories_have_initialled_one_version_not_two_halves_of_two() -> None:
    table = tabled()
    do(table, ALBA, Initial(treaty=PACT, version=1))
    do(table, BORIA, Amend(treaty=PACT, base=1, operations=(put("b", WORDS),)))
    assert pact_of(table).stage is Stage.TABLED
    do(table, BORIA, Initial(treaty=PACT, version=1))
    assert (pact_of(table).stage, pact_of(table).adopted) == (Stage.ADOPTED, 1)


def test_the_author_of_a_text_is_waited_for_when_all_the_others_have_initialled_it() -> None:
    table = tabled()
    assert Initial not in {option.verb for option in asked(table.state, ALBA)}
    do(table, BORIA, Initial(treaty=PACT, version=1))
    assert Initial in {option.verb for option in asked(table.state, ALBA)}


def test_a_negotiator_that_does_not_sign_cannot_hold_up_the_adoption() -> None:
    table = tabled(also=(DORIA,))
    do(table, ALBA, Initial(treaty=PACT, version=1))
    do(table, BORIA, Initial(treaty=PACT, version=1))
    assert pact_of(table).stage is Stage.ADOPTED


# -- signature and entry into force


def test_a_treaty_enters_into_force_with_the_last_signature_and_is_then_published() -> None:
    table = adopted(MutualAssistance())
    do(table, ALBA, Sign(treaty=PACT))
    assert pact_of(table).stage is Stage.ADOPTED
    events = do(table, BORIA, Sign(treaty=PACT))
    assert [type(e) for e in events][-2:] == [TreatyShown, TreatyEnteredIntoForce]
    assert all(table.view(v).treaties[PACT].in_force for v in (CARNIA, OBSERVER))
    assert pact_of(table).parties == {ALBA, BORIA}


def test_a_published_treaty_shows_its_final_text_and_none_of_the_drafts() -> None:
    table = tabled()
    do(table, ALBA, Amend(treaty=PACT, base=1, operations=(put("a1", Declaration(text={Lang("en"): "Otherwise."})),)))
    do(table, BORIA, Initial(treaty=PACT, version=2))
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    shown = table.view(CARNIA).treaties[PACT]
    assert len(shown.versions) == 1 and not shown.initials and shown.text.articles[0].clause != WORDS


def test_a_secret_treaty_enters_into_force_unseen() -> None:
    table = adopted(secret=True)
    before = len(table.news(CARNIA))
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    assert pact_of(table).in_force
    assert len(table.news(CARNIA)) == before


def test_a_reservation_keeps_the_article_from_binding_the_reserver_and_from_binding_others_to_it() -> None:
    """VCLT 21."""
    table = adopted(MutualAssistance(), NonAggression(), parties=(ALBA, BORIA, CARNIA))
    do(table, ALBA, Sign(treaty=PACT, reservations=(Reservation(article=ArticleId("a1")),)))
    for power in (BORIA, CARNIA):
        do(table, power, Sign(treaty=PACT))
    owed = {(o.article.id, o.duty.debtor, o.duty.creditor) for p in POWERS for o in owed_by(table.state, p) if o.treaty == PACT}
    assert {(d, c) for a, d, c in owed if a == "a1"} == {(BORIA, CARNIA), (CARNIA, BORIA)}
    assert len([o for o in owed if o[0] == "a2"]) == 6


@pytest.mark.parametrize(
    ("allowed", "excludes", "reason"),
    [
        (False, {"a1"}, Reason.RESERVATION_FORBIDDEN),
        (True, {"a1", "a2"}, Reason.RESERVATION_FORBIDDEN),
        (True, {"a9"}, Reason.RESERVATION_FORBIDDEN),
    ],
)
def test_a_reservation_is_refused_where_forbidden_or_if_it_leaves_nothing(allowed: bool, excludes: set[str], reason: Reason) -> None:
    """VCLT 19: not where the treaty forbids it, nor against its object and purpose."""
    table = adopted(WORDS, MutualAssistance(), reservations=ReservationPolicy.ALLOWED if allowed else ReservationPolicy.FORBIDDEN)
    command = Sign(treaty=PACT, reservations=tuple(Reservation(article=ArticleId(e)) for e in sorted(excludes)))
    assert refused(table, ALBA, command).reason is reason


def test_ratification_comes_a_turn_after_signature_and_brings_the_treaty_into_force() -> None:
    """VCLT 14."""
    table = adopted(ratification=True)
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    assert refused(table, ALBA, Ratify(treaty=PACT)).reason is Reason.TOO_SOON
    to_phase(table, Phase.TALKS, 1)
    do(table, ALBA, Ratify(treaty=PACT))
    assert pact_of(table).stage is Stage.ADOPTED
    do(table, BORIA, Ratify(treaty=PACT))
    assert pact_of(table).in_force and pact_of(table).since == SECOND


def test_a_treaty_that_hangs_on_another_binds_only_while_the_other_does() -> None:
    table = Referee.open(SCENARIO, 1)
    assert operative(table.state, table.state.treaties[ANNEX])
    assert not operative(table.view(CARNIA), adopted().state.treaties[PACT])


def test_a_treaty_that_hangs_on_one_that_some_of_those_who_know_it_do_not_binds_nobody() -> None:
    """Otherwise what a power owes would betray a secret treaty to it."""
    pact = standing(PACT, (CARNIA, DORIA), WORDS, known_to=frozenset({CARNIA, DORIA}), only_while=UNDERSTANDING)
    table = Referee.open(with_plot(treaties={**PLOT.treaties, PACT: pact}), 1)
    assert pact_of(table).in_force
    assert not operative(table.state, pact_of(table))
    assert all(not operative(table.view(p), table.view(p).treaties[PACT]) for p in (CARNIA, DORIA))


# -- third states and performance


def signed_cession(*stages: tuple[object, object], secret: bool = False) -> Referee:
    """A table at which Alba and Boria have agreed that Carnia cedes."""
    table = adopted(cession(*stages), secret=secret)  # type: ignore[arg-type]
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    return table


def test_a_third_state_owes_nothing_until_it_has_assented() -> None:
    """VCLT 34, 35."""
    table = signed_cession((MARCHES, SECOND))
    assert owed_by(table.state, CARNIA) and all(o.treaty == ENTENTE for o in owed_by(table.state, CARNIA))
    do(table, CARNIA, Assent(treaty=PACT))
    assert [o.duty.stake for o in cessions_of(table.state, CARNIA) if o.treaty == PACT] == [MARCHES]


def test_a_third_state_is_bound_by_what_it_has_accepted_and_not_by_the_other_articles() -> None:
    """VCLT 35."""
    table = Referee.open(quiet(), 1)
    pact = conclude(table, BORIA, "pact", (ALBA, BORIA), cession((MARCHES, SECOND)), NonAggression(), MutualAssistance())
    do(table, CARNIA, Assent(treaty=pact))
    assert {type(o.duty) for o in owed_by(table.state, CARNIA) if o.treaty == pact} == {Cede}
    assert all(type(o.duty) is Cede for o in obligations(table.state) if o.treaty == pact and CARNIA in (o.duty.debtor, o.duty.creditor))
    late = draft_of(DORIA, "late", (ALBA, DORIA), MutualAssistance(against=(CARNIA,)))
    do(table, DORIA, late)
    assert conflicts(table.state, table.state.treaties[late.treaty]) == ()


def test_a_cession_is_handed_over_by_stages_each_at_its_date() -> None:
    table = signed_cession((MARCHES, SECOND), (HARBOUR, THIRD))
    do(table, CARNIA, Assent(treaty=PACT))
    to_phase(table, Phase.ORDERS, 1)
    do(table, CARNIA, CommitOrders((HandOver(treaty=PACT, article=ArticleId("a1"), stake=MARCHES),)))
    events = close(table)
    assert any(isinstance(e, StakeTransferred) and (e.stake, e.holder, e.treaty) == (MARCHES, BORIA, PACT) for e in events)
    assert any(isinstance(e, ObligationPerformed) and isinstance(e.duty, Cede) and e.duty.stake == MARCHES for e in events)
    assert not any(isinstance(e, ObligationBreached) for e in events)
    assert table.state.settled == {MARCHES}
    to_phase(table, Phase.ORDERS, 2)
    defaults = [e for e in close(table) if isinstance(e, ObligationBreached)]
    assert [e.duty for e in defaults] == [Cede(debtor=CARNIA, creditor=BORIA, stake=HARBOUR, by=THIRD)]


def test_a_default_is_named_once_and_the_debt_stands() -> None:
    table = signed_cession((MARCHES, FIRST))
    do(table, CARNIA, Assent(treaty=PACT))
    while not table.state.over:
        close(table)
    assert sum(isinstance(e, ObligationBreached) for e in table.chronicle) == 1
    late = signed_cession((MARCHES, FIRST))
    do(late, CARNIA, Assent(treaty=PACT))
    to_phase(late, Phase.ORDERS, 1)
    do(late, CARNIA, CommitOrders((HandOver(treaty=PACT, article=ArticleId("a1"), stake=MARCHES),)))
    close(late)
    assert late.state.holder(MARCHES) == BORIA
    assert [deed.kept for deed in late.state.record] == [False, True]


def test_a_hand_over_under_a_secret_treaty_is_seen_and_the_treaty_is_not() -> None:
    table = Referee.open(SCENARIO, 1)
    to_phase(table, Phase.ORDERS)
    do(table, DORIA, CommitOrders((HandOver(treaty=UNDERSTANDING, article=ArticleId("understanding_2"), stake=HILLS),)))
    close(table)
    (seen,) = (e for _, e in table.news(ALBA) if isinstance(e, StakeTransferred))
    assert (seen.stake, seen.holder, seen.treaty, seen.article) == (HILLS, BORIA, None, None)
    assert any(isinstance(e, ObligationPerformed) for _, e in table.news(BORIA))
    assert not any(isinstance(e, ObligationPerformed) for _, e in table.news(ALBA))


def test_a_stake_conquered_meanwhile_is_no_longer_owed() -> None:
    table = signed_cession((MARCHES, SECOND))
    do(table, CARNIA, Assent(treaty=PACT))
    assert any(o.domains["orders"].values for o in options(to_phase(table, Phase.ORDERS).state, CARNIA) if "orders" in o.domains)  # type: ignore[attr-defined]
    seized = StakeTransferred(stake=MARCHES, holder=DORIA)
    table.apply((seized,))
    orders = next(o for o in options(table.state, CARNIA) if "orders" in o.domains).domains["orders"]
    assert not any(isinstance(order, HandOver) for order in orders.values)  # type: ignore[attr-defined]


def test_an_article_may_carry_a_wording_only_if_it_lies_before_the_power_word_for_word() -> None:
    table = Referee.open(SCENARIO, 1)
    (article,) = articles_of(WORDS)
    disguised = Article(id=article.id, clause=article.clause, wording={Lang("en"): "Alba owes everything."})
    command = draft_of(ALBA, "pact", (ALBA, BORIA), WORDS)
    from attrs import evolve as with_

    refusal = refused(table, ALBA, with_(command, articles=(disguised,)))
    assert refusal.about == {"fault": "foreign_wording", "word": "a1", "article": "1"}
