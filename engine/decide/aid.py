"""Aid in war: a contingent that comes in part, and what wars that are on call for, found given or withheld at the close of each turn."""

from __future__ import annotations

from engine.aid_in_war import AidDue, aid_due, is_fighting, is_given
from engine.contingents import Count, falls_due, in_war_with
from engine.contingents import awaited as contingents_awaited
from engine.decide.promises import breach, perform
from engine.duties import Assist
from engine.events import AidCalledFor, ContingentAwaited
from engine.guarantees import shared
from engine.names import Audience, Power
from engine.obligations import Obligation, known_to, last_line, obligations
from engine.proceedings import Proceedings


def come(proceedings: Proceedings, owed: Obligation, duty: Assist, foe: Power, here: Count | None, *, war: bool = True) -> None:
    """Enter what one did who came as it had promised: it has kept its word, unless fewer divisions have come than it promised.

    These it may make up until their day; without a war, who would have come with fewer has neither kept its word nor broken it.
    """
    state = proceedings.state
    due = falls_due(state, duty.forces) if duty.forces is not None else None
    if here is None or not here.is_short or (war and due is None):
        perform(proceedings, owed)
    elif war and due == state.turn:
        breach(proceedings, owed, sent=here.sent)
    elif war and due is not None:
        audience = known_to(state, owed)
        proceedings.note(
            ContingentAwaited(treaty=owed.treaty, article=owed.article.id, duty=duty, foe=foe, sent=here.sent, due=due, audience=audience)
        )


def find_aid(proceedings: Proceedings) -> None:
    """At the close of a turn: what a war that is on has come to call for is called for; what is given is kept, and what has been called for
    until now, and is not given, is broken.

    It is found by what all who may read the promise know: else a secret promise, passage or consultation would show.
    """
    state = proceedings.state
    if not state.wars:
        return
    promised = (owed for owed in obligations(state) if isinstance(owed.duty, Assist))
    for readers in dict.fromkeys(known_to(state, owed) for owed in promised):
        for one in tuple(aid_due(shared(state, readers))):
            if known_to(state, one.owed) == readers:
                _find(proceedings, one, readers)


def _find(proceedings: Proceedings, one: AidDue, readers: Audience) -> None:
    state, owed = proceedings.state, one.owed
    last = last_line(state, owed, one.since)
    if (last is not None and last.kept) or any(contingents_awaited(state, owed)):
        return
    if is_given(state, one):
        perform(proceedings, owed)
    elif last is not None:
        return
    elif is_fighting(state, one):
        come(proceedings, owed, one.duty, one.foe, in_war_with(state, one.duty, one.foe))
    elif one.due is None and state.turn + 1 < len(state.setting.turns):
        proceedings.note(
            AidCalledFor(treaty=owed.treaty, article=owed.article.id, duty=one.duty, foe=one.foe, due=state.turn + 1, audience=readers)
        )
    elif one.due is not None and one.due <= state.turn:
        breach(proceedings, owed)
