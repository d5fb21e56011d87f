"""Everything the client says is said in both languages, with the same slots."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from string import Formatter
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from client.texts.english import WORDS as ENGLISH
from client.texts.french import WORDS as FRENCH
from engine.clauses import CLAUSES, AnyClause
from engine.names import kind


def slots(template: str) -> set[str]:
    """The names of a template's slots."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_have_the_same_sentences() -> None:
    assert sorted(ENGLISH) == sorted(FRENCH)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_sentence_has_words_and_the_same_slots_in_both_languages(key: str) -> None:
    assert ENGLISH[key].strip() and FRENCH.get(key, "").strip()
    assert slots(ENGLISH[key]) == slots(FRENCH[key])


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
