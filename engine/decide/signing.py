"""Signature, its confirmation, ratification, and the assent of third states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.chance import draw
from engine.commands import Assent, Confirm, PowerCommand, Ratify, Sign
from engine.credibility import UNTRIED, public_word, relied_upon
from engine.decide.entering import enter_into_force
from engine.decide.reserving import admissible, refuse_reservations
from engine.decide.texts import PHASES, text_for
from engine.deeds import takes_back
from engine.domains import OneOf, Option
from engine.events import (
    AssentGiven,
    RatificationFailed,
    SignatureConfirmed,
    TreatyRatified,
    TreatySigned,
)
from engine.names import Power, TrackId, TreatyId
from engine.obligations import promises
from engine.occasions import Occasion
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Signature, Stage, Treaty

VERBS: tuple[type[PowerCommand], ...] = (Sign, Confirm, Ratify, Assent)
OPEN = (Stage.ADOPTED, Stage.IN_FORCE)
SUPPORT = TrackId("support")
"""The track of a power's standing at home, where a scenario keeps one."""


def offers(state: State, power: Power) -> Iterator[Option]:
    """Texts that a power may sign, confirm, ratify or, as a third state, assent to.

    Only the signature is the delegation's own act, for which it needs full powers; all else comes from the capital (VCLT 7, 12).
    """
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        ident = OneOf((treaty.id,))
        if _may_sign(treaty, power):
            manners = OneOf((False, True) if power in state.full_powers else (True,))
            yield Option(
                verb=Sign,
                asked=True,
                domains={"treaty": ident, "reservations": admissible(state, treaty, power), "ad_referendum": manners},
            )
        if _may_confirm(state, treaty, power):
            yield Option(verb=Confirm, asked=True, domains={"treaty": ident})
        if _may_ratify(state, treaty, power):
            yield Option(verb=Ratify, asked=True, domains={"treaty": ident})
        if power in awaited_assents(treaty):
            yield Option(verb=Assent, asked=True, domains={"treaty": ident})


def _may_sign(treaty: Treaty, power: Power) -> bool:
    """Signature stays open after a treaty has entered into force among some of those who negotiated it, but not to one that has left it."""
    return treaty.stage in OPEN and power in treaty.provisions.signatories and power not in treaty.signatures and power not in treaty.left


def _may_confirm(state: State, treaty: Treaty, power: Power) -> bool:
    """The capital confirms once the text has reached it, by the turn after signature; a delegation with full powers does so itself (VCLT 7, 8,
    12(2)(b))."""
    if treaty.stage not in OPEN or power not in treaty.unconfirmed:
        return False
    return power in state.full_powers or treaty.signatures[power].turn < state.turn


