"""Non-aggression: no party resorts to force against another (ATOP: non-aggression)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Voice, World
from engine.clauses.mutual import parties_in_short, parties_words, towards_aggressor
from engine.clauses.one_way import OneWay
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say

FORCE = frozenset({Deed.ATTACK, Deed.JOIN_WAR, Deed.OCCUPY, Deed.BLOCKADE})
"""What resorting to force against a power is."""
THREAT = frozenset({Deed.THREATEN})


@frozen(kw_only=True)
class NonAggression(OneWay):
    """Each of the powers named abstains from force against the others, or those in `owed_by` alone.

    As in Locarno (article 2), helping the victim of a party that has itself gone to war is not force of that kind, unless the text
    says `even_if_aggressor`.
    """

    tag: ClassVar[str] = "non_aggression"
    atop: ClassVar[str | None] = "NONAGG"

    even_if_aggressor: bool = False
    """Owed even to a power that has itself gone to war."""
    threats: bool = False
    """The threat of force is renounced as well (Charter 2(4))."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each abstains from force, and if so agreed from threats, against each other one."""
        return tuple(
            Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=deeds, unless_aggressor=not self.even_if_aggressor)
            for debtor, creditor in self.owing(parties)
            for deeds in ((FORCE, THREAT) if self.threats else (FORCE,))
        )

    def own_prose(self, voice: Voice) -> str:
        """The promise of Locarno (treaty of mutual guarantee, 16 October 1925, article 2), then threats, then the aggressor."""
        owed = ".owed" if self.owed_by else ""
        slots = self.one_way_slots(voice, "prose") if self.owed_by else {"parties": parties_words(self.between, voice)}
        sentences = [say(voice.lang, f"prose.non_aggression{owed}", **slots)]
        if self.threats:
            sentences.append(say(voice.lang, "prose.non_aggression.threats"))
        sentences.append(towards_aggressor(self.owed_by or self.between, voice, even=self.even_if_aggressor))
        return " ".join(sentences)

    def own_gist(self, voice: Voice) -> str:
        """Who leaves whom in peace."""
        key = "gist.non_aggression.threats" if self.threats else "gist.non_aggression"
        slots = self.one_way_slots(voice, "gist") if self.owed_by else {"parties": parties_in_short(self.between, voice)}
        even = say(voice.lang, "gist.even_if_aggressor") if self.even_if_aggressor else ""
        return say(voice.lang, f"{key}.owed" if self.owed_by else key, even=even, **slots)
