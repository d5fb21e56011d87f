"""What a power may order in secret, and its armed readiness."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import TypeAlias

from attrs import frozen

from engine.happenings import Arms, Means
from engine.happenings import Sanction as Sanction  # noqa: PLC0414 - articles speak of sanctions too, orders are where others look for them
from engine.names import ArticleId, Power, StakeId, TreatyId


class Readiness(IntEnum):
    """How much of a power's strength stands ready."""

    PEACE = 0
    PRECAUTIONARY = 1
    PARTIAL = 2
    GENERAL = 3


class OrderKind(StrEnum):
    """What a scenario may open to its powers; performing what is owed is open in every one."""

    MOBILISE = "mobilise"
    """To raise readiness, and to lower it."""
    BUILD = "build"
    """To build arms of the classes that `building` names, and to scrap them."""
    DEPLOY = "deploy"
    """To move forces to a stake, and to withdraw them; to send more of them to a war."""
    OCCUPY = "occupy"
    ATTACK = "attack"
    BLOCKADE = "blockade"
    """To cut a power off from the sea or shut a passage to it, and to end that."""
    PATROL = "patrol"
    SANCTION = "sanction"
    """To apply a sanction, and to lift it."""
    AID = "aid"
    COVERT_AID = "covert_aid"
    INTELLIGENCE = "intelligence"
    LEAK = "leak"
    CAMPAIGN = "campaign"


COVERT = (OrderKind.COVERT_AID, OrderKind.INTELLIGENCE, OrderKind.LEAK)
"""What nobody else sees done: it may cost only what nobody else sees."""


@frozen
class Mobilise:
    """Raise readiness by one step; everybody sees it."""

    step: Readiness


@frozen
class StandDown:
    """Lower readiness to the step named; everybody sees it."""

    step: Readiness


@frozen
class Build:
    """Build of a class of arms as much as the scenario says that an order builds; everybody sees it."""

    arms: Arms


@frozen
class Scrap:
    """Scrap of a class of arms as much as an order builds, or what there is of it; everybody sees it."""

    arms: Arms


@frozen
class Deploy:
    """Move forces to a stake that is one's own, or where one may station them; everybody sees it."""

    stake: StakeId
    divisions: int | None = None
    """How many, beyond the number agreed; without one as many as are agreed, where a number is."""


@frozen
class Withdraw:
    """Take one's forces away from a stake."""

    stake: StakeId


@frozen
class Reinforce:
    """Raise the contingent that one has sent to a war to a greater number."""

    against: Power
    divisions: int


@frozen
class Occupy:
    """Take a stake with troops; a crisis comes first."""

    stake: StakeId


@frozen
class Attack:
    """Open hostilities against a power, if need be through the territory of a neutral; a crisis comes first."""

    target: Power
    through: Power | None = None


@frozen
class Blockade:
    """Close the sea to a power, as far as one's fleet prevails, until it is lifted."""

    target: Power


@frozen
class LiftBlockade:
    """End one's blockade."""

    target: Power


@frozen
class ClosePassage:
    """Shut a strait, a canal or a corridor that one holds to a power."""

    stake: StakeId
    against: Power


@frozen
class OpenPassage:
    """Let the power pass again."""

    stake: StakeId
    against: Power


@frozen
class Patrol:
    """Keep the sea open at a passage for one's own side, whatever the fleets of others."""

    stake: StakeId


@frozen
class EndPatrol:
    """Call the patrol home."""

    stake: StakeId


@frozen
class ApplySanction:
    """Break something off with a power; it stands until it is lifted, and everybody sees it."""

    target: Power
    sanction: Sanction


@frozen
class LiftSanction:
    """Take a sanction of one's own off again."""

    target: Power
    sanction: Sanction


@frozen(kw_only=True)
class SendAid:
    """Send a power funds, arms or volunteers; covert aid is known to the two alone unless it comes to light."""

    to: Power
    means: Means
    covert: bool = False


@frozen
class GatherIntelligence:
    """Try to learn what a power has ordered, and what it has signed in secret."""

    target: Power


@frozen
class Leak:
    """Let the press have a text that is not public; who did it may come to light."""

    treaty: TreatyId


@frozen
class Campaign:
    """Speak for one's policy at home."""


@frozen(kw_only=True)
class HandOver:
    """Perform a cession that is owed: hand a stake to its creditor under an article."""

    treaty: TreatyId
    article: ArticleId
    stake: StakeId


@frozen(kw_only=True)
class Perform:
    """Do what an article asks of one by a date, where no other order does it: deliver, notify, hold talks or a plebiscite."""

    treaty: TreatyId
    article: ArticleId
    to: Power
    matter: str = ""
    """Of what notice is given, under an article that asks for it as long as it lasts."""


@frozen(kw_only=True)
class Default:
    """Say openly that one will not perform what is owed to a power under an article and is not yet done."""

    treaty: TreatyId
    article: ArticleId
    to: Power


Order: TypeAlias = (
    Mobilise
    | StandDown
    | Build
    | Scrap
    | Deploy
    | Withdraw
    | Reinforce
    | Occupy
    | Attack
    | Blockade
    | LiftBlockade
    | ClosePassage
    | OpenPassage
    | Patrol
    | EndPatrol
    | ApplySanction
    | LiftSanction
    | SendAid
    | GatherIntelligence
    | Leak
    | Campaign
    | HandOver
    | Perform
    | Default
)


_KINDS: Mapping[type[Order], OrderKind | None] = {
    Mobilise: OrderKind.MOBILISE,
    StandDown: OrderKind.MOBILISE,
    Build: OrderKind.BUILD,
    Scrap: OrderKind.BUILD,
    Deploy: OrderKind.DEPLOY,
    Withdraw: OrderKind.DEPLOY,
    Reinforce: OrderKind.DEPLOY,
    Occupy: OrderKind.OCCUPY,
    Attack: OrderKind.ATTACK,
    Blockade: OrderKind.BLOCKADE,
    LiftBlockade: OrderKind.BLOCKADE,
    ClosePassage: OrderKind.BLOCKADE,
    OpenPassage: OrderKind.BLOCKADE,
    Patrol: OrderKind.PATROL,
    EndPatrol: OrderKind.PATROL,
    ApplySanction: OrderKind.SANCTION,
    LiftSanction: OrderKind.SANCTION,
    SendAid: OrderKind.AID,
    GatherIntelligence: OrderKind.INTELLIGENCE,
    Leak: OrderKind.LEAK,
    Campaign: OrderKind.CAMPAIGN,
    HandOver: None,
    Perform: None,
    Default: None,
}


def order_kind(order: Order) -> OrderKind | None:
    """What a scenario must have opened for an order to be given; None for a performance or a default, which none can forbid."""
    if isinstance(order, SendAid) and order.covert:
        return OrderKind.COVERT_AID
    return _KINDS[type(order)]
