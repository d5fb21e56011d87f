"""Every reason to refuse has a command that provokes it, and is the reason that a reader would expect."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve as with_

from engine.clauses import Consultation, Declaration, Guarantee, MutualAssistance
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import (
    Accede,
    AgreeToEnd,
    Amend,
    AnswerCrisis,
    AnswerInvitation,
    AnswerReservation,
    AnswerUltimatum,
    Assent,
    CallGuarantors,
    Choose,
    CloseStep,
    Command,
    CommitOrders,
    Confirm,
    Convene,
    Decide,
    Denounce,
    Draft,
    FindVoid,
    Initial,
    InviteToAccede,
    InvokeNullity,
    IssueUltimatum,
    Pause,
    Protest,
    PutArticle,
    PutToVote,
    Ratify,
    Register,
    Remember,
    Resume,
    RevokeDenunciation,
    Send,
    SetDeadline,
    Sign,
    SignalReady,
    StrikeArticle,
    Suspend,
    Table,
    Terminate,
    Withdraw,
    WithdrawReservation,
)
from engine.council_commands import CastBallot
from engine.crisis import DemandAssent, DemandCession, DemandStandDown, Stance
from engine.decide.drafting import MOST_DRAFTS, MOST_VERSIONS
from engine.duties import Assist, Consult
from engine.events import FullPowersRecalled, ObligationBreached, Phase, PlotLaid, RatificationFailed, TrackMoved, TreatyShown
from engine.messages import Phrase, Regarding
from engine.names import ArticleId, ChoiceId, EventId, Lang, Power, TreatyId, Viewer, conference_id
from engine.orders import (
    ApplySanction,
    Attack,
    Blockade,
    GatherIntelligence,
    HandOver,
    LiftSanction,
    Mobilise,
    Patrol,
    Readiness,
    Sanction,
    StandDown,
)
from engine.refusal import Reason
from engine.reservations import Reservation
from engine.setting import Coercion, Law, Route
from engine.table import Table as Referee
from engine.treaty import Accession, Answer, Article, Vice
from engine.voting import Ballot
from tests.engine.dispute_refusals import IN_DISPUTES
from tests.engine.organ_refusals import BEFORE_ORGANS
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ENTENTE,
    ETRIA,
    FACILITATOR,
    HARBOUR,
    MARCHES,
    OBSERVER,
    ONE_DAY,
    PLAN,
    POWERS,
    SCENARIO,
    UNDERSTANDING,
    WORDS,
    adopt,
    both,
    close,
    conclude,
    do,
    draft_of,
    quiet,
    refused,
    standing,
    to_phase,
)

ALLIANCE, WHISPER = TreatyId("alba.alliance"), TreatyId("whisper")
PACT, MEETING = TreatyId("alba.pact"), conference_id("alba.meeting")
NOWHERE = Power("nowhere")
DRAFT = draft_of(ALBA, "pact", (ALBA, BORIA), WORDS)
TABLE = Table(treaty=PACT, to=frozenset({BORIA}))
CONVENE = Convene(conference=MEETING, title=both("Meeting"), invited=frozenset({BORIA}))
ULTIMATUM = IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=0)


def put(ident: str, clause: Declaration = WORDS) -> PutArticle:
    return PutArticle(Article(id=ArticleId(ident), clause=clause))


def new() -> Referee:
    return Referee.open(SCENARIO, 1)


def drafted() -> Referee:
    table = new()
    do(table, ALBA, DRAFT)
    return table


def tabled() -> Referee:
    table = drafted()
    do(table, ALBA, TABLE)
    return table


def half_agreed() -> Referee:
    table = tabled()
    do(table, ALBA, Initial(treaty=PACT, version=1))
    return table


def adopted() -> Referee:
    table = tabled()
    for power in (ALBA, BORIA):
        do(table, power, Initial(treaty=PACT, version=1))
    return table


def convened() -> Referee:
    table = tabled()
    do(table, ALBA, CONVENE)
    return table


def attended() -> Referee:
    table = convened()
    do(table, BORIA, AnswerInvitation(conference=MEETING, attend=True))
    return table


def in_session() -> Referee:
    table = attended()
    do(table, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1))
    close(table)
    return table


def ordering() -> Referee:
    return to_phase(new(), Phase.ORDERS)


def at_sea() -> Referee:
    """Alba and Etria have coasts on either side of the harbour, and Alba alone a fleet."""
    scenario = SCENARIO
    powers = {**scenario.setting.powers, ALBA: with_(scenario.setting.powers[ALBA], fleet=1)}
    routes = (Route(between=(ALBA, ETRIA), through=(HARBOUR,)),)
    setting = with_(scenario.setting, powers=powers, routes=routes)
    return to_phase(Referee.open(with_(scenario, setting=setting), 1), Phase.ORDERS)


def committed() -> Referee:
    table = ordering()
    do(table, ALBA, CommitOrders(()))
    return table


def threatened() -> Referee:
    table = new()
    do(table, BORIA, ULTIMATUM)
    return table


def rejected() -> Referee:
    table = threatened()
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=False))
    return table


def crisis() -> Referee:
    table = ordering()
    do(table, BORIA, CommitOrders((Attack(CARNIA),)))
    close(table)
    return table


def answered() -> Referee:
    table = crisis()
    do(table, ALBA, AnswerCrisis(stance=Stance.NEUTRAL))
    return table


def at_war() -> Referee:
    table = crisis()
    close(table)
    do(table, BORIA, Decide(persist=True))
    return to_phase(table, Phase.TALKS)


def in_force() -> Referee:
    """The plan is in force between Alba and Boria, and Carnia has assented to it."""
    table = new()
    do(table, ALBA, Table(treaty=PLAN, to=frozenset({BORIA})))
    for act in (Initial(treaty=PLAN, version=1), Sign(treaty=PLAN)):
        for power in (ALBA, BORIA):
            do(table, power, act)
    do(table, CARNIA, Assent(treaty=PLAN))
    return table


def to_ratify() -> Referee:
    table = new()
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS, ratification=True), TABLE)
    for power in (ALBA, BORIA):
        do(table, power, Initial(treaty=PACT, version=1))
    return table


def signed() -> Referee:
    table = to_ratify()
    do(table, ALBA, Sign(treaty=PACT))
    return table


def ratified() -> Referee:
    table = to_phase(signed(), Phase.TALKS, 1)
    do(table, ALBA, Ratify(treaty=PACT))
    return table


def full_drawer() -> Referee:
    table = new()
    for number in range(MOST_DRAFTS):
        do(table, ALBA, draft_of(ALBA, f"d{number}", (ALBA, BORIA), WORDS))
    return table


def much_amended() -> Referee:
    table = tabled()
    for number in range(1, MOST_VERSIONS):
        words = Declaration(text={Lang("en"): f"Version {number}."})
        do(table, ALBA, Amend(treaty=PACT, base=1, operations=(put("a1", words),)))
    return table


def ended() -> Referee:
    table = new()
    while not table.state.over:
        close(table)
    return table


def with_question() -> Referee:
    table = attended()
    do(table, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1))
    return table


def hanging_on_a_secret() -> Referee:
    """Doria has drafted a secret rider to its secret understanding with Boria."""
    table = new()
    do(table, DORIA, draft_of(DORIA, "rider", (BORIA, DORIA), WORDS, secret=True, only_while=UNDERSTANDING))
    return table


def signed_ad_referendum() -> Referee:
    table = to_ratify()
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    return table


def without_full_powers() -> Referee:
    """A pact to sign; from its own delegation Alba has recalled the full powers."""
    table = adopted()
    table.apply((FullPowersRecalled(power=ALBA),))
    return table


def referred_home() -> Referee:
    table = without_full_powers()
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    return table


def ended_unconfirmed() -> Referee:
    """In force between two, signed by a third *ad referendum*, and ended by agreement of the two."""
    table = Referee.open(quiet(), 1)
    ident = adopt(table, BORIA, "pact", (ALBA, BORIA, CARNIA), at_least=2)
    do(table, ALBA, Sign(treaty=ident, ad_referendum=True))
    for power in (BORIA, CARNIA):
        do(table, power, Sign(treaty=ident))
    for power in (BORIA, CARNIA):
        do(table, power, AgreeToEnd(treaty=ident))
    return table


def ratification_failed() -> Referee:
    """Alba, which would not be followed at home by anybody, has tried to ratify."""
    table = to_phase(signed(), Phase.TALKS, 1)
    table.apply((TrackMoved(track="alba.support", value=0),))
    for seed in range(50):
        attempt = replay(table, seed)
        if any(isinstance(event, RatificationFailed) for event in do(attempt, ALBA, Ratify(treaty=PACT))):
            return attempt
    raise AssertionError


def replay(table: Referee, seed: int) -> Referee:
    """The same table under another seed."""
    again = Referee(tuple(with_(e, plot=with_(e.plot, seed=seed)) if isinstance(e, PlotLaid) else e for e in table.chronicle))
    return again


def reserved() -> Referee:
    """Alba has reserved an article, and Boria has objected."""
    table = new()
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS, MutualAssistance()), TABLE)
    for power in (ALBA, BORIA):
        do(table, power, Initial(treaty=PACT, version=1))
    do(table, ALBA, Sign(treaty=PACT, reservations=(Reservation(article=ArticleId("a1")),)))
    do(table, BORIA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.OBJECTED))
    return table


def by_invitation() -> Referee:
    """A pact between Alba and Boria to which others may be invited, and Doria is, by Alba."""
    table = new()
    conclude(table, ALBA, "pact", (ALBA, BORIA), accession=Accession.BY_INVITATION, notice=ONE_DAY)
    do(table, ALBA, InviteToAccede(treaty=PACT, guest=DORIA))
    return table


def denounced() -> Referee:
    table = by_invitation()
    do(table, ALBA, Denounce(treaty=PACT))
    return table


def agreed_to_end() -> Referee:
    table = by_invitation()
    do(table, ALBA, AgreeToEnd(treaty=PACT), Register(treaty=PACT))
    return table


def unconsulted() -> Referee:
    """Carnia has not consulted Alba, as an alliance of theirs would have it besides."""
    table = new()
    conclude(table, ALBA, "pact", (ALBA, CARNIA), Consultation(), MutualAssistance())
    duty = Consult(debtor=CARNIA, creditor=ALBA)
    table.apply((ObligationBreached(treaty=PACT, article=ArticleId("a1"), duty=duty),))
    return table


def guaranteed() -> Referee:
    """Carnia has broken the entente, whose observance Doria guarantees to Alba, and the guarantee itself; Alba has called Doria."""
    table = new()
    observing = Guarantee(guarantors=(DORIA,), protected=ALBA, object=GuaranteeOf.OBSERVANCE, instrument=ENTENTE)
    conclude(table, ALBA, "pact", (ALBA, CARNIA, DORIA), observing, Consultation(between=(ALBA, CARNIA)))
    conclude(table, ALBA, "alliance", (ALBA, DORIA), MutualAssistance())
    duty = Assist(debtor=CARNIA, creditor=ALBA)
    for treaty, article in ((ENTENTE, "entente_1"), (PACT, "a2")):
        table.apply((ObligationBreached(treaty=treaty, article=ArticleId(article), duty=duty),))
    do(table, ALBA, CallGuarantors(treaty=PACT, against=CARNIA, broken=ENTENTE, article=ArticleId("entente_1")))
    return table


def betraying() -> Referee:
    """Carnia has broken a secret treaty with Alba, whose observance a public one guarantees."""
    table = new()
    observing = Guarantee(guarantors=(DORIA,), protected=ALBA, object=GuaranteeOf.OBSERVANCE, instrument=WHISPER)
    pact = standing(PACT, (ALBA, CARNIA, DORIA), observing)
    secret = standing(WHISPER, (ALBA, CARNIA), Consultation(), known_to=frozenset({ALBA, CARNIA}))
    table.apply((TreatyShown(treaty=pact, how="standing"), TreatyShown(treaty=secret, how="standing", audience=secret.known_to)))
    broken = ObligationBreached(
        treaty=WHISPER, article=ArticleId("a1"), duty=Consult(debtor=CARNIA, creditor=ALBA), audience=secret.known_to
    )
    table.apply((broken,))
    return table


def suspended() -> Referee:
    """Carnia has broken the entente, and Alba has suspended it."""
    table = new()
    duty = Assist(debtor=CARNIA, creditor=ALBA)
    table.apply((ObligationBreached(treaty=ENTENTE, article=ArticleId("entente_1"), duty=duty),))
    do(table, ALBA, Protest(treaty=ENTENTE, against=CARNIA), Suspend(treaty=ENTENTE, against=CARNIA))
    return table


def coercible() -> Referee:
    """A game under a law that holds void what was procured by force."""
    scenario = quiet()
    return Referee.open(with_(scenario, setting=with_(scenario.setting, law=Law(coercion=Coercion.CONTESTED))), 1)


def contested() -> Referee:
    """Carnia has signed under Boria's ultimatum, and holds its consent void."""
    table = coercible()
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=2))
    conclude(table, ALBA, "pact", (ALBA, BORIA, CARNIA), WORDS)
    do(table, CARNIA, InvokeNullity(treaty=PACT))
    return table


