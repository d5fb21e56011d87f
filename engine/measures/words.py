"""Paragraphs that say something and oblige nobody: to condemn, to take note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.measures.base import Forum, Measure
from engine.measures.faults import addressee_faults
from engine.names import Lang, Power
from engine.texts.catalogue import say
from engine.texts.grammar import pick
from engine.voting.bodies import Effect

LONGEST = 600
"""Characters in one language."""


@frozen(kw_only=True)
class Condemnation(Measure):
    """The organ condemns a power's conduct."""

    tag: ClassVar[str] = "condemnation"

    power: Power

    def accused(self) -> frozenset[Power]:
        """The power condemned."""
        return frozenset({self.power})

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stranger."""
        return addressee_faults((self.power,), world)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Whose conduct."""
        return say(voice.lang, "operative.condemnation", who=voice.name(self.power))


@frozen(kw_only=True)
class Note(Measure):
    """The organ takes note of something, in its own words."""

    tag: ClassVar[str] = "note"

    text: Mapping[Lang, str]

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """No words, or too many."""
        if not any(words.strip() for words in self.text.values()):
            return (Fault(code="declaration_empty"),)
        if any(len(words) > LONGEST for words in self.text.values()):
            return (Fault(code="declaration_too_long", word=str(LONGEST)),)
        return ()

    def prose(self, voice: Voice, effect: Effect) -> str:
        """The words, after the formula."""
        return say(voice.lang, "operative.note", text=pick(self.text, voice.lang).rstrip("."))
