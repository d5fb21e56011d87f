"""Recognition of a frontier, of a status or of a government."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, assert_never

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, power_faults, signing_faults, stake_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.clauses.non_aggression import FORCE
from engine.clauses.non_interference import INTERVENING
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed, Sanction
from engine.names import Power, StakeId
from engine.texts.catalogue import Slot, say

ANNEXING = frozenset({Deed.OCCUPY, Deed.CLAIM})
"""What denies a frontier or a sovereignty: to take what lies beyond it, or to claim it for oneself or another."""


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
    rivals: tuple[Power, ...] = ()
    """Those that claim to govern in the recognised power's stead: they are neither recognised nor aided."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each recognises it for as long as the article stands, and does nothing that contradicts it."""
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
            found += self._respect(debtor)
        return tuple(found)

    def _respect(self, debtor: Power) -> Iterator[Refrain]:
        """The conduct by which the debtor would deny what it recognises, and from which it therefore refrains."""
        whom = self.recognised
        match self.object:
            case RecognitionOf.FRONTIERS:
                yield Refrain(
                    debtor=debtor,
                    creditor=whom,
                    deeds=ANNEXING,
                    toward=whom,
                    aimed=True,
                    unless_aggressor=True,
                    unless_with=frozenset({whom}),
                )
            case RecognitionOf.SOVEREIGNTY:
                at = frozenset(self.over)
                yield Refrain(debtor=debtor, creditor=whom, deeds=ANNEXING, at=at, aimed=True, unless_with=frozenset({whom}))
            case RecognitionOf.INDEPENDENCE:
                yield Refrain(debtor=debtor, creditor=whom, deeds=INTERVENING, toward=whom, unless_aggressor=True)
            case RecognitionOf.NEUTRALITY:
                yield Refrain(debtor=debtor, creditor=whom, deeds=FORCE | {Deed.CROSS}, toward=whom, unless_aggressor=True)
            case RecognitionOf.GOVERNMENT:
                severing, recognising = frozenset({Deed.SANCTION}), frozenset({Deed.RECOGNISE})
                relations = Sanction.DIPLOMATIC.value
                yield Refrain(debtor=debtor, creditor=whom, deeds=severing, toward=whom, matter=relations, unless_aggressor=True)
                for rival in self.rivals:
                    if rival != debtor:
                        yield Refrain(debtor=debtor, creditor=whom, deeds=recognising, toward=rival, matter=self.object.value)
                        yield Refrain(debtor=debtor, creditor=whom, deeds=frozenset({Deed.AID}), toward=rival)
            case _:
                assert_never(self.object)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who recognise, and the power recognised."""
        return frozenset(self.recognising or negotiators) | {self.recognised, *self.rivals}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, recognition by those who do not sign or of oneself, a sovereignty over nothing, and rivals where no government is
        recognised or that sign."""
        faults = power_faults((self.recognised, *self.rivals), world) + stake_faults(self.over, world)
        faults += signing_faults(self.recognising, negotiators, world)
        if self.recognised in self.recognising or set(negotiators) == {self.recognised}:
            faults += (Fault(code="recognises_itself", word=self.recognised),)
        if self.object is RecognitionOf.SOVEREIGNTY and not self.over:
            faults += (Fault(code="sovereignty_over_nothing"),)
        if self.object is not RecognitionOf.SOVEREIGNTY and self.over:
            faults += (Fault(code="stake_without_sovereignty", word=self.over[0]),)
        if self.object is not RecognitionOf.GOVERNMENT and self.rivals:
            faults += (Fault(code="rival_without_government", word=self.rivals[0]),)
        faults += tuple(Fault(code="its_own_rival", word=p) for p in self.rivals if p == self.recognised or p in negotiators)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Who recognises what."""
        return self._said(voice, "prose", parties_named(voice, self.recognising))

    def own_gist(self, voice: Voice) -> str:
        """Who recognises what, in short."""
        return self._said(voice, "gist", parties_in_short(voice, self.recognising))

    def _said(self, voice: Voice, book: str, parties: Slot) -> str:
        slots: dict[str, Slot] = {"rivals": voice.nouns(self.rivals)} if self.rivals else {}
        return say(
            voice.lang,
            f"{book}.recognition.{self.object.value}",
            parties=parties,
            whom=voice.nouns((self.recognised,)),
            stakes=voice.stake_nouns(self.over),
            **slots,
        )
