"""Non-interference: no party meddles in the internal affairs of another."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Voice, World
from engine.clauses.mutual import Mutual, pairs, parties_in_short, parties_words, towards_aggressor
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say

INTERVENING = frozenset({Deed.ATTACK, Deed.OCCUPY, Deed.INTERFERE})
"""Armed intervention and every other interference (Declaration on Friendly Relations, 1970, third principle; Final Act of Helsinki, VI)."""


@frozen(kw_only=True)
class NonInterference(Mutual):
    """Each of the powers named keeps out of the affairs of the others."""

    tag: ClassVar[str] = "non_interference"
    atop: ClassVar[str | None] = None

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each abstains from intervening with each other one; an aggressor cannot plead it."""
        return tuple(
            Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=INTERVENING, unless_aggressor=True)
            for debtor, creditor in pairs(self.between, parties)
        )

    def own_prose(self, voice: Voice) -> str:
        """Who abstains from what, and towards whom not."""
        sentence = say(voice.lang, "prose.non_interference", parties=parties_words(self.between, voice))
        return f"{sentence} {towards_aggressor(self.between, voice)}"

    def own_gist(self, voice: Voice) -> str:
        """Who leaves whose affairs alone."""
        return say(voice.lang, "gist.non_interference", parties=parties_in_short(self.between, voice))
