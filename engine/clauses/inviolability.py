"""Inviolability of frontiers: none is attacked, crossed by force, or contested."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults, power_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say

ASSAULT = frozenset({Deed.ATTACK, Deed.OCCUPY, Deed.THREATEN, Deed.CLAIM})
"""What violates a frontier: force across it, or a demand, under threat or in a text, that it be moved."""


@frozen(kw_only=True)
class InviolabilityOfFrontiers(Clause):
    """The powers named hold each other's frontiers inviolable, or those of the powers in `whose`.

    As in the Final Act of Helsinki (1 August 1975, principle III): no assault, and no demand for seizure; a change by agreement
    remains open.
    """

    tag: ClassVar[str] = "inviolability"
    atop: ClassVar[str | None] = None

    between: tuple[Power, ...] = ()
    whose: tuple[Power, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each abstains from assault upon each frontier that is not its own."""
        members = circle(self.between, parties)
        return tuple(
            Refrain(debtor=d, creditor=c, toward=c, deeds=ASSAULT, unless_aggressor=True, unless_with=frozenset({c}))
            for d in members
            for c in self.whose or members
            if d != c
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who abstain, and those whose frontiers they are."""
        return frozenset(self.between or negotiators) | frozenset(self.whose)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a power alone."""
        return circle_faults(self.between, negotiators, world) + power_faults(self.whose, world)

    def own_prose(self, voice: Voice) -> str:
        """Whose frontiers are held inviolable by whom."""
        parties = parties_named(voice, self.between)
        if not self.whose:
            return say(voice.lang, "prose.inviolability", parties=parties)
        return say(voice.lang, "prose.inviolability.whose", parties=parties, whose=voice.nouns(self.whose))

    def own_gist(self, voice: Voice) -> str:
        """Whose frontiers stand."""
        parties = parties_in_short(voice, self.between)
        if not self.whose:
            return say(voice.lang, "gist.inviolability", parties=parties)
        return say(voice.lang, "gist.inviolability.whose", parties=parties, whose=voice.nouns(self.whose))
