"""The schema and the reference page are made from the classes that load, name everything, and are never stale."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import fields

import scenarios
from client.__main__ import run
from engine.clauses import CLAUSES
from scenarios.authoring.beginning import model
from scenarios.authoring.format import note
from scenarios.authoring.reference import page
from scenarios.authoring.schema import names_in, schema
from scenarios.authoring.tongue import book
from scenarios.reading.rules import CODES
from scenarios.reading.sheet import DraftPart, PowerPart, ResolutionPart, Sheet, StandingPart

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("lang", "name"), [("en", "scenario-reference.md"), ("fr", "scenario-reference.fr.md")])
def test_the_reference_page_is_not_stale(lang: str, name: str) -> None:
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert kept == page(lang), f"run: python -m scenarios.authoring.reference {lang} > docs/{name}"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_author_meets_no_word_of_the_program_in_the_reference(lang: str) -> None:
    found = re.findall(
        r"`(?:engine|scenarios|client|server)\.[^`]*`|Raises \w+|\bNone (?:is|:)|\b(?:True|False|frozenset|tuple)\b", page(lang)
    )
    assert found == []


def test_everything_that_the_format_says_of_itself_is_said_in_french_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    class Noting(dict[str, str]):
        def get(self, said: str, default: str = "") -> str:  # type: ignore[override]
            asked.add(said)
            return super().get(said, default)

    french = Noting(book("fr"))
    monkeypatch.setattr("scenarios.authoring.tongue.book", lambda lang: french)
    page("fr")
    made = schema(lang="fr")
    assert sorted(asked - set(french)) == [], "say these in scenarios/authoring/format.fr.po"
    assert sorted(set(french) - asked) == [], "these are no longer said"
    assert made["properties"]["borders"]["description"].startswith("Les couples de puissances")


@pytest.mark.parametrize("cls", [Sheet, PowerPart, StandingPart, DraftPart, ResolutionPart])
def test_every_key_of_the_file_says_what_it_is_for(cls: type) -> None:
    assert [a.name for a in fields(cls) if not note(cls, a.name)] == []


def test_the_page_has_every_kind_of_article_and_every_rule() -> None:
    text = page()
    assert [cls.tag for cls in CLAUSES if f"### `{cls.tag}`" not in text] == []
    assert [code for code in CODES if f"| {code} |" not in text] == []


def parts(body: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema."""
    if isinstance(body, dict):
        yield body
        for value in body.values():
            yield from parts(value)
    elif isinstance(body, list):
        for value in body:
            yield from parts(value)


@pytest.mark.parametrize("text", [None, model(), *(scenarios.source(name) for name in scenarios.names())], ids=lambda t: str(t)[:12])
def test_every_reference_of_the_schema_leads_somewhere_and_no_objects_are_to_be_chosen_among(text: str | None) -> None:
    made = schema(names_in(text) if text else None)
    json.dumps(made)
    for part in parts(made):
        if isinstance(part.get("$ref"), str):
            assert part["$ref"].rpartition("/")[2] in made["definitions"]
        if isinstance(part.get("anyOf"), list):
            assert sum(option.get("type") == "object" for option in part["anyOf"]) <= 1


def fits(value: Any, body: dict[str, Any], whole: dict[str, Any]) -> bool:
    """Whether a value has only keys that the schema knows, all the way down."""
    if "$ref" in body:
        return fits(value, whole["definitions"][body["$ref"].rpartition("/")[2]], whole)
    if len(body.get("allOf", ())) == 1 and "$ref" in body["allOf"][0]:
        return fits(value, body["allOf"][0], whole)
    if "anyOf" in body:
        return any(fits(value, option, whole) for option in body["anyOf"])
    if "enum" in body:
        return value in body["enum"]
    if isinstance(value, dict):
        known, more = body.get("properties", {}), body.get("additionalProperties", True)
        if not set(body.get("required", ())) <= {str(key) for key in value}:
            return False
        return all(
            fits(v, known[k], whole) if k in known else more is True or (bool(more) and fits(v, more, whole)) for k, v in value.items()
        )
    if isinstance(value, list):
        return "items" not in body or all(fits(item, body["items"], whole) for item in value)
    return True


@pytest.mark.parametrize("name", [None, *scenarios.names()])
@pytest.mark.parametrize("named", [False, True])
def test_the_schema_takes_the_model_and_every_shipped_scenario(name: str | None, named: bool) -> None:
    text = model() if name is None else scenarios.source(name)
    made = schema(names_in(text) if named else None)
    data = yaml.load(text, yaml.BaseLoader)  # as an editor reads it: YAML 1.2 has no other words for true
    assert fits(data, made, made)
    data["powers"]["nowhere"] = {"nme": {}}
    assert not fits(data, made, made)


def test_a_scenarios_own_names_stand_in_its_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pact.yaml"
    file.write_text(model(), encoding="utf-8")
    assert run(["export-schema", "--for", str(file)]) == 0
    made = json.loads(capsys.readouterr().out)
    turn = made["definitions"]["ScriptedEvent"]["properties"]["turn"]
    assert turn["enum"] == ["spring", "summer", "autumn"]
    assert "southland.trust.northland" in json.dumps(made)
    assert run(["export-schema"]) == 0
    assert "southland" not in capsys.readouterr().out
