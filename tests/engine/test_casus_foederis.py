"""Casus foederis: who is bound, and why, worked on real pacts and on conditions that wait for each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st

from engine.casus import Call, Ground, Standing, casus_foederis
from engine.clauses import AnyClause, Consultation, Guarantee, MutualAssistance, NonAggression, OffensiveCooperation
from engine.duties import Automaticity, Consult, Extent, Trigger
from engine.names import ArticleId, Power, StakeId, TreatyId, TurnId
from engine.opening import opening_state
from engine.record import Conduct
from engine.reservations import Reservation, WaitFor
from engine.setting import PowerSheet, Setting, Stake, Turn
from engine.state import State
from engine.texts.catalogue import knows
from engine.treaty import Signature, Treaty
from engine.treaty import Stage as Life
from tests.engine.profiles import effort
from tests.engine.settings import both, standing

BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, ITALY, POLAND, USSR = POWERS = tuple(
    Power(p) for p in ("britain", "czechoslovakia", "france", "germany", "italy", "poland", "ussr")
)
AUTOMATIC, RECOMMENDED = Automaticity.AUTOMATIC, Automaticity.UPON_RECOMMENDATION
ZONE = StakeId("zone")

EUROPE = Setting(
    id="europe",
    title=both("Europe"),
    summary=both(""),
    languages=(),
    digest="0" * 64,
    powers={p: PowerSheet(name=both(p)) for p in POWERS},
    turns={TurnId("now"): Turn(name=both("now"), date=dt.date(1938, 9, 1))},
    stakes={ZONE: Stake(name=both("zone"), holder=CZECHOSLOVAKIA)},
    tracks={},
    borders=frozenset(),
)

# Treaty of mutual guarantee between France and Czechoslovakia, Locarno, 16 October 1925, article 1.
FRANCO_CZECH = standing(TreatyId("franco_czech"), (CZECHOSLOVAKIA, FRANCE), MutualAssistance(against=(GERMANY,)))
# Treaty of mutual assistance, Prague, 16 May 1935, and its protocol of signature, point 2.
SOVIET_CZECH = standing(TreatyId("soviet_czech"), (CZECHOSLOVAKIA, USSR), MutualAssistance(only_if_assisted_by=FRANCE))
# Treaty of mutual assistance, Paris, 2 May 1935.
FRANCO_SOVIET = standing(TreatyId("franco_soviet"), (FRANCE, USSR), MutualAssistance())


def europe(*treaties: Treaty) -> State:
    """A state in which these treaties are in force."""
    return with_(opening_state(EUROPE), treaties={t.id: t for t in treaties})


def pact(name: str, parties: tuple[Power, ...], *clauses: AnyClause, **provisions: object) -> Treaty:
    return standing(TreatyId(name), parties, *clauses, **provisions)


def calls(state: State, attacker: Power = GERMANY, target: Power = CZECHOSLOVAKIA, **kwargs: frozenset[Power]) -> dict[Power, Call]:
    return {call.power: call for call in casus_foederis(state, attacker, target, **kwargs)}


def standings(state: State, attacker: Power = GERMANY, target: Power = CZECHOSLOVAKIA) -> dict[Power, Standing]:
    """Everybody's standing who is not free."""
    return {p: c.standing for p, c in calls(state, attacker, target).items() if c.standing is not Standing.FREE}


def reason(call: Call) -> tuple[Standing, str, str, tuple[Power, ...]]:
    ground: Ground = call.grounds[0]
    return ground.standing, ground.code, ground.treaty, ground.waits_for


def test_germany_attacks_czechoslovakia_with_all_three_pacts_in_force() -> None:
    found = calls(europe(FRANCO_CZECH, SOVIET_CZECH, FRANCO_SOVIET))
    assert reason(found[FRANCE]) == (Standing.BOUND, "bound", "franco_czech", ())
    assert reason(found[USSR]) == (Standing.BOUND, "bound", "soviet_czech", ())
    assert {p for p, c in found.items() if c.standing is Standing.FREE} == {BRITAIN, ITALY, POLAND}
    assert set(found) == set(POWERS) - {GERMANY, CZECHOSLOVAKIA}


def test_without_france_the_soviet_pact_waits_and_says_for_whom() -> None:
    found = calls(europe(SOVIET_CZECH, FRANCO_SOVIET))
    assert reason(found[USSR]) == (Standing.BOUND_ONLY_IF, "waits_for", "soviet_czech", (FRANCE,))
    assert found[FRANCE].standing is Standing.FREE


