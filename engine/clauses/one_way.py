"""What abstentions have in common that several powers owe one another, or some of them to the others alone."""

from __future__ import annotations

from attrs import frozen

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import circle, power_faults, signing_faults
from engine.clauses.mutual import Mutual, pairs
from engine.clauses.naming import any_of, none_of
from engine.names import Power
from engine.texts.catalogue import Slot, say


@frozen(kw_only=True)
class OneWay(Mutual):
    """Each of the powers named owes it to each other one, or those in `owed_by` alone to the rest."""

    owed_by: tuple[Power, ...] = ()
    """Those who alone owe it, to the other powers named, which owe nothing in return and need not sign; empty is each to each other."""

    def owing(self, parties: frozenset[Power]) -> tuple[tuple[Power, Power], ...]:
        """Each debtor with each creditor."""
        if not self.owed_by:
            return pairs(self.between, parties)
        creditors = self.others(self.between or circle((), parties))
        return tuple((debtor, creditor) for creditor in creditors for debtor in self.owed_by if debtor in parties)

    def others(self, powers: tuple[Power, ...]) -> tuple[Power, ...]:
        """Those to whom it is owed by some alone."""
        return tuple(p for p in powers if p not in self.owed_by)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those who owe it and are owed it."""
        return super().concerns(negotiators) | frozenset(self.owed_by)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a power alone; of a promise of some, debtors that do not sign and nobody to whom it is owed."""
        if not self.owed_by:
            return super().own_faults(negotiators, world)
        faults = signing_faults(self.owed_by, negotiators, world) + power_faults(self.between, world)
        return faults if self.others(self.between or negotiators) else (*faults, Fault(code="owed_to_nobody"))

    def one_way_slots(self, voice: Voice, book: str, *, in_case: bool = False) -> dict[str, Slot]:
        """`debtors`, and the `creditors` by name or as any other party; `in_case` the one of them to which something happens."""
        if named := self.others(self.between):
            return {"debtors": voice.nouns(self.owed_by), "creditors": (any_of if in_case else none_of)(voice.nouns(named))}
        key = f"{book}.another_party{'.case' if in_case else ''}{'.two' if voice.bilateral else ''}"
        return {"debtors": voice.nouns(self.owed_by), "creditors": say(voice.lang, key)}