def not_negotiated() -> Referee:
    """Carnia sits at a conference and knows the plan, which it does not negotiate."""
    table = in_force()
    do(table, ALBA, Convene(conference=MEETING, title=both("Meeting"), invited=frozenset({CARNIA})))
    do(table, CARNIA, AnswerInvitation(conference=MEETING, attend=True))
    return table


Case = tuple[Reason, Callable[[], Referee], Viewer, Command]
CASES: list[Case] = [
    (Reason.NOT_YOUR_PART, new, ALBA, CloseStep()),
    (Reason.NOT_YOUR_PART, new, OBSERVER, Pause(True)),
    (Reason.NOT_YOUR_PART, new, FACILITATOR, SignalReady(True)),
    (Reason.NOT_YOUR_PART, contested, CARNIA, FindVoid(treaty=PACT, power=CARNIA)),
    (Reason.NOT_YOUR_PART, new, NOWHERE, SignalReady(True)),
    (Reason.NOT_YOUR_PART, tabled, BORIA, Withdraw(treaty=PACT)),
    (Reason.WRONG_PHASE, new, ALBA, CommitOrders(())),
    (Reason.WRONG_PHASE, ordering, ALBA, SignalReady(True)),
    (Reason.WRONG_PHASE, ordering, ALBA, DRAFT),
    (Reason.WRONG_PHASE, ordering, ALBA, CONVENE),
    (Reason.WRONG_PHASE, ordering, BORIA, ULTIMATUM),
    (Reason.WRONG_PHASE, new, ALBA, CastBallot(organ=MEETING, ballot=Ballot.FOR)),
    (Reason.WRONG_PHASE, in_session, ALBA, Sign(treaty=PACT)),
    (Reason.WRONG_PHASE, in_session, ALBA, AnswerUltimatum(issuer=BORIA, accept=True)),
    (Reason.WRONG_PHASE, crisis, BORIA, Decide(persist=True)),
    (Reason.GAME_OVER, ended, ALBA, SignalReady(True)),
    (Reason.GAME_OVER, ended, FACILITATOR, CloseStep()),
    (Reason.UNKNOWN_POWER, new, ALBA, Send(to=frozenset({NOWHERE}), text="Hello")),
    (Reason.UNKNOWN_POWER, new, ALBA, Send(to=frozenset({BORIA}), phrase=Phrase(code="thanks", powers=(NOWHERE,)))),
    (Reason.UNKNOWN_POWER, drafted, ALBA, Table(treaty=PACT, to=frozenset({BORIA, NOWHERE}))),
    (Reason.UNKNOWN_POWER, new, ALBA, with_(CONVENE, invited=frozenset({NOWHERE}))),
    (Reason.UNKNOWN_POWER, new, BORIA, with_(ULTIMATUM, target=NOWHERE)),
    (Reason.UNKNOWN_POWER, new, FACILITATOR, Remember(power=NOWHERE, memory={})),
    (Reason.UNKNOWN_TREATY, tabled, CARNIA, Initial(treaty=PACT, version=1)),
    (Reason.UNKNOWN_TREATY, new, ALBA, Sign(treaty=UNDERSTANDING)),
    (Reason.UNKNOWN_TREATY, new, ALBA, Send(to=frozenset(), text="Look", regarding=Regarding(treaty=UNDERSTANDING, version=1))),
    (Reason.UNKNOWN_TREATY, attended, BORIA, PutToVote(conference=MEETING, treaty=PLAN, version=1)),
    (Reason.UNKNOWN_VERSION, tabled, BORIA, Initial(treaty=PACT, version=2)),
    (Reason.UNKNOWN_VERSION, attended, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=9)),
    (Reason.UNKNOWN_CONFERENCE, new, ALBA, AnswerInvitation(conference=MEETING, attend=True)),
    (Reason.UNKNOWN_EVENT, new, BORIA, Choose(event=EventId("riot"), choice=ChoiceId("calm"))),
    (Reason.UNKNOWN_EVENT, new, ALBA, Choose(event=EventId("nothing"), choice=ChoiceId("calm"))),
    (Reason.NAME_TAKEN, drafted, ALBA, DRAFT),
    (Reason.NAME_TAKEN, new, BORIA, draft_of(BORIA, "notes_alba_2", (ALBA, BORIA), WORDS)),
    (Reason.NAME_TAKEN, convened, BORIA, with_(CONVENE, invited=frozenset({ALBA}))),
    (Reason.BAD_NAME, new, BORIA, DRAFT),
    (Reason.BAD_NAME, new, ALBA, with_(DRAFT, treaty=TreatyId("alba.Pact"))),
    (Reason.BAD_NAME, new, ALBA, with_(DRAFT, treaty=TreatyId("alba." + "x" * 80))),
    (Reason.BAD_NAME, new, ALBA, with_(CONVENE, conference=conference_id("meeting"))),
    (Reason.NOT_NEGOTIATING, not_negotiated, CARNIA, PutToVote(conference=MEETING, treaty=PLAN, version=1)),
    (Reason.ALREADY_TABLED, tabled, ALBA, TABLE),
    (Reason.NOT_TABLED, drafted, ALBA, Initial(treaty=PACT, version=1)),
    (Reason.ALREADY_INITIALLED, half_agreed, ALBA, Initial(treaty=PACT, version=1)),
    (Reason.ALREADY_ADOPTED, adopted, ALBA, Initial(treaty=PACT, version=1)),
    (Reason.ALREADY_ADOPTED, adopted, ALBA, Withdraw(treaty=PACT)),
    (Reason.NOT_ADOPTED, tabled, ALBA, Sign(treaty=PACT)),
    (Reason.ALREADY_SIGNED, signed, ALBA, Sign(treaty=PACT)),
    (Reason.NOT_SIGNED, signed, BORIA, Ratify(treaty=PACT)),
    (Reason.NOT_OPEN_FOR_SIGNATURE, new, BORIA, Sign(treaty=ENTENTE)),
    (Reason.RESERVATION_FORBIDDEN, adopted, ALBA, Sign(treaty=PACT, reservations=(Reservation(article=ArticleId("a1")),))),
    (Reason.RATIFICATION_FAILED, ratification_failed, ALBA, Ratify(treaty=PACT)),
    (Reason.NO_FULL_POWERS, without_full_powers, ALBA, Sign(treaty=PACT)),
    (Reason.REFERRED_HOME, referred_home, ALBA, Confirm(treaty=PACT)),
    (Reason.NOT_IN_FORCE, ended_unconfirmed, ALBA, Confirm(treaty=TreatyId("boria.pact"))),
    (Reason.NOT_CONFIRMED, signed_ad_referendum, ALBA, Ratify(treaty=PACT)),
    (Reason.NOT_AD_REFERENDUM, signed, ALBA, Confirm(treaty=PACT)),
    (Reason.NOT_SIGNED, signed, BORIA, Confirm(treaty=PACT)),
    (Reason.NO_RESERVATION, signed, BORIA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.ACCEPTED)),
    (Reason.NO_RESERVATION, reserved, ALBA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.ACCEPTED)),
    (Reason.RESERVATION_STANDS, reserved, BORIA, AnswerReservation(treaty=PACT, reserver=ALBA, answer=Answer.REFUSED)),
    (Reason.NO_RESERVATION, signed, ALBA, WithdrawReservation(treaty=PACT, article=ArticleId("a1"))),
    (Reason.COERCION_BINDS, new, ALBA, InvokeNullity(treaty=ENTENTE)),
    (Reason.NOT_COERCED, coercible, ALBA, InvokeNullity(treaty=ENTENTE)),
    (Reason.NOT_A_PARTY, coercible, DORIA, InvokeNullity(treaty=ENTENTE)),
    (Reason.NOT_DECEIVED, new, ALBA, InvokeNullity(treaty=ENTENTE, ground=Vice.FRAUD)),
    (Reason.NOT_A_PARTY, new, DORIA, InvokeNullity(treaty=ENTENTE, ground=Vice.FRAUD)),
    (Reason.NULLITY_INVOKED, contested, CARNIA, InvokeNullity(treaty=PACT)),
    (Reason.NOT_IN_FORCE, signed, ALBA, Denounce(treaty=PACT)),
    (Reason.NOT_IN_FORCE, signed, ALBA, Accede(treaty=PACT)),
    (Reason.NOT_A_PARTY, by_invitation, DORIA, Denounce(treaty=PACT)),
    (Reason.NOT_A_PARTY, by_invitation, DORIA, Register(treaty=PACT)),
    (Reason.NOT_A_PARTY, by_invitation, DORIA, InviteToAccede(treaty=PACT, guest=ETRIA)),
    (Reason.CLOSED_TO_ACCESSION, by_invitation, DORIA, Accede(treaty=PACT)),
    (Reason.CLOSED_TO_ACCESSION, new, ALBA, InviteToAccede(treaty=ENTENTE, guest=ETRIA)),
    (Reason.ALREADY_SIGNED, by_invitation, ALBA, Accede(treaty=PACT)),
    (Reason.ALREADY_INVITED, by_invitation, ALBA, InviteToAccede(treaty=PACT, guest=DORIA)),
    (Reason.UNKNOWN_POWER, by_invitation, ALBA, InviteToAccede(treaty=PACT, guest=NOWHERE)),
    (Reason.ALREADY_REGISTERED, agreed_to_end, BORIA, Register(treaty=PACT)),
    (Reason.NOT_PUBLIC, new, BORIA, Register(treaty=UNDERSTANDING)),
    (Reason.CANNOT_DENOUNCE, new, ALBA, Denounce(treaty=ENTENTE)),
    (Reason.ALREADY_DENOUNCED, denounced, ALBA, Denounce(treaty=PACT)),
    (Reason.NOT_DENOUNCED, new, ALBA, RevokeDenunciation(treaty=ENTENTE)),
    (Reason.ALREADY_AGREED, agreed_to_end, ALBA, AgreeToEnd(treaty=PACT)),
    (Reason.ALREADY_PROTESTED, suspended, ALBA, Protest(treaty=ENTENTE, against=CARNIA)),
    (Reason.ALREADY_SUSPENDED, suspended, ALBA, Suspend(treaty=ENTENTE, against=CARNIA)),
    (Reason.NOT_SUSPENDED, new, ALBA, Resume(treaty=ENTENTE, against=CARNIA)),
    (Reason.NOT_SUSPENDED, suspended, CARNIA, Resume(treaty=ENTENTE, against=ALBA)),
    (Reason.NO_BREACH, new, ALBA, Suspend(treaty=ENTENTE, against=CARNIA)),
    (Reason.NO_BREACH, suspended, CARNIA, Terminate(treaty=ENTENTE, against=ALBA)),
    (Reason.NOT_MATERIAL, unconsulted, ALBA, Suspend(treaty=PACT, against=CARNIA)),
    (Reason.NOT_INJURED, guaranteed, DORIA, CallGuarantors(treaty=PACT, against=CARNIA, broken=ENTENTE, article=ArticleId("entente_1"))),
    (Reason.NOT_GUARANTEED, guaranteed, ALBA, CallGuarantors(treaty=PACT, against=CARNIA, broken=PACT, article=ArticleId("a2"))),
    (Reason.ATTACK_ONLY, guaranteed, ALBA, CallGuarantors(treaty=ALLIANCE, against=CARNIA, broken=ENTENTE, article=ArticleId("entente_1"))),
    (Reason.GUARANTORS_UNAWARE, betraying, ALBA, CallGuarantors(treaty=PACT, against=CARNIA, broken=WHISPER, article=ArticleId("a1"))),
    (
        Reason.GUARANTORS_CALLED,
        guaranteed,
        ALBA,
        CallGuarantors(treaty=PACT, against=CARNIA, broken=ENTENTE, article=ArticleId("entente_1")),
    ),
    (Reason.NO_RATIFICATION, adopted, ALBA, Ratify(treaty=PACT)),
    (Reason.TOO_SOON, signed, ALBA, Ratify(treaty=PACT)),
    (Reason.ALREADY_RATIFIED, ratified, ALBA, Ratify(treaty=PACT)),
    (Reason.NOT_A_THIRD_STATE, in_force, DORIA, Assent(treaty=PLAN)),
    (Reason.ALREADY_ASSENTED, in_force, CARNIA, Assent(treaty=PLAN)),
    (Reason.ARTICLE_FAULTY, new, ALBA, with_(DRAFT, articles=())),
    (Reason.ARTICLE_FAULTY, new, ALBA, draft_of(ALBA, "pact", (ALBA, NOWHERE), WORDS)),
    (Reason.ARTICLE_FAULTY, tabled, ALBA, Amend(treaty=PACT, base=1, operations=(StrikeArticle(ArticleId("zz")),))),
    (Reason.ARTICLE_FAULTY, tabled, ALBA, Amend(treaty=PACT, base=1, operations=())),
    (Reason.TOO_MANY_TEXTS, full_drawer, ALBA, DRAFT),
    (Reason.TOO_MANY_TEXTS, much_amended, BORIA, Amend(treaty=PACT, base=1, operations=(put("b"),))),
    (Reason.ALREADY_CONVENED, convened, ALBA, with_(CONVENE, conference=conference_id("alba.second"))),
    (Reason.NOT_INVITED, convened, CARNIA, AnswerInvitation(conference=MEETING, attend=True)),
    (Reason.ALREADY_ANSWERED, attended, BORIA, AnswerInvitation(conference=MEETING, attend=False)),
    (Reason.ALREADY_ANSWERED, convened, ALBA, AnswerInvitation(conference=MEETING, attend=True)),
    (Reason.ALREADY_ANSWERED, rejected, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True)),
    (Reason.ALREADY_ANSWERED, answered, ALBA, AnswerCrisis(stance=Stance.NEUTRAL)),
    (Reason.NOT_AT_THE_TABLE, convened, BORIA, PutToVote(conference=MEETING, treaty=PACT, version=1)),
    (Reason.NO_SEAT, in_session, CARNIA, CastBallot(organ=MEETING, ballot=Ballot.FOR)),
    (Reason.TEXT_TOO_LONG, new, ALBA, Send(to=frozenset({BORIA}), text="x" * 2001)),
    (Reason.TEXT_TOO_LONG, new, ALBA, with_(DRAFT, title=both("x" * 121))),
    (Reason.TEXT_TOO_LONG, new, ALBA, with_(CONVENE, title=both("x" * 121))),
    (Reason.TEXT_TOO_LONG, new, ALBA, Send(to=frozenset({BORIA}), phrase=Phrase(code="thanks", words=both("x" * 601)))),
    (Reason.TEXT_EMPTY, new, ALBA, Send(to=frozenset({BORIA}), text=" \n ")),
    (Reason.TEXT_EMPTY, new, ALBA, Send(to=frozenset({BORIA}))),
    (Reason.TEXT_EMPTY, new, ALBA, with_(DRAFT, title={})),
    (Reason.TEXT_EMPTY, new, ALBA, with_(CONVENE, title=both(" "))),
    (Reason.TEXT_UNPRINTABLE, new, ALBA, Send(to=frozenset({BORIA}), text="\x1b[31mred")),
    (Reason.TEXT_UNPRINTABLE, new, ALBA, Send(to=frozenset({BORIA}), text="\x9b31mred")),
    (Reason.TEXT_UNPRINTABLE, new, ALBA, Send(to=frozenset({BORIA}), phrase=Phrase(code="thanks", words={Lang("en"): "\x07"}))),
    (Reason.TEXT_UNPRINTABLE, new, ALBA, with_(DRAFT, title={Lang("en"): "a\x00b"})),
    (Reason.TEXT_UNPRINTABLE, new, ALBA, with_(DRAFT, title={Lang("en"): "Pact\nof peace"})),
    (Reason.TEXT_UNPRINTABLE, new, ALBA, with_(CONVENE, title={Lang("en"): "Pact\nof peace"})),
    (Reason.NO_RECIPIENT, new, ALBA, Send(to=frozenset(), text="Well?", asks=True)),
    (Reason.NO_RECIPIENT, drafted, ALBA, Table(treaty=PACT, to=frozenset({CARNIA}))),
    (Reason.NO_RECIPIENT, new, ALBA, with_(CONVENE, invited=frozenset())),
    (Reason.BETRAYS_SECRET, hanging_on_a_secret, DORIA, Table(treaty=TreatyId("doria.rider"), to=frozenset({BORIA, CARNIA}))),
    (Reason.TO_ONESELF, new, ALBA, Send(to=frozenset({ALBA}), text="Well?")),
    (Reason.TO_ONESELF, drafted, ALBA, Table(treaty=PACT, to=frozenset({ALBA, BORIA}))),
    (Reason.TO_ONESELF, new, ALBA, with_(CONVENE, invited=frozenset({ALBA}))),
    (Reason.TO_ONESELF, new, CARNIA, ULTIMATUM),
    (Reason.AT_WAR, at_war, BORIA, IssueUltimatum(target=CARNIA, demand=DemandStandDown(), expires=1)),
    (Reason.ULTIMATUM_STANDS, threatened, BORIA, ULTIMATUM),
    (Reason.NO_ULTIMATUM, new, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True)),
    (Reason.DEADLINE_PAST, new, BORIA, with_(ULTIMATUM, expires=-1)),
    (Reason.DEADLINE_PAST, new, BORIA, with_(ULTIMATUM, expires=4)),
    (Reason.DEMAND_FAULTY, new, BORIA, with_(ULTIMATUM, demand=DemandAssent(PLAN))),
    (Reason.TOO_MANY_ORDERS, ordering, ALBA, CommitOrders((Attack(BORIA), GatherIntelligence(BORIA), GatherIntelligence(CARNIA)))),
    (
        Reason.TOO_DEAR,
        ordering,
        ALBA,
        CommitOrders((ApplySanction(BORIA, Sanction.OIL), ApplySanction(BORIA, Sanction.ARMS))),
    ),
    (Reason.ORDER_NOT_AVAILABLE, ordering, ALBA, CommitOrders((LiftSanction(BORIA, Sanction.OIL),))),
    (Reason.ORDERS_CONTRADICT, ordering, CARNIA, CommitOrders((Mobilise(Readiness.GENERAL), StandDown(Readiness.PEACE)))),
    (Reason.ORDERS_CONTRADICT, ordering, ALBA, CommitOrders((Attack(BORIA), Attack(BORIA)))),
    (Reason.ORDERS_COMMITTED, committed, ALBA, CommitOrders(())),
    (Reason.ORDER_NOT_AVAILABLE, ordering, ALBA, CommitOrders((Attack(ALBA),))),
    (Reason.NOT_SO_MANY_DIVISIONS, crisis, ALBA, AnswerCrisis(stance=Stance.WITH_TARGET, divisions=7)),
    (Reason.NO_ROAD, ordering, ETRIA, CommitOrders((Attack(CARNIA),))),
    (Reason.ONLY_THROUGH_A_NEUTRAL, ordering, ALBA, CommitOrders((Attack(CARNIA),))),
    (Reason.NO_SEA_ROUTE, ordering, ALBA, CommitOrders((Blockade(CARNIA),))),
    (Reason.NO_FLEET, at_sea, ETRIA, CommitOrders((Blockade(ALBA),))),
    (Reason.NO_FLEET, at_sea, ETRIA, CommitOrders((Patrol(HARBOUR),))),
    (Reason.NO_SEA_ROUTE_THERE, at_sea, BORIA, CommitOrders((Patrol(HARBOUR),))),
    (Reason.NOT_AT_SEA, at_sea, ALBA, CommitOrders((Patrol(MARCHES),))),
    (Reason.ORDER_NOT_AVAILABLE, ordering, ALBA, CommitOrders((Mobilise(Readiness.GENERAL),))),
    (Reason.ORDER_NOT_AVAILABLE, ordering, ALBA, CommitOrders((StandDown(Readiness.PEACE),))),
    (
        Reason.ORDER_NOT_AVAILABLE,
        ordering,
        CARNIA,
        CommitOrders((HandOver(treaty=ENTENTE, article=ArticleId("entente_1"), stake=HARBOUR),)),
    ),
    (Reason.NO_CRISIS, new, ALBA, AnswerCrisis(stance=Stance.NEUTRAL)),
    (Reason.NO_CRISIS, new, ALBA, Decide(persist=True)),
    (Reason.NOT_CALLED_UPON, crisis, BORIA, AnswerCrisis(stance=Stance.NEUTRAL)),
    (Reason.NOT_THE_MOVER, crisis, ALBA, Decide(persist=True)),
    (Reason.UNKNOWN_CHOICE, crisis, CARNIA, AnswerCrisis(stance=Stance.YIELD)),
    (Reason.UNKNOWN_CHOICE, new, ALBA, Choose(event=EventId("riot"), choice=ChoiceId("flee"))),
    (Reason.QUESTION_OPEN, with_question, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1)),
    (Reason.NOTHING_TO_CHANGE, new, ALBA, SignalReady(False)),
    (Reason.NOTHING_TO_CHANGE, new, FACILITATOR, Pause(False)),
    (Reason.FINDING_FAULTY, contested, FACILITATOR, FindVoid(treaty=PACT, power=BORIA)),
    (Reason.WRONG_PHASE, in_session, FACILITATOR, FindVoid(treaty=ENTENTE, power=ALBA)),
    (Reason.WRONG_PHASE, crisis, FACILITATOR, FindVoid(treaty=ENTENTE, power=ALBA)),
    (Reason.NOT_IN_FORCE, adopted, FACILITATOR, FindVoid(treaty=PACT, power=ALBA)),
    (Reason.UNKNOWN_TREATY, new, FACILITATOR, FindVoid(treaty=TreatyId("nothing"), power=ALBA)),
    (Reason.UNKNOWN_POWER, new, FACILITATOR, FindVoid(treaty=ENTENTE, power=NOWHERE)),
    *BEFORE_ORGANS,
    *IN_DISPUTES,
]


