"""How values are made from plain data and put back into it, by their own annotations: strict with what is foreign."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import IntEnum, StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin

import attrs
from attrs import Factory
from cattrs import Converter
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.orjson import configure_converter

from engine.clauses import AnyClause
from engine.commands import Command, Operation, Parameter
from engine.crisis import Demand
from engine.dates import Period
from engine.duties import Duty
from engine.events import Event
from engine.measures import AnyMeasure
from engine.names import kind
from engine.orders import Order
from engine.plot import Effect
from engine.profile import Deed
from engine.reservations import Narrowing
from engine.resolution import Change
from engine.voting import Threshold

TAG = "kind"
LONGEST_TEXT = 200_000
"""Characters in one string of a value, the scenario's texts included."""
LARGEST = 2**53
"""Beyond this a whole number is not the same in every language that reads JSON."""


def _whole(value: Any, _: Any) -> int:
    if type(value) is not int or abs(value) > LARGEST:
        raise TypeError("a whole number is needed")
    return value


def _text(value: Any, _: Any) -> str:
    if type(value) is not str or len(value) > LONGEST_TEXT:
        raise TypeError("a text is needed")
    return value


def _flag(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        raise TypeError("true or false is needed")
    return value


def _date(value: Any, _: Any) -> dt.date:
    return dt.date.fromisoformat(_text(value, str))


def _period(value: Any, _: Any) -> Period:
    period = Period.read(_text(value, str))
    if period is None:
        raise TypeError("a period is needed")
    return period


@cache
def _members(cls: Any) -> dict[Any, Any]:
    return {member.value: member for member in cls}


def _member(value: Any, cls: Any) -> Any:
    members = _members(cls)
    if type(value) is not (int if issubclass(cls, IntEnum) else str) or value not in members:
        raise TypeError("a word of the list is needed")
    return members[value]


def _own_member(value: Any, cls: Any) -> Any:
    return _members(cls)[value]


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError("a list is needed")
    return value


def _parameter(value: Any, _: Any) -> Any:
    """A truth, a number, a word, nothing, or a list of words."""
    if value is None or type(value) is bool:
        return value
    if type(value) is list:
        return tuple(_text(word, str) for word in value)
    return _whole(value, int) if type(value) is int else _text(value, str)


class Lawless(ValueError):
    """An unknown word where a kind is named, or an unknown key."""


def register_union(converter: Converter, union: Any) -> None:
    """Read and write a closed union by its tag. Every member's own hooks are made when first needed, parts before wholes."""
    members = {kind(cls): cls for cls in get_args(union)}
    tags = {cls: word for word, cls in members.items()}
    readers: dict[Any, Any] = {}
    writers: dict[type, Any] = {}
    strict = converter.forbid_extra_keys

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise TypeError("an object is needed")
        word = value.get(TAG)
        if type(word) is not str or (cls := members.get(word)) is None:
            raise Lawless("unknown kind")
        if (read := readers.get(cls)) is None:
            read = readers[cls] = converter.get_structure_hook(cls)
        if strict:
            value = value.copy()
            del value[TAG]
        return read(value, cls)

    def unstructure(value: Any) -> dict[str, Any]:
        cls = type(value)
        if (write := writers.get(cls)) is None:
            write = writers[cls] = converter.get_unstructure_hook(cls)
        return {TAG: tags[cls], **write(value)}

    converter.register_structure_hook_func(lambda tp: tp == union, structure)
    converter.register_unstructure_hook_func(lambda tp: tp == union, unstructure)


def make_converter(*, detailed: bool, foreign: bool = True) -> Converter:
    """A converter: strict with what is foreign, and a detailed one says where data is at fault; our own journal it trusts, and reads faster."""
    converter = Converter(forbid_extra_keys=foreign, detailed_validation=detailed, prefer_attrib_converters=False)
    configure_converter(converter)
    member = _member if foreign else _own_member
    strict: tuple[tuple[Any, Any], ...] = ((int, _whole), (str, _text), (bool, _flag)) if foreign else ()
    for tp, hook in (*strict, (dt.date, _date), (Period, _period), (StrEnum, member), (IntEnum, member)):
        # By class: a member of a StrEnum would otherwise be read by the hook of str, and come back as bare text.
        converter.register_structure_hook(tp, hook)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(Period, str)
    converter.register_unstructure_hook(IntEnum, int)
    converter.register_structure_hook_factory(_is(tuple), lambda tp: _sequence_hook(converter, tp, tuple))
    converter.register_structure_hook_factory(_is(frozenset), lambda tp: _sequence_hook(converter, tp, frozenset))
    converter.register_structure_hook_factory(_is_optional, lambda tp: _optional_hook(converter, tp))
    converter.register_structure_hook_factory(lambda tp: _base(tp) is not tp, lambda tp: converter.get_structure_hook(_base(tp)))
    converter.register_structure_hook_factory(_is_numbered, lambda tp: _numbered_hook(converter, tp))
    converter.register_unstructure_hook_factory(_is(frozenset), lambda tp: lambda value: sorted(converter.unstructure(list(value))))
    converter.register_structure_hook_func(lambda tp: tp == Parameter, _parameter)
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _brief_hook(converter, cls))
    for union in (Threshold, AnyClause, AnyMeasure, Change, Duty, Narrowing, Demand, Order, Operation, Effect, Deed, Command, Event):
        register_union(converter, union)
    return converter


