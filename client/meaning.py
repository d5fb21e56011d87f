"""What an act would mean, in words, before it is committed: asked of the engine's own rules."""

from __future__ import annotations

from attrs import evolve as with_

from client.forecast import breach_line, order_lines, short_of_arms
from client.labels import Labels
from client.treaty_meaning import TreatyAct, treaty_meaning
from engine.casus import Standing, casus_foederis
from engine.coercion import indirect_aggressions
from engine.commands import (
    AnswerCrisis,
    AnswerUltimatum,
    Assent,
    CloseStep,
    Command,
    CommitOrders,
    Decide,
    FindVoid,
    Initial,
    IssueUltimatum,
    Pause,
    PowerCommand,
    UmpireCommand,
)
from engine.compliance import sanctions_decided
from engine.consequences import consequences, consequences_of_finding
from engine.contingents import falls_due
from engine.council_commands import CastBallot, Introduce, KeepAway, Seize, Sponsor, TableResolution
from engine.credibility import of_aid
from engine.crisis import Opening, Stance
from engine.decide.crises import CALMING
from engine.decide.signing import SUPPORT
from engine.decide.wars import deeds_of_mover
from engine.deeds import attack
from engine.duties import Assist, Cede
from engine.limits import to_come_within
from engine.names import ArticleId, Onlooker, Power, TreatyId, Viewer
from engine.nullity import deceivers
from engine.obligations import cessions_of
from engine.occasions import OWN
from engine.orders import HandOver, Mobilise, StandDown, Withdraw
from engine.performance import broken_by
from engine.prose import article_cited
from engine.reckoning import SIDES, aggressions, calls_expected, coalition, passages_of
from engine.roll import open_verdict
from engine.texts.calls import call_sentences
from engine.texts.conflicts import conflict_words
from engine.texts.consequences import change_words
from engine.texts.verdicts import prospect_words, result_sentence
from engine.texts.words import war_words
from engine.treaty import Vice


def meaning(command: Command, by: Viewer, labels: Labels) -> tuple[str, ...]:
    """The consequences of a command for a power, or of the umpire's for all, one sentence each."""
    if isinstance(command, UmpireCommand):
        return _presiding(command, labels)
    return () if isinstance(by, Onlooker) else _of_power(command, by, labels)


def _presiding(command: UmpireCommand, labels: Labels) -> tuple[str, ...]:
    words = labels.words
    match command:
        case FindVoid():
            treaty = labels.state.treaties[command.treaty]
            coerced = command.ground is Vice.COERCION
            authors = treaty.coercers(command.power) & treaty.parties if coerced else deceivers(labels.state, treaty, command.power)
            why = words(f"means.find_void.{command.ground.value}", powers=labels.names(tuple(authors)))
            known = words("means.find_void" if treaty.known_to is None else "means.find_void.secret")
            found = consequences_of_finding(labels.state, command)
            return (why, known, *change_words(found, command.power, labels.speaker, labels.state.treaties))
        case CloseStep():
            return (words(f"means.close_step.{labels.state.phase.value}"),)
        case Pause():
            return (words("means.clock_stopped" if command.paused else "means.clock_restarted"),)
        case _:
            return ()


def _of_power(command: PowerCommand, power: Power, labels: Labels) -> tuple[str, ...]:
    words = labels.words
    if isinstance(command, TreatyAct):
        return treaty_meaning(command, power, labels)
    match command:
        case Initial():
            return (words("means.initial"), words("means.text"), *_if_adopted(command, power, labels))
        case Assent():
            return (words("means.assent"), *_changes(command, power, labels))
        case IssueUltimatum():
            asked = words("means.demand", power_of=labels.speaker.of(command.target), demand=labels.demand(command.demand))
            return (asked, words("means.ultimatum"), *_changes(command, power, labels), *_breaches(command.target, power, labels))
        case AnswerUltimatum():
            return (words("means.answer_ultimatum"), *_changes(command, power, labels))
        case CommitOrders():
            return _orders(command, power, labels)
        case AnswerCrisis():
            return (
                *_taking_a_side(command.stance, power, labels),
                *_standing(power, labels),
                *_judged(command.stance, power, labels),
                *(_beside(power, labels) if command.stance is not Stance.NEUTRAL else ()),
                *_marching(command, power, labels),
                *_sending(command, power, labels),
            )
        case Decide():
            return _last_word(labels)
        case KeepAway():
            promised = consequences(labels.state, power, command).breaches
            said = (words("means.keep_away" if command.away else "means.come_back"),)
            return (*said, *dict.fromkeys(words("means.keep_away.promised", source=labels.under(owed)) for owed in promised))
        case CastBallot():
            return _ballot(command, power, labels)
        case Seize() | TableResolution() | Introduce() | Sponsor():
            return _changes(command, power, labels)
        case _:
            return ()


def _if_adopted(command: Initial | CastBallot, power: Power, labels: Labels) -> tuple[str, ...]:
    """What the text would come to, and what the power could not keep together with it."""
    state, speaker = labels.state, labels.speaker
    found = consequences(state, power, command)
    against = (conflict_words(conflict, speaker, state.treaties) for conflict in found.conflicts)
    return (*against, *change_words(found, power, speaker, state.treaties))


