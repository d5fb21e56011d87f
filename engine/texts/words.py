"""Demands, orders, promises, answers and roads in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import assert_never

from engine.clauses.naming import any_of
from engine.clauses.non_aggression import FORCE
from engine.clauses.recognition import ANNEXING
from engine.crisis import Citation, Demand, DemandAssent, DemandCession, DemandStandDown, ForceLine, Road, War
from engine.duties import Allow, Assist, Cede, Consult, Duty, Refrain, Render
from engine.happenings import Deed
from engine.messages import Regarding
from engine.names import Lang, Power, ResolutionId, StakeId, TreatyId
from engine.obligations import Obligation
from engine.orders import (
    ApplySanction,
    Attack,
    Blockade,
    Build,
    Campaign,
    ClosePassage,
    Default,
    Deploy,
    EndPatrol,
    GatherIntelligence,
    HandOver,
    Leak,
    LiftBlockade,
    LiftSanction,
    Mobilise,
    Occupy,
    OpenPassage,
    Order,
    Patrol,
    Perform,
    Reinforce,
    Scrap,
    SendAid,
    StandDown,
    Withdraw,
)
from engine.prose import label_of
from engine.texts.catalogue import Slot, knows, say, slots_asked
from engine.texts.grammar import EN, FR, Noun, Nouns, pick
from engine.texts.sources import source_label, source_title
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
    lang = voice.lang
    match order:
        case Mobilise() | StandDown():
            return say(lang, f"order.{_word(order)}", step=say(lang, f"readiness.{order.step.name.lower()}.ordered"))
        case Build() | Scrap():
            return say(lang, f"order.{_word(order)}.{order.arms.value}")
        case Attack():
            through = {"through": voice.noun(order.through)} if order.through is not None else {}
            return say(lang, "order.attack", target=voice.noun(order.target), **through)
        case Deploy() if order.divisions is not None:
            return say(lang, "order.deploy.divisions", stake=voice.stake_noun(order.stake), n=order.divisions)
        case Deploy() | Withdraw() | Occupy() | Patrol() | EndPatrol():
            return say(lang, f"order.{_word(order)}", stake=voice.stake_noun(order.stake))
        case Reinforce():
            return say(lang, "order.reinforce", target=voice.noun(order.against), n=order.divisions)
        case Blockade() | LiftBlockade() | GatherIntelligence():
            return say(lang, f"order.{_word(order)}", target=voice.noun(order.target))
        case ClosePassage() | OpenPassage():
            return say(lang, f"order.{_word(order)}", stake=voice.stake_noun(order.stake), target=voice.noun(order.against))
        case ApplySanction() | LiftSanction():
            return say(lang, f"order.{_word(order)}.{order.sanction.value}", target=voice.noun(order.target))
        case SendAid():
            key = "order.send_aid.covert" if order.covert else "order.send_aid"
            return say(lang, key, means=say(lang, f"means.{order.means.value}"), to=voice.noun(order.to))
        case Leak():
            return say(lang, "order.leak", treaty=quoted(order.treaty, lang, treaties))
        case Campaign():
            return say(lang, "order.campaign")
        case Perform() | Default():
            treaty = treaties.get(order.treaty)
            article = label_of(treaty, order.article, voice) if treaty is not None else None
            if source_title(order.treaty, lang) is not None:
                article = source_label(order.article, voice)
            return say(
                lang,
                f"order.perform.{order.matter}" if isinstance(order, Perform) and order.matter else f"order.{_word(order)}",
                treaty=title_of(order.treaty, lang, treaties),
                article=article or order.article,
                to=voice.noun(order.to),
            )
        case HandOver():
            named = order.treaty in treaties or source_title(order.treaty, lang) is not None
            under = {"treaty": title_of(order.treaty, lang, treaties)} if named else {}
            return say(lang, "order.hand_over", stake=voice.stake_noun(order.stake), **under)
        case _:
            assert_never(order)


def _word(order: Order) -> str:
    """`GatherIntelligence` is `gather_intelligence`, as everywhere."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(order).__name__).lower()


def duty_words(duty: Duty, voice: Speaker) -> str:
    """What a promise was about, as a noun: `the cession of Zone I`, `assistance to Poland`."""
    slots: dict[str, Slot] = {"what": promised(duty, voice), "who": voice.noun(duty.creditor)}
    key = f"duty.{duty.form}"
    if isinstance(duty, Assist) and duty.observance is not None:
        key += ".observance"
    elif isinstance(duty, Assist) and duty.forces is not None:
        key, slots = f"{key}.forces", {**slots, "n": duty.forces.divisions}
    return say(voice.lang, key, **slots)


