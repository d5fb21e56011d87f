"""Who sits where: join codes, tokens, seats. No I/O."""

from __future__ import annotations

import hashlib
import secrets
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

    @property
    def viewer(self) -> Viewer:
        """What this person may see: everything, a power's part, or the public part."""
        if self.role is Role.FACILITATOR and self.power is None:
            return Onlooker.FACILITATOR
        return self.power if self.power is not None else Onlooker.OBSERVER


class Roster:
    """The seats of one game and how many connections each has."""

    def __init__(self) -> None:
        self.seats: dict[str, Seat] = {}
        self.present: dict[str, int] = {}

    def admit(self, seat: Seat) -> Seat:
        """Enter a seat; a name that is taken gets a number."""
        taken = {s.name for s in self.seats.values()}
        name, number = seat.name, 2
        while name in taken:
            name, number = f"{seat.name} {number}", number + 1
        self.seats[seat.key] = evolve(seat, name=name)
        return self.seats[seat.key]

    def move(self, key: str, power: Power | None) -> Seat:
        """Let a person sit down for a power, or get up."""
        self.seats[key] = evolve(self.seats[key], power=power)
        return self.seats[key]

    def played(self) -> frozenset[Power]:
        """The powers for which somebody sits."""
        return frozenset(s.power for s in self.seats.values() if s.power is not None)

    def shown(self) -> tuple[SeatShown, ...]:
        """The lobby's list."""
        return tuple(
            SeatShown(name=s.name, power=s.power, role=s.role, present=self.present.get(s.key, 0) > 0)
            for s in self.seats.values()
        )
