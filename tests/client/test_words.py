"""Everything the client says is said in both languages, with the same slots."""

from __future__ import annotations

from string import Formatter

import pytest

from client.texts.english import WORDS as ENGLISH
from client.texts.french import WORDS as FRENCH
from engine.orders import OrderKind


def slots(template: str) -> set[str]:
    """The names of a template's slots."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_have_the_same_sentences() -> None:
    assert sorted(ENGLISH) == sorted(FRENCH)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_sentence_has_words_and_the_same_slots_in_both_languages(key: str) -> None:
    assert ENGLISH[key].strip() and FRENCH.get(key, "").strip()
    assert slots(ENGLISH[key]) == slots(FRENCH[key])


def test_every_kind_of_order_has_its_name() -> None:
    assert [kind for kind in OrderKind if f"order_kind.{kind.value}" not in ENGLISH] == []
