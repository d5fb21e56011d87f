"""The case that a duty waits for: whether it has arisen, since when, through whom, and by when the duty is then to be performed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from attrs import frozen

from engine.abandonment import given_up
from engine.crisis import YIELDED, UltimatumState
from engine.duties import Cede, Consult, Duty, Render, Trigger
from engine.happenings import Deed
from engine.names import EVERYBODY, Power
from engine.orders import Sanction
from engine.postures import PostureKind
from engine.state import State


@frozen(kw_only=True)
class Arisen:
    """One case that calls for a duty."""

    since: int
    """The turn in which it arose."""
    due: int
    """The turn at whose close the duty has been performed or broken."""
    foes: tuple[Power, ...] = ()
    """Those who have brought it about: the attackers, the power that threatens, those at war."""


Awaiting: TypeAlias = Render | Consult
"""A duty that may wait for a case."""


def cases(state: State, duty: Awaiting) -> tuple[Arisen, ...]:
    """The cases in which a duty without date is called for now, oldest first; one that a war opens is due by the close of the next turn."""
    found: list[Arisen] = []
    trigger = duty.when if isinstance(duty, Render) else duty.on
    match trigger:
        case None:
            return ()
        case Trigger.ANY_WAR:
            found += _wars(state, duty)
        case Trigger.UNPROVOKED_ATTACK:
            found += _attacks(state, duty)
        case Trigger.ANY_ATTACK:
            found += _attacks(state, duty, provoked=True)
        case Trigger.THREAT:
            found += (*_attacks(state, duty), *_threats(state, duty))
        case Trigger.INDIRECT_AGGRESSION:
            victims = _victims(state, duty)
            yielded = (past for past in state.crises if past.crisis.target in victims and past.outcome == YIELDED)
            found += _attacks(state, duty)
            found += (Arisen(since=past.turn, due=past.turn + 1, foes=(past.crisis.mover,)) for past in yielded)
            found += _extorted(state, duty)
        case _:
            assert_never(trigger)
    return tuple(sorted((one for one in found if _is_meant(duty, one)), key=lambda one: (one.since, one.foes)))


def _victims(state: State, duty: Awaiting) -> tuple[Power, ...]:
    """Whose danger calls for the duty: the creditor's; those who consult do so over that of either, or of whom their article names."""
    if isinstance(duty, Render):
        return (duty.creditor,)
    meant = tuple(sorted(duty.threatened)) or (duty.creditor, duty.debtor)
    return tuple(power for power in meant if not duty.over or any(state.holders.get(stake) == power for stake in duty.over))


def _is_meant(duty: Awaiting, one: Arisen) -> bool:
    """Whether a case is not the doing of those whom the duty joins, and that of the power against which it is owed."""
    if isinstance(duty, Consult):
        from_whom = not duty.against or not duty.against.isdisjoint(one.foes)
        return from_whom and duty.debtor not in one.foes and duty.creditor not in one.foes
    return duty.debtor not in one.foes and (duty.toward in (None, duty.creditor) or duty.toward in one.foes)


def _attacks(state: State, duty: Awaiting, *, provoked: bool = False) -> list[Arisen]:
    """The wars in which the creditor was attacked, if not `provoked` without having used force first; those who came to its aid were not."""
    wars = (war for war in state.wars if war.defenders[0] in _victims(state, duty) and (provoked or not war.provoked))
    return [Arisen(since=war.turn, due=war.turn + 1, foes=war.attackers) for war in wars]


def _wars(state: State, duty: Awaiting) -> list[Arisen]:
    """The wars of the creditor; every war for those who consult over one, and for who keeps a passage shut unless it is in it itself."""
    found = []
    for war in state.wars:
        sides = (war.attackers, war.defenders)
        everybody = (*war.attackers, *war.defenders)
        if isinstance(duty, Consult):
            anywhere = not duty.threatened and not duty.over
            foes = war.attackers if anywhere or war.defenders[0] in _victims(state, duty) else ()
        elif duty.deed is Deed.CLOSE:
            foes = everybody if duty.debtor not in everybody else ()
        else:
            foes = next((sides[1 - n] for n, side in enumerate(sides) if duty.creditor in side), ())
        if foes:
            found.append(Arisen(since=war.turn, due=war.turn + 1, foes=foes))
    return found


def _threats(state: State, duty: Awaiting) -> list[Arisen]:
    """The ultimatums that stand against the creditor, until they have run out; those over which it came to a crisis in this turn stood."""
    brought = {(u.issuer, u.target): u for past in state.crises if past.turn == state.turn and (u := past.crisis.ultimatum) is not None}
    every = {key: u for key, u in state.ultimatums.items() if u.state is not UltimatumState.ACCEPTED} | brought
    victims = _victims(state, duty)
    open_still = (u for u in every.values() if u.target in victims and u.state is not UltimatumState.ACCEPTED)
    return [Arisen(since=u.issued, due=max(u.expires, u.issued), foes=(u.issuer,)) for u in open_still]


def _extorted(state: State, duty: Awaiting) -> Iterator[Arisen]:
    """What a victim has given up of its independence or neutrality before all, under threat of force (`engine.abandonment`)."""
    for _, treaty in sorted(state.treaties.items()):
        if not treaty.in_force or treaty.known_to is not EVERYBODY:
            continue
        bound = treaty.parties | treaty.assents
        for victim in sorted(p for p in set(_victims(state, duty)) & bound if treaty.coercers(p)):
            since = state.bound_since(treaty, victim)
            owed = (
                d for article in treaty.text.articles for d in article.clause.duties(treaty.bound_by(article), state) if d.debtor == victim
            )
            foes = {d.creditor for d in owed if _was_given_up(d, state)} & treaty.coercers(victim)
            if foes and since is not None:
                yield Arisen(since=since, due=since + 1, foes=tuple(sorted(foes)))


def _was_given_up(duty: Duty, state: State) -> bool:
    """Whether it gives up something, be it handed over by now or not."""
    return isinstance(duty, Cede) or given_up(duty, state) is not None


def is_being_done(state: State, duty: Awaiting, arisen: Arisen) -> bool:
    """Whether what is called for is being done already: the sanction stands, the patrol sails, the passage is shut, no troops are left."""
    if isinstance(duty, Consult):
        return False
    match duty.deed:
        case Deed.SANCTION:
            targets = arisen.foes if duty.toward is None else (duty.toward,)
            return all(_severed(state.sanctions.get((duty.debtor, target), frozenset()), duty.matter) for target in targets)
        case Deed.EVACUATE:
            return duty.at is not None and duty.debtor not in state.garrison(duty.at) and not state.occupies(duty.debtor, duty.at)
        case Deed.PATROL:
            return any((p.kind, p.by, p.at) == (PostureKind.PATROLLING, duty.debtor, duty.at) for p in state.postures)
        case Deed.CLOSE:
            return still_open_to(state, duty, arisen) == ()
        case _:
            return False


def still_open_to(state: State, duty: Render, arisen: Arisen) -> tuple[Power, ...]:
    """The belligerents to whom a passage that its keeper owes to shut is not shut yet."""
    shut = {p.toward for p in state.postures if (p.kind, p.by, p.at) == (PostureKind.CLOSING, duty.debtor, duty.at)}
    return tuple(foe for foe in arisen.foes if foe not in shut and state.at_war(foe))


def _severed(applied: frozenset[Sanction], matter: str) -> bool:
    """All trade includes arms and oil."""
    return matter in applied or (Sanction.GENERAL in applied and matter in (Sanction.ARMS, Sanction.OIL))
