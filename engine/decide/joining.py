"""Coming to a treaty that is already in force: invitation, accession (VCLT 15); and its registration (Covenant 18, Charter 102)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve as with_

from engine.commands import Accede, InviteToAccede, PowerCommand, Register
from engine.decide.entering import enter_into_force
from engine.decide.reserving import admissible, refuse_reservations
from engine.decide.signing import threatening
from engine.decide.texts import PHASES, treaty_for
from engine.domains import OneOf, Option
from engine.events import AccessionInvited, AccessionOpened, TreatyAcceded, TreatyRegistered, TreatyShown
from engine.names import Power
from engine.negotiated import disclosed
from engine.proceedings import Proceedings
from engine.provisions import may_read
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Accession, Signature, Treaty

VERBS: tuple[type[PowerCommand], ...] = (InviteToAccede, Accede, Register)


def offers(state: State, power: Power) -> Iterator[Option]:
    """Treaties in force to which a power may accede, to which it may invite others, or which it may have registered."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        ident = OneOf((treaty.id,))
        guests = _guests(state, treaty, power)
        if guests:
            yield Option(verb=InviteToAccede, domains={"treaty": ident, "guest": OneOf(guests)})
        if may_accede(treaty, power):
            asked = power in treaty.invited
            yield Option(verb=Accede, asked=asked, domains={"treaty": ident, "reservations": admissible(state, treaty, power)})
        if _may_register(treaty, power):
            yield Option(verb=Register, asked=treaty.provisions.registered, domains={"treaty": ident})


def _guests(state: State, treaty: Treaty, power: Power) -> tuple[Power, ...]:
    """Those whom a party may still invite: nobody who would have to sign, nor anybody to whom the text would betray a secret treaty."""
    if not treaty.in_force or power not in treaty.parties or treaty.provisions.accession is not Accession.BY_INVITATION:
        return ()
    return tuple(
        p
        for p in state.powers()
        if _is_outside(treaty, p) and power not in treaty.invited.get(p, frozenset()) and may_read(state, power, treaty, p)
    )


def _is_outside(treaty: Treaty, power: Power) -> bool:
    may_sign = power in treaty.provisions.signatories and power not in treaty.left
    return not may_sign and power not in treaty.signatures and power not in treaty.parties


def may_accede(treaty: Treaty, power: Power) -> bool:
    """Whether a power may join: invited by every party, or as the treaty opens itself."""
    if not treaty.in_force or not _is_outside(treaty, power):
        return False
    match treaty.provisions.accession:
        case Accession.OPEN:
            return not treaty.provisions.open_to or power in treaty.provisions.open_to
        case Accession.BY_INVITATION:
            return treaty.parties <= treaty.invited.get(power, frozenset())
        case Accession.CLOSED:
            return False


def _may_register(treaty: Treaty, power: Power) -> bool:
    return treaty.in_force and power in treaty.parties and treaty.known_to is None and not treaty.is_registered


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a power cannot join, invite or register."""
    treaty = treaty_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    match command:
        case Accede():
            if not _is_outside(treaty, power):
                return Refusal(Reason.ALREADY_SIGNED)
            return refuse_reservations(state, treaty, power, command.reservations) if may_accede(treaty, power) else _closed()
        case InviteToAccede():
            return _refuse_invitation(state, treaty, power, command)
        case _:
            if power not in treaty.parties:
                return Refusal(Reason.NOT_A_PARTY)
            return Refusal(Reason.ALREADY_REGISTERED if treaty.is_registered else Reason.NOT_PUBLIC)


def _refuse_invitation(state: State, treaty: Treaty, power: Power, command: InviteToAccede) -> Refusal:
    if power not in treaty.parties:
        return Refusal(Reason.NOT_A_PARTY)
    if treaty.provisions.accession is not Accession.BY_INVITATION:
        return _closed()
    if command.guest not in state.setting.powers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": command.guest})
    if not may_read(state, power, treaty, command.guest):
        return Refusal(Reason.BETRAYS_SECRET)
    return Refusal(Reason.ALREADY_INVITED)


def _closed() -> Refusal:
    return Refusal(Reason.CLOSED_TO_ACCESSION)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note the act; the last invitation opens the treaty to the guest, and the accession binds it."""
    treaty = proceedings.state.treaties[command.treaty]
    match command:
        case InviteToAccede():
            _invite(proceedings, treaty, power, command.guest)
        case Accede():
            threat = threatening(proceedings.state, treaty, power)
            signature = Signature(turn=proceedings.state.turn, reservations=command.reservations, under_threat=threat)
            proceedings.note(TreatyAcceded(treaty=treaty.id, power=power, signature=signature, audience=treaty.known_to))
            enter_into_force(proceedings, treaty.id)
        case Register():
            proceedings.note(TreatyRegistered(treaty=treaty.id, power=power, audience=treaty.known_to))
        case _:
            raise AssertionError(command)


def _invite(proceedings: Proceedings, treaty: Treaty, power: Power, guest: Power) -> None:
    proceedings.note(AccessionInvited(treaty=treaty.id, by=power, guest=guest, audience=treaty.known_to))
    treaty = proceedings.state.treaties[treaty.id]
    if treaty.parties <= treaty.invited[guest]:
        readers = treaty.known_to
        if readers is not None and guest not in readers:
            readers |= {guest}
            proceedings.note(
                TreatyShown(
                    treaty=with_(disclosed(treaty, (guest,), proceedings.state.turn), known_to=readers), how="invited", audience=readers
                )
            )
        proceedings.note(AccessionOpened(treaty=treaty.id, guest=guest, audience=readers))
