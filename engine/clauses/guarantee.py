"""Guarantee of a third power, its frontiers, one of its stakes, its independence, or of what others have undertaken towards it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from attrs import evolve as with_
from attrs import frozen

from engine.clauses.aid import Aid
from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults, signing_faults, stake_faults
from engine.clauses.foes import ANYBODY
from engine.duties import Assist, Duty, Observance, Trigger
from engine.names import ArticleId, Power, StakeId, TreatyId
from engine.texts.catalogue import Slot, say


class GuaranteeOf(StrEnum):
    """What the guarantors stand behind."""

    INDEPENDENCE = "independence"
    FRONTIERS = "frontiers"
    STAKE = "stake"
    """The possession of the stakes that `over` names."""
    OBSERVANCE = "observance"
    """That others keep what they have undertaken towards the protected power in this treaty, or in the `instrument` named: a breach
    short of an attack calls the guarantors, once the protected power does (Locarno, 16 October 1925, articles 1 and 4)."""


@frozen(kw_only=True)
class Guarantee(Aid):
    """The guarantors assist the protected power in the case described.

    A joint guarantee binds each guarantor only if all of them act; a several one binds each alone.
    """

    tag: ClassVar[str] = "guarantee"
    atop: ClassVar[str | None] = "DEFENSE"

    guarantors: tuple[Power, ...]
    protected: Power
    object: GuaranteeOf = GuaranteeOf.FRONTIERS
    frontier_with: Power | None = None
    """Only the frontier with this power, against which alone the guarantee then runs (Locarno, 16 October 1925, article 1)."""
    joint: bool = False
    instrument: TreatyId | None = None
    """The other treaty whose observance is guaranteed (Locarno, 16 October 1925, article 1: the treaty of Versailles)."""
    articles: tuple[ArticleId, ...] = ()
    """Only these articles of the text whose observance is guaranteed; empty is all of it."""
    once_settled: tuple[StakeId, ...] = ()
    """Not owed until the questions of these stakes are settled (annex to the Munich agreement, 29 September 1938)."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each guarantor that is bound aids the protected power, once what the guarantee waits for has been settled."""
        if not all(world.is_settled(stake) for stake in self.once_settled):
            return ()
        return tuple(self.promised(tuple(guarantor for guarantor in self.guarantors if guarantor in parties), world))

    def promised(self, guarantors: tuple[Power, ...], world: World) -> Iterator[Assist]:
        """What these guarantors owe, whether or not what the guarantee waits for has been settled."""
        return self.owed(
            ((guarantor, self.protected) for guarantor in guarantors),
            world,
            only_against=ANYBODY if self.frontier_with is None else frozenset({self.frontier_with}),
            jointly=frozenset(self.guarantors) if self.joint else ANYBODY,
            observance=self._observance(),
        )

    def _observance(self) -> Observance | None:
        if self.object is not GuaranteeOf.OBSERVANCE:
            return None
        return Observance(treaty=self.instrument, articles=frozenset(self.articles))

    def names(self) -> tuple[TreatyId, ...]:
        """The treaty while which it binds, and the one whose observance is guaranteed."""
        return (*super().names(), *((self.instrument,) if self.instrument is not None else ()))

    def rests_on(self, article: ArticleId) -> bool:
        """Whether the observance of that article is guaranteed."""
        here = self.object is GuaranteeOf.OBSERVANCE and self.instrument is None
        return here and (not self.articles or article in self.articles)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The guarantors and the power protected."""
        return frozenset(self.guarantors) | {self.protected}

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, guarantors that do not sign, none at all, one that guarantees itself, and an object that is not named or not meant."""
        faults = signing_faults(self.guarantors, negotiators, world) + power_faults((self.protected,), world)
        faults += stake_faults(self.once_settled, world)
        if not self.guarantors:
            faults += (Fault(code="no_guarantor"),)
        if self.protected in self.guarantors:
            faults += (Fault(code="guarantees_itself", word=self.protected),)
        if self.object is GuaranteeOf.STAKE and not self.over:
            faults += (Fault(code="no_stake_guaranteed"),)
        return (
            faults + self._frontier_faults(world) + self._observance_faults() + self.terms_faults(self.guarantors, (self.protected,), world)
        )

    def _frontier_faults(self, world: World) -> tuple[Fault, ...]:
        neighbour = self.frontier_with
        if neighbour is None:
            return ()
        faults = power_faults((neighbour,), world)
        if self.object is not GuaranteeOf.FRONTIERS:
            faults += (Fault(code="frontier_not_guaranteed", word=neighbour),)
        if named := self.against_region or next(iter(self.against), None):
            faults += (Fault(code="assailant_twice", word=named),)
        if neighbour == self.protected or neighbour in self.guarantors:
            faults += (Fault(code="against_a_party", word=neighbour),)
        return faults

    def _observance_faults(self) -> tuple[Fault, ...]:
        """Undertakings named where none are guaranteed, one named twice, and a case where the breach is the case."""
        faults = tuple(Fault(code="guaranteed_twice", word=a) for a in dict.fromkeys(self.articles) if self.articles.count(a) > 1)
        if self.object is not GuaranteeOf.OBSERVANCE:
            return (*faults, Fault(code="observance_not_guaranteed")) if self.articles or self.instrument is not None else faults
        of_attack = self.trigger is not Trigger.UNPROVOKED_ATTACK or bool(self.over) or bool(self.vital) or self.is_joint
        return (*faults, Fault(code="breach_is_the_case")) if of_attack else faults

    def foe_slots(self, voice: Voice, book: str = "prose") -> dict[str, Slot]:
        """By whom the attack must come: the neighbour beyond the frontier, or powers by name."""
        if self.frontier_with is None:
            return super().foe_slots(voice, book)
        return self.jointly({"foe": voice.nouns((self.frontier_with,))}, voice, book)

    def case(self, voice: Voice, victim: Slot) -> str:
        """The plainest case in the plainest words."""
        if self.object is GuaranteeOf.OBSERVANCE:
            return say(voice.lang, "prose.case.breach", victim=victim)
        if self._is_plain(voice):
            return say(voice.lang, "prose.case.attack_upon", victim=victim)
        return super().case(voice, victim)

    def _is_plain(self, voice: Voice) -> bool:
        return self.trigger is Trigger.UNPROVOKED_ATTACK and not self.foe_slots(voice)

    def _case_in_short(self, voice: Voice) -> str:
        """The case, parted from what goes before where that ends in a phrase of its own."""
        if self.object is GuaranteeOf.OBSERVANCE:
            return say(voice.lang, "gist.case.breach")
        return (" " if len(self.guarantors) == 1 else ", ") + self.case_in_short(voice)

    def own_prose(self, voice: Voice) -> str:
        """The promise, the case for performance, how the guarantors stand to each other, and what it waits for."""
        lang = voice.lang
        alone = len(self.guarantors) == 1
        sentences = [
            say(
                lang,
                f"prose.guarantee.{self._manner()}",
                guarantors=voice.names(self.guarantors),
                object=self._object_words(voice, "prose"),
                **({} if self.object is GuaranteeOf.OBSERVANCE else {"danger": say(lang, f"prose.danger.{self.trigger.value}")}),
            ),
            self.aid_prose(voice, voice.name(self.protected), say(lang, "prose.guarantor" if alone else "prose.guarantors")),
        ]
        if not alone:
            two = ".two" if len(self.guarantors) == 2 else ""
            sentences.append(say(lang, f"prose.guarantee.{'all' if self.joint else 'each'}{two}"))
        if self.once_settled:
            sentences.append(say(lang, f"prose.guarantee.{self._settled()}", of_stakes=self._of_stakes(voice)))
        return " ".join(sentences)

    def own_gist(self, voice: Voice) -> str:
        """Who stands behind what, how, and what it waits for."""
        lang, manner = voice.lang, self._manner()
        # The stakes whose possession is guaranteed are not named twice.
        terms = with_(self, over=()) if self.object is GuaranteeOf.STAKE else self
        if manner == "joint" and len(self.guarantors) == 2:
            manner = "joint.two"
        return say(
            lang,
            f"gist.guarantee.{manner}",
            guarantors=voice.names(self.guarantors),
            object=self._object_words(voice, "gist"),
            case=self._case_in_short(voice),
            terms=terms.terms_in_short(voice, voice.name(self.guarantors[0]) if len(self.guarantors) == 1 else ""),
            means=say(lang, f"gist.with.{self.extent.value}"),
            settled=say(lang, f"gist.guarantee.{self._settled()}", of_stakes=self._of_stakes(voice)) if self.once_settled else "",
        )

    def _object_words(self, voice: Voice, book: str) -> str:
        """`the frontier between Poland and Germany`, `to Poland the possession of Danzig`."""
        slots: dict[str, Slot] = {"protected": voice.name(self.protected)}
        if self.object is GuaranteeOf.STAKE:
            slots["of_stakes"] = voice.listed(tuple(voice.of_stake(stake) for stake in self.over))
        if self.object is GuaranteeOf.FRONTIERS and self.frontier_with is not None:
            return say(voice.lang, "guaranteed.frontier_with", neighbour=voice.name(self.frontier_with), **slots)
        if self.object is GuaranteeOf.OBSERVANCE:
            slots |= self.foe_slots(voice, book) | self._undertakings(voice)
        return say(voice.lang, f"guaranteed.{self.object.value}{'.articles' if self.articles else ''}", **slots)

    def _undertakings(self, voice: Voice) -> dict[str, Slot]:
        """`articles` by their numbers, where only some are meant, and the `text` that holds them."""
        found: dict[str, Slot] = {"text": say(voice.lang, "guaranteed.of_this")}
        if self.instrument is not None:
            found["text"] = say(voice.lang, "guaranteed.of_that", treaty=voice.treaty(self.instrument))
        if self.articles:
            found["n"] = len(self.articles)
            found["articles"] = voice.listed(tuple(voice.figure(article, self.instrument) for article in self.articles))
        return found

    def _manner(self) -> str:
        if len(self.guarantors) == 1:
            return "one"
        return "joint" if self.joint else "several"

    def _settled(self) -> str:
        return "settled" if len(self.once_settled) == 1 else "settled.many"

    def _of_stakes(self, voice: Voice) -> str:
        return voice.listed(tuple(voice.of_stake(stake) for stake in self.once_settled))
