"""Right of transit: one power lets the forces of others through its territory."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import granted_faults, power_faults, stake_faults
from engine.duties import Allow, Duty, Trigger
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class Transit(Clause):
    """The grantor lets the forces of the powers named pass.

    A grantor that is not a party owes nothing until it has assented in writing (VCLT 34, 35).
    """

    tag: ClassVar[str] = "transit"
    atop: ClassVar[str | None] = None

    grantor: Power
    """Whose territory is crossed."""
    to: tuple[Power, ...]
    """Whose forces may cross it."""
    through: tuple[StakeId, ...] = ()
    """By way of these alone; empty is the whole territory."""
    against: tuple[Power, ...] = ()
    """Only in a war with one of these; empty is in any."""
    when: Trigger | None = None
    """Only when this case arises; none is at any time."""
    on_request: bool = False
    """Only when the grantor itself calls for it."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """The grantor, once bound, lets each through."""
        if self.grantor not in parties:
            return ()
        return tuple(
            Allow(
                debtor=self.grantor,
                creditor=user,
                deed=Deed.CROSS,
                at=frozenset(self.through),
                against=frozenset(self.against),
                when=self.when,
                on_request=self.on_request,
            )
            for user in self.to
        )

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The grantor, if it is not a party."""
        return frozenset({self.grantor}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The grantor and those who may pass."""
        return frozenset({self.grantor, *self.to})

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, leave granted to nobody or to oneself or through what is another's, and a march against the grantor or those who march."""
        faults = power_faults((self.grantor,), world) + power_faults(self.to, world) + power_faults(self.against, world)
        faults += stake_faults(self.through, world) + granted_faults(self.grantor, self.through, world)
        if not self.to:
            faults += (Fault(code="granted_to_nobody"),)
        if self.grantor in self.to:
            faults += (Fault(code="grants_itself", word=self.grantor),)
        return faults + tuple(Fault(code="foe_among_allies", word=p) for p in self.against if p == self.grantor or p in self.to)

    def own_prose(self, voice: Voice) -> str:
        """Who lets whom through where, against whom, when."""
        lang, grantor = voice.lang, voice.name(self.grantor)
        stakes = voice.listed(tuple(voice.stake(s) for s in self.through))
        return say(
            lang,
            "prose.transit",
            grantor=grantor,
            request=say(lang, "prose.upon_request", power=grantor) if self.on_request else "",
            where=stakes or say(lang, "prose.own_territory", power=grantor),
            of_users=voice.of_all(self.to),
            **self._case(voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who lets whom through where."""
        stakes = {"stakes": voice.listed(tuple(voice.stake(s) for s in self.through))} if self.through else {}
        request = say(voice.lang, "gist.upon_request", power=voice.name(self.grantor)) if self.on_request else ""
        return say(
            voice.lang,
            "gist.transit",
            grantor=voice.name(self.grantor),
            of_users=voice.of_all(self.to),
            request=request,
            **stakes,
            **self._case(voice),
        )

    def _case(self, voice: Voice) -> dict[str, Slot]:
        slots: dict[str, Slot] = {}
        if self.against:
            slots["foe"] = voice.either(tuple(voice.name(p) for p in self.against))
        if self.when is not None:
            slots["when"] = say(voice.lang, f"whenever.{self.when.value}")
        return slots
