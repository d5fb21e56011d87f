"""Every kind of article has golden texts and a table of cases, and an article's term is said and judged whatever its kind."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from engine.clauses import CLAUSES, AnyClause, Cession, Consultation
from engine.clauses.cession import Stage
from engine.names import TreatyId, TurnId, kind
from engine.texts.voice import Speaker
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, GERMANY, OCTOBER, SEPTEMBER, SETTING, TENTH, UK, ZONE, Atlas, treaty_of
from tests.engine.clauses.cases import FOLDER, KINDS, article_of, cases_of, found_in

SAID = "The present article shall apply from 1 October 1938 until 10 October 1938. "
SAID += "It shall apply only so long as the instrument entitled “Pact” remains in force."


@pytest.mark.parametrize("tag", KINDS)
def test_every_kind_reads_and_binds_as_its_cases_say(tag: str) -> None:
    cases = cases_of(tag)
    assert [found_in(tag, case) for case in cases] == cases


@pytest.mark.parametrize("tag", KINDS)
def test_every_kind_has_texts_for_two_parties_and_cases_that_meet_it_and_miss_it(tag: str) -> None:
    cases = cases_of(tag)
    assert any(len(case["parties"]) == 2 for case in cases)
    found = [words for case in cases for words in (case.get("deeds", {}) | case.get("attacks", {})).values()]
    missed = {"nothing", "all free"}
    assert missed & set(found)
    assert set(found) - missed or tag == "declaration"


def test_there_is_no_table_without_a_kind() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(KINDS)


def cases() -> list[Any]:
    """One article of every kind, the first in its table."""
    return [pytest.param(article_of(cls.tag, case), case["parties"], id=kind(cls)) for cls in CLAUSES for case in cases_of(cls.tag)[:1]]


@pytest.mark.parametrize(("article", "parties"), cases())
def test_the_term_of_an_article_of_any_kind_is_printed(article: AnyClause, parties: list[str]) -> None:
    bare = attrs.evolve(article, from_turn=None, until=None, only_while=None)
    whole = attrs.evolve(bare, from_turn=OCTOBER, until=TENTH, only_while=TreatyId("pact"))
    voice = Speaker(SETTING, ENGLISH.lang, {TreatyId("pact"): treaty_of()})
    assert whole.prose(voice).startswith(bare.prose(voice)) and whole.prose(voice).endswith(SAID)
    assert "(from 1 October 1938 until 10 October 1938; only while “Pact” is in force)" in whole.gist(voice)
    assert whole.gist(voice).endswith(".") == bare.gist(voice).endswith(".")


TERMS = [
    ({"from_turn": OCTOBER, "until": TENTH}, []),
    ({"from_turn": TENTH, "until": TENTH}, []),
    ({"from_turn": TENTH, "until": OCTOBER}, ["ends_before_it_begins"]),
    ({"from_turn": TurnId("never")}, ["unknown_turn"]),
    ({"until": TurnId("never")}, ["unknown_turn"]),
    ({"until": SEPTEMBER}, ["date_past"]),
    ({"from_turn": SEPTEMBER}, []),
]


@pytest.mark.parametrize(("article", "parties"), cases())
def test_a_term_that_cannot_be_is_a_fault_of_any_kind(article: AnyClause, parties: list[str]) -> None:
    for term, codes in TERMS:
        given = attrs.evolve(article, **term)
        whole = [fault.code for fault in given.faults(tuple(parties), Atlas())]  # type: ignore[arg-type]
        others = [fault.code for fault in given.own_faults(tuple(parties), Atlas())]  # type: ignore[arg-type]
        assert [code for code in whole[len(others) :] if code != "due_outside_term"] == codes


@pytest.mark.parametrize(
    ("term", "codes"),
    [
        ({"until": OCTOBER}, []),
        ({"from_turn": TENTH}, ["due_outside_term"]),
        ({"from_turn": SEPTEMBER, "until": TENTH}, []),
    ],
)
def test_nothing_falls_due_when_the_article_does_not_bind(term: dict[str, TurnId], codes: list[str]) -> None:
    article = attrs.evolve(Cession(ceder=CZECHO, receiver=GERMANY, stages=(Stage(stake=ZONE, by=OCTOBER),)), **term)  # type: ignore[arg-type]
    assert [fault.code for fault in article.faults((GERMANY, FRANCE, UK), Atlas())] == codes


def test_a_treaty_that_the_voice_does_not_know_is_called_by_its_key() -> None:
    assert Consultation(only_while=TreatyId("uk.pact")).gist(ENGLISH).endswith("(only while “uk.pact” is in force).")
