"""The whole game at one moment, frozen: on the server everything, in a view what a viewer may know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from engine.crisis import Crisis, PastCrisis, Peace, Ultimatum, War
from engine.dispute import Dispute
from engine.happenings import Arms
from engine.names import (
    BodyId,
    DisputeId,
    EndingId,
    EventId,
    ObjectiveId,
    OrganId,
    ParagraphId,
    Power,
    RegionId,
    ResolutionId,
    StakeId,
    TreatyId,
    TurnId,
)
from engine.orders import Order, Readiness, Sanction
from engine.organ import Membership, Organ
from engine.phase import Phase
from engine.plot import Briefing, Plot
from engine.postures import Aid, Posture, PostureKind
from engine.record import Announcement, Appeal, Conduct, Contingent, Defeat, Stock, Summons, Vote
from engine.resolution import Resolution, StandingMeasure
from engine.setting import Setting
from engine.sitting import Sitting
from engine.treaty import Negotiation, Treaty
from engine.voting.bodies import BODIES

if TYPE_CHECKING:
    # The linter needs a state and none of the hundred classes of events.
    from engine.events import NewsArrived

__all__ = ["State", "changed"]


@frozen(kw_only=True, slots=False)
class State:
    """A fold over events. Long logs (messages, the chronicle) stay outside, so that a step never grows with the game.

    Maps keep the order of the scenario or of arrival; nothing iterates a set without sorting it.
    """

    setting: Setting
    plot: Plot | None = None
    turn: int = -1
    phase: Phase = Phase.TALKS
    deadline: int | None = None
    paused: bool = False
    tracks: Mapping[str, int] = field(factory=dict)
    """`tension`, `france.support`, `france.trust.poland`."""
    holders: Mapping[StakeId, Power] = field(factory=dict)
    settled: frozenset[StakeId] = frozenset()
    votes: Mapping[StakeId, Vote] = field(factory=dict)
    """The plebiscites decided, by stake."""
    readiness: Mapping[Power, Readiness] = field(factory=dict)
    postures: tuple[Posture, ...] = ()
    aid: tuple[Aid, ...] = ()
    files: Mapping[Power, Mapping[TreatyId, Treaty]] = field(factory=dict)
    """Copies of others' secret texts that a power's services have brought it, as they stood then."""
    sanctions: Mapping[tuple[Power, Power], frozenset[Sanction]] = field(factory=dict)
    """By (power that applies them, power to which)."""
    stocks: Mapping[tuple[Power, Arms], Stock] = field(factory=dict)
    """Of the classes of arms of which something has been built or scrapped; of the others, what the setting says."""
    mobilised: Mapping[Power, int] = field(factory=dict)
    """The turn in which a power came to its present readiness, if it has changed."""
    delegations: Mapping[Power, Mapping[str, str]] = field(factory=dict)
    full_powers: frozenset[Power] = frozenset()
    """Those whose delegation may bind them by signature (VCLT 7); it shows its full powers to all, or has none to show."""
    briefings: Mapping[Power, Briefing] = field(factory=dict)
    treaties: Mapping[TreatyId, Treaty] = field(factory=dict)
    negotiations: Mapping[TreatyId, Negotiation] = field(factory=dict)
    """The earlier versions of texts since shown without them, for those who had them."""
    organs: Mapping[OrganId, Organ] = field(factory=dict)
    memberships: Mapping[OrganId, Membership] = field(factory=dict)
    """By the organ that gives the organisation its name."""
    resolutions: Mapping[ResolutionId, Resolution] = field(factory=dict)
    sitting: Sitting | None = None
    measures: Mapping[tuple[ResolutionId, ParagraphId], StandingMeasure] = field(factory=dict)
    """Those in force and those that have ended."""
    disputes: Mapping[DisputeId, Dispute] = field(factory=dict)
    questions: frozenset[tuple[Power, Power]] = frozenset()
    """(asker, asked) of messages that wait for an answer."""
    news: Mapping[EventId, NewsArrived] = field(factory=dict)
    """Scripted events that wait for a choice."""
    chosen: Mapping[EventId, str] = field(factory=dict)
    fired: frozenset[EventId] = frozenset()
    """Scripted events dealt with, the umpire's; by their chance they may have come to nothing."""
    happened: frozenset[EventId] = frozenset()
    """Scripted events of which there was news, for those whom it reached."""
    ultimatums: Mapping[tuple[Power, Power], Ultimatum] = field(factory=dict)
    """By (issuer, target)."""
    ready: frozenset[Power] = frozenset()
    committed: frozenset[Power] = frozenset()
    orders: Mapping[Power, tuple[Order, ...]] = field(factory=dict)
    crisis: Crisis | None = None
    crises: tuple[PastCrisis, ...] = ()
    """Those that are over, in order."""
    wars: tuple[War, ...] = ()
    """Those that have broken out; between whom one goes on, `at_war` says."""
    peaces: tuple[Peace, ...] = ()
    crisis_since: int = 0
    """How many lines stood on the record when the crisis opened."""
    attacked: frozenset[tuple[Power, Power]] = frozenset()
    """(mover, target) of this turn's crises already dealt with."""
    findings: frozenset[tuple[Power, Power]] = frozenset()
    """(aggressor, victim) for whom an organ has recommended assistance or found aggression."""
    record: tuple[Conduct, ...] = ()
    defeats: tuple[Defeat, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    """Calls upon guarantors over breaches short of an attack."""
    announcements: tuple[Announcement, ...] = ()
    """Notices given of what was then to be done."""
    contingents: tuple[Contingent, ...] = ()
    """Those still awaited in full."""
    summons: tuple[Summons, ...] = ()
    """The aid for which wars that are on have called (`engine.aid_in_war`)."""
    scores: Mapping[Power, tuple[int, tuple[ObjectiveId, ...]]] = field(factory=dict)
    credit: Mapping[Power, Mapping[ObjectiveId, int]] = field(factory=dict)
    """Points of the objectives reached in part, at the end."""
    ending: EndingId | None = None
    memories: Mapping[Power, Mapping[str, int]] = field(factory=dict)

    # -- the questions that articles and voting rules ask (engine.clauses.base.World)

    def powers(self) -> tuple[Power, ...]:
        """The powers of the scenario, in its order."""
        return tuple(self.setting.powers)

    def region(self, region: RegionId) -> frozenset[Power] | None:
        """The powers of a region, or None for a name that the scenario does not know."""
        found = self.setting.regions.get(region)
        return None if found is None else frozenset(found.powers)

    def may_be_water(self, stake: StakeId) -> bool:
        """Whether a stake lies on a sea route, or the scenario names none that does."""
        places = self.setting.places_at_sea
        return not places or stake in places

    def is_stake(self, stake: StakeId) -> bool:
        """Whether the scenario knows such a stake."""
        return stake in self.setting.stakes

    def holder(self, stake: StakeId) -> Power | None:
        """Who holds a stake now."""
        return self.holders.get(stake)

    def occupied_from(self, stake: StakeId) -> Power | None:
        """The power from which the present holder of a stake has taken it without any settlement; None where it has not."""
        sheet = self.setting.stakes.get(stake)
        if sheet is None or stake in self.settled:
            return None
        rightful = sheet.occupied_from or sheet.holder
        return rightful if rightful != self.holders.get(stake) else None

    def occupies(self, power: Power, stake: StakeId) -> bool:
        """Whether a power holds what it has taken from another."""
        return self.holders.get(stake) == power and self.occupied_from(stake) is not None

    def is_settled(self, stake: StakeId) -> bool:
        """Whether the question of this stake has been settled by a transfer in due form."""
        return stake in self.settled

    def awarded(self, stake: StakeId) -> tuple[Power, TurnId] | None:
        """The power for which the inhabitants of a stake have voted, and the turn by which it is to have it: the one after the result."""
        vote = self.votes.get(stake)
        turns = tuple(self.setting.turns)
        return None if vote is None else (vote.winner, turns[min(vote.turn + 1, len(turns) - 1)])

    def is_body(self, body: BodyId) -> bool:
        """Whether it is an organ that sits or that a text may create (`TREATY.ARTICLE`), or a type of organs."""
        organ = OrganId(body)
        return body in BODIES or body == "committee" or "." in body or organ in self.organs or organ in self.setting.councils

    def turn_order(self, turn: TurnId) -> int | None:
        """The place of a turn in the calendar, from 0; None for a name that is not in it."""
        return self.setting.calendar.get(turn)

    def bound_since(self, treaty: Treaty, power: Power) -> int | None:
        """The turn since which a treaty in force binds a power; None if it did at the opening."""
        since = None if treaty.since is None else self.turn_order(treaty.since)
        return treaty.joined.get(power, since)

    def now(self) -> int:
        """The place of the present turn in the calendar."""
        return self.turn

    # -- what is asked often

    @property
    def turn_id(self) -> TurnId:
        """The present turn's name; the first one before the game has opened."""
        return tuple(self.setting.turns)[max(self.turn, 0)]

    @property
    def today(self) -> dt.date:
        """The day of the present turn; of the first one before the game has opened."""
        return self.setting.days[max(self.turn, 0)]

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.phase is Phase.OVER

    def at_war(self, power: Power) -> frozenset[Power]:
        """Those with whom a power is at war."""
        foes: set[Power] = set()
        for war in self.wars:
            others = war.defenders if power in war.attackers else war.attackers if power in war.defenders else ()
            foes.update(foe for foe in others if not self.peaces or self.is_fought(war, power, foe))
        return frozenset(foes)

    def fighting_with(self, power: Power) -> frozenset[Power]:
        """A power at war, with those who fight any of its foes at its side or on their own; nobody if it is at peace."""
        foes = self.at_war(power)
        return frozenset(one for war in self.wars for one in (*war.attackers, *war.defenders) if foes & self.at_war(one)) if foes else foes

    def is_fought(self, war: War, one: Power, other: Power) -> bool:
        """Whether two that stand on different sides of a war have made no peace since."""
        return war.opposes(one, other) and not any(set(p.between) == {one, other} and p.turn > war.turn for p in self.peaces)

    def waging(self) -> frozenset[tuple[Power, Power]]:
        """Who has opened war upon whom, or joined those who did, and has made no peace since."""
        return frozenset((by, upon) for war in self.wars for by in war.attackers for upon in war.defenders if self.is_fought(war, by, upon))

    def recommended(self, aggressor: Power, victim: Power, debtor: Power) -> bool:
        """Whether an organ has found this aggression or recommended assistance against it, by whose word a power may be bound.

        The organs of a scenario speak to everybody; one that some powers have made among themselves, to those who belong to it.
        """
        if (aggressor, victim) in self.findings:
            return True
        return any(m.measure.calls_to_aid(aggressor, victim) and self._speaks_to(m.organ, debtor) for m in self.measures_in_effect())

    def is_foreseen(self, ident: OrganId) -> bool:
        """Whether an organ is of the scenario's making, by its councils or by a text of its own, and not of some powers among themselves."""
        organ = self.organs.get(ident)
        return organ is None or organ.organisation in self.setting.councils or self._drafted(organ)

    def _drafted(self, organ: Organ) -> bool:
        # What a power writes bears its name.
        return organ.instrument is not None and organ.organisation.partition(".")[0] not in self.setting.powers

    def _speaks_to(self, ident: OrganId, power: Power) -> bool:
        organ = self.organs.get(ident)
        if organ is None or organ.organisation in self.setting.councils:
            return True
        held = self.memberships.get(organ.organisation)
        return power in (organ.seats if held is None else held.members)

    def measures_in_effect(self) -> tuple[StandingMeasure, ...]:
        """The measures in force whose day has come."""
        return tuple(m for m in self.measures.values() if m.ended is None and self._has_begun(m))

    def _has_begun(self, standing: StandingMeasure) -> bool:
        after = standing.measure.begins_after()
        return after is None or (self.turn_order(after) or 0) < self.turn

    def treaties_known_to(self, power: Power) -> Mapping[TreatyId, Treaty]:
        """The treaties that a power may know, by id: the order in which they became known differs from view to view."""
        return {key: t for key, t in sorted(self.treaties.items()) if t.known_to is None or power in t.known_to}

    def texts_before(self, power: Power) -> Mapping[TreatyId, Treaty]:
        """What a power may read: the treaties that it may know, and the copies of others in its files."""
        files = self.files.get(power, {})
        return dict(sorted({**files, **self.treaties_known_to(power)}.items())) if files else self.treaties_known_to(power)

    def under_arms(self, power: Power, step: Readiness | None = None) -> int:
        """The divisions that a power's readiness puts under arms, or would at another step of it."""
        share = self.setting.force.share(self.readiness[power] if step is None else step)
        return self.setting.powers[power].divisions * share // 100

    def armed(self, power: Power, arms: Arms) -> int:
        """How much of a class of arms, divisions apart, a power has now."""
        stock = self.stocks.get((power, arms))
        sheet = self.setting.powers[power]
        opening = sheet.arms.get(arms, sheet.aircraft if arms is Arms.AIRCRAFT else 0)
        return opening if stock is None else stock.number

    def garrison(self, stake: StakeId) -> frozenset[Power]:
        """Those whose forces stand at a stake."""
        return frozenset(p.by for p in self.postures if p.kind is PostureKind.DEPLOYED and p.at == stake)

    def days_since(self, turn: int) -> int:
        """The days from the date of a turn to the present one."""
        return self.days_between(turn, self.turn)

    def days_between(self, earlier: int, later: int) -> int:
        """The days from the date of one turn to that of another."""
        days = self.setting.days
        return (days[max(later, 0)] - days[max(earlier, 0)]).days


if TYPE_CHECKING:
    from attrs import evolve as changed
else:

    def changed(state: State, **changes: Any) -> State:
        """The state with other values for some fields.

        Copying the instance's dictionary takes a tenth of the time of `attrs.evolve`, which passes every field through the
        constructor: folding is the one thing done a hundred thousand times a second. The checkers see `attrs.evolve`.
        """
        following = object.__new__(State)
        following.__dict__.update(state.__dict__)
        following.__dict__.update(changes)
        return following
