"""What can be told of a file from its nodes alone: its blocks, its languages, the names that it declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from scenarios.reading.sheet import SECTIONS


def entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """The word, its node and the value's node for each line of a block; nothing for what is no block."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield str(key.value), key, value


def entry(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The value's node that stands under a key."""
    return next((value for word, _, value in entries(node) if word == name), None)


def word(node: yaml.Node | None, name: str) -> str:
    """The single value under a key, or nothing."""
    found = entry(node, name)
    return str(found.value) if isinstance(found, yaml.ScalarNode) else ""


def languages(root: yaml.Node) -> tuple[str, ...]:
    """What `languages` lists."""
    found = entry(root, "languages")
    return tuple(str(n.value) for n in found.value if isinstance(n, yaml.ScalarNode)) if isinstance(found, yaml.SequenceNode) else ()


Names = Mapping[str, Mapping[str, yaml.Node]]
"""By kind, each name with the node that declares it."""


def declared(root: yaml.Node) -> Names:
    """Names by kind, read from the nodes, so that one broken block does not make its name unknown everywhere."""
    names: dict[str, dict[str, yaml.Node]] = {kind: {} for kind in SECTIONS.values()}
    names["article"] = {}
    for section, kind in SECTIONS.items():
        for name, key, value in entries(entry(root, section)):
            names[kind].setdefault(name, key)
            # A scripted power weighs the paragraphs of a resolution by name, as it does the articles of a treaty.
            parts = {"treaty": "articles", "resolution": "paragraphs"}.get(kind)
            for part, part_key, _ in entries(entry(value, parts)) if parts else ():
                names["article"][part] = part_key
    return names
