"""Scripted powers as ordinary viewers: they see their own part, think on a worker thread, and act through the same door."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from engine.ai.standin import NO_PROFILE, decide_for, fallback
from engine.commands import Remember
from engine.events import MessageSent
from engine.names import Onlooker, Power
from server.journal import JournalFault
from server.room import Room

log = logging.getLogger("locarno.standins")

MOST_ACTS = 400
"""Acts of all scripted powers after one change by somebody else; more would be a quarrel without end."""


class Standins:
    """The scripted powers of a room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._wake = asyncio.Event()
        self._seen: dict[tuple[Power, bool], int] = {}
        self._heard: dict[Power, int] = {}
        room.changed = self._wake.set

    async def run(self) -> None:
        """Let them act after every change until none has anything left to do."""
        self._wake.set()
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._round()
            except JournalFault:
                await asyncio.sleep(5)

    async def _round(self) -> None:
        """Answer and act until nobody has anything to do, then let one power at a time close the step."""
        acts = 0
        while acts < MOST_ACTS and self._room.started and not self._room.table.state.over:
            moved = 0
            for last in (False, True):
                for power in self._rotated():
                    moved += await self._think(power, last=last)
                    if last and moved:
                        break
                if moved:
                    break
            if not moved:
                return
            acts += moved

    def _rotated(self) -> list[Power]:
        """The scripted powers, the first to speak changing with the turn."""
        scripted = [p for p in self._room.powers if p in self._room.scripted()]
        start = self._room.table.state.turn % len(scripted) if scripted else 0
        return scripted[start:] + scripted[:start]

    async def _think(self, power: Power, *, last: bool) -> int:
        room = self._room
        plot = room.table.state.plot
        view = room.views[power]
        chronicle = room.table.chronicle
        if plot is None or self._seen.get((power, last)) == len(chronicle):
            return 0
        self._seen[(power, last)] = len(chronicle)
        profile = plot.profiles.get(power, NO_PROFILE)
        heard = self._heard.get(power, 0)
        self._heard[power] = len(chronicle)
        inbox = tuple(e for e in chronicle[heard:] if isinstance(e, MessageSent) and power in e.to)
        memory = room.table.state.memories.get(power, {})
        try:
            decision = await asyncio.to_thread(partial(decide_for, view, power, profile, memory, plot.seed, inbox, last=last))
            acts, kept = decision.acts, decision.memory
        except Exception:
            # A class never stops because a scripted power erred: it lets the step pass.
            log.exception("scripted power failed game=%s power=%s seed=%s", room.row.id, power, plot.seed)
            acts, kept = fallback(view, power), memory
        done = 0
        for act in acts:
            refusal = await room.do(power, act)
            if refusal is None:
                done += 1
            else:
                log.info("scripted act refused game=%s power=%s reason=%s", room.row.id, power, refusal.reason)
        if dict(kept) != dict(memory):
            await room.do(Onlooker.FACILITATOR, Remember(power=power, memory=kept))
        return done
