"""Staff talks: the General Staffs prepare what the Governments have promised."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import date_faults
from engine.clauses.mutual import Mutual, of_parties_words, pairs
from engine.duties import Duty, Render, Trigger
from engine.happenings import Deed
from engine.names import Power, TurnId
from engine.texts.catalogue import say


@frozen(kw_only=True)
class StaffTalks(Mutual):
    """The staffs of the powers named confer: by a date, in a case, or at all times where the text names neither."""

    tag: ClassVar[str] = "staff_talks"
    atop: ClassVar[str | None] = None
    ancillary: ClassVar[bool] = True

    by: TurnId | None = None
    """At the latest in this turn."""
    on: Trigger | None = None
    """When this case arises."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each confers with each other one."""
        return tuple(
            Render(
                debtor=debtor,
                creditor=creditor,
                deed=Deed.HOLD_STAFF_TALKS,
                toward=creditor,
                by=self.by,
                when=self.on,
                standing=self.by is None and self.on is None,
            )
            for debtor, creditor in pairs(self.between, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a date that cannot be, and a date and a case at once."""
        faults = super().own_faults(negotiators, world) + (() if self.by is None else date_faults(self.by, world))
        if self.by is not None and self.on is not None:
            faults += (Fault(code="due_twice", word=self.by),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Whose staffs confer, when, and to what end."""
        key = "prose.staff_talks" if self.by is None and self.on is None else "prose.staff_talks.case"
        return say(voice.lang, key, of_parties=of_parties_words(self.between, voice), when=self._when(voice, "prose"))

    def own_gist(self, voice: Voice) -> str:
        """Whose staffs confer, and when."""
        of_parties = voice.of_all(self.between) if self.between else say(voice.lang, "gist.of_parties")
        return say(voice.lang, "gist.staff_talks", of_parties=of_parties, when=self._when(voice, "gist"))

    def _when(self, voice: Voice, book: str) -> str:
        if self.by is not None:
            return say(voice.lang, "when.not_later", date=voice.date(self.by))
        if self.on is not None:
            return say(voice.lang, f"staff_talks.on.{self.on.value}", one=say(voice.lang, f"{book}.one_of_the_powers"))
        return say(voice.lang, "when.regularly")
