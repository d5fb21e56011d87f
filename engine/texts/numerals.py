"""Numbers in words, as treaties write them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.names import Lang

_UNITS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ),
    "fr": (
        "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
        "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ),
}  # fmt: skip
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED = 100
_SOIXANTE_DIX = 7
"""From here on French counts the odd tens past the even: soixante-dix, quatre-vingt-dix."""


def in_words(lang: Lang, value: int, *, feminine: bool = False) -> str | None:
    """`twenty-one`; in French `vingt et une`, with its gender; None for a number that is written in figures, which any above a hundred is."""
    if not 0 < value <= _HUNDRED:
        return None
    if lang != "fr":
        return "one hundred" if value == _HUNDRED else _english(value)
    words = "cent" if value == _HUNDRED else _below_a_hundred(value)
    return f"{words}e" if feminine and (words == "un" or words.endswith((" un", "-un"))) else words


def _english(value: int) -> str:
    units = _UNITS["en"]
    if value < len(units):
        return units[value]
    tens, unit = divmod(value, 10)
    return f"{_ENGLISH_TENS[tens]}-{units[unit]}" if unit else _ENGLISH_TENS[tens]


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
