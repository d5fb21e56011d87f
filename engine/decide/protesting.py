"""Protest: a party names a breach to its injury, so that whoever may read the treaty knows of it and nobody can call it suffered in silence;
under a declaration of principles, a breach to another's too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.clauses.faults import circle
from engine.clauses.principle import HelsinkiPrinciple, Principle
from engine.commands import PowerCommand, Protest
from engine.decide.promises import breach
from engine.decide.texts import PHASES, treaty_for
from engine.domains import OneOf, Option
from engine.events import BreachProtested
from engine.guarantees import is_called_over
from engine.names import Power
from engine.obligations import Obligation, unmended
from engine.operation import applies
from engine.proceedings import Proceedings
from engine.record import Conduct, Defeat
from engine.refusal import Reason, Refusal
from engine.signatories import defeats
from engine.state import State
from engine.treaty import Article, Treaty

VERBS: tuple[type[PowerCommand], ...] = (Protest,)


def offers(state: State, power: Power) -> Iterator[Option]:
    """A power protests against each that has broken a treaty to its injury, be it a party or one to which the treaty gives a right (VCLT 36),
    or what it has declared or guaranteed, and against a signatory that defeats the object of a treaty; once for what it knows by then."""
    if state.phase not in PHASES:
        return
    for treaty in state.treaties_known_to(power).values():
        called_against = frozenset(appeal.against for appeal in state.appeals if appeal.guarantee == treaty.id)
        defeating = frozenset(one.duty.debtor for one in state.defeats if one.treaty == treaty.id)
        against = sorted((treaty.parties | treaty.assents | called_against | defeating) - {power})
        others = tuple(p for p in against if _may_protest(state, treaty, power, p))
        if others:
            yield Option(verb=Protest, domains={"treaty": OneOf((treaty.id,)), "against": OneOf(others)})


def _may_protest(state: State, treaty: Treaty, power: Power, against: Power) -> bool:
    return bool((treaty.in_force and grievances(state, treaty, power, against)) or unnamed(state, treaty, power, against))


def grievances(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[Conduct, ...]:
    """What a power may name under a treaty of the other's breaches, and has not named yet: what is `nameable`."""
    return tuple(line for line in nameable(state, treaty, power, against) if (treaty.id, power) not in line.protests)


def unnamed(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[Defeat, ...]:
    """By what the other has defeated the object of a treaty that it has signed, to a power's injury, where the power has not protested yet."""
    return tuple(one for one in defeats(state, treaty, power, against) if power not in one.protests)


def nameable(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[Conduct, ...]:
    """The other's breaches, known to a power and not made good, that it may name under a treaty.

    Those to its own injury; of a principle declared, those to the injury of anybody who has declared it; where good faith is among
    the principles, those of any other obligation among its parties that are known to those who may read the declaration, and to no others;
    as a guarantor, those over which it has been called.
    """
    lines = unmended(state, power, against)
    return tuple(
        line
        for line in lines
        if (line.treaty == treaty.id and line.creditor == power)
        or is_called_over(state, treaty.id, line, power)
        or any(_declared(state, treaty, article, line, power) for article in treaty.text.articles)
    )


def _declared(state: State, treaty: Treaty, article: Article, line: Conduct, power: Power) -> bool:
    """Whether a breach is against what an article declares between its debtor, its creditor and a power that names it."""
    clause = article.clause
    if not isinstance(clause, Principle) or not applies(state, treaty, article):
        return False
    if not {power, line.debtor, line.creditor} <= set(circle(clause.between, treaty.bound_by(article))):
        return False
    if line.treaty == treaty.id:
        return line.article == article.id
    since = state.bound_since(treaty, line.debtor)
    seen = line.known_to == treaty.known_to
    return HelsinkiPrinciple.GOOD_FAITH in clause.principles and seen and (since is None or since <= line.turn)


def undisclosed(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[tuple[Conduct, frozenset[Power]], ...]:
    """Those of which not all know who may read the treaty, with those who do; what another text shows is left to those who know that text."""
    injuries = (line for line in grievances(state, treaty, power, against) if (line.treaty, line.creditor) == (treaty.id, power))
    lines = (line for line in injuries if line.regarding is None)
    return tuple(
        (line, line.known_to)
        for line in lines
        if line.known_to is not None and (treaty.known_to is None or not treaty.known_to <= line.known_to)
    )


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a power cannot protest."""
    known = state.treaties_known_to(power).get(command.treaty)
    if known is not None and state.phase in PHASES and defeats(state, known, power, command.against):
        return Refusal(Reason.ALREADY_PROTESTED)
    treaty = treaty_for(state, power, command.treaty)
    if isinstance(treaty, Refusal):
        return treaty
    if nameable(state, treaty, power, command.against):
        return Refusal(Reason.ALREADY_PROTESTED)
    return Refusal(Reason.NO_BREACH if power in treaty.parties else Reason.NOT_A_PARTY)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Let all who may read the treaty know of the breach, and note the protest."""
    treaty = proceedings.state.treaties[command.treaty]
    for line, witnesses in undisclosed(proceedings.state, treaty, power, command.against):
        article = next((a for a in treaty.text.articles if a.id == line.article), None)
        if article is not None:
            breach(proceedings, Obligation(treaty=treaty.id, article=article, duty=line.duty), apart=witnesses)
    meanwhile = not (treaty.in_force and grievances(proceedings.state, treaty, power, command.against))
    proceedings.note(BreachProtested(treaty=treaty.id, power=power, against=command.against, meanwhile=meanwhile, audience=treaty.known_to))
