"""Conditions: a small typed part of Python's expression grammar, checked against a scenario and compiled to closures over `State`."""

from __future__ import annotations

import ast
import functools
import operator
import warnings
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from attrs import field, frozen

from engine.errors import LocarnoError
from engine.measures import AnyMeasure, Authorisation, Sanctions
from engine.names import Condition, EventId, OrganId, Power, ResolutionId, StakeId, TreatyId, TurnId
from engine.orders import Readiness
from engine.organ import ELECTED, PERMANENT, Organ
from engine.resolution import Outcome, Resolution
from engine.setting import Each, Objective, Setting
from engine.state import State
from engine.treaty import Stage, Treaty

LIMIT = 500
"""Characters in one condition."""

DEPTH = 30
"""Levels of nesting in one condition, so that neither reading nor asking it can exhaust the stack."""


class Kind(StrEnum):
    """What an expression gives."""

    NUMBER = "number"
    TRUTH = "truth"
    WORD = "word"
    GROUP = "group"
    POWER = "power"


class ConditionFault(LocarnoError):
    """A condition that cannot be read: a code with its particulars, the place inside the source, and the names legal there."""

    def __init__(
        self, code: str, params: Mapping[str, str], col: int = 0, width: int = 1, help: str = "", legal: tuple[str, ...] = ()
    ) -> None:
        super().__init__(code, dict(params))
        self.code = code
        self.params = dict(params)
        self.col = col
        self.width = max(width, 1)
        self.help = help
        self.legal = legal


Ask: TypeAlias = Callable[[State], Any]


@frozen
class Compiled:
    """A condition ready to be asked, with the kind of its answer."""

    kind: Kind
    ask: Ask

    def __call__(self, state: State) -> Any:
        return self.ask(state)


_NOWHERE: frozenset[Power] = frozenset()


def _of_treaty(give: Callable[[Treaty], Any], absent: Any) -> Callable[[str], Ask]:
    def bind(name: str) -> Ask:
        key = TreatyId(name)

        def ask(state: State) -> Any:
            treaty = state.treaties.get(key)
            return absent if treaty is None else give(treaty)

        return ask

    return bind


def _of_text(treaty: Callable[[Treaty], bool], resolution: Callable[[Resolution], bool]) -> Callable[[str], Ask]:
    """What a treaty and a draft resolution have a word for alike: a name stands for one of them only."""

    def bind(name: str) -> Ask:
        def ask(state: State) -> bool:
            known = state.treaties.get(TreatyId(name))
            if known is not None:
                return treaty(known)
            draft = state.resolutions.get(ResolutionId(name))
            return draft is not None and resolution(draft)

        return ask

    return bind


def _initialled(treaty: Treaty) -> frozenset[Power]:
    return treaty.initials.get(treaty.text.number, _NOWHERE)


_OFF_THE_TABLE = (Stage.DRAFT, Stage.WITHDRAWN)

_TREATY: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "in_force": (Kind.TRUTH, _of_treaty(lambda t: t.in_force, False)),
    "tabled": (Kind.TRUTH, _of_text(lambda t: t.stage not in _OFF_THE_TABLE, lambda r: r.stage is not Outcome.DRAFT)),
    "adopted": (Kind.TRUTH, _of_text(lambda t: t.adopted is not None, lambda r: r.stage is Outcome.ADOPTED)),
    "withdrawn": (Kind.TRUTH, _of_text(lambda t: t.stage is Stage.WITHDRAWN, lambda r: r.stage is Outcome.WITHDRAWN)),
    "initialled": (Kind.GROUP, _of_treaty(_initialled, _NOWHERE)),
    "signed": (Kind.GROUP, _of_treaty(lambda t: frozenset(t.signatures), _NOWHERE)),
    "ratified": (Kind.GROUP, _of_treaty(lambda t: t.ratified, _NOWHERE)),
    "parties": (Kind.GROUP, _of_treaty(lambda t: t.parties, _NOWHERE)),
    "assented": (Kind.GROUP, _of_treaty(lambda t: t.assents, _NOWHERE)),
}
_RESOLUTION: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    **{word: _TREATY[word] for word in ("tabled", "adopted", "withdrawn")},
    "rejected": (Kind.TRUTH, _of_text(lambda t: False, lambda r: r.stage is Outcome.REJECTED)),
    "vetoed": (Kind.TRUTH, _of_text(lambda t: False, lambda r: r.stage is Outcome.VETOED)),
}


