"""Texts: whether each is there in every language, and whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from scenarios.reading.diagnostics import Diagnostic, at


def check_texts(
    languages: tuple[str, ...], texts: Sequence[tuple[yaml.Node, str]], source: str, overlaid: frozenset[str] = frozenset()
) -> list[Diagnostic]:
    """Languages missing or not announced, and texts that a comment cuts short; `overlaid` languages stand beside the file."""
    wanted = [lang for lang in languages if lang not in overlaid]
    problems = []
    rows = source.splitlines()
    for node, path in texts:
        problems += _broken(node, path, languages[:1])
        if isinstance(node, yaml.MappingNode):
            present = {str(k.value) for k, _ in node.value}
            problems += [at(node, "text_missing", {"lang": lang}, width=1) for lang in wanted if lang not in present]
            for key, value in node.value:
                if str(key.value) not in languages:
                    problems.append(at(key, "text_extra", {"lang": str(key.value), "langs": ", ".join(languages)}))
                problems += _cut(value, rows)
        elif isinstance(node, yaml.ScalarNode):
            if len(wanted) > 1:
                problems.append(at(node, "text_single", {"lang": languages[0]}, width=1))
            problems += _cut(node, rows)
    return problems


def on_one_line(path: str) -> bool:
    """Whether the text of this path is a title, a name or a label, which stand in lists and headings."""
    return path.rpartition(".")[2] in ("title", "name", "short", "a_power", "label")


def breaks(words: str) -> bool:
    """Whether words run over the end of a line."""
    return words != "" and words.splitlines() != [words]


def _broken(node: yaml.Node, path: str, first: tuple[str, ...]) -> list[Diagnostic]:
    """A title, a name or a label that holds a line break, in each language in which it does."""
    if not on_one_line(path):
        return []
    if isinstance(node, yaml.MappingNode):
        spoken = [(str(key.value), value) for key, value in node.value]
    else:
        spoken = [(lang, node) for lang in first]
    return [
        at(value, "text_lines", {"path": path, "lang": lang}, help="one_line")
        for lang, value in spoken
        if isinstance(value, yaml.ScalarNode) and breaks(value.value)
    ]


def translated(languages: tuple[str, ...], texts: Sequence[tuple[yaml.Node, str]]) -> dict[str, int]:
    """In how many texts each language stands."""
    there = [{str(k.value) for k, _ in node.value} if isinstance(node, yaml.MappingNode) else set(languages[:1]) for node, _ in texts]
    return {lang: sum(lang in langs for langs in there) for lang in languages}


def _cut(node: yaml.Node, rows: list[str]) -> list[Diagnostic]:
    """A plain text ends at ' #': the rest of the line is silently a comment, unless it is a mark for the linter."""
    if not isinstance(node, yaml.ScalarNode) or node.style or node.end_mark.line >= len(rows):
        return []
    row = rows[node.end_mark.line]
    if "#" not in row:
        return []
    rest = row[node.end_mark.column :].lstrip()
    if re.match(r"#[^\s#]", rest):
        return [at(node, "text_cut", {"word": rest[:12]}, help="hash")]
    return []
