"""Two versions of a text side by side, or one below the other: word by word what was struck out and what was put in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from attrs import frozen
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from client.labels import Labels
from client.widgets.parameters import value_words
from engine.closing import final_provisions
from engine.comparison import Comparison, compared
from engine.decide.amending import text_of, touched_by
from engine.names import ArticleId
from engine.parameters import parameters_of
from engine.prose import article_label, article_text
from engine.texts.grammar import pick
from engine.treaty import Treaty, Version

STRUCK, PUT_IN, MARK = "red strike", "bold green underline", "bold yellow"
FEWEST = 3
"""Words in a row that are worth showing as unchanged between two changes."""
_PIECE = re.compile(r"\s+|[^\s]+")


@frozen(kw_only=True)
class Pair:
    """The same place in both texts; None where one has nothing there."""

    mark: str
    """How the place differs, in words; empty if it does not."""
    before: str | None
    after: str | None


def page(treaty: Treaty, before: Version, after: Version, labels: Labels, *, wide: bool) -> RenderableType:
    """The whole comparison: whose position it touches, then article by article, then the final provisions."""
    found = compared(treaty, before, after)
    words = labels.words
    if found.same:
        return Text(words("compare.same"))
    touched = touched_by(text_of(treaty, before), text_of(treaty, after))
    head = Text(words("compare.touched", names=labels.powers(touched)) + "\n", style="bold")
    pairs = (
        *_opening(found, before, after, labels),
        *_articles(found, treaty, before, after, labels),
        *_closing(found, treaty, before, after, labels),
    )
    shown = _beside if wide else _below
    return Group(head, *(part for pair in pairs for part in (*_marked(pair), shown(pair))))


def _marked(pair: Pair) -> tuple[Text, ...]:
    """How the place differs, over the whole width."""
    return (Text(f"~ {pair.mark}", style=MARK),) if pair.mark else ()


def _opening(found: Comparison, before: Version, after: Version, labels: Labels) -> tuple[Pair, ...]:
    if not found.preamble:
        return ()
    former, later = (pick(version.preamble, labels.words.lang) for version in (before, after))
    return (Pair(mark=labels.words("edit.preamble"), before=former or None, after=later or None),)


def _articles(found: Comparison, treaty: Treaty, before: Version, after: Version, labels: Labels) -> tuple[Pair, ...]:
    """In the order of the later text; what was struck out stands where it stood."""
    voice = labels.speaker.saying(treaty.provisions.signatories, bilateral=treaty.provisions.bilateral, articles=after.order)
    former = {article.id: n for n, article in enumerate(before.articles, start=1)}
    later = {article.id: n for n, article in enumerate(after.articles, start=1)}
    order: list[ArticleId] = list(later)
    for ident, place in former.items():
        if ident not in later:
            earlier = [order.index(i) for i, p in former.items() if p < place and i in order]
            order.insert(max(earlier, default=-1) + 1, ident)
    texts = [{a.id: article_text(a, n[a.id], voice) for a in v.articles} for v, n in ((before, former), (after, later))]
    return tuple(Pair(mark=_mark(ident, found, labels), before=texts[0].get(ident), after=texts[1].get(ident)) for ident in order)


def _mark(ident: ArticleId, found: Comparison, labels: Labels) -> str:
    words = labels.words
    marks: list[str] = []
    if any(article.id == ident for article in found.added):
        marks.append(words("compare.added"))
    if any(article.id == ident for article in found.struck):
        marks.append(words("compare.struck"))
    for changed in found.changed:
        if changed.after.id == ident:
            one, other = changed.before.clause, changed.after.clause
            names = ", ".join(_altered(words(f"param.{name}"), name, one, other, labels) for name in changed.parameters)
            marks.append(words("compare.changed", names=names) if names else words("compare.other_kind"))
    if ident in found.moved:
        marks.append(words("compare.moved"))
    return " · ".join(marks)


def _altered(title: str, name: str, before: object, after: object, labels: Labels) -> str:
    """A parameter's title with the value that it had and the one that it has, where a line can hold them."""
    hint = parameters_of(type(before))[name]
    was, becomes = (value_words(hint, getattr(whole, name), labels) for whole in (before, after))
    return title if was is None or becomes is None else labels.words("compare.value", name=title, before=was, after=becomes)


def _closing(found: Comparison, treaty: Treaty, before: Version, after: Version, labels: Labels) -> tuple[Pair, ...]:
    if not found.provisions:
        return ()
    one, other = treaty.provisions_of(before), treaty.provisions_of(after)
    names = ", ".join(_altered(labels.words(f"provision.{name}"), name, one, other, labels) for name in found.provisions)
    texts, voice = [], labels.speaker.saying(treaty.provisions.signatories, bilateral=treaty.provisions.bilateral)
    for version in (before, after):
        closing = final_provisions(treaty, version, voice)
        first = len(version.articles) + 1
        texts.append("\n".join(f"{article_label(n, labels.speaker)}\n{body}" for n, body in enumerate(closing, start=first)))
    return (
        Pair(mark=f"{labels.words('edit.provision')} · {labels.words('compare.changed', names=names)}", before=texts[0], after=texts[1]),
    )


def _pieces(pair: Pair) -> list[tuple[str, str, str]]:
    """Runs of the two texts: `equal`, or what stands in the one and in the other."""
    if pair.before is None or pair.after is None:
        return [("replace", pair.before or "", pair.after or "")]
    left, right = _PIECE.findall(pair.before), _PIECE.findall(pair.after)
    found: list[tuple[str, str, str]] = []
    codes = SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes()
    for n, (tag, a, b, c, d) in enumerate(codes):
        between = 0 < n < len(codes) - 1 and not any("\n" in piece for piece in left[a:b])
        # A word or two that happen to stand in both would tear a changed sentence to pieces.
        kind = "replace" if tag != "equal" or (between and b - a < 2 * FEWEST) else "equal"
        before, after = "".join(left[a:b]), "".join(right[c:d])
        if found and kind == "replace" and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + before, found[-1][2] + after)
        else:
            found.append((kind, before, after))
    return found


def _below(pair: Pair) -> Text:
    """One text in which what was struck out stands before what was put in."""
    text = Text()
    for tag, before, after in _pieces(pair):
        if tag == "equal":
            text.append(after)
        else:
            text.append(before, style=STRUCK)
            text.append(" " if before.strip() and after.strip() and not before[-1].isspace() else "")
            text.append(after, style=PUT_IN)
    return text.append("\n")


def _beside(pair: Pair) -> Table:
    """The former text with what was struck out of it, the later one with what was put in."""
    left, right = Text(), Text()
    for tag, before, after in _pieces(pair):
        left.append(before, style="" if tag == "equal" else STRUCK)
        right.append(after, style="" if tag == "equal" else PUT_IN)
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(left.append("\n"), right.append("\n"))
    return table
