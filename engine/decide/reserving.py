"""Reservations: which may be made, and what the others say to them (VCLT 19-23)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, assert_never

from engine.clauses.base import Fault
from engine.closing import RESERVATIONS_PLACE
from engine.commands import AnswerReservation, PowerCommand, WithdrawReservation
from engine.decide.entering import enter_into_force
from engine.decide.leaving import part_unrelated
from engine.decide.texts import PHASES, text_for
from engine.domains import Lawful, OneOf, Option
from engine.duties import Automaticity, Duty, Extent
from engine.events import ReservationAnswered, ReservationWithdrawn
from engine.names import ArticleId, Power
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.reservations import Await, Exclude, LeaveOut, Lessen, Narrowing, Reservation, Spare, WaitFor, narrowed
from engine.state import State, changed
from engine.treaty import Answer, Article, ReservationPolicy, Stage, Treaty

VERBS: tuple[type[PowerCommand], ...] = (AnswerReservation, WithdrawReservation)
MOST_RESERVATIONS = 20
TACIT_AFTER = 1
"""Turns after which silence has become acceptance (VCLT 20(5))."""

# -- making them


def admissible(state: State, treaty: Treaty, power: Power) -> Lawful:
    """The reservations that a power may make on expressing its consent, with each bare exclusion for a sample."""
    single = tuple((Reservation(article=a),) for a in reservable(treaty)) if len(treaty.text.articles) > 1 else ()
    return Lawful(partial(may_reserve, state, treaty, power), sample=((), *single))


def reservable(treaty: Treaty) -> tuple[ArticleId, ...]:
    """The articles to which the treaty lets a signatory make a reservation (VCLT 19)."""
    if treaty.provisions.reservations is ReservationPolicy.FORBIDDEN:
        return ()
    return tuple(a.id for a in treaty.text.articles if a.id not in treaty.provisions.unreservable)


def may_reserve(state: State, treaty: Treaty, power: Power, reservations: Any) -> bool:
    """Whether a power may make these reservations together."""
    if not isinstance(reservations, tuple) or not all(isinstance(r, Reservation) for r in reservations):
        return False
    return fault_of_reservations(state, treaty, power, reservations) is None


def fault_of_reservations(state: State, treaty: Treaty, power: Power, reservations: tuple[Reservation, ...]) -> Fault | None:
    """What forbids a power these reservations, with the closing article that does.

    One that excluded every article would be against the object of the treaty (VCLT 19(c)); one that changed nothing for the power
    would be none (VCLT 2(1)(d)).
    """
    if reservations and treaty.provisions.reservations is ReservationPolicy.FORBIDDEN:
        return Fault(code="reservations_forbidden", word=_closing_article(treaty))
    if len(reservations) > MOST_RESERVATIONS or len(set(reservations)) != len(reservations):
        return Fault(code="reservation_twice")
    for reservation in reservations:
        if all(a.id != reservation.article for a in treaty.text.articles):
            return Fault(code="reservation_to_nothing", word=reservation.article)
        if reservation.article in treaty.provisions.unreservable:
            return Fault(code="article_unreservable", word=_closing_article(treaty))
        if not _is_sensible(state, reservation.narrowing) or not _matters(state, treaty, power, reservation):
            return Fault(code="reservation_empty")
    excluded = {r.article for r in reservations if isinstance(r.narrowing, Exclude)}
    return Fault(code="reserves_everything") if len(excluded) >= len(treaty.text.articles) else None


def promised(article: Article, treaty: Treaty, power: Power, state: State) -> tuple[Duty, ...]:
    """What an article promises among all who sign and a power, once every question on which it hangs is settled."""
    bound = frozenset(treaty.provisions.signatories) | treaty.parties | {power}
    return article.clause.duties(bound, changed(state, settled=frozenset(state.setting.stakes)))


def changes(narrowing: Narrowing, article: Article, treaty: Treaty, power: Power, state: State) -> bool:
    """Whether a narrowing would change anything between a power and the others."""
    duties = promised(article, treaty, power, state)
    return any(narrowed(duty, narrowing) != duty for duty in duties if power in (duty.debtor, duty.creditor))


def _matters(state: State, treaty: Treaty, power: Power, reservation: Reservation) -> bool:
    """Whether a reservation changes something; any article may be excluded, be it one that promises nothing."""
    if isinstance(reservation.narrowing, Exclude):
        return True
    articles = (a for a in treaty.text.articles if a.id == reservation.article)
    return any(changes(reservation.narrowing, article, treaty, power, state) for article in articles)


def refuse_reservations(state: State, treaty: Treaty, power: Power, reservations: tuple[Reservation, ...]) -> Refusal:
    """Why a power may not make these reservations, naming the provision that forbids them."""
    fault = fault_of_reservations(state, treaty, power, reservations)
    about = {} if fault is None else {"fault": fault.code, "word": fault.word}
    return Refusal(Reason.RESERVATION_FORBIDDEN, about)


def _closing_article(treaty: Treaty) -> str:
    return str(len(treaty.text.articles) + RESERVATIONS_PLACE)


def _is_sensible(state: State, narrowing: Narrowing) -> bool:
    match narrowing:
        case Exclude():
            return True
        case Spare():
            return bool(narrowing.powers) and narrowing.powers <= frozenset(state.powers())
        case LeaveOut():
            return bool(narrowing.stakes) and narrowing.stakes <= frozenset(state.setting.stakes)
        case WaitFor():
            return narrowing.power in state.setting.powers
        case Await():
            return narrowing.automaticity is not Automaticity.AUTOMATIC
        case Lessen():
            return narrowing.extent is not Extent.ALL_MEANS
        case _:
            assert_never(narrowing)


# -- answering them


def offers(state: State, power: Power) -> Iterator[Option]:
    """Reservations of others that a power may still answer."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        for article in withdrawable(treaty, power):
            yield Option(verb=WithdrawReservation, domains={"treaty": OneOf((treaty.id,)), "article": OneOf((article,))})
        for reserver in sorted(treaty.signatures):
            answers = open_answers(state, treaty, power, reserver)
            if answers:
                wanted = treaty.provisions.reservations is ReservationPolicy.WITH_CONSENT and len(answers) > 1
                yield Option(
                    verb=AnswerReservation,
                    asked=wanted,
                    domains={"treaty": OneOf((treaty.id,)), "reserver": OneOf((reserver,)), "answer": OneOf(answers)},
                )


