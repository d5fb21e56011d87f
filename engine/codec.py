"""Values to plain data and back, strictly: for the journal and for the wire."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from enum import IntEnum, StrEnum
from functools import partial
from typing import Any, get_args, get_origin

import orjson
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.preconf.orjson import configure_converter

from engine.clauses import AnyClause
from engine.commands import Command, Operation, Parameter
from engine.crisis import Demand
from engine.duties import Duty
from engine.events import Event
from engine.measures import AnyMeasure
from engine.names import kind
from engine.orders import Order
from engine.profile import Deed
from engine.reservations import Narrowing
from engine.resolution import Change
from engine.setting import Effect
from engine.voting import Threshold

TAG = "kind"
LONGEST_TEXT = 200_000
"""Characters in one string of a value, the scenario's texts included."""
LARGEST = 2**53
"""Beyond this a whole number is not the same in every language that reads JSON."""


class Malformed(Exception):
    """Data that is not what it should be, with the place and a code: nothing of it was taken."""

    def __init__(self, path: str, code: str) -> None:
        super().__init__(path, code)
        self.path, self.code = path, code

    def __str__(self) -> str:
        return f"{self.code} at {self.path}"


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


def _member(value: Any, cls: Any) -> Any:
    if type(value) is not (int if issubclass(cls, IntEnum) else str):
        raise TypeError("a word of the list is needed")
    return cls(value)


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


def _register_union(converter: Converter, union: Any) -> None:
    """Read and write a closed union by its tag. Every member's own hooks are made when first needed, parts before wholes."""
    members = {kind(cls): cls for cls in get_args(union)}
    tags = {cls: word for word, cls in members.items()}

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise TypeError("an object is needed")
        word = value.get(TAG)
        cls = members.get(word) if type(word) is str else None
        if cls is None:
            raise Lawless("unknown kind")
        return converter.structure({k: v for k, v in value.items() if k != TAG}, cls)

    def unstructure(value: Any) -> dict[str, Any]:
        return {TAG: tags[type(value)], **converter.unstructure(value, unstructure_as=type(value))}

    converter.register_structure_hook_func(lambda tp: tp == union, structure)
    converter.register_unstructure_hook_func(lambda tp: tp == union, unstructure)


