"""Ultimatums, crises and wars, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from engine.names import ArticleId, Power, StakeId, TreatyId


@frozen
class DemandCession:
    """That the target hand over these stakes to the issuer."""

    stakes: tuple[StakeId, ...]


@frozen
class DemandAssent:
    """That the target accept in writing what a treaty asks of it."""

    treaty: TreatyId


@frozen
class DemandStandDown:
    """That the target return its forces to peace footing."""


Demand: TypeAlias = DemandCession | DemandAssent | DemandStandDown


class UltimatumState(StrEnum):
    """What has become of an ultimatum."""

    STANDING = "standing"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@frozen(kw_only=True)
class Ultimatum:
    """A demand with a deadline: at the close of the turn named it lapses into a crisis."""

    issuer: Power
    target: Power
    demand: Demand
    expires: int
    issued: int = -1
    """The turn in which it was issued."""
    state: UltimatumState = UltimatumState.STANDING


class Stance(StrEnum):
    """What a power called upon in a crisis answers."""

    WITH_TARGET = "with_target"
    WITH_MOVER = "with_mover"
    NEUTRAL = "neutral"
    MEDIATE = "mediate"
    CONFER = "confer"
    """Call for a conference of all concerned in the next turn."""
    RESIST = "resist"
    """The target's: fight."""
    YIELD = "yield"
    """The target's: give way."""


class Opening(StrEnum):
    """What opens a crisis; each has its words in `engine.texts`."""

    ATTACK = "attack"
    ULTIMATUM = "ultimatum"
    """One lapsed or was rejected."""
    OCCUPATION = "occupation"
    DEPLOYMENT = "deployment"
    """Forces stand where a treaty forbids them: the casus foederis of whoever guaranteed it (Locarno, 16 October 1925, arts 2 and 4)."""
    BLOCKADE = "blockade"
    """A blockade of a power that somebody has promised to aid, or towards which a treaty forbids it."""
    CLOSURE = "closure"
    """A passage is shut to a power for which a treaty keeps it open."""
    COERCION = "coercion"
    """Independence or neutrality was given up by treaty under threat of force, and somebody has promised help against that: the power
    coerced may take its consent back (`engine.coercion`)."""


@frozen(kw_only=True)
class Crisis:
    """Force is about to be used: those called upon answer in secret and at once, then the mover persists or steps back."""

    mover: Power
    target: Power
    opening: Opening = Opening.ATTACK
    over: frozenset[StakeId] = frozenset()
    """The stakes at issue, where that is all; empty is the country."""
    through: Power | None = None
    """The neutral through whose territory the mover means to pass."""
    ultimatum: Ultimatum | None = None
    accords: tuple[TreatyId, ...] = ()
    """The treaties to which the target has consented under threat, where the crisis is over these."""
    called: frozenset[Power]
    answered: frozenset[Power] = frozenset()
    stances: Mapping[Power, Stance] = field(factory=dict)
    """One's own until all have answered, then everybody's."""
    marches: Mapping[Power, Power] = field(factory=dict)
    """The neutral through which each that takes a side means to march without its leave; known as stances are."""
    contingents: Mapping[Power, int] = field(factory=dict)
    """How many divisions each sends that takes a side and does not send all it can; known as stances are."""
    wronged: tuple[Power, ...] = ()
    """The neutrals through which somebody who joined marches: they and all who had taken no side have been asked again."""
    entered: tuple[Power, ...] = ()
    """Those whose entry calls for aid publicly promised to them in any war, or over what they hold vital: all who had taken no side have
    been asked again."""
    revealed: bool = False


class Band(StrEnum):
    """The outcome of a war by correlation of forces, as the attacker sees it."""

    COLLAPSE = "collapse"
    """The defence collapses."""
    VICTORY = "victory"
    STALEMATE = "stalemate"
    DEFEAT = "defeat"


@frozen(kw_only=True)
class Citation:
    """An article of a treaty, as the ground of something."""

    treaty: TreatyId
    article: ArticleId


class Way(StrEnum):
    """How force comes to a front; each has its words in `engine.texts`."""

    FRONTIER = "frontier"
    SEA = "sea"
    TRANSIT = "transit"
    """Through the territory of powers that let it pass."""
    VIOLATION = "violation"
    """Through the territory of a neutral that does not."""
    SUFFERANCE = "sufferance"
    """Through the territory of a neutral that was not asked before, and lets it happen."""
    HOME = "home"
    """It is attacked where it stands."""
    NONE = "none"


@frozen(kw_only=True)
class Road:
    """The way that force takes: those whose territory it passes, then the foe that it reaches."""

    way: Way
    along: tuple[Power, ...] = ()
    leave: tuple[Citation, ...] = ()
    """The articles under which it passes."""
    carries: int | None = None
    """The most divisions that can come this way."""
    straits: tuple[tuple[StakeId, Power], ...] = ()
    """The waterways closed to belligerents on the way, each with its keeper, who is among those whose territory it passes."""


@frozen(kw_only=True)
class ForceLine:
    """One power's contribution: what counts of its forces, the road by which it counts, and the article that brought it."""

    power: Power
    divisions: int
    """With the aircraft that weigh as divisions."""
    aircraft: int = 0
    road: Road
    under: Citation | None = None


YIELDED = "yielded"
"""The outcome of a crisis whose target gave way."""


@frozen(kw_only=True)
class PastCrisis:
    """A crisis that is over, with what everybody answered and how it ended."""

    turn: int
    crisis: Crisis
    outcome: str
    conduct: range = range(0)
    """Which lines of the record (`State.record`) it wrote: the promises that somebody kept or broke by what it decided."""


@frozen(kw_only=True)
class War:
    """A war between two coalitions, with the arithmetic that decided it."""

    attackers: tuple[Power, ...]
    defenders: tuple[Power, ...]
    turn: int
    band: Band
    attack: tuple[ForceLine, ...]
    defence: tuple[ForceLine, ...]
    provoked: bool = False
    """Whether the defender had itself used force first (`engine.provocation`)."""

    def opposes(self, one: Power, other: Power) -> bool:
        """Whether these two stand on different sides."""
        sides = (self.attackers, self.defenders)
        return any(one in side and other in sides[1 - n] for n, side in enumerate(sides))


@frozen(kw_only=True)
class Peace:
    """The end of a war between two of those who fought it."""

    between: tuple[Power, Power]
    """In alphabetical order."""
    turn: int
    treaty: TreatyId
    """By which they have made it."""
