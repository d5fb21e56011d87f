"""Sphere of interest: one power's preponderance somewhere, in which the others do not meddle."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.aid import other_words
from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import power_faults, stake_faults
from engine.clauses.non_interference import INTERVENING
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import say
from engine.texts.grammar import Nouns

THERE = frozenset({Deed.OCCUPY, Deed.DEPLOY})
"""What the others do not do at a stake within the sphere."""


@frozen(kw_only=True)
class SphereOfInterest(Clause):
    """The other parties leave some territories and powers to the interests of one of them; these are bound by nothing.

    As in the secret protocol to the German-Soviet treaty of 23 August 1939. Nothing is owed by or to the powers disposed of
    (VCLT 34).
    """

    tag: ClassVar[str] = "sphere_of_interest"
    atop: ClassVar[str | None] = None

    interested: Power
    over: tuple[StakeId, ...] = ()
    powers: tuple[Power, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each other party keeps out."""
        if self.interested not in parties:
            return ()
        found: list[Duty] = []
        for debtor in sorted(parties - {self.interested}):
            if self.over:
                found.append(Refrain(debtor=debtor, creditor=self.interested, deeds=THERE, at=frozenset(self.over)))
            found += (
                Refrain(debtor=debtor, creditor=self.interested, deeds=INTERVENING, toward=power)
                for power in self.powers
                if power != debtor
            )
        return tuple(found)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """All who negotiate, and the powers disposed of."""
        return frozenset(negotiators) | {self.interested, *self.powers}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, an interest of an outsider, a sphere of nothing, and a party within another's sphere."""
        faults = power_faults((self.interested,), world) + power_faults(self.powers, world) + stake_faults(self.over, world)
        if self.interested in world.powers() and self.interested not in negotiators:
            faults += (Fault(code="not_a_party", word=self.interested),)
        if not self.over and not self.powers:
            faults += (Fault(code="no_territory"),)
        faults += tuple(Fault(code="party_within_sphere", word=p) for p in self.powers if p in negotiators)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """What lies within whose sphere, and what follows for the others."""
        return say(
            voice.lang,
            "prose.sphere_of_interest" if self.powers else "prose.sphere_of_interest.territory",
            territories=self._territories(voice),
            whose=voice.nouns((self.interested,)),
            others=other_words((), voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """What is left to whom."""
        return say(voice.lang, "gist.sphere_of_interest", territories=self._territories(voice), whose=voice.nouns((self.interested,)))

    def _territories(self, voice: Voice) -> Nouns:
        return Nouns(voice.lang, voice.nouns(self.powers).each + voice.stake_nouns(self.over).each)
