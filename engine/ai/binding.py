"""Being bound: signature, ratification, assent, and the vote at a conference, each weighed by the same scales as the text was."""

from __future__ import annotations

from engine.ai.answers import agrees, reason
from engine.ai.mind import Mind
from engine.ai.script import scripted_ballot
from engine.ai.sides import helpers
from engine.ai.value import STANDS_BY_A_FRIEND, Worth, trust
from engine.casus import Standing
from engine.commands import (
    AgreeToEnd,
    AnswerInvitation,
    AnswerReservation,
    Assent,
    CallGuarantors,
    Confirm,
    InvokeNullity,
    Protest,
    Ratify,
    Register,
    Sign,
)
from engine.conditions import holds
from engine.consequences import consequences
from engine.council_commands import CastBallot
from engine.crisis import Band
from engine.domains import OneOf, Option
from engine.force import correlate
from engine.messages import Attitude
from engine.names import ArticleId, ConferenceId, OrganId, Power
from engine.nullity import deceits, vices
from engine.obligations import obligations, owed_by
from engine.orders import Readiness
from engine.organ import Motion
from engine.profile import Assents
from engine.reservations import Reservation
from engine.state import State
from engine.treaty import Answer, ReservationPolicy, Treaty, Vice
from engine.voting import Ballot

STANDS_BY = 5
"""Points by which a text may have fallen below our walk-away since we initialled it, and still be signed or ratified."""
AGAINST_FROM = -10
"""Surplus from which a power votes against a text rather than abstain."""


def bind(mind: Mind) -> None:
    """Sign, ratify and assent where the text is still worth it; say so once where it is not."""
    # One at a time: what the first gives is no longer to be gained by the second.
    signs = any(_sign(mind, treaty) for treaty in mind.treaties(Sign))
    if not signs and not any(_confirm(mind, treaty) for treaty in mind.treaties(Confirm)):
        _ratify(mind)
    for treaty in mind.treaties(Assent):
        _assent(mind, treaty)
    for option in mind.verb(AnswerReservation):
        _answer_reservation(mind, option)
    for treaty in mind.treaties(AgreeToEnd):
        _agree_to_end(mind, treaty)
    for option in mind.verb(InvokeNullity):
        treaty = mind.view.treaties[option.only("treaty")]
        if Vice.FRAUD in vices(mind.view, treaty, mind.power):
            _leave_deceiver(mind, treaty)
        else:
            _hold_void(mind, treaty)
    for treaty in mind.treaties(Register):
        _register(mind, treaty)
    for option in mind.verb(Protest):
        _protest(mind, option)
    for option in mind.verb(CallGuarantors):
        _call(mind, option)


def _ratify(mind: Mind) -> None:
    for treaty in mind.treaties(Ratify):
        worth = mind.scales.worth(treaty, treaty.text)
        if worth.red_line is None and (agrees(mind, treaty, treaty.text, worth) or worth.surplus >= -STANDS_BY):
            mind.do(Ratify(treaty=treaty.id), "ratified", treaty.id, worth.best, worth)
        else:
            _refuse(mind, treaty, worth, "ratify")


def _confirm(mind: Mind, treaty: Treaty) -> bool:
    """Whether a signature given *ad referendum*, perhaps by whoever spoke for the power before, was confirmed."""
    worth = mind.scales.worth(treaty, treaty.text)
    if worth.red_line is None and worth.surplus >= -STANDS_BY:
        return mind.do(Confirm(treaty=treaty.id), "signed", treaty.id, worth.best, worth)
    _refuse(mind, treaty, worth, "sign")
    return False


