"""An author's own game begins at the turn asked for, and again whenever the file is saved and can still be played."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from client.commands.local import LocalGames
from client.commands.rehearse import Rehearsal, Scene
from client.screens.play import PlayScreen
from engine.names import Lang
from scenarios.authoring.beginning import model

EN = Lang("en")


async def until(pilot: Pilot[None], fits: Callable[[], bool]) -> None:
    """Wait for the server and the clock that looks at the file."""
    for _ in range(1200):
        if fits():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come about")


async def test_saving_the_file_opens_the_scene_anew_unless_it_cannot_be_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    file = tmp_path / "pact.yaml"
    file.write_text(model(), encoding="utf-8")
    scene = Scene(scenario=str(file), turn="summer", tracks=("tension=70",))
    games = LocalGames(EN, seed=3)
    try:
        opened = await asyncio.to_thread(games.open_scene, *scene.set_up(EN), "northland")
        app = Rehearsal(lambda: games.open_scene(*scene.set_up(EN), "northland"), file, EN, games, opened)
        async with app.run_test(size=(100, 40)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, PlayScreen))
            first = app.mirror.state
            assert first is not None and (first.turn_id, first.tracks["tension"]) == ("summer", 70)
            file.write_text(model().replace("divisions: 8", "division: 8"), encoding="utf-8")
            await until(pilot, lambda: any("unknown key 'division'" in n.message for n in app._notifications))
            assert app.mirror.state is first
            file.write_text(model().replace("{en: Two Neighbours,", "{en: Two Good Neighbours,"), encoding="utf-8")
            await until(pilot, lambda: app.mirror.state is not None and app.mirror.state.setting.title[EN] == "Two Good Neighbours")
            assert app.mirror.state is not None and app.mirror.state.turn_id == "summer"
    finally:
        games.stop()
