"""Who is bound to apply which sanctions and to withdraw whence, and who has; what observers see, and from when force is allowed."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.commands import CommitOrders
from engine.compliance import sanctions_decided
from engine.conditions import holds
from engine.consequences import consequences
from engine.council_commands import Seize, TableResolution
from engine.deeds import attack
from engine.engagements import CHARTER
from engine.events import AidExposed, Phase
from engine.happenings import Means
from engine.measures import Authorisation, Demand, Determination, Observers, Sanctions
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import EVERYBODY, Condition, OrganId, ParagraphId, Power, ResolutionId, StatuteId, TreatyId, TurnId
from engine.obligations import known_to, obligations_under_measure, sanctions_to_apply
from engine.orders import ApplySanction, Sanction, SendAid, Withdraw
from engine.performance import broken_by
from engine.refusal import Reason
from engine.resolution import Paragraph, StandingMeasure
from engine.state import State, changed
from engine.table import Table
from engine.voting import Ballot
from engine.voting.bodies import Effect
from tests.engine.hearing import MATTER, debated, tabled, vote
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    MARCHES,
    SECOND,
    SECURITY,
    THIRD,
    WORDS,
    both,
    close,
    do,
    draft_of,
    quiet,
    refused,
    standing,
    to_phase,
)

FOUND = Determination(finding=Finding.BREACH, author=CARNIA, victim=BORIA)
KEY = (ResolutionId("alba.text"), ParagraphId("p1"))


def under(*, bound: frozenset[Power], exempt: tuple[Power, ...] = (), ended: int | None = None, applied: bool = False) -> State:
    """A state in which sanctions on arms and oil against Boria are in force."""
    state = Table.open(quiet(), 1).state
    standing = StandingMeasure(
        resolution=KEY[0],
        paragraph=KEY[1],
        organ=OrganId("council"),
        measure=Sanctions(target=BORIA, kinds=(Sanction.ARMS, Sanction.OIL), exempt=exempt),
        effect=Effect.DECLARATION,
        bound=bound,
        since=0,
        ended=ended,
    )
    sanctions = {(ALBA, BORIA): frozenset({Sanction.ARMS})} if applied else {}
    return changed(state, measures={KEY: standing}, sanctions=sanctions)


ALL = frozenset({ALBA, BORIA, CARNIA})


@pytest.mark.parametrize(
    ("state", "power", "owed"),
    [
        (under(bound=ALL), ALBA, {Sanction.ARMS: False, Sanction.OIL: False}),
        (under(bound=ALL, applied=True), ALBA, {Sanction.ARMS: True, Sanction.OIL: False}),
        (under(bound=ALL, applied=True), CARNIA, {Sanction.ARMS: False, Sanction.OIL: False}),
        (under(bound=ALL), BORIA, {}),
        (under(bound=ALL), DORIA, {}),
        (under(bound=ALL, exempt=(ALBA,)), ALBA, {}),
        (under(bound=ALL, ended=1), ALBA, {}),
        (under(bound=frozenset()), ALBA, {}),
    ],
    ids=["owed", "applied in part", "not applied by another", "the target", "not bound", "exempt", "ended", "a recommendation"],
)
def test_whoever_is_bound_owes_each_kind_of_sanction_until_it_is_applied(state: State, power: Power, owed: dict[Sanction, bool]) -> None:
    found = sanctions_decided(state, power)
    assert {one.sanction: one.applied for one in found} == owed
    assert all(one.order == ApplySanction(BORIA, one.sanction) for one in found)


def test_what_two_measures_ask_is_owed_once() -> None:
    state = under(bound=ALL)
    twice = {**state.measures, (KEY[0], ParagraphId("p2")): state.measures[KEY]}
    assert len(sanctions_decided(changed(state, measures=twice), ALBA)) == 2


# -- what is demanded, watched, and allowed from a day on


def decided(*measures: object) -> Table:
    """The Board has decided this about the quarrel of Boria and Carnia, which holds the marches that it has taken from Boria."""
    setting = quiet().setting
    taken = with_(setting, stakes={**setting.stakes, MARCHES: with_(setting.stakes[MARCHES], occupied_from=BORIA)})
    scenario = quiet()
    table = to_phase(Table.open(with_(scenario, setting=taken), 1), Phase.TALKS)
    seize = Seize(
        item=MATTER,
        organ=SECURITY,
        article=StatuteId("charter_39"),
        title=both("A quarrel"),
        parties=frozenset({BORIA, CARNIA}),
    )
    do(table, CARNIA, seize)
    debated(tabled(table, FOUND, *measures, organ=SECURITY, article="charter_42"))
    vote(table, alba=Ballot.FOR, boria=Ballot.FOR, carnia=Ballot.FOR, doria=Ballot.FOR)
    return table


WITHDRAWAL = Demand(addressees=(CARNIA,), act=Act.WITHDRAW, stake=MARCHES, firmly=True)


@pytest.mark.parametrize(
    ("by", "withdraws", "expected"),
    [
        # At once: found wanting when a turn has passed without.
        (None, None, [(1, False)]),
        (None, 0, [(0, True)]),
        (None, 1, [(1, True)]),
        # By a date: found wanting on it.
        (THIRD, None, [(2, False)]),
        (THIRD, 1, [(1, True)]),
    ],
)
def test_a_withdrawal_demanded_is_found_made_or_wanting(by: TurnId | None, withdraws: int | None, expected: list[tuple[int, bool]]) -> None:
    table = decided(with_(WITHDRAWAL, by=by))
    for turn in range(3):
        to_phase(table, Phase.ORDERS, turn)
        if turn == withdraws:
            do(table, CARNIA, CommitOrders((Withdraw(MARCHES),)))
    to_phase(table, Phase.TALKS, 3)
    assert [(line.turn, line.kept) for line in table.state.record if line.debtor == CARNIA] == expected
    assert (table.state.holder(MARCHES) == BORIA) is (withdraws is not None), "it goes back to the power from which it was taken"


def test_what_a_withdrawal_would_keep_is_said_before_it_is_ordered() -> None:
    table = to_phase(decided(WITHDRAWAL), Phase.ORDERS)
    kept = consequences(table.state, CARNIA, Withdraw(MARCHES)).kept
    assert [(owed.treaty, owed.duty.debtor) for owed in kept] == [("alba.text", CARNIA)]


@pytest.mark.parametrize(("means", "watched", "seen"), [(Means.ARMS, True, True), (Means.FUNDS, True, False), (Means.ARMS, False, False)])
def test_observers_see_the_arms_and_men_that_reach_what_they_watch(means: Means, watched: bool, seen: bool) -> None:
    table = decided(Observers(stake=MARCHES)) if watched else decided()
    order = SendAid(to=CARNIA, means=means, covert=True)
    to_phase(table, Phase.ORDERS)
    assert (consequences(table.state, ALBA, order).noticed == 100) is seen
    do(table, ALBA, CommitOrders((order,)))
    close(table)
    known = any(aid.by == ALBA for aid in table.view(ETRIA).aid)
    assert known is (seen or any(isinstance(e, AidExposed) for e in table.chronicle))
    assert known or not seen


@pytest.mark.parametrize(("after", "turn", "begun"), [(None, 0, True), (SECOND, 0, False), (SECOND, 1, False), (SECOND, 2, True)])
def test_force_is_authorised_from_the_turn_after_the_one_named(after: TurnId | None, turn: int, begun: bool) -> None:
    """Resolution 678: the means are authorised after the date it sets."""
    table = to_phase(decided(Authorisation(against=BORIA, aiding=CARNIA, after=after)), Phase.ORDERS, turn)
    assert table.state.recommended(BORIA, CARNIA, ETRIA) is begun
    assert holds(table.state, Condition("force_authorised(boria)")) is begun
    broken = [o.article.id for o in broken_by(table.state, attack(table.state, ALBA, BORIA, None), aggressor=ALBA) if o.treaty == CHARTER]
    assert broken == ([] if begun else ["charter_2"])


@pytest.mark.parametrize(
    ("kinds", "refused"),
    [
        (frozenset({Sanction.OIL}), {"oil": 1, "arms": 0, "finance": 0}),
        (frozenset({Sanction.ARMS, Sanction.FINANCE}), {"oil": 0, "arms": 1, "finance": 1}),
        (frozenset({Sanction.GENERAL}), {"oil": 1, "arms": 1, "finance": 1}),
        (frozenset({Sanction.DIPLOMATIC}), {"oil": 0, "arms": 0, "finance": 0}),
        (frozenset(), {"oil": 0, "arms": 0, "finance": 0}),
    ],
)
def test_a_condition_asks_who_refuses_a_power_what(kinds: frozenset[Sanction], refused: dict[str, int]) -> None:
    state = changed(Table.open(quiet(), 1).state, sanctions={(ALBA, BORIA): kinds})
    for goods, number in refused.items():
        assert holds(state, Condition(f"count(boria.{goods}_refused_by) == {number}")), goods
    assert holds(state, Condition("alba in boria.sanctioned_by")) is bool(kinds)


# -- texts of both kinds under one name


def test_a_treaty_and_a_resolution_never_share_a_name() -> None:
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    item = Seize(item=MATTER, organ=SECURITY, article=StatuteId("charter_39"), title=both("A quarrel"), parties=frozenset({BORIA, CARNIA}))
    do(table, CARNIA, item)
    do(table, ALBA, draft_of(ALBA, "text", (ALBA, BORIA), WORDS))
    resolution = TableResolution(
        resolution=KEY[0],
        organ=SECURITY,
        item=MATTER,
        article=StatuteId("charter_39"),
        title=both("A text"),
        paragraphs=(Paragraph(id=KEY[1], measure=FOUND),),
    )
    assert refused(table, ALBA, resolution).reason is Reason.NAME_TAKEN
    do(table, ALBA, with_(resolution, resolution=ResolutionId("alba.other")))
    assert refused(table, ALBA, draft_of(ALBA, "other", (ALBA, BORIA), WORDS)).reason is Reason.NAME_TAKEN


def test_what_an_organ_has_decided_is_public_though_a_secret_treaty_bears_its_name() -> None:
    state = under(bound=ALL)
    secret = standing(TreatyId(KEY[0]), (ALBA, BORIA), WORDS, known_to=frozenset({ALBA, BORIA}))
    owed = tuple(obligations_under_measure(with_(state.measures[KEY], beneficiaries=(CARNIA,))))
    clashing = changed(state, treaties={secret.id: secret})
    assert owed and all(known_to(clashing, one) is EVERYBODY for one in owed)


def test_all_trade_covers_the_arms_and_the_oil_of_another_measure() -> None:
    state = changed(under(bound=ALL), sanctions={(ALBA, BORIA): frozenset({Sanction.GENERAL})})
    assert all(one.applied for one in sanctions_decided(state, ALBA)) and sanctions_to_apply(state, ALBA) == ()
