"""One-sided assistance: one power aids another that owes nothing in return (ATOP: defence)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.aid import Aid
from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults, signing_faults
from engine.duties import Duty
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class OneSidedAssistance(Aid):
    """The helper aids the other power if it is attacked; the power aided owes nothing, and need not sign."""

    tag: ClassVar[str] = "one_sided_assistance"
    atop: ClassVar[str | None] = "DEFENSE"

    helper: Power
    """The power that owes aid."""
    aided: Power
    """The power that is owed it."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """The helper, once bound, aids the other."""
        return tuple(self.owed(((self.helper, self.aided),), world)) if self.helper in parties else ()

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The two."""
        return frozenset({self.helper, self.aided})

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, a helper that does not sign or helps itself, and terms that cannot be met."""
        faults = signing_faults((self.helper,), negotiators, world) + power_faults((self.aided,), world)
        if self.helper == self.aided:
            faults += (Fault(code="helps_itself", word=self.helper),)
        return faults + self.terms_faults((self.helper,), (self.aided,), world)

    def own_prose(self, voice: Voice) -> str:
        """The case, the helper, upon whose word, by what means, and what the duty waits for."""
        return self.aid_prose(voice, voice.name(self.aided), voice.name(self.helper))

    def own_gist(self, voice: Voice) -> str:
        """Who aids whom, how, in what case, and what it waits for."""
        return say(
            voice.lang,
            f"gist.one_sided.{self.extent.value}",
            helper=voice.name(self.helper),
            aided=voice.name(self.aided),
            terms=self.case_in_short(voice) + self.terms_in_short(voice, voice.name(self.helper)),
        )
