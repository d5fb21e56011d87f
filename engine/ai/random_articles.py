"""Articles at random, of any registered kind: made from the annotations of the kind's own parameters."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import attrs

from engine.clauses import CLAUSES, AnyClause
from engine.clauses.base import Clause
from engine.names import BodyId, Lang, Power, RegionId, StakeId, TreatyId, TurnId
from engine.parameters import parameters_of
from engine.state import State
from engine.voting.bodies import BODIES

Dice = Callable[[str, int], int]
"""A number from 0 for a purpose, below the sides given."""

TRIES = 6
WORDS = ("Peace?", "Que veut-on ?", "We shall see.", "Łódź, Plzeň, Köln")
FEW = 8
"""Optional terms of which each may be given."""
HANGING = frozenset(a.name for a in attrs.fields(Clause))


def random_clause(state: State, parties: tuple[Power, ...], dice: Dice, number: int) -> AnyClause | None:
    """An article that these parties may agree on, or None if none was hit upon; `number` tells the articles of one draft apart."""
    for attempt in range(TRIES):
        kind = CLAUSES[dice(f"kind|{number}|{attempt}", len(CLAUSES))]
        thrown = _thrown(dice, f"{number}|{attempt}")
        clause = random_value(kind, state, parties, thrown)
        if isinstance(clause, CLAUSES) and not clause.faults(parties, state):
            return clause
    return None


def _thrown(dice: Dice, occasion: str) -> Dice:
    return lambda purpose, sides: dice(f"{purpose}|{occasion}", sides)


def random_value(tp: Any, state: State, parties: tuple[Power, ...], dice: Dice, purpose: str = "") -> Any:
    """A value of an annotated type, its names taken from the game; None where the game has no such thing."""
    origin, args = typing.get_origin(tp), typing.get_args(tp)
    if origin in (typing.Union, types.UnionType):
        some = [a for a in args if a is not type(None)]
        if len(some) < len(args) and dice(f"{purpose}|none", 2) == 0:
            return None
        return random_value(some[dice(f"{purpose}|member", len(some))], state, parties, dice, purpose)
    if origin in (tuple, frozenset):
        return _several(origin, args[0], state, parties, dice, purpose)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {Lang("en"): WORDS[dice(f"{purpose}|words", len(WORDS))]}
    if isinstance(tp, type) and attrs.has(tp):
        hints = parameters_of(tp)
        optional = [a.name for a in attrs.fields(tp) if a.default is not attrs.NOTHING]
        # Of terms that are all given some would contradict each other: the more there are, the more are left as they usually are.
        named = [
            name
            for name in hints
            if (name not in HANGING or dice(f"{purpose}.{name}|hangs", 8) == 0)
            and (name not in optional or len(optional) <= FEW or dice(f"{purpose}.{name}|given", len(optional)) < FEW)
        ]
        given = {name: random_value(hints[name], state, parties, dice, f"{purpose}.{name}") for name in named}
        wanting = [a.name for a in attrs.fields(tp) if a.default is attrs.NOTHING and given.get(a.name) is None]
        return None if wanting else tp(**{k: v for k, v in given.items() if v is not None})
    return _single(tp, state, parties, dice, purpose)


def _several(origin: Any, tp: Any, state: State, parties: tuple[Power, ...], dice: Dice, purpose: str) -> Any:
    size = dice(f"{purpose}|size", 4)
    values = [random_value(tp, state, parties, dice, f"{purpose}[{n}]") for n in range(size)]
    kept = [v for n, v in enumerate(values) if v is not None and v not in values[:n]]
    return origin(kept)


def _single(tp: Any, state: State, parties: tuple[Power, ...], dice: Dice, purpose: str) -> Any:
    def pick(values: tuple[Any, ...]) -> Any:
        return values[dice(purpose, len(values))] if values else None

    if tp is Power:
        return pick(parties + state.powers())
    if tp is StakeId:
        return pick(tuple(state.holders))
    if tp is RegionId:
        return pick(tuple(state.setting.regions))
    if tp is TurnId:
        return pick(tuple(state.setting.turns)[max(state.turn, 0) :])
    if tp is TreatyId:
        return pick(tuple(key for key, treaty in state.treaties.items() if treaty.known_to is None))
    if tp is BodyId:
        return pick((*BODIES, *(BodyId(ident) for ident in state.organs)))
    if tp is bool:
        return bool(dice(purpose, 2))
    if tp is int:
        return dice(purpose, 100)
    if isinstance(tp, type) and issubclass(tp, Enum):
        return pick(tuple(tp))
    return pick(tuple(word.lower().split()[0].strip("?.,") for word in WORDS)) if getattr(tp, "__supertype__", tp) is str else None
