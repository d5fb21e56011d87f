"""Disputes: the peaceful means as moves, what they oblige to, and resort to war measured by the Covenant and the Charter."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve as with_

from engine.clauses import AnyClause, NonAggression, RespectAward, SubmitDisputes
from engine.clauses.settlement import Procedure as Submitted
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.council_commands import Move, Seize
from engine.crisis import Stance
from engine.decide.courses import judgment
from engine.decide.disputes import MOST_DISPUTES
from engine.deeds import attack as deeds_of_attack
from engine.deeds import deeds_of
from engine.dispute import BY_A_THIRD, PROPOSABLE, Dispute, Force, Stage
from engine.dispute_commands import (
    AnswerDuties,
    AnswerProcedure,
    AnswerReport,
    AnswerTerms,
    GiveAward,
    OfferTerms,
    OpenDispute,
    ProposeProcedure,
    ReferToAssembly,
    ReportDefence,
    ReportFacts,
)
from engine.duties import Cede, Refrain, Render
from engine.engagements import CHARTER, COVENANT, defends, is_cooling, report_due
from engine.events import Phase, ProcedureFailed, TermsOffered
from engine.measures import Authorisation, Condemnation, Determination, Sanctions, Terms
from engine.measures.base import Finding
from engine.measures.recommendation import Procedure
from engine.names import (
    EVERYBODY,
    ArticleId,
    Audience,
    DisputeId,
    ItemId,
    OrganId,
    Power,
    ResolutionId,
    StakeId,
    StatuteId,
    TreatyId,
    paragraph_id,
)
from engine.obligations import obligations
from engine.orders import ApplySanction, Attack, HandOver, Sanction
from engine.organ import ItemStage
from engine.performance import broken_by
from engine.record import Appeal
from engine.resolution import StandingMeasure
from engine.setting import Turn
from engine.sitting import Subject
from engine.table import Table
from engine.voting import Ballot
from engine.voting.bodies import Effect
from tests.engine.hearing import debated, opened, paragraphs, seized, tabled, vote
from tests.engine.settings import (
    ALBA,
    ASSEMBLY,
    BORIA,
    CARNIA,
    COUNCIL,
    DORIA,
    ENTENTE,
    ETRIA,
    LAST,
    MARCHES,
    PLOT,
    SECURITY,
    TURNS,
    both,
    cession,
    close,
    do,
    quiet,
    refused,
    standing,
    to_phase,
    with_plot,
)

CLAIM = DisputeId("boria.claim")
QUARREL = DisputeId("carnia.quarrel")
FOR, AGAINST, ABSTAIN = Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN
BOND = TreatyId("bond")


def open_claim(*clauses: AnyClause, charter: bool = False, days: int = 1, over: StakeId | None = MARCHES, of_right: bool = False) -> Table:
    """Boria claims the marches of Carnia; what these clauses say is in force between them."""
    treaties = {ENTENTE: PLOT.treaties[ENTENTE]} | ({BOND: standing(BOND, (BORIA, CARNIA), *clauses)} if clauses else {})
    scenario = with_plot(charter=charter, events={}, drafts={}, treaties=treaties, endings={})
    turns = {turn: Turn(name=both(turn), date=dt.date(1930, 5, 1) + dt.timedelta(days=n * days)) for n, turn in enumerate(TURNS)}
    table = to_phase(Table.open(with_(scenario, setting=with_(scenario.setting, turns=turns)), 1), Phase.TALKS)
    do(table, BORIA, OpenDispute(dispute=CLAIM, respondent=CARNIA, title=both("The marches"), over=over, of_right=of_right))
    return table


def dispute_of(table: Table, ident: DisputeId = CLAIM) -> Dispute:
    return table.state.disputes[ident]


def run(table: Table, procedure: Procedure, third: Power | None = None) -> Table:
    """Boria proposes a means, and whoever is asked agrees."""
    do(table, BORIA, ProposeProcedure(dispute=CLAIM, procedure=procedure, third=third))
    for power in sorted(dispute_of(table).awaited()):
        do(table, power, AnswerProcedure(dispute=CLAIM, accept=True))
    return table


def awarded(table: Table, winner: Power = BORIA) -> Table:
    """Doria has decided as arbiter."""
    do(run(table, Procedure.ARBITRATION, DORIA), DORIA, GiveAward(dispute=CLAIM, in_favour=winner))
    return table


def bars(table: Table) -> list[tuple[str, Power, Power]]:
    """The engagements under the Covenant that hold back from war: article, debtor, creditor."""
    owed = (o for o in obligations(table.state) if o.treaty == COVENANT and isinstance(o.duty, Refrain))
    return [(o.article.id, o.duty.debtor, o.duty.creditor) for o in owed]


def record(table: Table) -> list[tuple[str, str, Power, bool]]:
    return [(line.treaty, line.article, line.debtor, line.kept) for line in table.state.record]


def attack(table: Table, mover: Power = BORIA, target: Power = CARNIA) -> Table:
    """A power attacks, and persists."""
    to_phase(table, Phase.ORDERS)
    for power in table.state.powers():
        do(table, power, CommitOrders((Attack(target),) if power == mover else ()))
    for power in sorted(table.state.powers()):
        if power != mover:
            do(table, power, AnswerCrisis(stance=Stance.RESIST if power == target else Stance.NEUTRAL))
    do(table, mover, Decide(persist=True))
    return table


# -- the means


@pytest.mark.parametrize("procedure", PROPOSABLE)
def test_a_means_begins_when_all_who_are_asked_have_agreed(procedure: Procedure) -> None:
    table = run(open_claim(), procedure, DORIA if procedure in BY_A_THIRD else None)
    running = dispute_of(table).running
    assert running is not None and running.procedure is procedure


@pytest.mark.parametrize("procedure", [Procedure.NEGOTIATION, Procedure.GOOD_OFFICES, Procedure.MEDIATION, Procedure.CONCILIATION])
def test_terms_accepted_by_both_parties_settle_the_dispute_and_are_carried_out(procedure: Procedure) -> None:
    table = run(open_claim(), procedure, DORIA if procedure in BY_A_THIRD else None)
    by_third = procedure in (Procedure.MEDIATION, Procedure.CONCILIATION)
    do(table, DORIA if by_third else BORIA, OfferTerms(dispute=CLAIM, in_favour=BORIA))
    for power in (CARNIA, BORIA) if by_third else (CARNIA,):
        do(table, power, AnswerTerms(dispute=CLAIM, accept=True))
    assert dispute_of(table).stage is Stage.SETTLED
    owed = next(o for o in obligations(table.state) if isinstance(o.duty, Cede))
    assert (owed.duty.debtor, owed.duty.creditor, owed.article.id) == (CARNIA, BORIA, "settlement")
    to_phase(table, Phase.ORDERS)
    do(table, CARNIA, CommitOrders((HandOver(treaty=owed.treaty, article=owed.article.id, stake=MARCHES),)))
    close(table)
    assert table.state.holder(MARCHES) == BORIA and record(table)[-1] == (owed.treaty, "settlement", CARNIA, True)


@pytest.mark.parametrize(("procedure", "public"), [(Procedure.MEDIATION, False), (Procedure.CONCILIATION, True)])
def test_a_mediator_speaks_to_the_parties_and_a_conciliator_reports_to_all(procedure: Procedure, public: bool) -> None:
    table = run(open_claim(), procedure, DORIA)
    do(table, DORIA, OfferTerms(dispute=CLAIM, in_favour=CARNIA))
    offered = next(e for e in table.chronicle if isinstance(e, TermsOffered))
    assert (offered.audience is None) is public
    assert (table.view(ALBA).disputes[CLAIM].terms is not None) is public


@pytest.mark.parametrize("responsible", [None, BORIA, CARNIA])
def test_an_enquiry_publishes_what_it_finds(responsible: Power | None) -> None:
    table = run(open_claim(), Procedure.ENQUIRY, DORIA)
    do(table, DORIA, ReportFacts(dispute=CLAIM, responsible=responsible))
    fact = table.view(ALBA).disputes[CLAIM].fact
    assert fact is not None and (fact.by, fact.responsible) == (DORIA, responsible)
    assert dispute_of(table).tried == (Procedure.ENQUIRY,)


def test_what_nobody_answers_lapses_and_what_leads_to_nothing_ends_with_the_following_turn() -> None:
    table = open_claim()
    do(table, BORIA, ProposeProcedure(dispute=CLAIM, procedure=Procedure.NEGOTIATION))
    to_phase(table, Phase.TALKS, 1)
    run(table, Procedure.MEDIATION, DORIA)
    to_phase(table, Phase.TALKS, 2)
    assert dispute_of(table).running is not None
    to_phase(table, Phase.TALKS, 3)
    assert [e.why.value for e in table.chronicle if isinstance(e, ProcedureFailed)] == ["unanswered", "fruitless"]
    assert dispute_of(table).running is None


# -- treaties to settle disputes


@pytest.mark.parametrize(
    ("procedure", "accept", "expected"),
    [
        # The parties have promised conciliation first, then arbitration: the latter is owed only when the former has been tried.
        (Procedure.CONCILIATION, True, [(BORIA, True), (CARNIA, True)]),
        (Procedure.CONCILIATION, False, [(BORIA, True), (CARNIA, False)]),
        (Procedure.ARBITRATION, False, []),
        (Procedure.MEDIATION, False, []),
    ],
)
def test_a_treaty_to_submit_disputes_is_kept_by_agreeing_to_its_means_and_broken_by_refusing(
    procedure: Procedure, accept: bool, expected: list[tuple[Power, bool]]
) -> None:
    table = open_claim(SubmitDisputes(procedures=(Submitted.CONCILIATION, Submitted.ARBITRATION)))
    do(table, BORIA, ProposeProcedure(dispute=CLAIM, procedure=procedure, third=DORIA))
    do(table, CARNIA, AnswerProcedure(dispute=CLAIM, accept=accept))
    assert [(power, kept) for treaty, _, power, kept in record(table) if treaty == BOND] == expected


@pytest.mark.parametrize("of_right", [False, True])
def test_an_article_on_disputes_as_to_rights_is_asked_of_no_other(of_right: bool) -> None:
    """As the arbitration conventions of Locarno (16 October 1925) sent disputes of right, and no others, to a judge."""
    table = open_claim(SubmitDisputes(procedures=(Submitted.ARBITRATION,), only_rights=True), of_right=of_right)
    do(table, BORIA, ProposeProcedure(dispute=CLAIM, procedure=Procedure.ARBITRATION, third=DORIA))
    do(table, CARNIA, AnswerProcedure(dispute=CLAIM, accept=False))
    assert [(power, kept) for treaty, _, power, kept in record(table) if treaty == BOND] == (
        [(BORIA, True), (CARNIA, False)] if of_right else []
    )


@pytest.mark.parametrize(
    ("arbiters", "hands_over", "expected"),
    [((), True, [True]), ((), False, [False]), ((DORIA,), False, [False]), ((ALBA,), False, [])],
)
def test_a_treaty_to_respect_awards_is_kept_or_broken_with_the_award(
    arbiters: tuple[Power, ...], hands_over: bool, expected: list[bool]
) -> None:
    table = awarded(open_claim(RespectAward(arbiters=arbiters)))
    to_phase(table, Phase.ORDERS)
    if hands_over:
        do(table, CARNIA, CommitOrders((HandOver(treaty=COVENANT, article=ArticleId("covenant_13"), stake=MARCHES),)))
    to_phase(table, Phase.TALKS, 2)
    assert [kept for treaty, _, power, kept in record(table) if (treaty, power) == (BOND, CARNIA)] == expected


# -- the Covenant


@pytest.mark.parametrize(
    ("days", "turn", "cooling"),
    [(1, 0, True), (1, 1, True), (45, 1, True), (45, 2, True), (50, 2, False), (100, 1, False)],
)
def test_war_waits_until_three_months_after_the_award(days: int, turn: int, cooling: bool) -> None:
    """Covenant 12(1): the award is given in the first turn."""
    table = to_phase(awarded(open_claim(days=days)), Phase.TALKS, turn)
    assert is_cooling(table.state, dispute_of(table)) is cooling


def test_members_with_a_dispute_owe_each_other_to_wait_from_its_opening() -> None:
    assert bars(open_claim()) == [("covenant_12", BORIA, CARNIA), ("covenant_12", CARNIA, BORIA)]


def test_an_award_is_carried_out_and_whoever_does_so_is_left_in_peace() -> None:
    """Covenant 13(4)."""
    table = awarded(open_claim(days=100))
    cession = next(o for o in obligations(table.state) if isinstance(o.duty, Cede))
    assert (cession.treaty, cession.article.id, cession.duty.debtor) == (COVENANT, "covenant_13", CARNIA)
    assert ("covenant_13", BORIA, CARNIA) in bars(table)
    to_phase(table, Phase.TALKS, 2)
    assert record(table) == [(COVENANT, "covenant_13", CARNIA, False)]
    assert bars(table) == [], "who does not comply is not protected, and three months have passed"


@pytest.mark.parametrize(
    ("ballots", "force", "barred"),
    [
        # Covenant 15(6): the parties' votes do not count; no member goes to war with the party that complies.
        ({"alba": FOR, "boria": AGAINST, "doria": FOR, "carnia": FOR}, Force.UNANIMOUS, {ALBA, BORIA, DORIA}),
        ({"alba": FOR, "boria": FOR, "doria": ABSTAIN, "carnia": AGAINST}, Force.UNANIMOUS, {ALBA, BORIA, DORIA}),
        # Covenant 15(7): no agreement of all others, freedom of action once three months have passed; one vote to one is no majority.
        ({"alba": FOR, "boria": FOR, "doria": AGAINST, "carnia": FOR}, None, set()),
    ],
)
def test_a_report_of_the_council_bars_war_as_far_as_the_others_agree(
    ballots: dict[str, Ballot], force: Force | None, barred: set[Power]
) -> None:
    table = debated(tabled(seized(), Condemnation(power=BORIA)))
    vote(table, **ballots)
    report = dispute_of(table, QUARREL).report
    assert (report.force if report is not None else None) is force
    if report is not None:
        to_phase(table, Phase.TALKS, 1)
        do(table, CARNIA, AnswerReport(dispute=QUARREL, accept=True))
    assert {debtor for article, debtor, creditor in bars(table) if (article, creditor) == ("covenant_15", CARNIA)} == barred


def test_a_report_of_a_majority_is_published_and_leaves_the_members_free() -> None:
    """Covenant 15(4), (7): two for and one against, in a Council of four others."""
    scenario = quiet()
    sheet = with_(scenario.setting.councils[COUNCIL], permanent=(ALBA, BORIA, ETRIA))
    councils = {**scenario.setting.councils, COUNCIL: sheet}
    table = to_phase(Table.open(with_(scenario, setting=with_(scenario.setting, councils=councils)), 1), Phase.TALKS)
    do(table, CARNIA, covenant_15("carnia.quarrel"))
    debated(tabled(table, Condemnation(power=BORIA)))
    vote(table, alba=FOR, boria=AGAINST, etria=FOR, doria=AGAINST, carnia=FOR)
    report = dispute_of(table, QUARREL).report
    assert report is not None and report.force is Force.MAJORITY
    to_phase(table, Phase.TALKS, 1)
    do(table, CARNIA, AnswerReport(dispute=QUARREL, accept=True))
    assert {article for article, _, _ in bars(table)} == {"covenant_12"}


def covenant_15(slug: str, *parties: Power) -> Seize:
    """A dispute is submitted to the Council."""
    return Seize(
        item=ItemId(slug),
        organ=COUNCIL,
        article=StatuteId("covenant_15"),
        title=both("A quarrel"),
        parties=frozenset(parties or (BORIA, CARNIA)),
    )


def test_the_council_is_to_report_within_six_months_of_the_submission() -> None:
    """Covenant 12(2)."""
    table = open_claim()
    assert report_due(table.state, dispute_of(table)) is None
    do(table, BORIA, covenant_15("boria.matter"))
    assert report_due(table.state, dispute_of(table)) == dt.date(1930, 11, 1)
    debated(tabled(table, Condemnation(power=CARNIA), item=ItemId("boria.matter")))
    vote(table, alba=FOR, boria=FOR, doria=FOR, carnia=AGAINST)
    assert report_due(table.state, dispute_of(table)) is None


def test_terms_that_both_parties_accept_from_a_report_settle_the_dispute() -> None:
    table = open_claim()
    do(table, BORIA, covenant_15("boria.matter"))
    debated(tabled(table, Terms(stake=MARCHES, to=BORIA), item=ItemId("boria.matter")))
    vote(table, alba=FOR, boria=FOR, doria=FOR, carnia=AGAINST)
    to_phase(table, Phase.TALKS, 1)
    for power in (BORIA, CARNIA):
        do(table, power, AnswerReport(dispute=CLAIM, accept=True))
    assert (dispute_of(table).stage, dispute_of(table).agreed) == (Stage.SETTLED, BORIA)


def test_what_is_of_domestic_jurisdiction_is_left_aside() -> None:
    """Covenant 15(8)."""
    table = opened(seized())
    do(table, ALBA, Move(organ=COUNCIL, subject=Subject.INCOMPETENCE))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=AGAINST)
    report = dispute_of(table, QUARREL).report
    assert report is not None and report.force is Force.DOMESTIC


def test_a_party_has_the_dispute_referred_to_the_assembly_and_the_council_has_done_with_it() -> None:
    """Covenant 15(9)."""
    table = tabled(seized(), Condemnation(power=BORIA))
    do(table, BORIA, ReferToAssembly(item=ItemId("carnia.quarrel"), organ=ASSEMBLY))
    item = ItemId("carnia.quarrel")
    assert table.state.organs[COUNCIL].agenda[item].stage is ItemStage.CLOSED
    assert table.state.organs[ASSEMBLY].agenda[item].dispute == QUARREL
    assert table.state.resolutions[ResolutionId("alba.text")].stage.value == "lapsed"


@pytest.mark.parametrize("accept", [True, False])
def test_a_non_member_answers_whether_it_takes_the_duties_of_one(accept: bool) -> None:
    """Covenant 17(1), (3): without them it is not bound to wait, and its war is met by Article 16 all the same."""
    table = seized_against_a_stranger()
    do(table, ETRIA, AnswerDuties(dispute=QUARREL, accept=accept))
    assert (("covenant_12", ETRIA, CARNIA) in bars(table)) is accept
    attack(table, ETRIA, CARNIA)
    outbreak = dispute_of(table, QUARREL).outbreak
    assert outbreak is not None and outbreak.article == ("covenant_12" if accept else "covenant_17")


def seized_against_a_stranger() -> Table:
    """Carnia brings its quarrel with Etria, which is no member, before the Council."""
    scenario = quiet(charter=False)
    borders = scenario.setting.borders | {(CARNIA, ETRIA)}
    table = to_phase(Table.open(with_(scenario, setting=with_(scenario.setting, borders=borders)), 1), Phase.TALKS)
    do(table, CARNIA, covenant_15("carnia.quarrel", ETRIA, CARNIA))
    return table


@pytest.mark.parametrize(
    ("setup", "days", "turn", "article"),
    [
        ("open", 1, 0, "covenant_12"),
        ("award", 1, 1, "covenant_13"),
        ("award", 100, 1, "covenant_13"),
        # Carnia has not carried it out, and three months have passed: Boria is free.
        ("award", 100, 2, None),
        ("award", 1, 2, "covenant_12"),
    ],
)
def test_resort_to_war_over_a_dispute_is_measured_by_the_covenant(setup: str, days: int, turn: int, article: str | None) -> None:
    table = open_claim(days=days)
    if setup == "award":
        awarded(table)
    attack(to_phase(table, Phase.TALKS, turn))
    outbreak = dispute_of(table).outbreak
    assert outbreak is not None and outbreak.article == article
    assert dispute_of(table).stage is Stage.WAR
    assert any(source == COVENANT and power == BORIA and not kept for source, _, power, kept in record(table)) is (article is not None)


# -- the Court


@pytest.mark.parametrize(
    ("clauses", "winner"),
    [((), CARNIA), ((RespectAward(),), CARNIA)],
)
def test_the_court_gives_what_is_claimed_to_its_holder_unless_he_owes_it(clauses: tuple[AnyClause, ...], winner: Power) -> None:
    table = run(open_claim(*clauses), Procedure.JUDICIAL_SETTLEMENT)
    assert judgment(table.state, dispute_of(table)) == winner
    to_phase(table, Phase.TALKS, 1)
    assert dispute_of(table).award is not None and dispute_of(table).agreed == winner


def test_the_court_holds_the_holder_to_a_public_cession() -> None:

    table = run(open_claim(cession((MARCHES, LAST))), Procedure.JUDICIAL_SETTLEMENT)
    assert judgment(table.state, dispute_of(table)) == BORIA


# -- the Charter


def test_force_between_members_of_the_united_nations_breaks_the_charter() -> None:
    """Charter 2(4)."""
    table = attack(to_phase(Table.open(quiet(), 1), Phase.TALKS))
    assert (CHARTER, "charter_2", BORIA, False) in record(table)
    assert all(power != CARNIA for source, _, power, _ in record(table) if source == CHARTER)


@pytest.mark.parametrize("reports", [True, False])
def test_self_defence_is_reported_at_once(reports: bool) -> None:
    """Charter 51: by the close of the following turn."""
    table = to_phase(attack(to_phase(Table.open(quiet(), 1), Phase.TALKS)), Phase.TALKS, 1)
    owed = next(o for o in obligations(table.state) if o.treaty == CHARTER and isinstance(o.duty, Render))
    assert (owed.article.id, owed.duty.debtor) == ("charter_51", CARNIA)
    if reports:
        do(table, CARNIA, ReportDefence(organ=SECURITY, against=BORIA))
    to_phase(table, Phase.TALKS, 2)
    assert [kept for source, article, power, kept in record(table) if (article, power) == ("charter_51", CARNIA)] == [reports]


@pytest.mark.parametrize(
    ("measure", "organ_type", "article"),
    [
        (None, "security_council", "charter_2"),
        (Authorisation(against=BORIA), "security_council", None),
        (Authorisation(against=BORIA, after=TURNS[0]), "security_council", "charter_2"),
        (Authorisation(against=BORIA), "csce", "charter_53"),
    ],
)
def test_force_needs_the_authority_of_the_council_and_a_regional_body_cannot_give_it(
    measure: Authorisation | None, organ_type: str, article: str | None
) -> None:
    """Charter 42, 53."""

    state = with_measure(Table.open(quiet(), 1), measure, organ_type)
    broken = [o.article.id for o in broken_by(state, deeds_of_attack(state, ALBA, BORIA, None), aggressor=ALBA) if o.treaty == CHARTER]
    assert broken == ([article] if article is not None else [])


@pytest.mark.parametrize(
    ("enforcement", "by", "article"),
    [
        (True, ("csce",), "charter_53"),
        (True, ("collective_security_council",), "charter_53"),
        (True, ("csce", "security_council"), None),
        (True, ("security_council",), None),
        (True, (), None),
        (False, ("csce",), None),
    ],
)
def test_whether_a_regional_body_needs_leave_for_its_sanctions_too_is_a_switch(
    enforcement: bool, by: tuple[str, ...], article: str | None
) -> None:
    """Charter 53: contested."""
    scenario = quiet()
    setting = with_(scenario.setting, law=with_(scenario.setting.law, regional_sanctions=enforcement))
    table = Table.open(with_(scenario, setting=setting), 1)
    state = table.state
    for organ_type in by:
        found = with_measure(table, Sanctions(target=BORIA, kinds=(Sanction.ARMS,)), organ_type)
        standing = {(resolution, paragraph_id(organ_type)): measure for (resolution, _), measure in found.measures.items()}
        named = {key: with_(measure, organ=OrganId(organ_type)) for key, measure in standing.items()}
        organs = {**state.organs, OrganId(organ_type): found.organs[OrganId("other")]}
        state = with_(state, organs=organs, measures={**state.measures, **named})
    deeds = deeds_of(state, ALBA, ApplySanction(BORIA, Sanction.ARMS))
    assert [o.article.id for o in broken_by(state, deeds) if o.treaty == CHARTER] == ([article] if article is not None else [])


def with_measure(table: Table, measure: Any, organ_type: str) -> Any:
    """The state in which an organ of this type has adopted the measure."""

    state = to_phase(table, Phase.TALKS).state
    if measure is None:
        return state
    organ = OrganId("other")
    organs = {**state.organs, organ: with_(state.organs[SECURITY], id=organ, type=organ_type)}
    (paragraph,) = paragraphs(measure)
    taken = StandingMeasure(
        resolution=ResolutionId("alba.text"),
        paragraph=paragraph.id,
        organ=organ,
        measure=measure,
        effect=Effect.DECISION,
        bound=frozenset(),
        since=0,
    )
    return with_(state, organs=organs, measures={taken.key: taken})


def test_self_defence_gives_way_when_the_council_has_taken_measures() -> None:
    """Charter 51, "until the Security Council has taken measures": whether lesser ones suffice is disputed; here those that coerce do."""

    table = attack(to_phase(Table.open(quiet(), 1), Phase.TALKS))
    assert defends(table.state, CARNIA, BORIA) and not defends(table.state, BORIA, CARNIA)
    words = with_measure(table, Determination(finding=Finding.BREACH, author=BORIA), "security_council")
    assert defends(words, CARNIA, BORIA)
    acted = with_measure(table, Sanctions(target=BORIA, kinds=(Sanction.ARMS,)), "security_council")
    assert not defends(acted, CARNIA, BORIA)


@pytest.mark.parametrize(
    ("by", "against", "guarantee", "known_to", "lawful"),
    [
        (CARNIA, BORIA, "guarantee", EVERYBODY, True),
        (CARNIA, BORIA, "guarantee", frozenset({ALBA, CARNIA}), False),
        (CARNIA, BORIA, "another", EVERYBODY, False),
        (CARNIA, DORIA, "guarantee", EVERYBODY, False),
        (DORIA, BORIA, "guarantee", EVERYBODY, False),
    ],
    ids=["called by the victim", "called in secret", "called under another's guarantee", "called against another", "called by another"],
)
def test_whoever_the_victim_of_an_attack_has_openly_called_defends_it(
    by: Power, against: Power, guarantee: str, known_to: Audience, lawful: bool
) -> None:
    """Charter 51: collective self-defence, at the request of the victim."""
    table = attack(to_phase(Table.open(quiet(), 1), Phase.TALKS))
    treaties = {
        TreatyId(name): standing(TreatyId(name), (one, CARNIA), NonAggression()) for name, one in (("guarantee", ALBA), ("another", ETRIA))
    }
    appeal = Appeal(
        turn=0, by=by, against=against, guarantee=TreatyId(guarantee), treaty=CHARTER, article=ArticleId("charter_2"), known_to=known_to
    )
    state = with_(table.state, treaties={**table.state.treaties, **treaties}, appeals=(appeal,))
    assert defends(state, ALBA, BORIA) is lawful
    assert (
        bool([o for o in broken_by(state, deeds_of_attack(state, ALBA, BORIA, None), aggressor=ALBA) if o.treaty == CHARTER]) is not lawful
    )


# -- limits


def test_a_power_makes_a_few_claims_and_only_for_what_one_of_the_two_holds() -> None:
    table = open_claim()
    refused(table, CARNIA, OpenDispute(dispute=DisputeId("carnia.other"), respondent=BORIA, title=both("Again")))
    refused(table, BORIA, OpenDispute(dispute=DisputeId("boria.other"), respondent=ALBA, title=both("The marches"), over=MARCHES))
    for n, other in enumerate((ALBA, DORIA)[: MOST_DISPUTES - 1]):
        do(table, BORIA, OpenDispute(dispute=DisputeId(f"boria.n{n}"), respondent=other, title=both("More")))
    refused(table, BORIA, OpenDispute(dispute=DisputeId("boria.last"), respondent=ETRIA, title=both("One too many")))