@pytest.mark.parametrize(("reason", "setup", "by", "command"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)])
def test_a_command_is_refused_for_its_reason_and_changes_nothing(
    reason: Reason, setup: Callable[[], Referee], by: Viewer, command: Command
) -> None:
    table = setup()
    state, length = table.state, len(table.chronicle)
    assert refused(table, by, command).reason is reason
    assert table.state is state and len(table.chronicle) == length


def test_there_is_a_case_for_every_reason() -> None:
    assert {case[0] for case in CASES} == set(Reason)


@pytest.mark.parametrize(
    "command", [Pause(True), SetDeadline(at=1), SetDeadline(at=None), CloseStep(), Remember(power=ALBA, memory={"a": 1})]
)
def test_the_umpire_alone_does_what_is_the_umpires(command: Command) -> None:
    for viewer in (*POWERS, OBSERVER, NOWHERE):
        assert refused(new(), viewer, command).reason is Reason.NOT_YOUR_PART
    table = new()
    do(table, FACILITATOR, command)
    assert table.view(FACILITATOR) == table.state


def test_an_unknown_treaty_and_a_secret_one_give_the_same_refusal_word_for_word() -> None:
    table = new()
    for build in (
        lambda t: Sign(treaty=t),
        lambda t: Assent(treaty=t),
        lambda t: Ratify(treaty=t),
        lambda t: Initial(treaty=t, version=1),
        lambda t: Withdraw(treaty=t),
        lambda t: Amend(treaty=t, base=1, operations=(put("b"),)),
        lambda t: Table(treaty=t, to=frozenset({BORIA})),
        lambda t: Send(to=frozenset({BORIA}), text="x", regarding=Regarding(treaty=t, version=1)),
        lambda t: IssueUltimatum(target=DORIA, demand=DemandAssent(t), expires=0),
    ):
        secret, unknown = (refused(table, ETRIA, build(TreatyId(t))) for t in (UNDERSTANDING, "nothing"))
        assert secret == unknown
    for ident in (UNDERSTANDING, TreatyId("nothing")):
        refusal = refused(table, ETRIA, draft_of(ETRIA, "pact", (ALBA, ETRIA), WORDS, only_while=ident))
        assert refusal.about == {"fault": "unknown_treaty", "word": ident}


def test_a_draft_of_the_scenario_in_anothers_files_is_unknown() -> None:
    assert isinstance(do(new(), ALBA, Table(treaty=PLAN, to=frozenset({BORIA}))), tuple)
    assert refused(new(), DORIA, Table(treaty=PLAN, to=frozenset({BORIA}))).reason is Reason.UNKNOWN_TREATY
    assert isinstance(DRAFT, Draft)
