"""Notification: the parties tell one another of manoeuvres, mobilisation and treaties."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.mutual import Mutual, pairs, parties_in_short, parties_words
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import Slot, say


class Notice(StrEnum):
    """What a power may have to give notice of."""

    MANOEUVRES = "manoeuvres"
    MOBILISATION = "mobilisation"
    TREATIES = "treaties"
    """Treaties concluded with others."""


@frozen(kw_only=True)
class Notification(Mutual):
    """The powers named give one another notice of what they do."""

    tag: ClassVar[str] = "notification"
    atop: ClassVar[str | None] = None
    ancillary: ClassVar[bool] = True

    of: tuple[Notice, ...]
    """Of what."""
    days_before: int = 0
    """So many days in advance at the least; 0 is without a period."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each gives each other one notice of each thing, as long as the article lasts."""
        return tuple(
            Render(
                debtor=debtor,
                creditor=creditor,
                deed=Deed.NOTIFY,
                toward=creditor,
                matter=notice.value,
                amount=self.days_before,
                standing=True,
            )
            for debtor, creditor in pairs(self.between, parties)
            for notice in self.of
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, notice of nothing or twice of the same, and a period before which nothing comes."""
        faults = super().own_faults(negotiators, world)
        if not self.of:
            faults += (Fault(code="nothing_to_notify"),)
        if len(set(self.of)) < len(self.of):
            faults += (Fault(code="named_twice", word=next(n.value for n in self.of if self.of.count(n) > 1)),)
        if self.days_before < 0:
            faults += (Fault(code="days_below_nothing", word=str(self.days_before)),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Who tells whom of what, and how long before."""
        what = voice.listed(tuple(say(voice.lang, f"prose.notice.{n.value}") for n in Notice if n in self.of))
        return say(voice.lang, "prose.notification", parties=parties_words(self.between, voice), what=what, **self._period())

    def own_gist(self, voice: Voice) -> str:
        """Who tells whom of what."""
        what = voice.listed(tuple(say(voice.lang, f"gist.notice.{n.value}") for n in Notice if n in self.of))
        return say(voice.lang, "gist.notification", parties=parties_in_short(self.between, voice), what=what, **self._period())

    def _period(self) -> dict[str, Slot]:
        return {"days": self.days_before} if self.days_before else {}
