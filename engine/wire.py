"""What client and server say to one another: JSON objects told apart by `kind`, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import orjson
from attrs import field, frozen

from engine.codec import FAST, Malformed, add_unions, plain, read_json, shape
from engine.commands import Command
from engine.converters import TAG
from engine.events import Event
from engine.names import Lang, Power, kind

VERSION = 1
LARGEST_MESSAGE = 64 * 1024
"""Bytes of one message from a client."""


@frozen(kw_only=True)
class Hello:
    """The first message: who comes, with a join code and a name, or with the token of a seat already held."""

    versions: tuple[int, ...]
    lang: Lang = Lang("en")
    client: str = ""
    code: str | None = None
    token: str | None = None
    name: str = ""
    power: Power | None = None
    """The power that a newcomer would like; an empty seat is given, otherwise the lobby decides."""
    last: int = 0
    """The number of the last event the client has, 0 if none."""
    stream: str = ""
    """The stream in which that number counts, as the last `welcome` named it."""


@frozen(kw_only=True)
class Act:
    """A command, under an id of the client's own: the same id is done once and answered alike each time."""

    id: str
    command: Command


@frozen(kw_only=True)
class TakeSeat:
    """Sit down for a power, or get up with null."""

    id: str
    power: Power | None


@frozen(kw_only=True)
class StartGame:
    """The facilitator's: open the game; scripted powers play for the empty seats."""

    id: str


@frozen(kw_only=True)
class Ping:
    """Are you there?"""

    number: int = 0


ClientMessage: TypeAlias = Hello | Act | TakeSeat | StartGame | Ping


@frozen(kw_only=True)
class SeatShown:
    """One person in the lobby."""

    name: str
    power: Power | None
    role: str
    present: bool


@frozen(kw_only=True)
class Welcome:
    """Who one is here. The token resumes the seat from anywhere; keep it secret. Sent again when the seat changes."""

    version: int
    token: str
    role: str
    """`player`, `observer` or `facilitator`."""
    power: Power | None
    game: str
    scenario: str
    title: Mapping[Lang, str]
    powers: Mapping[Power, Mapping[Lang, str]]
    started: bool
    fresh: bool
    """Whether the stream begins anew: the client forgets what it has folded."""
    digest: str = ""
    """SHA-256 of the scenario's text, in hexadecimal."""
    stream: str = ""
    """Whose news this connection gets: a power, `@observer` or `@facilitator`. Numbers count within it."""
    code: str = ""
    """The join code, to the facilitator alone."""


@frozen(kw_only=True)
class Lobby:
    """Who sits where."""

    seats: tuple[SeatShown, ...]
    started: bool


@frozen(kw_only=True)
class Events:
    """What has happened, as this viewer may know it; `first` is the viewer's own number of the first event."""

    first: int
    events: tuple[Event, ...]


@frozen(kw_only=True)
class Ack:
    """The request of that id is done; its effects are in this viewer's stream up to a number."""

    id: str
    upto: int


@frozen(kw_only=True)
class Refused:
    """The request changed nothing: the rule that refuses, the particulars, and the place in the message if it was malformed."""

    id: str | None
    reason: str
    about: Mapping[str, str] = field(factory=dict)
    path: str = ""


@frozen(kw_only=True)
class Bye:
    """The server closes the connection, and why."""

    why: str


@frozen(kw_only=True)
class Pong:
    """Yes."""

    number: int = 0


ServerMessage: TypeAlias = Welcome | Lobby | Events | Ack | Refused | Bye | Pong

add_unions(ClientMessage, ServerMessage)


def pack(message: ClientMessage | ServerMessage) -> bytes:
    """A message as JSON in UTF-8."""
    return orjson.dumps({TAG: kind(message.__class__), **plain(message)})


def pack_events(first: int, events: list[bytes]) -> bytes:
    """An Events message from events already encoded."""
    return b'{"kind":"events","first":%d,"events":[%b]}' % (first, b",".join(events))


LONGEST_ID = 64


def read_client(text: str | bytes) -> ClientMessage:
    """The message that a client sent; raises Malformed with the place."""
    message: ClientMessage = shape(read_json(text), ClientMessage)
    if isinstance(message, Act | TakeSeat | StartGame) and not 0 < len(message.id) <= LONGEST_ID:
        raise Malformed("$.id", "wrong_value")
    return message


def read_server(text: str | bytes) -> ServerMessage:
    """The message that a server sent; raises an exception if it is none."""
    data: Any = orjson.loads(text)
    message: ServerMessage = FAST.structure(data, ServerMessage)  # type: ignore[arg-type]
    return message
