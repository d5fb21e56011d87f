"""Why a command changes nothing, and what is wrong with an article, in a sentence."""

from __future__ import annotations

from engine.names import Lang, Power, StakeId, TurnId
from engine.prose import article_cited
from engine.refusal import Refusal
from engine.setting import Setting
from engine.texts.catalogue import Slot, knows, say
from engine.texts.voice import Speaker


def refusal_sentence(refusal: Refusal, lang: Lang, setting: Setting | None = None) -> str:
    """Why a command changes nothing; with the setting, the things it speaks of have their names."""
    about = dict(refusal.about)
    if "fault" in about:
        said = fault_sentence(about["fault"], about.pop("word", ""), lang, setting)
        about["fault"] = located(said, about.pop("article", ""), lang, setting)
    slots = {name: named(word, lang, setting) if name != "fault" else word for name, word in about.items()}
    return say(lang, f"reason.{refusal.reason.value}", **slots)


def fault_sentence(code: str, word: str, lang: Lang, setting: Setting | None = None) -> str:
    """What is wrong with an article; a code that the catalogue does not have is said to be simply a fault."""
    key = f"fault.{code}" if knows(f"fault.{code}") else "fault.unnamed"
    return say(lang, key, word=named(word, lang, setting)) if word else say(lang, key)


def located(sentence: str, place: str, lang: Lang, setting: Setting | None = None) -> str:
    """What is wrong, with the number of the article in which it is found, where there is one."""
    if not place or setting is None:
        return sentence
    return say(lang, "fault.in_article", article=article_cited(int(place), Speaker(setting, lang), "noun"), fault=sentence)


def named(word: str, lang: Lang, setting: Setting | None) -> Slot:
    """A key of the setting by its name, anything else as it stands."""
    if setting is not None:
        voice = Speaker(setting, lang)
        if word in setting.powers:
            return voice.noun(Power(word))
        if word in setting.stakes:
            return voice.stake_noun(StakeId(word))
        if word in setting.turns:
            return voice.date(TurnId(word))
    return word
