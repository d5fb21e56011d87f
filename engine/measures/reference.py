"""The matter goes elsewhere: to another organ, or to a committee of some members (Covenant 15(9); Charter 29, 52)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.measures.base import Consequence, Establish, Forum, Measure, Refer, named
from engine.measures.faults import addressee_faults
from engine.names import OrganId, Power
from engine.texts.catalogue import say
from engine.voting.bodies import Effect

LONGEST_SLUG = 30


@frozen(kw_only=True)
class Referral(Measure):
    """The matter is referred to another organ."""

    tag: ClassVar[str] = "referral"

    organ: OrganId

    def consequences(self) -> tuple[Consequence, ...]:
        """It goes on that organ's agenda."""
        return (Refer(organ=self.organ),)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """An organ that is not there."""
        return () if forum.is_organ(self.organ) else (Fault(code="unknown_organ", word=self.organ),)

    def prose(self, voice: Voice, effect: Effect) -> str:
        """To which organ."""
        return say(voice.lang, "operative.referral", organ=voice.organ(self.organ))


@frozen(kw_only=True)
class Committee(Measure):
    """A committee of these members is established; it treats the matter in its turn, and recommends."""

    tag: ClassVar[str] = "committee"

    slug: str
    """The latter half of its name: `six` makes `league.six`."""
    members: tuple[Power, ...]

    def consequences(self) -> tuple[Consequence, ...]:
        """It comes into being."""
        return (Establish(slug=self.slug, members=self.members),)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Strangers, those who do not belong, a name that cannot be one."""
        faults = addressee_faults(self.members, world)
        faults += tuple(Fault(code="no_member", word=p) for p in self.members if p in world.powers() and p not in forum.members())
        if not (self.slug.isascii() and self.slug.replace("_", "").isalnum() and len(self.slug) <= LONGEST_SLUG):
            faults += (Fault(code="article_name", word=self.slug[:LONGEST_SLUG]),)
        return faults

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Who sits on it."""
        return say(voice.lang, "operative.committee", who=named(self.members, voice))
