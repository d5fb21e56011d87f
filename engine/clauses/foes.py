"""Against whom an article runs: the powers that it names, any power of a region, or anybody."""

from __future__ import annotations

from attrs import evolve as with_

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.clauses.naming import any_of
from engine.names import Power, RegionId
from engine.texts.catalogue import Slot, say
from engine.texts.grammar import Noun, Nouns

ANYBODY: frozenset[Power] = frozenset()


def foes(against: tuple[Power, ...], region: RegionId | None, world: World, friends: frozenset[Power]) -> frozenset[Power] | None:
    """Those against whom an article runs, none of the `friends` where a region is meant; empty is anybody, None is nobody at all."""
    if region is None:
        return frozenset(against)
    return (world.region(region) or frozenset()) - friends or None


def foe_faults(
    against: tuple[Power, ...], region: RegionId | None, circle: tuple[Power, ...], world: World, code: str = "against_a_party"
) -> tuple[Fault, ...]:
    """Strangers, one of its own circle, a region that does not exist or holds nobody else, and a foe named in two ways."""
    faults = power_faults(against, world)
    faults += tuple(Fault(code=code, word=p) for p in against if p in circle)
    if region is None:
        return faults
    members = world.region(region)
    if members is None:
        faults += (Fault(code="unknown_region", word=region),)
    elif not members - frozenset(circle):
        faults += (Fault(code="region_of_friends", word=region),)
    return faults + tuple(Fault(code="assailant_twice", word=p) for p in against[:1])


def concert_faults(
    against: tuple[Power, ...], others: tuple[Power, ...], region: RegionId | None, circle: tuple[Power, ...], world: World
) -> tuple[Fault, ...]:
    """Of those who must attack together: strangers, one of the article's own circle, and one that could attack only with itself."""
    faults = foe_faults(others, region, circle, world, "together_with_a_friend")
    return faults + tuple(Fault(code="together_with_itself", word=p) for p in others if (p,) == against == others)


def acting_jointly(foe: Slot | None, others: tuple[Power, ...], region: RegionId | None, voice: Voice, book: str = "prose") -> Nouns | Noun:
    """Those by whom an attack must come together: `Germany acting jointly with Italy or Japan`, `two or more Powers acting jointly`."""
    lang = voice.lang
    with_whom = named_foes(others, region, voice, book).get("foe")
    if foe is None and with_whom is None:
        return Noun(lang, say(lang, "assailants.several" if book == "prose" else "assailants.several.gist"))
    if isinstance(foe, Noun) and foe == with_whom:
        return Noun(lang, say(lang, "assailants.jointly.another", foe=foe))
    if isinstance(foe, Nouns) and isinstance(with_whom, Nouns) and set(foe.each) == set(with_whom.each):
        both = len(foe.each) == 2
        return _concerted(with_(foe, alternative=not both), "all" if both else "among", book)
    first = foe if isinstance(foe, Nouns) else Nouns(lang, (Noun(lang, str(foe or say(lang, f"{book}.another_power"))),))
    return _concerted(first, "with", book, others=with_whom or say(lang, f"{book}.another_power"))


def _concerted(foe: Nouns, how: str, book: str, **others: Slot) -> Nouns:
    """The last of the names with those who act jointly with it, so that each name before keeps its own forms."""
    *before, last = foe.each
    power = say(foe.lang, f"{book}.a_power")
    return with_(foe, each=(*before, Noun(foe.lang, say(foe.lang, f"assailants.jointly.{how}", foe=last.text, power=power, **others))))


def named_foes(against: tuple[Power, ...], region: RegionId | None, voice: Voice, book: str = "prose") -> dict[str, Slot]:
    """The powers by one of which an attack must come, as `foe`; nothing if by anybody."""
    if region is not None:
        return {"foe": _power_of(region, voice, book)}
    return {"foe": any_of(voice.nouns(against))} if against else {}


def _power_of(region: RegionId, voice: Voice, book: str) -> Noun:
    """`a European Power`; in a gist `a European power`."""
    noun = voice.a_power_of(region)
    return with_(noun, text=noun.text.replace(say(voice.lang, "prose.a_power"), say(voice.lang, f"{book}.a_power")))
