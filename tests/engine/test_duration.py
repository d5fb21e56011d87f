"""How long treaties bind, by the calendar: terms, renewals, notice (VCLT 54-56)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve as with_
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.dates import Period, Unit, after, is_longer
from engine.decide.leaving import close_day, open_day
from engine.duration import leaves_on, term
from engine.events import TreatyDenounced, TreatyRenewed, TurnOpened
from engine.names import TreatyId, TurnId
from engine.opening import opening_state
from engine.proceedings import Proceedings
from engine.provisions import faults_of_provisions
from engine.setting import Setting, Turn
from engine.state import State, changed
from engine.treaty import End, Provisions, Treaty
from tests.engine.settings import ALBA, BORIA, CARNIA, SETTING, both, standing

PACT = TreatyId("pact")
DAYS, MONTHS, YEARS = Unit


def day(written: str) -> dt.date:
    """A day as ISO writes it."""
    return dt.date.fromisoformat(written)


def years(number: int) -> Period:
    """So many years."""
    return Period(number, YEARS)


def dated(*days: dt.date) -> Setting:
    """The small setting with another calendar."""
    return with_(SETTING, turns={TurnId(f"t{n}"): Turn(name=both(f"t{n}"), date=one) for n, one in enumerate(days)})


def world(treaty: Treaty, *days: dt.date) -> State:
    """A world in which a treaty is in force, on the first of these days."""
    state = opening_state(dated(*days))
    return changed(state, turn=0, treaties={treaty.id: treaty})


def pact(since: str, **provisions: Any) -> Treaty:
    """A pact of two that entered into force on a day."""
    return with_(standing(PACT, (ALBA, BORIA), **provisions), in_force_since=day(since))


FRANCO_SOVIET = {"lasts": years(5), "prolonged": True, "notice": years(1)}
GERMAN_SOVIET = {"lasts": years(10), "renewed_for": years(5)}
IN_TIME = {**GERMAN_SOVIET, "notice": years(1)}
NORTH_ATLANTIC = {"denounceable_after": years(20), "notice": years(1)}
TASHKENT = {"lasts": years(5), "notice": Period(6, MONTHS)}
COMPUTED = [
    # In force since, terms, today; the end of the present term, the day on which a denunciation of today takes effect.
    ("1936-03-27", FRANCO_SOVIET, "1938-09-15", "1941-03-27", "1941-03-27"),
    ("1936-03-27", FRANCO_SOVIET, "1940-03-27", "1941-03-27", "1941-03-27"),
    ("1936-03-27", FRANCO_SOVIET, "1940-05-10", "1941-03-27", "1941-05-10"),
    ("1936-03-27", FRANCO_SOVIET, "1941-03-27", "1941-03-27", "1942-03-27"),
    ("1936-03-27", FRANCO_SOVIET, "1942-01-01", None, "1943-01-01"),
    ("1939-08-23", GERMAN_SOVIET, "1941-06-22", "1949-08-23", "1949-08-23"),
    ("1939-08-23", GERMAN_SOVIET, "1949-08-23", "1949-08-23", "1949-08-23"),
    ("1939-08-23", GERMAN_SOVIET, "1949-08-24", "1954-08-23", "1954-08-23"),
    ("1939-08-23", IN_TIME, "1948-08-23", "1949-08-23", "1949-08-23"),
    ("1939-08-23", IN_TIME, "1948-08-24", "1949-08-23", "1954-08-23"),
    ("1939-08-23", IN_TIME, "1962-01-01", "1964-08-23", "1964-08-23"),
    ("1949-08-24", NORTH_ATLANTIC, "1966-03-10", None, None),
    ("1949-08-24", NORTH_ATLANTIC, "1969-08-23", None, None),
    ("1949-08-24", NORTH_ATLANTIC, "1969-08-24", None, "1970-08-24"),
    ("1994-04-20", TASHKENT, "1995-02-10", "1999-04-20", "1995-08-10"),
    ("1994-04-20", TASHKENT, "1995-08-31", "1999-04-20", "1996-02-29"),
    ("1934-01-26", {"lasts": years(10)}, "1939-04-28", "1944-01-26", None),
    ("1934-01-26", {"notice": Period(12, MONTHS)}, "1939-04-28", None, "1940-04-28"),
    ("1934-01-26", {"notice": Period(90, DAYS)}, "1939-12-01", None, "1940-02-29"),
    ("1934-01-26", {}, "1939-04-28", None, None),
    ("1920-02-29", {"lasts": years(1), "renewed_for": years(1)}, "1922-01-01", "1922-02-28", "1922-02-28"),
    ("9900-01-01", {"lasts": years(100), "renewed_for": years(100), "notice": years(100)}, "9990-01-01", "9999-12-31", "9999-12-31"),
]


@pytest.mark.parametrize(("since", "terms", "today", "ends", "leaves"), COMPUTED, ids=lambda v: str(v) if isinstance(v, str) else "")
def test_terms_and_notices_run_by_the_calendar(
    since: str, terms: dict[str, object], today: str, ends: str | None, leaves: str | None
) -> None:
    treaty = pact(since, **terms)
    state = world(treaty, day(today))
    assert (term(state, treaty), leaves_on(state, treaty)) == tuple(None if d is None else day(d) for d in (ends, leaves))


def test_a_treaty_concluded_in_the_game_runs_from_the_turn_in_which_it_entered_into_force() -> None:
    treaty = with_(pact("1900-01-01", lasts=years(5)), since=TurnId("t1"), in_force_since=None)
    assert term(world(treaty, day("1930-01-01"), day("1931-02-03")), treaty) == day("1936-02-03")


Played = list[tuple[str, bool, bool]]
"""Each turn: its day, whether the first power is bound when it opens, and when it closes."""


def played(state: State, denounced: int | None) -> tuple[Played, Proceedings]:
    """The turns of a calendar, with a denunciation by the first power in one of them."""
    proceedings, found = Proceedings(state), []
    for n, today in enumerate(state.setting.days):
        proceedings.note(TurnOpened(turn=n))
        open_day(proceedings)
        opened = ALBA in proceedings.state.treaties[PACT].parties
        if n == denounced and opened:
            effective = leaves_on(proceedings.state, proceedings.state.treaties[PACT])
            if effective is not None:
                proceedings.note(TreatyDenounced(treaty=PACT, power=ALBA, effective=effective))
        close_day(proceedings)
        found.append((today.isoformat(), opened, ALBA in proceedings.state.treaties[PACT].parties))
    return found, proceedings


PLAYED = [
    # Terms, days, when denounced: until which turn it is bound, and how it ended.
    ("a notice that ends between two turns", {"notice": years(1)}, ("1931-01-01", "1931-12-31", "1932-03-01"), 0, ("1931-12-31", True), End.DENOUNCED),
    ("a notice that ends on a turn's day", {"notice": years(1)}, ("1931-01-01", "1932-01-01"), 0, ("1931-01-01", True), End.DENOUNCED),
    ("a notice beyond the game", {"notice": years(1)}, ("1931-01-01", "1931-12-31"), 0, ("1931-12-31", True), None),
    ("a term that ends on a turn's day", {"lasts": years(1)}, ("1930-12-01", "1931-01-01", "1931-02-01"), None, ("1931-01-01", False), End.EXPIRED),
    ("a term that ends between two turns", {"lasts": years(1)}, ("1930-12-01", "1931-01-02"), None, ("1930-12-01", True), End.EXPIRED),
    ("denounced for the end of a term", {"lasts": years(1), "renewed_for": years(1)}, ("1930-12-01", "1931-01-01", "1931-01-02"), 0, ("1931-01-01", False), End.DENOUNCED),
    ("denounced too late for the end of a term", IN_TIME, ("1939-01-02", "1941-01-01", "1944-12-31", "1945-06-01"), 0, ("1944-12-31", True), End.DENOUNCED),
    ("denounced for the end of what is then prolonged", FRANCO_SOVIET, ("1933-01-01", "1935-01-01", "1935-01-02"), 0, ("1935-01-01", False), End.DENOUNCED),
    ("prolonged", FRANCO_SOVIET, ("1933-01-01", "1935-01-01", "1990-01-02"), None, ("1990-01-02", True), None),
]  # fmt: skip


@pytest.mark.parametrize(("terms", "days", "denounced", "last", "how"), [row[1:] for row in PLAYED], ids=[row[0] for row in PLAYED])
def test_what_falls_between_two_turns_takes_effect_when_the_next_one_opens(
    terms: dict[str, object], days: tuple[str, ...], denounced: int | None, last: tuple[str, bool], how: End | None
) -> None:
    """The last turn in which the power is bound, and whether it still is at its close."""
    found, proceedings = played(world(pact("1930-01-01", **terms), *map(day, days)), denounced)
    opened = [(today, closed) for today, bound, closed in found if bound]
    assert (opened[-1], proceedings.state.treaties[PACT].end) == (last, how)


def test_a_treaty_among_more_is_renewed_among_those_that_have_not_denounced_it() -> None:
    treaty = with_(standing(PACT, (ALBA, BORIA, CARNIA), lasts=years(1), renewed_for=years(1)), in_force_since=day("1930-01-01"))
    _, proceedings = played(world(treaty, day("1930-06-01"), day("1933-06-01")), 0)
    assert proceedings.state.treaties[PACT].parties == {BORIA, CARNIA}
    assert [e.until for e in proceedings.events if isinstance(e, TreatyRenewed)] == [day("1934-01-01")]


PERIODS = st.builds(Period, st.integers(1, 40), st.sampled_from(Unit))


@st.composite
def lasting(draw: st.DrawFn) -> dict[str, object]:
    """Terms that can stand."""
    found: dict[str, object] = {"notice": draw(st.none() | PERIODS)}
    if draw(st.booleans()):
        found["lasts"] = draw(PERIODS)
        found["renewed_for"] = draw(st.none() | PERIODS)
        found["prolonged"] = found["renewed_for"] is None and found["notice"] is not None and draw(st.booleans())
    elif found["notice"] is not None:
        found["denounceable_after"] = draw(st.none() | PERIODS)
    notice, terms = found["notice"], (found.get("lasts"), found.get("renewed_for"))
    assume(not any(is_longer(notice, term) for term in terms if isinstance(term, Period) and isinstance(notice, Period)))
    return found


CALENDARS = st.lists(st.dates(day("1930-01-01"), day("1960-01-01")), min_size=2, max_size=7, unique=True).map(sorted)


@given(lasting(), CALENDARS, st.integers(0, 6))
def test_a_denunciation_never_ends_a_treaty_before_its_notice_has_run_and_renewal_follows_the_term(
    terms: dict[str, object], days: list[dt.date], turn: int
) -> None:
    state = world(pact("1930-01-01", **terms), *days)
    provisions = Provisions(signatories=(ALBA, BORIA), **terms)  # type: ignore[arg-type]
    assert not tuple(faults_of_provisions(state, ALBA, PACT, provisions, ()))
    _, kept = played(state, None)
    found, proceedings = played(state, turn)
    treaty = proceedings.state.treaties[PACT]
    denounced = [e for e in proceedings.events if isinstance(e, TreatyDenounced)]
    for event in denounced:
        assert provisions.notice is None or event.effective >= after(days[turn], provisions.notice)
        for today, opened, closed in found[turn:]:
            assert opened or day(today) >= event.effective or treaty.end is End.EXPIRED
            assert not closed or day(today) <= event.effective
    first = after(day("1930-01-01"), provisions.lasts) if provisions.lasts is not None else None
    renewals = [e.until for e in kept.events if isinstance(e, TreatyRenewed)]
    assert not renewals or (first is not None and provisions.renewed_for is not None)
    for before, following in pairwise(renewals):
        assert before < following
    if first is not None and not provisions.goes_on:
        assert kept.state.treaties[PACT].in_force == (days[-1] < first)
    elif not denounced:
        assert treaty.in_force


@given(PERIODS)
def test_a_period_reads_as_it_is_written(period: Period) -> None:
    assert Period.read(str(period)) == period


@pytest.mark.parametrize("words", ["", "soon", "6", "6months", "6  months", "six months", "6 mois", "1.5 years", "6 MONTHS", "1e3 days"])
def test_what_is_no_period_is_none(words: str) -> None:
    assert Period.read(words) is None
