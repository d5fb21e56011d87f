"""Organs that treaties create: they come into being with the article in force, seat those bound by it, and end with it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve as with_

from engine.clauses import CreateOrgan
from engine.decide import promises
from engine.decide.measures import part
from engine.duties import Render
from engine.events import MeasureEnded, MemberAdmitted, OrganDissolved, OrganEstablished, SeatTaken
from engine.happenings import Deed
from engine.names import EVERYBODY, OrganId, Power
from engine.obligations import Obligation, obligations_under, owed_by
from engine.operation import operative
from engine.organ import ORDINARY, Instrument, Organ, Seat, created_by
from engine.proceedings import Proceedings
from engine.roll import members_of
from engine.state import State
from engine.statutes import competence_of, statute_of
from engine.treaty import Treaty
from engine.voting import Matter
from engine.voting.bodies import BINDING_TREATY_ORGAN, TREATY_ORGAN
from engine.voting.rules import RULES


def seat_members(proceedings: Proceedings) -> None:
    """Let every organ of a treaty have the members that its article gives it now.

    An organ that sits is seen: what nobody may know of constitutes none.
    """
    for _, treaty in sorted(proceedings.state.treaties.items()):
        if treaty.known_to is EVERYBODY:
            for instrument, clause in _articles(treaty):
                _constitute(proceedings, treaty, instrument, clause)


def _articles(treaty: Treaty) -> Iterator[tuple[Instrument, CreateOrgan]]:
    for article in treaty.text.articles:
        if isinstance(article.clause, CreateOrgan):
            yield Instrument(treaty=treaty.id, article=article.id), article.clause


def _constitute(proceedings: Proceedings, treaty: Treaty, instrument: Instrument, clause: CreateOrgan) -> None:
    state = proceedings.state
    members = _bound(state, treaty, instrument)
    held = state.organs.get(instrument.organ)
    if held is None or not held.seats:
        if members:
            organ = _organ(instrument, clause, members)
            # What was before it when it last sat is before it again.
            organ = organ if held is None else with_(organ, agenda=held.agenda)
            proceedings.note(OrganEstablished(organ=organ, audience=EVERYBODY))
        return
    if not members:
        _dissolve(proceedings, held.id)
        return
    for power in members:
        if power not in held.seats or held.seats[power].by != ORDINARY:
            _join(proceedings, held.id, power)
    for power, seat in held.seats.items():
        if seat.by == ORDINARY and power not in members:
            part(proceedings, held.id, power, expelled=False)


def _bound(state: State, treaty: Treaty, instrument: Instrument) -> tuple[Power, ...]:
    """Those who owe another to take part, reservations and suspensions applied, in the scenario's order."""
    owed = obligations_under(state, treaty) if operative(state, treaty) else ()
    bound = {o.duty.debtor for o in owed if o.article.id == instrument.article}
    return tuple(power for power in state.powers() if power in bound)


def _organ(instrument: Instrument, clause: CreateOrgan, members: tuple[Power, ...]) -> Organ:
    body = BINDING_TREATY_ORGAN if clause.binding else TREATY_ORGAN
    statute = statute_of(body.id)
    on_members = RULES[clause.decides.rule_on_members]
    return Organ(
        id=instrument.organ,
        name=clause.name,
        type=body.id,
        organisation=instrument.organ,
        seats={power: Seat(by=ORDINARY) for power in members},
        presidency=statute.presidency,
        order=members,
        competence=tuple(competence_of(competence.value) for competence in clause.competences),
        hospitality=statute.hospitality,
        rules={Matter.SUBSTANTIVE: RULES[clause.decides.rule], Matter.DISPUTE: on_members, Matter.BREACH: on_members},
        instrument=instrument,
    )


def _join(proceedings: Proceedings, organ: OrganId, power: Power) -> None:
    if power not in members_of(proceedings.state, proceedings.state.organs[organ]):
        proceedings.note(MemberAdmitted(organ=organ, power=power, audience=EVERYBODY))
    proceedings.note(SeatTaken(organ=organ, power=power, seat=Seat(by=ORDINARY), audience=EVERYBODY))


def _dissolve(proceedings: Proceedings, ident: OrganId) -> None:
    """End the organ, and with it what it has decided (VCLT 70, 72)."""
    state = proceedings.state
    for standing in state.measures.values():
        if standing.ended is None and state.organs[standing.organ].organisation == ident:
            proceedings.note(MeasureEnded(resolution=standing.resolution, paragraph=standing.paragraph, audience=EVERYBODY))
    proceedings.note(OrganDissolved(organ=ident, audience=EVERYBODY))


# -- time


def find_attendance(proceedings: Proceedings) -> None:
    """Enter who has taken part in an organ that sat in this turn, and who has kept away from it; each once, until that changes."""
    state = proceedings.state
    for organ in state.organs.values():
        if organ.instrument is not None and any(item.sat == state.turn for item in organ.agenda.values()):
            for power in organ.order:
                for owed in taking_part(state, power, organ.id):
                    promises.enter(proceedings, owed, kept=power not in organ.away)


def taking_part(state: State, power: Power, organ: OrganId) -> tuple[Obligation, ...]:
    """The promises of a power to take part in an organ that a treaty creates; nobody owes it to an enemy to sit with it."""
    return tuple(
        owed
        for owed in owed_by(state, power)
        if isinstance(owed.duty, Render)
        and owed.duty.deed is Deed.ESTABLISH
        and created_by(owed.treaty, owed.article.id) == organ
        and owed.duty.creditor not in state.at_war(power)
    )
