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
ENOUGH = 50
"""Problems of writing after which the rest of a file is not looked at."""

CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
TAB = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
PASTED = re.compile("^[ \xa0]*(?:-|[\\w-]+:)(\xa0)", re.MULTILINE)

ENDED = re.compile(r"(?<=[\[{,:\s])'(?:[^'\n]|'')*'(?=\w)")
"""A text between single quotes with more text right behind it."""


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
    _look_at_characters(text, problems)
    if problems:
        return None
    root = _compose(text, problems)
    if problems:
        return None
    if root is None:
        problems.append(Diagnostic(rule="empty_file", line=1, col=1))
        return None
    _look_at_keys(root, problems)
    return root


def _look_at_characters(text: str, problems: list[Diagnostic]) -> None:
    for found in CONTROL.finditer(text):
        problems.append(_in_text(text, found.start(), "control", {"word": f"U+{ord(found.group()):04X}"}))
        if len(problems) >= ENOUGH:
            return
    for found in TAB.finditer(text):
        problems.append(_in_text(text, text.index("\t", found.start()), "tab", help="spaces"))
        if len(problems) >= ENOUGH:
            return
    for found in PASTED.finditer(text) if "\xa0" in text else ():
        problems.append(_in_text(text, found.start(1), "no_break", help="ordinary_space"))


def _in_text(text: str, place: int, rule: str, params: dict[str, str] | None = None, help: str = "") -> Diagnostic:
    start = text.rfind("\n", 0, place) + 1
    return Diagnostic(rule=rule, line=text.count("\n", 0, place) + 1, col=place - start + 1, params=params or {}, help=help)


def _compose(text: str, problems: list[Diagnostic]) -> yaml.Node | None:
    """The tree, built from the event stream: an alias, a tag or an abyss is met before it has been followed."""
    root: yaml.Node | None = None
    open_nodes: list[Any] = []
    keys: list[Any] = []
    """Beside each open mapping the key that waits for its value."""
    count = 0
    event: Any
    try:
        # Not `yaml.parse`, which asks before each event whether there is one.
        for event in iter(Loader(text).get_event, None):
            count += 1
            start, end = event.start_mark, event.end_mark
            # By the very class, the commonest first: a long file has tens of thousands of events.
            sort = type(event)
            if sort is yaml.ScalarEvent:
                node: Any = yaml.ScalarNode("", event.value, start, end, event.style)
                if event.style == '"' and (escaped := CONTROL.search(event.value)):
                    problems.append(at(event, "control", {"word": f"U+{ord(escaped.group()):04X}"}))
            elif sort is yaml.MappingStartEvent:
                node = yaml.MappingNode("", [], start, end, event.flow_style)
            elif sort is yaml.SequenceStartEvent:
                node = yaml.SequenceNode("", [], start, end, event.flow_style)
            elif sort is yaml.MappingEndEvent or sort is yaml.SequenceEndEvent:
                open_nodes.pop().end_mark = event.end_mark
                keys.pop()
                continue
            elif sort is yaml.AliasEvent:
                problems.append(at(event, "alias", help="again", width=1))
                break
            elif sort is yaml.DocumentStartEvent and root is not None:
                problems.append(at(event, "second_document", help="one_document"))
                break
            else:
                continue
            if event.anchor:
                problems.append(at(event, "alias", help="again", width=1))
            if event.tag:
                problems.append(at(event, "tag", {"word": str(event.tag)}, help="quote", width=1))
            if not open_nodes:
                root = node
            elif type(open_nodes[-1]) is yaml.SequenceNode:
                open_nodes[-1].value.append(node)
            elif keys[-1] is None:
                keys[-1] = node
            else:
                open_nodes[-1].value.append((keys[-1], node))
                keys[-1] = None
            if sort is not yaml.ScalarEvent:
                open_nodes.append(node)
                keys.append(None)
            if len(open_nodes) > MAX_DEPTH or count > MAX_EVENTS:
                problems.append(at(event, "too_deep", width=1))
                break
            if len(problems) >= ENOUGH:
                break
    except yaml.MarkedYAMLError as error:
        problems.append(_in_our_words(error, text))
    except yaml.YAMLError:
        problems.append(Diagnostic(rule="not_yaml", line=1, col=1))
    return root


