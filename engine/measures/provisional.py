"""Provisional measures, without prejudice to the rights of the parties (Charter 40; Covenant 11)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.duties import Duty
from engine.measures.base import Forum, Measure, named
from engine.measures.demand import Act, duties_of_acts
from engine.measures.faults import addressee_faults
from engine.names import Power
from engine.texts.catalogue import say
from engine.voting.bodies import Effect


@frozen(kw_only=True)
class ProvisionalMeasures(Measure):
    """The parties are to keep to these acts until the organ has settled the matter."""

    tag: ClassVar[str] = "provisional_measures"

    parties: tuple[Power, ...]
    acts: tuple[Act, ...] = (Act.CEASE_FIRE, Act.REFRAIN)

    def duties(self, bound: frozenset[Power], beneficiaries: tuple[Power, ...]) -> tuple[Duty, ...]:
        """The parties that are bound keep to the acts towards one another."""
        return duties_of_acts(self.acts, self.parties, bound, beneficiaries)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Nobody addressed, strangers, or nothing to do."""
        faults = addressee_faults(self.parties, world)
        if not self.acts or len(set(self.acts)) != len(self.acts):
            faults += (Fault(code="acts_wanting"),)
        return faults

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Who is to do what meanwhile."""
        lang = voice.lang
        who = named(self.parties, voice)
        acts = voice.listed(tuple(say(lang, f"act.{act.value}.to", who=who) for act in self.acts))
        return say(lang, "operative.provisional", who=who, acts=acts)
