"""Offensive cooperation: when one opens war, the others join it (ATOP: offence)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.aid import assistance_sentence, circle_sentence, one_of_words, other_words
from engine.clauses.base import Fault, Voice, World
from engine.clauses.foes import foe_faults, foes, named_foes
from engine.clauses.mutual import Mutual, one_of_them, pairs, parties_in_short
from engine.duties import Assist, Automaticity, Duty, Extent, Trigger
from engine.names import Power, RegionId
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class OffensiveCooperation(Mutual):
    """Each of the powers named joins any other that opens a war."""

    tag: ClassVar[str] = "offensive_cooperation"
    atop: ClassVar[str | None] = "OFFENSE"

    against: tuple[Power, ...] = ()
    """Only in a war upon one of these; empty is upon anybody."""
    against_region: RegionId | None = None
    """Only in a war upon a power of this region, whichever it is."""
    automaticity: Automaticity = Automaticity.AUTOMATIC
    extent: Extent = Extent.ALL_MEANS

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each joins each other one's war, never against a party."""
        against = foes(self.against, self.against_region, world, parties)
        if against is None:
            return ()
        return tuple(
            Assist(
                debtor=debtor,
                creditor=creditor,
                against=against,
                save=parties - {debtor, creditor},
                trigger=Trigger.ANY_WAR,
                automaticity=self.automaticity,
                extent=self.extent,
                in_attack=True,
            )
            for debtor, creditor in pairs(self.between, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a war upon one of its own circle."""
        faults = super().own_faults(negotiators, world)
        return faults + foe_faults(self.against, self.against_region, (*self.between, *negotiators), world)

    def own_prose(self, voice: Voice) -> str:
        """The war, who joins it, upon whose word, by what means."""
        opener = one_of_words(self.between, voice)
        foe: dict[str, Slot] = {"foe": say(voice.lang, "prose.any_third_power"), **named_foes(self.against, self.against_region, voice)}
        case = say(voice.lang, "prose.case.opens_war", opener=opener, **foe)
        if self.between:
            return circle_sentence(voice, case, self.between, self.automaticity, self.extent)
        return assistance_sentence(voice, case, other_words(self.between, voice), opener, self.automaticity, self.extent)

    def own_gist(self, voice: Voice) -> str:
        """Who joins whose war, how."""
        return say(
            voice.lang,
            "gist.offensive",
            parties=parties_in_short(self.between, voice),
            means=say(voice.lang, f"gist.means.{self.extent.value}"),
            mode=say(voice.lang, f"gist.mode.{self.automaticity.value}"),
            one=one_of_them(self.between, voice, "gist"),
            **named_foes(self.against, self.against_region, voice, "gist"),
        )
