"""The scenarios, and the one place that finds them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

from engine.errors import BrokenScenario
from engine.names import Lang
from engine.plot import Scenario
from scenarios.reading.overlay import Overlay, overlays_beside, overlays_of
from scenarios.reading.reader import read_text
from scenarios.reading.report import as_text


def names() -> tuple[str, ...]:
    """The names of the shipped scenarios: `munich-1938`."""
    files = (f.name for f in resources.files("scenarios").iterdir())
    return tuple(sorted(f[:-5].replace("_", "-") for f in files if f.endswith(".yaml") and not f.endswith(".test.yaml")))


def located(name: str) -> Path:
    """The file of a shipped scenario, or the file of that path.

    Raises BrokenScenario, with a close name if there is one.
    """
    key = name.replace("_", "-").removesuffix(".yaml")
    path = Path(name)
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return path
    if key in names():
        return Path(str(resources.files("scenarios") / f"{key.replace('-', '_')}.yaml"))
    close = difflib.get_close_matches(key, names(), n=1)
    raise BrokenScenario(f"{name} ({', '.join(close or names())}?)")


def source(name: str) -> str:
    """The text of a shipped scenario, or of the file of that path; raises BrokenScenario."""
    path = located(name)
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenScenario(f"{name}: {error}") from error


def read(text: str, name: str = "scenario", lang: str = "en", overlays: Sequence[Overlay] = ()) -> Scenario:
    """The scenario of a file's text; raises BrokenScenario with everything that is wrong with it."""
    reading = read_text(text, overlays)
    if reading.scenario is None:
        raise BrokenScenario(as_text(name, text, reading.problems, lang))
    return reading.scenario


def reread(text: str, name: str, translations: Mapping[Lang, Mapping[str, str]]) -> Scenario:
    """The scenario of a text that was kept with the words of its translations; raises BrokenScenario."""
    return read(text, name, overlays=overlays_of(translations))


def load(name: str, lang: str = "en") -> Scenario:
    """A shipped scenario, or the one of that file, with the translations beside it; raises BrokenScenario."""
    return read(source(name), name, lang, overlays_beside(located(name)))
