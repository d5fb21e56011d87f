"""How long the linter takes over the longest shipped scenario, over 1,500 lines, and from the shell; beside YAML's own reading of the same text."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable

import yaml

import scenarios
from scenarios.reading.nodes import Loader
from scenarios.reading.reader import read_text
from tests.benchmarks.table import Row, side_by_side

LINES = 1500
WHOLE_MS, LONG_MS, SHELL_MS = 100.0, 60.0, 600.0
"""What an author may wait for, on a machine that composes a scenario's YAML at the pace below."""
COMPOSED_MS = 12.0
"""Milliseconds for composing the 831 lines of Munich 1938 with libyaml on the machine for which these were set."""


def rows() -> list[Row]:
    """The longest scenario, a long one made of it, and the program from the shell."""
    text = max((scenarios.source(name) for name in scenarios.names()), key=lambda source: source.count("\n"))
    long = lengthened(text)
    composed, whole, more = side_by_side(
        lambda: yaml.compose(text, Loader=Loader), lambda: read_text(text), lambda: read_text(long), times=15
    )
    # Every limit moves with the machine's pace in this very run.
    pace = max(composed / (COMPOSED_MS * text.count("\n") / 831), 1.0)
    with tempfile.TemporaryDirectory() as compiled:
        # As in an installed program, the modules are compiled already at the second start.
        kept = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        lint = [sys.executable, "-m", "client", "lint", "munich-1938"]
        shell = best(lambda: subprocess.run(lint, check=True, capture_output=True, env=kept))
    bare = best(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    return [
        Row(f"composing {text.count(chr(10))} lines of YAML", composed, "ms"),
        Row(f"linting the longest scenario, {text.count(chr(10))} lines", whole, "ms", WHOLE_MS * pace),
        Row(f"linting {long.count(chr(10))} lines", more, "ms", LONG_MS * pace),
        Row("starting Python", bare, "ms"),
        Row("`locarno lint` from the shell", shell, "ms", SHELL_MS * pace),
    ]


def best(do: Callable[[], object]) -> float:
    """The least of five measurements, in milliseconds: how long a program takes to start that nobody holds up."""
    return min(side_by_side(do, times=1)[0] for _ in range(5))


def lengthened(text: str) -> str:
    """The scenario with its events again under other names until it has 1,500 lines."""
    head, _, rest = text.partition("\nevents:\n")
    end = rest.index("\n# -----") if "\n# -----" in rest else rest.index("\nendings:")
    events, tail = rest[:end], rest[end:]
    parts, number = [events], 0
    while "\n".join([head, *parts, tail]).count("\n") < LINES:
        number += 1
        parts.append("\n".join(_renamed(row, number) for row in events.split("\n")))
    return f"{head}\nevents:\n" + "\n".join(parts) + tail


def _renamed(row: str, number: int) -> str:
    own = row.startswith("  ") and not row.startswith("   ") and row.endswith(":")
    return f"{row[:-1]}_{number}:" if own else row
