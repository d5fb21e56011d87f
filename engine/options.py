"""What a power may do now: one list, read by menus, by scripted powers and by the tests; `decide` judges by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import fields, frozen

from engine.commands import PowerCommand
from engine.domains import Domain


@frozen(kw_only=True)
class Option:
    """One kind of act that is open, with the domain of each of its parameters."""

    verb: type[PowerCommand]
    domains: Mapping[str, Domain]
    asked: bool = False
    """Whether the game waits for it: these make up the list *asked of me now*."""

    def admits(self, command: PowerCommand) -> bool:
        """Whether the command is this act with every parameter inside its domain."""
        return type(command) is self.verb and all(self.domains[a.name].admits(getattr(command, a.name)) for a in fields(self.verb))

    def only(self, name: str) -> Any:
        """The one value that a parameter may have in this option."""
        (value,) = self.domains[name].values  # type: ignore[attr-defined]
        return value
