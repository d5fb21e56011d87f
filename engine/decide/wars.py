"""What a crisis comes to when the mover persists: promises kept and broken, the correlation of forces, and what changes hands."""

from __future__ import annotations

from attrs import evolve as with_

from engine.contingents import count
from engine.crisis import Band, Crisis, Opening, Stance, War
from engine.decide.aid import come
from engine.decide.courses import resort_to_war
from engine.decide.promises import answer_for, breach, hold_against
from engine.deeds import attack, taking, wanted
from engine.duties import Refrain
from engine.events import PostureTaken, StakeTransferred, WarFought
from engine.force import as_published
from engine.happenings import Deed, Happening
from engine.names import EVERYBODY, Power, StakeId
from engine.obligations import Obligation
from engine.occasions import Occasion
from engine.performance import breached_by
from engine.postures import Posture, PostureKind
from engine.proceedings import Proceedings
from engine.provocation import is_provoked
from engine.reckoning import (
    aggressions,
    called_for,
    calls_in,
    coalition,
    marches_of,
    passages_of,
    standing_with,
    suffering,
    takers,
)
from engine.state import State


def fight(proceedings: Proceedings, crisis: Crisis) -> None:
    """Hold everybody to its word, settle the war, and let what is won change hands."""
    state = proceedings.state
    war = with_(coalition(state, crisis), provoked=is_provoked(state, crisis.mover, crisis.target))
    spoils = _spoils(state, crisis, war)
    reckon(proceedings, crisis, war=True, spoils=spoils)
    resort_to_war(proceedings, crisis.mover, crisis.target)
    proceedings.note(WarFought(war=as_published(state, war), audience=EVERYBODY))
    for power, number in sorted(crisis.contingents.items()):
        if power in takers(crisis):
            foe = crisis.mover if crisis.stances[power] is Stance.WITH_TARGET else crisis.target
            posture = Posture(kind=PostureKind.FIGHTING, by=power, toward=foe, divisions=number)
            proceedings.note(PostureTaken(posture=posture, audience=EVERYBODY))
    for stake in spoils:
        _transfer(proceedings, crisis.mover, stake)
    proceedings.follow(Occasion.WAR, crisis.mover, crisis.target)


def reckon(proceedings: Proceedings, crisis: Crisis, *, war: bool, spoils: tuple[StakeId, ...] = ()) -> None:
    """Enter what was owed in this case and done, and what was not; without a war nobody has failed anybody yet."""
    state = proceedings.state
    fought = coalition(state, crisis)
    if war:
        done = (
            *deeds_of_mover(state, crisis),
            *taking(crisis.mover, crisis.target, spoils),
            *_entries(state, crisis),
            *_crossings(state, crisis),
        )
        against = _against_joiners(state, crisis)
        answer_for(proceedings, (*done, *passages_of(fought)), aggressor=crisis.mover)
        hold_against(proceedings, against)
    for one in called_for(state, crisis):
        if one.stands:
            here = count(state, one.duty, fought, crisis.contingents.get(one.duty.debtor)) if war or crisis.contingents else None
            come(proceedings, one.owed, one.duty, one.foe, here, war=war)
        elif war:
            breach(proceedings, one.owed)


def deeds_of_mover(state: State, crisis: Crisis) -> tuple[Happening, ...]:
    """What the mover does by persisting: it attacks a neutral that it marches through, unless that one lets it pass."""
    stakes = wanted(crisis.ultimatum.demand if crisis.ultimatum is not None else None)
    if crisis.opening is Opening.OCCUPATION:
        stakes |= crisis.over
    through = crisis.through if crisis.through not in suffering(crisis) else None
    return (*taking(crisis.mover, crisis.target, stakes), *attack(state, crisis.mover, crisis.target, through))


def _entries(state: State, crisis: Crisis) -> tuple[Happening, ...]:
    """Those who enter the war on either side, at the side of the power whose war it is and of the allies who call them to it."""
    sides = {Stance.WITH_MOVER: (crisis.mover, crisis.target), Stance.WITH_TARGET: (crisis.target, crisis.mover)}
    allies: dict[Power, set[Power]] = {power: set() for power in state.powers()}
    for call in (call for one in aggressions(crisis) for call in calls_in(state, crisis, one)):
        allies[call.power].update(ground.ally for ground in call.grounds if ground.ally is not None)
    return tuple(
        Happening(
            deed=Deed.JOIN_WAR,
            by=power,
            toward=foe,
            against=frozenset({foe}),
            together=frozenset({friend}) | allies[power],
            coalition=frozenset({friend, *standing_with(state, crisis, stance)}),
        )
        for power in state.powers()
        if (stance := crisis.stances.get(power, Stance.NEUTRAL)) in sides
        for friend, foe in (sides[stance],)
    )


def _against_joiners(state: State, crisis: Crisis) -> tuple[Obligation, ...]:
    """What those break who, asked again, have entered the war against one that was known to be in it.

    Those who enter at once do not know of each other. Who has joined the attack is itself an aggressor.
    """
    there = takers(crisis) - crisis.called
    found: list[Obligation] = []
    for deed in _entries(state, crisis):
        if deed.by in crisis.called:
            # Whoever is marched through defends itself.
            violators = {power for power, neutral in marches_of(crisis).items() if neutral == deed.by}
            for foe in sorted(there - deed.coalition - violators):
                aggressor = foe if crisis.stances[foe] is Stance.WITH_MOVER else crisis.mover
                entering = with_(deed, toward=foe, against=frozenset({foe}))
                found += (
                    o for o in breached_by(state, entering, aggressor=aggressor) if isinstance(o.duty, Refrain) and o.duty.toward == foe
                )
    return tuple(found)


def _crossings(state: State, crisis: Crisis) -> tuple[Happening, ...]:
    """Those who reach the front over the territory of a neutral that has not let them pass: a march, and an attack upon it."""
    foes = {power: crisis.target if stance is Stance.WITH_MOVER else crisis.mover for power, stance in crisis.stances.items()}
    return tuple(
        deed
        for power, neutral in sorted(marches_of(crisis).items())
        if power != crisis.mover and neutral not in suffering(crisis)
        for deed in attack(state, power, foes[power], neutral)
        if deed.toward == neutral
    )


def take(proceedings: Proceedings, crisis: Crisis) -> None:
    """The mover has what it set out to occupy."""
    for stake in sorted(crisis.over):
        if proceedings.state.holder(stake) == crisis.target:
            _transfer(proceedings, crisis.mover, stake)


def _transfer(proceedings: Proceedings, mover: Power, stake: StakeId) -> None:
    proceedings.note(StakeTransferred(stake=stake, holder=mover, by_force=True, audience=EVERYBODY))
    posture = Posture(kind=PostureKind.DEPLOYED, by=mover, at=stake)
    if posture not in proceedings.state.postures:
        proceedings.note(PostureTaken(posture=posture, audience=EVERYBODY))


def _spoils(state: State, crisis: Crisis, war: War) -> tuple[StakeId, ...]:
    """What the mover takes: everything if the defence collapses, what it set out for if it wins, nothing otherwise."""
    held = tuple(stake for stake, holder in state.holders.items() if holder == crisis.target)
    if war.band is Band.COLLAPSE:
        return held
    goal = crisis.over | wanted(crisis.ultimatum.demand if crisis.ultimatum is not None else None)
    return tuple(stake for stake in held if stake in goal) if war.band is Band.VICTORY else ()
