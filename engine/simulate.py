"""Games among scripted powers alone, without a server or a clock, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import field, frozen

from engine.ai.standin import Played, play_round
from engine.commands import CloseStep
from engine.evolve import evolve
from engine.names import EndingId, ObjectiveId, Onlooker, Power, TreatyId
from engine.redact import redact
from engine.setting import Scenario
from engine.state import State
from engine.table import Table

MOST_ROUNDS = 2000
"""Rounds of thinking in one game; a game that needs more has its steps closed by the umpire."""


class Views:
    """Each power's own fold, kept up with the table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._seen = 0
        self.of: dict[Power, State] = {}
        self.update()

    def update(self) -> None:
        """Fold what is new."""
        powers = self._table.state.powers()
        for event in self._table.chronicle[self._seen :]:
            for power in powers:
                if redact(event, power) is not None:
                    self.of[power] = evolve(self.of.get(power), event)
        self._seen = len(self._table.chronicle)


@frozen(kw_only=True)
class Game:
    """One game played out."""

    table: Table
    refused: tuple[Played, ...]
    acts: int


def play_out(scenario: Scenario, seed: int, table: Table | None = None) -> Game:
    """A game of scripted powers to its ending."""
    table = table if table is not None else Table.open(scenario, seed)
    powers = frozenset(table.state.powers())
    views, heard = Views(table), dict[Power, int]()
    refused: list[Played] = []
    acts = 0
    for _ in range(MOST_ROUNDS):
        if table.state.over:
            break
        moved = False
        for last in (False, True):
            played = play_round(table, powers, _Live(views), heard, last=last)
            refused += (p for p in played if p.refusal is not None)
            acts += len(played)
            if any(p.refusal is None for p in played):
                moved = True
                break
        if not moved:
            table.play(Onlooker.FACILITATOR, CloseStep())
    while not table.state.over:
        table.play(Onlooker.FACILITATOR, CloseStep())
    return Game(table=table, refused=tuple(refused), acts=acts)


class _Live(Mapping[Power, State]):
    """The views, brought up to date when they are looked at."""

    def __init__(self, views: Views) -> None:
        self._views = views

    def __getitem__(self, power: Power) -> State:
        self._views.update()
        return self._views.of[power]

    def __iter__(self) -> Iterator[Power]:
        return iter(self._views.of)

    def __len__(self) -> int:
        return len(self._views.of)


@frozen(kw_only=True)
class Report:
    """What came of many games."""

    games: int
    endings: Mapping[EndingId, int] = field(factory=dict)
    met: Mapping[Power, Mapping[ObjectiveId, int]] = field(factory=dict)
    points: Mapping[Power, int] = field(factory=dict)
    """Summed over the games."""
    signed: Mapping[TreatyId, Mapping[Power, int]] = field(factory=dict)
    wars: int = 0
    acts: int = 0
    refused: int = 0


def simulate(scenario: Scenario, games: int, seed: int, progress: Callable[[int], None] = lambda done: None) -> Report:
    """Play as many games, the n-th with seed + n, and count."""
    endings: dict[EndingId, int] = {}
    met: dict[Power, dict[ObjectiveId, int]] = {p: {} for p in scenario.setting.powers}
    points: dict[Power, int] = dict.fromkeys(scenario.setting.powers, 0)
    signed: dict[TreatyId, dict[Power, int]] = {}
    wars = acts = refused = 0
    for number in range(games):
        game = play_out(scenario, seed + number)
        state = game.table.state
        assert state.ending is not None
        endings[state.ending] = endings.get(state.ending, 0) + 1
        for power, (scored, aims) in state.scores.items():
            points[power] += scored
            for aim in aims:
                met[power][aim] = met[power].get(aim, 0) + 1
        for treaty in state.treaties.values():
            if treaty.id in scenario.plot.drafts:
                counts = signed.setdefault(treaty.id, {})
                for power in treaty.signatures:
                    counts[power] = counts.get(power, 0) + 1
        wars += bool(state.wars)
        acts += game.acts
        refused += len(game.refused)
        progress(number + 1)
    ordered = dict(sorted(endings.items(), key=lambda item: (-item[1], item[0])))
    return Report(games=games, endings=ordered, met=met, points=points, signed=signed, wars=wars, acts=acts, refused=refused)
