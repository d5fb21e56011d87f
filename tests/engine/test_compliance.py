"""Who is bound to apply which sanctions, and who has."""

from __future__ import annotations

import pytest

from engine.compliance import sanctions_owed
from engine.measures import Sanctions
from engine.names import OrganId, ParagraphId, Power, ResolutionId
from engine.orders import ApplySanction, Sanction
from engine.resolution import StandingMeasure
from engine.state import State, changed
from engine.table import Table
from engine.voting.bodies import Effect
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, quiet

KEY = (ResolutionId("alba.text"), ParagraphId("p1"))


def under(*, bound: frozenset[Power], exempt: tuple[Power, ...] = (), ended: int | None = None, applied: bool = False) -> State:
    """A state in which sanctions on arms and oil against Boria are in force."""
    state = Table.open(quiet(), 1).state
    standing = StandingMeasure(
        resolution=KEY[0],
        paragraph=KEY[1],
        organ=OrganId("council"),
        measure=Sanctions(target=BORIA, kinds=(Sanction.ARMS, Sanction.OIL), exempt=exempt),
        effect=Effect.DECLARATION,
        bound=bound,
        since=0,
        ended=ended,
    )
    sanctions = {(ALBA, BORIA): frozenset({Sanction.ARMS})} if applied else {}
    return changed(state, measures={KEY: standing}, sanctions=sanctions)


ALL = frozenset({ALBA, BORIA, CARNIA})


@pytest.mark.parametrize(
    ("state", "power", "owed"),
    [
        (under(bound=ALL), ALBA, {Sanction.ARMS: False, Sanction.OIL: False}),
        (under(bound=ALL, applied=True), ALBA, {Sanction.ARMS: True, Sanction.OIL: False}),
        (under(bound=ALL, applied=True), CARNIA, {Sanction.ARMS: False, Sanction.OIL: False}),
        (under(bound=ALL), BORIA, {}),
        (under(bound=ALL), DORIA, {}),
        (under(bound=ALL, exempt=(ALBA,)), ALBA, {}),
        (under(bound=ALL, ended=1), ALBA, {}),
        (under(bound=frozenset()), ALBA, {}),
    ],
    ids=["owed", "applied in part", "not applied by another", "the target", "not bound", "exempt", "ended", "a recommendation"],
)
def test_whoever_is_bound_owes_each_kind_of_sanction_until_it_is_applied(state: State, power: Power, owed: dict[Sanction, bool]) -> None:
    found = sanctions_owed(state, power)
    assert {one.sanction: one.applied for one in found} == owed
    assert all(one.order == ApplySanction(BORIA, one.sanction) for one in found)


def test_what_two_measures_ask_is_owed_once() -> None:
    state = under(bound=ALL)
    twice = {**state.measures, (KEY[0], ParagraphId("p2")): state.measures[KEY]}
    assert len(sanctions_owed(changed(state, measures=twice), ALBA)) == 2
