"""How third powers would stand otherwise in an attack once duties of assistance have arisen or ended."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from engine.casus import Ground, Standing, casus_foederis
from engine.duties import ARMED, Assist, Trigger
from engine.names import Power
from engine.obligations import Obligation, obligations
from engine.state import State


@frozen(kw_only=True)
class Turnabout:
    """Where a third power would stand in an attack, and where it stands now."""

    attacker: Power
    victim: Power
    power: Power
    before: Standing
    after: Standing
    ground: Ground | None = None
    """On what it would stand there; where it would stand free, on what it stands now."""


def turnabouts(before: State, after: State, changing: Iterable[Obligation]) -> tuple[Turnabout, ...]:
    """How the third powers would stand otherwise in the attacks that the duties of assistance speak of."""
    attacks: dict[tuple[Power, Power], None] = {}
    for owed in changing:
        if isinstance(owed.duty, Assist) and owed.duty.observance is None:
            for duty in (owed.duty, *_drawing_in(owed.duty, before, after)):
                attacks |= dict.fromkeys(_attacks(before, duty))
    found: list[Turnabout] = []
    for attacker, victim in attacks:
        now = {call.power: call for call in casus_foederis(before, attacker, victim)}
        then = casus_foederis(after, attacker, victim)
        found += (
            Turnabout(
                attacker=attacker,
                victim=victim,
                power=call.power,
                before=now[call.power].standing,
                after=call.standing,
                ground=next(iter((*call.grounds, *now[call.power].grounds)), None),
            )
            for call in then
            if call.standing is not now[call.power].standing
        )
    return tuple(found)


def _drawing_in(duty: Assist, before: State, after: State) -> Iterable[Assist]:
    """The duties by which the power aided in any war may be drawn into one, and those to whom it owes as much in their turn."""
    drawn = {duty.creditor} if _answers_an_entry(duty) else set[Power]()
    found: dict[Assist, None] = {}
    owed = [o.duty for state in (before, after) for o in obligations(state) if isinstance(o.duty, Assist)]
    while more := [aid for aid in owed if aid.debtor in drawn and aid.extent in ARMED and aid not in found]:
        found |= dict.fromkeys(more)
        drawn |= {aid.creditor for aid in more if _answers_an_entry(aid)}
    return found


def _answers_an_entry(duty: Assist) -> bool:
    """Whether aid is owed to one that goes to war for another."""
    return (duty.trigger is Trigger.ANY_WAR or bool(duty.vital)) and not duty.in_attack


def _attacks(state: State, duty: Assist) -> Iterable[tuple[Power, Power]]:
    """The attacks by powers that the duty names, else by neighbours of the power whose war it is."""
    foes = tuple(p for p in state.powers() if p in duty.against or (not duty.against and p in state.setting.neighbours[duty.creditor]))
    holders = tuple(holder for stake in sorted(duty.vital) if (holder := state.holder(stake)) is not None)
    pairs = (((duty.creditor, foe) if duty.in_attack else (foe, victim)) for victim in (duty.creditor, *holders) for foe in foes)
    return tuple(pair for pair in pairs if duty.debtor not in pair and pair[0] != pair[1])
