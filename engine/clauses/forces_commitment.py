"""Commitment of forces: so many divisions, on what front, after how many days (ATOP: defence)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.aid import case_words, forces_slots, mode_in_short
from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import forces_faults, power_faults, signing_faults
from engine.clauses.foes import acting_jointly, concert_faults, foe_faults, foes, named_foes
from engine.duties import Assist, Automaticity, Duty, Extent, Forces, Trigger
from engine.names import Power, RegionId, StakeId
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class ForcesCommitment(Clause):
    """One power promises another a contingent in a case: the article of a military convention.

    The divisions that come are counted; where the scenario counts none, coming is enough.
    """

    tag: ClassVar[str] = "forces_commitment"
    atop: ClassVar[str | None] = "DEFENSE"

    provider: Power
    """The power whose divisions they are."""
    beneficiary: Power
    """The power that may count on them."""
    divisions: int
    """At the least."""
    days: int = 0
    """Within so many days of the case; 0 is at once."""
    front: StakeId | None = None
    """Where they are to be employed; none is wherever they are needed."""
    trigger: Trigger = Trigger.UNPROVOKED_ATTACK
    against: tuple[Power, ...] = ()
    """Only against an attack by one of these; empty is by anybody."""
    against_region: RegionId | None = None
    """Only against an attack by a power of this region, whichever it is."""
    together: bool = False
    """Only against an attack in which another power takes part too, at once or later."""
    together_with: tuple[Power, ...] = ()
    """Only if one of these takes part too; empty is any other power."""
    together_with_region: RegionId | None = None
    """Only if a power of this region takes part too, whichever it is."""
    automaticity: Automaticity = Automaticity.AUTOMATIC

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """The provider, once bound, sends them."""
        friends = frozenset({self.provider, self.beneficiary})
        against = foes(self.against, self.against_region, world, friends)
        others = foes(self.together_with, self.together_with_region, world, friends)
        if self.provider not in parties or against is None or others is None:
            return ()
        return (
            Assist(
                debtor=self.provider,
                creditor=self.beneficiary,
                against=against,
                together=self._is_joint,
                together_with=others,
                trigger=self.trigger,
                automaticity=self.automaticity,
                extent=Extent.MILITARY,
                forces=self._forces(),
            ),
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The two."""
        return frozenset({self.provider, self.beneficiary})

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, a provider that does not sign or helps itself, no divisions, and a front that does not exist."""
        faults = signing_faults((self.provider,), negotiators, world) + power_faults((self.beneficiary,), world)
        if self.provider == self.beneficiary:
            faults += (Fault(code="helps_itself", word=self.provider),)
        faults += forces_faults(self._forces(), world)
        circle = (self.provider, self.beneficiary)
        faults += concert_faults(self.against, self.together_with, self.together_with_region, circle, world)
        return faults + foe_faults(self.against, self.against_region, circle, world)

    @property
    def _is_joint(self) -> bool:
        return self.together or bool(self.together_with) or self.together_with_region is not None

    def _foe_slots(self, voice: Voice, book: str) -> dict[str, Slot]:
        """By whom the attack must come; nothing if by anybody."""
        foe = named_foes(self.against, self.against_region, voice, book)
        if not self._is_joint:
            return foe
        return {"foe": acting_jointly(foe.get("foe"), self.together_with, self.together_with_region, voice, book)}

    def own_prose(self, voice: Voice) -> str:
        """The case, who sends how many divisions, where, and how soon."""
        lang, provider = voice.lang, voice.name(self.provider)
        return say(
            lang,
            "prose.forces_commitment",
            case=case_words(self.trigger, voice.name(self.beneficiary), self._foe_slots(voice, "prose"), voice),
            provider=provider,
            mode=say(lang, f"prose.mode.{self.automaticity.value}", helper=provider),
            **forces_slots(self._forces(), voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who sends whom how many divisions, when."""
        lang = voice.lang
        return say(
            lang,
            "gist.forces_commitment",
            provider=voice.name(self.provider),
            beneficiary=voice.name(self.beneficiary),
            case=say(lang, f"gist.case.{self.trigger.value}", **self._foe_slots(voice, "gist")),
            mode=mode_in_short(self.automaticity, voice, voice.name(self.provider)),
            **forces_slots(self._forces(), voice),
        )

    def _forces(self) -> Forces:
        return Forces(divisions=self.divisions, days=self.days, front=self.front)
