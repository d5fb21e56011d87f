"""Conditions: a small typed part of Python's expression grammar, checked against a scenario and compiled to closures over `State`."""

from __future__ import annotations

import functools

from engine.conditions.compiling import Compiled, compile_condition
from engine.conditions.parsing import LIMIT, ConditionFault, tree_of
from engine.conditions.scope import Scope
from engine.conditions.vocabulary import ARTICLE, PROPERTIES, RESERVED, Ask, Kind
from engine.names import Condition
from engine.plot import Objective
from engine.state import State

__all__ = [
    "ARTICLE",
    "LIMIT",
    "PROPERTIES",
    "RESERVED",
    "Compiled",
    "ConditionFault",
    "Kind",
    "Scope",
    "compile_condition",
    "earned",
    "holds",
    "tree_of",
]


@functools.lru_cache(maxsize=4096)
def _lenient(source: Condition) -> Ask:
    return compile_condition(source, None).ask


def holds(state: State, source: Condition) -> bool:
    """Whether the condition is true now, as far as this state knows."""
    return bool(_lenient(source)(state))


def earned(state: State, aim: Objective) -> int:
    """The points that an objective brings now: all of them, those of the first part that is reached, or none."""
    if holds(state, aim.when):
        return aim.points
    return next((part.points for part in aim.partly if holds(state, part.when)), 0)
