"""What a seat may ask of an organ, in the imperative; `engine.commands` takes them into its closed union."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.names import AmendmentId, ItemId, Lang, OrganId, ParagraphId, Power, ResolutionId, StatuteId
from engine.resolution import Change, Paragraph
from engine.sitting import Subject
from engine.voting import Ballot


@frozen(kw_only=True)
class Seize:
    """Bring a matter before an organ on an article of its statute; its id is `power.slug`.

    A power that is no member must accept for the dispute the duties of one (Covenant 17; Charter 35(2)).
    """

    item: ItemId
    organ: OrganId
    article: StatuteId
    title: Mapping[Lang, str]
    parties: frozenset[Power] = frozenset()
    accepting: bool = False


@frozen(kw_only=True)
class Contest:
    """Oppose that a matter come on the agenda: it is then voted on."""

    organ: OrganId
    item: ItemId


@frozen(kw_only=True)
class KeepAway:
    """Keep away from an organ's table, or come back to it."""

    organ: OrganId
    away: bool


@frozen(kw_only=True)
class GiveNotice:
    """Give notice of leaving the organisation (Covenant 1(3))."""

    organ: OrganId


@frozen(kw_only=True)
class TableResolution:
    """Table a draft resolution under a matter; its id is `power.slug`."""

    resolution: ResolutionId
    organ: OrganId
    item: ItemId
    article: StatuteId
    title: Mapping[Lang, str]
    preamble: Mapping[Lang, str] = field(factory=dict)
    paragraphs: tuple[Paragraph, ...]


@frozen(kw_only=True)
class Introduce:
    """Table a draft resolution that one has in one's files."""

    resolution: ResolutionId
    item: ItemId


@frozen(kw_only=True)
class Sponsor:
    """Put one's name to a draft beside its author's."""

    resolution: ResolutionId


@frozen(kw_only=True)
class MoveAmendment:
    """Propose to change a draft; the amendment's id is `power.slug`."""

    resolution: ResolutionId
    amendment: AmendmentId
    changes: tuple[Change, ...]


@frozen(kw_only=True)
class TakeIn:
    """Accept an amendment as the draft's author: it becomes part of the text without a vote."""

    resolution: ResolutionId
    amendment: AmendmentId


@frozen(kw_only=True)
class WithdrawResolution:
    """Withdraw one's draft before it is voted on."""

    resolution: ResolutionId


@frozen(kw_only=True)
class AskSeparateVote:
    """Ask that a paragraph be voted on apart."""

    resolution: ResolutionId
    paragraph: ParagraphId


@frozen(kw_only=True)
class Speak:
    """Make a statement in the debate."""

    organ: OrganId
    text: str


@frozen(kw_only=True)
class Move:
    """Move a motion of procedure from the floor; it is voted on at once."""

    organ: OrganId
    subject: Subject
    power: Power | None = None
    """Whom to invite."""
    resolution: ResolutionId | None = None
    """Which draft is said to be procedural."""


@frozen(kw_only=True)
class Yield:
    """Say that one has nothing to add to the debate."""

    organ: OrganId


@frozen(kw_only=True)
class GiveRuling:
    """The president's: rule whether a draft is procedural."""

    organ: OrganId
    procedural: bool


@frozen(kw_only=True)
class AnswerRuling:
    """Challenge the president's ruling, or let it stand."""

    organ: OrganId
    challenge: bool


@frozen(kw_only=True)
class CastBallot:
    """Vote on the question before an organ, with an explanation of vote if one likes."""

    organ: OrganId
    ballot: Ballot
    explanation: str = ""


CouncilCommand: TypeAlias = (
    Seize
    | Contest
    | KeepAway
    | GiveNotice
    | TableResolution
    | Introduce
    | Sponsor
    | MoveAmendment
    | TakeIn
    | WithdrawResolution
    | AskSeparateVote
    | Speak
    | Move
    | Yield
    | GiveRuling
    | AnswerRuling
    | CastBallot
)
