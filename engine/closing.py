"""The final provisions of a treaty as the bodies of its closing articles."""

from __future__ import annotations

import datetime as dt

from engine.clauses.base import Voice
from engine.names import Power, TreatyId
from engine.texts.catalogue import Slot, say
from engine.texts.grammar import Noun, pick
from engine.texts.instruments import this_instrument
from engine.texts.periods import period_noun
from engine.treaty import Accession, Provisions, ReservationPolicy, Treaty, Version


def final_provisions(treaty: Treaty, version: Version, voice: Voice) -> tuple[str, ...]:
    """Signature, reservations and entry into force; then accession, duration and compatibility where there is anything to say."""
    provisions = treaty.provisions_of(version)
    this = this_instrument(pick(treaty.title, voice.lang), voice.lang)
    articles = (
        _signature(provisions, voice, this),
        _reservations(provisions, version, voice, this),
        _force(provisions, version, voice, this),
        _accession(provisions, voice, this),
        _duration(provisions, voice, this),
        _compatibility(provisions, voice, this, treaty.concluded),
    )
    return tuple(" ".join(sentences) for sentences in articles if sentences)


RESERVATIONS_PLACE = 2
"""Which of the closing articles speaks of reservations."""


def _signature(provisions: Provisions, voice: Voice, this: Noun) -> tuple[str, ...]:
    ratified = "final.ratification" if provisions.ratification else "final.no_ratification"
    return (
        say(voice.lang, "final.signature", this=this, of_parties=voice.of_all(provisions.signatories)),
        say(voice.lang, ratified, this=this),
    )


def _reservations(provisions: Provisions, version: Version, voice: Voice, this: Noun) -> tuple[str, ...]:
    policy = provisions.reservations.value
    acceding = provisions.reservations is ReservationPolicy.ALLOWED and provisions.accession is not Accession.CLOSED
    sentences: tuple[str, ...] = (say(voice.lang, f"final.reservations.{policy}{'.acceding' if acceding else ''}", this=this),)
    places = tuple(n for n, article in enumerate(version.articles, start=1) if article.id in provisions.unreservable)
    if places and provisions.reservations is not ReservationPolicy.FORBIDDEN:
        figures = tuple(say(voice.lang, "article.figure.first") if n == 1 else str(n) for n in places)
        sentences += (say(voice.lang, "final.unreservable", n=len(places), articles=voice.listed(figures)),)
    return sentences


def _force(provisions: Provisions, version: Version, voice: Voice, this: Noun) -> tuple[str, ...]:
    lang = voice.lang
    act = "ratification" if provisions.ratification else "signature"
    sentences = [_when(provisions, act, voice, this)]
    if _may_come_later(provisions):
        sentences.append(say(lang, f"final.later_on_{act}", this=this))
    if provisions.in_force_from is not None:
        sentences.append(say(lang, "final.not_before", this=this, date=voice.date(provisions.in_force_from)))
    named: TreatyId | None = None
    for key, other in (("only_after", provisions.only_after), ("only_while", provisions.only_while)):
        # An integral part of another treaty stands and falls with it: the next sentence says so.
        if other is not None and (other != provisions.annexed_to or provisions.severable):
            too = ".too" if key == "only_after" and provisions.in_force_from is not None else ""
            sentences.append(say(lang, f"final.{key}{'.that' if other == named else too}", this=this, treaty=voice.treaty(other)))
            named = other
    if (whole := provisions.annexed_to) is not None:
        key = "final.annexed.severable" if provisions.severable else "final.annexed"
        sentences.append(say(lang, f"{key}.that" if whole == named else key, this=this, treaty=voice.treaty(whole)))
    for place, power in enumerate(third_debtors(provisions, version)):
        sentences.append(say(lang, "treaty.third.too" if place else "treaty.third", this=this, power=voice.name(power)))
    if provisions.secret:
        sentences.append(say(lang, "final.secret", this=this))
    return tuple(sentences)


