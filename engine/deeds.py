"""What an order does in the world, in the terms in which articles speak of deeds."""

from __future__ import annotations

from typing import assert_never

from engine.happenings import Deed, Happening
from engine.names import Power
from engine.orders import (
    ApplySanction,
    Attack,
    Blockade,
    Campaign,
    ClosePassage,
    Default,
    Deploy,
    EndPatrol,
    GatherIntelligence,
    HandOver,
    Leak,
    LiftBlockade,
    LiftSanction,
    Mobilise,
    Occupy,
    OpenPassage,
    Order,
    Patrol,
    Perform,
    SendAid,
    StandDown,
    Withdraw,
)
from engine.state import State


def deeds_of(state: State, power: Power, order: Order) -> tuple[Happening, ...]:
    """The deeds that an order comes to when it is carried out; what is merely resumed or called off is none."""
    match order:
        case Mobilise():
            return (Happening(deed=Deed.MOBILISE, by=power, amount=int(order.step)),)
        case Deploy():
            holder = state.holder(order.stake)
            host, foes = holder if holder != power else None, state.at_war(power)
            return (Happening(deed=Deed.DEPLOY, by=power, toward=host, at=order.stake, against=foes),)
        case Withdraw():
            return (Happening(deed=Deed.EVACUATE, by=power, at=order.stake),)
        case Occupy():
            return occupation(state, power, order)
        case Attack():
            return attack(power, order.target, order.through)
        case Blockade():
            return (Happening(deed=Deed.BLOCKADE, by=power, toward=order.target, against=frozenset({order.target})),)
        case ClosePassage():
            against = frozenset({order.against})
            return (Happening(deed=Deed.CLOSE, by=power, toward=order.against, at=order.stake, against=against),)
        case Patrol():
            return (Happening(deed=Deed.PATROL, by=power, at=order.stake, against=state.at_war(power)),)
        case ApplySanction():
            target, matter = order.target, order.sanction.value
            return (Happening(deed=Deed.SANCTION, by=power, toward=target, against=frozenset({target}), matter=matter),)
        case SendAid():
            return (Happening(deed=Deed.AID, by=power, toward=order.to, against=state.at_war(order.to), means=order.means),)
        case HandOver() | Perform() | Default():
            return ()
        case StandDown() | LiftBlockade() | OpenPassage() | EndPatrol() | LiftSanction() | GatherIntelligence() | Leak() | Campaign():
            return ()
        case _:
            assert_never(order)


def attack(power: Power, target: Power, through: Power | None) -> tuple[Happening, ...]:
    """An attack; to march through a neutral is an attack upon it too."""
    deeds = [Happening(deed=Deed.ATTACK, by=power, toward=target, against=frozenset({target}))]
    if through is not None:
        deeds.append(Happening(deed=Deed.CROSS, by=power, toward=through, against=frozenset({target})))
        deeds.append(Happening(deed=Deed.ATTACK, by=power, toward=through, against=frozenset({through})))
    return tuple(deeds)


def occupation(state: State, power: Power, order: Occupy) -> tuple[Happening, ...]:
    """An occupation, which is a resort to force against the holder."""
    holder = state.holder(order.stake)
    against = frozenset({holder}) if holder is not None else frozenset[Power]()
    taking = Happening(deed=Deed.OCCUPY, by=power, toward=holder, at=order.stake, against=against)
    return (taking, Happening(deed=Deed.ATTACK, by=power, toward=holder, at=order.stake, against=against))
