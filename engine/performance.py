"""Performance and breach: which obligations a deed keeps, and which it breaks."""

from __future__ import annotations

from collections.abc import Iterable

from engine.clauses.organ import DECISIONS
from engine.dispute import Force
from engine.duties import ARMED, Allow, Assist, Cede, Consult, Duty, Refrain, Render, Trigger
from engine.engagements import SETTLEMENT, prohibition
from engine.happenings import Deed, Happening
from engine.names import ArticleId, Power, ResolutionId, TreatyId
from engine.notices import withheld
from engine.obligations import Obligation, is_denied, obligations, owed_by
from engine.operation import counts_before_organs
from engine.organ import Organ, created_by
from engine.precedence import comes_before
from engine.resolution import Paragraph
from engine.state import State
from engine.voting.bodies import Effect


def contravenes(duty: Refrain, deed: Happening, *, aggressor: Power | None = None) -> bool:
    """Whether a deed is one from which the duty holds its debtor back.

    `aggressor` is the power that opened the war in which the deed is done: a duty that lapses towards an aggressor does not
    stand in the way of acting against it.
    """
    if deed.by != duty.debtor or deed.deed not in duty.deeds:
        return False
    if duty.toward is not None and deed.toward != duty.toward:
        return False
    if duty.at and deed.at not in duty.at:
        return False
    if duty.means and deed.means not in duty.means:
        return False
    if duty.matter and deed.matter != duty.matter:
        return False
    if duty.aimed and duty.creditor not in deed.against:
        return False
    if duty.in_war and not deed.against:
        return False
    if duty.ceiling is not None and deed.amount <= duty.ceiling:
        return False
    if duty.unless_with and duty.unless_with <= deed.together:
        return False
    if duty.alongside and duty.alongside.isdisjoint(deed.together):
        return False
    if duty.together and not _serves_several(duty, deed.coalition - {deed.by}):
        return False
    return not (duty.unless_aggressor and aggressor == duty.creditor)


def turns_against(state: State, duty: Assist, deed: Happening, *, aggressor: Power | None = None) -> bool:
    """Whether a deed is itself the attack, whoever makes it, in which its author has promised to aid the one attacked (VCLT 26)."""
    if deed.deed is not Deed.ATTACK or (deed.by, deed.toward) != (duty.debtor, duty.creditor) or aggressor == duty.creditor:
        return False
    if duty.in_attack or duty.against or duty.together or duty.observance is not None:
        return False
    attacked = frozenset({deed.at}) if deed.at is not None else frozenset(s for s, holder in state.holders.items() if holder == deed.toward)
    return not duty.over or not duty.over.isdisjoint(attacked)


def _serves_several(duty: Refrain, coalition: frozenset[Power]) -> bool:
    """Whether two of those whom a deed serves fight together: one against whom the duty is owed, and one that is meant to be with it."""
    named = duty.alongside or (frozenset({duty.toward}) if duty.toward not in (None, duty.creditor) else frozenset())
    pairs = ((foe, other) for foe in coalition for other in coalition if foe != other)
    return any((not named or foe in named) and (not duty.together_with or other in duty.together_with) for foe, other in pairs)


def performs(duty: Duty, deed: Happening) -> bool:
    """Whether a deed is the performance that the duty calls for."""
    match duty:
        case Render():
            same = deed.by == duty.debtor and deed.deed is duty.deed and deed.matter == duty.matter
            if duty.toward is None and duty.deed in (Deed.SANCTION, Deed.CLOSE):
                whom = duty.deed is Deed.CLOSE or deed.toward != duty.creditor
            else:
                whom = deed.toward in (duty.toward, duty.creditor)
            return same and whom and deed.at == duty.at and deed.amount >= duty.amount
        case Cede():
            return (deed.by, deed.deed, deed.at, deed.toward) == (duty.debtor, Deed.TRANSFER, duty.stake, duty.creditor)
        case Consult():
            return deed.by == duty.debtor and deed.deed is Deed.CONSULT and deed.toward == duty.creditor
        case _:
            return False


def permits(duty: Allow, deed: Happening) -> bool:
    """Whether the duty makes its debtor tolerate a deed of its creditor."""
    if deed.by != duty.creditor or deed.deed is not duty.deed or duty.on_request:
        return False
    here = deed.toward == duty.debtor and (not duty.at or deed.at in duty.at)
    return here and (not duty.against or not duty.against.isdisjoint(deed.against))


def accepted(state: State, owed: Obligation) -> tuple[Obligation, ...]:
    """The promises of a debtor to carry out what an organ decides, where what it owes is such a decision.

    They are made in the article that creates the organ, or in one that accepts its decisions under a treaty that counts before it.
    """
    organ = _deciding(state, owed)
    return tuple(o for o in owed_by(state, owed.duty.debtor) if _accepts(state, o, organ)) if organ is not None else ()


def _deciding(state: State, owed: Obligation) -> Organ | None:
    """The organ whose decision a duty is: a paragraph that binds, or terms of settlement that its members have to carry out."""
    if isinstance(owed.article, Paragraph):
        standing = state.measures.get((ResolutionId(owed.treaty), owed.article.id))
        binds = standing is not None and standing.effect in (Effect.DECISION, Effect.DECLARATION)
        return state.organs.get(standing.organ) if standing is not None and binds else None
    if owed.treaty == SETTLEMENT and isinstance(owed.duty, Cede):
        for dispute in state.disputes.values():
            report = dispute.report
            if (
                report is not None
                and report.force is Force.DECIDED
                and (dispute.over, report.in_favour) == (owed.duty.stake, owed.duty.creditor)
            ):
                return state.organs.get(report.organ)
    return None


