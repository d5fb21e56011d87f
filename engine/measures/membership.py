"""Who belongs and who sits: admission, expulsion, election (Covenant 1(2), 4(2), 16(4); Charter 4, 6, 23)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.measures.base import Admit, Consequence, Elect, Expel, Forum, Measure
from engine.measures.faults import date_faults, member_faults
from engine.names import Power, TurnId
from engine.texts.catalogue import say
from engine.voting.bodies import Effect


@frozen(kw_only=True)
class Admission(Measure):
    """A power is admitted to membership of the organisation."""

    tag: ClassVar[str] = "admission"

    power: Power

    def consequences(self) -> tuple[Consequence, ...]:
        """It becomes a member."""
        return (Admit(power=self.power),)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stranger, or a member already."""
        return member_faults(self.power, forum, world, wanted=False)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Whom it admits."""
        return say(voice.lang, "operative.admission", who=voice.name(self.power))


@frozen(kw_only=True)
class Expulsion(Measure):
    """A power is declared to be no longer a member."""

    tag: ClassVar[str] = "expulsion"

    power: Power

    def consequences(self) -> tuple[Consequence, ...]:
        """It ceases to be one."""
        return (Expel(power=self.power),)

    def accused(self) -> frozenset[Power]:
        """The power expelled."""
        return frozenset({self.power})

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stranger, or no member."""
        return member_faults(self.power, forum, world, wanted=True)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Whom it expels."""
        return say(voice.lang, "operative.expulsion", who=voice.name(self.power))


@frozen(kw_only=True)
class Election(Measure):
    """A member is elected to a seat that is not permanent."""

    tag: ClassVar[str] = "election"

    power: Power
    until: TurnId | None = None

    def consequences(self) -> tuple[Consequence, ...]:
        """It sits."""
        return (Elect(power=self.power, until=self.until),)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stranger, no member, one that sits already, a term that is over before it begins."""
        faults = power_faults((self.power,), world) or member_faults(self.power, forum, world, wanted=True)
        if not faults and self.power in forum.seated():
            faults = (Fault(code="seated_already", word=self.power),)
        return faults + date_faults(self.until, forum)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Whom it elects, and to when."""
        said = {"date": voice.date(self.until)} if self.until is not None else {}
        return say(voice.lang, "operative.election", who=voice.name(self.power), **said)
