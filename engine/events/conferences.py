"""Conferences by invitation, and what is put to them."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.conference import Conference, Motion
from engine.known import Known
from engine.names import ConferenceId, Power, TreatyId
from engine.voting import Ballot, Verdict


@frozen(kw_only=True)
class ConferenceConvened(Known):
    """Invitations went out."""

    conference: Conference


@frozen(kw_only=True)
class InvitationAnswered(Known):
    """A power came, or declined."""

    conference: ConferenceId
    power: Power
    attend: bool


@frozen(kw_only=True)
class QuestionPut(Known):
    """Those at the table are asked to adopt a text."""

    conference: ConferenceId
    motion: Motion


@frozen(kw_only=True)
class VoteCast(Known):
    """A power has voted; how is told in `BallotSealed` to itself alone."""

    conference: ConferenceId
    power: Power


@frozen(kw_only=True)
class BallotSealed(Known):
    """How a power voted."""

    conference: ConferenceId
    power: Power
    ballot: Ballot


@frozen(kw_only=True)
class QuestionDecided(Known):
    """The vote is counted and explained."""

    conference: ConferenceId
    treaty: TreatyId
    verdict: Verdict


ConferenceEvent: TypeAlias = ConferenceConvened | InvitationAnswered | QuestionPut | VoteCast | BallotSealed | QuestionDecided
"""What happens to a conference."""
