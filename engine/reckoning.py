"""Who would stand with whom if one power attacked another now, and why: the same sums before a crisis and in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve as with_
from attrs import frozen

from engine.casus import Call, Standing, casus_foederis
from engine.crisis import Citation, Crisis, Road, Stance, War, Way
from engine.deeds import attack
from engine.duties import ARMED, Assist, Automaticity, Duty, Trigger
from engine.force import NOBODY, correlate
from engine.happenings import Deed, Happening
from engine.names import EVERYBODY, Power, StakeId
from engine.obligations import Obligation, known_to, obligations
from engine.performance import broken_by
from engine.state import State, changed


@frozen(kw_only=True)
class Reckoning:
    """What an attack would come to if everybody did what its treaties bind it to, as far as the state knows."""

    attacker: Power
    target: Power
    calls: tuple[Call, ...]
    """Where each third power stands, and why."""
    helpers: tuple[Power, ...]
    """Those who are bound to come."""
    joiners: tuple[Power, ...]
    """Those who are bound to join the attack; who is bound both ways is counted on neither side."""
    breaches: tuple[Obligation, ...]
    """The promises that the attack itself would break."""
    passages: tuple[Obligation, ...]
    """The promises that those would break who let forces through their territory."""
    war: War


def reckoning(
    state: State,
    attacker: Power,
    target: Power,
    through: Power | None = None,
    over: frozenset[StakeId] = frozenset(),
    marches: Mapping[Power, Power] = NOBODY,
) -> Reckoning:
    """Who stands with whom if one power attacks another now, or takes some of its stakes, why, and how the forces compare.

    `marches` names the neutrals through which those who come would march without leave: whoever is bound to these comes too.
    """
    crisis = Crisis(mover=attacker, target=target, through=through, over=over, called=frozenset(), marches=marches)
    crisis = as_bound(state, crisis)
    helpers, joiners = standing_with(state, crisis, Stance.WITH_TARGET), standing_with(state, crisis, Stance.WITH_MOVER)
    war = coalition(state, crisis)
    return Reckoning(
        attacker=attacker,
        target=target,
        calls=casus_foederis(state, attacker, target, assisting=frozenset(helpers), joining=frozenset(joiners), over=over),
        helpers=helpers,
        joiners=joiners,
        breaches=broken_by(state, attack(state, attacker, target, through), aggressor=attacker),
        passages=broken_by(state, passages_of(war), aggressor=attacker),
        war=war,
    )


SIDES = (Stance.WITH_TARGET, Stance.WITH_MOVER)
"""The answers by which a power goes to war."""


@frozen(kw_only=True)
class Aggression:
    """An attack within a crisis: the mover's, or that of somebody who marches through a neutral on its way to the front."""

    by: Power
    upon: Power
    friends: Stance
    """The side on which whoever aids the victim stands."""
    over: frozenset[StakeId] = frozenset()

    @property
    def foes(self) -> Stance:
        """The side on which whoever joins the attack stands."""
        return Stance.WITH_MOVER if self.friends is Stance.WITH_TARGET else Stance.WITH_TARGET


def aggressions(crisis: Crisis) -> tuple[Aggression, ...]:
    """Who attacks whom in a crisis, as far as stances are taken: the target first, then those who are marched through.

    To march through a neutral that has let it happen is no attack upon it: those who promised to aid it are not called.
    """
    found = [Aggression(by=crisis.mover, upon=crisis.target, friends=Stance.WITH_TARGET, over=crisis.over)]
    let = suffering(crisis)
    if crisis.through is not None and crisis.through not in let:
        found.append(Aggression(by=crisis.mover, upon=crisis.through, friends=Stance.WITH_TARGET))
    for power, neutral in sorted(marches_of(crisis).items()):
        # Those who follow the mover through a neutral share in its attack; the others' have come to light when the neutral is asked.
        if power != crisis.mover and neutral in crisis.wronged and neutral not in let:
            against_mover = crisis.stances[power] is Stance.WITH_TARGET
            found.append(Aggression(by=power, upon=neutral, friends=Stance.WITH_MOVER if against_mover else Stance.WITH_TARGET))
    return tuple(found)


def suffering(crisis: Crisis) -> frozenset[Power]:
    """The neutrals that let those pass who march through them, once it is known what they have answered."""
    marched = (crisis.through, *crisis.wronged)
    known = (p for p in marched if p is not None and (crisis.revealed or p not in crisis.called))
    return frozenset(p for p in known if crisis.stances.get(p) is Stance.NEUTRAL)


def as_bound(state: State, crisis: Crisis) -> Crisis:
    """The crisis as it goes on if everybody who has taken no side does what its treaties bind it to, and no more.

    Those called upon come first; whoever is bound to a neutral that one of them violates comes next, and so on until nobody new is
    bound or violated: the least fixed point, reached after as many rounds as there are powers at the most. A neutral that is marched
    through defends itself. Who is bound both ways stands aside, for it can but break its word.
    """
    crisis = answered_as_bound(state, crisis)
    while wronged := newly_wronged(state, crisis):
        crisis = answered_as_bound(state, with_(crisis, wronged=(*crisis.wronged, *wronged)))
    return crisis


