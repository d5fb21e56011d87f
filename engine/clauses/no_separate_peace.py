"""No separate peace: allies in war end it together."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.clauses.mutual import Mutual, pairs, parties_in_short, parties_words
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class NoSeparatePeace(Mutual):
    """None of the powers named concludes armistice or peace without the others."""

    tag: ClassVar[str] = "no_separate_peace"
    atop: ClassVar[str | None] = None

    foes: tuple[Power, ...] = ()
    """Only in a war against these; empty is in any common war."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each makes no peace without each other one that wages the same war, and would be left alone in it."""
        return tuple(
            Refrain(
                debtor=debtor,
                creditor=creditor,
                deeds=frozenset({Deed.MAKE_PEACE}),
                toward=foe,
                aimed=True,
                unless_with=frozenset({creditor}),
            )
            for debtor, creditor in pairs(self.between, parties)
            for foe in self.foes or (None,)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a foe among the allies."""
        faults = super().own_faults(negotiators, world) + power_faults(self.foes, world)
        return faults + tuple(Fault(code="foe_among_allies", word=p) for p in self.foes if p in (self.between or negotiators))

    def own_prose(self, voice: Voice) -> str:
        """The war, and that it is ended together."""
        foes = {"foes": voice.either(tuple(voice.name(p) for p in self.foes))} if self.foes else {}
        return say(voice.lang, "prose.no_separate_peace", parties=parties_words(self.between, voice), **foes)

    def own_gist(self, voice: Voice) -> str:
        """Who makes no peace without whom."""
        foes = {"foes": voice.either(tuple(voice.name(p) for p in self.foes))} if self.foes else {}
        return say(voice.lang, "gist.no_separate_peace", parties=parties_in_short(self.between, voice), **foes)