def withdrawable(treaty: Treaty, power: Power) -> tuple[ArticleId, ...]:
    """The articles to which a power has made reservations: it may withdraw them at any time, and needs nobody's consent (VCLT 22(1))."""
    signature = treaty.signatures.get(power)
    if signature is None or treaty.stage not in (Stage.ADOPTED, Stage.IN_FORCE):
        return ()
    reserved = {reservation.article for reservation in signature.reservations}
    return tuple(article.id for article in treaty.text.articles if article.id in reserved)


def open_answers(state: State, treaty: Treaty, power: Power, reserver: Power) -> tuple[Answer, ...]:
    """What a power may say to another's reservations now.

    Silence is acceptance after a turn unless the treaty wants consent; an acceptance is final, an objection may always be
    withdrawn (VCLT 20(5), 22(2)).
    """
    signature = treaty.signatures.get(reserver)
    own = treaty.signatures.get(power)
    concerned = power in treaty.provisions.signatories or own is not None
    if treaty.stage not in (Stage.ADOPTED, Stage.IN_FORCE) or signature is None or not signature.reservations:
        return ()
    if not concerned or power == reserver:
        return ()
    given = treaty.answers.get(reserver, {}).get(power)
    if given is Answer.ACCEPTED:
        return ()
    if given is not None:
        return (Answer.ACCEPTED,)
    known_since = max(signature.turn, own.turn if own is not None else state.turn)
    tacit = treaty.provisions.reservations is not ReservationPolicy.WITH_CONSENT and state.turn > known_since + TACIT_AFTER
    return () if tacit else tuple(Answer)


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a reservation cannot be answered so, or withdrawn."""
    treaty = text_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    if isinstance(command, WithdrawReservation):
        return Refusal(Reason.NO_RESERVATION)
    signature = treaty.signatures.get(command.reserver)
    if signature is None or not signature.reservations or power == command.reserver:
        return Refusal(Reason.NO_RESERVATION)
    return Refusal(Reason.RESERVATION_STANDS)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note the answer or the withdrawal; where consent is wanted, it may be the one for which entry into force has waited."""
    treaty = proceedings.state.treaties[command.treaty]
    match command:
        case AnswerReservation():
            answered = ReservationAnswered(
                treaty=treaty.id, reserver=command.reserver, power=power, answer=command.answer, audience=treaty.known_to
            )
            proceedings.note(answered)
            part_unrelated(proceedings, treaty.id)
        case WithdrawReservation():
            proceedings.note(ReservationWithdrawn(treaty=treaty.id, power=power, article=command.article, audience=treaty.known_to))
        case _:
            raise AssertionError(command)
    enter_into_force(proceedings, treaty.id)
