"""`locarno play FILE --turn T --set TRACK=N`: a game that begins further on, or with other tracks, to try one scene."""

from __future__ import annotations

from attrs import evolve as with_

from engine.ai.standin import Company
from engine.commands import CloseStep
from engine.events import Event, PhaseOpened, TurnOpened
from engine.found import Opening
from engine.names import Onlooker, Power, TrackId, TurnId
from engine.plot import Scenario
from engine.setting import Each
from engine.table import Table
from scenarios.reading.diagnostics import near


class CannotRehearse(Exception):
    """A scene that cannot be set: a code of the command's words, and what fills them."""

    def __init__(self, code: str, **slots: str) -> None:
        super().__init__(code, slots)
        self.code, self.slots = code, slots


def targets(scenario: Scenario) -> tuple[str, ...]:
    """Every track that can be set: `tension`, `france.support`, `france.trust.poland`."""
    powers, found = scenario.setting.powers, []
    for name, track in scenario.setting.tracks.items():
        match track.each:
            case Each.WORLD:
                found.append(str(name))
            case Each.POWER:
                found += [f"{power}.{name}" for power in powers]
            case Each.PAIR:
                found += [f"{p}.{name}.{q}" for p in powers for q in powers if p != q]
    return tuple(found)


def with_tracks(scenario: Scenario, wanted: dict[str, int]) -> Scenario:
    """The scenario with other starting values; raises CannotRehearse."""
    setting = scenario.setting
    for target, value in wanted.items():
        if target not in targets(scenario):
            raise CannotRehearse("no_track", name=target, close=near(target, targets(scenario)) or ", ".join(setting.tracks))
        owner, _, rest = target.partition(".")
        key = TrackId(rest.partition(".")[0] or owner)
        track = setting.tracks[key]
        if not track.min <= value <= track.max:
            raise CannotRehearse("track_outside", name=target, low=str(track.min), high=str(track.max))
        if not rest:
            setting = with_(setting, tracks={**setting.tracks, key: with_(track, start=value)})
        else:
            sheet = setting.powers[Power(owner)]
            sheet = with_(sheet, start={**sheet.start, rest: value})
            setting = with_(setting, powers={**setting.powers, Power(owner): sheet})
    return with_(scenario, setting=setting)


def opening_at(scenario: Scenario, turn: str) -> Opening:
    """An opening at the talks of a turn, the turns before it played by the computer; raises CannotRehearse for an unknown turn."""
    turns = tuple(scenario.setting.turns)
    if turn not in turns:
        raise CannotRehearse("no_turn", name=turn, close=near(turn, turns) or ", ".join(turns))
    place = turns.index(TurnId(turn))
    return lambda scenario, seed: played_up_to(scenario, seed, place)


def played_up_to(scenario: Scenario, seed: int, turn: int) -> tuple[Event, ...]:
    """The events of a game of scripted powers up to the talks of a turn; up to its last talks if it ended before."""
    table = Table.open(scenario, seed)
    company = Company(table, frozenset(table.state.powers()))
    while table.state.turn < turn and not table.state.over:
        company.play()
        table.play(Onlooker.FACILITATOR, CloseStep())
    return tuple(_up_to(table.chronicle, min(turn, table.state.turn)))


def _up_to(chronicle: list[Event], turn: int) -> list[Event]:
    """The company may have played on into the turn: what follows its opening is left out."""
    opened = next(n for n, event in enumerate(chronicle) if isinstance(event, TurnOpened) and event.turn == turn)
    talks = next(n for n in range(opened, len(chronicle)) if isinstance(chronicle[n], PhaseOpened))
    return chronicle[: talks + 1]
