"""`locarno export-schema`: the JSON Schema for editors, made from the classes that load; with the names of one file, these complete too.

Draft-07, and no choice between objects anywhere: an editor that must guess which of several objects is meant completes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import Any

import attrs

from engine.clauses import CLAUSES
from engine.dates import Period
from engine.measures import MEASURES
from engine.names import Condition
from engine.setting import Each
from scenarios.authoring.format import default_of, named, needed, note, plainly, words_of
from scenarios.authoring.tongue import told
from scenarios.described import said_of
from scenarios.reading.forms import Form, attribute_types, form, verbs_of
from scenarios.reading.nodes import read_nodes
from scenarios.reading.outline import declared, entries, entry, languages, word
from scenarios.reading.sheet import DECLARED, ArticlePart, Sheet

Schema = dict[str, Any]

NAME = "^[a-z][a-z0-9_]*$"
TARGETS = {("Change", "tracks"): "target", ("PowerPart", "start"): "own_target", ("Profile", "kinds"): "kind"}
"""Maps keyed by plain words that are names all the same."""


def schema(names: Mapping[str, Sequence[str]] | None = None, lang: str = "en") -> Schema:
    """The schema, with the names that a scenario declares by their kinds, if given, and its words in a language."""
    made = _Made(names or {}, lang)
    top = made.record(Sheet)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Locarno scenario",
        **top,
        "definitions": dict(sorted(made.definitions.items())),
    }


def names_in(text: str) -> Mapping[str, Sequence[str]]:
    """The names that a scenario's text declares, by kind; none if it cannot be read."""
    root = read_nodes(text, [])
    if root is None:
        return {}
    names: dict[str, Sequence[str]] = {kind: tuple(found) for kind, found in declared(root).items()}
    each = {name: word(value, "each") or Each.WORLD.value for name, _, value in entries(entry(root, "tracks"))}
    powers = names["power"]
    own = [t for t, kept in each.items() if kept == Each.POWER.value]
    pairs = [t for t, kept in each.items() if kept == Each.PAIR.value]
    targets = [t for t, kept in each.items() if kept == Each.WORLD.value]
    targets += [f"{p}.{t}" for p in powers for t in own]
    targets += [f"{p}.{t}.{q}" for p in powers for t in pairs for q in powers if p != q]
    names |= {"target": targets, "own_target": [*own, *(f"{t}.{q}" for t in pairs for q in powers)], "language": languages(root)}
    return {kind: found for kind, found in names.items() if found}


