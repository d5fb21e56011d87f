"""A council of the atlas with a dispute before it, for the tests of what is said there."""

from __future__ import annotations

import datetime as dt

from attrs import evolve as with_

from engine import events as e
from engine.measures import Committee, Demand, Determination, Sanctions
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import AmendmentId, ArticleId, ItemId, OrganId, ParagraphId, ResolutionId, StatuteId, TreatyId, conference_id
from engine.orders import Sanction
from engine.organ import ELECTED, ORDINARY, PERMANENT, Call, Instrument, Item, Motion, Organ, Presidency, Seat
from engine.resolution import Amendment, Outcome, Paragraph, Resolution, StandingMeasure, StrikeParagraph
from engine.sitting import Poll, Sitting, Step, Subject
from engine.texts.chamber import Docket
from engine.treaty import Provisions, Treaty, Version
from engine.voting import Ballot, Matter, Question, Roll, tally
from engine.voting.bodies import LEAGUE_COUNCIL, Effect
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, OCTOBER, UK, USA, USSR, both

COUNCIL, MATTER, TEXT = OrganId("council"), ItemId("france.matter"), ResolutionId("france.text")
ONE, TWO = ParagraphId("p1"), ParagraphId("p2")
ITEM = Item(
    id=MATTER,
    organ=COUNCIL,
    title=both("The Sudeten question", "La question des Sudètes"),
    by=FRANCE,
    article=StatuteId("covenant_15"),
    parties=frozenset({GERMANY, CZECHO}),
    turn=0,
)
ORGAN = Organ(
    id=COUNCIL,
    name=both("the Council of the League", "le Conseil de la Société"),
    type="league_council",
    organisation=COUNCIL,
    seats={FRANCE: Seat(by=PERMANENT), UK: Seat(by=PERMANENT), USSR: Seat(by=ELECTED)},
    order=(FRANCE, UK, USSR),
    agenda={MATTER: ITEM},
)
DRAFT = Resolution(
    id=TEXT,
    organ=COUNCIL,
    item=MATTER,
    title=both("Ceasefire", "Cessez-le-feu"),
    article=StatuteId("covenant_16"),
    sponsors=(FRANCE,),
    preamble=both("Alarmed by events,", "Alarmé par les événements,"),
    paragraphs=(
        Paragraph(id=ONE, measure=Determination(finding=Finding.RESORT_TO_WAR, author=GERMANY, victim=CZECHO)),
        Paragraph(id=TWO, measure=Demand(addressees=(GERMANY, CZECHO), act=Act.CEASE_FIRE, by=OCTOBER, firmly=True)),
        Paragraph(
            id=ParagraphId("p3"), measure=Sanctions(target=GERMANY, kinds=(Sanction.ARMS, Sanction.OIL), exempt=(USA,), review=OCTOBER)
        ),
    ),
    turn=0,
)
STANDING = StandingMeasure(
    resolution=TEXT,
    paragraph=TWO,
    organ=COUNCIL,
    measure=DRAFT.paragraphs[1].measure,
    effect=Effect.DECLARATION,
    bound=frozenset(),
    since=0,
)
PACT = Treaty(
    id=TreatyId("pact"),
    title=both("Pact", "Pacte"),
    provisions=Provisions(signatories=(FRANCE, UK)),
    versions=(Version(number=1, by=FRANCE, base=None, articles=()),),
)
MOTION = Motion(treaty=PACT.id, version=1, by=FRANCE)
MEETING = conference_id("france.talks")
TALKS = Item(id=ItemId(MEETING), organ=MEETING, title=both("Munich", "Munich"), by=FRANCE, article=StatuteId("any_matter"), turn=0)
CONFERENCE = Organ(
    id=MEETING,
    name=both("Munich", "Munich"),
    type="conference",
    organisation=MEETING,
    seats={FRANCE: Seat(by=ORDINARY)},
    agenda={TALKS.id: TALKS},
    call=Call(host=FRANCE, turn=0, invited=frozenset({UK, USA})),
)
BOARD = Organ(
    id=OrganId("pact.a1"),
    name=both("Permanent Board", "Conseil permanent"),
    type="treaty_organ",
    organisation=OrganId("pact.a1"),
    seats={FRANCE: Seat(by=ORDINARY), UK: Seat(by=ORDINARY)},
    instrument=Instrument(treaty=PACT.id, article=ArticleId("a1")),
)
DOCKET = Docket(organs={COUNCIL: ORGAN, MEETING: CONFERENCE, BOARD.id: BOARD}, resolutions={TEXT: DRAFT}, measures={STANDING.key: STANDING})
SITTING = Sitting(organ=COUNCIL, item=MATTER, turn=0, president=UK, members=(FRANCE, UK, USSR))
COMMITTEE = Organ(
    id=OrganId("council.two"),
    name=DRAFT.title,
    type="committee",
    organisation=COUNCIL,
    seats={FRANCE: Seat(by=ORDINARY), UK: Seat(by=ORDINARY)},
    presidency=Presidency.NONE,
)
INQUIRY = Committee(slug="two", members=(FRANCE, UK))
AMENDMENT = Amendment(id=AmendmentId("ussr.harder"), by=USSR, changes=(StrikeParagraph(TWO),))


def poll(subject: Subject, **said: object) -> Poll:
    """A question put to the vote."""
    return Poll(subject=subject, matter=Matter.PROCEDURAL, item=MATTER, resolution=TEXT, **said)  # type: ignore[arg-type]


