"""What the source says of its own classes: one sentence for a class, one for each attribute."""

from __future__ import annotations

import ast
import functools
import inspect
from collections.abc import Mapping


@functools.cache
def notes_of(cls: type) -> Mapping[str, str]:
    """The text that follows each attribute in the source, its bases' included."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__[:-1]):
        body = ast.parse(inspect.getsource(base)).body[0]
        assert isinstance(body, ast.ClassDef)
        for before, after in zip(body.body, body.body[1:], strict=False):
            if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and isinstance(after, ast.Expr):
                said = after.value.value if isinstance(after.value, ast.Constant) else None
                if isinstance(said, str):
                    found[before.target.id] = one_line(said)
    return found


def said_of(cls: type) -> str:
    """A class's own words."""
    return one_line(cls.__doc__ or "")


def one_line(text: str) -> str:
    """A docstring without its line breaks."""
    return " ".join(inspect.cleandoc(text).split())
