"""The one way from a file's text to a scenario: the linter, the loader and the server's check are this function."""

from __future__ import annotations

import hashlib
import keyword
import re
from collections.abc import Iterable
from itertools import pairwise

import yaml
from attrs import frozen

from engine.clauses import CLAUSES
from engine.conditions import PROPERTIES, RESERVED, ConditionFault, Scope, compile_condition
from engine.evolve import opening_state
from engine.names import Audience, EventId, Lang, Power, TreatyId
from engine.setting import Briefing, Draft, Plot, PowerSheet, Scenario, Setting
from engine.texts.refusals import fault_sentence
from engine.treaty import Article, Provisions, Signature, Stage, Treaty, Version
from scenarios.reading.diagnostics import Diagnostic, at, choose
from scenarios.reading.nodes import read_nodes
from scenarios.reading.sentences import FAULTS, KINDS, WORDS
from scenarios.reading.shape import MISSING, Shaper
from scenarios.reading.sheet import DraftPart, Sheet, TreatyPart

FORMAT = 1
LOOKALIKES = {"on", "off", "yes", "no", "y", "n", "true", "false", "null"}
SECTIONS = {
    "tracks": "track",
    "turns": "turn",
    "powers": "power",
    "stakes": "stake",
    "treaties": "treaty",
    "drafts": "treaty",
    "events": "event",
}


@frozen
class Reading:
    """What came of a file: the scenario unless there is an error, and everything that was found."""

    scenario: Scenario | None
    problems: tuple[Diagnostic, ...]


def read_text(text: str) -> Reading:
    """Read a scenario file's text; never raises for anything that a file may hold."""
    problems: list[Diagnostic] = []
    root = read_nodes(text, problems)
    if root is None:
        return Reading(None, _in_order(problems))
    languages = _languages(root)
    shaper = Shaper(languages)
    sheet = shaper.build(root, Sheet, "")
    problems += shaper.found.problems
    names = _declared(root)
    problems += _check_names(names, shaper)
    problems += _check_references(names, shaper)
    problems += _check_texts(languages, shaper, text)
    if sheet is MISSING or _has_errors(problems):
        problems += _check_conditions(_rough_scope(root, names), shaper)
        return Reading(None, _in_order(problems))
    scenario = build(sheet, text)
    problems += _check_conditions(_scope(scenario), shaper)
    problems += _check_sense(sheet, scenario, shaper)
    return Reading(None if _has_errors(problems) else scenario, _in_order(problems))


def _has_errors(problems: Iterable[Diagnostic]) -> bool:
    return any(problem.level == "error" for problem in problems)


