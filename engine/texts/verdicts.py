"""Why a question was carried or lost, in sentences."""

from __future__ import annotations

from collections.abc import Collection

from engine.names import Power
from engine.texts.catalogue import Slot, knows, say
from engine.texts.grammar import Nouns, pick
from engine.texts.voice import Speaker
from engine.voting import Agreement, Ballot, Cause, Consensus, Numbers, Rule, Share, Verdict, Votes
from engine.voting.bodies import Body

_FEW = 5
"""Powers that a sentence still names one by one."""


def body_name(body: Body, voice: Speaker) -> str:
    """The body as its scenario or the catalogue names it, with its article."""
    return pick(body.name, voice.lang) or say(voice.lang, f"body.{body.id}")


def rule_words(rule: Rule, voice: Speaker) -> str:
    """What a rule asks for, with the article of law it rests on."""
    key = f"rule.{rule.name}"
    return pick(rule.words, voice.lang) or say(voice.lang, key if knows(key) else "rule.unnamed")


def verdict_words(verdict: Verdict, voice: Speaker) -> tuple[str, ...]:
    """The result with its reason: figures, rule, who was not counted, who blocked, what would have changed it or still may."""
    return (result_sentence(verdict, voice), *reason_words(verdict, voice))


def reason_words(verdict: Verdict, voice: Speaker) -> tuple[str, ...]:
    """The reason alone: rule, who was not counted, what would have changed the result or still may."""
    sentences: tuple[str, ...] = (say(voice.lang, "verdict.rule", rule=rule_words(verdict.rule, voice)),)
    sentences += tuple(s for numbers in verdict.numbers if (s := _numbers_sentence(numbers, voice)))
    if verdict.excluded:
        sentences += (say(voice.lang, "verdict.excluded", powers=voice.nouns(verdict.excluded)),)
    if verdict.bound:
        sentences += (say(voice.lang, "verdict.bound", powers=voice.nouns(verdict.bound)),)
    if verdict.awaited:
        awaited = say(voice.lang, "verdict.awaited", powers=voice.nouns(verdict.awaited))
        return (*sentences, awaited, *prospect_words(verdict, voice))
    return sentences + _change_sentences(verdict, voice)


def result_sentence(verdict: Verdict, voice: Speaker) -> str:
    """Carried, lost or vetoed, with the figures and those who blocked; of an open vote the figures so far."""
    silent = len(verdict.counted(Ballot.NOT_PARTICIPATING))
    optional: dict[str, Slot] = {"silent": silent} if silent else {}
    if verdict.absent:
        optional["absent"] = len(verdict.absent)
    figures = say(
        voice.lang,
        "verdict.figures",
        favour=len(verdict.favouring),
        against=len(verdict.against),
        abstaining=len(verdict.abstaining),
        **optional,
    )
    key = "verdict.so_far" if verdict.awaited else f"verdict.{verdict.cause.value}"
    return say(voice.lang, key, figures=figures, blockers=voice.nouns(verdict.blockers))


def _numbers_sentence(numbers: Numbers, voice: Speaker) -> str | None:
    requirement = numbers.requirement
    optional: dict[str, Slot] = {}
    if requirement.others:
        optional["whom"] = say(voice.lang, "verdict.others")
    elif requirement.among is not None:
        key = f"seat.{requirement.among}"
        optional["whom"] = say(voice.lang, key) if knows(key) else requirement.among
    match requirement.threshold:
        case Votes():
            return say(voice.lang, "verdict.votes", favour=numbers.favour, needed=numbers.needed, **optional)
        case Share():
            return say(voice.lang, "verdict.share", favour=numbers.favour, basis=numbers.basis, needed=numbers.needed, **optional)
        case Agreement() | Consensus():
            return None


def _change_sentences(verdict: Verdict, voice: Speaker) -> tuple[str, ...]:
    if len(verdict.decisive) == 1:
        return (say(voice.lang, "verdict.single", powers=voice.nouns(verdict.decisive)),)
    if verdict.decisive and verdict.cause is not Cause.VETOED:
        return (say(voice.lang, "verdict.any", powers=voice.nouns(verdict.decisive)),)
    if len(verdict.change) > _FEW:
        return (say(voice.lang, "verdict.many", n=len(verdict.change)),)
    if not verdict.change:
        return ()
    groups = tuple(
        say(voice.lang, f"verdict.ballot.{ballot.value}", powers=_named(verdict, ballot, voice))
        for ballot in (Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN)
        if ballot in verdict.change.values()
    )
    return (
        say(
            voice.lang,
            "verdict.would_fail" if verdict.carried else "verdict.would_carry",
            votes=f"{say(voice.lang, 'list.following')} ".join(groups),
        ),
    )


def _named(verdict: Verdict, ballot: Ballot, voice: Speaker) -> Nouns:
    changing: tuple[Power, ...] = tuple(p for p, cast in verdict.change.items() if cast is ballot)
    return voice.nouns(changing)


def prospect_words(verdict: Verdict, voice: Speaker, sealed: Collection[Power] = (), reader: Power | None = None) -> tuple[str, ...]:
    """What an open vote can still come to: the votes needed, and who could block it alone.

    `sealed` have voted without the reader's knowing how: they still count as awaited, but can no longer be won over. A reader whose
    vote is not counted is told that the votes needed come from others.
    """
    if verdict.still_needed is None:
        return (say(voice.lang, "verdict.cannot_carry"),)
    if verdict.settled:
        return (say(voice.lang, "verdict.cannot_fail"),)
    hidden = sum(power in sealed for power in verdict.awaited)
    if verdict.still_needed and hidden:
        sentences: tuple[str, ...] = (say(voice.lang, "verdict.needed_in_all", n=verdict.still_needed + len(verdict.favouring)),)
    elif verdict.still_needed:
        key = "verdict.needed_of_others" if reader in (*verdict.excluded, *verdict.bound) else "verdict.needed"
        sentences = (say(voice.lang, key, n=verdict.still_needed),)
    else:
        sentences = (say(voice.lang, "verdict.enough"),)
    if hidden:
        sentences += (say(voice.lang, "verdict.sealed", n=hidden),)
    blocking = tuple(power for power in verdict.could_block if power not in sealed)
    if len(blocking) > _FEW and len(blocking) + hidden == len(verdict.awaited):
        sentences += (say(voice.lang, "verdict.any_could_block"),)
    elif blocking:
        sentences += (say(voice.lang, "verdict.could_block", powers=voice.nouns(blocking)),)
    return sentences
