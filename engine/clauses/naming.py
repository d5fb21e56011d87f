"""Who is meant by an article that names some powers, or by one that names none."""

from __future__ import annotations

from attrs import evolve as with_

from engine.clauses.base import Voice
from engine.names import Power
from engine.texts.catalogue import say
from engine.texts.grammar import FR, Noun, Nouns


def parties_named(voice: Voice, between: tuple[Power, ...]) -> Nouns:
    """The powers named, or else the High Contracting Parties."""
    return voice.nouns(between) if between else _all(voice, "prose.parties")


def parties_in_short(voice: Voice, between: tuple[Power, ...]) -> Nouns:
    """The powers named, or else the parties."""
    return voice.nouns(between) if between else _all(voice, "gist.parties")


def any_of(nouns: Nouns) -> Nouns:
    """Any one of several: `France or Italy`."""
    return with_(nouns, alternative=True)


def none_of(nouns: Nouns) -> Nouns:
    """Those to whom nothing is done: English denies (`no force against France or Italy`), French renounces (`à l'égard de la France et de l'Italie`)."""
    return nouns if nouns.lang == FR else any_of(nouns)


def _all(voice: Voice, key: str) -> Nouns:
    return Nouns(voice.lang, (Noun(voice.lang, say(voice.lang, key)),), many=True)
