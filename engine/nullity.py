"""What makes a consent void, as far as the rules can find it: force, and deceit (VCLT 49, 51, 52, 69).

Error and corruption (VCLT 48, 50) are not found: what a text takes for granted is before everybody or another's secret, which is
deceit, and the rules know states and not the persons who may be bribed. A change of circumstances (VCLT 62) is not claimed either:
the circumstances on which a promise rests are named in its text (`only_while`), and then it ends by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from engine.clauses.base import Fault
from engine.consistency import Conflict, Prevails, conflicts
from engine.knowledge import as_known
from engine.measures.nullity import fault_of_coercion
from engine.names import Power, TreatyId
from engine.notices import makers
from engine.operation import known_to_the_same
from engine.setting import Coercion
from engine.state import State
from engine.treaty import Treaty, Vice


def vices(state: State, treaty: Treaty, power: Power) -> tuple[Vice, ...]:
    """Why a power may hold its consent to a treaty in force void, of what it knows."""
    bound = power in treaty.parties or power in treaty.assents
    if not treaty.in_force or not bound or power in treaty.contested:
        return ()
    found = (Vice.COERCION,) if fault_of_finding(state, treaty, power, Vice.COERCION) is None else ()
    return (*found, Vice.FRAUD) if deceits(state, treaty, power) else found


def voidable(state: State) -> Iterator[tuple[TreatyId, Power, tuple[Vice, ...]]]:
    """The consents to treaties in force that one who sees all may find void, claimed so or not, with the grounds."""
    for ident, treaty in sorted(state.treaties.items()):
        for power in sorted(treaty.parties | treaty.assents) if treaty.in_force else ():
            if grounds := tuple(vice for vice in Vice if fault_of_finding(state, treaty, power, vice) is None):
                yield ident, power, grounds


def fault_of_finding(state: State, treaty: Treaty, power: Power, ground: Vice) -> Fault | None:
    """What keeps one who sees all from finding a consent to a treaty in force void.

    A deceit is found once all who read the treaty know of the secret one: else the finding would betray it, or who has learned of it.
    """
    match ground:
        case Vice.COERCION:
            valid = state.setting.law.coercion is Coercion.VALID
            return Fault(code="coercion_valid") if valid else fault_of_coercion(treaty, power)
        case Vice.FRAUD:
            if power not in treaty.parties | treaty.assents:
                return Fault(code="not_bound_by_it", word=power)
            hidden = (state.treaties[found.other.treaty] for found in deceits(state, treaty, power))
            return None if any(known_to_the_same(other, treaty) for other in hidden) else Fault(code="deceit_not_open", word=power)
        case _:
            assert_never(ground)


def deceits(state: State, treaty: Treaty, power: Power) -> tuple[Conflict, ...]:
    """The promises to a power that another party could not keep, because of a secret treaty that it had concluded before the power
    consented to be bound, by ratification or confirmation where these were needed (VCLT 49).

    Found once the power has learned of that treaty; nothing where the newer text overrides it between all who made it (VCLT 30(3)).
    """
    signature = treaty.signatures.get(power)
    if power not in treaty.parties or signature is None:
        return ()
    hidden = {
        t.id for t in state.texts_before(power).values() if _was_hidden(state, t, power, signature.consented) and makers(t) & treaty.parties
    }
    if not hidden:
        return ()
    return tuple(
        found
        for found in conflicts(as_known(state, power), treaty)
        if found.other.treaty in hidden
        and (found.new.duty.debtor, found.new.duty.creditor) == (found.power, power)
        and found.prevails is not Prevails.NEWER
    )


def deceivers(state: State, treaty: Treaty, power: Power) -> Iterator[Power]:
    """Those who promised a power in a treaty what they had promised others in secret not to do, each once."""
    yield from dict.fromkeys(found.power for found in deceits(state, treaty, power))


def _was_hidden(state: State, treaty: Treaty, power: Power, consented: int) -> bool:
    """Whether a treaty in force was made in secret by others before the turn in which a power consented to another, and had not come
    before that power by then: who consents knowing of it is not deceived."""
    since = -1 if treaty.since is None else state.turn_order(treaty.since)
    made_before = treaty.in_force and since is not None and since < consented
    copy = state.files.get(power, {}).get(treaty.id)
    learned = [one.disclosed[power] for one in (treaty, copy) if one is not None and power in one.disclosed]
    apart = power not in makers(treaty) and power not in treaty.negotiators
    return made_before and treaty.provisions.secret and apart and min(learned, default=consented) >= consented
