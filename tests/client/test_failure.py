"""What ends the terminal by a fault of the program comes to the program, which says so in one line and keeps the report."""

from __future__ import annotations

import pytest

from client.app import LocarnoApp
from engine.names import Lang


@pytest.mark.parametrize("in_a_worker", [False, True])
def test_what_ends_the_terminal_against_the_players_will_is_raised_however_it_was_run(
    in_a_worker: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail() -> None:
        raise ArithmeticError

    def on_ready(app: LocarnoApp) -> None:
        if not in_a_worker:
            raise ArithmeticError
        app.run_worker(fail())

    monkeypatch.setattr(LocarnoApp, "on_ready", on_ready, raising=False)
    with pytest.raises(ArithmeticError):
        LocarnoApp(lang=Lang("en")).run(headless=True)