class _Made:
    def __init__(self, names: Mapping[str, Sequence[str]], lang: str) -> None:
        self.lang = lang
        self.names = {"kind": sorted({cls.tag for cls in (*CLAUSES, *MEASURES)}), **names}
        self.definitions: dict[str, Schema] = {}
        self.titles: dict[type, str] = {}

    def said(self, cls: type) -> str:
        """A class's own words in the language of the schema."""
        return told(said_of(cls), self.lang)

    def record(self, cls: type) -> Schema:
        """A block of an attrs class's attributes."""
        properties = {name: self.attribute(cls, name) for name in attribute_types(cls)}
        body: Schema = {"type": "object", "description": self.said(cls), "properties": properties, "additionalProperties": False}
        if required := needed(cls):
            body["required"] = list(required)
        return body

    def attribute(self, cls: type, name: str) -> Schema:
        """One attribute with its words, and its default where there is one to print."""
        tp, mark = attribute_types(cls)[name], (cls.__name__, name)
        body = self.keyed(tp, TARGETS[mark]) if mark in TARGETS else self.named_map(tp) if mark in DECLARED else self.of(tp)
        said = told(note(cls, name), self.lang) if note(cls, name) else ""
        default = plainly(default_of(getattr(attrs.fields(cls), name)))
        words = " ".join(
            part for part in (said, told("Default: {value}.", self.lang).format(value=default) if default is not None else "") if part
        )
        if "$ref" in body:
            return {"allOf": [body], "description": words} if words else body
        return body | {"description": words} if words else body

    def named_map(self, tp: Any) -> Schema:
        """A block whose keys give names to things."""
        _, _, args = form(tp)
        return {"type": "object", "propertyNames": {"pattern": NAME}, "additionalProperties": self.of(args[1])}

    def keyed(self, tp: Any, kind: str) -> Schema:
        """A block whose keys are names of a kind, complete if these are known."""
        _, _, args = form(tp)
        value = self.of(args[1])
        known = self.names.get(kind)
        if not known:
            return {"type": "object", "additionalProperties": value}
        return {"type": "object", "properties": dict.fromkeys(known, value), "additionalProperties": False}

    def of(self, tp: Any) -> Schema:
        """What stands for a value of a type."""
        shape, _, args = form(tp)
        match shape:
            case Form.UNION:
                return self.of(args[0]) if len(args) == 1 else self.union(args)
            case Form.TEXT:
                return self.text()
            case Form.MAPPING:
                return self.mapping(args)
            case Form.LIST:
                *most, last = args
                fixed = bool(most) and last is not Ellipsis
                size = {"minItems": len(args), "maxItems": len(args)} if fixed else {}
                return {"type": "array", "items": self.of((*most, last)[0])} | size
            case Form.ARTICLE:
                return self.defined(ArticlePart, self.article)
            case Form.RECORD:
                return self.defined(tp, lambda: self.record(tp))
            case _:
                return self.single(tp)

    def defined(self, cls: type, make: Any) -> Schema:
        """A reference to a definition that is made once."""
        name = self.titles.get(cls)
        if name is None:
            # Two rooms may have a class of the same name: a rule of a script, a rule of voting.
            name = cls.__name__ if cls.__name__ not in self.definitions else f"{cls.__module__}.{cls.__name__}"
            self.titles[cls] = name
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def text(self) -> Schema:
        """A text: one language, or a map of them."""
        langs = self.names.get("language")
        properties = {lang: {"type": ["string", "number"]} for lang in langs or ("en", "fr")}
        extra: Schema = {"additionalProperties": False} if langs else {"additionalProperties": {"type": ["string", "number"]}}
        return {"type": ["string", "number", "object"], "properties": properties, **extra}

    def mapping(self, args: tuple[Any, ...]) -> Schema:
        """A block whose keys are of a type."""
        key = args[0]
        if (kind := named(key)) is not None and self.names.get(kind):
            return {"type": "object", "properties": dict.fromkeys(self.names[kind], self.of(args[1])), "additionalProperties": False}
        if isinstance(key, type) and issubclass(key, StrEnum | IntEnum):
            return {"type": "object", "properties": dict.fromkeys(words_of(key), self.of(args[1])), "additionalProperties": False}
        return {"type": "object", "additionalProperties": self.of(args[1])}

    def union(self, classes: tuple[Any, ...]) -> Schema:
        """One key, one verb; a union of other things is not told apart."""
        if not all(attrs.has(cls) for cls in classes):
            return {}
        verbs = {verb: self.verb(cls) for verb, cls in verbs_of(classes).items()}
        return {"type": "object", "properties": verbs, "additionalProperties": False, "minProperties": 1, "maxProperties": 1}

    def verb(self, cls: type) -> Schema:
        """A verb's particulars: its block, or the value of the only attribute that it needs, both at once."""
        said = {"description": self.said(cls)}
        must = needed(cls)
        block = self.record(cls)
        if len(must) != 1:
            return block
        value = self.attribute(cls, must[0])
        value = self.definitions[value["allOf"][0]["$ref"].rpartition("/")[2]] if "allOf" in value else value
        kinds = value.get("type", [])
        if "object" in ([kinds] if isinstance(kinds, str) else kinds):
            return value | {"properties": {**value.get("properties", {}), **block["properties"]}} | said
        return {
            "anyOf": [{k: v for k, v in value.items() if k != "description"}, {k: v for k, v in block.items() if k != "required"}]
        } | said

    def article(self) -> Schema:
        """An article: its kind decides which further keys it has."""
        properties: dict[str, Schema] = {
            "kind": {"enum": [cls.tag for cls in CLAUSES], "description": " ".join(f"{cls.tag}: {self.said(cls)}" for cls in CLAUSES)},
            "wording": self.attribute(ArticlePart, "wording"),
        }
        chosen = []
        for cls in CLAUSES:
            kind: type = cls
            own = {name: self.attribute(kind, name) for name in attribute_types(kind)}
            for name, one in own.items():
                before = properties.setdefault(name, one)
                if before != one:
                    properties[name] = {"description": " ".join(dict.fromkeys((before.get("description", ""), one.get("description", ""))))}
            then: Schema = {"propertyNames": {"enum": ["kind", "wording", *own]}, "properties": own}
            if must := needed(cls):
                then["required"] = list(must)
            chosen.append({"if": {"properties": {"kind": {"const": cls.tag}}, "required": ["kind"]}, "then": then})
        body: Schema = {"type": "object", "description": self.said(ArticlePart), "properties": properties, "required": ["kind"]}
        return body | {"additionalProperties": False, "allOf": chosen}

    def single(self, tp: Any) -> Schema:
        """A single value."""
        if tp is Condition:
            return {"type": ["string", "array", "boolean"], "items": {"type": ["string", "boolean"]}}
        if (kind := named(tp)) is not None:
            return {"enum": list(self.names[kind])} if self.names.get(kind) else {"type": "string"}
        if isinstance(tp, type) and issubclass(tp, StrEnum | IntEnum):
            return {"enum": list(words_of(tp))}
        if tp is int:
            return {"type": "integer"}
        if tp is bool:
            return {"type": "boolean"}
        if tp is Period:
            return {"type": "string", "pattern": "^[0-9]+ (day|month|year)s?$", "examples": ["30 days", "6 months", "5 years"]}
        if tp is dt.date:
            return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        return {"type": ["string", "number"]}
