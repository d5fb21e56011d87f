"""The register of chapters: each offers acts, explains its refusals, and carries acts out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from engine.commands import PowerCommand
from engine.decide import (
    agenda,
    conferences,
    crises,
    disputes,
    drafting,
    guarantors,
    joining,
    leaving,
    orders,
    protesting,
    referrals,
    reserving,
    resolutions,
    signing,
    sittings,
    talks,
    ultimatums,
)
from engine.domains import Option
from engine.names import Power
from engine.proceedings import Proceedings
from engine.refusal import Refusal
from engine.state import State


class Chapter(Protocol):
    """A module of this folder."""

    VERBS: tuple[type[PowerCommand], ...]

    def offers(self, state: State, power: Power) -> Iterator[Option]: ...

    def refuse(self, state: State, power: Power, command: Any) -> Refusal: ...

    def enact(self, proceedings: Proceedings, power: Power, command: Any) -> None: ...


CHAPTERS: tuple[Chapter, ...] = (
    ultimatums,
    crises,
    sittings,
    conferences,
    signing,
    reserving,
    joining,
    protesting,
    guarantors,
    leaving,
    orders,
    drafting,
    agenda,
    resolutions,
    disputes,
    referrals,
    talks,
)
CHAPTER_OF: dict[type[PowerCommand], Chapter] = {verb: chapter for chapter in CHAPTERS for verb in chapter.VERBS}
