"""What may stand in a draft before an organ, and a few texts that may: questions to the state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.clauses.base import Fault
from engine.measures import (
    Admission,
    AnyMeasure,
    Authorisation,
    Committee,
    Condemnation,
    Demand,
    Determination,
    Election,
    Expulsion,
    Lifting,
    Note,
    Nullity,
    Observers,
    Referral,
    Sanctions,
    Terms,
)
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import UNDETERMINED, OrganId, Power, StakeId, TreatyId, paragraph_id
from engine.orders import Sanction
from engine.organ import Organ
from engine.resolution import Amendment, Change, Paragraph, PutParagraph, Resolution, StrikeParagraph, changed_by
from engine.roll import Floor, members_of
from engine.setting import Coercion
from engine.state import State
from engine.statutes import admits, article_of, articles_of

MOST_PARAGRAPHS = 20


def fault_of_draft(state: State, organ: Organ, ident: Any, paragraphs: tuple[Any, ...]) -> Fault | None:
    """The first fault that keeps these paragraphs from making a draft before this organ on this article."""
    article = article_of(organ, ident)
    if article is None:
        return Fault(code="no_basis", word=str(ident)[:60])
    if not paragraphs:
        return Fault(code="no_paragraphs")
    if len(paragraphs) > MOST_PARAGRAPHS:
        return Fault(code="too_many_paragraphs", word=str(MOST_PARAGRAPHS))
    names = [p.id for p in paragraphs if isinstance(p, Paragraph)]
    for name in names:
        if names.count(name) > 1:
            return Fault(code="paragraph_twice", word=name)
        if not (name.isascii() and name.replace("_", "").isalnum() and len(name) <= 60):
            return Fault(code="article_name", word=name[:60])
    for paragraph in paragraphs:
        if not admits(organ, article, paragraph.measure.tag):
            return Fault(code="beyond_competence")
        if isinstance(paragraph.measure, Observers) and not _is_within_reach(state, organ, paragraph.measure.stake):
            return Fault(code="observers_outside")
        if isinstance(paragraph.measure, Admission) and organ.organisation not in state.memberships:
            return Fault(code="no_membership")
    floor = Floor(state, organ)
    for paragraph in paragraphs:
        faults: tuple[Fault, ...] = paragraph.measure.faults(floor, state)
        if faults:
            return faults[0]
        if isinstance(paragraph.measure, Nullity) and not _may_judge(state, organ, paragraph.measure):
            return Fault(code="treaty_of_others")
    if any(p.measure.coercive for p in paragraphs):
        if not article.coercive:
            return Fault(code="may_not_coerce")
        # Charter 39, Covenant 16(1): a measure of coercion answers to something that has been found.
        if (
            article.upon_finding
            and not any(p.measure.finds() for p in paragraphs)
            and not any(m.ended is None and m.measure.finds() and _in_common(state, organ, m.organ) for m in state.measures.values())
        ):
            return Fault(code="nothing_determined")
    return None


def _is_within_reach(state: State, organ: Organ, stake: StakeId) -> bool:
    """Whether an organ may place observers at a stake: one that powers have made among themselves only with its members."""
    holder = state.holder(stake)
    return holder is None or organ.organisation in state.setting.councils or holder in (members_of(state, organ) or organ.seats)


def _may_judge(state: State, organ: Organ, measure: Nullity) -> bool:
    """Whether an organ may find a consent void: one that powers have made among themselves only where all concerned are its members (VCLT 34)."""
    concerned = state.treaties[measure.treaty].parties | {measure.power}
    return organ.organisation in state.setting.councils or concerned <= members_of(state, organ)


def coerced_consents(state: State) -> Iterator[tuple[TreatyId, Power]]:
    """The public treaties in force with those whose consent a party coerced, where the law of the time asks after that."""
    for ident, treaty in sorted(state.treaties.items()):
        if treaty.in_force and treaty.known_to is None and state.setting.law.coercion is not Coercion.VALID:
            yield from ((ident, p) for p in sorted(treaty.parties | treaty.assents) if treaty.coercers(p) & treaty.parties)


def _in_common(state: State, organ: Organ, other: OrganId) -> bool:
    """Whether another organ speaks for the same organisation: on the Council's finding the Co-ordination Committee acts."""
    return other in state.organs and state.organs[other].organisation == organ.organisation


