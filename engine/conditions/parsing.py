"""The text of a condition as a tree, and what is said of a text that is none."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping

from engine.errors import LocarnoError

LIMIT = 500
"""Characters in one condition."""


TURNED = {"=>": "write_at_least", "=<": "write_at_most"}
"""Signs with their parts the wrong way round, and the next step."""


class ConditionFault(LocarnoError):
    """A condition that cannot be read: a code with its particulars, the place inside the source, and the names legal there."""

    def __init__(
        self, code: str, params: Mapping[str, str], col: int = 0, width: int = 1, help: str = "", legal: tuple[str, ...] = ()
    ) -> None:
        super().__init__(code, dict(params))
        self.code = code
        self.params = dict(params)
        self.col = col
        self.width = max(width, 1)
        self.help = help
        self.legal = legal


def tree_of(source: str) -> ast.Expression:
    """The tree of a condition; raises SyntaxError. What Python would remark on its way is for programmers, not for authors."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source, mode="eval")


def parse(source: str, shift: int) -> ast.Expression:
    """The tree; raises ConditionFault at the place of the fault, moved by `shift`."""
    if not source:
        raise ConditionFault("empty", {})
    if "\\" in source:
        raise ConditionFault("not_allowed", {"word": "\\"}, shift + source.index("\\"))
    try:
        return tree_of(source)
    except SyntaxError as error:
        for turned, help in TURNED.items():
            if turned in source:
                raise ConditionFault("syntax", {}, shift + source.index(turned), len(turned), help) from None
        start = max((error.offset or 1) - 1, 0)
        help = ""
        if "&" in source or "|" in source or "!" in source.replace("!=", ""):
            help = "write_and_or_not"
        elif "=" in source.replace("==", "").replace("<=", "").replace(">=", "").replace("!=", ""):
            help = "write_equals"
        col = min(start, len(source) - 1)
        raise ConditionFault("syntax", {}, shift + col, (error.end_offset or 0) - (error.offset or 0), help) from None
    except (ValueError, RecursionError, MemoryError):
        raise ConditionFault("syntax", {}, shift, len(source)) from None
