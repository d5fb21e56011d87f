"""The crisis: force is about to be used, those called upon answer, and the mover persists or steps back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from attrs import evolve as with_

from engine import contingents
from engine.casus_belli import casus_belli
from engine.coercion import indirect_aggressions
from engine.commands import AnswerCrisis, Decide, PowerCommand
from engine.crisis import YIELDED, Crisis, DemandAssent, DemandCession, DemandStandDown, Opening, Stance, Ultimatum, UltimatumState
from engine.decide import conferences, ultimatums, wars
from engine.decide.leaving import take_back
from engine.decide.orders import ways_beside
from engine.decide.promises import answer_for
from engine.decide.signing import awaited_assents
from engine.domains import OneOf, Option
from engine.duties import Cede
from engine.events import (
    CrisisAnswered,
    CrisisEnded,
    CrisisOpened,
    CrisisWidened,
    Phase,
    PostureEnded,
    StanceSealed,
    StancesRevealed,
    UltimatumClosed,
)
from engine.names import EVERYBODY, Lang, Power, StakeId, conference_id
from engine.obligations import known_to, obligations
from engine.occasions import Occasion
from engine.orders import Attack, Blockade, ClosePassage, Deploy, Occupy, Order, Readiness
from engine.postures import Posture, PostureKind, posture_of
from engine.proceedings import Proceedings
from engine.reckoning import SIDES, aggressions, marches_of, newly_entered, newly_wronged, takers
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import End

VERBS: tuple[type[PowerCommand], ...] = (AnswerCrisis, Decide)

THIRD_STANCES = (Stance.WITH_TARGET, Stance.NEUTRAL, Stance.MEDIATE, Stance.CONFER, Stance.WITH_MOVER)
CONFERENCE_TITLE = {Lang("en"): "Conference on the crisis", Lang("fr"): "Conférence sur la crise"}
CALMING = (Stance.MEDIATE, Stance.CONFER)
"""Ways down: a mover before whom one is opened steps back at a lower price."""


def offers(state: State, power: Power) -> Iterator[Option]:
    """Those called upon answer at once; the mover has the last word."""
    crisis = state.crisis
    if state.phase is not Phase.CRISIS or crisis is None:
        return
    if power in crisis.called - crisis.answered:
        stances = OneOf(stances_of(crisis, power))
        yield Option(verb=AnswerCrisis, asked=True, domains={"stance": stances, "through": OneOf((None,)), "divisions": OneOf((None,))})
        numbers = contingents.sizes(state, power)
        for stance in SIDES if power not in (crisis.target, crisis.through, *crisis.wronged) else ():
            sides, neutrals = OneOf((stance,)), marches_open(state, crisis, power, stance)
            for through in ((None,), neutrals) if neutrals else ((None,),):
                if through != (None,):
                    yield Option(
                        verb=AnswerCrisis, asked=True, domains={"stance": sides, "through": OneOf(through), "divisions": OneOf((None,))}
                    )
                if numbers:
                    yield Option(
                        verb=AnswerCrisis, asked=True, domains={"stance": sides, "through": OneOf(through), "divisions": OneOf(numbers)}
                    )
    if power == crisis.mover and crisis.revealed:
        yield Option(verb=Decide, asked=True, domains={"persist": OneOf((True, False))})


def marches_open(state: State, crisis: Crisis, power: Power, side: Stance) -> tuple[Power, ...]:
    """The neutrals that a power on this side could violate on its way to the front, as far as it is known who stands where."""
    # What those have answered who are being asked is still sealed.
    shown = {p: stance for p, stance in crisis.stances.items() if p not in crisis.called}
    target, mover = (frozenset(p for p, stance in shown.items() if stance is each) for each in SIDES)
    target, mover = target | {crisis.target}, mover | {crisis.mover}
    friends, foes = (target, mover) if side is Stance.WITH_TARGET else (mover, target)
    ways = ways_beside(state, power, friends, foes, opening=side is Stance.WITH_MOVER)
    return tuple(p for p in ways if p not in (crisis.through, *crisis.wronged))


def stances_of(crisis: Crisis, power: Power) -> tuple[Stance, ...]:
    """What a power may answer: the target resists, or gives way where less than everything is asked; a neutral about to be marched
    through defends itself or lets it happen; the others take a side, none, or open a way down."""
    if power in crisis.wronged:
        sides = {one.friends: None for one in aggressions(crisis) if one.upon == power}
        return (*sides, Stance.NEUTRAL)
    if power == crisis.target:
        return (Stance.RESIST,) if crisis.opening is Opening.ATTACK and crisis.ultimatum is None else (Stance.RESIST, Stance.YIELD)
    return THIRD_STANCES[:2] if power == crisis.through else THIRD_STANCES


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the answer is not heard."""
    crisis = state.crisis
    if crisis is None:
        return Refusal(Reason.NO_CRISIS)
    if isinstance(command, Decide):
        return Refusal(Reason.NOT_THE_MOVER if power != crisis.mover else Reason.WRONG_PHASE)
    if power not in crisis.called:
        return Refusal(Reason.NOT_CALLED_UPON)
    if power in crisis.answered:
        return Refusal(Reason.ALREADY_ANSWERED, {"choice": command.stance})
    if command.divisions not in (None, *contingents.sizes(state, power)):
        return Refusal(Reason.NOT_SO_MANY_DIVISIONS)
    return Refusal(Reason.UNKNOWN_CHOICE, {"choice": command.stance})


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Seal the answer, or end the crisis."""
    match command:
        case AnswerCrisis():
            answer(proceedings, power, command.stance, command.through, command.divisions)
            crisis = proceedings.state.crisis
            assert crisis is not None
            if crisis.answered >= crisis.called:
                reveal(proceedings)
        case Decide():
            conclude(proceedings, command.persist)
        case _:
            raise AssertionError(command)


def answer(proceedings: Proceedings, power: Power, stance: Stance, through: Power | None = None, divisions: int | None = None) -> None:
    """Seal a stance; the others see only that it was taken."""
    proceedings.note(
        CrisisAnswered(power=power, audience=EVERYBODY),
        StanceSealed(power=power, stance=stance, through=through, divisions=divisions, audience=frozenset({power})),
    )


def next_crisis(proceedings: Proceedings) -> bool:
    """Open the next crisis of this turn, forces where they are forbidden first, then attacks; False if there is none."""
    state = proceedings.state
    for crisis in _occasions(state):
        if (crisis.mover, crisis.target) not in state.attacked and crisis.target not in state.at_war(crisis.mover):
            proceedings.note(CrisisOpened(crisis=crisis, audience=EVERYBODY))
            return True
    return False


def _occasions(state: State) -> Iterator[Crisis]:
    ordered = [(power, order) for power in state.powers() for order in state.orders.get(power, ())]
    for power, order in ordered:
        if isinstance(order, Deploy | ClosePassage) and (affronted := _affronted(state, power, order)) is not None:
            opening = Opening.DEPLOYMENT if isinstance(order, Deploy) else Opening.CLOSURE
            yield _crisis(state, power, affronted, opening=opening, over=frozenset({order.stake}))
    for power, order in ordered:
        match order:
            case Occupy():
                holder = state.holder(order.stake)
                if holder is not None and holder != power:
                    yield _crisis(state, power, holder, opening=Opening.OCCUPATION, over=frozenset({order.stake}))
            case Attack():
                standing = state.ultimatums.get((power, order.target))
                lapsed = standing if standing is not None and standing.state is not UltimatumState.ACCEPTED else None
                yield _crisis(state, power, order.target, ultimatum=lapsed, through=order.through)
            case _:
                continue
    for (issuer, target), ultimatum in state.ultimatums.items():
        if has_lapsed(state, ultimatum):
            yield _crisis(state, issuer, target, opening=Opening.ULTIMATUM, ultimatum=ultimatum)
    for one, _ in indirect_aggressions(state):
        demand = state.ultimatums.get((one.coercer, one.victim))
        opened = _crisis(state, one.coercer, one.victim, opening=Opening.COERCION, over=one.stakes, ultimatum=demand)
        yield with_(opened, accords=one.treaties)
    for power, order in ordered:
        if isinstance(order, Blockade) and (affronted := _affronted(state, power, order)) is not None:
            yield _crisis(state, power, affronted, opening=Opening.BLOCKADE)


def _crisis(
    state: State,
    mover: Power,
    target: Power,
    *,
    opening: Opening = Opening.ATTACK,
    over: frozenset[StakeId] = frozenset(),
    ultimatum: Ultimatum | None = None,
    through: Power | None = None,
) -> Crisis:
    called = frozenset(p for p in state.powers() if p != mover)
    return Crisis(mover=mover, target=target, opening=opening, over=over, ultimatum=ultimatum, through=through, called=called)


def _affronted(state: State, power: Power, order: Order) -> Power | None:
    """With whom it comes to a crisis over forces that have just moved."""
    return casus_belli(state, power, order) if posture_of(power, order) in state.postures else None


def has_lapsed(state: State, ultimatum: Ultimatum) -> bool:
    """Whether an ultimatum was rejected, or its deadline passes with this turn; what is demanded must still be wanting."""
    if is_met(state, ultimatum):
        return False
    if ultimatum.state is UltimatumState.REJECTED:
        return True
    return ultimatum.state is UltimatumState.STANDING and ultimatum.expires <= state.turn


def is_met(state: State, ultimatum: Ultimatum) -> bool:
    """Whether the target has done what is demanded, or owes it to the issuer under a treaty that is before all; of a text that has ended
    nothing is left to assent to.

    A secret treaty meets no demand before the others: that nothing follows would betray it.
    """
    match ultimatum.demand:
        case DemandCession():
            owed = {
                o.duty.stake
                for o in obligations(state)
                if isinstance(o.duty, Cede)
                and (o.duty.debtor, o.duty.creditor) == (ultimatum.target, ultimatum.issuer)
                and known_to(state, o) is EVERYBODY
            }
            return all(stake in owed or state.holder(stake) == ultimatum.issuer for stake in ultimatum.demand.stakes)
        case DemandAssent():
            treaty = state.treaties.get(ultimatum.demand.treaty)
            return treaty is None or ultimatum.target not in awaited_assents(treaty)
        case DemandStandDown():
            return state.readiness[ultimatum.target] is Readiness.PEACE
        case _:
            assert_never(ultimatum.demand)


def reveal(proceedings: Proceedings) -> None:
    """Show the coalitions; a target that yields ends the crisis, neutrals marched through and allies that enter widen it, otherwise the
    mover has the last word."""
    crisis = proceedings.state.crisis
    assert crisis is not None
    default = {p: Stance.RESIST if p == crisis.target else Stance.NEUTRAL for p in proceedings.state.powers() if p != crisis.mover}
    crisis = with_(crisis, stances={p: crisis.stances.get(p, stance) for p, stance in default.items()})
    found = marches_of(crisis)
    marches = {p: neutral for p, neutral in crisis.marches.items() if found.get(p) == neutral}
    sent = {p: number for p, number in sorted(crisis.contingents.items()) if p in takers(crisis)}
    proceedings.note(StancesRevealed(stances=crisis.stances, marches=marches, contingents=sent, audience=EVERYBODY))
    if crisis.stances[crisis.target] is Stance.YIELD:
        _yield(proceedings, crisis)
        return
    wronged, entered = newly_wronged(proceedings.state, crisis), newly_entered(proceedings.state, crisis)
    if wronged or entered:
        # All of them, for to ask only those whom a treaty binds would betray the secret ones.
        called = frozenset(crisis.stances) - takers(crisis) - {crisis.target}
        proceedings.note(CrisisWidened(wronged=wronged, entered=entered, called=called, audience=EVERYBODY))


def _yield(proceedings: Proceedings, crisis: Crisis) -> None:
    """The target gives way: it owes what was demanded, loses what was occupied, or lets the forces or its own promise stand. Whoever stood
    by it has kept its word all the same."""
    wars.reckon(proceedings, crisis, war=False)
    if crisis.ultimatum is not None and crisis.opening is not Opening.COERCION:
        ultimatums.accept(proceedings, crisis.mover, crisis.target)
    elif crisis.opening is Opening.OCCUPATION:
        answer_for(proceedings, wars.deeds_of_mover(proceedings.state, crisis))
        wars.take(proceedings, crisis)
        proceedings.follow(Occasion.OCCUPATION, crisis.mover, crisis.target)
    proceedings.follow(Occasion.YIELDED, crisis.target, crisis.mover)
    proceedings.note(CrisisEnded(mover=crisis.mover, target=crisis.target, outcome=YIELDED, audience=EVERYBODY))


def conclude(proceedings: Proceedings, persist: bool) -> None:
    """War, or a step back with its price before one's own public."""
    crisis = proceedings.state.crisis
    assert crisis is not None
    if crisis.ultimatum is not None:
        proceedings.note(UltimatumClosed(issuer=crisis.mover, target=crisis.target, audience=EVERYBODY))
    if crisis.opening is Opening.COERCION:
        # Renounced by the coercer, or void since force follows the threat (VCLT 52).
        take_back(proceedings, crisis.target, crisis.accords, End.VOID if persist else End.CONSENT)
    if persist:
        wars.fight(proceedings, crisis)
    else:
        _step_back(proceedings, crisis)
    outcome = "war" if persist else "stepped_back"
    proceedings.note(CrisisEnded(mover=crisis.mover, target=crisis.target, outcome=outcome, audience=EVERYBODY))


