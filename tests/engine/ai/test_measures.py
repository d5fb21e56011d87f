"""What a scripted power orders short of force: only what its scenario opens, and each thing for a reason."""

from __future__ import annotations

from attrs import evolve as with_

from engine.ai.brink import orders
from engine.ai.measures import aggressors, threatened_friends
from engine.ai.mind import Mind
from engine.crisis import Band, DemandCession, Ultimatum, War
from engine.events import Phase
from engine.happenings import Means
from engine.names import StakeId
from engine.orders import ApplySanction, Campaign, Deploy, Mobilise, Order, OrderKind, Readiness, Sanction, SendAid
from engine.state import State, changed
from engine.table import Table
from tests.engine.ai.tables import CZECHS, FRANCE, GERMANY, POLAND, POWERS, SEED, munich, profile

ZONE = StakeId("zone_1")
DEMAND = Ultimatum(issuer=GERMANY, target=CZECHS, demand=DemandCession((ZONE,)), expires=2)


def threatened(power: str, **changes: object) -> State:
    """Germany has demanded a zone of Czechoslovakia, and everybody is mobilised and asked for orders."""
    view = Table.open(munich(), SEED).view(next(p for p in POWERS if p == power))
    general = dict.fromkeys(view.powers(), Readiness.GENERAL)
    return changed(view, phase=Phase.ORDERS, ultimatums={(GERMANY, CZECHS): DEMAND}, readiness=general, **changes)


def given(view: State, power: str) -> tuple[Order, ...]:
    name = next(p for p in POWERS if p == power)
    return orders(Mind(view, name, with_(profile(name), script={}), {}, SEED)).orders


def test_troops_go_to_what_is_demanded_and_arms_to_whom_one_must_aid() -> None:
    assert Deploy(ZONE) in given(threatened(CZECHS), CZECHS)
    assert SendAid(to=CZECHS, means=Means.ARMS) in given(threatened(FRANCE), FRANCE)
    assert not any(isinstance(order, SendAid) for order in given(threatened(POLAND), POLAND))


def test_an_aggressor_that_one_does_not_fight_meets_sanctions() -> None:
    war = War(attackers=(GERMANY,), defenders=(CZECHS,), turn=0, band=Band.STALEMATE, attack=(), defence=())
    view = threatened(POLAND, wars=(war,))
    assert aggressors(view, POLAND) == (GERMANY,) and aggressors(view, CZECHS) == ()
    assert ApplySanction(GERMANY, Sanction.ARMS) in given(view, POLAND)


def test_a_government_without_support_speaks_for_its_policy() -> None:
    view = threatened(POLAND)
    assert Campaign() not in given(view, POLAND)
    assert Campaign() in given(changed(view, tracks={**view.tracks, f"{POLAND}.support": 30}), POLAND)


def test_nothing_is_ordered_that_the_scenario_does_not_open() -> None:
    view = threatened(CZECHS)
    closed = changed(view, setting=with_(view.setting, orders={OrderKind.MOBILISE: {}}))
    assert all(isinstance(order, Mobilise) for order in given(closed, CZECHS))
    assert threatened_friends(view, FRANCE, [DEMAND]) == (CZECHS,)
