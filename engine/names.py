"""The names of things: one type for each, so that no two are confused."""

import re
from enum import StrEnum
from functools import cache
from typing import NewType, TypeAlias

Power = NewType("Power", str)
"""A state at the table, by its key in the scenario."""

StakeId = NewType("StakeId", str)
RegionId = NewType("RegionId", str)
"""A group of powers of which treaties speak as one: `europe` for `a European Power`."""

TreatyId = NewType("TreatyId", str)
"""A scenario's key, or `power.slug` for a text that a power drafts: never a counter, which would betray unseen texts."""

ArticleId = NewType("ArticleId", str)
BodyId = NewType("BodyId", str)
"""A council, an assembly, a conference as an institution, by its key in `engine.voting.bodies` or in the scenario."""

SeatClass = NewType("SeatClass", str)
"""A class of seats that a voting rule tells apart: `permanent`, `elected`, `council`, `guarantor`."""

TurnId = NewType("TurnId", str)
TrackId = NewType("TrackId", str)
EventId = NewType("EventId", str)
ChoiceId = NewType("ChoiceId", str)
ObjectiveId = NewType("ObjectiveId", str)
EndingId = NewType("EndingId", str)
OrganId = NewType("OrganId", str)
ConferenceId = NewType("ConferenceId", OrganId)
"""A conference is an organ, made by whoever calls it."""

ItemId = NewType("ItemId", str)
"""A scenario's key, or `power.slug` for a matter that a power brings before an organ."""

ResolutionId = NewType("ResolutionId", str)
ParagraphId = NewType("ParagraphId", ArticleId)
"""A paragraph is cited as an article is."""

AmendmentId = NewType("AmendmentId", str)
DisputeId = NewType("DisputeId", str)
StatuteId = NewType("StatuteId", str)
"""An article of an organ's statute: `covenant_15`, `charter_41`."""

Lang = NewType("Lang", str)
UNDETERMINED = Lang("und")
"""The language key of words that a player typed: printed as they are for every reader."""
Condition = NewType("Condition", str)
"""The source of a condition, typed when the scenario is read and compiled by `engine.conditions`."""


def conference_id(name: str) -> ConferenceId:
    """The name of a conference."""
    return ConferenceId(OrganId(name))


def paragraph_id(name: str) -> ParagraphId:
    """The name of a paragraph."""
    return ParagraphId(ArticleId(name))


class Onlooker(StrEnum):
    """Those who watch without playing."""

    OBSERVER = "@observer"
    FACILITATOR = "@facilitator"


Viewer: TypeAlias = Power | Onlooker
"""Whoever folds a stream of news: a power, the public gallery, or the facilitator who sees all."""

Audience: TypeAlias = frozenset[Power] | None
"""Those who may know a fact; None is everybody. The facilitator always may."""

EVERYBODY: Audience = None
NOBODY: Audience = frozenset()


def kind(cls: type) -> str:
    """The word that stands for a class: `TreatySigned` is `treaty_signed`."""
    return _snake(cls.__name__)


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


_CONTROL = re.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


def is_printable(words: str) -> bool:
    """Whether words hold no control character but the line feed, and no half of a character: one could steer a reader's terminal, turn
    the words round, or keep the game from being written down."""
    return _CONTROL.search(words) is None
