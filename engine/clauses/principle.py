"""Principles declared: nothing enforces them, but a breach can be named by all."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, assert_never

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults
from engine.clauses.inviolability import ASSAULT
from engine.clauses.naming import parties_in_short, parties_named
from engine.clauses.non_aggression import FORCE, THREAT
from engine.clauses.non_interference import INTERVENING
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say


class HelsinkiPrinciple(StrEnum):
    """The ten principles of the Final Act of Helsinki (1 August 1975, basket I, 1(a))."""

    SOVEREIGN_EQUALITY = "sovereign_equality"
    NO_FORCE = "no_force"
    INVIOLABILITY = "inviolability"
    TERRITORIAL_INTEGRITY = "territorial_integrity"
    PEACEFUL_SETTLEMENT = "peaceful_settlement"
    NON_INTERVENTION = "non_intervention"
    HUMAN_RIGHTS = "human_rights"
    SELF_DETERMINATION = "self_determination"
    CO_OPERATION = "co_operation"
    GOOD_FAITH = "good_faith"


def against(principle: HelsinkiPrinciple) -> frozenset[Deed]:
    """The deeds of one power towards another that are plainly against a principle, as the Final Act spells it out.

    Good faith is broken by a breach of any other obligation, which can be named under it; the game knows no deeds against the rights of
    persons and peoples or against co-operation.
    """
    match principle:
        case HelsinkiPrinciple.NO_FORCE:
            return FORCE | THREAT
        case HelsinkiPrinciple.INVIOLABILITY:
            return ASSAULT
        case HelsinkiPrinciple.PEACEFUL_SETTLEMENT:
            return frozenset({Deed.ATTACK, Deed.THREATEN})
        case HelsinkiPrinciple.TERRITORIAL_INTEGRITY:
            return frozenset({Deed.OCCUPY, Deed.CROSS})
        case HelsinkiPrinciple.NON_INTERVENTION:
            return INTERVENING
        case HelsinkiPrinciple.SOVEREIGN_EQUALITY:
            return frozenset({Deed.INTERFERE})
        case (
            HelsinkiPrinciple.HUMAN_RIGHTS
            | HelsinkiPrinciple.SELF_DETERMINATION
            | HelsinkiPrinciple.CO_OPERATION
            | HelsinkiPrinciple.GOOD_FAITH
        ):
            return frozenset()
        case _:
            assert_never(principle)


@frozen(kw_only=True)
class Principle(Clause):
    """The powers named declare that some principles guide their relations with one another.

    It keeps nobody from coming to another's aid, and no aid is owed under it: a breach is put on record, and each of those who have
    declared them can name it, be it to its own injury or another's.
    """

    tag: ClassVar[str] = "principle"
    atop: ClassVar[str | None] = None
    ancillary: ClassVar[bool] = True

    between: tuple[Power, ...] = ()
    principles: tuple[HelsinkiPrinciple, ...]

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each abstains, towards each other one, from what is plainly against the principles declared."""
        members = circle(self.between, parties)
        deeds = frozenset(deed for principle in self.principles for deed in against(principle))
        if not deeds:
            return ()
        return tuple(
            Refrain(
                debtor=d,
                creditor=c,
                toward=c,
                deeds=deeds,
                unless_aggressor=True,
                # A claim that its holder has agreed to is a change by agreement.
                unless_with=frozenset({c} if Deed.CLAIM in deeds else ()),
            )
            for d in members
            for c in members
            if d != c
        )

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who declare them."""
        return frozenset(self.between or negotiators)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a power alone, and no principle or one twice."""
        faults = circle_faults(self.between, negotiators, world)
        if not self.principles:
            faults += (Fault(code="no_principle"),)
        if len(set(self.principles)) < len(self.principles):
            faults += (Fault(code="principle_twice"),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """The principles, by their names, and that they shield no aggressor."""
        lang = voice.lang
        following = f"{say(lang, 'list.following')}\n"
        names = following.join(say(lang, f"principle.{principle.value}") for principle in self.principles)
        one = ".one" if len(self.principles) == 1 else ""
        listed = f"{say(lang, f'prose.principle{one}', parties=parties_named(voice, self.between))}\n{names}."
        if not any(against(principle) for principle in self.principles):
            return listed
        return f"{listed}\n{say(lang, f'prose.principle.unless_aggressor{one}')}"

    def own_gist(self, voice: Voice) -> str:
        """What is declared, and that nothing enforces it."""
        lang = voice.lang
        names = f"{say(lang, 'list.following')} ".join(say(lang, f"principle.{principle.value}") for principle in self.principles)
        key = "gist.principle.one" if len(self.principles) == 1 else "gist.principle"
        return say(lang, key, parties=parties_in_short(voice, self.between), principles=names)
