"""What is entered beside the situation: conduct and defeats of a purpose, votes of inhabitants, what is awaited, built, announced and called for."""

from __future__ import annotations

from attrs import frozen

from engine.duties import Duty
from engine.names import (
    EVERYBODY,
    ArticleId,
    Audience,
    Power,
    TreatyId,
)


@frozen(kw_only=True)
class Conduct:
    """One line of a power's record: a promise kept or broken, in the turn it happened."""

    turn: int
    treaty: TreatyId
    article: ArticleId
    duty: Duty
    kept: bool
    known_to: Audience = EVERYBODY
    """Those who know of it: nobody else may act upon it."""
    regarding: TreatyId | None = None
    """The other treaty by which the promise was kept or broken: one of which notice was owed, one that recognises otherwise."""
    called: int | None = None
    """The turn of the call upon guarantors that it answers, or leaves unanswered."""
    protests: frozenset[tuple[TreatyId, Power]] = frozenset()
    """Those who have protested since, each with the treaty to which it pointed."""

    @property
    def debtor(self) -> Power:
        """Whose promise it was."""
        return self.duty.debtor

    @property
    def creditor(self) -> Power:
        """To whom it was owed."""
        return self.duty.creditor


@frozen(kw_only=True)
class Defeat:
    """What a signatory has done that defeats the object and purpose of a treaty before it binds (VCLT 18), and what that treaty would ask."""

    turn: int
    treaty: TreatyId
    article: ArticleId
    duty: Duty
    known_to: Audience = EVERYBODY
    protests: frozenset[Power] = frozenset()
    """Those who have protested since."""


@frozen
class Vote:
    """What a plebiscite has decided: for whom, and in which turn that became known."""

    winner: Power
    turn: int


@frozen(kw_only=True)
class Contingent:
    """Divisions promised for a war that have come in part, and by the close of which turn the others are to be there."""

    since: int
    due: int
    treaty: TreatyId
    article: ArticleId
    duty: Duty
    foe: Power


@frozen(kw_only=True)
class Summons:
    """A call of the casus foederis in a war that is on: by the close of which turn aid is to be given."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty
    foe: Power
    due: int


@frozen
class Stock:
    """How much of a class of arms a power has, since it last built or scrapped some."""

    number: int
    since: int


@frozen(kw_only=True)
class Announcement:
    """Notice that a power has given of what it is about to do."""

    turn: int
    treaty: TreatyId
    article: ArticleId
    duty: Duty
    known_to: Audience = EVERYBODY


@frozen(kw_only=True)
class Appeal:
    """A call upon guarantors by the power to whose injury a promise was broken."""

    turn: int
    by: Power
    against: Power
    """Whoever broke it."""
    guarantee: TreatyId
    """The treaty under which the guarantors are called."""
    treaty: TreatyId
    article: ArticleId
    """What was broken."""
    known_to: Audience = EVERYBODY
