"""No aid to an aggressor: whoever attacks one party gets nothing from the others."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.clauses.foes import named_foes
from engine.clauses.mutual import Mutual, one_of_them, pairs, parties_in_short, parties_words
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class NoAidToAggressor(Mutual):
    """None of the powers named aids an attacker of another."""

    tag: ClassVar[str] = "no_aid_to_aggressor"
    atop: ClassVar[str | None] = "NEUTRAL"

    aggressors: tuple[Power, ...] = ()
    """Only where one of these attacks; empty is anybody."""
    trade_too: bool = False
    """Supplies and credit are refused as well as funds, arms and men."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each refuses aid and passage against each other one, unless that one is itself the aggressor."""
        deeds = frozenset({Deed.AID, Deed.LET_PASS, Deed.SUPPLY} if self.trade_too else {Deed.AID, Deed.LET_PASS})
        # To join the attack is to help the attacker most of all.
        joining = frozenset({Deed.JOIN_WAR})
        found: list[Duty] = []
        for debtor, creditor in pairs(self.between, parties):
            foes = tuple(foe for foe in self.aggressors if foe not in (debtor, creditor))
            if not self.aggressors:
                found.append(Refrain(debtor=debtor, creditor=creditor, deeds=deeds | joining, aimed=True, unless_aggressor=True))
            elif foes:
                found.append(
                    Refrain(
                        debtor=debtor,
                        creditor=creditor,
                        deeds=joining,
                        toward=creditor,
                        alongside=frozenset(foes),
                        aimed=True,
                        unless_aggressor=True,
                    )
                )
                found += (
                    Refrain(debtor=debtor, creditor=creditor, deeds=deeds, toward=foe, aimed=True, unless_aggressor=True) for foe in foes
                )
        return tuple(found)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and an aggressor among those protected."""
        faults = super().own_faults(negotiators, world) + power_faults(self.aggressors, world)
        return faults + tuple(Fault(code="foe_among_allies", word=p) for p in self.aggressors if p in (self.between or negotiators))

    def own_prose(self, voice: Voice) -> str:
        """In what case who refuses what."""
        trade = say(voice.lang, "prose.no_aid.trade") if self.trade_too else ""
        return say(
            voice.lang,
            "prose.no_aid",
            parties=parties_words(self.between, voice),
            trade=trade,
            one=one_of_them(self.between, voice),
            **named_foes(self.aggressors, None, voice),
        )

    def own_gist(self, voice: Voice) -> str:
        """Who helps no attacker of whom."""
        return say(
            voice.lang,
            "gist.no_aid.foe" if self.aggressors else "gist.no_aid",
            parties=parties_in_short(self.between, voice),
            trade=say(voice.lang, "gist.no_aid.trade") if self.trade_too else "",
            one=one_of_them(self.between, voice, "gist"),
            **named_foes(self.aggressors, None, voice),
        )
