"""The finding that a consent to a treaty was procured by the threat or use of force, and is void (VCLT 52)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.measures.base import Annul, Consequence, Forum, Measure
from engine.measures.faults import addressee_faults
from engine.names import Power, TreatyId
from engine.texts.catalogue import say
from engine.treaty import Treaty
from engine.voting.bodies import Effect


def fault_of_coercion(treaty: Treaty, power: Power) -> Fault | None:
    """Why a party to a treaty in force did not coerce a power's consent to it; None if one did (VCLT 52)."""
    if power not in treaty.parties | treaty.assents:
        return Fault(code="not_bound_by_it", word=power)
    return None if treaty.coercers(power) & treaty.parties else Fault(code="consent_free", word=power)


@frozen(kw_only=True)
class Nullity(Measure):
    """The organ finds that a power's consent to a treaty was procured by the threat or use of force, and is void (VCLT 52)."""

    tag: ClassVar[str] = "nullity"

    treaty: TreatyId
    power: Power

    def consequences(self) -> tuple[Consequence, ...]:
        """The treaty binds the power no longer."""
        return (Annul(treaty=self.treaty, power=self.power),)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stranger, a law that holds such consent valid, a treaty that is not public or not in force, a consent not given or not coerced."""
        if strangers := addressee_faults((self.power,), world):
            return strangers
        if not forum.coercion_voids():
            return (Fault(code="coercion_valid"),)
        treaty = forum.public_treaty(self.treaty)
        if treaty is None:
            return (Fault(code="treaty_not_public", word=self.treaty),)
        if not treaty.in_force:
            return (Fault(code="treaty_not_in_force", word=self.treaty),)
        fault = fault_of_coercion(treaty, self.power)
        return () if fault is None else (fault,)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Whose consent, and to what."""
        return say(voice.lang, "operative.nullity", who=voice.name(self.power), treaty=voice.treaty(self.treaty))
