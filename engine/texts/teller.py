"""What every teller of events has: a language, a scenario, and what its reader knows."""

from __future__ import annotations

from collections.abc import Mapping

from engine.names import Power, ResolutionId, TreatyId
from engine.setting import Text
from engine.texts.catalogue import Slot, say
from engine.texts.chamber import ChamberTeller
from engine.texts.grammar import Noun, Nouns, date, pick
from engine.texts.sources import source_title
from engine.texts.voice import Speaker
from engine.texts.words import title_of
from engine.treaty import Treaty


class Teller:
    """A voice, and the treaties and drafts that the reader knows: a name outside them is said by its key."""

    def __init__(self, voice: Speaker, treaties: Mapping[TreatyId, Treaty], chamber: ChamberTeller) -> None:
        self.voice = voice
        self.lang = voice.lang
        self.setting = voice.setting
        self.treaties = treaties
        self.chamber = chamber
        self.company: tuple[Power, ...] = ()
        """Those who have done alike, in the name of all of whom it is told what one of them did."""

    def say(self, key: str, **slots: Slot) -> str:
        return say(self.lang, key, **slots)

    def who(self, key: str, power: Power, **slots: Slot) -> str:
        return say(self.lang, key, who=self.actor(power), **slots)

    def actor(self, power: Power) -> Noun | Nouns:
        """A power, or all of its company."""
        return self.voice.nouns(self.company) if power in self.company else self.voice.noun(power)

    def title(self, treaty: TreatyId) -> str:
        known = self.treaties.get(treaty)
        bare = known is not None or source_title(treaty, self.lang) is not None
        return title_of(treaty, self.lang, self.treaties) if bare else self.chamber.draft(ResolutionId(treaty))

    def optional(self, name: str, words: str | Nouns) -> dict[str, Slot]:
        """A slot that is given only if there is something to say."""
        return {name: words} if str(words) else {}

    def titled(self, title: Text, text: Text) -> dict[str, Slot]:
        """A headline without its full stop, and what follows it."""
        return {"title": pick(title, self.lang).rstrip("."), **self.optional("text", pick(text, self.lang))}

    def others(self, powers: tuple[Power, ...] | frozenset[Power], but: Power | None = None) -> Nouns:
        return self.voice.nouns(tuple(p for p in self.voice.in_order(frozenset(powers)) if p != but))

    def date(self, place: int) -> str:
        turns = tuple(self.setting.turns.values())
        return date(self.lang, turns[place].date) if 0 <= place < len(turns) else str(place + 1)
