"""Conferences by invitation: who sits is itself the question, and only what all at the table accept is adopted."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from engine.names import ConferenceId, Lang, Power, TreatyId
from engine.voting import Ballot, Verdict


@frozen(kw_only=True)
class Motion:
    """A text put to the vote of those at the table; that it was put is public, what it says is not."""

    treaty: TreatyId
    version: int
    by: Power
    voters: frozenset[Power]
    """Those at the table when it was put: who comes later has no vote on it."""
    cast: frozenset[Power] = frozenset()
    """Who has voted; how is known to each alone until all have."""
    ballots: Mapping[Power, Ballot] = field(factory=dict)


@frozen(kw_only=True)
class Conference:
    """A conference in the turn of its invitation and after."""

    id: ConferenceId
    title: Mapping[Lang, str]
    host: Power
    turn: int
    invited: frozenset[Power]
    attending: frozenset[Power]
    declined: frozenset[Power] = frozenset()
    motion: Motion | None = None
    verdict: Verdict | None = None
