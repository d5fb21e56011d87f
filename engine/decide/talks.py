"""Messages, answers to scripted events, and the word that one has done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.commands import Choose, PowerCommand, Send, SignalReady
from engine.decide.script import carry_out
from engine.domains import FreeText, Lawful, OneOf, Option, Subset, Worded, refuse_words
from engine.events import ChoiceMade, MessageSent, Phase, ReadySignalled
from engine.messages import Phrase, Regarding
from engine.names import EVERYBODY, Power
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State

VERBS: tuple[type[PowerCommand], ...] = (Send, Choose, SignalReady)

LONGEST = 2000
"""Characters in a message."""
LONGEST_PHRASE = 600


def offers(state: State, power: Power) -> Iterator[Option]:
    """Send at any time; choose while an event asks; signal ready in the talks."""
    yield from _sending(state, power)
    for news in state.news.values():
        if news.asks == power:
            yield Option(verb=Choose, asked=True, domains={"event": OneOf((news.event,)), "choice": OneOf(tuple(news.choices))})
    if state.phase is Phase.TALKS:
        yield Option(verb=SignalReady, domains={"ready": OneOf((power not in state.ready,))})


def _sending(state: State, power: Power) -> Iterator[Option]:
    others = tuple(p for p in state.powers() if p != power)
    regarding = Lawful(lambda value: _may_cite(state, power, value), sample=(None,))
    nothing, words = OneOf(("",)), FreeText(LONGEST)
    no_phrase, phrase = OneOf((None,)), Lawful(lambda value: _is_phrase(state, value))
    to_some, to_press = Subset(others, least=1), OneOf((frozenset(),))
    for to, asks in ((to_some, OneOf((False, True))), (to_press, OneOf((False,)))):
        for text, said in ((words, no_phrase), (nothing, phrase)):
            yield Option(verb=Send, domains={"to": to, "text": text, "phrase": said, "regarding": regarding, "asks": asks})


def _may_cite(state: State, power: Power, value: Any) -> bool:
    if value is None:
        return True
    if not isinstance(value, Regarding) or (treaty := state.treaties_known_to(power).get(value.treaty)) is None:
        return False
    version = treaty.version(value.version)
    return version is not None and (value.article is None or any(a.id == value.article for a in version.articles))


def _is_phrase(state: State, value: Any) -> bool:
    if not isinstance(value, Phrase) or not all(p in state.setting.powers for p in value.powers):
        return False
    code = value.code.replace("_", "")
    if not (code.isascii() and code.isalpha() and len(value.code) <= 40):
        return False
    return not value.words or Worded(LONGEST_PHRASE).admits(value.words)


def refuse(state: State, power: Power, command: PowerCommand) -> Refusal:
    """Why a message, a choice or a signal does not pass."""
    match command:
        case Send():
            return _refuse_sending(state, power, command)
        case Choose():
            if command.event not in state.news or state.news[command.event].asks != power:
                return Refusal(Reason.UNKNOWN_EVENT)
            return Refusal(Reason.UNKNOWN_CHOICE, {"choice": command.choice})
        case SignalReady():
            return Refusal(Reason.NOTHING_TO_CHANGE if state.phase is Phase.TALKS else Reason.WRONG_PHASE)
        case _:
            return Refusal(Reason.NOT_YOUR_PART)


def _refuse_sending(state: State, power: Power, command: Send) -> Refusal:
    strangers = sorted(p for p in command.to if p not in state.setting.powers)
    if strangers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": strangers[0]})
    if power in command.to:
        return Refusal(Reason.TO_ONESELF)
    if not command.to and command.asks:
        return Refusal(Reason.NO_RECIPIENT)
    if not _may_cite(state, power, command.regarding):
        return Refusal(Reason.UNKNOWN_TREATY)
    if command.phrase is None:
        return refuse_words({"": command.text}, LONGEST)
    unknown = sorted(p for p in command.phrase.powers if p not in state.setting.powers)
    return Refusal(Reason.UNKNOWN_POWER, {"power": unknown[0]}) if unknown else refuse_words(command.phrase.words, LONGEST_PHRASE)


def enact(proceedings: Proceedings, power: Power, command: PowerCommand) -> None:
    """Pass the message on, follow the choice, note the signal."""
    match command:
        case Send():
            proceedings.note(
                MessageSent(
                    by=power,
                    to=command.to,
                    text=command.text,
                    phrase=command.phrase,
                    regarding=command.regarding,
                    asks=command.asks,
                    audience=command.to | {power} if command.to else EVERYBODY,
                )
            )
        case Choose():
            choose(proceedings, command)
        case SignalReady():
            proceedings.note(ReadySignalled(power=power, ready=command.ready, audience=EVERYBODY))
        case _:
            raise AssertionError(command)


def choose(proceedings: Proceedings, command: Choose) -> None:
    """Carry out one choice of a scripted event."""
    news = proceedings.state.news[command.event]
    assert news.asks is not None and proceedings.state.plot is not None
    proceedings.note(
        ChoiceMade(
            event=command.event,
            power=news.asks,
            choice=command.choice,
            label=news.choices[command.choice],
            audience=news.audience,
        )
    )
    effects = proceedings.state.plot.events[command.event].choices[command.choice].effects
    carry_out(proceedings, effects, command.event)
