"""What one power owes another: the few forms in which every article binds, whatever its kind."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, TypeAlias, assert_never

from attrs import frozen

from engine.happenings import Deed, Means
from engine.names import ArticleId, Power, StakeId, TreatyId, TurnId


class Trigger(StrEnum):
    """The case that calls for performance."""

    UNPROVOKED_ATTACK = "unprovoked_attack"
    ANY_ATTACK = "any_attack"
    """An attack, whoever used force first."""
    ANY_WAR = "any_war"
    """Any war in which the power aided is engaged, be it attacked or drawn in for another, save one that it has opened itself; where
    no aid is owed, one that it has opened as well."""
    THREAT = "threat"
    INDIRECT_AGGRESSION = "indirect_aggression"
    """Aggression under the mask of internal change or of agreement under threat (Moscow, July 1939); an attack meets it too."""


class Automaticity(StrEnum):
    """Who decides that the case has arisen."""

    AUTOMATIC = "automatic"
    UPON_RECOMMENDATION = "upon_recommendation"
    AFTER_CONSULTATION = "after_consultation"
    AS_EACH_JUDGES = "as_each_judges"


class Extent(StrEnum):
    """By what means a duty is performed."""

    ALL_MEANS = "all_means"
    MILITARY = "military"
    ECONOMIC = "economic"
    DIPLOMATIC = "diplomatic"


ARMED = (Extent.ALL_MEANS, Extent.MILITARY)


@frozen(kw_only=True)
class Forces:
    """A contingent promised: so many divisions on a front so many days after the case arises."""

    divisions: int
    days: int = 0
    front: StakeId | None = None


@frozen(kw_only=True)
class Observance:
    """Which undertakings are guaranteed: what whoever has made them owes the creditor of the guarantee."""

    treaty: TreatyId | None = None
    """The text that holds them; None is the one that holds the guarantee."""
    articles: frozenset[ArticleId] = frozenset()
    """Only these articles of it; empty is the whole text."""


@frozen(kw_only=True)
class Assist:
    """The debtor comes to the aid of the creditor when the case arises."""

    form: ClassVar[str] = "assist"

    debtor: Power
    creditor: Power
    against: frozenset[Power] = frozenset()
    """Only an attack by one of these; empty is an attack by anybody."""
    save: frozenset[Power] = frozenset()
    """Never against these."""
    together: bool = False
    """Only an attack by such a power and another together."""
    together_with: frozenset[Power] = frozenset()
    """Where `together`, only with one of these; empty is with any other power."""
    over: frozenset[StakeId] = frozenset()
    """Only where one of these is attacked or at stake; empty is the whole territory."""
    outside: frozenset[StakeId] = frozenset()
    """Never where one of these alone is attacked."""
    vital: frozenset[StakeId] = frozenset()
    """Owed as well where one of these is attacked in another's hands, once the creditor has gone to war over it."""
    trigger: Trigger = Trigger.UNPROVOKED_ATTACK
    automaticity: Automaticity = Automaticity.AUTOMATIC
    extent: Extent = Extent.ALL_MEANS
    only_if_assisted_by: Power | None = None
    """Owed only in so far as this power assists as well."""
    jointly_with: frozenset[Power] = frozenset()
    """Owed only if all of these assist too (a joint guarantee)."""
    with_transit_through: frozenset[Power] = frozenset()
    """Owed only while each of these has granted the debtor's forces passage."""
    forces: Forces | None = None
    in_attack: bool = False
    """Offensive cooperation: owed when the creditor itself opens the war, against its target."""
    observance: Observance | None = None
    """Owed where these undertakings are broken, once the creditor has called for it; an attack alone does not call for it."""