def decided(**ballots: Ballot) -> e.PollDecided:
    """The draft is voted on by France, the United Kingdom and the Soviet Union."""
    question, roll = Question(matter=Matter.SUBSTANTIVE), Roll(members=(FRANCE, UK, USSR))
    cast = {p: ballots[p] for p in (FRANCE, UK, USSR)}
    verdict = tally(LEAGUE_COUNCIL.rule_for(Matter.SUBSTANTIVE), question, cast, roll)
    return e.PollDecided(organ=COUNCIL, poll=poll(Subject.DRAFT), verdict=verdict)


def motion(subject: Subject, **said: object) -> e.MotionMade:
    return e.MotionMade(organ=COUNCIL, by=USSR, subject=subject, **said)  # type: ignore[arg-type]


FOR, AGAINST, ABSTAIN = Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN
EVENTS: list[e.CouncilEvent] = [
    e.AttendanceChanged(organ=COUNCIL, power=USSR, away=True),
    e.AttendanceChanged(organ=COUNCIL, power=USSR, away=False),
    e.NoticeGiven(organ=COUNCIL, power=UK, until=dt.date(1940, 10, 1)),
    e.MemberAdmitted(organ=COUNCIL, power=USSR),
    e.MemberLeft(organ=COUNCIL, power=UK),
    e.MemberLeft(organ=COUNCIL, power=USSR, expelled=True),
    e.SeatTaken(organ=COUNCIL, power=USA, seat=Seat(by=PERMANENT)),
    e.SeatVacated(organ=COUNCIL, power=USA),
    e.OrganEstablished(organ=COMMITTEE),
    e.OrganEstablished(organ=CONFERENCE),
    e.OrganEstablished(organ=BOARD),
    e.OrganDissolved(organ=BOARD.id),
    e.ItemRaised(item=with_(ITEM, organ=BOARD.id, article=StatuteId("to_settle"))),
    e.NoticeGiven(organ=BOARD.id, power=UK, until=dt.date(1940, 10, 1)),
    *(e.InvitationAnswered(conference=MEETING, power=power, attend=power is USA) for power in (USA, UK)),
    e.TextPut(conference=MEETING, item=MATTER, motion=MOTION),
    e.ItemRaised(item=ITEM),
    e.ItemContested(organ=COUNCIL, item=MATTER, power=UK),
    e.ItemInscribed(organ=COUNCIL, item=MATTER),
    *(e.ItemStruck(organ=COUNCIL, item=MATTER, why=why) for why in e.Struck),
    e.PowerInvited(organ=COUNCIL, item=MATTER, power=USA),
    *(e.ResolutionShown(resolution=DRAFT, how=how) for how in ("tabled", "found", "published")),
    e.ResolutionSponsored(resolution=TEXT, power=UK),
    e.AmendmentMoved(resolution=TEXT, amendment=AMENDMENT),
    *(e.AmendmentTakenIn(resolution=TEXT, amendment=AMENDMENT.id, paragraphs=(), friendly=friendly) for friendly in (True, False)),
    *(e.AmendmentFell(resolution=TEXT, amendment=AMENDMENT.id, rejected=rejected) for rejected in (True, False)),
    e.SeparateVoteAsked(resolution=TEXT, paragraph=TWO, by=USA),
    *(e.ParagraphSettled(resolution=TEXT, paragraph=TWO, kept=kept) for kept in (True, False)),
    *(e.ResolutionClosed(resolution=TEXT, outcome=outcome) for outcome in Outcome),
    e.SittingOpened(sitting=SITTING),
    e.SittingOpened(sitting=Sitting(organ=MEETING, item=TALKS.id, turn=0, president=FRANCE, members=(FRANCE, UK))),
    e.SittingClosed(organ=MEETING, item=TALKS.id),
    *(e.StepOpened(step=step, resolution=TEXT, guest=USA) for step in Step),
    e.StatementMade(organ=COUNCIL, power=FRANCE, text="We shall not yield."),
    *(motion(subject) for subject in (Subject.SUSPENSION, Subject.ADJOURNMENT, Subject.CLOSURE, Subject.INCOMPETENCE)),
    motion(Subject.INVITATION, power=USA),
    motion(Subject.NATURE, resolution=TEXT),
    e.FloorYielded(power=USA),
    e.DebateClosed(organ=COUNCIL),
    *(e.RulingGiven(organ=COUNCIL, power=UK, resolution=TEXT, procedural=procedural) for procedural in (True, False)),
    *(e.RulingAnswered(power=FRANCE, challenge=challenge) for challenge in (True, False)),
    *(e.NatureSettled(resolution=TEXT, procedural=procedural) for procedural in (True, False)),
    *(
        e.PollOpened(organ=COUNCIL, poll=poll(subject, power=USA, motion=MOTION if subject is Subject.TEXT else None))
        for subject in Subject
    ),
    e.BallotGiven(organ=COUNCIL, power=USA),
    *(e.BallotEntered(organ=COUNCIL, power=USA, ballot=ballot) for ballot in Ballot),
    e.BallotEntered(organ=COUNCIL, power=FRANCE, ballot=FOR, explanation="Peace is at stake."),
    decided(france=FOR, uk=FOR, ussr=ABSTAIN),
    decided(france=FOR, uk=AGAINST, ussr=FOR),
    e.SittingClosed(organ=COUNCIL, item=MATTER),
    e.MeasureTaken(measure=STANDING),
    e.MeasureEnded(resolution=TEXT, paragraph=TWO),
]
