"""What is adopted does what it says: composition, referral, committees, sanctions and their observance, pacts that wait for a word."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve as with_

from engine.ai.standin import let_scripted_play
from engine.casus import Standing, casus_foederis
from engine.clauses import AcceptDecisions, MutualAssistance
from engine.commands import CommitOrders
from engine.council_commands import GiveNotice
from engine.decide.agenda import later
from engine.duties import Automaticity, Refrain
from engine.events import MemberLeft, ObligationBreached, ObligationPerformed, Phase, TreatyShown
from engine.measures import (
    Admission,
    Committee,
    Demand,
    Determination,
    Election,
    Expulsion,
    Lifting,
    Referral,
    Sanctions,
)
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import BodyId, ItemId, OrganId, Power, TreatyId
from engine.obligations import obligations
from engine.orders import ApplySanction, OrderKind, Sanction
from engine.organ import ELECTED
from engine.plot import Scenario
from engine.table import Table
from engine.voting import Ballot
from tests.engine.hearing import MATTER, debated, seized, tabled, vote
from tests.engine.settings import (
    ALBA,
    ASSEMBLY,
    BORIA,
    CARNIA,
    COUNCIL,
    DORIA,
    ETRIA,
    FIRST,
    SECURITY,
    THIRD,
    close,
    do,
    quiet,
    standing,
    to_phase,
    with_plot,
)

FOR, AGAINST = Ballot.FOR, Ballot.AGAINST
GUILTY = Determination(finding=Finding.RESORT_TO_WAR, author=BORIA, victim=CARNIA)
ARMS = Sanctions(target=BORIA, kinds=(Sanction.ARMS,), exempt=(DORIA,), review=THIRD)


def decided(*measures: object, organ: OrganId = COUNCIL, article: str = "covenant_16", against: tuple[Power, ...] = (BORIA,)) -> Table:
    """The organ has adopted a text of these paragraphs; all but those named voted for it."""
    table = seized(organ, "covenant_15" if organ != SECURITY else "charter_34")
    debated(tabled(table, *measures, organ=organ, article=article))
    sitting = table.state.sitting
    assert sitting is not None
    vote(table, **{power: AGAINST if power in against else FOR for power in sitting.present})
    assert table.state.measures or not measures
    return table


def in_the_assembly(*measures: object, article: str = "covenant_3") -> Table:
    """The Assembly, voting by roll-call, has adopted a text of these paragraphs."""
    table = seized(ASSEMBLY, article, by=ALBA, turn=1)
    debated(tabled(table, *measures, organ=ASSEMBLY, article=article, item=ItemId("alba.quarrel")))
    vote(table, alba=FOR, boria=FOR, carnia=FOR, doria=FOR)
    return table


def test_the_assembly_admits_and_a_new_member_sits_in_it() -> None:
    table = in_the_assembly(Admission(power=ETRIA), article="covenant_1")
    assert ETRIA in table.state.memberships[COUNCIL].members
    assert ETRIA in table.state.organs[ASSEMBLY].seats and ETRIA not in table.state.organs[COUNCIL].seats


def test_the_assembly_elects_to_the_council() -> None:
    table = in_the_assembly(Election(power=CARNIA, until=THIRD))
    seat = table.state.organs[COUNCIL].seats[CARNIA]
    assert (seat.by, seat.until) == (ELECTED, THIRD)


def test_who_is_expelled_loses_every_seat() -> None:
    table = seized()
    debated(tabled(table, Expulsion(power=BORIA), article="covenant_16"))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    assert BORIA not in table.state.memberships[COUNCIL].members
    assert all(BORIA not in table.state.organs[organ].seats for organ in (COUNCIL, ASSEMBLY))
    assert BORIA in table.state.organs[SECURITY].seats


def test_an_elected_member_sits_to_the_close_of_its_term() -> None:
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS, 2)
    assert DORIA in table.state.organs[COUNCIL].seats
    to_phase(table, Phase.TALKS, 3)
    assert DORIA not in table.state.organs[COUNCIL].seats


def test_a_committee_takes_the_matter_and_a_majority_suffices_to_establish_it() -> None:
    """Covenant 5(2)."""
    table = seized()
    debated(tabled(table, Committee(slug="three", members=(ALBA, DORIA, CARNIA)), article="covenant_15"))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    committee = table.state.organs[OrganId("council.three")]
    assert tuple(committee.seats) == (ALBA, DORIA, CARNIA) and MATTER in committee.agenda


def test_a_matter_referred_is_on_the_other_agenda() -> None:
    table = seized()
    debated(tabled(table, Referral(organ=ASSEMBLY), article="covenant_15"))
    vote(table, alba=FOR, boria=FOR, doria=FOR, carnia=FOR)
    assert MATTER in table.state.organs[ASSEMBLY].agenda


def sanctioning() -> Scenario:
    """The quiet scenario with sanctions among the orders."""
    return with_(quiet(), setting=with_(quiet().setting, orders={OrderKind.SANCTION: {}}))


def hearing(scenario: Scenario) -> Table:
    """A table of this scenario at which the Council has been seized of the quarrel."""
    table = Table.open(scenario, 1)
    for event in seized().chronicle[len(table.chronicle) :]:
        table.apply((event,))
    return table


@pytest.mark.parametrize(
    ("organ", "article", "against", "bound"),
    [
        # A decision binds all members of the organisation but the target and those exempt (Charter 25).
        (SECURITY, "charter_41", (), {ALBA, CARNIA}),
        # Under Covenant 16 each member judges: who voted for it has declared that it will apply it (4 October 1921).
        (COUNCIL, "covenant_16", (BORIA,), {ALBA, CARNIA}),
    ],
)
def test_sanctions_bind_by_the_law_of_the_organ(organ: OrganId, article: str, against: tuple[Power, ...], bound: set[Power]) -> None:
    table = seized(organ, "covenant_15" if organ == COUNCIL else "charter_34")
    debated(tabled(table, GUILTY, ARMS, organ=organ, article=article))
    sitting = table.state.sitting
    assert sitting is not None
    for power in sitting.present:
        abstains = power == BORIA
        vote(table, **{power: AGAINST if power in against else Ballot.ABSTAIN if abstains else FOR})
    owed = {o.duty.debtor for o in obligations(table.state) if o.article.id == "p2"}
    assert owed == bound


def test_who_applies_what_binds_it_performs_and_who_lets_a_turn_pass_breaches() -> None:
    table = hearing(sanctioning())
    debated(tabled(table, GUILTY, ARMS, article="covenant_16"))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    do(table, ALBA, CommitOrders((ApplySanction(BORIA, Sanction.ARMS),)))
    first = close(table)
    assert [e.duty.debtor for e in first if isinstance(e, ObligationPerformed)] == [ALBA]
    assert not any(isinstance(e, ObligationBreached) for e in first)
    close(table)
    second = close(table)
    assert [e.duty.debtor for e in second if isinstance(e, ObligationBreached)] == [CARNIA]


@pytest.mark.parametrize(("body", "counts"), [("league_council", True), (COUNCIL, True), ("security_council", False)])
def test_who_has_accepted_the_decisions_of_the_organ_keeps_and_breaks_that_promise_with_them(body: str, counts: bool) -> None:
    table = hearing(sanctioning())
    pact = standing(TreatyId("acceptance"), (ALBA, CARNIA), AcceptDecisions(body=BodyId(body)))
    table.apply((TreatyShown(treaty=pact, how="standing"),))
    debated(tabled(table, GUILTY, ARMS, article="covenant_16"))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    do(table, ALBA, CommitOrders((ApplySanction(BORIA, Sanction.ARMS),)))
    for _ in range(3):
        close(table)
    found = [(line.debtor, line.kept) for line in table.state.record if line.treaty == pact.id]
    assert found == ([(ALBA, True), (CARNIA, False)] if counts else [])


def test_what_an_organ_binds_a_power_to_sever_costs_no_order() -> None:
    table = hearing(sanctioning())
    debated(tabled(table, GUILTY, Sanctions(target=BORIA, kinds=(Sanction.ARMS, Sanction.OIL, Sanction.FINANCE)), article="covenant_16"))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    severing = tuple(ApplySanction(BORIA, kind) for kind in (Sanction.ARMS, Sanction.OIL, Sanction.FINANCE))
    assert len(severing) > table.state.setting.orders_per_turn
    do(table, ALBA, CommitOrders(severing))


def test_scripted_powers_sever_what_binds_them() -> None:
    table = decided(GUILTY, ARMS)
    let_scripted_play(table, frozenset({ALBA}))
    assert table.state.orders[ALBA] == (ApplySanction(BORIA, Sanction.ARMS),)


def test_sanctions_end_when_lifted_or_at_their_review() -> None:
    table = decided(GUILTY, ARMS)
    to_phase(table, Phase.TALKS, 1)
    tabled(table, Lifting(target=BORIA), by=DORIA, article="covenant_16")
    debated(table)
    vote(table, alba=FOR, boria=FOR, doria=FOR, carnia=FOR)
    assert [m.ended for m in table.state.measures.values()] == [None, 1]
    lapsing = to_phase(decided(GUILTY, ARMS), Phase.TALKS, 3)
    assert [m.ended for m in lapsing.state.measures.values()] == [None, 2]


def test_a_binding_demand_is_owed_to_the_other_side() -> None:
    cease = Demand(addressees=(BORIA, CARNIA), act=Act.CEASE_FIRE, firmly=True)
    table = seized(SECURITY, "charter_34")
    debated(tabled(table, cease, organ=SECURITY, article="charter_40"))
    vote(table, alba=FOR, boria=Ballot.ABSTAIN, carnia=FOR, doria=FOR)
    owed = {(o.duty.debtor, o.duty.creditor) for o in obligations(table.state) if isinstance(o.duty, Refrain) and o.article.id == "p1"}
    assert owed == {(BORIA, CARNIA), (CARNIA, BORIA)}


def test_a_pact_that_waits_for_a_finding_wakes_when_the_council_makes_it() -> None:
    pact = standing(next(iter(quiet().plot.treaties)), (ALBA, CARNIA), MutualAssistance(automaticity=Automaticity.UPON_RECOMMENDATION))
    scenario = with_plot(events={}, drafts={}, treaties={pact.id: pact}, endings={})
    table = hearing(scenario)

    def alba() -> Standing:
        return next(c.standing for c in casus_foederis(table.state, BORIA, CARNIA) if c.power == ALBA)

    assert alba() is Standing.ENTITLED
    debated(tabled(table, GUILTY, article="covenant_16"))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    assert alba() is Standing.BOUND


def test_a_member_that_gives_notice_stays_bound_until_it_has_run() -> None:
    """Covenant 1(3): two years."""
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    do(table, CARNIA, GiveNotice(organ=COUNCIL))
    day = table.state.memberships[COUNCIL].leaving[CARNIA]
    assert day == later(quiet().setting.turns[FIRST].date, 24)
    to_phase(table, Phase.TALKS, 1)
    assert CARNIA in table.state.memberships[COUNCIL].members
    assert not any(isinstance(e, MemberLeft) for e in table.chronicle)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(1933, 3, 27), 24, dt.date(1935, 3, 27)),
        (dt.date(1990, 1, 31), 1, dt.date(1990, 2, 28)),
        (dt.date(1990, 12, 15), 1, dt.date(1991, 1, 15)),
        (dt.date(1990, 11, 30), 3, dt.date(1991, 2, 28)),
        (dt.date(1990, 6, 1), 0, dt.date(1990, 6, 1)),
    ],
)
def test_notice_runs_by_the_calendar(day: dt.date, months: int, expected: dt.date) -> None:
    assert later(day, months) == expected
