"""A scripted power's phrase in its reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from engine.messages import Phrase
from engine.names import Lang, TreatyId
from engine.prose import label_of
from engine.setting import Setting
from engine.texts.catalogue import Slot, knows, say
from engine.texts.grammar import capital, pick
from engine.texts.voice import Speaker
from engine.treaty import Treaty


def variants(code: str) -> int:
    """How many ways the catalogue has of saying it."""
    count = 0
    while knows(f"phrase.{code}.{count}"):
        count += 1
    return count


def phrase_words(phrase: Phrase, lang: Lang, setting: Setting, treaties: Mapping[TreatyId, Treaty]) -> str:
    """The author's own words if there are any, otherwise the catalogue's variant with its particulars.

    The article is named by its label in the text, a treaty that the reader does not know only as *this text*.
    """
    if phrase.words:
        return pick(phrase.words, lang)
    ways = variants(phrase.code)
    if not ways:
        return say(lang, "phrase.unnamed")
    voice = Speaker(setting, lang)
    treaty = treaties.get(phrase.treaty) if phrase.treaty is not None else None
    powers: Slot = voice.nouns(phrase.powers) if phrase.powers else say(lang, "phrase.our_allies")
    slots: dict[str, Slot] = {"powers": powers, "treaty": say(lang, "phrase.this_text")}
    if treaty is not None:
        slots["treaty"] = say(lang, "phrase.quoted", title=pick(treaty.title, lang))
        label = label_of(treaty, phrase.article, voice, "noun") if phrase.article is not None else None
        if label is not None:
            slots["article"] = label
    return capital(say(lang, f"phrase.{phrase.code}.{phrase.variant % ways}", **slots))
