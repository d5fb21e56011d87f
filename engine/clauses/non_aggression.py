"""Non-aggression: no party resorts to force against another (ATOP: non-aggression)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say

FORCE = frozenset({Deed.ATTACK, Deed.JOIN_WAR, Deed.OCCUPY, Deed.BLOCKADE})
"""What resorting to force against a power is."""


@frozen(kw_only=True)
class NonAggression(Clause):
    """Each of the powers named abstains from force against the others; `between` empty means all the parties.

    As in Locarno (article 2), helping the victim of a party that has itself gone to war is not force of that kind, unless the text
    says `even_if_aggressor`.
    """

    tag: ClassVar[str] = "non_aggression"
    atop: ClassVar[str | None] = "NONAGG"

    between: tuple[Power, ...] = ()
    even_if_aggressor: bool = False

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each abstains from force against each other one."""
        members = circle(self.between, parties)
        lapses = not self.even_if_aggressor
        return tuple(
            Refrain(debtor=d, creditor=c, toward=c, deeds=FORCE, unless_aggressor=lapses) for d in members for c in members if d != c
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who abstain."""
        return frozenset(self.between or negotiators)

    def faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a power alone."""
        return circle_faults(self.between, negotiators, world)

    def prose(self, voice: Voice) -> str:
        """In the words of Locarno (treaty of mutual guarantee, 16 October 1925, article 2)."""
        parties = voice.names(self.between) or say(voice.lang, "prose.parties")
        return say(voice.lang, "prose.non_aggression", parties=parties)

    def gist(self, voice: Voice) -> str:
        """Who leaves whom in peace."""
        parties = voice.names(self.between) or say(voice.lang, "gist.parties")
        return say(voice.lang, "gist.non_aggression", parties=parties)
