"""Tables at which an organ has been seized, for the tests of sittings: a quarrel between Boria and Carnia."""

from __future__ import annotations

from engine.council_commands import CastBallot, Seize, TableResolution, Yield
from engine.events import Phase
from engine.measures import Condemnation
from engine.names import ItemId, OrganId, ParagraphId, Power, ResolutionId, StatuteId
from engine.resolution import Outcome, Paragraph
from engine.sitting import Step
from engine.table import Table
from engine.voting import Ballot
from tests.engine.settings import ALBA, BORIA, CARNIA, COUNCIL, both, do, quiet, to_phase

MATTER = ItemId("carnia.quarrel")
TEXT = ResolutionId("alba.text")
CONDEMNS = Condemnation(power=BORIA)


def paragraphs(*measures: object) -> tuple[Paragraph, ...]:
    """Paragraphs `p1`, `p2`... with these measures."""
    return tuple(Paragraph(id=ParagraphId(f"p{n}"), measure=m) for n, m in enumerate(measures, start=1))  # type: ignore[arg-type]


def seized(organ: OrganId = COUNCIL, article: str = "covenant_15", by: Power = CARNIA, turn: int = 0) -> Table:
    """A table at which an organ has a quarrel between Boria and Carnia before it."""
    table = to_phase(Table.open(quiet(), 1), Phase.TALKS, turn)
    parties = frozenset({BORIA, CARNIA})
    do(table, by, Seize(item=ItemId(f"{by}.quarrel"), organ=organ, article=StatuteId(article), title=both("A quarrel"), parties=parties))
    return table


def tabled(
    table: Table,
    *measures: object,
    organ: OrganId = COUNCIL,
    article: str = "covenant_15",
    item: ItemId = MATTER,
    by: Power = ALBA,
) -> Table:
    """The table with a draft `BY.text` of these paragraphs before the organ."""
    draft = TableResolution(
        resolution=ResolutionId(f"{by}.text"),
        organ=organ,
        item=item,
        article=StatuteId(article),
        title=both("A text"),
        paragraphs=paragraphs(*measures),
    )
    do(table, by, draft)
    return table


def opened(table: Table) -> Table:
    """The organ sits, and the debate is open."""
    return to_phase(table, Phase.SESSION)


def debated(table: Table) -> Table:
    """The debate is over, and the first vote open."""
    opened(table)
    while table.state.sitting is not None and table.state.sitting.step is Step.DEBATE:
        for power in table.state.sitting.at_table:
            if power not in table.state.sitting.yielded:
                do(table, power, Yield(organ=table.state.sitting.organ))
    return table


def vote(table: Table, **ballots: Ballot) -> None:
    """These powers vote on what is put."""
    sitting = table.state.sitting
    assert sitting is not None
    for power, ballot in ballots.items():
        do(table, Power(power), CastBallot(organ=sitting.organ, ballot=ballot))


def outcome(table: Table, ident: ResolutionId = TEXT) -> Outcome:
    """What has become of a draft."""
    return table.state.resolutions[ident].stage
