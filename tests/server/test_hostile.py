"""Every kind of bad message is refused with its place or ends the connection with the proper code; the game goes on."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest

from engine.wire import LARGEST_MESSAGE, Ack, Refused
from tests.client.smallworld import BRITAIN, FRANCE
from tests.server.tables import Tables, tables, words


def act(command: object, ident: object = "1") -> str:
    """An act, whatever it holds."""
    return json.dumps({"kind": "act", "id": ident, "command": command})


def send(**words: object) -> str:
    """An act that sends, whatever it holds."""
    return act({"kind": "send", "to": [BRITAIN], "text": "x", **words})


DEEP = '{"a":' * 30 + "1" + "}" * 30
ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("nothing", "", "$", "not_json"),
    ("no JSON", "{kind: act}", "$", "not_json"),
    ("a string that never ends", '"' + '\\"' * 32_000, "$", "not_json"),
    ("brackets in a string", send(text="[" * 100, to="x"), "$.command.to", "wrong_value"),
    ("two documents", "{} {}", "$", "not_json"),
    ("a list", "[]", "$", "wrong_value"),
    ("a number", "7", "$", "wrong_value"),
    ("null", "null", "$", "wrong_value"),
    ("NaN", '{"kind":"ping","number":NaN}', "$", "not_json"),
    ("infinity", '{"kind":"ping","number":-Infinity}', "$", "not_json"),
    ("no kind", "{}", "$", "unknown_kind"),
    ("an unknown kind", '{"kind":"obey"}', "$", "unknown_kind"),
    ("a kind that is a list", '{"kind":["act"]}', "$", "unknown_kind"),
    ("a server's kind", '{"kind":"bye","why":"x"}', "$", "unknown_kind"),
    ("an unknown key", '{"kind":"ping","number":1,"extra":2}', "$", "unknown_key"),
    ("an unknown key within", act({"kind": "signal_ready", "ready": True, "by": "germany"}), "$.command", "unknown_key"),
    ("a key twice", '{"kind":"ping","number":1,"number":2}', "$", "key_twice"),
    ("a key missing", act({"kind": "initial", "treaty": "plan"}), "$.command.version", "missing_key"),
    ("no command", '{"kind":"act","id":"1"}', "$.command", "missing_key"),
    ("an unknown command", act({"kind": "annex"}), "$.command", "unknown_kind"),
    ("a command that is text", act("sign"), "$.command", "wrong_value"),
    ("an id that is a number", act({"kind": "signal_ready", "ready": True}, 7), "$.id", "wrong_value"),
    ("an empty id", act({"kind": "signal_ready", "ready": True}, ""), "$.id", "wrong_value"),
    ("a long id", act({"kind": "signal_ready", "ready": True}, "x" * 65), "$.id", "wrong_value"),
    ("text for a truth", act({"kind": "signal_ready", "ready": "true"}), "$.command.ready", "wrong_value"),
    ("a number for a truth", act({"kind": "signal_ready", "ready": 1}), "$.command.ready", "wrong_value"),
    ("text for a number", act({"kind": "initial", "treaty": "plan", "version": "1"}), "$.command.version", "wrong_value"),
    ("a truth for a number", act({"kind": "initial", "treaty": "plan", "version": True}), "$.command.version", "wrong_value"),
    ("a fraction", act({"kind": "initial", "treaty": "plan", "version": 1.0}), "$.command.version", "wrong_value"),
    ("a huge number", '{"kind":"ping","number":1%s}' % ("0" * 30), "$", "wrong_value"),
    ("a number beyond every language", '{"kind":"ping","number":9007199254740993}', "$.number", "wrong_value"),
    ("a huge exponent", '{"kind":"ping","number":1e999}', "$.number", "wrong_value"),
    ("text for a list", send(to="britain"), "$.command.to", "wrong_value"),
    ("numbers in a list of names", send(to=[1]), "$.command.to", "wrong_value"),
    ("a word that is not in the list", act({"kind": "cast_ballot", "organ": "c", "ballot": "maybe"}), "$.command.ballot", "wrong_value"),
    ("an object for text", send(text={"en": "x"}), "$.command.text", "wrong_value"),
    ("null for text", send(text=None), "$.command.text", "wrong_value"),
    ("half a character", send(text="\ud800"), "$", "not_utf8"),
    ("too deep", DEEP, "$", "too_deep"),
    ("deep lists", "[" * 5000, "$", "too_deep"),
    ("hello again", '{"kind":"hello","versions":[1]}', "$.kind", "wrong_value"),
)


@pytest.mark.parametrize(("message", "path", "code"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
async def test_a_malformed_message_is_refused_with_its_place(message: str, path: str, code: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "locarno")
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        await france.say(message)
        refused = await france.until(Refused)
        assert (refused.reason, refused.path.partition("[")[0]) == (code, path)
        assert isinstance(await france.ask(words("Still here.", BRITAIN)), Ack)
    assert not [record for record in caplog.records if record.exc_info], "no traceback"
    assert len(message) < 5 or message not in caplog.text, "no content in the log"


LAWLESS: tuple[tuple[str, str, str], ...] = (
    ("an unknown power", send(to=["atlantis"]), "unknown_power"),
    ("too long a text", send(text="x" * 2001), "text_too_long"),
    ("only spaces", send(text="  \n "), "text_empty"),
    ("control characters", send(text="\x1b[2J"), "text_unprintable"),
    ("another's command", act({"kind": "close_step"}), "not_your_part"),
    ("another's memory", act({"kind": "remember", "power": "germany", "memory": {}}), "not_your_part"),
    ("an unknown treaty", act({"kind": "sign", "treaty": "x" * 5000}), "unknown_treaty"),
    ("names that are no names", act({"kind": "sign", "treaty": "../../etc"}), "unknown_treaty"),
)


@pytest.mark.parametrize(("message", "reason"), [row[1:] for row in LAWLESS], ids=[row[0] for row in LAWLESS])
async def test_a_lawless_command_is_refused_by_its_rule(message: str, reason: str) -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        await france.say(message)
        refused = await france.until(Refused)
        assert (refused.id, refused.reason) == ("1", reason)


CLOSED: tuple[tuple[str, str | bytes, int], ...] = (
    ("too large", "x" * (LARGEST_MESSAGE + 1), 1009),
    ("binary", b'{"kind":"ping","number":1}', 1003),
)


@pytest.mark.parametrize(("message", "code"), [row[1:] for row in CLOSED], ids=[row[0] for row in CLOSED])
async def test_what_cannot_be_read_at_all_ends_the_connection_with_the_proper_code(message: str | bytes, code: int) -> None:
    async with tables() as table:
        _, (britain, _, france, _) = await table.seated()
        await france.say(message)
        await france.goodbye()
        assert france.code == code
        await _goes_on(table, france.token)
        await britain.settled()


async def test_bad_utf_8_ends_the_connection_with_the_proper_code() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        await france.socket.send(b'{"kind":"ping","number":\xff}', text=True)
        await france.goodbye()
        assert france.code == 1007
        await _goes_on(table, france.token)


async def test_what_is_no_websocket_at_all_is_answered_politely() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        for request in (b"\x00\xff" * 100 + b"\r\n", b"GET / HTTP/1.0\r\n\r\n"):
            await _raw(table, request)
        await _goes_on(table, france.token)


async def _raw(table: Tables, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", table.server.port)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    return answer


async def test_health_is_told_to_whoever_asks() -> None:
    async with tables() as table:
        answer = await _raw(table, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200") and answer.endswith(b"ok\n")
        answer = await _raw(table, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 426")


async def _goes_on(table: Tables, token: str) -> None:
    again = await table.hello(token=token)
    assert isinstance(await again.ask(words("Back.", BRITAIN), "back"), Ack)
    assert again.stream == FRANCE
