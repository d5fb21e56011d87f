"""Settlement of disputes: by what peaceful procedures, in what order, the parties settle what divides them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle, circle_faults
from engine.clauses.naming import parties_in_short, parties_named
from engine.clauses.non_aggression import FORCE
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say


class Procedure(StrEnum):
    """A peaceful procedure (Charter 33(1))."""

    NEGOTIATION = "negotiation"
    ENQUIRY = "enquiry"
    MEDIATION = "mediation"
    CONCILIATION = "conciliation"
    ARBITRATION = "arbitration"
    COURT = "court"


@frozen(kw_only=True)
class SubmitDisputes(Clause):
    """The powers named submit their disputes to each procedure in turn until one settles them; none named means all the parties.

    As in the arbitration conventions of Locarno (16 October 1925). `only_rights` leaves out disputes that are not about rights;
    `only_peaceful` forswears every other way (Paris, 27 August 1928, article 2).
    """

    tag: ClassVar[str] = "settlement"
    atop: ClassVar[str | None] = None

    between: tuple[Power, ...] = ()
    procedures: tuple[Procedure, ...] = (Procedure.CONCILIATION, Procedure.ARBITRATION)
    only_rights: bool = False
    only_peaceful: bool = False

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each submits to each procedure what divides it from each other one, and forswears force where the text does."""
        members = circle(self.between, parties)
        found: list[Duty] = []
        for debtor in members:
            for creditor in members:
                if debtor != creditor:
                    found += (
                        Render(debtor=debtor, creditor=creditor, deed=Deed.SUBMIT, toward=creditor, matter=p.value, standing=True)
                        for p in self.procedures
                    )
                    if self.only_peaceful:
                        deeds = FORCE | {Deed.THREATEN}
                        found.append(Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=deeds, unless_aggressor=True))
        return tuple(found)

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """Those whose disputes they are."""
        return frozenset(self.between or negotiators)

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, outsiders, a power alone, and no procedure or one twice."""
        faults = circle_faults(self.between, negotiators, world)
        if not self.procedures:
            faults += (Fault(code="no_procedure"),)
        if len(set(self.procedures)) < len(self.procedures):
            faults += (Fault(code="procedure_twice"),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Which disputes go where, and where next."""
        lang = voice.lang
        procedures = _in_turn(tuple(say(lang, f"prose.settlement.{p.value}") for p in self.procedures), voice)
        key = "prose.settlement.rights" if self.only_rights else "prose.settlement"
        sentence = say(lang, key, parties=parties_named(voice, self.between), procedures=procedures)
        return f"{sentence} {say(lang, 'prose.settlement.only_peaceful')}" if self.only_peaceful else sentence

    def own_gist(self, voice: Voice) -> str:
        """Who takes what where."""
        lang = voice.lang
        then = say(lang, "gist.settlement.then")
        return say(
            lang,
            "gist.settlement.rights" if self.only_rights else "gist.settlement",
            parties=parties_in_short(voice, self.between),
            procedures=then.join(say(lang, f"gist.settlement.{p.value}") for p in self.procedures),
            only=say(lang, "gist.settlement.only_peaceful") if self.only_peaceful else "",
        )


def _in_turn(procedures: tuple[str, ...], voice: Voice) -> str:
    """`to A, then, failing a settlement, to B, next to C and, in the last resort, to D`."""
    places = len(procedures) - 1
    said = ""
    for place, procedure in enumerate(procedures):
        if place:
            order = "then" if place == 1 else "last" if place == places else "next"
            said += say(voice.lang, f"prose.settlement.{order}")
        said += procedure
    return said
