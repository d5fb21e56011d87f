"""Chance, drawn from the seed and the occasion: never from a position, which would betray what happened unseen."""

from hashlib import blake2b


def draw(seed: int, occasion: str, sides: int = 100) -> int:
    """A number from 0 to `sides` - 1, the same for the same seed and occasion on every machine."""
    digest = blake2b(f"{seed}|{occasion}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) % sides