def _of_organ(give: Callable[[State, Organ], Any], absent: Any) -> Callable[[str], Ask]:
    def bind(name: str) -> Ask:
        key = OrganId(name)

        def ask(state: State) -> Any:
            organ = state.organs.get(key)
            return absent if organ is None else give(state, organ)

        return ask

    return bind


def _members(state: State, organ: Organ) -> frozenset[Power]:
    held = state.memberships.get(organ.organisation)
    return held.members if held is not None else _NOWHERE


_ORGAN: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "members": (Kind.GROUP, _of_organ(_members, _NOWHERE)),
    "seats": (Kind.GROUP, _of_organ(lambda state, organ: frozenset(organ.seats), _NOWHERE)),
    "permanent": (Kind.GROUP, _of_organ(lambda state, organ: organ.sitting_by(PERMANENT), _NOWHERE)),
    "elected": (Kind.GROUP, _of_organ(lambda state, organ: organ.sitting_by(ELECTED), _NOWHERE)),
    "seized": (Kind.TRUTH, _of_organ(lambda state, organ: bool(organ.agenda), False)),
}
_STAKE: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "holder": (Kind.POWER, lambda name: lambda state: state.holders.get(StakeId(name))),
    "garrison": (Kind.GROUP, lambda name: lambda state: state.garrison(StakeId(name))),
    "settled": (Kind.TRUTH, lambda name: lambda state: StakeId(name) in state.settled),
}
_EVENT: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "choice": (Kind.WORD, lambda name: lambda state: state.chosen.get(EventId(name), "none")),
    "fired": (Kind.TRUTH, lambda name: lambda state: EventId(name) in state.fired),
}
_POWER: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "readiness": (Kind.NUMBER, lambda name: lambda state: int(state.readiness.get(Power(name), Readiness.PEACE))),
    "sanctioned_by": (Kind.GROUP, lambda name: lambda state: frozenset(by for by, target in state.sanctions if target == name)),
    "at_war": (Kind.GROUP, lambda name: lambda state: state.at_war(Power(name))),
}


def _trust(one: str, other: str) -> Ask:
    key = f"{one}.trust.{other}"
    return lambda state: state.tracks.get(key, 0)


def _ultimatum(issuer: str, target: str) -> Ask:
    key = (Power(issuer), Power(target))

    def ask(state: State) -> str:
        found = state.ultimatums.get(key)
        return "none" if found is None else found.state.value

    return ask


def _held(power: str) -> Ask:
    return lambda state: sum(1 for holder in state.holders.values() if holder == power)


def _sanctions_on(power: str) -> Ask:
    return lambda state: frozenset(giver for (giver, target), kinds in state.sanctions.items() if target == power and kinds)


def _in_force(state: State) -> Iterable[AnyMeasure]:
    return (standing.measure for standing in state.measures.values() if standing.ended is None)


def _found_guilty(power: str) -> Ask:
    return lambda state: any((found := m.finds()) is not None and found[1] == power for m in _in_force(state))


def _sanctioned(power: str) -> Ask:
    return lambda state: any(isinstance(m, Sanctions) and m.target == power for m in _in_force(state))


def _may_be_fought(power: str) -> Ask:
    return lambda state: any(isinstance(s.measure, Authorisation) and s.measure.against == power for s in state.measures_in_effect())


def _in_disregard(power: str) -> Ask:
    def ask(state: State) -> bool:
        outbreaks = (d.outbreak for d in state.disputes.values())
        return any(found is not None and found.by == power and found.article is not None for found in outbreaks)

    return ask


