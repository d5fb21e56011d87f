"""An organ that a treaty creates, as the terminal shows and offers it."""

from __future__ import annotations

import pytest

from client.labels import Labels
from client.meaning import meaning
from client.mirror import Mirror
from client.screens.resolution import ResolutionDesk
from client.widgets.chamber import chamber_text
from client.widgets.parameters import pool
from engine.clauses.organ import Competence
from engine.commands import PowerCommand
from engine.council_commands import KeepAway, TableResolution
from engine.measures import Note, Recommendation
from engine.names import BodyId, Lang, OrganId
from engine.options import options
from engine.table import Table
from tests.engine.boards import BOARD, made, organ, seize
from tests.engine.settings import ALBA, CARNIA, COUNCIL, DORIA, do

EN, FR = Lang("en"), Lang("fr")


def labels(table: Table, lang: Lang = EN) -> Labels:
    return Labels(table.view(ALBA), lang)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            EN,
            (
                "Permanent Board",
                "Created by “pact”, Article 1.",
                "Rule: a majority of those who vote decides.",
                "Whom it binds: its decisions bind all members.",
                "Seats: Alba, Carnia, Doria",
            ),
        ),
        (FR, ("Institué par « pact (fr) », article premier.", "Règle : la majorité des votants décide.")),
    ],
)
def test_the_chamber_says_what_creates_it_and_how_it_decides(lang: Lang, lines: tuple[str, ...]) -> None:
    table, mirror = made(organ(binding=True)), Mirror(ALBA)
    mirror.take(1, [event for _, event in table.news(ALBA)])
    assert mirror.state is not None
    said = chamber_text(mirror, Labels(mirror.state, lang), 76).plain.replace("\u00a0", " ").replace("\u202f", " ")
    assert all(line in said for line in lines), said


@pytest.mark.parametrize(("ident", "promised"), [(BOARD, True), (COUNCIL, False)])
def test_who_has_promised_to_take_part_is_told_so_before_keeping_away(ident: OrganId, promised: bool) -> None:
    said = meaning(KeepAway(organ=ident, away=True), ALBA, labels(made()))
    assert any("promised to take part" in line for line in said) is promised


def desk(competence: Competence) -> ResolutionDesk:
    """The desk for a draft under a matter that was brought on a competence."""
    table = made()
    do(table, ALBA, seize(competence, *((CARNIA, DORIA) if competence is Competence.SETTLE else ())))
    verb: type[PowerCommand] = TableResolution
    option = next(o for o in options(table.state, ALBA) if o.verb is verb and o.only("organ") == BOARD)
    return ResolutionDesk(option, ALBA, labels(table))


@pytest.mark.parametrize(("competence", "kind"), [(Competence.DELIBERATE, Note), (Competence.SETTLE, Recommendation)])
def test_the_desk_begins_with_a_paragraph_that_the_competence_admits_and_offers_those_of_all(competence: Competence, kind: type) -> None:
    board = desk(competence)
    assert isinstance(board.first(), kind)
    tags = {tag for _, tag in board.kinds()}
    assert {"determination", "terms", "observers", "admission", "note"} <= tags and "expulsion" not in tags


def test_its_decisions_can_be_accepted_by_name() -> None:
    bodies = pool(BodyId, labels(made()), {}, BodyId("court"))
    assert bodies[BOARD] == "Permanent Board" and bodies["league_council"] == "the Council"
    assert bodies["court"] == "a court", "what a text names already stays"
