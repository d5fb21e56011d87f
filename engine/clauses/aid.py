"""What every promise of assistance may carry: the case, by whom and upon what, the means, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import forces_faults, power_faults, stake_faults
from engine.clauses.foes import ANYBODY, acting_jointly, concert_faults, foe_faults, foes, named_foes
from engine.clauses.mutual import one_of_them
from engine.clauses.naming import any_of, parties_named
from engine.duties import ARMED, Assist, Automaticity, Extent, Forces, Observance, Trigger
from engine.names import Power, RegionId, StakeId
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class Aid(Clause):
    """A promise of assistance; its kinds say who owes it to whom."""

    against: tuple[Power, ...] = ()
    """Only against an attack by one of these; empty is by anybody."""
    against_region: RegionId | None = None
    """Only against an attack by a power of this region, whichever it is: `a European State` (Franco-Soviet treaty of 2 May 1935, article 2)."""
    together: bool = False
    """Only against an attack in which another power takes part too, at once or later."""
    together_with: tuple[Power, ...] = ()
    """Only if one of these takes part too; empty is any other power."""
    together_with_region: RegionId | None = None
    """Only if a power of this region takes part too, whichever it is."""
    over: tuple[StakeId, ...] = ()
    """Only where one of these is attacked; empty is the whole territory."""
    vital: tuple[StakeId, ...] = ()
    """Also where one of these is attacked, in whosever hands it is, and the power aided, holding that vital to it, resists by arms (London, 25 August
    1939: the Anglo-Polish agreement, article 2)."""
    trigger: Trigger = Trigger.UNPROVOKED_ATTACK
    automaticity: Automaticity = Automaticity.AUTOMATIC
    extent: Extent = Extent.ALL_MEANS
    forces: Forces | None = None
    """The contingent promised, where the text states one."""
    only_if_assisted_by: Power | None = None
    """Owed only in so far as this power assists as well (protocol of signature, Soviet-Czechoslovak treaty of 16 May 1935, point 2)."""
    only_with_transit_through: tuple[Power, ...] = ()
    """Owed only while each of these has granted the helper's forces passage."""

    def owed(
        self,
        pairs: Iterable[tuple[Power, Power]],
        world: World,
        *,
        only_against: frozenset[Power] = ANYBODY,
        jointly: frozenset[Power] = ANYBODY,
        observance: Observance | None = None,
    ) -> Iterator[Assist]:
        """The duty of each debtor to aid its creditor, with the terms of the article; none where nobody is left against whom it could run.

        `only_against` stands in the place of those whom the article names; those who are bound `jointly` wait each for the others.
        """
        # Asked of every pair of every alliance: what is the same for all of them is reckoned once.
        named, others, is_joint = frozenset(self.against), frozenset(self.together_with), self.is_joint
        over, vital, transit = frozenset(self.over), frozenset(self.vital), frozenset(self.only_with_transit_through)
        against: frozenset[Power] | None = only_against or named
        together_with: frozenset[Power] | None = others
        for debtor, creditor in pairs:
            if self.against_region is not None or self.together_with_region is not None:
                two = frozenset({debtor, creditor})
                against = only_against or foes(self.against, self.against_region, world, two)
                together_with = foes(self.together_with, self.together_with_region, world, two)
            if against is not None and together_with is not None:
                yield Assist(
                    debtor=debtor,
                    creditor=creditor,
                    against=against,
                    together=is_joint,
                    together_with=together_with,
                    over=over,
                    vital=vital,
                    trigger=self.trigger,
                    automaticity=self.automaticity,
                    extent=self.extent,
                    only_if_assisted_by=self.only_if_assisted_by,
                    jointly_with=jointly - {debtor} if jointly else ANYBODY,
                    with_transit_through=transit - {debtor, creditor} if transit else ANYBODY,
                    forces=self.forces,
                    observance=observance,
                )

    @property
    def is_joint(self) -> bool:
        """Whether it answers only an attack by two powers or more together."""
        return self.together or bool(self.together_with) or self.together_with_region is not None

    def terms_faults(self, helpers: tuple[Power, ...], aided: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, aid against its own circle or through the foe's country, a wait for oneself or the foe, forces without arms."""
        faults = foe_faults(self.against, self.against_region, (*helpers, *aided), world)
        faults += concert_faults(self.against, self.together_with, self.together_with_region, (*helpers, *aided), world)
        faults += stake_faults((*self.over, *self.vital), world)
        awaited = self.only_if_assisted_by
        if awaited is not None:
            faults += power_faults((awaited,), world)
            if awaited in helpers or awaited in aided:
                faults += (Fault(code="waits_for_itself", word=awaited),)
            if awaited in self.against:
                faults += (Fault(code="waits_for_foe", word=awaited),)
        faults += power_faults(self.only_with_transit_through, world)
        faults += tuple(Fault(code="transit_through_foe", word=p) for p in self.only_with_transit_through if p in self.against)
        pairs = tuple((helper, victim) for helper in helpers for victim in aided if helper != victim)
        idle = (p for p in self.only_with_transit_through if pairs and all(p in pair for pair in pairs))
        faults += tuple(Fault(code="transit_through_itself", word=p) for p in idle)
        if self.extent not in ARMED:
            faults += tuple(Fault(code="passage_without_arms", word=p) for p in self.only_with_transit_through)
        if self.vital and self.trigger is Trigger.ANY_WAR:
            faults += (Fault(code="vital_in_any_war", word=self.vital[0]),)
        if self.forces is not None:
            faults += forces_faults(self.forces, world)
            if self.extent not in ARMED:
                faults += (Fault(code="forces_without_arms", word=str(self.forces.divisions)),)
        return faults

    def foe_slots(self, voice: Voice, book: str = "prose") -> dict[str, Slot]:
        """By whom the attack must come; nothing if by anybody."""
        return self.jointly(named_foes(self.against, self.against_region, voice, book), voice, book)

    def jointly(self, foe: dict[str, Slot], voice: Voice, book: str) -> dict[str, Slot]:
        """The same, with those who must attack as well."""
        return {"foe": acting_jointly(foe.get("foe"), self.together_with, self.together_with_region, voice, book)} if self.is_joint else foe

    def case(self, voice: Voice, victim: Slot) -> str:
        """The case that calls for aid, as a treaty names it."""
        return case_words(self.trigger, victim, self.foe_slots(voice), voice)

    def aid_prose(self, voice: Voice, victim: Slot, helper: str) -> str:
        """The case, who helps, upon whose word, by what means, with what forces, and what the duty waits for."""
        case = self.case(voice, victim)
        return self.with_terms(assistance_sentence(voice, case, helper, victim, self.automaticity, self.extent), voice, victim)

    def with_terms(self, promise: str, voice: Voice, victim: Slot) -> str:
        """A promise with what the victim holds vital, the forces stated and what it waits for."""
        sentences = [promise]
        if self.vital:
            stakes = voice.either(tuple(voice.stake(s) for s in self.vital))
            key = "prose.vital.any" if self.trigger is Trigger.ANY_ATTACK else "prose.vital.unprovoked"
            sentences.append(say(voice.lang, key, victim=victim, stakes=stakes, **self.foe_slots(voice)))
        if self.forces is not None:
            sentences.append(say(voice.lang, "prose.forces", **forces_slots(self.forces, voice)))
        conditions = tuple(self._conditions(voice))
        if conditions:
            first, *others = conditions
            joined = voice.listed((first, *(say(voice.lang, "prose.condition.further", condition=c) for c in others)))
            sentences.append(say(voice.lang, "prose.conditions", conditions=joined))
        return " ".join(sentences)

    def _conditions(self, voice: Voice) -> list[str]:
        lang, case = voice.lang, CONDITION_OF.get(self.trigger, "attack")
        found = []
        if self.only_if_assisted_by is not None:
            found.append(say(lang, f"prose.condition.assisted.{case}", power=voice.name(self.only_if_assisted_by)))
        if self.over:
            found.append(say(lang, f"prose.condition.over.{case}", stakes=voice.either(tuple(voice.stake(s) for s in self.over))))
        if self.only_with_transit_through:
            found.append(say(lang, "prose.condition.transit", powers=voice.names(self.only_with_transit_through)))
        return found

    def case_in_short(self, voice: Voice) -> str:
        """`against an unprovoked attack by Germany`."""
        return say(voice.lang, f"gist.case.{self.trigger.value}", **self.foe_slots(voice, "gist"))

    def terms_in_short(self, voice: Voice, helper: str = "") -> str:
        """Upon whose word, and every condition: `; as each judges for itself; only if Poland helps too`."""
        lang, words = voice.lang, ""
        if self.over:
            words += say(lang, "gist.over", stakes=any_of(voice.stake_nouns(self.over)))
        if self.vital:
            words += say(lang, "gist.vital", stakes=any_of(voice.stake_nouns(self.vital)))
        words += mode_in_short(self.automaticity, voice, helper)
        if self.forces is not None:
            words += say(lang, "gist.forces", **forces_slots(self.forces, voice))
        if self.only_with_transit_through:
            words += say(lang, "gist.transit_needed", powers=voice.names(self.only_with_transit_through))
        if self.only_if_assisted_by is not None:
            words += say(lang, "gist.condition", power=voice.name(self.only_if_assisted_by))
        return words


CONDITION_OF = {Trigger.THREAT: "threat", Trigger.ANY_WAR: "war"}
"""The words in which the conditions speak of the case, where it is not simply an attack."""


def mode_in_short(automaticity: Automaticity, voice: Voice, helper: str = "") -> str:
    """Upon whose word aid is owed: `; as each judges for itself`, or `; as it judges for itself` where one alone owes it."""
    if helper and automaticity is Automaticity.AS_EACH_JUDGES:
        return say(voice.lang, "gist.mode.as_each_judges.one", helper=helper)
    return say(voice.lang, f"gist.mode.{automaticity.value}")


def case_words(trigger: Trigger, victim: Slot, foe: dict[str, Slot], voice: Voice, *, either_side: bool = False) -> str:
    """`In the event of France being the object of an unprovoked attack on the part of Germany`.

    Any war is one in which the victim is attacked or comes to the aid of another, or with `either_side` one that it has opened itself as
    well.
    """
    anybody: dict[str, Slot] = {"foe": say(voice.lang, "prose.any_power")} if trigger in (Trigger.ANY_ATTACK, Trigger.ANY_WAR) else {}
    case = "war" if either_side and trigger is Trigger.ANY_WAR else trigger.value
    return say(voice.lang, f"prose.case.{case}", **{**anybody, **foe, "victim": victim})


def assistance_sentence(voice: Voice, case: str, helper: str, victim: Slot, automaticity: Automaticity, extent: Extent) -> str:
    """In the case described, who does what for the victim, upon whose word."""
    lang = voice.lang
    at_once = say(lang, "prose.at_once") if automaticity is Automaticity.AUTOMATIC else ""
    return say(
        lang,
        "prose.assistance",
        case=case,
        helper=helper,
        mode=say(lang, f"prose.mode.{automaticity.value}", helper=helper),
        means=say(lang, f"prose.means.{extent.value}", at_once=at_once, helper=helper, victim=victim),
    )


def circle_sentence(voice: Voice, case: str, between: tuple[Power, ...], automaticity: Automaticity, extent: Extent) -> str:
    """What powers that are named owe one another: `France and Italy, in the event of an attack upon one of them, shall ...`."""
    lang = voice.lang
    at_once = say(lang, "prose.at_once") if automaticity is Automaticity.AUTOMATIC else ""
    judged = automaticity is Automaticity.AS_EACH_JUDGES
    mode = say(lang, "prose.mode.as_each_judges.circle" if judged else f"prose.mode.{automaticity.value}")
    return say(
        lang,
        "prose.assistance.circle",
        parties=parties_named(voice, between),
        case=case,
        mode=mode.removesuffix(","),
        means=say(lang, f"prose.means.{extent.value}.circle", at_once=at_once),
    )


def other_words(between: tuple[Power, ...], voice: Voice) -> str:
    """`each of the other Parties`, `the other Party`, `the other Power`, `each of the other Powers`."""
    if between:
        return say(voice.lang, "prose.other.power" if len(between) == 2 else "prose.other.powers")
    return say(voice.lang, "prose.other.party.two" if voice.bilateral else "prose.other.party")


def one_of_words(between: tuple[Power, ...], voice: Voice) -> str:
    """`one of the High Contracting Parties`; `one of them` where the sentence has named the powers."""
    return one_of_them(between, voice) if between else say(voice.lang, "prose.one_of_parties")


def forces_slots(forces: Forces, voice: Voice) -> dict[str, Slot]:
    """`n`, and where the text says so `days` and `front`."""
    slots: dict[str, Slot] = {"n": forces.divisions}
    if forces.days:
        slots["days"] = forces.days
    if forces.front is not None:
        slots["front"] = voice.stake(forces.front)
    return slots
