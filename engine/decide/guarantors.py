"""Calling guarantors: a power names what was broken to its injury to those who guarantee it, and they answer by the close of the next turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.advocacy import is_known
from engine.casus import Standing
from engine.commands import CallGuarantors, PowerCommand
from engine.decide.promises import breach, perform
from engine.decide.texts import PHASES, treaty_for
from engine.domains import OneOf, Option
from engine.duties import Assist, Duty
from engine.events import GuarantorsCalled
from engine.guarantees import covered, grounds, injuries, is_answered, is_before, line_upon, over_appeal, shared
from engine.names import ArticleId, Power, TreatyId
from engine.obligations import Obligation, obligations, unmended
from engine.proceedings import Proceedings
from engine.record import Appeal, Conduct
from engine.refusal import Reason, Refusal
from engine.state import State

VERBS: tuple[type[PowerCommand], ...] = (CallGuarantors,)


def offers(state: State, power: Power) -> Iterator[Option]:
    """A power calls its guarantors over each breach to its injury that somebody guarantees against, once for each treaty."""
    if state.phase not in PHASES:
        return
    for treaty, found in grounds(state, power):
        named = {"treaty": treaty.id, "against": found.debtor, "broken": found.treaty, "article": found.article}
        yield Option(verb=CallGuarantors, domains={name: OneOf((value,)) for name, value in named.items()})


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why nobody is to be called over this."""
    treaty = treaty_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    cited = (command.broken, command.article)
    lines = [line for line in unmended(state, power, command.against) if (line.treaty, line.article) == cited]
    if not lines:
        return Refusal(Reason.NO_BREACH)
    if not any(line.creditor == power for line in lines):
        return Refusal(Reason.NOT_INJURED)
    named = (*cited, command.against)
    found = next((line for line in injuries(state, power) if (line.treaty, line.article, line.debtor) == named), None)
    if found is None:
        return Refusal(Reason.NO_BREACH)
    known = shared(state, frozenset({power}))
    if not covered(known, found, treaty.id):
        others = (o for o in obligations(known) if (o.treaty, o.creditor) == (treaty.id, power) and o.debtor != command.against)
        return Refusal(Reason.ATTACK_ONLY if any(_answers_attack(o) for o in others) else Reason.NOT_GUARANTEED)
    return Refusal(Reason.GUARANTORS_UNAWARE if not is_before(state, treaty, found) else Reason.GUARANTORS_CALLED)


def _answers_attack(owed: Obligation) -> bool:
    return isinstance(owed.duty, Assist) and not owed.duty.in_attack and owed.duty.observance is None


def undisclosed(state: State, power: Power, command: CallGuarantors) -> tuple[Conduct, ...]:
    """The lines of the record that the call would bring to the knowledge of those who may read the guarantee."""
    cited = (command.broken, command.article, power)
    readers = state.treaties[command.treaty].known_to
    lines = unmended(state, power, command.against)
    found = [line for line in lines if (line.treaty, line.article, line.creditor) == cited and line.regarding is None]
    if any(is_known(line, readers) for line in found):
        return ()
    return tuple(found)[-1:]


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Tell all who may read the guarantee of the breach, and call those who gave it."""
    state = proceedings.state
    readers = state.treaties[command.treaty].known_to
    for line in undisclosed(state, power, command):
        text = state.treaties.get(line.treaty)
        article = next((a for a in text.text.articles if a.id == line.article), None) if text is not None else None
        if article is not None and line.known_to is not None:
            breach(proceedings, Obligation(treaty=line.treaty, article=article, duty=line.duty), readers, apart=line.known_to)
    proceedings.note(
        GuarantorsCalled(
            treaty=command.treaty,
            power=power,
            against=command.against,
            broken=command.broken,
            article=command.article,
            audience=readers,
        )
    )


def find_answers(proceedings: Proceedings) -> None:
    """At the close of a turn: who has answered a call has kept its word; who is bound to, and has not by the close of the turn after the
    call, has broken it. Each is found once for each turn of a call; called over several breaches at once, a guarantor keeps it by answering all."""
    state = proceedings.state
    calls: dict[tuple[TreatyId, ArticleId, Duty, int], list[tuple[Appeal, Obligation, Standing]]] = {}
    for appeal in state.appeals:
        for owed, standing in over_appeal(state, appeal):
            if standing in (Standing.BOUND, Standing.ENTITLED) and line_upon(state, owed, appeal) is None:
                calls.setdefault((owed.treaty, owed.article.id, owed.duty, appeal.turn), []).append((appeal, owed, standing))
    for every in calls.values():
        missed = [(appeal, owed) for appeal, owed, how in every if how is Standing.BOUND and not is_answered(state, appeal, owed)]
        late = next(((appeal, owed) for appeal, owed in missed if appeal.turn < state.turn), None)
        answered = [(appeal, owed) for appeal, owed, _ in every if is_answered(state, appeal, owed)]
        if late is not None:
            breach(proceedings, late[1], late[0].known_to, called=late[0].turn)
        elif answered and not missed:
            perform(proceedings, answered[0][1], answered[0][0].known_to, called=answered[0][0].turn)