def test_once_france_is_known_to_stay_away_the_soviet_union_is_not_bound() -> None:
    state = europe(FRANCO_CZECH, SOVIET_CZECH)
    assert calls(state, assisting=frozenset())[USSR].standing is Standing.BOUND_ONLY_IF
    assert calls(state, assisting=frozenset())[FRANCE].standing is Standing.BOUND
    assert calls(state, assisting=frozenset({FRANCE}))[USSR].standing is Standing.BOUND


def test_an_attack_by_another_power_is_not_the_case_that_the_pact_names() -> None:
    state = europe(FRANCO_CZECH, SOVIET_CZECH)
    assert standings(state, attacker=POLAND) == {USSR: Standing.BOUND_ONLY_IF}


def test_the_pact_protects_its_parties_and_binds_no_third_power() -> None:
    state = europe(FRANCO_CZECH, FRANCO_SOVIET)
    assert standings(state, target=FRANCE) == {CZECHOSLOVAKIA: Standing.BOUND, USSR: Standing.BOUND}
    assert standings(state, target=POLAND) == {}


def test_the_attacker_is_not_called_upon_to_defend_its_own_victim() -> None:
    assert standings(europe(FRANCO_CZECH, FRANCO_SOVIET), attacker=FRANCE) == {}


# -- conditions that wait for each other

AID = (BRITAIN, CZECHOSLOVAKIA)


def waiting(debtor: Power, *awaited: Power, name: str = "") -> Treaty:
    """A pact by which one power aids Czechoslovakia if another does."""
    clauses = tuple(MutualAssistance(only_if_assisted_by=p) for p in awaited)
    return pact(name or f"{debtor}_waits", (CZECHOSLOVAKIA, debtor), *clauses)


@pytest.mark.parametrize(
    ("links", "bound", "each_other"),
    [
        ({BRITAIN: FRANCE, FRANCE: BRITAIN}, set(), {BRITAIN, FRANCE}),
        ({BRITAIN: FRANCE, FRANCE: USSR, USSR: BRITAIN}, set(), {BRITAIN, FRANCE, USSR}),
        ({BRITAIN: FRANCE, FRANCE: USSR}, set(), set()),
        ({BRITAIN: FRANCE, FRANCE: USSR, USSR: None}, {BRITAIN, FRANCE, USSR}, set()),
        ({ITALY: BRITAIN, BRITAIN: FRANCE, FRANCE: BRITAIN}, set(), {BRITAIN, FRANCE}),
        ({BRITAIN: GERMANY}, set(), set()),
    ],
    ids=["two in a circle", "three in a circle", "a chain without an end", "a chain with an end", "waiting for a circle", "the attacker"],
)
def test_duties_that_wait_are_taken_to_their_least_fixed_point(
    links: dict[Power, Power | None], bound: set[Power], each_other: set[Power]
) -> None:
    treaties = [waiting(p, q) if q else pact(f"{p}_bound", (CZECHOSLOVAKIA, p), MutualAssistance()) for p, q in links.items()]
    found = calls(europe(*treaties))
    assert {p for p in links if found[p].standing is Standing.BOUND} == bound
    assert {p for p in links if found[p].grounds[0].code == "waits_for_each_other"} == each_other
    waits = {p for p in links if p not in bound | each_other}
    assert all(found[p].grounds[0].code == ("waits_for_foe" if links[p] == GERMANY else "waits_for") for p in waits)


def test_a_second_pact_that_waits_for_nobody_frees_a_circle() -> None:
    circle = (waiting(BRITAIN, FRANCE), waiting(FRANCE, BRITAIN))
    found = calls(europe(*circle, FRANCO_CZECH))
    assert found[FRANCE].standing is found[BRITAIN].standing is Standing.BOUND
    assert [g.treaty for g in found[FRANCE].grounds] == ["france_waits", "franco_czech"]


# -- guarantees


@pytest.mark.parametrize(
    ("joint", "expected", "codes"),
    [(False, Standing.BOUND, {"bound"}), (True, Standing.BOUND_ONLY_IF, {"waits_for_each_other"})],
)
def test_a_several_guarantee_binds_each_and_a_joint_one_none_without_the_others(joint: bool, expected: Standing, codes: set[str]) -> None:
    guarantee = Guarantee(guarantors=(BRITAIN, FRANCE), protected=CZECHOSLOVAKIA, joint=joint)
    found = calls(europe(pact("annex", (BRITAIN, FRANCE), guarantee)))
    assert {found[p].standing for p in (BRITAIN, FRANCE)} == {expected}
    assert {found[p].grounds[0].code for p in (BRITAIN, FRANCE)} == codes


