"""What one power may reckon with of a state that knows more: the basis of every forecast that is made for it."""

from __future__ import annotations

from engine.names import Audience, Power
from engine.state import State, changed


def as_known(state: State, power: Power) -> State:
    """The state with the treaties, drafts, aid, calls upon guarantors and lines of the record that a power knows, and the copies in its files; its orders alone.

    Its own view gives the same, so that nothing computed from the answer depends on what is kept from it.
    """
    files = state.files.get(power, {})
    treaties = state.texts_before(power)
    same = files == {} and tuple(treaties) == tuple(state.treaties)
    record = tuple(line for line in state.record if _knows(power, line.known_to))
    resolutions = {ident: draft for ident, draft in state.resolutions.items() if _knows(power, draft.known_to)}
    return changed(
        state,
        treaties=state.treaties if same else treaties,
        negotiations={ident: kept for ident, kept in state.negotiations.items() if power in kept.known_to},
        record=record,
        appeals=tuple(appeal for appeal in state.appeals if _knows(power, appeal.known_to)),
        announcements=tuple(given for given in state.announcements if _knows(power, given.known_to)),
        resolutions=resolutions,
        aid=tuple(aid for aid in state.aid if _knows(power, aid.known_to)),
        orders={power: state.orders[power]} if power in state.orders else {},
        files={power: files} if files else {},
        plot=None,
    )


def _knows(power: Power, audience: Audience) -> bool:
    return audience is None or power in audience
