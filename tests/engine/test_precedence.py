"""Precedence: which of two duties comes first, by rank, by age, and by what a text says of itself (VCLT 30; Covenant 20; Charter 103)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve as with_

from engine.casus import Standing, casus_foederis
from engine.clauses import MutualAssistance, NonAggression, OffensiveCooperation
from engine.clauses.supply import Goods, Supply
from engine.consistency import Clash, Prevails, conflicts
from engine.decide.promises import find_defaults
from engine.events import ObligationBreached
from engine.excuses import is_excused
from engine.happenings import Deed, Happening, Sanction
from engine.measures import Demand, Sanctions
from engine.measures.demand import Act
from engine.names import OrganId, ResolutionId, TreatyId, TurnId, paragraph_id
from engine.obligations import obligations
from engine.opening import opening_state
from engine.performance import breached_by
from engine.precedence import Rank, comes_before, rank
from engine.proceedings import Proceedings
from engine.reservations import Reservation, Spare
from engine.resolution import StandingMeasure
from engine.state import State
from engine.treaty import Signature, Stage, Treaty
from engine.voting.bodies import Effect
from tests.engine.settings import ALBA, BORIA, CARNIA, COUNCIL, DORIA, ETRIA, FIRST, SECOND, SECURITY, SETTING, THIRD, standing

PEACE = Demand(addressees=(ALBA, BORIA), act=Act.REFRAIN, firmly=True)
"""Alba and Boria are not to resort to force against each other."""


def measure(organ: OrganId, effect: Effect, since: int = 1) -> StandingMeasure:
    """That demand as an organ has adopted it."""
    bound = frozenset() if effect is Effect.RECOMMENDATION else frozenset({ALBA, BORIA, CARNIA, DORIA})
    key = ResolutionId("etria.text"), paragraph_id("p1")
    return StandingMeasure(
        resolution=key[0], paragraph=key[1], organ=organ, measure=PEACE, effect=effect, bound=bound, beneficiaries=(CARNIA,), since=since
    )


def world(*treaties: Treaty, of: StandingMeasure | None = None) -> State:
    """The five powers with these treaties and at most one measure in force, in the second turn."""
    measures = {} if of is None else {of.key: of}
    return with_(opening_state(SETTING), turn=1, treaties={t.id: t for t in treaties}, measures=measures)


def alliance(since: TurnId | None = None, *, prior_obligations: bool = False) -> Treaty:
    """Alba and Carnia against Boria."""
    return with_(
        standing(TreatyId("alliance"), (ALBA, CARNIA), MutualAssistance(against=(BORIA,)), prior_obligations=prior_obligations), since=since
    )


@pytest.mark.parametrize(
    ("organ", "effect", "expected"),
    [
        (SECURITY, Effect.DECISION, Rank.CHARTER),
        (SECURITY, Effect.AGREEMENT, Rank.AGREED),
        (COUNCIL, Effect.DECLARATION, Rank.COVENANT),
        (COUNCIL, Effect.AGREEMENT, Rank.AGREED),
    ],
)
def test_only_a_decision_under_the_charter_and_a_duty_under_the_covenant_stand_above_treaties(
    organ: OrganId, effect: Effect, expected: Rank
) -> None:
    assert {rank(world(), owed) for owed in obligations(world())} == set()
    state = world(of=measure(organ, effect))
    assert {rank(state, owed) for owed in obligations(state)} == {expected}


def test_towards_a_power_outside_the_league_the_covenant_has_no_rank() -> None:
    outside = with_(PEACE, addressees=(ALBA, ETRIA))
    state = world(of=with_(measure(COUNCIL, Effect.DECLARATION), measure=outside, bound=frozenset({ALBA, ETRIA})))
    assert {rank(state, owed) for owed in obligations(state)} == {Rank.AGREED}


OTHER = with_(standing(TreatyId("peace"), (ALBA, BORIA), NonAggression(even_if_aggressor=True)), since=FIRST)


@pytest.mark.parametrize(
    ("treaty", "other", "yields"),
    [
        # Charter 103: whatever the age of the treaty and whatever it says.
        (alliance(), measure(SECURITY, Effect.DECISION), True),
        (alliance(SECOND), measure(SECURITY, Effect.DECISION, since=1), True),
        # A recommendation of the League obliges nobody, and sets nothing aside.
        (alliance(), measure(COUNCIL, Effect.RECOMMENDATION), False),
        (alliance(SECOND, prior_obligations=True), measure(COUNCIL, Effect.RECOMMENDATION, since=0), False),
        # What members have agreed in an organ is a promise like another: older or newer.
        (alliance(SECOND, prior_obligations=True), measure(COUNCIL, Effect.AGREEMENT, since=0), True),
        (alliance(FIRST, prior_obligations=True), measure(COUNCIL, Effect.AGREEMENT, since=1), False),
        (alliance(SECOND), measure(COUNCIL, Effect.AGREEMENT, since=0), False),
        # Covenant 20(1), between members.
        (alliance(), measure(COUNCIL, Effect.DECLARATION), True),
        # VCLT 30(2): among treaties, only if the newer one says so.
        (alliance(SECOND, prior_obligations=True), OTHER, True),
        (alliance(SECOND), OTHER, False),
        (alliance(prior_obligations=True), OTHER, False),
    ],
)
def test_aid_yields_to_what_comes_before_it_and_to_nothing_else(treaty: Treaty, other: Treaty | StandingMeasure, yields: bool) -> None:
    state = world(treaty, other) if isinstance(other, Treaty) else world(treaty, of=other)
    call = next(c for c in casus_foederis(state, BORIA, CARNIA) if c.power == ALBA)
    assert call.standing is (Standing.BARRED if yields else Standing.BOUND)
    aid = next(o for o in obligations(state) if o.treaty == treaty.id and o.duty.debtor == ALBA)
    barring = [o for o in obligations(state) if o.treaty != treaty.id and o.duty.debtor == ALBA]
    assert any(comes_before(state, o, aid) for o in barring) is yields


def test_a_promise_yields_to_an_older_alliance_where_its_own_text_says_so() -> None:
    """As the declaration of 26 January 1934 between Germany and Poland left the obligations of each towards others as they were."""
    newer = with_(OTHER, since=SECOND, provisions=with_(OTHER.provisions, prior_obligations=True))
    for promise, yields in ((newer, True), (with_(OTHER, since=SECOND), False)):
        state = world(alliance(), promise)
        (call,) = (c for c in casus_foederis(state, BORIA, CARNIA) if c.power == ALBA)
        assert call.standing is Standing.BOUND
        assert ("promise_yields" in {g.code for g in call.grounds}) is yields
        joining = Happening(deed=Deed.JOIN_WAR, by=ALBA, toward=BORIA, against=frozenset({BORIA}), together=frozenset({CARNIA}))
        assert (breached_by(state, joining, aggressor=BORIA) == ()) is yields
        # It yields to the aid alone, not to an attack of one's own.
        assert breached_by(state, Happening(deed=Deed.ATTACK, by=ALBA, toward=BORIA, against=frozenset({BORIA})), aggressor=ALBA) != ()


def test_what_all_the_parties_to_an_older_treaty_have_agreed_since_prevails_over_it() -> None:
    """VCLT 30(3)."""
    newer = with_(standing(TreatyId("newer"), (ALBA, BORIA, CARNIA), NonAggression(even_if_aggressor=True)), since=SECOND)
    older = alliance(FIRST)
    for state, standing_of in ((world(older, newer), Standing.BARRED), (world(with_(older, since=THIRD), newer), Standing.BOUND)):
        assert next(c.standing for c in casus_foederis(state, BORIA, CARNIA) if c.power == ALBA) is standing_of


def test_a_promise_to_join_an_attack_yields_as_aid_does() -> None:
    pact = standing(TreatyId("pact"), (ALBA, BORIA), OffensiveCooperation(), prior_obligations=True)
    peace = standing(TreatyId("peace"), (ALBA, CARNIA), NonAggression())
    (call,) = (c for c in casus_foederis(world(with_(pact, since=SECOND), peace), BORIA, CARNIA) if c.power == ALBA)
    assert (call.standing, call.to_attack, call.grounds[0].in_attack) == (Standing.BARRED, False, True)


@pytest.mark.parametrize(
    ("organ", "effect", "prevails"),
    [
        (SECURITY, Effect.DECISION, Prevails.CHARTER),
        (COUNCIL, Effect.DECLARATION, Prevails.COVENANT),
        (COUNCIL, Effect.AGREEMENT, Prevails.NEITHER),
    ],
)
def test_a_text_is_held_against_what_organs_have_decided(organ: OrganId, effect: Effect, prevails: Prevails) -> None:
    text = with_(alliance(), stage=Stage.ADOPTED, parties=frozenset())
    (found,) = conflicts(world(of=measure(organ, effect)), text)
    assert (found.clash, found.power, found.prevails) == (Clash.AID_AGAINST_PROMISE, ALBA, prevails)


def test_a_reservation_that_takes_the_clash_away_is_applied() -> None:
    text = with_(alliance(), stage=Stage.ADOPTED, parties=frozenset())
    spared = Signature(turn=1, reservations=(Reservation(article=text.text.articles[0].id, narrowing=Spare(frozenset({BORIA}))),))
    assert conflicts(world(text, OTHER), text) != ()
    assert conflicts(world(text, OTHER), with_(text, signatures={ALBA: spared})) == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "clashes"),
    [
        ({}, {}, True),
        ({}, {"from_turn": THIRD}, True),
        ({}, {"until": FIRST}, False),
        ({"from_turn": THIRD}, {"until": SECOND}, False),
        ({"from_turn": THIRD}, {"until": THIRD}, True),
        ({"until": SECOND}, {"from_turn": THIRD}, False),
    ],
)
def test_duties_that_are_never_owed_together_do_not_clash(ours: dict[str, TurnId], theirs: dict[str, TurnId], clashes: bool) -> None:
    text = with_(
        standing(TreatyId("alliance"), (ALBA, CARNIA), with_(MutualAssistance(against=(BORIA,)), **ours)),  # type: ignore[arg-type]
        stage=Stage.ADOPTED,
        parties=frozenset(),
    )
    other = standing(TreatyId("peace"), (ALBA, BORIA), with_(NonAggression(even_if_aggressor=True), **theirs))  # type: ignore[arg-type]
    found = conflicts(world(text, other), text)
    assert bool(found) is clashes


OUTSIDE = with_(standing(TreatyId("outside"), (ALBA, ETRIA), MutualAssistance(against=(BORIA,))), since=SECOND)
"""With a power that is no member of the League."""


@pytest.mark.parametrize("covenant", [False, True])
def test_a_text_that_leaves_the_covenant_untouched_yields_to_it_towards_strangers_too(covenant: bool) -> None:
    """Covenant 20 sets aside what members owe one another; towards others the text itself has to say so."""
    text = with_(OUTSIDE, provisions=with_(OUTSIDE.provisions, covenant=covenant))
    state = world(text, of=measure(COUNCIL, Effect.DECLARATION))
    (call,) = (c for c in casus_foederis(state, BORIA, ETRIA) if c.power == ALBA)
    assert call.standing is (Standing.BARRED if covenant else Standing.BOUND)
    recommended = world(text, of=measure(COUNCIL, Effect.RECOMMENDATION))
    assert next(c.standing for c in casus_foederis(recommended, BORIA, ETRIA) if c.power == ALBA) is Standing.BOUND


@pytest.mark.parametrize(
    ("concluded", "yields"),
    [((None, None), False), ((1921, None), False), ((1934, 1921), True), ((1921, 1934), False), ((1921, 1921), False)],
)
def test_of_treaties_in_force_at_the_opening_the_older_is_told_by_its_date(concluded: tuple[int | None, int | None], yields: bool) -> None:
    days = tuple(None if year is None else dt.date(year, 2, 19) for year in concluded)
    promise = with_(OTHER, since=None, concluded=days[0], provisions=with_(OTHER.provisions, prior_obligations=True))
    (call,) = (c for c in casus_foederis(world(with_(alliance(), concluded=days[1]), promise), BORIA, CARNIA) if c.power == ALBA)
    assert ("promise_yields" in {g.code for g in call.grounds}) is yields


@pytest.mark.parametrize(
    ("organ", "goods", "severed", "excused"),
    [
        (SECURITY, Goods.ARMS, Sanction.ARMS, True),
        (SECURITY, Goods.AIRCRAFT, Sanction.ARMS, True),
        (SECURITY, Goods.GRAIN, Sanction.ARMS, False),
        (SECURITY, Goods.GRAIN, Sanction.GENERAL, True),
        (SECURITY, Goods.CREDIT, Sanction.FINANCE, True),
        (COUNCIL, Goods.ARMS, Sanction.ARMS, False),
    ],
)
def test_a_delivery_that_a_decision_of_the_security_council_severs_is_no_default(
    organ: OrganId, goods: Goods, severed: Sanction, excused: bool
) -> None:
    """Charter 103; a recommendation of the League's Council excuses nobody."""
    supply = standing(TreatyId("supply"), (ALBA, BORIA), Supply(supplier=ALBA, receiver=BORIA, goods=goods, by=SECOND))
    effect = Effect.DECISION if organ == SECURITY else Effect.RECOMMENDATION
    state = world(supply, of=with_(measure(organ, effect), measure=Sanctions(target=BORIA, kinds=(severed,)), beneficiaries=(CARNIA,)))
    delivery = next(o for o in obligations(state) if o.treaty == "supply")
    assert is_excused(state, delivery) is excused
    proceedings = Proceedings(state)
    find_defaults(proceedings)
    broken = {event.treaty for event in proceedings.events if isinstance(event, ObligationBreached)}
    assert ("supply" in broken) is not excused
    text = with_(supply, stage=Stage.ADOPTED, parties=frozenset())
    clashing = [(c.clash, c.prevails) for c in conflicts(with_(state, treaties={text.id: text}), text)]
    assert clashing == ([(Clash.DUE_AND_FORBIDDEN, Prevails.CHARTER)] if excused else [])
