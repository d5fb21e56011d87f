"""The page of what one owes and is owed: source, state, day, case and reservation, in both languages, and nothing that one may not know."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_

from client.forecast import order_lines, owed_orders
from client.labels import Labels
from client.meaning import meaning
from client.obligations import obligations_page, to_be_done
from engine.clauses import Consultation, Guarantee, MutualAssistance, NonAggression
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import Amend, Initial, PutArticle, Sign
from engine.commands import Table as Tabling
from engine.decide.orders import available_orders
from engine.duties import Automaticity, Extent, Trigger
from engine.events import Phase
from engine.fulfilment import obligations_of, owed_to
from engine.knowledge import as_known
from engine.names import Lang, Onlooker, Power, TreatyId, Viewer
from engine.obligations import ObligationState, obligations
from engine.orders import Attack, HandOver, Perform
from engine.record import Conduct
from engine.reservations import Await, Lessen, Reservation
from engine.state import State
from engine.table import Table
from engine.treaty import Signature
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    MARCHES,
    POWERS,
    SECOND,
    adopt,
    articles_of,
    cession,
    conclude,
    do,
    draft_of,
    quiet,
)
from tests.engine.test_cases_arisen import in_force, war

PACT = TreatyId("pact")
LANGS = [Lang("en"), Lang("fr")]


def page(state: State, viewer: Viewer, lang: str) -> list[str]:
    """The lines of the page, spaces plain."""
    labels = Labels(as_known(state, Power(viewer)) if not isinstance(viewer, Onlooker) else state, Lang(lang))
    return obligations_page(labels, viewer).plain.replace("\u00a0", " ").replace("\u202f", " ").split("\n")


@pytest.mark.parametrize(
    ("lang", "due", "source", "later"),
    [
        (
            "en",
            "DUE        assistance to Carnia, by the close of 3 May 1930",
            "           “pact”, Article 1",
            "dormant    the cession of",
        ),
        (
            "fr",
            "EXIGIBLE   l'assistance due à Carnia (fr), au plus tard le 3 mai 1930",
            "           « pact (fr) », article premier",
            "en sommeil la cession",
        ),
    ],
)
def test_what_is_due_stands_first_with_its_article(lang: str, due: str, source: str, later: str) -> None:
    aid = MutualAssistance(between=(ALBA, CARNIA))
    state = in_force(aid, wars=(war(BORIA, on=(CARNIA,)),))
    lines = page(state, ALBA, lang)
    place = lines.index(due)
    assert (place, lines[place + 1]) == (1, source)
    ceding = page(with_(in_force(cession((MARCHES, SECOND))), turn=0), CARNIA, lang)
    assert ceding[1].startswith(later) and ("by the close of" in ceding[1] or "au plus tard le" in ceding[1])


def test_what_falls_due_by_an_order_is_owed_among_the_orders_a_consultation_too() -> None:
    state = with_(in_force(Consultation(on=Trigger.ANY_WAR), wars=(war(BORIA, on=(CARNIA,)),)), phase=Phase.ORDERS)
    consulting = next(o for o in available_orders(state, ALBA) if isinstance(o, Perform) and o.to == CARNIA)
    assert consulting in owed_orders(state, ALBA)
    assert not owed_orders(with_(state, wars=()), ALBA)


@pytest.mark.parametrize(("turn", "counted"), [(0, False), (1, True)])
def test_what_has_time_until_a_later_date_is_owed_and_not_counted_as_due(turn: int, counted: bool) -> None:
    state = with_(in_force(cession((MARCHES, SECOND))), turn=turn, phase=Phase.ORDERS)
    (handing,) = (o for o in available_orders(state, CARNIA) if isinstance(o, HandOver))
    assert handing in owed_orders(state, CARNIA)
    assert (handing in owed_orders(state, CARNIA, due=True)) is counted


@pytest.mark.parametrize(
    ("lang", "breached", "observed"),
    [("en", "BREACHED", "observed"), ("fr", "VIOLÉE", "observée")],
)
def test_a_breach_is_on_the_page_of_those_alone_who_know_of_it(lang: str, breached: str, observed: str) -> None:
    state = in_force(NonAggression())
    owed = next(o for o in obligations(state) if (o.debtor, o.creditor) == (ALBA, CARNIA))
    line = Conduct(turn=1, treaty=PACT, article=owed.article.id, duty=owed.duty, kept=False, known_to=frozenset({ALBA, BORIA}))
    state = with_(state, record=(line,))
    assert any(one.startswith(breached) for one in page(state, ALBA, lang))
    others = page(state, CARNIA, lang)
    assert not any(one.startswith(breached) for one in others) and any(one.startswith(observed) for one in others)


@pytest.mark.parametrize(
    ("lang", "narrowed"),
    [
        ("en", "           Reservation: Under Article 1, Alba owes assistance only upon a recommendation."),
        (
            "fr",
            "           Réserve : Au titre de l'article premier, Alba (fr) ne doit assistance que sur recommandation.",
        ),
    ],
)
def test_the_reservation_that_has_narrowed_a_duty_stands_below_it(lang: str, narrowed: str) -> None:
    state = in_force(MutualAssistance(between=(ALBA, CARNIA)))
    (article,) = state.treaties[PACT].text.articles
    made = Reservation(article=article.id, narrowing=Await(Automaticity.UPON_RECOMMENDATION))
    signatures = {**state.treaties[PACT].signatures, ALBA: Signature(turn=0, reservations=(made,))}
    state = with_(state, treaties={PACT: with_(state.treaties[PACT], signatures=signatures)})
    lines = page(state, CARNIA, lang)
    assert lines.count(narrowed) == 2, lines
    assert narrowed not in page(state, DORIA, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_obligation_of_every_state_is_on_the_page_with_its_source(lang: Lang) -> None:
    state = in_force(Consultation(), wars=(war(BORIA, on=(CARNIA,)),))
    for power in POWERS:
        labels = Labels(as_known(state, power), lang)
        said = obligations_page(labels, power).plain
        for owed in (*obligations_of(labels.state, power), *owed_to(labels.state, power)):
            assert labels.words(f"owed.state.{owed.state.value}") in said and labels.under(owed) in said  # type: ignore[union-attr]
    whole = Labels(state, lang)
    assert whole.words("owed.by_all") in obligations_page(whole, Onlooker.FACILITATOR).plain


@pytest.mark.parametrize("state", list(ObligationState))
@pytest.mark.parametrize("lang", LANGS)
def test_every_state_has_its_word_in_the_column(lang: Lang, state: ObligationState) -> None:
    assert 0 < len(Labels(in_force(NonAggression()), lang).words(f"owed.state.{state.value}")) < 11


@pytest.mark.parametrize("trigger", list(Trigger))
@pytest.mark.parametrize("lang", LANGS)
def test_every_case_that_calls_for_aid_is_said_on_the_page(lang: Lang, trigger: Trigger) -> None:
    labels = Labels(in_force(MutualAssistance(between=(ALBA, CARNIA), trigger=trigger)), lang)
    assert labels.words(f"owed.case.{trigger.value}") in obligations_page(labels, ALBA).plain


@pytest.mark.parametrize(("lang", "case"), [("en", "once called upon"), ("fr", "une fois l'appel lancé")])
def test_a_guarantee_of_observance_waits_for_the_call_and_not_for_an_attack(lang: str, case: str) -> None:
    terms = Guarantee(guarantors=(ALBA,), protected=CARNIA, object=GuaranteeOf.OBSERVANCE)
    labels = Labels(in_force(terms), Lang(lang))
    said = obligations_page(labels, ALBA).plain.replace("’", "'")
    assert case in said and labels.words(f"owed.case.{terms.trigger.value}") not in said


@pytest.mark.parametrize(
    ("lang", "owed"),
    [("en", "Alba owes economic aid to Carnia, and no more"), ("fr", "et rien de plus")],
)
def test_before_an_attack_one_is_told_who_owes_the_victim_aid_short_of_arms(lang: str, owed: str) -> None:
    labels = Labels(in_force(MutualAssistance(between=(ALBA, CARNIA), extent=Extent.ECONOMIC)), Lang(lang))
    lines = order_lines(Attack(CARNIA), BORIA, labels)
    assert labels.words("means.nobody_called") in lines
    assert any(owed in line for line in lines), lines


def test_among_the_orders_stands_what_falls_due_and_nothing_else() -> None:
    labels = Labels(with_(in_force(cession((MARCHES, SECOND))), turn=0), Lang("en"))
    (line,) = to_be_done(labels, CARNIA)
    assert line.plain.startswith("dormant    the cession of") and "by the close of" in line.plain
    assert to_be_done(Labels(in_force(NonAggression()), Lang("en")), CARNIA) == ()


def test_outsiders_read_the_final_text_alone_as_the_first_and_its_authors_the_number_that_it_had() -> None:
    table = Table.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), NonAggression()))
    pact = TreatyId("alba.pact")
    do(table, ALBA, Tabling(treaty=pact, to=frozenset({BORIA})))
    (added,) = articles_of(Consultation(), prefix="more")
    do(table, BORIA, Amend(treaty=pact, base=1, operations=(PutArticle(added),)))
    for power in (ALBA, BORIA):
        if power not in table.state.treaties[pact].initials.get(2, ()):
            do(table, power, Initial(treaty=pact, version=2))
    do(table, ALBA, Sign(treaty=pact))
    do(table, BORIA, Sign(treaty=pact))
    assert {owed.version for power in POWERS for owed in obligations(table.view(power)) if owed.treaty == pact} == {1}
    assert any("version 2" in line for line in obligations_page(Labels(table.view(ALBA), Lang("en")), ALBA).plain.split("\n"))
    shown = obligations_page(Labels(table.view(Onlooker.OBSERVER), Lang("en")), Onlooker.OBSERVER).plain
    assert "pact" in shown and "version" not in shown


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_reservation_leaves_of_a_duty_cites_its_article(lang: Lang) -> None:
    table = Table.open(quiet(), 1)
    pact = adopt(table, ALBA, "pact", (ALBA, DORIA), MutualAssistance())
    (article,) = table.state.treaties[pact].text.articles
    labels = Labels(table.view(ALBA), lang)
    command: Any = Sign(treaty=pact, reservations=(Reservation(article=article.id, narrowing=Lessen(Extent.ECONOMIC)),))
    said = meaning(command, ALBA, labels)
    cited, reserved = labels.cited(pact, article.id), labels.speaker.noun(ALBA).short
    narrowed = [line for line in said if line.startswith((labels.words("reserve.owed.less", duty="", source="")[:10],))]
    assert narrowed and all(cited in line for line in narrowed)
    arising = [line for line in said if cited in line and reserved in line]
    assert any("narrowed by the reservation" in line or "restreint par la réserve" in line for line in arising)


def test_a_treaty_concluded_is_owed_at_once_on_both_pages() -> None:
    table = Table.open(quiet(), 1)
    ident = conclude(table, ALBA, "pact", (ALBA, DORIA), NonAggression())
    for power in (ALBA, DORIA):
        assert any("pact" in line for line in page(table.view(power), power, "en"))
        assert {o.treaty for o in (*obligations_of(table.view(power), power), *owed_to(table.view(power), power))} >= {ident}
