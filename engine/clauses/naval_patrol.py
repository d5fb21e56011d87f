"""Naval patrol: powers police a zone of the sea."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle_faults, signing_faults, stake_faults, water_faults
from engine.clauses.mutual import of_parties_words, pairs_from
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.texts.catalogue import say


@frozen(kw_only=True)
class NavalPatrol(Clause):
    """The powers named patrol a zone for the safety of shipping (arrangement of Nyon, 14 September 1937)."""

    tag: ClassVar[str] = "naval_patrol"
    atop: ClassVar[str | None] = "DEFENSE"

    zone: StakeId
    """What is patrolled."""
    patrols: tuple[Power, ...] = ()
    """Whose navies patrol it; empty is those of all the parties."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each of them owes it to each other party, as long as the article lasts."""
        return tuple(
            Render(debtor=debtor, creditor=creditor, deed=Deed.PATROL, at=self.zone, standing=True)
            for debtor, creditor in pairs_from(self.patrols, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """A zone that does not exist or is on land, strangers, and patrols that do not sign."""
        faults = stake_faults((self.zone,), world) + water_faults(self.zone, world)
        return faults + signing_faults(self.patrols, negotiators, world) + circle_faults((), negotiators, world)

    def own_prose(self, voice: Voice) -> str:
        """Who polices what, and why."""
        return say(voice.lang, "prose.naval_patrol", zone=voice.stake(self.zone), of_patrols=of_parties_words(self.patrols, voice))

    def own_gist(self, voice: Voice) -> str:
        """Whose navies patrol where."""
        of_patrols = voice.of_all(self.patrols) if self.patrols else say(voice.lang, "gist.of_parties")
        return say(voice.lang, "gist.naval_patrol", zone=voice.stake(self.zone), of_patrols=of_patrols)
