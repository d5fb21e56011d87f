"""`locarno simulate --show`: one game of scripted powers as a chronicle that can be read, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine import events as e
from engine.evolve import evolve
from engine.names import Lang, Power
from engine.plot import Scenario
from engine.setting import Each
from engine.state import State
from engine.texts.chamber import docket_of
from engine.texts.chronicle import tell
from engine.texts.grammar import capital, date, pick
from engine.texts.verdicts import reason_words
from engine.texts.voice import Speaker
from scenarios.authoring.blocks import Block, Heading, Listing, Paragraph
from scenarios.authoring.words import page_words

OF_NO_ACCOUNT = (
    e.BriefingGiven,
    e.TrackMoved,
    e.ReadySignalled,
    e.OrdersCommitted,
    e.StanceSealed,
    e.TurnOpened,
    e.PhaseOpened,
    e.ObjectivesScored,
    e.GameEnded,
    e.SanctionApplied,
    e.SanctionLifted,
    e.FloorYielded,
    e.BallotGiven,
    e.BallotEntered,
    e.DebateClosed,
    e.ResolutionSponsored,
    e.PollOpened,
)
"""What is told elsewhere on the page, or by what comes of it: each ballot by the verdict, each sanction by the order for it, each move of a track by
where it then stands."""


def chronicle(scenario: Scenario, events: Sequence[e.Event], seed: int, lang: Lang) -> Iterator[Block]:
    """The game of a seed: what happened in each turn, where the tracks then stood, how it ended, who reached what."""
    setting = scenario.setting
    yield Heading(page_words(lang, "one_game", title=pick(setting.title, lang), seed=seed), 1)
    final = _final(events)
    state, before = None, final.tracks
    told: list[str] = []
    for place, event in enumerate(events):
        if isinstance(event, e.TurnOpened) and state is not None:
            yield from _turn(state, told, before, scenario, lang)
            told, before = [], state.tracks
        state = evolve(state, event)
        if not _goes_without_saying(events, place):
            # What a new version changes is known while its text has its versions.
            known = state.treaties if isinstance(event, e.VersionProposed) else final.treaties
            line = tell(event, lang, setting, known, docket_of(final))
            if line and isinstance(event, e.PollDecided):
                line = " ".join((line, *reason_words(event.verdict, Speaker(setting, lang))))
            told += [line] if line else []
    yield from _turn(final, told, before, scenario, lang)
    if final.ending is not None:
        ending = scenario.plot.endings.get(final.ending)
        title = pick(ending.title, lang) if ending is not None else page_words(lang, "no_ending")
        yield Heading(page_words(lang, "ending", title=title))
        if ending is not None and ending.text:
            yield Paragraph(pick(ending.text, lang))
    yield from _scores(final, scenario, lang)


def _final(events: Sequence[e.Event]) -> State:
    state: State | None = None
    for event in events:
        state = evolve(state, event)
    assert state is not None
    return state


def _goes_without_saying(events: Sequence[e.Event], place: int) -> bool:
    match events[place]:
        case e.MessageSent(to=to):
            return bool(to)
        case e.OrdersSealed(orders=orders):
            return not orders
        case e.TreatyShown():
            # The text that is tabled is shown just before.
            return isinstance(events[min(place + 1, len(events) - 1)], e.TreatyTabled)
        case event:
            return isinstance(event, OF_NO_ACCOUNT)


def _turn(state: State, told: list[str], before: Mapping[str, int], scenario: Scenario, lang: Lang) -> Iterator[Block]:
    """A turn that is over, with the tracks of the world and those of powers that have moved; before the first, what stood at the opening."""
    if state.turn < 0:
        yield Heading(page_words(lang, "opening"))
        yield Listing(tuple(told))
        return
    turn = scenario.setting.turns[state.turn_id]
    yield Heading(page_words(lang, "start", name=date(lang, turn.date), value=pick(turn.name, lang)))
    yield Listing(tuple(told)) if told else Paragraph(page_words(lang, "quiet"))
    tracks = tuple(_tracks(state, before, scenario, lang))
    if tracks:
        yield Paragraph("\n".join(tracks))


def _tracks(state: State, before: Mapping[str, int], scenario: Scenario, lang: Lang) -> Iterator[str]:
    voice = Speaker(scenario.setting, lang)
    for name, track in scenario.setting.tracks.items():
        label = pick(track.name, lang)
        match track.each:
            case Each.WORLD:
                yield page_words(lang, "start", name=label, value=_moved(state, before, name))
            case Each.POWER:
                moved = [p for p in state.powers() if (key := f"{p}.{name}") in state.tracks and state.tracks[key] != before.get(key)]
                if moved:
                    each = ", ".join(f"{capital(voice.name(p))} {_moved(state, before, f'{p}.{name}')}" for p in moved)
                    yield page_words(lang, "start", name=label, value=each)
            case Each.PAIR:
                pass


def _moved(state: State, before: Mapping[str, int], key: str) -> str:
    now, was = state.tracks[key], before.get(key)
    return f"{now} ({now - was:+})" if was is not None and was != now else str(now)


def _scores(state: State, scenario: Scenario, lang: Lang) -> Iterator[Block]:
    voice = Speaker(scenario.setting, lang)
    yield Heading(page_words(lang, "scores"))
    for power, briefing in scenario.plot.briefings.items():
        if briefing.objectives:
            points, met = state.scores.get(Power(power), (0, ()))
            part = state.credit.get(Power(power), {})
            yield Heading(page_words(lang, "scored", power=capital(voice.name(power)), points=points), 3)
            yield Listing(
                tuple(
                    page_words(
                        lang,
                        "aim_met" if k in met else "aim_part" if k in part else "aim_missed",
                        text=pick(a.text, lang),
                        points=a.points,
                        part=part.get(k, 0),
                    )
                    for k, a in briefing.objectives.items()
                )
            )
