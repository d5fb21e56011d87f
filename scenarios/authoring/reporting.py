"""`locarno simulate`: what came of many games, as tables and charts."""

from __future__ import annotations

from collections.abc import Iterator

from engine.names import Lang
from engine.plot import Scenario
from engine.resolution import Outcome
from engine.setting import Each
from engine.texts.grammar import capital, pick
from engine.texts.voice import Speaker
from scenarios.authoring.blocks import Block, Heading, Paragraph, Table
from scenarios.authoring.charts import bars, line, short
from scenarios.authoring.trial import Trial
from scenarios.authoring.words import page_words

LABEL = 32
"""Characters of a name in a table for a narrow terminal."""


def pages(scenario: Scenario, trial: Trial, seconds: float, lang: Lang) -> Iterator[Block]:
    """Endings, signatures, scores with their objectives, tracks by turn."""
    report, setting, plot, voice = trial.report, scenario.setting, scenario.plot, Speaker(scenario.setting, lang)
    games = report.games
    yield Heading(page_words(lang, "report.one" if games == 1 else "report", title=pick(setting.title, lang), games=games), 1)
    yield Paragraph(page_words(lang, "report_how", first=trial.seed, last=trial.seed + games - 1, seconds=f"{seconds:.1f}"))
    yield Heading(page_words(lang, "endings"))
    titles = {ident: pick(e.title, lang) for ident, e in plot.endings.items()}
    titles |= {ident: page_words(lang, "no_ending") for ident in report.endings if ident not in titles}
    often = sorted(titles, key=lambda ident: -report.endings.get(ident, 0))
    examples = [page_words(lang, "example", seed=report.seeds[ident]) if ident in report.seeds else "" for ident in often]
    yield bars(lang, [(titles[ident], report.endings.get(ident, 0) / games) for ident in often], examples)
    yield Paragraph(page_words(lang, "wars", n=report.wars, games=games))
    yield Heading(page_words(lang, "signatures"))
    for ident, draft in plot.drafts.items():
        by = report.signed.get(ident, {})
        yield Heading(pick(draft.treaty.title, lang), 3)
        signed = [(capital(voice.name(p)), by.get(p, 0) / games) for p in draft.treaty.provisions.signatories]
        yield bars(lang, [*signed, (page_words(lang, "in_force_at_last"), report.in_force.get(ident, 0) / games)])
    yield from _resolutions(scenario, trial, lang)
    yield Heading(page_words(lang, "scores"))
    heads = tuple(page_words(lang, key) for key in ("power", "least", "mean", "most"))
    rows = ((capital(voice.name(p)), str(s.least), f"{s.mean:.0f}", str(s.most)) for p, s in trial.scores.items() if _has_aims(scenario, p))
    yield Table(heads, tuple(rows))
    for power, briefing in plot.briefings.items():
        if briefing.objectives:
            yield Heading(capital(voice.name(power)), 3)
            yield bars(lang, [(pick(a.text, lang), report.met[power].get(k, 0) / games) for k, a in briefing.objectives.items()])
    if plot.events:
        yield Heading(page_words(lang, "events"))
        yield bars(lang, [(pick(event.title, lang), trial.fired[ident] / games) for ident, event in plot.events.items()])
    yield Heading(page_words(lang, "tracks_by_turn"))
    names = [pick(turn.name, lang) for turn in setting.turns.values()]
    for n, (name, values) in enumerate(trial.tracks.items()):
        owner, _, key = name.rpartition(".")
        track = setting.tracks[key]  # type: ignore[index]
        label = pick(track.name, lang)
        if track.each is Each.POWER:
            label = f"{capital(voice.name(owner))}: {label}"  # type: ignore[arg-type]
        yield line(label, values, track.min, track.max, names, n)
    if trial.acts:
        longest = max(range(len(trial.acts)), key=lambda t: trial.acts[t])
        yield Paragraph(page_words(lang, "slowest", turn=names[longest], acts=f"{trial.acts[longest]:.0f}"))


def _resolutions(scenario: Scenario, trial: Trial, lang: Lang) -> Iterator[Block]:
    """How often each draft resolution in the files was tabled, and what became of it."""
    drafts, report = scenario.plot.resolutions, trial.report
    if not drafts:
        return
    fates = (Outcome.ADOPTED, Outcome.REJECTED, Outcome.VETOED)
    yield Heading(page_words(lang, "resolution_fates"))
    titles = {ident: pick(filed.resolution.title, lang) for ident, filed in drafts.items()}
    yield Paragraph(page_words(lang, "adopted_in"))
    yield bars(lang, [(titles[k], report.resolutions.get(k, {}).get(Outcome.ADOPTED, 0) / report.games) for k in drafts])
    rows = []
    for ident in drafts:
        came_to = report.resolutions.get(ident, {})
        tabled = sum(n for outcome, n in came_to.items() if outcome is not Outcome.DRAFT)
        counts = [came_to.get(fate, 0) for fate in fates]
        rows.append((short(titles[ident], LABEL), *(str(n) for n in (tabled, *counts, tabled - sum(counts)))))
    heads = ("resolution", "tabled", *(fate.value for fate in fates), "fate_other")
    yield Table(tuple(page_words(lang, head) for head in heads), tuple(rows))


def _has_aims(scenario: Scenario, power: object) -> bool:
    return any(p == power and briefing.objectives for p, briefing in scenario.plot.briefings.items())
