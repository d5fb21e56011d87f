"""Aid over what an ally holds vital: owed once it has gone to war over another's land (London, 25 August 1939, article 2)."""

from __future__ import annotations

from typing import Any

import pytest

from engine.casus import Standing, casus_foederis
from engine.clauses import MutualAssistance, OneSidedAssistance
from engine.clauses.guarantee import Guarantee, GuaranteeOf
from engine.commands import Decide
from engine.crisis import Stance
from engine.duties import Assist, Automaticity, Extent, Trigger
from engine.names import Power, StakeId, TreatyId
from engine.obligations import obligations
from engine.reservations import LeaveOut, narrowed
from engine.state import State
from engine.treaty import Treaty
from tests.engine.atlas import CZECHO, FRANCE, STRAITS, UK, ZONE, Atlas
from tests.engine.settings import ALBA, DORIA, ETRIA, do, standing
from tests.engine.test_any_war import AT_LIBERTY, STEEL, answered, attacked, record, record_of
from tests.engine.test_casus_foederis import BRITAIN, CZECHOSLOVAKIA, FRANCO_CZECH, GERMANY, POLAND, europe, pact
from tests.engine.test_casus_foederis import FRANCE as ALLY_OF_CZECHS
from tests.engine.test_casus_foederis import ZONE as SUDETES

BOUND, ONLY_IF, ENTITLED, FREE = Standing.BOUND, Standing.BOUND_ONLY_IF, Standing.ENTITLED, Standing.FREE
ELSEWHERE = StakeId("elsewhere")


def over_what_is_vital(**terms: Any) -> Treaty:
    """What Britain owes France over a zone that Czechoslovakia holds."""
    clause = OneSidedAssistance(helper=BRITAIN, aided=ALLY_OF_CZECHS, **{"vital": (SUDETES,), **terms})
    return pact("accord", (BRITAIN, ALLY_OF_CZECHS), clause)


def britain(state: State, attacker: Power = GERMANY, target: Power = CZECHOSLOVAKIA, **known: Any) -> tuple[Standing, str]:
    call = next(c for c in casus_foederis(state, attacker, target, **known) if c.power == BRITAIN)
    return call.standing, call.grounds[0].code if call.grounds else ""


NOT_CALLED = (FREE, "")
CASES: dict[str, tuple[tuple[Treaty, ...], dict[str, Any], tuple[Standing, str]]] = {
    "an ally bound to resist": ((FRANCO_CZECH, over_what_is_vital()), {}, (BOUND, "drawn_in")),
    "an ally at liberty to resist": ((AT_LIBERTY, over_what_is_vital()), {}, (ONLY_IF, "waits_for_entry")),
    "an ally that has resisted": ((over_what_is_vital(),), {"assisting": frozenset({ALLY_OF_CZECHS})}, (BOUND, "drawn_in")),
    "an ally that looks on": ((over_what_is_vital(),), {"assisting": frozenset()}, NOT_CALLED),
    "an attack over that very place": ((FRANCO_CZECH, over_what_is_vital()), {"over": frozenset({SUDETES})}, (BOUND, "drawn_in")),
    "an attack over another place": ((FRANCO_CZECH, over_what_is_vital()), {"over": frozenset({ELSEWHERE})}, NOT_CALLED),
    "a place that the victim does not hold": ((FRANCO_CZECH, over_what_is_vital(vital=(ELSEWHERE,))), {}, NOT_CALLED),
    "a provoked attack": ((pact("shield", (CZECHOSLOVAKIA, ALLY_OF_CZECHS), MutualAssistance(trigger=Trigger.ANY_ATTACK)), over_what_is_vital()),
                          {"provoked": True}, NOT_CALLED),
    "a provoked attack, whatever its origin": (
        (pact("shield", (CZECHOSLOVAKIA, ALLY_OF_CZECHS), MutualAssistance(trigger=Trigger.ANY_ATTACK)), over_what_is_vital(trigger=Trigger.ANY_ATTACK)),
        {"provoked": True},
        (BOUND, "drawn_in"),
    ),
    "against the attacker": ((FRANCO_CZECH, over_what_is_vital(against=(GERMANY,))), {}, (BOUND, "drawn_in")),
    "against another": ((FRANCO_CZECH, over_what_is_vital(against=(POLAND,))), {}, NOT_CALLED),
    "as it judges itself": ((FRANCO_CZECH, over_what_is_vital(automaticity=Automaticity.AS_EACH_JUDGES)), {}, (ENTITLED, "as_each_judges")),
    "by economic means": ((FRANCO_CZECH, over_what_is_vital(extent=Extent.ECONOMIC)), {}, (ENTITLED, "economic_only")),
    "nobody's side with the attacker": ((STEEL, over_what_is_vital()), {"joining": frozenset({ALLY_OF_CZECHS})}, NOT_CALLED),
}  # fmt: skip


