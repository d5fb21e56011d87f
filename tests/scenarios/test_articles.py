"""Every kind of article comes back as it was: from the data of a command, and from YAML as an author writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
import yaml
from attrs import evolve as with_

from engine.ai.random_articles import random_value
from engine.chance import draw
from engine.clauses import CLAUSES, AnyClause
from engine.clauses.base import Clause
from engine.codec import plain, read_json, shape_command
from engine.commands import Command
from engine.names import ArticleId, Lang
from engine.opening import opening_state
from engine.texts.voice import Speaker
from engine.texts.words import duty_words
from engine.treaty import Article
from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.nodes import read_nodes
from scenarios.reading.shape import Shaper
from scenarios.reading.sheet import ArticlePart
from tests.engine.settings import ALBA, BORIA, POWERS, SETTING, draft_of

STATE = opening_state(SETTING)


def articles(kind: type[Clause]) -> Iterator[AnyClause]:
    """Some articles of a kind, lawful or not, with and without what can be left out."""
    for seed in range(40):
        found = random_value(kind, STATE, POWERS, lambda purpose, sides, seed=seed: draw(seed, purpose, sides))
        if isinstance(found, CLAUSES):
            yield found


def written(clause: AnyClause) -> str:
    """The article as an author writes it: nothing that is left out."""
    data = given(orjson.loads(orjson.dumps(plain(clause, AnyClause))))
    return yaml.safe_dump({**data, "kind": clause.tag}, allow_unicode=True, sort_keys=False)


def given(data: Any) -> Any:
    """The data without what is null, all the way down."""
    if isinstance(data, dict):
        return {name: given(value) for name, value in data.items() if value is not None}
    return [given(value) for value in data] if isinstance(data, list) else data


@pytest.mark.parametrize("kind", CLAUSES, ids=lambda kind: kind.tag)
def test_an_article_written_as_an_author_would_is_read_back(kind: type[Clause]) -> None:
    made = list(articles(kind))
    assert made
    for clause in made:
        problems: list[Diagnostic] = []
        node = read_nodes(written(clause), problems)
        assert node is not None
        shaper = Shaper(("en", "fr"))
        read = shaper.build(node, ArticlePart, "article")
        assert problems + shaper.found.problems == []
        assert read == ArticlePart(clause=clause)


@pytest.mark.parametrize("kind", CLAUSES, ids=lambda kind: kind.tag)
def test_an_article_sent_in_a_command_comes_back_as_it_was(kind: type[Clause]) -> None:
    for clause in articles(kind):
        command = with_(draft_of(ALBA, "pact", (ALBA, BORIA)), articles=(Article(id=ArticleId("a1"), clause=clause),))
        assert shape_command(read_json(orjson.dumps(plain(command, Command)))) == command


@pytest.mark.parametrize("kind", CLAUSES, ids=lambda kind: kind.tag)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_duty_of_a_sound_article_can_be_said(kind: type[Clause], lang: str) -> None:
    voice = Speaker(SETTING, Lang(lang))
    for clause in articles(kind):
        if not clause.faults(POWERS, STATE):
            for duty in clause.duties(frozenset(POWERS), STATE):
                said = duty_words(duty, voice)
                assert said and "{" not in said and "  " not in said
