"""What a treaty waits for before it binds, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine.entry import Entry, Requirement, Requisite
from engine.names import TreatyId
from engine.texts.catalogue import say
from engine.texts.voice import Speaker
from engine.texts.words import quoted
from engine.treaty import Treaty


def entry_words(found: Entry, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> tuple[str, ...]:
    """Among whom it is or would be in force, what is met and what is missing, and what is asked of signatories meanwhile."""
    sentences = tuple(requirement_words(r, voice, treaties) for r in found.requirements)
    if found.met:
        sentences = (say(voice.lang, "entry.met", parties=voice.nouns(voice.in_order(frozenset(found.bound)))), *sentences)
    if found.to_confirm:
        sentences += (say(voice.lang, "entry.to_confirm", powers=voice.nouns(voice.in_order(frozenset(found.to_confirm)))),)
    if found.to_ratify:
        sentences += (say(voice.lang, "entry.to_ratify", powers=voice.nouns(voice.in_order(frozenset(found.to_ratify)))),)
    return sentences


def requirement_words(requirement: Requirement, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """One thing that a treaty waits for, given or not."""
    lang = voice.lang
    match requirement.requisite:
        case Requisite.ALL | Requisite.NAMED | Requisite.NUMBER if requirement.met:
            return say(lang, f"entry.{requirement.requisite.value}.met")
        case Requisite.ALL | Requisite.NAMED:
            return say(lang, f"entry.{requirement.requisite.value}.missing", powers=voice.nouns(requirement.powers))
        case Requisite.NUMBER:
            return say(lang, "entry.number.missing", n=requirement.wanting)
        case Requisite.RELATIONS:
            return say(lang, "entry.relations.missing")
        case Requisite.DATE | Requisite.TERM:
            date = voice.date(requirement.turn) if requirement.turn is not None else ""
            return say(lang, f"entry.{requirement.requisite.value}.{_state(requirement)}", date=date)
        case Requisite.PARTIES:
            whole = quoted(requirement.treaty, lang, treaties) if requirement.treaty is not None else ""
            return say(lang, f"entry.parties.{_state(requirement)}", powers=voice.nouns(requirement.powers), treaty=whole)
        case Requisite.TREATY | Requisite.PARENT:
            other = quoted(requirement.treaty, lang, treaties) if requirement.treaty is not None else ""
            return say(lang, f"entry.{requirement.requisite.value}.{_state(requirement)}", treaty=other)
        case _:
            assert_never(requirement.requisite)


def _state(requirement: Requirement) -> str:
    return "met" if requirement.met else "missing"
