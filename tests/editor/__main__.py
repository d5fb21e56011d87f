"""`make editor`: whether the schema completes, explains and finds nothing wrong in the real yaml-language-server."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import scenarios
from scenarios.authoring.beginning import begin, model
from scenarios.authoring.schema import names_in, schema
from tests.editor.server import Editor, installed

MARK = "|>"
"""Where the cursor stands in a probe."""

PROBES = [
    # A part of the model, what is typed in its place, and words that must be offered there.
    ("effects, their verbs", "          - change: {tension: +5}", f"          - {MARK}", {"change", "say", "replace", "set_readiness"}),
    ("a script's deeds", "then: [{tables: river_pact}]", f"then:\n          - {MARK}", {"tables", "signs", "chooses", "demands", "says"}),
    ("the file's turns", "    turn: summer\n", f"    turn: {MARK}\n", {"spring", "summer", "autumn"}),
    ("the file's powers", "    asks: northland", f"    asks: {MARK}", {"northland", "southland"}),
    (
        "the file's tracks",
        "          - change: {tension: +5}",
        f"          - change:\n              {MARK}",
        {"tension", "southland.trust.northland"},
    ),
    ("the file's articles", "    values: {peace: +10, talks: +5}", f"    values:\n      {MARK}", {"peace", "talks"}),
    (
        "kinds of article",
        "      talks: {kind: consultation, on: threat}",
        f"      talks:\n        kind: {MARK}",
        {"consultation", "guarantee", "cession"},
    ),
    (
        "an article's own keys",
        "      talks: {kind: consultation, on: threat}",
        f"      talks:\n        kind: consultation\n        {MARK}",
        {"on"},
    ),
    ("kinds of paragraph", "    values: {peace: +10, talks: +5}", f"    kinds:\n      {MARK}", {"condemnation", "non_aggression"}),
    ("a style", "    style: client", f"    style: {MARK}", {"spoiler", "balancer", "mediator"}),
    ("a power's keys", "    divisions: 8\n", f"    {MARK}\n", {"divisions", "readiness", "playable"}),
    ("a track that a verb needs", "{tables: river_pact}", f"{{tables: {MARK}}}", {"river_pact"}),
]
HOVERS = [
    ("    divisions: 8", "divisions", "Strength at general readiness"),
    ("style: mediator", "style", "temperament"),
    ("          - change: {tension: +5}", "change", "Move tracks by signed amounts"),
    ("held_by: [northland]", "held_by", "files"),
]
MISTAKES = [
    ("divisions: 8", "division: 8"),
    ("turn: summer", "turn: sumer"),
    ("- change: {tension: +5}", "- chnge: {tension: +5}"),
    ("kind: consultation, on: threat", "kind: consultation, stages: []"),
    ("kind: non_aggression", "kind: non_agression"),
]


def verdicts(script: Path, folder: Path) -> Iterator[tuple[str, bool, str]]:
    """Each expectation, whether it is met, and what was seen."""
    (folder / "scenario.schema.json").write_text(json.dumps(schema()), encoding="utf-8")
    head = "# yaml-language-server: $schema=./{}\n"
    editor = Editor(script)
    try:
        for name in scenarios.names():
            text = scenarios.source(name)
            for label, made in (("", schema()), (" with its names", schema(names_in(text)))):
                stem = f"{name}{'-names' if label else ''}"
                (folder / f"{stem}.schema.json").write_text(json.dumps(made), encoding="utf-8")
                file = folder / f"{stem}.yaml"
                file.write_text(head.format(f"{stem}.schema.json") + text, encoding="utf-8")
                found = [d["message"] for d in editor.diagnostics[editor.open(file)]]
                yield f"nothing against {name}{label}", not found, "; ".join(found[:3])
        base = begin("probe", ("en", "fr"), "en").split("\n", 2)[2]
        (folder / "probe.schema.json").write_text(json.dumps(schema(names_in(model()))), encoding="utf-8")
        yield from _probes(editor, folder, head.format("probe.schema.json") + base)
    finally:
        editor.close()


def _probes(editor: Editor, folder: Path, base: str) -> Iterator[tuple[str, bool, str]]:
    for number, (label, old, new, wanted) in enumerate(PROBES):
        assert old in base, label
        text = base.replace(old, new, 1)
        before = text[: text.index(MARK)]
        file = folder / f"probe{number}.yaml"
        file.write_text(text.replace(MARK, "", 1), encoding="utf-8")
        offered = editor.complete(editor.open(file), before.count("\n"), len(before) - before.rfind("\n") - 1)
        yield f"completes {label}", wanted <= set(offered), ", ".join(offered[:12])
    file = folder / "hover.yaml"
    file.write_text(base, encoding="utf-8")
    uri = editor.open(file)
    found = [d["message"] for d in editor.diagnostics[uri]]
    yield "nothing against a new scenario", not found, "; ".join(found[:3])
    for part, word, wanted_words in HOVERS:
        if word:
            before = base[: base.index(part) + part.index(word) + 1]
            said = editor.hover(uri, before.count("\n"), len(before) - before.rfind("\n") - 1)
            yield f"explains {word}", wanted_words in said, said[:90].replace("\n", " ")
    (folder / "french.schema.json").write_text(json.dumps(schema(lang="fr")), encoding="utf-8")
    french = folder / "french.yaml"
    french.write_text("# yaml-language-server: $schema=./french.schema.json\n" + base.split("\n", 1)[1], encoding="utf-8")
    line = base[: base.index("    divisions: 8")].count("\n")
    said = editor.hover(editor.open(french), line, 6)
    yield "explains divisions in French", "Sa force en état de mobilisation" in said, said[:90].replace("\n", " ")
    for number, (old, new) in enumerate(MISTAKES):
        file = folder / f"mistake{number}.yaml"
        file.write_text(base.replace(old, new, 1), encoding="utf-8")
        found = [d["message"] for d in editor.diagnostics[editor.open(file)]]
        yield f"objects to {new}", bool(found), "; ".join(found[:2])


def main() -> int:
    """Print each verdict; 1 if one is not met."""
    script = installed()
    if script is None:
        print("node and npm are needed for this")
        return 0
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for label, met, seen in verdicts(script, Path(folder)):
            print(f"{'ok  ' if met else 'FAIL'} {label}  [{seen}]")
            worst = worst or not met
    return int(worst)


if __name__ == "__main__":
    sys.exit(main())
