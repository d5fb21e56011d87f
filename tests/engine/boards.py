"""Tables at which a pact has created an organ, for the tests of what such an organ is and does."""

from __future__ import annotations

from engine.clauses import AnyClause, CreateOrgan
from engine.clauses.organ import Competence, Decides
from engine.council_commands import Seize, TableResolution
from engine.events import Phase
from engine.names import ItemId, OrganId, Power, ResolutionId, TreatyId
from engine.plot import Scenario
from engine.statutes import competence_of
from engine.table import Table
from engine.voting import Ballot
from tests.engine.hearing import TEXT, debated, paragraphs, vote
from tests.engine.settings import ALBA, CARNIA, DORIA, both, conclude, do, quiet, to_phase

PACT = TreatyId("alba.pact")
BOARD = OrganId("alba.pact.a1")
MATTER = ItemId("alba.matter")
THREE = (ALBA, CARNIA, DORIA)
NAME = both("Permanent Board")


def organ(
    *competences: Competence, binding: bool = False, decides: Decides = Decides.MAJORITY, members: tuple[Power, ...] = ()
) -> CreateOrgan:
    """An article that creates an organ of all competences, or of these."""
    named = competences or tuple(Competence)
    return CreateOrgan(name=NAME, members=members, decides=decides, competences=named, binding=binding)


def made(*clauses: AnyClause, parties: tuple[Power, ...] = THREE, scenario: Scenario | None = None, **provisions: object) -> Table:
    """A table at which the powers have concluded a pact whose first article creates an organ."""
    table = to_phase(Table.open(scenario or quiet(), 1), Phase.TALKS)
    conclude(table, ALBA, "pact", parties, *(clauses or (organ(),)), **provisions)
    return table


def seize(competence: Competence, *parties: Power, accepting: bool = False, by: Power = ALBA) -> Seize:
    """The command that brings a matter before it."""
    return Seize(
        item=ItemId(f"{by}.matter"),
        organ=BOARD,
        article=competence_of(competence),
        title=both("A matter"),
        parties=frozenset(parties),
        accepting=accepting,
    )


def text(competence: Competence, *measures: object, item: ItemId = MATTER) -> TableResolution:
    """A draft of these paragraphs that rests on a competence."""
    return TableResolution(
        resolution=ResolutionId(TEXT),
        organ=BOARD,
        item=item,
        article=competence_of(competence),
        title=both("A text"),
        paragraphs=paragraphs(*measures),
    )


def decided(
    table: Table, competence: Competence, *measures: object, parties: tuple[Power, ...] = (), against: tuple[Power, ...] = ()
) -> Table:
    """The organ is seized, and has voted on a text of these paragraphs; all but those named vote for it."""
    do(table, ALBA, seize(competence, *parties), text(competence, *measures))
    debated(table)
    held = table.state.sitting
    assert held is not None
    vote(table, **{power: Ballot.AGAINST if power in against else Ballot.FOR for power in held.present})
    return table
