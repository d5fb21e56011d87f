"""Acceptance of decisions: what a body decides, the parties carry out."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import body_faults, circle, circle_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import BodyId, Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class AcceptDecisions(Clause):
    """The powers named agree to accept and carry out the decisions of a body (Charter 25)."""

    tag: ClassVar[str] = "decisions"
    atop: ClassVar[str | None] = None

    between: tuple[Power, ...] = ()
    body: BodyId

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each owes each other one compliance for as long as the article stands."""
        members = circle(self.between, parties)
        return tuple(
            Render(debtor=d, creditor=c, deed=Deed.COMPLY, matter=self.body, standing=True) for d in members for c in members if d != c
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who comply."""
        return frozenset(self.between or negotiators)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a power alone, and no body, or one that there is not."""
        faults = circle_faults(self.between, negotiators, world)
        return faults + body_faults(self.body, world)

    def own_prose(self, voice: Voice) -> str:
        """Who accepts whose decisions."""
        return say(voice.lang, "prose.decisions", parties=parties_named(voice, self.between), body=voice.matter(self.body))

    def own_gist(self, voice: Voice) -> str:
        """Who is bound by whose decisions."""
        return say(voice.lang, "gist.decisions", parties=parties_in_short(voice, self.between), body=voice.matter(self.body))
