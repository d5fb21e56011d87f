"""A sitting never stalls: whoever speaks or is silent, each step has a default; and tables for what its rules decide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.commands import CloseStep
from engine.council_commands import (
    AnswerRuling,
    AskSeparateVote,
    CastBallot,
    GiveRuling,
    KeepAway,
    Move,
    MoveAmendment,
    Seize,
    TableResolution,
    TakeIn,
    WithdrawResolution,
    Yield,
)
from engine.domains import OneOf
from engine.events import Phase, PollDecided, PollOpened, ResolutionClosed
from engine.measures import Demand, Determination, Note
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import AmendmentId, ItemId, OrganId, ParagraphId, Power, ResolutionId, StatuteId
from engine.options import Option, options
from engine.organ import Hospitality, OrganSheet
from engine.refusal import Refusal
from engine.resolution import Change, Outcome, Paragraph, PutParagraph, StrikeParagraph
from engine.sitting import Step, Subject
from engine.state import State
from engine.table import Table
from engine.voting import Ballot
from engine.voting.bodies import BODIES
from tests.engine.hearing import CONDEMNS, MATTER, TEXT, debated, opened, outcome, paragraphs, seized, tabled, vote
from tests.engine.profiles import effort
from tests.engine.settings import ALBA, BORIA, CARNIA, CIRCLE, COUNCIL, DORIA, FACILITATOR, POWERS, SECURITY, both, do, quiet, to_phase
from tests.engine.strategies import commands_of

FOR, AGAINST, ABSTAIN, OUT = Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING
HALL = OrganId("hall")
LONGEST_SESSION = 200
"""Closings of a step within which any session must end."""
IN_SESSION = (
    Move,
    Move,
    CastBallot,
    CastBallot,
    CastBallot,
    CastBallot,
    GiveRuling,
    AnswerRuling,
    Yield,
    Yield,
    TakeIn,
    WithdrawResolution,
)
"""What is done at a table, the likelier things more often."""


@st.composite
def halls(draw: st.DrawFn) -> OrganSheet:
    """A body of any type with any rule of procedure."""
    kind = draw(st.sampled_from(sorted(BODIES)))
    seated = draw(st.lists(st.sampled_from(POWERS), min_size=1, unique=True).map(tuple))
    by_class = {"permanent": seated[:1], "elected": seated[1:]} if "council" in kind or "locarno" in kind else {"members": seated}
    rules = {"roll_call": draw(st.booleans()), "private": draw(st.booleans())}
    return OrganSheet(name=both("The hall"), type=kind, **by_class, **rules)  # type: ignore[arg-type]


class Session(RuleBasedStateMachine):
    """A body of any type with a matter before it, any drafts, amendments, motions and absentees."""

    @initialize(hall=halls(), data=st.data())
    def convene(self, hall: OrganSheet, data: st.DataObject) -> None:
        scenario = quiet()
        councils = {**scenario.setting.councils, HALL: hall}
        self.table = to_phase(Table.open(with_(scenario, setting=with_(scenario.setting, councils=councils)), 1), Phase.TALKS)
        for verb in (Seize, TableResolution, MoveAmendment, KeepAway, TableResolution, AskSeparateVote):
            self.act(data, verb, data.draw(st.permutations(POWERS), label="who"))
        do(self.table, FACILITATOR, CloseStep())

    def act(self, data: st.DataObject, verb: type, powers: Sequence[Power]) -> None:
        """The first of these that may do so before the hall does this."""
        for power in powers:
            open_now = [o for o in options(self.table.state, power) if o.verb is verb and is_before_the_hall(o, self.table.state)]
            if open_now:
                option = data.draw(st.sampled_from(open_now), label=verb.__name__)
                command = data.draw(commands_of(self.table.state, power, option), label="command")
                if command is not None:
                    assert not isinstance(self.table.play(power, command), Refusal)
                return

    @precondition(lambda self: self.table.state.phase is Phase.SESSION)
    @rule(data=st.data(), powers=st.permutations(POWERS), verb=st.sampled_from(IN_SESSION))
    def somebody_acts(self, data: st.DataObject, powers: list[Power], verb: type) -> None:
        self.act(data, verb, powers)

    @rule(hasty=st.integers(0, 3))
    def the_clock_runs_out(self, hasty: int) -> None:
        if not hasty and self.table.state.phase is Phase.SESSION:
            do(self.table, FACILITATOR, CloseStep())

    @invariant()
    def somebody_is_waited_for_or_the_step_is_past(self) -> None:
        state = self.table.state
        if state.phase is Phase.SESSION and state.sitting is not None:
            asked = {p for p in POWERS for o in options(state, p) if o.asked}
            assert asked & set(state.sitting.at_table), "a sitting that waits for nobody stalls"

    def teardown(self) -> None:
        """Left alone, every session ends by its clock."""
        for _ in range(LONGEST_SESSION):
            if self.table.state.phase is not Phase.SESSION:
                return
            do(self.table, FACILITATOR, CloseStep())
        raise AssertionError("the session does not end")


TestSession = Session.TestCase
TestSession.settings = effort(40, 25)


def is_before_the_hall(option: Option, state: State) -> bool:
    """Whether an option is about the hall, or about a draft before it."""
    organ, draft = option.domains.get("organ"), option.domains.get("resolution")
    if isinstance(organ, OneOf):
        return organ.values == (HALL,)
    return isinstance(draft, OneOf) and all(state.resolutions[ident].organ == HALL for ident in draft.values)


# -- the nature of a draft


def contested(*motions: Power) -> Table:
    """A draft of Alba's on which these move that it is procedural; then nobody has anything to add."""
    table = opened(tabled(seized(SECURITY, "charter_34"), CONDEMNS, organ=SECURITY, article="charter_39"))
    for power in motions:
        do(table, power, Move(organ=SECURITY, subject=Subject.NATURE, resolution=TEXT))
    return debated(table)