def _brief_hook(converter: Converter, cls: Any) -> Any:
    """Writes a value without those parts that are empty as by default: most of a treaty and of a plot is.

    Other defaults are written: they may change from one release to the next, and a journal must not change with them.
    """
    attrs.resolve_types(cls)
    empty: Any = {a.name: override(omit_if_default=True) for a in attrs.fields(cls) if _is_nothing(a.default)}
    return make_dict_unstructure_fn(cls, converter, **empty)


def _is_nothing(default: Any) -> bool:
    if isinstance(default, Factory):  # type: ignore[arg-type]
        return default.factory in (dict, frozenset, tuple)
    return default is None or default is False or default == () or default == frozenset()


def _base(tp: Any) -> Any:
    """What a name for an id stands for; any other type is itself."""
    while isinstance(tp, NewType):
        tp = tp.__supertype__
    return tp


def _is_optional(tp: Any) -> bool:
    return get_origin(tp) in (Union, UnionType) and len(get_args(tp)) == 2 and NoneType in get_args(tp)


def _optional_hook(converter: Converter, tp: Any) -> Any:
    (inner,) = (arg for arg in get_args(tp) if arg is not NoneType)
    read: Any = None

    def structure(value: Any, _: Any) -> Any:
        nonlocal read
        if value is None:
            return None
        if read is None:
            # Only now: a value may hold others of its own class.
            read = converter.get_structure_hook(inner)
        return read(value, inner)

    return structure


def _when_needed(converter: Converter, tp: Any) -> Callable[[], Any]:
    """The hook that reads a type, sought once and not before the first value: a value may hold others of its own class."""
    found: list[Any] = []

    def hook() -> Any:
        if not found:
            found.append(converter.get_structure_hook(tp))
        return found[0]

    return hook


def _is(origin: Any) -> Callable[[Any], bool]:
    return lambda tp: get_origin(tp) is origin


def _sequence_hook(converter: Converter, tp: Any, origin: Any) -> Any:
    args = get_args(tp)
    fixed = origin is tuple and not (len(args) == 2 and args[1] is Ellipsis)
    if fixed:
        hooks = [(_when_needed(converter, arg), arg) for arg in args]

        def structure_fixed(value: Any, _: Any) -> Any:
            if len(_list(value)) != len(args):
                raise TypeError(f"a list of {len(args)} is needed")
            return tuple([hook()(v, arg) for v, (hook, arg) in zip(value, hooks, strict=True)])

        return structure_fixed

    item = args[0]
    hook = _when_needed(converter, item)

    def structure_words(value: Any, _: Any) -> Any:
        if converter.forbid_extra_keys:
            for word in _list(value):
                _text(word, str)
        return origin(value)

    def structure(value: Any, _: Any) -> Any:
        read = hook()
        return origin([read(v, item) for v in _list(value)])

    def structure_with_places(value: Any, _: Any) -> Any:
        return origin([_at_index(place, partial(converter.structure, v, item), tp) for place, v in enumerate(_list(value))])

    if converter.detailed_validation:
        return structure_with_places
    return structure_words if _base(item) is str else structure


def _at_index(place: int, make: Callable[[], Any], tp: Any) -> Any:
    """The value made, or its fault with the place in the list."""
    try:
        return make()
    except (TypeError, ValueError, KeyError, BaseValidationError) as error:
        error.__notes__ = [*getattr(error, "__notes__", ()), IterableValidationNote(f"at index {place}", place, tp)]
        raise IterableValidationError("in a list", [error], tp) from None  # pyright: ignore[reportCallIssue]  # its __new__ takes the type too


def _is_numbered(tp: Any) -> bool:
    return get_origin(tp) is Mapping and get_args(tp)[0] is int


def _numbered_hook(converter: Converter, tp: Any) -> Callable[[Any, Any], Any]:
    """JSON knows only words for keys: whole numbers come back from their digits."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict or not all(re.fullmatch(r"-?[1-9][0-9]{0,15}|0", key) for key in value):
            raise TypeError("an object with whole numbers for keys is needed")
        return {int(key): converter.structure(v, get_args(tp)[1]) for key, v in value.items()}

    return structure
