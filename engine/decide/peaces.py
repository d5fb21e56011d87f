"""Peace: what ends a war between two belligerents, by a treaty that enters into force between them."""

from __future__ import annotations

from engine.crisis import Peace
from engine.events import PeaceMade, PostureEnded
from engine.names import EVERYBODY
from engine.peace import peaces_due
from engine.postures import PostureKind
from engine.proceedings import Proceedings


def make_peace(proceedings: Proceedings) -> None:
    """Let each war end between those whom a public treaty reconciles, and what their forces did in it."""
    for (one, other), treaty in peaces_due(proceedings.state):
        proceedings.note(PeaceMade(peace=Peace(between=(one, other), turn=proceedings.state.turn, treaty=treaty), audience=EVERYBODY))
        for posture in proceedings.state.postures:
            if posture.kind in (PostureKind.BLOCKADING, PostureKind.FIGHTING) and {posture.by, posture.toward} == {one, other}:
                proceedings.note(PostureEnded(posture=posture, audience=EVERYBODY))
