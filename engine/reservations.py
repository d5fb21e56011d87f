"""Reservations: how a signatory narrows an article for itself, and what is left of each duty (VCLT 2(1)(d), 19-23)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from attrs import evolve as with_
from attrs import frozen

from engine.duties import ARMED, Allow, Assist, Automaticity, Cede, Consult, Duty, Extent, Refrain, Render
from engine.names import ArticleId, Power, StakeId

AT_MOST = tuple(Automaticity)
"""From the strictest to the loosest: a reservation may only loosen."""
MEANS = tuple(Extent)
"""From the widest to the narrowest."""


@frozen
class Exclude:
    """The article does not apply."""


@frozen
class Spare:
    """Not against these powers."""

    powers: frozenset[Power]


@frozen
class Await:
    """Not before somebody has decided so: upon a recommendation, after consultation, or as the reserving power itself judges."""

    automaticity: Automaticity


@frozen
class Lessen:
    """Only by these means."""

    extent: Extent


@frozen
class WaitFor:
    """Only if that power assists as well."""

    power: Power


@frozen
class LeaveOut:
    """Not for the sake of these stakes."""

    stakes: frozenset[StakeId]


Narrowing: TypeAlias = Exclude | Spare | Await | Lessen | WaitFor | LeaveOut


@frozen(kw_only=True)
class Reservation:
    """One article narrowed in one way."""

    article: ArticleId
    narrowing: Narrowing = Exclude()


def left_of(duty: Duty, reservations: Iterable[Reservation]) -> Duty | None:
    """What several reservations to its article together leave of a duty, None if nothing."""
    left: Duty | None = duty
    for reservation in reservations:
        left = left if left is None else narrowed(left, reservation.narrowing)
    return left


def narrowed(duty: Duty, narrowing: Narrowing) -> Duty | None:
    """What the narrowing leaves of a duty, None if nothing; never more than the duty itself."""
    match narrowing:
        case Exclude():
            return None
        case Spare():
            return _spared(duty, narrowing.powers)
        case LeaveOut():
            return _left_out(duty, narrowing.stakes)
        case Await():
            if isinstance(duty, Assist):
                later = max(duty.automaticity, narrowing.automaticity, key=AT_MOST.index)
                return with_(duty, automaticity=later)
            return duty
        case Lessen():
            if isinstance(duty, Assist):
                extent = max(duty.extent, narrowing.extent, key=MEANS.index)
                return with_(duty, extent=extent, forces=duty.forces if extent in ARMED else None)
            return duty
        case WaitFor():
            if isinstance(duty, Assist) and narrowing.power not in (duty.debtor, duty.creditor):
                return with_(duty, jointly_with=duty.jointly_with | {narrowing.power})
            return duty
        case _:
            assert_never(narrowing)


def _spared(duty: Duty, powers: frozenset[Power]) -> Duty | None:
    match duty:
        case Assist():
            if duty.against and duty.against <= powers | duty.save:
                return None
            return with_(duty, save=duty.save | powers)
        case Refrain():
            # What is done to a power or aimed at it is done against it.
            return None if duty.toward in powers or (duty.aimed and duty.creditor in powers) else duty
        case Allow():
            if not duty.against:
                return duty
            left = duty.against - powers
            return with_(duty, against=left) if left else None
        case Render():
            return None if duty.toward in powers else duty
        case Consult():
            if not duty.against:
                return duty
            foes = duty.against - powers
            return with_(duty, against=foes) if foes else None
        case Cede():
            return duty
        case _:
            assert_never(duty)


def _left_out(duty: Duty, stakes: frozenset[StakeId]) -> Duty | None:
    match duty:
        case Assist() if duty.observance is not None:
            return duty
        case Assist():
            if duty.over and duty.over <= stakes:
                return None
            return with_(duty, over=duty.over - stakes, outside=duty.outside | stakes, vital=duty.vital - stakes)
        case Refrain() | Allow():
            if not duty.at:
                return duty
            return with_(duty, at=duty.at - stakes) if duty.at - stakes else None
        case Render():
            return None if duty.at in stakes else duty
        case Cede():
            return None if duty.stake in stakes else duty
        case Consult():
            if not duty.over:
                return duty
            return with_(duty, over=duty.over - stakes) if duty.over - stakes else None
        case _:
            assert_never(duty)
