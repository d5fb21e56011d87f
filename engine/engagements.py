"""What binds without a treaty at the table: the Covenant and the Charter in the disputes between their members, awards, and what parties have agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from engine.clauses.non_aggression import FORCE
from engine.dates import later
from engine.dispute import Dispute, Force, Stage
from engine.duties import Cede, Duty, Refrain, Render
from engine.happenings import Deed, Happening
from engine.measures import Authorisation, Sanctions
from engine.names import EVERYBODY, ArticleId, Power, StatuteId, TreatyId, TurnId
from engine.resolution import StandingMeasure
from engine.state import State
from engine.statutes import REGIONAL, article_of, statute_of

COVENANT, CHARTER, SETTLEMENT = (TreatyId(name) for name in ("@covenant", "@charter", "@settlement"))
"""Sources that no scenario can name: the two statutes, and what the parties to a dispute have bound themselves to in its course."""
MONTHS_TO_COOL = 3
"""Covenant 12(1)."""
MONTHS_TO_REPORT = 6
"""Covenant 12(2)."""
SELF_DEFENCE = "self_defence"
"""The matter of a report under Charter 51."""


@frozen(kw_only=True)
class Engagement:
    """An article of a statute, or an award or a settlement, as the source of a duty."""

    id: ArticleId


@frozen(kw_only=True)
class Engaged:
    """A duty with its source."""

    source: TreatyId
    article: Engagement
    duty: Duty


def _engaged(source: TreatyId, article: str, duty: Duty) -> Engaged:
    return Engaged(source=source, article=Engagement(id=ArticleId(article)), duty=duty)


def members_under(state: State, statute: str) -> frozenset[Power]:
    """The members of the organisations whose organs are of types that begin so: `league`, `security_council`."""
    names = {organ.organisation for organ in state.organs.values() if organ.type.startswith(statute)}
    return frozenset().union(*(state.memberships[name].members for name in sorted(names)))


def engagements(state: State) -> Iterator[Engaged]:
    """Every duty in force that comes of a dispute, or of self-defence."""
    if state.disputes:
        members = members_under(state, "league")
        for dispute in state.disputes.values():
            yield from _of_dispute(state, dispute, members)
    yield from _reports_of_defence(state)


def _of_dispute(state: State, dispute: Dispute, members: frozenset[Power]) -> Iterator[Engaged]:
    if dispute.stage is Stage.WAR:
        return
    bound = members | dispute.bound
    if bound.issuperset(dispute.parties) and is_cooling(state, dispute):
        yield from (_engaged(COVENANT, "covenant_12", _peace(party, dispute.other(party))) for party in dispute.parties)
    if dispute.award is not None:
        under_13 = bound.issuperset(dispute.parties)
        winner, loser = dispute.award.in_favour, dispute.other(dispute.award.in_favour)
        source, article = (COVENANT, "covenant_13") if under_13 else (SETTLEMENT, "award")
        yield from _handing_over(state, dispute, winner, dispute.award.turn, source, article)
        if under_13 and _complies(state, dispute, loser, dispute.award.turn):
            yield _engaged(COVENANT, "covenant_13", _peace(winner, loser))
    report = dispute.report
    if report is not None and dispute.agreed is None:
        for party in (p for p in dispute.parties if p in report.accepted):
            winner = dispute.other(party)
            if report.in_favour == winner:
                yield from _handing_over(state, dispute, winner, report.turn, SETTLEMENT, "report")
            if report.force is Force.UNANIMOUS and _complies(state, dispute, party, report.turn):
                yield from (_engaged(COVENANT, "covenant_15", _peace(p, party)) for p in state.powers() if p in bound and p != party)
    if dispute.agreed is not None and dispute.ended is not None:
        yield from _handing_over(state, dispute, dispute.agreed, dispute.ended, SETTLEMENT, "settlement")


def _peace(debtor: Power, creditor: Power) -> Refrain:
    return Refrain(debtor=debtor, creditor=creditor, deeds=FORCE, toward=creditor, unless_aggressor=True)


def due_after(state: State, turn: int) -> TurnId:
    """The turn in which what was decided in a turn is to be done at the latest: the following one."""
    turns = tuple(state.setting.turns)
    return turns[min(turn + 1, len(turns) - 1)]


def _handing_over(state: State, dispute: Dispute, winner: Power, turn: int, source: TreatyId, article: str) -> Iterator[Engaged]:
    """What is in dispute is handed over if the other party has it."""
    if dispute.over is not None and state.holder(dispute.over) == dispute.other(winner):
        cede = Cede(debtor=dispute.other(winner), creditor=winner, stake=dispute.over, by=due_after(state, turn))
        yield _engaged(source, article, cede)


def _complies(state: State, dispute: Dispute, party: Power, turn: int) -> bool:
    """Whether a party does what was decided: it has time until the close of the following turn."""
    if dispute.over is None or state.holder(dispute.over) != party:
        return True
    gives = dispute.award.in_favour != party if dispute.award is not None else False
    gives = gives or (dispute.report is not None and dispute.report.in_favour == dispute.other(party))
    return not gives or state.turn <= turn + 1


def is_cooling(state: State, dispute: Dispute) -> bool:
    """Whether resort to war is barred: as long as nothing is decided, and for three months after (Covenant 12(1))."""
    if dispute.agreed is not None:
        return False
    decided = [given.turn for given in (dispute.award, dispute.report) if given is not None]
    if not decided:
        return True
    dates = tuple(sheet.date for sheet in state.setting.turns.values())
    return dates[max(state.turn, 0)] < later(dates[max(decided)], MONTHS_TO_COOL)


def report_due(state: State, dispute: Dispute) -> dt.date | None:
    """The day by which the Council is to have reported (Covenant 12(2)); None where it has, or where the dispute is not before it.

    That it lets the day pass frees nobody: war is barred until three months after the report.
    """
    submitted = [
        item.turn
        for organ in state.organs.values()
        if organ.type.startswith("league")
        for item in organ.agenda.values()
        if item.dispute == dispute.id and (found := article_of(organ, item.article)) is not None and found.chapter == "15"
    ]
    if not submitted or dispute.report is not None or dispute.stage is not Stage.OPEN:
        return None
    return later(tuple(sheet.date for sheet in state.setting.turns.values())[min(submitted)], MONTHS_TO_REPORT)


def disregarded(state: State, dispute: Dispute, mover: Power) -> StatuteId | None:
    """The article of the Covenant in disregard of which a party would go to war over a dispute; None where it is free to.

    A non-member that has refused the duties of one is answerable for its war all the same (Covenant 17(3)).
    """
    members = members_under(state, "league")
    victim = dispute.other(mover)
    if mover in dispute.refusing and victim in members:
        return StatuteId("covenant_17")
    duties = (e for e in _of_dispute(state, dispute, members) if isinstance(e.duty, Refrain) and e.source == COVENANT)
    found = [StatuteId(e.article.id) for e in duties if (e.duty.debtor, e.duty.creditor) == (mover, victim)]
    # What was decided weighs more than that one should have waited.
    return found[-1] if found else None


# -- the use of force under the Charter


def _reports_of_defence(state: State) -> Iterator[Engaged]:
    """Members that defend themselves or another report it at once (Charter 51)."""
    if not state.wars:
        return
    members = members_under(state, "security_council")
    for war in state.wars:
        for power in war.defenders:
            if power in members:
                # It is owed to whoever is met with force: the Council is no power.
                by = due_after(state, war.turn)
                duty = Render(debtor=power, creditor=war.attackers[0], deed=Deed.NOTIFY, matter=SELF_DEFENCE, by=by)
                yield _engaged(CHARTER, "charter_51", duty)


def is_authorised(state: State, target: Power, organ: str = "security_council") -> bool:
    """Whether an organ of this type has authorised force against a power, and the day after which it may be used has come."""
    return any(
        isinstance(standing.measure, Authorisation)
        and standing.measure.against == target
        and state.organs[standing.organ].type.startswith(organ)
        for standing in state.measures_in_effect()
    )


def defends(state: State, power: Power, target: Power) -> bool:
    """Whether a power meets an armed attack, its own or another's, and the Council has not taken measures since (Charter 51).

    It meets another's at that one's side, or where the victim has openly called it as a guarantor: self-defence is collective at the
    victim's request alone.
    """
    attacks = [
        war.turn
        for war in state.wars
        if (power in war.defenders and state.is_fought(war, power, target))
        or any(state.is_fought(war, victim, target) for victim in _calling(state, power, target) & frozenset(war.defenders))
    ]
    return bool(attacks) and not has_acted(state, target, min(attacks))


def _calling(state: State, power: Power, foe: Power) -> frozenset[Power]:
    """Those who have called a power before all, as a party to a guarantee, against a foe."""
    treaties = state.treaties
    open_calls = (appeal for appeal in state.appeals if appeal.known_to is EVERYBODY and appeal.against == foe)
    return frozenset(a.by for a in open_calls if a.guarantee in treaties and power in treaties[a.guarantee].parties)


def has_acted(state: State, attacker: Power, since: int) -> bool:
    """Whether the Security Council has decided measures against an attacker since a turn: then self-defence gives way to them."""
    return any(
        standing.since >= since and standing.measure.coercive and attacker in standing.measure.accused()
        for standing in state.measures.values()
        if state.organs[standing.organ].type.startswith("security_council")
    )


def prohibition(state: State, deed: Happening, aggressor: Power | None) -> Engaged | None:
    """The article that a use of force between members of the United Nations breaks, if it does.

    Force is barred (Charter 2(4)) save in self-defence (51) and by the Council's authority (42); a regional body needs that too (53),
    and for its sanctions where the law of the time says so.
    """
    target = deed.toward
    if deed.deed is Deed.SANCTION and target is not None:
        return _unauthorised_sanction(state, deed, target)
    if target is None or deed.deed not in FORCE or aggressor == target:
        return None
    members = members_under(state, "security_council")
    if not members.issuperset((deed.by, target)) or is_authorised(state, target) or defends(state, deed.by, target):
        return None
    article = "charter_53" if is_authorised(state, target, "") else "charter_2"
    return _engaged(CHARTER, article, Refrain(debtor=deed.by, creditor=target, deeds=FORCE, toward=target))


def _unauthorised_sanction(state: State, deed: Happening, target: Power) -> Engaged | None:
    """A sanction between members that a regional body has decided and the Security Council has not; whether it is enforcement is contested."""
    if not state.setting.law.regional_sanctions or not members_under(state, "security_council").issuperset((deed.by, target)):
        return None
    regional = [m for m in _sanctions_against(state, target) if statute_of(state.organs[m.organ].type) is REGIONAL]
    asked = any(isinstance(m.measure, Sanctions) and deed.matter in m.measure.kinds for m in regional)
    leave = any(state.organs[m.organ].type.startswith("security_council") for m in _sanctions_against(state, target))
    if not asked or leave:
        return None
    duty = Refrain(debtor=deed.by, creditor=target, deeds=frozenset({Deed.SANCTION}), toward=target)
    return _engaged(CHARTER, "charter_53", duty)


def _sanctions_against(state: State, target: Power) -> tuple[StandingMeasure, ...]:
    return tuple(m for m in state.measures_in_effect() if isinstance(m.measure, Sanctions) and m.measure.target == target)
