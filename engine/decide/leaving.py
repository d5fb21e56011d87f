"""The way out of a treaty: denunciation, consent of all, another's breach, the end of its term, nullity (VCLT 46-60)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from engine.commands import AgreeToEnd, Denounce, InvokeNullity, PowerCommand, Resume, RevokeDenunciation, Suspend, Terminate
from engine.dates import tomorrow
from engine.decide.texts import PHASES, treaty_for
from engine.domains import OneOf, Option
from engine.duration import end_of_term, first_term, leaves_on, term
from engine.entry import in_relations
from engine.events import (
    ConsentFoundVoid,
    DenunciationRevoked,
    EndAgreed,
    NullityInvoked,
    OperationResumed,
    OperationSuspended,
    PartyLeft,
    TerminationInvoked,
    TreatyDenounced,
    TreatyEnded,
    TreatyRenewed,
)
from engine.names import OrganId, Power, TreatyId
from engine.nullity import vices
from engine.obligations import unmended
from engine.operation import known_to_the_same
from engine.proceedings import Proceedings
from engine.record import Conduct
from engine.refusal import Reason, Refusal
from engine.setting import Coercion
from engine.state import State
from engine.treaty import End, Stage, Treaty, Vice

VERBS: tuple[type[PowerCommand], ...] = (Denounce, RevokeDenunciation, AgreeToEnd, Suspend, Resume, Terminate, InvokeNullity)


def offers(state: State, power: Power) -> Iterator[Option]:
    """What a party may do to leave, to end or to suspend; remedies for a breach are open to those who know of it."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        if grounds := vices(state, treaty, power):
            yield Option(verb=InvokeNullity, domains={"treaty": OneOf((treaty.id,)), "ground": OneOf(grounds)})
        if not treaty.in_force or power not in treaty.parties:
            continue
        ident = OneOf((treaty.id,))
        if leaves_on(state, treaty) is not None and power not in treaty.notices:
            yield Option(verb=Denounce, domains={"treaty": ident})
        if power in treaty.notices:
            yield Option(verb=RevokeDenunciation, domains={"treaty": ident})
        if power not in treaty.ending:
            yield Option(verb=AgreeToEnd, asked=bool(treaty.ending), domains={"treaty": ident})
        for verb, others in (
            (Suspend, _may_suspend(state, treaty, power)),
            (Resume, _may_resume(state, treaty, power)),
            (Terminate, _may_terminate(state, treaty, power)),
        ):
            if others:
                yield Option(verb=verb, domains={"treaty": ident, "against": OneOf(others)})


