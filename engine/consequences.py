"""What an act would mean, computed before it is done: what would be owed and no longer owed, what it breaks and keeps, who is called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import evolve as with_

from engine.aid_in_war import given_in
from engine.commands import (
    Accede,
    AgreeToEnd,
    AnswerCrisis,
    AnswerReservation,
    AnswerUltimatum,
    Assent,
    CallGuarantors,
    CommitOrders,
    Confirm,
    Denounce,
    FindVoid,
    Initial,
    InvokeNullity,
    IssueUltimatum,
    PowerCommand,
    Protest,
    Ratify,
    Register,
    Resume,
    RevokeDenunciation,
    Sign,
    Suspend,
    Terminate,
    WithdrawReservation,
)
from engine.consistency import conflicts, contradicted
from engine.contingents import count, falls_due
from engine.council_commands import CastBallot, Introduce, KeepAway, Seize, Sponsor, TableResolution
from engine.crisis import Stance
from engine.decide import umpire
from engine.decide.chapters import CHAPTER_OF
from engine.decide.entering import enter_into_force, opinion_of
from engine.decide.leaving import leave
from engine.decide.measures import annul, would_stand
from engine.decide.organs import taking_part
from engine.decide.rescue import rescue
from engine.decide.signing import SUPPORT
from engine.decide.support import support_owed
from engine.deeds import attack, threat, wanted
from engine.duration import leaves_on
from engine.duties import Assist
from engine.entry import Requirement, entry
from engine.events import TreatyRatified
from engine.foreseen import NOTHING, Consequences
from engine.guarantees import calls_over, injuries
from engine.knowledge import as_known
from engine.limits import is_exceeded
from engine.measures.base import Measure
from engine.names import EVERYBODY, Power, TreatyId
from engine.notices import announcing
from engine.obligations import Obligation, obligations, obligations_under
from engine.occasions import OWN
from engine.order_forecast import of_order
from engine.orders import (
    Order,
)
from engine.peace import peaces_due
from engine.performance import broken_by
from engine.proceedings import Proceedings
from engine.reckoning import SIDES, as_bound, as_shown, called_for, coalition, reckoning
from engine.roll import open_verdict
from engine.sitting import Subject
from engine.state import State, changed
from engine.supposed import as_adopted, as_in_force, once_in_force
from engine.treaty import End, Stage
from engine.turnabouts import turnabouts
from engine.voting import Ballot

Act: TypeAlias = Order | PowerCommand
BINDING = (Sign, Confirm, Ratify, Accede)
"""Acts by which a power becomes a party."""
IN_WORDS = (Protest, IssueUltimatum, Seize, TableResolution, Introduce, Sponsor, CastBallot)
"""Acts that may support one power against another before all."""
CONSENT = (*BINDING, Assent)
"""Acts by which a power binds itself."""
TREATY_ACTS = (
    *CONSENT,
    AnswerReservation,
    WithdrawReservation,
    InvokeNullity,
    Register,
    Denounce,
    RevokeDenunciation,
    AgreeToEnd,
    Suspend,
    Resume,
    Terminate,
)


def consequences(state: State, power: Power, act: Act) -> Consequences:
    """The consequences of an order, were it the only one, or of a command; nothing where the command is not open to the power.

    Computed from what the power may know alone, so that no forecast betrays a secret.
    """
    known = as_known(state, power)
    if isinstance(act, Order):
        return of_order(known, power, act)
    if not any(option.admits(act) for option in CHAPTER_OF[type(act)].offers(known, power)):
        return NOTHING
    found, given = _of_command(known, power, act), _given_in_words(known, power, act)
    return with_(found, kept=(*found.kept, *given)) if given else found


def _of_command(known: State, power: Power, act: PowerCommand) -> Consequences:
    match act:
        case Initial():
            return _if_adopted(known, power, act.treaty, act.version)
        case CommitOrders():
            told = announcing(known, power, act.orders)
            each = tuple(of_order(told, power, order) for order in act.orders)
            return Consequences(
                breaches=_less((o for one in each for o in one.breaches), ()),
                kept=tuple(o for one in each for o in one.kept),
                crisis=any(one.crisis for one in each),
            )
        case IssueUltimatum():
            against = reckoning(known, power, act.target, over=wanted(act.demand))
            return Consequences(breaches=broken_by(known, threat(known, power, act.target, act.demand), aggressor=power), against=against)
        case AnswerCrisis():
            return _stance(known, power, act)
        case AnswerUltimatum():
            return _answer(known, power, act)
        case CastBallot():
            return _ballot(known, power, act)
        case CallGuarantors():
            cited = (act.broken, act.article, act.against)
            found = (line for line in injuries(known, power) if (line.treaty, line.article, line.debtor) == cited)
            return Consequences(guarantors=tuple(call for line in found for call in calls_over(known, line, act.treaty)))
        case KeepAway():
            return Consequences(breaches=taking_part(known, power, act.organ) if act.away else ())
        case _ if isinstance(act, TREATY_ACTS):
            return _treaty_act(known, power, act)
        case _:
            return NOTHING


def _given_in_words(known: State, power: Power, act: PowerCommand) -> tuple[Obligation, ...]:
    """The diplomatic support, owed in a war and not given yet, that an act gives: a protest, a matter brought before an organ, a vote."""
    if not known.wars or not isinstance(act, IN_WORDS):
        return ()
    if isinstance(act, CastBallot):
        return given_in(known, _as_voted(known, power, act), power)
    proceedings = Proceedings(known)
    CHAPTER_OF[type(act)].enact(proceedings, power, act)
    return given_in(known, proceedings.state, power)


def consequences_of_finding(state: State, finding: FindVoid) -> Consequences:
    """What would be owed no more if the facilitator found so, and who would stand otherwise in an attack; nothing where he cannot."""
    if not any(option.admits(finding) for option in umpire.offers(state)):
        return NOTHING
    proceedings = Proceedings(state)
    umpire.enact(proceedings, finding)
    return _if_bound(state, proceedings.state, finding.treaty)


# -- treaties


def _if_adopted(known: State, power: Power, ident: TreatyId, number: int) -> Consequences:
    """What a version would come to if it were adopted and then bound all its signatories."""
    treaty = known.treaties[ident]
    adopted = changed(known, treaties={**known.treaties, ident: as_adopted(treaty, number)})
    found = tuple(c for c in conflicts(known, treaty, treaty.version(number)) if c.power == power)
    return with_(_if_bound(known, adopted, ident), conflicts=found, breaches=_contradicted(adopted, power, ident))


def _treaty_act(known: State, power: Power, act: PowerCommand) -> Consequences:
    assert isinstance(act, TREATY_ACTS)
    supposed = _supposed(known, power, act)
    treaty = known.treaties[act.treaty]
    found = tuple(c for c in conflicts(supposed, supposed.treaties[treaty.id]) if c.power == power) if isinstance(act, CONSENT) else ()
    breaches = _contradicted(supposed, power, treaty.id) if isinstance(act, CONSENT) else ()
    effective = leaves_on(known, treaty) if isinstance(act, Denounce) else None
    bound = with_(_if_bound(known, supposed, treaty.id), conflicts=found, effective=effective, breaches=breaches)
    in_force = once_in_force(supposed, treaty.id)
    if isinstance(act, BINDING) and power not in treaty.parties:
        bound = _judged(in_force, power, treaty.id, bound)
    return _rescued(known, in_force, power, bound)


def _judged(in_force: State, power: Power, ident: TreatyId, found: Consequences) -> Consequences:
    """The same, with what opinion at home makes of it; of a secret treaty nothing."""
    opinion = opinion_of(in_force, ident, power) if in_force.treaties[ident].known_to is EVERYBODY else None
    if opinion is None or SUPPORT not in in_force.setting.tracks:
        return found
    return with_(found, opinion=opinion, support=in_force.setting.moves.get(opinion.occasion, {}).get(f"{OWN}.{SUPPORT}", 0))


def _answer(known: State, power: Power, act: AnswerUltimatum) -> Consequences:
    """What giving way would oblige to; what a refusal leads to depends on the other side."""
    proceedings = Proceedings(known)
    CHAPTER_OF[type(act)].enact(proceedings, power, act)
    before, after = obligations(known), obligations(proceedings.state)
    arising, ending = _less(after, before), _less(before, after)
    found = Consequences(arising=arising, ending=ending, called=turnabouts(known, proceedings.state, (*arising, *ending)))
    return _rescued(known, proceedings.state, power, found)


def _rescued(known: State, supposed: State, power: Power, found: Consequences) -> Consequences:
    """The same, with the crisis in which it would end if it made its author the victim of indirect aggression: this turn, or once the
    treaty that it consents to is in force."""
    called = rescue(known, supposed, power)
    return found if called is None else with_(found, crisis=not found.awaits, rescuers=_less(called[0], ()), against=called[1])


def _contradicted(supposed: State, power: Power, ident: TreatyId) -> tuple[Obligation, ...]:
    """What a power would break by what a treaty says, once all its signatories were bound."""
    treaty = supposed.treaties[ident]
    bound = as_in_force(treaty, treaty.parties | frozenset(treaty.provisions.signatories))
    found = contradicted(changed(supposed, treaties={**supposed.treaties, ident: bound}), bound)
    return tuple(owed for owed in found if owed.duty.debtor == power)


def _supposed(known: State, power: Power, act: PowerCommand) -> State:
    """The state to which the act would lead: a ratification that succeeds, a denunciation that has taken effect."""
    proceedings = Proceedings(known)
    match act:
        case Ratify():
            proceedings.note(TreatyRatified(treaty=act.treaty, power=power, audience=known.treaties[act.treaty].known_to))
            enter_into_force(proceedings, act.treaty)
        case Denounce():
            leave(proceedings, act.treaty, power, End.DENOUNCED)
        case _:
            CHAPTER_OF[type(act)].enact(proceedings, power, act)
    return proceedings.state


def _if_bound(known: State, supposed: State, ident: TreatyId) -> Consequences:
    """What arises and ends between two states; of a treaty not yet in force, what would arise if all its signatories were bound."""
    treaty = supposed.treaties[ident]
    before, after = obligations(known), obligations(supposed)
    awaits: tuple[Requirement, ...] = ()
    if treaty.stage in (Stage.TABLED, Stage.ADOPTED):
        found = entry(supposed, treaty)
        awaits = found.missing
        bound = frozenset(found.bound) | frozenset(treaty.provisions.signatories)
        after += tuple(obligations_under(supposed, treaty, bound))
        in_force = with_(as_in_force(treaty, bound), since=supposed.turn_id)
        supposed = changed(supposed, treaties={**supposed.treaties, ident: in_force})
    arising, ending = _less(after, before), _less(before, after)
    called = turnabouts(known, supposed, (*arising, *ending))
    beyond = tuple(owed for owed in arising if is_exceeded(supposed, owed.duty))
    peaces = tuple(pair for pair, by in peaces_due(supposed) if by == ident)
    return Consequences(arising=arising, beyond=beyond, ending=ending, awaits=awaits, called=called, peaces=peaces)


def _key(owed: Obligation) -> tuple[object, ...]:
    return owed.treaty, owed.article.id, owed.duty


def _less(some: Iterable[Obligation], others: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """The first without those that are among the second."""
    there = {_key(owed) for owed in others}
    return tuple({_key(owed): owed for owed in some if _key(owed) not in there}.values())


# -- crises


def _stance(known: State, power: Power, act: AnswerCrisis) -> Consequences:
    """What the answer would keep and break of what its author has promised if it came to war, and all others did what they are bound to."""
    crisis = known.crisis
    assert crisis is not None
    shown = as_shown(crisis)
    stances = {**shown.stances, power: act.stance} if act.stance in SIDES else shown.stances
    marches = {**shown.marches, power: act.through} if act.through is not None else shown.marches
    sent = {power: act.divisions} if act.divisions is not None else {}
    supposed = as_bound(known, with_(shown, stances=stances, marches=marches, contingents={**shown.contingents, **sent}))
    if act.stance not in SIDES:
        supposed = with_(supposed, stances={p: stance for p, stance in supposed.stances.items() if p != power})
    war = coalition(known, supposed)
    kept: list[Obligation] = []
    breaches: list[Obligation] = []
    awaited: list[Obligation] = []
    for one in called_for(known, supposed):
        if one.owed.duty.debtor == power:
            came = count(known, one.duty, war, act.divisions)
            due = falls_due(known, one.duty.forces) if one.duty.forces is not None else None
            if not one.stands or (came is not None and came.is_short and due == known.turn):
                breaches.append(one.owed)
            else:
                (awaited if came is not None and came.is_short and due is not None else kept).append(one.owed)
    if act.through is not None:
        foe = crisis.target if act.stance is Stance.WITH_MOVER else crisis.mover
        crossing = (deed for deed in attack(known, power, foe, act.through) if deed.toward == act.through)
        breaches += broken_by(known, crossing, aggressor=crisis.mover)
    return Consequences(kept=tuple(kept), breaches=tuple(breaches), awaited=tuple(awaited))


# -- votes


def _ballot(known: State, power: Power, act: CastBallot) -> Consequences:
    """What the draft would oblige whom to if it were adopted with this ballot among those known."""
    sitting = known.sitting
    poll = sitting.poll if sitting is not None else None
    draft = known.resolutions.get(poll.resolution) if poll is not None and poll.resolution is not None else None
    if poll is not None and poll.motion is not None:
        unknown = poll.motion.treaty not in known.treaties
        return NOTHING if act.ballot is not Ballot.FOR or unknown else _if_adopted(known, power, poll.motion.treaty, poll.motion.version)
    if sitting is None or poll is None or draft is None or poll.subject is not Subject.DRAFT:
        return NOTHING
    standing = would_stand(known, draft, open_verdict(known, sitting, poll, {power: act.ballot}))
    adopted = Proceedings(known)
    annul(adopted, draft)
    supposed = changed(adopted.state, measures={**known.measures, **{measure.key: measure for measure in standing}})
    before, after = obligations(known), obligations(supposed)
    ending = _less(before, after)
    waking = tuple(o for o in before if isinstance(o.duty, Assist)) if any(_wakes(m.measure, known) for m in standing) else ()
    supported = tuple(o for o in support_owed(known, draft) if o.duty.debtor == power)
    return Consequences(
        arising=_less(after, before),
        ending=ending,
        called=turnabouts(known, supposed, (*waking, *ending)),
        kept=supported if act.ballot is Ballot.FOR else (),
        breaches=supported if act.ballot is Ballot.AGAINST else (),
    )


def _as_voted(known: State, power: Power, act: CastBallot) -> State:
    """The state in which the power has voted so on the draft that is put, if it is put before everybody."""
    poll = known.sitting.poll if known.sitting is not None else None
    draft = known.resolutions.get(poll.resolution) if poll is not None and poll.resolution is not None else None
    if poll is None or draft is None or poll.subject is not Subject.DRAFT or act.ballot is not Ballot.FOR:
        return known
    voted = with_(draft, favouring=draft.favouring | {power}, voted=known.turn)
    return changed(known, resolutions={**known.resolutions, draft.id: voted})


def _wakes(measure: Measure, state: State) -> bool:
    return any(measure.calls_to_aid(one, other) for one in state.powers() for other in state.powers() if one != other)
