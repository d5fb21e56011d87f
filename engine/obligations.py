"""What is owed now, by whom to whom, under which article: read from the treaties in force."""

from __future__ import annotations

from typing import assert_never

from attrs import frozen

from engine.clauses.base import Abstain, Assist, Cede, Consult, Duty
from engine.names import Power, StakeId, TreatyId
from engine.state import State
from engine.treaty import Article, Treaty


@frozen(kw_only=True)
class Obligation:
    """A duty with its source."""

    treaty: TreatyId
    article: Article
    duty: Duty

    @property
    def matter(self) -> str:
        """The duty in a word, as the record keeps it: `cede:STAKE`, `assist:VICTIM`, `abstain:TARGET`, `consult:POWER`."""
        match self.duty:
            case Cede():
                return f"cede:{self.duty.stake}"
            case Assist():
                return f"assist:{self.duty.creditor}"
            case Abstain():
                return f"abstain:{self.duty.creditor}"
            case Consult():
                return f"consult:{self.duty.creditor}"
            case _:
                assert_never(self.duty)


def operative(state: State, treaty: Treaty) -> bool:
    """Whether a treaty binds now: in force, and so is the one on which it hangs.

    It binds nobody while somebody who knows it does not know that other one: what a power owes would betray a secret to it.
    """
    if not treaty.in_force:
        return False
    if treaty.provisions.only_while is None:
        return True
    other = state.treaties.get(treaty.provisions.only_while)
    return other is not None and other.in_force and _known_to_the_same(other, treaty)


def _known_to_the_same(other: Treaty, treaty: Treaty) -> bool:
    """Whether all who know the treaty know the other one."""
    if other.known_to is None:
        return True
    return treaty.known_to is not None and treaty.known_to <= other.known_to


def obligations(state: State) -> tuple[Obligation, ...]:
    """Every obligation in force that this state knows.

    A third state is bound by what it has assented to (VCLT 35); an article excluded by a reservation does not apply between
    the reserving power and the others (VCLT 21).
    """
    found: list[Obligation] = []
    for treaty in state.treaties.values():
        if operative(state, treaty):
            bound = treaty.parties | treaty.assents
            for article in treaty.text.articles:
                reserving = {p for p, s in treaty.signatures.items() if article.id in s.excludes}
                found += (
                    Obligation(treaty=treaty.id, article=article, duty=duty)
                    for duty in article.clause.duties(bound, state)
                    if duty.debtor not in reserving and duty.creditor not in reserving
                )
    return tuple(found)


def obligations_of(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power owes."""
    return tuple(o for o in obligations(state) if o.duty.debtor == power)


def owed_to(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power is owed."""
    return tuple(o for o in obligations(state) if o.duty.creditor == power)


def cessions_of(state: State, power: Power) -> tuple[Obligation, ...]:
    """The stakes that a power has still to hand over and holds, earliest first."""
    pending: list[tuple[int, Obligation]] = []
    for owed in obligations_of(state, power):
        if isinstance(owed.duty, Cede) and state.holder(owed.duty.stake) == power:
            pending.append((state.turn_order(owed.duty.by) or 0, owed))
    return tuple(owed for _, owed in sorted(pending, key=lambda pair: pair[0]))


def is_due(state: State, owed: Obligation) -> bool:
    """Whether a cession must be performed in this turn at the latest."""
    return isinstance(owed.duty, Cede) and (state.turn_order(owed.duty.by) or 0) <= state.turn


def open_stakes(state: State, treaty: Treaty) -> tuple[StakeId, ...]:
    """The stakes that a treaty's cessions still wait for."""
    return tuple(
        o.duty.stake
        for o in obligations(state)
        if o.treaty == treaty.id and isinstance(o.duty, Cede) and state.holder(o.duty.stake) != o.duty.creditor
    )
