"""Playthroughs that an author can read: who does what, step by step, and what must then be true."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from attrs import frozen

from engine.commands import CloseStep, Command
from engine.conditions import ConditionFault, compile_condition
from engine.errors import BrokenScenario
from engine.names import EndingId, Lang, Onlooker, Power, Viewer, kind
from engine.plot import Scenario
from engine.refusal import Refusal
from engine.state import State
from engine.table import Table
from engine.texts.refusals import refusal_sentence
from scenarios.authoring.acts import joined, offers
from scenarios.reading.conditions import check_conditions, scope_of
from scenarios.reading.diagnostics import Diagnostic, near
from scenarios.reading.nodes import read_nodes
from scenarios.reading.shape import MISSING, Clue, Shaper
from scenarios.reading.steps import COMMANDS, FACILITATOR, UMPIRES, WORDS, is_seed

EN = Lang("en")


class PlaythroughFailed(Exception):
    """A step that did not go as written; the message says where and why."""


@frozen(kw_only=True)
class Played:
    """A playthrough: the table as far as it went, and why it stopped if it did not go as written."""

    name: str
    table: Table
    failure: str = ""


SAYS = {
    "steps": ("a list of steps is needed", "il faut une liste d'étapes"),
    "step": ("a step is a block of 'who: what' lines", "une étape est un bloc de lignes « qui: quoi »"),
    "seed": ("a seed is a number, and stands in the first step", "une graine est un nombre, et se place à la première étape"),
    "turn": ("the turn is {now}, not {said}", "le tour est {now}, et non {said}"),
    "goes_on": ("; 'turn' only looks, and 'close: {phase}' goes on", " ; « turn » ne fait que vérifier, « close: {phase} » fait avancer"),
    "phase": ("the step of the turn is {now}, not {said}; to end it, write 'close: {now}'", "la phase du tour est {now}, et non {said} ; pour la clore, écrire « close: {now} »"),
    "over": ("the game is over: {now}", "la partie est terminée : {now}"),
    "open": ("open to {power} now:", "possible à présent pour {power} :"),
    "open_else": ("{power} cannot '{verb}' in this step ({phase}). Messages and texts of its own apart, it can:", "{power} ne peut « {verb} » dans cette phase ({phase}). Outre ses messages et ses propres textes, elle peut :"),
    "ending": ("the ending is {now}, not {said}", "la fin est {now}, et non {said}"),
    "none": ("none yet", "aucune encore"),
    "unknown_ending": ("no ending is called '{said}'{close}", "aucune fin ne s'appelle « {said} »{close}"),
    "who": ("'{said}' is neither a power nor seed, turn, close, expect, ending{close}", "« {said} » n'est ni une puissance, ni seed, turn, close, expect, ending{close}"),
    "not_so": ("this is not so: {said}{values}", "ce n'est pas le cas : {said}{values}"),
    "is": ("{part} is {value}", "{part} vaut {value}"),
    "close": ("; a close one is '{close}'", " ; un nom voisin est « {close} »"),
    "condition": ("this condition cannot stand: {why}", "cette condition ne peut subsister : {why}"),
}  # fmt: skip


class Reader:
    """Reads and plays the steps of one file."""

    def __init__(self, scenario: Scenario, name: str, lang: Lang) -> None:
        self._scenario, self._name, self._lang = scenario, name, lang
        self._scope = scope_of(scenario)
        self._first: yaml.Node | None = None

    def say(self, key: str, **slots: object) -> str:
        """One sentence."""
        return SAYS[key][1 if self._lang == "fr" else 0].format(**slots)

    def close(self, word: str, names: Iterable[str]) -> str:
        """The close name, if there is one, as the end of a sentence."""
        guess = near(word, names)
        return self.say("close", close=guess) if guess else ""

    def fail(self, node: yaml.Node, why: str) -> PlaythroughFailed:
        """The failure at a node."""
        mark = node.start_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark is not None else "1:1"
        return PlaythroughFailed(f"{self._name}:{place}: {why}")

    def play(self, name: str, steps: yaml.Node) -> Played:
        """Play the steps, up to the first that fails."""
        self._first = None
        table = Table.open(self._scenario, self._seed(steps))
        try:
            self._play(table, steps)
        except PlaythroughFailed as failed:
            return Played(name=name, table=table, failure=str(failed))
        return Played(name=name, table=table)

    def _seed(self, steps: yaml.Node) -> int:
        """What the first step says that chance is drawn from; otherwise what the scenario says."""
        first = steps.value[0] if isinstance(steps, yaml.SequenceNode) and steps.value else None
        for key, value in first.value if isinstance(first, yaml.MappingNode) else ():
            if key.value == "seed" and isinstance(value, yaml.ScalarNode) and is_seed(str(value.value)):
                return int(value.value)
        return self._scenario.plot.seed

    def _play(self, table: Table, steps: yaml.Node) -> None:
        if not isinstance(steps, yaml.SequenceNode):
            raise self.fail(steps, self.say("steps"))
        for step in steps.value:
            if not isinstance(step, yaml.MappingNode):
                raise self.fail(step, self.say("step"))
            for key, value in step.value:
                self._first = self._first or key
                self._step(table, str(key.value), key, value)

    def _step(self, table: Table, word: str, key: yaml.Node, value: yaml.Node) -> None:
        said = str(value.value) if isinstance(value, yaml.ScalarNode) else ""
        state = table.state
        match word:
            case "seed":
                if not is_seed(said) or key is not self._first:
                    raise self.fail(key, self.say("seed"))
            case "turn":
                if state.turn_id != said:
                    hint = (
                        self.say("goes_on", phase=state.phase.value)
                        if said in state.setting.turns
                        else self.close(said, state.setting.turns)
                    )
                    raise self.fail(value, self.say("turn", now=state.turn_id, said=said) + hint)
            case "close":
                if state.over:
                    raise self.fail(value, self.say("over", now=state.ending))
                if state.phase.value != said:
                    raise self.fail(value, self.say("phase", now=state.phase.value, said=said))
                table.play(Onlooker.FACILITATOR, CloseStep())
            case "expect":
                parts = value.value if isinstance(value, yaml.SequenceNode) else (value,)
                failures = [failure for part in parts if (failure := self._expect(state, part)) is not None]
                if failures:
                    raise PlaythroughFailed("\n".join(str(failure) for failure in failures))
            case "ending":
                if said not in self._scenario.plot.endings:
                    raise self.fail(value, self.say("unknown_ending", said=said, close=self.close(said, self._scenario.plot.endings)))
                if state.ending != EndingId(said):
                    raise self.fail(value, self.say("ending", now=state.ending or self.say("none"), said=said))
            case _ if word in state.setting.powers:
                self._commands(table, Power(word), value)
            case "facilitator":
                self._commands(table, Onlooker.FACILITATOR, value)
            case _:
                known = (*state.setting.powers, *WORDS)
                raise self.fail(key, self.say("who", said=word, close=self.close(word, known)))

    def _expect(self, state: State, node: yaml.Node) -> PlaythroughFailed | None:
        """What is wrong with one expectation, if anything."""
        source = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        problems = check_conditions(self._scope, (Clue(source, node, "expect"),))
        if problems:
            first = problems[0]
            why = self.say("condition", why=first.sentence(self._lang))
            return PlaythroughFailed(f"{self._name}:{first.line}:{first.col}: {why}")
        if not compile_condition(source, self._scope)(state):
            return self.fail(node, self.say("not_so", said=source, values=self._values(state, source)))
        return None

    def _values(self, state: State, source: str) -> str:
        """What each part of a condition comes to: `; count(pact.signed) is 1`."""
        found = {}
        for part in ast.walk(ast.parse(source.strip(), mode="eval")):
            if isinstance(part, ast.Attribute | ast.Call) and not isinstance(getattr(part, "func", None), ast.Attribute):
                words = ast.unparse(part)
                try:
                    found[words] = compile_condition(words, self._scope, None)(state)
                except ConditionFault:
                    continue
        shown = {k: ", ".join(sorted(v)) or "-" if isinstance(v, frozenset) else str(v).lower() for k, v in found.items()}
        return "".join("; " + self.say("is", part=part, value=value) for part, value in shown.items())

    def _commands(self, table: Table, by: Viewer, node: yaml.Node) -> None:
        parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for part in parts:
            command = self._shape(part, by)
            outcome = table.play(by, command)
            if isinstance(outcome, Refusal):
                said = f"{_who(by)}: {refusal_sentence(outcome, self._lang, self._scenario.setting)}"
                raise self.fail(part, said + self._open(table.state, by, command))

    def _open(self, state: State, by: Viewer, command: Command) -> str:
        """What was open instead: the same act with other values, or else other acts."""
        same = joined(offers(state, by, type(command)))
        found = same or joined(offers(state, by))
        head = self.say("open" if same else "open_else", power=_who(by), verb=kind(type(command)), phase=state.phase.value)
        return "".join(("\n    = ", head, *(f"\n        - {_who(by)}: {{{offer.words}}}" for offer in found)))

    def _shape(self, node: yaml.Node, by: Viewer) -> Any:
        setting = self._scenario.setting
        shaper = Shaper(tuple(setting.languages), turns=tuple(setting.turns))
        command = shaper.union(node, UMPIRES if isinstance(by, Onlooker) else COMMANDS, _who(by))
        problems: list[Diagnostic] = shaper.found.problems
        if command is MISSING or problems:
            first = problems[0]
            advice = first.advice(self._lang)
            said = first.sentence(self._lang) + (f" ({advice})" if advice else "")
            raise PlaythroughFailed(f"{self._name}:{first.line}:{first.col}: {said}")
        return command


def _who(by: Viewer) -> str:
    """As a step names them."""
    return FACILITATOR if by is Onlooker.FACILITATOR else by


def attempts(scenario: Scenario, text: str, name: str = "playthrough", lang: Lang = EN) -> Iterator[Played]:
    """Play every playthrough of a file, each as far as it goes; raises BrokenScenario if the file cannot be read."""
    problems: list[Diagnostic] = []
    root = read_nodes(text, problems)
    if not isinstance(root, yaml.MappingNode) or problems:
        raise BrokenScenario("\n".join(f"{name}:{p.line}:{p.col}: {p.sentence(lang)}" for p in problems) or name)
    reader = Reader(scenario, name, lang)
    for key, value in root.value:
        yield reader.play(str(key.value), value)


def run(scenario: Scenario, text: str, name: str = "playthrough") -> tuple[Played, ...]:
    """Play every playthrough of a file.

    Raises PlaythroughFailed at the first step that does not go as written, BrokenScenario if the file cannot be read.
    """
    played = tuple(attempts(scenario, text, name))
    for one in played:
        if one.failure:
            raise PlaythroughFailed(one.failure)
    return played
