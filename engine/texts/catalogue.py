"""One sentence by its key, in the language asked for, with its slots in their grammatical forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from typing import TypeAlias

from engine.names import Lang
from engine.texts import english, french
from engine.texts.grammar import EN, FR, Count, Noun, Nouns, elides

BOOKS: Mapping[Lang, Mapping[str, str]] = {EN: english.WORDS, FR: french.WORDS}

Slot: TypeAlias = str | int | Noun | Nouns

_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_QUE = re.compile(r"(?<=\bqu)e (\{[^{}]*\})")
"""`que` before a slot, of which a name without an article takes the vowel away: `dès qu'Oman`."""


def say(lang: Lang, key: str, **slots: Slot) -> str:
    """The sentence of that key; a part in double brackets falls away unless all its slots are given.

    A language without a book is read in English. Raises KeyError for a key that the catalogue does not have.
    """
    book_lang = lang if lang in BOOKS else EN
    given = {name: _wrapped(book_lang, value) for name, value in slots.items()}
    template = _OPTIONAL.sub(lambda part: part[1] if slots_of(part[1]) <= given.keys() else "", BOOKS[book_lang][key])
    if book_lang == FR and "que {" in template:
        template = _QUE.sub(lambda found: f"'{found[1]}" if elides(found[1].format_map(given)) else found[0], template)
    return template.format_map(given)


def knows(key: str) -> bool:
    """Whether the catalogue has such a sentence."""
    return key in english.WORDS


def slots_asked(lang: Lang, key: str) -> frozenset[str]:
    """The names of the slots of the sentence of that key."""
    return slots_of(BOOKS.get(lang, BOOKS[EN])[key])


def slots_of(template: str) -> frozenset[str]:
    """The names of a template's slots."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def _wrapped(lang: Lang, value: Slot) -> Noun | Nouns | Count:
    match value:
        case int():
            return Count(lang, value)
        case str():
            return Noun(lang, value)
        case _:
            return value
