"""Two games that differ only in what a viewer may not know give it the same news, byte for byte, and the same answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.clauses import Cession
from engine.codec import encode_event
from engine.commands import (
    AgreeToEnd,
    Amend,
    AnswerCrisis,
    AnswerInvitation,
    AnswerReservation,
    AnswerUltimatum,
    CallGuarantors,
    Choose,
    CloseStep,
    Command,
    CommitOrders,
    Confirm,
    Convene,
    Denounce,
    Draft,
    FindVoid,
    Initial,
    InvokeNullity,
    IssueUltimatum,
    PowerCommand,
    Protest,
    PutToVote,
    Ratify,
    Resume,
    RevokeDenunciation,
    Send,
    Sign,
    SignalReady,
    Suspend,
    Table,
    Terminate,
    Withdraw,
    WithdrawReservation,
)
from engine.consequences import consequences
from engine.council_commands import CastBallot
from engine.crisis import DemandCession, Stance
from engine.events import Phase
from engine.fulfilment import obligations_of, owed_to
from engine.knowledge import as_known
from engine.names import Onlooker, Power, TreatyId, Viewer, conference_id
from engine.obligations import Obligation, held_up
from engine.options import options
from engine.orders import Attack, GatherIntelligence
from engine.plot import Scenario
from engine.redact import redact
from engine.refusal import Refusal
from engine.state import State
from engine.table import Table as Referee
from engine.voting import Ballot
from tests.engine.profiles import effort
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    FACILITATOR,
    LAST,
    MARCHES,
    OBSERVER,
    POWERS,
    SCENARIO,
    SEASIDE,
    WORDS,
    both,
    cession,
    close,
    do,
    draft_of,
    standing,
    to_phase,
    with_plot,
)
from tests.engine.strategies import commands_of, wild_commands
from tests.engine.test_laws import admitted, coerced, shape, warring, wronged

LATER = (
    Confirm,
    AnswerReservation,
    WithdrawReservation,
    Denounce,
    RevokeDenunciation,
    AgreeToEnd,
    Protest,
    CallGuarantors,
    Suspend,
    Resume,
    Terminate,
    InvokeNullity,
)
UNSEEN = (Send, Draft, Table, Amend, Initial, Sign, Ratify, Withdraw, Choose, *LATER)
OUTSIDERS = (ALBA, CARNIA, DORIA, ETRIA, OBSERVER)


class Worlds:
    """A plain game, and the same with secret acts among others than the outsider."""

    def __init__(self, seed: int, outsider: Viewer) -> None:
        scenario = SEASIDE if seed % 2 else SCENARIO
        self.plain, self.fuller = (self.opened(seed, scenario) for _ in range(2))
        self.outsider = outsider
        self.told = 0

    @staticmethod
    def opened(seed: int, scenario: Scenario) -> Referee:
        if seed > 4:
            return wronged(seed) if seed > 6 else warring(seed)
        return Referee.open(scenario, seed)

    def happen(self, by: Viewer, command: Command) -> None:
        """The same act in both; one that secrets make impossible in either happens in neither, unless the outsider asks it."""
        plain, fuller = self.plain.act(by, command), self.fuller.act(by, command)
        if by == self.outsider:
            assert self.answer(plain) == self.answer(fuller)
        if not isinstance(plain, Refusal) and not isinstance(fuller, Refusal):
            self.plain.apply(plain)
            self.fuller.apply(fuller)

    def happen_unseen(self, by: Power, command: Command) -> None:
        """An act in the fuller world alone, if the rules keep it from the outsider."""
        if by != self.outsider and self.is_unseen(command):
            do(self.fuller, by, command)

    def is_unseen(self, command: Any) -> bool:
        match command:
            case Send() | Table() if not command.to or self.outsider in command.to:
                return False
            case Choose():
                return self.fuller.state.news[command.event].audience is not None
            case _ if isinstance(command, (Sign, Ratify, *LATER)):
                treaty = self.fuller.state.treaties[command.treaty]
                # A cession in force bears on what everybody sees: whether an ultimatum is met, what is handed over.
                quiet = treaty.provisions.secret and not any(isinstance(a.clause, Cession) for a in treaty.text.articles)
                return quiet and self.is_apart(command.treaty)
            case Table() | Amend() | Initial() | Withdraw():
                return self.is_apart(command.treaty)
            case _:
                return isinstance(command, UNSEEN)

    def is_apart(self, ident: TreatyId) -> bool:
        return ident not in self.plain.state.treaties and self.outsider not in (self.fuller.state.treaties[ident].known_to or POWERS)

    def answer(self, outcome: Any) -> object:
        """What the outsider is told of an outcome."""
        if isinstance(outcome, Refusal):
            return outcome
        return [encode_event(event) for event in outcome if redact(event, self.outsider) is not None]

    def compare(self) -> None:
        """The outsider's news since the last time, with their numbers."""
        plain, fuller = ([(n, encode_event(e)) for n, e in table.news(self.outsider, self.told)] for table in (self.plain, self.fuller))
        assert plain == fuller
        self.told += len(plain)


