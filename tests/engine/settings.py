"""A small scenario for the laws of the kernel: five powers, four dates, secrets of every kind, in Python and without YAML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve as with_

from engine.clauses import AnyClause, Cession, Consultation, Declaration, Guarantee, MutualAssistance, NonAggression, Notification
from engine.clauses.cession import Stage as CessionStage
from engine.clauses.guarantee import GuaranteeOf
from engine.clauses.notification import Notice
from engine.commands import CloseStep, Command, Initial, Sign
from engine.commands import Draft as DraftText
from engine.commands import Table as TableText
from engine.dates import Period, Unit
from engine.duties import Extent
from engine.events import Event, Phase
from engine.happenings import Arms
from engine.names import (
    ArticleId,
    Audience,
    ChoiceId,
    Condition,
    EndingId,
    EventId,
    Lang,
    ObjectiveId,
    Onlooker,
    OrganId,
    Power,
    RegionId,
    StakeId,
    TrackId,
    TreatyId,
    TurnId,
    Viewer,
)
from engine.orders import OrderKind, Readiness
from engine.organ import PERMANENT, OrganSheet
from engine.plot import (
    Briefing,
    Change,
    Choice,
    Draft,
    Ending,
    IssueFullPowers,
    Objective,
    Plot,
    RecallFullPowers,
    Replace,
    Say,
    Scenario,
    ScriptedEvent,
    SetReadiness,
)
from engine.refusal import Refusal
from engine.setting import Each, PowerSheet, Region, Route, Setting, Span, Stake, Text, Track, Turn
from engine.table import Table
from engine.treaty import Article, Provisions, Signature, Stage, Treaty, Version
from engine.voting import Interest, Matter, Requirement, Rule, Veto, Votes

ALBA, BORIA, CARNIA, DORIA, ETRIA = POWERS = tuple(Power(p) for p in ("alba", "boria", "carnia", "doria", "etria"))
"""A great power and ally of the victim, a power that wants territory, the victim, its neighbour, and one far from all."""
COAST = RegionId("coast")
MARCHES, HARBOUR, HILLS = (StakeId(s) for s in ("marches", "harbour", "hills"))
ONE_DAY, TWO_DAYS = (Period(n, Unit.DAYS) for n in (1, 2))
"""From one turn to the next, and to the one after."""
FIRST, SECOND, THIRD, LAST = TURNS = tuple(TurnId(t) for t in ("first", "second", "third", "last"))
ENTENTE, UNDERSTANDING, ANNEX, PLAN, PROTOCOL = (TreatyId(t) for t in ("entente", "understanding", "annex", "plan", "protocol"))
TREASURY = TrackId("treasury")
COUNCIL, ASSEMBLY, SECURITY, CIRCLE = (OrganId(o) for o in ("council", "assembly", "board", "circle"))
THREE_OF_FOUR = Rule(name="three_of_four", requirements=(Requirement(threshold=Votes(3)),), words={Lang("en"): "three votes of four"})
CONCURRING = with_(THREE_OF_FOUR, name="concurring", veto=Veto(by=PERMANENT))
BOARD_RULES = {
    Matter.PROCEDURAL: THREE_OF_FOUR,
    Matter.SUBSTANTIVE: CONCURRING,
    Matter.DISPUTE: with_(CONCURRING, bound_to_abstain=(Interest.PARTY,)),
    Matter.WHETHER_PROCEDURAL: CONCURRING,
}
FACILITATOR, OBSERVER = Onlooker.FACILITATOR, Onlooker.OBSERVER
VIEWERS: tuple[Viewer, ...] = (*POWERS, OBSERVER, FACILITATOR)


def both(words: str) -> Text:
    """Words in both languages."""
    return {Lang("en"): words, Lang("fr"): f"{words} (fr)"}


def articles_of(*clauses: AnyClause, prefix: str = "a") -> tuple[Article, ...]:
    """Articles `a1`, `a2`... with these clauses."""
    return tuple(Article(id=ArticleId(f"{prefix}{n}"), clause=clause) for n, clause in enumerate(clauses, start=1))


def standing(ident: TreatyId, parties: tuple[Power, ...], *clauses: AnyClause, known_to: Audience = None, **provisions: object) -> Treaty:
    """A treaty in force at the opening."""
    signed = Signature(turn=-1)
    return Treaty(
        id=ident,
        title=both(ident),
        provisions=Provisions(signatories=parties, secret=known_to is not None, **provisions),  # type: ignore[arg-type]
        versions=(Version(number=1, by=None, base=None, articles=articles_of(*clauses, prefix=f"{ident}_")),),
        negotiators=parties,
        known_to=known_to,
        stage=Stage.IN_FORCE,
        adopted=1,
        signatures={p: signed for p in parties},
        parties=frozenset(parties),
    )


def unsigned(ident: TreatyId, parties: tuple[Power, ...], held_by: Iterable[Power], *clauses: AnyClause, **provisions: object) -> Treaty:
    """A draft in the files of some powers."""
    return Treaty(
        id=ident,
        title=both(ident),
        provisions=Provisions(signatories=parties, **provisions),  # type: ignore[arg-type]
        versions=(Version(number=1, by=None, base=None, articles=articles_of(*clauses, prefix=f"{ident}_")),),
        known_to=frozenset(held_by),
    )


def draft_of(by: Power, slug: str, parties: tuple[Power, ...], *clauses: AnyClause, **provisions: object) -> DraftText:
    """The command that writes a treaty of these clauses."""
    return DraftText(
        treaty=TreatyId(f"{by}.{slug}"),
        title=both(slug),
        articles=articles_of(*clauses),
        provisions=Provisions(signatories=parties, **provisions),  # type: ignore[arg-type]
    )


def cession(*stages: tuple[StakeId, TurnId], ceder: Power = CARNIA, receiver: Power = BORIA) -> Cession:
    """A cession in these stages."""
    return Cession(ceder=ceder, receiver=receiver, stages=tuple(CessionStage(stake=stake, by=by) for stake, by in stages))


WORDS = Declaration(text=both("The parties wish for peace."))

SETTING = Setting(
    id="five",
    title=both("Five powers"),
    summary=both("For tests."),
    languages=(Lang("en"), Lang("fr")),
    digest="0" * 64,
    powers={
        ALBA: PowerSheet(name=both("Alba"), divisions=60, delegation={"premier": "A. Premier"}, start={"trust.boria": 20}),
        BORIA: PowerSheet(name=both("Boria"), divisions=80, readiness=Readiness.PRECAUTIONARY),
        CARNIA: PowerSheet(name=both("Carnia"), divisions=30, readiness=Readiness.PARTIAL, start={"support": 70}),
        DORIA: PowerSheet(name=both("Doria"), divisions=20),
        ETRIA: PowerSheet(name=both("Etria"), divisions=10, playable=False),
    },
    turns={turn: Turn(name=both(turn), date=dt.date(1930, 5, 1 + n)) for n, turn in enumerate(TURNS)},
    stakes={
        MARCHES: Stake(name=both("the marches"), holder=CARNIA),
        HARBOUR: Stake(name=both("the harbour"), holder=CARNIA),
        HILLS: Stake(name=both("the hills"), holder=DORIA),
    },
    tracks={
        TrackId("tension"): Track(name=both("tension"), start=30),
        TrackId("prestige"): Track(name=both("prestige"), start=50, each=Each.POWER),
        TrackId("support"): Track(name=both("support"), start=60, each=Each.POWER, secret=True),
        TrackId("trust"): Track(name=both("trust"), start=50, each=Each.PAIR, secret=True),
        TREASURY: Track(name=both("treasury"), start=12, each=Each.POWER, secret=True),
    },
    regions={COAST: Region(a_power=both("a coastal Power"), powers=(ALBA, BORIA, ETRIA))},
    borders=frozenset({(ALBA, BORIA), (BORIA, CARNIA), (CARNIA, DORIA)}),
    councils={
        COUNCIL: OrganSheet(
            name=both("the Council"),
            type="league_council",
            permanent=(ALBA, BORIA),
            elected=(DORIA,),
            members=(CARNIA,),
            terms={DORIA: THIRD},
        ),
        ASSEMBLY: OrganSheet(name=both("the Assembly"), type="league_assembly", organisation=COUNCIL, meets=(SECOND, LAST), roll_call=True),
        SECURITY: OrganSheet(
            name=both("the Board"),
            type="security_council",
            permanent=(ALBA, BORIA),
            elected=(CARNIA, DORIA),
            rules=BOARD_RULES,
        ),
        CIRCLE: OrganSheet(name=both("the inner circle"), type="committee", members=(BORIA, DORIA), private=True),
    },
    orders={kind: {TREASURY: -8} if kind is OrderKind.SANCTION else {} for kind in OrderKind},
)

EVENTS = {
    EventId("parade"): ScriptedEvent(title=both("A parade"), turn=FIRST, effects=(Change(tracks={"tension": 4}),)),
    EventId("riot"): ScriptedEvent(
        title=both("A riot"),
        turn=FIRST,
        asks=ALBA,
        choices={
            ChoiceId("calm"): Choice(label=both("Calm"), effects=(Change(tracks={"alba.support": 3}),)),
            ChoiceId("force"): Choice(label=both("Force"), effects=(Change(tracks={"alba.support": -3, "alba.trust.boria": -2}),)),
        },
        default=ChoiceId("calm"),
        known_to=frozenset({ALBA}),
    ),
    EventId("storm"): ScriptedEvent(title=both("A storm"), turn=SECOND, chance=50, effects=(Change(tracks={"tension": -2}),)),
    EventId("rumour"): ScriptedEvent(title=both("A rumour"), when=Condition("tension >= 32"), known_to=frozenset({DORIA})),
    EventId("cabinet"): ScriptedEvent(
        title=both("The cabinet"),
        turn=THIRD,
        asks=CARNIA,
        choices={
            ChoiceId("arm"): Choice(
                label=both("Arm"), effects=(SetReadiness(power=CARNIA, step=Readiness.GENERAL), Change(tracks={"tension": 5}))
            ),
            ChoiceId("resign"): Choice(
                label=both("Resign"),
                effects=(Replace(power=CARNIA, office="premier", by="C. Second"), Say(text=both("Quietly"), to=frozenset({CARNIA, ALBA}))),
            ),
        },
    ),
}

PLOT = Plot(
    seed=7,
    briefings={
        ALBA: Briefing(
            text=both("Keep the peace."),
            objectives={
                ObjectiveId("peace"): Objective(text=both("No war"), points=5, when=Condition("count(alba.at_war) == 0")),
                ObjectiveId("name"): Objective(text=both("Standing"), points=2, when=Condition("alba.prestige >= 40"), secret=True),
            },
        ),
        BORIA: Briefing(
            text=both("Take the marches."),
            objectives={
                ObjectiveId("marches"): Objective(text=both("The marches"), points=6, when=Condition("marches.holder == boria")),
                ObjectiveId("all"): Objective(text=both("All three"), points=4, when=Condition("held(boria) == 3")),
            },
        ),
        CARNIA: Briefing(text=both("Hold."), objectives={}),
        DORIA: Briefing(
            text=both("Stay out."),
            objectives={ObjectiveId("hills"): Objective(text=both("The hills"), points=1, when=Condition("hills.holder == doria"))},
        ),
    },
    events=EVENTS,
    drafts={
        PLAN: Draft(
            treaty=unsigned(
                PLAN,
                (ALBA, BORIA),
                (ALBA, ETRIA),
                cession((MARCHES, SECOND), (HARBOUR, THIRD)),
                Guarantee(guarantors=(ALBA,), protected=CARNIA, once_settled=(MARCHES,)),
                NonAggression(),
            ),
            held_by=frozenset({ALBA, ETRIA}),
        ),
        PROTOCOL: Draft(
            treaty=unsigned(PROTOCOL, (BORIA, DORIA), (BORIA,), MutualAssistance(), WORDS, secret=True, ratification=True),
            held_by=frozenset({BORIA}),
            from_turn=SECOND,
        ),
    },
    treaties={
        ENTENTE: standing(ENTENTE, (ALBA, CARNIA), MutualAssistance(against=(BORIA,))),
        UNDERSTANDING: standing(
            UNDERSTANDING,
            (BORIA, DORIA),
            NonAggression(),
            cession((HILLS, THIRD), ceder=DORIA),
            known_to=frozenset({BORIA, DORIA}),
        ),
        ANNEX: standing(ANNEX, (CARNIA, DORIA), Consultation(), NonAggression(), Notification(of=tuple(Notice)), only_while=ENTENTE),
    },
    endings={
        EndingId("settlement"): Ending(title=both("A settlement"), when=Condition("plan.in_force and marches.settled and harbour.settled")),
        EndingId("ruin"): Ending(title=both("Ruin"), when=Condition("tension >= 100"), text=both("All lost.")),
    },
)

SCENARIO = Scenario(setting=SETTING, plot=PLOT)
WATCH, OPEN_WATCH = TreatyId("watch"), TreatyId("open_watch")
WATCHED = (
    Guarantee(guarantors=(ALBA,), protected=CARNIA, object=GuaranteeOf.OBSERVANCE, instrument=ANNEX, extent=Extent.DIPLOMATIC),
    Guarantee(guarantors=(ALBA,), protected=CARNIA, object=GuaranteeOf.OBSERVANCE, instrument=ANNEX, extent=Extent.ECONOMIC),
)
SEASIDE = with_(
    SCENARIO,
    setting=with_(
        SETTING,
        powers={
            p: with_(
                sheet,
                fleet={ALBA: 5, CARNIA: 2, ETRIA: 3}.get(p, 0),
                arms={ALBA: {Arms.TONNAGE: 40}}.get(p, {}),
                within=ALBA if p == ETRIA else None,
                full_powers=p not in (BORIA, DORIA),
            )
            for p, sheet in SETTING.powers.items()
        },
        routes=(
            Route(between=(ALBA, ETRIA), through=(HARBOUR,), carries=12),
            Route(between=(CARNIA, ETRIA), commanded_by=ETRIA),
            Route(between=(BORIA, DORIA), by=Span.LAND, through=(HILLS,)),
        ),
        building={Arms.TONNAGE: 10, Arms.AIRCRAFT: 50},
    ),
    plot=with_(
        PLOT,
        treaties={
            **PLOT.treaties,
            WATCH: standing(WATCH, (ALBA, CARNIA), *WATCHED, known_to=frozenset({ALBA, CARNIA})),
            OPEN_WATCH: standing(OPEN_WATCH, (BORIA, DORIA), with_(WATCHED[0], guarantors=(BORIA,), protected=DORIA)),
        },
        events={
            **EVENTS,
            EventId("credentials"): ScriptedEvent(
                title=both("Credentials"), turn=SECOND, effects=(IssueFullPowers(power=BORIA), RecallFullPowers(power=ALBA))
            ),
        },
    ),
)
"""The same with seas, fleets and passages, arms to be built, a faction, delegations without full powers, and the annex guaranteed, in secret
and openly."""


def with_plot(*, charter: bool = True, **changes: object) -> Scenario:
    """The scenario with another plot; without the Board its powers are not bound by the Charter."""
    councils = {ident: sheet for ident, sheet in SETTING.councils.items() if charter or ident != SECURITY}
    return with_(SCENARIO, setting=with_(SETTING, councils=councils), plot=with_(PLOT, **changes))  # type: ignore[arg-type]


def quiet(*, charter: bool = True) -> Scenario:
    """The scenario without scripted events, drafts, secret treaties and endings."""
    return with_plot(charter=charter, events={}, drafts={}, treaties={ENTENTE: PLOT.treaties[ENTENTE]}, endings={})


def adopt(table: Table, by: Power, slug: str, parties: tuple[Power, ...], *clauses: AnyClause, **provisions: object) -> TreatyId:
    """A power's draft, tabled and initialled by all whose initials adopt it."""
    draft = draft_of(by, slug, parties, *(clauses or (WORDS,)), **provisions)
    do(table, by, draft, TableText(treaty=draft.treaty, to=frozenset(parties) - {by}))
    for power in (p for p in parties if p in draft.provisions.adopters):
        do(table, power, Initial(treaty=draft.treaty, version=1))
    return draft.treaty


