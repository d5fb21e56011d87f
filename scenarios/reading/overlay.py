"""Translations beside a scenario, `NAME.LANG.po`: each text by its path, with the words that it was translated from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml
from attrs import frozen

from engine.errors import BrokenScenario
from engine.names import Lang
from scenarios.reading.diagnostics import Diagnostic, at
from scenarios.reading.nodes import CONTROL, MAX_BYTES
from scenarios.reading.texts import breaks, on_one_line


@frozen(kw_only=True)
class Translation:
    """One text in the overlay's language, and the source it was made from; `fuzzy` as its translator marked it."""

    source: str
    words: str
    fuzzy: bool = False


class BrokenTranslation(BrokenScenario):
    """A file that is no `.po`, and the first line of it that is not."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(f"{name}:{line}")


def printable(words: str) -> str:
    """Words without what could steer a reader's terminal: an escape in a file is no sign of its text."""
    return CONTROL.sub("\ufffd", words)


@frozen(kw_only=True)
class Overlay:
    """One language, by the paths of the texts."""

    lang: str
    entries: Mapping[str, Translation]

    def words(self, path: str) -> str:
        """The translation of a text, or nothing; one that is out of date is still better than another language."""
        found = self.entries.get(path)
        return found.words if found is not None else ""


def overlays_beside(path: Path) -> tuple[Overlay, ...]:
    """The translations beside a scenario file, by language; raises BrokenScenario for a file that is no `.po`."""
    found = sorted(path.parent.glob(f"{path.stem}.*.po")) if path.parent.is_dir() else []
    return tuple(read_overlay(file.read_bytes(), file.name.split(".")[-2], str(file)) for file in found)


def read_overlay(raw: bytes, lang: str, name: str) -> Overlay:
    """The overlay that a `.po` file holds; raises BrokenScenario."""
    import polib  # only a scenario with translations pays for it

    if len(raw) > MAX_BYTES:
        raise BrokenTranslation(name, 1)
    try:
        # A string without a line feed that names a file would be opened as one.
        entries = polib.pofile(raw.decode("utf-8-sig") + "\n")
    except UnicodeDecodeError as error:
        raise BrokenTranslation(name, raw[: error.start].count(b"\n") + 1) from error
    except (OSError, ValueError, IndexError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise BrokenTranslation(name, int(line.group(1)) if line else 1) from error
    return Overlay(
        lang=lang,
        entries={
            printable(entry.msgctxt): Translation(source=entry.msgid, words=printable(entry.msgstr), fuzzy="fuzzy" in entry.flags)
            for entry in entries
            if entry.msgctxt and not entry.obsolete
        },
    )


def words_of(overlays: Iterable[Overlay]) -> dict[Lang, dict[str, str]]:
    """By language and path, the words that some translations hold."""
    return {Lang(o.lang): {path: entry.words for path, entry in o.entries.items() if entry.words} for o in overlays}


def overlays_of(words: Mapping[Lang, Mapping[str, str]]) -> tuple[Overlay, ...]:
    """The translations that hold these words; from which words they were made is not known any more."""
    return tuple(
        Overlay(lang=lang, entries={path: Translation(source="", words=printable(said)) for path, said in entries.items()})
        for lang, entries in words.items()
    )


def source_words(node: yaml.Node) -> str:
    """The words that a translator is given: the text's first language."""
    if isinstance(node, yaml.MappingNode):
        return next((str(value.value) for _, value in node.value if isinstance(value, yaml.ScalarNode)), "")
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


MANY = 3
"""Texts that a translation lacks, from which on they are counted and no longer named one by one."""


def check_overlays(overlays: Iterable[Overlay], texts: Sequence[tuple[yaml.Node, str]], root: yaml.Node) -> list[Diagnostic]:
    """Translations of other words than the text now has, and of texts that there are not."""
    problems = []
    paths = {path for _, path in texts}
    for overlay in overlays:
        missing = []
        for node, path in texts:
            entry = overlay.entries.get(path)
            if entry is not None and entry.words and (entry.fuzzy or entry.source != source_words(node)):
                problems.append(at(node, "text_stale", {"lang": overlay.lang}, width=1))
            if on_one_line(path) and breaks(overlay.words(path)):
                problems.append(at(node, "text_lines", {"path": path, "lang": overlay.lang}, width=1))
            if not overlay.words(path) and overlay.lang not in _inline(node):
                missing.append(at(node, "text_missing", {"lang": overlay.lang}, width=1))
        if len(missing) > MANY:
            said = {"lang": overlay.lang, "missing": str(len(missing)), "texts": str(len(texts))}
            missing = [at(root, "text_gaps", said, help="texts_status", width=1)]
        problems += missing
        gone = [path for path in overlay.entries if path not in paths]
        problems += [at(root, "text_unused", {"lang": overlay.lang, "path": path}, width=1) for path in gone[:1]]
    return problems


def _inline(node: yaml.Node) -> set[str]:
    return {str(key.value) for key, _ in node.value} if isinstance(node, yaml.MappingNode) else set()
