"""Sanctions duty: when the case arises, the parties break off with the aggressor what the article names."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.aid import case_words, one_of_words, other_words
from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults, power_faults
from engine.clauses.foes import named_foes
from engine.clauses.naming import parties_in_short, parties_named
from engine.duties import Duty, Render, Trigger
from engine.happenings import Deed, Sanction
from engine.names import Power
from engine.texts.catalogue import say


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
        return say(
            voice.lang,
            f"prose.sanctions{'.circle' if self.between else ''}{'.one' if len(self.measures) == 1 else ''}",
            case=case_words(
                self.trigger, one_of_words(self.between, voice), named_foes(self.against, None, voice), voice, either_side=True
            ),
            parties=parties_named(voice, self.between),
            helper=other_words(self.between, voice),
            toward=say(voice.lang, f"prose.sanctioned.{self.trigger.value}"),
            measures=self._measures(voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who breaks off what in what case."""
        return say(
            voice.lang,
            "gist.sanctions",
            parties=parties_in_short(voice, self.between),
            case=say(
                voice.lang,
                f"gist.case.{'war' if self.trigger is Trigger.ANY_WAR else self.trigger.value}",
                **named_foes(self.against, None, voice),
            ),
            measures=self._measures(voice),
        )

    def _measures(self, voice: Voice) -> str:
        return voice.listed(tuple(say(voice.lang, f"sanctions.{measure.value}") for measure in self.measures))
