"""The author's rules for a power, as commands that are open to it now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from engine.commands import (
    Assent,
    Choose,
    Convene,
    Initial,
    IssueUltimatum,
    PowerCommand,
    PutToVote,
    Send,
    Sign,
    Table,
)
from engine.conditions import holds
from engine.messages import Phrase
from engine.names import ConferenceId, Power
from engine.orders import Order
from engine.profile import (
    Assents,
    Chooses,
    Convenes,
    Deed,
    Demands,
    Orders,
    Profile,
    PutsToVote,
    Rule,
    Says,
    Signs,
    Stands,
    Tables,
    Votes,
)
from engine.state import State


def live(view: State, profile: Profile) -> Iterator[tuple[str, Rule]]:
    """The rules whose condition holds now, the most urgent first."""
    ranked = sorted(profile.script.items(), key=lambda item: (-item[1].priority, item[0]))
    return ((name, rule) for name, rule in ranked if holds(view, rule.when))


def commands(view: State, power: Power, deed: Deed) -> tuple[PowerCommand, ...]:
    """What a deed comes to now; nothing if it is answered elsewhere (votes, stances, orders)."""
    match deed:
        case Tables():
            treaty = view.treaties.get(deed.treaty)
            others = frozenset(treaty.provisions.signatories) - {power} if treaty is not None else frozenset()
            return (Table(treaty=deed.treaty, to=others),)
        case Signs():
            treaty = view.treaties.get(deed.treaty)
            latest = len(treaty.versions) if treaty is not None else 1
            return (Sign(treaty=deed.treaty), Initial(treaty=deed.treaty, version=latest))
        case Assents():
            return (Assent(treaty=deed.treaty),)
        case Convenes():
            ident = ConferenceId(f"{power}.{deed.conference}")
            return (Convene(conference=ident, title=deed.title, invited=frozenset(deed.invited)),)
        case PutsToVote():
            treaty = view.treaties.get(deed.treaty)
            latest = len(treaty.versions) if treaty is not None else 1
            named = [c for c in view.conferences if c.endswith(f".{deed.conference}")]
            return tuple(PutToVote(conference=c, treaty=deed.treaty, version=latest) for c in named)
        case Demands():
            expires = view.turn_order(deed.expires)
            return (IssueUltimatum(target=deed.target, demand=deed.demand, expires=view.turn if expires is None else expires),)
        case Chooses():
            return (Choose(event=deed.event, choice=deed.choice),)
        case Says():
            return (Send(to=frozenset(deed.to), phrase=Phrase(code="statement", words=deed.text)),)
        case Orders() | Votes() | Stands():
            return ()
        case _:
            assert_never(deed)


def scripted_orders(view: State, profile: Profile) -> tuple[Order, ...]:
    """The orders that the rules want this turn."""
    return tuple(deed.order for _, rule in live(view, profile) for deed in rule.then if isinstance(deed, Orders))
