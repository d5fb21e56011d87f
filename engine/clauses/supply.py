"""Supply: goods or credit, so much by a date."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import date_faults, power_faults
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power, TurnId
from engine.texts.catalogue import say


class Goods(StrEnum):
    """What is delivered; each is counted in a unit of its own."""

    GRAIN = "grain"
    """In thousands of tons, as the next four."""
    COAL = "coal"
    IRON_ORE = "iron_ore"
    OIL = "oil"
    METALS = "metals"
    AIRCRAFT = "aircraft"
    """By number."""
    ARMS = "arms"
    """In millions of the supplier's currency, as the rest."""
    MACHINERY = "machinery"
    CREDIT = "credit"


BULK = frozenset({Goods.GRAIN, Goods.COAL, Goods.IRON_ORE, Goods.OIL, Goods.METALS})
TONS = 1000
"""In one unit of goods in bulk."""


@frozen(kw_only=True)
class Supply(Clause):
    """The supplier delivers so much of something to the receiver, or opens it a credit, at the latest in the turn named.

    A supplier that is not a party owes nothing until it has assented in writing (VCLT 34, 35).
    """

    tag: ClassVar[str] = "supply"
    atop: ClassVar[str | None] = None

    supplier: Power
    receiver: Power
    goods: Goods = Goods.GRAIN
    amount: int = 1
    by: TurnId

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """One delivery by its date."""
        if self.supplier not in parties:
            return ()
        return (
            Render(
                debtor=self.supplier,
                creditor=self.receiver,
                deed=Deed.SUPPLY,
                toward=self.receiver,
                matter=self.goods.value,
                amount=self.amount,
                by=self.by,
            ),
        )

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """The supplier, if it is not a party."""
        return frozenset({self.supplier}) - parties

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Supplier and receiver."""
        return frozenset({self.supplier, self.receiver})

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, a supply to oneself or of nothing, and a date that is not in the calendar or has passed."""
        faults = power_faults((self.supplier,), world) + power_faults((self.receiver,), world)
        if self.supplier == self.receiver:
            faults += (Fault(code="supplies_itself", word=self.supplier),)
        if self.amount < 1:
            faults += (Fault(code="no_amount"),)
        return faults + date_faults(self.by, world)

    def own_prose(self, voice: Voice) -> str:
        """Who delivers what to whom by when."""
        return self._said(voice, "prose")

    def own_gist(self, voice: Voice) -> str:
        """Who delivers what to whom by when, in short."""
        return self._said(voice, "gist")

    def _said(self, voice: Voice, book: str) -> str:
        return say(
            voice.lang,
            f"{book}.supply.credit" if self.goods is Goods.CREDIT else f"{book}.supply",
            supplier=voice.nouns((self.supplier,)),
            receiver=voice.nouns((self.receiver,)),
            goods=say(voice.lang, f"goods.{self.goods.value}", n=self.amount * TONS if self.goods in BULK else self.amount),
            date=voice.date(self.by),
        )