def conclude(table: Table, by: Power, slug: str, parties: tuple[Power, ...], *clauses: AnyClause, **provisions: object) -> TreatyId:
    """The same, and signed by all of them."""
    ident = adopt(table, by, slug, parties, *clauses, **provisions)
    for power in parties:
        do(table, power, Sign(treaty=ident))
    return ident


def do(table: Table, by: Viewer, *commands: Command) -> tuple[Event, ...]:
    """Play commands that must be accepted; the events of all."""
    events: list[Event] = []
    for command in commands:
        outcome = table.play(by, command)
        assert not isinstance(outcome, Refusal), f"{by}: {command} was refused: {outcome}"
        events += outcome
    return tuple(events)


def refused(table: Table, by: Viewer, command: Command) -> Refusal:
    """The refusal that a command must meet."""
    outcome = table.act(by, command)
    assert isinstance(outcome, Refusal), f"{by}: {command} was accepted: {outcome}"
    return outcome


def close(table: Table) -> tuple[Event, ...]:
    """The umpire closes the step."""
    return do(table, FACILITATOR, CloseStep())


def to_phase(table: Table, phase: Phase, turn: int | None = None) -> Table:
    """Close steps until this phase, of this turn if one is given."""
    for _ in range(40):
        if table.state.phase is phase and (turn is None or table.state.turn == turn):
            return table
        close(table)
    raise AssertionError(f"{phase} of turn {turn} was never reached")
