"""Games among scripted powers alone, without a server or a clock, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from engine.ai.standin import Company, Played
from engine.commands import CloseStep
from engine.names import EndingId, ObjectiveId, Onlooker, Power, ResolutionId, TreatyId
from engine.plot import Scenario
from engine.resolution import Outcome
from engine.table import Table


@frozen(kw_only=True)
class Game:
    """One game played out."""

    table: Table
    refused: tuple[Played, ...]
    failures: tuple[Played, ...]
    """Acts of powers that could not think and let the step pass."""
    acts: int


def play_out(scenario: Scenario, seed: int, table: Table | None = None) -> Game:
    """A game of scripted powers to its ending; the umpire closes a step that they leave open."""
    table = table if table is not None else Table.open(scenario, seed)
    company = Company(table, frozenset(table.state.powers()))
    played: list[Played] = []
    while not table.state.over:
        played += company.play()
        table.play(Onlooker.FACILITATOR, CloseStep())
    return Game(
        table=table,
        refused=tuple(p for p in played if p.refusal is not None),
        failures=tuple(p for p in played if p.failure),
        acts=len(played),
    )


@frozen(kw_only=True)
class Report:
    """What came of many games."""

    games: int
    endings: Mapping[EndingId, int] = field(factory=dict)
    seeds: Mapping[EndingId, int] = field(factory=dict)
    """By ending, the seed of the first game that came to it."""
    met: Mapping[Power, Mapping[ObjectiveId, int]] = field(factory=dict)
    points: Mapping[Power, int] = field(factory=dict)
    """Summed over the games."""
    signed: Mapping[TreatyId, Mapping[Power, int]] = field(factory=dict)
    in_force: Mapping[TreatyId, int] = field(factory=dict)
    """By draft that the scenario has in its files: the games at whose end it binds."""
    resolutions: Mapping[ResolutionId, Mapping[Outcome, int]] = field(factory=dict)
    """By draft that the scenario has in its files: the games in which it came to each outcome."""
    wars: int = 0
    acts: int = 0
    refused: int = 0
    failures: int = 0


def simulate(
    scenario: Scenario,
    games: int,
    seed: int,
    progress: Callable[[int], None] = lambda done: None,
    watch: Callable[[Game], None] = lambda game: None,
) -> Report:
    """Play as many games, the n-th with seed + n, and count; `watch` sees each of them whole."""
    endings: dict[EndingId, int] = {}
    seeds: dict[EndingId, int] = {}
    met: dict[Power, dict[ObjectiveId, int]] = {p: {} for p in scenario.setting.powers}
    points: dict[Power, int] = dict.fromkeys(scenario.setting.powers, 0)
    signed: dict[TreatyId, dict[Power, int]] = {}
    in_force: dict[TreatyId, int] = {}
    outcomes: dict[ResolutionId, dict[Outcome, int]] = {}
    wars = acts = refused = failures = 0
    for number in range(games):
        game = play_out(scenario, seed + number)
        state = game.table.state
        assert state.ending is not None
        endings[state.ending] = endings.get(state.ending, 0) + 1
        seeds.setdefault(state.ending, seed + number)
        for power, (scored, aims) in state.scores.items():
            points[power] += scored
            for aim in aims:
                met[power][aim] = met[power].get(aim, 0) + 1
        for treaty in state.treaties.values():
            if treaty.id in scenario.plot.drafts:
                in_force[treaty.id] = in_force.get(treaty.id, 0) + treaty.in_force
                counts = signed.setdefault(treaty.id, {})
                for power in treaty.signed:
                    counts[power] = counts.get(power, 0) + 1
        for draft in state.resolutions.values():
            if draft.id in scenario.plot.resolutions:
                came_to = outcomes.setdefault(draft.id, {})
                came_to[draft.stage] = came_to.get(draft.stage, 0) + 1
        wars += bool(state.wars)
        acts += game.acts
        refused += len(game.refused)
        failures += len(game.failures)
        watch(game)
        progress(number + 1)
    ordered = dict(sorted(endings.items(), key=lambda item: (-item[1], item[0])))
    return Report(
        games=games,
        endings=ordered,
        seeds={ending: seeds[ending] for ending in ordered},
        met=met,
        points=points,
        signed=signed,
        in_force=in_force,
        resolutions=outcomes,
        wars=wars,
        acts=acts,
        refused=refused,
        failures=failures,
    )
