"""What the situation says of stakes, and the page of a treaty of its registration."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from client.drawing import matrix
from client.labels import Labels
from client.treaty_page import treaty_page
from client.widgets.situation import stakes_held
from engine.clauses import NonAggression
from engine.names import Lang
from engine.setting import Law
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, MARCHES, conclude, quiet


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "The inhabitants would vote 60 per cent for Boria and 40 per cent for Carnia"),
        ("fr", "Les habitants voteraient à 60 % pour Boria (fr) et 40 % pour Carnia (fr)"),
    ],
)
def test_how_inhabitants_are_inclined_stands_below_who_holds_their_land(lang: str, words: str) -> None:
    scenario = quiet()
    stake = with_(scenario.setting.stakes[MARCHES], inclined={CARNIA: 40, BORIA: 60})
    scenario = with_(scenario, setting=with_(scenario.setting, stakes={**scenario.setting.stakes, MARCHES: stake}))
    said = stakes_held(Labels(Table.open(scenario, 1).state, Lang(lang))).plain.replace("\u00a0", " ")
    assert said.count(words) == 1 and f"  {words}" in said


@pytest.mark.parametrize(
    ("law", "words"),
    [
        (Law(), ""),
        (Law(registration=True), "Not registered: it may not be invoked before organs"),
        (Law(registration=True, unregistered_binds=False), "Not registered: it binds nobody until it is"),
    ],
)
def test_the_page_of_a_treaty_says_what_its_want_of_registration_means(law: Law, words: str) -> None:
    scenario = quiet()
    table = Table.open(with_(scenario, setting=with_(scenario.setting, law=law)), 1)
    ident = conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression())
    treaty = table.state.treaties[ident]
    said = treaty_page(treaty, treaty.text, Labels(table.state, Lang("en"))).plain
    assert words in said and ("Not registered" in said) is bool(words)


@pytest.mark.parametrize(("columns", "bands"), [(120, 1), (52, 1), (46, 1), (32, 1), (30, 2), (20, 5)])
def test_the_promises_of_many_powers_stand_in_parts_that_fit_the_columns(columns: int, bands: int) -> None:
    """Five powers whose names and letters take 17 columns."""
    table = Table.open(quiet(), 1)
    conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression())
    lines = matrix(Labels(table.state, Lang("en")), columns).plain.split("\n")
    assert max(map(len, lines)) <= max(columns, 19)
    assert sum(not line for line in lines) == bands - 1
    heads = [line.split() for line in lines if line.startswith(" " * 17)]
    letters = [letter for head in heads for letter in head]
    assert len(heads) == bands and len(set(letters)) == len(letters) == len(table.state.powers())
    assert sum(line.split().count("N") for line in lines) == 2
