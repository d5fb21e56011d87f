"""The steps of playthroughs, read without playing them: who, what, when, each name and each condition, with its place."""

from __future__ import annotations

from typing import get_args

import yaml

from engine.commands import PowerCommand, UmpireCommand
from engine.phase import Phase
from engine.plot import Scenario
from scenarios.reading.conditions import check_conditions, scope_of
from scenarios.reading.diagnostics import Diagnostic, at, choose
from scenarios.reading.names import unknown
from scenarios.reading.nodes import read_nodes
from scenarios.reading.shape import GOT, Clue, Shaper

COMMANDS = get_args(PowerCommand)
UMPIRES = get_args(UmpireCommand)
FACILITATOR = "facilitator"
WORDS = ("seed", "turn", "close", "expect", "ending", FACILITATOR)
"""What stands in a step besides the name of a power."""
MADE_IN_PLAY = "."
"""A name with a dot is one that a power gives in the course of the game."""


def check_steps(scenario: Scenario, text: str) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a file of playthroughs before anything is played; never raises for what it may hold."""
    problems: list[Diagnostic] = []
    root = read_nodes(text, problems)
    if root is not None:
        _Steps(scenario, problems).file(root)
    return tuple(sorted(problems, key=lambda p: (p.line, p.col)))


def is_seed(word: str) -> bool:
    """Whether chance can be drawn from it."""
    return word.isdecimal() and word.isascii() and len(word) <= 10


class _Steps:
    def __init__(self, scenario: Scenario, problems: list[Diagnostic]) -> None:
        setting, plot = scenario.setting, scenario.plot
        self._setting, self._problems = setting, problems
        self._scope = scope_of(scenario)
        self._endings = tuple(plot.endings)
        self._names: dict[str, frozenset[str]] = {
            "power": frozenset(setting.powers),
            "turn": frozenset(setting.turns),
            "stake": frozenset(setting.stakes),
            "event": frozenset(plot.events),
            "treaty": frozenset(plot.treaties) | frozenset(plot.drafts),
        }

    def file(self, root: yaml.Node) -> None:
        if self._is(root, yaml.MappingNode, "#scenario"):
            for name, steps in root.value:
                if self._is(steps, yaml.SequenceNode, str(name.value)):
                    for step in steps.value:
                        if self._is(step, yaml.MappingNode, str(name.value)):
                            for key, value in step.value:
                                self._step(key, value, str(name.value))

    def _is(self, node: yaml.Node, wanted: type[yaml.Node], path: str) -> bool:
        if not isinstance(node, wanted):
            self._problems.append(at(node, "want", {"path": path, "wanted": GOT[wanted], "got": GOT[type(node)]}))
        return isinstance(node, wanted)

    def _step(self, key: yaml.Node, value: yaml.Node, path: str) -> None:
        word = str(key.value)
        match word:
            case "seed" if self._is(value, yaml.ScalarNode, word):
                if not is_seed(str(value.value)):
                    self._problems.append(at(value, "number", {"path": word, "word": str(value.value)}))
            case "turn" if self._is(value, yaml.ScalarNode, word):
                if value.value not in self._setting.turns:
                    self._problems.append(unknown(value, "turn", value.value, self._setting.turns))
            case "close" if self._is(value, yaml.ScalarNode, word):
                self._one_of(value, tuple(phase.value for phase in Phase if phase is not Phase.OVER), word)
            case "ending" if self._is(value, yaml.ScalarNode, word):
                self._one_of(value, self._endings, word)
            case "expect":
                for part in value.value if isinstance(value, yaml.SequenceNode) else (value,):
                    if self._is(part, yaml.ScalarNode, word):
                        self._problems += check_conditions(self._scope, (Clue(str(part.value), part, word),))
            case _ if word in self._setting.powers:
                self._acts(word, COMMANDS, value)
            case "facilitator":
                self._acts(word, UMPIRES, value)
            case _ if word not in WORDS:
                params, help = choose(word, (*self._setting.powers, *WORDS), {"word": word, "path": path})
                self._problems.append(at(key, "unknown_key", params, help=help))
            case _:
                pass

    def _one_of(self, node: yaml.Node, legal: tuple[str, ...], path: str) -> None:
        if node.value not in legal:
            params, help = choose(str(node.value), legal, {"word": str(node.value), "path": path})
            self._problems.append(at(node, "not_a_value", params, help=help))

    def _acts(self, who: str, verbs: tuple[type, ...], node: yaml.Node) -> None:
        for act in node.value if isinstance(node, yaml.SequenceNode) else (node,):
            self._act(who, verbs, act)

    def _act(self, who: str, verbs: tuple[type, ...], node: yaml.Node) -> None:
        shaper = Shaper(tuple(self._setting.languages), turns=tuple(self._setting.turns))
        shaper.union(node, verbs, who)
        self._problems += shaper.found.problems
        for ref in shaper.found.references:
            names = self._names.get(ref.kind)
            if names is not None and ref.word not in names and MADE_IN_PLAY not in ref.word:
                self._problems.append(unknown(ref.node, ref.kind, ref.word, sorted(names)))
