"""Values to JSON and back without loss, and foreign JSON refused at the place where it goes wrong."""

from __future__ import annotations

import json
from typing import Any, get_args

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.codec import Malformed, decode_event, encode_event, plain, read_json, shape, shape_command
from engine.commands import Command
from engine.converters import LONGEST_TEXT
from engine.events import Event
from engine.names import Power, kind
from engine.treaty import Provisions
from engine.wire import ClientMessage, ServerMessage, pack, read_client, read_server
from tests.engine.profiles import effort
from tests.engine.strategies import Pool, everything

WORDS = st.text(max_size=8)
DRAWN = {
    "str": WORDS,
    "int": st.integers(-(2**53), 2**53),
    **dict.fromkeys(("Power", "StakeId", "TreatyId", "ArticleId", "ConferenceId", "TurnId", "TrackId"), WORDS),
    **dict.fromkeys(("EventId", "ChoiceId", "ObjectiveId", "EndingId", "Lang", "Condition"), WORDS),
}
ANYTHING = Pool(DRAWN)
SMALL = Pool({**DRAWN, "str": st.sampled_from(("", "a", "é")), "int": st.integers(-1, 3)})
WORDY = Pool({**DRAWN, "str": st.text(min_size=1, max_size=8)})


def values_of(cls: type) -> st.SearchStrategy[Any]:
    big = kind(cls) in ("game_founded", "plot_laid", "briefing_given")
    return everything(cls, SMALL if big else ANYTHING)


@pytest.mark.parametrize("cls", get_args(Event), ids=kind)
def test_every_event_comes_back_as_it_was(cls: type) -> None:
    @effort(15)
    @given(values_of(cls))
    def comes_back(event: Event) -> None:
        body = encode_event(event)
        again = decode_event(body)
        assert again == event and type(again) is cls
        assert encode_event(again) == body
        assert json.loads(body)["kind"] == kind(cls)

    comes_back()


def test_what_is_empty_as_by_default_is_not_written_and_other_defaults_are() -> None:
    written = read_json(orjson.dumps(plain(Provisions(signatories=(Power("alba"), Power("carnia"))))))
    assert written.keys() >= {"signatories", "accession", "reservations", "concluded_at"}
    assert written.keys().isdisjoint({"needed", "only_after", "expires", "secret", "severable"})
    assert shape(written, Provisions) == Provisions(signatories=(Power("alba"), Power("carnia")))


@pytest.mark.parametrize("cls", get_args(Command), ids=kind)
def test_every_command_comes_back_as_it_was(cls: type) -> None:
    @effort(15)
    @given(everything(cls, ANYTHING))
    def comes_back(command: Command) -> None:
        data = read_json(orjson.dumps(plain(command, Command)))
        again = shape_command(data)
        assert again == command and type(again) is cls

    comes_back()


@pytest.mark.parametrize("cls", get_args(ClientMessage), ids=kind)
def test_every_message_of_a_client_comes_back_as_it_was(cls: type) -> None:
    @effort(15)
    @given(everything(cls, WORDY))
    def comes_back(message: Any) -> None:
        assert read_client(pack(message)) == message

    comes_back()


@pytest.mark.parametrize("cls", get_args(ServerMessage), ids=kind)
def test_every_message_of_the_server_comes_back_as_it_was(cls: type) -> None:
    @effort(5)
    @given(everything(cls, SMALL))
    def comes_back(message: Any) -> None:
        assert read_server(pack(message)) == message

    comes_back()


def test_sets_are_written_in_one_order_whatever_made_them() -> None:
    one, other = (b'{"kind":"send","to":%s}' % names for names in (b'["a","b","c"]', b'["c","a","b"]'))
    assert orjson.dumps(plain(shape_command(read_json(one)), Command)) == orjson.dumps(plain(shape_command(read_json(other)), Command))


