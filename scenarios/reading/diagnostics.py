"""One thing that is wrong with a file, with its place, and the sentence that says so in the author's words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

import yaml
from attrs import field, frozen

from scenarios.reading.rules import RULES
from scenarios.reading.sentences import HELPS, WORDS


@frozen(kw_only=True)
class Diagnostic:
    """A problem at a place: `rule` is a key of `rules.RULES`, `help` one of `sentences.HELPS`."""

    rule: str
    line: int
    """From 1."""
    col: int
    """From 1, in characters."""
    width: int = 1
    params: Mapping[str, str] = field(factory=dict)
    help: str = ""
    repair: str = ""
    """What could stand in the place that is marked, if that is beyond doubt: a close name, a sign."""

    @property
    def code(self) -> str:
        """`S003`, as the documentation lists it."""
        return RULES[self.rule].code

    @property
    def level(self) -> str:
        """`error`: the server refuses; `warning`: it plays, but probably not as meant; `note`: worth knowing."""
        return RULES[self.rule].level

    def sentence(self, lang: str = "en") -> str:
        """What is wrong."""
        words = RULES[self.rule].words
        return _fill({"en": words.en, "fr": words.fr}, self.params, lang)

    def advice(self, lang: str = "en") -> str:
        """The next step, or nothing."""
        return _fill(HELPS[self.help], self.params, lang) if self.help else ""


def _fill(words: Mapping[str, str], params: Mapping[str, str], lang: str) -> str:
    spoken = {name: WORDS[value].get(lang, WORDS[value]["en"]) if value in WORDS else value for name, value in params.items()}
    return words.get(lang, words["en"]).format_map(spoken | {"word": shortened(spoken["word"])} if "word" in spoken else spoken)


def shortened(word: str) -> str:
    """What an author wrote, cut where it is too long to be read in a sentence."""
    return word if len(word) <= LONGEST_WORD else word[:LONGEST_WORD] + "…"


LONGEST_WORD = 200


def near(word: str, names: Iterable[str]) -> str | None:
    """The one close name, if any is close enough to be meant."""
    hits = difflib.get_close_matches(word, list(names), n=1, cutoff=0.6)
    return hits[0] if hits else None


def at(
    node: yaml.Node | yaml.Event,
    rule: str,
    params: Mapping[str, str] | None = None,
    *,
    help: str = "",
    offset: int = 0,
    width: int | None = None,
    repair: str = "",
) -> Diagnostic:
    """A diagnostic that marks a node, or a part of it."""
    start, end = node.start_mark, node.end_mark
    assert start is not None and end is not None
    whole = end.column - start.column if end.line == start.line else 1
    marked = whole if width is None else width
    if help == "close" and not repair and getattr(node, "style", "") in ("", None) and width is None and not offset:
        repair = (params or {}).get("close", "")
    return Diagnostic(
        rule=rule,
        line=start.line + 1,
        col=start.column + 1 + offset,
        width=max(marked, 1),
        params=params or {},
        help=help,
        repair=repair,
    )


def choose(word: str, names: Iterable[str], params: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """The particulars and the help for a name that is not among those legal at its place."""
    legal = list(names)
    guess = near(word, legal)
    shown = ", ".join(legal[:12]) + (", ..." if len(legal) > 12 else "")
    if guess is not None:
        return {**params, "close": guess, "names": shown}, "close"
    return {**params, "names": shown}, "legal" if legal else "none_declared"
