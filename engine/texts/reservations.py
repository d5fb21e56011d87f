"""Reservations as the sentences in which they are declared."""

from __future__ import annotations

from typing import assert_never

from engine.names import Power
from engine.prose import label_of
from engine.reservations import Await, Exclude, LeaveOut, Lessen, Reservation, Spare, WaitFor
from engine.texts.catalogue import Slot, say
from engine.texts.voice import Speaker
from engine.treaty import Treaty


def reservation_words(reservation: Reservation, treaty: Treaty, reserver: Power, voice: Speaker) -> str:
    """What a power declares on signing: `Under Article 2, France owes nothing against Poland.`"""
    label = label_of(treaty, reservation.article, voice) or reservation.article
    slots: dict[str, Slot] = {"article": label, "who": voice.noun(reserver)}
    narrowing = reservation.narrowing
    match narrowing:
        case Exclude():
            return say(voice.lang, "reservation.exclude", **slots)
        case Spare():
            return say(voice.lang, "reservation.spare", powers=voice.nouns(voice.in_order(narrowing.powers)), **slots)
        case Await():
            return say(voice.lang, f"reservation.await.{narrowing.automaticity.value}", **slots)
        case Lessen():
            return say(voice.lang, f"reservation.lessen.{narrowing.extent.value}", **slots)
        case WaitFor():
            return say(voice.lang, "reservation.wait_for", power=voice.noun(narrowing.power), **slots)
        case LeaveOut():
            stakes = tuple(s for s in voice.setting.stakes if s in narrowing.stakes)
            return say(voice.lang, "reservation.leave_out", stakes=voice.stake_nouns(stakes), **slots)
        case _:
            assert_never(narrowing)