def breaches(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[Conduct, ...]:
    """The other's breaches of a treaty that a power knows of and that have not been made good since."""
    return tuple(line for line in unmended(state, power, against) if line.treaty == treaty.id)


def is_material(treaty: Treaty, breach: Conduct) -> bool:
    """Whether a breach is of what is essential to the treaty's object (VCLT 60(3)(b)): of an article on which the others do not merely attend,
    or of any where the text holds nothing more."""
    clauses = {article.id: article.clause for version in treaty.versions for article in version.articles}
    broken = clauses.get(breach.article)
    return broken is None or not broken.ancillary or all(article.clause.ancillary for article in treaty.text.articles)


def _may_suspend(state: State, treaty: Treaty, power: Power) -> tuple[Power, ...]:
    """Those that have broken the treaty to the power's own injury (VCLT 60(1), 60(2)(b))."""
    return tuple(
        other
        for other in sorted(treaty.parties - {power})
        if (power, other) not in treaty.suspended
        and any(line.creditor == power and is_material(treaty, line) for line in breaches(state, treaty, power, other))
    )


def _may_resume(state: State, treaty: Treaty, power: Power) -> tuple[Power, ...]:
    """Those towards whom the power, itself injured, has suspended the treaty."""
    return tuple(
        other
        for other in sorted(treaty.parties - {power})
        if (power, other) in treaty.suspended and _was_injured(state, treaty, power, other)
    )


def _was_injured(state: State, treaty: Treaty, power: Power, other: Power) -> bool:
    return any(
        line.treaty == treaty.id
        and (line.debtor, line.creditor, line.kept) == (other, power, False)
        and (line.known_to is None or power in line.known_to)
        for line in state.record
    )


def _may_terminate(state: State, treaty: Treaty, power: Power) -> tuple[Power, ...]:
    """Those whose breach any other party may invoke; among more than two all the others must (VCLT 60(2)(a))."""
    return tuple(
        other
        for other in sorted(treaty.parties - {power})
        if power not in treaty.terminating.get(other, frozenset())
        and any(is_material(treaty, line) for line in breaches(state, treaty, power, other))
    )


def dispensable(state: State, treaty: Treaty, power: Power) -> tuple[Power, ...]:
    """Those without whose consent all the other parties, among more than two, may agree to end the treaty as between all: a material breach
    of theirs, which this power has not seen made good, is known to each of the others (VCLT 60(2)(a)(ii))."""
    if len(treaty.parties) < 3:
        return ()
    return tuple(
        other
        for other in sorted(treaty.parties - {power})
        if any(
            is_material(treaty, line) and (line.known_to is None or treaty.parties - {other} <= line.known_to)
            for line in breaches(state, treaty, power, other)
        )
    )


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a power cannot leave, end or suspend so."""
    treaty = treaty_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    if isinstance(command, InvokeNullity):
        return _refuse_nullity(state, treaty, power, command.ground)
    if power not in treaty.parties:
        return Refusal(Reason.NOT_A_PARTY)
    match command:
        case Denounce():
            return Refusal(Reason.ALREADY_DENOUNCED if power in treaty.notices else Reason.CANNOT_DENOUNCE)
        case RevokeDenunciation():
            return Refusal(Reason.NOT_DENOUNCED)
        case AgreeToEnd():
            return Refusal(Reason.ALREADY_AGREED)
        case Resume():
            return Refusal(Reason.NOT_SUSPENDED)
        case Suspend() if (power, command.against) in treaty.suspended:
            return Refusal(Reason.ALREADY_SUSPENDED)
        case Terminate() if power in treaty.terminating.get(command.against, frozenset()):
            return Refusal(Reason.ALREADY_AGREED)
        case _:
            found = breaches(state, treaty, power, command.against)
            owed = found if isinstance(command, Terminate) else tuple(line for line in found if line.creditor == power)
            return Refusal(Reason.NOT_MATERIAL if owed else Reason.NO_BREACH)


def _refuse_nullity(state: State, treaty: Treaty, power: Power, ground: Vice) -> Refusal:
    if ground is Vice.COERCION and state.setting.law.coercion is Coercion.VALID:
        return Refusal(Reason.COERCION_BINDS)
    if power in treaty.contested:
        return Refusal(Reason.NULLITY_INVOKED)
    if ground is Vice.FRAUD:
        return Refusal(Reason.NOT_DECEIVED if power in treaty.parties else Reason.NOT_A_PARTY)
    return Refusal(Reason.NOT_COERCED if power in treaty.parties | treaty.assents else Reason.NOT_A_PARTY)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note the act, and what it ends at once."""
    treaty = proceedings.state.treaties[command.treaty]
    readers = treaty.known_to
    match command:
        case Denounce():
            effective = leaves_on(proceedings.state, treaty)
            assert effective is not None
            proceedings.note(TreatyDenounced(treaty=treaty.id, power=power, effective=effective, audience=readers))
        case RevokeDenunciation():
            proceedings.note(DenunciationRevoked(treaty=treaty.id, power=power, audience=readers))
        case AgreeToEnd():
            proceedings.note(EndAgreed(treaty=treaty.id, power=power, audience=readers))
            agreed = treaty.ending | {power}
            if treaty.parties <= agreed:
                end(proceedings, treaty.id, End.CONSENT)
            elif any(treaty.parties - {other} <= agreed for other in dispensable(proceedings.state, treaty, power)):
                end(proceedings, treaty.id, End.TERMINATED)
        case Suspend():
            proceedings.note(OperationSuspended(treaty=treaty.id, power=power, against=command.against, audience=readers))
        case Resume():
            proceedings.note(OperationResumed(treaty=treaty.id, power=power, against=command.against, audience=readers))
        case Terminate():
            proceedings.note(TerminationInvoked(treaty=treaty.id, power=power, against=command.against, audience=readers))
            invoking = treaty.terminating.get(command.against, frozenset()) | {power}
            if treaty.parties - {command.against} <= invoking:
                leave(proceedings, treaty.id, command.against, End.TERMINATED)
        case InvokeNullity():
            _hold_void(proceedings, treaty, power, command.ground)
        case _:
            raise AssertionError(command)


def _hold_void(proceedings: Proceedings, treaty: Treaty, power: Power, ground: Vice) -> None:
    """Where the law is settled, as it is on deceit, the power is rid of the treaty at once; where it is contested, it is suspended towards
    the coercers."""
    proceedings.note(NullityInvoked(treaty=treaty.id, power=power, ground=ground, audience=treaty.known_to))
    if ground is Vice.FRAUD or proceedings.state.setting.law.coercion is Coercion.VOID:
        leave(proceedings, treaty.id, power, End.VOID)
        return
    for other in sorted(treaty.coercers(power) & treaty.parties):
        if (power, other) not in treaty.suspended:
            proceedings.note(OperationSuspended(treaty=treaty.id, power=power, against=other, audience=treaty.known_to))


def find_void(proceedings: Proceedings, ident: TreatyId, power: Power, ground: Vice, organ: OrganId | None = None) -> None:
    """Rid a power of a treaty by the finding of an organ, or of the facilitator where none is named, which settles what the power has itself
    claimed (VCLT 69)."""
    readers = proceedings.state.treaties[ident].known_to
    proceedings.note(ConsentFoundVoid(treaty=ident, power=power, ground=ground, organ=organ, audience=readers))
    leave(proceedings, ident, power, End.VOID)


def leave(proceedings: Proceedings, ident: TreatyId, power: Power, how: End) -> None:
    """Let a party go, and its part in the annexes with it; a treaty among more does not end for being left (VCLT 55), unless fewer
    than two remain in treaty relations."""
    treaty = proceedings.state.treaties[ident]
    if not in_relations(treaty, treaty.parties - {power}):
        end(proceedings, ident, how)
        return
    proceedings.note(PartyLeft(treaty=ident, power=power, how=how, audience=treaty.known_to))
    remaining = proceedings.state.treaties[ident]
    if remaining.parties <= remaining.ending:
        end(proceedings, ident, End.CONSENT)
    for annex in annexes_falling_with(proceedings.state, treaty):
        if power in annex.parties:
            leave(proceedings, annex.id, power, End.FELL)
    part_unrelated(proceedings, ident)


def part_unrelated(proceedings: Proceedings, ident: TreatyId) -> None:
    """Let those go whom reservations, and what was answered to them, have left without treaty relations to any other party (VCLT 20(4)(b))."""
    treaty = proceedings.state.treaties[ident]
    for power in sorted(treaty.parties - in_relations(treaty, treaty.parties)):
        if power in proceedings.state.treaties[ident].parties:
            leave(proceedings, ident, power, End.UNRELATED)


def take_back(proceedings: Proceedings, power: Power, accords: tuple[TreatyId, ...], how: End) -> None:
    """Free a power of the treaties to which it had consented under threat, as a party or as a third state."""
    for ident in accords:
        treaty = proceedings.state.treaties[ident]
        if treaty.in_force and power in treaty.parties | treaty.assents:
            leave(proceedings, ident, power, how)


def end(proceedings: Proceedings, ident: TreatyId, how: End) -> None:
    """End a treaty, and with it the annexes that are not severable."""
    treaty = proceedings.state.treaties[ident]
    proceedings.note(TreatyEnded(treaty=ident, how=how, audience=treaty.known_to))
    for annex in annexes_falling_with(proceedings.state, treaty):
        if proceedings.state.treaties[annex.id].in_force:
            end(proceedings, annex.id, End.FELL)
    lapse_with(proceedings, treaty)


def lapse_with(proceedings: Proceedings, treaty: Treaty) -> None:
    """Let the adopted texts lapse that were to stand and fall with a treaty which will not be in force, or to wait until it was."""
    for waiting in (*_inseverable(proceedings.state, treaty, Stage.ADOPTED), *_waiting_for(proceedings.state, treaty)):
        if proceedings.state.treaties[waiting.id].stage is Stage.ADOPTED:
            end(proceedings, waiting.id, End.LAPSED)


def annexes_falling_with(state: State, treaty: Treaty) -> tuple[Treaty, ...]:
    """The annexes in force that fall with a treaty; one whose readers do not know the treaty does not, or it would betray it."""
    return _inseverable(state, treaty, Stage.IN_FORCE)


def _inseverable(state: State, treaty: Treaty, stage: Stage) -> tuple[Treaty, ...]:
    return tuple(
        annex
        for _, annex in sorted(state.treaties.items())
        if annex.stage is stage
        and annex.provisions.annexed_to == treaty.id
        and not annex.provisions.severable
        and known_to_the_same(treaty, annex)
    )


def _waiting_for(state: State, treaty: Treaty) -> tuple[Treaty, ...]:
    texts = (text for _, text in sorted(state.treaties.items()) if text.stage is Stage.ADOPTED)
    return tuple(text for text in texts if text.provisions.only_after == treaty.id and known_to_the_same(treaty, text))


def open_day(proceedings: Proceedings) -> None:
    """At the opening of a turn: terms that have passed since the turn before are over, denunciations take effect."""
    for ident in sorted(proceedings.state.treaties):
        _end_term(proceedings, ident, before=proceedings.state.today)
        treaty, today = proceedings.state.treaties[ident], proceedings.state.today
        # What was denounced for the end of a term binds until the close of its last day.
        if treaty.notices and term(proceedings.state, treaty) != today:
            _let_go(proceedings, ident, before=tomorrow(today))


def close_day(proceedings: Proceedings) -> None:
    """At the close of a turn: terms that end with its day are over, and adopted texts lapse that have not entered into force in theirs."""
    for ident in sorted(proceedings.state.treaties):
        _end_term(proceedings, ident, before=tomorrow(proceedings.state.today))


def _end_term(proceedings: Proceedings, ident: TreatyId, *, before: dt.date) -> None:
    """Where a term has ended before a day, let those go that have denounced the treaty for it; renew it, or let it expire."""
    treaty = proceedings.state.treaties[ident]
    if treaty.stage is Stage.ADOPTED:
        last = first_term(proceedings.state, treaty.provisions, proceedings.state.today)
        if last is not None and last < before:
            end(proceedings, ident, End.LAPSED)
        return
    until = term(proceedings.state, treaty) if treaty.in_force else None
    if until is None or until >= before:
        return
    _let_go(proceedings, ident, before=before)
    if not proceedings.state.treaties[ident].in_force:
        return
    renewal = treaty.provisions.renewed_for
    if renewal is not None:
        proceedings.note(TreatyRenewed(treaty=ident, until=end_of_term(until, before, renewal), audience=treaty.known_to))
    elif not treaty.provisions.prolonged:
        end(proceedings, ident, End.EXPIRED)


def _let_go(proceedings: Proceedings, ident: TreatyId, *, before: dt.date) -> None:
    """Let those go whose denunciation takes effect before a day."""
    for power, effective in sorted(proceedings.state.treaties[ident].notices.items()):
        if effective < before and power in proceedings.state.treaties[ident].parties:
            leave(proceedings, ident, power, End.DENOUNCED)
