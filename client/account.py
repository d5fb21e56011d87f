"""What happened since the last talks opened, as far as a viewer knows: the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from client.labels import Labels
from client.mirror import Mirror
from engine import events as e
from engine.events import Event, PhaseOpened, TrackMoved
from engine.names import Power
from engine.negotiated import treaties_read
from engine.phase import Phase
from engine.texts.chamber import docket_of
from engine.texts.chronicle import tell

MOST = 8
"""Lines of one chapter; the rest is left to the chronicle."""

CHAPTERS: Mapping[str, tuple[type[Event], ...]] = {
    "war": (e.WarFought, e.PeaceMade, e.WarResortedTo, e.StakeTransferred),
    "crisis": (
        e.CrisisOpened,
        e.StancesRevealed,
        e.CrisisWidened,
        e.CrisisEnded,
        e.UltimatumIssued,
        e.UltimatumAnswered,
        e.UltimatumClosed,
    ),
    "breach": (e.ObligationBreached, e.PurposeDefeated, e.BreachProtested, e.GuarantorsCalled),
    "treaty": (
        e.TreatyEnteredIntoForce,
        e.PartyJoined,
        e.TreatyEnded,
        e.PartyLeft,
        e.TreatyDenounced,
        e.TerminationInvoked,
        e.ConsentFoundVoid,
        e.NullityInvoked,
        e.OperationSuspended,
        e.OperationResumed,
        e.RatificationFailed,
        e.TreatyRatified,
        e.TreatySigned,
        e.SignatureConfirmed,
        e.TreatyAcceded,
        e.AssentGiven,
        e.TreatyAdopted,
        e.TreatyWithdrawn,
    ),
    "organ": (
        e.PollDecided,
        e.ResolutionClosed,
        e.MemberLeft,
        e.MemberAdmitted,
        e.NoticeGiven,
        e.ReportMade,
        e.AwardGiven,
        e.DisputeOpened,
        e.DisputeSettled,
        e.ItemRaised,
    ),
    "news": (e.PlebisciteDecided, e.NewsArrived, e.ChoiceMade, e.MinisterReplaced, e.FullPowersIssued, e.FullPowersRecalled),
    "force": (
        e.DeedAnnounced,
        e.ReadinessChanged,
        e.PostureTaken,
        e.PostureEnded,
        e.SanctionApplied,
        e.SanctionLifted,
        e.AidSent,
        e.AidExposed,
        e.IntelligenceGained,
        e.AgentCaught,
        e.LeakTraced,
    ),
}
"""What is told of under which heading, in the order in which it is told; within a chapter as it happened."""


def account(mirror: Mirror, labels: Labels) -> Content:
    """What happened since the talks before the last opened: a chapter for each sort of thing, then the tracks that moved."""
    words, state = labels.words, labels.state
    start, end = since(mirror)
    events = mirror.events[start:end]
    treaties = treaties_read(state, mirror.viewer)
    chapters: list[Content] = []
    for chapter, kinds in CHAPTERS.items():
        told = (tell(event, words.lang, state.setting, treaties, docket_of(state)) for event in events
                if isinstance(event, kinds))  # fmt: skip
        lines = list(dict.fromkeys(line for line in told if line))
        if lines:
            chapters.append(_chapter(words(f"account.{chapter}"), lines, labels))
    if moved := [_moved(*move, labels) for move in moves(mirror, start, end)]:
        chapters.append(_chapter(words("account.tracks"), moved, labels))
    return Content("\n\n").join(chapters) if chapters else Content.styled(words("account.nothing"), "dim")


def since(mirror: Mirror) -> tuple[int, int]:
    """Where the account begins and ends in the news: from the opening of the talks before the last to that of the last."""
    opened = [place for place, event in enumerate(mirror.events) if isinstance(event, PhaseOpened) and event.phase is Phase.TALKS]
    if mirror.state is not None and mirror.state.over:
        return (opened[-1] if opened else 0), len(mirror.events)
    return (opened[-2] if len(opened) > 1 else 0), (opened[-1] if opened else 0)


def moves(mirror: Mirror, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The tracks that stand otherwise than before, each with its value then and now; those of all first, then one's own."""
    before = dict(mirror.opening)
    after: dict[str, int] = {}
    for place, event in enumerate(mirror.events[:end]):
        if isinstance(event, TrackMoved):
            (before if place < start else after)[event.track] = event.value
    changed = [(track, before[track], value) for track, value in after.items() if before.get(track, value) != value]
    yield from sorted(changed, key=lambda move: (move[0].count("."), not move[0].startswith(f"{mirror.viewer}.")))


def _moved(track: str, before: int, after: int, labels: Labels) -> str:
    return labels.words("account.moved", track=track_name(track, labels), before=before, after=after)


def track_name(track: str, labels: Labels) -> str:
    """A track as it is called: `Support at home · France`, `Trust · France > Poland`."""
    owner, _, rest = track.partition(".")
    name, _, other = rest.partition(".")
    sheet = next((sheet for ident, sheet in labels.state.setting.tracks.items() if ident == (name or owner)), None)
    said = (labels.text(sheet.name) if sheet is not None else "") or name or owner
    powers = [labels.power(Power(power)) for power in (owner if name else "", other) if power]
    return f"{said} · {' > '.join(powers)}" if powers else said


def _chapter(title: str, lines: list[str], labels: Labels) -> Content:
    shown = [Content.assemble(("• ", "bold $accent"), line.replace("\n", " ")) for line in lines[:MOST]]
    if len(lines) > MOST:
        shown.append(Content.styled(labels.words("account.more", n=len(lines) - MOST), "dim"))
    return Content("\n").join([Content.styled(title, "bold underline"), *shown])
