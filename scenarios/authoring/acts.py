"""Acts as an author writes them in a playthrough: `{sign: {treaty: fishing_pact}}`, and what is open to a power in the same form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from typing import Any

import attrs
from attrs import frozen

from engine.commands import Amend, Command, Draft, Send, SignalReady
from engine.council_commands import MoveAmendment, Speak, TableResolution, Yield
from engine.dates import Period
from engine.domains import Domain, OneOf, Option, Subset, Within
from engine.names import Viewer, kind
from engine.options import options
from engine.state import State
from scenarios.reading.forms import Form, attribute_types, form, verbs_of

BARE = re.compile(r"[A-Za-z0-9_.@+-]+")
LOOKS_OTHERWISE = re.compile(r"[+-]?[0-9.]+|true|false|null|~|yes|no|on|off|y|n", re.IGNORECASE)
MOST_VALUES = 8
"""Values of a parameter that are named; the others are only hinted at."""
ALWAYS = (Send, SignalReady, Draft, Amend, Speak, Yield, TableResolution, MoveAmendment)
"""Acts that are open so often, or take so many words, that a list of what is open leaves them out."""
NEEDED_WHEN_ASKED = ("ballot",)
"""What may be left out by its default and yet is the point of the act."""


def act_words(command: Command, turns: Iterable[str]) -> str:
    """One act on one line, with nothing in it that goes without saying."""
    return _flow({kind(type(command)): _record(command, tuple(turns))})


def _record(value: Any, turns: tuple[str, ...]) -> dict[str, Any]:
    cls: type = type(value)
    types = attribute_types(cls)
    found = {}
    for a in attrs.fields(cls):
        here = getattr(value, a.name)
        if _goes_without_saying(a, here):
            continue
        found[a.name] = turns[here] if a.name == "expires" and isinstance(here, int) else _plain(here, types[a.name], turns)
    return found


def _goes_without_saying(a: attrs.Attribute[Any], value: Any) -> bool:
    factory = getattr(a.default, "factory", None)
    return a.default is not attrs.NOTHING and bool(value == (factory() if factory is not None else a.default))


def _plain(value: Any, tp: Any, turns: tuple[str, ...]) -> Any:
    """A value as nested blocks, lists and words, as the reader of the format takes it."""
    if isinstance(value, Period):
        return str(value)
    shape, _, args = form(tp)
    if shape is Form.UNION:
        if len(args) == 1:
            return _plain(value, args[0], turns)
        if attrs.has(type(value)):
            verb = next(name for name, cls in verbs_of(args).items() if cls is type(value))
            return {verb: _record(value, turns)}
    if attrs.has(type(value)):
        return _record(value, turns)
    if isinstance(value, Mapping):
        inner = args[1] if shape is Form.MAPPING else str
        return {str(k): _plain(v, inner, turns) for k, v in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(v, args[0], turns) for v in value)
    if isinstance(value, tuple):
        inner = args[0] if shape is Form.LIST else str
        return [_plain(v, inner, turns) for v in value]
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def _flow(data: Any) -> str:
    match data:
        case Mapping():
            return "{" + ", ".join(f"{_flow(key)}: {_flow(value)}" for key, value in data.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(value) for value in data) + "]"
        case bool():
            return "true" if data else "false"
        case int():
            return str(data)
        case None:
            return "null"
        case _:
            return quoted(str(data))


def quoted(words: str) -> str:
    """A word as it stands if nothing could take it for something else, otherwise between quotation marks."""
    if BARE.fullmatch(words) and not LOOKS_OTHERWISE.fullmatch(words):
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


# -- what is open


@frozen
class Offer:
    """One act that is open, by the values that each of its parameters may have; those that may be anything are empty."""

    verb: type[Command]
    slots: Mapping[str, tuple[str, ...]]

    @property
    def words(self) -> str:
        """As an author writes it: `choose: {event: storm, choice: let_in | turn_away}`."""
        slots = ", ".join(f"{name}: {_either(values)}" for name, values in self.slots.items())
        return f"{kind(self.verb)}: {{{slots}}}"

    def joined(self, other: Offer) -> Offer:
        """Both in one, where they are the same act with other values."""
        slots = {name: tuple(dict.fromkeys((*values, *other.slots[name]))) for name, values in self.slots.items()}
        return Offer(self.verb, slots)


def offers(state: State, by: Viewer, verb: type[Command] | None = None) -> tuple[Offer, ...]:
    """What a power or the facilitator may do now besides what is always open, or every offer of one verb."""
    wanted = (o for o in options(state, by) if o.verb is verb or (verb is None and o.verb not in ALWAYS))
    return tuple(_offer(option, state, by) for option in wanted)


def joined(found: Iterable[Offer]) -> tuple[Offer, ...]:
    """One offer for each act and the parameters that it needs, with all the values that these may have."""
    by: dict[object, Offer] = {}
    for offer in found:
        key = (offer.verb, tuple(offer.slots))
        by[key] = by[key].joined(offer) if key in by else offer
    return tuple(by.values())


def _offer(option: Option, state: State, by: Viewer) -> Offer:
    slots = {}
    for a in attrs.fields(option.verb):
        values = _values(option.domains[a.name], a.name, state, by)
        if a.default is attrs.NOTHING or (option.asked and values and a.name in NEEDED_WHEN_ASKED):
            slots[a.name] = values
    return Offer(option.verb, slots)


def _values(domain: Domain, name: str, state: State, by: Viewer) -> tuple[str, ...]:
    turns = tuple(state.setting.turns)
    others = tuple(str(p) for p in state.powers() if p != by)
    match domain:
        case OneOf(values=values):
            found = tuple(_value(v, name, turns) for v in values)
            return ("POWER",) if len(others) > 2 and set(found) == set(others) else found
        case Subset(values=values):
            found = tuple(_value(v, name, turns) for v in values)
            few = "POWERS" if len(others) > 2 and set(found) == set(others) else _either(found, ", ")
            return (f"[{few}]",)
        case Within(low=low, high=high) if name == "expires":
            return turns[low : high + 1]
        case Within(low=low, high=high):
            return (str(low) if low == high else f"{low}-{high}",)
        case _:
            return ()


def _value(value: Any, name: str, turns: tuple[str, ...]) -> str:
    if name == "expires" and isinstance(value, int):
        return turns[value]
    if isinstance(value, Period):
        return str(value)
    if attrs.has(type(value)):
        return f"{{{kind(type(value))}: ...}}"
    if isinstance(value, Mapping):
        return "..."
    return _flow(_plain(value, type(value), turns)) if not isinstance(value, tuple | frozenset) else "[...]" if value else "[]"


def _either(words: tuple[str, ...], between: str = " | ") -> str:
    shown = tuple(dict.fromkeys(words))
    more = (*shown[:MOST_VALUES], "...") if len(shown) > MOST_VALUES else shown
    return between.join(more) or "..."
