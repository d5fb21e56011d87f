"""The words that conditions are made of: what may stand behind a name, which functions there are, and what each asks of a state."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from engine.happenings import Arms, Sanction
from engine.measures import AnyMeasure, Authorisation, Sanctions
from engine.names import ArticleId, EventId, OrganId, Power, ResolutionId, StakeId, TreatyId
from engine.orders import Readiness
from engine.organ import ELECTED, PERMANENT, Organ, created_by
from engine.resolution import Outcome, Resolution
from engine.state import State
from engine.treaty import End, Stage, Treaty


class Kind(StrEnum):
    """What an expression gives."""

    NUMBER = "number"
    TRUTH = "truth"
    WORD = "word"
    GROUP = "group"
    POWER = "power"


Ask: TypeAlias = Callable[[State], Any]
"""What an expression gives, asked of a state."""

_NOWHERE: frozenset[Power] = frozenset()


def _of_treaty(give: Callable[[Treaty], Any], absent: Any) -> Callable[[str], Ask]:
    def bind(name: str) -> Ask:
        key = TreatyId(name)

        def ask(state: State) -> Any:
            treaty = state.treaties.get(key)
            return absent if treaty is None else give(treaty)

        return ask

    return bind


def _of_text(treaty: Callable[[Treaty], bool], resolution: Callable[[Resolution], bool]) -> Callable[[str], Ask]:
    """What a treaty and a draft resolution have a word for alike: a name stands for one of them only."""

    def bind(name: str) -> Ask:
        def ask(state: State) -> bool:
            known = state.treaties.get(TreatyId(name))
            if known is not None:
                return treaty(known)
            draft = state.resolutions.get(ResolutionId(name))
            return draft is not None and resolution(draft)

        return ask

    return bind


def _initialled(treaty: Treaty) -> frozenset[Power]:
    return treaty.initials.get(treaty.text.number, _NOWHERE)


_OFF_THE_TABLE = (Stage.DRAFT, Stage.WITHDRAWN)

TREATY: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "in_force": (Kind.TRUTH, _of_treaty(lambda t: t.in_force, False)),
    "tabled": (Kind.TRUTH, _of_text(lambda t: t.stage not in _OFF_THE_TABLE, lambda r: r.stage is not Outcome.DRAFT)),
    "adopted": (Kind.TRUTH, _of_text(lambda t: t.adopted is not None, lambda r: r.stage is Outcome.ADOPTED)),
    "withdrawn": (Kind.TRUTH, _of_text(lambda t: t.stage is Stage.WITHDRAWN, lambda r: r.stage is Outcome.WITHDRAWN)),
    "lapsed": (Kind.TRUTH, _of_text(lambda t: t.end is End.LAPSED, lambda r: r.stage is Outcome.LAPSED)),
    "initialled": (Kind.GROUP, _of_treaty(_initialled, _NOWHERE)),
    "signed": (Kind.GROUP, _of_treaty(lambda t: t.signed, _NOWHERE)),
    "signed_ad_referendum": (Kind.GROUP, _of_treaty(lambda t: t.unconfirmed, _NOWHERE)),
    "ratified": (Kind.GROUP, _of_treaty(lambda t: t.ratified, _NOWHERE)),
    "parties": (Kind.GROUP, _of_treaty(lambda t: t.parties, _NOWHERE)),
    "assented": (Kind.GROUP, _of_treaty(lambda t: t.assents, _NOWHERE)),
}
RESOLUTION: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    **{word: TREATY[word] for word in ("tabled", "adopted", "withdrawn", "lapsed")},
    "rejected": (Kind.TRUTH, _of_text(lambda t: False, lambda r: r.stage is Outcome.REJECTED)),
    "vetoed": (Kind.TRUTH, _of_text(lambda t: False, lambda r: r.stage is Outcome.VETOED)),
}


def _operates(treaty: Treaty, article: ArticleId) -> bool:
    """Whether an article stands in the text in force, and applies between two of its parties at least (VCLT 21, 60)."""
    if not treaty.in_force or all(part.id != article for part in treaty.text.articles):
        return False
    bound = sorted(p for p in treaty.parties if (s := treaty.signatures.get(p)) is None or article not in s.excludes)
    return any(treaty.between(one, other) for one, other in itertools.combinations(bound, 2))


def _recorded(kept: bool) -> Callable[[str, str], Ask]:
    """Whether a power has once kept, or broken, a promise of this article."""

    def bind(treaty: str, article: str) -> Ask:
        key = (TreatyId(treaty), ArticleId(article), kept)
        return lambda state: any((c.treaty, c.article, c.kept) == key for c in state.record)

    return bind


ARTICLE: Mapping[str, tuple[Kind, Callable[[str, str], Ask]]] = {
    "in_force": (Kind.TRUTH, lambda treaty, article: _of_treaty(lambda t: _operates(t, ArticleId(article)), False)(treaty)),
    "performed": (Kind.TRUTH, _recorded(True)),
    "breached": (Kind.TRUTH, _recorded(False)),
}
"""What stands behind a treaty and one of its articles."""


def _of_organ(give: Callable[[State, Organ], Any], absent: Any) -> Callable[[str], Ask]:
    def bind(name: str) -> Ask:
        key = OrganId(name)

        def ask(state: State) -> Any:
            organ = state.organs.get(key)
            return absent if organ is None else give(state, organ)

        return ask

    return bind


def _members(state: State, organ: Organ) -> frozenset[Power]:
    held = state.memberships.get(organ.organisation)
    return held.members if held is not None else _NOWHERE


ORGAN: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "members": (Kind.GROUP, _of_organ(_members, _NOWHERE)),
    "seats": (Kind.GROUP, _of_organ(lambda state, organ: frozenset(organ.seats), _NOWHERE)),
    "permanent": (Kind.GROUP, _of_organ(lambda state, organ: organ.sitting_by(PERMANENT), _NOWHERE)),
    "elected": (Kind.GROUP, _of_organ(lambda state, organ: organ.sitting_by(ELECTED), _NOWHERE)),
    "seized": (Kind.TRUTH, _of_organ(lambda state, organ: bool(organ.agenda), False)),
}


def _created(word: str) -> Callable[[str, str], Ask]:
    return lambda treaty, article: ORGAN[word][1](created_by(treaty, article))


CREATED: Mapping[str, tuple[Kind, Callable[[str, str], Ask]]] = {
    word: (ORGAN[word][0], _created(word)) for word in ("members", "seats", "elected", "seized")
}
"""What else stands behind an article that creates an organ."""
STAKE: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "holder": (Kind.POWER, lambda name: lambda state: state.holders.get(StakeId(name))),
    "garrison": (Kind.GROUP, lambda name: lambda state: state.garrison(StakeId(name))),
    "settled": (Kind.TRUTH, lambda name: lambda state: StakeId(name) in state.settled),
}
EVENT: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "choice": (Kind.WORD, lambda name: lambda state: state.chosen.get(EventId(name), "none")),
    "fired": (Kind.TRUTH, lambda name: lambda state: EventId(name) in state.happened),
}
_GOODS = (Sanction.ARMS, Sanction.OIL, Sanction.FINANCE)
"""What is refused by name, or with all trade."""


def _refused(goods: Sanction) -> Callable[[str], Ask]:
    def bind(name: str) -> Ask:
        return lambda state: frozenset(
            by for (by, target), kinds in state.sanctions.items() if target == name and {goods, Sanction.GENERAL} & kinds
        )

    return bind


def _armed(arms: Arms) -> Callable[[str], Ask]:
    def bind(name: str) -> Ask:
        return lambda state: state.armed(Power(name), arms)

    return bind


POWER: Mapping[str, tuple[Kind, Callable[[str], Ask]]] = {
    "readiness": (Kind.NUMBER, lambda name: lambda state: int(state.readiness.get(Power(name), Readiness.PEACE))),
    **{arms.value: (Kind.NUMBER, _armed(arms)) for arms in Arms if arms is not Arms.DIVISIONS},
    "sanctioned_by": (Kind.GROUP, lambda name: _sanctions_on(name)),
    **{f"{goods.value}_refused_by": (Kind.GROUP, _refused(goods)) for goods in _GOODS},
    "at_war": (Kind.GROUP, lambda name: lambda state: state.at_war(Power(name))),
}


def _trust(one: str, other: str) -> Ask:
    key = f"{one}.trust.{other}"
    return lambda state: state.tracks.get(key, 0)


def _ultimatum(issuer: str, target: str) -> Ask:
    key = (Power(issuer), Power(target))

    def ask(state: State) -> str:
        found = state.ultimatums.get(key)
        return "none" if found is None else found.state.value

    return ask


def _held(power: str) -> Ask:
    return lambda state: sum(1 for holder in state.holders.values() if holder == power)


def _sanctions_on(power: str) -> Ask:
    return lambda state: frozenset(giver for (giver, target), kinds in state.sanctions.items() if target == power and kinds)


def _in_force(state: State) -> Iterable[AnyMeasure]:
    return (standing.measure for standing in state.measures.values() if standing.ended is None and state.is_foreseen(standing.organ))


def _found_guilty(power: str) -> Ask:
    return lambda state: any((found := m.finds()) is not None and found[1] == power for m in _in_force(state))


def _sanctioned(power: str) -> Ask:
    return lambda state: any(isinstance(m, Sanctions) and m.target == power for m in _in_force(state))


def _may_be_fought(power: str) -> Ask:
    return lambda state: any(
        isinstance(s.measure, Authorisation) and s.measure.against == power and state.is_foreseen(s.organ)
        for s in state.measures_in_effect()
    )


def _in_disregard(power: str) -> Ask:
    def ask(state: State) -> bool:
        outbreaks = (d.outbreak for d in state.disputes.values())
        return any(found is not None and found.by == power and found.article is not None for found in outbreaks)

    return ask


def _has_full_powers(power: str) -> Ask:
    return lambda state: power in state.full_powers


ULTIMATUM_WORDS = ("none", "standing", "accepted", "rejected")

CALLS: Mapping[str, tuple[tuple[Kind, ...], Kind]] = {
    "count": ((Kind.GROUP,), Kind.NUMBER),
    "all_in": ((Kind.GROUP, Kind.GROUP), Kind.TRUTH),
    "any_in": ((Kind.GROUP, Kind.GROUP), Kind.TRUTH),
    "trust": ((Kind.POWER, Kind.POWER), Kind.NUMBER),
    "ultimatum": ((Kind.POWER, Kind.POWER), Kind.WORD),
    "held": ((Kind.POWER,), Kind.NUMBER),
    "sanctions_on": ((Kind.POWER,), Kind.GROUP),
    "sanctioned": ((Kind.POWER,), Kind.TRUTH),
    "found_guilty": ((Kind.POWER,), Kind.TRUTH),
    "force_authorised": ((Kind.POWER,), Kind.TRUTH),
    "in_disregard": ((Kind.POWER,), Kind.TRUTH),
    "full_powers": ((Kind.POWER,), Kind.TRUTH),
}
NAMED: Mapping[str, Callable[..., Ask]] = {
    "trust": _trust,
    "ultimatum": _ultimatum,
    "held": _held,
    "sanctions_on": _sanctions_on,
    "sanctioned": _sanctioned,
    "found_guilty": _found_guilty,
    "force_authorised": _may_be_fought,
    "in_disregard": _in_disregard,
    "full_powers": _has_full_powers,
}
"""The functions whose arguments are powers by their names."""

PROPERTIES = frozenset({*TREATY, *RESOLUTION, *ORGAN, *STAKE, *EVENT, *POWER})
"""Words that stand after a dot: no track kept for a power may be called so."""

RESERVED = frozenset({*CALLS, "turn"})
"""Words of the conditions: nothing may be called so."""
