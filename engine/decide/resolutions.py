"""Draft resolutions in the making: tabled, sponsored, amended, taken in, withdrawn, split for the vote."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from attrs import evolve as with_

from engine.clauses.base import Fault
from engine.commands import PowerCommand
from engine.council_commands import (
    AskSeparateVote,
    Introduce,
    MoveAmendment,
    Sponsor,
    TableResolution,
    TakeIn,
    WithdrawResolution,
)
from engine.decide.drafting import names_taken
from engine.domains import LONGEST_PREAMBLE, PREAMBLE, TITLE, Lawful, NewName, OneOf, Option, refuse_title, refuse_words
from engine.drafts import fault_of_changes, fault_of_draft, sample_changes, sample_paragraphs, taking_in
from engine.events import (
    AmendmentMoved,
    AmendmentTakenIn,
    Phase,
    ResolutionClosed,
    ResolutionShown,
    ResolutionSponsored,
    SeparateVoteAsked,
)
from engine.names import AmendmentId, ItemId, Power, ResolutionId
from engine.organ import Item, ItemStage, Organ
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.resolution import Amendment, Outcome, Resolution
from engine.roll import circle, is_open, tabled
from engine.sitting import Step
from engine.state import State
from engine.statutes import articles_of

VERBS: tuple[type[PowerCommand], ...] = (TableResolution, Introduce, Sponsor, MoveAmendment, TakeIn, WithdrawResolution, AskSeparateVote)

MOST_DRAFTS = 3
"""Drafts of one power under one matter in one turn."""
MOST_AMENDMENTS = 4
"""Amendments of one power to one draft."""


def offers(state: State, power: Power) -> Iterator[Option]:
    """Drafts are prepared in the talks; while they are debated they can still be taken in, withdrawn and split."""
    if state.phase is not Phase.TALKS and not _debates(state, power):
        return
    for item in _items(state, power):
        organ = state.organs[item.organ]
        if state.phase is Phase.TALKS:
            yield from _tabling(state, power, organ, item)
        for draft in (r for r in tabled(state, item) if _knows(r, power)):
            if state.phase is Phase.TALKS:
                yield from _preparing(state, power, organ, draft)
            yield from _finishing(state, power, draft)


def _debates(state: State, power: Power) -> bool:
    """Whether a debate is going on at whose table the power has a place: of another it may not know how far it has come."""
    sitting = state.sitting
    if state.phase is not Phase.SESSION or sitting is None or sitting.step is not Step.DEBATE:
        return False
    return power in sitting.members or power in sitting.guests


def _knows(draft: Resolution, power: Power) -> bool:
    return draft.known_to is None or power in draft.known_to


def _items(state: State, power: Power) -> tuple[Item, ...]:
    """The matters on which a power may move drafts: before organs where it sits, or to whose table it is asked."""
    sitting = state.sitting
    return tuple(
        item
        for organ in state.organs.values()
        for item in organ.agenda.values()
        if is_open(state, organ)
        and item.stage in (ItemStage.RAISED, ItemStage.INSCRIBED)
        and (power in organ.seats or power in item.invited)
        and (sitting is None or (sitting.organ, sitting.item) == (organ.id, item.id))
    )


def _tabling(state: State, power: Power, organ: Organ, item: Item) -> Iterator[Option]:
    own = sum(
        r.item == item.id and r.turn == state.turn and bool(r.sponsors) and r.sponsors[0] == power for r in state.resolutions.values()
    )
    if own >= MOST_DRAFTS:
        return
    ident = OneOf((item.id,))
    yield Option(
        verb=TableResolution,
        domains={
            "resolution": NewName(power, names_taken(state, power)),
            "organ": OneOf((organ.id,)),
            "item": ident,
            "article": OneOf(tuple(a.id for a in articles_of(organ))),
            "title": TITLE,
            "preamble": PREAMBLE,
            "paragraphs": Lawful(lambda value: isinstance(value, tuple), sample=partial(sample_paragraphs, state, organ, power)),
        },
        law=lambda command: fault_of_draft(state, organ, command.article, command.paragraphs) is None,
    )
    for draft in known_drafts(state, power).values():
        # What may stand depends on what the organ has found so far.
        filed = draft.stage is Outcome.DRAFT and draft.organ == organ.id
        if filed and fault_of_draft(state, organ, draft.article, draft.paragraphs) is None:
            yield Option(verb=Introduce, domains={"resolution": OneOf((draft.id,)), "item": ident})


def _preparing(state: State, power: Power, organ: Organ, draft: Resolution) -> Iterator[Option]:
    ident = OneOf((draft.id,))
    if power in organ.seats and power not in draft.sponsors:
        yield Option(verb=Sponsor, domains={"resolution": ident})
    if draft.sponsors and power != draft.sponsors[0] and sum(a.by == power for a in draft.amendments.values()) < MOST_AMENDMENTS:
        yield Option(
            verb=MoveAmendment,
            domains={
                "resolution": ident,
                "amendment": NewName(power, frozenset(draft.amendments)),
                "changes": Lawful(partial(_is_change, state, organ, draft), sample=sample_changes(power, draft)),
            },
        )


def _is_change(state: State, organ: Organ, draft: Resolution, value: Any) -> bool:
    return isinstance(value, tuple) and fault_of_changes(state, organ, draft, value) is None


def _finishing(state: State, power: Power, draft: Resolution) -> Iterator[Option]:
    ident = OneOf((draft.id,))
    if draft.sponsors and power == draft.sponsors[0]:
        yield Option(verb=WithdrawResolution, domains={"resolution": ident})
        fitting = tuple(a.id for a in draft.amendments.values() if taking_in(state, draft, a) is not None)
        if fitting:
            yield Option(verb=TakeIn, domains={"resolution": ident, "amendment": OneOf(fitting)})
    together = tuple(p.id for p in draft.paragraphs if p.id not in draft.apart)
    if together and len(draft.paragraphs) > 1:
        yield Option(verb=AskSeparateVote, domains={"resolution": ident, "paragraph": OneOf(together)})


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a draft does not move."""
    in_debate = isinstance(command, TakeIn | WithdrawResolution | AskSeparateVote)
    if state.phase is not Phase.TALKS and not (in_debate and _debates(state, power)):
        return Refusal(Reason.WRONG_PHASE)
    if isinstance(command, TableResolution):
        return _refuse_tabling(state, power, command)
    draft = known_drafts(state, power).get(command.resolution)
    if draft is None:
        return Refusal(Reason.UNKNOWN_RESOLUTION)
    if isinstance(command, Introduce):
        return _refuse_introducing(state, power, draft, command)
    if draft.stage is not Outcome.TABLED:
        return Refusal(Reason.NOT_TABLED)
    if all((draft.organ, draft.item) != (item.organ, item.id) for item in _items(state, power)):
        return Refusal(Reason.NO_SEAT)
    match command:
        case Sponsor():
            return Refusal(Reason.ALREADY_SIGNED if power in draft.sponsors else Reason.NO_SEAT)
        case MoveAmendment():
            return _refuse_amendment(state, power, draft, command)
        case TakeIn() | WithdrawResolution() if power != draft.sponsors[0]:
            return Refusal(Reason.NOT_THE_AUTHOR)
        case TakeIn():
            return Refusal(Reason.UNKNOWN_VERSION if command.amendment not in draft.amendments else Reason.NOTHING_TO_CHANGE)
        case _:
            return Refusal(Reason.UNKNOWN_PARAGRAPH)


