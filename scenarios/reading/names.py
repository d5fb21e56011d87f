"""Names: whether each can be one, stands for one thing only, and is declared where it is used."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable

from engine.conditions import PROPERTIES, RESERVED
from scenarios.reading.diagnostics import Diagnostic, at, choose
from scenarios.reading.outline import Names
from scenarios.reading.sentences import KINDS
from scenarios.reading.shape import Reference

LOOKALIKES = {"on", "off", "yes", "no", "y", "n", "true", "false", "null"}
"""Plain words to us, and something else to another program that reads YAML."""


def check_names(names: Names) -> list[Diagnostic]:
    """Every name that cannot be one, and every one that is given twice."""
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


def check_references(names: Names, references: Iterable[Reference]) -> list[Diagnostic]:
    """Every use of a name that nothing declares."""
    return [unknown(ref.node, ref.kind, ref.word, names[ref.kind]) for ref in references if ref.word not in names[ref.kind]]


def unknown(node: object, kind: str, word: str, legal: Iterable[str]) -> Diagnostic:
    """That nothing of a kind is called so, with the close name among those legal there."""
    name, _, no_kind, _, _ = KINDS[kind]
    params, help = choose(word, legal, {"word": word, "kind": name, "no_kind": no_kind})
    return at(node, "unknown", params, help=help)  # type: ignore[arg-type]