_ULTIMATUM_WORDS = ("none", "standing", "accepted", "rejected")

_CALLS: Mapping[str, tuple[tuple[Kind, ...], Kind]] = {
    "count": ((Kind.GROUP,), Kind.NUMBER),
    "all_in": ((Kind.GROUP, Kind.GROUP), Kind.TRUTH),
    "any_in": ((Kind.GROUP, Kind.GROUP), Kind.TRUTH),
    "trust": ((Kind.POWER, Kind.POWER), Kind.NUMBER),
    "ultimatum": ((Kind.POWER, Kind.POWER), Kind.WORD),
    "held": ((Kind.POWER,), Kind.NUMBER),
    "sanctions_on": ((Kind.POWER,), Kind.GROUP),
    "sanctioned": ((Kind.POWER,), Kind.TRUTH),
    "found_guilty": ((Kind.POWER,), Kind.TRUTH),
    "force_authorised": ((Kind.POWER,), Kind.TRUTH),
    "in_disregard": ((Kind.POWER,), Kind.TRUTH),
}
_NAMED: Mapping[str, Callable[..., Ask]] = {
    "trust": _trust,
    "ultimatum": _ultimatum,
    "held": _held,
    "sanctions_on": _sanctions_on,
    "sanctioned": _sanctioned,
    "found_guilty": _found_guilty,
    "force_authorised": _may_be_fought,
    "in_disregard": _in_disregard,
}
"""The functions whose arguments are powers by their names."""

PROPERTIES = frozenset({*_TREATY, *_RESOLUTION, *_ORGAN, *_STAKE, *_EVENT, *_POWER})
"""Words that stand after a dot: no track kept for a power may be called so."""

RESERVED = frozenset({*_CALLS, "turn"})
"""Words of the conditions: nothing may be called so."""


@frozen(kw_only=True)
class Scope:
    """The names that a scenario's conditions may use."""

    powers: tuple[str, ...]
    turns: tuple[str, ...]
    tracks: tuple[str, ...]
    """Kept for the world."""
    power_tracks: tuple[str, ...]
    stakes: tuple[str, ...]
    treaties: tuple[str, ...]
    organs: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    events: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """With the choices of each, where they are known."""

    @classmethod
    def of(
        cls,
        setting: Setting,
        treaties: Iterable[TreatyId] = (),
        events: Iterable[EventId] | Mapping[EventId, Iterable[str]] = (),
        resolutions: Iterable[ResolutionId] = (),
    ) -> Scope:
        """The names of a setting, and of the treaties and events of its plot."""
        choices = {str(e): tuple(c) for e, c in events.items()} if isinstance(events, Mapping) else {str(e): () for e in events}
        return cls(
            powers=tuple(setting.powers),
            turns=tuple(setting.turns),
            tracks=tuple(t for t, track in setting.tracks.items() if track.each is Each.WORLD),
            power_tracks=tuple(t for t, track in setting.tracks.items() if track.each is Each.POWER),
            stakes=tuple(setting.stakes),
            treaties=tuple(treaties),
            organs=tuple(setting.councils),
            resolutions=tuple(resolutions),
            events=choices,
        )

    def properties(self, name: str) -> tuple[str, ...]:
        """What may stand after the dot behind a name; nothing for a name that has no properties."""
        if name in self.powers:
            return (*self.power_tracks, *_POWER)
        for names, known in (
            (self.treaties, _TREATY),
            (self.organs, _ORGAN),
            (self.resolutions, _RESOLUTION),
            (self.stakes, _STAKE),
            (self.events, _EVENT),
        ):
            if name in names:
                return tuple(known)
        return ()

    def nouns(self) -> tuple[str, ...]:
        """Every name that has properties."""
        return (*self.powers, *self.treaties, *self.organs, *self.resolutions, *self.stakes, *self.events)


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
    tree = _parse(flat.strip(), shift)
    kind, ask = _Reader(flat.strip(), shift, scope).read(tree.body, 0)
    if wanted is not None and kind is not wanted:
        raise ConditionFault("wrong_kind", {"wanted": wanted, "got": kind, "word": flat.strip()}, shift, len(flat.strip()))
    return Compiled(kind, ask)