def known_drafts(state: State, power: Power) -> dict[ResolutionId, Resolution]:
    """The resolutions that a power may know."""
    return {ident: r for ident, r in state.resolutions.items() if _knows(r, power)}


def _refuse_place(state: State, power: Power, organ: Organ, ident: ItemId) -> Refusal | None:
    if ident not in organ.agenda:
        return Refusal(Reason.UNKNOWN_ITEM)
    if (organ.id, ident) in ((item.organ, item.id) for item in _items(state, power)):
        return None
    return Refusal(Reason.ITEM_SETTLED if power in organ.seats else Reason.NO_SEAT)


def _refuse_tabling(state: State, power: Power, command: TableResolution) -> Refusal:
    organ = state.organs.get(command.organ)
    if organ is None:
        return Refusal(Reason.UNKNOWN_ORGAN)
    if (elsewhere := _refuse_place(state, power, organ, command.item)) is not None:
        return elsewhere
    if command.resolution in names_taken(state, power):
        return Refusal(Reason.NAME_TAKEN, {"name": command.resolution})
    if not NewName(power, frozenset()).admits(command.resolution):
        return Refusal(Reason.BAD_NAME, {"name": command.resolution[:80]})
    if not TITLE.admits(command.title):
        return refuse_title(command.title)
    if not PREAMBLE.admits(command.preamble):
        return refuse_words(command.preamble, LONGEST_PREAMBLE)
    fault = fault_of_draft(state, organ, command.article, command.paragraphs)
    return _faulty(fault) if fault is not None else Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_DRAFTS)})


