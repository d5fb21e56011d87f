"""Recognition of a frontier, of a status or of a government."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, power_faults, signing_faults, stake_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.clauses.non_aggression import FORCE
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import say


class RecognitionOf(StrEnum):
    """What is recognised."""

    FRONTIERS = "frontiers"
    SOVEREIGNTY = "sovereignty"
    """Over the stakes named."""
    INDEPENDENCE = "independence"
    NEUTRALITY = "neutrality"
    """Permanent neutrality, which those who recognise it respect."""
    GOVERNMENT = "government"


@frozen(kw_only=True)
class Recognition(Clause):
    """The recognising powers, or all the other parties if none is named, recognise something of one power."""

    tag: ClassVar[str] = "recognition"
    atop: ClassVar[str | None] = None

    recognising: tuple[Power, ...] = ()
    recognised: Power
    object: RecognitionOf = RecognitionOf.FRONTIERS
    over: tuple[StakeId, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each recognises it for as long as the article stands; a neutrality recognised is respected besides."""
        found: list[Duty] = []
        for debtor in circle(self.recognising, parties - {self.recognised}):
            found += (
                Render(
                    debtor=debtor,
                    creditor=self.recognised,
                    deed=Deed.RECOGNISE,
                    toward=self.recognised,
                    at=stake,
                    matter=self.object.value,
                    standing=True,
                )
                for stake in self.over or (None,)
            )
            if self.object is RecognitionOf.NEUTRALITY:
                respected = FORCE | {Deed.CROSS}
                found.append(
                    Refrain(debtor=debtor, creditor=self.recognised, deeds=respected, toward=self.recognised, unless_aggressor=True)
                )
        return tuple(found)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who recognise, and the power recognised."""
        return frozenset(self.recognising or negotiators) | {self.recognised}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, recognition by those who do not sign or of oneself, and a sovereignty over nothing."""
        faults = power_faults((self.recognised,), world) + stake_faults(self.over, world)
        faults += signing_faults(self.recognising, negotiators, world)
        if self.recognised in self.recognising or set(negotiators) == {self.recognised}:
            faults += (Fault(code="recognises_itself", word=self.recognised),)
        if self.object is RecognitionOf.SOVEREIGNTY and not self.over:
            faults += (Fault(code="sovereignty_over_nothing"),)
        if self.object is not RecognitionOf.SOVEREIGNTY and self.over:
            faults += (Fault(code="stake_without_sovereignty", word=self.over[0]),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Who recognises what."""
        return say(
            voice.lang,
            f"prose.recognition.{self.object.value}",
            parties=parties_named(voice, self.recognising),
            whom=voice.nouns((self.recognised,)),
            stakes=voice.stake_nouns(self.over),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who recognises what, in short."""
        return say(
            voice.lang,
            f"gist.recognition.{self.object.value}",
            parties=parties_in_short(voice, self.recognising),
            whom=voice.nouns((self.recognised,)),
            stakes=voice.stake_nouns(self.over),
        )
