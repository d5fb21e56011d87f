"""Mutual assistance: an attack on one party obliges the others (ATOP: defence)."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import evolve as with_
from attrs import frozen

from engine.clauses.aid import Aid, circle_sentence, one_of_words, other_words
from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import circle_faults
from engine.clauses.mutual import pairs, parties_in_short
from engine.duties import Duty
from engine.names import Power
from engine.texts.catalogue import Slot, say


class Assailant(StrEnum):
    """Whose attack an alliance answers."""

    ANYONE = "anyone"
    A_PARTY = "a_party"
    """Another party to the same treaty, as in a pact of mutual guarantee (Locarno, 16 October 1925, article 4)."""
    A_THIRD_POWER = "a_third_power"
    """Only a power that is no party to the treaty."""


@frozen(kw_only=True)
class MutualAssistance(Aid):
    """Each of the powers named aids any other that is attacked."""

    tag: ClassVar[str] = "mutual_assistance"
    atop: ClassVar[str | None] = "DEFENSE"

    between: tuple[Power, ...] = ()
    """The powers that aid one another; empty is all the parties."""
    attack_by: Assailant = Assailant.ANYONE
    """Whose attack calls for aid, where `against` names nobody."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each aids each other one; no duty where no assailant is left."""
        owed = self.owed(pairs(self.between, parties), world)
        match self.attack_by:
            case Assailant.ANYONE:
                return tuple(owed)
            case Assailant.A_THIRD_POWER:
                return tuple(with_(duty, save=parties - {duty.debtor, duty.creditor}) for duty in owed)
            case Assailant.A_PARTY:
                among = ((duty, parties - {duty.debtor, duty.creditor}) for duty in owed)
                return tuple(with_(duty, against=others) for duty, others in among if others)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who would aid and be aided."""
        return frozenset(self.between or negotiators)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, assistance against a party, an assailant named in two ways, and a condition that cannot be met."""
        members = self.between or negotiators
        faults = circle_faults(self.between, negotiators, world) + self.terms_faults(members, members, world)
        named = self.against_region or next(iter(self.against), None)
        if self.attack_by is not Assailant.ANYONE and named is not None:
            faults += (Fault(code="assailant_twice", word=named),)
        if self.attack_by is Assailant.A_PARTY and len(negotiators) < 3:
            faults += (Fault(code="no_other_party"),)
        return faults

    def foe_slots(self, voice: Voice, book: str = "prose") -> dict[str, Slot]:
        """By whom the attack must come: powers by name, another party, or a third power."""
        if self.attack_by is Assailant.ANYONE:
            return super().foe_slots(voice, book)
        named = ".named" if book == "prose" and self.between and self.attack_by is Assailant.A_PARTY else ""
        return self.jointly({"foe": say(voice.lang, f"{book}.assailant.{self.attack_by.value}{named}")}, voice, book)

    def own_prose(self, voice: Voice) -> str:
        """The case, who helps, upon whose word, by what means, and the power for whose help it waits."""
        one = one_of_words(self.between, voice)
        if not self.between:
            return self.aid_prose(voice, one, other_words(self.between, voice))
        return self.with_terms(circle_sentence(voice, self.case(voice, one), self.between, self.automaticity, self.extent), voice, one)

    def own_gist(self, voice: Voice) -> str:
        """Who aids whom, how, in what case, and what it waits for."""
        return say(
            voice.lang,
            "gist.assistance",
            parties=parties_in_short(self.between, voice),
            means=say(voice.lang, f"gist.means.{self.extent.value}"),
            terms=self.case_in_short(voice) + self.terms_in_short(voice),
        )
