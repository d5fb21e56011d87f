"""What a condition may ask, and what is said of one that cannot be read."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from attrs import evolve as with_

from engine.conditions import compile_condition, holds
from engine.names import ArticleId, Condition, Power, TreatyId
from engine.opening import opening_state
from engine.reservations import Reservation
from engine.state import changed
from engine.treaty import Signature, Stage, Treaty, Version
from scenarios.reading.conditions import scope_of
from scenarios.reading.reader import read_text
from scenarios.reading.report import as_text

MODEL = (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")
READ = read_text(MODEL).scenario
assert READ is not None
SCENARIO = READ
NORTHLAND, SOUTHLAND = Power("northland"), Power("southland")
PACT, PEACE = TreatyId("river_pact"), ArticleId("peace")
IN_FORCE = with_(
    SCENARIO.plot.drafts[PACT].treaty,
    stage=Stage.IN_FORCE,
    parties=frozenset({NORTHLAND, SOUTHLAND}),
    signatures={power: Signature(turn=0) for power in (NORTHLAND, SOUTHLAND)},
)
WITHOUT_PEACE = Version(
    number=2, by=SOUTHLAND, base=1, articles=tuple(article for article in IN_FORCE.text.articles if article.id != PEACE)
)
STRUCK = with_(IN_FORCE, versions=(*IN_FORCE.versions, WITHOUT_PEACE))


@pytest.mark.parametrize(
    ("treaty", "stands"),
    [
        (None, False),
        (with_(IN_FORCE, stage=Stage.ADOPTED), False),
        (IN_FORCE, True),
        (with_(IN_FORCE, stage=Stage.ENDED), False),
        (STRUCK, False),
        (with_(STRUCK, adopted=1), True),
        (with_(IN_FORCE, suspended=frozenset({(NORTHLAND, SOUTHLAND)})), False),
        (with_(IN_FORCE, signatures={NORTHLAND: Signature(turn=0, reservations=(Reservation(article=PEACE),))}), False),
    ],
    ids=["unknown", "not yet in force", "in force", "ended", "struck out", "put back", "suspended", "excluded by one of two"],
)
def test_an_article_is_in_force_where_the_text_in_force_holds_it_and_two_parties_are_bound_by_it(
    treaty: Treaty | None, stands: bool
) -> None:
    state = changed(opening_state(SCENARIO.setting), treaties={} if treaty is None else {PACT: treaty})
    assert compile_condition("river_pact.peace.in_force", scope_of(SCENARIO))(state) is stands
    assert holds(state, Condition("river_pact.peace.in_force")) is stands


def faults(condition: str) -> str:
    """What the linter prints of the model with this condition for an ending."""
    old = "when: turn == autumn and river_pact.in_force"
    assert old in MODEL
    text = MODEL.replace(old, f"when: {condition}", 1)
    return as_text("model.yaml", text, read_text(text).problems, "en")


@pytest.mark.parametrize(
    ("condition", "said", "help"),
    [
        ("river_pact.talks.in_force", "", ""),
        ("river_pact.talk.in_force", "'river_pact' has no article 'talk'", "a close one is 'talks'"),
        ("river_pac.talks.in_force", "no treaty is called 'river_pac'", "a close one is 'river_pact'"),
        ("river_pact.talks.signed", "'river_pact.talks' has no property 'signed'", "allowed: in_force, performed, breached"),
        ("river_pact.talks.members", "'river_pact.talks' has no property 'members'", "allowed: in_force, performed, breached"),
        ("river_pact.talks", "'river_pact.talks' needs one of its properties, such as river_pact.talks.in_force", ""),
        ("river_pact.talk", "'river_pact' has no property 'talk'", "a close one is 'talks'"),
    ],
)
def test_a_condition_on_an_article_that_cannot_stand_is_told_with_what_can(condition: str, said: str, help: str) -> None:
    found = faults(condition)
    assert said in found and help in found and ("error[" in found) is bool(said)


@pytest.mark.parametrize(("written", "meant"), [("=>", ">="), ("=<", "<="), ("=", "==")])
def test_a_sign_of_comparison_written_otherwise_is_marked_with_the_one_to_write(written: str, meant: str) -> None:
    found = faults(f"tension {written} 60").splitlines()
    assert found[2].index("^") == found[1].index(f" {written} ") + 1
    assert found[3].endswith(f"to compare, write {meant}")


@pytest.mark.parametrize(
    "line",
    [
        "{en: The River Pact, fr: 'Le pacte de l'eau'}",
        "{en: The River Pact, fr: 'l'eau}",
        "{fr: 'L'eau, l'air', en: The River Pact}",
        "'Le pacte de l'eau'",
    ],
)
def test_an_apostrophe_that_ends_a_text_is_marked_where_it_stands(line: str) -> None:
    good = "{en: The River Pact, fr: Le pacte du fleuve}"
    assert good in MODEL
    text = MODEL.replace(good, line, 1)
    (problem,) = read_text(text).problems
    assert problem.rule == "apostrophe"
    marked = text.splitlines()[problem.line - 1][: problem.col]
    assert marked.lower().endswith("l'")


BOARD = "talks: {kind: organ, name: {en: the Board, fr: la Commission}}"


@pytest.mark.parametrize(
    ("condition", "secret", "said"),
    [
        ("northland in river_pact.talks.members", "", ""),
        ("count(river_pact.talks.seats) + count(river_pact.talks.elected) > 1", "", ""),
        ("river_pact.talks.seized", "", ""),
        ("river_pact.talks.permanent == [northland]", "", "'river_pact.talks' has no property 'permanent'"),
        ("river_pact.talks.seized", "\n    secret: true", "a secret text cannot create an organ: an organ that sits is seen"),
    ],
)
def test_an_organ_that_an_article_creates_is_asked_for_by_its_treaty_and_article(condition: str, secret: str, said: str) -> None:
    drafted = re.sub(r"talks: \{kind: consultation[^}]*\}", BOARD, MODEL, count=1)
    assert drafted != MODEL
    text = drafted.replace("when: turn == autumn and river_pact.in_force", f"when: {condition}", 1)
    text = text.replace("concluded_at: Bridgetown", f"concluded_at: Bridgetown{secret}", 1)
    found = as_text("model.yaml", text, read_text(text).problems, "en")
    assert said in found if said else "0 errors" in found
