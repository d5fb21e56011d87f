"""Ultimatums: a demand, a deadline, and what acceptance brings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, assert_never

from attrs import evolve as with_

from engine.clauses.cession import Cession
from engine.clauses.cession import Stage as CessionStage
from engine.commands import AnswerUltimatum, IssueUltimatum, PowerCommand
from engine.crisis import Demand, DemandAssent, DemandCession, DemandStandDown, Ultimatum, UltimatumState
from engine.decide.drafting import notes_of
from engine.decide.promises import answer_for
from engine.decide.signing import awaited_assents, give_assent
from engine.deeds import takes_back, threat
from engine.domains import Lawful, OneOf, Option, Within
from engine.events import Phase, ReadinessChanged, TreatyShown, UltimatumAnswered, UltimatumClosed, UltimatumIssued
from engine.names import EVERYBODY, ArticleId, Lang, Power, StakeId
from engine.occasions import Occasion
from engine.orders import Readiness
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Article, Provisions, Signature, Stage, Treaty, Version

VERBS: tuple[type[PowerCommand], ...] = (IssueUltimatum, AnswerUltimatum)

LONGEST_TERM = 3
"""Turns that an ultimatum may run at the most."""
NOTES_TITLE = {Lang("en"): "Exchange of notes", Lang("fr"): "Échange de notes"}


def offers(state: State, power: Power) -> Iterator[Option]:
    """Issue in the talks; answer in the talks or with one's orders."""
    if state.phase in (Phase.TALKS, Phase.ORDERS):
        for (issuer, target), ultimatum in state.ultimatums.items():
            if target == power and ultimatum.state is UltimatumState.STANDING:
                yield Option(verb=AnswerUltimatum, asked=True, domains={"issuer": OneOf((issuer,)), "accept": OneOf((True, False))})
    if state.phase is Phase.TALKS:
        last = min(state.turn + LONGEST_TERM, len(state.setting.turns) - 1)
        for target in state.powers():
            sample = possible_demands(state, power, target)
            if sample and (power, target) not in state.ultimatums and target not in state.at_war(power):
                yield Option(
                    verb=IssueUltimatum,
                    domains={
                        "target": OneOf((target,)),
                        "demand": Lawful(partial(_is_lawful, state, power, target), sample=sample),
                        "expires": Within(state.turn, last),
                    },
                )


def possible_demands(state: State, power: Power, target: Power) -> tuple[Demand, ...]:
    """What one power may demand of another now, each stake by itself; several stakes may be demanded together."""
    if target == power:
        return ()
    demands: list[Demand] = [DemandCession((stake,)) for stake, holder in state.holders.items() if holder == target]
    public = (t for t in state.treaties.values() if t.known_to is None)
    demands += (DemandAssent(t.id) for t in public if target in awaited_assents(t))
    if state.readiness[target] > Readiness.PEACE:
        demands.append(DemandStandDown())
    return tuple(demands)


def _is_lawful(state: State, power: Power, target: Power, demand: Any) -> bool:
    possible = possible_demands(state, power, target)
    if isinstance(demand, DemandCession):
        singles = len(set(demand.stakes)) == len(demand.stakes) > 0
        return singles and all(DemandCession((stake,)) in possible for stake in demand.stakes)
    return demand in possible


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why it is not an ultimatum, or not one to answer."""
    if isinstance(command, AnswerUltimatum):
        if state.phase not in (Phase.TALKS, Phase.ORDERS):
            return Refusal(Reason.WRONG_PHASE)
        known = state.ultimatums.get((command.issuer, power))
        return Refusal(Reason.NO_ULTIMATUM if known is None else Reason.ALREADY_ANSWERED)
    if state.phase is not Phase.TALKS:
        return Refusal(Reason.WRONG_PHASE)
    if command.target not in state.setting.powers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": command.target})
    if command.target == power:
        return Refusal(Reason.TO_ONESELF)
    if (power, command.target) in state.ultimatums:
        return Refusal(Reason.ULTIMATUM_STANDS)
    if command.target in state.at_war(power):
        return Refusal(Reason.AT_WAR, {"power": command.target})
    if not _is_lawful(state, power, command.target, command.demand):
        return Refusal(Reason.DEMAND_FAULTY)
    return Refusal(Reason.DEADLINE_PAST, {"most": str(LONGEST_TERM)})


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Issue it, or answer it."""
    match command:
        case IssueUltimatum():
            issued = proceedings.state.turn
            ultimatum = Ultimatum(issuer=power, target=command.target, demand=command.demand, expires=command.expires, issued=issued)
            proceedings.note(UltimatumIssued(ultimatum=ultimatum, audience=EVERYBODY))
            proceedings.follow(Occasion.ULTIMATUM, power, command.target)
            answer_for(proceedings, threat(proceedings.state, power, command.target, command.demand))
        case AnswerUltimatum():
            if command.accept:
                accept(proceedings, command.issuer, power)
            else:
                answered = UltimatumState.REJECTED
                proceedings.note(UltimatumAnswered(issuer=command.issuer, target=power, state=answered, audience=EVERYBODY))
        case _:
            raise AssertionError(command)


