"""Cession of territory, in stages with their dates."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import date_faults, power_faults, stake_faults
from engine.duties import Cede, Duty
from engine.names import Power, StakeId, TurnId
from engine.texts.catalogue import say


@frozen(kw_only=True)
class Stage:
    """One part of what is ceded, handed over at the latest in the turn named."""

    stake: StakeId
    by: TurnId


@frozen(kw_only=True)
class Cession(Clause):
    """The ceding power evacuates each stake and hands it to the receiver by its date.

    A ceding power that is not a party owes nothing until it has assented in writing (VCLT 34, 35).
    """

    tag: ClassVar[str] = "cession"
    atop: ClassVar[str | None] = None

    ceder: Power
    receiver: Power
    stages: tuple[Stage, ...]

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each stage by its date, once the ceding power is bound."""
        if self.ceder not in parties:
            return ()
        return tuple(Cede(debtor=self.ceder, creditor=self.receiver, stake=s.stake, by=s.by) for s in self.stages)

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The ceding power, if it is not a party."""
        return frozenset({self.ceder}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """All who negotiate: a frontier that moves touches everyone who puts a name to it."""
        return frozenset(negotiators) | {self.ceder, self.receiver}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, a cession to oneself or of what one does not hold, a date that is not in the calendar or has passed."""
        faults = power_faults((self.ceder,), world) + power_faults((self.receiver,), world)
        faults += stake_faults((stage.stake for stage in self.stages), world)
        if self.ceder == self.receiver:
            faults += (Fault(code="cedes_to_itself", word=self.ceder),)
        if not self.stages:
            faults += (Fault(code="no_stage"),)
        for stage in self.stages:
            if world.is_stake(stage.stake) and world.holder(stage.stake) != self.ceder:
                faults += (Fault(code="does_not_hold", word=stage.stake),)
            faults += date_faults(stage.by, world)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """What is evacuated and handed over to whom, by which dates."""
        lang = voice.lang
        ceder, receiver = voice.name(self.ceder), voice.name(self.receiver)
        if len(self.stages) == 1:
            (only,) = self.stages
            stake, date = voice.stake_nouns((only.stake,)), voice.date(only.by)
            return say(lang, "prose.cession", ceder=ceder, receiver=receiver, stake=stake, date=date)
        lines = [
            say(lang, "prose.cession.stage", letter=letters(place), stake=voice.stake(stage.stake), date=voice.date(stage.by))
            for place, stage in enumerate(self.stages)
        ]
        opening = say(lang, "prose.cession.stages", ceder=ceder, receiver=receiver)
        following = say(lang, "list.following")
        return f"{opening}\n" + f"{following}\n".join(lines) + "."

    def own_gist(self, voice: Voice) -> str:
        """Who hands over what to whom, and when."""
        ceder, receiver = voice.name(self.ceder), voice.name(self.receiver)
        if len(self.stages) == 1:
            (only,) = self.stages
            stake, date = voice.stake(only.stake), voice.date(only.by)
            return say(voice.lang, "gist.cession.one", ceder=ceder, receiver=receiver, stake=stake, date=date)
        stages = tuple(
            say(voice.lang, "gist.cession.stage", stake=voice.stake(stage.stake), date=voice.date(stage.by)) for stage in self.stages
        )
        return say(
            voice.lang,
            "gist.cession",
            ceder=ceder,
            receiver=receiver,
            stages=f"{say(voice.lang, 'list.following')} ".join(stages),
        )


def letters(place: int) -> str:
    """`a` to `z`, then `aa`."""
    head, last = divmod(place, 26)
    return (letters(head - 1) if head else "") + chr(ord("a") + last)
