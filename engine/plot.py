"""The plot of a scenario: what only the umpire knows, and each delegation's own part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.names import (
    Audience,
    ChoiceId,
    Condition,
    EndingId,
    EventId,
    ItemId,
    Lang,
    ObjectiveId,
    OrganId,
    Power,
    ResolutionId,
    StakeId,
    StatuteId,
    TreatyId,
    TurnId,
)
from engine.orders import Readiness
from engine.profile import Profile
from engine.resolution import Resolution
from engine.setting import Setting, Text
from engine.treaty import Treaty


@frozen(kw_only=True)
class Degree:
    """A degree in which an aim is reached: partial credit for less than the whole."""

    points: int
    """What this part of it is worth."""
    when: Condition
    """When that much is reached, asked at the end."""


@frozen(kw_only=True)
class Objective:
    """What a power wants, in points; each stands alone."""

    text: Text
    """What it is, as its delegation reads it."""
    points: int
    """What it is worth."""
    when: Condition
    """When it is met, asked at the end."""
    partly: tuple[Degree, ...] = ()
    """What is earned short of it: the first part that holds, the best first."""
    secret: bool = False
    """Whether the others learn of it only at the end."""


@frozen(kw_only=True)
class Briefing:
    """What one delegation alone is told."""

    text: Text = field(factory=dict)
    objectives: Mapping[ObjectiveId, Objective] = field(factory=dict)


@frozen(kw_only=True)
class Change:
    """Move tracks by signed amounts: `tension`, `france.support`, `france.trust.poland`."""

    tracks: Mapping[str, int]
    """By track, each change with its sign."""


@frozen(kw_only=True)
class Say:
    """News, to everybody or to some."""

    text: Text
    """The words."""
    to: Audience = None
    """Those who hear it; everybody where it is left out."""


@frozen(kw_only=True)
class Replace:
    """A minister leaves, another arrives."""

    power: Power
    """Whose minister."""
    office: str
    """Which office."""
    by: str
    """Who takes it over."""


@frozen(kw_only=True)
class IssueFullPowers:
    """A delegation receives its full powers: it may bind its power by signature (VCLT 7, 12)."""

    power: Power
    """Whose delegation."""


@frozen(kw_only=True)
class RecallFullPowers:
    """A delegation loses its full powers: it signs only *ad referendum*, and what it has signed stands."""

    power: Power
    """Whose delegation."""


@frozen(kw_only=True)
class SetReadiness:
    """A power's forces are where history had them."""

    power: Power
    """Whose forces."""
    step: Readiness
    """How they stand from now on."""


@frozen(kw_only=True)
class Agenda:
    """The office of an organ brings a matter before it."""

    council: OrganId
    item: ItemId
    title: Text
    article: StatuteId
    parties: tuple[Power, ...] = ()


@frozen(kw_only=True)
class Transfer:
    """A stake changes hands, or stays where it is by right, as the result of a plebiscite or an award: its question is settled."""

    stake: StakeId
    """What is handed over."""
    to: Power
    """Who holds it from now on."""


Effect: TypeAlias = Change | Say | Replace | IssueFullPowers | RecallFullPowers | SetReadiness | Agenda | Transfer


@frozen(kw_only=True)
class Choice:
    """One answer to a scripted event."""

    label: Text
    """What the power asked reads."""
    effects: tuple[Effect, ...] = ()
    """What choosing it does."""


@frozen(kw_only=True)
class ScriptedEvent:
    """Something that happens at the opening of a turn: by the calendar, by a condition, by chance, or by choice."""

    title: Text
    """Its headline."""
    turn: TurnId | None = None
    """Without it: any turn in which `when` first holds."""
    when: Condition | None = None
    """What must hold for it to happen."""
    chance: int = 100
    """In per cent."""
    text: Text = field(factory=dict)
    """The news."""
    asks: Power | None = None
    """The power that must choose."""
    choices: Mapping[ChoiceId, Choice] = field(factory=dict)
    """What it may choose."""
    default: ChoiceId | None = None
    """What is chosen if it does not answer; the first choice, where it is left out."""
    effects: tuple[Effect, ...] = ()
    """What it does at once."""
    known_to: Audience = None
    """Those who learn of it; everybody where it is left out."""
    source: str = ""
    """Where the history comes from."""


@frozen(kw_only=True)
class Draft:
    """A text that some powers have in their files from a turn on, and may table."""

    treaty: Treaty
    held_by: frozenset[Power]
    from_turn: TurnId | None = None


@frozen(kw_only=True)
class FiledResolution:
    """A draft resolution that some powers have in their files from a turn on, and may table."""

    resolution: Resolution
    held_by: frozenset[Power]
    from_turn: TurnId | None = None


@frozen(kw_only=True)
class Ending:
    """What closes the scenario, first match first."""

    title: Text
    """What it is called."""
    when: Condition
    """When the game ends so."""
    text: Text = field(factory=dict)
    """What the players then read."""


@frozen(kw_only=True)
class Plot:
    """What only the umpire knows: chance, scripted events, drafts, secret aims, endings, the scripted powers' minds."""

    seed: int
    briefings: Mapping[Power, Briefing] = field(factory=dict)
    events: Mapping[EventId, ScriptedEvent] = field(factory=dict)
    drafts: Mapping[TreatyId, Draft] = field(factory=dict)
    treaties: Mapping[TreatyId, Treaty] = field(factory=dict)
    """In force at the opening, secret ones among them."""
    resolutions: Mapping[ResolutionId, FiledResolution] = field(factory=dict)
    endings: Mapping[EndingId, Ending] = field(factory=dict)
    profiles: Mapping[Power, Profile] = field(factory=dict)


@frozen(kw_only=True)
class Scenario:
    """A scenario, whole: what `scenarios` reads and `engine.found` opens a game from; its plot's seed is the default one."""

    setting: Setting
    plot: Plot
    text: str = ""
    """The author's own text, kept with the journal."""
    translations: Mapping[Lang, Mapping[str, str]] = field(factory=dict)
    """By language and path, the words of the translations that were read with the text; kept with it."""
