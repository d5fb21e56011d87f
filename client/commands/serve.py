"""Host a game for others, or run a server."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TypeAlias

from client.commands.local import journal_file, own_address, scenario_called
from client.commands.texts import Plain, system_says, words
from engine.names import Lang
from engine.plot import Scenario
from engine.texts.grammar import pick
from server.deadlines import Preset
from server.journal import JournalFault
from server.serving import Serving, serve_until
from server.texts import fault_sentence

Opening: TypeAlias = Callable[[Serving], Coroutine[None, None, None]]


def host(scenario: str, bind: str, port: int, seed: int | None, preset: str, data: str | None, lang: Lang) -> None:
    """Open a room and keep it until Ctrl+C."""
    read = scenario_called(scenario, lang)
    _serve(journal_file(data), bind, port, lang, lambda serving: _open(serving, read, bind, seed, Preset(preset), lang))


def serve(bind: str, port: int, data: str | None, lang: Lang) -> None:
    """Serve the journal's games until Ctrl+C or SIGTERM."""
    _serve(journal_file(data), bind, port, lang, None)


async def _open(serving: Serving, scenario: Scenario, bind: str, seed: int | None, preset: Preset, lang: Lang) -> None:
    hosted = await serving.hall.host(scenario, seed, preset)
    shown = own_address() if bind in ("0.0.0.0", "::", "") else bind
    address = f"{shown}:{serving.port}"
    print(words(lang, "hosting", title=pick(scenario.setting.title, lang)))
    print(words(lang, "hosting_code", code=hosted.code))
    print(words(lang, "hosting_how", address=address, code=hosted.code))
    print(words(lang, "hosting_key", address=address, token=hosted.token), flush=True)


def _serve(file: Path, bind: str, port: int, lang: Lang, opening: Opening | None) -> None:
    async def main() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM"):
            try:
                loop.add_signal_handler(getattr(signal, name), stop.set)
            except (NotImplementedError, AttributeError):
                # Windows has no handlers in the loop: Ctrl+C arrives as KeyboardInterrupt instead.
                continue

        tasks: list[asyncio.Task[None]] = []

        def opened(serving: Serving) -> None:
            if opening is not None:
                tasks.append(asyncio.create_task(opening(serving)))
            else:
                print(words(lang, "serving", address=f"{bind}:{serving.port}", file=file), flush=True)

        await serve_until(stop, file, bind, port, opened)

    try:
        asyncio.run(main())
    except JournalFault as fault:
        raise Plain(words(lang, "journal_fault", file=file, why=fault_sentence(fault.code, lang))) from fault
    except OSError as error:
        raise Plain(words(lang, "port_in_use", address=f"{bind}:{port}", why=system_says(error))) from error
    except KeyboardInterrupt:
        print()
    print(words(lang, "bye"))