def rule_on(table: Table, procedural: bool, *challenging: Power) -> Table:
    """The president rules; the others let it stand, but those that challenge it."""
    sitting = table.state.sitting
    assert sitting is not None and sitting.president is not None
    do(table, sitting.president, GiveRuling(organ=SECURITY, procedural=procedural))
    while (now := table.state.sitting) is not None and now.step is Step.CHALLENGE:
        power = now.may_challenge[0]
        do(table, power, AnswerRuling(organ=SECURITY, challenge=power in challenging))
    return table


@pytest.mark.parametrize(
    ("ruling", "overruling", "procedural"),
    [
        # Rule 30: the ruling stands unless seven (nine), here three of four, overrule it.
        (True, {"alba": FOR, "boria": FOR, "carnia": FOR, "doria": AGAINST}, False),
        (True, {"alba": AGAINST, "boria": FOR, "carnia": FOR, "doria": AGAINST}, True),
        (False, {"alba": AGAINST, "boria": FOR, "carnia": FOR, "doria": FOR}, True),
        (False, {"alba": ABSTAIN, "boria": FOR, "carnia": ABSTAIN, "doria": FOR}, False),
    ],
)
def test_a_ruling_of_the_chair_stands_unless_it_is_overruled(ruling: bool, overruling: dict[str, Ballot], procedural: bool) -> None:
    table = contested(ALBA)
    sitting = table.state.sitting
    assert sitting is not None
    challenger = next(p for p in sitting.present if p != sitting.president)
    rule_on(table, ruling, challenger)
    vote(table, **overruling)
    assert table.state.sitting is not None and table.state.sitting.procedural[TEXT] is procedural


@pytest.mark.parametrize(
    ("preliminary", "on_draft", "expected"),
    [
        # The double veto (San Francisco, 7 June 1945): a permanent member vetoes that the matter is procedural, then the matter.
        (
            {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR},
            {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR},
            "vetoed",
        ),
        ({"alba": FOR, "boria": FOR, "carnia": FOR, "doria": FOR}, {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR}, "adopted"),
        (
            {"alba": FOR, "boria": ABSTAIN, "carnia": FOR, "doria": FOR},
            {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR},
            "adopted",
        ),
        (
            {"alba": FOR, "boria": FOR, "carnia": AGAINST, "doria": AGAINST},
            {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR},
            "vetoed",
        ),
    ],
)
def test_a_permanent_member_may_veto_twice(preliminary: dict[str, Ballot], on_draft: dict[str, Ballot], expected: str) -> None:
    """Where the president gives no ruling, the preliminary question is put, and is itself subject to the veto."""
    table = contested(ALBA)
    do(table, FACILITATOR, CloseStep())
    vote(table, **preliminary)
    vote(table, **on_draft)
    assert outcome(table).value == expected


# -- amendments


def amending(by: Power, *changes: Change) -> MoveAmendment:
    return MoveAmendment(resolution=TEXT, amendment=AmendmentId(f"{by}.change"), changes=changes)


PUT = PutParagraph(Paragraph(id=ParagraphId("extra"), measure=Determination(finding=Finding.THREAT)))
PUT_TWICE = (PUT, PutParagraph(Paragraph(id=ParagraphId("more"), measure=Note(text=both("More.")))))
STRIKE = StrikeParagraph(ParagraphId("p2"))


