"""Who would stand with whom if one power attacked another now, and why: the same sums before a crisis and in it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from engine.casus import TO_ATTACK, Call, Standing, casus_foederis
from engine.crisis import Citation, Crisis, Stance, War
from engine.deeds import attack
from engine.force import correlate
from engine.names import Power, StakeId
from engine.obligations import Obligation
from engine.performance import broken_by
from engine.state import State, changed


@frozen(kw_only=True)
class Reckoning:
    """What an attack would come to if everybody did what its treaties bind it to, as far as the state knows."""

    attacker: Power
    target: Power
    calls: tuple[Call, ...]
    """Where each third power stands, and why."""
    helpers: tuple[Power, ...]
    """Those who are bound to come."""
    joiners: tuple[Power, ...]
    """Those who are bound to join the attack; who is bound both ways is counted on neither side."""
    breaches: tuple[Obligation, ...]
    """The promises that the attack itself would break."""
    war: War


def reckoning(
    state: State, attacker: Power, target: Power, through: Power | None = None, over: frozenset[StakeId] = frozenset()
) -> Reckoning:
    """Who stands with whom if one power attacks another now, or takes some of its stakes, why, and how the forces compare."""
    crisis = Crisis(mover=attacker, target=target, through=through, over=over, called=frozenset())
    helpers, joiners = expected_sides(state, crisis)
    stances = {**dict.fromkeys(helpers, Stance.WITH_TARGET), **dict.fromkeys(joiners, Stance.WITH_MOVER)}
    crisis = Crisis(mover=attacker, target=target, through=through, over=over, called=frozenset(stances), stances=stances)
    return Reckoning(
        attacker=attacker,
        target=target,
        calls=casus_foederis(state, attacker, target, over=over),
        helpers=helpers,
        joiners=joiners,
        breaches=broken_by(state, attack(attacker, target, through), aggressor=attacker),
        war=coalition(state, crisis),
    )


def expected_sides(state: State, crisis: Crisis) -> tuple[tuple[Power, ...], tuple[Power, ...]]:
    """Those whom treaties bind to come to the aid of whoever is attacked, and those whom they bind to join the attack.

    A neutral that is marched through defends itself. Who is bound both ways stands aside, for it can but break its word.
    """
    calls = tuple(c for victim in victims_of(crisis) for c in casus_foederis(state, crisis.mover, victim, over=crisis.over))
    aiding, joining = frozenset(c.power for c in calls if c.to_aid), frozenset(c.power for c in calls if c.to_attack)
    victims = victims_of(crisis)
    helpers = tuple(p for p in state.powers() if p == crisis.through or (p in aiding - joining and p != crisis.target))
    return helpers, tuple(p for p in state.powers() if p in joining - aiding and p not in victims)


def victims_of(crisis: Crisis) -> tuple[Power, ...]:
    """Those who are attacked: the target, and the neutral through which the mover passes."""
    return (crisis.target,) if crisis.through is None else (crisis.target, crisis.through)


def coalition(state: State, crisis: Crisis) -> War:
    """The war that the stances taken would bring, with the articles under which each has come."""
    helping = tuple(p for p in state.powers() if crisis.stances.get(p) is Stance.WITH_TARGET)
    joining = tuple(p for p in state.powers() if crisis.stances.get(p) is Stance.WITH_MOVER)
    defenders, attackers = (crisis.target, *helping), (crisis.mover, *joining)
    marches = marches_of(crisis)
    wronged = {side: tuple(p for p in state.powers() if any(marches.get(q) == p for q in side)) for side in (attackers, defenders)}
    # Who is marched through by those that come to the target's aid has thereby been driven to the other side, and the reverse.
    driven = tuple(p for p in wronged[defenders] if p not in wronged[attackers])
    return correlate(
        state,
        (*attackers, *driven),
        (*defenders, *(p for p in wronged[attackers] if p != crisis.through)),
        under=_grounds(state, crisis, frozenset(helping), frozenset(joining)),
        violated=marches,
    )


def marches_of(crisis: Crisis) -> Mapping[Power, Power]:
    """By power, the neutral whose territory it violates on its way to the front.

    The mover passes where it said, with all who join it. Nobody marches uninvited through a power that has taken its own side, and
    one that has taken the other is a foe like the rest.
    """
    taken = {p for p, stance in crisis.stances.items() if stance in (Stance.WITH_TARGET, Stance.WITH_MOVER)}
    found: dict[Power, Power] = {}
    if crisis.through is not None and crisis.through not in taken:
        movers = (crisis.mover, *(p for p, stance in crisis.stances.items() if stance is Stance.WITH_MOVER))
        found |= dict.fromkeys(movers, crisis.through)
    found |= {p: neutral for p, neutral in crisis.marches.items() if p in taken and neutral not in taken}
    return found


def _grounds(state: State, crisis: Crisis, helping: frozenset[Power], joining: frozenset[Power]) -> Mapping[Power, Citation]:
    """The article that brings each power to its side, where there is one."""
    found: dict[Power, Citation] = {}
    for victim in victims_of(crisis):
        for call in casus_foederis(state, crisis.mover, victim, assisting=helping, over=crisis.over):
            side = call.power in joining
            grounds = (g for g in call.grounds if g.standing in (Standing.BOUND, Standing.ENTITLED) and (g.code == TO_ATTACK) is side)
            ground = next(grounds, None)
            if call.power in helping | joining and ground is not None:
                found.setdefault(call.power, Citation(treaty=ground.treaty, article=ground.article))
    return found


def with_files(state: State, power: Power) -> State:
    """The state with the copies of secret texts that a power's services have brought it: what it may reckon with."""
    files = state.files.get(power, {})
    return changed(state, treaties={**files, **state.treaties}) if files else state
