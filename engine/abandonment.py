"""What a duty gives up of a power's independence or neutrality: the measure of indirect aggression."""

from __future__ import annotations

from engine.duties import ARMED, Allow, Assist, Automaticity, Cede, Duty, Refrain
from engine.happenings import Deed
from engine.names import StakeId
from engine.state import State

USE_OF_TERRITORY = (Deed.CROSS, Deed.DEPLOY)
WHOLE_COUNTRY: frozenset[StakeId] = frozenset()


def given_up(duty: Duty, state: State) -> frozenset[StakeId] | None:
    """The stakes over which a debtor gives up its independence or neutrality, none of them if it is the whole country; None if it does not.

    Territory ceded, its use granted to foreign forces, its defence forgone, its own forces pledged: action that involves the use of a
    state's territory and forces, or the abandonment of its independence or neutrality (Soviet and Anglo-French drafts, Moscow, 8-17 July
    1939). What may be refused again when it is asked for, or limits arms and forbids none, leaves a state its own master.
    """
    match duty:
        case Cede():
            return frozenset({duty.stake}) if state.holder(duty.stake) == duty.debtor else None
        case Allow():
            return duty.at if duty.deed in USE_OF_TERRITORY and not duty.on_request else None
        case Refrain():
            forgone = Deed.DEPLOY in duty.deeds and duty.ceiling is None and not duty.unless_with and not duty.in_war
            own = frozenset(stake for stake in duty.at if state.holder(stake) == duty.debtor)
            return own if forgone and own else None
        case Assist():
            pledged = duty.extent in ARMED and duty.automaticity is Automaticity.AUTOMATIC
            return WHOLE_COUNTRY if pledged else None
        case _:
            return None
