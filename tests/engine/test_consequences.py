"""Consequences: what an act would oblige whom to, release whom from, break, keep and call for, from what its author knows alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.casus import Standing
from engine.clauses import MutualAssistance, NonAggression, StaffTalks
from engine.commands import (
    Accede,
    AgreeToEnd,
    AnswerInvitation,
    AnswerReservation,
    CommitOrders,
    Convene,
    Denounce,
    Initial,
    IssueUltimatum,
    PutToVote,
    Ratify,
    Sign,
    SignalReady,
    Table,
)
from engine.consequences import consequences
from engine.consistency import Clash
from engine.council_commands import CastBallot
from engine.crisis import DemandCession
from engine.duties import Assist, Automaticity, Cede, Refrain, Render
from engine.entry import Requisite
from engine.events import Phase
from engine.foreseen import NOTHING, Consequences
from engine.happenings import Means
from engine.measures import Demand, Determination
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import Lang, Power, TreatyId, conference_id
from engine.obligations import Obligation, obligations
from engine.options import options
from engine.orders import Attack, Default, HandOver, Perform, SendAid
from engine.reservations import Reservation, WaitFor
from engine.table import Table as Referee
from engine.texts.consequences import change_words
from engine.texts.voice import Speaker
from engine.treaty import Accession, Answer
from engine.voting import Ballot
from tests.engine.hearing import debated, seized, tabled
from tests.engine.profiles import effort
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    COUNCIL,
    DORIA,
    ENTENTE,
    ETRIA,
    HARBOUR,
    MARCHES,
    POWERS,
    SCENARIO,
    SECURITY,
    THIRD,
    TWO_DAYS,
    UNDERSTANDING,
    adopt,
    both,
    cession,
    close,
    conclude,
    do,
    draft_of,
    quiet,
    to_phase,
)
from tests.engine.strategies import commands_of

ALLIED = MutualAssistance(against=(BORIA,))


def pairs(owed: tuple[Obligation, ...], form: type = Assist) -> set[tuple[Power, Power]]:
    """Who owes whom a duty of that form."""
    return {(o.duty.debtor, o.duty.creditor) for o in owed if isinstance(o.duty, form)}


def turned(found: Consequences) -> set[tuple[Power, Power, Power, Standing]]:
    """Who stands where in which attack."""
    return {(t.attacker, t.victim, t.power, t.after) for t in found.called}


def test_the_first_signature_binds_nobody_yet_and_says_what_is_awaited() -> None:
    table = Referee.open(quiet(), 1)
    pact = adopt(table, ALBA, "pact", (ALBA, DORIA), ALLIED)
    found = consequences(table.state, ALBA, Sign(treaty=pact))
    assert pairs(found.arising) == {(ALBA, DORIA), (DORIA, ALBA)}
    assert [(r.requisite, r.powers) for r in found.awaits] == [(Requisite.ALL, (DORIA,))]
    assert (BORIA, DORIA, ALBA, Standing.BOUND) in turned(found) and not found.ending
    assert {(o.treaty, o.article.id) for o in found.arising} == {(pact, "a1")}


def test_the_last_signature_brings_the_treaty_into_force() -> None:
    table = Referee.open(quiet(), 1)
    pact = adopt(table, ALBA, "pact", (ALBA, DORIA), ALLIED)
    do(table, ALBA, Sign(treaty=pact))
    found = consequences(table.state, DORIA, Sign(treaty=pact))
    do(table, DORIA, Sign(treaty=pact))
    assert found.awaits == () and all(owed in obligations(table.state) for owed in found.arising)


def test_a_signature_with_a_reservation_brings_what_the_reservation_leaves() -> None:
    table = Referee.open(quiet(), 1)
    pact = adopt(table, ALBA, "pact", (ALBA, DORIA), ALLIED, NonAggression())
    waits = Reservation(article=table.state.treaties[pact].text.articles[0].id, narrowing=WaitFor(CARNIA))
    found = consequences(table.state, ALBA, Sign(treaty=pact, reservations=(waits,)))
    assert {d.jointly_with for o in found.arising if isinstance(d := o.duty, Assist)} == {frozenset({CARNIA})}
    do(table, ALBA, Sign(treaty=pact, reservations=(waits,)))
    do(table, DORIA, Sign(treaty=pact))
    refused = consequences(table.state, DORIA, AnswerReservation(treaty=pact, reserver=ALBA, answer=Answer.REFUSED))
    assert pairs(refused.ending) == {(ALBA, DORIA), (DORIA, ALBA)}


def test_initials_say_what_the_version_would_bind_to_and_what_could_not_be_kept_with_it() -> None:
    table = Referee.open(quiet(), 1)
    conclude(table, ALBA, "peace", (ALBA, BORIA), NonAggression(even_if_aggressor=True))
    draft = draft_of(ALBA, "pact", (ALBA, DORIA), ALLIED)
    do(table, ALBA, draft, Table(treaty=draft.treaty, to=frozenset({DORIA})))
    found = consequences(table.state, ALBA, Initial(treaty=draft.treaty, version=1))
    assert pairs(found.arising) == {(ALBA, DORIA), (DORIA, ALBA)}
    assert [(c.clash, c.power) for c in found.conflicts] == [(Clash.AID_AGAINST_PROMISE, ALBA)]
    assert consequences(table.state, DORIA, Initial(treaty=draft.treaty, version=1)).conflicts == ()


def test_a_vote_for_a_text_says_what_initials_would_and_a_vote_against_it_nothing() -> None:
    table = Referee.open(quiet(), 1)
    draft, talks = draft_of(ALBA, "pact", (ALBA, DORIA), ALLIED), conference_id("alba.talks")
    do(table, ALBA, draft, Table(treaty=draft.treaty, to=frozenset({DORIA})))
    do(table, ALBA, Convene(conference=talks, title=both("Talks"), invited=frozenset({DORIA})))
    do(table, DORIA, AnswerInvitation(conference=talks, attend=True))
    do(table, ALBA, PutToVote(conference=talks, treaty=draft.treaty, version=1))
    initials = consequences(table.state, DORIA, Initial(treaty=draft.treaty, version=1))
    to_phase(table, Phase.SESSION)
    close(table)
    found = {ballot: consequences(table.state, DORIA, CastBallot(organ=talks, ballot=ballot)) for ballot in (Ballot.FOR, Ballot.AGAINST)}
    assert found == {Ballot.FOR: initials, Ballot.AGAINST: NOTHING} and pairs(initials.arising)


def test_ratification_is_forecast_as_if_it_succeeded() -> None:
    table = Referee.open(quiet(), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, DORIA), ALLIED, ratification=True)
    to_phase(table, Phase.TALKS, 1)
    assert pairs(consequences(table.state, ALBA, Ratify(treaty=pact)).arising) == {(ALBA, DORIA), (DORIA, ALBA)}


def test_an_accession_extends_the_duties_to_the_newcomer() -> None:
    table = Referee.open(quiet(), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, DORIA), ALLIED, accession=Accession.OPEN)
    found = consequences(table.state, ETRIA, Accede(treaty=pact))
    assert pairs(found.arising) == {(ALBA, ETRIA), (DORIA, ETRIA), (ETRIA, ALBA), (ETRIA, DORIA)}


@pytest.mark.parametrize("act", [Denounce, AgreeToEnd])
def test_leaving_ends_the_duties_and_the_aid_in_time(act: type) -> None:
    table = Referee.open(quiet(), 1)
    pact = conclude(table, ALBA, "pact", (ALBA, DORIA), ALLIED, notice=TWO_DAYS)
    if act is AgreeToEnd:
        assert consequences(table.state, DORIA, AgreeToEnd(treaty=pact)).ending == ()
        do(table, ALBA, AgreeToEnd(treaty=pact))
    found = consequences(table.state, DORIA, act(treaty=pact))
    assert pairs(found.ending) == {(ALBA, DORIA), (DORIA, ALBA)} and not found.arising
    assert (BORIA, DORIA, ALBA, Standing.FREE) in turned(found)
    assert found.effective == (dt.date(1930, 5, 3) if act is Denounce else None)


def test_an_order_keeps_and_breaks_what_it_says() -> None:
    table = Referee.open(quiet(), 1)
    terms = cession((MARCHES, THIRD), (HARBOUR, THIRD))
    pact = conclude(table, BORIA, "pact", (BORIA, CARNIA), terms, NonAggression(), StaffTalks(by=THIRD))
    to_phase(table, Phase.ORDERS)
    state = table.state
    first, third = (state.treaties[pact].text.articles[n].id for n in (0, 2))
    kept = consequences(state, CARNIA, HandOver(treaty=pact, article=first, stake=MARCHES)).kept
    assert [o.duty.stake for o in kept if isinstance(o.duty, Cede)] == [MARCHES]
    assert pairs(consequences(state, CARNIA, Perform(treaty=pact, article=third, to=BORIA)).kept, Render) == {(CARNIA, BORIA)}
    assert pairs(consequences(state, CARNIA, Default(treaty=pact, article=third, to=BORIA)).breaches, Render) == {(CARNIA, BORIA)}
    attacking = consequences(state, BORIA, Attack(CARNIA))
    assert pairs(attacking.breaches, Refrain) == {(BORIA, CARNIA)} and attacking.crisis
    assert attacking.against is not None and attacking.against.helpers == (ALBA,)
    both = consequences(state, CARNIA, CommitOrders((HandOver(treaty=pact, article=first, stake=MARCHES), Attack(BORIA))))
    assert len(both.kept) == 1 and pairs(both.breaches, Refrain) == {(CARNIA, BORIA)} and both.crisis


def test_an_ultimatum_breaks_the_promise_not_to_threaten() -> None:
    table = Referee.open(quiet(), 1)
    conclude(table, BORIA, "pact", (BORIA, CARNIA), NonAggression(threats=True))
    found = consequences(table.state, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=1))
    assert {d.deeds for o in found.breaches if isinstance(d := o.duty, Refrain)} and pairs(found.breaches, Refrain) == {(BORIA, CARNIA)}


CEASE = Demand(addressees=(BORIA, CARNIA), act=Act.CEASE_FIRE, firmly=True)
FOUND = Determination(finding=Finding.BREACH, author=BORIA, victim=CARNIA)


def test_a_vote_on_a_decision_says_whom_it_would_bind_to_what() -> None:
    table = debated(tabled(seized(SECURITY, "charter_34"), FOUND, CEASE, organ=SECURITY, article="charter_39"))
    found = consequences(table.state, ALBA, CastBallot(organ=SECURITY, ballot=Ballot.FOR))
    assert {o.duty.debtor for o in found.arising} == {BORIA, CARNIA}


def test_a_vote_of_the_league_recommends_and_wakes_the_pacts_that_wait_for_it() -> None:
    table = seized(COUNCIL, "covenant_11")
    conclude(table, ALBA, "pact", (ALBA, CARNIA, DORIA), MutualAssistance(automaticity=Automaticity.UPON_RECOMMENDATION))
    table = debated(tabled(table, Determination(finding=Finding.AGGRESSION, author=BORIA, victim=CARNIA), article="covenant_16"))
    found = consequences(table.state, ALBA, CastBallot(organ=COUNCIL, ballot=Ballot.FOR))
    assert (BORIA, CARNIA, DORIA, Standing.BOUND) in turned(found)
    assert found.arising == ()


@pytest.mark.parametrize(
    "act", [Sign(treaty=UNDERSTANDING), Denounce(treaty=ENTENTE), Ratify(treaty=TreatyId("nothing")), SignalReady(True)]
)
def test_an_act_that_is_not_open_or_says_nothing_of_duties_has_no_consequences(act: object) -> None:
    assert consequences(Referee.open(SCENARIO, 1).state, ETRIA, act) == NOTHING  # type: ignore[arg-type]


@effort(40)
@given(st.data(), st.sampled_from(POWERS), st.integers(0, 4))
def test_a_forecast_is_the_same_from_the_whole_state_as_from_the_view_of_the_power(data: st.DataObject, power: Power, turns: int) -> None:
    table = Referee.open(SCENARIO, 1)
    conclude(table, BORIA, "secret", (BORIA, DORIA), MutualAssistance(against=(ALBA,)), secret=True)
    for _ in range(turns):
        close(table)
    view = table.view(power)
    every = options(table.state, power)
    if not every:
        return
    command = data.draw(commands_of(view, power, data.draw(st.sampled_from(every))))
    if command is None:
        return
    assert consequences(view, power, command) == consequences(table.state, power, command)
    for order in getattr(command, "orders", ()):
        assert consequences(view, power, order) == consequences(table.state, power, order)


def test_no_consequence_depends_on_a_secret_treaty_of_others() -> None:
    plain, fuller = Referee.open(quiet(), 1), Referee.open(quiet(), 1)
    conclude(fuller, CARNIA, "secret", (CARNIA, DORIA), MutualAssistance(against=(BORIA,)), NonAggression(), secret=True)
    acts = (Attack(CARNIA), Attack(DORIA), IssueUltimatum(target=CARNIA, demand=DemandCession((HARBOUR,)), expires=1))
    for act in acts:
        assert consequences(plain.state, BORIA, act) == consequences(fuller.state, BORIA, act)
    assert consequences(plain.state, CARNIA, Attack(DORIA)) != consequences(fuller.state, CARNIA, Attack(DORIA))


def test_no_consequence_depends_on_covert_aid_to_others() -> None:
    secret, known = (to_phase(Referee.open(quiet(charter=False), 1), Phase.ORDERS) for _ in range(2))
    for table, covert in ((secret, True), (known, False)):
        do(table, DORIA, CommitOrders((SendAid(to=CARNIA, means=Means.ARMS, covert=covert),)))
        to_phase(table, Phase.ORDERS, 1)
    act = Attack(CARNIA)
    assert consequences(secret.state, BORIA, act) == consequences(secret.view(BORIA), BORIA, act)
    assert consequences(secret.state, BORIA, act) != consequences(known.state, BORIA, act)


def test_what_changes_is_said_once_with_its_source() -> None:
    table = Referee.open(quiet(), 1)
    pact = adopt(table, ALBA, "pact", (ALBA, DORIA), ALLIED)
    found = consequences(table.state, ALBA, Sign(treaty=pact))
    english, french = (Speaker(table.state.setting, Lang(lang)) for lang in ("en", "fr"))
    assert change_words(found, ALBA, english, table.state.treaties) == (
        "A duty of Doria arises: assistance to Alba (“pact”, Article 1).",
        "A duty of Alba arises: assistance to Doria (“pact”, Article 1).",
        "In an attack by Boria on Alba, Doria goes from “free” to “bound” (“pact”, Article 1).",
        "In an attack by Boria on Doria, Alba goes from “free” to “bound” (“pact”, Article 1).",
    )
    said = [line.replace("\u00a0", " ") for line in change_words(found, ALBA, french, table.state.treaties)]
    assert said[1] == "Nouvelle obligation d'Alba (fr) : l'assistance due à Doria (fr) (« pact (fr) », article premier)."
