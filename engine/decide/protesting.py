"""Protest: the injured party names a breach, so that whoever may read the treaty knows of it and nobody can call it suffered in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.commands import PowerCommand, Protest
from engine.decide.leaving import breaches
from engine.decide.promises import breach
from engine.decide.texts import PHASES, treaty_for
from engine.domains import OneOf, Option
from engine.events import BreachProtested
from engine.names import Power
from engine.obligations import Obligation
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import Conduct, State
from engine.treaty import Treaty

VERBS: tuple[type[PowerCommand], ...] = (Protest,)


def offers(state: State, power: Power) -> Iterator[Option]:
    """A party protests against each that has broken a treaty to its injury, once for what it knows by then."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        others = tuple(p for p in sorted(treaty.parties - {power}) if treaty.in_force and grievances(state, treaty, power, p))
        if others and power in treaty.parties:
            yield Option(verb=Protest, domains={"treaty": OneOf((treaty.id,)), "against": OneOf(others)})


def grievances(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[Conduct, ...]:
    """The other's breaches to a power's injury, known to it, not made good and not yet protested against."""
    return tuple(line for line in breaches(state, treaty, power, against) if line.creditor == power and not line.protested)


def undisclosed(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[tuple[Conduct, frozenset[Power]], ...]:
    """Those of which not all know who may read the treaty, with those who do; what another text shows is left to those who know that text."""
    lines = (line for line in grievances(state, treaty, power, against) if line.regarding is None)
    return tuple(
        (line, line.known_to)
        for line in lines
        if line.known_to is not None and (treaty.known_to is None or not treaty.known_to <= line.known_to)
    )


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a power cannot protest."""
    treaty = treaty_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    if power not in treaty.parties:
        return Refusal(Reason.NOT_A_PARTY)
    suffered = any(line.creditor == power for line in breaches(state, treaty, power, command.against))
    return Refusal(Reason.ALREADY_PROTESTED if suffered else Reason.NO_BREACH)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Let all who may read the treaty know of the breach, and note the protest."""
    treaty = proceedings.state.treaties[command.treaty]
    for line, witnesses in undisclosed(proceedings.state, treaty, power, command.against):
        article = next((a for a in treaty.text.articles if a.id == line.article), None)
        if article is not None:
            breach(proceedings, Obligation(treaty=treaty.id, article=article, duty=line.duty), apart=witnesses)
    proceedings.note(BreachProtested(treaty=treaty.id, power=power, against=command.against, audience=treaty.known_to))
