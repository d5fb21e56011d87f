"""Nodes to values, guided by the annotations of the classes: all problems in one pass, each at its place."""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import Any, NewType, assert_never

import attrs
import yaml
from attrs import define, field, frozen

from engine.clauses import CLAUSES, AnyClause
from engine.dates import Period, Unit
from engine.names import Condition, Lang
from engine.texts.refusals import fault_sentence
from engine.voting import FaultyRule
from scenarios.reading.diagnostics import Diagnostic, at, choose
from scenarios.reading.forms import Form, attribute_types, form, needed, references, verbs_of
from scenarios.reading.overlay import Overlay
from scenarios.reading.sheet import DECLARED, SIGNED, ArticlePart

MOST_FIGURES = 9
"""Of a whole number; leading zeros do not count."""
UNITS_MEANT = {"d": "days", "j": "days", "m": "months", "y": "years", "a": "years"}
"""By its first letter, the unit of a period that is written otherwise than it should be."""
GOT = {yaml.MappingNode: "#block", yaml.SequenceNode: "#list", yaml.ScalarNode: "#single"}
NUMBER = re.compile(r"[+-]?[0-9]+")
MISSING: Any = object()
"""What could not be shaped; the problem is already noted."""


@frozen
class Reference:
    """A name used, to be looked up when all are declared."""

    kind: str
    word: str
    node: yaml.Node
    path: str


@frozen
class Clue:
    """A condition as it stands in the file, to be compiled when all names are known."""

    source: str
    node: yaml.Node
    path: str

    @property
    def offset(self) -> int | None:
        """Characters from the node's place to the condition's first; None if it runs over several lines, so that none can be told."""
        if self.node.start_mark.line != self.node.end_mark.line:
            return None
        return 1 if isinstance(self.node, yaml.ScalarNode) and self.node.style in ("'", '"') else 0


@define
class Findings:
    """Everything that shaping collects beside the value."""

    problems: list[Diagnostic] = field(factory=list)
    references: list[Reference] = field(factory=list)
    conditions: list[Clue] = field(factory=list)
    texts: list[tuple[yaml.Node, str]] = field(factory=list)
    where: dict[str, yaml.Node] = field(factory=dict)
    """The key's node at each path."""


def _period_meant(raw: str) -> str:
    """A period as it is to be written, where one can tell; else nothing."""
    found = re.fullmatch(r"([0-9]{1,4})\s*(d|days?|j|jours?|m|months?|mois|y|years?|ans?|années?)", raw.strip(), re.IGNORECASE)
    return str(Period(int(found[1]), Unit(UNITS_MEANT[found[2][0].lower()]))) if found else ""


