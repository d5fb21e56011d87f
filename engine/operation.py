"""What operates: which treaties and articles bind now, with what they hang on and what they are an integral part of."""

from __future__ import annotations

from engine.names import TreatyId
from engine.state import State
from engine.treaty import Article, Treaty


def operative(state: State, treaty: Treaty) -> bool:
    """Whether a treaty binds now: in force, as is whatever it hangs on, and what it is an integral part of.

    It binds nobody while somebody who knows it does not know that other one: what a power owes would betray a secret to it; nor,
    where the law asks for registration in the strict sense, until it is registered (Covenant 18).
    """
    return (
        _binds(state, treaty)
        and _stands(state, treaty, treaty.provisions.only_while)
        and all(_binds(state, whole) and _stands(state, whole, whole.provisions.only_while) for whole in integral_to(state, treaty))
    )


def _binds(state: State, treaty: Treaty) -> bool:
    law = state.setting.law
    return treaty.in_force and (not law.registration or law.unregistered_binds or treaty.is_registered)


def _stands(state: State, treaty: Treaty, on: TreatyId | None) -> bool:
    """Whether what a treaty or an article hangs on binds, with what that one hangs on in turn, and all who know the treaty know of these.

    Those that hang on one another stand and fall together.
    """
    if on is None:
        return True
    met: set[TreatyId] = set()
    while on is not None and on not in met:
        met.add(on)
        other = state.treaties.get(on)
        if other is None or not _binds(state, other) or not known_to_the_same(other, treaty):
            return False
        on = other.provisions.only_while
    return True


def integral_to(state: State, treaty: Treaty) -> tuple[Treaty, ...]:
    """The treaties of which an annex that is not severable forms an integral part, the nearest first, as far as all its readers know them."""
    if treaty.provisions.annexed_to is None:
        return ()
    found: dict[TreatyId, Treaty] = {}
    part = treaty
    while part.provisions.annexed_to is not None and not part.provisions.severable:
        whole = state.treaties.get(part.provisions.annexed_to)
        if whole is None or whole.id in found or not known_to_the_same(whole, treaty):
            break
        found[whole.id] = part = whole
    return tuple(found.values())


def known_to_the_same(other: Treaty, treaty: Treaty) -> bool:
    """Whether all who know the treaty know the other one."""
    if other.known_to is None:
        return True
    return treaty.known_to is not None and treaty.known_to <= other.known_to


def counts_before_organs(state: State, ident: TreatyId) -> bool:
    """Whether a treaty may be invoked before an organ: where the law asks it, only once it is registered (Covenant 18; Charter 102).

    Between its parties it binds all the same, unless the law reads Covenant 18 as saying that it does not (`operative`).
    """
    treaty = state.treaties.get(ident)
    return treaty is None or not state.setting.law.registration or treaty.is_registered


def begins(state: State, article: Article) -> int:
    """The turn from which an article binds, once its treaty does; the first where it names none."""
    first = article.clause.from_turn
    return 0 if first is None else state.turn_order(first) or 0


def applies(state: State, treaty: Treaty, article: Article) -> bool:
    """Whether an article of an operative treaty binds now: its dates, and the treaty on which it alone hangs."""
    clause = article.clause
    if clause.from_turn is None and clause.until is None and clause.only_while is None:
        return True
    first = begins(state, article)
    ends = None if clause.until is None else state.turn_order(clause.until)
    return first <= max(state.turn, 0) and (ends is None or state.turn <= ends) and _stands(state, treaty, clause.only_while)