def _in_order(problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One problem for one place, the earliest stage's; by line."""
    first: dict[tuple[int, int], Diagnostic] = {}
    for problem in problems:
        first.setdefault((problem.line, problem.col), problem)
    return tuple(sorted(first.values(), key=lambda p: (p.line, p.col)))


def _block(root: yaml.Node, name: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == name and isinstance(value, yaml.MappingNode):
                return {str(k.value): (k, v) for k, v in value.value if isinstance(k, yaml.ScalarNode)}
    return {}


def _languages(root: yaml.Node) -> tuple[str, ...]:
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == "languages" and isinstance(value, yaml.SequenceNode):
                return tuple(str(n.value) for n in value.value if isinstance(n, yaml.ScalarNode))
    return ()


# -- names


def _declared(root: yaml.Node) -> dict[str, dict[str, yaml.Node]]:
    """Names by kind, read from the nodes, so that one broken block does not make its name unknown everywhere."""
    names: dict[str, dict[str, yaml.Node]] = {kind: {} for kind in SECTIONS.values()}
    names["article"] = {}
    for section, kind in SECTIONS.items():
        for name, (key, value) in _block(root, section).items():
            names[kind].setdefault(name, key)
            if kind == "treaty":
                names["article"] |= {n: k for n, (k, _) in _block(value, "articles").items()}
    return names


def _check_names(names: dict[str, dict[str, yaml.Node]], shaper: Shaper) -> list[Diagnostic]:
    problems = []
    taken: dict[str, str] = {}
    for kind, declared in names.items():
        for name, node in declared.items():
            # A track kept for each pair is read by a function of its own name: trust(france, poland).
            reserved = RESERVED - {"trust"} if kind == "track" else RESERVED
            if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", name) or name in LOOKALIKES | reserved or keyword.iskeyword(name):
                problems.append(at(node, "bad_name", {"word": name}, help="name_form"))
            elif name in taken:
                _, a_kind, _, of_kind, _ = KINDS[taken[name]]
                problems.append(at(node, "name_taken", {"word": name, "kind": a_kind, "of_kind": of_kind}, help="bare"))
            elif kind == "track" and name in PROPERTIES:
                problems.append(at(node, "bad_name", {"word": name}, help="name_form"))
            taken.setdefault(name, kind)
    return problems


def _check_references(names: dict[str, dict[str, yaml.Node]], shaper: Shaper) -> list[Diagnostic]:
    problems = []
    for ref in shaper.found.references:
        if ref.word not in names[ref.kind]:
            name, _, no_kind, _, _ = KINDS[ref.kind]
            params, help = choose(ref.word, names[ref.kind], {"word": ref.word, "kind": name, "no_kind": no_kind.capitalize()})
            problems.append(at(ref.node, "unknown", params, help=help))
    return problems


# -- conditions


def _scope(scenario: Scenario) -> Scope:
    plot = scenario.plot
    events = {ident: tuple(event.choices) for ident, event in plot.events.items()}
    return Scope.of(scenario.setting, (*plot.treaties, *plot.drafts), events)


def _rough_scope(root: yaml.Node, names: dict[str, dict[str, yaml.Node]]) -> Scope:
    """The names of a file that could not be shaped."""
    each = {name: _block(value, "each") or _word(value, "each") for name, (_, value) in _block(root, "tracks").items()}
    return Scope(
        powers=tuple(names["power"]),
        turns=tuple(names["turn"]),
        tracks=tuple(name for name, kept in each.items() if kept not in ("power", "pair")),
        power_tracks=tuple(name for name, kept in each.items() if kept == "power"),
        stakes=tuple(names["stake"]),
        treaties=tuple(names["treaty"]),
        events={name: tuple(_block(value, "choices")) for name, (_, value) in _block(root, "events").items()},
    )


def _word(node: yaml.Node, name: str) -> str:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return ""


def _check_conditions(scope: Scope, shaper: Shaper) -> list[Diagnostic]:
    problems = []
    for source, node, _ in shaper.found.conditions:
        try:
            compile_condition(source, scope)
        except ConditionFault as fault:
            words = FAULTS[fault.code]
            params = {name: _term(value, "en") for name, value in fault.params.items()}
            french = {name: _term(value, "fr") for name, value in fault.params.items()}
            said = {"fault_en": words["en"].format_map(params), "fault_fr": words["fr"].format_map(french)}
            help = fault.help
            if fault.legal:
                said, help = choose(fault.params.get("property", fault.params.get("name", fault.params.get("word", ""))), fault.legal, said)
            one_line = isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line
            quoted = 1 if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else 0
            offset = fault.col + quoted if one_line else 0
            problems.append(at(node, "condition", said, help=help, offset=offset, width=fault.width if one_line else 1))
    return problems


def _term(value: str, lang: str) -> str:
    return WORDS[f"#{value}"][lang] if f"#{value}" in WORDS else str(value)


# -- texts


def _check_texts(languages: tuple[str, ...], shaper: Shaper, source: str) -> list[Diagnostic]:
    problems = []
    rows = source.splitlines()
    for node, _ in shaper.found.texts:
        if isinstance(node, yaml.MappingNode):
            present = [str(k.value) for k, _ in node.value]
            problems += [at(node, "text_missing", {"lang": lang}, width=1) for lang in languages if lang not in present]
            for key, value in node.value:
                if str(key.value) not in languages:
                    problems.append(at(key, "text_extra", {"lang": str(key.value), "langs": ", ".join(languages)}))
                problems += _cut(value, rows)
        elif isinstance(node, yaml.ScalarNode):
            if len(languages) > 1:
                problems.append(at(node, "text_single", {"lang": languages[0]}, width=1))
            problems += _cut(node, rows)
    return problems


def _cut(node: yaml.Node, rows: list[str]) -> list[Diagnostic]:
    """A plain text ends at ' #': the rest of the line is silently a comment."""
    if not isinstance(node, yaml.ScalarNode) or node.style or node.end_mark.line >= len(rows):
        return []
    rest = rows[node.end_mark.line][node.end_mark.column :].lstrip()
    if rest.startswith("#") and rest[1:2].strip():
        return [at(node, "text_cut", {"word": rest[:12]}, help="hash")]
    return []


# -- sense


def _check_sense(sheet: Sheet, scenario: Scenario, shaper: Shaper) -> list[Diagnostic]:
    where = shaper.found.where
    problems = []
    if sheet.format != FORMAT:
        problems.append(at(where["format"], "format", {"word": str(sheet.format)}))
    turns = list(sheet.turns.items())
    for (_, before), (name, turn) in pairwise(turns):
        if turn.date <= before.date:
            problems.append(at(where[f"turns.{name}"], "date_order", {"word": name}))
    for path, things, least in (("powers", sheet.powers, 2), ("turns", sheet.turns, 1), ("languages", sheet.languages, 1)):
        if len(things) < least:
            problems.append(at(where[path], "too_few", {"path": path, "wanted": str(least)}))
    if not sheet.endings:
        problems.append(at(where["endings"], "no_ending"))
    for power, part in sheet.powers.items():
        if part.playable and not part.objectives:
            problems.append(at(where[f"powers.{power}"], "no_objective", {"word": power}))
        if power not in sheet.ai:
            rule = "no_profile" if part.playable else "no_mind"
            problems.append(at(where[f"powers.{power}"], rule, {"word": power}))
    for pair in sheet.borders:
        if pair[0] == pair[1]:
            problems.append(at(where["borders"], "border_self"))
    problems += _check_events(sheet, where)
    problems += _check_tracks(sheet, where)
    problems += _check_articles(sheet, scenario, where)
    return problems


def _check_events(sheet: Sheet, where: dict[str, yaml.Node]) -> list[Diagnostic]:
    problems = []
    for name, event in sheet.events.items():
        node = where[f"events.{name}"]
        if event.choices and event.asks is None:
            problems.append(at(node, "asks_nobody", {"word": name}, help="add_asks"))
        if event.asks is not None and not event.choices:
            problems.append(at(node, "no_choices", {"word": name, "power": event.asks}))
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


def _check_tracks(sheet: Sheet, where: dict[str, yaml.Node]) -> list[Diagnostic]:
    problems = []
    world = {name for name, track in sheet.tracks.items() if track.each.value == "world"}
    kept = {name for name, track in sheet.tracks.items() if track.each.value == "power"}
    pairs = {name for name, track in sheet.tracks.items() if track.each.value == "pair"}
    targets = world | {f"{p}.{t}" for p in sheet.powers for t in kept}
    targets |= {f"{p}.{t}.{q}" for p in sheet.powers for t in pairs for q in sheet.powers if p != q}
    for path, node in where.items():
        match = re.search(r"\.change\.((?!tracks$).+)$", path)
        if match and path.startswith("events.") and match.group(1).removeprefix("tracks.") not in targets:
            word = match.group(1).removeprefix("tracks.")
            name, _, no_kind, _, _ = KINDS["track"]
            params, help = choose(word, sorted(targets), {"word": word, "kind": name, "no_kind": no_kind.capitalize()})
            problems.append(at(node, "unknown", params, help=help))
    own = kept | {f"{t}.{q}" for t in pairs for q in sheet.powers}
    for power, part in sheet.powers.items():
        for name in part.start:
            if name not in own:
                kind, _, no_kind, _, _ = KINDS["track"]
                params, help = choose(name, sorted(own), {"word": name, "kind": kind, "no_kind": no_kind.capitalize()})
                problems.append(at(where[f"powers.{power}.start.{name}"], "unknown", params, help=help))
    for kind_of_order, costs in sheet.orders.items():
        for name in costs:
            if name not in kept:
                kind, _, no_kind, _, _ = KINDS["track"]
                params, help = choose(name, sorted(kept), {"word": name, "kind": kind, "no_kind": no_kind.capitalize()})
                problems.append(at(where[f"orders.{kind_of_order}.{name}"], "unknown", params, help=help))
    for profile, mind in sheet.ai.items():
        for name in mind.kinds:
            if name not in {cls.tag for cls in CLAUSES}:
                kind, _, no_kind, _, _ = KINDS["kind"]
                params, help = choose(name, [c.tag for c in CLAUSES], {"word": name, "kind": kind, "no_kind": no_kind.capitalize()})
                problems.append(at(where[f"ai.{profile}.kinds.{name}"], "unknown", params, help=help))
    return problems


def _check_articles(sheet: Sheet, scenario: Scenario, where: dict[str, yaml.Node]) -> list[Diagnostic]:
    """Try every article as the rules will."""
    problems = []
    state = opening_state(scenario.setting)
    for section, parts in (("treaties", sheet.treaties), ("drafts", sheet.drafts)):
        for ident, part in parts.items():
            if not part.articles:
                problems.append(at(where[f"{section}.{ident}"], "no_articles", {"word": ident}))
            for name, article in part.articles.items():
                for fault in article.clause.faults(part.signatories, state)[:1]:
                    english = fault_sentence(fault.code, fault.word, Lang("en"), scenario.setting)
                    french = fault_sentence(fault.code, fault.word, Lang("fr"), scenario.setting)
                    said = {"article": name, "fault_en": english, "fault_fr": french}
                    problems.append(at(where[f"{section}.{ident}.articles.{name}"], "faulty", said))
    return problems


# -- building


def build(sheet: Sheet, text: str) -> Scenario:
    """The scenario that a faultless sheet describes."""
    powers = {
        power: PowerSheet(
            name=part.name,
            short=part.short,
            delegation=part.delegation,
            playable=part.playable,
            divisions=part.divisions,
            figures=part.figures,
            readiness=part.readiness,
            start=part.start,
            place=part.place,
        )
        for power, part in sheet.powers.items()
    }
    setting = Setting(
        id=sheet.id,
        title=sheet.title,
        summary=sheet.summary,
        languages=sheet.languages,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        powers=powers,
        turns=sheet.turns,
        stakes=sheet.stakes,
        tracks=sheet.tracks,
        borders=frozenset((min(pair), max(pair)) for pair in sheet.borders),
        orders_per_turn=sheet.orders_per_turn,
        orders=sheet.orders,
        glossary=sheet.glossary,
        sources=sheet.sources,
        content_note=sheet.content_note,
    )
    plot = Plot(
        seed=0,
        briefings={power: Briefing(text=part.briefing, objectives=part.objectives) for power, part in sheet.powers.items()},
        events={EventId(name): event for name, event in sheet.events.items()},
        drafts={
            ident: Draft(treaty=_draft(ident, part), held_by=frozenset(part.held_by), from_turn=part.from_turn)
            for ident, part in sheet.drafts.items()
        },
        treaties={ident: _standing(ident, part) for ident, part in sheet.treaties.items()},
        endings=sheet.endings,
        profiles=sheet.ai,
    )
    return Scenario(setting=setting, plot=plot, text=text)


def _articles(part: TreatyPart) -> tuple[Article, ...]:
    return tuple(Article(id=name, clause=article.clause, wording=article.wording) for name, article in part.articles.items())


def _provisions(part: TreatyPart) -> Provisions:
    return Provisions(
        signatories=part.signatories,
        ratification=part.ratification,
        reservations=part.reservations,
        secret=part.secret,
        concluded_at=part.concluded_at,
        only_while=part.only_while,
    )


def _draft(ident: TreatyId, part: DraftPart) -> Treaty:
    return Treaty(
        id=ident,
        title=part.title,
        provisions=_provisions(part),
        versions=(Version(number=1, by=None, base=None, articles=_articles(part)),),
        known_to=frozenset(part.held_by),
        note=part.note,
    )


def _standing(ident: TreatyId, part: TreatyPart) -> Treaty:
    signatories = frozenset(part.signatories)
    known_to: Audience = signatories if part.secret else None
    signatures: dict[Power, Signature] = {power: Signature(turn=-1) for power in part.signatories}
    return Treaty(
        id=ident,
        title=part.title,
        provisions=_provisions(part),
        versions=(Version(number=1, by=None, base=None, articles=_articles(part)),),
        negotiators=part.signatories,
        known_to=known_to,
        stage=Stage.IN_FORCE,
        adopted=1,
        signatures=signatures,
        ratified=signatories if part.ratification else frozenset(),
        parties=signatories,
        note=part.note,
    )
