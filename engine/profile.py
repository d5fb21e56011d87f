"""How a scripted power thinks: the author's short form of `engine.ai`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.crisis import Demand, Stance
from engine.names import (
    ArticleId,
    ChoiceId,
    Condition,
    ConferenceId,
    EventId,
    ItemId,
    Lang,
    OrganId,
    Power,
    ResolutionId,
    StatuteId,
    TreatyId,
    TurnId,
)
from engine.orders import Order
from engine.organ import Agreed
from engine.voting import Ballot


class Style(StrEnum):
    """A preset of temperament."""

    SPOILER = "spoiler"
    BALANCER = "balancer"
    GUARANTOR = "guarantor"
    CLIENT = "client"
    MEDIATOR = "mediator"


class Leaning(StrEnum):
    """What a power may do of its own accord, by no rule of its script."""

    LEAK = "leak"
    """Let the press have a text that would cost it dear."""
    COVERT_AID = "covert_aid"
    """Arm in the dark whoever holds what its aims hang on."""
    BLOCKADE = "blockade"
    """Shut in by sea whoever threatens what its aims hang on."""
    CONFERENCE = "conference"
    """Call those together who negotiate a text that is worth it."""


@frozen(kw_only=True)
class Adjust:
    """A change of the walk-away value while a condition holds."""

    when: Condition
    """While this holds."""
    change: int
    """Points, with their sign."""


@frozen(kw_only=True)
class RedLine:
    """What the power never signs, with the article that an answer names."""

    when: Condition
    """While this holds."""
    article: ArticleId | None = None
    """The article that its answer names."""


@frozen(kw_only=True)
class Tables:
    """Show one of the scenario's drafts to those who are to negotiate it."""

    treaty: TreatyId
    """Which draft."""


@frozen(kw_only=True)
class Signs:
    """Initial and sign a text as it stands, whatever its worth."""

    treaty: TreatyId
    """Which treaty."""


@frozen(kw_only=True)
class Assents:
    """Accept as a third state what a treaty asks."""

    treaty: TreatyId
    """Which treaty."""


@frozen(kw_only=True)
class Denounces:
    """Give notice that one leaves a treaty, where it allows that."""

    treaty: TreatyId
    """Which treaty."""


@frozen(kw_only=True)
class Convenes:
    """Invite to a conference."""

    conference: ConferenceId
    """What the conference is called."""
    invited: tuple[Power, ...]
    """Who is invited."""
    title: Mapping[Lang, str] = field(factory=dict)
    """Its title."""
    agreed: Agreed = Agreed.BY_ALL
    """By what vote it decides, and asks others to its table."""


@frozen(kw_only=True)
class PutsToVote:
    """Ask a conference to adopt the latest text of a treaty."""

    conference: ConferenceId
    """Which conference."""
    treaty: TreatyId
    """Which text."""


@frozen(kw_only=True)
class Demands:
    """Issue an ultimatum that expires at the close of the turn named."""

    target: Power
    """Of whom."""
    demand: Demand
    """What."""
    expires: TurnId
    """The turn at whose close it runs out."""


@frozen(kw_only=True)
class Orders:
    """Commit an order in this turn."""

    order: Order
    """Which order."""


@frozen(kw_only=True)
class Chooses:
    """Answer a scripted event."""

    event: EventId
    """Which event."""
    choice: ChoiceId
    """Which of its choices."""


@frozen(kw_only=True)
class Votes:
    """Vote so on a treaty put to a conference."""

    treaty: TreatyId
    """On which treaty."""
    ballot: Ballot
    """How."""


@frozen(kw_only=True)
class Seizes:
    """Bring a matter before an organ."""

    council: OrganId
    item: ItemId
    article: StatuteId
    title: Mapping[Lang, str]
    parties: tuple[Power, ...] = ()


@frozen(kw_only=True)
class Introduces:
    """Table one of the scenario's draft resolutions under a matter."""

    resolution: ResolutionId
    item: ItemId


@frozen(kw_only=True)
class Ballots:
    """Vote so on a draft resolution."""

    resolution: ResolutionId
    ballot: Ballot


@frozen(kw_only=True)
class Stands:
    """Answer a crisis over this target so."""

    target: Power
    """The power that the crisis is about."""
    stance: Stance
    """Where it stands."""


@frozen(kw_only=True)
class Says:
    """Send words to powers, or to the press if none is named."""

    to: tuple[Power, ...] = ()
    """To whom; to the press, where it is left out."""
    text: Mapping[Lang, str]
    """The words."""


Deed = (
    Tables
    | Signs
    | Assents
    | Denounces
    | Convenes
    | PutsToVote
    | Demands
    | Orders
    | Chooses
    | Votes
    | Seizes
    | Introduces
    | Ballots
    | Stands
    | Says
)
"""What a rule of the script does, one key one verb."""


@frozen(kw_only=True)
class Rule:
    """A scripted act: once, when its condition holds, unless the plan is worth more than the rail allows."""

    when: Condition
    """When it applies."""
    then: tuple[Deed, ...]
    """What is done."""
    priority: int = 50
    """Which rule goes first where several apply."""


@frozen(kw_only=True)
class Profile:
    """One scripted power."""

    style: Style = Style.BALANCER
    values: Mapping[ArticleId, int] = field(factory=dict)
    """Points by article, -100 to 100."""
    kinds: Mapping[str, int] = field(factory=dict)
    """Points by kind of article or of paragraph, for those that `values` does not name; of an article, halved for a bystander, reversed for a debtor."""
    walk_away: int = 0
    """What no agreement is worth, in points."""
    adjust: Mapping[str, Adjust] = field(factory=dict)
    """Changes of the walk-away value, each while its condition holds."""
    red_lines: Mapping[str, RedLine] = field(factory=dict)
    """What it never signs."""
    yields_when: Condition | None = None
    """When it gives way to an ultimatum or in a crisis."""
    attacks_when: Condition | None = None
    """When it persists in a crisis that it opened."""
    leanings: Mapping[Leaning, int] = field(factory=dict)
    """Points for or against what it does of its own accord: added to what such an act is worth to its values and aims."""
    rail: int = 50
    """How closely it keeps to its script, from 0 to 100."""
    script: Mapping[str, Rule] = field(factory=dict)
    """What it does by rule, each once."""
