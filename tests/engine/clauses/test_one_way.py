"""Abstentions that some owe alone: to whom, whether these sign or not, and nothing in return."""

from __future__ import annotations

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st

from engine.casus import Standing, casus_foederis
from engine.clauses import Neutrality, NonAggression
from engine.crisis import Stance
from engine.events import Phase
from engine.names import Power, TreatyId
from engine.opening import opening_state
from engine.table import Table
from tests.engine.clauses.test_enforcement import Play, played
from tests.engine.profiles import effort
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, POWERS, SETTING, conclude, quiet, standing, to_phase, with_plot

WORLD = opening_state(SETTING)
SOME = st.lists(st.sampled_from(POWERS), unique=True, max_size=4).map(tuple)


@effort(80)
@given(st.sampled_from((Neutrality, NonAggression)), SOME, SOME, st.frozensets(st.sampled_from(POWERS), min_size=2))
def test_a_promise_of_some_is_part_of_what_all_would_owe_and_binds_no_other(
    kind: type[Neutrality | NonAggression], owed_by: tuple[Power, ...], between: tuple[Power, ...], parties: frozenset[Power]
) -> None:
    duties = kind(owed_by=owed_by, between=between).duties(parties, WORLD)
    everybody = kind(between=tuple(dict.fromkeys((*owed_by, *(between or sorted(parties)))))).duties(frozenset(POWERS), WORLD)
    assert set(duties) <= set(everybody)
    for duty in duties:
        assert duty.debtor in parties and duty.creditor not in owed_by
        assert not owed_by or duty.debtor in owed_by


UNILATERAL = standing(TreatyId("word"), (BORIA,), Neutrality(owed_by=(BORIA,), between=(CARNIA,), even_if_aggressor=True))


@pytest.mark.parametrize(
    ("attack", "joiner", "broken"),
    [((DORIA, CARNIA), BORIA, [BORIA]), ((ALBA, BORIA), CARNIA, [])],
    ids=["the debtor joins", "the creditor joins"],
)
def test_a_unilateral_promise_of_neutrality_is_broken_by_its_maker_alone(
    attack: tuple[Power, Power], joiner: Power, broken: list[Power]
) -> None:
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties={UNILATERAL.id: UNILATERAL}, endings={}), 1)
    table = played(table, Play(attack=attack, stances={joiner: Stance.WITH_MOVER}))
    assert [line.debtor for line in table.state.record if not line.kept] == broken


def test_who_has_promised_neutrality_alone_is_barred_and_the_other_free() -> None:
    state = with_(WORLD, treaties={UNILATERAL.id: UNILATERAL})
    against_carnia = {c.power: c.standing for c in casus_foederis(state, DORIA, CARNIA)}
    against_boria = {c.power: c.standing for c in casus_foederis(state, DORIA, BORIA)}
    assert (against_carnia[BORIA], against_boria[CARNIA]) == (Standing.BARRED, Standing.FREE)


def test_what_one_belligerent_alone_promises_ends_no_war() -> None:
    table = played(Table.open(quiet(), 1), Play(attack=(DORIA, CARNIA)))
    to_phase(table, Phase.TALKS)
    conclude(table, DORIA, "truce", (CARNIA, DORIA), NonAggression(owed_by=(DORIA,)))
    to_phase(table, Phase.TALKS, 2)
    assert DORIA in table.state.at_war(CARNIA) and table.state.peaces == ()
    conclude(table, DORIA, "peace", (CARNIA, DORIA), NonAggression())
    to_phase(table, Phase.TALKS, 3)
    assert DORIA not in table.state.at_war(CARNIA)
