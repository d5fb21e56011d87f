"""Sanctions short of force, with exemptions and a review date (Covenant 16(1); Charter 41), and their end."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.measures.base import Consequence, Forum, Lift, Measure, owed_to
from engine.measures.faults import addressee_faults, date_faults
from engine.names import Power, TurnId
from engine.orders import Sanction
from engine.texts.catalogue import say
from engine.voting.bodies import Effect


def covered(applied: frozenset[Sanction]) -> frozenset[Sanction]:
    """What is severed by what a power applies: all trade includes arms and oil."""
    return applied | {Sanction.ARMS, Sanction.OIL} if Sanction.GENERAL in applied else applied


@frozen(kw_only=True)
class Sanctions(Measure):
    """The members are to sever relations of these kinds with the target; those exempt need not."""

    tag: ClassVar[str] = "sanctions"
    coercive: ClassVar[bool] = True

    target: Power
    kinds: tuple[Sanction, ...]
    exempt: tuple[Power, ...] = ()
    review: TurnId | None = None
    """The sanctions end with this turn unless they are decided again."""

    def duties(self, bound: frozenset[Power], beneficiaries: tuple[Power, ...]) -> tuple[Duty, ...]:
        """Each member that is bound and not exempt severs what is named, as long as the measure lasts."""
        return tuple(
            Render(debtor=power, creditor=creditor, deed=Deed.SANCTION, toward=self.target, standing=True)
            for power in sorted(bound)
            if power != self.target and power not in self.exempt and (creditor := owed_to(power, beneficiaries)) is not None
        )

    def kept_by(self, applied: frozenset[Sanction]) -> bool:
        """Whether what a member has severed is what the measure asks."""
        return covered(applied) >= set(self.kinds)

    def accused(self) -> frozenset[Power]:
        """The target."""
        return frozenset({self.target})

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Strangers, no kind of sanction or one named twice, a target exempted, a review date gone by."""
        faults = addressee_faults((self.target,), world) + power_faults(self.exempt, world) + date_faults(self.review, forum)
        if not self.kinds or len(set(self.kinds)) != len(self.kinds):
            faults += (Fault(code="sanctions_wanting"),)
        if self.target in self.exempt:
            faults += (Fault(code="against_itself", word=self.target),)
        return faults

    def prose(self, voice: Voice, effect: Effect) -> str:
        """What is to be severed with whom, who need not, and until when."""
        lang = voice.lang
        said = {"kinds": voice.listed(tuple(say(lang, f"sanction.{kind.value}") for kind in self.kinds))}
        parts = [say(lang, f"operative.sanctions.{effect.value}", target=voice.nouns((self.target,)), **said)]
        if self.exempt:
            parts.append(say(lang, "operative.exempt", who=voice.nouns(self.exempt)))
        if self.review is not None:
            parts.append(say(lang, "operative.review", date=voice.date(self.review)))
        return "".join(parts)


@frozen(kw_only=True)
class Lifting(Measure):
    """Sanctions in force against a power end: those of the kinds named, or all."""

    tag: ClassVar[str] = "lifting"

    target: Power
    kinds: tuple[Sanction, ...] = ()

    def consequences(self) -> tuple[Consequence, ...]:
        """They end."""
        return (Lift(target=self.target, kinds=frozenset(self.kinds)),)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """A stranger, or a kind named twice."""
        faults = addressee_faults((self.target,), world)
        return faults if len(set(self.kinds)) == len(self.kinds) else (*faults, Fault(code="sanctions_wanting"))

    def prose(self, voice: Voice, effect: Effect) -> str:
        """What ends, and against whom."""
        lang = voice.lang
        kinds = voice.listed(tuple(say(lang, f"sanction.{kind.value}") for kind in self.kinds)) if self.kinds else ""
        return say(lang, "operative.lifting", target=voice.name(self.target), **({"kinds": kinds} if kinds else {}))
