"""Advice on a file without errors: what can never happen, what always does, what nobody can do, what nobody has vouched for."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from engine.clauses import NavalPatrol
from engine.names import Power, TurnId, kind
from engine.opening import opening_state
from engine.orders import OrderKind
from engine.plot import IssueFullPowers, RecallFullPowers, Scenario
from engine.profile import (
    Assents,
    Ballots,
    Chooses,
    Convenes,
    Deed,
    Demands,
    Denounces,
    Introduces,
    Orders,
    Profile,
    PutsToVote,
    Says,
    Seizes,
    Signs,
    Stands,
    Tables,
    Votes,
)
from engine.setting import Setting
from engine.statutes import article_of
from scenarios.reading.diagnostics import Diagnostic, at
from scenarios.reading.possible import Prospects, absent, kept_from
from scenarios.reading.sense import Where
from scenarios.reading.shape import Clue

NEVER, ALWAYS = frozenset({False}), frozenset({True})


def advise(scenario: Scenario, where: Where, conditions: Iterable[Clue]) -> list[Diagnostic]:
    """Everything that can be told without playing."""
    prospects = Prospects(scenario)
    return [
        *_signatures(prospects, conditions),
        *_endings(prospects, where),
        *_objectives(prospects, where),
        *_events(prospects, where),
        *_minds(prospects, where),
        *_unseen(scenario, conditions),
        *_treaties(scenario, where),
        *_patrols(scenario, where),
        *_full_powers(prospects, where),
        *_idle(prospects, where),
        *_sources(scenario, where),
    ]


def _signatures(prospects: Prospects, conditions: Iterable[Clue]) -> Iterator[Diagnostic]:
    for clue in conditions:
        for name, treaty, group in absent(prospects, clue.source):
            params = {"power": name.id, "treaty": treaty, "group": group, "names": ", ".join(sorted(prospects.may_sign(treaty)))}
            yield within(clue, name, "cannot_sign", params, "open_to")


def within(clue: Clue, node: ast.expr, rule: str, params: Mapping[str, str], help: str = "") -> Diagnostic:
    """A diagnostic at a part of a condition."""
    # Line breaks and runs of spaces are single spaces to the parser, so that a column is certain only in a plain line.
    if clue.offset is None or " ".join(clue.source.split()) != clue.source or node.end_col_offset is None:
        return at(clue.node, rule, params, help=help, width=1)
    return at(clue.node, rule, params, help=help, offset=clue.offset + node.col_offset, width=node.end_col_offset - node.col_offset)


def _endings(prospects: Prospects, where: Where) -> Iterator[Diagnostic]:
    """First match first, at the close of every turn: an ending behind one that is certain is never reached."""
    plot = prospects.scenario.plot
    turns = range(len(prospects.turns))
    settled: dict[int, str] = {}
    for name, ending in plot.endings.items():
        truths = {turn: prospects.can_be(ending.when, turn) for turn in turns}
        within = [turn for turn in turns if True in truths[turn]]
        if all(turn in settled for turn in within):
            rule = "ending_behind" if within else "ending_never"
            yield at(where[f"endings.{name}"], rule, {"word": name, "other": settled[within[-1]] if within else ""})
        for turn in within:
            if truths[turn] == ALWAYS:
                for later in turns[turn:]:
                    settled.setdefault(later, name)
    if turns and turns[-1] not in settled:
        yield at(where["endings"], "runs_out", {"word": prospects.turns[-1]})


def _objectives(prospects: Prospects, where: Where) -> Iterator[Diagnostic]:
    for power, briefing in prospects.scenario.plot.briefings.items():
        for name, aim in briefing.objectives.items():
            truths = prospects.ever(aim.when)
            if truths in (NEVER, ALWAYS):
                rule = "objective_never" if truths == NEVER else "objective_always"
                yield at(where[f"powers.{power}.objectives.{name}"], rule, {"word": name, "power": power})


def _events(prospects: Prospects, where: Where) -> Iterator[Diagnostic]:
    for name, event in prospects.scenario.plot.events.items():
        if event.when is None:
            continue
        turns = range(len(prospects.turns)) if event.turn is None else (prospects.turns.index(event.turn),)
        if all(prospects.can_be(event.when, turn) == NEVER for turn in turns):
            yield at(where[f"events.{name}"], "event_never", {"word": name})


def _minds(prospects: Prospects, where: Where) -> Iterator[Diagnostic]:
    for power, mind in prospects.scenario.plot.profiles.items():
        yield from _thoughts(prospects, where, power, mind)
        for name, rule in mind.script.items():
            turns = [turn for turn in range(len(prospects.turns)) if True in prospects.can_be(rule.when, turn)]
            path = f"ai.{power}.script.{name}"
            if not turns:
                yield at(where[path], "thought_never", {"word": name})
                continue
            for deed in rule.then:
                if (why := _cannot(prospects, power, deed, turns[-1])) is not None:
                    yield at(where[path], "cannot_do", {"power": power, "word": name, "why": f"#{why}"})


def _unseen(scenario: Scenario, conditions: Iterable[Clue]) -> Iterator[Diagnostic]:
    """What a scripted power is to go by, and is kept from it: news for others, others' trust and secret tracks."""
    for clue in conditions:
        section, _, rest = clue.path.partition(".")
        if section == "ai":
            power = Power(rest.partition(".")[0])
            for node, value in kept_from(scenario, power, clue.source):
                yield within(clue, node, "unseen", {"power": power, "word": ast.unparse(node), "value": value})


