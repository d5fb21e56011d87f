"""Signature, ratification, assent of third states, and entry into force."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, assert_never

from engine.commands import Assent, PowerCommand, Ratify, Sign
from engine.decide.entering import enter_into_force
from engine.domains import Lawful, OneOf, Option
from engine.duties import Automaticity, Extent
from engine.events import (
    AssentGiven,
    Phase,
    TreatyRatified,
    TreatySigned,
)
from engine.names import ArticleId, Power, TreatyId
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.reservations import Await, Exclude, LeaveOut, Lessen, Narrowing, Reservation, Spare, WaitFor
from engine.state import State
from engine.treaty import ReservationPolicy, Signature, Stage, Treaty

VERBS: tuple[type[PowerCommand], ...] = (Sign, Ratify, Assent)
MOST_RESERVATIONS = 20
PHASES = (Phase.TALKS, Phase.ORDERS)
OPEN = (Stage.ADOPTED, Stage.IN_FORCE)


def offers(state: State, power: Power) -> Iterator[Option]:
    """Texts that a power may sign, ratify or, as a third state, assent to."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        ident = OneOf((treaty.id,))
        if _may_sign(treaty, power):
            single = tuple((Reservation(article=a),) for a in reservable(treaty)) if len(treaty.text.articles) > 1 else ()
            admissible = Lawful(partial(may_reserve, state, treaty), sample=((), *single))
            yield Option(verb=Sign, asked=True, domains={"treaty": ident, "reservations": admissible, "ad_referendum": OneOf((False,))})
        if _may_ratify(state, treaty, power):
            yield Option(verb=Ratify, asked=True, domains={"treaty": ident})
        if power in awaited_assents(treaty):
            yield Option(verb=Assent, asked=True, domains={"treaty": ident})


def _may_sign(treaty: Treaty, power: Power) -> bool:
    """Signature stays open after a treaty has entered into force among some of those who negotiated it."""
    return treaty.stage in OPEN and power in treaty.provisions.signatories and power not in treaty.signatures


def reservable(treaty: Treaty) -> tuple[ArticleId, ...]:
    """The articles to which the treaty lets a signatory make a reservation (VCLT 19)."""
    if treaty.provisions.reservations is ReservationPolicy.FORBIDDEN:
        return ()
    return tuple(a.id for a in treaty.text.articles if a.id not in treaty.provisions.unreservable)


def may_reserve(state: State, treaty: Treaty, reservations: Any) -> bool:
    """Whether these reservations may be made together: to articles open to them, in known terms, and leaving something to be bound by.

    One that excluded every article would be against the object of the treaty (VCLT 19(c)).
    """
    if not isinstance(reservations, tuple) or not all(isinstance(r, Reservation) for r in reservations):
        return False
    if len(reservations) > MOST_RESERVATIONS or len(set(reservations)) != len(reservations):
        return False
    if not all(r.article in reservable(treaty) and _is_sensible(state, r.narrowing) for r in reservations):
        return False
    excluded = {r.article for r in reservations if isinstance(r.narrowing, Exclude)}
    return len(excluded) < len(treaty.text.articles)


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


def _may_ratify(state: State, treaty: Treaty, power: Power) -> bool:
    """Ratification is an act of a later turn than signature: a parliament stands between them."""
    signature = treaty.signatures.get(power)
    wanted = treaty.provisions.ratification and treaty.stage in OPEN and power not in treaty.ratified
    return wanted and signature is not None and signature.turn < state.turn


def awaited_assents(treaty: Treaty) -> frozenset[Power]:
    """The third states that a treaty in force asks something of and that have not accepted it (VCLT 35)."""
    if not treaty.in_force:
        return frozenset()
    asked = (article.clause.third_debtors(treaty.parties) for article in treaty.text.articles)
    return frozenset().union(*asked) - treaty.assents - treaty.parties


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a power cannot bind itself so."""
    if state.phase not in PHASES:
        return Refusal(Reason.WRONG_PHASE)
    treaty = state.treaties_known_to(power).get(command.treaty)
    if treaty is None:
        return Refusal(Reason.UNKNOWN_TREATY)
    if isinstance(command, Assent):
        if power in treaty.assents:
            return Refusal(Reason.ALREADY_ASSENTED)
        return Refusal(Reason.NOT_A_THIRD_STATE)
    if power not in treaty.provisions.signatories:
        return Refusal(Reason.NOT_OPEN_FOR_SIGNATURE)
    if isinstance(command, Sign):
        return _refuse_signature(treaty, power)
    if not treaty.provisions.ratification:
        return Refusal(Reason.NO_RATIFICATION)
    if power in treaty.ratified:
        return Refusal(Reason.ALREADY_RATIFIED)
    if power not in treaty.signatures:
        return Refusal(Reason.NOT_SIGNED)
    return Refusal(Reason.TOO_SOON)


def _refuse_signature(treaty: Treaty, power: Power) -> Refusal:
    if power in treaty.signatures:
        return Refusal(Reason.ALREADY_SIGNED)
    if treaty.stage not in OPEN:
        return Refusal(Reason.NOT_ADOPTED)
    return Refusal(Reason.RESERVATION_FORBIDDEN)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note the act and what it brings into force."""
    treaty = proceedings.state.treaties[command.treaty]
    match command:
        case Sign():
            signature = Signature(turn=proceedings.state.turn, reservations=command.reservations)
            proceedings.note(TreatySigned(treaty=treaty.id, power=power, signature=signature, audience=treaty.known_to))
            enter_into_force(proceedings, treaty.id)
        case Ratify():
            proceedings.note(TreatyRatified(treaty=treaty.id, power=power, audience=treaty.known_to))
            enter_into_force(proceedings, treaty.id)
        case Assent():
            give_assent(proceedings, treaty.id, power)
        case _:
            raise AssertionError(command)


def give_assent(proceedings: Proceedings, treaty: TreatyId, power: Power) -> None:
    """Bind a third state by its own acceptance (VCLT 35)."""
    audience = proceedings.state.treaties[treaty].known_to
    proceedings.note(AssentGiven(treaty=treaty, power=power, audience=audience))