@pytest.mark.parametrize(("treaties", "known", "expected"), CASES.values(), ids=CASES)
def test_aid_over_what_an_ally_holds_vital_answers_its_going_to_war_over_it(
    treaties: tuple[Treaty, ...], known: dict[str, Any], expected: tuple[Standing, str]
) -> None:
    assert britain(europe(*treaties), **known) == expected


def test_it_answers_an_attack_upon_the_ally_itself_as_before_and_never_one_that_the_ally_opens() -> None:
    state = europe(over_what_is_vital())
    assert britain(state, GERMANY, ALLY_OF_CZECHS) == (BOUND, "bound")
    assert britain(state, ALLY_OF_CZECHS, CZECHOSLOVAKIA) == NOT_CALLED


def test_limited_to_a_place_of_the_ally_it_answers_an_attack_over_that_or_over_what_is_vital_alone() -> None:
    limited = over_what_is_vital(over=(ELSEWHERE,))
    assert britain(europe(limited), GERMANY, ALLY_OF_CZECHS, over=frozenset({SUDETES})) == (BOUND, "bound")
    assert britain(europe(limited), GERMANY, ALLY_OF_CZECHS, over=frozenset({StakeId("third")})) == NOT_CALLED


def test_a_reservation_to_a_place_takes_it_from_what_is_vital() -> None:
    (owed,) = (o.duty for o in obligations(europe(over_what_is_vital(vital=(SUDETES, ELSEWHERE)))))
    left = narrowed(owed, LeaveOut(stakes=frozenset({SUDETES})))
    assert isinstance(left, Assist) and left.vital == {ELSEWHERE}


@pytest.mark.parametrize(
    ("clause", "codes"),
    [
        (MutualAssistance(vital=(STRAITS,)), []),
        (MutualAssistance(vital=(STRAITS,), over=(ZONE,)), []),
        (MutualAssistance(vital=(STRAITS,), over=(STRAITS,)), ["stake_twice"]),
        (MutualAssistance(vital=(StakeId("atlantis"),)), ["unknown_stake"]),
        (MutualAssistance(vital=(STRAITS,), trigger=Trigger.ANY_WAR), ["vital_in_any_war"]),
        (Guarantee(guarantors=(UK,), protected=CZECHO, vital=(STRAITS,)), []),
        (Guarantee(guarantors=(UK,), protected=CZECHO, object=GuaranteeOf.OBSERVANCE, vital=(STRAITS,)), ["breach_is_the_case"]),
    ],
)
def test_what_is_vital_is_refused_where_it_says_nothing(clause: MutualAssistance | Guarantee, codes: list[str]) -> None:
    assert [fault.code for fault in clause.faults((FRANCE, UK), Atlas())] == codes


# -- in the crisis

FRIEND, ALLY = DORIA, ETRIA
OVER_CAPITAL = OneSidedAssistance(helper=ALLY, aided=FRIEND, vital=(StakeId("capital"),))
OPENLY = standing(TreatyId("bond"), (FRIEND, ALLY), OVER_CAPITAL)
SECRETLY = standing(TreatyId("bond"), (FRIEND, ALLY), OVER_CAPITAL, known_to=frozenset({FRIEND, ALLY}))


@pytest.mark.parametrize("comes", [True, False])
def test_the_other_is_asked_again_once_its_ally_has_gone_to_war_over_what_it_holds_vital(comes: bool) -> None:
    table = attacked(OPENLY)
    answered(table, doria=Stance.WITH_TARGET)
    crisis = table.state.crisis
    assert crisis is not None and (crisis.entered, crisis.called) == ((FRIEND,), frozenset({ALBA, ALLY}))
    answered(table, etria=Stance.WITH_TARGET if comes else Stance.NEUTRAL)
    do(table, crisis.mover, Decide(persist=True))
    assert record(table) == [(ALLY, "bond", comes)]


def test_a_secret_promise_over_what_is_vital_asks_nobody_again_and_is_found_broken_before_its_readers_alone() -> None:
    table = attacked(SECRETLY)
    answered(table, doria=Stance.WITH_TARGET)
    crisis = table.state.crisis
    assert crisis is not None and crisis.revealed
    do(table, crisis.mover, Decide(persist=True))
    assert record(table) == [(ALLY, "bond", False)] and record_of(table, ALBA) == []