def promised(duty: Duty, voice: Speaker) -> Slot:
    """What is handed over, done, not done or tolerated: the slot of a sentence on a promise kept or broken."""
    match duty:
        case Cede():
            return voice.stake_noun(duty.stake)
        case Refrain():
            return deeds_words(duty, voice)
        case Render() if duty.deed is Deed.SUPPLY and duty.matter:
            return _supply_words(duty, voice)
        case Render():
            return deed_words(duty.deed, voice, _slots(duty, duty.toward, () if duty.at is None else (duty.at,), voice))
        case Allow():
            # Forces are kept at a place, or else on the debtor's territory.
            toward = None if duty.deed is Deed.DEPLOY and duty.at else duty.debtor
            return deed_words(duty.deed, voice, _slots(duty, toward, tuple(sorted(duty.at)), voice))
        case Assist() | Consult():
            return voice.noun(duty.creditor)
        case _:
            assert_never(duty)


def _supply_words(duty: Render, voice: Speaker) -> str:
    toward = {"toward": voice.noun(duty.toward)} if duty.toward is not None else {}
    if not knows(f"supplied.{duty.matter}"):
        return say(voice.lang, "deed.supply.credit", **toward)
    return say(voice.lang, "deed.supply.goods", goods=say(voice.lang, f"supplied.{duty.matter}"), **toward)


_SAID = Nouns(EN, ())
_NOT = Nouns(EN, (), many=True)
"""What a word agrees with that French changes after a `not`: `des forces`, `de forces`."""


def deeds_words(duty: Refrain, voice: Speaker) -> str:
    """The deeds that a duty forbids, in the infinitive: `attack Poland or blockade that power`; resort to force in a word."""
    slots = _slots(duty, duty.toward, tuple(sorted(duty.at)), voice)
    if duty.deeds == FORCE:
        return say(voice.lang, "deeds.force", **slots)
    if duty.deeds == ANNEXING:
        return say(voice.lang, "deeds.annexing", **slots)
    said: list[str] = []
    named: Counter[str] = Counter()
    pronoun: str | None = None
    for deed in (deed for deed in Deed if deed in duty.deeds):
        before, pronoun = pronoun, _pronoun_key(deed, slots, named, voice.lang)
        if (before, pronoun) == ("deed.occupy.toward", "deed.claim.toward"):
            pronoun = "deed.claim.again"
        again = _again(slots, named, voice)
        said.append(say(voice.lang, pronoun, negated=_NOT) if pronoun else deed_words(deed, voice, {**slots, **again}, negated=True))
        named.update(slots_asked(voice.lang, f"deed.{deed.value}") & slots.keys())
    forbidden = voice.neither(tuple(said))
    return say(voice.lang, "deeds.in_war", deeds=forbidden) if duty.in_war else forbidden


def _pronoun_key(deed: Deed, slots: Mapping[str, Slot], named: Counter[str], lang: Lang) -> str | None:
    """A deed where the list has named the place (`keep armed forces there`), or the one power (`occupy its territory`).

    In French the power is first named again (`cette puissance`), with whose gender the pronouns after it agree.
    """
    there = f"deed.{deed.value}.at"
    if slots.keys() == {"at"} and named["at"] and knows(there):
        return there
    powers = slots.keys() & {"toward", "foe"}
    if len(powers) != 1 or not slots.keys().isdisjoint(("at", "matter", "beside")):
        return None
    (role,) = powers
    key = f"deed.{deed.value}.{role}"
    return key if named[role] > (lang == FR) and knows(key) else None


def _again(slots: Mapping[str, Slot], named: Counter[str], voice: Speaker) -> dict[str, Slot]:
    """What a list of deeds has named already: `that power`, `the former`, `the latter`, `that place`."""
    powers = [name for name in ("toward", "foe") if name in slots]
    words = ["again.power"] if len(powers) == 1 else ["again.first", "again.second"]
    again: dict[str, Slot] = {name: say(voice.lang, key) for name, key in zip(powers, words, strict=False) if named[name]}
    places = slots.get("at")
    if named["at"] and isinstance(places, Nouns):
        again["at"] = Noun(voice.lang, say(voice.lang, "again.place" if len(places.each) == 1 else "again.places"))
    return again


def deed_words(deed: Deed, voice: Speaker, slots: Mapping[str, Slot], *, negated: bool = False) -> str:
    """A deed in the infinitive: `attack Poland`, `occupy the Rhineland`; what French says otherwise after a `not` agrees with `negated`."""
    return say(voice.lang, f"deed.{deed.value}", **slots, negated=_NOT if negated else _SAID)


def _slots(duty: Duty, toward: Power | None, at: tuple[StakeId, ...], voice: Speaker) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    if toward is not None:
        slots["toward"] = voice.noun(toward)
    if at:
        slots["at"] = voice.stake_nouns(at) if not isinstance(duty, Refrain) else any_of(voice.stake_nouns(at))
    if isinstance(duty, Refrain) and duty.aimed and toward != duty.creditor:
        slots["foe"] = voice.noun(duty.creditor)
    if isinstance(duty, Refrain) and duty.alongside:
        slots["beside"] = any_of(voice.nouns(voice.in_order(duty.alongside)))
    if isinstance(duty, Refrain | Render) and duty.matter:
        of_body = isinstance(duty, Render) and duty.deed is Deed.COMPLY and not knows(f"matter.{duty.matter}")
        matter = voice.matter(duty.matter)
        slots["matter"] = say(voice.lang, "matter.decisions_of", body=matter) if of_body else matter
    if isinstance(duty, Refrain) and Deed.DEPLOY in duty.deeds and duty.ceiling is not None:
        slots["n"] = duty.ceiling
    return slots


