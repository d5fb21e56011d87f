"""Where everything is done on the playing screen: the tabs, their keys, the place and the form of each act."""

from __future__ import annotations

from attrs import evolve as with_

from client.labels import Labels
from client.screens.editor import Editor
from client.screens.form import ActForm
from client.screens.resolution import ResolutionDesk
from client.widgets.council import ANSWERING
from engine.commands import (
    AgreeToEnd,
    Amend,
    AnswerCrisis,
    AnswerInvitation,
    AnswerUltimatum,
    Choose,
    CloseStep,
    Command,
    CommitOrders,
    Convene,
    Decide,
    Denounce,
    Draft,
    FindVoid,
    InvokeNullity,
    IssueUltimatum,
    Pause,
    RevokeDenunciation,
    Send,
    SignalReady,
    Suspend,
    Terminate,
    Withdraw,
    WithdrawReservation,
)
from engine.council_commands import (
    AnswerRuling,
    CastBallot,
    GiveNotice,
    GiveRuling,
    KeepAway,
    MoveAmendment,
    TableResolution,
    WithdrawResolution,
    Yield,
)
from engine.domains import OneOf, Option
from engine.names import Onlooker, TreatyId, Viewer
from engine.options import options
from engine.state import State

TABS = ("situation", "dispatches", "treaties", "council", "orders", "briefing", "chronicle")
FOCUS_OF = {
    "situation": "Page",
    "dispatches": "#channels",
    "treaties": "#titles",
    "council": ".actions, Council",
    "orders": ".actions, OrdersTab",
    "briefing": "BriefingTab",
    "chronicle": "#chronicle-lines",
}
"""Where the keyboard goes in each tab, the first of these that is there."""
PAGE_OF = {
    "situation": "Page",
    "dispatches": "#said",
    "treaties": "#reading",
    "council": "Council",
    "orders": "OrdersTab",
    "briefing": "BriefingTab",
    "chronicle": "#chronicle-lines",
}
"""What is read in each tab."""
PLACE_OF: dict[type[Command], str] = {
    AnswerInvitation: "council",
    Choose: "orders",
    CastBallot: "council",
    GiveRuling: "council",
    AnswerRuling: "council",
    Yield: "council",
    CommitOrders: "orders",
    AnswerUltimatum: "orders",
    AnswerCrisis: "orders",
    Decide: "orders",
    **dict.fromkeys(ANSWERING, "council"),
}


CLOCK: tuple[type[Command], ...] = (Pause, CloseStep)
"""What whoever presides does with the clock by a form."""
LAST: tuple[type[Command], ...] = (
    Convene,
    Send,
    WithdrawReservation,
    Withdraw,
    WithdrawResolution,
    AgreeToEnd,
    Suspend,
    Terminate,
    InvokeNullity,
    Denounce,
    RevokeDenunciation,
    KeepAway,
    GiveNotice,
    IssueUltimatum,
    SignalReady,
    *CLOCK,
)
"""What stands at the foot of the menu: what undoes, the gravest and the commonest where they are not met by mistake."""


OVER = (("D", "debriefing"), ("H", "account"))
"""The keys that still do something once the game is over."""
KEYS = {
    "r,R": "ready",
    "a,A": "act",
    "g,G,escape": "asked",
    "d,D": "debriefing",
    "h,H": "account",
    "n,N": "tab('dispatches')",
    "s,S": "seats",
    "f1,question_mark": "help",
    "ctrl+p": "palette",
}


def acts_of(state: State, me: Viewer, *, presides: bool) -> tuple[Option, ...]:
    """What a person may do now: a power's acts, and the clock for whoever presides, who finds consents void too if he sees all."""
    verbs = (*CLOCK, FindVoid) if me is Onlooker.FACILITATOR else CLOCK if presides else ()
    presiding = tuple(o for o in options(state, Onlooker.FACILITATOR) if o.verb in verbs) if verbs else ()
    return (*(() if isinstance(me, Onlooker) else options(state, me)), *presiding)


def form_of(option: Option, me: Viewer, labels: Labels) -> Editor | ResolutionDesk | ActForm:
    """The desk for what is drafted, the form made from its domains for everything else."""
    if isinstance(me, Onlooker):
        return ActForm(option, me, labels)
    if option.verb in (Amend, Draft):
        return Editor(option, me, labels)
    return (ResolutionDesk if option.verb in (TableResolution, MoveAmendment) else ActForm)(option, me, labels)


def treaty_of(option: Option) -> TreatyId | None:
    """The treaty that an act is about, if it is about one."""
    domain = option.domains.get("treaty")
    return option.only("treaty") if isinstance(domain, OneOf) else None


def copying(option: Option, treaty: TreatyId) -> Option:
    """A new text that begins from this one."""
    return with_(option, domains={**option.domains, "original": OneOf((treaty,))})
