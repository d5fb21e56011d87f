"""`locarno texts`: a language that the author does not write, as a `.po` file for translators' own tools."""

from __future__ import annotations

import re

from attrs import frozen

from scenarios.reading.nodes import read_nodes
from scenarios.reading.overlay import Overlay, source_words
from scenarios.reading.shape import Shaper
from scenarios.reading.sheet import Sheet


@frozen(kw_only=True)
class Source:
    """A text of the scenario as a translator meets it."""

    path: str
    line: int
    words: str
    inline: bool
    """Whether the author gives this language in the scenario itself."""


def sources(text: str, lang: str) -> tuple[Source, ...]:
    """Every text of a scenario, in its order; none if the file cannot be read."""
    root = read_nodes(text, [])
    if root is None:
        return ()
    shaper = Shaper(())
    shaper.build(root, Sheet, "")
    return tuple(
        Source(
            path=path,
            line=node.start_mark.line + 1,
            words=source_words(node),
            inline=any(str(key.value) == lang for key, _ in node.value) if isinstance(node.value, list) else False,
        )
        for node, path in shaper.found.texts
    )


def extract(text: str, name: str, lang: str, old: Overlay | None = None) -> str:
    """A `.po` file of every text; what was translated before stays, marked fuzzy with its former source where that has changed."""
    import polib

    po = polib.POFile(wrapwidth=100)
    po.metadata = {
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for source in sources(text, lang):
        entry = polib.POEntry(msgctxt=source.path, msgid=source.words, occurrences=[(name, str(source.line))])
        before = old.entries.get(source.path) if old is not None else None
        if before is not None:
            entry.msgstr = before.words
            if before.words and (before.fuzzy or before.source != source.words):
                entry.flags.append("fuzzy")
                entry.previous_msgid = before.source if before.source != source.words else None
        if before is not None or not source.inline:
            po.append(entry)
    return str(po) + "\n"


@frozen(kw_only=True)
class Status:
    """How far a translation has come: the texts in each state."""

    translated: tuple[Source, ...]
    stale: tuple[Source, ...]
    missing: tuple[Source, ...]
    unused: tuple[str, ...]
    unlike: tuple[Source, ...]
    """Translated, but not with the same placeholders, `{name}`."""

    @property
    def complete(self) -> bool:
        """Whether a player of the language would never see another one, nor a placeholder that nothing fills."""
        return not (self.stale or self.missing or self.unused or self.unlike)


def placeholders(words: str) -> tuple[str, ...]:
    """What is to be filled in in a text, whatever its order."""
    return tuple(sorted(re.findall(r"\{[\w.]+\}", words)))


def status(text: str, overlay: Overlay) -> Status:
    """Each text by its state in a translation; a language that stands in the scenario itself counts as translated."""
    found: dict[str, list[Source]] = {"translated": [], "stale": [], "missing": []}
    every = sources(text, overlay.lang)
    for source in every:
        entry = overlay.entries.get(source.path)
        if entry is None or not entry.words:
            found["translated" if source.inline else "missing"].append(source)
        else:
            found["stale" if entry.fuzzy or entry.source != source.words else "translated"].append(source)
    paths = {source.path for source in every}
    unused = tuple(path for path in overlay.entries if path not in paths)
    unlike = tuple(
        source for source in every if (words := overlay.words(source.path)) and placeholders(words) != placeholders(source.words)
    )
    return Status(unused=unused, unlike=unlike, **{name: tuple(sources) for name, sources in found.items()})
