"""Numbers in words, as treaties write them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.names import Lang

_UNITS: Mapping[str, tuple[str, ...]] = {
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "fr": (
        "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
        "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ),
}  # fmt: skip
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")
_HUNDRED = 100
_SOIXANTE_DIX = 7
"""From here on French counts the odd tens past the even: soixante-dix, quatre-vingt-dix."""


def in_words(lang: Lang, value: int, *, feminine: bool = False) -> str | None:
    """`twelve`; in French `vingt et une` up to a hundred, with its gender; None for a number that is written in figures."""
    if value <= 0:
        return None
    if lang != "fr":
        units = _UNITS["en"]
        return units[value] if value < len(units) else None
    if value > _HUNDRED:
        return None
    words = "cent" if value == _HUNDRED else _below_a_hundred(value)
    return f"{words}e" if feminine and (words == "un" or words.endswith((" un", "-un"))) else words


def _below_a_hundred(value: int) -> str:
    units = _UNITS["fr"]
    if value < len(units):
        return units[value]
    tens, unit = divmod(value, 10)
    stem = _TENS[tens]
    if tens >= _SOIXANTE_DIX and tens % 2 == 1:
        unit += 10
    if unit == 0:
        return f"{stem}s" if stem == "quatre-vingt" else stem
    linked = unit in (1, 11) and stem != "quatre-vingt"
    return f"{stem} et {units[unit]}" if linked else f"{stem}-{units[unit]}"