def test_a_joint_guarantor_bound_otherwise_releases_the_others() -> None:
    guarantee = Guarantee(guarantors=(BRITAIN, FRANCE), protected=CZECHOSLOVAKIA, joint=True)
    state = europe(pact("annex", (BRITAIN, FRANCE), guarantee), FRANCO_CZECH)
    assert standings(state) == {BRITAIN: Standing.BOUND, FRANCE: Standing.BOUND}


def test_a_joint_guarantee_lapses_when_a_guarantor_is_the_attacker() -> None:
    guarantee = Guarantee(guarantors=(BRITAIN, FRANCE, GERMANY), protected=CZECHOSLOVAKIA, joint=True)
    state = europe(pact("annex", (BRITAIN, FRANCE, GERMANY), guarantee), FRANCO_CZECH)
    (ground,) = calls(state)[BRITAIN].grounds
    assert (ground.standing, ground.code, ground.waits_for) == (Standing.FREE, "waits_for_foe", (GERMANY,))


def test_aid_that_waits_for_passage_through_the_attacker_is_not_owed() -> None:
    aid = MutualAssistance(between=(BRITAIN, CZECHOSLOVAKIA), only_with_transit_through=(GERMANY,))
    (ground,) = calls(europe(pact("pact", (BRITAIN, CZECHOSLOVAKIA), aid)))[BRITAIN].grounds
    assert (ground.standing, ground.code, ground.waits_for) == (Standing.FREE, "transit_of_foe", (GERMANY,))


def test_a_guarantee_sleeps_until_what_it_waits_for_is_settled() -> None:
    """Annex to the Munich agreement, 29 September 1938."""
    guarantee = Guarantee(guarantors=(BRITAIN,), protected=CZECHOSLOVAKIA, once_settled=(ZONE,))
    state = europe(pact("annex", (BRITAIN, FRANCE), guarantee))
    assert standings(state) == {}
    assert standings(with_(state, settled=frozenset({ZONE}))) == {BRITAIN: Standing.BOUND}


def test_a_guarantee_protects_a_power_that_did_not_sign_and_binds_none_that_did_not() -> None:
    guarantee = Guarantee(guarantors=(BRITAIN, USSR), protected=CZECHOSLOVAKIA)
    assert standings(europe(pact("guarantee", (BRITAIN, FRANCE), guarantee))) == {BRITAIN: Standing.BOUND}


# -- what is not simply bound


@pytest.mark.parametrize(
    ("clause", "standing", "code"),
    [
        (MutualAssistance(automaticity=RECOMMENDED), Standing.ENTITLED, "awaits_recommendation"),
        (MutualAssistance(automaticity=Automaticity.AFTER_CONSULTATION), Standing.ENTITLED, "after_consultation"),
        (MutualAssistance(automaticity=Automaticity.AS_EACH_JUDGES), Standing.ENTITLED, "as_each_judges"),
        (MutualAssistance(extent=Extent.ECONOMIC), Standing.ENTITLED, "economic_only"),
        (MutualAssistance(extent=Extent.DIPLOMATIC), Standing.ENTITLED, "diplomatic_only"),
        (MutualAssistance(extent=Extent.MILITARY), Standing.BOUND, "bound"),
        (MutualAssistance(trigger=Trigger.ANY_WAR), Standing.BOUND, "bound"),
        (MutualAssistance(trigger=Trigger.THREAT), Standing.BOUND, "bound"),
        (NonAggression(), Standing.BARRED, "non_aggression_with_victim"),
    ],
)
def test_each_kind_of_promise_has_its_standing_and_its_reason(clause: AnyClause, standing: Standing, code: str) -> None:
    found = calls(europe(pact("promise", AID, clause)))
    assert reason(found[BRITAIN])[:3] == (standing, code, "promise")


def test_a_promise_for_another_case_binds_nobody_in_this_one() -> None:
    assert standings(europe(pact("promise", AID, Consultation()))) == {}


def test_one_who_waits_for_a_power_that_is_only_entitled_waits() -> None:
    entitled = pact("entitled", (CZECHOSLOVAKIA, FRANCE), MutualAssistance(automaticity=RECOMMENDED))
    assert standings(europe(entitled, SOVIET_CZECH)) == {FRANCE: Standing.ENTITLED, USSR: Standing.BOUND_ONLY_IF}