def answered_as_bound(state: State, crisis: Crisis) -> Crisis:
    """The crisis when those who have taken no side have answered as their treaties bind them to, once.

    Who turns out to be bound both ways, be it by what others do once it has come itself, has stood aside from the first, for it can but break
    its word; of several that are so because of one another, the first in the scenario's order.
    """
    settled = {crisis.mover, crisis.target, *takers(crisis)}
    torn: set[Power] = set()
    reached = crisis
    while True:
        bound = {p: sides for p, sides in _bound_to(state, reached).items() if p not in settled}
        if (newly := next((p for p in state.powers() if len(bound.get(p, ())) > 1 and p not in torn), None)) is not None:
            torn.add(newly)
            reached = crisis
            continue
        stances = {p: side for p in state.powers() if p not in torn for side in bound.get(p, ())}
        if (joined := with_(crisis, stances={**crisis.stances, **reached.stances, **stances})) == reached:
            return reached
        reached = joined


def _bound_to(state: State, crisis: Crisis) -> dict[Power, set[Stance]]:
    """The sides to which each is bound by what those do who have taken one."""
    wanted: dict[Power, set[Stance]] = {}
    attacks = aggressions(crisis)
    for one in attacks:
        for call in calls_in(state, crisis, one):
            if call.to_aid:
                wanted.setdefault(call.power, set()).add(one.friends)
            if call.to_attack:
                wanted.setdefault(call.power, set()).add(one.foes)
    # Whoever is marched through by the mover's side stands against it, whoever else marches through it.
    wanted |= {one.upon: {one.friends} for one in sorted(attacks, key=lambda one: one.friends is Stance.WITH_TARGET)}
    return wanted


def assisting(state: State, crisis: Crisis, attack: Aggression) -> frozenset[Power]:
    """Those who stand against whoever makes this attack, among them the other principal where the attack is not its own or upon it."""
    principal = crisis.target if attack.friends is Stance.WITH_TARGET else crisis.mover
    return frozenset((*standing_with(state, crisis, attack.friends), principal)) - {attack.by, attack.upon}


def calls_in(state: State, crisis: Crisis, attack: Aggression) -> tuple[Call, ...]:
    """Where each third power stands in this attack, once some have taken a side."""
    helping, joining = assisting(state, crisis, attack), frozenset(standing_with(state, crisis, attack.foes))
    return casus_foederis(state, attack.by, attack.upon, assisting=helping, joining=joining, over=attack.over, opened_by=crisis.mover)


def as_shown(crisis: Crisis) -> Crisis:
    """The crisis without what those have answered who are being asked: it counts once all have."""
    if crisis.revealed:
        return crisis
    stances = {p: stance for p, stance in crisis.stances.items() if p not in crisis.called}
    sent = {p: number for p, number in crisis.contingents.items() if p in stances}
    return with_(crisis, stances=stances, marches={p: neutral for p, neutral in crisis.marches.items() if p in stances}, contingents=sent)


def calls_expected(state: State, crisis: Crisis, attack: Aggression) -> tuple[Call, ...]:
    """Where each third power stands in this attack, as long as not all have taken a side: those who are bound are expected to act."""
    known = as_shown(crisis)
    entered = assisting(state, known, attack), frozenset(standing_with(state, known, attack.foes))
    return casus_foederis(state, attack.by, attack.upon, entered=entered, over=attack.over, opened_by=crisis.mover)


def newly_wronged(state: State, crisis: Crisis) -> tuple[Power, ...]:
    """The neutrals, in the scenario's order, that those who have joined march through and that have not yet been asked about it."""
    asked = {crisis.through, *crisis.wronged}
    through = frozenset(marches_of(crisis).values())
    return tuple(p for p in state.powers() if p in through and p not in asked)


def newly_entered(state: State, crisis: Crisis) -> tuple[Power, ...]:
    """Those, in the scenario's order, who have taken a side that is not their own quarrel, and to whom somebody that has taken none has
    publicly promised aid in any war, or over what it holds vital; each once, so that it can answer knowing of the entry."""
    taken = takers(crisis)
    settled = {*taken, crisis.mover, crisis.target}
    creditors = {
        owed.duty.creditor
        for owed in obligations(state)
        if owed.duty.creditor in taken
        and owed.duty.debtor not in settled
        and _is_owed_upon_entry(owed.duty)
        and known_to(state, owed) is EVERYBODY
    }
    return tuple(p for p in state.powers() if p in creditors and p not in crisis.entered)


def _is_owed_upon_entry(duty: Duty) -> bool:
    """Whether arms are owed without further word in a war that the creditor enters: in any, or over what it holds vital."""
    if not isinstance(duty, Assist) or duty.in_attack:
        return False
    return (duty.trigger is Trigger.ANY_WAR or bool(duty.vital)) and duty.extent in ARMED and duty.automaticity is Automaticity.AUTOMATIC


