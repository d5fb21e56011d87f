"""What was found, printed for people and for programs."""

from __future__ import annotations

import json

from scenarios.reading.diagnostics import Diagnostic

LEVELS = {"en": {"error": "error", "warning": "warning"}, "fr": {"error": "erreur", "warning": "avertissement"}}
HELP = {"en": "help", "fr": "aide"}
SUMMARY = {"en": "{name}: {errors} errors, {warnings} warnings", "fr": "{name} : {errors} erreurs, {warnings} avertissements"}


def line(name: str, problem: Diagnostic, lang: str) -> str:
    """`file:line:col: level[CODE]: sentence`."""
    return f"{name}:{problem.line}:{problem.col}: {LEVELS[lang][problem.level]}[{problem.code}]: {problem.sentence(lang)}"


def as_text(name: str, text: str, problems: tuple[Diagnostic, ...], lang: str) -> str:
    """Each problem with its source line, a caret and the next step; then the count."""
    rows = text.splitlines()
    out = []
    for problem in problems:
        out.append(line(name, problem, lang))
        margin = " " * (len(str(problem.line)) + 2)
        if 0 < problem.line <= len(rows):
            row = rows[problem.line - 1].replace("\t", " ")
            out.append(f"  {problem.line} | {row}")
            out.append(f"{margin} | {' ' * (problem.col - 1)}{'^' * min(problem.width, max(1, len(row) - problem.col + 1))}")
        if advice := problem.advice(lang):
            out.append(f"{margin} = {HELP[lang]}: {advice}")
    return "\n".join([*out, summary(name, problems, lang)])


def as_concise(name: str, problems: tuple[Diagnostic, ...], lang: str) -> str:
    """One line a problem."""
    return "\n".join([*(line(name, problem, lang) for problem in problems), summary(name, problems, lang)])


def as_json(name: str, problems: tuple[Diagnostic, ...], lang: str) -> str:
    """A list of objects."""
    rows = [
        {
            "file": name,
            "line": p.line,
            "column": p.col,
            "width": p.width,
            "level": p.level,
            "code": p.code,
            "message": p.sentence(lang),
            "help": p.advice(lang),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def summary(name: str, problems: tuple[Diagnostic, ...], lang: str) -> str:
    """How many of which."""
    errors = sum(p.level == "error" for p in problems)
    return SUMMARY[lang].format(name=name, errors=errors, warnings=len(problems) - errors)
