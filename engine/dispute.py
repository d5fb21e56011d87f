"""Disputes and the course that they take towards a peaceful settlement, as frozen values (Covenant 12-15; Charter 33)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.measures.recommendation import Procedure
from engine.names import DisputeId, Lang, OrganId, Power, ResolutionId, StakeId, StatuteId

OF_THE_PARTIES = (Procedure.NEGOTIATION,)
"""Procedures in which nobody else takes part."""
BY_A_THIRD = (Procedure.GOOD_OFFICES, Procedure.ENQUIRY, Procedure.MEDIATION, Procedure.CONCILIATION, Procedure.ARBITRATION)
"""Procedures for which a third power is chosen, which must agree."""
BINDING = (Procedure.ARBITRATION, Procedure.JUDICIAL_SETTLEMENT)
"""Procedures that end in an award, binding on those who agreed to submit."""
PROPOSABLE = (*OF_THE_PARTIES, *BY_A_THIRD, Procedure.JUDICIAL_SETTLEMENT)
"""What a party may propose to the other; a regional body is seized as an organ."""


class Stage(StrEnum):
    """What has become of a dispute."""

    OPEN = "open"
    SETTLED = "settled"
    """The parties have agreed."""
    WAR = "war"


class Failing(StrEnum):
    """Why a procedure led to nothing."""

    REFUSED = "refused"
    UNANSWERED = "unanswered"
    FRUITLESS = "fruitless"
    """It ran, and brought no settlement."""


class Force(StrEnum):
    """What a report of an organ comes to."""

    UNANIMOUS = "unanimous"
    """Agreed by all members other than the parties: no war against a party that complies (Covenant 15(6))."""
    MAJORITY = "majority"
    """Agreed by a majority: the members keep their freedom of action (Covenant 15(7))."""
    DOMESTIC = "domestic"
    """The matter is one of domestic jurisdiction: nothing is recommended (Covenant 15(8))."""
    RECOMMENDED = "recommended"
    """Terms that bind nobody (Charter 36, 37)."""
    DECIDED = "decided"
    """Terms that the parties have undertaken beforehand to carry out, as members of an organ whose decisions bind."""


@frozen(kw_only=True)
class Proposal:
    """A procedure proposed by one party, until the other, and the third power where there is one, have answered."""

    by: Power
    procedure: Procedure
    third: Power | None = None
    turn: int
    agreed: frozenset[Power] = frozenset()


@frozen(kw_only=True)
class Running:
    """A procedure that goes on."""

    procedure: Procedure
    third: Power | None = None
    since: int


@frozen(kw_only=True)
class Offer:
    """Terms on the table: that the claim be granted, or that it fall."""

    by: Power
    in_favour: Power
    accepted: frozenset[Power] = frozenset()


@frozen(kw_only=True)
class Fact:
    """What an enquiry found: whose doing it was, or nobody's."""

    by: Power
    responsible: Power | None
    turn: int


@frozen(kw_only=True)
class Award:
    """What arbiters or a court have decided."""

    procedure: Procedure
    by: Power | None
    """The arbiter; None is the Court."""
    in_favour: Power
    turn: int


@frozen(kw_only=True)
class Report:
    """What an organ has reported on the dispute."""

    organ: OrganId
    force: Force
    in_favour: Power | None = None
    """To whom it would give what is in dispute; None where it recommends something else."""
    resolution: ResolutionId | None = None
    turn: int
    accepted: frozenset[Power] = frozenset()
    """The parties that comply with it."""


@frozen(kw_only=True)
class Outbreak:
    """Resort to war by a party, with the article in disregard of which it was; None where it was free to act."""

    by: Power
    article: StatuteId | None
    turn: int


@frozen(kw_only=True)
class Dispute:
    """A quarrel between two powers with everything that has been tried."""

    id: DisputeId
    title: Mapping[Lang, str]
    claimant: Power
    respondent: Power
    over: StakeId | None = None
    """What is claimed, where it is something that can be held."""
    of_right: bool = False
    """Whether it is claimed as a right: what articles mean that speak only of disputes as to rights (Locarno, 16 October 1925)."""
    turn: int
    stage: Stage = Stage.OPEN
    proposal: Proposal | None = None
    running: Running | None = None
    tried: tuple[Procedure, ...] = ()
    """What has ended, in whatever way."""
    terms: Offer | None = None
    """In a view, only if they were put to the viewer too."""
    fact: Fact | None = None
    award: Award | None = None
    report: Report | None = None
    agreed: Power | None = None
    """In whose favour the parties have settled."""
    ended: int | None = None
    """The turn in which they did."""
    outbreak: Outbreak | None = None
    bound: frozenset[Power] = frozenset()
    """Non-members that have accepted for this dispute the duties of members (Covenant 17(1); Charter 35(2))."""
    refusing: frozenset[Power] = frozenset()
    """Non-members that have refused them (Covenant 17(3))."""
    proposed: Mapping[Power, int] = field(factory=dict)
    """The turn in which each last proposed a procedure."""
    offered: Mapping[Power, int] = field(factory=dict)
    """The turn in which each last put terms, as far as the viewer knows."""

    @property
    def parties(self) -> tuple[Power, Power]:
        """The claimant and the respondent."""
        return self.claimant, self.respondent

    def other(self, party: Power) -> Power:
        """The other party."""
        return self.respondent if party == self.claimant else self.claimant

    def awaited(self) -> frozenset[Power]:
        """Those whose answer to the procedure proposed is still to come."""
        if self.proposal is None:
            return frozenset()
        asked = {self.other(self.proposal.by)} | ({self.proposal.third} if self.proposal.third is not None else set())
        return frozenset(asked) - self.proposal.agreed
