"""What a scripted power does of its own accord when its values say so: give a text to the press, aid a friend in the dark, blockade an
aggressor, call a conference."""

from __future__ import annotations

from collections.abc import Iterator

from engine.ai.measures import threatened_friends
from engine.ai.mind import Mind
from engine.ai.script import spoken_of
from engine.ai.value import handed_over, points_of_aims, trust
from engine.casus_belli import casus_belli
from engine.chance import draw
from engine.commands import Convene, PutToVote
from engine.conditions import holds
from engine.consequences import consequences
from engine.crisis import DemandCession, UltimatumState
from engine.decide.conferences import can_be_put, motion_of
from engine.decide.crises import CONFERENCE_TITLE
from engine.decide.orders import may_be_leaked
from engine.happenings import Means
from engine.names import ConferenceId, Power, StakeId, conference_id
from engine.orders import Blockade, Leak, Order, OrderKind, SendAid
from engine.organ import Organ
from engine.profile import Leaning
from engine.roll import conferences
from engine.state import State
from engine.treaty import Stage, Treaty

LEAK_FROM = 60
"""Points that a text before us must cost for us to let the press have it."""
AID_FROM = 15
"""Points of our own aims, with what we think of the victim, from which we aid it in the dark."""
BLOCKADE_FROM = 30
CONFER_FROM = 10
"""Points of surplus from which a text on the table is worth a conference."""
MOOD = 5
"""Points by which such a decision differs from game to game, either way."""


def leaning(mind: Mind, kind: Leaning, about: str) -> int:
    """The author's points for such an act, and the mood of the day."""
    mood = draw(mind.seed, f"{kind.value}|{mind.power}|{mind.view.turn}|{about}", 2 * MOOD + 1) - MOOD
    return mind.profile.leanings.get(kind, 0) + mood


def initiatives(mind: Mind) -> Iterator[Order]:
    """Orders in the dark or by sea that our values call for; what is not open falls away."""
    yield from _blockades(mind)
    yield from _covert_aid(mind)
    yield from _leaks(mind)


def _leaks(mind: Mind) -> Iterator[Order]:
    """The press has the text that would cost us most, once, if nothing else keeps it from being signed."""
    texts = [t for t in mind.view.treaties_known_to(mind.power).values() if t.known_to is not None and may_be_leaked(t, mind.power)]
    costs = {t.id: -mind.scales.worth(t, t.versions[-1]).surplus + leaning(mind, Leaning.LEAK, t.id) for t in texts if not t.in_force}
    dear = sorted((ident for ident, cost in costs.items() if cost >= LEAK_FROM), key=lambda ident: (-costs[ident], ident))
    yield from [Leak(ident) for ident in dear][:1]


def _covert_aid(mind: Mind) -> Iterator[Order]:
    """Arms in secret to whoever must hold out for our aims' sake."""
    view, power = mind.view, mind.power
    openly = threatened_friends(view, power, list(view.ultimatums.values())) if OrderKind.AID in view.setting.orders else ()
    for victim, foe, lost in threatened(view, power):
        order = SendAid(to=victim, means=Means.ARMS, covert=True)
        worth = at_stake(view, power, foe, lost) + (trust(view, power, victim) - 50) // 5 + leaning(mind, Leaning.COVERT_AID, victim)
        sent = any((aid.by, aid.to) == (power, victim) for aid in view.aid)
        if worth >= AID_FROM and not sent and victim not in openly and not consequences(view, power, order).breaches:
            yield order


def _blockades(mind: Mind) -> Iterator[Order]:
    """A power with the stronger fleet shuts in whoever threatens what it cares for, if it means to see it through."""
    view, power = mind.view, mind.power
    fleets = {p: sheet.fleet for p, sheet in view.setting.powers.items()}
    for victim, foe, lost in threatened(view, power):
        order = Blockade(foe)
        worth = at_stake(view, power, foe, lost) + (trust(view, power, victim) - 50) // 5 + leaning(mind, Leaning.BLOCKADE, foe)
        if worth < BLOCKADE_FROM or fleets[power] <= fleets[foe] or OrderKind.BLOCKADE not in view.setting.orders:
            continue
        attacks = mind.profile.attacks_when is not None and holds(view, mind.profile.attacks_when)
        if (attacks or casus_belli(view, power, order) is None) and not consequences(view, power, order).breaches:
            yield order


def threatened(view: State, power: Power) -> Iterator[tuple[Power, Power, tuple[StakeId, ...]]]:
    """(victim, foe, what is to be lost) of every ultimatum that stands and every war, but our own."""
    for (issuer, target), ultimatum in view.ultimatums.items():
        if ultimatum.state is not UltimatumState.ACCEPTED and power not in (issuer, target):
            yield target, issuer, ultimatum.demand.stakes if isinstance(ultimatum.demand, DemandCession) else ()
    for war in view.wars:
        if power not in war.attackers + war.defenders:
            victim, foe = war.defenders[0], war.attackers[0]
            yield victim, foe, tuple(stake for stake, holder in view.holders.items() if holder == victim)


def at_stake(view: State, power: Power, foe: Power, lost: tuple[StakeId, ...]) -> int:
    """The points of our own aims that would be lost if the foe had its will."""
    return points_of_aims(view, power) - points_of_aims(handed_over(view, lost, foe), power)


# -- conferences


def call_conference(mind: Mind) -> None:
    """Invite all who negotiate a text that is worth it to us and hangs in the air, and put it to them once they have come."""
    view, power = mind.view, mind.power
    ours = next((c for c in conferences(view) if c.call is not None and c.call.host == power), None)
    if ours is not None:
        _put(mind, ours)
        return
    pressed = any(u.state is UltimatumState.STANDING for u in view.ultimatums.values())
    if not pressed and mind.profile.leanings.get(Leaning.CONFERENCE, 0) <= 0:
        return
    spoken = spoken_of(mind)
    for treaty in mind.view.treaties_known_to(power).values():
        if (
            treaty.stage is Stage.TABLED
            and power in treaty.negotiators
            and treaty.id not in spoken
            and mind.admits(_invitation(mind, treaty))
        ):
            worth = mind.scales.worth(treaty, treaty.versions[-1])
            if worth.acceptable and worth.surplus + leaning(mind, Leaning.CONFERENCE, treaty.id) >= CONFER_FROM:
                if mind.once(f"conference:{treaty.id}"):
                    mind.do(_invitation(mind, treaty), "initiative", treaty.id, worth.best, worth)
                return


def _invitation(mind: Mind, treaty: Treaty) -> Convene:
    ident = conference_id(f"{mind.power}.talks_{mind.view.turn}")
    return Convene(conference=ident, title=CONFERENCE_TITLE, invited=frozenset(treaty.negotiators) - {mind.power})


def _put(mind: Mind, conference: Organ) -> None:
    """Ask those who have come to adopt the text that is worth most to us."""
    if motion_of(conference) is not None or "talks_" not in conference.id:
        return
    view, power = mind.view, mind.power
    texts = [t for t in view.treaties_known_to(power).values() if any(can_be_put(view, power, conference, t, v) for v in t.versions)]
    worth = {t.id: mind.scales.worth(t, t.versions[-1]) for t in texts}
    best = min((t for t in texts if worth[t.id].acceptable), key=lambda t: (-worth[t.id].surplus, t.id), default=None)
    if best is not None:
        command = PutToVote(conference=ConferenceId(conference.id), treaty=best.id, version=len(best.versions))
        mind.do(command, "initiative", best.id, worth[best.id].best, worth[best.id])
