"""The final provisions of a treaty as the bodies of its closing articles."""

from __future__ import annotations

from engine.clauses.base import Voice
from engine.names import Power
from engine.texts.catalogue import Slot, knows, say
from engine.texts.grammar import Noun, Nouns
from engine.treaty import Accession, Provisions, ReservationPolicy, Treaty, Version


def final_provisions(treaty: Treaty, version: Version, voice: Voice) -> tuple[str, ...]:
    """Signature, reservations and entry into force; then accession, duration and compatibility where there is anything to say."""
    provisions = treaty.provisions_of(version)
    articles = (
        _signature(provisions, voice),
        _reservations(provisions, version, voice),
        _force(provisions, version, voice),
        _accession(provisions, voice),
        _duration(provisions, voice),
        _compatibility(provisions, voice),
    )
    return tuple(" ".join(sentences) for sentences in articles if sentences)


RESERVATIONS_PLACE = 2
"""Which of the closing articles speaks of reservations."""


def _signature(provisions: Provisions, voice: Voice) -> tuple[str, ...]:
    return (
        say(voice.lang, "final.signature", of_parties=voice.of_all(provisions.signatories)),
        say(voice.lang, "final.ratification" if provisions.ratification else "final.no_ratification"),
    )


def _reservations(provisions: Provisions, version: Version, voice: Voice) -> tuple[str, ...]:
    sentences: tuple[str, ...] = (say(voice.lang, f"final.reservations.{provisions.reservations.value}"),)
    places = tuple(n for n, article in enumerate(version.articles, start=1) if article.id in provisions.unreservable)
    if places and provisions.reservations is not ReservationPolicy.FORBIDDEN:
        figures = tuple(say(voice.lang, "article.figure.first") if n == 1 else str(n) for n in places)
        sentences += (say(voice.lang, "final.unreservable", n=len(places), articles=voice.listed(figures)),)
    return sentences


def _force(provisions: Provisions, version: Version, voice: Voice) -> tuple[str, ...]:
    lang = voice.lang
    act = "ratification" if provisions.ratification else "signature"
    sentences = [_when(provisions, act, voice)]
    if provisions.needed or provisions.at_least is not None:
        sentences.append(say(lang, f"final.later_on_{act}"))
    if provisions.in_force_from is not None:
        sentences.append(say(lang, "final.not_before", date=voice.date(provisions.in_force_from)))
    for key, other in (("only_after", provisions.only_after), ("only_while", provisions.only_while)):
        if other is not None:
            sentences.append(say(lang, f"final.{key}", treaty=voice.treaty(other)))
    if provisions.annexed_to is not None:
        key = "final.annexed.severable" if provisions.severable else "final.annexed"
        sentences.append(say(lang, key, treaty=voice.treaty(provisions.annexed_to)))
    sentences += (say(lang, "treaty.third", power=voice.name(power)) for power in third_debtors(provisions, version))
    if provisions.secret:
        sentences.append(say(lang, "final.secret"))
    return tuple(sentences)


def _when(provisions: Provisions, act: str, voice: Voice) -> str:
    lang, needed, number = voice.lang, _nouns(provisions.needed, voice), provisions.at_least
    if number is None:
        if provisions.needed:
            return say(lang, f"final.force_on_{act}.named", powers=needed)
        return say(lang, f"final.force_on_{act}.both" if len(provisions.signatories) == 2 else f"final.force_on_{act}")
    if provisions.needed:
        return say(lang, f"final.force_on_{act}.number_with", count=_count(number, voice, feminine=True), powers=needed)
    return say(lang, f"final.force_on_{act}.number", n=number, count=_count(number, voice, feminine=True))


def _accession(provisions: Provisions, voice: Voice) -> tuple[str, ...]:
    match provisions.accession:
        case Accession.CLOSED:
            return ()
        case Accession.OPEN if provisions.open_to:
            return (say(voice.lang, "final.accession.open_to", powers=_nouns(provisions.open_to, voice)),)
        case _:
            return (say(voice.lang, f"final.accession.{provisions.accession.value}"),)


def _duration(provisions: Provisions, voice: Voice) -> tuple[str, ...]:
    lang = voice.lang
    sentences: list[str] = []
    if provisions.expires is not None:
        sentences.append(say(lang, "final.until", date=voice.date(provisions.expires)))
        if provisions.renewed_for:
            sentences.append(say(lang, "final.renewed", n=provisions.renewed_for, count=_count(provisions.renewed_for, voice)))
    elif provisions.notice is not None:
        sentences.append(say(lang, "final.unlimited"))
    if provisions.notice is not None:
        key = "final.notice" if provisions.notice > 1 else "final.notice.next"
        who = say(lang, "final.either_party" if provisions.bilateral else "final.any_party")
        many: dict[str, Slot] = {"n": provisions.notice, "count": _count(provisions.notice, voice)} if provisions.notice > 1 else {}
        sentences.append(say(lang, key, who=who, **many))
    return tuple(sentences)


def _compatibility(provisions: Provisions, voice: Voice) -> tuple[str, ...]:
    asked = (("prior_obligations", provisions.prior_obligations), ("covenant", provisions.covenant), ("registered", provisions.registered))
    return tuple(say(voice.lang, f"final.{key}") for key, wanted in asked if wanted)


def third_debtors(provisions: Provisions, version: Version) -> tuple[Power, ...]:
    """The powers that a text means to bind without their signing it (VCLT 35), in alphabetical order."""
    signatories = frozenset(provisions.signatories)
    return tuple(sorted({p for article in version.articles for p in article.clause.third_debtors(signatories)}))


def _count(number: int, voice: Voice, *, feminine: bool = False) -> str:
    """A small number in words, as treaties write it."""
    key = f"count.{number}.feminine" if feminine and number == 1 else f"count.{number}"
    return say(voice.lang, key) if knows(key) else str(number)


def _nouns(powers: tuple[Power, ...], voice: Voice) -> Nouns:
    return Nouns(voice.lang, tuple(Noun(voice.lang, voice.name(power)) for power in powers))
