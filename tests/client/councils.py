"""The Security Council of August 1990 at several moments, for the tests of the chamber."""

from __future__ import annotations

from typing import Any

import scenarios
from engine.commands import CloseStep
from engine.council_commands import CastBallot, Introduce, Seize, Sponsor
from engine.dispute_commands import OpenDispute, ProposeProcedure
from engine.measures.recommendation import Procedure
from engine.names import DisputeId, ItemId, Lang, Onlooker, OrganId, Power, ResolutionId, StakeId, StatuteId
from engine.refusal import Refusal
from engine.table import Table
from engine.voting import Ballot

COUNCIL, MATTER, BREACH = OrganId("council"), ItemId("kuwait.aggression"), ResolutionId("breach")
TITLE = {Lang("en"): "The situation between Iraq and Kuwait", Lang("fr"): "La situation entre l'Irak et le Koweït"}
USA = Power("usa")


def act(table: Table, by: str, *commands: Any) -> Table:
    """These acts of a power, none of which may be refused."""
    for command in commands:
        outcome = table.play(Power(by), command)
        assert not isinstance(outcome, Refusal), (by, command, outcome)
    return table


def in_talks() -> Table:
    """The Council is seized, and a draft with two sponsors is on the table."""
    table = Table.open(scenarios.load("kuwait-1990"), 1)
    parties = frozenset({Power("iraq"), Power("kuwait")})
    act(table, "kuwait", Seize(item=MATTER, organ=COUNCIL, article=StatuteId("charter_39"), title=TITLE, parties=parties))
    act(table, "usa", Introduce(resolution=BREACH, item=MATTER))
    return act(table, "uk", Sponsor(resolution=BREACH))


def close_step(table: Table) -> None:
    """The facilitator goes on."""
    table.play(Onlooker.FACILITATOR, CloseStep())


def six_vote(table: Table) -> None:
    """The debate is closed, and six members vote for the draft."""
    close_step(table)
    for power in ("romania", "ussr", "uk", "zaire", "canada", "china"):
        act(table, power, CastBallot(organ=COUNCIL, ballot=Ballot.FOR))


def france_vetoes(table: Table) -> None:
    """The others vote, France against, with an explanation."""
    act(table, "france", CastBallot(organ=COUNCIL, ballot=Ballot.AGAINST, explanation="We wanted more time."))
    act(table, "yemen", CastBallot(organ=COUNCIL, ballot=Ballot.NOT_PARTICIPATING))
    for power in ("usa", "colombia", "ivory_coast", "cuba", "ethiopia", "finland", "malaysia"):
        act(table, power, CastBallot(organ=COUNCIL, ballot=Ballot.FOR))


def in_debate() -> Table:
    """The Council sits."""
    table = in_talks()
    close_step(table)
    return table


def at_vote() -> Table:
    """The draft is put to the vote, and six have voted."""
    table = in_debate()
    six_vote(table)
    return table


def vetoed() -> Table:
    """All have voted, and the draft is vetoed."""
    table = at_vote()
    france_vetoes(table)
    return table


def in_dispute() -> Table:
    """Kuwait claims its territory, and asks the United States to mediate."""
    table = in_talks()
    act(table, "kuwait", OpenDispute(dispute=DisputeId("kuwait.claim"), respondent=Power("iraq"), title=TITLE, over=StakeId("kuwait_city")))
    return act(table, "kuwait", ProposeProcedure(dispute=DisputeId("kuwait.claim"), procedure=Procedure.MEDIATION, third=USA))
