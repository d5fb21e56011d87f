"""The reducer: every event there is has one place where it is folded."""

from __future__ import annotations

from typing import get_args

from engine.events import Event
from engine.evolve import CHAPTERS, OwnEvent


def test_every_event_is_folded_in_one_chapter() -> None:
    own = set(get_args(OwnEvent))
    assert set(get_args(Event)) == own | set(CHAPTERS)
    assert not own & set(CHAPTERS)
