"""Votes held against the promise to support an admission."""

from __future__ import annotations

from engine.decide import promises
from engine.duties import Render
from engine.happenings import Deed
from engine.measures.membership import Admission, Election
from engine.names import Audience
from engine.obligations import Obligation, obligations
from engine.proceedings import Proceedings
from engine.resolution import Resolution
from engine.state import State
from engine.voting import Ballot, Verdict


def support_owed(state: State, draft: Resolution) -> tuple[Obligation, ...]:
    """The promises to support somebody's admission of which a draft decides: to an organ that they name, or to its organisation."""
    organ = state.organs.get(draft.organ)
    if organ is None:
        return ()
    siblings = [other for other in state.organs.values() if other.organisation == organ.organisation]
    bodies = {organ.organisation, *(other.id for other in siblings), *(other.type for other in siblings)}
    candidates = {p.measure.power for p in draft.paragraphs if isinstance(p.measure, Admission | Election)}
    return tuple(
        owed
        for owed in obligations(state)
        if isinstance(owed.duty, Render)
        and owed.duty.deed is Deed.SUPPORT_ADMISSION
        and owed.duty.toward in candidates
        and owed.duty.matter in bodies
    )


def hold_votes(proceedings: Proceedings, draft: Resolution, verdict: Verdict, witnesses: Audience) -> None:
    """Enter who has kept its promise to support an admission by a vote in favour, and who has broken it by one against."""
    for owed in support_owed(proceedings.state, draft):
        ballot = verdict.ballots.get(owed.duty.debtor)
        if ballot is Ballot.FOR:
            promises.perform(proceedings, owed, witnesses)
        elif ballot is Ballot.AGAINST:
            promises.breach(proceedings, owed, witnesses)
