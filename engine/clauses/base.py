"""What every kind of article has in common: duties, prose, and faults, asked through narrow questions."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Protocol, TypeAlias

from attrs import frozen

from engine.names import Lang, Power, StakeId, TurnId


class Trigger(StrEnum):
    """The case that calls for performance."""

    UNPROVOKED_ATTACK = "unprovoked_attack"
    ANY_WAR = "any_war"
    THREAT = "threat"


class Automaticity(StrEnum):
    """Who decides that the case has arisen."""

    AUTOMATIC = "automatic"
    UPON_RECOMMENDATION = "upon_recommendation"
    AFTER_CONSULTATION = "after_consultation"
    AS_EACH_JUDGES = "as_each_judges"


class Extent(StrEnum):
    """By what means a duty is performed."""

    ALL_MEANS = "all_means"
    MILITARY = "military"
    ECONOMIC = "economic"
    DIPLOMATIC = "diplomatic"


@frozen(kw_only=True)
class Assist:
    """The debtor comes to the aid of the creditor when the case arises."""

    debtor: Power
    creditor: Power
    against: frozenset[Power]
    """Only an attack by one of these; empty is an attack by anybody."""
    trigger: Trigger
    automaticity: Automaticity
    extent: Extent
    only_if_assisted_by: Power | None = None
    """Owed only in so far as this power assists as well."""
    jointly_with: frozenset[Power] = frozenset()
    """Owed only if all of these assist too (a joint guarantee)."""


@frozen(kw_only=True)
class Abstain:
    """The debtor does not resort to force against the creditor."""

    debtor: Power
    creditor: Power


@frozen(kw_only=True)
class Consult:
    """The debtor consults the creditor when peace is threatened."""

    debtor: Power
    creditor: Power


@frozen(kw_only=True)
class Cede:
    """The debtor hands a stake over to the creditor, at the latest in the turn named."""

    debtor: Power
    creditor: Power
    stake: StakeId
    by: TurnId


Duty: TypeAlias = Assist | Abstain | Consult | Cede
"""What one power owes another under an article."""


class World(Protocol):
    """The questions that an article may ask of the game."""

    def powers(self) -> tuple[Power, ...]: ...

    def is_stake(self, stake: StakeId) -> bool: ...

    def holder(self, stake: StakeId) -> Power | None: ...

    def is_settled(self, stake: StakeId) -> bool:
        """Whether the question of this stake has been settled by a transfer or a recognition."""
        ...

    def turn_order(self, turn: TurnId) -> int | None:
        """The place of a turn in the calendar, or None for a name that is not in it."""
        ...

    def now(self) -> int: ...


class Voice(Protocol):
    """How a language names things: the forms that treaty prose needs."""

    @property
    def lang(self) -> Lang: ...

    def name(self, power: Power) -> str:
        """`the Soviet Union`, `l'URSS`."""
        ...

    def of(self, power: Power) -> str:
        """`of France`, `du Royaume-Uni`."""
        ...

    def to(self, power: Power) -> str:
        """`to France`, `aux États-Unis`."""
        ...

    def names(self, powers: tuple[Power, ...]) -> str:
        """`France, Italy and Poland`, `la France, l'Italie et la Pologne`."""
        ...

    def of_all(self, powers: tuple[Power, ...]) -> str:
        """`of France and Italy`, `de la France et de l'Italie`."""
        ...

    def to_all(self, powers: tuple[Power, ...]) -> str: ...

    def stake(self, stake: StakeId) -> str:
        """`Zone I of the Sudeten territory`, with its article where the language wants one."""
        ...

    def of_stake(self, stake: StakeId) -> str: ...

    def date(self, turn: TurnId) -> str:
        """`1 October 1938`, `1er octobre 1938`."""
        ...

    def listed(self, items: tuple[str, ...]) -> str:
        """`a, b and c`."""
        ...

    def either(self, items: tuple[str, ...]) -> str:
        """`a, b or c`."""
        ...


@frozen(kw_only=True)
class Fault:
    """Why an article cannot stand: a code with a sentence in `engine.texts`, and the word at fault."""

    code: str
    word: str = ""


class Clause:
    """One kind of article; each kind is a frozen subclass in a file of its own."""

    tag: ClassVar[str]
    atop: ClassVar[str | None] = None
    """The obligation type of the Alliance Treaty Obligations and Provisions project, where one fits."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """What this article obliges whom to, among the powers for which it is in force."""
        raise NotImplementedError(self.tag)

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """Powers that the article means to bind without their being parties: only their assent binds them (VCLT 35)."""
        return frozenset()

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The powers whose position the article touches; changing it clears their initials."""
        return frozenset(negotiators)

    def faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Everything that keeps the article from standing in a treaty of these powers."""
        raise NotImplementedError(self.tag)

    def prose(self, voice: Voice) -> str:
        """The article as treaty text."""
        raise NotImplementedError(self.tag)

    def gist(self, voice: Voice) -> str:
        """What it comes to, in one line."""
        raise NotImplementedError(self.tag)
