"""The later life of a treaty as a fold: consent completed, parties that come and go, operation suspended, the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from attrs import evolve as with_

from engine import events as e
from engine.council import put, without
from engine.names import ArticleId, Power
from engine.treaty import Answer, End, Nullified, Stage, Treaty


def later_life(treaty: Treaty, event: e.TreatyLife, turn: int) -> Treaty:
    """The treaty after one event of its later life, in a turn."""
    match event:
        case e.PartyJoined():
            return with_(treaty, parties=treaty.parties | {event.power}, joined=put(treaty.joined, event.power, turn))
        case e.SignatureConfirmed():
            confirmed = treaty.signatures[event.power].confirmed(event.under_threat, turn)
            return with_(treaty, signatures=put(treaty.signatures, event.power, confirmed))
        case e.ReservationAnswered():
            answers: Mapping[Power, Answer] = treaty.answers.get(event.reserver, {})
            return with_(treaty, answers=put(treaty.answers, event.reserver, put(answers, event.power, event.answer)))
        case e.ReservationWithdrawn():
            return _without_reservation(treaty, event.power, event.article)
        case e.NullityInvoked():
            return with_(treaty, contested=treaty.contested | {event.power})
        case e.ConsentFoundVoid():
            nullified = Nullified(power=event.power, ground=event.ground, organ=event.organ)
            return with_(treaty, nullified=(*treaty.nullified, nullified))
        case e.RatificationFailed():
            return with_(treaty, failed=put(treaty.failed, event.power, event.turn))
        case e.AccessionInvited():
            hosts: frozenset[Power] = treaty.invited.get(event.guest, frozenset())
            return with_(treaty, invited=put(treaty.invited, event.guest, hosts | {event.by}))
        case e.AccessionOpened():
            return with_(treaty, known_to=None if treaty.known_to is None else treaty.known_to | {event.guest})
        case e.TreatyAcceded():
            signatures = put(treaty.signatures, event.power, event.signature)
            return with_(treaty, signatures=signatures, ratified=treaty.ratified | {event.power}, left=treaty.left - {event.power})
        case e.TreatyRegistered():
            return with_(treaty, registered=True)
        case e.TreatyDenounced():
            return with_(treaty, notices=put(treaty.notices, event.power, event.effective))
        case e.DenunciationRevoked():
            return with_(treaty, notices=without(treaty.notices, event.power))
        case e.EndAgreed():
            return with_(treaty, ending=treaty.ending | {event.power})
        case e.OperationSuspended():
            return with_(treaty, suspended=treaty.suspended | {(event.power, event.against)})
        case e.OperationResumed():
            return with_(treaty, suspended=treaty.suspended - {(event.power, event.against)})
        case e.TerminationInvoked():
            others: frozenset[Power] = treaty.terminating.get(event.against, frozenset())
            return with_(treaty, terminating=put(treaty.terminating, event.against, others | {event.power}))
        case e.PartyLeft():
            # Whose consent was void, or never bound it to anybody, has not been a party.
            left = treaty.left if event.how in (End.VOID, End.UNRELATED) else treaty.left | {event.power}
            return with_(_without_party(treaty, event.power), left=left)
        case e.TreatyRenewed():
            return with_(treaty, until=event.until)
        case e.TreatyEnded():
            return with_(treaty, stage=Stage.ENDED, end=event.how, parties=frozenset(), notices={}, suspended=frozenset())
        case _:
            assert_never(event)


def _without_reservation(treaty: Treaty, power: Power, article: ArticleId) -> Treaty:
    """Without a power's reservations to an article; once it makes none at all, there is nothing left to answer."""
    signature = treaty.signatures[power]
    left = tuple(r for r in signature.reservations if r.article != article)
    answers = treaty.answers if left else without(treaty.answers, power)
    return with_(treaty, signatures=put(treaty.signatures, power, with_(signature, reservations=left)), answers=answers)


def _without_party(treaty: Treaty, power: Power) -> Treaty:
    """The treaty without a trace of a party's consent: should it come back, it consents anew."""
    answers = {reserver: without(given, power) for reserver, given in treaty.answers.items() if reserver != power}
    return with_(
        treaty,
        parties=treaty.parties - {power},
        assents=treaty.assents - {power},
        joined=without(treaty.joined, power),
        coerced=without(treaty.coerced, power),
        signatures=without(treaty.signatures, power),
        ratified=treaty.ratified - {power},
        notices=without(treaty.notices, power),
        answers=answers,
        invited=without(treaty.invited, power),
        contested=treaty.contested - {power},
        ending=treaty.ending - {power},
        terminating={p: others - {power} for p, others in treaty.terminating.items() if p != power},
        suspended=frozenset(two for two in treaty.suspended if power not in two),
    )
