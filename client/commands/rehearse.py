"""Play one's own scenario: from any turn, with other tracks, afresh at each save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

import client.app
from client.app import LocarnoApp, Opened
from client.commands.local import LocalGames, power_called, scenario_called
from client.commands.play import need_terminal
from client.commands.texts import Plain, words
from client.commands.watching import PAUSE, stamps
from client.link import SocketLink
from engine.found import Opening, found
from engine.names import Lang
from engine.plot import Scenario
from scenarios.authoring.rehearsal import CannotRehearse, opening_at, with_tracks


@frozen(kw_only=True)
class Scene:
    """What is to be played, and from where."""

    scenario: str
    turn: str | None = None
    tracks: tuple[str, ...] = ()

    def set_up(self, lang: Lang) -> tuple[Scenario, Opening]:
        """The scenario as it is on disk now, with its opening; raises Plain."""
        scenario = scenario_called(self.scenario, lang)
        try:
            scenario = with_tracks(scenario, dict(_track(given, lang) for given in self.tracks))
            return scenario, opening_at(scenario, self.turn) if self.turn else found
        except CannotRehearse as cannot:
            raise Plain(words(lang, cannot.code, **cannot.slots)) from cannot


def _track(given: str, lang: Lang) -> tuple[str, int]:
    name, sign, value = given.partition("=")
    if not sign or not value.lstrip("-").isdecimal() or len(value) > 9:
        raise Plain(words(lang, "bad_set", given=given))
    return name.strip(), int(value)


class Rehearsal(LocarnoApp):
    """The playing terminal, which opens the game anew when the file is saved and still loads."""

    CSS_PATH = str(Path(client.app.__file__).with_name("locarno.tcss"))

    def __init__(self, reopen: Callable[[], Opened], file: Path, lang: Lang, games: LocalGames, opened: Opened) -> None:
        link = SocketLink(opened.address, token=opened.token, lang=lang)
        super().__init__(lang=lang, host=games, link=link, power=opened.power, begin=True)
        self._reopen, self._file = reopen, file
        self._seen = stamps((file,))

    def on_mount(self) -> None:
        """Look at the file from now on."""
        super().on_mount()
        self.set_interval(PAUSE, self.look)

    def look(self) -> None:
        """Begin again if the file was saved; say what is wrong with it if it cannot be played."""
        now = stamps((self._file,))
        if now == self._seen or (0, 0) in now:
            return
        self._seen = now
        lang = self.words.lang
        try:
            opened = self._reopen()
        except Plain as plain:
            self.notify(words(lang, "not_reloaded", why=plain.line), severity="error", markup=False, timeout=20)
            return
        self.welcome, self.lobby = None, None
        self._power, self._begin = opened.power, True
        self._connect(SocketLink(opened.address, token=opened.token, lang=lang))
        self.notify(words(lang, "reloaded"), markup=False)


def rehearse(scene: Scene, power: str | None, seed: int | None, watch: bool, lang: Lang) -> None:
    """One person against scripted powers, from a scene."""
    scenario, opening = scene.set_up(lang)
    playable: Sequence[str] = [p for p, sheet in scenario.setting.powers.items() if sheet.playable]
    chosen = power_called(scenario, power, lang) if power else playable[0]
    need_terminal(lang)
    games = LocalGames(lang, seed=seed)

    def reopen() -> Opened:
        return games.open_scene(*scene.set_up(lang), chosen)

    try:
        opened = games.open_scene(scenario, opening, chosen)
        if watch:
            Rehearsal(reopen, Path(scene.scenario), lang, games, opened).run()
        else:
            LocarnoApp(
                lang=lang, host=games, link=SocketLink(opened.address, token=opened.token, lang=lang), power=chosen, begin=True
            ).run()
    finally:
        games.stop()
