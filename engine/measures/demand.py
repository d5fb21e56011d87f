"""Calls and demands: to cease fire, to withdraw, to stand down, to negotiate, by a date or at once."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, assert_never

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import stake_faults
from engine.clauses.non_aggression import FORCE
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.measures.base import Forum, Measure, named, owed_to
from engine.measures.faults import addressee_faults, date_faults
from engine.names import Power, StakeId, TurnId
from engine.texts.catalogue import say
from engine.voting.bodies import Effect


class Act(StrEnum):
    """What those addressed are to do."""

    CEASE_FIRE = "cease_fire"
    WITHDRAW = "withdraw"
    STAND_DOWN = "stand_down"
    NEGOTIATE = "negotiate"
    REFRAIN = "refrain"
    """Not to resort to force."""


def duties_of_acts(
    acts: tuple[Act, ...],
    addressees: tuple[Power, ...],
    bound: frozenset[Power],
    beneficiaries: tuple[Power, ...],
    stake: StakeId | None = None,
    by: TurnId | None = None,
) -> tuple[Duty, ...]:
    """What those addressed that are bound owe one another, or those for whose sake it is demanded."""
    found: list[Duty] = []
    for power in addressees:
        creditor = owed_to(power, tuple(p for p in addressees if p != power) + beneficiaries)
        if power in bound and creditor is not None:
            for act in acts:
                match act:
                    case Act.CEASE_FIRE | Act.REFRAIN:
                        found.append(Refrain(debtor=power, creditor=creditor, deeds=FORCE, toward=creditor))
                    case Act.STAND_DOWN:
                        found.append(Refrain(debtor=power, creditor=creditor, deeds=frozenset({Deed.MOBILISE})))
                    case Act.WITHDRAW if stake is not None:
                        found.append(Render(debtor=power, creditor=creditor, deed=Deed.EVACUATE, at=stake, by=by, standing=by is None))
                    case Act.NEGOTIATE | Act.WITHDRAW:
                        pass
                    case _:
                        assert_never(act)
    return tuple(dict.fromkeys(found))


@frozen(kw_only=True)
class Demand(Measure):
    """The organ calls upon powers, or demands of them, to do something; `stake` is what is to be evacuated."""

    tag: ClassVar[str] = "demand"

    addressees: tuple[Power, ...]
    act: Act
    stake: StakeId | None = None
    by: TurnId | None = None
    firmly: bool = False
    """It demands, and does not only call upon."""

    def duties(self, bound: frozenset[Power], beneficiaries: tuple[Power, ...]) -> tuple[Duty, ...]:
        """A demand that binds is owed by those addressed; a call asks and obliges nobody."""
        if not self.firmly:
            return ()
        return duties_of_acts((self.act,), self.addressees, bound, beneficiaries, self.stake, self.by)

    def faults(self, forum: Forum, world: World) -> tuple[Fault, ...]:
        """Nobody addressed, strangers, a stake that is not there, a date that is past."""
        faults = addressee_faults(self.addressees, world) + date_faults(self.by, forum)
        if self.stake is not None:
            faults += stake_faults((self.stake,), world)
            if self.act is not Act.WITHDRAW:
                faults += (Fault(code="stake_out_of_place", word=self.stake),)
        return faults

    def prose(self, voice: Voice, effect: Effect) -> str:
        """Who is to do what, where and by when."""
        place = {} if self.stake is None else {"place": voice.stake_nouns((self.stake,))}
        date = {} if self.by is None else {"date": voice.date(self.by)}
        who = named(self.addressees, voice)
        act = say(voice.lang, f"act.{self.act.value}.{'that' if self.firmly else 'to'}", who=who, **place)
        return say(voice.lang, f"operative.{'demand' if self.firmly else 'call'}", who=who, act=act, **date)
