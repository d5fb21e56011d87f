"""What an order does in the world, in the terms in which articles speak of deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from engine.access import forced_through, leaves
from engine.clauses.arms_ceiling import Arms, share_of
from engine.clauses.recognition import RecognitionOf
from engine.crisis import Demand, DemandCession, UltimatumState
from engine.duties import Assist, Cede, Duty, Refrain, Render
from engine.happenings import Deed, Happening, Means
from engine.names import Power, StakeId
from engine.obligations import cessions_of, owed_by, promises, sanctions_to_apply
from engine.orders import (
    ApplySanction,
    Attack,
    Blockade,
    Build,
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
    Reinforce,
    Scrap,
    SendAid,
    StandDown,
    Withdraw,
)
from engine.postures import PostureKind
from engine.state import State
from engine.straits import forced_by_blockade, forced_by_patrol
from engine.treaty import Treaty


def deeds_of(state: State, power: Power, order: Order) -> tuple[Happening, ...]:
    """The deeds that an order comes to when it is carried out; what is merely resumed or called off is none."""
    match order:
        case Mobilise():
            return (*mobilisation(power, order), *arming(state, power, Arms.DIVISIONS, state.under_arms(power, order.step)))
        case Build():
            built = state.armed(power, order.arms) + state.setting.building.get(order.arms, 0)
            return arming(state, power, order.arms, built)
        case Deploy():
            return (stationed(state, power, order.stake, order.divisions),)
        case Withdraw():
            return (Happening(deed=Deed.EVACUATE, by=power, at=order.stake),)
        case Occupy():
            return occupation(state, power, order)
        case Attack():
            standing = state.ultimatums.get((power, order.target))
            demand = standing.demand if standing is not None and standing.state is not UltimatumState.ACCEPTED else None
            return (*attack(state, power, order.target, order.through), *taking(power, order.target, wanted(demand)))
        case Blockade():
            return blockade(state, power, order.target)
        case ClosePassage():
            against = frozenset({order.against})
            return (Happening(deed=Deed.CLOSE, by=power, toward=order.against, at=order.stake, against=against),)
        case Patrol():
            return patrol(state, power, order.stake)
        case ApplySanction():
            target, matter = order.target, order.sanction.value
            severed = Happening(deed=Deed.SANCTION, by=power, toward=target, against=frozenset({target}), matter=matter)
            return (severed, _interference(power, target)) if _presses(state, power, order) else (severed,)
        case SendAid():
            foes, coalition = state.at_war(order.to), state.fighting_with(order.to)
            sent = Happening(deed=Deed.AID, by=power, toward=order.to, against=foes, coalition=coalition, means=order.means)
            return with_interference(state, (sent,))
        case HandOver():
            owed = next((o.duty for o in cessions_of(state, power) if o.treaty == order.treaty and _is_of(o.duty, order)), None)
            to = owed.creditor if owed is not None else None
            together = frozenset({to}) if to is not None else frozenset[Power]()
            return (Happening(deed=Deed.TRANSFER, by=power, toward=to, at=order.stake, together=together),)
        case Perform() | Default():
            # What it renders is not said by the order: `rendering` says it of what is owed.
            return ()
        case (
            StandDown()
            | Scrap()
            | Reinforce()
            | LiftBlockade()
            | OpenPassage()
            | EndPatrol()
            | LiftSanction()
            | GatherIntelligence()
            | Leak()
            | Campaign()
        ):
            return ()
        case _:
            assert_never(order)


def _interference(power: Power, target: Power) -> Happening:
    return Happening(deed=Deed.INTERFERE, by=power, toward=target, against=frozenset({target}))


def _presses(state: State, power: Power, order: ApplySanction) -> bool:
    """Whether a sanction, which nobody has made it apply, bears out a demand that the power has made under threat."""
    standing = state.ultimatums.get((power, order.target))
    pressing = standing is not None and standing.state is not UltimatumState.ACCEPTED
    return pressing and order not in sanctions_to_apply(state, power)


def with_interference(state: State, deeds: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """These deeds, and the interference that they are besides: aid to a faction within a power, or its recognition as the government.

    What a power does about a faction within itself is its own affair.
    """
    found: dict[Happening, None] = dict.fromkeys(deeds)
    for deed in deeds:
        host = state.setting.powers[deed.toward].within if deed.toward is not None else None
        upholds = deed.deed is Deed.AID or (deed.deed is Deed.RECOGNISE and deed.matter == RecognitionOf.GOVERNMENT)
        if upholds and host is not None and host != deed.by:
            found[_interference(deed.by, host)] = None
    return tuple(found)


def _is_of(duty: Duty, order: HandOver) -> bool:
    return isinstance(duty, Cede) and duty.stake == order.stake


def mobilisation(power: Power, order: Mobilise) -> tuple[Happening, ...]:
    """The step that everybody sees; how much it puts under arms is `arming`."""
    return (Happening(deed=Deed.MOBILISE, by=power, amount=int(order.step)),)


def held(state: State, power: Power, arms: Arms) -> int:
    """How much of a class of arms a power has now: of divisions, those that its readiness puts under arms."""
    return state.under_arms(power) if arms is Arms.DIVISIONS else state.armed(power, arms)


def arming(state: State, power: Power, arms: Arms, number: int | None = None) -> tuple[Happening, ...]:
    """What a power has of a class of arms, or would have: a number, and per cent of what each power has by which an article measures it.

    A power without any counts as having one, so that a part of it can be told.
    """
    own = held(state, power, arms) if number is None else number
    limits = (owed.duty for owed in owed_by(state, power) if isinstance(owed.duty, Refrain) and Deed.ARM in owed.duty.deeds)
    measures = dict.fromkeys(duty.toward for duty in limits if duty.matter == share_of(arms))
    shares = ((other, -(-100 * own // max(held(state, other, arms), 1))) for other in measures if other is not None)
    return (
        Happening(deed=Deed.ARM, by=power, matter=arms.value, amount=own),
        *(Happening(deed=Deed.ARM, by=power, toward=other, matter=share_of(arms), amount=share) for other, share in shares),
    )


def stationing(state: State, power: Power) -> tuple[Happening, ...]:
    """The forces that a power keeps at stakes now."""
    kept = (p for p in state.postures if p.by == power and p.kind is PostureKind.DEPLOYED)
    return tuple(stationed(state, power, p.at, p.divisions) for p in kept if p.at is not None)


def stationed(state: State, power: Power, stake: StakeId, divisions: int | None) -> Happening:
    """The deed of keeping so many divisions at a stake."""
    holder = state.holder(stake)
    host = holder if holder != power else None
    return Happening(deed=Deed.DEPLOY, by=power, toward=host, at=stake, against=state.at_war(power), amount=divisions or 0)


def attack(state: State, power: Power, target: Power, through: Power | None) -> tuple[Happening, ...]:
    """An attack; to march through a neutral, or force a waterway that it keeps closed, is an attack upon it too."""
    deeds = [Happening(deed=Deed.ATTACK, by=power, toward=target, against=frozenset({target}))]
    if through is not None:
        deeds.append(Happening(deed=Deed.CROSS, by=power, toward=through, against=frozenset({target})))
        deeds += forced_through(state, power, target, through)
        deeds.append(Happening(deed=Deed.ATTACK, by=power, toward=through, against=frozenset({through})))
    return tuple(deeds)


def blockade(state: State, power: Power, target: Power) -> tuple[Happening, ...]:
    """A blockade of a power, which bars the passages too by which ships come to it, and may lead through a waterway closed to its ships."""
    against = frozenset({target})
    passages = dict.fromkeys(stake for route in state.setting.routes if target in route.between for stake in route.through)
    barred = (Happening(deed=Deed.BLOCKADE, by=power, toward=target, at=stake, against=against) for stake in passages)
    return (
        Happening(deed=Deed.BLOCKADE, by=power, toward=target, against=against),
        *barred,
        *forced_by_blockade(state, power, target, _letting(state, power, against)),
    )


def patrol(state: State, power: Power, place: StakeId) -> tuple[Happening, ...]:
    """A patrol of a place at sea, on the way to which ships may pass a waterway that is closed to them."""
    foes = state.at_war(power)
    sailing = Happening(deed=Deed.PATROL, by=power, at=place, against=foes)
    return (sailing, *forced_by_patrol(state, power, place, _letting(state, power, foes)))


def _letting(state: State, power: Power, foes: frozenset[Power]) -> frozenset[Power]:
    """Those who let a power's forces pass, in its wars and against these foes."""
    if not state.setting.places_at_sea:
        return frozenset()
    granted = leaves(state, frozenset({power}), foes | state.at_war(power), opening=not foes <= state.at_war(power))
    return frozenset(owner for owner, passer in granted if passer == power)


