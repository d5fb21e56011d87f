"""Guarantee of a third power, its frontiers or its independence."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import power_faults, signing_faults, stake_faults
from engine.duties import Assist, Automaticity, Duty, Extent, Trigger
from engine.names import Power, StakeId
from engine.texts.catalogue import say


class GuaranteeOf(StrEnum):
    """What the guarantors stand behind."""

    INDEPENDENCE = "independence"
    FRONTIERS = "frontiers"


@frozen(kw_only=True)
class Guarantee(Clause):
    """The guarantors assist the protected power against unprovoked aggression.

    A joint guarantee binds each guarantor only if all of them act; a several one binds each alone. `once_settled` holds the
    duty back until the questions of those stakes have been settled (annex to the Munich agreement, 29 September 1938).
    """

    tag: ClassVar[str] = "guarantee"
    atop: ClassVar[str | None] = "DEFENSE"

    guarantors: tuple[Power, ...]
    protected: Power
    object: GuaranteeOf = GuaranteeOf.FRONTIERS
    joint: bool = False
    automaticity: Automaticity = Automaticity.AUTOMATIC
    once_settled: tuple[StakeId, ...] = ()

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each guarantor that is bound aids the protected power, once what the guarantee waits for has been settled."""
        if not all(world.is_settled(stake) for stake in self.once_settled):
            return ()
        return tuple(
            Assist(
                debtor=guarantor,
                creditor=self.protected,
                against=frozenset(),
                trigger=Trigger.UNPROVOKED_ATTACK,
                automaticity=self.automaticity,
                extent=Extent.ALL_MEANS,
                jointly_with=frozenset(self.guarantors) - {guarantor} if self.joint else frozenset(),
            )
            for guarantor in self.guarantors
            if guarantor in parties
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The guarantors and the power protected."""
        return frozenset(self.guarantors) | {self.protected}

    def faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, guarantors that do not sign, none at all, and one that guarantees itself."""
        faults = signing_faults(self.guarantors, negotiators, world) + power_faults((self.protected,), world)
        faults += stake_faults(self.once_settled, world)
        if not self.guarantors:
            faults += (Fault(code="no_guarantor"),)
        if self.protected in self.guarantors:
            faults += (Fault(code="guarantees_itself", word=self.protected),)
        return faults

    def prose(self, voice: Voice) -> str:
        """The promise, the case for performance, how the guarantors stand to each other, and what it waits for."""
        lang = voice.lang
        alone = len(self.guarantors) == 1
        sentences = [
            say(
                lang,
                f"prose.guarantee.{self._manner()}",
                guarantors=voice.names(self.guarantors),
                object=say(lang, f"guarantee_of.{self.object.value}"),
                protected=voice.name(self.protected),
            )
        ]
        at_once = say(lang, "prose.at_once") if self.automaticity is Automaticity.AUTOMATIC else ""
        sentences.append(
            say(
                lang,
                "prose.assistance",
                case=say(lang, "prose.case.attack_upon", victim=voice.name(self.protected)),
                helper=say(lang, "prose.guarantor" if alone else "prose.guarantors"),
                mode=say(lang, f"prose.mode.{self.automaticity.value}"),
                means=say(lang, "prose.means.all_means", at_once=at_once),
            )
        )
        if not alone:
            sentences.append(say(lang, "prose.guarantee.all" if self.joint else "prose.guarantee.each"))
        if self.once_settled:
            settled = "prose.guarantee.settled" if len(self.once_settled) == 1 else "prose.guarantee.settled.many"
            sentences.append(say(lang, settled, of_stakes=self._of_stakes(voice)))
        return " ".join(sentences)

    def gist(self, voice: Voice) -> str:
        """Who stands behind what, how, and what it waits for."""
        lang = voice.lang
        return say(
            lang,
            f"gist.guarantee.{self._manner()}",
            guarantors=voice.names(self.guarantors),
            object=say(lang, f"guarantee_of.{self.object.value}"),
            protected=voice.name(self.protected),
            mode=say(lang, f"gist.mode.{self.automaticity.value}"),
            settled=say(lang, "gist.guarantee.settled", of_stakes=self._of_stakes(voice)) if self.once_settled else "",
        )

    def _manner(self) -> str:
        if len(self.guarantors) == 1:
            return "one"
        return "joint" if self.joint else "several"

    def _of_stakes(self, voice: Voice) -> str:
        return voice.listed(tuple(voice.of_stake(stake) for stake in self.once_settled))
