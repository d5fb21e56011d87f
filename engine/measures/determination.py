"""The determination of a threat, a breach or an aggression: the gate to coercion (Charter 39; Covenant 16(1))."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.measures.base import Finding, Forum, Measure
from engine.measures.faults import between_faults
from engine.names import Power
from engine.texts.catalogue import say
from engine.voting.bodies import Effect

ATTRIBUTED = (Finding.AGGRESSION, Finding.RESORT_TO_WAR, Finding.VIOLATION)
"""Findings that name who did it."""


@frozen(kw_only=True)
class Determination(Measure):
    """The organ determines that a threat to the peace, a breach of it, or an aggression exists."""

    tag: ClassVar[str] = "determination"

    finding: Finding
    author: Power | None = None
    victim: Power | None = None

    def finds(self) -> tuple[Finding, Power | None, Power | None]:
        """The finding, with its author and its victim."""
        return self.finding, self.author, self.victim

    def calls_to_aid(self, attacker: Power, victim: Power) -> bool:
        """A finding of aggression or of resort to war names the aggressor: those bound upon a finding are then bound."""
        war = self.finding in (Finding.AGGRESSION, Finding.RESORT_TO_WAR)
        return war and self.author == attacker and self.victim in (None, victim)

    def accused(self) -> frozenset[Power]:
        """The author."""
        return frozenset() if self.author is None else frozenset({self.author})

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Strangers, a power against itself, or an aggression by nobody."""
        if self.finding in ATTRIBUTED and self.author is None:
            return (Fault(code="nobody_accused"),)
        return between_faults(self.author, self.victim, world)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """What is determined, by whom it was done, and against whom."""
        said = {"finding": say(voice.lang, f"finding.{self.finding.value}")}
        if self.author is not None:
            said["author"] = voice.name(self.author)
        if self.victim is not None:
            said["victim"] = voice.name(self.victim)
        return say(voice.lang, "operative.determination", **said)
