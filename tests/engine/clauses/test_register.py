"""Every kind of article in the register is whole: it can be stored, read, judged and performed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import given

from engine.ai.random_articles import random_value
from engine.clauses import CLAUSES, AnyClause
from engine.clauses.base import Voice
from engine.codec import plain, shape
from engine.duties import Duty, Refrain
from engine.names import Power, kind
from engine.parameters import parameters_of
from engine.table import Table
from engine.texts.voice import Speaker
from engine.texts.words import duty_words
from tests.engine.atlas import EN, FR
from tests.engine.profiles import effort
from tests.engine.settings import POWERS, SETTING, quiet
from tests.engine.strategies import POOL, everything

VOICES = (Speaker(SETTING, EN), Speaker(SETTING, FR))
CASES = 40


@cache
def sound_articles(cls: type[AnyClause]) -> list[tuple[AnyClause, tuple[Power, ...]]]:
    """Articles of a kind without fault, and the powers among which each was drawn."""
    table = Table.open(quiet(), 1)
    drawn = random.Random(cls.tag)
    sound = []
    for _ in range(600):
        parties = tuple(drawn.sample(POWERS, drawn.randint(2, 4)))
        article: Any = random_value(cls, table.state, parties, lambda purpose, sides: drawn.randrange(sides))
        if article is not None and not article.faults(parties, table.state):
            sound.append((article, parties))
        if len(sound) == CASES:
            break
    return sound


@pytest.fixture(scope="module")
def table() -> Table:
    return Table.open(quiet(), 1)


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_a_kind_has_a_tag_of_its_own_and_is_documented(cls: type[AnyClause]) -> None:
    assert [other for other in CLAUSES if other.tag == cls.tag] == [cls]
    assert cls.__doc__ and not cls.__doc__.startswith(f"{cls.__name__}(")


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_an_article_of_any_values_comes_back_from_json_and_has_or_has_no_fault(cls: type[AnyClause], table: Table) -> None:
    @effort(15)
    @given(everything(cls, POOL))
    def comes_back(article: AnyClause) -> None:
        again = shape(orjson.loads(orjson.dumps(plain(article, AnyClause))), AnyClause)
        assert again == article and type(again) is cls
        assert all(fault.code for fault in article.faults(POWERS[:3], table.state))

    comes_back()


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_a_sound_article_binds_only_the_bound_to_those_it_names_and_can_be_said(cls: type[AnyClause], table: Table) -> None:
    sound = sound_articles(cls)
    assert sound
    for article, parties in sound:
        bound = frozenset(parties)
        bound |= article.third_debtors(bound)
        for duty in article.duties(bound, table.state):
            assert duty.debtor in bound and duty.creditor != duty.debtor
            assert duty.creditor in bound or duty.creditor in article.concerns(parties)
            assert all("{" not in duty_words(duty, voice) and "  " not in duty_words(duty, voice) for voice in VOICES)
        assert article.duties(frozenset(), table.state) == ()
        for voice in VOICES:
            for text in (article.prose(voice), article.gist(voice)):
                assert text == text.strip() and "{" not in text and "[[" not in text and "  " not in text


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
@pytest.mark.parametrize("voice", VOICES, ids=["en", "fr"])
def test_two_sound_articles_that_bind_otherwise_read_otherwise(cls: type[AnyClause], voice: Speaker, table: Table) -> None:
    read: dict[str, AnyClause] = {}
    for article, _ in sound_articles(cls):
        plainly = attrs.evolve(article, only_while=None, from_turn=None, until=None)
        other = read.setdefault(article.prose(voice), plainly)
        bound = frozenset(POWERS)
        assert set(plainly.duties(bound, table.state)) == set(other.duties(bound, table.state))


def _bound_by(article: AnyClause, table: Table) -> set[Duty]:
    return set(article.duties(frozenset(POWERS), table.state))


def _other_values(article: AnyClause, parties: tuple[Power, ...], table: Table) -> Iterator[AnyClause]:
    """The same article with another value of one parameter, each in turn; only such as can stand."""
    drawn = random.Random(repr(article))
    for name, tp in parameters_of(type(article)).items():
        value = random_value(tp, table.state, parties, lambda purpose, sides: drawn.randrange(sides))
        default = attrs.fields_dict(type(article))[name].default
        if value is None and default is attrs.NOTHING:
            continue
        other = attrs.evolve(article, **{name: default if value is None else value})
        if other != article and not other.faults(parties, table.state):
            yield other


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_a_parameter_that_changes_what_an_article_binds_to_changes_its_prose_and_its_gist(cls: type[AnyClause], table: Table) -> None:
    changes = 0
    for article, parties in sound_articles(cls)[:15]:
        bound = _bound_by(article, table)
        for other in _other_values(article, parties, table):
            if _bound_by(other, table) == bound:
                continue
            changes += 1
            for voice in (voice.saying(parties, bilateral=len(parties) == 2) for voice in VOICES):
                assert other.prose(voice) != article.prose(voice)
                assert other.gist(voice) != article.gist(voice)
    assert changes or cls.tag == "declaration"


LAPSING = {
    EN: (
        "Power that has itself resorted to war",
        "unprovoked attack",
        "without having given provocation",
        "war which it has itself opened",
    ),
    FR: ("recouru à la guerre", "attaque non provoquée", "attaquée sans provocation", "guerre qu'elle aurait elle-même ouverte"),
}
"""How a text says that a promise is not owed to an aggressor."""
HOLDING = {EN: "even towards a Power that has itself resorted to war", FR: "même à l'égard"}


def _says_that_it_lapses(prose: str, voice: Voice) -> bool:
    return HOLDING[voice.lang] not in prose and any(words in prose for words in LAPSING[voice.lang])


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
@pytest.mark.parametrize("voice", VOICES, ids=["en", "fr"])
def test_a_promise_that_is_not_owed_to_an_aggressor_says_so_and_no_other_abstention_does(
    cls: type[AnyClause], voice: Speaker, table: Table
) -> None:
    for article, _ in sound_articles(cls):
        abstentions = [duty for duty in _bound_by(article, table) if isinstance(duty, Refrain)]
        if abstentions:
            lapses = any(duty.unless_aggressor for duty in abstentions)
            assert _says_that_it_lapses(article.prose(voice), voice) == lapses, article
