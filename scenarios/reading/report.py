"""What was found, printed for people, for editors and for the machines that check a change."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.nodes import CONTROL
from scenarios.reading.reader import Reading

Problems: TypeAlias = Sequence[Diagnostic]

LEVELS = {
    "en": {"error": "error", "warning": "warning", "note": "note"},
    "fr": {"error": "erreur", "warning": "avertissement", "note": "remarque"},
}
HELP = {"en": "help", "fr": "aide"}
COLON = {"en": ":", "fr": " :"}
HIDDEN = {"en": " (shown with --notes)", "fr": " (montrées par --notes)"}
COUNTS = {
    "en": {
        "players": ("power for players", "powers for players"),
        "computer": ("for the computer", "for the computer"),
        "turns": ("turn", "turns"),
        "minutes": ("minute", "minutes"),
        "treaties": ("treaty", "treaties"),
        "articles": ("article", "articles"),
        "events": ("event", "events"),
    },
    "fr": {
        "players": ("puissance pour des joueurs", "puissances pour des joueurs"),
        "computer": ("pour l'ordinateur", "pour l'ordinateur"),
        "turns": ("tour", "tours"),
        "minutes": ("minute", "minutes"),
        "treaties": ("traité", "traités"),
        "articles": ("article", "articles"),
        "events": ("événement", "événements"),
    },
}
TEXTS = {"en": ("texts", "{lang} {there} of {whole}", "with"), "fr": ("textes", "{lang} {there} sur {whole}", "et")}


def counted(number: int, words: tuple[str, str], lang: str) -> str:
    """The number with its noun; in French nought is singular."""
    single = number == 1 or (lang == "fr" and number == 0)
    return f"{number} {words[0] if single else words[1]}"


def line(name: str, problem: Diagnostic, lang: str) -> str:
    """`file:line:col: level[CODE]: sentence`."""
    return f"{name}:{problem.line}:{problem.col}: {LEVELS[lang][problem.level]}[{problem.code}]: {problem.sentence(lang)}"


def as_text(name: str, text: str, problems: Problems, lang: str) -> str:
    """Each problem with its source line, a caret and the next step; then the count."""
    rows = text.splitlines()
    out = []
    for problem in problems:
        out.append(line(name, problem, lang))
        margin = " " * (len(str(problem.line)) + 2)
        if 0 < problem.line <= len(rows):
            row, col = _around(CONTROL.sub("\ufffd", rows[problem.line - 1].replace("\t", " ")), problem.col)
            out.append(f"  {problem.line} | {row}")
            width = min(problem.width, max(1, len(row) - col + 1))
            before, marked = row[: col - 1], row[col - 1 : col - 1 + width]
            out.append(f"{margin} | {' ' * _cells(before)}{'^' * max(_cells(marked), 1)}")
        if advice := problem.advice(lang):
            out.append(f"{margin} = {HELP[lang]}{COLON[lang]} {advice}")
    return "\n".join([*out, summary(name, problems, lang)])


LONGEST = 160
"""Characters of a source line that are shown."""
BEFORE = 60
"""Of these, before the place that is marked, where the line is longer."""


def _around(row: str, col: int) -> tuple[str, int]:
    """A line, cut around a column if it is very long, and the column in what is left of it."""
    if len(row) <= LONGEST:
        return row, col
    start = max(0, col - 1 - BEFORE)
    cut = "…" * (start > 0) + row[start : start + LONGEST] + "…" * (start + LONGEST < len(row))
    return cut, col - start + (start > 0)


def _cells(text: str) -> int:
    """Columns of a terminal: an ideograph takes two, an accent that combines takes none."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def as_concise(name: str, problems: Problems, lang: str) -> str:
    """One line a problem."""
    return "\n".join([*(line(name, problem, lang) for problem in problems), summary(name, problems, lang)])


def as_rows(name: str, problems: Problems, lang: str) -> list[dict[str, str | int]]:
    """An object for each problem, for JSON."""
    return [
        {
            "file": name,
            "line": p.line,
            "column": p.col,
            "width": p.width,
            "level": p.level,
            "code": p.code,
            "rule": p.rule,
            "message": p.sentence(lang),
            "help": p.advice(lang),
            "repair": p.repair,
        }
        for p in problems
    ]


def as_json(name: str, problems: Problems, lang: str) -> str:
    """A list of objects."""
    return json.dumps(as_rows(name, problems, lang), ensure_ascii=False, indent=1)


def as_github(name: str, problems: Problems, lang: str) -> str:
    """Commands that a workflow shows beside the lines of a change."""
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    out = []
    for p in problems:
        advice = f" ({HELP[lang]}{COLON[lang]} {p.advice(lang)})" if p.help else ""
        place = f"file={_property(name)},line={p.line},col={p.col},endColumn={p.col + p.width},title={_property(p.code)}"
        out.append(f"::{kinds[p.level]} {place}::{_escaped(p.sentence(lang) + advice)}")
    return "\n".join(out)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def summary(name: str, problems: Problems, lang: str, hidden: int = 0) -> str:
    """How many of which; `hidden` notes were not shown."""
    counts = {level: sum(p.level == level for p in problems) for level in ("error", "warning", "note")}
    said = [counted(counts[level], _plural(LEVELS[lang][level]), lang) for level in ("error", "warning")]
    if counts["note"] or hidden:
        said.append(counted(counts["note"] + hidden, _plural(LEVELS[lang]["note"]), lang) + (HIDDEN[lang] if hidden else ""))
    return f"{name}{COLON[lang]} {', '.join(said)}"


def _plural(word: str) -> tuple[str, str]:
    return word, f"{word}s"


def portrait(reading: Reading, lang: str) -> list[str]:
    """A faultless scenario in two lines: what it holds, and how far its texts go."""
    scenario, say = reading.scenario, COUNTS[lang]
    texts, share, joined = TEXTS[lang]
    if scenario is None:
        return []
    sheets, plot = scenario.setting.powers.values(), scenario.plot
    players = sum(sheet.playable for sheet in sheets)
    treaties = [*plot.treaties.values(), *(draft.treaty for draft in plot.drafts.values())]
    numbers = {
        "players": players,
        "computer": len(sheets) - players,
        "turns": len(scenario.setting.turns),
        "minutes": sum(turn.minutes for turn in scenario.setting.turns.values()),
        "treaties": len(treaties),
        "events": len(plot.events),
    }
    parts = {key: counted(n, say[key], lang) for key, n in numbers.items() if n or key != "computer"}
    articles = sum(len(treaty.text.articles) for treaty in treaties)
    if treaties:
        parts["treaties"] += f" {joined} {counted(articles, say['articles'], lang)}"
    rows = ", ".join(share.format(lang=name, there=n, whole=reading.texts) for name, n in reading.translated.items())
    return ["  " + ", ".join(parts.values()), f"  {texts}{COLON[lang]} {rows}"]


def shown(problems: Iterable[Diagnostic], *, notes: bool) -> tuple[Diagnostic, ...]:
    """The problems with or without the notes."""
    return tuple(p for p in problems if notes or p.level != "note")
