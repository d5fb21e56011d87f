"""`lint --fix`: close names and signs put right, as edits of the text, so that comments and layout stay."""

from __future__ import annotations

from attrs import frozen

from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.reader import read_text

MOST_ROUNDS = 5
"""A repair may bring the next one to light."""


@frozen
class Mended:
    """A text after its repairs, and what was put right."""

    text: str
    repairs: tuple[Diagnostic, ...]


def mend(text: str) -> Mended:
    """Put right whatever has only one likely meaning."""
    done: list[Diagnostic] = []
    for _ in range(MOST_ROUNDS):
        repairs = [p for p in read_text(text).problems if p.repair]
        if not repairs:
            break
        text = _edited(text, repairs)
        done += repairs
    return Mended(text, tuple(done))


def _edited(text: str, repairs: list[Diagnostic]) -> str:
    rows = text.splitlines(keepends=True)
    for p in sorted(repairs, key=lambda p: (p.line, p.col), reverse=True):
        row = rows[p.line - 1]
        rows[p.line - 1] = row[: p.col - 1] + p.repair + row[p.col - 1 + p.width :]
    return "".join(rows)
