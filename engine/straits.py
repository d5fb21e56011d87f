"""Waterways closed in war: through which a belligerent's forces pass only by breaking the closure, or because its keeper lets them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.duties import Render, Trigger
from engine.happenings import Deed, Happening
from engine.names import Power, StakeId, TreatyId
from engine.obligations import is_known_to, obligations
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
    # Kept beside the state, and handed on with it, for as long as the obligations are the same and nothing has changed hands.
    kept = state.__dict__.get("_closures")
    if kept is None or kept[0] is not owed or kept[1] is not state.holders:
        found = (
            (o.duty.at, o.duty.debtor, o.treaty)
            for o in owed
            if isinstance(o.duty, Render) and o.duty.deed is Deed.CLOSE and o.duty.when is Trigger.ANY_WAR
            if o.duty.at is not None and state.holder(o.duty.at) == o.duty.debtor
        )
        kept = (owed, state.holders, tuple(dict.fromkeys(found)))
        state.__dict__["_closures"] = kept
    result: tuple[tuple[StakeId, Power, TreatyId], ...] = kept[2]
    return result


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
