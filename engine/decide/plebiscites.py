"""Plebiscites held: the result, by an event of the scenario or by how the inhabitants are inclined, and what it settles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.chance import draw
from engine.clauses import Plebiscite
from engine.duties import Render
from engine.events import PlebisciteDecided, StakeTransferred
from engine.happenings import Deed
from engine.names import EVERYBODY, EventId, Power, StakeId
from engine.plot import Effect, Plot, Transfer
from engine.proceedings import Proceedings
from engine.state import State

SWING = 5
"""Points by which each side's part of the votes may turn out higher or lower than expected."""


def count_votes(proceedings: Proceedings) -> None:
    """Make the results known of the plebiscites held in an earlier turn, but those that an event of the scenario is still to give."""
    state = proceedings.state
    for stake, article in _held(state):
        if not _is_scripted(state, stake):
            votes = votes_of(state, stake, article)
            # Of equals the first stays ahead: the holder, then the claimants as the article names them.
            decide(proceedings, stake, max(votes, key=lambda power: votes[power]), votes)


def decide(proceedings: Proceedings, stake: StakeId, winner: Power, votes: Mapping[Power, int] | None = None) -> None:
    """Make one result known; a holder that has won is confirmed, and the question settled."""
    proceedings.note(PlebisciteDecided(stake=stake, winner=winner, votes=votes or {}, audience=EVERYBODY))
    if votes is not None and proceedings.state.holder(stake) == winner:
        proceedings.note(StakeTransferred(stake=stake, holder=winner, confirmed=True, audience=EVERYBODY))


def awaits_result(state: State, stake: StakeId) -> bool:
    """Whether the inhabitants of a stake have voted and the result is not known yet."""
    return any(held == stake for held, _ in _held(state))


def _held(state: State) -> Iterator[tuple[StakeId, Plebiscite]]:
    """The plebiscites held in an earlier turn and not decided, each once, with their articles."""
    seen: set[StakeId] = set()
    for line in state.record:
        duty = line.duty
        if not line.kept or not isinstance(duty, Render) or duty.deed is not Deed.HOLD_PLEBISCITE or line.turn >= state.turn:
            continue
        treaty = state.treaties.get(line.treaty)
        article = next((a for a in treaty.text.articles if a.id == line.article), None) if treaty is not None else None
        fresh = duty.at is not None and duty.at not in state.votes and duty.at not in seen
        if fresh and duty.at is not None and article is not None and isinstance(article.clause, Plebiscite):
            seen.add(duty.at)
            yield duty.at, article.clause


def votes_of(state: State, stake: StakeId, article: Plebiscite) -> Mapping[Power, int]:
    """Each side's part of the votes in per cent: as the inhabitants are inclined, a few points up or down by chance."""
    seed = state.plot.seed if state.plot is not None else 0
    inclined = state.setting.stakes[stake].inclined
    sides = dict.fromkeys((article.holder, *(article.claimants or inclined or state.powers())))
    if not any(side in inclined for side in sides):
        inclined = dict.fromkeys(sides, 100 // len(sides))
    scores = {}
    for side in sides:
        swing = draw(seed, f"plebiscite|{stake}|{side}", 2 * SWING + 1) - SWING
        scores[side] = max(0, inclined.get(side, 0) + swing) if inclined.get(side) else 0
    whole = sum(scores.values()) or 1
    votes = {side: score * 100 // whole for side, score in scores.items()}
    first = max(votes, key=lambda side: scores[side])
    return {**votes, first: votes[first] + 100 - sum(votes.values())}


def _is_scripted(state: State, stake: StakeId) -> bool:
    """Whether an event that gives the stake to somebody is dated and still to come, or waits for an answer."""
    plot = state.plot
    if plot is None:
        return False
    waiting = [ident for ident in state.news if _gives(plot, ident, stake)]
    coming = [
        ident
        for ident, event in plot.events.items()
        if event.turn is not None and (state.turn_order(event.turn) or 0) > state.turn and _gives(plot, ident, stake)
    ]
    return bool(waiting or coming)


def _gives(plot: Plot, ident: EventId, stake: StakeId) -> bool:
    event = plot.events.get(ident)
    if event is None:
        return False
    effects: tuple[Effect, ...] = (*event.effects, *(effect for choice in event.choices.values() for effect in choice.effects))
    return any(isinstance(effect, Transfer) and effect.stake == stake for effect in effects)