def test_the_strongest_ground_comes_first_and_the_others_are_kept() -> None:
    grounds = calls(
        europe(pact("weak", AID, NonAggression(), MutualAssistance(automaticity=RECOMMENDED)), pact("strong", AID, MutualAssistance()))
    )
    assert [g.standing for g in grounds[BRITAIN].grounds] == [Standing.BOUND, Standing.ENTITLED, Standing.BARRED]


# -- what is not in force, excluded, or hangs on something


@pytest.mark.parametrize("stage", [s for s in Life if s is not Life.IN_FORCE])
def test_a_treaty_not_in_force_binds_nobody(stage: Life) -> None:
    assert standings(europe(with_(FRANCO_CZECH, stage=stage))) == {}


@pytest.mark.parametrize("reserver", [FRANCE, CZECHOSLOVAKIA])
def test_an_article_excluded_by_either_side_is_no_ground_between_them(reserver: Power) -> None:
    """VCLT 21: the reservation works both ways."""
    excluded = Signature(turn=-1, reservations=(Reservation(article=ArticleId("franco_czech_1")),))
    assert standings(europe(with_(FRANCO_CZECH, signatures={**FRANCO_CZECH.signatures, reserver: excluded}))) == {}


def test_a_pact_binds_only_while_the_one_on_which_it_hangs_is_in_force() -> None:
    hanging = pact("hanging", AID, MutualAssistance(), only_while=FRANCO_CZECH.id)
    assert standings(europe(hanging, FRANCO_CZECH))[BRITAIN] is Standing.BOUND
    assert BRITAIN not in standings(europe(hanging, with_(FRANCO_CZECH, stage=Life.ENDED)))
    assert BRITAIN not in standings(europe(hanging))


def test_two_pacts_that_hang_on_each_other_are_in_force_together() -> None:
    one = pact("one", AID, MutualAssistance(), only_while=TreatyId("other"))
    other = pact("other", AID, Consultation(), only_while=TreatyId("one"))
    assert standings(europe(one, other)) == {BRITAIN: Standing.BOUND}


def test_a_third_state_that_a_pact_names_is_not_bound_by_it() -> None:
    """VCLT 34."""
    assert standings(europe(pact("ours", (FRANCE, ITALY), MutualAssistance(between=(CZECHOSLOVAKIA, FRANCE, USSR))))) == {}


# -- laws

CLAUSES = st.one_of(
    st.builds(
        MutualAssistance, only_if_assisted_by=st.none() | st.sampled_from(POWERS), automaticity=st.sampled_from((AUTOMATIC, RECOMMENDED))
    ),
    st.builds(Guarantee, guarantors=st.just((BRITAIN, FRANCE)), protected=st.just(CZECHOSLOVAKIA), joint=st.booleans()),
    st.builds(MutualAssistance, trigger=st.just(Trigger.ANY_WAR), against=st.sampled_from(((), (GERMANY,), (ITALY,)))),
    st.builds(MutualAssistance, together=st.just(True), together_with=st.sampled_from(((), (ITALY,)))),
    st.just(OffensiveCooperation()),
    st.just(NonAggression()),
)
TREATIES = st.lists(st.tuples(st.lists(st.sampled_from(POWERS), min_size=2, max_size=3, unique=True), CLAUSES), max_size=7)


def _state(drawn: list[tuple[list[Power], AnyClause]]) -> State:
    return europe(*(pact(f"t{n}", tuple(parties), clause) for n, (parties, clause) in enumerate(drawn)))


@effort(100)
@given(TREATIES, st.lists(st.sampled_from(POWERS), min_size=2, max_size=2, unique=True))
def test_another_treaty_never_unbinds(drawn: list[tuple[list[Power], AnyClause]], pair: list[Power]) -> None:
    attacker, target = pair
    more = {p for p, s in standings(_state(drawn), attacker, target).items() if s is Standing.BOUND}
    less = {p for p, s in standings(_state(drawn[:-1]), attacker, target).items() if s is Standing.BOUND}
    assert less <= more


