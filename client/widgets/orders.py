"""Orders, ultimatums, the crisis: what one owes and what one may do by force."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from client.labels import Labels
from client.mirror import Mirror
from client.obligations import to_be_done
from client.widgets.actions import Actions
from engine.commands import AnswerCrisis, AnswerUltimatum, CommitOrders, Decide, IssueUltimatum
from engine.compliance import evacuations, sanctions_decided
from engine.crisis import Crisis
from engine.events import AidSent, Event, Phase, PostureTaken, SanctionApplied
from engine.names import Onlooker, Power
from engine.orders import Withdraw
from engine.reckoning import coalition
from engine.texts.chronicle import tell
from engine.texts.words import quoted, war_words


class OrdersTab(VerticalScroll):
    """What stands, then what can be done."""

    def compose(self) -> ComposeResult:
        """The crisis first, for nothing is more urgent."""
        yield Actions((Decide, AnswerCrisis, AnswerUltimatum, CommitOrders, IssueUltimatum))
        yield Static(id="force")

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Show the crisis, the ultimatums, what is owed, the forces."""
        words, state = labels.words, labels.state
        text = Text()
        if state.phase is Phase.TALKS:
            text.append(words("orders.none") + "\n\n", style="dim")
        if state.crisis is not None:
            text.append_text(crisis_text(state.crisis, labels))
        if state.ultimatums:
            text.append(words("orders.ultimatums") + "\n", style="bold underline")
            for ultimatum in state.ultimatums.values():
                line = words(
                    "orders.ultimatum",
                    issuer=labels.power(ultimatum.issuer),
                    target=labels.power(ultimatum.target),
                    demand=labels.demand(ultimatum.demand),
                    date=labels.turn(ultimatum.expires),
                    state=words(f"state.{ultimatum.state.value}"),
                )
                text.append(line + "\n", style="bold")
        if not isinstance(mirror.viewer, Onlooker) and not state.over:
            text.append_text(_mine(mirror.viewer, labels, max(40, self.size.width - 3)))
        text.append_text(_standing(labels))
        text.append(words("orders.readiness") + "\n", style="bold underline")
        for power in state.powers():
            text.append(f"{labels.power(power):18} {labels.step(state.readiness[power])}\n")
            for arms in state.setting.building:
                text.append(f"   {labels.arms(arms, state.armed(power, arms))}\n", style="dim")
        self.query_one("#force", Static).update(text)
        self.query_one(Actions).show(mirror, labels)


def crisis_text(crisis: Crisis, labels: Labels) -> Text:
    """The crisis: over what, where everybody stands and through whom they march, and how the forces compare."""
    words = labels.words
    head = {"mover": labels.power(crisis.mover), "target": labels.power(crisis.target)}
    if crisis.over:
        head["stakes"] = labels.speaker.listed(tuple(labels.speaker.stake(stake) for stake in sorted(crisis.over)))
    if crisis.accords:
        head["accords"] = labels.speaker.listed(tuple(quoted(ident, words.lang, labels.state.treaties) for ident in crisis.accords))
    title = words(f"orders.crisis.{crisis.opening.value}" if crisis.over or crisis.accords else "orders.crisis", **head)
    text = Text().append(title + "\n", style="bold red")
    if crisis.revealed:
        text.append("".join(_stance(power, crisis, labels) for power in crisis.stances))
        for line in war_words(coalition(labels.state, crisis), labels.speaker, labels.state.treaties):
            text.append(f"  {line}\n")
    else:
        if crisis.wronged or crisis.entered:
            text.append("".join(_stance(power, crisis, labels) for power in crisis.stances if power not in crisis.called))
        for key, asked_over in (("orders.asked_again", crisis.wronged), ("orders.drawn_in", crisis.entered)):
            if asked_over:
                text.append(words(key, names=labels.powers(frozenset(asked_over))) + "\n")
        text.append(words("orders.answered", names=labels.powers(crisis.answered)) + "\n")
    return text


def _stance(power: Power, crisis: Crisis, labels: Labels) -> str:
    """Where a power stands, and through whom it means to march to get there."""
    through = crisis.marches.get(power)
    march = labels.words("orders.marching", power=labels.power(through)) if through is not None else ""
    return f"  {labels.power(power):18} {labels.stance(crisis.stances[power], power, crisis)}{march}\n"


def _standing(labels: Labels) -> Text:
    """What forces and treasuries do until they are told otherwise, one line each."""
    words, state, speaker = labels.words, labels.state, labels.speaker
    told: list[Event] = [PostureTaken(posture=posture) for posture in state.postures]
    told += (SanctionApplied(power=by, target=to, sanction=s) for (by, to), kinds in state.sanctions.items() for s in sorted(kinds))
    told += (AidSent(aid=aid) for aid in state.aid)
    text = Text()
    if told:
        text.append(words("orders.standing") + "\n", style="bold underline")
        text.append("".join(f"  {tell(event, speaker.lang, state.setting, state.treaties)}\n" for event in told))
    return text


def _mine(me: Power, labels: Labels, columns: int) -> Text:
    words, state = labels.words, labels.state
    text = Text()
    if owed := to_be_done(labels, me, columns):
        text.append(words("orders.owed") + "\n", style="bold underline")
        text.append("".join(f"{line.plain}\n" for line in owed))
    if demanded := evacuations(state, me):
        text.append(words("orders.demanded") + "\n", style="bold underline")
        for stake in dict.fromkeys(duty.at for duty in demanded if duty.at is not None):
            text.append(f"  {labels.value(Withdraw(stake))}\n", style="bold")
    if files := state.files.get(me, {}):
        text.append(words("orders.files") + "\n", style="bold underline")
        for copy in files.values():
            text.append(f"  {labels.text(copy.title)}\n")
            text.append("".join(f"     {article.clause.gist(labels.speaker)}\n" for article in copy.text.articles))
    if sanctions := sanctions_decided(state, me):
        text.append(words("orders.sanctions") + "\n", style="bold underline")
        for owing in sanctions:
            said = words(f"orders.sanction.{'applied' if owing.applied else 'owed'}", order=labels.value(owing.order))
            title = labels.text(state.resolutions[owing.standing.resolution].title)
            text.append(f"{said} ({title})\n", style="" if owing.applied else "bold")
    if me in state.committed:
        text.append(words("orders.sealed") + "\n", style="bold underline")
        given = state.orders.get(me, ())
        text.append("".join(f"  {labels.value(order)}\n" for order in given) or f"  {words('orders.nothing')}\n")
    return text
