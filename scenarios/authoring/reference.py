"""The reference page, made from the classes that load: `python -m scenarios.authoring.reference [fr] > docs/scenario-reference[.fr].md`."""

from __future__ import annotations

import sys
import typing
from collections.abc import Iterator, Mapping

import attrs

from engine.clauses import CLAUSES
from engine.commands import PowerCommand
from engine.conditions import Kind, Scope, compile_condition
from engine.crisis import Demand
from engine.happenings import Arms
from engine.measures import AnyMeasure
from engine.orders import Order
from engine.plot import Effect
from engine.profile import Deed
from engine.statutes import FREE, STATUTES, Applicant
from engine.voting.bodies import Effect as LegalEffect
from scenarios.authoring.explain import sentence
from scenarios.authoring.format import called, default_of, members, note, plainly, shown
from scenarios.authoring.tongue import told
from scenarios.described import said_of
from scenarios.reading.forms import Form, attribute_types, form, verbs_of
from scenarios.reading.report import LEVELS
from scenarios.reading.rules import CODES
from scenarios.reading.sheet import ArticlePart, Sheet

INTRODUCTION = """# The scenario file: reference

This page is made from the classes that load a scenario by `python -m scenarios.authoring.reference`; a test fails when it is stale. The
guide is [author-guide.md](author-guide.md). An editor shows the same words: `locarno export-schema --for FILE > scenario.schema.json`.

A **text** is plain words, or a map of languages (`{en: Peace, fr: Paix}`). A **name** is small letters, digits and `_`. A **condition** is
described [below](#conditions). A power, turn, track, stake, treaty, article or event is written by the name that the file gives it.
A *change* carries its sign (`+5`, `-5`). A key without a default must be written.
"""

PREFACE = """# Le fichier de scénario : référence

Cette page est faite des classes qui chargent un scénario par `python -m scenarios.authoring.reference fr` ; un test échoue quand elle est périmée. Le
guide est [author-guide.fr.md](author-guide.fr.md). Un éditeur montre les mêmes mots : `locarno export-schema --lang fr --for FICHIER > scenario.schema.json`.

Un **texte** est une suite de mots, ou un bloc par langue (`{en: Peace, fr: Paix}`). Un **nom** est fait de petites lettres, de chiffres et de `_`. Une **condition** est
décrite [plus bas](#conditions). Puissance, tour, jauge, enjeu, traité, article ou événement s'écrivent par le nom que leur donne le fichier.
Une *variation* porte son signe (`+5`, `-5`). Une clé sans valeur par défaut doit être écrite.
"""
INTRODUCTIONS = {"en": INTRODUCTION, "fr": PREFACE}
WORDING = "Each article says its `kind`, the keys of that kind, and may have a `wording` of its own, which replaces the words and never the effect."
EXPRESSIONS = (
    "One expression, or a list of them that must all hold: `and`, `or`, `not`, `in`, `not in`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-`, `*`, "
    "lists in `[ ]`, words in quotation marks. Turns are compared: `turn >= TURN`."
)
CALLS = (
    ("count(GROUP)", "how many are in a group"),
    ("all_in([POWER, ...], GROUP)", "whether all of these are in it"),
    ("any_in([POWER, ...], GROUP)", "whether any of these is in it"),
    ("held(POWER)", "how many stakes it holds"),
    ("full_powers(POWER)", "whether its delegation has full powers to bind it by signature"),
    ("trust(POWER, POWER)", "how far the first trusts the second"),
    ("ultimatum(POWER, POWER)", 'of the first to the second: `"none"`, `"standing"`, `"accepted"`, `"rejected"`'),
)
MEANT: Mapping[str, str] = {
    **{f"POWER.{arms.value}": "how much of that class of arms it has now" for arms in Arms if arms is not Arms.DIVISIONS},
    "TREATY.in_force": "whether it binds anybody, whatever was struck out of it on the way; ask for an article where one matters",
    "TREATY.signed": "without those whose signature *ad referendum* is not confirmed yet",
    "TREATY.signed_ad_referendum": "those whose signature *ad referendum* still waits for its confirmation",
    "TREATY.ARTICLE.in_force": "whether that article stands in the text in force, and applies between two of its parties at least",
    "TREATY.ARTICLE.performed": "whether a power has done what it asks (held the plebiscite, handed over, consulted)",
    "TREATY.ARTICLE.breached": "whether a power has broken it",
    "TREATY.ARTICLE.members": "those who belong to the organ that the article creates (kind `organ`)",
    "TREATY.ARTICLE.seats": "those who sit in it",
    "TREATY.ARTICLE.elected": "those who were admitted to it by its vote, and not by the treaty",
    "TREATY.ARTICLE.seized": "whether any matter was brought before it",
    "STAKE.settled": "whether it was handed over otherwise than by war (by a treaty, an order or an event)",
}
"""What is said of a property beyond its kind."""
SEIZED = (
    "On which article a council may be seized, by its `type` (also by what its name begins with), unless its `competence` says otherwise. "
    "An `article` of a draft resolution or of a matter is one of these."
)
PARTIES_NAMED = "the parties must be named"
COERCIVE = "sanctions and force may rest on it"
APPLICANTS: Mapping[Applicant, str] = {
    Applicant.MEMBER: "any member",
    Applicant.PARTY: "a member that is a party",
    Applicant.OUTSIDER: "a non-member that accepts the duties of one",
}
EFFECTS: Mapping[LegalEffect, str] = {
    LegalEffect.RECOMMENDATION: "it recommends",
    LegalEffect.DECISION: "it binds",
    LegalEffect.DECLARATION: "each member decides for itself",
}
GIVES: Mapping[Kind, str] = {
    Kind.NUMBER: "a number",
    Kind.TRUTH: "true or false",
    Kind.WORD: "a word",
    Kind.GROUP: "a group of powers",
    Kind.POWER: "a power",
}
SAMPLES = "`locarno lint --explain CODE` shows a bad and a good sample of each. Warnings and notes are silenced on their line by `# locarno: ignore CODE`."

