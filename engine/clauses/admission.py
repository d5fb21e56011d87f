"""Support for an admission: the parties speak and vote for a power's entry into a body."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import body_faults, circle, power_faults, signing_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import BodyId, Power
from engine.texts.catalogue import say
from engine.texts.grammar import Nouns


@frozen(kw_only=True)
class SupportAdmission(Clause):
    """The supporting powers, or all the other parties if none is named, support a candidate's admission to a body."""

    tag: ClassVar[str] = "admission"
    atop: ClassVar[str | None] = None

    supporting: tuple[Power, ...] = ()
    candidate: Power
    body: BodyId

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each supports it until it is done."""
        return tuple(
            Render(
                debtor=debtor,
                creditor=self.candidate,
                deed=Deed.SUPPORT_ADMISSION,
                toward=self.candidate,
                matter=self.body,
                standing=True,
            )
            for debtor in circle(self.supporting, parties - {self.candidate})
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who support, and the candidate."""
        return frozenset(self.supporting or negotiators) | {self.candidate}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, support by those who do not sign or for oneself, and no body, or one that there is not."""
        faults = power_faults((self.candidate,), world) + signing_faults(self.supporting, negotiators, world)
        if self.candidate in self.supporting or set(negotiators) == {self.candidate}:
            faults += (Fault(code="supports_itself", word=self.candidate),)
        return faults + body_faults(self.body, world)

    def own_prose(self, voice: Voice) -> str:
        """Who supports whose admission to what."""
        return self._said(voice, "prose", parties_named(voice, self.supporting))

    def own_gist(self, voice: Voice) -> str:
        """Who supports whom."""
        return self._said(voice, "gist", parties_in_short(voice, self.supporting))

    def _said(self, voice: Voice, book: str, parties: Nouns) -> str:
        key = f"{book}.admission"
        return say(voice.lang, key, parties=parties, candidate=voice.nouns((self.candidate,)), body=voice.matter(self.body))