PROBLEMS = (
    ("end of stream", "quote_open", "close_quote"),
    ("document indicator", "quote_open", "close_quote"),
    ("unknown escape", "escape", "single_quotes"),
    ("hexdecimal", "escape", "single_quotes"),
    ("hexadecimal", "escape", "single_quotes"),
    ("mapping values", "colon", "quote_colon"),
    ("could not find expected ':'", "no_colon", "key_value"),
    ("sequence entries", "dash", "own_line"),
    ("start any token", "starts_badly", "quote_start"),
    ("node content", "starts_badly", "quote_start"),
    ("directive", "starts_badly", "quote_start"),
    ("comment or", "block_text", "next_line"),
    ("chomping", "block_text", "next_line"),
    ("expected key", "indent", "align"),
    ("'-' indicator", "indent", "align"),
    ("<block end>", "indent", "align"),
    ("<document start>", "indent", "align"),
)
"""A part of YAML's own sentence (that of C and that of Python differ), the rule that says it in the author's words, and the next step."""

AT_THE_OPENING = frozenset({"quote_open", "no_colon"})
"""What is noticed too late: marked where it began."""


def _in_our_words(error: yaml.MarkedYAMLError, text: str) -> Diagnostic:
    mark, context, said = error.problem_mark or error.context_mark, error.context_mark, error.context or ""
    problem = error.problem or ""
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    rows = text.splitlines()
    apostrophe = _apostrophe(rows, line, col)
    if apostrophe:
        return Diagnostic(rule="apostrophe", line=line, col=apostrophe, help="apostrophe")
    if "flow" in said and context:
        if mark and mark.line < len(rows) and rows[mark.line][mark.column : mark.column + 2] in (": ", ":") and mark.line == context.line:
            return Diagnostic(rule="colon", line=line, col=col, help="quote_colon")
        return Diagnostic(rule="not_closed", line=context.line + 1, col=context.column + 1, params={"noticed": str(line)}, help="noticed")
    if any(f"scanning {word}" in said for word in ("an anchor", "an alias", "a tag")):
        return Diagnostic(rule="starts_badly", line=line, col=(context.column + 1 if context else col), help="quote_start")
    rule, help = next(((rule, help) for part, rule, help in PROBLEMS if part in problem), ("not_yaml", ""))
    if rule in AT_THE_OPENING and context:
        line, col = context.line + 1, context.column + 1
    before = rows[line - 1][: col - 1] if 0 < line <= len(rows) else ""
    if rule == "colon" and ":" not in before:
        lost = _line_without_key(rows, line)
        if lost:
            return Diagnostic(rule="no_colon", line=lost, col=_indent(rows[lost - 1]) + 1, help="key_value")
        rule, help = "indent", "align"
    elif rule == "indent" and before.strip(" -?"):
        rule, help = "left_over", "quote_whole"
    return Diagnostic(rule=rule, line=line, col=col, help=help)


def _apostrophe(rows: list[str], line: int, col: int) -> int:
    """The column of an apostrophe that ends a text between single quotes just before a place; otherwise 0."""
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    ends = [found.end() for found in ENDED.finditer(row) if found.end() < col]
    return ends[-1] if ends else 0


def _line_without_key(rows: list[str], line: int) -> int:
    """The line above, if it stands in the same column and has no 'key:'; otherwise 0."""
    above = line - 1
    while above > 0 and not rows[above - 1].strip():
        above -= 1
    fits = above > 0 and _indent(rows[above - 1]) == _indent(rows[line - 1]) and ":" not in rows[above - 1]
    return above if fits else 0


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _look_at_keys(root: yaml.Node, problems: list[Diagnostic]) -> None:
    stack = [root]
    while stack:
        node = stack.pop()
        if type(node) is yaml.MappingNode:
            seen: dict[str, yaml.Node] = {}
            for key, value in node.value:
                if type(value) is not yaml.ScalarNode:
                    stack.append(value)
                if type(key) is not yaml.ScalarNode:
                    problems.append(at(key, "odd_key", width=1))
                elif key.value == "<<":
                    problems.append(at(key, "merge", help="again"))
                elif key.value in seen:
                    first = str(seen[key.value].start_mark.line + 1)
                    problems.append(at(key, "twice", {"word": key.value, "first": first}, help="first_line"))
                else:
                    seen[key.value] = key
        elif type(node) is yaml.SequenceNode:
            stack.extend(node.value)
