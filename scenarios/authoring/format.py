"""The format as it is told: what each attribute of the classes that load says, takes and falls back on."""

from __future__ import annotations

import datetime as dt
import functools
import typing
from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any, NewType, Protocol

import attrs

from engine.dates import Period
from engine.names import Condition, kind
from engine.setting import PowerSheet, Setting
from engine.voting.rule import Rule as VotingRule
from scenarios.authoring.tongue import told
from scenarios.described import notes_of, said_of
from scenarios.reading.forms import Form, attribute_types, form, references
from scenarios.reading.sheet import PowerPart, Sheet

TWINS: Mapping[type, type] = {Sheet: Setting, PowerPart: PowerSheet}
"""Where a part of the file becomes a class of the engine that calls the same things by the same names."""


class Attribute(Protocol):
    """What is asked of an attribute of attrs."""

    @property
    def name(self) -> str: ...

    @property
    def default(self) -> Any: ...


def note(cls: type, name: str) -> str:
    """What an attribute is for: its own words, its twin's, or those of its type."""
    for twin in (cls, TWINS.get(cls)):
        if twin is not None and (said := notes_of(twin).get(name)):
            return said
    return type_note(attribute_types(cls)[name])


def type_note(tp: Any) -> str:
    """What a type is for, where it is one of ours."""
    shape, _, args = form(tp)
    if shape in (Form.RECORD, Form.ARTICLE) or (isinstance(tp, type) and issubclass(tp, StrEnum | IntEnum)):
        return said_of(tp)
    if shape is Form.MAPPING:
        return type_note(args[1])
    if shape is Form.LIST or (shape is Form.UNION and len(args) == 1):
        return type_note(args[0])
    return ""


def words_of(enum: type[StrEnum | IntEnum]) -> tuple[str, ...]:
    """The words by which an author names the members of an enumeration."""
    return tuple(m.value if isinstance(m, StrEnum) else m.name.lower() for m in enum)


@functools.cache
def named(tp: Any) -> str | None:
    """The kind of thing that an identifier's type names, if it is one that the file declares."""
    return references().get(getattr(tp, "__name__", ""))


def default_of(attribute: Attribute) -> Any:
    """The value that stands where an author writes nothing; attrs.NOTHING if there must be one."""
    default = attribute.default
    return default.factory() if hasattr(default, "factory") else default


def plainly(value: Any) -> str | None:
    """A default as an author would write it; None for nothing, or for what is too long to print."""
    match value:
        case None | "" | () | attrs.NOTHING:
            return None
        case bool():
            return str(value).lower()
        case IntEnum():
            return value.name.lower()
        case StrEnum():
            return value.value
        case int() | str() | dt.date() | Period():
            return str(value)
        case Mapping() if value and all(not v for v in value.values()):
            return ", ".join(plainly(k) or "" for k in value)
        case tuple() if len(value) <= 3:
            return f"[{', '.join(plainly(v) or '' for v in value)}]"
        case _:
            return None


OTHER_NAMES: Mapping[type, str] = {VotingRule: "rule_of_voting"}
"""Where two rooms call different things by one word."""


def called(cls: type) -> str:
    """The heading under which the reference has a class."""
    return OTHER_NAMES.get(cls, kind(cls))


def shown(tp: Any, lang: str = "en") -> str:
    """A type in the author's words."""
    shape, _, args = form(tp)
    match shape:
        case Form.TEXT:
            return told("text", lang)
        case Form.MAPPING:
            return told("{key}: {value}", lang).format(key=_key(args[0], lang), value=shown(args[1], lang))
        case Form.LIST:
            *most, last = args
            if most and last is not Ellipsis:
                return told("list of {number}: {what}", lang).format(number=len(args), what=", ".join(shown(arg, lang) for arg in args))
            return told("list of {what}", lang).format(what=shown((*most, last)[0], lang))
        case Form.UNION:
            return told(" or ", lang).join(shown(arg, lang) for arg in args) if len(args) < 3 else told("one verb", lang)
        case Form.RECORD | Form.ARTICLE:
            return f"[{called(tp)}](#{called(tp)})"
        case _:
            return _single(tp, lang)


def _key(tp: Any, lang: str) -> str:
    return told("name", lang) if tp is str else _single(tp, lang)


def _single(tp: Any, lang: str) -> str:
    if tp is Condition:
        return told("condition", lang)
    if (names := named(tp)) is not None:
        return told(names, lang)
    if isinstance(tp, type) and issubclass(tp, StrEnum | IntEnum):
        return ", ".join(f"`{word}`" for word in words_of(tp))
    if isinstance(tp, NewType):
        return told("name", lang)
    plain = {int: "whole number", bool: "`true` or `false`", dt.date: "date", Period: "period", str: "words"}
    return told(plain.get(tp, str(getattr(tp, "__name__", tp))), lang)


def needed(cls: type) -> tuple[str, ...]:
    """The attributes that an author must write."""
    return tuple(a.name for a in attrs.fields(cls) if a.default is attrs.NOTHING)


def members(tp: Any) -> tuple[type, ...]:
    """The classes of a union."""
    return typing.get_args(tp)
