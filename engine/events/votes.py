"""A question put to the vote, the ballots, and the count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.known import Known
from engine.names import OrganId, Power
from engine.sitting import Poll
from engine.voting import Ballot, Verdict


@frozen(kw_only=True)
class PollOpened(Known):
    """A question is put to the vote."""

    organ: OrganId
    poll: Poll


@frozen(kw_only=True)
class BallotGiven(Known):
    """A power has voted; how is told in `BallotEntered`, to itself alone unless the roll is called."""

    organ: OrganId
    power: Power


@frozen(kw_only=True)
class BallotEntered(Known):
    """How a power voted, and why if it says so."""

    organ: OrganId
    power: Power
    ballot: Ballot
    explanation: str = ""


@frozen(kw_only=True)
class PollDecided(Known):
    """The vote is counted and explained."""

    organ: OrganId
    poll: Poll
    """Without its ballots: the verdict has those."""
    verdict: Verdict
    explanations: Mapping[Power, str] = field(factory=dict)


VoteEvent: TypeAlias = PollOpened | BallotGiven | BallotEntered | PollDecided
"""How a question is voted on."""
