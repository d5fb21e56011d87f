"""Scripted powers as ordinary viewers: they see their own part, think on a worker thread, and act through the same door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from functools import partial

from engine.ai.brain import Decision
from engine.ai.standin import NO_PROFILE, decide_for, fallback
from engine.commands import CloseStep, Remember
from engine.events import MemoryKept, MessageSent, Phase
from engine.names import Onlooker, Power
from engine.profile import Profile
from engine.state import State
from server.journal import JournalFault
from server.room import Room

log = logging.getLogger("locarno.standins")

MOST_ACTS = 400
"""Acts of all scripted powers in one phase between two changes by somebody else; more would be a quarrel without end."""
AFTER_A_FAULT = 5.0
"""Seconds before they try again when nothing can be stored."""


class Standins:
    """The scripted powers of a room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._wake = asyncio.Event()
        self._seen: dict[tuple[Power, bool], int] = {}
        """How long a power's stream was when it last thought, by whether it was asked to close the step."""
        self._heard: dict[Power, int] = {}
        self._left = MOST_ACTS
        self._step: tuple[int, Phase] | None = None
        room.stirred = self._stirred

    def _stirred(self, outside: bool) -> None:
        if outside:
            self._left = MOST_ACTS
        self._wake.set()

    async def run(self) -> None:
        """Let them act after every change until none has anything left to do."""
        self._wake.set()
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                while self._room.playing and await self._round():
                    pass
            except JournalFault:
                await asyncio.sleep(AFTER_A_FAULT)
                self._wake.set()
            except Exception:
                log.exception("scripted powers stopped game=%s", self._room.row.id)

    async def _round(self) -> bool:
        """Answer and act; if nobody has anything to do, let one power close the step. Whether anything was done."""
        state = self._room.table.state
        if state.paused:
            return False
        if (state.turn, state.phase) != self._step:
            self._step, self._left = (state.turn, state.phase), MOST_ACTS
        if self._left <= 0:
            return await self._give_way()
        for last in (False, True):
            moved = 0
            for power in self._rotated():
                if self._room.playing:
                    moved += await self._think(power, last=last)
                if last and moved:
                    break
            if moved:
                self._left -= moved
                return True
        if len(self._rotated()) == len(self._room.setting.powers) and self._room.playing:
            # Nobody else will ever move: the umpire does, so that a game among scripted powers reaches its ending.
            return await self._room.do(Onlooker.FACILITATOR, CloseStep()) is None
        return False

    def _rotated(self) -> list[Power]:
        """The scripted powers, the first to speak changing with the turn."""
        scripted = list(self._room.scripted())
        start = self._room.table.state.turn % len(scripted) if scripted else 0
        return scripted[start:] + scripted[:start]

    async def _think(self, power: Power, *, last: bool) -> int:
        room = self._room
        stream = room.streams.of(power)
        length = len(stream)
        plot = room.table.state.plot
        if plot is None or self._seen.get((power, last)) == length:
            return 0
        self._seen[(power, last)] = length
        if power not in self._heard:
            self._heard[power] = self._last_thought(power)
        inbox = tuple(e for e in stream.events[self._heard[power] : length] if isinstance(e, MessageSent) and power in e.to)
        self._heard[power] = length
        memory = room.table.state.memories.get(power, {})
        profile = plot.profiles.get(power, NO_PROFILE)
        view = room.view(power)
        decision = await asyncio.to_thread(partial(self._decision, power, profile, view, memory, plot.seed, inbox, last=last))
        done = 0
        for act in decision.acts:
            refusal = await room.do(power, act)
            if refusal is None:
                done += 1
            else:
                log.info("scripted act refused game=%s power=%s reason=%s", room.row.id, power, refusal.reason)
        if dict(decision.memory) != dict(memory):
            await room.do(Onlooker.FACILITATOR, Remember(power=power, memory=decision.memory))
        return done

    def _decision(
        self, power: Power, profile: Profile, view: State, memory: Mapping[str, int], seed: int,
        inbox: tuple[MessageSent, ...], *, last: bool,
    ) -> Decision:  # fmt: skip
        """On the worker thread: what the power does; a table never stops because a scripted power erred."""
        try:
            return decide_for(view, power, profile, memory, seed, inbox, last=last)
        except Exception:
            log.exception("scripted power failed game=%s power=%s seed=%s", self._room.row.id, power, seed)
            return Decision(acts=fallback(view, power) if last else (), memory=memory)

    def _last_thought(self, power: Power) -> int:
        """How much of its stream a power had heard before a restart: up to its own last words."""
        events = self._room.streams.of(power).events
        kept = next((e for e in reversed(self._room.table.chronicle) if isinstance(e, MemoryKept) and e.power == power), None)
        own = (n for n in range(len(events), 0, -1) if isinstance(said := events[n - 1], MessageSent) and said.by == power)
        return next(own, 0) if kept is not None else 0

    async def _give_way(self) -> bool:
        """They have quarrelled long enough: each only lets the step pass."""
        moved = False
        for power in self._rotated():
            if self._room.playing and self._seen.get((power, True)) != len(self._room.streams.of(power)):
                self._seen[(power, True)] = len(self._room.streams.of(power))
                for act in fallback(self._room.view(power), power):
                    moved = await self._room.do(power, act) is None or moved
        return moved
