"""What binding oneself, joining, leaving or ending would mean, in words."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from client.labels import Labels
from engine.commands import (
    Accede,
    AgreeToEnd,
    AnswerReservation,
    CallGuarantors,
    Confirm,
    Denounce,
    InviteToAccede,
    InvokeNullity,
    Protest,
    Ratify,
    Register,
    Resume,
    RevokeDenunciation,
    Sign,
    Suspend,
    Terminate,
    WithdrawReservation,
)
from engine.consequences import consequences
from engine.consistency import conflicts
from engine.decide.guarantors import undisclosed as undisclosed_by_call
from engine.decide.leaving import annexes_falling_with, dispensable
from engine.decide.protesting import grievances, undisclosed
from engine.decide.reserving import promised
from engine.decide.signing import ratification_risk
from engine.duration import leaves_on
from engine.entry import Entry, Requisite, entry
from engine.names import Power
from engine.nullity import deceivers
from engine.obligations import obligations_under
from engine.prose import label_of
from engine.reservations import Reservation, left_of
from engine.texts.conflicts import conflict_words
from engine.texts.consequences import change_words
from engine.texts.entries import requirement_words
from engine.texts.grammar import date
from engine.texts.reservations import reservation_words
from engine.texts.words import as_reserved, duty_words
from engine.treaty import Answer, ReservationPolicy, Treaty, Version, Vice

TreatyAct: TypeAlias = (
    Sign
    | Confirm
    | Ratify
    | AnswerReservation
    | WithdrawReservation
    | InviteToAccede
    | Accede
    | Register
    | Denounce
    | RevokeDenunciation
    | AgreeToEnd
    | Protest
    | CallGuarantors
    | Suspend
    | Resume
    | Terminate
    | InvokeNullity
)


def treaty_meaning(command: TreatyAct, power: Power, labels: Labels) -> tuple[str, ...]:
    """The consequences of an act on a treaty for a power, one sentence each."""
    found = consequences(labels.state, power, command)
    against = (conflict_words(conflict, labels.speaker, labels.state.treaties) for conflict in found.conflicts)
    return (*_act(command, power, labels), *against, *change_words(found, power, labels.speaker, labels.state.treaties))


def _act(command: TreatyAct, power: Power, labels: Labels) -> tuple[str, ...]:
    words, treaty = labels.words, labels.state.treaties[command.treaty]
    match command:
        case Sign():
            return _signature(command, treaty, power, labels)
        case Confirm():
            return (words("means.confirm"), *_awaited(treaty, power, labels))
        case Ratify():
            risk = ratification_risk(labels.state, power, treaty)
            doubt = (words("means.ratify_risk", n=risk),) if risk else ()
            return (words("means.ratify"), *doubt, *_awaited(treaty, power, labels))
        case AnswerReservation():
            made = treaty.signatures[command.reserver].reservations
            effects = reservation_lines(made, treaty, command.reserver, power, labels)[len(made) :]
            said = effects if command.answer is Answer.ACCEPTED else (words(f"means.{command.answer.value}"),)
            return (*said, words("means.answer_reservation"))
        case WithdrawReservation():
            return (words("means.withdraw_reservation"),)
        case InvokeNullity():
            if command.ground is Vice.FRAUD:
                return (words("means.nullity.fraud", powers=labels.names(tuple(deceivers(labels.state, treaty, power)))),)
            return (words(f"means.nullity.{labels.state.setting.law.coercion.value}"),)
        case InviteToAccede():
            return (words("means.invite"),)
        case Accede():
            binds = _once_party_to_the_whole(entry(labels.state, treaty, treaty.parties | {power}), power, labels) or (
                words("means.accede"),
            )
            return (*binds, *_reserved(command.reservations, treaty, power, labels))
        case Register():
            return (words("means.register" if labels.state.setting.law.unregistered_binds else "means.register.strictly"),)
        case Denounce():
            return (words("means.denounce", date=_effect(treaty, labels)), *_annexes(treaty, labels))
        case RevokeDenunciation():
            return (words("means.revoke_denunciation"),)
        case AgreeToEnd():
            others = labels.powers(treaty.parties - treaty.ending - {power})
            without = dispensable(labels.state, treaty, power)
            said = (words("means.agree_to_end.breach", powers=labels.powers(without)),) if without else ()
            return (words("means.agree_to_end", others=others), *said, *_annexes(treaty, labels))
        case Protest():
            hidden = undisclosed(labels.state, treaty, power, command.against)
            if not (treaty.in_force and grievances(labels.state, treaty, power, command.against)):
                return (words("means.protest.meanwhile"),)
            return (words("means.protest.disclosed" if hidden else "means.protest"), *_named(command, treaty, power, labels))
        case CallGuarantors():
            lines = undisclosed_by_call(labels.state, power, command)
            told = (words("means.call_guarantors.disclosed", treaty=labels.text(treaty.title)),) if lines else ()
            return (*told, words("means.call_guarantors"))
        case Suspend():
            return (words("means.suspend"),)
        case Resume():
            return (words("means.resume"),)
        case Terminate():
            return (words("means.terminate"), *_annexes(treaty, labels))
        case _:
            assert_never(command)


def _named(command: Protest, treaty: Treaty, power: Power, labels: Labels) -> tuple[str, ...]:
    """The breaches that the protest names, one sentence each."""
    lines = grievances(labels.state, treaty, power, command.against)
    said = (
        labels.words(
            "means.protest.names",
            what=duty_words(line.duty, labels.speaker),
            whom=labels.names((line.creditor,)),
            treaty=labels.cited(line.treaty, line.article),
        )
        for line in lines
    )
    return tuple(dict.fromkeys(said))


def _signature(command: Sign, treaty: Treaty, power: Power, labels: Labels) -> tuple[str, ...]:
    words = labels.words
    lines = list(_reserved(command.reservations, treaty, power, labels))
    if command.ad_referendum:
        lines.append(words("means.ad_referendum" if power in labels.state.full_powers else "means.ad_referendum.no_full_powers"))
    lines += _awaited(treaty, power, labels, "means.ad_referendum.met" if command.ad_referendum else "means.at_once")
    lines += [words("means.sign_ratify")] if treaty.provisions.ratification else []
    return (*lines, *([words("means.secret")] if treaty.provisions.secret else []))


def _awaited(treaty: Treaty, power: Power, labels: Labels, met: str = "means.at_once") -> tuple[str, ...]:
    """What the treaty would still wait for with this power's consent; the words of that key if for nothing."""
    consenting = frozenset(p for p in treaty.signatures if treaty.consented(p)) | {power}
    found = entry(labels.state, treaty, consenting)
    lines: list[str] = []
    for requirement in found.missing:
        if requirement.requisite is Requisite.ALL and not treaty.provisions.ratification:
            lines.append(labels.words("means.sign", others=labels.names(requirement.powers)))
        else:
            lines.append(requirement_words(requirement, labels.speaker, labels.state.treaties))
    lines += _once_party_to_the_whole(found, power, labels)
    return tuple(lines) or (labels.words(met),)


