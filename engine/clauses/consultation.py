"""Consultation: the parties concert when peace is threatened (ATOP: consultation)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults
from engine.duties import Consult, Duty, Trigger
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class Consultation(Clause):
    """The powers named consult one another in the case described; `between` empty means all the parties."""

    tag: ClassVar[str] = "consultation"
    atop: ClassVar[str | None] = "CONSULT"

    between: tuple[Power, ...] = ()
    on: Trigger = Trigger.THREAT

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each consults each other one."""
        members = circle(self.between, parties)
        return tuple(Consult(debtor=d, creditor=c) for d in members for c in members if d != c)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who consult."""
        return frozenset(self.between or negotiators)

    def faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a power alone."""
        return circle_faults(self.between, negotiators, world)

    def prose(self, voice: Voice) -> str:
        """The case, and who consults whom."""
        parties = voice.names(self.between) or say(voice.lang, "prose.parties")
        return say(voice.lang, f"prose.consultation.{self.on.value}", parties=parties)

    def gist(self, voice: Voice) -> str:
        """Who consults whom, and when."""
        parties = voice.names(self.between) or say(voice.lang, "gist.parties")
        return say(voice.lang, f"gist.consultation.{self.on.value}", parties=parties)