@frozen(kw_only=True)
class Refrain:
    """The debtor does none of these deeds."""

    form: ClassVar[str] = "refrain"

    debtor: Power
    creditor: Power
    deeds: frozenset[Deed]
    toward: Power | None = None
    """Only when done to, through or with this power; None is anybody."""
    at: frozenset[StakeId] = frozenset()
    """Only at one of these stakes; empty is anywhere."""
    means: frozenset[Means] = frozenset()
    """Only with one of these means; empty is any."""
    aimed: bool = False
    """Only when the deed is directed against the creditor."""
    unless_aggressor: bool = False
    """Not where the creditor has itself attacked the power that the deed would favour."""
    matter: str = ""
    """Only in this matter; empty is any."""
    ceiling: int | None = None
    """Only beyond this amount."""
    unless_with: frozenset[Power] = frozenset()
    """Not when it is done together with all of these."""
    alongside: frozenset[Power] = frozenset()
    """Only when it is done together with one of these; empty is with anybody."""
    together: bool = False
    """Only in a war that such a power and another wage together."""
    together_with: frozenset[Power] = frozenset()
    """Where `together`, only with one of these; empty is with any other power."""
    in_war: bool = False
    """Only where it is done against somebody, as by a belligerent."""


@frozen(kw_only=True)
class Render:
    """The debtor performs a deed: by a date, or when the case arises."""

    form: ClassVar[str] = "render"

    debtor: Power
    creditor: Power
    deed: Deed
    toward: Power | None = None
    at: StakeId | None = None
    matter: str = ""
    amount: int = 0
    by: TurnId | None = None
    """The turn in which it is due at the latest; None where a case calls for it."""
    when: Trigger | None = None
    """The case that calls for it; None where a date does."""
    standing: bool = False
    """A conduct that lasts as long as the article, with no single day of performance."""


@frozen(kw_only=True)
class Allow:
    """The debtor tolerates a deed of the creditor on its own territory or at its own expense: transit, bases, inspection."""

    form: ClassVar[str] = "allow"

    debtor: Power
    creditor: Power
    deed: Deed
    at: frozenset[StakeId] = frozenset()
    against: frozenset[Power] = frozenset()
    """Only in a war with one of these; empty is any."""
    when: Trigger | None = None
    """Only when the case arises; None is at any time."""
    on_request: bool = False
    """Only when the debtor itself calls for it."""
    until: TurnId | None = None


@frozen(kw_only=True)
class Consult:
    """The debtor consults the creditor when the case arises."""

    form: ClassVar[str] = "consult"

    debtor: Power
    creditor: Power
    on: Trigger | None = Trigger.THREAT
    """None is at all times: once the treaty is in force, whatever happens."""
    against: frozenset[Power] = frozenset()
    """Only where the danger comes from one of these; empty is from anybody."""
    threatened: frozenset[Power] = frozenset()
    """Whose danger it is about; empty is that of either of the two."""
    over: frozenset[StakeId] = frozenset()
    """Only where the power in danger holds one of these; empty is anywhere."""


@frozen(kw_only=True)
class Cede:
    """The debtor hands a stake over to the creditor, at the latest in the turn named."""

    form: ClassVar[str] = "cede"

    debtor: Power
    creditor: Power
    stake: StakeId
    by: TurnId


Duty: TypeAlias = Assist | Refrain | Render | Allow | Consult | Cede
"""What one power owes another under an article; a new kind of article makes do with these."""


def trigger_of(duty: Duty) -> Trigger | None:
    """The case for which a duty waits; None where it is owed in any case, or by a date."""
    match duty:
        case Assist():
            return duty.trigger
        case Render() | Allow():
            return duty.when
        case Consult():
            return duty.on
        case Refrain() | Cede():
            return None
        case _:
            assert_never(duty)


AIDING: dict[Extent, frozenset[Deed]] = {
    Extent.ALL_MEANS: frozenset({Deed.AID, Deed.JOIN_WAR}),
    Extent.MILITARY: frozenset({Deed.AID, Deed.JOIN_WAR}),
    Extent.ECONOMIC: frozenset({Deed.AID, Deed.SANCTION}),
    Extent.DIPLOMATIC: frozenset({Deed.SANCTION}),
}
"""The deeds by which aid is given; support in words is given by words besides (`engine.advocacy`)."""


def performance_of(duty: Duty) -> frozenset[Deed]:
    """The deeds by which a duty is performed; none where it is kept by doing nothing."""
    match duty:
        case Assist():
            return AIDING[duty.extent]
        case Render():
            return frozenset({duty.deed})
        case Consult():
            return frozenset({Deed.CONSULT})
        case Cede():
            return frozenset({Deed.TRANSFER})
        case Refrain() | Allow():
            return frozenset()
        case _:
            assert_never(duty)
