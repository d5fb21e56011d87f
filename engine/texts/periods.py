"""Periods of time in words, as treaties write them."""

from __future__ import annotations

from engine.dates import Period
from engine.names import Lang
from engine.texts.catalogue import say
from engine.texts.grammar import Noun


def period_noun(lang: Lang, period: Period) -> Noun:
    """`six months`, `un an`, with the forms that sentences ask of a name."""
    return Noun(lang, say(lang, f"period.{period.unit.value}", n=period.number))
