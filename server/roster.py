"""Who sits where: join codes, tokens, seats. No I/O."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from enum import StrEnum

from attrs import evolve, frozen

from engine.names import Onlooker, Power, Viewer
from engine.wire import SeatShown

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody takes for one another."""
CODE_LENGTH = 6
LONGEST_NAME = 40
MOST_SEATS = 120


class Role(StrEnum):
    """What a person is at this table."""

    PLAYER = "player"
    OBSERVER = "observer"
    FACILITATOR = "facilitator"


def new_code() -> str:
    """A join code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """A seat's token, 192 bits."""
    return secrets.token_urlsafe(24)


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def clean_name(name: str) -> str:
    """A display name with no control characters, no more than 40 characters, never empty."""
    words = "".join(c for c in name if c.isprintable()).strip()[:LONGEST_NAME].strip()
    return words or "?"


@frozen(kw_only=True)
class Seat:
    """One person's place at a table."""

    key: str
    """The token, hashed."""
    name: str
    role: Role
    power: Power | None = None
    held: Power | None = None
    """The power played since the game began: its secrets are known here, so no other is open to this person."""

    @property
    def viewer(self) -> Viewer:
        """What this person may see: everything, a power's part, or the public part."""
        if self.power is not None:
            return self.power
        return Onlooker.FACILITATOR if self.role is Role.FACILITATOR and self.held is None else Onlooker.OBSERVER


def played(seats: Iterable[Seat]) -> frozenset[Power]:
    """The powers for which somebody sits."""
    return frozenset(seat.power for seat in seats if seat.power is not None)


def closed_to(seat: Seat, power: Power | None, seats: Iterable[Seat], *, started: bool) -> str | None:
    """Why this person may not sit down there, as a code; None if it is open.

    In the lobby everybody chooses freely, and several may speak for one power. Once the game has begun, only a power for which
    nobody sits can be taken over, and only by somebody who does not know another's secrets.
    """
    if not started or power in (seat.power, seat.held):
        return None
    if power is not None and (seat.held is not None or seat.power is not None):
        return "seat_closed"
    return "seat_taken" if power is not None and power in played(seats) else None


def placed(seat: Seat, power: Power | None, *, started: bool) -> Seat:
    """The seat at another place; who plays once the game has begun holds that power from then on."""
    held = seat.held or (power or seat.power if started else None)
    return evolve(seat, power=power, held=held)


class Roster:
    """The seats of one game and how many connections each has."""

    def __init__(self) -> None:
        self.seats: dict[str, Seat] = {}
        self.present: dict[str, int] = {}

    def named(self, seat: Seat) -> Seat:
        """The seat with a name that nobody else has: one that is taken gets a number."""
        taken = {s.name for s in self.seats.values()}
        name, number = seat.name, 2
        while name in taken:
            name, number = f"{seat.name} {number}", number + 1
        return evolve(seat, name=name)

    def enter(self, seat: Seat) -> None:
        """Enter a seat, or what has changed of it."""
        self.seats[seat.key] = seat

    def played(self) -> frozenset[Power]:
        """The powers for which somebody sits."""
        return played(self.seats.values())

    def come(self, key: str) -> None:
        """One more connection for a seat."""
        self.present[key] = self.present.get(key, 0) + 1

    def go(self, key: str) -> None:
        """One connection fewer."""
        self.present[key] = max(self.present.get(key, 0) - 1, 0)

    def shown(self) -> tuple[SeatShown, ...]:
        """The lobby's list."""
        return tuple(
            SeatShown(name=s.name, power=s.power, role=s.role, present=self.present.get(s.key, 0) > 0) for s in self.seats.values()
        )
