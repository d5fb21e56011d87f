"""What a power's word is worth in public: reckoned from the promises that everybody has seen kept and broken, and the same for all."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from engine.duties import Duty
from engine.names import EVERYBODY, Power
from engine.occasions import Occasion
from engine.state import State

UNTRIED = 50
"""What the word of a power is worth of which no promise has been put to the test; it ends at 0 and 100."""
FULL = 100


def public_word(state: State, power: Power) -> int:
    """What a power's word is worth before all, of 100: what it owed to several under one article in one turn counts once.

    Never what any power thinks of it, which is its own secret, nor what only some have seen.
    """
    weighed = state.setting.credibility
    lines = (line for line in state.record if line.debtor == power and line.known_to is EVERYBODY)
    deeds = {(line.turn, line.treaty, line.article, line.kept) for line in lines}
    return max(0, min(FULL, UNTRIED + sum(weighed.kept if kept else -weighed.broken for *_, kept in deeds)))


@frozen(kw_only=True)
class Opinion:
    """What a power's public makes of its relying on another, or of its standing by another."""

    occasion: Occasion
    of: Power
    """Upon whom it relies, or by whom it stands."""
    word: int
    """What that power's word is worth (`public_word`)."""


def relied_upon(duties: Iterable[Duty], power: Power) -> frozenset[Power]:
    """Those upon whose promises a power relies where these duties are owed."""
    return frozenset(duty.debtor for duty in duties if duty.creditor == power)


def of_reliance(state: State, power: Power, partners: frozenset[Power]) -> Opinion | None:
    """What is thought at home of a treaty that relies on these: the one whose word is worth least, if it is broken, else the one whose
    word is worth most, if it is known to be kept; None where there is nothing to say of any."""
    words = [(public_word(state, p), p) for p in state.powers() if p in partners and p != power]
    if not words:
        return None
    least, most = min(words, key=lambda one: one[0]), max(words, key=lambda one: one[0])
    if least[0] < UNTRIED:
        return Opinion(occasion=Occasion.UNRELIABLE_PARTNER, of=least[1], word=least[0])
    return Opinion(occasion=Occasion.RELIABLE_PARTNER, of=most[1], word=most[0]) if most[0] > UNTRIED else None


def of_aid(state: State, aided: Power) -> Opinion | None:
    """What is thought at home of coming to the aid of a power that has kept, or broken, its own word; None where it has done neither."""
    word = public_word(state, aided)
    if word == UNTRIED:
        return None
    return Opinion(occasion=Occasion.AIDED_FAITHFUL if word > UNTRIED else Occasion.AIDED_FAITHLESS, of=aided, word=word)