UNIONS = (
    ("Effects", "What an event or a choice does, one verb a line.", Effect),
    ("Deeds", "What a rule of a scripted power's script does, one verb a line.", Deed),
    ("Paragraphs", "What a draft resolution does, one verb a paragraph.", AnyMeasure),
    ("Orders", "What can be ordered, in a script and in a playthrough.", Order),
    ("Demands", "What an ultimatum asks.", Demand),
    ("Acts", "What a power does in a playthrough (`NAME.test.yaml`), one verb a line.", PowerCommand),
)


def page(lang: str = "en") -> str:
    """The whole page in a language."""
    return "\n".join(_lines(lang)).rstrip("\n") + "\n"


def _lines(lang: str) -> Iterator[str]:
    yield INTRODUCTIONS[lang]
    yield from _record(Sheet, lang, told("The file", lang))
    for cls in _parts():
        yield from _record(cls, lang)
    yield f"## {told('Kinds of article', lang)}\n"
    yield told(WORDING, lang) + "\n"
    for clause in CLAUSES:
        yield from _record(clause, lang, f"`{clause.tag}`", "###")
    for heading, said, union in UNIONS:
        yield f"## {told(heading, lang)}\n\n{told(said, lang)}\n"
        for verb, cls in verbs_of(members(union)).items():
            yield from _record(cls, lang, f"`{verb}`", "###")
    yield from _conditions(lang)
    yield from _statutes(lang)
    yield from _rules(lang)


def _record(cls: type, lang: str, heading: str = "", level: str = "##") -> Iterator[str]:
    yield f"{level} {heading or f'`{called(cls)}`'}\n"
    yield f"{told(said_of(cls), lang)}\n"
    if not attrs.fields(cls):
        return
    yield told("| key | takes | default | |", lang)
    yield "| --- | --- | --- | --- |"
    for a in attrs.fields(cls):
        default = default_of(a)
        written = plainly(default)
        shape = "" if default is attrs.NOTHING else f"`{written}`" if written is not None else told("nothing", lang)
        said = note(cls, a.name)
        yield f"| `{a.name}` | {shown(attribute_types(cls)[a.name], lang)} | {shape} | {told(said, lang) if said else ''} |"
    yield ""


