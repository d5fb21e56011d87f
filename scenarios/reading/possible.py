"""What a condition can come to in any game of a scenario: bounds instead of values, so that 'never' and 'always' are certain."""

from __future__ import annotations

import ast
import functools
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import frozen

from engine.conditions import tree_of
from engine.names import EventId, Power, TrackId
from engine.orders import Readiness
from engine.plot import Agenda, Effect, IssueFullPowers, RecallFullPowers, Scenario
from engine.profile import Seizes
from engine.setting import Each
from engine.treaty import Accession

Truths: TypeAlias = frozenset[bool]
EITHER: Truths = frozenset({True, False})


@frozen
class Between:
    """A number from `low` to `high`, both possible."""

    low: int
    high: int


@frozen
class Among:
    """A group: those that are in it for certain, and those that may be."""

    must: frozenset[str]
    may: frozenset[str]


@frozen
class OneOf:
    """One of these words or powers."""

    words: frozenset[str]


Bound: TypeAlias = Truths | Between | Among | OneOf | None
"""None: nothing is known."""

GROUPS = ("initialled", "signed", "signed_ad_referendum", "ratified", "parties")
"""The groups of a treaty that only its signatories can be in."""

ORDER: Mapping[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


@frozen
class Prospects:
    """What the bounds follow from."""

    scenario: Scenario

    @property
    def turns(self) -> tuple[str, ...]:
        """The calendar, in order."""
        return tuple(self.scenario.setting.turns)

    def everybody(self) -> frozenset[str]:
        """All powers."""
        return frozenset(self.scenario.setting.powers)

    def may_sign(self, treaty: str) -> frozenset[str]:
        """The powers that can ever put their names to a treaty."""
        plot = self.scenario.plot
        found = plot.treaties.get(treaty) or (plot.drafts[treaty].treaty if treaty in plot.drafts else None)  # type: ignore[call-overload,index]
        if found is None:
            return self.everybody()
        closed = frozenset((*found.provisions.signatories, *found.provisions.open_to))
        match found.provisions.accession:
            case Accession.CLOSED:
                return closed
            case Accession.OPEN if found.provisions.open_to:
                return closed
            case _:
                return self.everybody()

    def can_be_tabled(self, treaty: str, turn: int) -> bool:
        """Whether a treaty can have left its holders' files by the close of a turn."""
        draft = self.scenario.plot.drafts.get(treaty)  # type: ignore[call-overload]
        if draft is None:
            return True
        return bool(draft.held_by) and (draft.from_turn is None or self.turns.index(draft.from_turn) <= turn)

    def has_come(self, event: str, turn: int) -> bool:
        """Whether a scripted event can have happened by a turn."""
        scripted = self.scenario.plot.events.get(event)  # type: ignore[call-overload]
        return scripted is None or scripted.turn is None or self.turns.index(scripted.turn) <= turn

    def matters(self) -> frozenset[str]:
        """The matters that an event or a script brings before an organ, by the names that the file gives them."""
        minds = self.scenario.plot.profiles.values()
        deeds = (deed for mind in minds for rule in mind.script.values() for deed in rule.then)
        brought = frozenset(effect.item for _, effect in self.effects() if isinstance(effect, Agenda))
        return brought | frozenset(d.item for d in deeds if isinstance(d, Seizes))

    def effects(self) -> Iterator[tuple[str, Effect]]:
        """What events and choices do, each with its place in the file."""
        for name, event in self.scenario.plot.events.items():
            yield from ((f"events.{name}.effects[{n}]", effect) for n, effect in enumerate(event.effects))
            for key, choice in event.choices.items():
                yield from ((f"events.{name}.choices.{key}.effects[{n}]", effect) for n, effect in enumerate(choice.effects))

    def full_powers(self, power: str) -> Truths:
        """Whether a delegation may have full powers, and whether it may be without."""
        held = frozenset({self.scenario.setting.powers[Power(power)].full_powers})
        changes = (effect for _, effect in self.effects() if isinstance(effect, IssueFullPowers | RecallFullPowers))
        return held | frozenset(isinstance(change, IssueFullPowers) for change in changes if change.power == power)

    def can_be(self, source: str, turn: int) -> Truths:
        """What a condition can come to in a turn."""
        found = _Bounds(self, turn).of(parsed(source))
        return found if isinstance(found, frozenset) else EITHER

    def ever(self, source: str) -> Truths:
        """What a condition can come to in any turn."""
        if not mentions_time(source):
            return self.can_be(source, len(self.turns) - 1)
        return frozenset().union(*(self.can_be(source, turn) for turn in range(len(self.turns))))


@functools.lru_cache(maxsize=4096)
def parsed(source: str) -> ast.expr:
    """The expression of a condition that compiles."""
    return tree_of(" ".join(source.split())).body


@functools.lru_cache(maxsize=4096)
def mentions_time(source: str) -> bool:
    """Whether the answer may depend on the turn."""
    return any(isinstance(node, ast.Name) and node.id == "turn" for node in ast.walk(parsed(source)))


class _Bounds:
    def __init__(self, prospects: Prospects, turn: int) -> None:
        self.known, self.turn = prospects, turn
        self.setting, self.plot = prospects.scenario.setting, prospects.scenario.plot

    def of(self, node: ast.expr) -> Bound:
        match node:
            case ast.BoolOp(op=op, values=values):
                return self.joined([self.truths(v) for v in values], isinstance(op, ast.And))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return frozenset(not truth for truth in self.truths(operand))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                number = self.of(operand)
                return Between(-number.high, -number.low) if isinstance(number, Between) else None
            case ast.BinOp(left=left, op=sign, right=right):
                return self.arithmetic(self.of(left), sign, self.of(right))
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self.compared(left, op, right)
            case ast.Constant(value=value):
                return Between(value, value) if isinstance(value, int) else OneOf(frozenset({str(value)}))
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                members = [self.of(e) for e in elements]
                certain = frozenset().union(*(m.words for m in members if isinstance(m, OneOf)))
                whole = all(isinstance(m, OneOf) and len(m.words) == 1 for m in members)
                return Among(certain, certain) if whole else None
            case ast.Name(id=name):
                return self.named(name)
            case ast.Attribute(value=ast.Name(id=name), attr=word):
                return self.property(name, word)
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id=treaty)), attr="in_force" | "performed" | "breached" | "seized"):
                return self.property(treaty, "in_force")
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id=treaty)), attr="members" | "seats" | "elected"):
                never = self.property(treaty, "in_force") == frozenset({False})
                return Among(frozenset(), frozenset() if never else self.known.everybody())
            case ast.Call(func=ast.Name(id=verb), args=args):
                return self.called(verb, args)
            case _:
                return None

    def truths(self, node: ast.expr) -> Truths:
        found = self.of(node)
        return found if isinstance(found, frozenset) else EITHER

    @staticmethod
    def joined(parts: list[Truths], every: bool) -> Truths:
        """`and` of all, or `or`: certain as soon as one part settles it."""
        settles = not every
        if any(part == frozenset({settles}) for part in parts):
            return frozenset({settles})
        return frozenset({not settles}) if all(part == frozenset({not settles}) for part in parts) else EITHER

    @staticmethod
    def arithmetic(a: Bound, sign: ast.operator, b: Bound) -> Bound:
        if not (isinstance(a, Between) and isinstance(b, Between)):
            return None
        match sign:
            case ast.Add():
                return Between(a.low + b.low, a.high + b.high)
            case ast.Sub():
                return Between(a.low - b.high, a.high - b.low)
            case ast.Mult():
                ends = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
                return Between(min(ends), max(ends))
            case _:
                return None

    def named(self, name: str) -> Bound:
        if name in self.setting.powers:
            return OneOf(frozenset({name}))
        track = self.setting.tracks.get(name)  # type: ignore[call-overload]
        return Between(track.min, track.max) if track is not None else None

    def property(self, name: str, word: str) -> Bound:
        track = self.setting.tracks.get(word)  # type: ignore[call-overload]
        if name in self.setting.powers and track is not None and track.each is Each.POWER:
            return Between(track.min, track.max)
        if name in self.plot.drafts or name in self.plot.treaties:
            if word in GROUPS:
                may = self.known.may_sign(name) if self.known.can_be_tabled(name, self.turn) else frozenset()
                return Among(frozenset(), may)
            if word in ("in_force", "tabled", "adopted"):
                return EITHER if self.known.can_be_tabled(name, self.turn) else frozenset({False})
        if name in self.plot.events:
            come, event = self.known.has_come(name, self.turn), self.plot.events[name]  # type: ignore[index]
            if word == "fired":
                return EITHER if come else frozenset({False})
            if word == "choice":
                return OneOf(frozenset({"none", *event.choices} if come else {"none"}))
        match word:
            case "holder":
                return OneOf(self.known.everybody())
            case "readiness":
                return Between(min(Readiness), max(Readiness))
            case "at_war":
                return Among(frozenset(), self.known.everybody() - {name})
            case _:
                return None

    def called(self, verb: str, args: list[ast.expr]) -> Bound:
        match verb, [self.of(arg) for arg in args]:
            case "count", [Among(must=must, may=may)]:
                return Between(len(must), len(may))
            case "full_powers", [OneOf(words=words)] if len(words) == 1:
                return self.known.full_powers(*words)
            case "held", _:
                return Between(0, len(self.setting.stakes))
            case "trust", _ if "trust" in self.setting.tracks:
                track = self.setting.tracks["trust"]  # type: ignore[index]
                return Between(track.min, track.max)
            case "all_in", [Among() as part, Among() as whole]:
                return _truths(part.may <= whole.must, part.must <= whole.may)
            case "any_in", [Among() as one, Among() as other]:
                return _truths(bool(one.must & other.must), bool(one.may & other.may))
            case _:
                return None

    def compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Truths:
        if isinstance(left, ast.Name) and left.id == "turn" and isinstance(right, ast.Name) and right.id in self.known.turns:
            return frozenset({ORDER[type(op)](self.turn, self.known.turns.index(right.id))})
        match self.of(left), op, self.of(right):
            case OneOf(words=words), ast.In() | ast.NotIn(), Among() as group:
                found = _truths(words <= group.must, bool(words & group.may))
                return found if isinstance(op, ast.In) else frozenset(not truth for truth in found)
            case Between() as a, _, Between() as b if type(op) in ORDER:
                return _numbers(a, op, b)
            case OneOf(words=a), ast.Eq() | ast.NotEq(), OneOf(words=b):
                same = _truths(a == b and len(a) == 1, bool(a & b))
                return same if isinstance(op, ast.Eq) else frozenset(not truth for truth in same)
            case _:
                return EITHER


