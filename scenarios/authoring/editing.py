"""Edits of a scenario's text by place, so that comments and layout stay as the author left them."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from attrs import frozen


@frozen
class Edit:
    """The characters from `start` to `end`, both counted from 0, become `text`."""

    start: int
    end: int
    text: str


class Page:
    """A text whose lines and columns can be told from its characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        for row in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(row))

    def place(self, line: int, col: int) -> int:
        """The character at a line and a column, both from 0."""
        return self._starts[min(line, len(self._starts) - 1)] + col

    def span(self, node: yaml.Node) -> tuple[int, int]:
        """Where a node begins and ends, without the blank that follows it."""
        start, end = node.start_mark, node.end_mark
        first, last = self.place(start.line, start.column), self.place(end.line, end.column)
        return first, first + len(self.text[first:last].rstrip())

    def slice(self, node: yaml.Node) -> str:
        """A node's own characters."""
        first, last = self.span(node)
        return self.text[first:last]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap."""
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
