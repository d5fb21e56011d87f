"""Everything the client says is said in both languages, with the same slots."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from string import Formatter
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import client.commands
import client.texts
import engine.texts
import scenarios.authoring
import server
from client.texts.english import WORDS as ENGLISH
from client.texts.french import WORDS as FRENCH
from engine.clauses import CLAUSES, AnyClause
from engine.names import kind
from engine.orders import OrderKind
from engine.texts.english import WORDS as ENGINE_ENGLISH
from engine.texts.french import WORDS as ENGINE_FRENCH
from scenarios.authoring.words import PAGES


def slots(template: str) -> set[str]:
    """The names of a template's slots."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_have_the_same_sentences() -> None:
    assert sorted(ENGLISH) == sorted(FRENCH)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_sentence_has_words_and_the_same_slots_in_both_languages(key: str) -> None:
    assert ENGLISH[key].strip() and FRENCH.get(key, "").strip()
    assert slots(ENGLISH[key]) == slots(FRENCH[key])
    # A number is written as it is; only a name knows its forms.
    for template in (ENGLISH[key], FRENCH[key]):
        assert not any(spec for _, name, spec, _ in Formatter().parse(template) if name == "n")


def named_values(hint: Any) -> Iterator[Enum]:
    """The members of every enumeration that a type speaks of."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield from hint
    for part in get_args(hint):
        yield from named_values(part)


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_every_kind_of_article_its_parameters_and_their_values_have_their_words(cls: type[AnyClause]) -> None:
    hints = get_type_hints(cls)
    keys = [f"kind.{cls.tag}"] + [f"param.{a.name}" for a in attrs.fields(cls)]
    keys += [f"value.{member.value}" for a in attrs.fields(cls) for member in named_values(hints[a.name])]
    assert [key for key in keys if key not in ENGLISH] == []


def test_every_kind_of_order_has_its_name() -> None:
    assert [kind for kind in OrderKind if f"order_kind.{kind.value}" not in ENGLISH] == []


BOOKS = (engine.texts, client.texts, client.commands, scenarios.authoring, server)


@pytest.mark.parametrize(
    "file",
    sorted(file for book in BOOKS for file in Path(str(book.__file__)).parent.rglob("*.py")),
    ids=lambda file: "/".join(file.parts[-3:]),
)
def test_the_books_are_written_with_one_kind_of_apostrophe_which_the_client_curves(file: Path) -> None:
    """The grammar alone knows the curved one, for the names that a scenario writes so."""
    words = [node.value for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)]
    assert file.name == "grammar.py" or not any("’" in word for word in words if isinstance(word, str))


def printed(template: str) -> str:
    """A template as it is printed: its own words, with a letter in the place of each slot."""
    parts = (literal + ("x" if name is not None else "") for literal, name, _, _ in Formatter().parse(template))
    return re.sub(r"\[\[|\]\]", "", "".join(parts))


UNSPACED = re.compile(r"(?<=[^\s\u00a0\u202f])(?:[;!?»%]|:(?!\d))|«(?=[^\s\u00a0\u202f])|\s\u2019|\s,|\(\s|\s\)")
"""What French typography parts from the word beside it, where it stands close; and a space where there must be none."""
ENGLISH_SPACED = re.compile(r"[\s\u00a0][;:!?%,](?!\w)|[«»]")


@pytest.mark.parametrize(
    "book", [FRENCH, ENGINE_FRENCH, {key: words[1] for key, words in PAGES.items()}], ids=["client", "engine", "author"]
)
def test_french_parts_its_high_signs_from_the_words(book: dict[str, str]) -> None:
    assert {key: words for key, words in book.items() if UNSPACED.search(printed(words))} == {}


@pytest.mark.parametrize(
    "book", [ENGLISH, ENGINE_ENGLISH, {key: words[0] for key, words in PAGES.items()}], ids=["client", "engine", "author"]
)
def test_english_does_not(book: dict[str, str]) -> None:
    assert {key: words for key, words in book.items() if ENGLISH_SPACED.search(printed(words))} == {}


@pytest.mark.parametrize("book", [ENGLISH, FRENCH, ENGINE_ENGLISH, ENGINE_FRENCH], ids=["client-en", "client-fr", "engine-en", "engine-fr"])
def test_what_is_left_open_ends_in_an_ellipsis_and_quotations_stand_between_curved_marks(book: dict[str, str]) -> None:
    assert {key: words for key, words in book.items() if "..." in words or '"' in words} == {}
