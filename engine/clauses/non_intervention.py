"""Non-intervention in a third country: no arms, no volunteers, no funds."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.clauses.mutual import Mutual, pairs, parties_in_short, parties_words
from engine.duties import Duty, Refrain
from engine.happenings import Deed, Means
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class NonIntervention(Mutual):
    """Each of the powers named keeps out of a conflict in another country (agreement on Spain, August 1936)."""

    tag: ClassVar[str] = "non_intervention"
    atop: ClassVar[str | None] = None

    country: Power
    """The country, or the side in it, that is to be left alone."""
    means: tuple[Means, ...] = ()
    """What may not be sent there; empty is anything."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each owes it to each other one to send nothing of the kind."""
        # To name them all is to name none.
        means = frozenset(self.means) if len(self.means) < len(Means) else frozenset[Means]()
        return tuple(
            Refrain(debtor=debtor, creditor=creditor, toward=self.country, deeds=frozenset({Deed.AID}), means=means)
            for debtor, creditor in pairs(self.between, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a country among those that abstain, and something forbidden twice."""
        faults = super().own_faults(negotiators, world) + power_faults((self.country,), world)
        if self.country in (self.between or negotiators):
            faults += (Fault(code="intervenes_at_home", word=self.country),)
        if len(set(self.means)) < len(self.means):
            faults += (Fault(code="named_twice", word=next(m.value for m in self.means if self.means.count(m) > 1)),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Who keeps out of which country, and what may not be sent there."""
        return say(
            voice.lang,
            "prose.non_intervention",
            parties=parties_words(self.between, voice),
            country=voice.name(self.country),
            of_things=voice.either(tuple(say(voice.lang, f"prose.sending.{m.value}") for m in Means if m in (self.means or Means))),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who sends what nowhere."""
        return say(
            voice.lang,
            "gist.non_intervention",
            parties=parties_in_short(self.between, voice),
            country=voice.name(self.country),
            things=voice.either(tuple(say(voice.lang, f"gist.sending.{m.value}") for m in Means if m in (self.means or Means))),
        )