def make_converter(*, detailed: bool) -> Converter:
    """A strict converter; a detailed one says where data is at fault, the other is for our own journal and is faster."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=detailed, prefer_attrib_converters=False)
    configure_converter(converter)
    for tp, hook in ((int, _whole), (str, _text), (bool, _flag), (dt.date, _date), (StrEnum, _member), (IntEnum, _member)):
        # By class: a member of a StrEnum would otherwise be read by the hook of str, and come back as bare text.
        converter.register_structure_hook(tp, hook)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(IntEnum, int)
    converter.register_structure_hook_factory(_is(tuple), lambda tp: _sequence_hook(converter, tp, tuple))
    converter.register_structure_hook_factory(_is(frozenset), lambda tp: _sequence_hook(converter, tp, frozenset))
    converter.register_structure_hook_factory(_is_numbered, lambda tp: _numbered_hook(converter, tp))
    converter.register_unstructure_hook_factory(_is(frozenset), lambda tp: lambda value: sorted(converter.unstructure(list(value))))
    converter.register_structure_hook_func(lambda tp: tp == Parameter, _parameter)
    for union in (Threshold, AnyClause, AnyMeasure, Change, Duty, Narrowing, Demand, Order, Operation, Effect, Deed, Command, Event):
        _register_union(converter, union)
    return converter


def _is(origin: Any) -> Callable[[Any], bool]:
    return lambda tp: get_origin(tp) is origin


def _sequence_hook(converter: Converter, tp: Any, origin: Any) -> Any:
    args = get_args(tp)
    fixed = origin is tuple and not (len(args) == 2 and args[1] is Ellipsis)
    if fixed:

        def structure_fixed(value: Any, _: Any) -> Any:
            if len(_list(value)) != len(args):
                raise TypeError(f"a list of {len(args)} is needed")
            return tuple(converter.structure(v, a) for v, a in zip(value, args, strict=True))

        return structure_fixed

    item = args[0]

    def structure(value: Any, _: Any) -> Any:
        return origin([converter.structure(v, item) for v in _list(value)])

    def structure_with_places(value: Any, _: Any) -> Any:
        return origin([_at_index(place, partial(converter.structure, v, item), tp) for place, v in enumerate(_list(value))])

    return structure_with_places if converter.detailed_validation else structure


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


FAST = make_converter(detailed=False)
CAREFUL = make_converter(detailed=True)


def add_unions(*unions: Any) -> None:
    """Teach both converters further closed unions, whose members are told apart by the same tag."""
    for union in unions:
        _register_union(FAST, union)
        _register_union(CAREFUL, union)


def plain(value: Any, tp: Any = None) -> Any:
    """Plain data for a value; name the union if it is a member of one."""
    return FAST.unstructure(value, unstructure_as=tp if tp is not None else type(value))


def encode_event(event: Event) -> bytes:
    """An event as JSON in UTF-8, with its audience."""
    return orjson.dumps(plain(event, Event))


def decode_event(body: bytes) -> Event:
    """The event that was encoded so."""
    event: Event = FAST.structure(orjson.loads(body), Event)  # type: ignore[arg-type]
    return event


def shape(data: Any, tp: Any) -> Any:
    """A value of a type from foreign plain data.

    Raises Malformed at the first place that is not as it should be.
    """
    try:
        return FAST.structure(data, tp)
    except Exception:  # noqa: BLE001 - shaping may fail in any way
        # What is rightly made takes the fast way; what is not is read again by the one that can say where.
        return _shape_carefully(data, tp)


def _shape_carefully(data: Any, tp: Any) -> Any:
    try:
        return CAREFUL.structure(data, tp)
    except RecursionError:
        raise Malformed("$", "too_deep") from None
    except Exception as error:  # noqa: BLE001 - shaping may fail in any way
        raise _malformed(error) from None


def shape_command(data: Any) -> Command:
    """A command from foreign plain data; raises Malformed."""
    command: Command = shape(data, Command)
    return command


def _malformed(error: BaseException) -> Malformed:
    line = transform_error(error)[0] if transform_error(error) else "@ $"
    said, _, path = line.rpartition(" @ ")
    code = "unknown_key" if "extra fields" in said else "missing_key" if "required field missing" in said else "wrong_value"
    if "unknown kind" in said or _names_kind(error):
        code = "unknown_kind"
    return Malformed(path or "$", code)


def _names_kind(error: BaseException) -> bool:
    inner = error
    while isinstance(inner, BaseExceptionGroup):
        inner = inner.exceptions[0]
    return isinstance(inner, Lawless)


# It also matches a string that never ends: otherwise each quotation mark in it would be tried anew, for seconds on 64 KiB.
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)', re.DOTALL)


def read_json(text: str | bytes, *, deepest: int = 20) -> Any:
    """Plain data from foreign JSON: no key twice, no NaN, no nesting beyond the depth.

    Raises Malformed.
    """
    try:
        words = text.decode("utf-8") if isinstance(text, bytes) else text
    except UnicodeDecodeError:
        raise Malformed("$", "not_utf8") from None
    depth = most = 0
    for char in _STRINGS.sub("", words):
        if char in "{[":
            depth += 1
            most = max(most, depth)
        elif char in "}]":
            depth -= 1
    if most > deepest:
        raise Malformed("$", "too_deep")
    try:
        data = json.loads(words, object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=_short_int)
        if "\\u" in words:
            # Half a surrogate pair is no character: it could be neither stored nor sent on.
            json.dumps(data, ensure_ascii=False).encode()
    except Malformed:
        raise
    except UnicodeEncodeError:
        raise Malformed("$", "not_utf8") from None
    except (ValueError, RecursionError):
        raise Malformed("$", "not_json") from None
    return data


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("$", "key_twice")
    return found


def _no_constant(word: str) -> Any:
    raise Malformed("$", "not_json")


def _short_int(digits: str) -> int:
    if len(digits) > 17:
        raise Malformed("$", "wrong_value")
    return int(digits)