class Shaper:
    """Builds values of a type from nodes."""

    def __init__(self, languages: tuple[str, ...], overlays: Iterable[Overlay] = (), turns: tuple[str, ...] = ()) -> None:
        """`turns` are those that an act may name as its deadline, where the rules count them."""
        self.found = Findings()
        self._turns = turns
        self._languages = languages
        self._overlays = tuple(overlays)

    def bad(self, node: yaml.Node, rule: str, params: Mapping[str, str], help: str = "", **place: Any) -> Any:
        """Note a problem."""
        self.found.problems.append(at(node, rule, params, help=help, **place))
        return MISSING

    def build(self, node: yaml.Node, tp: Any, path: str, *, signed: bool = False) -> Any:
        """The value of a node, or MISSING."""
        shape, origin, args = form(tp)
        match shape:
            case Form.SINGLE:
                return self._scalar(node, tp, path, signed)
            case Form.TEXT:
                return self._text(node, path)
            case Form.RECORD:
                return self._record(node, tp, path)
            case Form.LIST:
                return self._list(node, origin, args, path)
            case Form.UNION:
                return self.union(node, args, path)
            case Form.MAPPING:
                return self._mapping(node, args, path, None, signed)
            case Form.ARTICLE:
                return self._article(node, path)
            case _:
                assert_never(shape)

    def _want(self, node: yaml.Node, wanted: type[yaml.Node], path: str) -> bool:
        if isinstance(node, wanted):
            return True
        self.bad(node, "want", {"path": path or "#scenario", "wanted": GOT[wanted], "got": GOT[type(node)]})
        return False

    # -- wholes

    def _record(self, node: yaml.Node, cls: type, path: str) -> Any:
        if not self._want(node, yaml.MappingNode, path):
            return MISSING
        return self._pairs(node, node.value, cls, path)

    def _pairs(self, node: yaml.Node, pairs: list[tuple[yaml.Node, yaml.Node]], cls: type, path: str) -> Any:
        hints = attribute_types(cls)
        values: dict[str, Any] = {}
        for key, value in pairs:
            name = str(key.value)
            here = f"{path}.{name}" if path else name
            if name not in hints:
                self._unknown_key(node, key, value, [n for n in hints if n not in values], path)
                continue
            self.found.where[here] = key
            mark = (cls.__name__, name)
            if mark in DECLARED:
                values[name] = self._mapping(value, typing.get_args(hints[name]), here, DECLARED[mark], mark in SIGNED)
            else:
                values[name] = self.build(value, hints[name], here, signed=mark in SIGNED)
        lacks = [name for name in needed(cls) if name not in values]
        if lacks:
            anchor = self.found.where.get(path, node)
            width = 1 if anchor is node else None
            help = "upgrade" if "format" in lacks and not path else ""
            self.bad(anchor, "lacks", {"path": path or "#scenario", "word": ", ".join(lacks)}, help, width=width)
        if lacks or MISSING in values.values():
            return MISSING
        try:
            return cls(**values)
        except FaultyRule as faulty:
            said = {"article": faulty.name}
            for lang in ("en", "fr"):
                said[f"fault_{lang}"] = fault_sentence(faulty.fault.code, faulty.fault.word, Lang(lang))
            return self.bad(self.found.where.get(path, node), "faulty", said)

    def _unknown_key(self, node: yaml.Node, key: yaml.Node, value: yaml.Node, legal: list[str], path: str) -> None:
        word = str(key.value)
        if (
            isinstance(node, yaml.MappingNode)
            and node.flow_style
            and isinstance(value, yaml.ScalarNode)
            and value.value == ""
            and not value.style
        ):
            self.bad(key, "comma", {"word": word}, "quote_comma")
            return
        params, help = choose(word, legal, {"word": word, "path": path or "#scenario"})
        self.bad(key, "unknown_key", params, help)

    def _mapping(self, node: yaml.Node, args: tuple[Any, ...], path: str, declares: str | None, signed: bool) -> Any:
        if not self._want(node, yaml.MappingNode, path):
            return MISSING
        values: dict[Any, Any] = {}
        for key, value in node.value:
            here = f"{path}.{key.value}"
            self.found.where[here] = key
            name = str(key.value) if declares is not None or args[0] is str else self._scalar(key, args[0], here, False)
            values[name] = self.build(value, args[1], here, signed=signed)
        return MISSING if MISSING in (*values, *values.values()) else values

    def _list(self, node: yaml.Node, origin: Any, args: tuple[Any, ...], path: str) -> Any:
        if not self._want(node, yaml.SequenceNode, path):
            return MISSING
        fixed = origin is tuple and args[-1] is not Ellipsis
        if fixed and len(node.value) != len(args):
            return self.bad(node, "length", {"path": path, "wanted": str(len(args)), "got": str(len(node.value))})
        items = [self.build(n, args[i] if fixed else args[0], f"{path}[{i}]") for i, n in enumerate(node.value)]
        if MISSING in items:
            return MISSING
        if not fixed and (origin is frozenset or isinstance(args[0], NewType)):
            for n, item in enumerate(items):
                if item in items[:n]:
                    self.bad(node.value[n], "repeated", {"word": str(item)})
        return origin(items)

    def union(self, node: yaml.Node, members: tuple[Any, ...], path: str) -> Any:
        """One of several classes, told apart by its verb: one key, one verb."""
        if len(members) == 1:
            return self.build(node, members[0], path)
        if not any(attrs.has(member) for member in members):
            return self._bare(node, path)
        if not self._want(node, yaml.MappingNode, path):
            return MISSING
        if len(node.value) != 1:
            return self.bad(node, "one_verb", {"path": path, "word": str(len(node.value))}, "one_line_each", width=1)
        verbs = verbs_of(members)
        (key, value) = node.value[0]
        verb = str(key.value)
        if verb not in verbs:
            params, help = choose(verb, verbs, {"word": verb, "path": path})
            return self.bad(key, "unknown_key", params, help)
        return self._verb(value, verbs[verb], f"{path}.{verb}")

    def _bare(self, node: yaml.Node, path: str) -> Any:
        """A truth, a number, a word, a list of words or nothing: whichever it looks like, for what it has to be is not said by a class."""
        if isinstance(node, yaml.SequenceNode):
            return self._list(node, tuple, (str, ...), path)
        if not self._want(node, yaml.ScalarNode, path):
            return MISSING
        raw = str(node.value)
        if isinstance(node, yaml.ScalarNode) and node.style:
            return raw
        if raw in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[raw]
        return int(raw) if re.fullmatch(r"[+-]?[0-9]{1,9}", raw) else raw

    def _verb(self, node: yaml.Node, cls: type, path: str) -> Any:
        """A verb's particulars: a block of its attributes, or the value of the only one that it needs."""
        names, must = attribute_types(cls), needed(cls)
        block = isinstance(node, yaml.MappingNode) and all(str(k.value) in names for k, _ in node.value)
        if not names:
            return cls()
        self.found.where[path] = node
        if len(must) == 1 and not (block and node.value):
            (only,) = must
            value = self.build(node, names[only], path, signed=(cls.__name__, only) in SIGNED)
            return MISSING if value is MISSING else cls(**{only: value})
        return self._record(node, cls, path)

    def _article(self, node: yaml.Node, path: str) -> Any:
        if not self._want(node, yaml.MappingNode, path):
            return MISSING
        kinds = {cls.tag: cls for cls in CLAUSES}
        named = next(((k, v) for k, v in node.value if k.value == "kind"), None)
        if named is None:
            return self.bad(node, "no_kind", {"path": path, "names": ", ".join(kinds)}, "kinds", width=1)
        word = str(named[1].value)
        if word not in kinds:
            params, help = choose(word, kinds, {"word": word, "path": f"{path}.kind"})
            return self.bad(named[1], "not_a_value", params, help)
        wording: Any = {}
        for key, value in node.value:
            if key.value == "wording":
                wording = self._text(value, f"{path}.wording")
        rest = [(k, v) for k, v in node.value if k.value not in ("kind", "wording")]
        clause: AnyClause = self._pairs(node, rest, kinds[word], path)
        return MISSING if MISSING in (clause, wording) else ArticlePart(clause=clause, wording=wording)

    # -- single values

    def _text(self, node: yaml.Node, path: str) -> Any:
        self.found.texts.append((node, path))
        if isinstance(node, yaml.ScalarNode):
            if node.value == "":
                return self.bad(node, "empty", {"path": path}, width=1)
            return self._laid_over({self._languages[0] if self._languages else "en": node.value}, path)
        if not isinstance(node, yaml.MappingNode):
            return self.bad(node, "want", {"path": path, "wanted": "#text", "got": GOT[type(node)]})
        values: dict[Any, Any] = {}
        for key, value in node.value:
            if not isinstance(value, yaml.ScalarNode):
                return self.bad(value, "want", {"path": path, "wanted": "#text", "got": GOT[type(value)]})
            if value.value == "" and not value.style:
                if node.flow_style:
                    return self.bad(key, "comma", {"word": str(key.value)}, "quote_comma")
                return self.bad(key, "empty", {"path": f"{path}.{key.value}"})
            values[str(key.value)] = value.value
        return self._laid_over(values, path)

    def _laid_over(self, values: dict[Any, Any], path: str) -> dict[Any, Any]:
        """With the translations beside the file, where the author has no words in that language."""
        for overlay in self._overlays:
            if words := overlay.words(path):
                values.setdefault(overlay.lang, words)
        return values

    def _scalar(self, node: yaml.Node, tp: Any, path: str, signed: bool) -> Any:
        if tp is Condition and isinstance(node, yaml.SequenceNode):
            parts = [self._scalar(n, Condition, f"{path}[{i}]", False) for i, n in enumerate(node.value)]
            return MISSING if MISSING in parts or not parts else Condition(" and ".join(f"({part})" for part in parts))
        if not self._want(node, yaml.ScalarNode, path):
            return MISSING
        raw = str(node.value)
        if raw == "" and isinstance(node, yaml.ScalarNode) and not node.style:
            return self.bad(node, "empty", {"path": path}, width=1)
        if tp is bool:
            return raw == "true" if raw in ("true", "false") else self.bad(node, "truth", {"path": path, "word": raw})
        if tp is int:
            if raw in self._turns and path.endswith(".expires"):
                return self._turns.index(raw)
            return self._number(node, raw, path, signed)
        if tp is dt.date:
            return self._date(node, raw)
        if tp is Period:
            return self._period(node, raw, path)
        if isinstance(tp, type) and issubclass(tp, (StrEnum, IntEnum)):
            return self._member(node, raw, tp, path)
        if tp is Condition:
            self.found.conditions.append(Clue(raw, node, path))
            return Condition(raw)
        named = references().get(getattr(tp, "__name__", ""))
        if named:
            self.found.references.append(Reference(named, raw, node, path))
        return raw

    def _number(self, node: yaml.Node, raw: str, path: str, signed: bool) -> Any:
        if not NUMBER.fullmatch(raw):
            return self.bad(node, "number", {"path": path, "word": raw})
        if len(raw.lstrip("+-0")) > MOST_FIGURES:
            return self.bad(node, "figures", {"path": path, "word": raw})
        if signed and raw[0] not in "+-" and int(raw) != 0:
            return self.bad(node, "unsigned", {"path": path, "word": raw}, repair=f"+{raw}")
        return int(raw)

    def _period(self, node: yaml.Node, raw: str, path: str) -> Any:
        period = Period.read(raw)
        if period is not None:
            return period
        bare = re.fullmatch(r"[0-9]+", raw)
        return self.bad(node, "period", {"path": path, "word": raw}, "no_turns" if bare else "", repair=_period_meant(raw))

    def _date(self, node: yaml.Node, raw: str) -> Any:
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw):
                return dt.date.fromisoformat(raw)
        except ValueError:
            return self.bad(node, "date", {"word": raw}, "iso_date")
        return self.bad(node, "date", {"word": raw}, "iso_date")

    def _member(self, node: yaml.Node, raw: str, tp: Any, path: str) -> Any:
        words = {m.value if issubclass(tp, StrEnum) else m.name.lower(): m for m in tp}
        if raw in words:
            return words[raw]
        params, help = choose(raw, words, {"word": raw, "path": path})
        return self.bad(node, "not_a_value", params, help)
