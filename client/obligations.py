"""What a power owes and is owed, line by line: what, under which article, how far it is done, by when, in what case, and what has narrowed it."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from textual.content import Content

from client.labels import Labels
from engine.duties import Assist
from engine.fulfilment import in_their_states, obligations_of, owed_to
from engine.names import Onlooker, Power, Viewer
from engine.negotiated import as_negotiated
from engine.obligations import Obligation, ObligationState, held_up, obligations
from engine.texts.reservations import reservation_words
from engine.texts.words import duty_words

URGENCY = (
    ObligationState.DUE,
    ObligationState.BREACHED,
    ObligationState.EXCUSED,
    ObligationState.DORMANT,
    ObligationState.OBSERVED,
    ObligationState.PERFORMED,
    ObligationState.SUSPENDED,
)
"""What asks for something now comes first."""
STYLES = {ObligationState.DUE: "bold $warning", ObligationState.BREACHED: "bold $error"}
MARGIN = 11
"""The columns in which the state stands."""
WIDE = 200
"""Columns enough for any line."""
DATED = (ObligationState.DORMANT, ObligationState.DUE, ObligationState.BREACHED, ObligationState.EXCUSED)
"""States in which one asks by when."""


def obligations_page(labels: Labels, viewer: Viewer, columns: int = WIDE) -> Content:
    """All that a power owes and is owed, as it knows it; to an onlooker, all that it knows anybody to owe."""
    state, words = labels.state, labels.words
    if isinstance(viewer, Onlooker):
        return _section("owed.by_all", in_their_states(state, obligations(state)), labels, viewer, columns, named=True)
    suspended = held_up(state, viewer)
    mine = (*obligations_of(state, viewer), *(o for o in suspended if o.debtor == viewer))
    theirs = (*owed_to(state, viewer), *(o for o in suspended if o.creditor == viewer))
    parts = [_section("owed.mine", mine, labels, viewer, columns), Content("")]
    parts.append(_section("owed.to_me", theirs, labels, viewer, columns, named=True))
    return Content("\n").join([*parts, Content(""), Content.styled(words("owed.legend"), "dim"), Content("")])


def _section(title: str, owed: Iterable[Obligation], labels: Labels, viewer: Viewer, columns: int, *, named: bool = False) -> Content:
    """A heading, and a line for each obligation, what asks for something now first; what reads alike stands once."""
    every = sorted((o for o in owed if o.state is not None), key=lambda o: URGENCY.index(o.state or ObligationState.DORMANT))
    lines = dict.fromkeys(obligation_line(one, labels, viewer, columns, named=named) for one in every)
    heading = Content.styled(labels.words(title), "bold underline")
    return Content("\n").join([heading, *(lines or (Content(labels.words("owed.nothing")),))])


def obligation_line(owed: Obligation, labels: Labels, viewer: Viewer, columns: int = WIDE, *, named: bool = False) -> Content:
    """One obligation: its state, whose it is where that is to be `named`, what, by when or in what case, the source, what narrows it."""
    words, state = labels.words, owed.state or ObligationState.DORMANT
    what = duty_words(owed.duty, labels.speaker)
    said = words("owed.by", power=labels.power(owed.debtor), what=what) if named else what
    when = ""
    if owed.due is not None and state in DATED:
        when = words("owed.until", date=labels.turn(min(max(owed.due, 0), len(labels.state.setting.turns) - 1)))
    elif isinstance(owed.duty, Assist) and owed.duty.observance is not None:
        when = words("owed.case.called")
    elif owed.trigger is not None:
        when = words(f"owed.case.{owed.trigger.value}")
    room = columns - MARGIN
    first, *others = wrap(f"{said}{when}", room)
    lines = [Content.assemble((f"{words(f'owed.state.{state.value}'):{MARGIN}}", STYLES.get(state, "dim")), first)]
    lines += (_indented(line) for line in others)
    lines += (_indented(line, "dim") for line in wrap(_source(owed, labels, viewer), room))
    lines += (_indented(line, "italic") for said in _narrowing(owed, labels) for line in wrap(said, room))
    return Content("\n").join(lines)


def _indented(line: str, style: str = "") -> Content:
    return Content.styled(f"{'':{MARGIN}}{line}", style)


def _source(owed: Obligation, labels: Labels, viewer: Viewer) -> str:
    """The article; for those who negotiated the text in confidence, the number that it had among its versions."""
    cited, treaty = labels.cited(owed.treaty, owed.article.id), labels.state.treaties.get(owed.treaty)
    number = as_negotiated(labels.state, treaty, viewer).text.number if treaty is not None else owed.version
    return labels.words("owed.version", source=cited, n=number) if number is not None and number > 1 else cited


def _narrowing(owed: Obligation, labels: Labels) -> tuple[str, ...]:
    """The reservations that have narrowed it, as they were declared."""
    treaty = labels.state.treaties.get(owed.treaty)
    if treaty is None:
        return ()
    return tuple(
        labels.words("owed.narrowed", said=reservation_words(one.reservation, treaty, one.power, labels.speaker))
        for one in owed.reservations
    )


def to_be_done(labels: Labels, power: Power, columns: int = WIDE) -> tuple[Content, ...]:
    """What a power has to do now or by a date to come, and what it was to have done and may still do, line by line."""
    every = (o for o in obligations_of(labels.state, power) if o.state is ObligationState.DUE or (o.due is not None and o.state in DATED))
    ranked = sorted(every, key=lambda o: (o.due is None, o.due or 0))
    return tuple(dict.fromkeys(obligation_line(one, labels, power, columns) for one in ranked))