def standing_of(state: State, power: Power) -> list[tuple[Obligation, object, object]]:
    """What a power may know of what it owes and is owed: each obligation with its version and reservations, its state and its day."""
    known = as_known(state, power)
    return [(o, o.state, o.due) for o in (*obligations_of(known, power), *owed_to(known, power), *held_up(known, power))]


def looks_into_secrets(command: Command, by_outsider: bool) -> bool:
    """Whether the outsider itself orders its services to look: then it may learn what it may not know otherwise."""
    return by_outsider and isinstance(command, CommitOrders) and any(isinstance(o, GatherIntelligence) for o in command.orders)


@effort(60)
@given(st.data(), st.sampled_from(OUTSIDERS), st.integers(0, 9))
def test_an_outsider_gets_the_same_news_and_the_same_answers_whatever_the_others_do_in_secret(
    data: st.DataObject, outsider: Viewer, seed: int
) -> None:
    worlds = Worlds(seed, outsider)
    for _ in range(data.draw(st.integers(5, 40), label="steps")):
        if worlds.plain.state.over:
            break
        power = data.draw(st.sampled_from(POWERS), label="power")
        secretly = data.draw(st.booleans(), label="secretly") and power != outsider
        table = worlds.fuller if secretly else worlds.plain
        every = [o for o in options(table.state, power) if not secretly or o.verb in UNSEEN]
        if data.draw(st.integers(0, 5), label="close") == 0 or not every:
            worlds.happen(FACILITATOR, CloseStep())
        else:
            verb = data.draw(st.sampled_from(tuple(dict.fromkeys(o.verb for o in every))), label="verb")
            option = data.draw(st.sampled_from([o for o in every if o.verb is verb]), label="option")
            command = data.draw(commands_of(table.view(power), power, option), label="command")
            if command is not None and not looks_into_secrets(command, power == outsider):
                (worlds.happen_unseen if secretly else worlds.happen)(power, command)
        worlds.compare()
        if not isinstance(outsider, Onlooker):
            plain, fuller = options(worlds.plain.state, outsider), options(worlds.fuller.state, outsider)
            assert [shape(o) for o in plain] == [shape(o) for o in fuller]
            question = data.draw(wild_commands(), label="question")
            assert worlds.answer(worlds.plain.act(outsider, question)) == worlds.answer(worlds.fuller.act(outsider, question))
            assert admitted(plain, question) == admitted(fuller, question)
            known = [consequences(t.state, outsider, question) for t in (worlds.plain, worlds.fuller) if isinstance(question, PowerCommand)]
            assert known[:1] == known[1:]
            owed = standing_of(worlds.plain.state, outsider)
            assert owed == standing_of(worlds.fuller.state, outsider) == standing_of(worlds.plain.view(outsider), outsider)


def streams(viewer: Viewer, *tables: Referee) -> list[list[tuple[int, bytes]]]:
    return [[(number, encode_event(event)) for number, event in table.news(viewer)] for table in tables]


def assert_the_same(*tables: Referee, to: tuple[Viewer, ...]) -> None:
    for viewer in to:
        one, other = streams(viewer, *tables)
        assert one == other


def talking(table: Referee) -> None:
    """A treaty made between Boria and Doria in secret, from the first word to its entry into force."""
    pact = TreatyId("boria.pact")
    do(table, BORIA, Send(to=frozenset({DORIA}), text="A word in your ear", asks=True))
    do(table, DORIA, Send(to=frozenset({BORIA}), text="Gladly"))
    do(table, BORIA, draft_of(BORIA, "pact", (BORIA, DORIA), WORDS, secret=True))
    do(table, BORIA, Table(treaty=pact, to=frozenset({DORIA})))
    do(table, BORIA, Initial(treaty=pact, version=1))
    do(table, DORIA, Initial(treaty=pact, version=1))
    do(table, BORIA, Sign(treaty=pact))
    do(table, DORIA, Sign(treaty=pact))


def test_a_secret_treaty_made_from_beginning_to_end_leaves_no_trace_with_the_others() -> None:
    tables = Referee.open(SCENARIO, 1), Referee.open(SCENARIO, 1)
    talking(tables[1])
    for table in tables:
        while not table.state.over:
            close(table)
    assert_the_same(*tables, to=(ALBA, CARNIA, ETRIA, OBSERVER))
    assert tables[1].state.treaties[TreatyId("boria.pact")].in_force


