"""What force would bring and what promises have been worth, in words: asked of the engine's own reckoning."""

from __future__ import annotations

from collections.abc import Iterable

from client.labels import Labels
from engine.aid_in_war import relations_to_break_off
from engine.casus import Call
from engine.compliance import evacuations, sanctions_decided
from engine.consequences import consequences
from engine.credibility import UNTRIED, public_word
from engine.crisis import War
from engine.duties import Cede, Render
from engine.falling_due import awaited
from engine.guarantees import is_over, sanctions_called_for
from engine.names import ArticleId, Onlooker, Power, Viewer
from engine.obligations import Obligation, cessions_of, obligations
from engine.orders import HandOver, Order, Perform, Withdraw
from engine.prose import article_cited
from engine.reckoning import Reckoning, reckoning, with_files
from engine.record import Conduct
from engine.state import State
from engine.texts.calls import ground_sentence
from engine.texts.words import duty_words, war_words


def known_to(state: State, viewer: Viewer) -> State:
    """What a viewer may reckon with: its view, and what its services have brought it."""
    return state if isinstance(viewer, Onlooker) else with_files(state, viewer)


def owed_orders(state: State, power: Power, *, due: bool = False) -> frozenset[Order]:
    """What a power must order to keep what it owes: stakes to hand over, sanctions to apply, withdrawals demanded, performances and
    consultations, and what answers those who have called it as a guarantor or count on its support; with `due`, without what has still
    time until a later date."""
    handing = (
        HandOver(treaty=o.treaty, article=o.article.id, stake=o.duty.stake)
        for o in cessions_of(state, power)
        if isinstance(o.duty, Cede) and not (due and _has_time(state, o))
    )
    applying = (owing.order for owing in sanctions_decided(state, power) if not owing.applied)
    leaving = (Withdraw(duty.at) for duty in evacuations(state, power) if duty.at is not None)
    performing = (
        Perform(treaty=o.treaty, article=o.article.id, to=o.creditor) for o in awaited(state, power) if not (due and _has_time(state, o))
    )
    answering = (*sanctions_called_for(state, power), *relations_to_break_off(state, power))
    return frozenset((*handing, *applying, *leaving, *performing, *answering))


def _has_time(state: State, owed: Obligation) -> bool:
    """Whether the date by which it is to be done lies in a later turn."""
    by = owed.duty.by if isinstance(owed.duty, Cede | Render) else None
    return by is not None and (state.turn_order(by) or 0) > state.turn


def order_lines(order: Order, power: Power, labels: Labels) -> tuple[str, ...]:
    """The consequences of one order, one sentence each."""
    words, state = labels.words, labels.state
    found = consequences(known_to(state, power), power, order)
    lines = [words("means.crisis")] if found.crisis else []
    lines += [breach_line(owed, labels) for owed in found.breaches]
    lines += [words("means.defeats", treaty=labels.cited(owed.treaty, owed.article.id)) for owed in found.defeated]
    if found.against is not None:
        bound = tuple(p for p in found.against.helpers if p != power)
        lines.append(words("means.called", powers=labels.names(bound)) if bound else words("means.nobody_called"))
        lines += short_of_arms(found.against.calls, found.against.target, power, labels)
        lines.append(war_words(found.against.war, labels.speaker, state.treaties)[-1])
    if found.costs:
        each = (f"{labels.text(state.setting.tracks[track].name)} {by:+}" for track, by in found.costs.items())
        lines.append(words("means.cost", costs=", ".join(each)))
    if found.noticed is not None:
        lines.append(words("means.noticed", n=found.noticed))
    return tuple(lines)


def short_of_arms(calls: Iterable[Call], target: Power, viewer: Power, labels: Labels) -> tuple[str, ...]:
    """What others owe in an attack without coming to war for it, economic aid or diplomatic support, one sentence each."""
    return tuple(
        ground_sentence(ground, call.power, target, labels.speaker, labels.state.treaties)
        for call in calls
        for ground in call.grounds
        if ground.owing and call.power != viewer
    )


