"""Conferences by invitation: who sits is itself the question, and only what all at the table accept is adopted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.names import ConferenceId, Lang, Power, TreatyId


class Ballot(StrEnum):
    """One vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


@frozen(kw_only=True)
class Question:
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
class Verdict:
    """The result of a vote with its reason."""

    carried: bool
    rule: str
    against: tuple[Power, ...] = ()
    abstaining: tuple[Power, ...] = ()
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
    question: Question | None = None
    verdict: Verdict | None = None
