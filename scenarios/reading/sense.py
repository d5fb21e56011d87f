"""What can be read and makes no sense: the calendar, the events, the tracks, and every article tried as the rules will try it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import yaml
from attrs import evolve as with_

from engine.clauses import CLAUSES
from engine.clauses.base import Fault
from engine.drafts import fault_of_draft
from engine.happenings import Arms
from engine.measures import MEASURES
from engine.names import BodyId, Lang, TrackId
from engine.occasions import OTHER, OWN, ROLES
from engine.opening import opening_state
from engine.orders import COVERT
from engine.plot import Agenda, Scenario
from engine.provisions import faults_of_age, faults_of_provisions
from engine.setting import Each, Span, Track
from engine.state import changed
from engine.statutes import KNOWN_ARTICLES, articles_of
from engine.texts.refusals import fault_sentence
from engine.voting.bodies import BODIES
from scenarios.reading.diagnostics import Diagnostic, at, choose
from scenarios.reading.names import unknown
from scenarios.reading.sheet import Sheet

FORMAT = 1
"""The format that this version reads."""

TYPES = (*BODIES, "committee")
"""What an organ may be: a body of history, or a committee without a statute, which decides by agreement of all."""

LATER = ("nothing_determined", "no_member", "member_already", "seated_already", "unknown_organ", "treaty_not_public")
"""Faults of a draft resolution that the game may mend before it is tabled."""

NAMED = ("unknown_power", "unknown_turn", "power_twice", "too_few_parties")
"""Faults of final provisions that other rules report, at the very name."""

Where = Mapping[str, yaml.Node]
"""The key's node at each path."""


def check_sense(sheet: Sheet, scenario: Scenario, where: Where) -> list[Diagnostic]:
    """Everything in a sheet that the rules could not play, or that probably was not meant."""
    problems = []
    if sheet.format != FORMAT:
        problems.append(at(where["format"], "format", {"word": str(sheet.format)}))
    turns = list(sheet.turns.items())
    for (_, before), (name, turn) in pairwise(turns):
        if turn.date <= before.date:
            problems.append(at(where[f"turns.{name}"], "date_order", {"word": name}))
    for path, things, least in (
        ("powers", sheet.powers, 2),
        ("turns", sheet.turns, 1),
        ("languages", sheet.languages, 1),
        ("endings", sheet.endings, 1),
    ):
        if len(things) < least:
            problems.append(at(where[path], "too_few", {"path": path, "wanted": str(least)}))
    for power, part in sheet.powers.items():
        host = sheet.powers.get(part.within) if part.within is not None else None
        if host is not None and host.within is not None:
            problems.append(at(where[f"powers.{power}.within"], "no_host", {"word": power}))
        if part.playable and not part.objectives:
            problems.append(at(where[f"powers.{power}"], "no_objective", {"word": power}))
        if power not in sheet.ai:
            rule = "no_profile" if part.playable else "no_mind"
            problems.append(at(where[f"powers.{power}"], rule, {"word": power}))
    ways = [("borders", pair) for pair in sheet.borders]
    ways += [(f"routes[{n}].between", route.between) for n, route in enumerate(sheet.routes)]
    problems += [at(where[path], "border_self") for path, (one, other) in ways if one == other]
    for n, route in enumerate(sheet.routes):
        if route.commanded_by is not None and route.by is Span.LAND:
            problems.append(at(where[f"routes[{n}].commanded_by"], "no_sea_to_command"))
    problems += _check_arms(sheet, where)
    problems += _check_events(sheet, where)
    problems += _check_tracks(sheet, where)
    problems += _check_articles(sheet, scenario, where)
    problems += _check_provisions(scenario, where)
    return problems + _check_councils(sheet, scenario, where)


def _check_arms(sheet: Sheet, where: Where) -> list[Diagnostic]:
    """Arms below nothing, divisions among them, and a class of which an order would build nothing."""
    told = [(f"powers.{power}.arms", arms, number, 0) for power, part in sheet.powers.items() for arms, number in part.arms.items()]
    told += [("building", arms, number, 1) for arms, number in sheet.building.items()]
    return [
        at(where[path], "no_arms", {"word": arms.value, "number": str(number), "least": str(least)})
        for path, arms, number, least in told
        if number < least or arms is Arms.DIVISIONS
    ]


