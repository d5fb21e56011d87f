"""Aid by economic means that a war calls for: entered as given once something has been sent openly, as withheld at the close of the turn
after the outbreak. Of diplomatic support there is no deed, and whether it was given nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator

from engine.casus import SHORT_OF_ARMS
from engine.crisis import War
from engine.decide.promises import breach, perform
from engine.duties import Assist, Automaticity, Extent
from engine.fulfilment import CalledToAid, called_to_aid
from engine.names import EVERYBODY
from engine.obligations import Obligation, last_line, obligations
from engine.orders import OrderKind
from engine.proceedings import Proceedings
from engine.state import State


def find_relief(proceedings: Proceedings) -> None:
    """Find what has been sent to those to whom it was promised, and what should have been; each is named once in a war."""
    for called in called_to_aid(proceedings.state):
        if called.war is not None:
            for owed, duty in tuple(_called_for(proceedings.state, called, called.war)):
                if _is_given(proceedings.state, duty, called.war):
                    perform(proceedings, owed)
                elif proceedings.state.turn > called.war.turn and OrderKind.AID in proceedings.state.setting.orders:
                    breach(proceedings, owed)


def _called_for(state: State, called: CalledToAid, war: War) -> Iterator[tuple[Obligation, Assist]]:
    """What is owed in a war, without anybody's further word, by those who do not fight in it, and on which nothing has been entered yet."""
    grounds = {
        (ground.treaty, ground.article, call.power, ground.owed_to(called.by, called.upon))
        for call in called.calls
        for ground in call.grounds
        if ground.code == SHORT_OF_ARMS[Extent.ECONOMIC]
    }
    for owed in obligations(state):
        duty = owed.duty
        if not isinstance(duty, Assist) or duty.extent is not Extent.ECONOMIC or duty.automaticity is not Automaticity.AUTOMATIC:
            continue
        waits = duty.only_if_assisted_by is not None or duty.jointly_with or duty.with_transit_through
        key = (owed.treaty, owed.article.id, duty.debtor, duty.creditor)
        fights = duty.debtor in (*war.attackers, *war.defenders)
        if key in grounds and not waits and not fights and last_line(state, owed, war.turn) is None:
            yield owed, duty


def _is_given(state: State, duty: Assist, war: War) -> bool:
    """Whether the debtor has sent its creditor anything that all have seen."""
    sent = (aid for aid in state.aid if (aid.by, aid.to) == (duty.debtor, duty.creditor) and aid.turn >= war.turn)
    return any(aid.known_to is EVERYBODY for aid in sent)
