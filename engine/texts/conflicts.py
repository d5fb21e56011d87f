"""Two duties that cannot both be kept, in a sentence that cites both."""

from __future__ import annotations

from collections.abc import Mapping

from engine.consistency import Conflict
from engine.names import TreatyId
from engine.obligations import Obligation
from engine.texts.catalogue import Slot, say
from engine.texts.voice import Speaker
from engine.texts.words import duty_words, source_words
from engine.treaty import Treaty


def conflict_words(conflict: Conflict, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """Who cannot keep what together with what, why, and which of the two prevails (VCLT 30)."""
    slots: dict[str, Slot] = {
        "who": voice.noun(conflict.power),
        "new": duty_words(conflict.new.duty, voice),
        "new_source": _source(conflict.new, voice, treaties),
        "other": duty_words(conflict.other.duty, voice),
        "other_source": _source(conflict.other, voice, treaties),
        "why": say(voice.lang, f"conflict.{conflict.clash.value}"),
    }
    return f"{say(voice.lang, 'conflict', **slots)} {say(voice.lang, f'prevails.{conflict.prevails.value}')}"


def _source(owed: Obligation, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    return source_words(owed, voice, treaties) or owed.treaty
