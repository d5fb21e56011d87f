"""What a rule of the format is: its code, its sentence, why it is there, and a sample of each side."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen


@frozen
class Pair:
    """The same words in English and French."""

    en: str
    fr: str

    def said(self, lang: str) -> str:
        """The words of a language; English for one that is not kept."""
        return self.fr if lang == "fr" else self.en


@frozen
class Sample:
    """A part of the model scenario, and what must not stand in its place; `shown` is printed instead where a part is long."""

    good: str
    bad: str
    shown_good: str = ""
    shown_bad: str = ""


@frozen(kw_only=True)
class Rule:
    """One rule: `words` is the sentence of a diagnostic, with its particulars in braces."""

    code: str
    words: Pair
    why: Pair
    sample: Sample
    level: str = "error"


def rule(
    code: str, en: str, fr: str, why: tuple[str, str], good: str, bad: str, shown: tuple[str, str] = ("", ""), level: str = "error"
) -> Rule:
    """A rule in the order in which one reads it."""
    return Rule(code=code, words=Pair(en, fr), why=Pair(*why), sample=Sample(good, bad, *shown), level=level)


Book = Mapping[str, Rule]
