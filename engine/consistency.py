"""Consistency: what a text would oblige a power to that it cannot keep together with what it owes already, pair by pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from engine.clauses.arms_ceiling import Arms
from engine.deeds import concluded, rendering
from engine.duration import entered, first_term
from engine.duties import ARMED, Allow, Assist, Cede, Duty, Refrain, Render, Trigger
from engine.excuses import is_forbidden
from engine.happenings import Deed, Happening
from engine.names import Power
from engine.obligations import Obligation, obligations, promises
from engine.operation import operative
from engine.performance import broken_by, contravenes
from engine.precedence import Rank, age, is_under_covenant, rank_over
from engine.state import State
from engine.treaty import Article, Provisions, Treaty, Version


class Clash(StrEnum):
    """Why two duties cannot both be kept; each has its words in `engine.texts`."""

    AID_AGAINST_PROMISE = "aid_against_promise"
    """Aid may mean a war that the other duty forbids."""
    AID_TO_BOTH_SIDES = "aid_to_both_sides"
    """In one and the same war, aid is owed to each of the two that fight."""
    CEDED_TWICE = "ceded_twice"
    PASSAGE_AGAINST_PROMISE = "passage_against_promise"
    """Leave to pass or to be stationed serves a war in which the other duty forbids taking part."""
    FORCES_WHERE_NONE = "forces_where_none"
    """Forces are let in where the other duty forbids keeping any."""
    MORE_THAN_ALLOWED = "more_than_allowed"
    """The contingent promised is larger than what the other duty allows to have under arms, or to keep on its front."""
    DUE_AND_FORBIDDEN = "due_and_forbidden"
    """The very deed that one demands, the other forbids."""
    HOSTILE_COMBINATION = "hostile_combination"
    """The alliance is directed against a power to which the other duty promises to join none."""


class Prevails(StrEnum):
    """Which of two incompatible duties is to be kept (VCLT 30)."""

    OLDER = "older"
    """The newer text says that it yields to what was owed before (VCLT 30(2))."""
    NEWER = "newer"
    """All the parties to the older treaty are parties to the newer one (VCLT 30(3))."""
    COVENANT = "covenant"
    """The duty under the Covenant, between members of the League (Covenant 20)."""
    CHARTER = "charter"
    """The duty under a decision of the Security Council (Charter 103)."""
    NEITHER = "neither"
    """Each binds towards its own creditors, and whoever breaks one answers for it (VCLT 30(4)(b), 30(5))."""


@frozen(kw_only=True)
class Conflict:
    """Two duties of one power that cannot both be kept."""

    clash: Clash
    power: Power
    new: Obligation
    """The one under the text examined."""
    other: Obligation
    """One in force, or another under the same text."""
    prevails: Prevails


def conflicts(state: State, treaty: Treaty, version: Version | None = None) -> tuple[Conflict, ...]:
    """The duties under a text, if all its signatories were bound by it, that cannot be kept with those in force or with each other.

    The reservations already made to it are applied, and duties that are never owed at the same time do not clash. Found from what this state knows: what is secret from its viewer is not held against the text.
    """
    text = treaty.text if version is None else version
    bound = treaty.parties | frozenset(treaty.provisions_of(text).signatories)
    promised = tuple(promises(state, treaty, text, bound, thirds=True))
    standing = tuple(owed for owed in _promised(state) if owed.treaty != treaty.id)
    provisions = treaty.provisions_of(text)
    found: dict[tuple[Clash, Power, str, str, str], Conflict] = {}
    for place, new in enumerate(promised):
        two = (new.duty.debtor, new.duty.creditor)
        for other in standing + promised[place + 1 :]:
            if other.duty.debtor not in two and other.duty.creditor not in two:
                continue
            for clash, power in (*clashes(new.duty, other.duty), *_broken_off(new, other)):
                if not _together(_span(state, new, provisions), _span(state, other), state.turn):
                    break
                prevails = _prevails(state, treaty, provisions, bound, new, other)
                # One article may yield many duties: one pair of articles is named once for each power.
                pair = (clash, power, new.article.id, other.treaty, other.article.id)
                found.setdefault(pair, Conflict(clash=clash, power=power, new=new, other=other, prevails=prevails))
    return tuple(found.values())


def contradicted(state: State, treaty: Treaty) -> tuple[Obligation, ...]:
    """The older promises that those bound by a treaty in force break by what it says (VCLT 30(5)): each once."""
    entered = state.turn if treaty.since is None else state.turn_order(treaty.since) or 0
    broken = broken_by(state, concluded(state, treaty))
    return tuple(owed for owed in broken if owed.treaty != treaty.id and age(state, owed) < entered)


def _promised(state: State) -> Iterator[Obligation]:
    """What is owed under treaties that bind now, be it at a later date, and under measures in force."""
    for other in state.treaties.values():
        if operative(state, other):
            yield from promises(state, other, other.text, other.parties, thirds=False)
    yield from (owed for owed in obligations(state) if owed.treaty not in state.treaties)


Span: TypeAlias = tuple[int, int | None]
"""From one turn to another, or without end."""


def _span(state: State, owed: Obligation, provisions: Provisions | None = None) -> Span:
    """When something is owed: the term of its article within that of its treaty; `provisions` are those of a text not in force yet."""
    if not isinstance(owed.article, Article):
        return 0, None
    treaty = state.treaties.get(owed.treaty)
    provisions = treaty.provisions if provisions is None and treaty is not None else provisions
    begins = [owed.article.clause.from_turn, provisions.in_force_from if provisions is not None else None]
    until = owed.article.clause.until
    ends = [state.turn_order(until) if until is not None else None, _last_turn(state, treaty, provisions)]
    return max((state.turn_order(turn) or 0 for turn in begins if turn is not None), default=0), min(
        (order for order in ends if order is not None), default=None
    )


def _last_turn(state: State, treaty: Treaty | None, provisions: Provisions | None) -> int | None:
    """The last turn of a term that nothing follows: of a text not in force yet, if it entered into force today."""
    if provisions is None or provisions.goes_on:
        return None
    entry = entered(state, treaty) if treaty is not None and treaty.in_force else state.today
    ends = first_term(state, provisions, entry)
    return None if ends is None else bisect_right(state.setting.days, ends) - 1


def _together(one: Span, other: Span, now: int) -> bool:
    """Whether there is a turn from now on in which both are owed."""
    begins = max(one[0], other[0], now)
    return all(end is None or begins <= end for end in (one[1], other[1]))


def _prevails(
    state: State, treaty: Treaty, provisions: Provisions, bound: frozenset[Power], new: Obligation, other: Obligation
) -> Prevails:
    if other.treaty == treaty.id:
        return Prevails.NEITHER
    higher = rank_over(state, other, new)
    if higher is not Rank.AGREED:
        return Prevails.CHARTER if higher is Rank.CHARTER else Prevails.COVENANT
    if provisions.covenant and is_under_covenant(state, other):
        return Prevails.COVENANT
    if provisions.prior_obligations:
        return Prevails.OLDER
    older = state.treaties.get(other.treaty)
    return Prevails.NEWER if older is not None and older.parties | older.assents <= bound else Prevails.NEITHER


def clashes(one: Duty, other: Duty) -> Iterator[tuple[Clash, Power]]:
    """Why two duties cannot both be kept, and who cannot keep them."""
    for first, second in ((one, other), (other, one)):
        match first, second:
            case Assist(), Refrain():
                yield from _aid_against(first, second)
                yield from _aid_beyond(first, second)
            case Allow(), Refrain():
                yield from _leave_against(first, second)
            case ((Render() | Cede()), Refrain()):
                if first.debtor == second.debtor and any(contravenes(second, deed) for deed in rendering(first)):
                    yield Clash.DUE_AND_FORBIDDEN, first.debtor
            case _:
                pass
    match one, other:
        case Assist(), Assist() if one.debtor == other.debtor and _on_both_sides(one, other):
            yield Clash.AID_TO_BOTH_SIDES, one.debtor
        case Cede(), Cede() if (one.debtor, one.stake) == (other.debtor, other.stake) and one.creditor != other.creditor:
            yield Clash.CEDED_TWICE, one.debtor
        case _:
            pass


def _broken_off(one: Obligation, other: Obligation) -> Iterator[tuple[Clash, Power]]:
    """A delivery to a power with which a sanction makes its supplier break it off."""
    if isinstance(one.duty, Render) and isinstance(other.duty, Render) and (is_forbidden(one, other) or is_forbidden(other, one)):
        yield Clash.DUE_AND_FORBIDDEN, one.duty.debtor


def _aid_against(aid: Assist, promise: Refrain) -> Iterator[tuple[Clash, Power]]:
    if aid.debtor != promise.debtor:
        return
    foes = aid.against or (frozenset({promise.toward}) if promise.toward is not None else frozenset({promise.creditor}))
    for foe in sorted(foes - aid.save - {aid.creditor, aid.debtor}):
        opener = aid.creditor if aid.in_attack else foe
        deeds = [Happening(deed=Deed.AID, by=aid.debtor, toward=aid.creditor, against=frozenset({foe}))]
        if aid.extent in ARMED:
            deeds += (
                Happening(deed=deed, by=aid.debtor, toward=foe, against=frozenset({foe}), together=frozenset({aid.creditor}))
                for deed in (Deed.JOIN_WAR, Deed.ATTACK)
            )
        if any(contravenes(promise, deed, aggressor=opener) for deed in deeds):
            yield Clash.AID_AGAINST_PROMISE, aid.debtor
            return
    if aid.against:
        combination = Happening(deed=Deed.COMBINE, by=aid.debtor, toward=aid.creditor, against=aid.against)
        if contravenes(promise, combination):
            yield Clash.HOSTILE_COMBINATION, aid.debtor


def _aid_beyond(aid: Assist, limit: Refrain) -> Iterator[tuple[Clash, Power]]:
    """A contingent beyond a limit of arms, or on a front where none may be; towards its foes in that war the debtor is held to neither."""
    if aid.forces is None or aid.debtor != limit.debtor or limit.creditor in aid.against:
        return
    sent = aid.forces.divisions
    deeds = (
        Happening(deed=Deed.ARM, by=aid.debtor, matter=Arms.DIVISIONS, amount=sent),
        Happening(deed=Deed.DEPLOY, by=aid.debtor, at=aid.forces.front, against=aid.against, amount=sent),
    )
    if limit.at and aid.forces.front is None:
        return
    if any(contravenes(limit, deed) for deed in deeds):
        yield Clash.FORCES_WHERE_NONE if limit.ceiling is None else Clash.MORE_THAN_ALLOWED, aid.debtor


def _on_both_sides(one: Assist, other: Assist) -> bool:
    """Whether one war between the two creditors calls for both: a promise against unprovoked attack alone never aids the aggressor."""
    if one.creditor == other.creditor or not (one.creditor in other.against or other.creditor in one.against):
        return False
    if other.creditor in one.save or one.creditor in other.save:
        return False
    meets = (not one.against or other.creditor in one.against) and (not other.against or one.creditor in other.against)
    return meets and any(aid.trigger is Trigger.ANY_WAR or aid.in_attack for aid in (one, other))


def _leave_against(leave: Allow, promise: Refrain) -> Iterator[tuple[Clash, Power]]:
    forces = {Deed.CROSS, Deed.DEPLOY}
    if leave.deed not in forces:
        return
    serves = not promise.deeds.isdisjoint({Deed.JOIN_WAR, Deed.LET_PASS}) and promise.toward in (None, promise.creditor, leave.creditor)
    serves = serves and (not promise.alongside or leave.creditor in promise.alongside)
    if leave.debtor == promise.debtor and promise.creditor in leave.against and serves:
        lapses = promise.unless_aggressor and leave.when in (Trigger.UNPROVOKED_ATTACK, Trigger.ANY_ATTACK, Trigger.INDIRECT_AGGRESSION)
        if not lapses:
            yield Clash.PASSAGE_AGAINST_PROMISE, leave.debtor
    if (
        promise.debtor in (leave.debtor, leave.creditor)
        and leave.deed in promise.deeds
        and leave.at & promise.at
        and promise.ceiling is None
    ):
        yield Clash.FORCES_WHERE_NONE, promise.debtor
