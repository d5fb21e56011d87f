"""Waterways closed in war: through which a belligerent's forces pass only by breaking the closure, or because its keeper lets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.duties import Render, Trigger
from engine.happenings import Deed, Happening
from engine.keeping import kept
from engine.names import Power, StakeId, TreatyId
from engine.obligations import Obligation, is_known_to, obligations
from engine.sea import coasts_before
from engine.state import State


def closed_to(state: State, power: Power, belligerents: frozenset[Power]) -> Mapping[StakeId, Power]:
    """The passages that their keepers are bound to shut to a power in a war between these, with the keepers, as far as it knows.

    A keeper that is itself in the war is bound to nothing (Montreux, 20 July 1936, articles 19 and 20).
    """
    if not any(route.through for route in state.setting.routes):
        return {}
    return {
        stake: keeper
        for stake, keeper, treaty in _closures(state)
        if keeper not in belligerents and keeper != power and is_known_to(state, power, treaty)
    }


def _closures(state: State) -> tuple[tuple[StakeId, Power, TreatyId], ...]:
    owed = obligations(state)
    return kept(state, "_closures", (owed, state.holders), lambda: tuple(dict.fromkeys(_closures_under(state, owed))))


def _closures_under(state: State, every: Iterable[Obligation]) -> Iterator[tuple[StakeId, Power, TreatyId]]:
    for owed in every:
        match owed.duty:
            case Render(deed=Deed.CLOSE, when=Trigger.ANY_WAR, at=stake, debtor=keeper) if (
                stake is not None and state.holder(stake) == keeper
            ):
                yield stake, keeper, owed.treaty


def passing(power: Power, stake: StakeId, keeper: Power, foes: frozenset[Power]) -> Happening:
    """The passage of a belligerent's warships."""
    return Happening(deed=Deed.CROSS, by=power, toward=keeper, at=stake, against=foes)


def forced_by_blockade(state: State, power: Power, target: Power) -> tuple[Happening, ...]:
    """The closed waterways through which a power's ships must pass to come before the coast of another; none where another way leads there."""
    foes = state.at_war(power) | {target}
    closed = closed_to(state, power, foes | {power})
    if not closed or target in coasts_before(state, power, foes, frozenset(closed)):
        return ()
    needed = [stake for stake in closed if target not in coasts_before(state, power, foes, frozenset({stake}))] or list(closed)
    return tuple(passing(power, stake, closed[stake], foes) for stake in needed)