def test_a_finding_on_a_secret_treaty_leaves_no_trace_with_the_others() -> None:
    """The umpire sees what he finds; whoever may not read the text learns neither of it nor of the finding."""
    tables = coerced(1), coerced(1)
    secret = TreatyId("boria.whisper")
    do(tables[1], FACILITATOR, FindVoid(treaty=secret, power=CARNIA))
    for table in tables:
        while not table.state.over:
            close(table)
    assert_the_same(*tables, to=(ALBA, DORIA, ETRIA, OBSERVER))
    assert tables[0].state.treaties[secret].in_force and not tables[1].state.treaties[secret].in_force


def test_an_ultimatum_lapses_alike_whatever_its_target_has_promised_in_secret() -> None:
    """That nothing followed the refusal of what a secret treaty gives would show that there is one."""
    hidden = standing(TreatyId("hidden"), (BORIA, CARNIA), cession((MARCHES, LAST)), known_to=frozenset({BORIA, CARNIA}))
    tables = tuple(Referee.open(with_plot(events={}, treaties=treaties), 1) for treaties in ({}, {hidden.id: hidden}))
    for table in tables:
        do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=0))
        do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=False))
        to_phase(table, Phase.TALKS, 1)
    assert_the_same(*tables, to=(ALBA, DORIA, ETRIA, OBSERVER))


@pytest.mark.parametrize("orders", [(Attack(CARNIA),), (Attack(ALBA), Attack(DORIA, through=CARNIA))])
def test_sealed_orders_look_alike(orders: tuple[Attack, ...]) -> None:
    tables = tuple(to_phase(Referee.open(SCENARIO, 1), Phase.ORDERS) for _ in range(2))
    for table, given_orders in zip(tables, ((), orders), strict=True):
        do(table, BORIA, CommitOrders(given_orders))
    assert_the_same(*tables, to=(ALBA, CARNIA, DORIA, ETRIA, OBSERVER))


def test_ballots_look_alike_until_all_are_cast() -> None:
    tables = tuple(Referee.open(SCENARIO, 1) for _ in range(2))
    pact, meeting = TreatyId("alba.pact"), conference_id("alba.meeting")
    for table, ballot in zip(tables, (Ballot.FOR, Ballot.AGAINST), strict=True):
        do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS), Table(treaty=pact, to=frozenset({BORIA})))
        do(table, ALBA, Convene(conference=meeting, title=both("Meeting"), invited=frozenset({BORIA})))
        do(table, BORIA, AnswerInvitation(conference=meeting, attend=True))
        do(table, ALBA, PutToVote(conference=meeting, treaty=pact, version=1))
        for power in POWERS:
            do(table, power, SignalReady(True))
        close(table)
        do(table, BORIA, CastBallot(organ=meeting, ballot=ballot))
    assert_the_same(*tables, to=(ALBA, CARNIA, OBSERVER))


def test_stances_look_alike_until_all_are_taken() -> None:
    tables = tuple(to_phase(Referee.open(SCENARIO, 1), Phase.ORDERS) for _ in range(2))
    for table, stances in zip(tables, ((Stance.WITH_TARGET, Stance.NEUTRAL), (Stance.WITH_MOVER, Stance.MEDIATE)), strict=True):
        do(table, BORIA, CommitOrders((Attack(CARNIA),)))
        close(table)
        for power, stance in zip((ALBA, DORIA), stances, strict=True):
            do(table, power, AnswerCrisis(stance=stance))
    assert_the_same(*tables, to=(BORIA, CARNIA, ETRIA, OBSERVER))
    assert MARCHES in tables[0].state.holders


def test_the_roads_by_which_powers_will_come_look_alike_until_all_have_answered() -> None:
    tables = tuple(to_phase(Referee.open(SCENARIO, 1), Phase.ORDERS) for _ in range(2))
    for table, through in zip(tables, (None, CARNIA), strict=True):
        do(table, BORIA, CommitOrders((Attack(ALBA),)))
        close(table)
        do(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET, through=through))
    assert_the_same(*tables, to=(ALBA, BORIA, CARNIA, ETRIA, OBSERVER))


def test_what_scripted_powers_keep_in_mind_is_for_nobody_at_the_table() -> None:
    from engine.commands import Remember

    tables = Referee.open(SCENARIO, 1), Referee.open(SCENARIO, 1)
    do(tables[1], FACILITATOR, Remember(power=ALBA, memory={"plan": 3}))
    assert_the_same(*tables, to=(*POWERS, OBSERVER))