def tree_of(source: str) -> ast.Expression:
    """The tree of a condition; raises SyntaxError. What Python would remark on its way is for programmers, not for authors."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source, mode="eval")


def _parse(source: str, shift: int) -> ast.Expression:
    if not source:
        raise ConditionFault("empty", {})
    if "\\" in source:
        raise ConditionFault("not_allowed", {"word": "\\"}, shift + source.index("\\"))
    try:
        return tree_of(source)
    except SyntaxError as error:
        start = max((error.offset or 1) - 1, 0)
        help = ""
        if "&" in source or "|" in source or "!" in source.replace("!=", ""):
            help = "write_and_or_not"
        elif "=" in source.replace("==", "").replace("<=", "").replace(">=", "").replace("!=", ""):
            help = "write_equals"
        col = min(start, len(source) - 1)
        raise ConditionFault("syntax", {}, shift + col, (error.end_offset or 0) - (error.offset or 0), help) from None
    except (ValueError, RecursionError, MemoryError):
        raise ConditionFault("syntax", {}, shift, len(source)) from None


@functools.lru_cache(maxsize=4096)
def _lenient(source: Condition) -> Ask:
    return compile_condition(source, None).ask


def holds(state: State, source: Condition) -> bool:
    """Whether the condition is true now, as far as this state knows."""
    return bool(_lenient(source)(state))


def earned(state: State, aim: Objective) -> int:
    """The points that an objective brings now: all of them, those of the first part that is reached, or none."""
    if holds(state, aim.when):
        return aim.points
    return next((part.points for part in aim.partly if holds(state, part.when)), 0)


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
        raise self.fault("unknown_name", node, legal=(*scope.tracks, *scope.nouns(), *_CALLS, "turn"))

    def attribute(self, node: ast.Attribute) -> tuple[Kind, Ask]:
        if not isinstance(node.value, ast.Name):
            raise self.fault("not_allowed", node, help="grammar")
        name, word, scope = node.value.id, node.attr, self.scope
        if scope is not None:
            legal = scope.properties(name)
            if not legal:
                raise self.fault("unknown_name", node.value, legal=scope.nouns())
            if word not in legal:
                raise self.fault("no_property", node, {"name": name, "property": word}, legal=legal)
        for known in (_TREATY, _RESOLUTION, _ORGAN, _STAKE, _EVENT, _POWER):
            if word in known:
                kind, bind = known[word]
                return kind, bind(name)
        key = f"{name}.{word}"
        return Kind.NUMBER, lambda state: state.tracks.get(key, 0)

    def call(self, node: ast.Call, depth: int) -> tuple[Kind, Ask]:
        if not isinstance(node.func, ast.Name) or node.func.id not in _CALLS or node.keywords:
            raise self.fault("not_a_function", node.func, legal=tuple(_CALLS))
        verb = node.func.id
        kinds, result = _CALLS[verb]
        if len(node.args) != len(kinds):
            raise self.fault("argument_count", node, {"name": verb, "wanted": str(len(kinds)), "got": str(len(node.args))})
        if verb in _NAMED:
            for arg in node.args:
                if not isinstance(arg, ast.Name):
                    raise self.fault("wrong_kind", arg, {"wanted": Kind.POWER, "got": Kind.WORD})
                self.named_power(arg)
            names = [arg.id for arg in node.args if isinstance(arg, ast.Name)]
            return result, _NAMED[verb](*names)
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
                legal = _ULTIMATUM_WORDS
        for item in items:
            if isinstance(item, ast.Constant) and isinstance(item.value, str) and len(legal) > 1 and item.value not in legal:
                raise self.fault("unknown_word", item, {"name": item.value}, legal=legal)
