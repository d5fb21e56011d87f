"""An article that owes just what a test wants, for rules that do not care by what kind of article a duty came about."""

from __future__ import annotations

from typing import ClassVar, cast

from attrs import frozen

from engine.clauses import AnyClause
from engine.clauses.base import Clause, World
from engine.duties import Duty
from engine.names import Power


@frozen(kw_only=True)
class Owes(Clause):
    """These duties, between whomever they name."""

    tag: ClassVar[str] = "owes"

    owed: tuple[Duty, ...]

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """As they are."""
        return self.owed


def owes(*duties: Duty) -> AnyClause:
    """Such an article, as one of the game's own."""
    return cast(AnyClause, Owes(owed=duties))
