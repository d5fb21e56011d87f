"""The page on the protocol, made from the message types: `python -m server.protocol_page > docs/protocol.md`.

Whoever has only that page and any WebSocket library must be able to write a client.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields

from engine.clauses import AnyClause, NonAggression
from engine.codec import plain
from engine.commands import (
    Amend,
    AnswerUltimatum,
    Command,
    CommitOrders,
    Initial,
    Operation,
    PutArticle,
    Send,
    Sign,
    SignalReady,
    UmpireCommand,
)
from engine.crisis import Demand
from engine.dates import Period
from engine.events import Event, MessageSent, PlotLaid, TreatySigned, TurnOpened
from engine.names import ArticleId, Lang, Power, TreatyId, kind
from engine.orders import Attack, Mobilise, Order, Readiness
from engine.plot import Effect, Plot
from engine.refusal import Reason
from engine.treaty import Article, Signature
from engine.wire import (
    LARGEST_MESSAGE,
    VERSION,
    Ack,
    Act,
    Bye,
    ClientMessage,
    Events,
    Hello,
    Lobby,
    Ping,
    Pong,
    Refused,
    SeatShown,
    ServerMessage,
    StartGame,
    TakeSeat,
    Welcome,
)
from scenarios.described import notes_of, said_of
from server.gate import CLOSE_CODES, NOT_ALLOWED, Limits

FRANCE, BRITAIN = Power("france"), Power("britain")
PLAN = TreatyId("anglo_french_plan")
TITLE = {Lang("en"): "Munich 1938", Lang("fr"): "Munich 1938"}
SAID = MessageSent(by=FRANCE, to=frozenset({BRITAIN}), text="Are we agreed?", asks=True, audience=frozenset({FRANCE, BRITAIN}))

EXAMPLES: Mapping[type, Any] = {
    Hello: Hello(versions=(1,), lang=Lang("fr"), client="my bot 0.1", code="K7QHMP", name="Ada", power=FRANCE),
    Act: Act(id="a1", command=Send(to=frozenset({BRITAIN}), text="Are we agreed?", asks=True)),
    TakeSeat: TakeSeat(id="a2", power=FRANCE),
    StartGame: StartGame(id="a3"),
    Ping: Ping(number=1),
    Welcome: Welcome(
        version=1, token="0f3c5a9b21de.N0tARealT0ken", role="player", power=FRANCE, game="0f3c5a9b21de", scenario="munich-1938",
        title=TITLE, powers={FRANCE: {Lang("en"): "France", Lang("fr"): "la France"}}, started=True, fresh=True, digest="9f86d081…",
        stream="france",
    ),
    Lobby: Lobby(seats=(SeatShown(name="Ada", power=FRANCE, role="player", present=True),), started=True),
    Events: Events(first=42, events=(TurnOpened(turn=1), SAID)),
    Ack: Ack(id="a1", upto=43),
    Refused: Refused(id="a4", reason="too_many_orders", about={"most": "2"}),
    Bye: Bye(why="restarting"),
    Pong: Pong(number=1),
}  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    SignalReady(True),
    Initial(treaty=PLAN, version=1),
    Sign(treaty=PLAN),
    Amend(
        treaty=PLAN,
        base=1,
        operations=(PutArticle(Article(id=ArticleId("peace"), clause=NonAggression(between=(FRANCE, BRITAIN)))),),
    ),
    CommitOrders((Mobilise(step=Readiness.PARTIAL), Attack(target=Power("germany")))),
    AnswerUltimatum(issuer=Power("germany"), accept=False),
)
EVENTS: tuple[Event, ...] = (SAID, TreatySigned(treaty=PLAN, power=FRANCE, signature=Signature(turn=2)))

INTRODUCTION = f"""# The protocol, version {VERSION}

This page is made from the message types of `engine/wire.py` by `python -m server.protocol_page`; a test fails when it is stale.

A client opens a WebSocket to the server's address (`ws://host:port/`) and exchanges **text frames, each one JSON object**, whose
`kind` says which message it is. Keys that this page does not name are refused; keys that have a default may be left out, and the
server leaves out those whose default is `null`, `false` or empty where they have it. Whole numbers stay below 2^53, dates are `YYYY-MM-DD`, sets are lists without order. Messages, commands, events, clauses, operations, orders
and demands name their `kind`; the further objects, whose kind is given by where they stand, do not. `GET /healthz` answers `ok` to plain HTTP.

## A session