def _answer_reservation(mind: Mind, option: Option) -> None:
    """Accept what leaves the treaty worth having; refuse relations under one that is no longer, where silence would accept it."""
    treaty = mind.view.treaties[option.only("treaty")]
    reserver: Power = option.only("reserver")
    worth = mind.scales.worth(treaty, treaty.text)
    reserved = frozenset(reservation.article for reservation in treaty.signatures[reserver].reservations)
    lost = sum(points for article, points in worth.parts if article in reserved and points > 0)
    wants_consent = treaty.provisions.reservations is ReservationPolicy.WITH_CONSENT
    still_worth_it = worth.surplus - lost >= -STANDS_BY
    if still_worth_it == wants_consent:
        answer = Answer.ACCEPTED if still_worth_it else Answer.REFUSED
        mind.do(
            AnswerReservation(treaty=treaty.id, reserver=reserver, answer=answer), f"reservation_{answer}", treaty.id, worth.worst, worth
        )


def _agree_to_end(mind: Mind, treaty: Treaty) -> None:
    """Let a treaty go that somebody else wants ended and that costs more than it gives."""
    if treaty.ending:
        worth = mind.scales.worth(treaty, treaty.text)
        if sum(points for _, points in worth.parts) < 0:
            mind.do(AgreeToEnd(treaty=treaty.id), "no_ground", treaty.id, worth.worst, worth)


def _register(mind: Mind, treaty: Treaty) -> None:
    """Have registered what says that it is to be, and whatever we may want to invoke before an organ."""
    is_creditor = any((o.treaty, o.creditor) == (treaty.id, mind.power) for o in obligations(mind.view))
    if treaty.provisions.registered or (mind.view.setting.law.registration and is_creditor):
        mind.do(Register(treaty=treaty.id), "registered", treaty.id)


def _protest(mind: Mind, option: Option) -> None:
    """Say of every breach to our injury that we do not let it pass: that costs nothing. Between belligerents it is past words."""
    against = option.domains["against"]
    assert isinstance(against, OneOf)
    for other in against.values:
        if other not in mind.view.at_war(mind.power):
            mind.do(Protest(treaty=option.only("treaty"), against=other), "protested", option.only("treaty"))


def _call(mind: Mind, option: Option) -> None:
    """Call those who are bound to answer, or may, over a breach by a power that we do not trust; in war it is past that."""
    act = CallGuarantors(**{name: option.only(name) for name in option.domains})
    helping = any(call.standing in (Standing.BOUND, Standing.ENTITLED) for call in consequences(mind.view, mind.power, act).guarantors)
    if helping and act.against not in mind.view.at_war(mind.power) and trust(mind.view, mind.power, act.against) < STANDS_BY_A_FRIEND:
        mind.do(act, "guarantors_called", act.treaty)


def _hold_void(mind: Mind, treaty: Treaty) -> None:
    """Be rid of what was extorted from us, while it is still owed and costs more than it gives, unless force would exact it all the same."""
    coercers = treaty.coercers(mind.power) & treaty.parties
    owing = any(o.treaty == treaty.id and o.duty.creditor in coercers for o in owed_by(mind.view, mind.power))
    worth = mind.scales.worth(treaty, treaty.text)
    exacted = any(_would_exact(mind.view, mind.power, treaty, coercer) for coercer in sorted(coercers))
    if owing and not exacted and sum(points for _, points in worth.parts) < 0:
        mind.do(InvokeNullity(treaty=treaty.id), "no_ground", treaty.id, worth.worst, worth)


def _leave_deceiver(mind: Mind, treaty: Treaty) -> None:
    """Be rid of a treaty which, without the promises that were never meant to be kept, gives no more than it costs."""
    worth = mind.scales.worth(treaty, treaty.text)
    empty = {found.new.article.id for found in deceits(mind.view, treaty, mind.power)}
    if sum(points for article, points in worth.parts if article not in empty or points < 0) <= 0:
        mind.do(InvokeNullity(treaty=treaty.id, ground=Vice.FRAUD), "no_ground", treaty.id, worth.worst, worth)


