"""Waterways closed to warships, in war or but by leave: through which a power's ships pass only by breaking that, or because its keeper
lets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from engine.duties import Refrain, Render, Trigger
from engine.happenings import Deed, Happening
from engine.keeping import kept
from engine.names import Power, StakeId, TreatyId
from engine.obligations import Obligation, is_known_to, obligations
from engine.sea import coasts_before, comes_to
from engine.state import State


@frozen
class Closure:
    """A waterway that is no way for warships: for whose, by whose right, and under which treaty."""

    stake: StakeId
    keeper: Power
    treaty: TreatyId
    debtor: Power | None = None
    """Who has promised to pass by leave alone; None where the keeper is to shut it to every belligerent."""


def closed_to(
    state: State, power: Power, belligerents: frozenset[Power], *, letting: frozenset[Power] = frozenset()
) -> Mapping[StakeId, Power]:
    """The passages closed to a power's warships, with their keepers, as far as it knows: those that their keepers are bound to shut in a
    war between these, and those through which it has promised to pass by leave alone, but where the keeper is among those `letting` it.

    A keeper that is itself in the war is bound to nothing (Montreux, 20 July 1936, articles 19 and 20), and keeps nobody from it.
    """
    if not any(route.through for route in state.setting.routes):
        return {}
    at_war = belligerents != frozenset({power})
    return {
        one.stake: one.keeper
        for one in _closures(state)
        if one.keeper not in belligerents
        and one.keeper != power
        and (at_war if one.debtor is None else one.debtor == power and one.keeper not in letting)
        and is_known_to(state, power, one.treaty)
    }


def _closures(state: State) -> tuple[Closure, ...]:
    owed = obligations(state)
    return kept(state, "_closures", (owed, state.holders), lambda: tuple(dict.fromkeys(_closures_under(state, owed))))


def _closures_under(state: State, every: Iterable[Obligation]) -> Iterator[Closure]:
    for owed in every:
        match owed.duty:
            case Render(deed=Deed.CLOSE, when=Trigger.ANY_WAR, at=stake, debtor=keeper) if (
                stake is not None and state.holder(stake) == keeper
            ):
                yield Closure(stake, keeper, owed.treaty)
            case Refrain(at=at, debtor=debtor, creditor=keeper) as duty if Deed.CROSS in duty.deeds and duty.unless_with == {keeper}:
                yield from (Closure(stake, keeper, owed.treaty, debtor) for stake in sorted(at) if state.holder(stake) == keeper)
            case _:
                pass


def passing(power: Power, stake: StakeId, keeper: Power, foes: frozenset[Power]) -> Happening:
    """The passage of a power's warships."""
    return Happening(deed=Deed.CROSS, by=power, toward=keeper, at=stake, against=foes)


def forced_by_blockade(state: State, power: Power, target: Power, letting: frozenset[Power] = frozenset()) -> tuple[Happening, ...]:
    """The closed waterways through which a power's ships must pass to come before the coast of another; none where another way leads there."""
    foes = state.at_war(power) | {target}
    return _forced(state, power, foes, letting, lambda shut: target in coasts_before(state, power, foes, shut))


def forced_by_patrol(state: State, power: Power, place: StakeId, letting: frozenset[Power] = frozenset()) -> tuple[Happening, ...]:
    """The same for ships that are to patrol a place at sea."""
    return _forced(state, power, state.at_war(power), letting, lambda shut: comes_to(state, power, place, shut))


def _forced(
    state: State, power: Power, foes: frozenset[Power], letting: frozenset[Power], arrives: Callable[[frozenset[StakeId]], bool]
) -> tuple[Happening, ...]:
    """The closed waterways that are on the way of ships which arrive past some of them only."""
    closed = closed_to(state, power, foes | {power} | state.fighting_with(power), letting=letting)
    if not closed or arrives(frozenset(closed)):
        return ()
    needed = [stake for stake in closed if not arrives(frozenset({stake}))] or list(closed)
    return tuple(passing(power, stake, closed[stake], foes) for stake in needed)