def fault_of_changes(state: State, organ: Organ, draft: Resolution, changes: tuple[Any, ...]) -> Fault | None:
    """What keeps an amendment from being moved."""
    if not changes or len(changes) > MOST_PARAGRAPHS:
        return Fault(code="nothing_changed")
    paragraphs = changed_by(draft.paragraphs, changes)
    if paragraphs is None:
        return Fault(code="paragraph_absent")
    if paragraphs == draft.paragraphs or any(a.changes == changes for a in draft.amendments.values()):
        return Fault(code="nothing_changed")
    return fault_of_draft(state, organ, draft.article, paragraphs)


def taking_in(state: State, draft: Resolution, amendment: Amendment) -> tuple[Paragraph, ...] | None:
    """The text with the amendment, or None if that could not stand any more."""
    paragraphs = changed_by(draft.paragraphs, amendment.changes)
    if paragraphs is None or fault_of_draft(state, state.organs[draft.organ], draft.article, paragraphs) is not None:
        return None
    return paragraphs


def sample_paragraphs(state: State, organ: Organ, power: Power) -> tuple[tuple[Paragraph, ...], ...]:
    """A few texts that may stand on one or another of the organ's articles, for menus, bots and tests."""
    members = members_of(state, organ)
    others = tuple(p for p in state.powers() if p != power)
    outsiders = tuple(p for p in others if p not in members)
    unseated = tuple(p for p in others if p in members and p not in organ.seats)
    threat = Determination(finding=Finding.THREAT)
    texts: list[tuple[AnyMeasure, ...]] = [(Condemnation(power=p),) for p in others[:2]]
    texts += [(threat,), (Demand(addressees=others[:2], act=Act.CEASE_FIRE),)]
    if any(article.coercive for article in articles_of(organ)):
        texts += [(threat, Sanctions(target=p, kinds=(Sanction.ARMS, Sanction.OIL))) for p in others[:2]]
        texts += [(threat, Authorisation(against=p)) for p in others[:1]]
    texts += [(Lifting(target=p),) for p in others[:1]]
    texts += [(Admission(power=p),) for p in outsiders[:1]]
    texts += [(Election(power=p),) for p in unseated[:1]]
    texts += [(Expulsion(power=p),) for p in others if p in members][:1]
    texts += [(Referral(organ=o),) for o in state.organs if o != organ.id][:1]
    if any(admits(organ, article, Nullity.tag) for article in articles_of(organ)):
        texts += [(Nullity(treaty=treaty, power=coerced),) for treaty, coerced in coerced_consents(state)][:2]
    if any(article.paragraphs for article in articles_of(organ)):
        held = tuple(stake for stake, holder in state.holders.items() if holder in members)
        texts += [(Note(text={UNDETERMINED: "..."}),), *((Observers(stake=stake),) for stake in held[:1])]
        texts += [(Terms(stake=stake, to=power),) for stake in held[-1:]]
    texts.append((Committee(slug="inquiry", members=tuple(p for p in state.powers() if p in members)[:3]),))
    return tuple(tuple(Paragraph(id=paragraph_id(f"p{n}"), measure=m) for n, m in enumerate(text, start=1)) for text in texts)


def sample_changes(power: Power, draft: Resolution) -> tuple[tuple[Change, ...], ...]:
    """A few changes that could be moved: strike what is there, or add a word that no other amendment has."""
    name = paragraph_id(f"{power}_{len(draft.amendments) + 1}")
    put = PutParagraph(Paragraph(id=name, measure=Determination(finding=Finding.THREAT)))
    return ((put,), *((StrikeParagraph(p.id),) for p in draft.paragraphs)) if len(draft.paragraphs) > 1 else ((put,),)
