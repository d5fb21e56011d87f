"""Measure, print a table, write `benchmarks.json`; the exit code is 1 if a limit is not kept."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import engine_speed, law_speed, lint_speed, wire_speed
from tests.benchmarks.table import show, write


def main() -> int:
    """Everything."""
    rows = [*engine_speed.rows(), *law_speed.rows(), *lint_speed.rows(), *wire_speed.rows()]
    show(rows)
    write(rows, Path("benchmarks.json"))
    return 0 if all(row.holds in (None, True) for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
