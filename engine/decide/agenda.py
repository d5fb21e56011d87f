"""What comes before an organ, who keeps away from it, who leaves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from engine.commands import PowerCommand
from engine.council_commands import Contest, GiveNotice, KeepAway, Seize
from engine.dates import later
from engine.decide import courses
from engine.domains import TITLE, NewName, OneOf, Option, Subset, refuse_title
from engine.events import AttendanceChanged, ItemContested, ItemRaised, NoticeGiven, Phase, PowerInvited
from engine.names import EVERYBODY, ItemId, OrganId, Power, StatuteId
from engine.organ import ORDINARY, Hospitality, Item, ItemStage, Organ
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.roll import is_open, members_of
from engine.state import State
from engine.statutes import Applicant, Article, article_of, articles_of, statute_of

VERBS: tuple[type[PowerCommand], ...] = (Seize, Contest, KeepAway, GiveNotice)

MOST_ITEMS = 4
"""Matters that one power may bring before one organ in a game."""


def offers(state: State, power: Power) -> Iterator[Option]:
    """The agenda is made up in the talks."""
    if state.phase is not Phase.TALKS:
        return
    for organ in state.organs.values():
        if not is_open(state, organ):
            continue
        yield from _seizing(state, power, organ)
        seated = power in organ.seats
        for item in organ.agenda.values():
            if seated and item.stage is ItemStage.RAISED and power not in item.contested_by:
                yield Option(verb=Contest, domains={"organ": OneOf((organ.id,)), "item": OneOf((item.id,))})
        if seated:
            yield Option(verb=KeepAway, domains={"organ": OneOf((organ.id,)), "away": OneOf((power not in organ.away,))})
        if may_give_notice(state, organ, power):
            yield Option(verb=GiveNotice, domains={"organ": OneOf((organ.id,))})


def _seizing(state: State, power: Power, organ: Organ) -> Iterator[Option]:
    """One option for each article on which the power may seize the organ: the parties that may be named depend on it."""
    if sum(item.by == power for item in organ.agenda.values()) >= MOST_ITEMS:
        return
    taken = _taken(state)
    for article in articles_of(organ):
        right = applicant(state, organ, power, article)
        if right is not None:
            party = right is not Applicant.MEMBER
            must = frozenset({power}) if party else frozenset()
            yield Option(
                verb=Seize,
                domains={
                    "item": NewName(power, taken),
                    "organ": OneOf((organ.id,)),
                    "article": OneOf((article.id,)),
                    "title": TITLE,
                    "parties": Subset(
                        _nameable(state, organ, article),
                        least=2 if article.of_parties else 0,
                        must=must if article.of_parties else frozenset(),
                    ),
                    "accepting": OneOf((right is Applicant.OUTSIDER,)),
                },
            )


def _nameable(state: State, organ: Organ, article: Article) -> tuple[Power, ...]:
    """Those whom a matter may concern: anybody, or members where the article speaks of them alone."""
    members = members_of(state, organ)
    return tuple(p for p in state.powers() if not article.among_members or p in members)


def _taken(state: State) -> frozenset[ItemId]:
    return frozenset(ident for organ in state.organs.values() for ident in organ.agenda) | frozenset(ItemId(d) for d in state.disputes)


def applicant(state: State, organ: Organ, power: Power, article: Article) -> Applicant | None:
    """In what capacity a power may seize an organ on an article; None if in none."""
    if power in members_of(state, organ):
        order = (Applicant.MEMBER, Applicant.PARTY)
        return next((right for right in order if right in article.by), None)
    return Applicant.OUTSIDER if Applicant.OUTSIDER in article.by else None


def may_give_notice(state: State, organ: Organ, power: Power) -> bool:
    """Whether a power may leave: it belongs, has not said so yet, and the statute knows a way out. Said before the organ that gives the name."""
    held = state.memberships.get(organ.organisation)
    own = organ.id == organ.organisation and statute_of(organ.type).notice is not None
    seat = organ.seats.get(power)
    if organ.instrument is not None and seat is not None and seat.by == ORDINARY:
        # A party leaves with the treaty, or not at all.
        return False
    return own and held is not None and power in held.members and power not in held.leaving


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why it does not come before the organ."""
    if state.phase is not Phase.TALKS:
        return Refusal(Reason.WRONG_PHASE)
    organ = state.organs.get(command.organ)
    if organ is None:
        return Refusal(Reason.UNKNOWN_ORGAN)
    match command:
        case Seize():
            return _refuse_seizing(state, power, organ, command)
        case GiveNotice():
            return Refusal(Reason.NOTICE_NOT_OPEN)
        case _ if power not in organ.seats:
            return Refusal(Reason.NO_SEAT)
        case KeepAway():
            return Refusal(Reason.NOTHING_TO_CHANGE)
        case _:
            item = organ.agenda.get(command.item)
            if item is None:
                return Refusal(Reason.UNKNOWN_ITEM)
            return Refusal(Reason.ALREADY_ANSWERED if power in item.contested_by else Reason.ITEM_SETTLED)