def _ballot(command: CastBallot, power: Power, labels: Labels) -> tuple[str, ...]:
    """What the vote could still come to with this ballot in it."""
    sitting = labels.state.sitting
    if sitting is None or sitting.poll is None:
        return ()
    verdict = open_verdict(labels.state, sitting, sitting.poll, {power: command.ballot})
    lines: tuple[str, ...] = (result_sentence(verdict, labels.speaker),)
    if verdict.awaited:
        lines = prospect_words(verdict, labels.speaker, sitting.poll.sealed, power)
    if power in verdict.excluded or power in verdict.bound:
        return (labels.words("means.not_counted"), *lines)
    if sitting.poll.motion is not None:
        return (*lines, labels.words("means.text"), labels.words("means.final"), *_if_adopted(command, power, labels))
    return (*lines, labels.words("means.final"), *_changes(command, power, labels))


def _changes(command: PowerCommand, power: Power, labels: Labels) -> tuple[str, ...]:
    return change_words(consequences(labels.state, power, command), power, labels.speaker, labels.state.treaties)


def _breaches(target: Power, power: Power, labels: Labels) -> tuple[str, ...]:
    """The articles that an attack on the target would breach."""
    return tuple(
        breach_line(owed, labels, "attacking")
        for owed in broken_by(labels.state, attack(labels.state, power, target, None), aggressor=power)
    )


def _orders(command: CommitOrders, power: Power, labels: Labels) -> tuple[str, ...]:
    lines: list[str] = []
    handed = {(o.treaty, o.stake) for o in command.orders if isinstance(o, HandOver)}
    for owed in cessions_of(labels.state, power):
        if isinstance(owed.duty, Cede) and (owed.treaty, owed.duty.stake) not in handed:
            matter = f"{labels.speaker.stake(owed.duty.stake)}, {labels.speaker.date(owed.duty.by)}"
            lines.append(labels.words("means.owed", matter=matter, source=labels.under(owed)))
    handing = frozenset(stake for _, stake in handed)
    for one, promised in indirect_aggressions(labels.state):
        if one.victim == power and (not one.stakes or not one.stakes <= handing):
            names, sources = labels.names(frozenset(o.debtor for o in promised)), tuple(dict.fromkeys(labels.under(o) for o in promised))
            lines.append(labels.words("means.rescue", names=names, sources=labels.speaker.listed(sources)))
    lines += [
        labels.words(
            "means.sanction_owed",
            order=labels.value(owing.order),
            source=labels.cited(TreatyId(owing.standing.resolution), ArticleId(owing.standing.paragraph)),
        )
        for owing in sanctions_decided(labels.state, power)
        if not owing.applied and owing.order not in command.orders
    ]
    if not any(isinstance(order, StandDown | Withdraw) for order in command.orders):
        beyond = (labels.source(owed.treaty, owed.article.id) for owed in to_come_within(labels.state, power))
        lines += dict.fromkeys(
            labels.words("means.beyond", treaty=title, article=article_cited(number, labels.speaker)) for title, number in beyond
        )
    for order in command.orders:
        found = order_lines(order, power, labels)
        lines += (f"{labels.value(order)}. {line}" for line in found)
        if isinstance(order, Mobilise):
            lines.append(labels.words("means.mobilise"))
    return tuple(lines)


def _taking_a_side(stance: Stance, power: Power, labels: Labels) -> tuple[str, ...]:
    """What follows from a stance if the mover persists, or if it does not; from letting those pass who march through one, too."""
    crisis = labels.state.crisis
    if crisis is None:
        return ()
    if stance is Stance.NEUTRAL and power in (crisis.through, *crisis.wronged):
        let = with_(crisis, stances={**crisis.stances, power: stance}, revealed=True)
        passing = (deed for deed in passages_of(coalition(labels.state, let)) if deed.by == power)
        broken = broken_by(labels.state, passing, aggressor=crisis.mover)
        return (labels.words("means.let_pass"), *(breach_line(owed, labels) for owed in broken))
    if barred := [one for one in aggressions(crisis) if one.upon == power and one.friends is stance]:
        foes = (crisis.mover if stance is Stance.WITH_TARGET else crisis.target, *(one.by for one in barred))
        return (labels.words("means.stance.bar", foes=labels.names(frozenset(foes))),)
    names = {"mover": labels.names((crisis.mover,)), "target": labels.names((crisis.target,))}
    if stance is Stance.YIELD and crisis.ultimatum is not None and crisis.opening is not Opening.COERCION:
        return (labels.words("means.stance.yield.ultimatum", **names),)
    of_target = stance in (Stance.RESIST, Stance.YIELD) and crisis.opening in (Opening.COERCION, Opening.OCCUPATION)
    return (labels.words(f"means.stance.{stance.value}.{crisis.opening.value}" if of_target else f"means.stance.{stance.value}", **names),)