def _would_exact(view: State, power: Power, treaty: Treaty, coercer: Power) -> bool:
    """Whether it still threatens, or its forces stand ready and no ally would come: one that has armed, has not signed the same, and tips the scale."""
    if coercer in view.at_war(power):
        return False
    if (coercer, power) in view.ultimatums:
        return True
    allies = tuple(p for p in helpers(view, coercer, power) if p not in treaty.parties and view.readiness[p] >= Readiness.PARTIAL)
    ready = view.readiness[coercer] >= Readiness.PARTIAL
    return ready and (not allies or correlate(view, (coercer,), (power, *allies)).band in (Band.COLLAPSE, Band.VICTORY))


def _sign(mind: Mind, treaty: Treaty) -> bool:
    """Whether it was signed, *ad referendum* where our delegation has no full powers."""
    text, referred = treaty.text, mind.power not in mind.view.full_powers
    worth = mind.scales.worth(treaty, text)
    initialled = mind.power in treaty.initials.get(text.number, frozenset())
    if agrees(mind, treaty, text, worth) or (initialled and worth.red_line is None and worth.surplus >= -STANDS_BY):
        return mind.do(Sign(treaty=treaty.id, ad_referendum=referred), "signed", treaty.id, worth.best, worth)
    excluded = reservation(worth)
    if excluded is not None:
        reserving = Sign(treaty=treaty.id, reservations=(Reservation(article=excluded),), ad_referendum=referred)
        if mind.do(reserving, "signed_with_reservation", treaty.id, excluded, worth):
            return True
    _refuse(mind, treaty, worth, "sign")
    return False


def reservation(worth: Worth) -> ArticleId | None:
    """The one article that we would have to exclude for ourselves to sign (VCLT 19)."""
    if worth.red_line is not None or worth.worst is None:
        return None
    points = dict(worth.parts)[worth.worst]
    return worth.worst if points < 0 and worth.surplus - points >= 0 else None


def _assent(mind: Mind, treaty: Treaty) -> None:
    """A third state accepts what it wants, what it must, or what its author says it accepts."""
    worth = mind.scales.worth(treaty, treaty.text)
    scripted = any(deed.treaty == treaty.id for deed in mind.wants(Assents))
    yields = mind.profile.yields_when is not None and holds(mind.view, mind.profile.yields_when)
    if worth.red_line is None and (worth.surplus >= 0 or yields or scripted):
        mind.do(Assent(treaty=treaty.id), "assented", treaty.id, worth.worst, worth)
    else:
        _refuse(mind, treaty, worth, "assent")


def _refuse(mind: Mind, treaty: Treaty, worth: Worth, act: str) -> None:
    if mind.once(f"{act}:{treaty.id}"):
        code, article = reason(mind, treaty, treaty.text, worth)
        to = frozenset(treaty.negotiators) or treaty.parties
        mind.say(to, code, treaty, treaty.text, article, Attitude.REFUSE, (), worth)


def attend(mind: Mind) -> None:
    """Come to every conference but an enemy's."""
    for option in mind.verb(AnswerInvitation):
        ident: ConferenceId = option.only("conference")
        call = mind.view.organs[ident].call
        assert call is not None
        mind.do(AnswerInvitation(conference=ident, attend=call.host not in mind.view.at_war(mind.power)), "conference")


def vote(mind: Mind, conference: OrganId, motion: Motion) -> None:
    """Vote on a text put to a conference: by the script, or by its worth."""
    treaty = mind.view.treaties.get(motion.treaty)
    version = treaty.version(motion.version) if treaty is not None else None
    if treaty is None or version is None:
        mind.do(CastBallot(organ=conference, ballot=Ballot.ABSTAIN), "unknown_text")
        return
    worth = mind.scales.worth(treaty, version)
    agreed = agrees(mind, treaty, version, worth)
    ballot = scripted_ballot(mind, treaty.id) if worth.red_line is None else None
    if ballot is None:
        against = worth.red_line is not None or worth.surplus <= AGAINST_FROM
        ballot = Ballot.FOR if agreed else Ballot.AGAINST if against else Ballot.ABSTAIN
    article = worth.best if ballot is Ballot.FOR else worth.worst
    mind.do(CastBallot(organ=conference, ballot=ballot), f"vote_{ballot}", treaty.id, article, worth)