def drop(proceedings: Proceedings) -> None:
    """Take off the table the demands to assent to a text that has ended; one over which it has come to a crisis ends with that."""
    state = proceedings.state
    for (issuer, target), ultimatum in tuple(state.ultimatums.items()):
        text = state.treaties.get(ultimatum.demand.treaty) if isinstance(ultimatum.demand, DemandAssent) else None
        if text is not None and not text.in_force and (state.crisis is None or state.crisis.ultimatum != ultimatum):
            proceedings.note(UltimatumClosed(issuer=issuer, target=target, audience=EVERYBODY))


def accept(proceedings: Proceedings, issuer: Power, target: Power) -> None:
    """The target gives way: what was demanded is now owed, or done."""
    ultimatum = proceedings.state.ultimatums[(issuer, target)]
    proceedings.note(UltimatumAnswered(issuer=issuer, target=target, state=UltimatumState.ACCEPTED, audience=EVERYBODY))
    match ultimatum.demand:
        case DemandCession():
            _promise(proceedings, ultimatum)
        case DemandAssent():
            treaty = proceedings.state.treaties[ultimatum.demand.treaty]
            if target in awaited_assents(treaty):
                give_assent(proceedings, treaty.id, target)
        case DemandStandDown():
            if proceedings.state.readiness[target] != Readiness.PEACE:
                proceedings.note(ReadinessChanged(power=target, step=Readiness.PEACE, audience=EVERYBODY))
        case _:
            assert_never(ultimatum.demand)


def _promise(proceedings: Proceedings, ultimatum: Ultimatum) -> None:
    """Exchange notes over the stakes demanded that the target still holds: it cannot promise what another has."""
    assert isinstance(ultimatum.demand, DemandCession)
    held = tuple(stake for stake in ultimatum.demand.stakes if proceedings.state.holder(stake) == ultimatum.target)
    if held:
        proceedings.note(TreatyShown(treaty=_notes(proceedings.state, ultimatum, held), how="published", audience=EVERYBODY))


def _notes(state: State, ultimatum: Ultimatum, stakes: tuple[StakeId, ...]) -> Treaty:
    """The exchange of notes by which a cession demanded is promised: a treaty like any other, in force at once.

    It falls due when the ultimatum would have; a target whose orders can no longer say so has until the turn after.
    """
    issuer, target = ultimatum.issuer, ultimatum.target
    sealed = state.phase is Phase.CRISIS or target in state.committed
    due = max(ultimatum.expires, state.turn + 1 if sealed else state.turn)
    turns = tuple(state.setting.turns)
    stages = tuple(CessionStage(stake=stake, by=turns[min(due, len(turns) - 1)]) for stake in stakes)
    cession = Cession(ceder=target, receiver=issuer, stages=stages)
    article = Article(id=ArticleId(f"notes_{issuer}_{target}_{state.turn}"), clause=cession)
    signed = Signature(turn=state.turn)
    coerced = frozenset[Power]() if takes_back(state, issuer, ultimatum.demand) else frozenset({issuer})
    return Treaty(
        id=notes_of(issuer, target, state.turn),
        title=NOTES_TITLE,
        provisions=Provisions(signatories=(issuer, target)),
        versions=(Version(number=1, by=issuer, base=None, articles=(article,)),),
        drafter=issuer,
        negotiators=(issuer, target),
        stage=Stage.IN_FORCE,
        adopted=1,
        signatures={issuer: signed, target: with_(signed, under_threat=coerced)},
        parties=frozenset({issuer, target}),
        since=state.turn_id,
    )
