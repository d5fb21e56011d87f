"""The page on the protocol says what the server does, in full, and what it says can be relied on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from client.texts import CATALOGUE, Words
from engine.commands import Command
from engine.events import Event
from engine.names import Lang, kind
from engine.refusal import Reason
from engine.wire import ClientMessage, ServerMessage, pack, read_client, read_server
from server.protocol_page import BYES, EXAMPLES, MALFORMED, SEATING, page
from server.sqlite_journal import CODES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "protocol.md"


def test_the_page_is_not_stale() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m server.protocol_page > docs/protocol.md"


@pytest.mark.parametrize("cls", [*get_args(ClientMessage), *get_args(ServerMessage)])
def test_each_message_has_an_example_that_reads_back(cls: type) -> None:
    example = EXAMPLES[cls]
    read = read_client if cls in get_args(ClientMessage) else read_server
    assert type(example) is cls and read(pack(example)) == example


def test_every_example_of_the_page_is_json_with_a_kind() -> None:
    blocks = re.findall(r"```json\n(.*?)```", page(), re.DOTALL)
    lines = [json.loads(line) for block in blocks for line in block.splitlines()]
    assert len(lines) > len(EXAMPLES) and all("kind" in line for line in lines)


@pytest.mark.parametrize("union", [Command, Event])
def test_the_page_names_every_command_and_event(union: object) -> None:
    text = page()
    assert [kind(cls) for cls in get_args(union) if f"### `{kind(cls)}`" not in text] == []


def test_every_link_of_the_page_has_its_heading() -> None:
    text = page()
    headings = set(re.findall(r"^### `(\w+)`$", text, re.MULTILINE))
    assert set(re.findall(r"\(#(\w+)\)", text)) <= headings


def test_every_reason_for_which_the_server_closes_or_refuses_is_on_the_page() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "server").glob("*.py")))
    said = set(re.findall(r'(?:drop\(|NotAdmitted\(|JournalFault\(|reason=)"(\w+)"', source)) | set(CODES.values())
    assert said - {*BYES, *MALFORMED, *SEATING, *Reason} <= {"newer_journal"}, "that one is said before anybody is let in"


@pytest.mark.parametrize("lang", sorted(CATALOGUE))
@pytest.mark.parametrize("code", sorted({*BYES, *MALFORMED, *SEATING}))
def test_every_reason_has_its_sentence_in_the_client(lang: Lang, code: str) -> None:
    assert Words(lang).has(f"why.{code}")
