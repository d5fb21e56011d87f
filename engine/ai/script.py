"""The author's rules for a power, followed once each as far as they are open to it."""

from __future__ import annotations

from typing import assert_never

from engine.ai.mind import Mind
from engine.commands import (
    Choose,
    Convene,
    Denounce,
    IssueUltimatum,
    PowerCommand,
    PutToVote,
    Send,
    Table,
)
from engine.council_commands import Introduce, Seize
from engine.messages import Phrase
from engine.names import ConferenceId, ItemId, TreatyId, conference_id
from engine.profile import (
    Assents,
    Ballots,
    Chooses,
    Convenes,
    Deed,
    Demands,
    Denounces,
    Introduces,
    Orders,
    PutsToVote,
    Rule,
    Says,
    Seizes,
    Signs,
    Stands,
    Tables,
    Votes,
)
from engine.roll import conferences
from engine.treaty import Stage
from engine.voting import Ballot

__all__ = ["follow_script", "scripted_ballot", "take_initiative"]

WORTH_TABLING = 8
"""Points of surplus from which a power tables, of its own accord, a draft in its files."""


def follow_script(mind: Mind, *, last: bool) -> None:
    """Do what the rules want and has not been done; what cannot be done yet is tried again while its rule holds."""
    for name, rule in mind.rules():
        if not last and _awaits_conference(mind, rule):
            continue
        for place, deed in enumerate(rule.then):
            key = f"rule:{name}:{place}"
            if key not in mind.memory:
                for command in commands(mind, deed):
                    if mind.do(command, f"script:{name}"):
                        mind.memory[key] = 1
                        if isinstance(command, Table):
                            mind.memory[f"tabled:{command.treaty}"] = mind.scales.walk_away
                        break


def _awaits_conference(mind: Mind, rule: Rule) -> bool:
    """Whether a rule brings a text before a conference to which somebody else has still to invite: that is waited for, but not in vain."""
    if any(isinstance(deed, Convenes) for deed in rule.then):
        return False
    convened = {c.id.partition(".")[2] for c in conferences(mind.view)}
    return any(isinstance(deed, PutsToVote) and deed.conference not in convened for deed in rule.then)


def commands(mind: Mind, deed: Deed) -> tuple[PowerCommand, ...]:
    """What a deed comes to now; nothing where it only weighs on an answer that is given elsewhere."""
    view, power = mind.view, mind.power
    match deed:
        case Tables():
            treaty = view.treaties.get(deed.treaty)
            others = frozenset(treaty.provisions.signatories) - {power} if treaty is not None else frozenset()
            return (Table(treaty=deed.treaty, to=others),)
        case Denounces():
            return (Denounce(treaty=deed.treaty),)
        case Convenes():
            ident = conference_id(f"{power}.{deed.conference}")
            return (Convene(conference=ident, title=deed.title, invited=frozenset(deed.invited) - {power}, agreed=deed.agreed),)
        case PutsToVote():
            return tuple(_putting(mind, ConferenceId(c.id), deed.treaty) for c in conferences(view) if c.id.endswith(f".{deed.conference}"))
        case Demands():
            expires = view.turn_order(deed.expires)
            return (IssueUltimatum(target=deed.target, demand=deed.demand, expires=view.turn if expires is None else expires),)
        case Chooses():
            return (Choose(event=deed.event, choice=deed.choice),)
        case Says():
            return (Send(to=frozenset(deed.to), phrase=Phrase(code="statement", words=deed.text)),)
        case Seizes():
            return (_seizing(mind, deed),)
        case Introduces():
            return (Introduce(resolution=deed.resolution, item=_item(mind, deed.item)),)
        case Ballots() | Signs() | Assents() | Orders() | Votes() | Stands():
            return ()
        case _:
            assert_never(deed)


def _seizing(mind: Mind, deed: Seizes) -> Seize:
    ident = ItemId(f"{mind.power}.{deed.item}")
    outsider = mind.power not in mind.view.memberships[mind.view.organs[deed.council].organisation].members
    return Seize(
        item=ident, organ=deed.council, article=deed.article, title=deed.title, parties=frozenset(deed.parties), accepting=outsider
    )


def _item(mind: Mind, name: ItemId) -> ItemId:
    """A matter by its key in the scenario, or by the name that its mover gave it."""
    known = tuple(ident for organ in mind.view.organs.values() for ident in organ.agenda)
    return next((ident for ident in known if ident == name or ident.endswith(f".{name}")), name)


def _putting(mind: Mind, conference: ConferenceId, ident: TreatyId) -> PutToVote:
    treaty = mind.view.treaties.get(ident)
    return PutToVote(conference=conference, treaty=ident, version=len(treaty.versions) if treaty is not None else 1)


def scripted_ballot(mind: Mind, treaty: TreatyId) -> Ballot | None:
    """The vote that a rule prescribes."""
    return next((deed.ballot for deed in mind.wants(Votes) if deed.treaty == treaty), None)


def spoken_of(mind: Mind) -> frozenset[TreatyId]:
    """The texts for which some rule has its own plan."""
    deeds = (deed for rule in mind.profile.script.values() for deed in rule.then)
    return frozenset(deed.treaty for deed in deeds if isinstance(deed, Tables | Signs | PutsToVote))


def take_initiative(mind: Mind) -> None:
    """Table one draft a turn that is clearly to our advantage and of which no rule speaks."""
    spoken = spoken_of(mind)
    for treaty in mind.treaties(Table):
        if "." not in treaty.id and treaty.stage is Stage.DRAFT and treaty.id not in spoken:
            worth = mind.scales.worth(treaty, treaty.versions[0])
            if worth.red_line is None and worth.surplus >= WORTH_TABLING and mind.once(mind.now("initiative")):
                others = frozenset(treaty.provisions.signatories) - {mind.power}
                if mind.do(Table(treaty=treaty.id, to=others), "initiative", treaty.id, worth.best, worth):
                    mind.memory[f"tabled:{treaty.id}"] = mind.scales.walk_away
                return
