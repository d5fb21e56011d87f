"""Authorisation of force, and forces or observers of the organ itself (Charter 42, 53; Covenant 16(2))."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import stake_faults
from engine.measures.base import Forum, Measure
from engine.measures.faults import addressee_faults, between_faults, date_faults
from engine.names import Power, StakeId, TurnId
from engine.texts.catalogue import say
from engine.voting.bodies import Effect


@frozen(kw_only=True)
class Authorisation(Measure):
    """Members may use all necessary means against a power, after a date if one is set, in aid of its victim."""

    tag: ClassVar[str] = "authorisation"
    coercive: ClassVar[bool] = True

    against: Power
    aiding: Power | None = None
    after: TurnId | None = None
    """From the turn following this one."""

    def begins_after(self) -> TurnId | None:
        """The turn named: until it is over, nobody is authorised to anything."""
        return self.after

    def calls_to_aid(self, attacker: Power, victim: Power) -> bool:
        """It does."""
        return self.against == attacker and self.aiding in (None, victim)

    def accused(self) -> frozenset[Power]:
        """The power against which force is authorised."""
        return frozenset({self.against})

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Strangers, a power set against itself, a date gone by."""
        return between_faults(self.against, self.aiding, world) + date_faults(self.after, forum)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Who may be met with force, for whose sake, from when."""
        said = {"date": voice.date(self.after)} if self.after is not None else {}
        if self.aiding is not None:
            said["victim"] = voice.name(self.aiding)
        manner = "decision" if effect is Effect.DECISION else "recommendation"
        return say(voice.lang, f"operative.authorisation.{manner}", against=voice.name(self.against), **said)


@frozen(kw_only=True)
class Observers(Measure):
    """Observers or forces of the organ are placed at a stake, with the contingents of these members.

    They see the arms and volunteers that reach its holder, however covertly, and what they report is known to all.
    """

    tag: ClassVar[str] = "observers"

    stake: StakeId
    contributors: tuple[Power, ...] = ()

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stake that is not there, or strangers."""
        faults = stake_faults((self.stake,), world)
        return faults + (addressee_faults(self.contributors, world) if self.contributors else ())

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Where, and with whose men."""
        said = {"who": voice.nouns(self.contributors)} if self.contributors else {}
        return say(voice.lang, "operative.observers", stake=voice.stake(self.stake), **said)
