"""Commands to organs that must be refused, with the reason for each: one table, read by the tests of refusals."""

from __future__ import annotations

from collections.abc import Callable

from engine.clauses.organ import Competence
from engine.commands import Command
from engine.council_commands import (
    AnswerRuling,
    AskSeparateVote,
    CastBallot,
    Contest,
    GiveNotice,
    GiveRuling,
    KeepAway,
    Move,
    MoveAmendment,
    Seize,
    Speak,
    Sponsor,
    TableResolution,
    TakeIn,
    WithdrawResolution,
    Yield,
)
from engine.events import Phase
from engine.measures import Note, Sanctions
from engine.names import AmendmentId, ItemId, OrganId, ParagraphId, Power, ResolutionId, StatuteId, Viewer
from engine.orders import Sanction
from engine.refusal import Reason
from engine.resolution import Change, StrikeParagraph
from engine.sitting import Subject
from engine.table import Table
from engine.voting import Ballot
from tests.engine import boards
from tests.engine.boards import made
from tests.engine.hearing import CONDEMNS, MATTER, TEXT, debated, opened, paragraphs, seized, tabled, vote
from tests.engine.settings import ALBA, ASSEMBLY, BORIA, CARNIA, CIRCLE, COUNCIL, DORIA, ETRIA, SECURITY, both, do, quiet, to_phase

NOWHERE = OrganId("nowhere")


def seize(
    slug: str = "alba.matter",
    organ: OrganId = COUNCIL,
    article: str = "covenant_11",
    parties: tuple[Power, ...] = (),
    accepting: bool = False,
    title: str = "A matter",
) -> Seize:
    return Seize(
        item=ItemId(slug),
        organ=organ,
        article=StatuteId(article),
        title=both(title),
        parties=frozenset(parties),
        accepting=accepting,
    )


def text(
    *measures: object, slug: str = "boria.text", organ: OrganId = COUNCIL, item: ItemId = MATTER, article: str = "covenant_11"
) -> TableResolution:
    return TableResolution(
        resolution=ResolutionId(slug),
        organ=organ,
        item=item,
        article=StatuteId(article),
        title=both("A text"),
        paragraphs=paragraphs(*measures),
    )


def amend(slug: str, *changes: Change) -> MoveAmendment:
    return MoveAmendment(resolution=TEXT, amendment=AmendmentId(slug), changes=changes)


def with_draft() -> Table:
    return tabled(seized(), CONDEMNS, Note(text=both("So be it.")))


def in_debate() -> Table:
    return opened(with_draft())


def in_vote() -> Table:
    return debated(with_draft())


def roll_called() -> Table:
    """The Assembly votes by roll-call, and Alba is called first."""
    table = seized(ASSEMBLY, "covenant_3", by=ALBA, turn=1)
    return debated(tabled(table, CONDEMNS, organ=ASSEMBLY, article="covenant_3", item=ItemId("alba.quarrel")))


def spoken_out() -> Table:
    table = in_debate()
    do(table, ALBA, *(Speak(organ=COUNCIL, text="Again.") for _ in range(3)))
    return table


def withdrawn() -> Table:
    table = with_draft()
    do(table, ALBA, WithdrawResolution(resolution=TEXT))
    return table


def yielded() -> Table:
    table = in_debate()
    do(table, ALBA, Yield(organ=COUNCIL))
    return table


def board_in_debate() -> Table:
    return opened(tabled(seized(SECURITY, "charter_34"), CONDEMNS, organ=SECURITY, article="charter_34"))


def with_a_guest() -> Table:
    """Etria is a party to what is before the Board, and sits there without a vote (Charter 32)."""
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    do(table, CARNIA, seize("carnia.quarrel", SECURITY, "charter_36", (ETRIA, BORIA)))
    return opened(tabled(table, CONDEMNS, organ=SECURITY, article="charter_34"))


def ruling() -> Table:
    """Alba presides over the Board, and is to rule whether a draft is procedural."""
    table = board_in_debate()
    do(table, DORIA, Move(organ=SECURITY, subject=Subject.NATURE, resolution=TEXT))
    return debated(table)


def struck() -> Table:
    """The Council has found itself not competent."""
    table = in_debate()
    do(table, ALBA, Move(organ=COUNCIL, subject=Subject.ADJOURNMENT))
    vote(table, alba=Ballot.FOR, boria=Ballot.FOR, doria=Ballot.FOR, carnia=Ballot.FOR)
    return to_phase(table, Phase.TALKS, 1)


STRIKE = StrikeParagraph(ParagraphId("p1"))
ARMS = Sanctions(target=BORIA, kinds=(Sanction.ARMS,))