def occupation(state: State, power: Power, order: Occupy) -> tuple[Happening, ...]:
    """An occupation, which is a resort to force against the holder."""
    holder = state.holder(order.stake)
    against = frozenset({holder}) if holder is not None else frozenset[Power]()
    taken = Happening(deed=Deed.OCCUPY, by=power, toward=holder, at=order.stake, against=against)
    return (taken, Happening(deed=Deed.ATTACK, by=power, toward=holder, at=order.stake, against=against))


def taking(power: Power, holder: Power, stakes: Iterable[StakeId]) -> tuple[Happening, ...]:
    """What a power does that sets out by force for stakes of another."""
    against = frozenset({holder})
    return tuple(Happening(deed=Deed.OCCUPY, by=power, toward=holder, at=stake, against=against) for stake in sorted(stakes))


def wanted(demand: Demand | None) -> frozenset[StakeId]:
    """The stakes that a demand is for."""
    return frozenset(demand.stakes) if isinstance(demand, DemandCession) else frozenset()


def takes_back(state: State, power: Power, demand: Demand) -> bool:
    """Whether a power demands nothing but what has been taken from it by force, and no settlement has given to another."""
    stakes = wanted(demand)
    return bool(stakes) and all(state.occupied_from(stake) == power for stake in stakes)


