"""A voting rule as data: what must be reached, who blocks, whose votes are left out of account."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from engine.clauses.base import Fault
from engine.errors import LocarnoError
from engine.names import Lang, Power, SeatClass
from engine.voting.ballots import Interest


class Basis(StrEnum):
    """Of whom a share is taken, or agreement asked."""

    MEMBERS = "members"
    PRESENT = "present"
    PRESENT_AND_VOTING = "present_and_voting"
    """Those who vote for or against: an abstention is as good as absence (Rules of the League Assembly, 19)."""


@frozen
class Votes:
    """So many votes in favour: seven of eleven."""

    number: int


@frozen(kw_only=True)
class Share:
    """A share of the basis, reached (two thirds) or passed (a simple majority is more than a half)."""

    part: int
    of: int
    passed: bool = False


@frozen
class Agreement:
    """All of the basis in favour."""


@frozen
class Consensus:
    """No objection: a vote against is one, silence and abstention are not (Helsinki recommendations, 1973)."""


Threshold: TypeAlias = Votes | Share | Agreement | Consensus


@frozen(kw_only=True)
class Requirement:
    """What must be reached, of which basis, among the members of one class or among all."""

    threshold: Threshold
    basis: Basis = Basis.PRESENT_AND_VOTING
    among: SeatClass | None = None
    others: bool = False
    """Among all members that are *not* of that class (Covenant 15(10): the Council, and a majority of the others)."""


@frozen(kw_only=True)
class Veto:
    """A class whose members each block alone.

    That abstention and absence do not block is practice since 1946 and 1950, approved in 1971 (ICJ, *Namibia*); on the letter of
    Charter 27(3), which the Soviet Union upheld in 1950, they would.
    """

    by: SeatClass
    abstention: bool = False
    absence: bool = False


@frozen(kw_only=True)
class Rule:
    """One way of deciding a question; every requirement must be met, and nobody with a veto object.

    One that no vote whatever could carry, or none defeat, is refused.
    """

    name: str
    """The name by which it is asked for and spoken of."""
    requirements: tuple[Requirement, ...]
    veto: Veto | None = None
    excluded: tuple[Interest, ...] = ()
    """Whose votes do not count, one way or the other (Covenant 15 and 16(4), consensus minus one)."""
    bound_to_abstain: tuple[Interest, ...] = ()
    """Whose votes are disallowed and count as abstentions (Charter 27(3))."""
    weights: Mapping[Power, int] = field(factory=dict)
    """Votes of one power; one where it is not named."""
    words: Mapping[Lang, str] = field(factory=dict)
    """An author's own sentence for the rule, where the catalogue has none."""

    def __attrs_post_init__(self) -> None:
        if faults := rule_faults(self):
            raise FaultyRule(self.name, faults[0])

    def weight(self, power: Power) -> int:
        """How many votes a power has."""
        return self.weights.get(power, 1)


class FaultyRule(LocarnoError):
    """A rule that can never carry or never fail; `fault` has its sentence in `engine.texts.refusals`."""

    def __init__(self, name: str, fault: Fault) -> None:
        super().__init__(name, fault)
        self.name, self.fault = name, fault


def rule_faults(rule: Rule) -> tuple[Fault, ...]:
    """What keeps a rule from ever carrying or ever failing, whoever sits; none for a sound one."""
    faults: tuple[Fault, ...] = ()
    if not rule.requirements:
        faults += (Fault(code="rule_without_requirement", word=rule.name),)
    for requirement in rule.requirements:
        match requirement.threshold:
            case Votes(number=number) if number < 1:
                faults += (Fault(code="rule_never_fails", word=rule.name),)
            case Share(part=part, of=whole, passed=passed):
                if whole < 1 or part > whole or (part == whole and passed):
                    faults += (Fault(code="rule_never_carries", word=rule.name),)
                elif part < 0 or (part == 0 and not passed):
                    faults += (Fault(code="rule_never_fails", word=rule.name),)
            case _:
                pass
    if any(weight < 1 for weight in rule.weights.values()):
        faults += (Fault(code="rule_weight", word=rule.name),)
    return faults
