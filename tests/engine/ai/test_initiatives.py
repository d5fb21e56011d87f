"""What a scripted power does by no rule: only for a reason of its own values, from its own view, and the same on every run."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide
from engine.ai.brink import orders
from engine.ai.initiatives import at_stake
from engine.ai.mind import Mind
from engine.ai.standin import Company
from engine.commands import AnswerCrisis, Convene, PutToVote
from engine.crisis import Crisis, DemandCession, Stance, Ultimatum
from engine.decide import conferences
from engine.events import InvitationAnswered, Phase
from engine.happenings import Means
from engine.names import ConferenceId, Power, StakeId, TreatyId
from engine.orders import Blockade, Leak, Order, OrderKind, SendAid
from engine.proceedings import Proceedings
from engine.profile import Leaning, Profile
from engine.setting import Route
from engine.state import State, changed
from engine.table import Table
from engine.treaty import Stage
from tests.engine.ai.tables import BRITAIN, CZECHS, GERMANY, ITALY, POWERS, SEED, USSR, munich, profile

MEMORANDUM, TIMETABLE = TreatyId("godesberg_memorandum"), TreatyId("british_timetable")
DEMAND = Ultimatum(issuer=GERMANY, target=CZECHS, demand=DemandCession((StakeId("zone_1"), StakeId("bohemia"))), expires=2)
FLEETS = {BRITAIN: 9, GERMANY: 2}


def view_of(power: Power, *, pressed: bool = True, **changes: object) -> State:
    """The opening as a power sees it, orders being asked for, with or without an ultimatum to Czechoslovakia."""
    view = Table.open(munich(), SEED).view(power)
    return changed(view, phase=Phase.ORDERS, ultimatums={(GERMANY, CZECHS): DEMAND} if pressed else {}, **changes)


def leaning(power: Power, **points: int) -> Profile:
    """A power without script that leans to such acts, or from them."""
    return with_(profile(power), script={}, leanings={Leaning(kind): n for kind, n in points.items()})


def given(view: State, power: Power, how: Profile) -> tuple[Order, ...]:
    return orders(Mind(view, power, how, {}, SEED)).orders


def tabled(power: Power, treaty: TreatyId) -> State:
    """A view in which a draft lies before its signatories and nobody else."""
    plot = munich().plot
    assert plot is not None
    draft = plot.drafts[treaty].treaty
    parties = frozenset(draft.provisions.signatories)
    text = with_(draft, stage=Stage.TABLED, negotiators=draft.provisions.signatories, known_to=parties)
    view = view_of(power, pressed=False)
    return changed(view, treaties={**view.treaties, treaty: text})


def test_a_text_that_costs_us_dear_is_let_out_and_one_that_suits_us_is_not() -> None:
    assert Leak(MEMORANDUM) in given(tabled(CZECHS, MEMORANDUM), CZECHS, leaning(CZECHS))
    assert Leak(MEMORANDUM) not in given(tabled(CZECHS, MEMORANDUM), CZECHS, leaning(CZECHS, leak=-100))
    assert not any(isinstance(o, Leak) for o in given(tabled(GERMANY, MEMORANDUM), GERMANY, leaning(GERMANY)))


def test_arms_go_in_the_dark_to_whoever_holds_what_our_aims_hang_on() -> None:
    arms = SendAid(to=CZECHS, means=Means.ARMS, covert=True)
    assert arms in given(view_of(BRITAIN), BRITAIN, leaning(BRITAIN, covert_aid=+30))
    assert arms not in given(view_of(BRITAIN), BRITAIN, leaning(BRITAIN, covert_aid=-100))
    assert arms not in given(view_of(BRITAIN, pressed=False), BRITAIN, leaning(BRITAIN, covert_aid=+30))
    assert arms not in given(view_of(USSR), USSR, leaning(USSR, covert_aid=+30)), "an ally is armed openly"
    assert at_stake(view_of(BRITAIN), BRITAIN, GERMANY, (StakeId("bohemia"),)) >= 0


def at_sea(power: Power, *, open_to: bool = True) -> State:
    """The same with fleets, and a sea between Britain and Germany."""
    view = view_of(power)
    powers = {p: with_(sheet, fleet=FLEETS.get(p, 0)) for p, sheet in view.setting.powers.items()}
    kinds = {**view.setting.orders, **({OrderKind.BLOCKADE: {}} if open_to else {})}
    routes = (*view.setting.routes, Route(between=(BRITAIN, GERMANY)))
    return changed(view, setting=with_(view.setting, powers=powers, orders=kinds, routes=routes))


@pytest.mark.parametrize(
    ("points", "open_to", "blockades"), [(60, True, True), (0, True, False), (60, False, False)], ids=["leaning", "not leaning", "not open"]
)
def test_the_stronger_fleet_shuts_in_whoever_threatens_what_it_cares_for_where_the_scenario_opens_it(
    points: int, open_to: bool, blockades: bool
) -> None:
    found = given(at_sea(BRITAIN, open_to=open_to), BRITAIN, leaning(BRITAIN, blockade=points))
    assert (Blockade(GERMANY) in found) is blockades


def test_the_weaker_fleet_stays_in_port() -> None:
    view = at_sea(BRITAIN)
    outnumbered = {**view.setting.powers, GERMANY: with_(view.setting.powers[GERMANY], fleet=99)}
    found = given(changed(view, setting=with_(view.setting, powers=outnumbered)), BRITAIN, leaning(BRITAIN, blockade=+60))
    assert Blockade(GERMANY) not in found


def talks(power: Power, treaty: TreatyId, **changes: object) -> State:
    return changed(tabled(power, treaty), phase=Phase.TALKS, **changes)


def test_a_text_that_is_worth_it_is_brought_before_a_conference_of_all_who_negotiate_it_and_put_once_they_have_come() -> None:
    plot = munich().plot
    assert plot is not None
    others = frozenset(plot.drafts[TIMETABLE].treaty.provisions.signatories) - {BRITAIN}
    how = leaning(BRITAIN, conference=+40)
    view = talks(BRITAIN, TIMETABLE)
    (call,) = (a for a in decide(view, BRITAIN, how, {}, SEED).acts if isinstance(a, Convene))
    assert call.invited == others
    table = Proceedings(view)
    conferences.call(table, BRITAIN, call.conference, call.title, others, turn=view.turn)
    for power in sorted(others):
        table.note(InvitationAnswered(conference=call.conference, power=power, attend=True))
    assembled = table.state
    (put,) = (a for a in decide(assembled, BRITAIN, how, {}, SEED).acts if isinstance(a, PutToVote))
    assert (put.conference, put.treaty) == (ConferenceId("britain.talks_0"), TIMETABLE)


def test_no_conference_is_called_by_who_leans_against_it_or_has_nothing_to_gain() -> None:
    for how in (leaning(BRITAIN, conference=-100), with_(leaning(BRITAIN, conference=+40), walk_away=90)):
        assert not any(isinstance(a, Convene) for a in decide(talks(BRITAIN, TIMETABLE), BRITAIN, how, {}, SEED).acts)


def test_in_a_crisis_who_leans_to_conferences_and_would_lose_by_war_calls_for_one() -> None:
    crisis = Crisis(mover=GERMANY, target=CZECHS, called=frozenset(POWERS) - {GERMANY})
    view = changed(view_of(ITALY), phase=Phase.CRISIS, crisis=crisis)
    stances = {
        points: next(a.stance for a in decide(view, ITALY, leaning(ITALY, conference=points), {}, SEED).acts if isinstance(a, AnswerCrisis))
        for points in (0, 10)
    }
    assert stances == {0: Stance.MEDIATE, 10: Stance.CONFER}


def test_what_a_power_does_of_its_own_accord_it_does_alike_on_every_run_and_whatever_it_cannot_see() -> None:
    how = leaning(USSR, covert_aid=+30, leak=+30, conference=+30)
    view = view_of(USSR)
    assert given(view, USSR, how) == given(view, USSR, how)
    table = Table.open(munich(), SEED)
    before = given(changed(table.view(USSR), phase=Phase.ORDERS, ultimatums={(GERMANY, CZECHS): DEMAND}), USSR, how)
    assert before == given(view, USSR, how)


def test_a_game_of_powers_that_lean_to_everything_is_played_to_its_end() -> None:
    scenario = munich()
    assert scenario.plot is not None
    lean = {kind: 40 for kind in Leaning}
    profiles = {power: with_(how, leanings=lean) for power, how in scenario.plot.profiles.items()}
    table = Table.open(with_(scenario, plot=with_(scenario.plot, profiles=profiles)), SEED)
    Company(table, frozenset(table.state.powers())).play()
    assert table.state.over
    assert any(aid.by == USSR for aid in table.state.aid)
