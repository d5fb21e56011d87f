"""The result of a vote with its reason: by what rule and numbers, who blocked, what would have changed it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.names import Power
from engine.voting.ballots import Ballot, Question
from engine.voting.rule import Requirement, Rule


class Cause(StrEnum):
    """Why a question is carried or lost."""

    CARRIED = "carried"
    SHORT = "short"
    """Too few votes in favour."""
    OPPOSED = "opposed"
    """Agreement of all was needed, and some did not agree."""
    OBJECTION = "objection"
    """Consensus was needed, and some objected."""
    VETOED = "vetoed"
    """The votes were enough, and a member with a veto blocked."""


@frozen(kw_only=True)
class Numbers:
    """One requirement in figures."""

    requirement: Requirement
    favour: int
    """Votes in favour that count towards it."""
    basis: int
    """Votes of those of whom it is reckoned."""
    needed: int
    met: bool


@frozen(kw_only=True)
class Verdict:
    """The result of a vote, self-contained: whoever reads it needs neither the body nor its rules."""

    carried: bool
    cause: Cause
    question: Question
    rule: Rule
    ballots: Mapping[Power, Ballot] = field(factory=dict)
    """As cast, in the order of the roll, those that are not counted among them; who was present and silent did not participate."""
    numbers: tuple[Numbers, ...] = ()
    blockers: tuple[Power, ...] = ()
    """Those without whom it could not carry: who vetoed, objected, or withheld an agreement needed of all."""
    excluded: tuple[Power, ...] = ()
    """Members whose votes the rule leaves out of account."""
    bound: tuple[Power, ...] = ()
    """Members whose votes the rule counts as abstentions."""
    absent: tuple[Power, ...] = ()
    change: Mapping[Power, Ballot] = field(factory=dict)
    """Other votes that would have given the other result, none of them to spare; empty if none would."""
    decisive: tuple[Power, ...] = ()
    """Those each of whom alone, by a contrary vote, would have given the other result."""
    awaited: tuple[Power, ...] = ()
    """Those who may still vote; the verdict is then what it would be if none of them did."""
    still_needed: int | None = None
    """In an open vote, the fewest of those awaited that must still vote in favour; None if it can no longer carry."""
    could_block: tuple[Power, ...] = ()
    """In an open vote, those awaited each of whom alone can still defeat what all the others would carry."""
    settled: bool = True
    """Whether no vote still awaited can change the result."""

    def counted(self, ballot: Ballot) -> tuple[Power, ...]:
        """Those whose vote is counted so: who is bound to abstain abstains, who is excluded is not counted."""
        fixed = self.excluded + self.bound
        found = tuple(p for p, cast in self.ballots.items() if cast is ballot and p not in fixed)
        return found + tuple(p for p in self.bound if p not in self.absent) if ballot is Ballot.ABSTAIN else found

    @property
    def favouring(self) -> tuple[Power, ...]:
        """Those whose vote in favour is counted."""
        return self.counted(Ballot.FOR)

    @property
    def against(self) -> tuple[Power, ...]:
        """Those whose vote against is counted."""
        return self.counted(Ballot.AGAINST)

    @property
    def abstaining(self) -> tuple[Power, ...]:
        """Those counted as abstaining."""
        return self.counted(Ballot.ABSTAIN)
