"""Organs: who belongs to them, who sits, who presides, and what is on their agenda, as frozen values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.names import ArticleId, DisputeId, ItemId, Lang, OrganId, Power, SeatClass, StatuteId, TreatyId, TurnId
from engine.voting import Matter, Rule

PERMANENT, ELECTED, ORDINARY = (SeatClass(c) for c in ("permanent", "elected", "ordinary"))
"""By what right a power sits; ordinary as every member does, in a body without privileged seats."""


class Presidency(StrEnum):
    """Who takes the chair."""

    ROTATING = "rotating"
    """Another member each session, in the organ's order."""
    FIXED = "fixed"
    """The first of the order that is at the table."""
    NONE = "none"
    """Nobody: what is contested goes to the vote at once."""


class Hospitality(StrEnum):
    """How a power that has no seat, but an interest in the matter, comes to the table."""

    AS_MEMBER = "as_member"
    """With a vote (Covenant 4(5))."""
    WITHOUT_VOTE = "without_vote"
    """With a voice (Charter 31, 32)."""
    NOT = "not"


@frozen(kw_only=True)
class OrganSheet:
    """An organ as a scenario describes it; what it leaves out is as its type has it."""

    name: Mapping[Lang, str]
    type: str
    organisation: OrganId | None = None
    """The organ whose membership it shares: the Assembly has that of the League's Council."""
    members: tuple[Power, ...] = ()
    """The members of the organisation, where they are more than those who sit."""
    permanent: tuple[Power, ...] = ()
    elected: tuple[Power, ...] = ()
    terms: Mapping[Power, TurnId] = field(factory=dict)
    """The last turn in which an elected member sits."""
    meets: tuple[TurnId, ...] = ()
    """The turns in which it sits; empty is every turn."""
    presidency: Presidency | None = None
    order: tuple[Power, ...] = ()
    """In which the chair goes round, and the roll is called; empty is the order of the scenario."""
    competence: tuple[StatuteId, ...] = ()
    reading: str = ""
    """On which of the contested readings of its law it votes."""
    rules: Mapping[Matter, Rule] = field(factory=dict)
    """Other rules of voting than its type has."""
    private: bool = False
    """Drafts and debates are for those at the table alone."""
    roll_call: bool = False
    """Votes are given aloud, one after the other."""


@frozen(kw_only=True)
class Seat:
    """A place at the table."""

    by: SeatClass
    until: TurnId | None = None


class ItemStage(StrEnum):
    """What has become of a matter."""

    RAISED = "raised"
    """Brought before the organ; not yet on its agenda."""
    INSCRIBED = "inscribed"
    REFUSED = "refused"
    CLOSED = "closed"


class Agreed(StrEnum):
    """By what vote a conference decides, who is asked to its table included."""

    BY_ALL = "by_all"
    """Everybody at the table votes for (VCLT 9(1))."""
    BY_CONSENSUS = "by_consensus"
    """Nobody at the table objects."""
    BY_TWO_THIRDS = "by_two_thirds"
    """Of those who vote for or against (VCLT 9(2))."""


@frozen(kw_only=True)
class Call:
    """How a conference was called, and who has answered; those who have come have its seats."""

    host: Power
    turn: int
    """In which it meets."""
    invited: frozenset[Power]
    declined: frozenset[Power] = frozenset()
    """They stay away: no rule waits for them, and nothing is adopted that they would have to sign."""


@frozen(kw_only=True)
class Instrument:
    """The article in force by which a treaty constitutes an organ (VCLT 5)."""

    treaty: TreatyId
    article: ArticleId

    @property
    def organ(self) -> OrganId:
        """The organ that it constitutes."""
        return created_by(self.treaty, self.article)


def created_by(treaty: str, article: str) -> OrganId:
    """The organ that an article creates, by a name that no power can give to another."""
    return OrganId(f"{treaty}.{article}")


@frozen(kw_only=True)
class Motion:
    """A version of a treaty that a conference is asked to adopt; that it was put is public, what it says is not."""

    treaty: TreatyId
    version: int
    by: Power


@frozen(kw_only=True)
class Item:
    """A matter before an organ."""

    id: ItemId
    organ: OrganId
    title: Mapping[Lang, str]
    by: Power | None
    """Who seized the organ; None is its secretary-general."""
    article: StatuteId
    """On which it is seized."""
    parties: frozenset[Power] = frozenset()
    dispute: DisputeId | None = None
    turn: int
    stage: ItemStage = ItemStage.RAISED
    contested_by: frozenset[Power] = frozenset()
    """Those who would not have it on the agenda: without them it comes there unopposed."""
    sat: int | None = None
    """The turn of its last sitting."""
    invited: frozenset[Power] = frozenset()
    """Those without a seat who were asked to the table for it."""
    motion: Motion | None = None
    """The text that a conference is asked to adopt."""


@frozen(kw_only=True)
class Organ:
    """An organ in play."""

    id: OrganId
    name: Mapping[Lang, str]
    type: str
    organisation: OrganId
    seats: Mapping[Power, Seat]
    meets: tuple[TurnId, ...] = ()
    presidency: Presidency = Presidency.ROTATING
    order: tuple[Power, ...] = ()
    competence: tuple[StatuteId, ...] = ()
    hospitality: Hospitality = Hospitality.WITHOUT_VOTE
    reading: str = ""
    rules: Mapping[Matter, Rule] = field(factory=dict)
    private: bool = False
    roll_call: bool = False
    parent: OrganId | None = None
    """The organ that established it."""
    call: Call | None = None
    """How it was called, where it is a conference of one turn."""
    instrument: Instrument | None = None
    """What it rests on, where a treaty in force has created it: it lives and ends with that."""
    agenda: Mapping[ItemId, Item] = field(factory=dict)
    away: frozenset[Power] = frozenset()
    """Members who keep away from its table."""

    @property
    def expected(self) -> frozenset[Power]:
        """Those invited to a conference who have not answered."""
        return self.call.invited - frozenset(self.seats) - self.call.declined if self.call is not None else frozenset()

    def sitting_by(self, right: SeatClass) -> frozenset[Power]:
        """Those who sit by a right."""
        return frozenset(p for p, seat in self.seats.items() if seat.by == right)


@frozen(kw_only=True)
class Membership:
    """Who belongs to an organisation, and who has given notice of leaving it."""

    members: frozenset[Power]
    leaving: Mapping[Power, dt.date] = field(factory=dict)
    """The day on which the notice has run (Covenant 1(3))."""
