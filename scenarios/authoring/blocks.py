"""Pages for authors as blocks of plain words, drawn as text for a terminal or as a page to print."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from typing import TypeAlias, assert_never

from attrs import frozen


@frozen
class Heading:
    """A heading, from 1 (the page's) to 3."""

    words: str
    level: int = 2


@frozen
class Paragraph:
    """Words, and line feeds where they have them."""

    words: str


@frozen
class Listing:
    """Items of one list, each with its mark."""

    items: tuple[str, ...]


@frozen
class Table:
    """Rows of cells under their heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Figure:
    """A drawing: as characters for the terminal, as SVG for the page."""

    characters: str
    svg: str


Block: TypeAlias = Heading | Paragraph | Listing | Table | Figure

STYLE = """
body { font: 11pt/1.45 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff }
h1 { font-size: 1.6em } h2 { font-size: 1.2em; border-bottom: 1px solid #999; margin-top: 1.6em } h3 { font-size: 1em }
p { white-space: pre-line } table { border-collapse: collapse; font: 10pt/1.4 sans-serif }
th, td { text-align: left; padding: .15em .8em .15em 0; border-bottom: 1px solid #ddd; vertical-align: top }
svg { max-width: 100%; height: auto }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } }
"""


def as_plain(blocks: Sequence[Block], width: int = 100) -> str:
    """The blocks for a terminal of that many columns."""
    out: list[str] = []
    for block in blocks:
        match block:
            case Heading(words=words, level=level):
                rule = {1: "=", 2: "-"}.get(level)
                out += ["", words, *([rule * min(len(words), width)] if rule else [])]
            case Paragraph(words=words):
                out += [line for row in words.split("\n") for line in textwrap.wrap(row, width, break_on_hyphens=False) or [""]]
            case Listing(items=items):
                for item in items:
                    out += textwrap.wrap(item, width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False) or ["  -"]
            case Table(heads=heads, rows=rows):
                every = [row for row in (heads, *rows) if any(row)]
                widths = [max(len(row[n]) for row in every) for n in range(len(heads))]
                out += ["  " + "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in every]
            case Figure(characters=characters):
                out += characters.split("\n")
            case _:
                assert_never(block)
    return "\n".join(out).strip("\n")


def as_page(blocks: Sequence[Block], title: str, lang: str) -> str:
    """The blocks as one HTML page that needs nothing else; every word is escaped, whatever an author wrote."""
    body = "\n".join(_html(block) for block in blocks)
    return (
        f'<!doctype html>\n<html lang="{html.escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _html(block: Block) -> str:
    match block:
        case Heading(words=words, level=level):
            return f"<h{level}>{html.escape(words)}</h{level}>"
        case Paragraph(words=words):
            return f"<p>{html.escape(words)}</p>"
        case Listing(items=items):
            return "<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in items) + "</ul>"
        case Table(heads=heads, rows=rows):
            head = "<tr>" + "".join(f"<th>{html.escape(cell)}</th>" for cell in heads) + "</tr>" if any(heads) else ""
            body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            return f"<table>{head}{body}</table>"
        case Figure(svg=svg):
            return f"<figure>{svg}</figure>"
        case _:
            assert_never(block)
