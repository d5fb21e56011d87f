"""Notices given, and those withheld from powers that have since learned of it; promises contradicted by another treaty."""

from __future__ import annotations

from attrs import evolve as with_

from engine.consistency import contradicted
from engine.decide.promises import among, breach, perform
from engine.events import DeedAnnounced, TreatyShown
from engine.names import EVERYBODY, Audience, Power, TreatyId
from engine.negotiated import disclosed
from engine.notices import AHEAD, concluded_apart, is_late, is_told, names_notice, notices_owed, open_notices, to_be_told, who_can_tell
from engine.obligations import Obligation, known_to
from engine.operation import operative
from engine.orders import Perform
from engine.proceedings import Proceedings
from engine.record import Conduct


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
            proceedings.note(
                TreatyShown(
                    treaty=with_(disclosed(treaty, (owed.duty.creditor,), proceedings.state.turn), known_to=readers),
                    how="notified",
                    audience=readers,
                )
            )
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


def find_contradicted(proceedings: Proceedings) -> None:
    """Find the older promises that a treaty breaks by what it says, before those who know both.

    It is found in the turn in which the treaty comes to bind who breaks them; afterwards only those hear of it who have since learned of them.
    """
    for ident in sorted(proceedings.state.treaties):
        state = proceedings.state
        treaty = state.treaties[ident]
        if treaty.since is None or not operative(state, treaty):
            continue
        for owed in contradicted(state, treaty):
            fresh = treaty.since == state.turn_id or treaty.joined.get(owed.duty.debtor) == state.turn
            if fresh or any(_is_of(line, owed, ident) for line in state.record):
                _find(proceedings, owed, among(known_to(state, owed), treaty.known_to), ident)


def _find(proceedings: Proceedings, owed: Obligation, readers: Audience, regarding: TreatyId) -> None:
    """Enter a breach before those who can tell and have not found it yet; what has since become public is found before all."""
    found = [line.known_to for line in proceedings.state.record if _is_of(line, owed, regarding)]
    if EVERYBODY in found:
        return
    apart = frozenset[Power]().union(*(audience for audience in found if audience is not None))
    if readers is not None:
        readers -= apart
        if not readers:
            return
    breach(proceedings, owed, readers, regarding, apart)


def _is_of(line: Conduct, owed: Obligation, regarding: TreatyId) -> bool:
    """Whether a line of the record names this breach, by that other treaty."""
    return (line.treaty, line.article, line.duty, line.kept, line.regarding) == (owed.treaty, owed.article.id, owed.duty, False, regarding)