def _check_events(sheet: Sheet, where: Where) -> list[Diagnostic]:
    problems = []
    for name, event in sheet.events.items():
        node = where[f"events.{name}"]
        if event.choices and event.asks is None:
            problems.append(at(node, "asks_nobody", {"word": name}, help="add_asks"))
        if event.asks is not None and not event.choices:
            problems.append(at(node, "no_choices", {"word": name, "power": event.asks}))
        if event.asks is not None and event.known_to is not None and event.asks not in event.known_to:
            problems.append(at(node, "asked_in_the_dark", {"word": name, "power": event.asks}))
        if event.turn is None and event.when is None:
            problems.append(at(node, "never", {"word": name}))
        if not (event.text or event.effects or event.choices):
            problems.append(at(node, "does_nothing", {"word": name}))
        if not 1 <= event.chance <= 100:
            problems.append(at(where[f"events.{name}.chance"], "chance", {"word": str(event.chance)}))
        if event.default is not None and event.default not in event.choices:
            params, help = choose(event.default, event.choices, {"word": event.default, "path": f"events.{name}.default"})
            problems.append(at(where[f"events.{name}.default"], "not_a_value", params, help=help))
    return problems


CHANGED = re.compile(r"\.change\.((?!tracks$).+)$")
"""In the path of an effect, the track that it moves."""


def _check_tracks(sheet: Sheet, where: Where) -> list[Diagnostic]:
    problems = []
    names = {each: [name for name, track in sheet.tracks.items() if track.each is each] for each in Each}
    pairs, kept = names[Each.PAIR], names[Each.POWER]
    targets = [*names[Each.WORLD], *(f"{p}.{t}" for p in sheet.powers for t in kept)]
    targets += [f"{p}.{t}.{q}" for p in sheet.powers for t in pairs for q in sheet.powers if p != q]
    for path, node in where.items():
        match = CHANGED.search(path) if path.startswith("events.") else None
        if match and match.group(1).removeprefix("tracks.") not in targets:
            problems.append(unknown(node, "track", match.group(1).removeprefix("tracks."), targets))
    own = [*kept, *(f"{t}.{q}" for t in pairs for q in sheet.powers)]
    for power, part in sheet.powers.items():
        for name, value in part.start.items():
            node = where[f"powers.{power}.start.{name}"]
            if name not in own:
                problems.append(unknown(node, "track", name, own))
            else:
                problems += _outside(node, name, value, sheet.tracks[TrackId(name.split(".")[0])])
    for name, track in sheet.tracks.items():
        problems += _outside(where[f"tracks.{name}"], name, track.start, track)
    roles = [*names[Each.WORLD], *(f"{role}.{t}" for role in ROLES for t in kept)]
    roles += [f"{role}.{t}.{toward}" for role in ROLES for t in pairs for toward in (OWN, OTHER) if role != toward]
    for occasion, moves in sheet.moves.items():
        problems += [unknown(where[f"moves.{occasion}.{name}"], "track", name, roles) for name in moves if name not in roles]
    for order, costs in sheet.orders.items():
        problems += [unknown(where[f"orders.{order}.{name}"], "track", name, kept) for name in costs if name not in kept]
    for order in COVERT:
        public = [name for name in sheet.orders.get(order, {}) if name in kept and not sheet.tracks[name].secret]
        problems += [at(where[f"orders.{order}.{name}"], "open_cost", {"word": order, "track": name}) for name in public]
    for profile, mind in sheet.ai.items():
        tags = sorted({cls.tag for cls in (*CLAUSES, *MEASURES)})
        problems += [unknown(where[f"ai.{profile}.kinds.{name}"], "kind", name, tags) for name in mind.kinds if name not in tags]
    return problems


def _outside(node: yaml.Node, name: str, value: int, track: Track) -> list[Diagnostic]:
    if track.min <= value <= track.max:
        return []
    return [at(node, "start_outside", {"word": name, "start": str(value), "low": str(track.min), "high": str(track.max)})]