def road_words(road: Road, voice: Speaker, treaties: Mapping[TreatyId, Treaty] = NO_TREATIES) -> str:
    """By what road a power's divisions count, and by whose leave: `across the frontier with Poland`."""
    slots: dict[str, Slot] = {}
    if road.along:
        slots = {"foe": voice.noun(road.along[-1]), "passed": voice.nouns(road.along[:-1])}
    sources = tuple(source for cited in road.leave if (source := citation_words(cited, voice, treaties)))
    if sources:
        slots["source"] = voice.listed(sources)
    return say(voice.lang, f"road.{road.way.value}", **slots)


def _paragraph_cited(cited: Citation, voice: Speaker) -> str:
    """A paragraph and its resolution; nothing of one that the reader does not know."""
    draft = voice.resolutions.get(ResolutionId(cited.treaty))
    if draft is None:
        return ""
    title = say(voice.lang, "phrase.quoted", title=pick(draft.title, voice.lang))
    number = next((n for n, paragraph in enumerate(draft.paragraphs, start=1) if paragraph.id == cited.article), None)
    return title if number is None else f"{title}, {say(voice.lang, 'paragraph.cited', n=number)}"


def source_words(owed: Obligation, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """From what something is owed, and by whose reservation it is less than the article says; nothing where the reader does not know it."""
    cited = citation_words(Citation(treaty=owed.treaty, article=owed.article.id), voice, treaties)
    return as_reserved(cited, owed.reserved_by, voice)


def as_reserved(cited: str, reserving: tuple[Power, ...], voice: Speaker) -> str:
    """An article cited, with those whose reservations have narrowed what it obliges to."""
    return say(voice.lang, "reserved.source", source=cited, who=voice.nouns(reserving)) if cited and reserving else cited


def citation_words(cited: Citation, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """An article and its treaty, `“Pact”, Article 2`; nothing of one that the reader does not know."""
    treaty = treaties.get(cited.treaty)
    if treaty is None:
        known = source_title(cited.treaty, voice.lang)
        if known is None:
            return _paragraph_cited(cited, voice)
        return f"{say(voice.lang, 'phrase.quoted', title=known)}, {source_label(cited.article, voice)}"
    label = label_of(treaty, cited.article, voice)
    title = quoted(cited.treaty, voice.lang, treaties)
    return f"{title}, {label}" if label else title


def force_words(line: ForceLine, voice: Speaker, treaties: Mapping[TreatyId, Treaty] = NO_TREATIES) -> str:
    """One power's part in a war: who, how much, by what road, under which article."""
    slots: dict[str, Slot] = {"who": voice.noun(line.power), "n": line.divisions, "road": road_words(line.road, voice, treaties)}
    if line.aircraft:
        slots["aircraft"] = line.aircraft
    source = citation_words(line.under, voice, treaties) if line.under is not None else ""
    if source:
        slots["source"] = source
    return say(voice.lang, "force.line", **slots)


def war_words(war: War, voice: Speaker, treaties: Mapping[TreatyId, Treaty] = NO_TREATIES) -> tuple[str, ...]:
    """The arithmetic of a war: a line for each power, the attackers first, then how it ends."""
    lines = tuple(force_words(line, voice, treaties) for line in (*war.attack, *war.defence))
    ours, theirs = (sum(line.divisions for line in side) for side in (war.attack, war.defence))
    return (*lines, say(voice.lang, "force.sum", ours=ours, theirs=theirs, band=say(voice.lang, f"band.{war.band.value}")))


def parts_of_vote(votes: Mapping[Power, int], voice: Speaker) -> str:
    """Each side's part in a plebiscite, the largest first: `60 per cent for France and 40 per cent for Germany`."""
    parts = sorted(votes.items(), key=lambda part: -part[1])
    return voice.listed(tuple(say(voice.lang, "tale.plebiscite.part", n=n, who=voice.noun(power)) for power, n in parts if n))


def title_of(treaty: TreatyId, lang: Lang, treaties: Mapping[TreatyId, Treaty]) -> str:
    """A treaty's title, or its key if the reader does not know it."""
    found = treaties.get(treaty)
    return (pick(found.title, lang) if found is not None else "") or source_title(treaty, lang) or treaty


def quoted(treaty: TreatyId, lang: Lang, treaties: Mapping[TreatyId, Treaty]) -> str:
    """A treaty's title in the language's quotation marks."""
    return say(lang, "phrase.quoted", title=title_of(treaty, lang, treaties))


def office_words(office: str, lang: Lang) -> str:
    """The usual name of an office, or as its author named it."""
    key = f"office.{office}"
    return say(lang, key) if knows(key) else office.replace("_", " ")
