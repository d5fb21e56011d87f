"""Commands that print: scenarios, simulate, replay."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from client.commands.local import power_called, scenario_called
from client.commands.texts import Plain, words
from engine.codec import decode_event
from engine.names import Lang, Onlooker, Viewer
from engine.setting import Scenario
from engine.simulate import Report, simulate
from engine.table import Table
from engine.texts.chronicle import tell
from engine.texts.grammar import date, pick
from scenarios import names
from server.journal import GameRow, JournalFault
from server.sqlite_journal import SqliteJournal
from server.texts import fault_sentence


def list_scenarios(as_data: bool, lang: Lang) -> None:
    """Print the shipped scenarios."""
    rows = []
    for name in names():
        setting = scenario_called(name, lang).setting
        rows.append(
            {
                "name": name,
                "title": pick(setting.title, lang),
                "languages": list(setting.languages),
                "powers": [str(p) for p in setting.powers],
                "turns": len(setting.turns),
                "summary": pick(setting.summary, lang),
            }
        )
    if as_data:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        powers = row["powers"]
        assert isinstance(powers, list)
        print(f"{row['name']:20} {row['title']} ({', '.join(powers)})")
        print(f"{'':20} {row['summary']}")


def run_simulation(name: str, games: int, seed: int, as_data: bool, lang: Lang) -> None:
    """Let scripted powers play, with a bar where somebody watches."""
    scenario = scenario_called(name, lang)
    started = time.perf_counter()
    console = Console(stderr=True)
    bar = Progress(
        "{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, disable=not console.is_terminal
    )
    with bar:
        task = bar.add_task(name, total=games)
        report = simulate(scenario, games, seed, lambda done: bar.update(task, completed=done))
    seconds = time.perf_counter() - started
    if as_data:
        print(json.dumps(_data(name, seed, report, seconds), ensure_ascii=False, indent=1))
    else:
        print(_prose(scenario, report, seconds, lang))


def _data(name: str, seed: int, report: Report, seconds: float) -> dict[str, object]:
    return {
        "scenario": name,
        "games": report.games,
        "seed": seed,
        "seconds_per_game": round(seconds / report.games, 4),
        "endings": dict(report.endings),
        "objectives": {power: dict(met) for power, met in report.met.items()},
        "mean_points": {power: round(points / report.games, 1) for power, points in report.points.items()},
        "signed": {treaty: dict(by) for treaty, by in report.signed.items()},
        "games_with_war": report.wars,
        "acts": report.acts,
        "refused": report.refused,
    }


def _prose(scenario: Scenario, report: Report, seconds: float, lang: Lang) -> str:
    each = f"{seconds / report.games:.2f}"
    lines = [words(lang, "sim_summary", games=report.games, seconds=f"{seconds:.1f}", each=each), words(lang, "endings")]
    for ending, count in report.endings.items():
        known = scenario.plot.endings.get(ending)
        title = pick(known.title, lang) if known else ending
        lines.append(f"  {title:40} {count:>5} {100 * count // report.games:>3} % {'█' * (20 * count // report.games)}")
    lines.append(words(lang, "objectives"))
    for power, briefing in scenario.plot.briefings.items():
        lines.append(
            f"  {pick(scenario.setting.powers[power].name, lang)}: {report.points[power] / report.games:.0f} {words(lang, 'points')}"
        )
        for key, aim in briefing.objectives.items():
            count = report.met[power].get(key, 0)
            lines.append(f"    {100 * count // report.games:>3} %  {pick(aim.text, lang)}")
    lines.append(words(lang, "signed"))
    for treaty, by in report.signed.items():
        if by:
            title = pick(scenario.plot.drafts[treaty].treaty.title, lang)
            lines.append(f"  {title:40} " + ", ".join(f"{p} {100 * n // report.games} %" for p, n in by.items()))
    lines.append(words(lang, "wars", n=report.wars))
    return "\n".join(lines)


def replay(file: str, game: str | None, viewer: str | None, lang: Lang) -> None:
    """Print a game of a journal as a viewer may know it."""
    if not Path(file).is_file():
        raise Plain(words(lang, "unreadable", name=file, why="-"))
    try:
        row, bodies = asyncio.run(_read(file, game, lang))
    except JournalFault as fault:
        raise Plain(words(lang, "journal_fault", file=file, why=fault_sentence(fault.code, lang))) from fault
    table = Table.resume(decode_event(body) for body in bodies)
    setting = table.state.setting
    who: Viewer = Onlooker.OBSERVER
    if viewer in ("facilitator", "@facilitator"):
        who = Onlooker.FACILITATOR
    elif viewer not in (None, "observer", "@observer"):
        who = power_called(scenario_of(table), viewer or "", lang)
    print(f"{pick(setting.title, lang)} ({row.id})")
    turn = -1
    known = table.state.treaties
    for _, event in table.news(who):
        if type(event).__name__ == "TurnOpened":
            turn += 1
            print(f"\n{date(lang, list(setting.turns.values())[turn].date)}")
        if line := tell(event, lang, setting, known):
            print(f"  {line}")


def scenario_of(table: Table) -> Scenario:
    """The scenario that a game was opened from."""
    plot = table.state.plot
    assert plot is not None
    return Scenario(setting=table.state.setting, plot=plot)


async def _read(file: str, game: str | None, lang: Lang) -> tuple[GameRow, list[bytes]]:
    journal = SqliteJournal(file)
    try:
        rows = await journal.games()
        found = [row for row in rows if game is None or row.id == game]
        if not found:
            raise Plain(words(lang, "no_game"))
        if len(found) > 1:
            raise Plain(words(lang, "which_game", names=", ".join(f"{row.id} ({row.scenario})" for row in found)))
        return found[0], await journal.read(found[0].id)
    finally:
        journal.close()
