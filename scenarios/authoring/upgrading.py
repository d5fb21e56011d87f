"""`locarno upgrade`: an older format to the current one, as edits of the text, one step at a time."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping

from scenarios.reading.nodes import read_nodes
from scenarios.reading.outline import word
from scenarios.reading.sense import FORMAT


def format_of(text: str) -> int | None:
    """The format that a text says it has; 0 if it says none, None if it cannot be read."""
    root = read_nodes(text, [])
    if root is None:
        return None
    said = word(root, "format")
    return int(said) if said.isdecimal() and len(said) < 6 else 0 if not said else None


def _say_the_format(text: str) -> str:
    rows = text.splitlines(keepends=True)
    place = next((n for n, row in enumerate(rows) if row.strip() and not row.lstrip().startswith("#")), len(rows))
    return "".join([*rows[:place], "format: 1\n", *rows[place:]])


STEPS: Mapping[int, Callable[[str], str]] = {0: _say_the_format}
"""How a file of each older format becomes one of the next."""


def upgraded(text: str) -> str | None:
    """The text in the current format; None if it cannot be brought there."""
    while (now := format_of(text)) != FORMAT:
        if now is None or now not in STEPS:
            return None
        text = STEPS[now](text)
    return text


def difference(before: str, after: str, name: str) -> str:
    """What changes, as a unified diff."""
    rows = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    return "".join(rows)
