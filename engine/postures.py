"""What forces do until they are told otherwise: stand at a stake, blockade, patrol, hold a passage shut."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve as with_
from attrs import field, frozen

from engine.happenings import Means
from engine.names import EVERYBODY, Audience, Power, StakeId
from engine.orders import Blockade, ClosePassage, Deploy, EndPatrol, LiftBlockade, OpenPassage, Order, Patrol, Reinforce, Withdraw


class PostureKind(StrEnum):
    """Each has its words in `engine.texts`."""

    DEPLOYED = "deployed"
    BLOCKADING = "blockading"
    CLOSING = "closing"
    PATROLLING = "patrolling"
    FIGHTING = "fighting"
    """In a war with a contingent of a number named."""


@frozen(kw_only=True)
class Posture:
    """What a power's forces do, against whom or where; it lasts until it is ended, and everybody sees it."""

    kind: PostureKind
    by: Power
    toward: Power | None = None
    at: StakeId | None = None
    divisions: int | None = field(default=None, eq=False)
    """How many stand there where they were sent beyond a number agreed, or are in the war where fewer were sent than could come; the
    posture is the same whatever their number."""


@frozen(kw_only=True)
class Aid:
    """Funds, arms or volunteers that one power has sent another."""

    by: Power
    to: Power
    means: Means
    turn: int
    known_to: Audience = EVERYBODY
    """Those who know of it: covert aid the two alone, until it comes to light."""

    def is_same(self, other: Aid) -> bool:
        """Whether it is the same aid, whoever knows of it."""
        return with_(self, known_to=other.known_to) == other


def posture_of(power: Power, order: Order) -> Posture | None:
    """The posture that an order takes up or ends; None for one that has to do with none."""
    match order:
        case Deploy():
            return Posture(kind=PostureKind.DEPLOYED, by=power, at=order.stake, divisions=order.divisions)
        case Withdraw():
            return Posture(kind=PostureKind.DEPLOYED, by=power, at=order.stake)
        case Reinforce():
            return Posture(kind=PostureKind.FIGHTING, by=power, toward=order.against, divisions=order.divisions)
        case Blockade() | LiftBlockade():
            return Posture(kind=PostureKind.BLOCKADING, by=power, toward=order.target)
        case ClosePassage() | OpenPassage():
            return Posture(kind=PostureKind.CLOSING, by=power, toward=order.against, at=order.stake)
        case Patrol() | EndPatrol():
            return Posture(kind=PostureKind.PATROLLING, by=power, at=order.stake)
        case _:
            return None


def ends_posture(order: Order) -> bool:
    """Whether an order ends a posture rather than take it up."""
    return isinstance(order, Withdraw | LiftBlockade | OpenPassage | EndPatrol)
