"""Scripted events: what the calendar, a condition or chance brings at the opening of a turn, and what it does."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve as with_

from engine.chance import draw
from engine.conditions import holds
from engine.decide import plebiscites
from engine.decide.agenda import raise_item
from engine.events import (
    EventFired,
    FullPowersIssued,
    FullPowersRecalled,
    MinisterReplaced,
    NewsArrived,
    ReadinessChanged,
    ResolutionShown,
    StakeTransferred,
    TreatyShown,
)
from engine.names import EVERYBODY, NOBODY, EventId
from engine.plot import (
    Agenda,
    Change,
    Effect,
    IssueFullPowers,
    RecallFullPowers,
    Replace,
    Say,
    ScriptedEvent,
    SetReadiness,
    Transfer,
)
from engine.proceedings import Proceedings


def fire_events(proceedings: Proceedings) -> None:
    """Let every scripted event happen whose time has come, in the scenario's order, each at most once."""
    plot = proceedings.state.plot
    if plot is None:
        return
    for ident, event in plot.events.items():
        if ident not in proceedings.state.fired and _has_come(proceedings, event):
            happened = draw(plot.seed, f"event|{ident}") < event.chance
            proceedings.note(EventFired(event=ident, happened=happened, audience=NOBODY))
            if happened:
                _happen(proceedings, ident, event)


def _has_come(proceedings: Proceedings, event: ScriptedEvent) -> bool:
    state = proceedings.state
    if event.turn is not None and event.turn != state.turn_id:
        return False
    return event.when is None or holds(state, event.when)


def _happen(proceedings: Proceedings, ident: EventId, event: ScriptedEvent) -> None:
    proceedings.note(
        NewsArrived(
            event=ident,
            title=event.title,
            text=event.text,
            asks=event.asks,
            choices={key: choice.label for key, choice in event.choices.items()},
            default=event.default,
            source=event.source,
            audience=event.known_to,
        )
    )
    carry_out(proceedings, event.effects, ident)


def carry_out(proceedings: Proceedings, effects: tuple[Effect, ...], ident: EventId) -> None:
    """Do what a scripted event or choice says."""
    for effect in effects:
        match effect:
            case Change():
                for track, by in effect.tracks.items():
                    proceedings.move(track, by, ident)
            case Say():
                proceedings.note(NewsArrived(event=ident, title=effect.text, text={}, audience=effect.to))
            case Replace():
                proceedings.note(MinisterReplaced(power=effect.power, office=effect.office, by=effect.by, audience=EVERYBODY))
            case IssueFullPowers():
                if effect.power not in proceedings.state.full_powers:
                    proceedings.note(FullPowersIssued(power=effect.power, audience=EVERYBODY))
            case RecallFullPowers():
                if effect.power in proceedings.state.full_powers:
                    proceedings.note(FullPowersRecalled(power=effect.power, audience=EVERYBODY))
            case SetReadiness():
                if proceedings.state.readiness[effect.power] != effect.step:
                    proceedings.note(ReadinessChanged(power=effect.power, step=effect.step, audience=EVERYBODY))
            case Agenda():
                put_on_agenda(proceedings, effect)
            case Transfer(stake=stake, to=to):
                if plebiscites.awaits_result(proceedings.state, stake):
                    plebiscites.decide(proceedings, stake, to)
                kept = proceedings.state.holder(stake) == to
                if not (kept and proceedings.state.is_settled(stake)):
                    proceedings.note(StakeTransferred(stake=stake, holder=to, confirmed=kept, audience=EVERYBODY))
            case _:
                assert_never(effect)


def put_on_agenda(proceedings: Proceedings, effect: Agenda) -> None:
    """Seize an organ in its office's name; a matter that it has already is not brought twice."""
    organ = proceedings.state.organs.get(effect.council)
    if organ is not None and effect.item not in organ.agenda:
        raise_item(proceedings, None, organ.id, effect.item, effect.article, effect.title, frozenset(effect.parties))


def release_drafts(proceedings: Proceedings) -> None:
    """Put the scenario's drafts into the files of those who hold them from this turn on."""
    state = proceedings.state
    if state.plot is None:
        return
    for ident, draft in state.plot.drafts.items():
        turn = 0 if draft.from_turn is None else state.turn_order(draft.from_turn)
        if turn == state.turn and ident not in state.treaties:
            treaty = with_(draft.treaty, known_to=draft.held_by)
            proceedings.note(TreatyShown(treaty=treaty, how="found", audience=draft.held_by))
    for name, filed in state.plot.resolutions.items():
        turn = 0 if filed.from_turn is None else state.turn_order(filed.from_turn)
        if turn == state.turn and name not in state.resolutions:
            found = with_(filed.resolution, known_to=filed.held_by)
            proceedings.note(ResolutionShown(resolution=found, how="found", audience=filed.held_by))