def _accepts(state: State, owed: Obligation, organ: Organ) -> bool:
    duty = owed.duty
    if not (isinstance(duty, Render) and duty.deed is Deed.COMPLY and duty.standing):
        return False
    if duty.matter == DECISIONS:
        return organ.organisation == created_by(owed.treaty, owed.article.id)
    return duty.matter in (organ.type, organ.id) and counts_before_organs(state, owed.treaty)


def refuses(state: State, duty: Allow, deed: Happening) -> bool:
    """Whether a deed refuses the passage that the duty grants now: the way is shut to its creditor."""
    if (deed.by, deed.deed, deed.toward) != (duty.debtor, Deed.CLOSE, duty.creditor):
        return False
    foes = state.at_war(duty.creditor)
    return permits(duty, Happening(deed=Deed.CROSS, by=duty.creditor, toward=duty.debtor, at=deed.at, against=foes))


def breached_by(state: State, deed: Happening, *, aggressor: Power | None = None) -> tuple[Obligation, ...]:
    """The obligations in force that a deed breaks, those to give notice of it and to carry out what an organ decides among them.

    A promise is not broken by what another duty asks that comes before it (VCLT 30; Covenant 20; Charter 103). Towards a power with
    which it is at war no power is held to a limit of its arms; one that has opened that war is the aggressor in what is then done to it.
    """
    aggressor = aggressor_in(state, deed, aggressor)
    foes = state.at_war(deed.by) if deed.deed is Deed.ARM else frozenset[Power]()
    found = tuple(
        o
        for o in obligations(state)
        if (isinstance(o.duty, Refrain) and o.duty.creditor not in foes and contravenes(o.duty, deed, aggressor=aggressor))
        or (isinstance(o.duty, Assist) and turns_against(state, o.duty, deed, aggressor=aggressor))
    )
    found = tuple(o for o in found if not _asked_first(state, o, deed, aggressor))
    found += tuple(promise for owed in found for promise in accepted(state, owed))
    found += tuple(o for o in obligations(state) if isinstance(o.duty, Allow) and refuses(state, o.duty, deed) and not is_denied(state, o))
    found += withheld(state, deed)
    barred = prohibition(state, deed, aggressor)
    return found if barred is None else (*found, Obligation(treaty=barred.source, article=barred.article, duty=barred.duty))


def is_waging(state: State, power: Power, upon: Power) -> bool:
    """Whether a power has opened war upon another, or joined those who did, and has made no peace since."""
    return (power, upon) in state.waging()


def aggressor_in(state: State, deed: Happening, aggressor: Power | None) -> Power | None:
    """Who is the aggressor in a deed: the one to which it is done, if that has opened a war upon its author, else who is said to be."""
    if aggressor in (None, deed.by) and deed.toward is not None and is_waging(state, deed.toward, deed.by):
        return deed.toward
    return aggressor


def _asked_first(state: State, promise: Obligation, deed: Happening, aggressor: Power | None) -> bool:
    """Whether a deed is the performance of a duty that comes before a promise which forbids it."""
    asked = (o for o in owed_by(state, deed.by) if o is not promise and (_aids(o.duty, deed, aggressor) or performs(o.duty, deed)))
    return any(comes_before(state, owed, promise) for owed in asked)


def _aids(duty: Duty, deed: Happening, aggressor: Power | None) -> bool:
    """Whether a deed is the aid that a duty promises, in the war that this aggressor has opened."""
    if not isinstance(duty, Assist) or not ((duty.against or deed.against) & deed.against) - duty.save:
        return False
    if duty.in_attack is not (aggressor == duty.creditor) and duty.trigger is not Trigger.ANY_WAR:
        return False
    if deed.deed is Deed.JOIN_WAR:
        return duty.extent in ARMED and duty.creditor in deed.together
    return deed.deed is Deed.AID and deed.toward == duty.creditor


def broken_by(state: State, deeds: Iterable[Happening], *, aggressor: Power | None = None) -> tuple[Obligation, ...]:
    """The obligations in force that some deeds break together, each once."""
    broken: dict[tuple[TreatyId, ArticleId, Power, Power], Obligation] = {}
    for deed in deeds:
        for owed in breached_by(state, deed, aggressor=aggressor):
            broken.setdefault((owed.treaty, owed.article.id, owed.duty.debtor, owed.duty.creditor), owed)
    return tuple(broken.values())


def performed_by(state: State, deed: Happening) -> tuple[Obligation, ...]:
    """The obligations in force that a deed keeps."""
    return tuple(o for o in obligations(state) if performs(o.duty, deed))


def permitted_by(state: State, deed: Happening) -> tuple[Obligation, ...]:
    """The obligations in force under which the power to which a deed is done must tolerate it, and does."""
    rights = (o for o in obligations(state) if isinstance(o.duty, Allow) and permits(o.duty, deed))
    return tuple(o for o in rights if not is_denied(state, o))
