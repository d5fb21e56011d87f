"""One parameter of an article or of the final provisions, set from plain data or compared."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import attrs

from engine.commands import Parameter
from engine.dates import Period

T = TypeVar("T")


class Unfit(Exception):
    """The value is none that the parameter may have."""


def parameters_of(cls: Any) -> Mapping[str, Any]:
    """The parameters of a kind of article, of the final provisions or of any other value, with their types, in its order."""
    return _parameters_of(cls)


@cache
def _parameters_of(cls: Any) -> Mapping[str, Any]:
    hints = typing.get_type_hints(cls)
    return {a.name: hints[a.name] for a in attrs.fields(cls)}


def with_parameter(whole: T, name: str, value: Parameter) -> T:
    """The same with one parameter set.

    Raises Unfit where plain data cannot say the value, as with the stages of a cession: such an article is put anew.
    """
    given: dict[str, Any] = {key: getattr(whole, key) for key in parameters_of(type(whole))}
    return type(whole)(**{**given, name: shaped(parameters_of(type(whole))[name], value)})


def shaped(tp: Any, value: Parameter) -> Any:
    """The value of an annotated type that plain data stands for; raises Unfit."""
    origin, args = typing.get_origin(tp), typing.get_args(tp)
    if origin in (typing.Union, types.UnionType):
        some = [arg for arg in args if arg is not type(None)]
        if value is None and len(some) < len(args):
            return None
        if len(some) == 1:
            return shaped(some[0], value)
        raise Unfit
    if origin in (tuple, frozenset) and isinstance(value, tuple):
        return origin(shaped(args[0], word) for word in value)
    bare = getattr(tp, "__supertype__", tp)
    if isinstance(bare, type) and issubclass(bare, Enum) and isinstance(value, str | int):
        try:
            return bare(value)
        except ValueError:
            raise Unfit from None
    if bare is Period and isinstance(value, str) and (period := Period.read(value)) is not None:
        return period
    if bare in (bool, int, str) and type(value) is bare:
        return value
    raise Unfit


def plain(value: Any) -> Any:
    """The plain data that stands for a value, where any does: the inverse of `shaped`."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Period):
        return str(value)
    return tuple(plain(one) for one in value) if isinstance(value, tuple) else value


def differing(before: object, after: object) -> tuple[str, ...]:
    """The parameters that differ between two articles of a kind, or two sets of provisions, in their order."""
    return tuple(name for name in parameters_of(type(before)) if getattr(before, name) != getattr(after, name))
