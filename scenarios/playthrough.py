"""Playthroughs that an author can read: who does what, step by step, and what must then be true."""

from __future__ import annotations

from typing import Any, get_args

import yaml
from attrs import frozen

from engine.commands import CloseStep, PowerCommand
from engine.conditions import ConditionFault, holds
from engine.errors import BrokenScenario
from engine.names import Condition, EndingId, Onlooker, Power
from engine.refusal import Refusal
from engine.setting import Scenario
from engine.table import Table
from engine.texts.refusals import refusal_sentence
from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.nodes import read_nodes
from scenarios.reading.shape import MISSING, Shaper

COMMANDS = get_args(PowerCommand)


class PlaythroughFailed(Exception):
    """A step that did not go as written; the message says where and why."""


@frozen(kw_only=True)
class Played:
    """A playthrough that went as written."""

    name: str
    table: Table


class Reader:
    """Reads and plays the steps of one file."""

    def __init__(self, scenario: Scenario, name: str) -> None:
        self._scenario, self._name = scenario, name

    def fail(self, node: yaml.Node, why: str) -> PlaythroughFailed:
        """The failure at a node."""
        mark = node.start_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark is not None else "1:1"
        return PlaythroughFailed(f"{self._name}:{place}: {why}")

    def play(self, steps: yaml.Node) -> Table:
        """Play the steps; raises PlaythroughFailed at the first that fails."""
        table = Table.open(self._scenario, self._scenario.plot.seed)
        if not isinstance(steps, yaml.SequenceNode):
            raise self.fail(steps, "a list of steps is needed")
        for step in steps.value:
            if not isinstance(step, yaml.MappingNode):
                raise self.fail(step, "a step is a block of 'who: what' lines")
            for key, value in step.value:
                self._step(table, str(key.value), key, value)
        return table

    def _step(self, table: Table, word: str, key: yaml.Node, value: yaml.Node) -> None:
        said = str(value.value) if isinstance(value, yaml.ScalarNode) else ""
        match word:
            case "turn":
                if table.state.turn_id != said:
                    raise self.fail(value, f"the turn is {table.state.turn_id}, not {said}")
            case "close":
                if table.state.phase.value != said:
                    raise self.fail(value, f"the phase is {table.state.phase.value}, not {said}")
                table.play(Onlooker.FACILITATOR, CloseStep())
            case "expect":
                self._expect(table, value, said)
            case "ending":
                if table.state.ending != EndingId(said):
                    raise self.fail(value, f"the ending is {table.state.ending}, not {said}")
            case _ if word in table.state.setting.powers:
                self._commands(table, Power(word), value)
            case _:
                raise self.fail(key, f"'{word}' is neither a power nor turn, close, expect, ending")

    def _expect(self, table: Table, node: yaml.Node, source: str) -> None:
        try:
            met = holds(table.state, Condition(source))
        except ConditionFault as fault:
            raise self.fail(node, f"this condition cannot be read: {fault.code}") from fault
        if not met:
            raise self.fail(node, f"this is not so: {source}")

    def _commands(self, table: Table, power: Power, node: yaml.Node) -> None:
        parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for part in parts:
            command = self._shape(table, part)
            outcome = table.play(power, command)
            if isinstance(outcome, Refusal):
                said = refusal_sentence(outcome, self._scenario.setting.languages[0], self._scenario.setting)
                raise self.fail(part, f"{power}: {said}")

    def _shape(self, table: Table, node: yaml.Node) -> Any:
        self._dates(table, node)
        shaper = Shaper(tuple(self._scenario.setting.languages))
        command = shaper.union(node, COMMANDS, "step")
        problems: list[Diagnostic] = shaper.found.problems
        if command is MISSING or problems:
            first = problems[0]
            raise PlaythroughFailed(f"{self._name}:{first.line}:{first.col}: {first.sentence()}")
        return command

    def _dates(self, table: Table, node: yaml.Node) -> None:
        """An ultimatum's deadline is written as a turn's name."""
        turns = tuple(table.state.setting.turns)
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value == "expires" and value.value in turns:
                value.value = str(turns.index(value.value))
            self._dates(table, value)


def run(scenario: Scenario, text: str, name: str = "playthrough") -> tuple[Played, ...]:
    """Play every playthrough of a file.

    Raises PlaythroughFailed at the first step that does not go as written, BrokenScenario if the file cannot be read.
    """
    problems: list[Diagnostic] = []
    root = read_nodes(text, problems)
    if not isinstance(root, yaml.MappingNode) or problems:
        raise BrokenScenario("\n".join(f"{name}:{p.line}:{p.col}: {p.sentence()}" for p in problems) or name)
    reader = Reader(scenario, name)
    return tuple(Played(name=str(key.value), table=reader.play(value)) for key, value in root.value)
