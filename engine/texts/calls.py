"""What casus foederis finds, in a sentence for each ground."""

from __future__ import annotations

from collections.abc import Mapping

from engine.casus import Call, Ground, Standing
from engine.names import Power, TreatyId
from engine.prose import label_of
from engine.texts.catalogue import Slot, knows, say
from engine.texts.grammar import pick
from engine.texts.voice import Speaker
from engine.treaty import Treaty


def call_sentences(call: Call, target: Power, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> tuple[str, ...]:
    """Why a power is bound, bound only if, entitled, barred or free when another is attacked: one sentence for each ground."""
    if not call.grounds:
        return (say(voice.lang, f"casus.{Standing.FREE.value}", who=voice.noun(call.power)),)
    return tuple(ground_sentence(ground, call.power, target, voice, treaties) for ground in call.grounds)


def ground_sentence(ground: Ground, power: Power, target: Power, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """One ground, with the article on which it rests."""
    slots: dict[str, Slot] = {"who": voice.noun(power), "victim": voice.noun(target), "others": voice.nouns(ground.waits_for)}
    treaty = treaties.get(ground.treaty)
    if treaty is not None:
        title = say(voice.lang, "phrase.quoted", title=pick(treaty.title, voice.lang))
        label = label_of(treaty, ground.article, voice)
        slots["source"] = f"{title}, {label}" if label else title
    keys = (*((f"casus.{ground.code}.attack",) if ground.in_attack else ()), f"casus.{ground.code}")
    return say(voice.lang, next((key for key in keys if knows(key)), f"casus.{ground.standing.value}"), **slots)
