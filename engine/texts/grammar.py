"""Forms of names: a name is given with its article, and contraction, elision, agreement and lists follow from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from engine.names import UNDETERMINED, Lang

EN = Lang("en")
FR = Lang("fr")

_ELIDED = re.compile(r"(l['’])(?=\S)", re.IGNORECASE)
_FULL = re.compile(r"(la|les|le)\s+", re.IGNORECASE)
_THE = re.compile(r"the\s+", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]", re.IGNORECASE)

_MONTHS = {
    EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    FR: (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip
_AND = {EN: "and", FR: "et"}
_OR = {EN: "or", FR: "ou"}


_WITHIN = {
    EN: (("“", "‘"), ("”", "’")),
    FR: (("«\u00a0", "“"), ("\u00a0»", "”"), ("«\u202f", "“"), ("\u202f»", "”"), ("« ", "“"), (" »", "”")),
}


class Gender(StrEnum):
    """Grammatical gender, where a language has it."""

    FEMININE = "f"
    MASCULINE = "m"


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def quoted_within(lang: Lang, text: str) -> str:
    """Words that stand between quotation marks themselves, with the marks in them of the second rank."""
    for outer, inner in _WITHIN.get(lang, _WITHIN[EN]):
        text = text.replace(outer, inner)
    return text


def pick(text: Mapping[Lang, str], lang: Lang) -> str:
    """The words in this language, else those that a player typed, else the first language present, else nothing."""
    if lang in text:
        return text[lang]
    return text.get(UNDETERMINED) or next(iter(text.values()), "")


def number(lang: Lang, value: int) -> str:
    """`12,500`; in French `12 500` with a narrow unbreakable space, and four figures unparted."""
    if lang == FR:
        return str(value) if abs(value) < 10_000 else f"{value:,}".replace(",", "\u202f")
    return f"{value:,}"


def percentage(lang: Lang, share: float) -> str:
    """A share from 0 to 1: `45%`; in French `45 %` with an unbreakable space."""
    return f"{100 * share:.0f}\u00a0%" if lang == FR else f"{share:.0%}"


def date(lang: Lang, day: dt.date) -> str:
    """`1 October 1938`, `1er octobre 1938`."""
    months = _MONTHS.get(lang, _MONTHS[EN])
    figure = "1er" if lang == FR and day.day == 1 else str(day.day)
    return f"{figure} {months[day.month - 1]} {day.year}"


def listed(lang: Lang, items: tuple[str, ...]) -> str:
    """`a, b and c`."""
    return _joined(items, _AND.get(lang, _AND[EN]))


def either(lang: Lang, items: tuple[str, ...]) -> str:
    """`a, b or c`."""
    return _joined(items, _OR.get(lang, _OR[EN]))


def _joined(items: tuple[str, ...], conjunction: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


@frozen
class Noun:
    """A name with its article (`la France`, `the Soviet Union`) and the forms that sentences ask of it.

    As a slot of a sentence: `{who}`, `{who:^}` with a capital, `{who:of}`, `{who:to}`, `{who:in}`, `{who:short}`, and
    `{who:|signs|sign}` for the word that agrees with its number.
    """

    lang: Lang
    text: str
    gender: Gender | None = None
    """What the article does not tell, as in `l'URSS`; the article's own gender goes before it."""

    def _parts(self) -> tuple[str, str]:
        """The article in lower case (`l'` with a straight apostrophe) and the rest."""
        if self.lang == FR:
            if elided := _ELIDED.match(self.text):
                return "l'", self.text[elided.end() :]
            if full := _FULL.match(self.text):
                return full.group(1).lower(), self.text[full.end() :]
        elif self.lang == EN and (the := _THE.match(self.text)):
            return "the", self.text[the.end() :]
        return "", self.text

    @property
    def short(self) -> str:
        """Without article."""
        return self._parts()[1]

    @property
    def plural(self) -> bool:
        """Whether the verb is in the plural: `les États-Unis`; in English a state is one."""
        return self._parts()[0] == "les"

    @property
    def known_gender(self) -> Gender | None:
        """What the article tells, or else the hint."""
        return {"la": Gender.FEMININE, "le": Gender.MASCULINE}.get(self._parts()[0], self.gender)

    @property
    def of(self) -> str:
        """`of France`, `du Royaume-Uni`, `de l'URSS`, `des États-Unis`, `d'Andorre`."""
        if self.lang != FR:
            return f"of {self.text}"
        article, bare = self._parts()
        match article:
            case "le":
                return f"du {bare}"
            case "les":
                return f"des {bare}"
            case "":
                return f"d'{bare}" if _VOWEL.match(bare) else f"de {bare}"
            case _:
                return f"de {self.text}"

    @property
    def to(self) -> str:
        """`to France`, `au Royaume-Uni`, `à l'URSS`, `aux États-Unis`."""
        if self.lang != FR:
            return f"to {self.text}"
        article, bare = self._parts()
        match article:
            case "le":
                return f"au {bare}"
            case "les":
                return f"aux {bare}"
            case _:
                return f"à {self.text}"

    @property
    def within(self) -> str:
        """`in France`, `au Royaume-Uni`, `en URSS`, `aux États-Unis`."""
        if self.lang != FR:
            return f"in {self.text}"
        article, bare = self._parts()
        return f"en {bare}" if article in ("la", "l'") else self.to

    def agree(self, one: str, many: str) -> str:
        """The word that goes with its number."""
        return many if self.plural else one

    def __format__(self, spec: str) -> str:
        if spec.startswith("|"):
            return self.agree(*spec[1:].split("|"))
        return _form(self, spec)

    def __str__(self) -> str:
        return self.text


