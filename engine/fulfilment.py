"""How far what is owed is done: which obligations lie dormant, which are due and by when, which are performed and which in breach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from attrs import evolve as with_
from attrs import frozen

from engine import contingents
from engine.access import opens
from engine.aid_in_war import AidDue, aid_due, calls_in_war, is_given
from engine.cases import Arisen, Awaiting
from engine.casus import YIELDS, Call, Standing
from engine.clauses.notification import Notice
from engine.compliance import kept
from engine.crisis import War
from engine.duties import Allow, Assist, Cede, Consult, Duty, Refrain, Render
from engine.excuses import is_excused
from engine.falling_due import called_for, has_given_away, is_open, stands
from engine.guarantees import SHORT, line_upon, over_appeal
from engine.happenings import Deed
from engine.limits import answerable_since, is_exceeded
from engine.names import ParagraphId, Power, ResolutionId
from engine.notices import concluded_apart, is_told, notice_due
from engine.obligations import Obligation, ObligationState, is_denied, last_line, obligations, owed_by, yet_to_begin
from engine.reckoning import aggressions, as_shown, calls_expected, calls_in
from engine.resolution import Paragraph
from engine.state import State
from engine.treaty import Treaty

DORMANT, DUE, OBSERVED = ObligationState.DORMANT, ObligationState.DUE, ObligationState.OBSERVED
PERFORMED, BREACHED, EXCUSED = ObligationState.PERFORMED, ObligationState.BREACHED, ObligationState.EXCUSED
UPON_OCCASION = frozenset({Deed.COMPLY, Deed.ESTABLISH, Deed.NOTIFY, Deed.SUBMIT, Deed.SUPPORT_ADMISSION})
"""Deeds promised for as long as the article lasts, each time that there is occasion for them."""
Found: TypeAlias = tuple[ObligationState, int | None]
"""A state, and the turn by whose close something is to be done."""
FOREMOST = (DUE, BREACHED, EXCUSED, OBSERVED, PERFORMED, DORMANT)
"""Where one duty is called for in several cases, what is asked now comes first."""


def obligations_of(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power owes, each with its state and the turn by whose close it is to be performed.

    Nothing else than the state given is read: asked of what a power may know, no answer betrays what it does not.
    """
    later = (owed for owed in yet_to_begin(state) if owed.debtor == power)
    return (*in_their_states(state, owed_by(state, power)), *later)


