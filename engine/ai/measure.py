"""How large an article's effect is, in per cent of its plainest form, and which part a power has in it."""

from __future__ import annotations

from enum import Enum

from engine.clauses import AnyClause, Cession, Consultation, Declaration, Guarantee, MutualAssistance, NonAggression
from engine.clauses.cession import Stage
from engine.duties import Automaticity, Duty, Extent, Trigger
from engine.names import Power, StakeId, TurnId
from engine.state import State

TEETH = {
    Automaticity.AUTOMATIC: 100,
    Automaticity.UPON_RECOMMENDATION: 50,
    Automaticity.AFTER_CONSULTATION: 40,
    Automaticity.AS_EACH_JUDGES: 25,
}
MEANS = {Extent.ALL_MEANS: 100, Extent.MILITARY: 100, Extent.ECONOMIC: 50, Extent.DIPLOMATIC: 25}
CASES = {
    Trigger.UNPROVOKED_ATTACK: 100,
    Trigger.ANY_ATTACK: 115,
    Trigger.ANY_WAR: 125,
    Trigger.THREAT: 110,
    Trigger.INDIRECT_AGGRESSION: 110,
}
JOINT, CONDITIONAL, UNSETTLED, CONCERTED = 60, 60, 60, 60
"""Per cent left of a promise that binds only together with others, only if another acts, only once something is settled, or only against
several who attack together."""
AT_THE_END = 50
"""Per cent that a cession on the calendar's last day is worth of one on its first."""


class Part(Enum):
    """What an article makes of a power."""

    GETS = "gets"
    GIVES = "gives"
    BOTH = "both"
    LOOKS_ON = "looks_on"


def part_of(view: State, clause: AnyClause, power: Power, parties: tuple[Power, ...]) -> Part:
    """Whether a power gains by an article, owes under it, does both, or looks on."""
    match clause:
        case Cession():
            return Part.GIVES if power == clause.ceder else Part.GETS if power == clause.receiver else Part.LOOKS_ON
        case Guarantee():
            return Part.GIVES if power in clause.guarantors else Part.GETS if power == clause.protected else Part.LOOKS_ON
        case MutualAssistance() | NonAggression(owed_by=()) | Consultation():
            return Part.BOTH if power in (clause.between or parties) else Part.LOOKS_ON
        case Declaration():
            return Part.BOTH if power in parties else Part.LOOKS_ON
        case _:
            duties = _duties(view, clause, parties)
            return PARTS[any(d.creditor == power for d in duties), any(d.debtor == power for d in duties)]


PARTS = {(True, True): Part.BOTH, (True, False): Part.GETS, (False, True): Part.GIVES, (False, False): Part.LOOKS_ON}
"""By whether something is owed to a power, and by it."""


def _duties(view: State, clause: AnyClause, parties: tuple[Power, ...]) -> tuple[Duty, ...]:
    bound = frozenset(parties)
    return clause.duties(bound | clause.third_debtors(bound), view)


def debtors(view: State, clause: AnyClause, power: Power, parties: tuple[Power, ...]) -> tuple[Power, ...]:
    """Those upon whose later word the good of an article depends; a cession is an act, not a promise."""
    match clause:
        case Guarantee():
            return clause.guarantors
        case MutualAssistance():
            return tuple(p for p in clause.between or parties if p != power)
        case Cession() | NonAggression() | Consultation() | Declaration():
            return ()
        case _:
            return tuple(dict.fromkeys(d.debtor for d in _duties(view, clause, parties) if d.creditor == power))


def pending(view: State, clause: Cession, owed: frozenset[tuple[StakeId, Power]] = frozenset()) -> tuple[Stage, ...]:
    """The stages that are still the ceding power's to hand over and not `owed` to the receiver anyhow."""
    return tuple(s for s in clause.stages if view.holder(s.stake) == clause.ceder and (s.stake, clause.receiver) not in owed)


def measure(view: State, clause: AnyClause) -> int:
    """The size of an article's effect as it is written."""
    match clause:
        case Cession():
            return sum(date_weight(view, stage.by) for stage in clause.stages)
        case Guarantee():
            size = TEETH[clause.automaticity] * (CONCERTED if clause.is_joint else 100) // 100
            size = size * JOINT // 100 if clause.joint else size
            waits = any(not view.is_settled(stake) for stake in clause.once_settled)
            size = size * UNSETTLED // 100 if waits else size
            return size * (1 + len(clause.guarantors)) // 2
        case MutualAssistance():
            size = TEETH[clause.automaticity] * MEANS[clause.extent] * CASES[clause.trigger] // 10_000
            size = size * CONCERTED // 100 if clause.is_joint else size
            return size * CONDITIONAL // 100 if clause.only_if_assisted_by is not None else size
        case _:
            return 100


def date_weight(view: State, turn: TurnId) -> int:
    """Per cent that a performance is worth at its date: the later, the less."""
    last = max(1, len(view.setting.turns) - 1)
    order = view.turn_order(turn)
    return 100 - (100 - AT_THE_END) * (last if order is None else order) // last


def share(points: int, part: int, whole: int) -> int:
    """A part of signed points, towards zero, so that a reversed sign gives the reversed result."""
    if whole <= 0:
        return 0
    size = abs(points) * part // whole
    return size if points >= 0 else -size