SEND = '{"kind":"send","to":["a"],"text":%s}'
ULTIMATUM = '{"kind":"issue_ultimatum","target":"a","demand":{"kind":"demand_cession","stakes":["s"]},"expires":%s}'
READY = '{"kind":"signal_ready","ready":%s}'
ORDERS = '{"kind":"commit_orders","orders":[%s]}'

HOSTILE = [
    ("a number as a word", ULTIMATUM % '"7"', "$.expires", "wrong_value"),
    ("true for a number", ULTIMATUM % "true", "$.expires", "wrong_value"),
    ("a fraction", ULTIMATUM % "7.5", "$.expires", "wrong_value"),
    ("a whole number with a point", ULTIMATUM % "7.0", "$.expires", "wrong_value"),
    ("an exponent", ULTIMATUM % "1e2", "$.expires", "wrong_value"),
    ("more than any number", ULTIMATUM % "1e999", "$.expires", "wrong_value"),
    ("beyond the whole numbers of JSON", ULTIMATUM % str(2**53 + 1), "$.expires", "wrong_value"),
    ("ten to the thirtieth", ULTIMATUM % ("1" + "0" * 30), "$", "wrong_value"),
    ("ten to the ten thousandth", ULTIMATUM % ("1" + "0" * 10_000), "$", "wrong_value"),
    ("null for a number", ULTIMATUM % "null", "$.expires", "wrong_value"),
    ("NaN", ULTIMATUM % "NaN", "$", "not_json"),
    ("Infinity", ULTIMATUM % "-Infinity", "$", "not_json"),
    ("a number for true", READY % "1", "$.ready", "wrong_value"),
    ("a word for true", READY % '"true"', "$.ready", "wrong_value"),
    ("null for true", READY % "null", "$.ready", "wrong_value"),
    ("a number for words", SEND % "7", "$.text", "wrong_value"),
    ("a list for words", SEND % '["x"]', "$.text", "wrong_value"),
    ("words without end", SEND % f'"{"x" * (LONGEST_TEXT + 1)}"', "$.text", "wrong_value"),
    ("a word for a list", '{"kind":"send","to":"alba"}', "$.to", "wrong_value"),
    ("an object for a list", '{"kind":"send","to":{"alba":1}}', "$.to", "wrong_value"),
    ("a number in a list of words", '{"kind":"send","to":["alba",7]}', "$.to[1]", "wrong_value"),
    ("a key twice", '{"kind":"send","to":[],"to":["a"]}', "$", "key_twice"),
    ("a key twice, deep inside", SEND % '"x","phrase":{"code":"a","code":"b"}', "$", "key_twice"),
    ("an unknown key", SEND % '"x","secretly":true', "$", "unknown_key"),
    ("an unknown key inside", SEND % '"x","phrase":{"code":"a","more":1}', "$.phrase", "unknown_key"),
    ("a key missing", '{"kind":"send"}', "$.to", "missing_key"),
    ("an unknown kind", '{"kind":"annex"}', "$", "unknown_kind"),
    ("no kind", "{}", "$", "unknown_kind"),
    ("an event for a command", '{"kind":"game_ended"}', "$", "unknown_kind"),
    ("a kind that is no word", '{"kind":["send"]}', "$", "unknown_kind"),
    ("a kind that is null", '{"kind":null}', "$", "unknown_kind"),
    ("a class for a kind", '{"kind":"Send"}', "$", "unknown_kind"),
    ("an unknown kind inside", ORDERS % '{"kind":"retreat"}', "$.orders[0]", "unknown_kind"),
    ("a word for a step", ORDERS % '{"kind":"mobilise","step":"general"}', "$.orders[0].step", "wrong_value"),
    ("true for a step", ORDERS % '{"kind":"mobilise","step":true}', "$.orders[0].step", "wrong_value"),
    ("a step too far", ORDERS % '{"kind":"mobilise","step":4}', "$.orders[0].step", "wrong_value"),
    ("an unknown word of a list", '{"kind":"answer_crisis","stance":"flee"}', "$.stance", "wrong_value"),
    ("a list for a command", "[]", "$", "wrong_value"),
    ("a word for a command", '"send"', "$", "wrong_value"),
    ("null for a command", "null", "$", "wrong_value"),
    ("nothing", "", "$", "not_json"),
    ("half an object", '{"kind":"send"', "$", "not_json"),
    ("two objects", "{} {}", "$", "not_json"),
    ("a comment", "{} // yes", "$", "not_json"),
    ("a byte order mark", "\ufeff{}", "$", "not_json"),
    ("a control character in words", '{"kind":"send\x01"}', "$", "not_json"),
    ("lists in lists", "[" * 30 + "]" * 30, "$", "too_deep"),
    ("a hundred thousand lists", "[" * 100_000, "$", "too_deep"),
    ("objects in objects", '{"a":' * 50_000, "$", "too_deep"),
    ("half a surrogate pair", SEND % '"\\ud800"', "$", "not_utf8"),
    ("half a surrogate pair as a key", '{"\\udfff":1}', "$", "not_utf8"),
]


