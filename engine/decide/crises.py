"""The crisis: force is about to be used, those called upon answer, and the mover persists or steps back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from engine.casus import Standing, casus_foederis
from engine.commands import AnswerCrisis, Decide, PowerCommand
from engine.crisis import Band, Crisis, DemandAssent, DemandCession, DemandStandDown, Stance, Ultimatum, UltimatumState, War
from engine.decide import ultimatums
from engine.decide.orders import breach, perform
from engine.domains import OneOf, Option
from engine.duties import Assist, Cede, Refrain
from engine.events import (
    CrisisAnswered,
    CrisisEnded,
    CrisisOpened,
    Phase,
    StakeTransferred,
    StanceSealed,
    StancesRevealed,
    UltimatumClosed,
    WarFought,
)
from engine.force import as_published, correlate
from engine.happenings import Deed, Happening
from engine.names import EVERYBODY, Power, StakeId
from engine.obligations import Obligation, obligations
from engine.occasions import Occasion
from engine.orders import Attack, Readiness
from engine.performance import breached_by
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State

VERBS: tuple[type[PowerCommand], ...] = (AnswerCrisis, Decide)

THIRD_STANCES = (Stance.WITH_TARGET, Stance.NEUTRAL, Stance.MEDIATE, Stance.WITH_MOVER)


def offers(state: State, power: Power) -> Iterator[Option]:
    """Those called upon answer at once; the mover has the last word."""
    crisis = state.crisis
    if state.phase is not Phase.CRISIS or crisis is None:
        return
    if power in crisis.called - crisis.answered:
        yield Option(verb=AnswerCrisis, asked=True, domains={"stance": OneOf(stances_of(crisis, power))})
    if power == crisis.mover and crisis.revealed:
        yield Option(verb=Decide, asked=True, domains={"persist": OneOf((True, False))})


def stances_of(crisis: Crisis, power: Power) -> tuple[Stance, ...]:
    """What a power may answer: the target resists, or yields to an ultimatum; the others take a side or none."""
    if power != crisis.target:
        return THIRD_STANCES
    return (Stance.RESIST,) if crisis.ultimatum is None else (Stance.RESIST, Stance.YIELD)


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the answer is not heard."""
    crisis = state.crisis
    if crisis is None:
        return Refusal(Reason.NO_CRISIS)
    if isinstance(command, Decide):
        return Refusal(Reason.NOT_THE_MOVER if power != crisis.mover else Reason.WRONG_PHASE)
    if power not in crisis.called:
        return Refusal(Reason.NOT_CALLED_UPON)
    return Refusal(Reason.ALREADY_ANSWERED if power in crisis.answered else Reason.UNKNOWN_CHOICE, {"choice": command.stance})


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Seal the answer, or end the crisis."""
    match command:
        case AnswerCrisis():
            answer(proceedings, power, command.stance)
            crisis = proceedings.state.crisis
            assert crisis is not None
            if crisis.answered >= crisis.called:
                reveal(proceedings)
        case Decide():
            conclude(proceedings, command.persist)
        case _:
            raise AssertionError(command)


def answer(proceedings: Proceedings, power: Power, stance: Stance) -> None:
    """Seal a stance; the others see only that it was taken."""
    proceedings.note(
        CrisisAnswered(power=power, audience=EVERYBODY),
        StanceSealed(power=power, stance=stance, audience=frozenset({power})),
    )


def next_crisis(proceedings: Proceedings) -> bool:
    """Open the next crisis of this turn, attacks first; False if there is none."""
    state = proceedings.state
    for mover, target, ultimatum in _occasions(state):
        if (mover, target) not in state.attacked and target not in state.at_war(mover):
            called = frozenset(p for p in state.powers() if p != mover)
            crisis = Crisis(mover=mover, target=target, ultimatum=ultimatum, called=called)
            proceedings.note(CrisisOpened(crisis=crisis, audience=EVERYBODY))
            return True
    return False


def _occasions(state: State) -> Iterator[tuple[Power, Power, Ultimatum | None]]:
    for power in state.powers():
        for order in state.orders.get(power, ()):
            if isinstance(order, Attack):
                standing = state.ultimatums.get((power, order.target))
                lapsed = standing if standing is not None and standing.state is not UltimatumState.ACCEPTED else None
                yield power, order.target, lapsed
    for (issuer, target), ultimatum in state.ultimatums.items():
        if has_lapsed(state, ultimatum):
            yield issuer, target, ultimatum


def has_lapsed(state: State, ultimatum: Ultimatum) -> bool:
    """Whether an ultimatum was rejected, or its deadline passes with this turn; what is demanded must still be wanting."""
    if is_met(state, ultimatum):
        return False
    if ultimatum.state is UltimatumState.REJECTED:
        return True
    return ultimatum.state is UltimatumState.STANDING and ultimatum.expires <= state.turn


def is_met(state: State, ultimatum: Ultimatum) -> bool:
    """Whether the target has done what is demanded, or owes it to the issuer under a treaty in force."""
    match ultimatum.demand:
        case DemandCession():
            owed = {
                o.duty.stake
                for o in obligations(state)
                if isinstance(o.duty, Cede) and (o.duty.debtor, o.duty.creditor) == (ultimatum.target, ultimatum.issuer)
            }
            return all(stake in owed or state.holder(stake) == ultimatum.issuer for stake in ultimatum.demand.stakes)
        case DemandAssent():
            treaty = state.treaties.get(ultimatum.demand.treaty)
            return treaty is not None and ultimatum.target in treaty.assents
        case DemandStandDown():
            return state.readiness[ultimatum.target] is Readiness.PEACE
        case _:
            assert_never(ultimatum.demand)


def reveal(proceedings: Proceedings) -> None:
    """Show the coalitions; a target that yields ends the crisis, otherwise the mover has the last word."""
    crisis = proceedings.state.crisis
    assert crisis is not None
    default = {p: Stance.RESIST if p == crisis.target else Stance.NEUTRAL for p in proceedings.state.powers() if p != crisis.mover}
    stances = {p: crisis.stances.get(p, stance) for p, stance in default.items()}
    proceedings.note(StancesRevealed(stances=stances, audience=EVERYBODY))
    if stances[crisis.target] is Stance.YIELD:
        assert crisis.ultimatum is not None
        ultimatums.accept(proceedings, crisis.mover, crisis.target)
        proceedings.follow(Occasion.YIELDED, crisis.target, crisis.mover)
        proceedings.note(CrisisEnded(outcome="yielded", audience=EVERYBODY))


def conclude(proceedings: Proceedings, persist: bool) -> None:
    """War, or a step back with its price before one's own public."""
    crisis = proceedings.state.crisis
    assert crisis is not None
    if crisis.ultimatum is not None:
        proceedings.note(UltimatumClosed(issuer=crisis.mover, target=crisis.target, audience=EVERYBODY))
    if persist:
        _war(proceedings, crisis)
        outcome = "war"
    else:
        mediated = Stance.MEDIATE in crisis.stances.values()
        proceedings.follow(Occasion.TALKED_DOWN if mediated else Occasion.STEPPED_BACK, crisis.mover, crisis.target)
        outcome = "stepped_back"
    proceedings.note(CrisisEnded(outcome=outcome, audience=EVERYBODY))


