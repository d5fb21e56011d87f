"""Consultation: the parties concert when one of them is threatened, or attacked, or war breaks out (ATOP: consultation)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import circle, power_faults, stake_faults
from engine.clauses.foes import foe_faults, foes, named_foes
from engine.clauses.mutual import Mutual, one_of_them, pairs, parties_in_short, parties_words
from engine.clauses.naming import any_of
from engine.duties import Consult, Duty, Trigger
from engine.names import Power, RegionId, StakeId
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class Consultation(Mutual):
    """The powers named consult one another in the case described."""

    tag: ClassVar[str] = "consultation"
    atop: ClassVar[str | None] = "CONSUL"
    ancillary: ClassVar[bool] = True

    on: Trigger = Trigger.THREAT
    """The case that calls for consultation."""
    against: tuple[Power, ...] = ()
    """Only where the danger comes from one of these; empty is from anybody."""
    against_region: RegionId | None = None
    """Only where it comes from a power of this region, whichever it is: `a European State` (Franco-Soviet treaty of 2 May 1935, article 1)."""
    threatened: tuple[Power, ...] = ()
    """Only where one of these is in danger (Rome, 7 January 1935: Austria); empty is one of those who consult."""
    over: tuple[StakeId, ...] = ()
    """Only where the power in danger holds one of these (Washington, 13 December 1921: islands of the Pacific); empty is anywhere."""
    at_all_times: bool = False
    """Contact kept on common interests (Moscow, 23 August 1939, article III), no policy concerted in a case; first in the turn after the
    treaty's entry into force."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each consults each other one."""
        members = frozenset(circle(self.between, parties)) | frozenset(self.threatened)
        against = foes(self.against, self.against_region, world, members)
        if against is None:
            return ()
        on, threatened, over = None if self.at_all_times else self.on, frozenset(self.threatened), frozenset(self.over)
        return tuple(
            Consult(debtor=debtor, creditor=creditor, on=on, against=against, threatened=threatened, over=over)
            for debtor, creditor in pairs(self.between, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a danger from among those who consult or are in danger, and a case where none is needed."""
        faults = super().own_faults(negotiators, world) + power_faults(self.threatened, world) + stake_faults(self.over, world)
        safe = (*(self.between or negotiators), *self.threatened)
        faults += foe_faults(self.against, self.against_region, safe, world, "foe_among_allies")
        if self.at_all_times and (self.on is not Trigger.THREAT or self.threatened):
            faults += (Fault(code="case_at_all_times"),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """The case, who consults whom, and where alone the article applies."""
        sentence = say(
            voice.lang, f"prose.consultation.{self._case()}", parties=parties_words(self.between, voice), **self._slots(voice, "prose")
        )
        return f"{sentence} {self._over(voice, 'prose')}" if self.over else sentence

    def own_gist(self, voice: Voice) -> str:
        """Who consults whom, and when."""
        over = self._over(voice, "gist") if self.over else ""
        parties = parties_in_short(self.between, voice)
        return say(voice.lang, f"gist.consultation.{self._case()}", parties=parties, over=over, **self._slots(voice, "gist"))

    def _over(self, voice: Voice, book: str) -> str:
        key = f"{book}.consultation.over"
        return say(voice.lang, f"{key}.always" if self.at_all_times else key, stakes=any_of(voice.stake_nouns(self.over)))

    def _case(self) -> str:
        if self.at_all_times:
            return "always"
        # Without a name it is any war, not that of one of the parties.
        named = self._is_of_somebody() or bool(self.threatened)
        return f"{self.on.value}.named" if named and self.on is Trigger.ANY_WAR else self.on.value

    def _slots(self, voice: Voice, book: str) -> dict[str, Slot]:
        """`victim`; where the text says from whom the danger comes, `foe` and `with_foes`."""
        victim = any_of(voice.nouns(self.threatened)) if self.threatened else one_of_them(self.between, voice, book)
        slots: dict[str, Slot] = {"victim": victim, **named_foes(self.against, self.against_region, voice, book)}
        if self._is_of_somebody():
            slots["with_foes"] = voice.names(self.against) or slots["foe"]
        return slots

    def _is_of_somebody(self) -> bool:
        """Whether the text says from whom the danger comes."""
        return bool(self.against) or self.against_region is not None
