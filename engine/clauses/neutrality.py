"""Neutrality: no party, or none of those who promise it, takes the side of another's enemy (ATOP: neutrality)."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve as with_
from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.foes import acting_jointly, concert_faults, foe_faults, named_foes
from engine.clauses.mutual import one_of_them, parties_in_short, parties_words
from engine.clauses.one_way import OneWay
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class Neutrality(OneWay):
    """Each of the powers named stays out of the wars of the others, or those in `owed_by` alone out of the others'."""

    tag: ClassVar[str] = "neutrality"
    atop: ClassVar[str | None] = "NEUTRAL"

    even_if_aggressor: bool = False
    """Owed whoever began the war; otherwise only to a power that did not begin it."""
    against: tuple[Power, ...] = ()
    """Only in a war with one of these; empty is with anybody."""
    together: bool = False
    """Only in a war with two powers or more together."""
    together_with: tuple[Power, ...] = ()
    """Only if one of these fights together with the foe; empty is any other power."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each neither joins a war against each other one nor aids those who fight it, nor lets their forces through."""
        lapses = not self.even_if_aggressor
        foes = frozenset(self.against)
        owed: list[Duty] = []
        for debtor, creditor in self.owing(parties):
            joining, aiding = frozenset({Deed.JOIN_WAR}), frozenset({Deed.AID, Deed.LET_PASS})
            common = Refrain(
                debtor=debtor,
                creditor=creditor,
                deeds=joining,
                unless_aggressor=lapses,
                together=self._is_joint,
                together_with=frozenset(self.together_with),
            )
            owed.append(with_(common, toward=creditor, alongside=foes))
            owed += (with_(common, toward=foe, deeds=aiding, aimed=True) for foe in self.against or (None,))
        return tuple(owed)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a foe among those who are neutral towards one another."""
        members = (*(self.between or negotiators), *self.owed_by)
        faults = super().own_faults(negotiators, world) + foe_faults(self.against, None, members, world, "foe_among_allies")
        return faults + concert_faults(self.against, self.together_with, None, members, world)

    def own_prose(self, voice: Voice) -> str:
        """In what war, and that neutrality lasts as long as it does."""
        foe: dict[str, Slot] = {"foe": say(voice.lang, "prose.any_third_power"), **self._foe_slots(voice, "prose")}
        if self.owed_by:
            return say(voice.lang, f"prose.neutrality.owed.{self._extent()}", **self.one_way_slots(voice, "prose", in_case=True), **foe)
        return say(
            voice.lang,
            f"prose.neutrality.{self._extent()}",
            parties=parties_words(self.between, voice),
            one=one_of_them(self.between, voice),
            **foe,
        )

    def own_gist(self, voice: Voice) -> str:
        """Who stays out of whose wars."""
        foe = self._foe_slots(voice, "gist")
        if self.owed_by:
            slots = self.one_way_slots(voice, "gist", in_case=True)
            return say(voice.lang, f"gist.neutrality.owed.{self._extent()}", **slots, **foe)
        return say(
            voice.lang,
            f"gist.neutrality.{self._extent()}",
            parties=parties_in_short(self.between, voice),
            one=one_of_them(self.between, voice, "gist"),
            **foe,
        )

    @property
    def _is_joint(self) -> bool:
        return self.together or bool(self.together_with)

    def _foe_slots(self, voice: Voice, book: str) -> dict[str, Slot]:
        """In a war with whom; nothing if with anybody."""
        foe = named_foes(self.against, None, voice)
        return {"foe": acting_jointly(foe.get("foe"), self.together_with, None, voice, book)} if self._is_joint else foe

    def _extent(self) -> str:
        return "always" if self.even_if_aggressor else "if_attacked"