def _war(proceedings: Proceedings, crisis: Crisis) -> None:
    state = proceedings.state
    helping = tuple(p for p in state.powers() if crisis.stances.get(p) is Stance.WITH_TARGET)
    joining = tuple(p for p in state.powers() if crisis.stances.get(p) is Stance.WITH_MOVER)
    _reckon(proceedings, crisis, frozenset(helping), joining)
    war = correlate(state, (crisis.mover, *joining), (crisis.target, *helping))
    proceedings.note(WarFought(war=as_published(state, war), audience=EVERYBODY))
    for stake in _spoils(state, crisis, war):
        proceedings.note(StakeTransferred(stake=stake, holder=crisis.mover, by_force=True, audience=EVERYBODY))
    proceedings.follow(Occasion.WAR, crisis.mover, crisis.target)


def _reckon(proceedings: Proceedings, crisis: Crisis, helping: frozenset[Power], joining: tuple[Power, ...]) -> None:
    """Enter what was owed in this case and done, and what was not."""
    state = proceedings.state
    calls = casus_foederis(state, crisis.mover, crisis.target, assisting=helping)
    bound = {(g.treaty, g.article, c.power) for c in calls for g in c.grounds if g.standing is Standing.BOUND}
    broken = _broken(state, crisis, helping, joining)
    settled: set[tuple[str, str, str, str]] = set()
    for owed in obligations(state):
        duty, key = owed.duty, (owed.treaty, owed.article.id, owed.duty.debtor, owed.duty.creditor)
        if key in settled:
            continue
        match duty:
            case Assist() if key[:3] in bound and duty.creditor == (crisis.mover if duty.in_attack else crisis.target):
                settled.add(key)
                (perform if duty.debtor in (joining if duty.in_attack else helping) else breach)(proceedings, owed)
            case Refrain() if owed in broken:
                settled.add(key)
                breach(proceedings, owed)
            case _:
                continue


def _broken(state: State, crisis: Crisis, helping: frozenset[Power], joining: tuple[Power, ...]) -> tuple[Obligation, ...]:
    """The promises to keep the peace that the attack, and the entry of others into the war, break."""
    against = [(crisis.mover, Deed.ATTACK, crisis.target)]
    against += [(power, Deed.JOIN_WAR, crisis.target) for power in joining]
    against += [(power, Deed.JOIN_WAR, crisis.mover) for power in sorted(helping)]
    deeds = (Happening(deed=deed, by=power, toward=foe, against=frozenset({foe})) for power, deed, foe in against)
    return tuple(owed for deed in deeds for owed in breached_by(state, deed, aggressor=crisis.mover))


def _spoils(state: State, crisis: Crisis, war: War) -> tuple[StakeId, ...]:
    """What the mover takes: everything if the defence collapses, what it demanded if it wins, nothing otherwise."""
    held = tuple(stake for stake, holder in state.holders.items() if holder == crisis.target)
    if war.band is Band.COLLAPSE:
        return held
    if war.band is Band.VICTORY and crisis.ultimatum is not None and isinstance(crisis.ultimatum.demand, DemandCession):
        return tuple(stake for stake in crisis.ultimatum.demand.stakes if stake in held)
    return ()
