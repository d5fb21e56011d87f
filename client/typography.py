"""How sentences are set on the terminal: where a line may break, and the typographer's apostrophe in French."""

from __future__ import annotations

import re
from functools import lru_cache

import rich._wrap
import textual._wrap
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_KEPT = r"(?:[^\s]|[\u00a0\u2007\u202f]|\x20(?=[:;?!»])|(?<=«)\x20)"
"""What stays on its line: all but white space, and such white space as joins a sign to its word."""
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[\w«“])")


def keep_signs_with_their_words() -> None:
    """From now on no line breaks at an unbreakable space, nor before a colon or after an opening guillemet.

    Rich and Textual take every space for one at which a line may break; each asks one expression what a word is.
    """
    rich._wrap.re_word = re.compile(rf"\s*{_KEPT}+\s*")
    textual._wrap.re_chunk = re.compile(rf"{_KEPT}+\s*|\s+")


class Apostrophes(LineFilter):
    """One kind of apostrophe whatever the sentence comes from: the catalogues, a scenario's file, a player."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells with a curved apostrophe between letters."""
        return [Segment(_curved(text), style, control) for text, style, control in segments]


@lru_cache(2048)
def _curved(text: str) -> str:
    return _STRAIGHT.sub("’", text) if "'" in text else text
