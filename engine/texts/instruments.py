"""What a text calls itself, by its title, and the places where texts are concluded."""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.names import Lang
from engine.texts.grammar import EN, FR, Gender, Noun

_KINDS: Mapping[Lang, Mapping[str, tuple[str, Gender]]] = {
    EN: {
        word.lower(): (word, Gender.MASCULINE)
        for word in ("Treaty", "Convention", "Pact", "Protocol", "Declaration", "Arrangement", "Charter", "Annex", "Agreement")
    },
    FR: {
        "traité": ("Traité", Gender.MASCULINE),
        "convention": ("Convention", Gender.FEMININE),
        "pacte": ("Pacte", Gender.MASCULINE),
        "protocole": ("Protocole", Gender.MASCULINE),
        "déclaration": ("Déclaration", Gender.FEMININE),
        "arrangement": ("Arrangement", Gender.MASCULINE),
        "charte": ("Charte", Gender.FEMININE),
        "annexe": ("Annexe", Gender.FEMININE),
        "accord": ("Accord", Gender.MASCULINE),
    },
}
_UNNAMED = {EN: "agreement", FR: "accord"}
_WORD = re.compile(r"\w+")

_PLACES = (
    ("Algiers", "Alger"), ("Athens", "Athènes"), ("Brussels", "Bruxelles"), ("Bucharest", "Bucarest"), ("Cairo", "Le Caire"),
    ("Copenhagen", "Copenhague"), ("Geneva", "Genève"), ("The Hague", "La Haye"), ("Lisbon", "Lisbonne"), ("London", "Londres"),
    ("Moscow", "Moscou"), ("Peking", "Pékin"), ("Tangier", "Tanger"), ("Tashkent", "Tachkent"), ("Tehran", "Téhéran"),
    ("Vienna", "Vienne"), ("Warsaw", "Varsovie"),
)  # fmt: skip


def this_instrument(title: str, lang: Lang) -> Noun:
    """`the present Treaty`, `la présente Convention`: by the first word of the title that names a kind of instrument."""
    kinds = _KINDS.get(lang, _KINDS[EN])
    # `Accords de Munich` is an Accord, and `Treaties` cannot be read so: one text is one instrument.
    found = (kinds.get(word) or kinds.get(word.removesuffix("s")) for word in _WORD.findall(title.lower()))
    word, gender = next((kind for kind in found if kind), kinds[_UNNAMED.get(lang, _UNNAMED[EN])])
    if lang == FR:
        return Noun(lang, f"la présente {word}" if gender is Gender.FEMININE else f"le présent {word}")
    return Noun(lang, f"the present {word}")


def place_name(place: str, lang: Lang) -> str:
    """A town where texts are concluded, by its name in this language where it has one: `Moscow`, `Moscou`."""
    for english, french in _PLACES:
        if place.casefold() in (english.casefold(), french.casefold()):
            return french if lang == FR else english
    return place