def _beside(power: Power, labels: Labels) -> tuple[str, ...]:
    """Who is bound to come to the aid of whoever is attacked or marched through, and who owes less than that, for that power itself."""
    crisis = labels.state.crisis
    upon_it = [one for one in aggressions(crisis) if one.upon == power] if crisis is not None else []
    calls = tuple(call for one in upon_it for call in calls_expected(labels.state, crisis, one)) if crisis is not None else ()
    coming = [line for call in calls if call.to_aid for line in call_sentences(call, power, labels.speaker, labels.state.treaties)]
    lines = coming or ([labels.words("means.nobody_beside")] if upon_it else [])
    return tuple(dict.fromkeys((*lines, *short_of_arms((call for call in calls if not call.to_aid), power, power, labels))))


def _standing(power: Power, labels: Labels) -> tuple[str, ...]:
    crisis = labels.state.crisis
    if crisis is None:
        return ()
    lines: list[str] = []
    for one in aggressions(crisis):
        for call in calls_expected(labels.state, crisis, one):
            if call.power == power and call.grounds:
                lines += call_sentences(call, one.upon, labels.speaker, labels.state.treaties)
    return tuple(dict.fromkeys(lines))


def _judged(stance: Stance, power: Power, labels: Labels) -> tuple[str, ...]:
    """What opinion at home would make of a promise of aid that is kept by this answer."""
    state, crisis = labels.state, labels.state.crisis
    lines: list[str] = []
    if crisis is None or SUPPORT not in state.setting.tracks:
        return ()
    for one in (one for one in aggressions(crisis) if one.friends is stance):
        grounds = (g for call in calls_expected(state, crisis, one) if call.power == power for g in call.grounds)
        aided = dict.fromkeys(g.owed_to(one.by, one.upon) for g in grounds if g.standing is Standing.BOUND and not g.in_attack)
        for opinion in (of_aid(state, ally) for ally in aided):
            by = state.setting.moves.get(opinion.occasion, {}).get(f"{OWN}.{SUPPORT}", 0) if opinion is not None else 0
            if opinion is not None and by:
                name = labels.names((opinion.of,))
                lines.append(labels.words(f"means.{opinion.occasion.value}", power=name, n=opinion.word, by=f"{by:+}"))
    return tuple(dict.fromkeys(lines))


def _marching(command: AnswerCrisis, power: Power, labels: Labels) -> tuple[str, ...]:
    """What it would mean to reach the front through a neutral."""
    crisis, through = labels.state.crisis, command.through
    if crisis is None or through is None:
        return ()
    foe = crisis.target if command.stance is Stance.WITH_MOVER else crisis.mover
    crossing = (deed for deed in attack(labels.state, power, foe, through) if deed.toward == through)
    breaches = (breach_line(owed, labels) for owed in broken_by(labels.state, crossing, aggressor=power))
    # As far as we know: a secret ally of the neutral may come as well.
    calls = (call for call in casus_foederis(labels.state, power, through) if call.to_aid)
    called = (line for call in calls for line in call_sentences(call, through, labels.speaker, labels.state.treaties))
    return (labels.words("means.marching", power=labels.names((through,))), *breaches, *called)


def _sending(command: AnswerCrisis, power: Power, labels: Labels) -> tuple[str, ...]:
    """What would come of the divisions promised."""
    found = consequences(labels.state, power, command)
    lines = []
    if command.stance in SIDES:
        for key, promised in (("", found.kept), (".breach", found.breaches), (".later", found.awaited)):
            for owed in promised:
                forces = owed.duty.forces if isinstance(owed.duty, Assist) else None
                if forces is not None:
                    title, number = labels.source(owed.treaty, owed.article.id)
                    due = falls_due(labels.state, forces)
                    slots = {
                        "treaty": title,
                        "article": article_cited(number, labels.speaker),
                        "creditor": labels.names((owed.duty.creditor,)),
                    }
                    until = {"date": labels.turn(due)} if key == ".later" and due is not None else {}
                    lines.append(labels.words(f"means.contingent{key}", wanted=forces.divisions, **slots, **until))
    return tuple(lines)


def _last_word(labels: Labels) -> tuple[str, ...]:
    crisis = labels.state.crisis
    if crisis is None:
        return ()
    helping = frozenset(p for p, s in crisis.stances.items() if s is Stance.WITH_TARGET) | {crisis.target}
    joining = frozenset(p for p, s in crisis.stances.items() if s is Stance.WITH_MOVER) | {crisis.mover}
    war = labels.words("means.persist", attackers=labels.names(joining), defenders=labels.names(helping))
    breaches = (breach_line(owed, labels) for owed in broken_by(labels.state, deeds_of_mover(labels.state, crisis), aggressor=crisis.mover))
    lines = war_words(coalition(labels.state, crisis), labels.speaker, labels.state.treaties)
    calming = frozenset(p for p, s in crisis.stances.items() if s in CALMING)
    back = labels.words("means.step_back.calmed", names=labels.names(calming)) if calming else labels.words("means.step_back")
    return (war, *lines, *breaches, back)
