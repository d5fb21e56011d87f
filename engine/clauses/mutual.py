"""What articles have in common by which several powers owe one another the same."""

from __future__ import annotations

from itertools import permutations

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults
from engine.names import Power
from engine.texts.catalogue import say


@frozen(kw_only=True)
class Mutual(Clause):
    """Each of the powers named owes the same to each other one."""

    between: tuple[Power, ...] = ()
    """The powers among which the article holds; empty is all the parties."""

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who are bound by it."""
        return frozenset(self.between or negotiators)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, and a power alone."""
        return circle_faults(self.between, negotiators, world)


def pairs(between: tuple[Power, ...], parties: frozenset[Power]) -> tuple[tuple[Power, Power], ...]:
    """Each debtor with each creditor among the powers for which an article holds."""
    return tuple((debtor, creditor) for creditor, debtor in permutations(circle(between, parties), 2))


def pairs_from(debtors: tuple[Power, ...], parties: frozenset[Power]) -> tuple[tuple[Power, Power], ...]:
    """Each of the debtors that is bound, or every party if none is named, with each other party as creditor."""
    return tuple((debtor, creditor) for debtor in circle(debtors, parties) for creditor in sorted(parties) if debtor != creditor)


def parties_words(between: tuple[Power, ...], voice: Voice) -> str:
    """`France and Italy`, or `the High Contracting Parties` where nobody is named."""
    return voice.names(between) or say(voice.lang, "prose.parties")


def of_parties_words(between: tuple[Power, ...], voice: Voice) -> str:
    """`of France and Italy`, or `of the High Contracting Parties`."""
    return voice.of_all(between) if between else say(voice.lang, "prose.of_parties")


def towards_aggressor(between: tuple[Power, ...], voice: Voice, *, even: bool = False) -> str:
    """That an undertaking lapses towards a power that has itself gone to war, or holds even then."""
    key = "prose.even_if_aggressor" if even else "prose.unless_aggressor"
    return say(voice.lang, f"{key}.named" if between else key)


def one_of_them(between: tuple[Power, ...], voice: Voice, book: str = "prose") -> str:
    """`one of them`; in French `l'une d'elles` of the Parties, `l'une de ces Puissances` of powers by name."""
    return say(voice.lang, f"{book}.one_of_these" if between else "prose.one_of_them")


def parties_in_short(between: tuple[Power, ...], voice: Voice) -> str:
    """`France and Italy`, or `the parties`."""
    return voice.names(between) or say(voice.lang, "gist.parties")
