"""What a parameter of a command may be: menus are drawn from these values, and commands are judged by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from attrs import field, fields, frozen

from engine.commands import Command
from engine.names import is_printable
from engine.refusal import Reason, Refusal


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
    """Some of the values listed, without repetition, those of `must` among them; `ordered` wants a tuple, otherwise a frozenset."""

    values: tuple[Any, ...]
    least: int = 0
    most: int | None = None
    ordered: bool = False
    must: frozenset[Any] = frozenset()

    def admits(self, value: Any) -> bool:
        """Whether every member is listed and the number fits."""
        if not isinstance(value, tuple if self.ordered else frozenset):
            return False
        enough = self.least <= len(value) and (self.most is None or len(value) <= self.most)
        return enough and len(set(value)) == len(value) and self.must <= set(value) and all(v in self.values for v in value)


@frozen
class FreeText:
    """Words, not only spaces, up to a length in characters; no control characters but the line feed."""

    most: int
    empty: bool = False

    def admits(self, value: Any) -> bool:
        """Whether it is text of an allowed length."""
        if not isinstance(value, str) or len(value) > self.most:
            return False
        return is_printable(value) and (self.empty or bool(value.strip()))


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
        return (
            owner == self.owner and bool(dot) and bool(slug) and slug.isascii() and slug.replace("_", "").isalnum() and slug == slug.lower()
        )


@frozen(eq=False)
class Lawful:
    """Any value that a rule finds without fault; `sample` gives a few that it accepts, for menus, bots and tests."""

    rule: Callable[[Any], bool]
    samples: tuple[Any, ...] | Callable[[], tuple[Any, ...]] = field(default=(), alias="sample")
    """The sample, or what makes it: it is dear for the texts of resolutions, and most who ask for options never look at it."""

    @property
    def sample(self) -> tuple[Any, ...]:
        """A few values that the rule accepts."""
        return self.samples() if callable(self.samples) else self.samples

    def admits(self, value: Any) -> bool:
        """Whether the rule accepts it."""
        return self.rule(value)


@frozen(kw_only=True, eq=False)
class Option:
    """One kind of act that is open, with the domain of each of its parameters."""

    verb: type[Command]
    domains: Mapping[str, Domain]
    asked: bool = False
    """Whether the game waits for it: these make up the list *asked of me now*."""
    law: Callable[[Any], bool] | None = None
    """What the parameters must satisfy together."""

    def admits(self, command: Command) -> bool:
        """Whether the command is this act with every parameter inside its domain."""
        if type(command) is not self.verb:
            return False
        if not all(self.domains[a.name].admits(getattr(command, a.name)) for a in fields(self.verb)):
            return False
        return self.law is None or self.law(command)

    def only(self, name: str) -> Any:
        """The one value that a parameter may have in this option."""
        domain = self.domains[name]
        assert isinstance(domain, OneOf)
        (value,) = domain.values
        return value


@frozen
class Worded:
    """The same words in one language or several, each within a length in characters."""

    most: int
    empty: bool = False
    """Whether there may be none."""
    one_line: bool = False
    """Whether they may not be broken into lines."""

    def admits(self, value: Any) -> bool:
        """Whether there are words in at least one language and in at most four."""
        if self.empty and value == {}:
            return True
        if not isinstance(value, Mapping) or not 1 <= len(value) <= 4:
            return False
        words = FreeText(self.most)
        if self.one_line and any("\n" in str(v) for v in value.values()):
            return False
        return all(isinstance(k, str) and k.isalpha() and len(k) <= 8 and words.admits(v) for k, v in value.items())


LONGEST_TITLE = 120
TITLE = Worded(LONGEST_TITLE, one_line=True)
"""What a text, a conference or a matter may be called."""
LONGEST_PREAMBLE = 2000
PREAMBLE = Worded(LONGEST_PREAMBLE, empty=True)
"""What may stand before the articles of a treaty or the paragraphs of a resolution."""


def refuse_title(title: Mapping[Any, str]) -> Refusal:
    """Why `TITLE` does not admit these words."""
    broken = any("\n" in words for words in title.values())
    return Refusal(Reason.TEXT_UNPRINTABLE) if broken else refuse_words(title, LONGEST_TITLE)


def refuse_words(words: Mapping[Any, str], most: int) -> Refusal:
    """Why `Worded` does not admit these words: too long, not to be printed, or wanting."""
    if any(len(text) > most for text in words.values()):
        return Refusal(Reason.TEXT_TOO_LONG, {"most": str(most)})
    return Refusal(Reason.TEXT_EMPTY if all(is_printable(text) for text in words.values()) else Reason.TEXT_UNPRINTABLE)
