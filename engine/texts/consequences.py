"""What an act would change in what is owed, in sentences that cite treaty and article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.foreseen import Consequences
from engine.names import Power, TreatyId
from engine.obligations import Obligation
from engine.texts.calls import call_sentences, ground_source
from engine.texts.catalogue import Slot, say
from engine.texts.voice import Speaker
from engine.texts.words import duty_words, source_words, war_words
from engine.treaty import Treaty


def change_words(found: Consequences, power: Power, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> tuple[str, ...]:
    """What the power would owe and be owed, or no more, what it would break and keep, where the others would stand; each sentence once."""
    return tuple(dict.fromkeys(_changes(found, power, voice, treaties)))


def _changes(found: Consequences, power: Power, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> Iterator[str]:
    for owed in found.rescuers:
        yield say(voice.lang, "consequence.rescued" if found.crisis else "consequence.rescued.later", **_slots(owed, voice, treaties))
    if found.rescuers and found.against is not None:
        yield say(voice.lang, "consequence.resisted", sum=war_words(found.against.war, voice, treaties)[-1])
    if found.opinion is not None and found.support:
        opinion = found.opinion
        key = f"consequence.{opinion.occasion.value}"
        yield say(voice.lang, key, of=voice.noun(opinion.of), word=opinion.word, by=f"{found.support:+}")
    for key, obligations in (("arises", found.arising), ("ends", found.ending)):
        for owed in obligations:
            if power in (owed.duty.debtor, owed.duty.creditor):
                yield say(voice.lang, f"consequence.{key}", **_slots(owed, voice, treaties))
    for owed in found.beyond:
        if power in (owed.duty.debtor, owed.duty.creditor):
            yield say(voice.lang, "consequence.beyond", **_slots(owed, voice, treaties))
    for one, other in found.peaces:
        yield say(voice.lang, "consequence.peace", pair=voice.nouns((one, other)))
    for key, obligations in (("breaks", found.breaches), ("keeps", found.kept)):
        for owed in obligations:
            yield say(voice.lang, f"consequence.{key}", **_slots(owed, voice, treaties))
    for call in found.guarantors:
        yield from call_sentences(call, power, voice, treaties)
    for turned in found.called:
        cited = ground_source(turned.ground, voice, treaties) if turned.ground is not None else ""
        yield say(
            voice.lang,
            "consequence.called",
            attacker=voice.noun(turned.attacker),
            victim=voice.noun(turned.victim),
            who=voice.noun(turned.power),
            before=say(voice.lang, f"standing.{turned.before.value}"),
            after=say(voice.lang, f"standing.{turned.after.value}"),
            **({"source": cited} if cited else {}),
        )


def _slots(owed: Obligation, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> dict[str, Slot]:
    source = source_words(owed, voice, treaties)
    slots: dict[str, Slot] = {"who": voice.noun(owed.duty.debtor), "what": duty_words(owed.duty, voice)}
    return slots | ({"source": source} if source else {})
