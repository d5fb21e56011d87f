"""What every kind of operative paragraph has in common: what it effects, whom it obliges, prose, and faults."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Protocol, TypeAlias

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.duties import Duty
from engine.names import OrganId, Power, TreatyId, TurnId
from engine.orders import Sanction
from engine.texts.grammar import Noun, Nouns
from engine.treaty import Treaty
from engine.voting.bodies import Effect


class Forum(Protocol):
    """The questions that a paragraph may ask of the organ before which it lies."""

    def members(self) -> frozenset[Power]:
        """Those who belong to its organisation."""
        ...

    def seated(self) -> frozenset[Power]: ...

    def is_organ(self, organ: OrganId) -> bool: ...

    def now(self) -> int: ...

    def turn_order(self, turn: TurnId) -> int | None: ...

    def public_treaty(self, treaty: TreatyId) -> Treaty | None:
        """A treaty that everybody knows; None for one that is secret as for one that there is not."""
        ...

    def coercion_voids(self) -> bool:
        """Whether by the law of the time a consent procured by force may be void (VCLT 52)."""
        ...


def named(powers: tuple[Power, ...], voice: Voice) -> Nouns:
    """The powers as one slot of a sentence, dots for those still to be named."""
    return voice.nouns(powers) if powers else Nouns(voice.lang, (Noun(voice.lang, "…"),))


class Finding(StrEnum):
    """What an organ determines to be the case."""

    THREAT = "threat"
    """To the peace (Charter 39)."""
    BREACH = "breach"
    """Of the peace (Charter 39)."""
    AGGRESSION = "aggression"
    RESORT_TO_WAR = "resort_to_war"
    """In disregard of engagements (Covenant 16(1))."""
    VIOLATION = "violation"
    """Of a treaty."""


@frozen(kw_only=True)
class Admit:
    """The power becomes a member of the organisation."""

    power: Power


@frozen(kw_only=True)
class Expel:
    """It ceases to be one."""

    power: Power


@frozen(kw_only=True)
class Elect:
    """It takes an elected seat, to the close of a turn if one is named."""

    power: Power
    until: TurnId | None = None


@frozen(kw_only=True)
class Establish:
    """An organ comes into being beside the one that decides."""

    slug: str
    members: tuple[Power, ...]


@frozen(kw_only=True)
class Refer:
    """The matter goes on the agenda of another organ."""

    organ: OrganId


@frozen(kw_only=True)
class Lift:
    """The sanctions in force against the power end, those of the kinds named or all."""

    target: Power
    kinds: frozenset[Sanction] = frozenset()


@frozen(kw_only=True)
class Annul:
    """The power's consent to the treaty is void, and binds it no longer."""

    treaty: TreatyId
    power: Power


def owed_to(debtor: Power, beneficiaries: tuple[Power, ...]) -> Power | None:
    """To whom a duty under a measure is owed: the victim before the parties, they before the sponsors; never to the debtor itself."""
    return next((power for power in beneficiaries if power != debtor), None)


Consequence: TypeAlias = Admit | Expel | Elect | Establish | Refer | Lift | Annul
"""What happens at once when a paragraph is adopted; what lasts is read from the measure in force."""


@frozen(kw_only=True)
class Measure:
    """One kind of operative paragraph; each kind is a frozen subclass in a file of its own."""

    tag: ClassVar[str]
    coercive: ClassVar[bool] = False
    """It needs an article under which one may coerce, and a determination (Charter 39; Covenant 16(1))."""

    def consequences(self) -> tuple[Consequence, ...]:
        """What its adoption brings about at once."""
        return ()

    def duties(self, bound: frozenset[Power], beneficiaries: tuple[Power, ...]) -> tuple[Duty, ...]:
        """What it obliges whom to while it is in force, among those whom it binds; owed to the first beneficiary that is another power."""
        return ()

    def finds(self) -> tuple[Finding, Power | None, Power | None] | None:
        """What it determines, of whom, and against whom."""
        return None

    def begins_after(self) -> TurnId | None:
        """The turn after which it has effect; None if that is at once."""
        return None

    def calls_to_aid(self, attacker: Power, victim: Power) -> bool:
        """Whether it recommends that the victim be aided against the attacker: pacts that wait for a recommendation wake."""
        return False

    def accused(self) -> frozenset[Power]:
        """Those against whom it is directed."""
        return frozenset()

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Everything that keeps the paragraph from standing in a draft before this organ."""
        raise NotImplementedError(self.tag)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """The paragraph as it stands in the text of a resolution, without its number; a decision is worded as one."""
        raise NotImplementedError(self.tag)
