"""What a parameter of a command may be: menus are drawn from these values, and commands are judged by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from attrs import frozen



class Domain(Protocol):
    """A set of values that can say whether one belongs."""

    def admits(self, value: Any) -> bool: ...


@frozen
class OneOf:
    """One of the values listed, in the order in which a menu shows them."""

    values: tuple[Any, ...]

    def admits(self, value: Any) -> bool:
        """Whether the value is listed."""
        return any(value == v and type(value) is type(v) for v in self.values)


@frozen
class Subset:
    """Some of the values listed, without repetition; `ordered` wants a tuple, otherwise a frozenset."""

    values: tuple[Any, ...]
    least: int = 0
    most: int | None = None
    ordered: bool = False

    def admits(self, value: Any) -> bool:
        """Whether every member is listed and the number fits."""
        if not isinstance(value, tuple if self.ordered else frozenset):
            return False
        enough = self.least <= len(value) and (self.most is None or len(value) <= self.most)
        return enough and len(set(value)) == len(value) and all(v in self.values for v in value)


@frozen
class FreeText:
    """Words, not only spaces, up to a length in characters; no control characters but the line feed."""

    most: int
    empty: bool = False

    def admits(self, value: Any) -> bool:
        """Whether it is text of an allowed length."""
        if not isinstance(value, str) or len(value) > self.most:
            return False
        if any(ord(c) < 32 and c != "\n" for c in value):
            return False
        return self.empty or bool(value.strip())


@frozen
class Within:
    """A whole number between two bounds, both included."""

    low: int
    high: int

    def admits(self, value: Any) -> bool:
        """Whether it is a whole number within the bounds."""
        return type(value) is int and self.low <= value <= self.high


@frozen
class NewName:
    """A new id `owner.slug` that is not taken."""

    owner: str
    taken: frozenset[str]

    def admits(self, value: Any) -> bool:
        """Whether the id begins with its owner, is well formed and free."""
        if not isinstance(value, str) or value in self.taken or len(value) > 80:
            return False
        owner, dot, slug = value.partition(".")
        return owner == self.owner and bool(dot) and bool(slug) and slug.isascii() and slug.replace("_", "").isalnum() and slug == slug.lower()


@frozen(eq=False)
class Lawful:
    """Any value that a rule finds without fault; `sample` gives a few that it accepts, for menus, bots and tests."""

    rule: Callable[[Any], bool]
    sample: tuple[Any, ...] = ()

    def admits(self, value: Any) -> bool:
        """Whether the rule accepts it."""
        return self.rule(value)


