"""The chamber: organs and conferences, what is put, how it was decided; one key votes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from client.labels import Labels
from client.meaning import meaning
from client.messages import Commanded
from client.mirror import Mirror
from client.screens.confirm import Confirm
from client.widgets.actions import Actions
from client.widgets.chamber import COLUMN, chamber_text
from engine.commands import AnswerInvitation, Convene, PowerCommand, PutToVote
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
from engine.dispute_commands import (
    AnswerDuties,
    AnswerProcedure,
    AnswerReport,
    AnswerTerms,
    GiveAward,
    OfferTerms,
    OpenDispute,
    ProposeProcedure,
    ReferToAssembly,
    ReportDefence,
    ReportFacts,
)
from engine.domains import Option
from engine.names import Onlooker
from engine.options import options
from engine.voting import Ballot

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
ANSWERING = (AnswerProcedure, AnswerTerms, GiveAward, ReportFacts, OfferTerms, AnswerReport, AnswerDuties, ReportDefence)
"""What is asked of one in a dispute."""
SETTLING = (ProposeProcedure, ReferToAssembly, OpenDispute)
"""What a party starts in one."""


BALLOT_KEYS: Mapping[str, Ballot] = {
    "plus": Ballot.FOR,
    "minus": Ballot.AGAINST,
    "equals_sign": Ballot.ABSTAIN,
    "slash": Ballot.NOT_PARTICIPATING,
}
"""Of the whole screen while the chamber is open, wherever on it the keyboard is."""


class Council(VerticalScroll):
    """The chamber; `+`, `-`, `=` and `/` vote for, against, abstain and do not participate, after a confirmation."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: tuple[Mirror, Labels] | None = None

    def compose(self) -> ComposeResult:
        """What can be done, then what stands."""
        yield Actions(
            (
                CastBallot,
                GiveRuling,
                AnswerRuling,
                Yield,
                Speak,
                Move,
                AnswerInvitation,
                PutToVote,
                Convene,
                *ANSWERING,
                *PREPARING,
                *SETTLING,
            )
        )
        yield Static(id="chamber")

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Show the organs and this turn's conferences."""
        self._drawn = mirror, labels
        text = chamber_text(mirror, labels, max(self.size.width - 2, COLUMN))
        if not text:
            text.append(labels.words("council.none") + "\n")
        self.query_one("#chamber", Static).update(text)
        self.query_one(Actions).show(mirror, labels)

    def on_resize(self) -> None:
        """The seats fill the width there is."""
        if self._drawn is not None:
            self.show(*self._drawn)

    def cast(self, ballot: Ballot) -> None:
        """Vote so on what is put, once it is confirmed."""
        if self._drawn is None:
            return
        mirror, labels = self._drawn
        me = mirror.viewer
        if isinstance(me, Onlooker):
            return
        for option in options(labels.state, me):
            command = ballot_command(option, ballot)
            if command is not None and option.admits(command):
                question = labels.words("vote.confirm", question=labels.option(option), ballot=labels.value(ballot))
                self.app.push_screen(Confirm(question, meaning(command, me, labels), labels.words), partial(self._cast, command))
                return

    def _cast(self, command: PowerCommand, confirmed: bool | None) -> None:
        if confirmed:
            self.post_message(Commanded(command))


def ballot_command(option: Option, ballot: Ballot) -> PowerCommand | None:
    """The vote that an option asks for."""
    return CastBallot(organ=option.only("organ"), ballot=ballot) if option.verb is CastBallot else None