def _check_articles(sheet: Sheet, scenario: Scenario, where: Where) -> list[Diagnostic]:
    """Try every article as the rules will."""
    problems = []
    state = opening_state(scenario.setting)
    for section, parts in (("treaties", sheet.treaties), ("drafts", sheet.drafts)):
        for ident, part in parts.items():
            if not part.articles:
                problems.append(at(where[f"{section}.{ident}"], "no_articles", {"word": ident}))
            for name, article in part.articles.items():
                for fault in article.clause.faults(part.signatories, state)[:1]:
                    problems.append(_faulty(where[f"{section}.{ident}.articles.{name}"], name, fault, scenario))
    return problems


def _check_provisions(scenario: Scenario, where: Where) -> list[Diagnostic]:
    """Try the final provisions of every treaty as the rules will, from the point of view of those who know all of them."""
    problems = []
    plot = scenario.plot
    drafts = {ident: with_(draft.treaty, known_to=None) for ident, draft in plot.drafts.items()}
    everything = changed(opening_state(scenario.setting), treaties={**plot.treaties, **drafts})
    for section, treaties in (("treaties", plot.treaties), ("drafts", drafts)):
        for ident, treaty in treaties.items():
            author = next(iter(treaty.provisions.signatories), None)
            if author is not None:
                faults = (
                    *faults_of_age(everything, treaty),
                    *faults_of_provisions(everything, author, ident, treaty.provisions, treaty.text.articles),
                )
                fault = next((f for f in faults if f.code not in NAMED), None)
                problems += [_faulty(where[f"{section}.{ident}"], ident, fault, scenario)] if fault is not None else []
    return problems


def _check_councils(sheet: Sheet, scenario: Scenario, where: Where) -> list[Diagnostic]:
    """Types, articles and readings that nothing knows, and every draft resolution tried as the rules will."""
    problems = []
    for ident, organ in sheet.councils.items():
        path = f"councils.{ident}"
        if organ.type not in TYPES:
            problems.append(unknown(where[f"{path}.type"], "body", organ.type, TYPES))
            continue
        for name in organ.competence:
            if name not in KNOWN_ARTICLES:
                problems.append(unknown(where[f"{path}.competence"], "statute", name, KNOWN_ARTICLES))
        readings = tuple(BODIES[BodyId(organ.type)].readings) if organ.type in BODIES else ()
        if organ.reading and organ.reading not in readings:
            problems.append(unknown(where[f"{path}.reading"], "reading", organ.reading, readings))
    if problems:
        return problems
    state = opening_state(scenario.setting)
    for title in sheet.resolutions:
        draft = scenario.plot.resolutions[title].resolution
        allowed = [article.id for article in articles_of(state.organs[draft.organ])]
        if draft.article not in allowed:
            problems.append(unknown(where[f"resolutions.{title}.article"], "statute", draft.article, allowed))
            continue
        fault = fault_of_draft(state, state.organs[draft.organ], draft.article, draft.paragraphs)
        if fault is not None and fault.code not in LATER:
            problems.append(_faulty(where[f"resolutions.{title}"], title, fault, scenario))
    for event, scripted in scenario.plot.events.items():
        lists = {f"events.{event}": scripted.effects, **{f"events.{event}.choices.{c}": one.effects for c, one in scripted.choices.items()}}
        for path, effects in lists.items():
            for n, effect in enumerate(effects):
                if isinstance(effect, Agenda):
                    allowed = [article.id for article in articles_of(state.organs[effect.council])]
                    if effect.article not in allowed:
                        problems.append(unknown(where[f"{path}.effects[{n}].agenda.article"], "statute", effect.article, allowed))
    return problems


def _faulty(node: yaml.Node, name: str, fault: Fault, scenario: Scenario) -> Diagnostic:
    said = {"article": name}
    for lang in ("en", "fr"):
        said[f"fault_{lang}"] = fault_sentence(fault.code, fault.word, Lang(lang), scenario.setting)
    return at(node, "faulty", said)
