"""Recommendations to the parties: a procedure, or terms of settlement (Covenant 15(4); Charter 36, 37)."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.measures.base import Forum, Measure, named
from engine.measures.faults import addressee_faults
from engine.names import Power, StakeId
from engine.texts.catalogue import say
from engine.voting.bodies import Effect


class Procedure(StrEnum):
    """The peaceful means (Covenant 12-15; Charter 33)."""

    NEGOTIATION = "negotiation"
    GOOD_OFFICES = "good_offices"
    ENQUIRY = "enquiry"
    MEDIATION = "mediation"
    CONCILIATION = "conciliation"
    ARBITRATION = "arbitration"
    JUDICIAL_SETTLEMENT = "judicial_settlement"
    REGIONAL = "regional"


@frozen(kw_only=True)
class Recommendation(Measure):
    """The organ recommends that the parties use a procedure."""

    tag: ClassVar[str] = "recommendation"

    parties: tuple[Power, ...]
    procedure: Procedure

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Nobody addressed, or strangers."""
        return addressee_faults(self.parties, world)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """To whom it is recommended, and what."""
        procedure = say(voice.lang, f"procedure.{self.procedure.value}")
        return say(voice.lang, "operative.recommendation", who=named(self.parties, voice), procedure=procedure)


@frozen(kw_only=True)
class Terms(Measure):
    """The organ recommends terms of settlement: that a stake belong to a power."""

    tag: ClassVar[str] = "terms"

    stake: StakeId
    to: Power

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stake or a power that is not there."""
        faults = addressee_faults((self.to,), world)
        return faults if world.is_stake(self.stake) else (*faults, Fault(code="unknown_stake", word=self.stake))

    def prose(self, voice: Voice, effect: Effect) -> str:
        """What is to belong to whom."""
        return say(voice.lang, "operative.terms", stake=voice.stake(self.stake), who=voice.name(self.to))
