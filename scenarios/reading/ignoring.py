"""`# locarno: ignore A004` at the end of a line: silences a warning or a note there, and is itself reported when it silences nothing."""

from __future__ import annotations

import re

from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.rules import CODES
from scenarios.reading.rules.advice import DEPTH

MARK = re.compile(r"(?:^|\s)#\s*locarno:\s*ignore\b[ \t]*(?P<codes>[^#\n]*)$", re.MULTILINE)


def without_ignored(text: str, problems: list[Diagnostic]) -> list[Diagnostic]:
    """The problems that no mark silences, and those of the marks."""
    if "locarno:" not in text:
        return problems
    marks: dict[int, dict[str, Diagnostic]] = {}
    wrong: list[Diagnostic] = []
    for found in MARK.finditer(text):
        line = text.count("\n", 0, found.start("codes")) + 1
        start = text.rfind("\n", 0, found.start("codes")) + 1
        col = text.index("#", found.start()) - start + 1
        for code in re.findall(r"[^\s,]+", found.group("codes")) or [""]:
            params = {"word": code or "?"}
            silent = any(rule.level != "error" for rule in CODES.get(code, ()))
            rule = "ignore_unused" if silent else "ignore_error"
            mark = Diagnostic(rule=rule, line=line, col=col, width=found.end() - start - col + 1, params=params)
            if silent:
                marks.setdefault(line, {})[code] = mark
            else:
                wrong.append(mark)
    kept = []
    for problem in problems:
        if problem.level != "error" and problem.code in marks.get(problem.line, {}):
            marks[problem.line][problem.code] = problem
        else:
            kept.append(problem)
    # What only games can tell is not told by reading.
    told = {code for code, rules in CODES.items() if any(rule not in DEPTH.values() for rule in rules)}
    unused = [mark for line in marks.values() for code, mark in line.items() if mark.rule == "ignore_unused" and code in told]
    return [*kept, *wrong, *unused]
