"""Who sat in the League of Nations on any day: its members, and the seats of its Council."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from engine.names import Power, SeatClass
from engine.voting.ballots import Roll
from engine.voting.rules import COUNCIL, ELECTED, PERMANENT


@frozen
class Membership:
    """One member: from its admission until it withdrew in fact, and until its membership ended by law (Covenant 1(3): two years' notice)."""

    power: Power
    joined: dt.date
    left: dt.date = dt.date.max
    released: dt.date = dt.date.max


@frozen
class Seat:
    """One seat of the Council, from the day it was taken to the day before it was given up."""

    power: Power
    kind: SeatClass
    since: dt.date
    until: dt.date


# League of Nations membership lists; Correlates of War, International Organizations. Member, admission, notice or end in fact, end by
# law. Occupation and annexation end a membership here because the seat stood empty, not because the League struck it. The Soviet Union
# sat on the day of its expulsion, 14 December 1939.
_MEMBERS = """\
argentina 1920-01-10
australia 1920-01-10
belgium 1920-01-10
bolivia 1920-01-10
brazil 1920-01-10 1926-06-14 1928-06-14
uk 1920-01-10
canada 1920-01-10
chile 1920-01-10 1938-05-14 1940-05-14
china 1920-01-10
colombia 1920-01-10
cuba 1920-01-10
czechoslovakia 1920-01-10 1939-03-15 1939-03-15
denmark 1920-01-10
el_salvador 1920-01-10 1937-08-11 1939-08-11
france 1920-01-10
greece 1920-01-10
guatemala 1920-01-10 1936-05-26 1938-05-26
haiti 1920-01-10 1942-04-01 1942-04-01
honduras 1920-01-10 1936-07-10 1938-07-10
india 1920-01-10
italy 1920-01-10 1937-12-11 1939-12-11
japan 1920-01-10 1933-03-27 1935-03-27
liberia 1920-01-10
netherlands 1920-01-10
new_zealand 1920-01-10
nicaragua 1920-01-10 1936-06-27 1938-06-27
norway 1920-01-10
panama 1920-01-10
paraguay 1920-01-10 1935-02-23 1937-02-23
iran 1920-01-10
peru 1920-01-10 1939-04-08 1941-04-08
poland 1920-01-10
portugal 1920-01-10
romania 1920-01-10 1940-07-11 1942-07-11
yugoslavia 1920-01-10
siam 1920-01-10
south_africa 1920-01-10
spain 1920-01-10 1939-05-09 1941-05-09
sweden 1920-01-10
switzerland 1920-01-10
uruguay 1920-01-10
venezuela 1920-01-10 1938-07-12 1940-07-12
austria 1920-12-15 1938-03-13 1938-03-13
bulgaria 1920-12-16
costa_rica 1920-12-16 1925-01-22 1927-01-22
finland 1920-12-16
luxembourg 1920-12-16
albania 1920-12-17 1939-04-13 1939-04-13
estonia 1921-09-22
latvia 1921-09-22
lithuania 1921-09-22
hungary 1922-09-18 1939-04-11 1941-04-11
ireland 1923-09-10
ethiopia 1923-09-28
dominican_republic 1924-09-29
germany 1926-09-08 1933-10-19 1935-10-19
mexico 1931-09-12
turkey 1932-07-18
iraq 1932-10-03
ussr 1934-09-18 1939-12-15 1939-12-15
afghanistan 1934-09-27
ecuador 1934-09-28
egypt 1937-05-26
"""

# Compiled by hand from League records; the years 1920-1926 and 1929-1932 rest on one source. The elected terms run from September to
# September. Permanent members that gave notice left their seats at once: Japan, Germany, Italy.
_SEATS = """\
belgium elected 1920-01-16 1926-09-16
brazil elected 1920-01-16 1926-06-14
france permanent 1920-01-16 1946-04-18
greece elected 1920-01-16 1920-12-31
italy permanent 1920-01-16 1937-12-11
japan permanent 1920-01-16 1933-03-27
spain elected 1920-01-16 1926-09-16
uk permanent 1920-01-16 1946-04-18
china elected 1921-01-01 1923-12-31
sweden elected 1923-01-01 1926-09-16
uruguay elected 1923-01-01 1926-09-16
czechoslovakia elected 1924-01-01 1926-09-16
germany permanent 1926-09-10 1933-10-19
belgium elected 1926-09-16 1927-09-15
chile elected 1926-09-16 1929-09-09
china elected 1926-09-16 1928-09-10
colombia elected 1926-09-16 1928-09-10
czechoslovakia elected 1926-09-16 1927-09-15
netherlands elected 1926-09-16 1928-09-10
poland elected 1926-09-16 1929-09-09
romania elected 1926-09-16 1929-09-09
el_salvador elected 1926-09-16 1927-09-15
canada elected 1927-09-15 1930-09-17
cuba elected 1927-09-15 1930-09-17
finland elected 1927-09-15 1930-09-17
iran elected 1928-09-10 1931-09-14
spain elected 1928-09-10 1931-09-14
venezuela elected 1928-09-10 1931-09-14
peru elected 1929-09-09 1932-10-03
poland elected 1929-09-09 1932-10-03
yugoslavia elected 1929-09-09 1932-10-03
guatemala elected 1930-09-17 1933-10-09
ireland elected 1930-09-17 1933-10-09
norway elected 1930-09-17 1933-10-09
china elected 1931-09-14 1934-09-17
panama elected 1931-09-14 1934-09-17
spain elected 1931-09-14 1934-09-17
czechoslovakia elected 1932-10-03 1935-09-16
mexico elected 1932-10-03 1935-09-16
poland elected 1932-10-03 1935-09-16
argentina elected 1933-10-09 1936-09-28
australia elected 1933-10-09 1936-09-28
denmark elected 1933-10-09 1936-09-28
portugal elected 1933-10-09 1936-09-28
chile elected 1934-09-17 1937-09-28
spain elected 1934-09-17 1937-09-28
turkey elected 1934-09-17 1937-09-28
ussr permanent 1934-09-18 1939-12-15
ecuador elected 1935-09-16 1938-09-21
poland elected 1935-09-16 1938-09-21
romania elected 1935-09-16 1938-09-21
bolivia elected 1936-09-28 1939-12-13
china elected 1936-09-28 1939-12-13
latvia elected 1936-09-28 1939-12-13
new_zealand elected 1936-09-28 1939-12-13
sweden elected 1936-09-28 1939-12-13
belgium elected 1937-09-28 1946-04-18
iran elected 1937-09-28 1946-04-18
peru elected 1937-09-28 1946-04-18
dominican_republic elected 1938-09-21 1946-04-18
greece elected 1938-09-21 1946-04-18
yugoslavia elected 1938-09-21 1946-04-18
bolivia elected 1939-12-13 1946-04-18
china elected 1939-12-13 1946-04-18
egypt elected 1939-12-13 1946-04-18
finland elected 1939-12-13 1946-04-18
south_africa elected 1939-12-13 1946-04-18
"""


def _membership(line: str) -> Membership:
    name, *days = line.split()
    return Membership(Power(name), *(dt.date.fromisoformat(day) for day in days))


def _seat(line: str) -> Seat:
    name, kind, since, until = line.split()
    return Seat(Power(name), SeatClass(kind), dt.date.fromisoformat(since), dt.date.fromisoformat(until))


MEMBERSHIPS = tuple(_membership(line) for line in _MEMBERS.splitlines())
SEATS = tuple(_seat(line) for line in _SEATS.splitlines())


def members_on(day: dt.date, *, in_fact: bool = False) -> tuple[Power, ...]:
    """The members of the League at the close of a day, in alphabetical order of their keys; `in_fact` leaves out those under notice."""
    return tuple(sorted(m.power for m in MEMBERSHIPS if m.joined <= day < (m.left if in_fact else m.released)))


def council_on(day: dt.date) -> Roll:
    """The Council as it sat at the close of a day: permanent members first, each class in alphabetical order."""
    seats = sorted((s for s in SEATS if s.since <= day < s.until), key=lambda s: (s.kind != PERMANENT, s.power))
    classes = {kind: frozenset(s.power for s in seats if s.kind == kind) for kind in (PERMANENT, ELECTED)}
    return Roll(members=tuple(s.power for s in seats), classes=classes)


def assembly_on(day: dt.date) -> Roll:
    """The Assembly: all members that take part, and which of them sit on the Council (Covenant 15(10))."""
    members = members_on(day, in_fact=True)
    return Roll(members=members, classes={COUNCIL: frozenset(council_on(day).members) & frozenset(members)})
