"""A treaty by which belligerents promise to attack each other no more ends the war between them, and between no others."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import AnyClause, InviolabilityOfFrontiers, MutualAssistance, NonAggression, NoSeparatePeace, StaffTalks
from engine.commands import CommitOrders, Sign
from engine.consequences import consequences
from engine.crisis import Peace, Stance
from engine.events import Phase
from engine.happenings import Deed
from engine.names import Lang, Power, TreatyId
from engine.orders import Attack, Blockade
from engine.provocation import is_provoked
from engine.setting import Route
from engine.table import Table
from engine.texts.consequences import change_words
from engine.texts.voice import Speaker
from engine.treaty import Treaty
from tests.engine.clauses.test_enforcement import NOTHING_DONE, Play, breaches, played, settle
from tests.engine.settings import ALBA, BORIA, CARNIA, adopt, close, conclude, do, standing, to_phase, with_plot

BOTH = (BORIA, CARNIA)


def at_war(*treaties: Treaty, joins: tuple[Power, ...] = ()) -> Table:
    """The turn after Boria has attacked Carnia, which some have joined."""
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={t.id: t for t in treaties}, endings={})
    stances = dict.fromkeys(joins, Stance.WITH_TARGET)
    return played(Table.open(scenario, 1), Play(attack=BOTH, stances=stances))


def pairs(table: Table) -> set[tuple[Power, Power]]:
    return {(one, other) for one in table.state.powers() for other in table.state.at_war(one) if one < other}


@pytest.mark.parametrize(
    ("clause", "provisions", "ends"),
    [
        (NonAggression(), {}, True),
        (InviolabilityOfFrontiers(), {}, True),
        (InviolabilityOfFrontiers(whose=(CARNIA,)), {}, False),
        (StaffTalks(), {}, False),
        (NonAggression(), {"secret": True}, False),
    ],
    ids=["pact", "frontiers", "those of one alone", "no promise", "secret"],
)
def test_a_public_promise_of_both_to_attack_no_more_ends_their_war(clause: AnyClause, provisions: dict[str, bool], ends: bool) -> None:
    table = at_war()
    assert pairs(table) == {BOTH}
    ident = adopt(table, BORIA, "peace", BOTH, clause, **provisions)
    forecast = consequences(table.state, CARNIA, Sign(treaty=ident))
    assert forecast.peaces == ((BOTH,) if ends else ())
    said = change_words(forecast, CARNIA, Speaker(table.state.setting, Lang("en")), table.state.treaties)
    assert ("It would end the war between Boria and Carnia." in said) is ends
    conclude(table, BORIA, "made", BOTH, clause, **provisions)
    assert pairs(table) == (set() if ends else {BOTH})
    assert table.state.peaces == ((Peace(between=BOTH, turn=1, treaty=TreatyId("boria.made")),) if ends else ())


def test_a_pact_that_the_war_has_broken_ends_it_not() -> None:
    table = at_war(standing(TreatyId("old"), BOTH, NonAggression()))
    assert pairs(to_phase(table, Phase.TALKS, 2)) == {BOTH}


def test_a_separate_peace_leaves_the_war_of_the_others_and_breaks_the_promise_to_make_none() -> None:
    alliance = standing(TreatyId("pact"), (ALBA, CARNIA), MutualAssistance(), NoSeparatePeace())
    table = at_war(alliance, joins=(ALBA,))
    assert pairs(table) == {(ALBA, BORIA), BOTH}
    conclude(table, BORIA, "peace", BOTH, NonAggression())
    assert pairs(table) == {(ALBA, BORIA)}
    to_phase(table, Phase.TALKS, 2)
    assert [duty.creditor for duty in breaches(table) if Deed.MAKE_PEACE in getattr(duty, "deeds", ())] == [ALBA]


def test_an_ally_that_wages_no_war_is_left_alone_in_none() -> None:
    alliance = standing(TreatyId("pact"), (ALBA, CARNIA), NoSeparatePeace())
    table = at_war(alliance)
    conclude(table, BORIA, "peace", BOTH, NonAggression())
    to_phase(table, Phase.TALKS, 2)
    assert not any(Deed.MAKE_PEACE in getattr(duty, "deeds", ()) for duty in breaches(table))


def test_peace_of_all_with_the_foe_breaks_no_promise_among_them() -> None:
    alliance = standing(TreatyId("pact"), (ALBA, CARNIA), MutualAssistance(), NoSeparatePeace())
    table = at_war(alliance, joins=(ALBA,))
    conclude(table, BORIA, "peace", (ALBA, BORIA, CARNIA), NonAggression())
    assert pairs(table) == set()
    to_phase(table, Phase.TALKS, 2)
    assert not any(Deed.MAKE_PEACE in getattr(duty, "deeds", ()) for duty in breaches(table))


def test_after_peace_the_old_war_provokes_nobody_and_a_new_one_may_break_out() -> None:
    table = at_war()
    assert is_provoked(table.state, CARNIA, BORIA)
    conclude(table, BORIA, "peace", BOTH, NonAggression())
    assert not is_provoked(table.state, CARNIA, BORIA)
    do(to_phase(table, Phase.ORDERS), BORIA, CommitOrders((Attack(CARNIA),)))
    close(table)
    settle(table, NOTHING_DONE)
    assert pairs(table) == {BOTH}


def test_peace_lifts_the_blockades_between_those_who_make_it() -> None:
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={}, endings={})
    powers = {p: with_(sheet, fleet=5 if p == BORIA else 0) for p, sheet in scenario.setting.powers.items()}
    table = Table.open(with_(scenario, setting=with_(scenario.setting, powers=powers, routes=(Route(between=BOTH),))), 1)
    played(table, Play(orders=(Blockade(CARNIA), Attack(CARNIA))))
    assert pairs(table) == {BOTH} and [p.toward for p in table.state.postures] == [CARNIA]
    conclude(table, BORIA, "peace", BOTH, NonAggression())
    assert table.state.postures == ()
