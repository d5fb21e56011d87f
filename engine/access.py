"""Who can bring force where: frontiers, sea routes, and the territory of others that let it pass."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from attrs import frozen

from engine.crisis import Citation, Road, Way
from engine.duties import Assist
from engine.names import Power
from engine.obligations import obligations
from engine.setting import Span
from engine.state import State

NOWHERE = Road(way=Way.NONE)


@frozen(kw_only=True)
class Step:
    """One stretch of the way: to whom it leads, over what, and how much it carries."""

    to: Power
    by: Span
    carries: int | None = None


def leaves(state: State) -> Mapping[tuple[Power, Power], Citation]:
    """By (owner, passer): the article under which a power lets another's forces onto its territory.

    A power lets in whoever has promised it aid by a treaty to which it has itself agreed: a guarantee that it has not
    accepted opens nothing (VCLT 34).
    """
    found: dict[tuple[Power, Power], Citation] = {}
    for owed in obligations(state):
        duty, treaty = owed.duty, state.treaties[owed.treaty]
        if isinstance(duty, Assist) and duty.creditor in treaty.parties | treaty.assents:
            found.setdefault((duty.creditor, duty.debtor), Citation(treaty=owed.treaty, article=owed.article.id))
    return found


def road_of(
    state: State,
    power: Power,
    side: frozenset[Power],
    foes: frozenset[Power],
    leave: Mapping[tuple[Power, Power], Citation],
    violated: Power | None = None,
) -> Road:
    """The shortest way by which a power of this side brings force against one of the foes.

    It may pass through the territory of those who let it pass, and of one neutral that it violates; a foe's territory is
    the end of the way.
    """
    queue: deque[tuple[Power, tuple[Step, ...]]] = deque([(power, ())])
    seen = {power}
    while queue:
        here, taken = queue.popleft()
        for step in steps_from(state, here, side, foes):
            if step.to in foes:
                return _road(power, (*taken, step), leave, violated)
            if step.to not in seen and ((step.to, power) in leave or step.to == violated):
                seen.add(step.to)
                queue.append((step.to, (*taken, step)))
    return NOWHERE


def _road(power: Power, steps: tuple[Step, ...], leave: Mapping[tuple[Power, Power], Citation], violated: Power | None) -> Road:
    passed = tuple(step.to for step in steps[:-1])
    limits = [step.carries for step in steps if step.carries is not None]
    if violated in passed:
        way = Way.VIOLATION
    elif passed:
        way = Way.TRANSIT
    else:
        way = Way.FRONTIER if steps[0].by is Span.LAND else Way.SEA
    return Road(
        way=way,
        along=tuple(step.to for step in steps),
        leave=tuple(leave[(owner, power)] for owner in passed if (owner, power) in leave),
        carries=min(limits, default=None),
    )


def steps_from(state: State, here: Power, side: frozenset[Power], foes: frozenset[Power]) -> Iterator[Step]:
    """Where a power can go next, in the scenario's order: open frontiers first, then the routes that are not closed to its side."""
    for other in state.powers():
        if other != here and state.border(here, other):
            yield Step(to=other, by=Span.LAND)
    for route in state.setting.routes:
        passable = route.by is Span.LAND or has_the_sea(state, side, foes)
        if here in route.between and passable and not any(state.holder(stake) in foes for stake in route.through):
            (other,) = (p for p in route.between if p != here)
            yield Step(to=other, by=route.by, carries=route.carries)


def has_the_sea(state: State, side: frozenset[Power], foes: frozenset[Power]) -> bool:
    """Whether the fleets of a side are not outnumbered by those of its foes."""
    ours, theirs = (sum(state.setting.powers[p].fleet for p in powers) for powers in (side, foes))
    return ours >= theirs