def breach_line(owed: Obligation, labels: Labels, act: str = "attack") -> str:
    """The article that an act would breach."""
    title, number = labels.source(owed.treaty, owed.article.id)
    key = f"means.{act}_breach"
    return (
        labels.words(key, treaty=title, article=article_cited(number, labels.speaker))
        if number
        else labels.words(f"{key}.whole", treaty=title)
    )


def calculated(attacker: Power, target: Power, viewer: Viewer, labels: Labels) -> Reckoning:
    """Who stands with whom if one attacks the other now, from what the viewer knows."""
    return reckoning(known_to(labels.state, viewer), attacker, target)


def figure_lines(war: War, labels: Labels) -> tuple[str, ...]:
    """Where the figures of a war come from: each power's strength, then what the ways from it carry and who commands them."""
    setting, fighting = labels.state.setting, war.attackers + war.defenders
    found = [(labels.power(power), setting.powers[power].figures) for power in fighting]
    ways = (route for route in setting.routes if not set(route.between).isdisjoint(fighting))
    found += [(" - ".join(map(labels.power, route.between)), route.figures) for route in ways]
    return tuple(labels.words("calc.each", of=of, what=labels.text(text)) for of, text in found if text)


def record_lines(labels: Labels) -> tuple[str, ...]:
    """The record of every power that has one, by pair: promises given and in force, kept, broken; the broken ones by name."""
    words, state = labels.words, labels.state
    lines: list[str] = []
    standing: dict[tuple[Power, Power], set[ArticleId]] = {}
    for owed in obligations(state):
        # What all owe to all under the Covenant or the Charter is not a promise to one.
        if owed.treaty in state.treaties:
            standing.setdefault((owed.duty.debtor, owed.duty.creditor), set()).add(owed.article.id)
    for debtor in state.powers():
        if (word := public_word(state, debtor)) != UNTRIED:
            lines.append(words("record.word", power=labels.power(debtor), n=word))
        for creditor in state.powers():
            deeds = [line for line in state.record if (line.debtor, line.creditor) == (debtor, creditor)]
            given = standing.get((debtor, creditor), set())
            if deeds:
                kept = sum(line.kept for line in deeds)
                pair = {"debtor": labels.power(debtor), "creditor": labels.power(creditor)}
                lines.append(words("record.pair", **pair, given=len(given), kept=kept, broken=len(deeds) - kept))
                lines += (said for line in deeds for said in (_conduct_line(line, labels), *_calls(line, labels)))
    return tuple(lines)


def _conduct_line(line: Conduct, labels: Labels) -> str:
    """One promise kept or broken, with its date and its source."""
    key = "record.kept" if line.kept else "record.broken"
    what = duty_words(line.duty, labels.speaker)
    return labels.words(key, date=labels.turn(max(line.turn, 0)), what=what, treaty=labels.cited(line.treaty, line.article))


def _calls(line: Conduct, labels: Labels) -> tuple[str, ...]:
    """The calls upon guarantors over a breach, with their dates and the treaties under which they were made."""
    made = (appeal for appeal in labels.state.appeals if not line.kept and appeal.turn >= line.turn and is_over(appeal, line))
    return tuple(labels.words("record.called", date=labels.turn(a.turn), treaty=labels.treaty(a.guarantee)) for a in made)


def crisis_lines(labels: Labels) -> tuple[str, ...]:
    """Past crises, with what everybody answered, how each ended, and the promises kept or broken in it."""
    words, lines = labels.words, []
    for past in labels.state.crises:
        crisis = past.crisis
        head = {"mover": labels.power(crisis.mover), "target": labels.power(crisis.target), "date": labels.turn(past.turn)}
        lines.append(words("record.crisis", **head, outcome=words(f"outcome.{past.outcome}")))
        stances = (f"{labels.power(power)}: {labels.stance(stance, power, crisis)}" for power, stance in crisis.stances.items())
        lines.append("   " + "; ".join(stances))
        lines += (_conduct_line(labels.state.record[place], labels) for place in past.conduct)
    return tuple(lines)
