"""No hostile combination: no party joins an alliance directed against another."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Voice, World
from engine.clauses.mutual import Mutual, one_of_them, pairs, parties_in_short, parties_words
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class NoHostileCombination(Mutual):
    """None of the powers named enters a combination aimed at another (German-Soviet treaty of 23 August 1939, article 4)."""

    tag: ClassVar[str] = "no_hostile_combination"
    atop: ClassVar[str | None] = None

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each keeps out of combinations against each other one."""
        return tuple(
            Refrain(debtor=debtor, creditor=creditor, deeds=frozenset({Deed.COMBINE}), aimed=True)
            for debtor, creditor in pairs(self.between, parties)
        )

    def own_prose(self, voice: Voice) -> str:
        """Who keeps out of what."""
        return say(voice.lang, "prose.no_combination", parties=parties_words(self.between, voice), one=one_of_them(self.between, voice))

    def own_gist(self, voice: Voice) -> str:
        """Who joins nothing against whom."""
        return say(
            voice.lang, "gist.no_combination", parties=parties_in_short(self.between, voice), one=one_of_them(self.between, voice, "gist")
        )