def threat(state: State, power: Power, target: Power, demand: Demand) -> tuple[Happening, ...]:
    """An ultimatum: a threat of force, by which one power dictates to another and may claim what it holds, unless it is its own."""
    threatened = Happening(deed=Deed.THREATEN, by=power, toward=target, against=frozenset({target}))
    if takes_back(state, power, demand):
        return (threatened,)
    return (
        threatened,
        _interference(power, target),
        *(_claim(state, power, stake, power) for stake in sorted(wanted(demand))),
    )


def _claim(state: State, power: Power, stake: StakeId, title: Power, together: frozenset[Power] = frozenset()) -> Happening:
    """A claim that a stake is one power's, which is a claim against all the others."""
    against = frozenset(state.powers()) - {title, power}
    return Happening(deed=Deed.CLAIM, by=power, toward=state.holder(stake), at=stake, against=against, together=together)


def concluded(state: State, treaty: Treaty) -> tuple[Happening, ...]:
    """What those bound by a treaty have done by concluding it: titles disposed of, governments recognised, combinations joined, peace made."""
    bound = treaty.parties | treaty.assents
    found: list[Happening] = []
    reconciled = frozenset(peace.between for peace in state.peaces if peace.treaty == treaty.id)
    promised = tuple(owed.duty for owed in promises(state, treaty, treaty.text, treaty.parties, thirds=True))
    # What one belligerent alone promises is no peace.
    spared = {(duty.debtor, duty.toward) for duty in promised if isinstance(duty, Refrain) and Deed.ATTACK in duty.deeds}
    for duty in promised:
        alone = isinstance(duty, Refrain) and Deed.ATTACK in duty.deeds and (duty.toward, duty.debtor) not in spared
        found += () if alone else _by_promising(state, duty, bound, reconciled)
    return with_interference(state, tuple(found))


def _by_promising(state: State, duty: Duty, bound: frozenset[Power], reconciled: frozenset[tuple[Power, Power]]) -> Iterator[Happening]:
    match duty:
        case Cede(debtor=ceder, creditor=receiver, stake=stake):
            yield from (_claim(state, power, stake, receiver, bound) for power in sorted(bound - {ceder}))
        case Render(deed=Deed.RECOGNISE, standing=True, matter=RecognitionOf.SOVEREIGNTY, at=at) if at is not None:
            yield _claim(state, duty.debtor, at, duty.creditor, bound)
        case Render(deed=Deed.RECOGNISE, standing=True):
            yield Happening(deed=duty.deed, by=duty.debtor, toward=duty.toward, matter=duty.matter, together=bound)
        case Assist() if duty.against or duty.together_with:
            against = duty.against | duty.together_with
            yield Happening(deed=Deed.COMBINE, by=duty.debtor, toward=duty.creditor, against=against, together=bound)
        case Refrain() if Deed.ATTACK in duty.deeds and (
            duty.toward in state.at_war(duty.debtor) or any({duty.debtor, duty.toward} == set(pair) for pair in reconciled)
        ):
            # A peace is made at the expense of those who are left in the war.
            left = frozenset(power for power in state.powers() if duty.toward in state.at_war(power)) - {duty.debtor}
            yield Happening(deed=Deed.MAKE_PEACE, by=duty.debtor, toward=duty.toward, against=left, together=bound)
        case _:
            return


AID_IN = {"arms": Means.ARMS, "aircraft": Means.ARMS, "credit": Means.FUNDS}
"""Supplies that are aid, and by what means."""


def rendering(duty: Render | Cede, foes: frozenset[Power] = frozenset()) -> tuple[Happening, ...]:
    """The deed that performs a duty, and what it is besides; what reaches one at war is against its foes."""
    if isinstance(duty, Cede):
        together = frozenset({duty.creditor})
        return (Happening(deed=Deed.TRANSFER, by=duty.debtor, toward=duty.creditor, at=duty.stake, together=together),)
    toward = duty.toward if duty.toward is not None else duty.creditor
    deed = Happening(deed=duty.deed, by=duty.debtor, toward=toward, at=duty.at, matter=duty.matter, amount=duty.amount, against=foes)
    if duty.deed is Deed.SUPPLY and duty.matter in AID_IN:
        return deed, Happening(deed=Deed.AID, by=duty.debtor, toward=toward, against=foes, means=AID_IN[duty.matter])
    return (deed,)