BEFORE_ORGANS: list[tuple[Reason, Callable[[], Table], Viewer, Command]] = [
    (Reason.WRONG_PHASE, in_debate, ALBA, seize()),
    (Reason.UNKNOWN_ORGAN, seized, ALBA, seize(organ=NOWHERE)),
    (Reason.NOT_COMPETENT, seized, ALBA, seize(article="charter_39")),
    (Reason.MAY_NOT_SEIZE, seized, ETRIA, seize("etria.matter")),
    (Reason.PARTIES_WANTING, seized, ALBA, seize(article="covenant_15", parties=(BORIA, CARNIA))),
    (Reason.PARTIES_WANTING, seized, ALBA, seize(article="covenant_16", parties=(BORIA,))),
    (Reason.PARTIES_NO_MEMBERS, made, ALBA, boards.seize(Competence.SETTLE, CARNIA, BORIA)),
    (Reason.DUTIES_NOT_ACCEPTED, seized, ETRIA, seize("etria.matter", article="covenant_15", parties=(ETRIA, BORIA))),
    (Reason.NOTHING_TO_CHANGE, seized, ALBA, seize(accepting=True)),
    (Reason.NAME_TAKEN, seized, ALBA, seize("carnia.quarrel")),
    (Reason.BAD_NAME, seized, ALBA, seize("boria.matter")),
    (Reason.UNKNOWN_POWER, seized, ALBA, seize(parties=(BORIA, Power("nowhere")))),
    (Reason.TEXT_EMPTY, seized, ALBA, Seize(item=ItemId("alba.x"), organ=COUNCIL, article=StatuteId("covenant_11"), title={})),
    (Reason.NO_SEAT, seized, ETRIA, Contest(organ=COUNCIL, item=MATTER)),
    (Reason.UNKNOWN_ITEM, seized, ALBA, Contest(organ=COUNCIL, item=ItemId("nothing"))),
    (Reason.NOTHING_TO_CHANGE, seized, ALBA, KeepAway(organ=COUNCIL, away=False)),
    (Reason.NOTICE_NOT_OPEN, seized, ETRIA, GiveNotice(organ=COUNCIL)),
    (Reason.NOTICE_NOT_OPEN, seized, ALBA, GiveNotice(organ=SECURITY)),
    (Reason.RESOLUTION_FAULTY, seized, ALBA, text(slug="alba.other")),
    (Reason.RESOLUTION_FAULTY, seized, ALBA, text(ARMS, slug="alba.other")),
    (Reason.RESOLUTION_FAULTY, seized, ALBA, text(ARMS, slug="alba.other", article="covenant_16")),
    (Reason.RESOLUTION_FAULTY, seized, ALBA, text(CONDEMNS, slug="alba.other", article="charter_39")),
    (Reason.UNKNOWN_ITEM, seized, ALBA, text(CONDEMNS, slug="alba.other", item=ItemId("nothing"))),
    (Reason.NO_SEAT, seized, ETRIA, text(CONDEMNS, slug="etria.other")),
    (Reason.NAME_TAKEN, with_draft, ALBA, text(CONDEMNS, slug="alba.text")),
    (Reason.BAD_NAME, seized, ALBA, text(CONDEMNS, slug="doria.other")),
    (Reason.UNKNOWN_RESOLUTION, seized, ALBA, Sponsor(resolution=ResolutionId("nothing"))),
    (Reason.ALREADY_SIGNED, with_draft, ALBA, Sponsor(resolution=TEXT)),
    (Reason.NOT_TABLED, withdrawn, ALBA, Sponsor(resolution=TEXT)),
    (Reason.TO_ONESELF, with_draft, ALBA, amend("alba.change", STRIKE)),
    (Reason.RESOLUTION_FAULTY, with_draft, BORIA, amend("boria.change", StrikeParagraph(ParagraphId("p9")))),
    (Reason.NOT_THE_AUTHOR, with_draft, BORIA, WithdrawResolution(resolution=TEXT)),
    (Reason.UNKNOWN_VERSION, with_draft, ALBA, TakeIn(resolution=TEXT, amendment=AmendmentId("nothing"))),
    (Reason.UNKNOWN_PARAGRAPH, with_draft, BORIA, AskSeparateVote(resolution=TEXT, paragraph=ParagraphId("p9"))),
    (Reason.NOT_SITTING, in_debate, ALBA, Yield(organ=SECURITY)),
    (Reason.NO_SEAT, in_debate, ETRIA, Speak(organ=COUNCIL, text="And we?")),
    (Reason.NOT_AT_THIS_STEP, in_debate, ALBA, CastBallot(organ=COUNCIL, ballot=Ballot.FOR)),
    (Reason.NOT_AT_THIS_STEP, in_vote, ALBA, Speak(organ=COUNCIL, text="One word more.")),
    (Reason.ALREADY_ANSWERED, yielded, ALBA, Speak(organ=COUNCIL, text="One word more.")),
    (Reason.TOO_MANY_TEXTS, spoken_out, ALBA, Speak(organ=COUNCIL, text="Again.")),
    (Reason.MOTION_OUT_OF_ORDER, in_debate, ALBA, Move(organ=COUNCIL, subject=Subject.DRAFT)),
    (Reason.MOTION_OUT_OF_ORDER, in_debate, ALBA, Move(organ=COUNCIL, subject=Subject.NATURE, resolution=TEXT)),
    (Reason.NOT_AT_THIS_STEP, board_in_debate, ALBA, GiveRuling(organ=SECURITY, procedural=True)),
    (Reason.NOT_AT_THIS_STEP, board_in_debate, ALBA, AnswerRuling(organ=SECURITY, challenge=True)),
    (Reason.NOT_YET_CALLED, roll_called, BORIA, CastBallot(organ=ASSEMBLY, ballot=Ballot.FOR)),
    (Reason.NO_VOTE_HERE, with_a_guest, ETRIA, Move(organ=SECURITY, subject=Subject.CLOSURE)),
    (Reason.NOT_THE_PRESIDENT, ruling, DORIA, GiveRuling(organ=SECURITY, procedural=True)),
    (Reason.ITEM_SETTLED, struck, ALBA, Contest(organ=COUNCIL, item=MATTER)),
    (Reason.ITEM_SETTLED, struck, ALBA, text(CONDEMNS, slug="alba.other")),
    (Reason.UNKNOWN_ITEM, seized, DORIA, text(CONDEMNS, slug="doria.other", organ=CIRCLE)),
]
