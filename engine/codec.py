"""Values to plain data and back, strictly: for the journal and for the wire."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from cattrs import transform_error

from engine.commands import Command
from engine.converters import Lawless, make_converter, register_union
from engine.events import Event
from engine.former import Rewriting


class Malformed(Exception):
    """Data that is not what it should be, with the place and a code: nothing of it was taken."""

    def __init__(self, path: str, code: str) -> None:
        super().__init__(path, code)
        self.path, self.code = path, code

    def __str__(self) -> str:
        return f"{self.code} at {self.path}"


FAST = make_converter(detailed=False)
CAREFUL = make_converter(detailed=True)
OWN = make_converter(detailed=False, foreign=False)


def add_unions(*unions: Any) -> None:
    """Teach both converters further closed unions, whose members are told apart by the same tag."""
    for union in unions:
        register_union(FAST, union)
        register_union(CAREFUL, union)
        register_union(OWN, union)


def plain(value: Any, tp: Any = None) -> Any:
    """Plain data for a value; name the union if it is a member of one."""
    return FAST.unstructure(value, unstructure_as=tp if tp is not None else type(value))


# Sought once: the name of a union of a hundred events is slow to look up.
_read_event = OWN.get_structure_hook(Event)
_write_event = FAST.get_unstructure_hook(Event)


def encode_event(event: Event) -> bytes:
    """An event as JSON in UTF-8, with its audience."""
    return orjson.dumps(_write_event(event))


def decode_event(body: bytes) -> Event:
    """The event that was encoded so."""
    event: Event = _read_event(orjson.loads(body), Event)
    return event


def decode_journal(bodies: Iterable[bytes]) -> Iterator[Event]:
    """The events of a journal from its first, also where an earlier version wrote them."""
    rewriting = Rewriting()
    for body in bodies:
        event: Event = _read_event(rewriting.today(orjson.loads(body)), Event)
        yield event


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
