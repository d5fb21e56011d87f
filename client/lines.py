"""The lines of a list of acts: one for each, and one for all the articles on which the same organ may be seized."""

from __future__ import annotations

from collections.abc import Sequence

from client.labels import Labels
from engine.council_commands import Seize
from engine.domains import Option


def alike(options: Sequence[Option]) -> tuple[tuple[Option, ...], ...]:
    """The options in their order, with those together that seize the same organ."""
    groups: dict[tuple[object, ...], list[Option]] = {}
    for place, option in enumerate(options):
        groups.setdefault((Seize, option.only("organ")) if option.verb is Seize else (place,), []).append(option)
    return tuple(map(tuple, groups.values()))


def line_of(group: tuple[Option, ...], labels: Labels) -> str:
    """What stands for a group in a list."""
    if len(group) == 1:
        return labels.option(group[0])
    return labels.words("verb.seize.some", organ=labels.before_organs("organ", group[0].only("organ")))
