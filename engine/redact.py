"""What a viewer may know of an event: all of it, or nothing."""

from __future__ import annotations

from engine.events import Event
from engine.names import Onlooker, Viewer


def redact(event: Event, viewer: Viewer) -> Event | None:
    """The event as the viewer may know it, or None.

    An event is never cut: where part of a deed is secret, `decide` makes two events with an audience each.
    """
    if viewer is Onlooker.FACILITATOR or event.audience is None:
        return event
    return event if viewer in event.audience else None