def takers(crisis: Crisis) -> frozenset[Power]:
    """Those who have taken a side in a quarrel that is not their own."""
    return frozenset(p for p, stance in crisis.stances.items() if stance in SIDES)


def standing_with(state: State, crisis: Crisis, side: Stance) -> tuple[Power, ...]:
    """Those who have taken this side."""
    return tuple(p for p in state.powers() if crisis.stances.get(p) is side)


def coalition(state: State, crisis: Crisis) -> War:
    """The war that the stances taken would bring, with the articles under which each has come."""
    return correlate(
        state,
        (crisis.mover, *standing_with(state, crisis, Stance.WITH_MOVER)),
        (crisis.target, *standing_with(state, crisis, Stance.WITH_TARGET)),
        under=_grounds(state, crisis),
        violated=marches_of(crisis),
        suffering=suffering(crisis),
        sent=crisis.contingents,
    )


@frozen(kw_only=True)
class CalledFor:
    """A promise of assistance for which an attack calls, and whether its debtor stands where it promised to."""

    owed: Obligation
    duty: Assist
    foe: Power
    """Against whom it was to stand."""
    stands: bool


def called_for(state: State, crisis: Crisis) -> Iterator[CalledFor]:
    """The promises of third powers that a crisis calls for, each once, by the stances taken."""
    settled: set[tuple[str, str, str, str]] = set()
    for one in aggressions(crisis):
        helping, joining = assisting(state, crisis, one), standing_with(state, crisis, one.foes)
        bound = {
            (g.treaty, g.article, c.power, g.owed_to(one.by, one.upon)): g.in_attack
            for c in calls_in(state, crisis, one)
            for g in c.grounds
            if g.standing is Standing.BOUND
        }
        for owed in obligations(state):
            duty, key = owed.duty, (owed.treaty, owed.article.id, owed.duty.debtor, owed.duty.creditor)
            if not isinstance(duty, Assist) or key not in bound or key in settled or duty.debtor in (crisis.mover, crisis.target):
                continue
            settled.add(key)
            foe, side = (one.upon, joining) if bound[key] else (one.by, helping)
            yield CalledFor(owed=owed, duty=duty, foe=foe, stands=duty.debtor in side)


def passages_of(war: War) -> tuple[Happening, ...]:
    """What those do who are not in a war and let the forces of one side pass, under a treaty or by sufferance."""
    found: dict[Happening, None] = {}
    for lines, side, foes in ((war.attack, war.attackers, war.defenders), (war.defence, war.defenders, war.attackers)):
        for line in lines:
            if line.road.way in (Way.TRANSIT, Way.SUFFERANCE):
                hosts = ((host, stake) for host in line.road.along[:-1] if host not in side for stake in _places(line.road, host))
                against, allies = frozenset(foes), frozenset(side)
                found |= {
                    Happening(deed=Deed.LET_PASS, by=host, toward=line.power, at=stake, against=against, coalition=allies): None
                    for host, stake in hosts
                }
    return tuple(found)


def _places(road: Road, host: Power) -> tuple[StakeId | None, ...]:
    """Where a host lets pass: on its territory, or in the waterways that it keeps."""
    return tuple(stake for stake, keeper in road.straits if keeper == host) or (None,)


def marches_of(crisis: Crisis) -> Mapping[Power, Power]:
    """By power, the neutral whose territory it violates on its way to the front.

    The mover passes where it said, with all who join it. Nobody marches uninvited through a power that had taken its own side, and
    one that had taken the other was a foe like the rest; what a power does once it has been marched through changes nothing.
    """
    taken = takers(crisis)
    found: dict[Power, Power] = {}
    if crisis.through is not None and crisis.through not in taken:
        movers = (crisis.mover, *(p for p, stance in crisis.stances.items() if stance is Stance.WITH_MOVER))
        found |= dict.fromkeys(movers, crisis.through)
    found |= {p: neutral for p, neutral in crisis.marches.items() if p in taken and (neutral in crisis.wronged or neutral not in taken)}
    return found


def _grounds(state: State, crisis: Crisis) -> Mapping[Power, Citation]:
    """The article that brings each power to its side, where there is one."""
    found: dict[Power, Citation] = {}
    for one in aggressions(crisis):
        for call in calls_in(state, crisis, one):
            stance = crisis.stances.get(call.power)
            attacking = stance is one.foes
            grounds = (g for g in call.grounds if g.standing in (Standing.BOUND, Standing.ENTITLED) and g.in_attack is attacking)
            ground = next(grounds, None)
            if stance in SIDES and ground is not None:
                found.setdefault(call.power, Citation(treaty=ground.treaty, article=ground.article))
    return found


def with_files(state: State, power: Power) -> State:
    """The state with the copies of secret texts that a power's services have brought it: what it may reckon with."""
    files = state.files.get(power, {})
    return changed(state, treaties={**files, **state.treaties}) if files else state
