"""Bases: one power lets another keep forces on its territory."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import granted_faults, power_faults, stake_faults
from engine.duties import Allow, Duty, Refrain
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class Bases(Clause):
    """The host tolerates the forces of the other power, up to the number agreed.

    A host that is not a party owes nothing until it has assented in writing (VCLT 34, 35).
    """

    tag: ClassVar[str] = "bases"
    atop: ClassVar[str | None] = None

    host: Power
    """Whose territory it is."""
    to: Power
    """Whose forces may be there."""
    at: tuple[StakeId, ...] = ()
    """Only at these places; empty is anywhere in the country."""
    at_most: int | None = None
    """Divisions in each place at the most; none is without limit."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """The host tolerates the forces, and their power keeps within the number."""
        owed: list[Duty] = []
        if self.host in parties:
            owed.append(Allow(debtor=self.host, creditor=self.to, deed=Deed.DEPLOY, at=frozenset(self.at)))
        if self.at_most is not None and self.to in parties:
            limit = Refrain(
                debtor=self.to,
                creditor=self.host,
                deeds=frozenset({Deed.DEPLOY}),
                toward=None if self.at else self.host,
                at=frozenset(self.at),
                ceiling=self.at_most,
            )
            owed.append(limit)
        return tuple(owed)

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The host, if it is not a party."""
        return frozenset({self.host}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The two."""
        return frozenset({self.host, self.to})

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, bases granted to oneself, places that do not exist or are not the host's, and a garrison of nobody."""
        faults = power_faults((self.host,), world) + power_faults((self.to,), world)
        faults += stake_faults(self.at, world) + granted_faults(self.host, self.at, world)
        if self.host == self.to:
            faults += (Fault(code="grants_itself", word=self.host),)
        if self.at_most is not None and self.at_most < 1:
            faults += (Fault(code="no_divisions", word=str(self.at_most)),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Who grants whom what, where, within what number."""
        return self._said(voice, "prose.bases")

    def own_gist(self, voice: Voice) -> str:
        """Who may keep forces with whom."""
        return self._said(voice, "gist.bases")

    def _said(self, voice: Voice, key: str) -> str:
        lang, host = voice.lang, voice.name(self.host)
        where = say(lang, "prose.on_own_territory", power=host)
        if self.at:
            where = say(lang, "prose.in_stakes", stakes=voice.stake_nouns(self.at))
        limit: dict[str, Slot] = {"n": self.at_most} if self.at_most is not None else {}
        return say(lang, key, host=host, user=voice.name(self.to), where=where, **limit)
