"""Check scenario files, explain the rules, put right what is beyond doubt."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve as with_
from attrs import frozen

from client.commands.texts import Plain, words
from engine.errors import BrokenScenario
from engine.names import Lang
from scenarios import located
from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.ignoring import without_ignored
from scenarios.reading.nodes import decode
from scenarios.reading.overlay import BrokenTranslation, overlays_beside
from scenarios.reading.reader import Reading, read_text
from scenarios.reading.report import as_concise, as_github, as_rows, as_text, portrait, shown, summary
from scenarios.reading.rules.advice import DEPTH

CLEAN, ERRORS, UNREADABLE = 0, 1, 2
STEPS = ".test.yaml"
"""How the name of a file of playthroughs ends."""


@frozen(kw_only=True)
class Wanted:
    """How files are to be checked."""

    form: str = "text"
    strict: bool = False
    notes: bool = False
    fix: bool = False
    deep: bool = False


def lint(files: Sequence[str], wanted: Wanted, lang: Lang) -> int:
    """Check files; 0 clean, 1 errors (or warnings, if strict), 2 unreadable."""
    worst = CLEAN
    rows: list[dict[str, str | int]] = []
    for name in files:
        try:
            path = located(name)
        except BrokenScenario as error:
            print(words(lang, "unknown_scenario", name=error), file=sys.stderr)
            worst = UNREADABLE
            continue
        try:
            raw = path.read_bytes()
            text, reading = (_steps if name.endswith(STEPS) else _read)(path, raw, wanted, name, lang)
        except (OSError, BrokenScenario) as error:
            print(_why(name, error, lang), file=sys.stderr)
            worst = UNREADABLE
            continue
        reading = _sounded(text, reading, name, lang) if wanted.deep and not name.endswith(STEPS) else reading
        problems = shown(reading.problems, notes=wanted.notes or wanted.deep)
        hidden = len(reading.problems) - len(problems)
        if wanted.form == "json":
            rows += as_rows(name, problems, lang)
        else:
            _print(name, text, reading, problems, hidden, wanted, lang)
        levels = {p.level for p in problems}
        if worst < UNREADABLE and ("error" in levels or (wanted.strict and "warning" in levels)):
            worst = ERRORS
    if wanted.form == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    return worst


def _why(name: str, error: Exception, lang: Lang) -> str:
    if isinstance(error, BrokenTranslation):
        return words(lang, "broken_translation", place=error)
    return words(lang, "unreadable", name=name, why=(isinstance(error, OSError) and error.strerror) or error)


def _read(path: Path, raw: bytes, wanted: Wanted, name: str, lang: Lang) -> tuple[str, Reading]:
    problems: list[Diagnostic] = []
    text = decode(raw, problems)
    if text is None:
        return "", Reading(None, tuple(problems))
    if wanted.fix:
        from scenarios.authoring.mending import mend

        mended = mend(text)
        if mended.repairs:
            ends = b"\r\n" if b"\r\n" in raw else b"\n"
            path.write_bytes(mended.text.encode().replace(b"\r\n", b"\n").replace(b"\n", ends))
            for p in mended.repairs:
                print(words(lang, "mended", name=name, line=p.line, col=p.col, repair=p.repair), file=sys.stderr)
        text = mended.text
    return text, read_text(text, overlays_beside(path))


def _steps(path: Path, raw: bytes, wanted: Wanted, name: str, lang: Lang) -> tuple[str, Reading]:
    """What reading finds in a file of playthroughs, held against the scenario beside it.

    Raises BrokenScenario if that one is wanting or has errors of its own.
    """
    problems: list[Diagnostic] = []
    text = decode(raw, problems)
    if text is None:
        return "", Reading(None, tuple(problems))
    beside = located(name.removesuffix(STEPS) + ".yaml")
    reading = read_text(beside.read_text(encoding="utf-8-sig"), overlays_beside(beside))
    if reading.scenario is None:
        raise BrokenScenario(words(lang, "steps_of_broken", scenario=beside.name))
    # Only here: what commands there are is not wanted for a scenario itself, and takes a while to read in.
    from scenarios.reading.steps import check_steps

    return text, Reading(None, check_steps(reading.scenario, text))


def _sounded(text: str, reading: Reading, name: str, lang: Lang) -> Reading:
    """The reading with what two hundred games showed."""
    if reading.scenario is None:
        print(words(lang, "deep_failed", name=name), file=sys.stderr)
        return reading
    from client.commands.trial import progress
    from scenarios.authoring.depth import GAMES, sound

    with progress(name, GAMES) as tell:
        played = without_ignored(text, sound(reading.scenario, reading.where, tell))
    played = [p for p in played if p.rule in DEPTH]
    return with_(reading, problems=tuple(sorted((*reading.problems, *played), key=lambda p: (p.line, p.col))))


def _print(name: str, text: str, reading: Reading, problems: Sequence[Diagnostic], hidden: int, wanted: Wanted, lang: Lang) -> None:
    if wanted.form == "github":
        if problems:
            print(as_github(name, problems, lang))
        return
    body = as_text(name, text, problems, lang) if wanted.form == "text" else as_concise(name, problems, lang)
    print("\n".join([*body.split("\n")[:-1], summary(name, problems, lang, hidden)]))
    if wanted.form == "text" and not problems:
        print("".join(f"{line}\n" for line in portrait(reading, lang)), end="")


def explain(code: str, lang: Lang) -> int:
    """Print what a rule means; with `all`, every rule in a line."""
    from scenarios.authoring.explain import close_code, listing
    from scenarios.authoring.explain import explain as page

    said = listing(lang) if code.lower() == "all" else page(code, lang)
    if said is None:
        raise Plain(words(lang, "no_rule", code=code, close=close_code(code) or "S003"))
    print(said)
    return CLEAN