def ratification_risk(state: State, power: Power, treaty: Treaty) -> int:
    """Per cent of chance that ratification fails at home: what support lacks of half its range; none where support is not kept.

    Half of what trust in the least trusted of the other signatories lacks of its middle comes on top, or of what the public word of one
    upon whom the treaty relies lacks of it, if that is more. Conventions of the game.
    """
    support = state.tracks.get(f"{power}.{SUPPORT}")
    if support is None:
        return 0
    kept = state.setting.tracks[SUPPORT]
    signatories = frozenset(treaty.provisions.signatories)
    doubts = [50 - state.tracks.get(f"{power}.trust.{other}", 50) for other in signatories - {power}]
    promised = (o.duty for o in promises(state, treaty, treaty.text, signatories, thirds=False))
    doubts += (UNTRIED - public_word(state, partner) for partner in relied_upon(promised, power))
    doubt = max(doubts, default=0)
    return max(0, 50 - 100 * (support - kept.min) // max(kept.max - kept.min, 1)) + max(0, doubt) // 2


def _may_ratify(state: State, treaty: Treaty, power: Power) -> bool:
    """Ratification is an act of a later turn than signature: a parliament stands between them."""
    signature = treaty.signatures.get(power)
    wanted = treaty.provisions.ratification and treaty.stage in OPEN and power not in treaty.ratified
    if not wanted or signature is None or signature.ad_referendum:
        return False
    return signature.turn < state.turn and treaty.failed.get(power, -1) < state.turn


def awaited_assents(treaty: Treaty) -> frozenset[Power]:
    """The third states that a treaty in force asks something of and that have not accepted it (VCLT 35)."""
    if not treaty.in_force:
        return frozenset()
    asked = (article.clause.third_debtors(treaty.parties) for article in treaty.text.articles)
    return frozenset().union(*asked) - treaty.assents - treaty.parties


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a power cannot bind itself so."""
    treaty = text_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    if isinstance(command, Assent):
        if power in treaty.assents:
            return Refusal(Reason.ALREADY_ASSENTED)
        return Refusal(Reason.NOT_A_THIRD_STATE)
    if isinstance(command, Confirm):
        return _refuse_confirmation(treaty, power)
    if power not in treaty.provisions.signatories or power in treaty.left:
        return Refusal(Reason.NOT_OPEN_FOR_SIGNATURE)
    if isinstance(command, Sign):
        return _refuse_signature(state, treaty, power, command)
    if not treaty.provisions.ratification:
        return Refusal(Reason.NO_RATIFICATION)
    if power in treaty.ratified:
        return Refusal(Reason.ALREADY_RATIFIED)
    if power not in treaty.signatures:
        return Refusal(Reason.NOT_SIGNED)
    if power in treaty.unconfirmed:
        return Refusal(Reason.NOT_CONFIRMED)
    if treaty.failed.get(power) == state.turn:
        return Refusal(Reason.RATIFICATION_FAILED)
    return Refusal(Reason.TOO_SOON)


def _refuse_confirmation(treaty: Treaty, power: Power) -> Refusal:
    if power not in treaty.signatures:
        return Refusal(Reason.NOT_SIGNED)
    if power not in treaty.unconfirmed:
        return Refusal(Reason.NOT_AD_REFERENDUM)
    return Refusal(Reason.REFERRED_HOME if treaty.stage in OPEN else Reason.NOT_IN_FORCE)


def _refuse_signature(state: State, treaty: Treaty, power: Power, command: Sign) -> Refusal:
    if power in treaty.signatures:
        return Refusal(Reason.ALREADY_SIGNED)
    if treaty.stage not in OPEN:
        return Refusal(Reason.NOT_ADOPTED)
    if not command.ad_referendum and power not in state.full_powers:
        return Refusal(Reason.NO_FULL_POWERS)
    return refuse_reservations(state, treaty, power, command.reservations)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note the act and what it brings into force."""
    treaty = proceedings.state.treaties[command.treaty]
    match command:
        case Sign():
            signature = Signature(
                turn=proceedings.state.turn,
                reservations=command.reservations,
                ad_referendum=command.ad_referendum,
                under_threat=threatening(proceedings.state, treaty, power),
            )
            proceedings.note(TreatySigned(treaty=treaty.id, power=power, signature=signature, audience=treaty.known_to))
            enter_into_force(proceedings, treaty.id)
        case Confirm():
            threat = threatening(proceedings.state, treaty, power)
            proceedings.note(SignatureConfirmed(treaty=treaty.id, power=power, under_threat=threat, audience=treaty.known_to))
            enter_into_force(proceedings, treaty.id)
        case Ratify():
            _ratify(proceedings, treaty, power)
        case Assent():
            give_assent(proceedings, treaty.id, power)
        case _:
            raise AssertionError(command)


def threatening(state: State, treaty: Treaty, power: Power) -> frozenset[Power]:
    """Those to a treaty that threaten a power with force, or use it, as it consents: by an ultimatum, in a war that they have begun, or by
    occupying what they have taken from it (Security Council resolution 662).

    To demand back what the other has taken by force violates no principle of the Charter (VCLT 52).
    """
    demands = ((issuer, one.demand) for (issuer, target), one in state.ultimatums.items() if target == power)
    issuers = frozenset(issuer for issuer, demand in demands if not takes_back(state, issuer, demand))
    attackers = frozenset(p for war in state.wars if power in war.defenders for p in war.attackers if state.is_fought(war, power, p))
    occupants = frozenset(holder for stake, holder in state.holders.items() if state.occupied_from(stake) == power)
    return (issuers | attackers | occupants) & (frozenset(treaty.provisions.signatories) | treaty.parties)


def _ratify(proceedings: Proceedings, treaty: Treaty, power: Power) -> None:
    """Put the treaty before the ratifying power's own parliament: that costs support, and more where it fails."""
    state = proceedings.state
    seed = state.plot.seed if state.plot is not None else 0
    if draw(seed, f"ratify|{treaty.id}|{power}|{state.turn}") < ratification_risk(state, power, treaty):
        proceedings.note(RatificationFailed(treaty=treaty.id, power=power, turn=state.turn, audience=treaty.known_to))
        proceedings.follow(Occasion.RATIFICATION_FAILED, power, witnesses=treaty.known_to)
        return
    threat = threatening(state, treaty, power)
    proceedings.note(TreatyRatified(treaty=treaty.id, power=power, under_threat=threat, audience=treaty.known_to))
    proceedings.follow(Occasion.RATIFIED, power, witnesses=treaty.known_to)
    enter_into_force(proceedings, treaty.id)


def give_assent(proceedings: Proceedings, treaty: TreatyId, power: Power) -> None:
    """Bind a third state by its own acceptance (VCLT 35)."""
    found = proceedings.state.treaties[treaty]
    under_threat = threatening(proceedings.state, found, power)
    proceedings.note(AssentGiven(treaty=treaty, power=power, under_threat=under_threat, audience=found.known_to))
