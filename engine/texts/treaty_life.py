"""The later life of a treaty, told in one plain sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine import events as e
from engine.names import OrganId, Power, TreatyId
from engine.organ import Organ
from engine.prose import article_cited, label_of
from engine.texts.catalogue import Slot, say
from engine.texts.grammar import date
from engine.texts.voice import Speaker
from engine.texts.words import title_of
from engine.treaty import Treaty


def treaty_life_tale(event: e.TreatyLife, voice: Speaker, treaties: Mapping[TreatyId, Treaty], organs: Mapping[OrganId, Organ]) -> str:
    """One sentence for what happens to a treaty on a longer way into force, and after it."""
    title = title_of(event.treaty, voice.lang, treaties)

    def tale(key: str, who: Power, **slots: Slot) -> str:
        return say(voice.lang, f"tale.{key}", who=voice.noun(who), treaty=title, **slots)

    match event:
        case e.PartyJoined():
            return tale("joined", event.power)
        case e.SignatureConfirmed():
            return tale("confirmed", event.power)
        case e.ReservationAnswered():
            return tale(f"reservation.{event.answer.value}", event.power, other=voice.noun(event.reserver))
        case e.ReservationWithdrawn():
            known = treaties.get(event.treaty)
            label = label_of(known, event.article, voice) if known is not None else None
            return tale("reservation_withdrawn", event.power, article=label or event.article)
        case e.NullityInvoked():
            return tale(f"nullity_invoked.{event.ground.value}", event.power)
        case e.ConsentFoundVoid():
            finder = {} if event.organ is None else {"organ": voice.organ_noun(event.organ, organs.get(event.organ))}
            return tale(f"found_void.{event.ground.value}{'.by' if finder else ''}", event.power, **finder)
        case e.RatificationFailed():
            return tale("ratification_failed", event.power)
        case e.AccessionInvited():
            return tale("accession_invited", event.by, other=voice.noun(event.guest))
        case e.AccessionOpened():
            return tale("accession_opened", event.guest)
        case e.TreatyAcceded():
            reserved = reserved_articles(event, voice, treaties)
            return tale("acceded", event.power, **({"excluded": reserved} if reserved else {}))
        case e.TreatyRegistered():
            return tale("registered", event.power)
        case e.TreatyDenounced():
            return tale("denounced", event.power, date=date(voice.lang, event.effective))
        case e.DenunciationRevoked():
            return tale("denunciation_revoked", event.power)
        case e.EndAgreed():
            return tale("end_agreed", event.power)
        case e.OperationSuspended():
            return tale("suspended", event.power, other=voice.noun(event.against))
        case e.OperationResumed():
            return tale("resumed", event.power, other=voice.noun(event.against))
        case e.TerminationInvoked():
            return tale("termination_invoked", event.power, other=voice.noun(event.against))
        case e.PartyLeft():
            return tale(f"left.{event.how.value}", event.power)
        case e.TreatyRenewed():
            return say(voice.lang, "tale.renewed", treaty=title, date=date(voice.lang, event.until))
        case e.TreatyEnded():
            return say(voice.lang, f"tale.ended.{event.how.value}", treaty=title)
        case _:
            assert_never(event)


def reserved_articles(event: e.TreatySigned | e.TreatyAcceded, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """The labels of the articles to which a reservation is made, in the order of the text."""
    reserved = {reservation.article for reservation in event.signature.reservations}
    treaty = treaties.get(event.treaty)
    if treaty is None:
        return voice.listed(tuple(sorted(reserved)))
    articles = enumerate(treaty.text.articles, start=1)
    return voice.listed(tuple(article_cited(n, voice, "noun") for n, a in articles if a.id in reserved))
