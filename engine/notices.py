"""Notice of what a power does, where it owes one: for what deeds, how long before, of which treaties, and to whom it has been given."""

from __future__ import annotations

from collections.abc import Iterator

from engine.clauses.notification import Notice
from engine.duties import Duty, Render
from engine.happenings import Deed, Happening
from engine.names import Audience, Power
from engine.obligations import Obligation, known_to, owed_by
from engine.orders import Order, Perform, Readiness
from engine.provisions import may_read
from engine.record import Announcement
from engine.state import State, changed
from engine.treaty import Stage, Treaty

AHEAD = (Notice.MANOEUVRES, Notice.MOBILISATION)
"""What notice is given of before it is done."""


def notices_owed(state: State, power: Power) -> Iterator[tuple[Obligation, Notice]]:
    """The articles that oblige a power to give notice as long as they last, with what of; nothing is owed to an enemy."""
    for owed in owed_by(state, power):
        duty = owed.duty
        if isinstance(duty, Render) and duty.deed is Deed.NOTIFY and duty.standing and duty.creditor not in state.at_war(power):
            yield owed, Notice(duty.matter)


# -- deeds that everybody sees


def calls_for(deed: Happening) -> Notice | None:
    """Of what a deed asks that notice be given: a mobilisation, be it partial; the assembly of forces by a power at peace."""
    if deed.deed is Deed.MOBILISE and deed.amount >= Readiness.PARTIAL:
        return Notice.MOBILISATION
    return Notice.MANOEUVRES if deed.deed is Deed.DEPLOY and not deed.against else None


def announced(state: State, deed: Happening) -> tuple[Obligation, ...]:
    """The duties to give notice that were kept before this deed."""
    return tuple(owed for owed in _asked_by(state, deed) if is_announced(state, owed))


def withheld(state: State, deed: Happening) -> tuple[Obligation, ...]:
    """The duties to give notice that this deed breaks, because none was given or too late."""
    return tuple(owed for owed in _asked_by(state, deed) if not is_announced(state, owed))


def _asked_by(state: State, deed: Happening) -> Iterator[Obligation]:
    what = calls_for(deed)
    return (owed for owed, notice in notices_owed(state, deed.by) if notice is what)


def is_announced(state: State, owed: Obligation) -> bool:
    """Whether notice given covers what is done now: it holds from when its period has run, in that turn and the next."""
    return any(
        (one.treaty, one.article, one.duty) == (owed.treaty, owed.article.id, owed.duty) and _holds(state, one, owed.duty)
        for one in state.announcements
    )


def _holds(state: State, one: Announcement, duty: Duty) -> bool:
    days = duty.amount if isinstance(duty, Render) else 0
    earlier = state.now() - 2
    return state.days_between(one.turn, state.now()) >= days and (earlier < one.turn or state.days_between(one.turn, earlier) < days)


def names_notice(order: Perform, owed: Obligation, notice: Notice) -> bool:
    """Whether an order gives this notice."""
    return (order.treaty, order.article, order.to, order.matter) == (owed.treaty, owed.article.id, owed.duty.creditor, notice.value)


def announcing(state: State, power: Power, orders: tuple[Order, ...]) -> State:
    """The state in which the notices among these orders have been given."""
    given = tuple(
        Announcement(turn=state.turn, treaty=owed.treaty, article=owed.article.id, duty=owed.duty, known_to=known_to(state, owed))
        for owed, notice in open_notices(state, power)
        if notice in AHEAD and any(isinstance(order, Perform) and names_notice(order, owed, notice) for order in orders)
    )
    return changed(state, announcements=(*state.announcements, *given)) if given else state


# -- treaties that others are not to see


def concluded_apart(state: State, owed: Obligation) -> Iterator[Treaty]:
    """The secret treaties that the debtor has made with others since it owes notice of them; a public one is its own notice."""
    under = state.treaties.get(owed.treaty)
    owing_since = state.turn_order(under.since) if under is not None and under.since is not None else None
    for _, treaty in sorted(state.treaties.items()):
        entered = state.turn_order(treaty.since) if treaty.since is not None else None
        concluded = entered is not None and (owing_since is None or entered >= owing_since)
        if treaty.id != owed.treaty and concluded and _is_made_without(treaty, owed.duty.creditor) and owed.duty.debtor in makers(treaty):
            yield treaty


def _is_made_without(treaty: Treaty, power: Power) -> bool:
    return treaty.provisions.secret and power not in makers(treaty) and power not in treaty.negotiators


def makers(treaty: Treaty) -> frozenset[Power]:
    """Those who have signed a treaty or are meant to."""
    return frozenset(treaty.provisions.signatories) | treaty.signatures.keys()


def to_be_told(state: State, owed: Obligation) -> tuple[Treaty, ...]:
    """The secret treaties, adopted or concluded, of which the debtor may still give notice; not one that hangs on a deeper secret."""
    debtor, creditor = owed.duty.debtor, owed.duty.creditor
    return tuple(
        treaty
        for _, treaty in sorted(state.treaties.items())
        if treaty.stage in (Stage.ADOPTED, Stage.IN_FORCE)
        and treaty.id != owed.treaty
        and _is_made_without(treaty, creditor)
        and debtor in makers(treaty)
        and treaty.known_to is not None
        and creditor not in treaty.known_to
        and may_read(state, debtor, treaty, creditor)
    )


def is_told(state: State, owed: Obligation, treaty: Treaty) -> bool:
    """Whether the creditor has been told of a treaty, and so long before its conclusion as the article asks."""
    days = owed.duty.amount if isinstance(owed.duty, Render) else 0
    entered = state.turn_order(treaty.since) if treaty.since is not None else None
    return any(
        (line.treaty, line.article, line.duty, line.kept, line.regarding) == (owed.treaty, owed.article.id, owed.duty, True, treaty.id)
        and (not days or (entered is not None and state.days_between(line.turn, entered) >= days))
        for line in state.record
    )


def notice_due(state: State, owed: Obligation, treaty: Treaty) -> int | None:
    """The turn by whose close notice of a treaty is due: that of its conclusion where the article asks it in advance, else the one after."""
    entered = state.turn_order(treaty.since) if treaty.since is not None else None
    days = owed.duty.amount if isinstance(owed.duty, Render) else 0
    return None if entered is None else entered + (0 if days else 1)


def is_late(state: State, owed: Obligation, treaty: Treaty) -> bool:
    """Whether notice of a treaty has fallen due."""
    due = notice_due(state, owed, treaty)
    return due is not None and state.turn >= due


def who_can_tell(state: State, owed: Obligation, treaty: Treaty) -> Audience:
    """Those who know both the duty and the treaty kept from its creditor, its makers apart.

    By a copy that its services have brought it, only the creditor itself can tell that it has not been told.
    """
    readers = known_to(state, owed)
    if treaty.known_to is None:
        return readers
    learned = treaty.known_to - makers(treaty)
    copy = state.files.get(owed.duty.creditor, {}).get(treaty.id)
    if copy is not None and copy.since is not None:
        learned |= {owed.duty.creditor}
    return learned if readers is None else learned & readers


def open_notices(state: State, power: Power) -> tuple[tuple[Obligation, Notice], ...]:
    """The notices that a power may give now: of what it is about to do, unless that is done, and of treaties that it has kept to itself."""
    return tuple(
        (owed, notice)
        for owed, notice in notices_owed(state, power)
        if (not is_announced(state, owed) if notice in AHEAD else to_be_told(state, owed))
    )
