"""What was reckoned from a state, kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import TypeVar

from engine.state import State

T = TypeVar("T")


def kept(state: State, name: str, basis: tuple[object, ...], reckon: Callable[[], T]) -> T:
    """What is reckoned from parts of a state: kept under a name, and handed on with the state for as long as each part is the very same."""
    known: tuple[tuple[object, ...], T] | None = state.__dict__.get(name)
    if known is None or not all(map(is_, known[0], basis)):
        known = state.__dict__[name] = (basis, reckon())
    return known[1]