def _refuse_seizing(state: State, power: Power, organ: Organ, command: Seize) -> Refusal:
    if command.item in _taken(state):
        return Refusal(Reason.NAME_TAKEN, {"name": command.item})
    if not NewName(power, frozenset()).admits(command.item):
        return Refusal(Reason.BAD_NAME, {"name": command.item[:80]})
    article = next((a for a in articles_of(organ) if a.id == command.article), None)
    if article is None:
        return Refusal(Reason.NOT_COMPETENT)
    right = applicant(state, organ, power, article)
    if right is None:
        return Refusal(Reason.MAY_NOT_SEIZE)
    strangers = sorted(p for p in command.parties if p not in state.setting.powers)
    if strangers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": strangers[0]})
    if article.of_parties and (len(command.parties) < 2 or (right is not Applicant.MEMBER and power not in command.parties)):
        return Refusal(Reason.PARTIES_WANTING)
    if any(p not in _nameable(state, organ, article) for p in command.parties):
        return Refusal(Reason.PARTIES_NO_MEMBERS)
    if command.accepting is not (right is Applicant.OUTSIDER):
        return Refusal(Reason.DUTIES_NOT_ACCEPTED if right is Applicant.OUTSIDER else Reason.NOTHING_TO_CHANGE)
    if not TITLE.admits(command.title):
        return refuse_title(command.title)
    return Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_ITEMS)})


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Enter it."""
    match command:
        case Seize():
            raise_item(proceedings, power, command.organ, command.item, command.article, command.title, command.parties)
        case Contest():
            proceedings.note(ItemContested(organ=command.organ, item=command.item, power=power, audience=EVERYBODY))
        case KeepAway():
            proceedings.note(AttendanceChanged(organ=command.organ, power=power, away=command.away, audience=EVERYBODY))
        case GiveNotice():
            proceedings.note(
                NoticeGiven(organ=command.organ, power=power, until=_notice_runs_to(proceedings.state, command.organ), audience=EVERYBODY)
            )
        case _:
            raise AssertionError(command)


def raise_item(
    proceedings: Proceedings,
    by: Power | None,
    organ: OrganId,
    ident: ItemId,
    article: StatuteId,
    title: Any,
    parties: frozenset[Power],
) -> None:
    """Bring a matter before an organ; parties that have no seat are asked to the table (Covenant 4(5), 17; Charter 32)."""
    host = proceedings.state.organs[organ]
    dispute = courses.bring(proceedings, by, ident, article_of(host, article), title, parties)
    item = Item(id=ident, organ=organ, title=title, by=by, article=article, parties=parties, dispute=dispute, turn=proceedings.state.turn)
    proceedings.note(ItemRaised(item=item, audience=EVERYBODY))
    if host.hospitality is not Hospitality.NOT:
        for party in sorted(parties - frozenset(host.seats)):
            proceedings.note(PowerInvited(organ=organ, item=ident, power=party, audience=EVERYBODY))


def _notice_runs_to(state: State, organ: OrganId) -> dt.date:
    """The day on which notice given today has run."""
    months = statute_of(state.organs[organ].type).notice or 0
    return later(state.today, months)
