"""The opening of a game: the events that a scenario and a seed begin with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import evolve as with_

from engine.decide.turns import open_turn
from engine.events import BriefingGiven, Event, GameFounded, PlotLaid, TrackMoved, TreatyShown
from engine.evolve import evolve
from engine.names import EVERYBODY, NOBODY
from engine.plot import Scenario
from engine.proceedings import Proceedings
from engine.setting import Each

Opening: TypeAlias = Callable[[Scenario, int], tuple[Event, ...]]
"""How a game begins: the events of a scenario and a seed, at the first talks or further on."""


def found(scenario: Scenario, seed: int) -> tuple[Event, ...]:
    """The opening events, from the founding to the first talks."""
    setting, plot = scenario.setting, with_(scenario.plot, seed=seed)
    founded = GameFounded(setting=setting, audience=EVERYBODY)
    proceedings = Proceedings(evolve(None, founded))
    proceedings.note(PlotLaid(plot=plot, audience=NOBODY))
    for power, briefing in plot.briefings.items():
        proceedings.note(BriefingGiven(power=power, briefing=briefing, audience=frozenset({power})))
    for name, track in setting.tracks.items():
        for power, sheet in setting.powers.items():
            own = frozenset({power})
            if track.each is Each.PAIR:
                for other in setting.powers:
                    if other != power:
                        value = sheet.start.get(f"{name}.{other}", track.start)
                        proceedings.note(TrackMoved(track=f"{power}.{name}.{other}", value=value, audience=own))
            elif track.each is Each.POWER and track.secret:
                value = sheet.start.get(name, track.start)
                proceedings.note(TrackMoved(track=f"{power}.{name}", value=value, audience=own))
    for treaty in plot.treaties.values():
        proceedings.note(TreatyShown(treaty=treaty, how="standing", audience=treaty.known_to))
    open_turn(proceedings, 0)
    return (founded, *proceedings.events)