@pytest.mark.parametrize(
    ("moved", "order"),
    [
        # Rule 36: the furthest removed in substance first; striking goes further than adding, more further than less.
        ({BORIA: (PUT,), CARNIA: (STRIKE,)}, [CARNIA, BORIA]),
        ({BORIA: (PUT,), DORIA: PUT_TWICE}, [DORIA, BORIA]),
        ({BORIA: (STRIKE,), CARNIA: (STRIKE, PUT)}, [CARNIA, BORIA]),
    ],
)
def test_amendments_are_put_furthest_from_the_text_first(moved: dict[Power, tuple[Change, ...]], order: list[Power]) -> None:
    table = tabled(seized(SECURITY, "charter_34"), CONDEMNS, Note(text=both("Well.")), organ=SECURITY, article="charter_39")
    for power, changes in moved.items():
        do(table, power, amending(power, *changes))
    debated(table)
    for _ in order:
        vote(table, alba=AGAINST, boria=AGAINST, carnia=AGAINST, doria=AGAINST)
    polls = [e.poll for e in table.chronicle if isinstance(e, PollOpened) and e.poll.subject is Subject.AMENDMENT]
    assert [poll.by for poll in polls] == order


# -- invitations, absence, non-participation


@pytest.mark.parametrize(("ballots", "invited"), [({BORIA: FOR, DORIA: FOR}, True), ({BORIA: FOR, DORIA: AGAINST}, False)])
def test_whoever_is_invited_to_a_private_table_learns_what_lies_on_it(ballots: dict[Power, Ballot], invited: bool) -> None:
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    do(table, BORIA, Seize(item=ItemId("boria.secret"), organ=CIRCLE, article=StatuteId("any_matter"), title=both("A secret")))
    draft = TableResolution(
        resolution=ResolutionId("boria.text"),
        organ=CIRCLE,
        item=ItemId("boria.secret"),
        article=StatuteId("any_matter"),
        title=both("A text"),
        paragraphs=paragraphs(Note(text=both("Quietly."))),
    )
    do(table, BORIA, draft)
    opened(table)
    assert ResolutionId("boria.text") not in table.view(ALBA).resolutions
    do(table, BORIA, Move(organ=CIRCLE, subject=Subject.INVITATION, power=ALBA))
    for power, ballot in ballots.items():
        do(table, power, CastBallot(organ=CIRCLE, ballot=ballot))
    sitting = table.view(ALBA).sitting
    assert sitting is not None and (ALBA in sitting.at_table) is invited
    assert (ResolutionId("boria.text") in table.view(ALBA).resolutions) is invited
    assert ResolutionId("boria.text") not in table.view(CARNIA).resolutions
    assert table.state.organs[CIRCLE].hospitality is Hospitality.WITHOUT_VOTE


@pytest.mark.parametrize(
    ("boria", "expected"),
    [
        # A permanent member that does not participate, abstains or is away does not block (660, Yemen; 82, USSR; ICJ Namibia 1971).
        (FOR, Outcome.ADOPTED),
        (ABSTAIN, Outcome.ADOPTED),
        (OUT, Outcome.ADOPTED),
        (None, Outcome.ADOPTED),
        (AGAINST, Outcome.VETOED),
    ],
)
def test_only_a_vote_against_is_a_veto(boria: Ballot | None, expected: Outcome) -> None:
    table = tabled(seized(SECURITY, "charter_34"), CONDEMNS, organ=SECURITY, article="charter_39")
    if boria is None:
        do(table, BORIA, KeepAway(organ=SECURITY, away=True))
    debated(table)
    vote(table, alba=FOR, carnia=FOR, doria=FOR, **({"boria": boria} if boria is not None else {}))
    assert outcome(table) is expected
    verdict = next(e.verdict for e in table.chronicle if isinstance(e, PollDecided))
    assert (BORIA in verdict.absent) is (boria is None)


@given(silent=st.frozensets(st.sampled_from((ALBA, BORIA, CARNIA, DORIA)), min_size=1))
@effort(8)
def test_whoever_does_not_vote_when_the_clock_runs_out_has_not_taken_part(silent: frozenset[Power]) -> None:
    table = debated(tabled(seized(COUNCIL, "covenant_11"), Demand(addressees=(BORIA,), act=Act.NEGOTIATE), article="covenant_11"))
    vote(table, **{p: FOR for p in (ALBA, BORIA, DORIA, CARNIA) if p not in silent})
    do(table, FACILITATOR, CloseStep())
    assert any(isinstance(e, ResolutionClosed) for e in table.chronicle)
    assert table.state.sitting is None and MATTER in table.state.organs[COUNCIL].agenda
