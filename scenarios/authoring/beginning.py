"""`locarno new`: a small scenario that lints at nought and plays at once, or a copy of another, in the languages asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from importlib import resources

import yaml

from scenarios.authoring.editing import Edit, Page, edited
from scenarios.reading.nodes import read_nodes
from scenarios.reading.outline import entry
from scenarios.reading.shape import Shaper
from scenarios.reading.sheet import Sheet

COMMENT = re.compile(r"^(?P<indent> *)#(?P<lang>en|fr): ?(?P<words>.*)\n", re.MULTILINE)
"""A comment of the model that is kept for those who read its language."""


def model() -> str:
    """The small scenario, in both languages and with the comments for both."""
    return (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")


def slug(name: str) -> str:
    """A name as an identifier: `Eastern Pact 1934` is `eastern-pact-1934`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "scenario"


def begin(name: str, languages: Sequence[str], lang: str, source: str | None = None) -> str:
    """The text of a new scenario; a language that the source does not have begins with the words of its first one."""
    text = _commented(model() if source is None else source, lang)
    root = read_nodes(text, [])
    assert root is not None, "the source has been read before"
    shaper = Shaper(())
    shaper.build(root, Sheet, "")
    page = Page(text)
    edits = []
    for key, value in (("id", slug(name)), ("languages", f"[{', '.join(languages)}]")):
        node = entry(root, key)
        assert node is not None
        edits.append(Edit(*page.span(node), value))
    edits += [Edit(*page.span(node), _in_languages(page, node, languages)) for node, _ in shaper.found.texts]
    return edited(text, edits)


def _commented(text: str, lang: str) -> str:
    return COMMENT.sub(lambda found: f"{found['indent']}# {found['words']}\n" if found["lang"] == lang else "", text)


def _in_languages(page: Page, node: yaml.Node, languages: Sequence[str]) -> str:
    if not isinstance(node, yaml.MappingNode):
        return page.slice(node)
    there = {str(key.value): page.slice(value) for key, value in node.value}
    first = next(iter(there.values()))
    lines = [f"{lang}: {there.get(lang, first)}" for lang in languages]
    if node.flow_style:
        return "{" + ", ".join(lines) + "}"
    return ("\n" + " " * node.start_mark.column).join(lines)