@effort(100)
@given(TREATIES, st.data())
def test_a_reservation_never_widens_an_obligation(drawn: list[tuple[list[Power], AnyClause]], data: st.DataObject) -> None:
    state = _state(drawn)
    if not state.treaties:
        return
    treaty = data.draw(st.sampled_from(tuple(state.treaties.values())))
    reserver = data.draw(st.sampled_from(sorted(treaty.parties)))
    excluded = Signature(turn=-1, reservations=tuple(Reservation(article=a.id) for a in treaty.text.articles))
    narrowed = with_(treaty, signatures={**treaty.signatures, reserver: excluded})
    reserved = with_(state, treaties={**state.treaties, treaty.id: narrowed})
    bound = {p for p, s in standings(state).items() if s is Standing.BOUND}
    assert {p for p, s in standings(reserved).items() if s is Standing.BOUND} <= bound


@effort(100)
@given(TREATIES)
def test_every_ground_names_a_treaty_in_force_and_every_wait_a_power_that_is_not_bound(drawn: list[tuple[list[Power], AnyClause]]) -> None:
    state = _state(drawn)
    found = calls(state)
    sides = {p for p, c in found.items() if c.to_aid}, {p for p, c in found.items() if c.to_attack}
    for call in found.values():
        assert call.standing is (call.grounds[0].standing if call.grounds else Standing.FREE)
        for ground in call.grounds:
            assert state.treaties[ground.treaty].in_force
            assert sides[ground.in_attack is not (ground.code == "waits_for_joiner")].isdisjoint(ground.waits_for)
            assert (ground.standing is Standing.BOUND_ONLY_IF) <= bool(ground.waits_for)


@pytest.mark.parametrize(
    "terms",
    [
        {"automaticity": Automaticity.UPON_RECOMMENDATION},
        {"automaticity": Automaticity.AFTER_CONSULTATION},
        {"automaticity": Automaticity.AS_EACH_JUDGES},
        {"extent": Extent.ECONOMIC},
        {"extent": Extent.DIPLOMATIC},
    ],
)
def test_an_ally_of_the_attacker_is_never_said_to_come_to_the_aid_of_the_victim(terms: dict[str, Any]) -> None:
    (ground,) = calls(europe(pact("steel", (GERMANY, ITALY), OffensiveCooperation(**terms))))[ITALY].grounds
    assert (ground.standing, ground.in_attack) == (Standing.ENTITLED, True)
    assert knows(f"casus.{ground.code}.attack")


def test_a_promise_to_join_an_attack_waits_for_others_to_join_it_and_not_for_help_to_its_victim() -> None:
    steel = pact("steel", (GERMANY, ITALY), OffensiveCooperation())
    waits = Signature(turn=-1, reservations=(Reservation(article=steel.text.articles[0].id, narrowing=WaitFor(FRANCE)),))
    state = europe(with_(steel, signatures={**steel.signatures, ITALY: waits}), FRANCO_CZECH)
    assert (calls(state)[FRANCE].to_aid, calls(state)[ITALY].standing) == (True, Standing.BOUND_ONLY_IF)
    joining = casus_foederis(state, GERMANY, CZECHOSLOVAKIA, joining=frozenset({FRANCE}))
    assert next(c for c in joining if c.power == ITALY).to_attack


CONSULTED = Conduct(
    turn=1, treaty=TreatyId("pact"), article=ArticleId("pact_1"), duty=Consult(debtor=FRANCE, creditor=CZECHOSLOVAKIA), kept=True
)


@pytest.mark.parametrize(
    ("line", "now", "bound"),
    [
        (CONSULTED, 1, True),
        (CONSULTED, 2, True),
        (CONSULTED, 3, False),
        (with_(CONSULTED, kept=False), 1, False),
        (with_(CONSULTED, duty=Consult(debtor=CZECHOSLOVAKIA, creditor=FRANCE)), 1, False),
        (with_(CONSULTED, duty=with_(CONSULTED.duty, against=frozenset({USSR}))), 1, False),
        (with_(CONSULTED, known_to=frozenset({FRANCE, CZECHOSLOVAKIA})), 1, False),
    ],
    ids=["this turn", "the last", "before", "refused", "the other's word", "over another danger", "in secret"],
)
def test_what_is_owed_after_consultation_is_owed_once_the_debtor_has_consulted(line: Conduct, now: int, bound: bool) -> None:
    aid = MutualAssistance(automaticity=Automaticity.AFTER_CONSULTATION)
    before = with_(europe(pact("pact", (CZECHOSLOVAKIA, FRANCE), Consultation(), aid)), turn=now)
    assert calls(before)[FRANCE].standing is Standing.ENTITLED
    assert calls(with_(before, record=(line,)))[FRANCE].standing is (Standing.BOUND if bound else Standing.ENTITLED)
