"""Respect for an award: what arbiters have decided is carried out, and nobody is attacked who carries it out."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults, power_faults, stake_faults
from engine.clauses.naming import any_of, parties_in_short, parties_named
from engine.clauses.non_aggression import FORCE
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import say
from engine.texts.grammar import Nouns

AWARD = "award"
"""The matter with which the parties comply."""


@frozen(kw_only=True)
class RespectAward(Clause):
    """The powers named carry out the award of some arbiters, or any that concerns them (Covenant 13(4))."""

    tag: ClassVar[str] = "award"
    atop: ClassVar[str | None] = None

    between: tuple[Power, ...] = ()
    arbiters: tuple[Power, ...] = ()
    over: tuple[StakeId, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each complies for as long as the article stands, and leaves the others in peace."""
        members = circle(self.between, parties)
        found: list[Duty] = []
        for debtor in members:
            for creditor in members:
                if debtor != creditor:
                    found += (
                        Render(debtor=debtor, creditor=creditor, deed=Deed.COMPLY, at=stake, matter=AWARD, standing=True)
                        for stake in self.over or (None,)
                    )
                    found.append(Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=FORCE, unless_aggressor=True))
        return tuple(found)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who comply, and the arbiters."""
        return frozenset(self.between or negotiators) | frozenset(self.arbiters)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a power alone, and a judge in its own cause."""
        faults = circle_faults(self.between, negotiators, world) + power_faults(self.arbiters, world) + stake_faults(self.over, world)
        faults += tuple(Fault(code="judge_in_own_cause", word=p) for p in self.arbiters if p in (self.between or negotiators))
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Which award is carried out by whom."""
        return self._said(voice, "prose", parties_named(voice, self.between))

    def own_gist(self, voice: Voice) -> str:
        """Who abides by whose award."""
        return self._said(voice, "gist", parties_in_short(voice, self.between))

    def _said(self, voice: Voice, book: str, parties: Nouns) -> str:
        # One award may be about several stakes; of awards to come each may be about any one.
        stakes = voice.stake_nouns(self.over) if self.arbiters else any_of(voice.stake_nouns(self.over))
        over = {"stakes": stakes} if self.over else {}
        key = f"{book}.award.of" if self.arbiters else f"{book}.award"
        return say(voice.lang, key, parties=parties, arbiters=voice.nouns(self.arbiters), **over)
