"""The regime of a waterway: who may pass through a strait or a canal, and who keeps it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import power_faults, stake_faults, water_faults
from engine.duties import Duty, Refrain, Render, Trigger
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import say

WARSHIPS = frozenset({Deed.DEPLOY, Deed.PATROL})
"""What warships do in a waterway."""
PASSING = WARSHIPS | {Deed.CROSS, Deed.BLOCKADE, Deed.OCCUPY}
"""What a belligerent may not do there."""


class Passage(StrEnum):
    """To which ships the waterway is open."""

    FREE = "free"
    """To all, in war as in peace (Constantinople, 29 October 1888, article 1)."""
    MERCHANT = "merchant"
    """To merchant ships; to warships only by leave of its keeper."""
    CLOSED_IN_WAR = "closed_in_war"
    """Closed to the warships of belligerents while a war lasts in which the keeper is neutral (Montreux, 20 July 1936, article 19)."""


@frozen(kw_only=True)
class WaterwayRegime(Clause):
    """The keeper of a waterway keeps it open or closed as agreed, and the other parties use it accordingly, in war as in peace.

    A keeper that is not a party owes nothing until it has assented in writing (VCLT 34, 35).
    """

    tag: ClassVar[str] = "waterway"
    atop: ClassVar[str | None] = None

    waterway: StakeId
    keeper: Power
    passage: Passage = Passage.FREE

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """What the keeper owes each user, and each user the keeper."""
        if self.keeper not in parties:
            return ()
        here = frozenset({self.waterway})
        found: list[Duty] = []
        for user in sorted(parties - {self.keeper}):
            if self.passage is Passage.CLOSED_IN_WAR:
                found.append(Render(debtor=self.keeper, creditor=user, deed=Deed.CLOSE, at=self.waterway, when=Trigger.ANY_WAR))
                found.append(Refrain(debtor=self.keeper, creditor=user, deeds=frozenset({Deed.LET_PASS}), at=here, in_war=True))
                found.append(Refrain(debtor=user, creditor=self.keeper, deeds=PASSING, at=here, in_war=True))
                continue
            found.append(Refrain(debtor=self.keeper, creditor=user, deeds=frozenset({Deed.CLOSE}), at=here))
            found.append(Refrain(debtor=user, creditor=self.keeper, deeds=frozenset({Deed.BLOCKADE, Deed.OCCUPY}), at=here))
            if self.passage is Passage.MERCHANT:
                leave = frozenset({self.keeper})
                found.append(Refrain(debtor=user, creditor=self.keeper, deeds=WARSHIPS | {Deed.CROSS}, at=here, unless_with=leave))
        return tuple(found)

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The keeper, if it is not a party."""
        return frozenset({self.keeper}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """All who negotiate, and the keeper."""
        return frozenset(negotiators) | {self.keeper}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, and a waterway that is on land or that the keeper does not hold."""
        faults = power_faults((self.keeper,), world) + stake_faults((self.waterway,), world) + water_faults(self.waterway, world)
        if world.is_stake(self.waterway) and world.holder(self.waterway) != self.keeper:
            faults += (Fault(code="does_not_keep", word=self.waterway),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Which ships pass, and what the keeper sees to."""
        return self._said(voice, "prose")

    def own_gist(self, voice: Voice) -> str:
        """To whom it is open."""
        return self._said(voice, "gist")

    def _said(self, voice: Voice, book: str) -> str:
        two = ".two" if voice.bilateral else ""
        others = say(voice.lang, f"prose.of_other_parties{two}" if voice.is_party(self.keeper) else "prose.of_parties")
        return say(
            voice.lang,
            f"{book}.waterway.{self.passage.value}",
            waterway=voice.stake_nouns((self.waterway,)),
            keeper=voice.nouns((self.keeper,)),
            of_others=others,
        )
