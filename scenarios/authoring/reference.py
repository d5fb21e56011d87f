"""The reference page, made from the classes that load: `python -m scenarios.authoring.reference > docs/scenario-reference.md`."""

from __future__ import annotations

import sys
import typing
from collections.abc import Iterator

import attrs

from engine.clauses import CLAUSES
from engine.commands import PowerCommand
from engine.conditions import Kind, Scope, compile_condition
from engine.crisis import Demand
from engine.measures import AnyMeasure
from engine.orders import Order
from engine.profile import Deed
from engine.setting import Effect
from scenarios.authoring.explain import sentence
from scenarios.authoring.format import called, default_of, members, note, plainly, shown
from scenarios.described import said_of
from scenarios.reading.report import LEVELS
from scenarios.reading.rules import CODES
from scenarios.reading.shape import attribute_types, form, verbs_of
from scenarios.reading.sheet import ArticlePart, Sheet

INTRODUCTION = """# The scenario file: reference

This page is made from the classes that load a scenario by `python -m scenarios.authoring.reference`; a test fails when it is stale. The
guide is [author-guide.md](author-guide.md). An editor shows the same words: `locarno export-schema --for FILE > scenario.schema.json`.

A **text** is plain words, or a map of languages (`{en: Peace, fr: Paix}`). A **name** is small letters, digits and `_`. A **condition** is
described [below](#conditions). A power, turn, track, stake, treaty, article or event is written by the name that the file gives it.
A *change* carries its sign (`+5`, `-5`). A key without a default must be written.
"""

UNIONS = (
    ("Effects", "What an event or a choice does, one verb a line.", Effect),
    ("Deeds", "What a rule of a scripted power's script does, one verb a line.", Deed),
    ("Paragraphs", "What a draft resolution does, one verb a paragraph.", AnyMeasure),
    ("Orders", "What can be ordered, in a script and in a playthrough.", Order),
    ("Demands", "What an ultimatum asks.", Demand),
    ("Acts", "What a power does in a playthrough (`NAME.test.yaml`), one verb a line.", PowerCommand),
)


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    yield from _record(Sheet, "The file")
    for cls in _parts():
        yield from _record(cls)
    yield "## Kinds of article\n"
    yield "Each article says its `kind`, the keys of that kind, and may have a `wording` of its own, which replaces the words and never the effect.\n"
    for clause in CLAUSES:
        yield from _record(clause, f"`{clause.tag}`", "###")
    for heading, said, union in UNIONS:
        yield f"## {heading}\n\n{said}\n"
        for verb, cls in verbs_of(members(union)).items():
            yield from _record(cls, f"`{verb}`", "###")
    yield from _conditions()
    yield from _rules()


def _record(cls: type, heading: str = "", level: str = "##") -> Iterator[str]:
    yield f"{level} {heading or f'`{called(cls)}`'}\n"
    yield f"{said_of(cls)}\n"
    if not attrs.fields(cls):
        return
    yield "| key | takes | default | |"
    yield "| --- | --- | --- | --- |"
    for a in attrs.fields(cls):
        default = default_of(a)
        written = plainly(default)
        shape = "" if default is attrs.NOTHING else f"`{written}`" if written is not None else "nothing"
        yield f"| `{a.name}` | {shown(attribute_types(cls)[a.name])} | {shape} | {note(cls, a.name)} |"
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
    if attrs.has(tp):
        yield tp
    else:
        for arg in form(tp)[2]:
            if arg is not Ellipsis:
                yield from _records_in(arg)


def _conditions() -> Iterator[str]:
    scope = Scope(
        powers=("POWER",),
        turns=("TURN",),
        tracks=("TRACK",),
        power_tracks=("TRACK",),
        stakes=("STAKE",),
        treaties=("TREATY",),
        events={"EVENT": ()},
    )
    yield "## Conditions\n"
    yield (
        "One expression, or a list of them that must all hold: `and`, `or`, `not`, `in`, `not in`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-`, `*`, "
        "lists in `[ ]`, words in quotation marks. Turns are compared: `turn >= TURN`.\n"
    )
    yield "| write | gives |\n| --- | --- |"
    yield "| `TRACK` | a number |"
    for noun in ("POWER", "TREATY", "STAKE", "EVENT"):
        for word in scope.properties(noun):
            yield f"| `{noun}.{word}` | {_gives(compile_condition(f'{noun}.{word}', scope, None).kind)} |"
    calls = (
        ("count(GROUP)", "how many are in a group"),
        ("all_in([POWER, ...], GROUP)", "whether all of these are in it"),
        ("any_in([POWER, ...], GROUP)", "whether any of these is in it"),
        ("held(POWER)", "how many stakes it holds"),
        ("trust(POWER, POWER)", "how far the first trusts the second"),
        ("ultimatum(POWER, POWER)", 'of the first to the second: `"none"`, `"standing"`, `"accepted"`, `"rejected"`'),
    )
    for call, said in calls:
        yield f"| `{call}` | {said} |"
    yield ""


def _gives(what: Kind) -> str:
    return {"number": "a number", "truth": "true or false", "word": "a word", "group": "a group of powers", "power": "a power"}[what]


def _rules() -> Iterator[str]:
    yield "## What the linter says\n"
    yield "`locarno lint --explain CODE` shows a bad and a good sample of each. Warnings and notes are silenced on their line by `# locarno: ignore CODE`.\n"
    yield "| code | level | |\n| --- | --- | --- |"
    for code, rules in CODES.items():
        for rule in rules:
            yield f"| {code} | {LEVELS['en'][rule.level]} | {sentence(rule, 'en').replace('|', chr(92) + '|')} |"


def main() -> None:
    """Print the page."""
    sys.stdout.write(page())


if __name__ == "__main__":
    main()
