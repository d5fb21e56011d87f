"""`lint --deep`: what two hundred quick games show and no reading could: what never happened, what always did, who never did anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.plot import Scenario
from engine.resolution import Outcome
from scenarios.authoring.trial import Trial, hold_trial
from scenarios.reading.diagnostics import Diagnostic, at
from scenarios.reading.sense import Where

GAMES = 200
SEED = 1934
"""The same games every time, so that the same file is told the same."""


def sound(scenario: Scenario, where: Where, progress: Callable[[int], None] = lambda done: None, games: int = GAMES) -> list[Diagnostic]:
    """Play and note what stands out."""
    return list(_notes(scenario, where, hold_trial(scenario, games, SEED, progress)))


def _notes(scenario: Scenario, where: Where, trial: Trial) -> Iterator[Diagnostic]:
    report, plot = trial.report, scenario.plot
    games = str(report.games)
    for event in plot.events:
        if not trial.fired[event]:
            yield at(where[f"events.{event}"], "deep_event", {"word": event, "games": games})
    for ending in plot.endings:
        if not report.endings.get(ending):
            yield at(where[f"endings.{ending}"], "deep_ending", {"word": ending, "games": games})
    for power, briefing in plot.briefings.items():
        for aim in briefing.objectives:
            met = report.met[power].get(aim, 0)
            if met in (0, report.games):
                rule = "deep_always" if met else "deep_never"
                yield at(where[f"powers.{power}.objectives.{aim}"], rule, {"word": aim, "power": power, "games": games})
    for treaty in plot.drafts:
        if not report.signed.get(treaty):
            yield at(where[f"drafts.{treaty}"], "deep_unsigned", {"word": treaty, "games": games})
    for draft in plot.resolutions:
        tabled = sum(n for outcome, n in report.resolutions.get(draft, {}).items() if outcome is not Outcome.DRAFT)
        if not tabled:
            yield at(where[f"resolutions.{draft}"], "deep_untabled", {"word": draft, "games": games})
    turns = tuple(scenario.setting.turns)
    for power, idle in trial.idle.items():
        if idle and scenario.setting.powers[power].playable:
            params = {"power": power, "names": ", ".join(turns[t] for t in sorted(idle)), "games": games}
            yield at(where[f"powers.{power}.name"], "deep_idle", params)
