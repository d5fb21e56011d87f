"""Demands, orders, promises, answers and roads in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine.crisis import Demand, DemandAssent, DemandCession, DemandStandDown, ForceLine
from engine.messages import Regarding
from engine.names import Lang, Power, StakeId, TreatyId
from engine.orders import ApplySanction, Attack, HandOver, LiftSanction, Mobilise, Order, StandDown
from engine.prose import label_of
from engine.texts.catalogue import Slot, say
from engine.texts.grammar import Nouns, pick
from engine.texts.voice import Speaker
from engine.treaty import Treaty

NO_TREATIES: Mapping[TreatyId, Treaty] = {}


def regarding_words(regarding: Regarding, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """What a message speaks of and how it answers: `“Munich Agreement”, Article 3: refused`."""
    slots: dict[str, Slot] = {"treaty": title_of(regarding.treaty, voice.lang, treaties)}
    treaty = treaties.get(regarding.treaty)
    if regarding.article is not None and treaty is not None:
        label = label_of(treaty, regarding.article, voice)
        if label is not None:
            slots["article"] = label
    if regarding.attitude is not None:
        slots["attitude"] = say(voice.lang, f"attitude.{regarding.attitude.value}")
    return say(voice.lang, "tale.regarding", **slots)


def demand_words(demand: Demand, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """What is demanded: `the cession of Zone I`."""
    match demand:
        case DemandCession():
            stakes = Nouns(voice.lang, tuple(voice.stake_noun(stake) for stake in demand.stakes))
            return say(voice.lang, "demand.cession", stakes=stakes)
        case DemandAssent():
            return say(voice.lang, "demand.assent", treaty=quoted(demand.treaty, voice.lang, treaties))
        case DemandStandDown():
            return say(voice.lang, "demand.stand_down")
        case _:
            assert_never(demand)


def order_words(order: Order, voice: Speaker, treaties: Mapping[TreatyId, Treaty] = NO_TREATIES) -> str:
    """One order: `attack Poland`; with the treaties that the reader knows, the one under which something is handed over."""
    match order:
        case Mobilise():
            return say(voice.lang, "order.mobilise", step=say(voice.lang, f"readiness.{order.step.name.lower()}"))
        case StandDown():
            return say(voice.lang, "order.stand_down", step=say(voice.lang, f"readiness.{order.step.name.lower()}"))
        case Attack():
            return say(voice.lang, "order.attack", target=voice.noun(order.target))
        case ApplySanction() | LiftSanction():
            key = "order.apply_sanction" if isinstance(order, ApplySanction) else "order.lift_sanction"
            return say(voice.lang, f"{key}.{order.sanction.value}", target=voice.noun(order.target))
        case HandOver():
            under = {"treaty": title_of(order.treaty, voice.lang, treaties)} if order.treaty in treaties else {}
            return say(voice.lang, "order.hand_over", stake=voice.stake_noun(order.stake), **under)
        case _:
            assert_never(order)


def matter_words(matter: str, voice: Speaker) -> str:
    """What a promise was about (`cede:STAKE`, `assist:VICTIM`): `the cession of Zone I`."""
    kind, _, what = matter.partition(":")
    noun = voice.stake_noun(StakeId(what)) if kind == "cede" else voice.noun(Power(what))
    return say(voice.lang, f"matter.{kind}", what=noun)


def force_words(line: ForceLine, voice: Speaker) -> str:
    """By what road a power's divisions count: `by the frontier with Poland`."""
    kind, _, neighbour = line.road.partition(":")
    return say(voice.lang, f"road.{kind}", power=voice.noun(Power(neighbour))) if neighbour else say(voice.lang, f"road.{kind}")


def title_of(treaty: TreatyId, lang: Lang, treaties: Mapping[TreatyId, Treaty]) -> str:
    """A treaty's title, or its key if the reader does not know it."""
    found = treaties.get(treaty)
    return (pick(found.title, lang) if found is not None else "") or treaty


def quoted(treaty: TreatyId, lang: Lang, treaties: Mapping[TreatyId, Treaty]) -> str:
    """A treaty's title in the language's quotation marks."""
    return say(lang, "phrase.quoted", title=title_of(treaty, lang, treaties))