1. The client says `hello`, with a join code and a name the first time, with the token of its seat afterwards.
2. The server answers `welcome`, sends the `events` that this viewer may know, and shows the `lobby`.
3. The client asks with `act`, `take_seat` or `start_game`, each under an id of its own choice; the server answers each with `ack` or
   `refused`. What is acknowledged is on the server's disk. **An id is done once**: after a lost connection, send again whatever was
   not answered, with the same ids, and it is answered as the first time.
4. Events are numbered for each viewer from 1 without a gap. A client that comes back names the last number that it has, and the
   `stream` in which it counts (as the last `welcome` named it), and gets the rest. If `welcome` says `fresh`, forget everything:
   the stream follows from its first event.
5. The state of the game is the fold of the events; the client needs nothing else. The first event, `game_founded`, holds the
   scenario as everybody may know it: powers, calendar, stakes, tracks. `briefing_given` holds the delegation's own instructions.

A command is not judged by who its message says it comes from (no message does) but by the seat that the token stands for.

## Limits

"""

BYES: Mapping[str, str] = {
    "wrong_code": "no game has this join code",
    "unknown_token": "the game has no such seat",
    "unknown_game": "the server has no such game",
    "room_full": "the room takes nobody more",
    "version": "no common version of the protocol",
    "no_hello": "the first message was not a proper `hello`, or did not come in time",
    "not_text": "a binary frame came",
    "too_many_joins": "too many attempts with a code from this address; wait a minute",
    "too_many_messages": "the connection sends faster than it may; come back and resume",
    "too_slow": "the connection does not take what is sent; come back and resume",
    "restarting": "the server stops in good order; come back and resume",
    "disk_full": "nothing can be stored now",
    "not_writable": "nothing can be stored now",
    "locked": "nothing can be stored now",
    "storage": "nothing can be stored now",
    "not_a_journal": "the server's journal is damaged",
    "broken_game": "this game cannot be taken up from the journal",
    "fault": "a fault of the server's own",
}
MALFORMED: Mapping[str, str] = {
    "not_json": "the text is no JSON",
    "not_utf8": "half a character (a lone surrogate)",
    "too_deep": "nested more than twenty deep",
    "key_twice": "an object names a key twice",
    "unknown_kind": "`kind` is missing or names nothing",
    "unknown_key": "an object has a key that it should not have",
    "missing_key": "an object lacks a key that it needs",
    "wrong_value": "a value is not of its type",
}
SEATING: Mapping[str, str] = {
    "seat_taken": "somebody plays this power and the game has begun",
    "not_playable": "the scenario leaves this power to the computer",
    "seat_closed": "who has played one power of a game that has begun does not change to another",
}


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    limits = Limits()
    yield INTRODUCTION.rstrip("\n")
    yield ""
    yield f"- One message from a client: at most {LARGEST_MESSAGE // 1024} KiB (close code 1009), UTF-8 (close code 1007)."
    yield f"- {limits.per_second:g} messages a second over time, {limits.burst:g} at once; {limits.joins_a_minute} newcomers a minute from one address."
    yield f"- `hello` within {limits.hello_within:g} seconds. A reader for whom more than {limits.unsent} messages wait is let go."
    yield ""
    yield "## From the client"
    for cls in get_args(ClientMessage):
        yield from _message(cls)
    yield "## From the server"
    for cls in get_args(ServerMessage):
        yield from _message(cls)
    yield from _types(SeatShown, heading="###")
    yield "## Why a request is refused"
    yield ""
    yield "A malformed message, with its place in `path`:"
    yield ""
    yield from _table(MALFORMED)
    yield "In the lobby:"
    yield ""
    yield from _table(SEATING)
    yield "The store could not take it, and nothing was done: the codes of `bye` from `disk_full` on. By a rule of the game:"
    yield ""
    yield ", ".join(f"`{reason.value}`" for reason in Reason) + "."
    yield ""
    yield "## Why a connection is closed"
    yield ""
    yield "`bye` says why; the WebSocket is then closed with the code of the third column."
    yield ""
    yield "| why | meaning | close code |"
    yield "| --- | --- | --- |"
    for why, meaning in BYES.items():
        yield f"| `{why}` | {meaning} | {CLOSE_CODES.get(why, NOT_ALLOWED)} |"
    yield ""
    yield from _union("Commands", "What an `act` may hold. Those of the umpire are the facilitator's alone.", Command, COMMANDS)
    yield f"The umpire's: {', '.join(f'`{kind(cls)}`' for cls in get_args(UmpireCommand))}."
    yield ""
    yield from _union("Events", "What `events` holds. `audience` lists the powers that may know it; null is everybody.", Event, EVENTS)
    for heading, union in (("Articles", AnyClause), ("Operations of an amendment", Operation), ("Orders", Order), ("Demands", Demand)):
        yield from _union(heading, "", union, ())
    yield "## Further objects"
    yield ""
    for cls in _further():
        yield from _types(cls, heading="###")


def _table(codes: Mapping[str, str]) -> Iterator[str]:
    yield "| reason | meaning |"
    yield "| --- | --- |"
    for code, meaning in codes.items():
        yield f"| `{code}` | {meaning} |"
    yield ""


def _message(cls: type) -> Iterator[str]:
    yield ""
    yield from _types(cls, heading="###")
    yield "```json"
    yield json.dumps({"kind": kind(cls), **plain(EXAMPLES[cls])}, ensure_ascii=False)
    yield "```"
    yield ""


def _union(heading: str, said: str, union: Any, examples: tuple[Any, ...]) -> Iterator[str]:
    yield f"## {heading}"
    yield ""
    if said:
        yield said
        yield ""
    for cls in get_args(union):
        yield from _types(cls, heading="###")
    if examples:
        yield "Examples:"
        yield ""
        yield "```json"
        for example in examples:
            yield json.dumps(plain(example, union), ensure_ascii=False)
        yield "```"
        yield ""


def _types(cls: type, *, heading: str) -> Iterator[str]:
    yield f"{heading} `{kind(cls)}`"
    yield ""
    yield said_of(cls)
    yield ""
    notes, hints = notes_of(cls), get_type_hints(cls)
    if fields(cls):
        yield "| key | type | default | |"
        yield "| --- | --- | --- | --- |"
    for field in fields(cls):
        yield f"| `{field.name}` | {_shown(hints[field.name])} | {_default(field, hints[field.name])} | {notes.get(field.name, '')} |"
    if fields(cls):
        yield ""


def _default(field: Any, tp: Any) -> str:
    if field.default is NOTHING:
        return ""
    default = field.default.factory() if hasattr(field.default, "factory") else field.default
    return f"`{json.dumps(plain(default, tp), ensure_ascii=False)}`"


NAMED_UNIONS: tuple[tuple[Any, str], ...] = (
    (Command, "a command"),
    (Event, "an event"),
    (AnyClause, "an article's clause"),
    (Operation, "an operation"),
    (Order, "an order"),
    (Demand, "a demand"),
    (Effect, "an effect (umpire only)"),
)


def _shown(tp: Any) -> str:
    for union, name in NAMED_UNIONS:
        if tp == union:
            return name
    origin, args = get_origin(tp), get_args(tp)
    if origin in (Union, types.UnionType):
        return " or ".join(_shown(arg) for arg in args)
    if origin is tuple and not (len(args) == 2 and args[1] is Ellipsis):
        return f"list of {len(args)}: {', '.join(_shown(arg) for arg in args)}"
    if origin in (tuple, frozenset):
        return f"list of {_shown(args[0])}"
    if origin is not None and issubclass(origin, Mapping):
        return f"object, {_shown(args[0])} to {_shown(args[1])}"
    if isinstance(tp, NewType):
        return "text" if tp.__supertype__ is str else _shown(tp.__supertype__)
    if isinstance(tp, type) and issubclass(tp, Enum):
        return "one of " + ", ".join(f"`{json.dumps(member.value)}`" for member in tp)
    if tp is Plot:
        return "object: the umpire's half of the scenario"
    plainly = {
        str: "text",
        int: "whole number",
        bool: "true or false",
        type(None): "null",
        dt.date: "date",
        Period: "period, as in `6 months`",
    }
    return plainly[tp] if tp in plainly else f"[`{kind(tp)}`](#{kind(tp)})"


def _further() -> list[type]:
    """The objects that messages, commands, events and articles hold, in the order in which they are met."""
    shown: set[type] = {SeatShown}
    for union in (ClientMessage, ServerMessage, *(union for union, _ in NAMED_UNIONS)):
        shown.update(get_args(union))
    found: list[type] = []
    queue = [cls for union in (ClientMessage, ServerMessage, Command, Event, AnyClause, Order, Demand) for cls in get_args(union)]
    hidden = {PlotLaid}
    while queue:
        cls = queue.pop(0)
        if cls in hidden:
            continue
        for hint in get_type_hints(cls).values():
            for inner in _classes(hint):
                if inner not in shown and inner is not Period and hasattr(inner, "__attrs_attrs__"):
                    shown.add(inner)
                    found.append(inner)
                    queue.append(inner)
    return found


def _classes(tp: Any) -> Iterator[type]:
    if get_args(tp):
        for arg in get_args(tp):
            yield from _classes(arg)
    elif isinstance(tp, type):
        yield tp


if __name__ == "__main__":
    sys.stdout.write(page())