def owed_to(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power is owed, each with its state and the turn by whose close it is to be performed."""
    later = (owed for owed in yet_to_begin(state) if owed.creditor == power)
    return (*in_their_states(state, (o for o in obligations(state) if o.creditor == power)), *later)


def in_their_states(state: State, every: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """These obligations, each with its state and its day."""
    owed = tuple(every)
    aids = any(isinstance(o.duty, Assist) for o in owed)
    called, due = (called_to_aid(state), tuple(aid_due(state))) if aids else ((), ())
    return tuple(_in_its_state(state, o, called, due) for o in owed)


def state_of(state: State, owed: Obligation) -> ObligationState:
    """How far an obligation is done."""
    (found,) = in_their_states(state, (owed,))
    assert found.state is not None
    return found.state


def _in_its_state(state: State, owed: Obligation, called: tuple[CalledToAid, ...], aid: tuple[AidDue, ...]) -> Obligation:
    duty = owed.duty
    match duty:
        case Assist():
            how, due = _of_aid(state, owed, duty, called, aid)
        case Refrain():
            how, due = _of_abstention(state, owed, duty)
        case Allow():
            how, due = _of_leave(state, owed, duty)
        case Cede():
            how, due = _of_cession(state, owed, duty)
        case Render() | Consult():
            how, due = _of_performance(state, owed, duty)
        case _:
            assert_never(duty)
    return with_(owed, state=how, due=due)


# -- aid


@frozen(kw_only=True)
class CalledToAid:
    """An attack that is on, with where each third power stands in it."""

    by: Power
    upon: Power
    calls: tuple[Call, ...]
    war: War | None = None
    """The war to which it has come; None as long as the crisis is open."""


def called_to_aid(state: State) -> tuple[CalledToAid, ...]:
    """The attacks that are on: those of the crisis that is open, and of the wars in which no peace has been made."""
    found: list[CalledToAid] = []
    if state.crisis is not None:
        # What others have answered counts once all have: until then everybody is expected to do what it is bound to.
        crisis = as_shown(state.crisis)
        for one in aggressions(crisis):
            calls = calls_in(state, crisis, one) if crisis.revealed else calls_expected(state, crisis, one)
            found.append(CalledToAid(by=one.by, upon=one.upon, calls=calls))
    for war in state.wars:
        by, upon = war.attackers[0], war.defenders[0]
        if state.is_fought(war, by, upon):
            found.append(CalledToAid(by=by, upon=upon, calls=calls_in_war(state, war), war=war))
    return tuple(found)


def _of_aid(state: State, owed: Obligation, duty: Assist, called: tuple[CalledToAid, ...], aid: tuple[AidDue, ...]) -> Found:
    """In a crisis aid is due with the answer to it; in a war until the debtor has come, or sent what it can, with all the divisions that it
    has promised; else the record tells."""
    found: list[Found] = [(DUE, one.due) for one, here in contingents.awaited(state, owed) if here.is_short]
    for one in called:
        for ground in (g for call in one.calls if call.power == duty.debtor for g in call.grounds):
            if (ground.treaty, ground.article, ground.owed_to(one.by, one.upon)) != (owed.treaty, owed.article.id, duty.creditor):
                continue
            if ground.code == YIELDS:
                found.append((EXCUSED, None))
            elif one.war is not None and (ground.owing or ground.standing is Standing.BOUND):
                found.append(_in_war(state, next((a for a in aid if (a.owed, a.since) == (owed, one.war.turn)), None)))
            elif ground.standing is Standing.BOUND:
                found.append((DUE, state.turn))
    found += _over_breaches(state, owed, duty)
    return _foremost(found) or _from_record(state, owed)


def _over_breaches(state: State, owed: Obligation, duty: Assist) -> Iterator[Found]:
    """What is owed over a breach is due once it is called for, until the close of the turn after."""
    for appeal in state.appeals if duty.observance is not None or duty.trigger in SHORT else ():
        bound = ((o.debtor, o.article.id) for o, standing in over_appeal(state, appeal) if standing is Standing.BOUND)
        if appeal.guarantee == owed.treaty and (duty.debtor, owed.article.id) in bound:
            last = line_upon(state, owed, appeal)
            done = DUE if last is None else PERFORMED if last.kept else BREACHED
            yield done, appeal.turn + 1


def _in_war(state: State, one: AidDue | None) -> Found:
    """Whether aid that is owed in a war has been entered as given or withheld, or else is seen to be given; what no order gives, nobody finds
    wanting."""
    if one is None:
        return OBSERVED, None
    last = last_line(state, one.owed, one.since)
    if last is not None:
        return PERFORMED if last.kept else BREACHED, one.due
    return (PERFORMED, one.due) if is_given(state, one) else (DUE, state.turn + 1 if one.due is None else one.due)


# -- what lasts


def _of_abstention(state: State, owed: Obligation, duty: Refrain) -> Found:
    """Beyond a limit that a number sets it is due to come within it, by the close at which the debtor answers for it."""
    if is_denied(state, owed):
        return BREACHED, None
    if is_exceeded(state, duty):
        return DUE, max(answerable_since(state, owed) + 1, state.turn)
    return OBSERVED, None


def _of_leave(state: State, owed: Obligation, duty: Allow) -> Found:
    """A right that its creditor may use now is observed as long as it is not refused; until its case arises it lies dormant."""
    if is_denied(state, owed):
        return BREACHED, None
    foes = state.at_war(duty.creditor)
    side = frozenset({duty.creditor} | ({duty.debtor} if foes & state.at_war(duty.debtor) else set()))
    attacks = all(war.attackers[0] == duty.creditor for war in state.wars if duty.creditor in (*war.attackers, *war.defenders))
    waits = bool(duty.against) or duty.when is not None or duty.on_request
    may_be_used = opens(state, duty, side, foes, opening=attacks) and (bool(foes) or not waits)
    return (OBSERVED if may_be_used else DORMANT), None


# -- what is done once


def _of_cession(state: State, owed: Obligation, duty: Cede) -> Found:
    """It is done when its creditor has the stake; nobody is in default with what has been taken from it by force (VCLT 61)."""
    by = state.turn_order(duty.by) or 0
    last, holder = last_line(state, owed), state.holder(duty.stake)
    if last is not None:
        return (PERFORMED if last.kept else BREACHED), by
    if holder == duty.creditor:
        return PERFORMED, by
    if by > state.turn:
        return DORMANT, by
    lost = holder != duty.debtor and not has_given_away(state, owed)
    return (EXCUSED if lost or is_excused(state, owed) else DUE), by


def _of_performance(state: State, owed: Obligation, duty: Awaiting) -> Found:
    """By its date or its cases; what is promised for good, by what is seen to be done; else the record tells."""
    found = [_of_term(state, owed, duty, term) for term in called_for(state, owed, duty)]
    if isinstance(duty, Render) and duty.deed is Deed.NOTIFY and duty.standing and duty.matter == Notice.TREATIES:
        found += (_of_notice(state, owed, treaty) for treaty in concluded_apart(state, owed))
    if isinstance(owed.article, Paragraph) and not found:
        found += _of_measure(state, owed)
    return _foremost(found) or _from_record(state, owed)


def _of_term(state: State, owed: Obligation, duty: Awaiting, term: Arisen) -> Found:
    """Done, in default, or still awaited; a date to come asks nothing yet."""
    if not is_open(state, owed, duty, term):
        return (OBSERVED if _lasts(duty) else PERFORMED), term.due
    if stands(state, owed, kept=False, since=term.since):
        return BREACHED, term.due
    if isinstance(duty, Render) and duty.by is not None and term.due > state.turn:
        return DORMANT, term.due
    return (EXCUSED if is_excused(state, owed) else DUE), term.due


def _of_notice(state: State, owed: Obligation, treaty: Treaty) -> Found:
    """Of a treaty that the debtor has concluded apart from its creditor."""
    if is_told(state, owed, treaty):
        return PERFORMED, None
    lines = ((line.treaty, line.article, line.duty, line.kept, line.regarding) for line in state.record)
    broken = (owed.treaty, owed.article.id, owed.duty, False, treaty.id) in lines
    return (BREACHED if broken else DUE), notice_due(state, owed, treaty)


def _of_measure(state: State, owed: Obligation) -> Iterator[Found]:
    """Of a measure in force, by what its debtor is seen to do."""
    standing = state.measures.get((ResolutionId(owed.treaty), ParagraphId(owed.article.id)))
    done = kept(state, standing, owed.duty) if standing is not None and standing in state.measures_in_effect() else None
    if done is not None and standing is not None:
        yield (OBSERVED if done else BREACHED if is_denied(state, owed) else DUE), standing.since + 1


# -- what is common to them


def _foremost(found: list[Found]) -> Found | None:
    """The state that counts among those of several cases, with its earliest day."""
    if not found:
        return None
    how = min((one for one, _ in found), key=FOREMOST.index)
    return how, min((due for one, due in found if one is how and due is not None), default=None)


def _lasts(duty: Duty) -> bool:
    """Whether it is a conduct that lasts, rather than something to be done once or upon occasion."""
    match duty:
        case Refrain() | Allow():
            return True
        case Render():
            return duty.standing and duty.deed not in UPON_OCCASION
        case Consult():
            return duty.on is None
        case Assist() | Cede():
            return False
        case _:
            assert_never(duty)


def _from_record(state: State, owed: Obligation) -> Found:
    """What was last entered; of what has never been asked for, that it lies dormant, of a conduct that lasts, that it is observed."""
    last = last_line(state, owed)
    if last is not None and not last.kept:
        return BREACHED, None
    if _lasts(owed.duty):
        return OBSERVED, None
    return (DORMANT if last is None else PERFORMED), None
