"""Signature, ratification, assent of third states, and entry into force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.commands import Assent, PowerCommand, Ratify, Sign
from engine.decide.drafting import published
from engine.domains import OneOf, Option, Subset
from engine.events import (
    AssentGiven,
    Phase,
    TreatyEnteredIntoForce,
    TreatyRatified,
    TreatyShown,
    TreatySigned,
)
from engine.names import EVERYBODY, Power, TreatyId
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Signature, Stage, Treaty

VERBS: tuple[type[PowerCommand], ...] = (Sign, Ratify, Assent)
PHASES = (Phase.TALKS, Phase.ORDERS)


def offers(state: State, power: Power) -> Iterator[Option]:
    """Texts that a power may sign, ratify or, as a third state, assent to."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        ident = OneOf((treaty.id,))
        if _may_sign(treaty, power):
            articles = tuple(a.id for a in treaty.text.articles)
            most = len(articles) - 1 if treaty.provisions.reservations else 0
            yield Option(verb=Sign, asked=True, domains={"treaty": ident, "excludes": Subset(articles, most=most)})
        if _may_ratify(state, treaty, power):
            yield Option(verb=Ratify, asked=True, domains={"treaty": ident})
        if power in awaited_assents(treaty):
            yield Option(verb=Assent, asked=True, domains={"treaty": ident})


def _may_sign(treaty: Treaty, power: Power) -> bool:
    return treaty.stage is Stage.ADOPTED and power in treaty.provisions.signatories and power not in treaty.signatures


def _may_ratify(state: State, treaty: Treaty, power: Power) -> bool:
    """Ratification is an act of a later turn than signature: a parliament stands between them."""
    signature = treaty.signatures.get(power)
    wanted = treaty.provisions.ratification and treaty.stage is Stage.ADOPTED and power not in treaty.ratified
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
    if treaty.stage is not Stage.ADOPTED:
        return Refusal(Reason.NOT_ADOPTED)
    return Refusal(Reason.RESERVATION_FORBIDDEN)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note the act and what it brings into force."""
    treaty = proceedings.state.treaties[command.treaty]
    match command:
        case Sign():
            signature = Signature(turn=proceedings.state.turn, excludes=command.excludes)
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


def enter_into_force(proceedings: Proceedings, ident: TreatyId) -> None:
    """A treaty enters into force when all its signatories have signed and, where required, ratified (VCLT 24).

    Unless it is secret it is then published, and third states read what it asks of them.
    """
    treaty = proceedings.state.treaties[ident]
    signatories = frozenset(treaty.provisions.signatories)
    bound = treaty.ratified if treaty.provisions.ratification else frozenset(treaty.signatures)
    if not signatories <= bound:
        return
    if not treaty.provisions.secret and treaty.known_to is not None:
        treaty = published(treaty)
        proceedings.note(TreatyShown(treaty=treaty, how="published", audience=EVERYBODY))
    proceedings.note(TreatyEnteredIntoForce(treaty=ident, parties=signatories, turn=proceedings.state.turn, audience=treaty.known_to))
