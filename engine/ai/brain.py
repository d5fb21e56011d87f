"""One scripted power's decision: a pure function of what it sees, what it remembers and the seed."""

from __future__ import annotations

from collections.abc import Mapping

from engine.ai import answers, binding, brink, chamber, disputes, initiatives, script, sides
from engine.ai.mind import Because, Decision, Mind
from engine.commands import Assent, Choose, SignalReady
from engine.events import MessageSent, Phase
from engine.names import Power
from engine.profile import Profile
from engine.state import State

__all__ = ["Because", "Decision", "decide"]


def decide(
    view: State,
    power: Power,
    profile: Profile,
    memory: Mapping[str, int],
    seed: int,
    inbox: tuple[MessageSent, ...] = (),
    *,
    last: bool = False,
) -> Decision:
    """What a scripted power does now; every act is admitted by its options.

    It follows its rules, answers, binds itself, and takes initiatives; `inbox` is what has reached it since it last decided. Only
    when `last` is true, nothing else being left to anybody, does it close the step by signalling ready or committing its orders.
    """
    mind = Mind(view, power, profile, memory, seed)
    if mind.open:
        _think(mind, inbox, last=last)
        if last and not mind.acts:
            _close(mind)
    return Decision(acts=tuple(mind.acts), memory=_kept(mind), reasons=tuple(mind.reasons))


def _think(mind: Mind, inbox: tuple[MessageSent, ...], *, last: bool) -> None:
    script.follow_script(mind, last=last)
    _choose(mind)
    binding.attend(mind)
    binding.bind(mind)
    answers.answer_texts(mind)
    chamber.sit(mind)
    # What is being accepted in writing may be all that an ultimatum demands: it is looked at again when that has happened.
    if not any(isinstance(act, Assent) for act in mind.acts):
        brink.answer_ultimatums(mind, last=last)
    sides.answer_crisis(mind)
    answers.answer_questions(mind, inbox)
    script.take_initiative(mind)
    initiatives.call_conference(mind)
    chamber.prepare(mind)
    disputes.settle(mind)


def _choose(mind: Mind) -> None:
    """Answer scripted events of which no rule speaks: the default, or the first choice."""
    for option in mind.verb(Choose):
        news = mind.view.news[option.only("event")]
        choice = news.default if news.default in news.choices else next(iter(news.choices), None)
        if choice is not None and not any(isinstance(act, Choose) and act.event == news.event for act in mind.acts):
            mind.do(Choose(event=news.event, choice=choice), "default")


def _close(mind: Mind) -> None:
    if mind.view.phase is Phase.TALKS:
        mind.do(SignalReady(True), "done")
    elif mind.view.phase is Phase.ORDERS:
        mind.do(brink.orders(mind), "orders")


def _kept(mind: Mind) -> dict[str, int]:
    """Memory without what belonged to turns gone by."""
    now = f"@{mind.view.turn}"
    return {key: int(value) for key, value in mind.memory.items() if "@" not in key or key.endswith(now)}
