"""The conferences of this turn: who sits, what is put, how it was decided."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from client.labels import Labels
from client.mirror import Mirror
from client.widgets.actions import Actions
from engine.commands import AnswerInvitation, Convene, PutToVote, Vote
from engine.conference import Conference
from engine.council_commands import (
    AnswerRuling,
    AskSeparateVote,
    CastBallot,
    Contest,
    GiveNotice,
    GiveRuling,
    Introduce,
    KeepAway,
    Move,
    MoveAmendment,
    Seize,
    Speak,
    Sponsor,
    TableResolution,
    TakeIn,
    WithdrawResolution,
    Yield,
)

PREPARING = (
    Introduce,
    TableResolution,
    Sponsor,
    MoveAmendment,
    TakeIn,
    AskSeparateVote,
    WithdrawResolution,
    Seize,
    Contest,
    KeepAway,
    GiveNotice,
)
"""What is done before an organ sits."""


class Council(VerticalScroll):
    """The chamber."""

    def compose(self) -> ComposeResult:
        """What stands, then what can be done."""
        yield Static(id="chamber")
        yield Actions((CastBallot, GiveRuling, AnswerRuling, Yield, Speak, Move, Vote, AnswerInvitation, PutToVote, Convene, *PREPARING))

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Show this turn's conferences, or the last one held."""
        present = [c for c in labels.state.conferences.values() if c.turn == labels.state.turn]
        past = [c for c in labels.state.conferences.values() if c.turn < labels.state.turn][-1:]
        text = Text(labels.words("council.none") + "\n") if not present else Text()
        for sitting in present + past:
            text.append_text(_sitting(sitting, labels))
        self.query_one("#chamber", Static).update(text)
        self.query_one(Actions).show(mirror, labels)


def _sitting(sitting: Conference, labels: Labels) -> Text:
    words = labels.words
    text = Text().append(f"{labels.text(sitting.title)} · {labels.turn(sitting.turn)}\n", style="bold underline")
    text.append(words("council.host", name=labels.power(sitting.host)) + "\n")
    pending = sitting.invited - sitting.attending - sitting.declined
    for key, powers in (("attending", sitting.attending), ("invited", pending), ("declined", sitting.declined)):
        if powers:
            text.append(words(f"council.{key}", names=labels.powers(powers)) + "\n")
    motion, verdict = sitting.motion, sitting.verdict
    if motion is not None:
        text.append(words("council.question", treaty=labels.treaty(motion.treaty), n=motion.version) + "\n", style="bold")
        missing = labels.powers(motion.voters - motion.cast)
        text.append(words("council.rule") + "\n" + words("council.cast", names=labels.powers(motion.cast), missing=missing) + "\n")
    if verdict is not None:
        if verdict.carried:
            text.append(words("council.carried") + "\n", style="green")
        else:
            lost = words("council.lost", against=labels.powers(verdict.against), abstaining=labels.powers(verdict.abstaining))
            text.append(lost + "\n", style="red")
        for power, ballot in verdict.ballots.items():
            text.append(f"  {labels.power(power):18} {labels.value(ballot)}\n")
    return text.append("\n")