def _may_come_later(provisions: Provisions) -> bool:
    """Whether it may be in force before all signatories are bound."""
    # Even where one alone is named, a second is waited for.
    number = max(provisions.at_least or 0, 2) if provisions.at_least is not None or provisions.needed else len(provisions.signatories)
    return max(number, len(provisions.needed)) < len(provisions.signatories)


def _when(provisions: Provisions, act: str, voice: Voice, this: Noun) -> str:
    lang, needed, number = voice.lang, voice.nouns(provisions.needed), provisions.at_least
    if number is None and len(provisions.needed) == 1:
        # One alone would be bound to nobody: a second is waited for, whoever it is (`engine.entry`).
        number = 2
    if number is None:
        if provisions.needed:
            return say(lang, f"final.force_on_{act}.named", this=this, powers=needed)
        return say(lang, f"final.force_on_{act}.both" if len(provisions.signatories) == 2 else f"final.force_on_{act}", this=this)
    if provisions.needed:
        return say(lang, f"final.force_on_{act}.number_with", this=this, n=number, powers=needed)
    return say(lang, f"final.force_on_{act}.number", this=this, n=number)


def _accession(provisions: Provisions, voice: Voice, this: Noun) -> tuple[str, ...]:
    match provisions.accession:
        case Accession.CLOSED:
            return ()
        case Accession.OPEN if provisions.open_to:
            return (say(voice.lang, "final.accession.open_to", this=this, powers=voice.nouns(provisions.open_to)),)
        case _:
            return (say(voice.lang, f"final.accession.{provisions.accession.value}", this=this),)


def _duration(provisions: Provisions, voice: Voice, this: Noun) -> tuple[str, ...]:
    lang = voice.lang
    sentences: list[str] = []
    if provisions.expires is not None:
        sentences.append(say(lang, "final.until", this=this, date=voice.date(provisions.expires)))
    elif provisions.lasts is not None:
        sentences.append(say(lang, "final.lasts", this=this, period=period_noun(lang, provisions.lasts)))
    elif provisions.notice is not None:
        sentences.append(say(lang, "final.unlimited", this=this))
    if provisions.goes_on:
        sentences.append(_afterwards(provisions, voice, this))
    elif provisions.notice is not None:
        who = say(lang, "final.either_party" if provisions.bilateral else "final.any_party")
        firm = provisions.denounceable_after
        when: Slot = say(lang, "final.at_any_time") if firm is None else period_noun(lang, firm)
        slots = {"at_any_time" if firm is None else "firm": when}
        sentences.append(say(lang, "final.notice", this=this, who=who, period=period_noun(lang, provisions.notice), **slots))
    return tuple(sentences)


def _afterwards(provisions: Provisions, voice: Voice, this: Noun) -> str:
    """What follows the term, unless it is denounced in time."""
    lang, notice = voice.lang, provisions.notice
    given: dict[str, Slot] = {} if notice is None else {"period": period_noun(lang, notice)}
    before = say(lang, f"final.before.{'period' if provisions.expires is None else 'date'}", **given)
    renewal = provisions.renewed_for
    lasting = {"period": period_noun(lang, renewal)} if renewal is not None else given
    key = f"final.{'prolonged' if renewal is None else 'renewed'}.{'either' if provisions.bilateral else 'any'}"
    return say(lang, key, this=this, before=before, **lasting)


def _compatibility(provisions: Provisions, voice: Voice, this: Noun, concluded: dt.date | None) -> tuple[str, ...]:
    covenant = "covenant.too" if provisions.prior_obligations else "covenant"
    asked = (
        ("prior_obligations", provisions.prior_obligations),
        (covenant, provisions.covenant),
        (f"registered.{voice.registry(concluded)}", provisions.registered),
    )
    return tuple(say(voice.lang, f"final.{key}", this=this) for key, wanted in asked if wanted)


def third_debtors(provisions: Provisions, version: Version) -> tuple[Power, ...]:
    """The powers that a text means to bind without their signing it (VCLT 35), in alphabetical order."""
    signatories = frozenset(provisions.signatories)
    return tuple(sorted({p for article in version.articles for p in article.clause.third_debtors(signatories)}))
