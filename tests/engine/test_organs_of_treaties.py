"""The life of an organ that a treaty creates: it comes into being with the article, seats those whom that binds, and ends with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve as with_

from engine.ai.random_legal import random_step
from engine.ai.standin import let_scripted_play
from engine.clauses import AnyClause, NonAggression
from engine.clauses.organ import Competence, Decides
from engine.commands import Accede, Denounce, InviteToAccede, Ratify, Resume, Sign, Suspend, Terminate
from engine.conditions import holds
from engine.duties import Render
from engine.events import MeasureEnded, ObligationBreached, OrganDissolved, OrganEstablished, Phase, TreatyEnded, TurnOpened
from engine.happenings import Deed
from engine.measures import Note, Observers
from engine.names import ArticleId, Condition, ItemId, OrganId, Power, StatuteId, TreatyId
from engine.obligations import obligations, owed_by
from engine.organ import ORDINARY, Instrument
from engine.refusal import Reason
from engine.reservations import Exclude, Reservation
from engine.resolution import Outcome
from engine.table import Table
from engine.treaty import Accession
from tests.engine.boards import BOARD, MATTER, NAME, PACT, THREE, decided, made, organ, seize, text
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HILLS,
    ONE_DAY,
    PLOT,
    POWERS,
    SECOND,
    VIEWERS,
    WORDS,
    adopt,
    both,
    do,
    draft_of,
    quiet,
    refused,
    standing,
    to_phase,
    with_plot,
)


def sitting(table: Table) -> set[Power]:
    held = table.state.organs.get(BOARD)
    return set(held.seats) if held is not None else set()


# -- it comes into being


def test_it_comes_into_being_with_the_entry_into_force_and_all_are_told() -> None:
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    pact = adopt(table, ALBA, "pact", THREE, organ(decides=Decides.TWO_THIRDS, binding=True))
    do(table, ALBA, Sign(treaty=pact))
    do(table, CARNIA, Sign(treaty=pact))
    assert BOARD not in table.state.organs
    events = do(table, DORIA, Sign(treaty=pact))
    (created,) = (e for e in events if isinstance(e, OrganEstablished))
    board = table.state.organs[BOARD]
    assert created.audience is None and created.organ == board
    assert (board.name, board.instrument) == (NAME, Instrument(treaty=PACT, article=ArticleId("a1")))
    assert set(board.seats) == set(THREE) == table.state.memberships[BOARD].members
    assert board.competence == tuple(StatuteId(f"to_{c.value}") for c in Competence)


def test_one_of_a_treaty_in_force_at_the_opening_sits_from_the_first_turn() -> None:
    scenario = with_plot(events={}, drafts={}, endings={}, treaties={PACT: standing(PACT, (ALBA, BORIA), organ())})
    assert set(Table.open(scenario, 1).state.organs[OrganId(f"{PACT}.{PACT}_1")].seats) == {ALBA, BORIA}


EXCLUDING = Reservation(article=ArticleId("a1"), narrowing=Exclude())


def ratifying(*powers: Power) -> Table:
    """Signed by all three, in force between any two that ratify."""
    table = made(ratification=True, at_least=2)
    to_phase(table, Phase.ORDERS)
    to_phase(table, Phase.TALKS, 1)
    for power in powers:
        do(table, power, Ratify(treaty=PACT))
    return table


def reserving() -> Table:
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    pact = adopt(table, ALBA, "pact", THREE, organ(), WORDS)
    do(table, ALBA, Sign(treaty=pact))
    do(table, CARNIA, Sign(treaty=pact))
    do(table, DORIA, Sign(treaty=pact, reservations=(EXCLUDING,)))
    return table


def acceding(*clauses: AnyClause) -> Table:
    table = made(*clauses, accession=Accession.OPEN)
    do(table, ETRIA, Accede(treaty=PACT, reservations=()))
    return table


def invited() -> Table:
    table = made(accession=Accession.BY_INVITATION)
    for power in THREE:
        do(table, power, InviteToAccede(treaty=PACT, guest=ETRIA))
    return table


def broken(debtor: Power, *others: Power, parties: tuple[Power, ...] = THREE) -> Table:
    """A pact that one party has broken towards these others; it is then the talks of the next turn."""
    table = made(organ(), NonAggression(), parties=parties, notice=ONE_DAY)
    owed = [o for o in owed_by(table.state, debtor) if o.article.id == "a2" and o.duty.creditor in others]
    table.apply(tuple(ObligationBreached(treaty=PACT, article=o.article.id, duty=o.duty) for o in owed))
    return table


def suspended(*others: Power, parties: tuple[Power, ...] = THREE) -> Table:
    table = broken(DORIA, *others, parties=parties)
    for power in others:
        do(table, power, Suspend(treaty=PACT, against=DORIA))
    return table


def resumed() -> Table:
    table = suspended(ALBA, parties=(ALBA, DORIA))
    do(table, ALBA, Resume(treaty=PACT, against=DORIA))
    return table


def terminated() -> Table:
    table = broken(DORIA, ALBA, CARNIA)
    do(table, ALBA, Terminate(treaty=PACT, against=DORIA))
    do(table, CARNIA, Terminate(treaty=PACT, against=DORIA))
    return table


def denounced(by: tuple[Power, ...], turn: int) -> Table:
    table = made(notice=ONE_DAY)
    for power in by:
        do(table, power, Denounce(treaty=PACT))
    return to_phase(table, Phase.TALKS, turn)


@pytest.mark.parametrize(
    ("situation", "members"),
    [
        (made, THREE),
        (lambda: made(organ(members=(ALBA, DORIA))), (ALBA, DORIA)),
        # VCLT 24: who has only signed is no party.
        (lambda: ratifying(ALBA), ()),
        (lambda: ratifying(ALBA, CARNIA), (ALBA, CARNIA)),
        (lambda: ratifying(ALBA, CARNIA, DORIA), THREE),
        # VCLT 21: the article does not apply to who has excluded it.
        (reserving, (ALBA, CARNIA)),
        # VCLT 15: who joins sits if the article speaks of all parties.
        (acceding, (*THREE, ETRIA)),
        (lambda: acceding(organ(members=(ALBA, DORIA))), (ALBA, DORIA)),
        (invited, THREE),
        # VCLT 54-56: who leaves no longer sits; between fewer than two there is no organ.
        (lambda: denounced((DORIA,), 0), THREE),
        (lambda: denounced((DORIA,), 1), (ALBA, CARNIA)),
        (lambda: denounced((DORIA, CARNIA), 1), ()),
        # VCLT 60: suspended between two, the article holds them to others; between all, to nobody.
        (lambda: suspended(ALBA), THREE),
        (lambda: suspended(ALBA, CARNIA), (ALBA, CARNIA)),
        (lambda: suspended(ALBA, parties=(ALBA, DORIA)), ()),
        (resumed, (ALBA, DORIA)),
        (terminated, (ALBA, CARNIA)),
        # Its own dates.
        (lambda: made(with_(organ(), from_turn=SECOND)), ()),
        (lambda: to_phase(made(with_(organ(), from_turn=SECOND)), Phase.TALKS, 1), THREE),
        (lambda: to_phase(made(with_(organ(), until=SECOND)), Phase.TALKS, 1), THREE),
        (lambda: to_phase(made(with_(organ(), until=SECOND)), Phase.TALKS, 2), ()),
        (lambda: to_phase(made(expires=SECOND), Phase.TALKS, 2), ()),
    ],
)
def test_those_sit_whom_the_article_binds_towards_another(situation: Callable[[], Table], members: tuple[Power, ...]) -> None:
    table = situation()
    assert sitting(table) == set(members)
    held = table.state.memberships.get(BOARD)
    assert (set(held.members) if held is not None else set()) == set(members)


def test_an_organ_that_ends_ends_what_it_has_decided_and_is_seized_no_more() -> None:
    table = decided(made(organ(binding=True), notice=ONE_DAY), Competence.SUPERVISE, Observers(stake=HILLS))
    assert table.state.measures_in_effect()
    to_phase(table, Phase.TALKS, 1)
    for power in (CARNIA, DORIA):
        do(table, power, Denounce(treaty=PACT))
    told = len(table.chronicle)
    to_phase(table, Phase.TALKS, 2)
    ended = [type(e) for e in table.chronicle[told:] if isinstance(e, MeasureEnded | OrganDissolved)]
    assert ended == [MeasureEnded, OrganDissolved] and not table.state.measures_in_effect()
    assert refused(table, ALBA, with_(seize(Competence.DELIBERATE), item=ItemId("alba.late"))).reason is Reason.MAY_NOT_SEIZE


def test_it_ends_with_the_term_of_its_treaty_before_the_turn_does() -> None:
    table = made(expires=SECOND)
    to_phase(table, Phase.ORDERS, 1)
    told = len(table.chronicle)
    to_phase(table, Phase.TALKS, 2)
    kinds = [type(e) for e in table.chronicle[told:] if isinstance(e, TreatyEnded | OrganDissolved | TurnOpened)]
    assert kinds == [TreatyEnded, OrganDissolved, TurnOpened]


def test_an_organ_that_sits_again_has_its_agenda() -> None:
    table = suspended(ALBA, parties=(ALBA, DORIA))
    assert not sitting(table)
    do(table, ALBA, Resume(treaty=PACT, against=DORIA))
    do(table, ALBA, seize(Competence.DELIBERATE), Suspend(treaty=PACT, against=DORIA), Resume(treaty=PACT, against=DORIA))
    assert MATTER in table.state.organs[BOARD].agenda


def test_a_secret_text_creates_none() -> None:
    """An organ that sits is seen."""
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS)
    refusal = refused(table, ALBA, draft_of(ALBA, "pact", THREE, organ(), secret=True))
    assert (refusal.reason, refusal.about["fault"]) == (Reason.ARTICLE_FAULTY, "organ_in_secret")


def test_a_condition_asks_for_it_by_its_treaty_and_article() -> None:
    accord = TreatyId("accord")
    scenario = with_plot(events={}, drafts={}, endings={}, treaties={accord: standing(accord, (ALBA, BORIA), organ())})
    table = Table.open(scenario, 1)
    asked = "accord.accord_1"
    assert holds(
        table.state, Condition(f"all_in([alba, boria], {asked}.members) and count({asked}.seats) == 2 and count({asked}.elected) == 0")
    )
    assert not holds(table.state, Condition(f"{asked}.seized"))
    matter = with_(seize(Competence.DELIBERATE), organ=OrganId(asked))
    do(to_phase(table, Phase.TALKS), ALBA, matter)
    assert holds(table.state, Condition(f"{asked}.seized"))


ACCORD = TreatyId("accord")
LIVELY = with_plot(
    treaties={
        **PLOT.treaties,
        ACCORD: standing(ACCORD, (ALBA, BORIA, CARNIA), organ(binding=True), NonAggression(), notice=ONE_DAY, accession=Accession.OPEN),
    }
)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_played_those_sit_whom_the_article_binds_and_everybody_knows_it(seed: int) -> None:
    table, ident = Table.open(LIVELY, seed), OrganId("accord.accord_1")
    for step in range(220):
        if table.state.over:
            break
        by, command = random_step(table.state, seed, step)
        table.play(by, command)
        state = table.state
        owed = (o for o in obligations(state) if (o.treaty, o.article.id) == (ACCORD, "accord_1"))
        bound = {o.duty.debtor for o in owed if isinstance(o.duty, Render) and o.duty.deed is Deed.ESTABLISH}
        assert {power for power, seat in state.organs[ident].seats.items() if seat.by == ORDINARY} == bound
        if step % 20 == 0:
            assert all(table.view(viewer).organs[ident] == state.organs[ident] for viewer in VIEWERS)
            assert all(table.view(viewer).memberships[ident] == state.memberships[ident] for viewer in VIEWERS)


def test_scripted_powers_sit_in_it_and_vote() -> None:
    table = to_phase(Table.open(LIVELY, 1), Phase.TALKS)
    matter = with_(seize(Competence.DELIBERATE), organ=OrganId("accord.accord_1"))
    draft = with_(text(Competence.DELIBERATE, Note(text=both("So be it."))), organ=OrganId("accord.accord_1"))
    do(table, ALBA, matter, draft)
    let_scripted_play(table, frozenset(POWERS))
    assert table.state.resolutions[draft.resolution].stage is Outcome.ADOPTED
