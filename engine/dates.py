"""Periods of time, and days reckoned by the calendar."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from attrs import frozen


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


_ANY_DAY = dt.date(1900, 1, 1)
_WRITTEN = re.compile(r"([+-]?[0-9]{1,9}) (day|month|year)s?")
_A_CENTURY = {Unit.DAYS: 36525, Unit.MONTHS: 1200, Unit.YEARS: 100}


@frozen
class Period:
    """So many days, months or years, written `6 months`."""

    number: int
    unit: Unit

    @classmethod
    def read(cls, words: str) -> Period | None:
        """The period that is written so; None if it is none."""
        found = _WRITTEN.fullmatch(words)
        return None if found is None else cls(int(found[1]), Unit(f"{found[2]}s"))

    @property
    def reasonable(self) -> bool:
        """Whether a treaty can speak of it: a day at least, a century at most."""
        return 1 <= self.number <= _A_CENTURY[self.unit]

    def __str__(self) -> str:
        return f"{self.number} {self.unit.value if self.number != 1 else self.unit.value[:-1]}"


def later(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(dt.date(year, month + 1, 1) + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))


def after(day: dt.date, period: Period) -> dt.date:
    """The day with which a period that begins on a day ends, the first day not counted; the last that there is for one beyond it."""
    try:
        if period.unit is Unit.DAYS:
            return day + dt.timedelta(days=period.number)
        return later(day, period.number * (12 if period.unit is Unit.YEARS else 1))
    except (OverflowError, ValueError):
        return dt.date.max


def tomorrow(day: dt.date) -> dt.date:
    """The day after; the last that there is has none."""
    return after(day, Period(1, Unit.DAYS))


def is_longer(one: Period, other: Period) -> bool:
    """Whether a period reaches further than another that begins on the same day."""
    return after(_ANY_DAY, one) > after(_ANY_DAY, other)
