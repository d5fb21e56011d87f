"""Begin a scenario, look at it, test it, translate it, bring it up to date."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from client.commands.local import journal_file, power_called, scenario_called
from client.commands.reports import game_in
from client.commands.texts import Plain, words
from engine.errors import BrokenScenario
from engine.names import Lang
from engine.plot import Scenario
from engine.texts.grammar import pick
from scenarios import located, source
from scenarios.authoring.beginning import begin
from scenarios.authoring.blocks import as_page, as_plain
from scenarios.authoring.preview import sheet_of, whole
from scenarios.authoring.recording import Act, record, simulated
from scenarios.authoring.retracing import CannotRetrace, retraced
from scenarios.authoring.translations import extract, status
from scenarios.authoring.upgrading import difference, upgraded
from scenarios.playthrough import attempts
from scenarios.reading.overlay import BrokenTranslation, read_overlay


def found(name: str, lang: Lang) -> Path:
    """The file of that name; raises Plain."""
    try:
        return located(name)
    except BrokenScenario as error:
        raise Plain(words(lang, "unknown_scenario", name=error)) from error


def read(path: Path, lang: Lang) -> str:
    """A file's text; raises Plain."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Plain(words(lang, "unreadable", name=path, why=error)) from error


def write(path: Path, text: str, lang: Lang) -> None:
    """Write a file; raises Plain."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Plain(words(lang, "unreadable", name=path, why=error.strerror or error)) from error


def columns() -> int:
    """As wide as the terminal, up to what is still easily read."""
    return min(100, shutil.get_terminal_size((100, 24)).columns)


def new(name: str, start: str | None, languages: str | None, lang: Lang) -> int:
    """Write a scenario that can be played at once."""
    path = Path(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    if path.exists():
        raise Plain(words(lang, "exists", name=path))
    copied = None if start is None else source(str(found(start, lang)))
    wanted = tuple(dict.fromkeys((languages or f"{lang},{'fr' if lang == 'en' else 'en'}").replace(" ", "").split(",")))
    if not all(re.fullmatch(r"[a-z]{2,3}", one) for one in wanted):
        raise Plain(words(lang, "bad_languages", languages=languages))
    if copied is not None:
        scenario_called(str(found(start or "", lang)), lang)
    write(path, begin(path.stem, wanted, lang, copied), lang)
    print(words(lang, "written", name=path))
    print(words(lang, "new_next", name=path))
    return 0


def preview(name: str, power: str | None, folder: str | None, lang: Lang) -> int:
    """Show a scenario whole, or as one delegation sees it, or write the sheets to print."""
    scenario = scenario_called(name, lang)
    title = pick(scenario.setting.title, lang)
    if folder is not None:
        for each, sheet in scenario.setting.powers.items():
            if sheet.playable and (power is None or each == power_called(scenario, power, lang)):
                path = Path(folder) / f"{each}.{lang}.html"
                write(path, as_page(sheet_of(scenario, each, lang), f"{title} - {pick(sheet.name, lang)}", lang), lang)
                print(words(lang, "written", name=path))
        return 0
    print(as_plain(sheet_of(scenario, power_called(scenario, power, lang), lang) if power else whole(scenario, lang), columns()))
    return 0


def test(name: str, lang: Lang) -> int:
    """Play the playthroughs beside a scenario; 1 if one does not go as written."""
    path = found(name, lang)
    scenario = scenario_called(name, lang)
    beside = path.with_name(f"{path.stem}.test.yaml")
    if not beside.is_file():
        raise Plain(words(lang, "no_tests", name=beside))
    worst = 0
    try:
        for played in attempts(scenario, read(beside, lang), str(beside), lang):
            print(words(lang, "test_failed" if played.failure else "test_ok", name=played.name, why=played.failure))
            worst = max(worst, bool(played.failure))
    except BrokenScenario as error:
        raise Plain(str(error)) from error
    return worst


def new_test(name: str, called: str, game: Callable[[Scenario], tuple[int, tuple[Act, ...]]], lang: Lang) -> int:
    """Write a playthrough of a game, by its seed and its acts, beside a scenario, ready to be edited."""
    path = found(name, lang)
    scenario = scenario_called(name, lang)
    beside = path.with_name(f"{path.stem}.test.yaml")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", called):
        raise Plain(words(lang, "bad_playthrough", name=called))
    before = read(beside, lang).rstrip("\n") + "\n\n" if beside.is_file() else ""
    if re.search(rf"^{called}:", before, re.MULTILINE):
        raise Plain(words(lang, "playthrough_exists", name=called, file=beside))
    seed, acts = game(scenario)
    write(beside, before + record(scenario, called, seed, acts, lang), lang)
    print(words(lang, "playthrough_written", name=called, file=beside, scenario=name))
    return 0


def from_simulation(seed: int | None) -> Callable[[Scenario], tuple[int, tuple[Act, ...]]]:
    """A game of scripted powers; without a seed, that of the scenario."""

    def play(scenario: Scenario) -> tuple[int, tuple[Act, ...]]:
        number = scenario.plot.seed if seed is None else seed
        return number, simulated(scenario, number)

    return play


def from_journal(file: str, game: str | None, lang: Lang) -> Callable[[Scenario], tuple[int, tuple[Act, ...]]]:
    """A game that was played: the one named, or the newest of the scenario."""

    def read_back(scenario: Scenario) -> tuple[int, tuple[Act, ...]]:
        _, events = game_in(str(journal_file(file or None)), game, lang, scenario.setting.id)
        try:
            _, seed, acts = retraced(events)
        except CannotRetrace as cannot:
            raise Plain(words(lang, "cannot_retrace")) from cannot
        return seed, acts

    return read_back


def texts(act: str, name: str, into: str, lang: Lang) -> int:
    """Extract a translation, count it, or fail if it is not complete."""
    path = found(name, lang)
    if not re.fullmatch(r"[a-z]{2,3}", into):
        raise Plain(words(lang, "bad_languages", languages=into))
    text, beside = read(path, lang), path.with_name(f"{path.stem}.{into}.po")
    scenario_called(name, lang)
    try:
        old = read_overlay(beside.read_bytes(), into, str(beside)) if beside.is_file() else None
    except BrokenTranslation as error:
        raise Plain(words(lang, "broken_translation", place=error)) from error
    except OSError as error:
        raise Plain(words(lang, "unreadable", name=beside, why=error.strerror or error)) from error
    if act == "extract":
        write(beside, extract(text, path.name, into, old), lang)
        print(words(lang, "written", name=beside))
        return 0
    if old is None:
        raise Plain(words(lang, "no_texts", name=beside, file=name, into=into))
    state = status(text, old)
    counts = {key: len(getattr(state, key)) for key in ("translated", "stale", "missing", "unused")}
    every = counts["translated"] + counts["stale"] + counts["missing"]
    print(words(lang, "texts_status", name=beside, texts=every, **counts))
    for key in ("stale", "missing", "unlike"):
        for one in getattr(state, key):
            print(words(lang, f"texts_{key}", path=one.path, line=one.line))
    for gone in state.unused:
        print(words(lang, "texts_unused", path=gone))
    return 1 if act == "check" and not state.complete else 0


def export_schema(name: str | None, lang: Lang) -> int:
    """Print the schema for editors, with the names of a file if one is given."""
    from scenarios.authoring.schema import names_in, schema

    names = names_in(read(found(name, lang), lang)) if name is not None else None
    print(json.dumps(schema(names, lang), ensure_ascii=False, indent=1))
    return 0


def upgrade(name: str, do: bool, lang: Lang) -> int:
    """Show what the current format would change, and write it if asked to."""
    path = found(name, lang)
    before = read(path, lang)
    after = upgraded(before)
    if after is None:
        raise Plain(words(lang, "upgrade_cannot", name=path), 1)
    if after == before:
        print(words(lang, "upgrade_none", name=path))
        return 0
    sys.stdout.write(difference(before, after, str(path)))
    if do:
        write(path, after, lang)
        print(words(lang, "written", name=path))
    return 0
