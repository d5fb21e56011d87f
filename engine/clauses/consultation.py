"""Consultation: the parties concert when peace is threatened (ATOP: consultation)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Voice, World
from engine.clauses.mutual import Mutual, one_of_them, pairs, parties_in_short, parties_words
from engine.duties import Consult, Duty, Trigger
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class Consultation(Mutual):
    """The powers named consult one another in the case described."""

    tag: ClassVar[str] = "consultation"
    atop: ClassVar[str | None] = "CONSULT"

    on: Trigger = Trigger.THREAT
    """The case that calls for consultation."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each consults each other one."""
        return tuple(Consult(debtor=debtor, creditor=creditor, on=self.on) for debtor, creditor in pairs(self.between, parties))

    def own_prose(self, voice: Voice) -> str:
        """The case, and who consults whom."""
        return say(
            voice.lang,
            f"prose.consultation.{self.on.value}",
            parties=parties_words(self.between, voice),
            one=one_of_them(self.between, voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who consults whom, and when."""
        return say(voice.lang, f"gist.consultation.{self.on.value}", parties=parties_in_short(self.between, voice))
