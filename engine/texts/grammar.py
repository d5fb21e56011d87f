"""Forms of names: a name is given with its article, and contraction, elision, agreement and lists follow from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from engine.names import UNDETERMINED, Lang
from engine.texts.numerals import in_words

EN = Lang("en")
FR = Lang("fr")

_ELIDED = re.compile(r"(l['’])(?=\S)", re.IGNORECASE)
_FULL = re.compile(r"(la|les|le)\s+", re.IGNORECASE)
_THE = re.compile(r"the\s+", re.IGNORECASE)
_CONJUNCTION = re.compile(r"\s(and|or)\s")
_HEAD = re.compile(r"\s(of|in|at|on|to|with|from|between|round|along|beyond|north|south|east|west)\s.*", re.IGNORECASE)
_MANY = re.compile(r"(?<![usi])s$|\sand\s")
_ELIDING = re.compile(r"[aeiouàâäéèêëîïôöùûüœæ]|y(?![aeiouàâéèêëîïôöùû])|h(?:abitant|a[iï]ti|awa[iï]|elsinki|eure|omme)", re.IGNORECASE)
"""What `de` and `le` elide before: a vowel, `y` that is one (Ypres, but not Yalta), and an `h` that is mute, which only the word can tell."""
_NOT_ELIDING = re.compile(r"(?:onz|oui)", re.IGNORECASE)
_THIS = re.compile(r"(?:ce|cet|cette|ces)\s", re.IGNORECASE)
_COMMON = re.compile(r"(?:Cité|Empire|État|Territoire|Ville)\b")
"""Names that are common nouns: one is in them as in a thing, `dans l'État libre d'Irlande`."""

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


def lowered(text: str) -> str:
    """The text with its first letter in lower case, the rest untouched."""
    return text[:1].lower() + text[1:]


def elides(word: str) -> bool:
    """Whether a French word takes `l'` and `d'` before it: Ypres, Haïti, homme; not Yalta, Honduras, onze."""
    return bool(_ELIDING.match(word)) and not _NOT_ELIDING.match(word)


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
    """`12,500`; in French `12 500` with a narrow unbreakable space."""
    return f"{value:,}".replace(",", "\u202f") if lang == FR else f"{value:,}"


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
    return _joined(lang, items, _AND.get(lang, _AND[EN]))


def either(lang: Lang, items: tuple[str, ...]) -> str:
    """`a, b or c`."""
    return _joined(lang, items, _OR.get(lang, _OR[EN]))


def neither(lang: Lang, items: tuple[str, ...]) -> str:
    """What is not to be done, after a `not` said before: `a, b or c`; in French `a, ni b, ni c`."""
    if lang != FR:
        return either(lang, items)
    plain = len(items) < 3 and not any(f" {_AND[FR]} " in item for item in items)
    return (" ni " if plain else ", ni ").join(items)


def _joined(lang: Lang, items: tuple[str, ...], conjunction: str) -> str:
    """In English a list takes a comma before its last item where one of them holds a conjunction itself."""
    if len(items) < 2:
        return "".join(items)
    parted = "," if lang == EN and any(_CONJUNCTION.search(item) for item in items) else ""
    return f"{', '.join(items[:-1])}{parted} {conjunction} {items[-1]}"


_INDEFINITE = {"un": Gender.MASCULINE, "une": Gender.FEMININE}


@frozen
class Noun:
    """A name with its article (`la France`, `the Soviet Union`) and the forms that sentences ask of it.

    As a slot of a sentence: `{who}`, `{who:^}` with a capital, `{who:low}` without one, `{who:of}`, `{who:to}`, `{who:in}` a country,
    `{who:inside}` a place, `{who:short}`, `{who:|signs|sign}` for the word that agrees with its number, `{who:~signé|signée}` for
    the one that agrees with its gender.
    """

    lang: Lang
    text: str
    gender: Gender | None = None
    """What the article does not tell, as in `l'URSS`; the article's own gender goes before it."""
    place: bool = False
    """A place and no power: in English a state is always one, but `the Straits` are many."""

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
        """Whether the verb is in the plural: `les États-Unis`; in English a state is one, and a place what the head of its name is."""
        article, bare = self._parts()
        if self.place and self.lang == EN:
            head = _HEAD.sub("", bare)
            return bool(_MANY.search(head)) if article else bool(_CONJUNCTION.search(head))
        return article == "les"

    @property
    def known_gender(self) -> Gender | None:
        """What the article tells, or else the hint."""
        told = {"la": Gender.FEMININE, "le": Gender.MASCULINE}.get(self._parts()[0])
        return told or _INDEFINITE.get(self.text.partition(" ")[0].lower() if self.lang == FR else "", self.gender)

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
                return f"d'{bare}" if elides(bare) else f"de {bare}"
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
        """`in France`, `au Royaume-Uni`, `en URSS`, `aux États-Unis`, `en Israël`, `à Cuba`."""
        if self.lang != FR:
            return f"in {self.text}"
        article, bare = self._parts()
        if _COMMON.match(bare):
            return self.inside
        return f"en {bare}" if article in ("la", "l'") or (not article and elides(bare)) else self.to

    @property
    def inside(self) -> str:
        """`in Zone I`, `dans la zone I`, `dans les Détroits`; a town, which has no article, is one that things are at: `à Addis-Abeba`."""
        if self.lang != FR:
            return f"in {self.text}"
        return f"dans {self.text}" if self._parts()[0] or _THIS.match(self.text) else f"à {self.text}"

    def agree(self, one: str, many: str) -> str:
        """The word that goes with its number."""
        return many if self.plural else one

    def __format__(self, spec: str) -> str:
        if spec.startswith("|"):
            return self.agree(*spec[1:].split("|"))
        if spec.startswith("~"):
            masculine, feminine = spec[1:].split("|")
            return feminine if self.known_gender is Gender.FEMININE else masculine
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
    alternative: bool = False
    """Any one of them, joined by `or`."""

    @property
    def plural(self) -> bool:
        """Whether the verb is in the plural."""
        several = len(self.each) > 1 and not self.alternative
        return self.many or several or any(noun.plural for noun in self.each)

    @property
    def of(self) -> str:
        """`of France and Italy`, `de la France et de l'Italie`."""
        return self._joined("of", tuple(noun.of for noun in self.each))

    @property
    def to(self) -> str:
        """`to France and Italy`, `à la France et à l'Italie`."""
        return self._joined("to", tuple(noun.to for noun in self.each))

    @property
    def within(self) -> str:
        """`in France and Italy`, `en France et en Italie`."""
        return self._joined("in", tuple(noun.within for noun in self.each))

    @property
    def inside(self) -> str:
        """`in Zone I and Teschen`, `dans la zone I et dans le territoire de Teschen`."""
        return self._joined("in", tuple(noun.inside for noun in self.each))

    @property
    def short(self) -> str:
        """Without articles."""
        return self._list(tuple(noun.short for noun in self.each))

    def _joined(self, preposition: str, repeated: tuple[str, ...]) -> str:
        """A preposition is said once in English and before each name in French."""
        return self._list(repeated) if self.lang == FR else f"{preposition} {self}"

    def _list(self, items: tuple[str, ...]) -> str:
        return either(self.lang, items) if self.alternative else listed(self.lang, items)

    def __format__(self, spec: str) -> str:
        if spec.startswith("|"):
            one, many = spec[1:].split("|")
            return many if self.plural else one
        return _form(self, spec)

    def __str__(self) -> str:
        return self._list(tuple(noun.text for noun in self.each))


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
        case "low":
            return lowered(str(noun))
        case "in":
            return noun.within
        case "inside":
            return noun.inside
        case "short":
            return noun.short
        case _:
            raise ValueError(spec)


