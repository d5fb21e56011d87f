"""Notices given, and those withheld from powers that have since learned of it; recognitions denied by another treaty."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve as with_

from engine.clauses.recognition import RecognitionOf
from engine.decide.promises import among, breach, perform
from engine.duties import Render
from engine.events import DeedAnnounced, TreatyShown
from engine.happenings import Deed
from engine.names import EVERYBODY, Audience, Power, TreatyId
from engine.notices import AHEAD, concluded_apart, is_late, is_told, names_notice, notices_owed, open_notices, to_be_told, who_can_tell
from engine.obligations import Obligation, known_to, obligations
from engine.orders import Perform
from engine.precedence import age
from engine.proceedings import Proceedings
from engine.state import State


def give(proceedings: Proceedings, power: Power, order: Perform) -> None:
    """Give notice of what is about to be done, before all who know the article; or hand over the texts kept from the power to be told."""
    for owed, notice in open_notices(proceedings.state, power):
        if not names_notice(order, owed, notice):
            continue
        if notice in AHEAD:
            audience = known_to(proceedings.state, owed)
            proceedings.note(DeedAnnounced(treaty=owed.treaty, article=owed.article.id, duty=owed.duty, audience=audience))
            continue
        for treaty in to_be_told(proceedings.state, owed):
            assert treaty.known_to is not None
            readers = treaty.known_to | {owed.duty.creditor}
            proceedings.note(TreatyShown(treaty=with_(treaty, known_to=readers), how="notified", audience=readers))
            perform(proceedings, owed, readers, treaty.id)


def find_withheld(proceedings: Proceedings) -> None:
    """Find the treaties of which notice was owed and not given, before those who have learned of them: to the others they are unknown."""
    for power in proceedings.state.powers():
        for owed, notice in tuple(notices_owed(proceedings.state, power)):
            if notice in AHEAD:
                continue
            for treaty in tuple(concluded_apart(proceedings.state, owed)):
                state = proceedings.state
                if is_late(state, owed, treaty) and not is_told(state, owed, treaty):
                    _find(proceedings, owed, who_can_tell(state, owed, treaty), treaty.id)


def find_denied(proceedings: Proceedings) -> None:
    """Find the recognitions of a sovereignty that a later treaty, to which the power recognised is no party, gives to another."""
    for owed in obligations(proceedings.state):
        for later in _denials(proceedings.state, owed):
            readers = among(known_to(proceedings.state, owed), known_to(proceedings.state, later))
            _find(proceedings, owed, readers, later.treaty)


def _denials(state: State, owed: Obligation) -> Iterator[Obligation]:
    duty = owed.duty
    if not isinstance(duty, Render) or not _is_of_sovereignty(duty):
        return
    for other in obligations(state):
        treaty = state.treaties.get(other.treaty)
        if not isinstance(other.duty, Render) or treaty is None or duty.creditor in treaty.parties | treaty.assents:
            continue
        same = _is_of_sovereignty(other.duty) and (other.duty.debtor, other.duty.at) == (duty.debtor, duty.at)
        if same and other.duty.creditor != duty.creditor and age(state, owed) < age(state, other):
            yield other


def _is_of_sovereignty(duty: Render) -> bool:
    return duty.deed is Deed.RECOGNISE and duty.standing and duty.matter == RecognitionOf.SOVEREIGNTY


def _find(proceedings: Proceedings, owed: Obligation, readers: Audience, regarding: TreatyId) -> None:
    """Enter a breach before those who can tell and have not found it yet; what has since become public is found before all."""
    found = [
        line.known_to
        for line in proceedings.state.record
        if (line.treaty, line.article, line.duty, line.kept, line.regarding) == (owed.treaty, owed.article.id, owed.duty, False, regarding)
    ]
    if EVERYBODY in found:
        return
    if readers is not None:
        readers -= frozenset().union(*(audience for audience in found if audience is not None))
        if not readers:
            return
    breach(proceedings, owed, readers, regarding)
