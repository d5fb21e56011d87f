"""Reservations of every kind: offered where they narrow something, in words, with what they leave of each duty."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Select, SelectionList, Static

from client.labels import Labels
from client.meaning import meaning
from client.screens.confirm import Confirm
from client.screens.form import ActForm
from client.treaty_meaning import reservation_lines
from client.treaty_page import treaty_page
from client.widgets.reserving import Narrowed
from engine.clauses import Declaration, MutualAssistance, NonAggression
from engine.commands import AnswerReservation, Sign
from engine.duties import Automaticity, Extent
from engine.names import UNDETERMINED, ArticleId, Lang, TreatyId
from engine.options import options
from engine.reservations import Await, Exclude, LeaveOut, Lessen, Narrowing, Reservation, Spare, WaitFor
from engine.table import Table
from engine.treaty import Answer
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, SCENARIO, adopt, do

A1 = ArticleId("a1")
PACT = TreatyId("boria.pact")


def adopted(**provisions: object) -> Table:
    """A pact that Alba may sign."""
    table = Table.open(SCENARIO, 1)
    adopt(
        table, BORIA, "pact", (ALBA, BORIA), MutualAssistance(), NonAggression(), Declaration(text={UNDETERMINED: "Peace."}), **provisions
    )
    return table


@asynccontextmanager
async def form(table: Table, done: list[object]) -> AsyncIterator[tuple[Pilot[None], ActForm]]:
    """Alba's form to sign it."""
    app: App[None] = App()
    state = table.view(ALBA)
    signing = ActForm(next(o for o in options(state, ALBA) if o.verb is Sign), ALBA, Labels(state, Lang("en")))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(signing, done.append)
        await pilot.pause()
        yield pilot, signing


async def test_an_article_may_be_narrowed_in_several_ways_and_only_in_those_that_change_something() -> None:
    table = adopted()
    done: list[object] = []
    async with form(table, done) as (pilot, signing):
        aid, peace, words = signing.query(Narrowed)
        assert aid.kinds == ("exclude", "spare", "await", "lessen", "wait_for", "leave_out")
        assert peace.kinds == ("exclude", "spare") and words.kinds == ("exclude",)
        aid.query_one(".way", Select).value = "lessen"
        await pilot.pause()
        aid.query_one(".named Select", Select).value = Extent.ECONOMIC.value
        await pilot.pause()
        again = signing.query(Narrowed)[1]
        assert again.article.id == A1
        again.query_one(".way", Select).value = "spare"
        await pilot.pause()
        marks = again.query_one(SelectionList)
        marks.select(CARNIA)
        marks.select(DORIA)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (command,) = done
    assert isinstance(command, Sign)
    assert command.reservations == (
        Reservation(article=A1, narrowing=Lessen(Extent.ECONOMIC)),
        Reservation(article=A1, narrowing=Spare(frozenset({CARNIA, DORIA}))),
    )


async def test_a_reservation_that_the_treaty_does_not_admit_is_said_to_be_forbidden() -> None:
    done: list[object] = []
    async with form(adopted(), done) as (pilot, signing):
        for row in signing.query(Narrowed):
            row.query_one(".way", Select).value = "exclude"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "nothing would be left" in str(signing.query_one("#fault", Static).content) and not done


@pytest.mark.parametrize(
    ("narrowing", "en", "fr"),
    [
        (
            Exclude(),
            ("Article 1 does not apply to Alba.", "Left out of what you would owe: assistance to Boria"),
            ("L'article premier ne s'applique pas",),
        ),
        (
            Spare(frozenset({CARNIA})),
            ("Alba owes nothing against Carnia", "Narrowed in what you would owe: assistance"),
            ("ne doit rien contre",),
        ),
        (Await(Automaticity.UPON_RECOMMENDATION), ("only upon a recommendation",), ("que sur recommandation",)),
        (Await(Automaticity.AFTER_CONSULTATION), ("after consultation",), ("qu'après consultation",)),
        (Await(Automaticity.AS_EACH_JUDGES), ("itself judges",), ("il appartient",)),
        (
            Lessen(Extent.MILITARY),
            ("by military means only", "Narrowed in what Boria would owe you: assistance to Alba"),
            ("que par des moyens militaires",),
        ),
        (WaitFor(CARNIA), ("only if Carnia assists as well",), ("prête aussi assistance",)),
        (LeaveOut(frozenset()), ("owes nothing for the sake of",), ("ne doit rien à raison",)),
    ],
)
def test_a_reservation_is_declared_in_words_with_what_it_leaves_both_ways(
    narrowing: Narrowing, en: tuple[str, ...], fr: tuple[str, ...]
) -> None:
    state = adopted().view(ALBA)
    if isinstance(narrowing, LeaveOut):
        narrowing = LeaveOut(frozenset({next(iter(state.setting.stakes))}))
    for lang, parts in (("en", en), ("fr", fr)):
        made = (Reservation(article=A1, narrowing=narrowing),)
        said = "\n".join(reservation_lines(made, state.treaties[PACT], ALBA, ALBA, Labels(state, Lang(lang))))
        assert all(part in said for part in parts), said


@pytest.mark.parametrize(
    ("answer", "part"), list(zip(Answer, ("Boria would owe you: assistance to Alba", "to the extent", "at all"), strict=True))
)
def test_whoever_answers_a_reservation_reads_it_and_what_each_answer_comes_to(answer: Answer, part: str) -> None:
    table = adopted()
    do(table, BORIA, Sign(treaty=PACT, reservations=(Reservation(article=A1),)))
    state = table.view(ALBA)
    option = next(o for o in options(state, ALBA) if o.verb is AnswerReservation)
    labels = Labels(state, Lang("en"))
    assert labels.about(option, ALBA) == "Article 1 does not apply to Boria."
    assert part in " ".join(meaning(AnswerReservation(treaty=PACT, reserver=BORIA, answer=answer), ALBA, labels))


async def test_a_way_says_what_it_means_and_one_that_names_nothing_is_no_reservation_in_silence() -> None:
    done: list[object] = []
    async with form(adopted(), done) as (pilot, signing):
        aid = signing.query(Narrowed).first()
        aid.query_one(".way", Select).value = "spare"
        await pilot.pause()
        assert "against a power that you mark" in str(aid.query_one(".way-means", Static).content)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not done and "names nothing yet" in str(signing.query_one("#fault", Static).content)


async def test_reservations_that_were_chosen_are_not_thrown_away_by_escape_and_enter() -> None:
    done: list[object] = []
    async with form(adopted(), done) as (pilot, signing):
        signing.query(Narrowed).first().query_one(".way", Select).value = "exclude"
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Confirm)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is signing and not done


def test_the_page_of_a_treaty_shows_a_reservation_beside_the_article_that_it_narrows() -> None:
    table = adopted()
    do(table, ALBA, Sign(treaty=PACT, reservations=(Reservation(article=A1),)))
    state = table.view(ALBA)
    lines = str(treaty_page(state.treaties[PACT], state.treaties[PACT].text, Labels(state, Lang("en")))).splitlines()
    plain = lines[lines.index("In plain words") : lines.index("The text")]
    assert plain[2] == "   ! Reservation: Article 1 does not apply to Alba."
