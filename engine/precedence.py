"""Which of two obligations comes first where both cannot be kept: the Charter, the Covenant, then what came before (VCLT 30)."""

from __future__ import annotations

from enum import IntEnum

from engine.engagements import CHARTER, COVENANT, members_under
from engine.names import ParagraphId, ResolutionId
from engine.obligations import Obligation
from engine.resolution import StandingMeasure
from engine.roll import members_of
from engine.state import State
from engine.voting.bodies import Effect


class Rank(IntEnum):
    """From what yields to what prevails."""

    AGREED = 0
    """A treaty like any other, an agreement reached in an organ, a recommendation that somebody has made its own."""
    COVENANT = 1
    """What a member of the League applies under the Covenant, towards other members (Covenant 20(1))."""
    CHARTER = 2
    """A decision of the Security Council under the Charter (Charter 25, 103)."""


STATUTES = {COVENANT: Rank.COVENANT, CHARTER: Rank.CHARTER}
"""Where a statute itself is the source."""
BEFORE_ALL = -1
"""The age of what is in force at the opening."""


def rank(state: State, owed: Obligation) -> Rank:
    """How high an obligation stands, whatever its age."""
    if owed.treaty in STATUTES:
        return STATUTES[owed.treaty]
    standing = measure_of(state, owed)
    organ = state.organs.get(standing.organ) if standing is not None else None
    if standing is None or organ is None:
        return Rank.AGREED
    if organ.type.startswith("security_council") and standing.effect is Effect.DECISION:
        return Rank.CHARTER
    binds = standing.effect in (Effect.DECLARATION, Effect.DECISION)
    members = members_of(state, organ)
    if organ.type.startswith("league_") and binds and {owed.duty.debtor, owed.duty.creditor} <= members:
        return Rank.COVENANT
    return Rank.AGREED


def rank_over(state: State, one: Obligation, other: Obligation) -> Rank:
    """How high an obligation stands against another: the Covenant sets aside only what members owe one another (Covenant 20(1))."""
    found = rank(state, one)
    if found is not Rank.COVENANT:
        return found
    return found if {other.duty.debtor, other.duty.creditor} <= members_under(state, "league") else Rank.AGREED


def measure_of(state: State, owed: Obligation) -> StandingMeasure | None:
    """The measure in force under which something is owed, None if it is a treaty."""
    return state.measures.get((ResolutionId(owed.treaty), ParagraphId(owed.article.id)))


def age(state: State, owed: Obligation) -> int:
    """The turn since which the source of an obligation is in force; what is in force at the opening comes before all."""
    standing = measure_of(state, owed)
    if standing is not None:
        return standing.since
    treaty = state.treaties.get(owed.treaty)
    if treaty is None:
        # A settlement or an award comes after whatever is on paper already.
        return state.turn
    since = treaty.since
    return BEFORE_ALL if since is None else state.turn_order(since) or 0


def _is_older(state: State, one: Obligation, other: Obligation) -> bool:
    """Whether the one was there before the other; of what is in force at the opening, as far as it is said when it was concluded."""
    if age(state, one) != age(state, other):
        return age(state, one) < age(state, other)
    treaties = state.treaties.get(one.treaty), state.treaties.get(other.treaty)
    dates = tuple(None if treaty is None else treaty.concluded for treaty in treaties)
    return dates[0] is not None and dates[1] is not None and dates[0] < dates[1]


def is_under_covenant(state: State, owed: Obligation) -> bool:
    """Whether a member of the League owes it by the Covenant, towards whomever."""
    standing = measure_of(state, owed)
    organ = state.organs.get(standing.organ) if standing is not None else None
    if standing is None or organ is None:
        return owed.treaty == COVENANT
    binds = standing.effect in (Effect.DECLARATION, Effect.DECISION)
    return binds and organ.type.startswith("league_") and owed.duty.debtor in members_of(state, organ)


def comes_before(state: State, one: Obligation, other: Obligation) -> bool:
    """Whether the other yields to the one: to a higher rank; to the Covenant or to what is older, where the other's text says so; to what
    is newer, where all its own parties have made that too (VCLT 30(2), 30(3))."""
    higher, lower = rank_over(state, one, other), rank_over(state, other, one)
    if higher is not lower:
        return higher > lower
    treaty = state.treaties.get(other.treaty)
    if treaty is None:
        return False
    if treaty.provisions.covenant and is_under_covenant(state, one):
        return True
    if _is_older(state, one, other):
        return treaty.provisions.prior_obligations
    if not _is_older(state, other, one):
        return False
    newer = state.treaties.get(one.treaty)
    supersedes = newer is not None and not newer.provisions.prior_obligations
    return newer is not None and supersedes and treaty.parties | treaty.assents <= newer.parties | newer.assents