@pytest.mark.parametrize(("text", "path", "code"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile_json_is_refused_with_its_place_and_a_code(text: str, path: str, code: str) -> None:
    for form in (text, text.encode()):
        with pytest.raises(Malformed) as raised:
            shape_command(read_json(form))
        assert raised.value.code == code
        assert raised.value.path == path


@pytest.mark.parametrize("body", [b"\xff", b'{"kind":"send\xc3"}', b"\xed\xa0\x80", b"\xc0\xaf", b"\xff\xfe{\x00}\x00"])
def test_what_is_not_utf8_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed, match="not_utf8"):
        read_json(body)


@pytest.mark.parametrize("words", ["[" * 100, "{[" * 40 + '"' + "[" * 40, "\\" * 9 + "[" * 30, '\\"' + "]" * 30 + "[" * 30])
def test_brackets_in_words_are_words(words: str) -> None:
    command = shape_command(read_json(SEND % json.dumps(words)))
    assert plain(command, Command)["text"] == words


def test_brackets_after_words_that_close_early_are_counted() -> None:
    for text in ('"a"' + "[" * 30, '"\\\\"' + "[" * 30, '"' + "[" * 30):
        with pytest.raises(Malformed, match=r"too_deep|not_json"):
            read_json(text)


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert plain(shape_command(read_json(SEND % '"\\ud83d\\udd4a"')), Command)["text"] == "\U0001f54a"


@effort(150)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner)
    )
)
def test_any_data_at_all_is_a_command_or_malformed(data: Any) -> None:
    with pytest.raises(Malformed):
        shape_command(data)


@effort(150)
@given(st.binary(max_size=40) | st.text(max_size=40))
def test_any_bytes_at_all_are_json_or_malformed(body: bytes | str) -> None:
    try:
        data = read_json(body)
    except Malformed as malformed:
        assert malformed.code in ("not_json", "not_utf8", "too_deep", "key_twice", "wrong_value")
    else:
        assert repr(json.loads(body)) == repr(data)


@effort(100)
@given(st.data())
def test_a_command_with_one_thing_spoilt_is_malformed_or_another_command(data: st.DataObject) -> None:
    command = data.draw(everything(data.draw(st.sampled_from(get_args(Command))), ANYTHING))
    body = plain(command, Command)
    key = data.draw(st.sampled_from(sorted(body)))
    spoilt = {**body, key: data.draw(st.sampled_from((None, 7, 7.5, True, "seven", [], {}, [[]], {"kind": "send"}, float("nan"))))}
    try:
        other = shape_command(spoilt)
    except Malformed as malformed:
        assert malformed.path.startswith("$") and malformed.code in ("wrong_value", "unknown_kind", "missing_key", "unknown_key")
    else:
        # What is left out stands for its default: a thing spoilt into its default comes back left out.
        again = plain(other, Command)
        assert {**spoilt, **again} == spoilt and spoilt.keys() - again.keys() <= {key}
