"""What casus foederis finds, in a sentence for each ground."""

from __future__ import annotations

from collections.abc import Mapping

from engine.casus import Call, Entry, Ground, Standing
from engine.crisis import Citation
from engine.names import Power, TreatyId
from engine.texts.catalogue import Slot, knows, say
from engine.texts.voice import Speaker
from engine.texts.words import as_reserved, citation_words
from engine.treaty import Treaty


def call_sentences(call: Call, target: Power, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> tuple[str, ...]:
    """Why a power is bound, bound only if, entitled, barred or free when another is attacked: one sentence for each ground."""
    if not call.grounds:
        return (say(voice.lang, f"casus.{Standing.FREE.value}", who=voice.noun(call.power)),)
    return tuple(ground_sentence(ground, call.power, target, voice, treaties) for ground in call.grounds)


def ground_sentence(ground: Ground, power: Power, target: Power, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """One ground, with the article on which it rests."""
    aided = target if ground.ally is None or ground.in_attack else ground.ally
    slots: dict[str, Slot] = {"who": voice.noun(power), "victim": voice.noun(aided), "others": voice.nouns(ground.waits_for)}
    if ground.ally is not None:
        slots["ally"] = voice.noun(ground.ally)
        slots["because"] = "".join(_entry(n, entry, voice, treaties) for n, entry in enumerate(ground.because))
    slots |= _source(ground, voice, treaties)
    keys: tuple[str, ...] = (f"casus.{ground.code}",)
    if ground.in_attack:
        keys = (f"casus.{ground.code}.attack", *keys)
    elif ground.over_breach is not None:
        keys = (f"casus.{ground.code}.breach.{ground.over_breach.value}", f"casus.{ground.code}.breach", *keys)
    return say(voice.lang, next((key for key in keys if knows(key)), f"casus.{ground.standing.value}"), **slots)


def _entry(place: int, entry: Entry, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """Why an ally is in the war: `, because France is bound to enter the war (Treaty, article 2)`; then why France is."""
    ally, key = voice.noun(entry.power), "casus.because.further" if place else "casus.because"
    if entry.under is None:
        return say(voice.lang, f"{key}.entered", ally=ally)
    return say(voice.lang, f"{key}.bound", ally=ally, **_source(entry.under, voice, treaties))


def _source(cited: Ground | Citation, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> dict[str, Slot]:
    """The article cited, as `source`; nothing where the treaty is not known."""
    source = ground_source(cited, voice, treaties) if isinstance(cited, Ground) else citation_words(cited, voice, treaties)
    return {"source": source} if source else {}


def ground_source(ground: Ground, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """The article on which a ground rests, with those whose reservations have narrowed it; nothing of one that the reader does not know."""
    cited = citation_words(Citation(treaty=ground.treaty, article=ground.article), voice, treaties)
    return as_reserved(cited, ground.reserved_by, voice)
