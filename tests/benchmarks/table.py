"""Rows of results, as a table and as JSON."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from attrs import asdict, frozen


@frozen
class Row:
    """One figure with its limit, if it has one."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    more_is_better: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the limit is kept; None without one."""
        if self.limit is None:
            return None
        return self.value >= self.limit if self.more_is_better else self.value <= self.limit


def side_by_side(*tasks: Callable[[], object], times: int) -> tuple[float, ...]:
    """The median milliseconds of each, all done in turn so many times: a busy minute of the machine falls upon all of them alike."""
    taken: list[list[float]] = [[] for _ in tasks]
    for _ in range(times):
        for task, measured in zip(tasks, taken, strict=True):
            started = time.perf_counter()
            task()
            measured.append((time.perf_counter() - started) * 1000)
    return tuple(statistics.median(measured) for measured in taken)


def show(rows: list[Row]) -> None:
    """Print the table."""
    print(f"{'figure':58} {'value':>12} {'limit':>12}")
    for row in rows:
        limit = "" if row.limit is None else f"{'>=' if row.more_is_better else '<='} {row.limit:,.6g}"
        verdict = "" if row.holds is None else "holds" if row.holds else "DOES NOT HOLD"
        print(f"{row.name:58} {row.value:>12,.4g} {limit:>12} {row.unit:4} {verdict}")


def write(rows: list[Row], file: Path) -> None:
    """Write the JSON."""
    data = [{**asdict(row), "holds": row.holds} for row in rows]
    file.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
