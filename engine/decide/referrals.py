"""What is brought before an organ out of a dispute or a war: the Assembly in the Council's place, and the report on self-defence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve as with_

from engine.commands import PowerCommand
from engine.decide.promises import answer_for
from engine.decide.resolutions import close_draft
from engine.dispute_commands import ReferToAssembly, ReportDefence
from engine.domains import OneOf, Option
from engine.duties import Render
from engine.engagements import CHARTER, SELF_DEFENCE
from engine.events import DefenceReported, ItemInscribed, ItemRaised, ItemStruck, Phase, Struck
from engine.falling_due import awaited
from engine.happenings import Deed, Happening
from engine.names import EVERYBODY, OrganId, Power
from engine.organ import Item, ItemStage, Organ
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.resolution import Outcome
from engine.roll import tabled
from engine.state import State
from engine.statutes import article_of

VERBS: tuple[type[PowerCommand], ...] = (ReferToAssembly, ReportDefence)

DAYS_TO_REFER = 14
"""Covenant 15(9)."""


def offers(state: State, power: Power) -> Iterator[Option]:
    """What a party may bring before the Assembly, and a defender must before the Council, in the talks."""
    if state.phase is not Phase.TALKS:
        return
    for item, assembly in _referable(state, power):
        yield Option(verb=ReferToAssembly, domains={"item": OneOf((item.id,)), "organ": OneOf((assembly.id,))})
    for organ, attacker in _unreported(state, power):
        yield Option(verb=ReportDefence, asked=True, domains={"organ": OneOf((organ,)), "against": OneOf((attacker,))})


def _referable(state: State, power: Power) -> Iterator[tuple[Item, Organ]]:
    for organ in state.organs.values():
        if not organ.type.startswith("league_council"):
            continue
        assembly = next((o for o in state.organs.values() if o.type == "league_assembly" and o.organisation == organ.organisation), None)
        for item in organ.agenda.values():
            article = article_of(organ, item.article)
            if (
                assembly is not None
                and item.id not in assembly.agenda
                and power in item.parties
                and item.stage in (ItemStage.RAISED, ItemStage.INSCRIBED)
                and article is not None
                and article.chapter == "15"
                and state.days_since(item.turn) <= DAYS_TO_REFER
            ):
                yield item, assembly


def _unreported(state: State, power: Power) -> Iterator[tuple[OrganId, Power]]:
    """The attackers against whom a power defends itself without having reported it, with the Council to which it is due."""
    council = next((o.id for o in state.organs.values() if o.type.startswith("security_council")), None)
    if council is not None:
        for owed in awaited(state, power):
            if owed.treaty == CHARTER and isinstance(owed.duty, Render) and owed.duty.matter == SELF_DEFENCE:
                yield council, owed.duty.creditor


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the organ does not take it."""
    if state.phase is not Phase.TALKS:
        return Refusal(Reason.WRONG_PHASE)
    if isinstance(command, ReferToAssembly):
        known = any(command.item in organ.agenda for organ in state.organs.values())
        return Refusal(Reason.CANNOT_REFER if known else Reason.UNKNOWN_ITEM)
    return Refusal(Reason.UNKNOWN_ORGAN if command.organ not in state.organs else Reason.NO_DEFENCE)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Enter it."""
    if isinstance(command, ReferToAssembly):
        _refer(proceedings, power, command)
    else:
        _report_defence(proceedings, power, command)


def _refer(proceedings: Proceedings, power: Power, command: ReferToAssembly) -> None:
    """The Assembly takes the matter up, and the Council has done with it (Covenant 15(9)-(10))."""
    item, assembly = next(pair for pair in _referable(proceedings.state, power) if pair[0].id == command.item)
    for draft in tabled(proceedings.state, item):
        close_draft(proceedings, draft.id, Outcome.LAPSED)
    handed = with_(item, organ=assembly.id, stage=ItemStage.RAISED, contested_by=frozenset(), sat=None, turn=proceedings.state.turn)
    proceedings.note(
        ItemStruck(organ=item.organ, item=item.id, why=Struck.REFERRED, audience=EVERYBODY),
        ItemRaised(item=handed, audience=EVERYBODY),
        ItemInscribed(organ=assembly.id, item=item.id, audience=EVERYBODY),
    )


def _report_defence(proceedings: Proceedings, power: Power, command: ReportDefence) -> None:
    proceedings.note(DefenceReported(organ=command.organ, power=power, against=command.against, audience=EVERYBODY))
    report = Happening(deed=Deed.NOTIFY, by=power, toward=command.against, matter=SELF_DEFENCE)
    answer_for(proceedings, (report,))
