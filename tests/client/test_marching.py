"""In a crisis the menu names the neutral that one's forces would cross, and the form says what that would mean."""

from __future__ import annotations

import pytest

import scenarios
from client.forecast import figure_lines
from client.labels import Labels
from client.meaning import meaning
from engine.clauses import MutualAssistance, NonAggression
from engine.commands import AnswerCrisis
from engine.crisis import Stance
from engine.decide.crises import stances_of
from engine.names import Lang, Power
from engine.options import options
from engine.orders import Attack
from engine.reckoning import reckoning
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA
from tests.engine.test_brinkmanship import at_peace, ordered, pact
from tests.engine.test_passage import NEUTRAL, marching


@pytest.mark.parametrize(
    ("lang", "label", "line"),
    [
        (
            "en",
            "Crisis: Stand with the power attacked, violating the neutrality of Carnia",
            "Your forces would march through the territory of Carnia",
        ),
        (
            "fr",
            "Crise : Se tenir aux côtés de la puissance attaquée, en violant une neutralité (carnia (fr))",
            "Vos forces passeraient par le territoire",
        ),
    ],
)
def test_a_march_through_a_neutral_is_an_answer_of_its_own_with_what_it_breaks(lang: str, label: str, line: str) -> None:
    table = ordered(at_peace(pact("pledge", (CARNIA, DORIA), NonAggression())), boria=(Attack(ALBA),))
    labels = Labels(table.view(DORIA), Lang(lang))
    found = [labels.option(option) for option in options(labels.state, DORIA) if option.verb is AnswerCrisis]
    assert len(found) == 2 and found[1].lower() == label.lower()
    said = meaning(AnswerCrisis(stance=Stance.WITH_TARGET, through=CARNIA), DORIA, labels)
    assert line in said[1] and "pledge" in said[2]
    assert len(meaning(AnswerCrisis(stance=Stance.NEUTRAL), DORIA, labels)) == 1


@pytest.mark.parametrize(
    ("lang", "line"), [("en", "Etria is bound to come to the aid of Carnia"), ("fr", "Etria (fr) doit porter secours à Carnia")]
)
def test_before_a_march_the_form_names_those_who_are_bound_to_the_neutral(lang: str, line: str) -> None:
    table = ordered(at_peace(pact("shield", (CARNIA, ETRIA), MutualAssistance())), boria=(Attack(ALBA),))
    said = meaning(AnswerCrisis(stance=Stance.WITH_TARGET, through=CARNIA), DORIA, Labels(table.view(DORIA), Lang(lang)))
    assert any(line in sentence for sentence in said), said


@pytest.mark.parametrize(
    ("lang", "line", "breach"),
    [
        ("en", "You let them pass. You are not attacked then", "It would breach neutral, Article 1."),
        ("fr", "Vous laissez passer. Vous n'êtes alors pas attaqué", "Cela violerait neutral (fr), article premier."),
    ],
)
def test_before_a_neutral_lets_forces_pass_the_form_says_what_it_would_break(lang: str, line: str, breach: str) -> None:
    table = marching(NEUTRAL, through=BORIA)
    labels = Labels(table.view(BORIA), Lang(lang))
    said = meaning(AnswerCrisis(stance=Stance.NEUTRAL), BORIA, labels)
    assert line in said[0] and said[1] == breach
    assert breach not in meaning(AnswerCrisis(stance=Stance.WITH_TARGET), BORIA, labels)
    assert breach not in meaning(AnswerCrisis(stance=Stance.NEUTRAL), DORIA, Labels(table.view(DORIA), Lang(lang)))


@pytest.mark.parametrize(
    ("lang", "labels"), [("en", ["Resist the march", "Let them pass"]), ("fr", ["S'opposer au passage", "Laisser passer"])]
)
def test_a_power_that_is_marched_through_resists_or_lets_it_happen_and_the_others_take_a_side_or_none(lang: str, labels: list[str]) -> None:
    said = Labels(marching(NEUTRAL, through=BORIA).state, Lang(lang))
    crisis = said.state.crisis
    assert crisis is not None
    assert [said.stance(stance, BORIA, crisis) for stance in stances_of(crisis, BORIA)] == labels
    assert [said.stance(stance, DORIA, crisis) for stance in stances_of(crisis, DORIA)] == [
        said.value(s) for s in stances_of(crisis, DORIA)
    ]


def test_the_calculator_says_where_the_figures_of_those_who_fight_and_of_their_ways_come_from() -> None:
    state = Table.open(scenarios.load("ethiopia-1935"), 1).state
    labels = Labels(state, Lang("fr"))
    lines = figure_lines(reckoning(state, Power("italy"), Power("ethiopia")).war, labels)
    assert [line.split(" : ")[0] for line in lines] == ["Italie", "Éthiopie", "Italie - Éthiopie", "Grande-Bretagne - Italie"]
    assert all("Correlates of War" in line or "Murray" in line for line in lines)