def _truths(certain: bool, possible: bool) -> Truths:
    return frozenset({True}) if certain else EITHER if possible else frozenset({False})


def _numbers(a: Between, op: ast.cmpop, b: Between) -> Truths:
    match op:
        case ast.Lt():
            return _truths(a.high < b.low, a.low < b.high)
        case ast.LtE():
            return _truths(a.high <= b.low, a.low <= b.high)
        case ast.Gt() | ast.GtE():
            return _numbers(b, ast.Lt() if isinstance(op, ast.Gt) else ast.LtE(), a)
        case _:
            same = _truths(a.low == a.high == b.low == b.high, a.low <= b.high and b.low <= a.high)
            return same if isinstance(op, ast.Eq) else frozenset(not truth for truth in same)


def absent(prospects: Prospects, source: str) -> list[tuple[ast.Name, str, str]]:
    """Each power that a condition looks for where it can never be: its word, the treaty, the group."""
    found = []
    for node in ast.walk(parsed(source)):
        match node:
            case ast.Compare(left=who, ops=[ast.In() | ast.NotIn()], comparators=[ast.Attribute(value=ast.Name(id=name), attr=word)]):
                names = [who]
            case ast.Call(args=[ast.List(elts=names) | ast.Tuple(elts=names), ast.Attribute(value=ast.Name(id=name), attr=word)]):
                pass
            case _:
                continue
        plot = prospects.scenario.plot
        if word in GROUPS and (name in plot.drafts or name in plot.treaties):
            may = prospects.may_sign(name)
            found += [(who, name, word) for who in names if isinstance(who, ast.Name) and Power(who.id) not in may]
    return found


def kept_from(scenario: Scenario, power: Power, source: str) -> list[tuple[ast.expr, str]]:
    """Each part of a condition that a power never gets to know, with what stands for it in what it knows."""
    found: list[tuple[ast.expr, str]] = []
    setting, events = scenario.setting, scenario.plot.events
    for node in ast.walk(parsed(source)):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr="fired" | "choice" as word) if name in events:
                known = events[EventId(name)].known_to
                if known is not None and power not in known:
                    found.append((node, "#false" if word == "fired" else '"none"'))
            case ast.Attribute(value=ast.Name(id=name), attr=word) if name in setting.powers and word in setting.tracks:
                if setting.tracks[TrackId(word)].secret and name != power:
                    found.append((node, "0"))
            case ast.Call(func=ast.Name(id="trust"), args=[ast.Name(id=name), _]) if name != power:
                found.append((node, "0"))
            case _:
                pass
    return found
