"""The sheets of a text on a desk, and what is half written of it in a form that outlasts the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from attrs import evolve as with_
from attrs import frozen

from engine.clauses import AnyClause
from engine.codec import Malformed, plain, read_json, shape
from engine.measures import AnyMeasure


class Kind(StrEnum):
    """What a sheet holds; the words of its parameters go by the same name."""

    HEADING = "heading"
    PART = "part"
    PROVISIONS = "provision"
    PREAMBLE = "preamble"


@frozen(kw_only=True)
class Sheet:
    """One line of the list: the heading, an article or paragraph, the final provisions or the preamble."""

    kind: Kind
    whole: Any
    ident: str = ""
    former: Any = None
    """What the text that is amended has in its place."""

    @property
    def fresh(self) -> bool:
        """Whether it is not what it was."""
        return bool(self.whole != self.former)


def written(sheets: Sequence[Sheet], opening: Sequence[Sheet]) -> str:
    """What stands on a desk, with what it was opened with: only on the same is it ever laid again."""
    return json.dumps({"opening": _lines(opening), "sheets": _lines(sheets)}, ensure_ascii=False)


def read(text: str, opening: Sequence[Sheet]) -> list[Sheet] | None:
    """The sheets once written; None where they were opened with another text, or cannot be read."""
    try:
        kept = read_json(text)
        if kept["opening"] != read_json(json.dumps(_lines(opening))):
            return None
        return [_sheet(kind, ident, whole, opening) for kind, ident, whole in kept["sheets"]]
    except (Malformed, LookupError, TypeError, ValueError):
        return None


def _lines(sheets: Sequence[Sheet]) -> list[tuple[str, str, Any]]:
    return [(sheet.kind.value, sheet.ident, plain(sheet.whole, _union(sheet.whole))) for sheet in sheets]


def _union(whole: Any) -> Any:
    """The union of which a part is a member, so that its kind is written down too."""
    return next((union for union in (AnyClause, AnyMeasure) if isinstance(whole, union)), None)


def _sheet(kind: str, ident: str, whole: Any, opening: Sequence[Sheet]) -> Sheet:
    """A sheet with what the opened text has in its place; parts are of the opened text's family, the others of the same class."""
    same = next((sheet for sheet in opening if (sheet.kind, sheet.ident) == (kind, ident)), None)
    like = same or next((sheet for sheet in opening if sheet.kind == kind), None)
    if like is None:
        raise LookupError(kind)
    value = shape(whole, _union(like.whole) or type(like.whole))
    former = same.former if same is not None else None
    return with_(like, ident=ident, whole=value, former=former)
