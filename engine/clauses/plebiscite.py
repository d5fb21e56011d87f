"""Plebiscite: the inhabitants of a territory decide to whom it belongs."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import date_faults, power_faults, stake_faults
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power, StakeId, TurnId
from engine.texts.catalogue import say

RESULT = "plebiscite"
"""The matter with which those who claim the territory comply."""


@frozen(kw_only=True)
class Plebiscite(Clause):
    """The holder lets the inhabitants of some stakes vote by a date; those who claim them abide by the result.

    A holder that is not a party owes nothing until it has assented in writing (VCLT 34, 35). Performing the article is to
    hold the vote; its result is for an event of the scenario to give (`transfer`).
    """

    tag: ClassVar[str] = "plebiscite"
    atop: ClassVar[str | None] = None

    holder: Power
    stakes: tuple[StakeId, ...]
    by: TurnId
    claimants: tuple[Power, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """The holder owes the vote to every other party; holder and claimants owe each other respect for the result."""
        found: list[Duty] = []
        for stake in self.stakes:
            if self.holder in parties:
                found += (
                    Render(debtor=self.holder, creditor=c, deed=Deed.HOLD_PLEBISCITE, at=stake, by=self.by)
                    for c in sorted(parties - {self.holder})
                )
            interested = tuple(p for p in (self.holder, *self.claimants) if p in parties)
            found += (
                Render(debtor=d, creditor=c, deed=Deed.COMPLY, at=stake, matter=RESULT, standing=True)
                for d in interested
                for c in interested
                if d != c
            )
        return tuple(found)

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The holder, if it is not a party."""
        return frozenset({self.holder}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """All who negotiate: a frontier that may move touches everyone who puts a name to it."""
        return frozenset(negotiators) | {self.holder, *self.claimants}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, no territory or one that the power does not hold, and a date that is not in the calendar or has passed."""
        faults = power_faults((self.holder,), world) + power_faults(self.claimants, world) + stake_faults(self.stakes, world)
        if not self.stakes:
            faults += (Fault(code="no_territory"),)
        faults += tuple(
            Fault(code="does_not_hold_to_vote", word=s) for s in self.stakes if world.is_stake(s) and world.holder(s) != self.holder
        )
        return faults + date_faults(self.by, world)

    def own_prose(self, voice: Voice) -> str:
        """Where, by when, and upon what question the inhabitants vote."""
        return self._said(voice, "prose")

    def own_gist(self, voice: Voice) -> str:
        """Who lets whom vote by when."""
        return self._said(voice, "gist")

    def _said(self, voice: Voice, book: str) -> str:
        return say(
            voice.lang,
            f"{book}.plebiscite.between" if self.claimants else f"{book}.plebiscite",
            holder=voice.nouns((self.holder,)),
            stakes=voice.stake_nouns(self.stakes),
            date=voice.date(self.by),
            claimants=voice.either(tuple(voice.to(p) for p in self.claimants)),
        )
