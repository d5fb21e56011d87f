"""Demilitarisation: a zone in which no forces are kept."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle_faults, signing_faults, stake_faults
from engine.clauses.mutual import pairs_from
from engine.clauses.naming import any_of, parties_named
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import say


@frozen(kw_only=True)
class Demilitarisation(Clause):
    """The powers named keep and assemble no armed forces in the zone (treaty of Versailles, articles 42 and 43)."""

    tag: ClassVar[str] = "demilitarisation"
    atop: ClassVar[str | None] = None

    zone: tuple[StakeId, ...]
    """What is kept free of forces."""
    bound: tuple[Power, ...] = ()
    """Whose forces keep out; empty is those of all the parties."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each of them owes it to each other party to keep its forces out."""
        return tuple(
            Refrain(debtor=debtor, creditor=creditor, deeds=frozenset({Deed.DEPLOY, Deed.OCCUPY}), at=frozenset(self.zone))
            for debtor, creditor in pairs_from(self.bound, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """No zone, one that does not exist, strangers, and forces of those who do not sign."""
        faults = stake_faults(self.zone, world) + signing_faults(self.bound, negotiators, world) + circle_faults((), negotiators, world)
        return faults if self.zone else (*faults, Fault(code="no_zone"))

    def own_prose(self, voice: Voice) -> str:
        """To whom what is forbidden where."""
        where = any_of(voice.stake_nouns(self.zone))
        return say(voice.lang, "prose.demilitarisation", bound=parties_named(voice, self.bound), where=where)

    def own_gist(self, voice: Voice) -> str:
        """Whose forces keep out of what."""
        of_bound = voice.of_all(self.bound) if self.bound else say(voice.lang, "gist.of_parties")
        return say(voice.lang, "gist.demilitarisation", of_bound=of_bound, zone=voice.stake_nouns(self.zone))
