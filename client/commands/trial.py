"""Let scripted powers play many games, and report."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from client.commands.authoring import columns, write
from client.commands.local import scenario_called
from client.commands.texts import words
from engine.names import Lang
from engine.simulate import Report, play_out
from engine.texts.grammar import pick
from scenarios.authoring.blocks import as_page, as_plain
from scenarios.authoring.reporting import pages
from scenarios.authoring.telling import chronicle
from scenarios.authoring.trial import hold_trial


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar where somebody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    # A title is the author's: it is never markup.
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda done: bar.update(task, completed=done)


def simulate(name: str, games: int, seed: int, as_data: bool, report: str | None, lang: Lang) -> int:
    """Play and print endings, signatures, scores and tracks; as JSON, or as a page, if asked."""
    scenario = scenario_called(name, lang)
    started = time.perf_counter()
    with progress(name, games) as tell:
        trial = hold_trial(scenario, games, seed, tell)
    seconds = time.perf_counter() - started
    if as_data:
        print(json.dumps(_data(name, seed, trial.report, seconds), ensure_ascii=False, indent=1))
        return 0
    blocks = list(pages(scenario, trial, seconds, lang))
    print(as_plain(blocks, columns()))
    if report is not None:
        write(Path(report), as_page(blocks, pick(scenario.setting.title, lang), lang), lang)
        print(words(lang, "written", name=report))
    return 0


def show(name: str, seed: int, report: str | None, lang: Lang) -> int:
    """Print one game of scripted powers turn by turn; as a page too, if asked."""
    scenario = scenario_called(name, lang)
    blocks = list(chronicle(scenario, play_out(scenario, seed).table.chronicle, seed, lang))
    print(as_plain(blocks, columns()))
    if report is not None:
        write(Path(report), as_page(blocks, pick(scenario.setting.title, lang), lang), lang)
        print(words(lang, "written", name=report))
    return 0


def _data(name: str, seed: int, report: Report, seconds: float) -> dict[str, object]:
    return {
        "scenario": name,
        "games": report.games,
        "seed": seed,
        "seconds_per_game": round(seconds / report.games, 4),
        "endings": dict(report.endings),
        "seeds": dict(report.seeds),
        "objectives": {power: dict(met) for power, met in report.met.items()},
        "mean_points": {power: round(points / report.games, 1) for power, points in report.points.items()},
        "signed": {treaty: dict(by) for treaty, by in report.signed.items()},
        "in_force": dict(report.in_force),
        "resolutions": {draft: {outcome.value: n for outcome, n in came_to.items()} for draft, came_to in report.resolutions.items()},
        "games_with_war": report.wars,
        "acts": report.acts,
        "refused": report.refused,
    }
