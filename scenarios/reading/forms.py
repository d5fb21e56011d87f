"""What the annotations of a class ask a node to be, and what its identifiers name."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Union

import attrs

from engine.dates import Period
from engine.names import Lang, kind
from scenarios.reading.sheet import DECLARED, ArticlePart, Sheet, StandingPart


@functools.cache
def attribute_types(cls: type) -> dict[str, Any]:
    """The type of each attribute of a class."""
    hints = typing.get_type_hints(cls)
    return {a.name: hints[a.name] for a in attrs.fields(cls)}


@functools.cache
def needed(cls: type) -> tuple[str, ...]:
    """The attributes of a class that have no value of their own."""
    return tuple(a.name for a in attrs.fields(cls) if a.default is attrs.NOTHING)


def is_text(tp: Any) -> bool:
    """Whether a type is a text in several languages."""
    origin = typing.get_origin(tp)
    return isinstance(origin, type) and issubclass(origin, Mapping) and typing.get_args(tp)[:1] == (Lang,)


class Form(StrEnum):
    """What a type asks a node to be."""

    UNION = "union"
    TEXT = "text"
    MAPPING = "mapping"
    LIST = "list"
    ARTICLE = "article"
    RECORD = "record"
    SINGLE = "single"


@functools.cache
def form(tp: Any) -> tuple[Form, Any, tuple[Any, ...]]:
    """The form of a type with its origin and its arguments; of a union the members without None."""
    origin, args = typing.get_origin(tp), typing.get_args(tp)
    if origin in (Union, types.UnionType):
        return Form.UNION, origin, tuple(a for a in args if a is not type(None))
    if is_text(tp):
        return Form.TEXT, origin, args
    if origin is not None and issubclass(origin, Mapping):
        return Form.MAPPING, origin, args
    if origin in (tuple, frozenset):
        return Form.LIST, origin, args
    if attrs.has(tp) and tp is not Period:
        return Form.ARTICLE if tp is ArticlePart else Form.RECORD, origin, args
    return Form.SINGLE, origin, args


@functools.cache
def references() -> Mapping[str, str]:
    """By the name of an identifier's type, the kind of thing that it names: whatever block declares such keys."""
    found: dict[str, str] = {}
    for (owner, attribute), declares in DECLARED.items():
        cls = next((cls for cls in (Sheet, StandingPart) if cls.__name__ == owner), None)
        if cls is not None and declares:
            found[typing.get_args(attribute_types(cls)[attribute])[0].__name__] = declares
    return found


@functools.cache
def verbs_of(members: tuple[type, ...]) -> Mapping[str, type]:
    """The classes of a union by the verb that an author writes."""
    return {kind(cls).removeprefix("demand_"): cls for cls in members}
