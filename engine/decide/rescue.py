"""Whom a consent given under threat would call to help against indirect aggression, and with what before them."""

from __future__ import annotations

from engine.coercion import indirect_aggressions
from engine.decide.leaving import take_back
from engine.names import Power
from engine.obligations import Obligation
from engine.proceedings import Proceedings
from engine.reckoning import Reckoning, reckoning
from engine.state import State
from engine.treaty import End


def rescue(known: State, supposed: State, power: Power) -> tuple[tuple[Obligation, ...], Reckoning] | None:
    """The promises that answer what a power would give up from one state to the other, and who would stand with it if it took its consent
    back; None where nobody promised anything, or nothing is given up."""
    before = [one for one, _ in indirect_aggressions(known)]
    cases = [(one, owed) for one, owed in indirect_aggressions(supposed) if one.victim == power and one not in before]
    if not cases:
        return None
    one = cases[0][0]
    freed = Proceedings(supposed)
    take_back(freed, power, one.treaties, End.VOID)
    # What the text itself promises goes with the consent that is taken back.
    promises = tuple(promise for _, owed in cases for promise in owed if promise.treaty not in one.treaties)
    return promises, reckoning(freed.state, one.coercer, power, over=one.stakes)