def _thoughts(prospects: Prospects, where: Where, power: Power, mind: Profile) -> Iterator[Diagnostic]:
    path = f"ai.{power}"
    single = {"yields_when": mind.yields_when, "attacks_when": mind.attacks_when}
    named = {**{f"adjust.{n}": a.when for n, a in mind.adjust.items()}, **{f"red_lines.{n}": r.when for n, r in mind.red_lines.items()}}
    for place, when in {**single, **named}.items():
        if when is not None and prospects.ever(when) == NEVER:
            yield at(where[f"{path}.{place}"], "thought_never", {"word": place.split(".")[-1]})


def _cannot(prospects: Prospects, power: Power, deed: Deed, last: int) -> str | None:
    """Why a power can never do what its script says; None if it can, or if only the game can tell."""
    plot = prospects.scenario.plot
    match deed:
        case Tables(treaty=treaty):
            draft = plot.drafts.get(treaty)
            if draft is None or power not in draft.held_by:
                return "not_held"
            return None if prospects.can_be_tabled(treaty, last) else "not_yet"
        case Signs(treaty=treaty) | Denounces(treaty=treaty):
            return None if power in prospects.may_sign(treaty) else "not_signatory"
        case Assents(treaty=treaty):
            return "is_signatory" if treaty in plot.drafts and power in plot.drafts[treaty].treaty.provisions.signatories else None
        case Chooses(event=event, choice=choice):
            scripted = plot.events[event]
            if scripted.asks != power:
                return "not_asked"
            return None if choice in scripted.choices else "no_such_choice"
        case Demands(target=target) | Stands(target=target):
            return "itself" if target == power and isinstance(deed, Demands) else None
        case Convenes(invited=invited):
            return "itself" if power in invited else None
        case Introduces(resolution=resolution, item=item):
            filed = plot.resolutions[resolution]
            if power not in filed.held_by:
                return "not_held"
            if item.rpartition(".")[2] not in prospects.matters():
                return "no_such_matter"
            return None if filed.from_turn is None or prospects.turns.index(filed.from_turn) <= last else "not_yet"
        case Seizes(council=council, article=article, parties=parties):
            statute = article_of(opening_state(prospects.scenario.setting).organs[council], article)
            if statute is None:
                return "no_such_article"
            return "parties_wanting" if statute.of_parties and len(parties) < 2 else None
        case Ballots() | PutsToVote() | Orders() | Votes() | Says():
            return None
        case _:
            assert_never(deed)


