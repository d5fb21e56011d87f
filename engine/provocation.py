"""Provocation: whether an attack answers force that its target has used first, so that those who promised aid against an unprovoked
attack owe none."""

from __future__ import annotations

from collections.abc import Iterator

from engine.crisis import Opening
from engine.duties import Assist
from engine.happenings import Deed, Happening
from engine.names import Power
from engine.obligations import known_to, obligations
from engine.performance import permitted_by
from engine.postures import PostureKind
from engine.state import State


def is_provoked(state: State, attacker: Power, target: Power) -> bool:
    """Whether the target has used force first, against the attacker or one whom it has publicly promised to aid.

    Only what everybody can see counts. One whom an organ has named the aggressor pleads no provocation, nor one that has itself
    begun in the same manner.
    """
    if any(aggressor == attacker for aggressor, _ in state.findings):
        return False
    wards = (attacker, *(p for p in _wards(state, attacker) if p != target))
    return any(_has_used_force(state, target, ward) for ward in wards) and not _has_used_force(state, attacker, target)


def users_of_force(state: State) -> frozenset[Power]:
    """Those who have opened a war, or hold what they have taken by force: what everybody can see."""
    opened = {war.attackers[0] for war in state.wars if war.attackers}
    return frozenset(opened | {holder for stake, holder in state.holders.items() if state.occupied_from(stake) is not None})


def _wards(state: State, power: Power) -> Iterator[Power]:
    """Those to whom a power owes aid by public treaties."""
    for owed in obligations(state):
        if isinstance(owed.duty, Assist) and owed.duty.debtor == power and not owed.duty.in_attack and known_to(state, owed) is None:
            yield owed.duty.creditor


def _has_used_force(state: State, power: Power, victim: Power) -> bool:
    """By war, by an occupation that the victim let happen, by a blockade, or by troops on its soil without its leave."""
    if any(power in war.attackers and state.is_fought(war, power, victim) for war in state.wars):
        return True
    past = (p.crisis for p in state.crises if p.outcome == "yielded" and p.crisis.opening is Opening.OCCUPATION)
    return any((c.mover, c.target) == (power, victim) for c in past) or _stands_against(state, power, victim)


def _stands_against(state: State, power: Power, victim: Power) -> bool:
    for posture in state.postures:
        if posture.by != power:
            continue
        if posture.kind is PostureKind.BLOCKADING and posture.toward == victim:
            return True
        if posture.kind is PostureKind.DEPLOYED and posture.at is not None and state.holder(posture.at) == victim:
            station = Happening(deed=Deed.DEPLOY, by=power, toward=victim, at=posture.at)
            if not permitted_by(state, station):
                return True
    return False
