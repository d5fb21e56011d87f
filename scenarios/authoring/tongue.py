"""The words of the format in another language: what the classes that load say of themselves, sentence by sentence.

They are said in English where they stand; `format.fr.po` has the French of each, for translators' own tools.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

import polib


@functools.cache
def book(lang: str) -> Mapping[str, str]:
    """The sentences of a language by their English; none for English itself."""
    file = resources.files("scenarios") / "authoring" / f"format.{lang}.po"
    if not file.is_file():
        return {}
    return {entry.msgid: entry.msgstr for entry in polib.pofile(file.read_text(encoding="utf-8")) if entry.msgstr}


def told(said: str, lang: str) -> str:
    """A sentence in a language; as it stands where that language has none."""
    return book(lang).get(said, said)
