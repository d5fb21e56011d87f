"""How the Alliance Treaty Obligations and Provisions project would code a treaty: its obligation types, conditionality, secrecy.

The rules are those of its codebook (Leeds, Ritter, Mitchell and Long, 2002), read where they leave room as the project has coded the
alliances of 1919 to 1945; `tests/corpus` holds them against its published codings.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from engine.clauses import Guarantee, Principle, SubmitDisputes
from engine.clauses.base import World
from engine.clauses.principle import HelsinkiPrinciple
from engine.duties import ARMED, Assist, Automaticity, Consult, Duty, Refrain, Render, Trigger
from engine.happenings import Deed
from engine.names import Power
from engine.treaty import Article, Treaty


class Secrecy(StrEnum):
    """How much of an alliance was kept from others."""

    NONE = "none"
    PART = "part"
    """A protocol or annex of it."""
    WHOLE = "whole"


@frozen(kw_only=True)
class Coding:
    """The five types of obligation, whether some promise is conditional, and how secret it is."""

    defense: bool
    """Active military support of a party that is attacked."""
    offense: bool
    """Active military support in any other case: a war that a party opens, the defence of a third state, danger short of attack."""
    neutral: bool
    """No help to those who fight a party."""
    nonagg: bool
    """No force between the parties; respect for frontiers and the peaceful settlement of disputes do not say as much by themselves."""
    consul: bool
    """Consultation in crises, or on a power by name; not on common interests at large."""
    conditional: bool
    """Some support, neutrality or consultation depends on who threatens or attacks whom, where, whether it was provoked, or on what
    others do or say."""
    secrecy: Secrecy

    @property
    def types(self) -> tuple[str, ...]:
        """The project's names of the types that the treaty has."""
        return tuple(name for name in TYPES if getattr(self, name.lower()))


TYPES = ("DEFENSE", "OFFENSE", "NEUTRAL", "NONAGG", "CONSUL")
CONDITIONED = frozenset(TYPES) - {"NONAGG"}
"""The types whose conditions the project records."""


def coding(treaty: Treaty, world: World, annexes: Iterable[Treaty] = ()) -> Coding:
    """The coding of a treaty and its annexes together, as if all their signatories were bound."""
    texts = (treaty, *annexes)
    members = frozenset(power for text in texts for power in text.provisions.signatories)
    promised = [(article, _duties(text, article, world)) for text in texts for article in text.text.articles]
    found = [(_types(article, duties, members, world), duties) for article, duties in promised]
    types = {name for names, _ in found for name in names}
    hidden = [text for text in texts if text.provisions.secret]
    return Coding(
        defense="DEFENSE" in types,
        offense="OFFENSE" in types,
        neutral="NEUTRAL" in types,
        nonagg="NONAGG" in types,
        consul="CONSUL" in types,
        conditional=any(_is_conditional(duty, members) for names, duties in found if names & CONDITIONED for duty in duties),
        secrecy=Secrecy.WHOLE if len(hidden) == len(texts) else Secrecy.PART if hidden else Secrecy.NONE,
    )


def _duties(treaty: Treaty, article: Article, world: World) -> tuple[Duty, ...]:
    bound = frozenset(treaty.provisions.signatories)
    return article.clause.duties(bound | article.clause.third_debtors(bound), world)


def _types(article: Article, duties: tuple[Duty, ...], members: frozenset[Power], world: World) -> frozenset[str]:
    """The types of an article: by what it promises where it promises aid or consultation, else by its kind."""
    clause = article.clause
    aids = [duty for duty in duties if isinstance(duty, Assist)]
    consults = [duty for duty in duties if isinstance(duty, Consult)]
    if aids:
        return frozenset(name for duty in aids for name in _types_of_aid(duty, members))
    if consults:
        return frozenset({"CONSUL"}) if any(duty.on is not None or duty.against for duty in consults) else frozenset()
    match clause:
        case Guarantee():
            # It waits for a settlement: nothing is owed yet, and the kind of promise is known all the same.
            return frozenset(name for duty in clause.promised(clause.guarantors[:1], world) for name in _types_of_aid(duty, members))
        case SubmitDisputes() if clause.only_peaceful:
            return frozenset({"NONAGG"})
        case Principle() if HelsinkiPrinciple.NO_FORCE in clause.principles:
            return frozenset({"NONAGG"})
        case _:
            return frozenset() if clause.atop is None else frozenset({clause.atop})


def _types_of_aid(duty: Assist, members: frozenset[Power]) -> frozenset[str]:
    """Aid by trade or by words alone is no active military support, nor does what is owed over a breach say that it is upon an attack;
    that of a third state is no defence of a member."""
    if duty.extent not in ARMED or duty.observance is not None:
        return frozenset()
    if duty.in_attack or duty.creditor not in members:
        return frozenset({"OFFENSE"})
    if duty.trigger is Trigger.INDIRECT_AGGRESSION or duty.vital:
        return frozenset({"DEFENSE", "OFFENSE"})
    return frozenset({"DEFENSE"})


def _is_conditional(duty: Duty, members: frozenset[Power]) -> bool:
    match duty:
        case Assist():
            limited = duty.together or duty.against or duty.save - members or duty.over or duty.outside
            awaited = duty.only_if_assisted_by is not None or duty.jointly_with or duty.with_transit_through
            unsure = duty.automaticity is Automaticity.UPON_RECOMMENDATION or duty.trigger is Trigger.UNPROVOKED_ATTACK
            return bool(limited or awaited or unsure)
        case Refrain():
            return duty.unless_aggressor or duty.together or bool(duty.alongside) or (duty.toward is not None and duty.aimed)
        case Consult():
            return bool(duty.against or duty.threatened or duty.over) or duty.on is Trigger.UNPROVOKED_ATTACK
        case Render():
            return duty.deed is Deed.PATROL
        case _:
            return False
