"""Entry into force: what a treaty waits for, and among whom it binds when that is given (VCLT 24)."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve as with_
from attrs import frozen

from engine.names import EVERYBODY, Power, TreatyId, TurnId
from engine.state import State, changed
from engine.treaty import Provisions, Stage, Treaty


class Requisite(StrEnum):
    """What the final provisions may ask for; each has its words in `engine.texts`."""

    ALL = "all"
    """Every signatory."""
    NAMED = "named"
    NUMBER = "number"
    DATE = "date"
    TREATY = "treaty"
    """Another treaty in force, and known to all who will know this one."""
    PARENT = "parent"
    """The treaty to which this one is annexed."""
    PARTIES = "parties"
    """That two of those that have consented are parties to the treaty of which it forms an integral part."""
    TERM = "term"
    """That its own term is not over yet."""
    RELATIONS = "relations"
    """Treaty relations between two of those that have consented, refused over a reservation (VCLT 20(4)(b))."""


@frozen(kw_only=True)
class Requirement:
    """One thing that a treaty waits for, and whether it is given."""

    requisite: Requisite
    met: bool
    powers: tuple[Power, ...] = ()
    """Those whose consent to be bound is still wanting; or whose being parties to the treaty of which this one forms a part."""
    wanting: int = 0
    """How many more, whoever they are."""
    turn: TurnId | None = None
    treaty: TreatyId | None = None


@frozen(kw_only=True)
class Entry:
    """What is met and what is missing before a treaty binds, and whom it would bind."""

    treaty: TreatyId
    bound: tuple[Power, ...]
    """Those that have expressed their consent to be bound and are in treaty relations with another, in alphabetical order: the parties once
    it is in force. An integral part of another treaty binds its parties alone."""
    requirements: tuple[Requirement, ...]
    to_ratify: tuple[Power, ...] = ()
    """Signatories that have yet to ratify: until they make their intention clear they may not defeat its object (VCLT 18)."""
    to_confirm: tuple[Power, ...] = ()
    """Those that have signed *ad referendum* only (VCLT 12(2)(b))."""

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return all(requirement.met for requirement in self.requirements)

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """What is not given yet."""
        return tuple(requirement for requirement in self.requirements if not requirement.met)


def entry(state: State, treaty: Treaty, bound: frozenset[Power] | None = None) -> Entry:
    """What a treaty waits for now, or would if the powers named had consented to be bound, and nobody else (VCLT 24)."""
    consenting = frozenset(p for p in treaty.signatures if treaty.consented(p)) if bound is None else bound
    # Of a text that is still negotiated, those of its latest version.
    provisions = treaty.provisions_of(treaty.text)
    found: list[Requirement] = []
    named = provisions.needed or (() if provisions.at_least is not None else provisions.signatories)
    if named:
        requisite = Requisite.NAMED if provisions.needed else Requisite.ALL
        awaited = tuple(p for p in named if p not in consenting)
        found.append(Requirement(requisite=requisite, met=not awaited, powers=awaited))
    # Whoever is named: a treaty binds two at the least.
    number = max(provisions.at_least or 0, 2)
    if provisions.at_least is not None or len(named) < number:
        wanting = max(number - len(consenting), 0)
        found.append(Requirement(requisite=Requisite.NUMBER, met=not wanting, wanting=wanting))
    able = bindable(state, treaty, consenting)
    related = in_relations(treaty, able)
    if len(consenting) >= number and len(able) > 1 and not related:
        found.append(Requirement(requisite=Requisite.RELATIONS, met=False))
    if is_past_its_term(state, provisions):
        found.append(Requirement(requisite=Requisite.TERM, met=False, turn=provisions.expires))
    if provisions.in_force_from is not None:
        begins = state.turn_order(provisions.in_force_from)
        found.append(Requirement(requisite=Requisite.DATE, met=begins is not None and begins <= state.turn, turn=provisions.in_force_from))
    if provisions.only_after is not None:
        found.append(_other(state, treaty, provisions.only_after, Requisite.TREATY))
    if provisions.annexed_to is not None and not provisions.severable:
        found.append(_other(state, treaty, provisions.annexed_to, Requisite.PARENT))
        if outside := tuple(sorted(consenting - able)):
            met = len(able) > 1
            found.append(Requirement(requisite=Requisite.PARTIES, met=met, powers=outside, treaty=provisions.annexed_to))
    return Entry(
        treaty=treaty.id,
        bound=tuple(sorted(related if len(able) > 1 else able)),
        requirements=tuple(found),
        to_ratify=tuple(p for p in sorted(treaty.signed) if provisions.ratification and p not in treaty.ratified),
        to_confirm=tuple(sorted(treaty.unconfirmed)),
    )


def in_force_if(state: State, treaty: Treaty, consenting: frozenset[Power]) -> tuple[Entry, ...]:
    """What the treaty would wait for, and whom it would bind, if these powers consented to be bound and no others did.

    If it would then be in force, the other treaties that wait for it follow, each as it stands: in force in its turn, or what it
    still waits for.
    """
    found = [entry(state, treaty, consenting)]
    reached, supposed = [treaty] if found[0].met else [], state
    for entered in reached:
        bound = frozenset(next(one for one in found if one.treaty == entered.id).bound)
        readers = entered.known_to if entered.provisions.secret else EVERYBODY
        in_force = with_(entered, stage=Stage.IN_FORCE, parties=bound, known_to=readers)
        supposed = changed(supposed, treaties={**supposed.treaties, entered.id: in_force})
        for waiting in tuple(supposed.treaties.values()):
            hangs = entered.id in (waiting.provisions.only_after, waiting.provisions.annexed_to)
            if hangs and waiting.stage is Stage.ADOPTED and all(one.treaty != waiting.id for one in found):
                found.append(entry(supposed, waiting))
                if found[-1].met:
                    reached.append(waiting)
    return tuple(found)


def bindable(state: State, treaty: Treaty, consenting: frozenset[Power]) -> frozenset[Power]:
    """Those whom the treaty can bind: of an annex that is not severable, the parties to the treaty of which it forms an integral part,
    once that one is in force and known to all who will know the annex."""
    provisions = treaty.provisions_of(treaty.text)
    if provisions.annexed_to is None or provisions.severable:
        return consenting
    whole = state.treaties.get(provisions.annexed_to)
    known = _other(state, treaty, provisions.annexed_to, Requisite.PARENT).met
    return consenting & whole.parties if whole is not None and known else consenting


def in_relations(treaty: Treaty, consenting: frozenset[Power]) -> frozenset[Power]:
    """Those between whom it can operate: not one whose reservation all the others have answered by refusing treaty relations."""
    return frozenset(p for p in consenting if any(treaty.related(p, other) for other in consenting - {p}))


def is_past_its_term(state: State, provisions: Provisions) -> bool:
    """Whether the date until which a text was to be in force is over: it can bind nobody any more."""
    ends = state.turn_order(provisions.expires) if provisions.expires is not None else None
    return ends is not None and ends < state.turn


def _other(state: State, treaty: Treaty, ident: TreatyId, requisite: Requisite) -> Requirement:
    """Whether another treaty is in force, and known to all who will know this one: else its entry would betray the other."""
    other = state.treaties.get(ident)
    readers = treaty.known_to if treaty.provisions.secret else None
    known = other is not None and (other.known_to is None or (readers is not None and readers <= other.known_to))
    return Requirement(requisite=requisite, met=other is not None and other.in_force and known, treaty=ident)
