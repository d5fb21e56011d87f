"""Every screen looks as it did when somebody last looked at it; `make snapshots` takes the pictures anew."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy import SnapshotAssertion
from textual.screen import Screen
from textual.widgets import Input, TextArea

import client.screens
from client.app import LocarnoApp
from engine.names import Lang
from tests.client.gallery import GALLERY
from tests.client.tablelink import TableLink

LOOKS = (((80, 24), "fr"), ((120, 40), "en"))
"""The longer language where there is less room."""


def without_blinking(app: LocarnoApp) -> None:
    """A cursor stays, so that no clock is in the picture."""
    for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
        field.cursor_blink = False


@pytest.mark.parametrize(("size", "lang"), LOOKS, ids=lambda look: look if isinstance(look, str) else f"{look[0]}x{look[1]}")
@pytest.mark.parametrize("place", GALLERY)
async def test_every_screen_looks_as_it_did(
    place: str, size: tuple[int, int], lang: str, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    pictures = snapshot.use_extension(SVGImageExtension)
    way, scenes = GALLERY[place]
    app = way(Lang(lang), tmp_path)
    app.animation_level = "none"
    changed = []
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for scene in scenes:
            if scene.happens is not None:
                assert isinstance(app.link, TableLink) and app.link.table is not None
                scene.happens(app.link.table)
                app.link.tell()
                await pilot.pause()
            await pilot.press(*scene.keys)
            without_blinking(app)
            await pilot.pause()
            assert isinstance(app.screen, scene.shows), scene.name
            taken = app.export_screenshot(title="Locarno", simplify=True)
            if taken != pictures(name=scene.name):
                changed.append(scene.name)
                (tmp_path / f"{scene.name}.svg").write_text(taken, encoding="utf-8")
    assert not changed, f"{changed} look different, see {tmp_path}; if that is right, `make snapshots` keeps them"


def test_every_screen_of_the_client_is_in_the_gallery() -> None:
    shown = {scene.shows for _, scenes in GALLERY.values() for scene in scenes}
    modules = [importlib.import_module(f"client.screens.{info.name}") for info in pkgutil.iter_modules(client.screens.__path__)]
    defined = {
        thing
        for module in modules
        for _, thing in inspect.getmembers(module, inspect.isclass)
        if issubclass(thing, Screen) and thing.__module__ == module.__name__ and not thing.__subclasses__()
    }
    assert defined <= shown, f"no picture of {sorted(cls.__name__ for cls in defined - shown)}: add a scene to the gallery"
