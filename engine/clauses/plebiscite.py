"""Plebiscite: the inhabitants of a territory decide to whom it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import date_faults, power_faults, stake_faults
from engine.clauses.recognition import ANNEXING
from engine.duties import Cede, Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId, TurnId
from engine.texts.catalogue import say


@frozen(kw_only=True)
class Plebiscite(Clause):
    """The holder lets the inhabitants of some stakes vote by a date; those who claim them abide by the result.

    A holder that is not a party owes nothing until it has assented in writing (VCLT 34, 35). The result follows in the turn after
    the vote: an event of the scenario gives it (`transfer`), else the inclination of the inhabitants (`inclined`) and chance. A
    holder that has lost hands the stake over by the close of the turn after that.
    """

    tag: ClassVar[str] = "plebiscite"
    atop: ClassVar[str | None] = None

    holder: Power
    stakes: tuple[StakeId, ...]
    by: TurnId
    claimants: tuple[Power, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """The holder owes the vote to every other party, and the stake to whoever has won it; nobody interested takes or claims it."""
        found: list[Duty] = []
        for stake in self.stakes:
            if self.holder in parties:
                found += (
                    Render(debtor=self.holder, creditor=c, deed=Deed.HOLD_PLEBISCITE, at=stake, by=self.by)
                    for c in sorted(parties - {self.holder})
                )
            found += self._result(stake, parties, world)
        return tuple(found)

    def _result(self, stake: StakeId, parties: frozenset[Power], world: World) -> Iterator[Duty]:
        """What those interested owe each other until the vote, and its losers the winner from then on."""
        at, interested = frozenset({stake}), tuple(dict.fromkeys((self.holder, *self.claimants)))
        decided = world.awarded(stake)
        if decided is None:
            for debtor, creditor in permutations((p for p in interested if p in parties), 2):
                deeds = frozenset({Deed.TRANSFER}) if debtor == self.holder else ANNEXING
                yield Refrain(debtor=debtor, creditor=creditor, deeds=deeds, at=at, unless_with=frozenset({creditor}))
            return
        winner, by = decided
        for loser in (p for p in interested if p in parties and p != winner):
            if loser == self.holder:
                yield Cede(debtor=loser, creditor=winner, stake=stake, by=by)
            yield Refrain(debtor=loser, creditor=winner, deeds=ANNEXING, at=at, aimed=True, unless_with=frozenset({winner}))

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The holder, if it is not a party."""
        return frozenset({self.holder}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """All who negotiate: a frontier that may move touches everyone who puts a name to it."""
        return frozenset(negotiators) | {self.holder, *self.claimants}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, no territory or one that the power does not hold, a holder that claims it, and a date that is not in the calendar or
        has passed."""
        faults = power_faults((self.holder,), world) + power_faults(self.claimants, world) + stake_faults(self.stakes, world)
        if not self.stakes:
            faults += (Fault(code="no_territory"),)
        faults += tuple(
            Fault(code="does_not_hold_to_vote", word=s) for s in self.stakes if world.is_stake(s) and world.holder(s) != self.holder
        )
        if self.holder in self.claimants:
            faults += (Fault(code="claims_what_it_holds", word=self.holder),)
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
