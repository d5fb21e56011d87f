"""Disputes in words: who against whom, what has been tried, what goes on, what was decided, and what bars war between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from rich.text import Text

from client.labels import Labels
from engine.dates import later
from engine.dispute import Award, Dispute, Force, Report, Stage
from engine.engagements import COVENANT, MONTHS_TO_COOL, report_due
from engine.measures.recommendation import Procedure
from engine.obligations import obligations
from engine.texts.catalogue import say
from engine.texts.disputes import statute_article
from engine.texts.grammar import date


def disputes_text(labels: Labels) -> Text:
    """Every dispute with its course; nothing if there is none."""
    text = Text()
    if not labels.state.disputes:
        return text
    text.append(labels.words("disputes.title") + "\n", style="bold underline")
    for dispute in labels.state.disputes.values():
        text.append(f"• {_heading(dispute, labels)}\n", style="bold")
        for line in (*_course(dispute, labels), *_decided(dispute, labels), *_bars(dispute, labels)):
            text.append(f"  {line}\n")
    return text.append("\n")


def _heading(dispute: Dispute, labels: Labels) -> str:
    words = labels.words
    sides = words("disputes.between", claimant=labels.power(dispute.claimant), respondent=labels.power(dispute.respondent))
    about = [words("disputes.over", stake=labels.speaker.stake(dispute.over))] if dispute.over is not None else []
    about += [words("disputes.of_right")] if dispute.of_right else []
    return f"{labels.text(dispute.title)} ({reduce(lambda one, other: words('chamber.both', one=one, other=other), [sides, *about, words(f'stage.{dispute.stage.value}')])})"


def _means(procedure: Procedure, labels: Labels) -> str:
    return say(labels.words.lang, f"means_of.{procedure.value}")


def _course(dispute: Dispute, labels: Labels) -> Iterator[str]:
    """What is proposed, what goes on, what terms are on the table, and what has been tried."""
    words = labels.words
    if dispute.proposal is not None:
        by, means = labels.power(dispute.proposal.by), _means(dispute.proposal.procedure, labels)
        yield words("disputes.proposed", by=by, procedure=means, names=labels.powers(dispute.awaited()))
    if dispute.running is not None:
        means, third = _means(dispute.running.procedure, labels), dispute.running.third
        if third is None:
            yield words("disputes.running", procedure=means)
        else:
            yield words("disputes.running.third", procedure=means, third=labels.power(third))
    if dispute.terms is not None:
        winner, accepted = labels.speaker.of(dispute.terms.in_favour), labels.powers(dispute.terms.accepted)
        yield words("disputes.terms", by=labels.power(dispute.terms.by), winner_of=winner, names=accepted)
    if dispute.tried:
        yield words("disputes.tried", procedures=labels.speaker.listed(tuple(_means(p, labels) for p in dispute.tried)))


def _decided(dispute: Dispute, labels: Labels) -> Iterator[str]:
    """What was found, awarded, reported and agreed, and whether it came to war."""
    words = labels.words
    if (fact := dispute.fact) is not None:
        nobody = words("disputes.fact.nobody")
        blamed = nobody if fact.responsible is None else words("disputes.fact.responsible", name=labels.power(fact.responsible))
        yield words("disputes.fact", by=labels.power(fact.by), blamed=blamed)
    if (award := dispute.award) is not None:
        yield words("disputes.award", date=labels.turn(award.turn), winner_of=labels.speaker.of(award.in_favour))
    if (report := dispute.report) is not None:
        yield words("disputes.report", date=labels.turn(report.turn), force=words(f"force.{report.force.value}"))
        if report.in_favour is not None:
            yield words("disputes.report.terms", winner_to=labels.speaker.to(report.in_favour))
        if report.accepted:
            yield words("disputes.complying", names=labels.powers(report.accepted))
    if dispute.agreed is not None:
        yield words("disputes.settled", winner_of=labels.speaker.of(dispute.agreed))
    if (outbreak := dispute.outbreak) is not None:
        said = {"date": labels.turn(outbreak.turn), "by": labels.power(outbreak.by)}
        if outbreak.article is None:
            yield words("disputes.war", **said)
        else:
            yield words("disputes.war.disregard", **said, article=statute_article(outbreak.article, words.lang))


def _bars(dispute: Dispute, labels: Labels) -> Iterator[str]:
    """What holds the parties and the members back from war, as the engine reckons it."""
    words = labels.words
    if dispute.refusing:
        yield words("disputes.refusing", names=labels.powers(dispute.refusing))
    owed = [o for o in obligations(labels.state) if o.treaty == COVENANT and {o.duty.debtor, o.duty.creditor} == set(dispute.parties)]
    if dispute.stage is Stage.OPEN and any(o.article.id == "covenant_12" for o in owed):
        given: list[Award | Report] = [g for g in (dispute.award, dispute.report) if g is not None]
        if given:
            turn = max(g.turn for g in given)
            day = later(tuple(labels.state.setting.turns.values())[turn].date, MONTHS_TO_COOL)
            yield words("disputes.cooling", date=date(words.lang, day))
        else:
            yield words("disputes.waiting")
    if (day_due := report_due(labels.state, dispute)) is not None:
        yield words("disputes.report_due", date=date(words.lang, day_due))
    if dispute.stage is Stage.OPEN and dispute.report is not None and dispute.report.force is Force.UNANIMOUS and dispute.report.accepted:
        yield words("disputes.protected", name=labels.powers(dispute.report.accepted))