def _treaties(scenario: Scenario, where: Where) -> Iterator[Diagnostic]:
    for name, draft in scenario.plot.drafts.items():
        if not draft.held_by:
            yield at(where[f"drafts.{name}"], "nobody_tables", {"word": name})
        elif len(draft.treaty.provisions.signatories) < 2:
            yield at(where[f"drafts.{name}"], "nobody_signs", {"word": name})


def _patrols(scenario: Scenario, where: Where) -> Iterator[Diagnostic]:
    """Patrols promised that no order could ever send."""
    setting, plot = scenario.setting, scenario.plot
    zones = setting.places_at_sea if OrderKind.PATROL in setting.orders else ()
    drafts = {ident: draft.treaty for ident, draft in plot.drafts.items()}
    for section, texts in (("treaties", plot.treaties), ("drafts", drafts)):
        for ident, treaty in texts.items():
            for article in treaty.text.articles:
                if isinstance(article.clause, NavalPatrol) and article.clause.zone not in zones:
                    params = {"word": article.id, "stake": article.clause.zone}
                    yield at(where[f"{section}.{ident}.articles.{article.id}"], "patrol_nowhere", params)


def _full_powers(prospects: Prospects, where: Where) -> Iterator[Diagnostic]:
    """Full powers issued to a delegation that is never without, or recalled from one that never has any."""
    for path, effect in prospects.effects():
        if isinstance(effect, IssueFullPowers | RecallFullPowers):
            issued = isinstance(effect, IssueFullPowers)
            if prospects.full_powers(effect.power) == frozenset({issued}):
                yield at(
                    where[f"{path}.{kind(type(effect))}"],
                    "powers_kept",
                    {"power": effect.power, "why": "#full_powers" if issued else "#no_full_powers"},
                )


def _idle(prospects: Prospects, where: Where) -> Iterator[Diagnostic]:
    """A turn in which a power has no text to table or sign, no organ to sit in, nothing to hold or move, and is asked nothing."""
    setting, plot = prospects.scenario.setting, prospects.scenario.plot
    for power, sheet in setting.powers.items():
        if not sheet.playable or sheet.divisions or power in {stake.holder for stake in setting.stakes.values()}:
            continue
        for turn, name in enumerate(prospects.turns):
            texts = any(
                (power in draft.held_by or power in draft.treaty.provisions.signatories) and prospects.can_be_tabled(ident, turn)
                for ident, draft in plot.drafts.items()
            )
            asked = any(event.asks == power and event.turn in (None, name) for event in plot.events.values())
            if not texts and not asked and not _belongs(power, TurnId(name), setting):
                yield at(where[f"powers.{power}.name"], "idle", {"power": power, "turn": name})
                break


def _belongs(power: Power, turn: TurnId, setting: Setting) -> bool:
    """Whether a power may bring matters and drafts before an organ that meets in this turn."""
    sheets = (sheet for sheet in setting.councils.values() if not sheet.meets or turn in sheet.meets)
    return any(power in (*sheet.permanent, *sheet.elected, *sheet.members) for sheet in sheets)


def _sources(scenario: Scenario, where: Where) -> Iterator[Diagnostic]:
    for power, sheet in scenario.setting.powers.items():
        counted = ("divisions", "musters", "fleet", "aircraft")
        figure = next((name for name in counted if getattr(sheet, name)), None)
        if figure is not None and not sheet.figures:
            yield at(where[f"powers.{power}.{figure}"], "figure_unsourced", {"word": power})
    for n, route in enumerate(scenario.setting.routes):
        if not (route.carries is None and route.commanded_by is None) and not route.figures:
            one, other = route.between
            yield at(where[f"routes[{n}].between"], "way_unsourced", {"one": one, "other": other})
    for name, event in scenario.plot.events.items():
        if not event.source:
            yield at(where[f"events.{name}"], "event_unsourced", {"word": name})
    if not scenario.setting.sources:
        yield at(where["id"], "no_sources")
