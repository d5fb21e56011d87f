"""Months reckoned from a day."""

from __future__ import annotations

import datetime as dt


def later(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(dt.date(year, month + 1, 1) + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))
