"""Games on this machine: a server in the player's own program, with its journal on disk."""

from __future__ import annotations

import socket
from pathlib import Path

from client import USUAL_PORT
from client.app import Opened
from client.cards import ScenarioCard, card_of
from client.commands.texts import Plain, system_says, words
from engine.errors import BrokenScenario
from engine.found import Opening, found
from engine.names import Lang, Power
from engine.plot import Scenario
from scenarios import load, names
from scenarios.reading.overlay import BrokenTranslation
from server.deadlines import Preset
from server.journal import JournalFault
from server.serving import LocalServer, data_directory
from server.texts import fault_sentence

EVERYWHERE = "0.0.0.0"


def own_address() -> str:
    """The address by which the local network knows this machine, as far as it can be told without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def scenario_called(name: str, lang: Lang) -> Scenario:
    """The scenario of that name or file; raises Plain with what is wrong."""
    try:
        return load(name, lang)
    except BrokenTranslation as error:
        raise Plain(words(lang, "broken_translation", place=error)) from error
    except BrokenScenario as error:
        said = str(error)
        raise Plain(said if "\n" in said else words(lang, "unknown_scenario", name=said)) from error


def power_called(scenario: Scenario, name: str, lang: Lang) -> Power:
    """The power of that key or name; raises Plain with the list."""
    for power, sheet in scenario.setting.powers.items():
        if name.lower() in {power, *(text.lower() for text in (*sheet.name.values(), *sheet.short.values()))}:
            return power
    raise Plain(words(lang, "unknown_power", name=name, names=", ".join(scenario.setting.powers)))


class LocalGames:
    """Opens games on this machine and takes them up again; the server starts when it is first needed."""

    def __init__(self, lang: Lang, *, bind: str = "127.0.0.1", port: int = 0, seed: int | None = None) -> None:
        self.lang, self.seed = lang, seed
        self._bind, self._port = bind, port
        self._server: LocalServer | None = None
        self._door = ""

    def server(self) -> LocalServer:
        """The running server; raises Plain if it cannot run."""
        if self._server is None:
            file = data_directory() / "games.db"
            server = LocalServer(file, self._bind, self._port)
            try:
                server.start()
            except JournalFault as fault:
                raise Plain(words(self.lang, "journal_fault", file=file, why=fault_sentence(fault.code, self.lang))) from fault
            except OSError as error:
                address = f"{self._bind}:{self._port}"
                raise Plain(words(self.lang, "port_in_use", address=address, why=system_says(error))) from error
            self._server = server
        return self._server

    def cards(self, lang: Lang) -> tuple[ScenarioCard, ...]:
        """The shipped scenarios as the start screen shows them."""
        return tuple(card_of(name, scenario_called(name, lang), lang) for name in names())

    def open(self, scenario: str, power: str) -> Opened:
        """A new game of a scenario."""
        return self.open_scene(scenario_called(scenario, self.lang), found, power)

    def open_scene(self, scenario: Scenario, opening: Opening, power: str) -> Opened:
        """A new game of a scenario that opens as told."""
        hosted = self.server().host(scenario, self.seed, Preset.UNTIMED, opening)
        return Opened(address=self.server().address, token=hosted.token, power=power)

    def admit_others(self) -> str:
        """Where others on the network reach this machine's games, from now on; nothing if no port is to be had."""
        for port in (USUAL_PORT, 0):
            if not self._door:
                try:
                    self._door = f"{own_address()}:{self.server().listen(EVERYWHERE, port)}"
                except OSError:
                    continue
        return self._door

    def local_address(self) -> str:
        """Where this machine's own games are."""
        return self.server().address

    def is_local(self, address: str) -> bool:
        """Whether this address is this program's own server, which is not started for the question."""
        return self._server is not None and address == self._server.address

    def stop(self) -> None:
        """Close in good order."""
        if self._server is not None:
            self._server.stop()


def journal_file(path: str | None) -> Path:
    """The journal that was named, or this machine's own."""
    return Path(path) if path else data_directory() / "games.db"