def _parts() -> list[type]:
    """The blocks that the file holds, in the order in which they are met, and those that articles, verbs and deeds hold."""
    found: list[type] = []
    apart = {cls for _, _, union in UNIONS for cls in members(union)} | set(CLAUSES) | {Sheet}
    queue: list[type] = [Sheet, *CLAUSES, *(cls for _, _, union in UNIONS for cls in members(union))]
    seen = set(queue)
    while queue:
        cls = queue.pop(0)
        for tp in attribute_types(cls).values():
            for one in _records_in(tp):
                if one not in seen:
                    seen.add(one)
                    queue.append(one)
                    if one not in apart and one is not ArticlePart:
                        found.append(one)
    return found


def _records_in(tp: typing.Any) -> Iterator[type]:
    if form(tp)[0] in (Form.RECORD, Form.ARTICLE):
        yield tp
    else:
        for arg in form(tp)[2]:
            if arg is not Ellipsis:
                yield from _records_in(arg)


def _conditions(lang: str) -> Iterator[str]:
    scope = Scope(
        powers=("POWER",),
        turns=("TURN",),
        tracks=("TRACK",),
        power_tracks=("TRACK",),
        stakes=("STAKE",),
        treaties=("TREATY",),
        articles={"TREATY": ("ARTICLE",)},
        creating={"TREATY": ("ARTICLE",)},
        events={"EVENT": ()},
    )
    yield "## Conditions\n"
    yield told(EXPRESSIONS, lang) + "\n"
    yield told("| write | gives |", lang) + "\n| --- | --- |"
    yield f"| `TRACK` | {told('a number', lang)} |"
    for noun in ("POWER", "TREATY", "STAKE", "EVENT"):
        for word in scope.properties(noun):
            yield _property(f"{noun}.{word}", scope, lang)
        if noun == "TREATY":
            yield from (_property(f"{noun}.ARTICLE.{word}", scope, lang) for word in scope.article_properties(noun, "ARTICLE"))
    for call, said in CALLS:
        yield f"| `{call}` | {told(said, lang)} |"
    yield ""


def _property(written: str, scope: Scope, lang: str) -> str:
    gives = told(GIVES[compile_condition(written, scope, None).kind], lang)
    colon = " : " if lang == "fr" else ": "
    return f"| `{written}` | {gives}{colon + told(MEANT[written], lang) if written in MEANT else ''} |"


def _statutes(lang: str) -> Iterator[str]:
    yield f"## {told('Articles of the statutes', lang)}\n"
    yield told(SEIZED, lang) + "\n"
    yield told("| type | article | seized by | effect | |", lang) + "\n| --- | --- | --- | --- | --- |"
    for body, statute in (*STATUTES.items(), ("committee", FREE)):
        for article in statute.articles:
            by = ", ".join(told(APPLICANTS[one], lang) for one in Applicant if one in article.by)
            more = [told(said, lang) for said, so in ((PARTIES_NAMED, article.of_parties), (COERCIVE, article.coercive)) if so]
            yield f"| `{body}` | `{article.id}` | {by} | {told(EFFECTS[article.effect], lang)} | {'; '.join(more)} |"
    yield ""


def _rules(lang: str) -> Iterator[str]:
    yield f"## {told('What the linter says', lang)}\n"
    yield told(SAMPLES, lang) + "\n"
    yield told("| code | level | |", lang) + "\n| --- | --- | --- |"
    for code, rules in CODES.items():
        for rule in rules:
            yield f"| {code} | {LEVELS[lang][rule.level]} | {sentence(rule, lang).replace('|', chr(92) + '|')} |"


def main() -> None:
    """Print the page in the language named, or in English."""
    sys.stdout.write(page(*sys.argv[1:2]))


if __name__ == "__main__":
    main()
