"""How long a treaty binds: its term, its renewal and the notice of leaving it, by the calendar (VCLT 54-56).

What falls on a day between two dates of the game takes effect when the next date opens.
"""

from __future__ import annotations

import datetime as dt

from engine.dates import Period, after
from engine.state import State
from engine.treaty import Provisions, Treaty


def entered(state: State, treaty: Treaty) -> dt.date:
    """The day on which a treaty in force entered into force; the opening's where nobody says when that was."""
    if treaty.since is not None:
        return state.setting.turns[treaty.since].date
    return treaty.in_force_since or treaty.concluded or state.setting.days[0]


def first_term(state: State, provisions: Provisions, entry: dt.date) -> dt.date | None:
    """The day with which the first term of a treaty ends that enters into force on a day; None for one without limit."""
    if provisions.lasts is not None:
        return after(entry, provisions.lasts)
    if provisions.expires is None or provisions.expires not in state.setting.turns:
        return None
    return state.setting.turns[provisions.expires].date


def term(state: State, treaty: Treaty) -> dt.date | None:
    """The day with whose close the present term of a treaty in force ends; None if it has none, or has outlasted it without limit."""
    provisions = treaty.provisions
    until = treaty.until
    if until is None and (until := first_term(state, provisions, entered(state, treaty))) is not None and provisions.renewed_for:
        # What was in force long before the opening has been renewed since.
        until = end_of_term(until, state.setting.days[0], provisions.renewed_for)
    return None if until is not None and provisions.prolonged and until < state.today else until


def end_of_term(until: dt.date, day: dt.date, renewal: Period) -> dt.date:
    """The end of the first term that a day does not go beyond, from the end of one term on."""
    while until < day:
        until = after(until, renewal)
    return until


def leaves_on(state: State, treaty: Treaty) -> dt.date | None:
    """The day on which a denunciation notified now would take effect; None where the treaty admits none now (VCLT 56).

    A treaty that is tacitly renewed can always be denounced for the end of a term, the next one if it is too late for this; one that goes
    on without limit after its term, for the end of it, or later once its notice has run.
    """
    provisions, until = treaty.provisions, term(state, treaty)
    run = state.today if provisions.notice is None else after(state.today, provisions.notice)
    if until is not None and provisions.renewed_for is not None:
        return end_of_term(until, run, provisions.renewed_for)
    if until is not None and provisions.prolonged:
        return max(until, run)
    if provisions.notice is None:
        return None
    firm = provisions.denounceable_after
    return None if firm is not None and state.today < after(entered(state, treaty), firm) else run
