"""Who applies what an organ has decided: the sanctions that bind a power, and which of them it has applied."""

from __future__ import annotations

from attrs import frozen

from engine.measures import Sanctions
from engine.names import Power
from engine.orders import ApplySanction, Sanction
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


def sanctions_owed(state: State, power: Power) -> tuple[Owed, ...]:
    """The sanctions that a power is bound to apply: all members by a decision (Charter 25), those who declared it under Covenant 16.

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
            owed = Owed(standing=standing, target=measure.target, sanction=kind, applied=kind in stands)
            found.setdefault((measure.target, kind), owed)
    return tuple(found.values())
