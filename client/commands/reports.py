"""Commands that print: scenarios, replay."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from client.commands.local import power_called, scenario_called
from client.commands.texts import Plain, words
from engine.codec import decode_journal
from engine.events import Event
from engine.names import Lang, Onlooker, Viewer
from engine.negotiated import treaties_read
from engine.plot import Scenario
from engine.table import Table
from engine.texts.chamber import docket_of
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


def replay(file: str, game: str | None, viewer: str | None, lang: Lang) -> None:
    """Print a game of a journal as a viewer may know it."""
    row, events = game_in(file, game, lang)
    table = Table.resume(events)
    setting = table.state.setting
    who: Viewer = Onlooker.OBSERVER
    if viewer in ("facilitator", "@facilitator"):
        who = Onlooker.FACILITATOR
    elif viewer not in (None, "observer", "@observer"):
        who = power_called(scenario_of(table), viewer or "", lang)
    print(f"{pick(setting.title, lang)} ({row.id})")
    turn = -1
    known = treaties_read(table.state, who)
    for _, event in table.news(who):
        if type(event).__name__ == "TurnOpened":
            turn += 1
            print(f"\n{date(lang, list(setting.turns.values())[turn].date)}")
        if line := tell(event, lang, setting, known, docket_of(table.state)):
            print(f"  {line}")


def scenario_of(table: Table) -> Scenario:
    """The scenario that a game was opened from."""
    plot = table.state.plot
    assert plot is not None
    return Scenario(setting=table.state.setting, plot=plot)


def game_in(file: str, game: str | None, lang: Lang, of: str | None = None) -> tuple[GameRow, list[Event]]:
    """A game of a journal with all that happened in it: the one named, or the newest of a scenario; raises Plain."""
    if not Path(file).is_file():
        raise Plain(words(lang, "unreadable", name=file, why="-"))
    try:
        row, bodies = asyncio.run(_read(file, game, of, lang))
    except JournalFault as fault:
        raise Plain(words(lang, "journal_fault", file=file, why=fault_sentence(fault.code, lang))) from fault
    return row, list(decode_journal(bodies))


async def _read(file: str, game: str | None, of: str | None, lang: Lang) -> tuple[GameRow, list[bytes]]:
    journal = SqliteJournal(file)
    try:
        rows = await journal.games()
        found = [row for row in rows if (game is None or row.id == game) and (of is None or row.scenario == of)]
        found = found[:1] if of is not None else found
        if not found:
            raise Plain(words(lang, "no_game"))
        if len(found) > 1:
            raise Plain(words(lang, "which_game", names=", ".join(f"{row.id} ({row.scenario})" for row in found)))
        return found[0], await journal.read(found[0].id)
    finally:
        journal.close()
