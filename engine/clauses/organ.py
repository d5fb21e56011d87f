"""Creation of an organ: who sits in it, how it decides, and upon what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Lang, Power
from engine.texts.catalogue import say
from engine.texts.grammar import pick

LONGEST = 120
"""Characters of an organ's name in one language."""
ORGAN = "organ"
"""The matter of taking part in it."""
DECISIONS = "organ_decisions"
"""The matter of carrying out what it decides."""


class Decides(StrEnum):
    """How the organ decides, by the name that the rule has among those of history."""

    UNANIMITY = "unanimity"
    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    CONSENSUS = "consensus"

    @property
    def rule(self) -> str:
        """The key of its voting rule."""
        return RULE[self]

    @property
    def rule_on_members(self) -> str:
        """The key of the rule on a dispute between members, or on a breach of which one is accused.

        Where one vote could bar all others, nobody is judge in its own cause (PCIJ, advisory opinion of 21 November 1925); where
        votes are added up, each counts as the text says.
        """
        return OF_OTHERS.get(self, self.rule)


RULE = {
    Decides.UNANIMITY: "committee_agreement",
    Decides.MAJORITY: "majority_of_votes",
    Decides.TWO_THIRDS: "two_thirds_of_votes",
    Decides.CONSENSUS: "consensus",
}
OF_OTHERS = {Decides.UNANIMITY: "council_finding", Decides.CONSENSUS: "consensus_of_others"}


class Competence(StrEnum):
    """What an organ may do."""

    DELIBERATE = "deliberate"
    RECOMMEND = "recommend"
    FIND_AGGRESSION = "find_aggression"
    SETTLE = "settle"
    SUPERVISE = "supervise"
    ADMIT = "admit"


@frozen(kw_only=True)
class CreateOrgan(Clause):
    """The parties set up an organ of some members, or of them all, which sits while the treaty is in force; what it decides binds them
    only if the text says so."""

    tag: ClassVar[str] = "organ"
    atop: ClassVar[str | None] = None

    name: Mapping[Lang, str]
    members: tuple[Power, ...] = ()
    decides: Decides = Decides.UNANIMITY
    competences: tuple[Competence, ...] = (Competence.DELIBERATE,)
    binding: bool = False

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each member sends its representatives, and carries out decisions that bind."""
        members = circle(self.members, parties)
        matters = ((Deed.ESTABLISH, ORGAN), (Deed.COMPLY, DECISIONS)) if self.binding else ((Deed.ESTABLISH, ORGAN),)
        return tuple(
            Render(debtor=debtor, creditor=creditor, deed=deed, matter=matter, standing=True)
            for debtor in members
            for creditor in members
            if debtor != creditor
            for deed, matter in matters
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Its members and all who set it up."""
        return frozenset(negotiators) | frozenset(self.members)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a member alone, no name or too long a one, and no competence or one twice."""
        faults = circle_faults(self.members, negotiators, world)
        if not any(words.strip() for words in self.name.values()):
            faults += (Fault(code="organ_nameless"),)
        if any(len(words) > LONGEST for words in self.name.values()):
            faults += (Fault(code="organ_name_too_long", word=str(LONGEST)),)
        if not self.competences:
            faults += (Fault(code="no_competence"),)
        if len(set(self.competences)) < len(self.competences):
            faults += (Fault(code="competence_twice"),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Its name, its members, how it decides, its competence, and whom its decisions bind."""
        lang = voice.lang
        members = say(lang, "prose.organ.members", members=voice.nouns(self.members)) if self.members else say(lang, "prose.organ.all")
        competences = voice.listed(tuple(say(lang, f"prose.organ.{c.value}") for c in self.competences))
        return " ".join(
            (
                say(lang, "prose.organ", name=pick(self.name, lang)),
                members,
                say(lang, f"prose.organ.{self.decides.value}"),
                say(lang, "prose.organ.competence", competences=competences),
                say(lang, "prose.organ.binding" if self.binding else "prose.organ.recommending"),
            )
        )

    def own_gist(self, voice: Voice) -> str:
        """What is set up among whom, how it decides, and whether that binds."""
        lang = voice.lang
        return say(
            lang,
            "gist.organ",
            name=pick(self.name, lang),
            members=voice.nouns(self.members) if self.members else say(lang, "gist.parties"),
            rule=say(lang, f"gist.organ.{self.decides.value}"),
            competences=voice.listed(tuple(say(lang, f"competence.{c.value}") for c in self.competences)),
            force=say(lang, "gist.organ.binding" if self.binding else "gist.organ.recommending"),
        )
