"""Equality of rights in armaments, recognised by some to another."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, power_faults, signing_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say
from engine.texts.grammar import Noun, Nouns


@frozen(kw_only=True)
class ArmsEquality(Clause):
    """The powers named recognise another's equality of rights in armaments."""

    tag: ClassVar[str] = "arms_equality"
    atop: ClassVar[str | None] = None

    recognised: Power
    """Whose right it is."""
    recognisers: tuple[Power, ...] = ()
    """Who recognises it; empty is all the other parties."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each of them owes the other recognition, as long as the article lasts."""
        return tuple(
            Render(
                debtor=debtor,
                creditor=self.recognised,
                deed=Deed.RECOGNISE,
                toward=self.recognised,
                matter="arms_equality",
                standing=True,
            )
            for debtor in circle(self.recognisers, parties)
            if debtor != self.recognised
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The power recognised and those who recognise."""
        return frozenset(self.recognisers or negotiators) | {self.recognised}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, a power that recognises itself, and recognition by those who do not sign."""
        faults = power_faults((self.recognised,), world) + signing_faults(self.recognisers, negotiators, world)
        if self.recognised in self.recognisers:
            faults += (Fault(code="recognises_itself", word=self.recognised),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Whose right is recognised by whom."""
        by = parties_named(voice, self.recognisers)
        if not self.recognisers and voice.is_party(self.recognised):
            others = say(voice.lang, "prose.other_parties.two" if voice.bilateral else "prose.other_parties")
            by = Nouns(voice.lang, (Noun(voice.lang, others),), many=not voice.bilateral)
        return say(voice.lang, "prose.arms_equality", power=voice.name(self.recognised), recognisers=by)

    def own_gist(self, voice: Voice) -> str:
        """Who may arm as much as anybody, by whose word."""
        by = parties_in_short(voice, self.recognisers)
        if not self.recognisers and voice.is_party(self.recognised):
            others = say(voice.lang, "gist.other_parties.two" if voice.bilateral else "gist.other_parties")
            by = Nouns(voice.lang, (Noun(voice.lang, others),), many=not voice.bilateral)
        return say(voice.lang, "gist.arms_equality", power=voice.name(self.recognised), recognisers=by)
