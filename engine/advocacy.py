"""What a power does before all against another, short of trade and arms: it protests, goes to an organ, votes; and what it does that is more."""

from __future__ import annotations

from engine.names import EVERYBODY, Audience, Power
from engine.orders import Readiness
from engine.organ import ItemStage
from engine.postures import PostureKind
from engine.record import Conduct
from engine.state import State


def is_known(line: Conduct, readers: Audience) -> bool:
    """Whether all these know of what stands on a power's record."""
    return line.known_to is None or (readers is not None and readers <= line.known_to)


def threatens(state: State, power: Power, foe: Power, since: int) -> bool:
    """Whether a power fights another, has given it an ultimatum, blockades it, or has called up its forces since a turn."""
    if foe in state.at_war(power) or (power, foe) in state.ultimatums:
        return True
    mobilised = state.readiness[power] >= Readiness.PARTIAL and state.mobilised.get(power, -1) >= since
    return mobilised or any((p.kind, p.by, p.toward) == (PostureKind.BLOCKADING, power, foe) for p in state.postures)


def protests(state: State, power: Power, foe: Power, since: int, readers: Audience) -> bool:
    """Whether a power has protested, to the knowledge of all these, against what another has broken since a turn."""
    lines = (line for line in state.record if line.debtor == foe and line.turn >= since and is_known(line, readers))
    return any(by == power for line in lines for _, by in line.protests)


def appeals(state: State, power: Power, foe: Power, since: int) -> bool:
    """Whether a power has gone to an organ over another since a turn, put its name to a draft directed against it, or voted for one.

    Only what everybody can see counts: at a closed table nobody is supported in the open.
    """
    matters = (item for organ in state.organs.values() for item in organ.agenda.values() if item.stage is not ItemStage.REFUSED)
    if any(item.by == power and item.turn >= since and foe in item.parties for item in matters):
        return True
    drafts = (draft for draft in state.resolutions.values() if draft.known_to is EVERYBODY and foe in draft.accused())
    return any(
        (power in draft.sponsors and draft.turn >= since) or (power in draft.favouring and draft.voted is not None and draft.voted >= since)
        for draft in drafts
    )
