"""Who applies what an organ has decided: the sanctions that bind a power, and which of them it has applied."""

from __future__ import annotations

from attrs import frozen

from engine.duties import Duty, Render
from engine.happenings import Deed, Means
from engine.measures import Observers, Sanctions
from engine.measures.sanctions import covered
from engine.names import Power
from engine.orders import ApplySanction, GatherIntelligence, Leak, Order, Sanction, SendAid
from engine.resolution import StandingMeasure
from engine.state import State


@frozen(kw_only=True)
class Owed:
    """One kind of sanction that a measure in force asks of a power."""

    standing: StandingMeasure
    target: Power
    sanction: Sanction
    applied: bool

    @property
    def order(self) -> ApplySanction:
        """The order by which it is performed."""
        return ApplySanction(self.target, self.sanction)


def kept(state: State, standing: StandingMeasure, duty: Duty) -> bool | None:
    """Whether a debtor does what a measure in force asks of it; None for a duty of which only its deeds tell."""
    if isinstance(standing.measure, Sanctions):
        return standing.measure.kept_by(state.sanctions.get((duty.debtor, standing.measure.target), frozenset()))
    if isinstance(duty, Render) and duty.deed is Deed.EVACUATE and duty.at is not None:
        return not state.occupies(duty.debtor, duty.at) and duty.debtor not in state.garrison(duty.at)
    return None


def evacuations(state: State, power: Power) -> tuple[Render, ...]:
    """The withdrawals demanded of a power from what it occupies, in the order in which they were demanded."""
    owed = (
        duty
        for standing in state.measures_in_effect()
        for duty in standing.measure.duties(standing.bound, standing.beneficiaries)
        if isinstance(duty, Render) and duty.deed is Deed.EVACUATE and duty.debtor == power
    )
    return tuple(duty for duty in owed if duty.at is not None and state.occupies(power, duty.at))


def is_watched(state: State, power: Power) -> bool:
    """Whether observers of an organ stand in what a power holds: arms and men that reach it are seen, and told to all members."""
    return any(isinstance(m.measure, Observers) and state.holder(m.measure.stake) == power for m in state.measures_in_effect())


def is_seen(state: State, order: SendAid) -> bool:
    """Whether aid is of a kind that observers on the spot cannot miss."""
    return order.means is not Means.FUNDS and is_watched(state, order.to)


def exposure(state: State, order: Order) -> int | None:
    """Per cent that what is done in the dark comes to light; None for what is done in the open."""
    chances = state.setting.chances
    match order:
        case SendAid(covert=True) if is_seen(state, order):
            return 100
        case SendAid(covert=True):
            return chances.aid_exposed
        case GatherIntelligence():
            return chances.agent_caught
        case Leak():
            return chances.leak_traced
        case _:
            return None


def sanctions_decided(state: State, power: Power) -> tuple[Owed, ...]:
    """The sanctions that organs have bound a power to apply, those that it applies among them: all members by a decision (Charter 25), those who declared it under Covenant 16.

    Each kind against each target once; whoever is exempt, or is itself the target, owes nothing.
    """
    found: dict[tuple[Power, Sanction], Owed] = {}
    for standing in state.measures.values():
        measure = standing.measure
        if standing.ended is not None or not isinstance(measure, Sanctions):
            continue
        if power not in standing.bound or power in measure.exempt or power == measure.target:
            continue
        stands = state.sanctions.get((power, measure.target), frozenset())
        for kind in measure.kinds:
            owed = Owed(standing=standing, target=measure.target, sanction=kind, applied=kind in covered(stands))
            found.setdefault((measure.target, kind), owed)
    return tuple(found.values())
