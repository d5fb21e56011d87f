"""A declaratory article: words that bind nobody."""

import pytest

from engine.clauses import Declaration
from engine.clauses.declaration import LONGEST
from engine.names import UNDETERMINED, Lang
from tests.engine.atlas import EN, ENGLISH, FR, FRANCE, FRENCH, GERMANY, Atlas

PEACE = Declaration(text={EN: "The two peoples will never go to war again.", FR: "Les deux peuples ne se feront plus la guerre."})


def test_it_binds_nobody() -> None:
    assert PEACE.duties(frozenset({FRANCE, GERMANY}), Atlas()) == ()
    assert PEACE.third_debtors(frozenset({FRANCE})) == frozenset()


def test_it_is_printed_as_it_was_written() -> None:
    assert PEACE.prose(ENGLISH) == "The two peoples will never go to war again."
    assert PEACE.prose(FRENCH) == "Les deux peuples ne se feront plus la guerre."


def test_a_reader_whose_language_is_missing_reads_the_one_there_is() -> None:
    assert Declaration(text={EN: "Peace."}).prose(FRENCH) == "Peace."
    assert Declaration(text={UNDETERMINED: "Pax."}).prose(ENGLISH) == "Pax."


def test_its_gist_says_that_it_binds_nobody() -> None:
    assert PEACE.gist(ENGLISH) == "Words that bind nobody: “The two peoples will never go to war again.”"
    long = Declaration(text={EN: "a " * 100})
    assert long.gist(FRENCH).replace("\u00a0", " ") == f"Des mots qui n'obligent personne : « {('a ' * 100)[:59].rstrip()}… »"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ({EN: "Peace."}, []),
        ({}, ["declaration_empty"]),
        ({EN: "  \n "}, ["declaration_empty"]),
        ({EN: "x" * LONGEST}, []),
        ({EN: "x" * (LONGEST + 1)}, ["declaration_too_long"]),
    ],
)
def test_it_needs_words_and_not_too_many(text: dict[Lang, str], codes: list[str]) -> None:
    assert [fault.code for fault in Declaration(text=text).faults((FRANCE, GERMANY), Atlas())] == codes
