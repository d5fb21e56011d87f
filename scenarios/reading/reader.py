"""The one way from a file's text to a scenario: the linter, the loader and the server's check are this function."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import yaml
from attrs import evolve as with_
from attrs import field, frozen

from engine.names import Lang
from engine.plot import Scenario
from scenarios.reading.advice import advise
from scenarios.reading.building import build
from scenarios.reading.conditions import check_conditions, rough_scope, scope_of
from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.ignoring import without_ignored
from scenarios.reading.names import check_names, check_references
from scenarios.reading.nodes import read_nodes
from scenarios.reading.outline import declared, languages
from scenarios.reading.overlay import Overlay, check_overlays, words_of
from scenarios.reading.sense import check_sense
from scenarios.reading.shape import MISSING, Shaper
from scenarios.reading.sheet import Sheet
from scenarios.reading.texts import check_texts, translated


@frozen
class Reading:
    """What came of a file: the scenario unless there is an error, and everything that was found."""

    scenario: Scenario | None
    problems: tuple[Diagnostic, ...]
    texts: int = 0
    """How many texts the file has."""
    translated: Mapping[str, int] = field(factory=dict)
    """In how many of them each language stands."""
    where: Mapping[str, yaml.Node] = field(factory=dict)
    """The key's node at each path, to place what is found later."""


@contextmanager
def _seeking_no_circles() -> Iterator[None]:
    """Tens of thousands of nodes are made and thrown away again, none of them in circles: the search for those would take a third of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@_seeking_no_circles()
def read_text(text: str, overlays: Sequence[Overlay] = ()) -> Reading:
    """Read a scenario file's text with the translations beside it; never raises for anything that a file may hold."""
    problems: list[Diagnostic] = []
    root = read_nodes(text, problems)
    if root is None:
        return Reading(None, _in_order(problems))
    langs = languages(root)
    shaper = Shaper(langs, overlays)
    sheet = shaper.build(root, Sheet, "")
    found = shaper.found
    names = declared(root)
    problems += found.problems
    problems += check_names(names)
    problems += check_references(names, found.references)
    problems += check_texts(langs, found.texts, text, frozenset(overlay.lang for overlay in overlays))
    problems += check_overlays(overlays, found.texts, root)
    scenario = None
    if sheet is MISSING or _has_errors(problems):
        problems += check_conditions(rough_scope(root, names), found.conditions)
    else:
        scenario = with_(build(_with_languages(sheet, overlays), text), translations=words_of(overlays))
        problems += check_conditions(scope_of(scenario), found.conditions)
        problems += check_sense(sheet, scenario, found.where)
        if not _has_errors(problems):
            problems += advise(scenario, found.where, found.conditions)
    problems = without_ignored(text, problems)
    return Reading(
        None if _has_errors(problems) else scenario,
        _in_order(problems),
        len(found.texts),
        translated(langs, found.texts),
        found.where,
    )


def _with_languages(sheet: Sheet, overlays: Sequence[Overlay]) -> Sheet:
    added = (Lang(overlay.lang) for overlay in overlays)
    return with_(sheet, languages=tuple(dict.fromkeys((*sheet.languages, *added))))


def _has_errors(problems: Iterable[Diagnostic]) -> bool:
    return any(problem.level == "error" for problem in problems)


def _in_order(problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One problem for one place, the earliest stage's; by line."""
    first: dict[tuple[int, int], Diagnostic] = {}
    for problem in problems:
        first.setdefault((problem.line, problem.col), problem)
    return tuple(sorted(first.values(), key=lambda p: (p.line, p.col)))