@frozen
class Nouns:
    """Several names as one slot of a sentence, with the forms of `Noun`; two or more take the plural in every language."""

    lang: Lang
    each: tuple[Noun, ...]
    many: bool = False
    """One name for several, as in `the High Contracting Parties`."""

    @property
    def plural(self) -> bool:
        """Whether the verb is in the plural."""
        return self.many or len(self.each) > 1 or any(noun.plural for noun in self.each)

    @property
    def of(self) -> str:
        """`of France and Italy`, `de la France et de l'Italie`."""
        if self.lang == FR:
            return listed(self.lang, tuple(noun.of for noun in self.each))
        return f"of {self}"

    @property
    def to(self) -> str:
        """`to France and Italy`, `à la France et à l'Italie`."""
        if self.lang == FR:
            return listed(self.lang, tuple(noun.to for noun in self.each))
        return f"to {self}"

    @property
    def within(self) -> str:
        """`in France and Italy`, `en France et en Italie`."""
        if self.lang == FR:
            return listed(self.lang, tuple(noun.within for noun in self.each))
        return f"in {self}"

    @property
    def short(self) -> str:
        """Without articles."""
        return listed(self.lang, tuple(noun.short for noun in self.each))

    def __format__(self, spec: str) -> str:
        if spec.startswith("|"):
            one, many = spec[1:].split("|")
            return many if self.plural else one
        return _form(self, spec)

    def __str__(self) -> str:
        return listed(self.lang, tuple(noun.text for noun in self.each))


def _form(noun: Noun | Nouns, spec: str) -> str:
    match spec:
        case "":
            return str(noun)
        case "^":
            return capital(str(noun))
        case "of":
            return noun.of
        case "to":
            return noun.to
        case "in":
            return noun.within
        case "short":
            return noun.short
        case _:
            raise ValueError(spec)


@frozen
class Count:
    """A number as a slot of a sentence; `{n:|division|divisions}` is the word that goes with it."""

    lang: Lang
    value: int

    def __format__(self, spec: str) -> str:
        if spec.startswith("|"):
            one, many = spec[1:].split("|")
            singular = abs(self.value) < 2 if self.lang == FR else abs(self.value) == 1
            return one if singular else many
        return number(self.lang, self.value)