def _step_back(proceedings: Proceedings, crisis: Crisis) -> None:
    """Whoever stood by its promise has kept it; forces that had moved are withdrawn; a conference called for meets in the next turn."""
    wars.reckon(proceedings, crisis, war=False)
    for posture in _taken_back(proceedings.state, crisis):
        if posture in proceedings.state.postures:
            proceedings.note(PostureEnded(posture=posture, audience=EVERYBODY))
    calmed = any(stance in CALMING for stance in crisis.stances.values())
    proceedings.follow(Occasion.TALKED_DOWN if calmed else Occasion.STEPPED_BACK, crisis.mover, crisis.target)
    _convene(proceedings, crisis)


def _taken_back(state: State, crisis: Crisis) -> tuple[Posture, ...]:
    """What the forces did over which the crisis opened."""
    mover, target = crisis.mover, crisis.target
    match crisis.opening:
        case Opening.DEPLOYMENT:
            return tuple(Posture(kind=PostureKind.DEPLOYED, by=mover, at=stake) for stake in sorted(crisis.over))
        case Opening.CLOSURE:
            return tuple(Posture(kind=PostureKind.CLOSING, by=mover, toward=target, at=stake) for stake in sorted(crisis.over))
        case Opening.BLOCKADE:
            return (Posture(kind=PostureKind.BLOCKADING, by=mover, toward=target),)
        case Opening.COERCION:
            # Whatever other treaty may let them stand there: to ask for it would betray a secret one.
            stakes = crisis.over or frozenset(stake for stake, holder in state.holders.items() if holder == target)
            return tuple(Posture(kind=PostureKind.DEPLOYED, by=mover, at=stake) for stake in sorted(stakes))
        case Opening.ATTACK | Opening.ULTIMATUM | Opening.OCCUPATION:
            return ()
        case _:
            assert_never(crisis.opening)


def _convene(proceedings: Proceedings, crisis: Crisis) -> None:
    """The first that called for a conference is its host; everybody in the crisis who did not look on is invited."""
    state = proceedings.state
    host = next((p for p in state.powers() if crisis.stances.get(p) is Stance.CONFER), None)
    if host is None or state.turn + 1 >= len(state.setting.turns):
        return
    concerned = {p for p, stance in crisis.stances.items() if stance is not Stance.NEUTRAL} | {crisis.mover}
    ident = conference_id(f"{host}.crisis_{crisis.mover}_{crisis.target}_{state.turn}")
    conferences.call(proceedings, host, ident, CONFERENCE_TITLE, frozenset(concerned - {host}), turn=state.turn + 1)
