"""What happens in disputes, told in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine import events as e
from engine.dispute import Dispute, Failing
from engine.measures.recommendation import Procedure
from engine.names import DisputeId, Lang, OrganId, StatuteId
from engine.organ import Organ
from engine.texts.catalogue import Slot, knows, say
from engine.texts.grammar import Noun, pick
from engine.texts.voice import Speaker


class DisputeTeller:
    """A language, a scenario, and the disputes and organs that the reader knows."""

    def __init__(self, voice: Speaker, disputes: Mapping[DisputeId, Dispute], organs: Mapping[OrganId, Organ]) -> None:
        self.voice, self.disputes, self.organs, self.lang = voice, disputes, organs, voice.lang

    def tell(self, event: e.DisputeEvent) -> str:
        """One sentence for the event."""
        if isinstance(event, e.DefenceReported):
            said: dict[str, Slot] = {"organ": self.organ(event.organ), "other": self.voice.noun(event.against)}
            return self.say("tale.defence", who=self.voice.noun(event.power), **said)
        if isinstance(event, e.DisputeOpened):
            return self.opened(event.dispute)
        title = self.title(event.dispute)
        match event:
            case e.ProcedureProposed():
                chosen = event.proposal.third
                third: dict[str, Slot] = {} if chosen is None else {"third": self.voice.noun(chosen)}
                who = self.voice.noun(event.proposal.by)
                return self.say("tale.dispute.proposed", who=who, title=title, procedure=self.procedure(event.proposal.procedure), **third)
            case e.ProcedureAgreed():
                return self.say(
                    "tale.dispute.agreed", who=self.voice.noun(event.power), title=title, procedure=self.procedure(event.procedure)
                )
            case e.ProcedureOpened():
                return self.say("tale.dispute.begins", title=title, procedure=self.procedure(event.procedure))
            case e.ProcedureFailed():
                return self.failed(event, title)
            case e.TermsOffered():
                who, other = self.voice.noun(event.offer.by), self.voice.noun(event.offer.in_favour)
                return self.say("tale.dispute.terms", who=who, title=title, other=other)
            case e.TermsAnswered():
                return self.say(f"tale.dispute.{'accepts' if event.accept else 'rejects'}", who=self.voice.noun(event.power), title=title)
            case e.ReportAnswered():
                key = "tale.dispute.complies" if event.accept else "tale.dispute.complies_not"
                return self.say(key, who=self.voice.noun(event.power), title=title)
            case e.DutiesAnswered():
                key = "tale.dispute.duties" if event.accept else "tale.dispute.duties_refused"
                return self.say(key, who=self.voice.noun(event.power), title=title)
            case e.FactsReported() | e.AwardGiven() | e.ReportMade() | e.DisputeSettled() | e.WarResortedTo():
                return self.outcome(event, title)
            case _:
                assert_never(event)

    def outcome(self, event: e.FactsReported | e.AwardGiven | e.ReportMade | e.DisputeSettled | e.WarResortedTo, title: str) -> str:
        match event:
            case e.FactsReported():
                who = self.voice.noun(event.fact.by)
                if event.fact.responsible is None:
                    return self.say("tale.dispute.fact.nobody", who=who, title=title)
                return self.say("tale.dispute.fact", who=who, title=title, other=self.voice.noun(event.fact.responsible))
            case e.AwardGiven():
                winner = self.voice.noun(event.award.in_favour)
                if event.award.by is None:
                    return self.say("tale.dispute.judgment", title=title, other=winner)
                return self.say("tale.dispute.award", who=self.voice.noun(event.award.by), title=title, other=winner)
            case e.ReportMade():
                given = event.report.in_favour
                other: dict[str, Slot] = {} if given is None else {"other": self.voice.noun(given)}
                key = f"tale.dispute.report.{event.report.force.value}"
                return self.say(key, organ=self.organ(event.report.organ), title=title, **other)
            case e.DisputeSettled():
                return self.say("tale.dispute.settled", title=title, other=self.voice.noun(event.in_favour))
            case e.WarResortedTo():
                who, article = self.voice.noun(event.outbreak.by), event.outbreak.article
                if article is None:
                    return self.say("tale.dispute.war", who=who, title=title)
                return self.say("tale.dispute.war.disregard", who=who, title=title, article=statute_article(article, self.lang))
            case _:
                assert_never(event)

    def opened(self, dispute: Dispute) -> str:
        """Who claims what of whom."""
        over: dict[str, Slot] = {} if dispute.over is None else {"stake": self.voice.stake_noun(dispute.over)}
        title, other = pick(dispute.title, self.lang), self.voice.noun(dispute.respondent)
        return self.say("tale.dispute.opened", who=self.voice.noun(dispute.claimant), other=other, title=title, **over)

    def failed(self, event: e.ProcedureFailed, title: str) -> str:
        """Why a procedure came to nothing."""
        procedure = self.procedure(event.procedure)
        if event.why is Failing.REFUSED and event.power is not None:
            return self.say("tale.dispute.refused", who=self.voice.noun(event.power), title=title, procedure=procedure)
        return self.say(f"tale.dispute.{event.why.value}", title=title, procedure=procedure)

    def say(self, key: str, **slots: Slot) -> str:
        return say(self.lang, key, **slots)

    def title(self, ident: DisputeId) -> str:
        """The dispute as its claimant named it."""
        found = self.disputes.get(ident)
        return (pick(found.title, self.lang) if found is not None else "") or ident

    def procedure(self, procedure: Procedure) -> Noun:
        """`mediation`, `la médiation`."""
        return Noun(self.lang, say(self.lang, f"means_of.{procedure.value}"))

    def organ(self, ident: OrganId) -> Noun:
        """The organ by its name."""
        return self.voice.organ_noun(ident, self.organs.get(ident))


def statute_article(article: StatuteId, lang: Lang) -> str:
    """`Article 12 of the Covenant`."""
    return say(lang, f"statute.{article}") if knows(f"statute.{article}") else article
