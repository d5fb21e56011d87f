"""Text to a tree of nodes, each with its place: the surprising and the hostile parts of YAML are refused before anything is built."""

from __future__ import annotations

import re
from typing import Any

import yaml

from scenarios.reading.diagnostics import Diagnostic, at

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_EVENTS = 100_000

CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def decode(raw: bytes, problems: list[Diagnostic]) -> str | None:
    """The text of a file, without a byte order mark."""
    if len(raw) > MAX_BYTES:
        problems.append(Diagnostic(rule="too_large", line=1, col=1, params={"limit": str(MAX_BYTES)}))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line_start = before.rfind(b"\n") + 1
        col = len(before[line_start:].decode("utf-8", errors="replace")) + 1
        problems.append(Diagnostic(rule="not_utf8", line=before.count(b"\n") + 1, col=col, help="utf8"))
        return None


def read_nodes(text: str, problems: list[Diagnostic]) -> yaml.Node | None:
    """The one document of a text; None, with problems, when it cannot be read as such."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", errors="replace")) > MAX_BYTES:
        problems.append(Diagnostic(rule="too_large", line=1, col=1, params={"limit": str(MAX_BYTES)}))
        return None
    _look_at_lines(text, problems)
    if problems or not _look_at_events(text, problems):
        return None
    root: yaml.Node | None = yaml.compose(text, Loader=Loader)
    if root is None:
        problems.append(Diagnostic(rule="empty_file", line=1, col=1))
        return None
    _look_at_keys(root, problems)
    return root


def _look_at_lines(text: str, problems: list[Diagnostic]) -> None:
    for number, row in enumerate(text.splitlines(), 1):
        control = CONTROL.search(row)
        if control:
            word = f"U+{ord(control.group()):04X}"
            problems.append(Diagnostic(rule="control", line=number, col=control.start() + 1, params={"word": word}))
            continue
        lead = row[: len(row) - len(row.lstrip(" \t"))]
        if "\t" in lead and row.strip():
            problems.append(Diagnostic(rule="tab", line=number, col=lead.index("\t") + 1, help="spaces"))
        pasted = re.match("[^#'\"]*?[:-](\xa0)", row) if re.match("\\s*(-\xa0|[\\w-]+:\xa0)", row) else None
        if pasted:
            problems.append(Diagnostic(rule="no_break", line=number, col=pasted.start(1) + 1, help="ordinary_space"))


def _look_at_events(text: str, problems: list[Diagnostic]) -> bool:
    depth = count = documents = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            count += 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    problems.append(at(event, "second_document", help="one_document"))
                    break
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                problems.append(at(event, "alias", help="again", width=1))
            if tag := getattr(event, "tag", None):
                problems.append(at(event, "tag", {"word": str(tag)}, help="quote", width=1))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH or count > MAX_EVENTS or len(problems) > 50:
                problems.append(at(event, "too_deep"))
                break
    except yaml.MarkedYAMLError as error:
        problems.append(_in_our_words(error))
    except yaml.YAMLError as error:
        problems.append(Diagnostic(rule="not_yaml", line=1, col=1, params={"problem": str(error).splitlines()[0]}))
    return not problems


def _in_our_words(error: yaml.MarkedYAMLError) -> Diagnostic:
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    problem = error.problem or ""
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "flow" in (error.context or "") and context:
        return Diagnostic(rule="not_closed", line=context.line + 1, col=context.column + 1, params={"noticed": str(line)}, help="noticed")
    if "mapping values are not allowed" in problem:
        return Diagnostic(rule="colon", line=line, col=col, help="quote_colon")
    if "cannot start any token" in problem or "anchor" in (error.context or "") or "alias" in (error.context or ""):
        return Diagnostic(rule="starts_badly", line=line, col=col, help="quote_start")
    return Diagnostic(rule="not_yaml", line=line, col=col, params={"problem": problem})


def _look_at_keys(root: yaml.Node, problems: list[Diagnostic]) -> None:
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            seen: dict[str, yaml.Node] = {}
            for key, value in node.value:
                stack.append(value)
                if not isinstance(key, yaml.ScalarNode):
                    problems.append(at(key, "odd_key", width=1))
                elif key.value == "<<":
                    problems.append(at(key, "merge", help="again"))
                elif key.value in seen:
                    first = str(seen[key.value].start_mark.line + 1)
                    problems.append(at(key, "twice", {"word": key.value, "first": first}, help="first_line"))
                else:
                    seen[key.value] = key
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