@frozen
class Count:
    """A number as a slot of a sentence; `{n:|division|divisions}` is the word that goes with it.

    `{n:words}` and `{n:words f}` write it in words where a treaty would, `{n:of words}` (or `f`) after `de`: `un délai d'un jour`;
    `{n:of|tonne|tonnes}` says it with its unit: `1 000 000 de tonnes`.
    """

    lang: Lang
    value: int

    def _singular(self) -> bool:
        return abs(self.value) < 2 if self.lang == FR else abs(self.value) == 1

    def _in_words(self, *, feminine: bool = False) -> str:
        return in_words(self.lang, self.value, feminine=feminine) or number(self.lang, self.value)

    def __format__(self, spec: str) -> str:
        form, *alternatives = spec.split("|")
        if alternatives:
            word = alternatives[0] if self._singular() else alternatives[1]
            return word if form == "" else f"{number(self.lang, self.value)} {self._linked(word)}"
        match form:
            case "words":
                return self._in_words()
            case "words f":
                return self._in_words(feminine=True)
            case "of words" | "of words f":
                return Noun(self.lang, self._in_words(feminine=form.endswith(" f"))).of
            case _:
                return number(self.lang, self.value)

    def _linked(self, unit: str) -> str:
        """In French a number of whole millions takes `de` before what is counted."""
        return Noun(FR, unit).of if self.lang == FR and self.value and self.value % 1_000_000 == 0 else unit
