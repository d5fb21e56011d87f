"""Conditions: each compiled against the file's own names, and what is wrong with it marked inside it."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from engine.clauses import CreateOrgan
from engine.conditions import ConditionFault, Scope, compile_condition
from engine.plot import Scenario
from scenarios.reading.diagnostics import Diagnostic, at, choose
from scenarios.reading.outline import Names, entries, entry, word
from scenarios.reading.sentences import FAULTS, WORDS
from scenarios.reading.shape import Clue


def scope_of(scenario: Scenario) -> Scope:
    """The names of a scenario that has been built."""
    plot = scenario.plot
    events = {ident: tuple(event.choices) for ident, event in plot.events.items()}
    texts = {**plot.treaties, **{ident: draft.treaty for ident, draft in plot.drafts.items()}}
    articles = {ident: {article.id: article.clause for article in treaty.text.articles} for ident, treaty in texts.items()}
    return Scope.of(scenario.setting, articles, events, plot.resolutions)


def rough_scope(root: yaml.Node, names: Names) -> Scope:
    """The names of a file that could not be shaped."""
    each = {name: word(value, "each") for name, _, value in entries(entry(root, "tracks"))}
    texts = {
        name: {article: word(part, "kind") for article, _, part in entries(entry(value, "articles"))}
        for section in ("treaties", "drafts")
        for name, _, value in entries(entry(root, section))
    }
    return Scope(
        powers=tuple(names["power"]),
        turns=tuple(names["turn"]),
        tracks=tuple(name for name, kept in each.items() if kept not in ("power", "pair")),
        power_tracks=tuple(name for name, kept in each.items() if kept == "power"),
        stakes=tuple(names["stake"]),
        treaties=tuple(names["treaty"]),
        articles={treaty: tuple(kinds) for treaty, kinds in texts.items()},
        creating={treaty: tuple(article for article, kind in kinds.items() if kind == CreateOrgan.tag) for treaty, kinds in texts.items()},
        organs=tuple(names["organ"]),
        resolutions=tuple(names["resolution"]),
        events={name: tuple(w for w, _, _ in entries(entry(value, "choices"))) for name, _, value in entries(entry(root, "events"))},
    )


def check_conditions(scope: Scope, conditions: Iterable[Clue]) -> list[Diagnostic]:
    """The first thing in each condition that cannot stand."""
    problems = []
    sound: set[str] = set()
    for clue in conditions:
        if clue.source in sound:
            continue
        try:
            compile_condition(clue.source, scope)
            sound.add(clue.source)
        except ConditionFault as fault:
            problems.append(_told(fault, clue))
    return problems


def _told(fault: ConditionFault, clue: Clue) -> Diagnostic:
    words = FAULTS[fault.code]
    params = {name: _term(value, "en") for name, value in fault.params.items()}
    french = {name: _term(value, "fr") for name, value in fault.params.items()}
    said = {"fault_en": words["en"].format_map(params), "fault_fr": words["fr"].format_map(french)}
    help = fault.help
    if fault.legal:
        said, help = choose(fault.params.get("property", fault.params.get("name", fault.params.get("word", ""))), fault.legal, said)
    offset = clue.offset
    if offset is None:
        return at(clue.node, "condition", said, help=help, width=1)
    close = said.get("close", "") if help == "close" else ""
    repair = f"{fault.params['name']}.{close}" if close and "property" in fault.params else close
    return at(clue.node, "condition", said, help=help, offset=offset + fault.col, width=fault.width, repair=repair)


def _term(value: str, lang: str) -> str:
    return WORDS[f"#{value}"][lang] if f"#{value}" in WORDS else str(value)