def _once_party_to_the_whole(found: Entry, power: Power, labels: Labels) -> tuple[str, ...]:
    """That an integral part of another treaty, in force between others, does not bind a power before that treaty does."""
    outside = (r for r in found.requirements if r.requisite is Requisite.PARTIES and r.met and power in r.powers)
    return tuple(requirement_words(requirement, labels.speaker, labels.state.treaties) for requirement in outside)


def conflict_lines(treaty: Treaty, version: Version | None, power: Power, labels: Labels) -> tuple[str, ...]:
    """What the power could not keep together with what it owes, if it were bound by the text."""
    found = (conflict for conflict in conflicts(labels.state, treaty, version) if conflict.power == power)
    return tuple(conflict_words(conflict, labels.speaker, labels.state.treaties) for conflict in found)


def _reserved(reservations: tuple[Reservation, ...], treaty: Treaty, power: Power, labels: Labels) -> tuple[str, ...]:
    if not reservations:
        return ()
    wanted = treaty.provisions.reservations is ReservationPolicy.WITH_CONSENT
    return (
        *reservation_lines(reservations, treaty, power, power, labels),
        labels.words("means.reservation_consent" if wanted else "means.reservation"),
    )


def reservation_lines(
    reservations: tuple[Reservation, ...], treaty: Treaty, reserver: Power, reader: Power, labels: Labels
) -> tuple[str, ...]:
    """Reservations as they are declared, and what they leave of what the reader owes the reserver, or is owed (VCLT 21(1))."""
    words = labels.words
    lines = [reservation_words(reservation, treaty, reserver, labels.speaker) for reservation in reservations]
    effects: dict[str, bool] = {}
    for article in treaty.text.articles:
        made = tuple(r for r in reservations if r.article == article.id)
        for duty in promised(article, treaty, reserver, labels.state) if made else ():
            pair = (duty.debtor, duty.creditor)
            left = left_of(duty, made)
            if reader in pair and reserver in pair and left != duty:
                side = "owed" if duty.debtor == reader else "due"
                fate = "lost" if left is None else "less"
                said = words(
                    f"reserve.{side}.{fate}",
                    duty=duty_words(duty, labels.speaker),
                    power=labels.speaker.noun(duty.debtor),
                    source=labels.cited(treaty.id, article.id),
                )
                effects[said] = side == "due"
    # What one owes comes before what one is owed.
    return (*lines, *(sorted(effects, key=lambda said: effects[said]) or (words("reserve.nothing"),)))


def owed_under(treaty: Treaty, bound: frozenset[Power], me: Power, labels: Labels) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What one would owe and what one would be owed if the treaty were in force between these powers, each with its article."""
    owed, due = dict[str, None](), dict[str, None]()
    for found in obligations_under(labels.state, treaty, bound):
        duty = duty_words(found.duty, labels.speaker)
        article = as_reserved(label_of(treaty, found.article.id, labels.speaker) or "", found.reserved_by, labels.speaker)
        if found.duty.debtor == me:
            owed[labels.words("supposed.owed_under", duty=duty, article=article)] = None
        elif found.duty.creditor == me:
            power = labels.power(found.duty.debtor)
            due[labels.words("supposed.due_by", power=power, duty=duty, article=article)] = None
    return tuple(owed), tuple(due)


def _effect(treaty: Treaty, labels: Labels) -> str:
    """The date until which a denunciation made now would leave its author bound."""
    return date(labels.words.lang, leaves_on(labels.state, treaty) or labels.state.today)


def _annexes(treaty: Treaty, labels: Labels) -> tuple[str, ...]:
    annexes = tuple(labels.treaty(annex.id) for annex in annexes_falling_with(labels.state, treaty))
    return (labels.words("means.annexes", treaties=labels.speaker.listed(annexes)),) if annexes else ()
