"""Figures for a report, each twice: characters for a terminal, SVG for a page."""

from __future__ import annotations

import html
from collections.abc import Sequence

from engine.names import Lang
from engine.texts.grammar import percentage
from scenarios.authoring.blocks import Figure
from scenarios.authoring.trial import Spread

STEPS = "▁▂▃▄▅▆▇█"
COLOURS = ("#1f5f8b", "#b0413e", "#4d7c3a", "#8a5a9e", "#b07d1a", "#4a4a4a", "#2f8f8f", "#a3527a")


def short(name: str, most: int) -> str:
    """A name in so many characters at most."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def bars(lang: Lang, rows: Sequence[tuple[str, float]], notes: Sequence[str] = (), label: int = 34, width: int = 24) -> Figure:
    """Shares from 0 to 1, one bar each, with a note behind it where there are notes."""
    behind = [f"  {note}" if note else "" for note in notes] or [""] * len(rows)
    lines = [
        f"  {short(name, label):{label}} {percentage(lang, share):>5} {'█' * round(width * share)}{note}".rstrip()
        for (name, share), note in zip(rows, behind, strict=True)
    ]
    step = 22
    parts = [f'<svg viewBox="0 0 640 {step * max(len(rows), 1)}" role="img">']
    for n, ((name, share), note) in enumerate(zip(rows, behind, strict=True)):
        y = n * step
        parts.append(f'<text x="0" y="{y + 15}" font-size="12" font-family="sans-serif">{html.escape(name)}</text>')
        parts.append(f'<rect x="290" y="{y + 4}" width="{share * 300:.1f}" height="14" fill="{COLOURS[0]}"/>')
        parts.append(
            f'<text x="{296 + share * 300:.1f}" y="{y + 15}" font-size="11" font-family="sans-serif">{percentage(lang, share)}{html.escape(note)}</text>'
        )
    return Figure("\n".join(lines), "".join(parts) + "</svg>")


def line(name: str, values: Sequence[Spread], low: int, high: int, turns: Sequence[str], colour: int = 0, label: int = 34) -> Figure:
    """A track by turn: its mean as a line between the least and the most."""
    span = max(high - low, 1)
    marks = "".join(STEPS[min(7, int((v.mean - low) / span * 8))] for v in values)
    last = values[-1]
    text = f"  {short(name, label):{label}} {marks}  {last.mean:>5.0f}  ({min(v.least for v in values)}-{max(v.most for v in values)})"
    return Figure(text, _svg_line(name, values, low, span, turns, COLOURS[colour % len(COLOURS)]))


def _svg_line(name: str, values: Sequence[Spread], low: int, span: int, turns: Sequence[str], colour: str) -> str:
    left, top, wide, tall = 40, 22, 560, 90

    def x(n: int) -> float:
        return left + (wide * n / max(len(values) - 1, 1))

    def y(value: float) -> float:
        return top + tall * (1 - (value - low) / span)

    upper = [f"{x(n):.1f},{y(v.most):.1f}" for n, v in enumerate(values)]
    lower = [f"{x(n):.1f},{y(v.least):.1f}" for n, v in reversed(list(enumerate(values)))]
    mean = " ".join(f"{x(n):.1f},{y(v.mean):.1f}" for n, v in enumerate(values))
    parts = [
        '<svg viewBox="0 0 640 140" role="img">',
        f'<text x="0" y="14" font-size="12" font-weight="bold" font-family="sans-serif">{html.escape(name)}</text>',
        f'<polygon points="{" ".join(upper + lower)}" fill="{colour}" opacity=".18"/>',
        f'<polyline points="{mean}" fill="none" stroke="{colour}" stroke-width="2"/>',
    ]
    for value in (low, low + span):
        parts.append(f'<text x="0" y="{y(value) + 4:.1f}" font-size="10" font-family="sans-serif">{value}</text>')
        parts.append(f'<line x1="{left}" x2="{left + wide}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#ccc"/>')
    for n, turn in enumerate(turns[: len(values)]):
        parts.append(
            f'<text x="{x(n):.1f}" y="132" font-size="9" text-anchor="middle" font-family="sans-serif">{html.escape(turn[:14])}</text>'
        )
    return "".join(parts) + "</svg>"
