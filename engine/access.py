"""Who can bring force where: frontiers, sea routes, and the territory of others that let it pass."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from attrs import evolve as with_
from attrs import frozen

from engine.crisis import Citation, Road, Way
from engine.duties import Allow, Assist, Trigger
from engine.happenings import Deed, Happening
from engine.keeping import kept
from engine.names import Power, StakeId
from engine.obligations import Obligation, is_denied, is_known_to, obligations
from engine.sea import is_passable, prevails
from engine.setting import Route, Setting, Span
from engine.state import State
from engine.straits import closed_to, passing

NOWHERE = Road(way=Way.NONE)


@frozen(kw_only=True)
class Step:
    """One stretch of the way: to whose soil it leads, or before whose coast, over what, and how much it carries."""

    to: Power
    by: Span
    carries: int | None = None
    landed: bool = True
    """Whether it ends on soil; ships that come before a coast and sail on pass through nobody's territory."""
    straits: tuple[tuple[StakeId, Power], ...] = ()
    """The waterways on it that their keepers shut to belligerents."""


def leaves(
    state: State, side: frozenset[Power], foes: frozenset[Power], *, opening: bool = False
) -> Mapping[tuple[Power, Power], Citation]:
    """By (owner, passer): the article under which a power lets another's forces onto its territory in a war of this side.

    A right of transit does; one that waits for a call is used only at the side of the power that calls, one that waits for an attack
    not by a side that is `opening` the war. A power at war also lets in, at its side, whoever has promised it aid by a treaty to
    which it has itself agreed: a guarantee that it has not accepted opens nothing (VCLT 34), and none opens the territory of a
    neutral.
    """
    found: dict[tuple[Power, Power], Citation] = {}
    for right in _rights(state):
        if right.owner in side if right.allowed is None else opens(state, right.allowed, side, foes, opening=opening):
            found.setdefault((right.owner, right.passer), right.under)
    return found


@frozen(kw_only=True)
class Right:
    """That an owner lets another's forces pass, under an article; None is allowed where it rests on a promise of aid."""

    owner: Power
    passer: Power
    under: Citation
    allowed: Allow | None


def _rights(state: State) -> tuple[Right, ...]:
    """Every right of passage that the one who has it knows of, whatever the war."""
    owed = obligations(state)
    # Whoever refuses one is entered in the record.
    return kept(state, "_rights", (owed, state.record), lambda: tuple(_rights_under(state, owed)))


def _rights_under(state: State, every: Iterable[Obligation]) -> Iterator[Right]:
    for owed in every:
        match owed.duty:
            case Allow(deed=Deed.CROSS) if not is_denied(state, owed):
                owner, passer = owed.duty.debtor, owed.duty.creditor
                allowed: Allow | None = owed.duty
            case Assist():
                owner, passer, allowed = owed.duty.creditor, owed.duty.debtor, None
                treaty = state.treaties[owed.treaty]
                if owner not in treaty.parties | treaty.assents:
                    continue
            case _:
                continue
        if is_known_to(state, passer, owed.treaty):
            yield Right(owner=owner, passer=passer, under=Citation(treaty=owed.treaty, article=owed.article.id), allowed=allowed)


def opens(state: State, duty: Allow, side: frozenset[Power], foes: frozenset[Power], *, opening: bool = False) -> bool:
    """Whether a right of transit holds now, against one of these foes; what waits for an attack serves no attack.

    A way that is named by its places is lost with the last of them.
    """
    if opening and duty.when not in (None, Trigger.ANY_WAR):
        return False
    if duty.at and all(state.holder(stake) != duty.debtor for stake in duty.at):
        return False
    last = state.turn_order(duty.until) if duty.until is not None else None
    called = not duty.on_request or duty.debtor in side
    return called and (not duty.against or not duty.against.isdisjoint(foes)) and (last is None or state.turn <= last)


