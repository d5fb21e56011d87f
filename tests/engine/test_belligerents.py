"""What those who are at war with each other owe one another, and what the one that opened the war has broken by it."""

from __future__ import annotations

import pytest

from engine.casus import Standing, casus_foederis
from engine.clauses import AnyClause, Guarantee, MutualAssistance, OneSidedAssistance, Recognition, StaffTalks, Supply, Transit
from engine.consequences import consequences
from engine.decide.orders import available_orders
from engine.events import Phase
from engine.fulfilment import obligations_of
from engine.names import Lang, Power, TreatyId
from engine.obligations import ObligationState
from engine.orders import Attack, Default
from engine.table import Table
from engine.texts.calls import call_sentences
from engine.texts.voice import Speaker
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, HILLS, LAST, MARCHES, SECOND, cession, conclude, standing, to_phase, with_plot
from tests.engine.test_peace import BOTH, at_war

PACT = TreatyId("pact")


def broken(table: Table, by: Power) -> bool:
    return any(line.debtor == by and not line.kept for line in table.state.record)


ALLIANCES = [
    ("an alliance", MutualAssistance(), BOTH, True),
    ("an alliance against another", MutualAssistance(against=(ALBA,)), BOTH, False),
    ("over what is attacked with the rest", MutualAssistance(over=(MARCHES,)), BOTH, True),
    ("over what is not attacked", MutualAssistance(over=(HILLS,)), BOTH, False),
    ("a guarantee", Guarantee(guarantors=(BORIA,), protected=CARNIA), (ALBA, BORIA), True),
    ("a guarantee of another frontier", Guarantee(guarantors=(BORIA,), protected=CARNIA, frontier_with=DORIA), (ALBA, BORIA), False),
    ("the aid that the victim owes", OneSidedAssistance(helper=CARNIA, aided=BORIA), BOTH, False),
]


@pytest.mark.parametrize(("clause", "parties", "breaks"), [case[1:] for case in ALLIANCES], ids=[case[0] for case in ALLIANCES])
def test_whoever_attacks_the_power_that_it_has_promised_to_aid_against_any_attack_breaks_its_promise_and_is_told_so(
    clause: AnyClause, parties: tuple[Power, ...], breaks: bool
) -> None:
    pact = standing(PACT, parties, clause)
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={PACT: pact}, endings={})
    forecast = consequences(to_phase(Table.open(scenario, 1), Phase.ORDERS).state, BORIA, Attack(CARNIA))
    assert bool(forecast.breaches) is breaks
    assert broken(at_war(pact), BORIA) is breaks


def test_nobody_is_bound_to_aid_the_power_against_which_it_fights() -> None:
    state = at_war(standing(PACT, BOTH, MutualAssistance())).state
    call = next(c for c in casus_foederis(state, DORIA, BORIA) if c.power == CARNIA)
    assert (call.standing, [ground.code for ground in call.grounds]) == (Standing.FREE, ["at_war"])
    said = [call_sentences(call, BORIA, Speaker(state.setting, Lang(lang)), state.treaties) for lang in ("en", "fr")]
    assert said[0] == ("Carnia is not bound: it is itself at war with Boria (“pact”, Article 1).",)
    assert "étant en guerre avec Boria" in said[1][0]


DELIVERIES = [
    ("the victim's goods", Supply(supplier=CARNIA, receiver=BORIA, by=SECOND), False, True),
    ("the aggressor's goods", Supply(supplier=BORIA, receiver=CARNIA, by=SECOND), True, False),
    ("the victim's land", cession((MARCHES, SECOND)), False, True),
]


@pytest.mark.parametrize(("clause", "by_boria", "excused"), [case[1:] for case in DELIVERIES], ids=[case[0] for case in DELIVERIES])
def test_nobody_is_in_default_towards_the_power_that_wages_war_upon_it_and_the_aggressor_goes_on_owing(
    clause: AnyClause, by_boria: bool, excused: bool
) -> None:
    table = at_war(standing(PACT, BOTH, clause))
    states = {owed.state for owed in obligations_of(table.state, CARNIA) if owed.treaty == PACT}
    assert (ObligationState.EXCUSED in states) is excused
    to_phase(table, Phase.TALKS, 2)
    assert (broken(table, BORIA), broken(table, CARNIA)) == (by_boria, False)


OPENLY = [
    ("goods due", Supply(supplier=CARNIA, receiver=BORIA, by=LAST)),
    ("land due", cession((MARCHES, LAST))),
    ("a passage to be tolerated", Transit(grantor=CARNIA, to=(BORIA,))),
    ("a frontier recognised", Recognition(recognising=(CARNIA,), recognised=BORIA)),
]


@pytest.mark.parametrize("clause", [case[1] for case in OPENLY], ids=[case[0] for case in OPENLY])
def test_there_is_nothing_to_refuse_openly_to_the_power_that_wages_war_upon_one(clause: AnyClause) -> None:
    pact = standing(PACT, BOTH, clause)
    refusal = Default(treaty=PACT, article=pact.text.articles[0].id, to=BORIA)
    peace = to_phase(Table.open(with_plot(charter=False, events={}, drafts={}, treaties={PACT: pact}, endings={}), 1), Phase.ORDERS).state
    war = to_phase(at_war(pact), Phase.ORDERS).state
    assert refusal in available_orders(peace, CARNIA) and refusal not in available_orders(war, CARNIA)
    assert consequences(peace, CARNIA, refusal).breaches and not consequences(war, CARNIA, refusal).breaches


def test_talks_promised_to_one_another_before_a_war_are_refused_by_the_one_that_opened_it() -> None:
    table = at_war(standing(PACT, BOTH, StaffTalks(by=SECOND)))
    to_phase(table, Phase.TALKS, 2)
    assert broken(table, BORIA) and not broken(table, CARNIA)


def test_what_is_promised_to_the_enemy_in_the_war_itself_falls_due() -> None:
    table = at_war()
    conclude(table, BORIA, "truce", BOTH, cession((MARCHES, LAST)))
    to_phase(table, Phase.OVER)
    assert broken(table, CARNIA)
