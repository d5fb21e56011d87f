"""Rolls and ballots for the tests of voting: councils as they sat, votes in short form."""

from __future__ import annotations

from engine.names import Power, SeatClass
from engine.voting import Ballot, Roll

PERMANENT = SeatClass("permanent")
FIVE = ("china", "france", "ussr", "uk", "usa")


def powers(names: str) -> tuple[Power, ...]:
    """The powers named in one string."""
    return tuple(Power(name) for name in names.split())


def council(elected: str, permanent: str = " ".join(FIVE), absent: str = "") -> Roll:
    """A council of permanent and elected members."""
    first, second = powers(permanent), powers(elected)
    return Roll(
        members=first + second,
        classes={PERMANENT: frozenset(first), SeatClass("elected"): frozenset(second)},
        absent=frozenset(powers(absent)),
    )


def cast(roll: Roll, against: str = "", abstain: str = "", silent: str = "", yes: str | None = None) -> dict[Power, Ballot]:
    """The ballots of a roll: for, but for those named; with `yes`, only these are for and the rest cast none."""
    ballots = dict.fromkeys(roll.members if yes is None else powers(yes), Ballot.FOR)
    for names, ballot in ((against, Ballot.AGAINST), (abstain, Ballot.ABSTAIN), (silent, Ballot.NOT_PARTICIPATING)):
        ballots |= dict.fromkeys(powers(names), ballot)
    return {p: ballot for p, ballot in ballots.items() if p not in roll.absent}
