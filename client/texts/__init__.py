"""The client's own words in English and French; what the rules say comes from `engine.texts`."""

from __future__ import annotations

from client.texts.english import WORDS as ENGLISH
from client.texts.french import WORDS as FRENCH
from engine.names import Lang

CATALOGUE: dict[Lang, dict[str, str]] = {Lang("en"): ENGLISH, Lang("fr"): FRENCH}


class Words:
    """The client's sentences in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang if lang in CATALOGUE else Lang("en")
        self._words = CATALOGUE[self.lang]

    def __call__(self, key: str, **slots: object) -> str:
        """The sentence of a key with its slots filled."""
        return self._words[key].format(**slots)

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._words
