"""Mutual assistance: an attack on one party obliges the others (ATOP: defence)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults, power_faults
from engine.duties import Assist, Automaticity, Duty, Extent, Trigger
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class MutualAssistance(Clause):
    """Each of the powers named aids any other that is attacked.

    `between` empty means all the parties. `only_if_assisted_by` makes every duty of the article wait for that power
    (protocol of signature of the Soviet-Czechoslovak treaty of 16 May 1935, point 2).
    """

    tag: ClassVar[str] = "mutual_assistance"
    atop: ClassVar[str | None] = "DEFENSE"

    between: tuple[Power, ...] = ()
    against: tuple[Power, ...] = ()
    trigger: Trigger = Trigger.UNPROVOKED_ATTACK
    automaticity: Automaticity = Automaticity.AUTOMATIC
    extent: Extent = Extent.ALL_MEANS
    only_if_assisted_by: Power | None = None

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each aids each other one."""
        return tuple(
            Assist(
                debtor=debtor,
                creditor=creditor,
                against=frozenset(self.against),
                trigger=self.trigger,
                automaticity=self.automaticity,
                extent=self.extent,
                only_if_assisted_by=self.only_if_assisted_by,
            )
            for creditor in circle(self.between, parties)
            for debtor in circle(self.between, parties)
            if debtor != creditor
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who would aid and be aided."""
        return frozenset(self.between or negotiators)

    def faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, assistance against a party, and a condition that waits for a power's own act."""
        circle_of = self.between or negotiators
        faults = circle_faults(self.between, negotiators, world) + power_faults(self.against, world)
        faults += tuple(Fault(code="against_a_party", word=p) for p in self.against if p in circle_of)
        if self.only_if_assisted_by is not None:
            faults += power_faults((self.only_if_assisted_by,), world)
            if self.only_if_assisted_by in circle_of:
                faults += (Fault(code="waits_for_itself", word=self.only_if_assisted_by),)
        return faults

    def prose(self, voice: Voice) -> str:
        """The case, who helps, upon whose word, by what means, and the power for whose help it waits."""
        lang = voice.lang
        at_once = say(lang, "prose.at_once") if self.automaticity is Automaticity.AUTOMATIC else ""
        sentence = say(
            lang,
            "prose.assistance",
            case=self._case(voice),
            helper=say(lang, f"prose.other.{'party' if not self.between else 'power' if len(self.between) == 2 else 'powers'}"),
            mode=say(lang, f"prose.mode.{self.automaticity.value}"),
            means=say(lang, f"prose.means.{self.extent.value}", at_once=at_once),
        )
        if self.only_if_assisted_by is None:
            return sentence
        condition = "prose.only_if.threat" if self.trigger is Trigger.THREAT else "prose.only_if"
        return f"{sentence} {say(lang, condition, power=voice.name(self.only_if_assisted_by))}"

    def _case(self, voice: Voice) -> str:
        slots = {
            "victim": voice.either(tuple(voice.name(p) for p in self.between)) or say(voice.lang, "prose.one_of_parties"),
            "foe": voice.either(tuple(voice.name(p) for p in self.against)) or say(voice.lang, "prose.any_power"),
        }
        if self.against:
            slots["of_foe"] = voice.either(tuple(voice.of(p) for p in self.against))
        return say(voice.lang, f"prose.case.{self.trigger.value}", **slots)

    def gist(self, voice: Voice) -> str:
        """Who aids whom, how, in what case, and what it waits for."""
        lang = voice.lang
        foe = {"foe": voice.either(tuple(voice.name(p) for p in self.against))} if self.against else {}
        awaited = self.only_if_assisted_by
        return say(
            lang,
            "gist.assistance",
            parties=voice.names(self.between) or say(lang, "gist.parties"),
            means=say(lang, f"gist.means.{self.extent.value}"),
            case=say(lang, f"gist.case.{self.trigger.value}", **foe),
            mode=say(lang, f"gist.mode.{self.automaticity.value}"),
            condition="" if awaited is None else say(lang, "gist.condition", power=voice.name(awaited)),
        )
