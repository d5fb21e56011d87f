"""Peace: which treaties end a war between two of its belligerents."""

from __future__ import annotations

from collections.abc import Iterator

from engine.duties import Refrain
from engine.happenings import Deed
from engine.names import EVERYBODY, Power, TreatyId
from engine.obligations import obligations_under
from engine.operation import operative
from engine.state import State
from engine.treaty import Treaty


def peaces_due(state: State) -> tuple[tuple[tuple[Power, Power], TreatyId], ...]:
    """The pairs at war that have promised one another since, by a public treaty, to attack each other no more, with that treaty.

    One that bound them when the war broke out has not kept it from breaking out; one that is secret ends none, for peace is seen.
    """
    found = (
        ((one, other), treaty)
        for one in state.powers()
        for other in sorted(state.at_war(one))
        if one < other and (treaty := _reconciling(state, one, other)) is not None
    )
    return tuple(found)


def _reconciling(state: State, one: Power, other: Power) -> TreatyId | None:
    begun = max(war.turn for war in state.wars if war.opposes(one, other))
    for ident, treaty in sorted(state.treaties.items()):
        bound = (state.bound_since(treaty, power) for power in (one, other))
        later = all(since is not None and since > begun for since in bound)
        if (
            later
            and treaty.known_to is EVERYBODY
            and operative(state, treaty)
            and {(one, other), (other, one)} <= set(_spared(state, treaty))
        ):
            return ident
    return None


def _spared(state: State, treaty: Treaty) -> Iterator[tuple[Power, Power]]:
    for owed in obligations_under(state, treaty):
        duty = owed.duty
        if isinstance(duty, Refrain) and Deed.ATTACK in duty.deeds and duty.toward is not None:
            yield duty.debtor, duty.toward
