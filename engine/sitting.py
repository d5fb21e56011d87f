"""A sitting of an organ on one matter, step by step, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.names import AmendmentId, ItemId, OrganId, ParagraphId, Power, ResolutionId
from engine.organ import Motion
from engine.voting import Ballot, Matter


class Step(StrEnum):
    """What a sitting waits for."""

    DEBATE = "debate"
    """Statements and motions, until nobody has anything to add."""
    RULING = "ruling"
    """The president's word on whether a draft is procedural."""
    CHALLENGE = "challenge"
    """Whether anybody would overrule the president."""
    VOTE = "vote"
    INVITATION = "invitation"
    """Whether a power asked to the table of a conference comes."""


class Subject(StrEnum):
    """What a vote is on."""

    INSCRIPTION = "inscription"
    """Whether the matter comes on the agenda."""
    INVITATION = "invitation"
    SUSPENSION = "suspension"
    """The matter waits for the next session."""
    ADJOURNMENT = "adjournment"
    """The matter is taken off the agenda, and its drafts lapse."""
    CLOSURE = "closure"
    """Of the debate: the votes come at once."""
    INCOMPETENCE = "incompetence"
    """That the organ is not competent (Covenant 15(8); Charter 2(7))."""
    NATURE = "nature"
    """Whether a draft is procedural: the preliminary question."""
    RULING = "ruling"
    """Whether the president's ruling is overruled."""
    AMENDMENT = "amendment"
    PARAGRAPH = "paragraph"
    """Whether a paragraph voted on apart is kept."""
    DRAFT = "draft"
    TEXT = "text"
    """Whether a conference adopts a version of a treaty."""


MOTIONS = (Subject.SUSPENSION, Subject.ADJOURNMENT, Subject.CLOSURE, Subject.INCOMPETENCE, Subject.INVITATION, Subject.NATURE)
"""What may be moved from the floor, in the order of their precedence but the last two."""


@frozen(kw_only=True)
class Poll:
    """A question put to the vote."""

    subject: Subject
    matter: Matter
    item: ItemId
    by: Power | None = None
    """Who moved it."""
    power: Power | None = None
    """Whom it is proposed to invite."""
    resolution: ResolutionId | None = None
    amendment: AmendmentId | None = None
    paragraph: ParagraphId | None = None
    motion: Motion | None = None
    procedural: bool = False
    """The president's ruling, where that is the question."""
    voters: tuple[Power, ...] = ()
    """In the order of the roll."""
    cast: frozenset[Power] = frozenset()
    """Who has voted; how is known to each alone until all have, unless the roll is called."""
    ballots: Mapping[Power, Ballot] = field(factory=dict)
    explanations: Mapping[Power, str] = field(factory=dict)

    @property
    def sealed(self) -> frozenset[Power]:
        """Those who have voted in a way that this state does not know."""
        return self.cast - frozenset(self.ballots)


@frozen(kw_only=True)
class Sitting:
    """One organ on one matter, at one step."""

    organ: OrganId
    item: ItemId
    turn: int
    president: Power | None
    members: tuple[Power, ...]
    """Those with a vote, in the order of the roll, the absent among them."""
    guests: frozenset[Power] = frozenset()
    """Those at the table without a vote."""
    absent: frozenset[Power] = frozenset()
    step: Step = Step.DEBATE
    yielded: frozenset[Power] = frozenset()
    """Those who have nothing to add to the debate."""
    acquiescing: frozenset[Power] = frozenset()
    """Those who let the president's ruling stand."""
    ruling: bool | None = None
    """What the president has ruled, while it may be challenged."""
    question: ResolutionId | None = None
    """The draft on whose nature there is to be a ruling."""
    guest: Power | None = None
    """Who is asked to the table and has yet to answer."""
    spoken: Mapping[Power, int] = field(factory=dict)
    motions: Mapping[Power, int] = field(factory=dict)
    poll: Poll | None = None
    contested: tuple[ResolutionId, ...] = ()
    """Drafts of which it was moved that they are procedural, in that order."""
    procedural: Mapping[ResolutionId, bool] = field(factory=dict)
    """What was settled about the nature of drafts."""
    debated: bool = False
    """The debate is closed."""

    @property
    def present(self) -> tuple[Power, ...]:
        """Those who can vote, in the order of the roll."""
        return tuple(p for p in self.members if p not in self.absent)

    @property
    def at_table(self) -> tuple[Power, ...]:
        """All who may speak."""
        return (*self.present, *sorted(self.guests))

    @property
    def may_challenge(self) -> tuple[Power, ...]:
        """Those who may still challenge the president's ruling."""
        return tuple(p for p in self.present if p != self.president and p not in self.acquiescing)
