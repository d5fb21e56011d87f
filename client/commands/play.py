"""Play alone, join others, or begin at the start screen."""

from __future__ import annotations

import sys

from client.app import run_app
from client.commands.local import LocalGames, power_called, scenario_called
from client.commands.texts import Plain, words
from client.link import SocketLink
from engine.names import Lang


def need_terminal(lang: Lang) -> None:
    """Refuse to draw screens into a file."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Plain(words(lang, "no_terminal"))


def play(scenario: str, power: str | None, seed: int | None, lang: Lang) -> None:
    """One person against scripted powers."""
    setting = scenario_called(scenario, lang)
    playable = [p for p, sheet in setting.setting.powers.items() if sheet.playable]
    chosen = power_called(setting, power, lang) if power else playable[0]
    need_terminal(lang)
    games = LocalGames(lang, seed=seed)
    try:
        opened = games.open(scenario, chosen)
        link = SocketLink(opened.address, token=opened.token, lang=lang)
        run_app(lang=lang, host=games, link=link, power=chosen, begin=True)
    finally:
        games.stop()


def start(lang: Lang) -> None:
    """The start screen."""
    need_terminal(lang)
    games = LocalGames(lang)
    try:
        run_app(lang=lang, host=games)
    finally:
        games.stop()


def join(address: str, code: str, name: str, token: str, lang: Lang) -> None:
    """A game elsewhere, with its code or with a seat's token."""
    need_terminal(lang)
    games = LocalGames(lang)
    try:
        run_app(lang=lang, host=games, link=SocketLink(address, code=code, token=token, name=name, lang=lang))
    finally:
        games.stop()