def _faulty(fault: Fault) -> Refusal:
    return Refusal(Reason.RESOLUTION_FAULTY, {"fault": fault.code, "word": fault.word})


def _refuse_introducing(state: State, power: Power, draft: Resolution, command: Introduce) -> Refusal:
    if draft.stage is not Outcome.DRAFT:
        return Refusal(Reason.ALREADY_TABLED)
    organ = state.organs[draft.organ]
    if (elsewhere := _refuse_place(state, power, organ, command.item)) is not None:
        return elsewhere
    fault = fault_of_draft(state, organ, draft.article, draft.paragraphs)
    return _faulty(fault) if fault is not None else Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_DRAFTS)})


def _refuse_amendment(state: State, power: Power, draft: Resolution, command: MoveAmendment) -> Refusal:
    if power == draft.sponsors[0]:
        return Refusal(Reason.TO_ONESELF)
    if command.amendment in draft.amendments:
        return Refusal(Reason.NAME_TAKEN, {"name": command.amendment})
    if not NewName(power, frozenset()).admits(command.amendment):
        return Refusal(Reason.BAD_NAME, {"name": command.amendment[:80]})
    fault = fault_of_changes(state, state.organs[draft.organ], draft, command.changes)
    return _faulty(fault) if fault is not None else Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_AMENDMENTS)})


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Enter it."""
    state = proceedings.state
    match command:
        case TableResolution():
            item = state.organs[command.organ].agenda[command.item]
            draft = Resolution(
                id=command.resolution,
                organ=command.organ,
                item=item.id,
                title=command.title,
                article=command.article,
                sponsors=(power,),
                preamble=command.preamble,
                paragraphs=command.paragraphs,
                turn=state.turn,
                place=_next_place(state, item),
                known_to=circle(state, item),
            )
            proceedings.note(ResolutionShown(resolution=draft, how="tabled", audience=draft.known_to))
        case Introduce():
            draft = state.resolutions[command.resolution]
            item = state.organs[draft.organ].agenda[command.item]
            audience = circle(state, item)
            draft = with_(
                draft,
                item=item.id,
                sponsors=(power,),
                stage=Outcome.TABLED,
                turn=state.turn,
                place=_next_place(state, item),
                known_to=None if audience is None else audience | (draft.known_to or frozenset()),
            )
            proceedings.note(ResolutionShown(resolution=draft, how="tabled", audience=draft.known_to))
        case Sponsor():
            audience = state.resolutions[command.resolution].known_to
            proceedings.note(ResolutionSponsored(resolution=command.resolution, power=power, audience=audience))
        case MoveAmendment():
            audience = state.resolutions[command.resolution].known_to
            amendment = Amendment(id=AmendmentId(command.amendment), by=power, changes=command.changes)
            proceedings.note(AmendmentMoved(resolution=command.resolution, amendment=amendment, audience=audience))
        case TakeIn():
            take_in(proceedings, command.resolution, command.amendment, friendly=True)
        case WithdrawResolution():
            close_draft(proceedings, command.resolution, Outcome.WITHDRAWN)
        case AskSeparateVote():
            audience = state.resolutions[command.resolution].known_to
            proceedings.note(SeparateVoteAsked(resolution=command.resolution, paragraph=command.paragraph, by=power, audience=audience))
        case _:
            raise AssertionError(command)


def _next_place(state: State, item: Item) -> int:
    return sum(r.item == item.id and r.organ == item.organ and r.stage is not Outcome.DRAFT for r in state.resolutions.values())


def take_in(proceedings: Proceedings, resolution: ResolutionId, amendment: AmendmentId, *, friendly: bool) -> bool:
    """Make an amendment part of the text; False if it no longer fits."""
    draft = proceedings.state.resolutions[resolution]
    paragraphs = taking_in(proceedings.state, draft, draft.amendments[amendment])
    if paragraphs is None:
        return False
    proceedings.note(
        AmendmentTakenIn(resolution=resolution, amendment=amendment, paragraphs=paragraphs, friendly=friendly, audience=draft.known_to)
    )
    return True


def close_draft(proceedings: Proceedings, resolution: ResolutionId, outcome: Outcome) -> None:
    """Say what has become of a draft, to those who know it."""
    audience = proceedings.state.resolutions[resolution].known_to
    proceedings.note(ResolutionClosed(resolution=resolution, outcome=outcome, audience=audience))