def road_of(
    state: State,
    power: Power,
    side: frozenset[Power],
    foes: frozenset[Power],
    leave: Mapping[tuple[Power, Power], Citation],
    violated: Power | None = None,
    principal: Power | None = None,
    *,
    suffered: bool = False,
    to: Power | None = None,
) -> Road:
    """The shortest way by which a power of this side brings force against one of the foes, against the principal if it is as near, or
    comes `to` the territory of one power.

    It may pass through the territory of those who let it pass, and of one neutral that it violates or that suffers it; the sea is
    nobody's, and a foe's territory is the end of the way. A waterway closed to its ships is passed like the territory of its keeper.
    """
    closed = closed_to(state, power, side | foes)
    # Where the forces are: on whose soil, or afloat before whose coast.
    ends = foes if to is None else frozenset({to})
    queue: deque[tuple[Power, bool, tuple[Step, ...]]] = deque([(power, True, ())])
    seen = {(power, True)}
    found: tuple[Step, ...] = ()
    # A route is weighed when it is first come upon, and once.
    usable = cache(lambda number: is_open(state, state.setting.routes[number], power, side, foes))
    while queue:
        here, ashore, taken = queue.popleft()
        if found and len(taken) >= len(found):
            break
        for step in _steps_from(state.setting, here, usable, closed, ashore=ashore):
            if any(keeper != violated and (keeper, power) not in leave for _, keeper in step.straits):
                continue
            if step.to in ends:
                if not found or step.to == principal != found[-1].to:
                    found = (*taken, step)
                continue
            if step.to in foes:
                continue
            for landed in _arrivals(step, may_land=(step.to, power) in leave or step.to == violated):
                if (step.to, landed) not in seen:
                    seen.add((step.to, landed))
                    queue.append((step.to, landed, (*taken, step if landed else with_(step, landed=False))))
    return _road(power, found, leave, violated, Way.SUFFERANCE if suffered else Way.VIOLATION) if found else NOWHERE


def _arrivals(step: Step, *, may_land: bool) -> Iterator[bool]:
    """Whether a stretch may end on soil: afloat before the coast, if it leads over sea, and landed with whoever lets it or is violated."""
    if step.by is Span.SEA:
        yield False
    if may_land:
        yield True


def _road(
    power: Power, steps: tuple[Step, ...], leave: Mapping[tuple[Power, Power], Citation], violated: Power | None, unasked: Way
) -> Road:
    straits = tuple(dict.fromkeys(strait for step in steps for strait in step.straits))
    passed = tuple(dict.fromkeys(power for n, step in enumerate(steps) for power in _hosts(step, last=n == len(steps) - 1)))
    limits = [step.carries for step in steps if step.carries is not None]
    if violated in passed:
        way = unasked
    elif passed:
        way = Way.TRANSIT
    else:
        way = Way.FRONTIER if steps[0].by is Span.LAND else Way.SEA
    return Road(
        way=way,
        along=(*passed, steps[-1].to),
        leave=tuple(leave[(owner, power)] for owner in passed if (owner, power) in leave),
        carries=min(limits, default=None),
        straits=straits,
    )


def _hosts(step: Step, *, last: bool) -> Iterator[Power]:
    """Through whose territory a stretch leads: the keepers of closed waterways, and whoever's soil it ends on short of the foe's."""
    yield from (keeper for _, keeper in step.straits)
    if step.landed and not last:
        yield step.to


def _steps_from(
    setting: Setting, here: Power, usable: Callable[[int], bool], closed: Mapping[StakeId, Power], *, ashore: bool = True
) -> Iterator[Step]:
    """Where a power can go next, in the scenario's order: open frontiers first, then the routes of which it is told that it may use them.

    From afloat before a coast it can but sail on; each stretch names the waterways on it that are `closed` to the power.
    """
    if ashore:
        for other in setting.neighbours.get(here, ()):
            yield _stretch(other, Span.LAND)
    for number, other in setting.routes_from.get(here, ()):
        route = setting.routes[number]
        if (ashore or route.by is Span.SEA) and usable(number):
            straits = tuple((stake, closed[stake]) for stake in route.through if stake in closed) if closed and route.by is Span.SEA else ()
            yield _stretch(other, route.by, route.carries, straits)


@lru_cache(maxsize=1024)
def _stretch(to: Power, by: Span, carries: int | None = None, straits: tuple[tuple[StakeId, Power], ...] = ()) -> Step:
    """A step, made once: every search takes the same few again."""
    return Step(to=to, by=by, carries=carries, straits=straits)


def is_open(state: State, route: Route, power: Power, side: frozenset[Power], foes: frozenset[Power]) -> bool:
    """Whether a power can use a route in a war of its side against these foes; at sea `engine.sea` has its say too."""
    return is_passable(state, route, power, foes) and (route.by is Span.LAND or prevails(state, route, power, side, foes))


def forced_through(state: State, power: Power, foe: Power, neutral: Power) -> tuple[Happening, ...]:
    """The closed waterways through which a power comes that reaches its foe by violating this neutral, their keeper."""
    side, foes = frozenset({power}), frozenset({foe})
    road = road_of(state, power, side, foes, leaves(state, side, foes, opening=True), neutral)
    return tuple(passing(power, stake, keeper, foes) for stake, keeper in road.straits if keeper == neutral)
