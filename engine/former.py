"""Events as an earlier version wrote them, in today's form: one for one, so that a journal keeps its positions.

A conference used to vote outside the sittings of organs; of its votes what they led to is kept, and their verdicts.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Plain: TypeAlias = dict[str, Any]
BY_ALL = {"name": "agreement_of_all", "requirements": [{"threshold": {"kind": "agreement"}, "basis": "members"}]}


class Rewriting:
    """One journal from its first event, whose later events are understood by its earlier ones."""

    def __init__(self) -> None:
        self._motions: dict[str, Plain] = {}

    def today(self, event: Plain) -> Plain:
        """The next event in today's form."""
        form = getattr(self, f"_{event['kind']}", None)
        if form is None:
            return event
        written: Plain = form(event)
        return {**written, "audience": event["audience"]} if "audience" in event else written

    def _conference_convened(self, event: Plain) -> Plain:
        held = event["conference"]
        ident, title, host = held["id"], held["title"], held["host"]
        matter = {
            "id": ident,
            "organ": ident,
            "title": title,
            "by": host,
            "article": "any_matter",
            "turn": held["turn"],
            "stage": "inscribed",
        }
        organ = {
            "id": ident,
            "name": title,
            "type": "conference",
            "organisation": ident,
            "seats": {host: {"by": "ordinary"}},
            "order": [host],
            "presidency": "fixed",
            "hospitality": "as_member",
            "rules": {"substantive": BY_ALL},
            "agenda": {ident: matter},
            "call": {"host": host, "turn": held["turn"], "invited": held["invited"]},
        }
        return {"kind": "organ_established", "organ": organ}

    def _question_put(self, event: Plain) -> Plain:
        ident, motion = event["conference"], {key: event["motion"][key] for key in ("treaty", "version", "by")}
        self._motions[ident] = motion
        return {"kind": "text_put", "conference": ident, "item": ident, "motion": motion}

    def _vote_cast(self, event: Plain) -> Plain:
        return {"kind": "ballot_given", "organ": event["conference"], "power": event["power"]}

    def _ballot_sealed(self, event: Plain) -> Plain:
        return {"kind": "ballot_entered", "organ": event["conference"], "power": event["power"], "ballot": event["ballot"]}

    def _question_decided(self, event: Plain) -> Plain:
        ident = event["conference"]
        motion = self._motions[ident]
        poll = {"subject": "text", "matter": "substantive", "item": ident, "by": motion["by"], "motion": motion}
        return {"kind": "poll_decided", "organ": ident, "poll": poll, "verdict": event["verdict"]}
