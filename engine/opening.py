"""What all may know before the first turn."""

from __future__ import annotations

from engine.names import OrganId, Power
from engine.organ import ELECTED, ORDINARY, PERMANENT, Membership, Organ, OrganSheet, Seat
from engine.setting import Each, Setting
from engine.state import State
from engine.statutes import statute_of


def opening_state(setting: Setting) -> State:
    """The state of a scenario that all may know, before its first turn."""
    tracks: dict[str, int] = {}
    for name, track in setting.tracks.items():
        if track.each is Each.WORLD:
            tracks[name] = track.start
        elif track.each is Each.POWER and not track.secret:
            tracks |= {f"{power}.{name}": sheet.start.get(name, track.start) for power, sheet in setting.powers.items()}
    return State(
        setting=setting,
        tracks=tracks,
        holders={stake: sheet.holder for stake, sheet in setting.stakes.items()},
        readiness={power: sheet.readiness for power, sheet in setting.powers.items()},
        delegations={power: sheet.delegation for power, sheet in setting.powers.items()},
        full_powers=frozenset(power for power, sheet in setting.powers.items() if sheet.full_powers),
        organs=opening_organs(setting),
        memberships=opening_memberships(setting),
    )


def opening_organs(setting: Setting) -> dict[OrganId, Organ]:
    """The organs of a scenario before its first turn."""
    return {ident: _opening_organ(ident, sheet, setting) for ident, sheet in setting.councils.items()}


def opening_memberships(setting: Setting) -> dict[OrganId, Membership]:
    """Who belongs to which organisation before the first turn: those named, and those who sit."""
    members: dict[OrganId, frozenset[Power]] = {}
    for ident, sheet in setting.councils.items():
        name = sheet.organisation or ident
        own = frozenset((*sheet.members, *sheet.permanent, *sheet.elected))
        members[name] = members.get(name, frozenset()) | own
    return {name: Membership(members=powers) for name, powers in members.items()}


def _opening_organ(ident: OrganId, sheet: OrganSheet, setting: Setting) -> Organ:
    statute = statute_of(sheet.type)
    seats = {power: Seat(by=PERMANENT) for power in sheet.permanent}
    seats |= {power: Seat(by=ELECTED, until=sheet.terms.get(power)) for power in sheet.elected}
    if not seats:
        host = setting.councils.get(sheet.organisation) if sheet.organisation is not None else None
        named = sheet.members or (tuple(dict.fromkeys((*host.permanent, *host.elected, *host.members))) if host is not None else ())
        seats = {power: Seat(by=ORDINARY) for power in named}
    return Organ(
        id=ident,
        name=sheet.name,
        type=sheet.type,
        organisation=sheet.organisation or ident,
        seats=seats,
        meets=sheet.meets,
        presidency=sheet.presidency or statute.presidency,
        order=sheet.order or tuple(power for power in setting.powers if power in seats),
        competence=sheet.competence,
        hospitality=statute.hospitality,
        reading=sheet.reading,
        rules=sheet.rules,
        private=sheet.private,
        roll_call=sheet.roll_call,
    )
