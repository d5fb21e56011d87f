"""Sanctions duty: when the case arises, the parties break off with the aggressor what the article names."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.aid import one_of_words, other_words
from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults, power_faults
from engine.clauses.naming import parties_in_short
from engine.duties import Duty, Render, Trigger
from engine.happenings import Deed, Sanction
from engine.names import Power
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class SanctionsDuty(Clause):
    """When one of the powers named is the victim, each other one breaks off something with the aggressor (Covenant 16(1)).

    `against` names those against whom it is owed; empty is whoever the aggressor is.
    """

    tag: ClassVar[str] = "sanctions"
    atop: ClassVar[str | None] = None

    between: tuple[Power, ...] = ()
    against: tuple[Power, ...] = ()
    measures: tuple[Sanction, ...] = (Sanction.GENERAL,)
    trigger: Trigger = Trigger.UNPROVOKED_ATTACK

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each owes each other one each measure, when the case arises."""
        members = circle(self.between, parties)
        return tuple(
            Render(debtor=d, creditor=c, deed=Deed.SANCTION, toward=foe, matter=measure.value, when=self.trigger)
            for d in members
            for c in members
            if d != c
            for foe in self.against or (None,)
            for measure in self.measures
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who owe the measures and are owed them."""
        return frozenset(self.between or negotiators)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a power alone, sanctions against a party, and no measure or one twice."""
        faults = circle_faults(self.between, negotiators, world) + power_faults(self.against, world)
        faults += tuple(Fault(code="sanctions_against_a_party", word=p) for p in self.against if p in (self.between or negotiators))
        if not self.measures:
            faults += (Fault(code="no_measure"),)
        if len(set(self.measures)) < len(self.measures):
            faults += (Fault(code="measure_twice"),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """The case, and what is broken off with whom."""
        lang = voice.lang
        slots: dict[str, Slot] = {
            "victim": one_of_words(self.between, voice),
            "foe": voice.either(tuple(voice.name(p) for p in self.against)) or say(lang, "prose.any_power"),
        }
        if self.against:
            slots["of_foe"] = voice.either(tuple(voice.of(p) for p in self.against))
        return say(
            lang,
            "prose.sanctions.one" if len(self.measures) == 1 else "prose.sanctions",
            case=say(lang, f"prose.case.{self.trigger.value}", **slots),
            helper=other_words(self.between, voice),
            measures=self._measures(voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who breaks off what in what case."""
        lang = voice.lang
        foe = {"foe": voice.either(tuple(voice.name(p) for p in self.against))} if self.against else {}
        return say(
            lang,
            "gist.sanctions",
            parties=parties_in_short(voice, self.between),
            case=say(lang, f"gist.case.{self.trigger.value}", **foe),
            measures=self._measures(voice),
        )

    def _measures(self, voice: Voice) -> str:
        return voice.listed(tuple(say(voice.lang, f"sanctions.{measure.value}") for measure in self.measures))
