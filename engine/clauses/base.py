"""What every kind of article has in common: duties, prose, and faults, asked through narrow questions."""

from __future__ import annotations

from typing import ClassVar, Protocol

from attrs import frozen

from engine.duties import Duty
from engine.names import Lang, OrganId, Power, StakeId, TreatyId, TurnId
from engine.texts.grammar import Nouns


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

    def stake_nouns(self, stakes: tuple[StakeId, ...]) -> Nouns:
        """The stakes as one slot of a sentence."""
        ...

    def matter(self, word: str) -> str:
        """What a deed is about, or a body: `the sovereignty`, `le Conseil de la Société des Nations`."""
        ...

    def stake(self, stake: StakeId) -> str:
        """`Zone I of the Sudeten territory`, with its article where the language wants one."""
        ...

    def of_stake(self, stake: StakeId) -> str: ...

    def nouns(self, powers: tuple[Power, ...]) -> Nouns:
        """Several powers as one slot of a sentence."""
        ...

    def organ(self, organ: OrganId) -> str:
        """`the Council of the League of Nations`, with its article where the language wants one."""
        ...

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


@frozen(kw_only=True)
class Clause:
    """One kind of article; each kind is a frozen subclass in a file of its own, made of the duties of `engine.duties`."""

    tag: ClassVar[str]
    atop: ClassVar[str | None] = None
    """The obligation type of the Alliance Treaty Obligations and Provisions project, where one fits."""

    only_while: TreatyId | None = None
    """The article binds only while this other treaty is in force."""
    from_turn: TurnId | None = None
    """It binds from this turn on."""
    until: TurnId | None = None
    """It binds until the close of this turn."""

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
