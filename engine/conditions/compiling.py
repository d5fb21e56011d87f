"""A condition checked against the names of a scenario and compiled to closures over `State`."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from engine.conditions.parsing import LIMIT, ConditionFault, parse
from engine.conditions.scope import Scope
from engine.conditions.vocabulary import (
    ARTICLE,
    CALLS,
    CREATED,
    EVENT,
    NAMED,
    ORGAN,
    POWER,
    RESOLUTION,
    STAKE,
    TREATY,
    ULTIMATUM_WORDS,
    Ask,
    Kind,
)
from engine.names import TurnId
from engine.state import State

DEPTH = 30
"""Levels of nesting in one condition, so that neither reading nor asking it can exhaust the stack."""


@frozen
class Compiled:
    """A condition ready to be asked, with the kind of its answer."""

    kind: Kind
    ask: Ask

    def __call__(self, state: State) -> Any:
        return self.ask(state)


_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_ARITHMETIC: Mapping[type[ast.operator], Callable[[int, int], int]] = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}


def compile_condition(source: str, scope: Scope | None, wanted: Kind | None = Kind.TRUTH) -> Compiled:
    """The condition as a function of the state; raises ConditionFault at the first thing that cannot stand.

    Without a scope nothing is looked up: a name that the state does not know is absent, neither in force nor held nor signed.
    """
    if scope is not None and len(source) > LIMIT:
        raise ConditionFault("too_long", {"limit": str(LIMIT)})
    flat = source.replace("\r", " ").replace("\n", " ").replace("\t", " ")
    shift = len(flat) - len(flat.lstrip())
    tree = parse(flat.strip(), shift)
    kind, ask = _Reader(flat.strip(), shift, scope).read(tree.body, 0)
    if wanted is not None and kind is not wanted:
        raise ConditionFault("wrong_kind", {"wanted": wanted, "got": kind, "word": flat.strip()}, shift, len(flat.strip()))
    return Compiled(kind, ask)


class _Reader:
    """Turns a parsed condition into closures, and marks the word at which it fails."""

    def __init__(self, source: str, shift: int, scope: Scope | None) -> None:
        self.source = source
        self.shift = shift
        self.scope = scope

    def fault(
        self, code: str, node: ast.expr, params: Mapping[str, str] | None = None, help: str = "", legal: tuple[str, ...] = ()
    ) -> ConditionFault:
        """The fault at a node; positions of `ast` count bytes, ours count characters."""
        raw = self.source.encode()
        start = len(raw[: node.col_offset].decode(errors="ignore"))
        end = len(raw[: node.end_col_offset or node.col_offset + 1].decode(errors="ignore"))
        return ConditionFault(code, {"word": self.source[start:end], **(params or {})}, self.shift + start, end - start, help, legal)

    def need(self, node: ast.expr, wanted: Kind, depth: int) -> Ask:
        if wanted is Kind.POWER and isinstance(node, ast.Name):
            return self.named_power(node)
        got, ask = self.read(node, depth)
        if got is not wanted:
            raise self.fault("wrong_kind", node, {"wanted": wanted, "got": got})
        return ask

    def read(self, node: ast.expr, depth: int) -> tuple[Kind, Ask]:
        if depth > DEPTH:
            raise self.fault("too_deep", node)
        match node:
            case ast.BoolOp(op=op, values=values):
                asks = tuple(self.need(v, Kind.TRUTH, depth + 1) for v in values)
                if isinstance(op, ast.And):
                    return Kind.TRUTH, lambda state: all(ask(state) for ask in asks)
                return Kind.TRUTH, lambda state: any(ask(state) for ask in asks)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                truth = self.need(operand, Kind.TRUTH, depth + 1)
                return Kind.TRUTH, lambda state: not truth(state)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                number = self.need(operand, Kind.NUMBER, depth + 1)
                return Kind.NUMBER, lambda state: -number(state)
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _ARITHMETIC:
                a, b, do = self.need(left, Kind.NUMBER, depth + 1), self.need(right, Kind.NUMBER, depth + 1), _ARITHMETIC[type(sign)]
                return Kind.NUMBER, lambda state: do(a(state), b(state))
            case ast.Compare():
                return Kind.TRUTH, self.compare(node, depth)
            case ast.Constant(value=value):
                if type(value) is int and value < 10**9:
                    return Kind.NUMBER, lambda state: value
                if isinstance(value, str):
                    return Kind.WORD, lambda state: value
                raise self.fault("not_allowed", node)
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                members = tuple(self.need(e, Kind.POWER, depth + 1) for e in elements)
                return Kind.GROUP, lambda state: frozenset(m(state) for m in members)
            case ast.Name():
                return self.name(node)
            case ast.Attribute():
                return self.attribute(node)
            case ast.Call():
                return self.call(node, depth)
            case _:
                raise self.fault("not_allowed", node, help="grammar")

    def named_power(self, node: ast.Name) -> Ask:
        power = node.id
        if self.scope is not None and power not in self.scope.powers:
            raise self.fault("unknown_power", node, legal=self.scope.powers)
        return lambda state: power

    def name(self, node: ast.Name) -> tuple[Kind, Ask]:
        key, scope = node.id, self.scope
        if scope is None or key in scope.tracks:
            return Kind.NUMBER, lambda state: state.tracks.get(key, 0)
        if key in scope.powers:
            return Kind.POWER, lambda state: key
        if scope.properties(key):
            raise self.fault("needs_property", node, {"name": key, "example": f"{key}.{scope.properties(key)[0]}"})
        if key == "turn" or key in scope.turns:
            raise self.fault("turn_alone", node)
        raise self.fault("unknown_name", node, legal=(*scope.tracks, *scope.nouns(), *CALLS, "turn"))

    def attribute(self, node: ast.Attribute) -> tuple[Kind, Ask]:
        match node.value:
            case ast.Attribute(value=ast.Name() as treaty):
                return self.article(node, node.value, treaty)
            case ast.Name(id=name):
                word, scope = node.attr, self.scope
            case _:
                raise self.fault("not_allowed", node, help="grammar")
        if scope is not None:
            legal = scope.properties(name)
            if not legal:
                raise self.fault("unknown_name", node.value, legal=scope.nouns())
            articles = scope.articles.get(name, ())
            if word in articles and word not in legal:
                raise self.fault("needs_property", node, {"name": f"{name}.{word}", "example": f"{name}.{word}.{next(iter(ARTICLE))}"})
            if word not in legal:
                raise self.fault("no_property", node, {"name": name, "property": word}, legal=(*legal, *articles))
        for known in (TREATY, RESOLUTION, ORGAN, STAKE, EVENT, POWER):
            if word in known:
                kind, bind = known[word]
                return kind, bind(name)
        key = f"{name}.{word}"
        return Kind.NUMBER, lambda state: state.tracks.get(key, 0)

    def article(self, node: ast.Attribute, within: ast.Attribute, treaty: ast.Name) -> tuple[Kind, Ask]:
        """What is asked of one article of a treaty."""
        if self.scope is not None:
            if treaty.id not in self.scope.treaties:
                raise self.fault("unknown_treaty", treaty, legal=self.scope.treaties)
            articles = self.scope.articles.get(treaty.id, ())
            if within.attr not in articles:
                raise self.fault("no_article", within, {"name": treaty.id, "property": within.attr}, legal=articles)
        words = {**ARTICLE, **CREATED}
        legal = tuple(words) if self.scope is None else self.scope.article_properties(treaty.id, within.attr)
        if node.attr not in legal:
            name = f"{treaty.id}.{within.attr}"
            raise self.fault("no_property", node, {"name": name, "property": node.attr}, legal=legal)
        kind, bind = words[node.attr]
        return kind, bind(treaty.id, within.attr)

    def call(self, node: ast.Call, depth: int) -> tuple[Kind, Ask]:
        if not isinstance(node.func, ast.Name) or node.func.id not in CALLS or node.keywords:
            raise self.fault("not_a_function", node.func, legal=tuple(CALLS))
        verb = node.func.id
        kinds, result = CALLS[verb]
        if len(node.args) != len(kinds):
            raise self.fault("argument_count", node, {"name": verb, "wanted": str(len(kinds)), "got": str(len(node.args))})
        if verb in NAMED:
            for arg in node.args:
                if not isinstance(arg, ast.Name):
                    raise self.fault("wrong_kind", arg, {"wanted": Kind.POWER, "got": Kind.WORD})
                self.named_power(arg)
            names = [arg.id for arg in node.args if isinstance(arg, ast.Name)]
            return result, NAMED[verb](*names)
        asks = [self.need(arg, kind, depth + 1) for arg, kind in zip(node.args, kinds, strict=True)]
        if verb == "count":
            return result, lambda state: len(asks[0](state))
        one, other = asks
        if verb == "all_in":
            return result, lambda state: one(state) <= other(state)
        return result, lambda state: not one(state).isdisjoint(other(state))

    def compare(self, node: ast.Compare, depth: int) -> Ask:
        items = [node.left, *node.comparators]
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn):
            who, group = self.need(node.left, Kind.POWER, depth + 1), self.need(node.comparators[0], Kind.GROUP, depth + 1)
            if isinstance(node.ops[0], ast.In):
                return lambda state: who(state) in group(state)
            return lambda state: who(state) not in group(state)
        if any(type(op) not in _COMPARE for op in node.ops):
            raise self.fault("not_allowed", node, help="grammar")
        ops = [_COMPARE[type(op)] for op in node.ops]
        if isinstance(node.left, ast.Name) and node.left.id == "turn":
            return self.compare_turn(node, ops)
        if any(isinstance(i, ast.Attribute) and i.attr == "holder" for i in items):
            typed = [(Kind.POWER, self.need(i, Kind.POWER, depth + 1)) for i in items]
        else:
            typed = [self.read(i, depth + 1) for i in items]
        kinds = [kind for kind, _ in typed]
        ordered = any(op not in (operator.eq, operator.ne) for op in ops)
        if len(set(kinds)) != 1 or kinds[0] in (Kind.GROUP, Kind.TRUTH) or (ordered and kinds[0] is not Kind.NUMBER):
            other = next((k for k in kinds if k is not kinds[0]), kinds[-1])
            raise self.fault("cannot_compare", node, {"one": kinds[0], "other": other})
        self.check_words(items)
        asks = [ask for _, ask in typed]
        if len(ops) == 1:
            do, a, b = ops[0], *asks
            return lambda state: do(a(state), b(state))

        def chain(state: State) -> bool:
            values = [ask(state) for ask in asks]
            return all(do(x, y) for do, x, y in zip(ops, values, values[1:], strict=False))

        return chain

    def compare_turn(self, node: ast.Compare, ops: list[Callable[[Any, Any], bool]]) -> Ask:
        other = node.comparators[0]
        if len(ops) != 1 or not isinstance(other, ast.Name):
            raise self.fault("turn_alone", node)
        name, do = TurnId(other.id), ops[0]
        if self.scope is not None and name not in self.scope.turns:
            raise self.fault("unknown_turn", other, legal=self.scope.turns)

        def ask(state: State) -> bool:
            place = state.turn_order(name)
            return place is not None and do(state.turn, place)

        return ask

    def check_words(self, items: list[ast.expr]) -> None:
        """Refuse a word that the thing beside it can never be."""
        if self.scope is None:
            return
        legal: tuple[str, ...] = ()
        for item in items:
            if isinstance(item, ast.Attribute) and isinstance(item.value, ast.Name) and item.attr == "choice":
                legal = (*self.scope.events.get(item.value.id, ()), "none")
            elif isinstance(item, ast.Call):
                legal = ULTIMATUM_WORDS
        for item in items:
            if isinstance(item, ast.Constant) and isinstance(item.value, str) and len(legal) > 1 and item.value not in legal:
                raise self.fault("unknown_word", item, {"name": item.value}, legal=legal)
