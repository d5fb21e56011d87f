"""The later life of a treaty, told in one plain sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from engine import events as e
from engine.names import TreatyId
from engine.texts.catalogue import say
from engine.texts.voice import Speaker
from engine.texts.words import title_of
from engine.treaty import Treaty


def treaty_life_tale(event: e.TreatyLife, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """One sentence for what happens to a treaty once it has been signed."""
    title = title_of(event.treaty, voice.lang, treaties)
    return say(voice.lang, "tale.joined", who=voice.noun(event.power), treaty=title)
