"""How the Alliance Treaty Obligations and Provisions project would code a treaty: its obligation types, conditionality, secrecy."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from engine.clauses.base import World
from engine.duties import ARMED, Assist, Automaticity, Duty, Refrain, Trigger
from engine.treaty import Article, Treaty


class Secrecy(StrEnum):
    """How much of an alliance was kept from others."""

    NONE = "none"
    PART = "part"
    """A protocol or annex of it."""
    WHOLE = "whole"


@frozen(kw_only=True)
class Coding:
    """The five types of obligation, whether some promise of aid is conditional, and how secret it is."""

    defense: bool
    offense: bool
    neutral: bool
    nonagg: bool
    consult: bool
    conditional: bool
    """Some duty of assistance or neutrality depends on who attacks, where, whether it was provoked, or on somebody else's act or word."""
    secrecy: Secrecy

    @property
    def types(self) -> tuple[str, ...]:
        """The project's names of the types that the treaty has."""
        return tuple(name.upper() for name in ("defense", "offense", "neutral", "nonagg", "consult") if getattr(self, name))


def coding(treaty: Treaty, world: World, annexes: Iterable[Treaty] = ()) -> Coding:
    """The coding of a treaty and its annexes together, as if all their signatories were bound."""
    texts = (treaty, *annexes)
    types = {_type(text, article, world) for text in texts for article in text.text.articles}
    hidden = [text for text in texts if text.provisions.secret]
    return Coding(
        defense="DEFENSE" in types,
        offense="OFFENSE" in types,
        neutral="NEUTRAL" in types,
        nonagg="NONAGG" in types,
        consult="CONSULT" in types,
        conditional=any(_has_condition(text, world) for text in texts),
        secrecy=Secrecy.WHOLE if len(hidden) == len(texts) else Secrecy.PART if hidden else Secrecy.NONE,
    )


def _type(treaty: Treaty, article: Article, world: World) -> str | None:
    """The type of an article; aid by trade or by words alone is no active military support, and so neither defence nor offence."""
    aids = [duty for duty in _duties(treaty, article, world) if isinstance(duty, Assist)]
    return article.clause.atop if not aids or any(duty.extent in ARMED for duty in aids) else None


def _duties(treaty: Treaty, article: Article, world: World) -> tuple[Duty, ...]:
    bound = frozenset(treaty.provisions.signatories)
    return article.clause.duties(bound | article.clause.third_debtors(bound), world)


def _has_condition(treaty: Treaty, world: World) -> bool:
    return any(
        _is_conditional(duty)
        for article in treaty.text.articles
        if _type(treaty, article, world) in ("DEFENSE", "OFFENSE", "NEUTRAL")
        for duty in _duties(treaty, article, world)
    )


def _is_conditional(duty: object) -> bool:
    match duty:
        case Assist():
            limited = duty.against or duty.save or duty.over or duty.outside
            awaited = duty.only_if_assisted_by is not None or duty.jointly_with or duty.with_transit_through
            unsure = duty.automaticity is Automaticity.UPON_RECOMMENDATION or duty.trigger is Trigger.UNPROVOKED_ATTACK
            return bool(limited or awaited or unsure)
        case Refrain():
            return duty.unless_aggressor or (duty.toward is not None and duty.aimed)
        case _:
            return False
