"""A declaratory article: words to point to, and nobody bound by them."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.duties import Duty
from engine.names import Lang, Power
from engine.texts.catalogue import say
from engine.texts.grammar import pick

LONGEST = 2000
"""Characters of a declaration in one language."""


@frozen(kw_only=True)
class Declaration(Clause):
    """A text in the parties' own words, in one language or several; the engine prints it and binds nobody by it."""

    tag: ClassVar[str] = "declaration"
    atop: ClassVar[str | None] = None
    ancillary: ClassVar[bool] = True

    text: Mapping[Lang, str]

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """None."""
        return ()

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """No words, or too many."""
        if not any(words.strip() for words in self.text.values()):
            return (Fault(code="declaration_empty"),)
        if any(len(words) > LONGEST for words in self.text.values()):
            return (Fault(code="declaration_too_long", word=str(LONGEST)),)
        return ()

    def own_prose(self, voice: Voice) -> str:
        """The words as written."""
        return pick(self.text, voice.lang)

    def own_gist(self, voice: Voice) -> str:
        """That it binds nobody, and how it begins."""
        words = " ".join(pick(self.text, voice.lang).split())
        return say(voice.lang, "gist.declaration", text=shorten(words, 60, placeholder="…"))
