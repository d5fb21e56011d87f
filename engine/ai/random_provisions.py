"""Final provisions at random, of every kind that a treaty may have, and single changes to a text."""

from __future__ import annotations

from engine.ai.random_articles import Dice
from engine.commands import MoveArticle, Operation, Parameter, SetParameter, SetPreamble, SetProvision
from engine.dates import Period, Unit
from engine.names import UNDETERMINED, Power, TreatyId
from engine.state import State
from engine.treaty import Accession, Article, Provisions, ReservationPolicy, Version

SETTINGS: tuple[tuple[str, tuple[Parameter, ...]], ...] = (
    ("ratification", (True, False)),
    ("reservations", tuple(policy.value for policy in ReservationPolicy)),
    ("accession", tuple(accession.value for accession in Accession)),
    ("notice", (None, "1 day", "2 days")),
    ("lasts", (None, "2 days")),
    ("renewed_for", (None, "1 month")),
    ("prolonged", (True, False)),
    ("at_least", (None, 2)),
    ("covenant", (True, False)),
)


def random_provisions(state: State, signatories: tuple[Power, ...], articles: tuple[Article, ...], dice: Dice) -> Provisions:
    """Final provisions for these signatories; mostly such as can stand."""

    def now_and_then(purpose: str) -> bool:
        return dice(purpose, 4) == 0

    turns = tuple(state.setting.turns)[max(state.turn, 0) :]
    public = tuple(sorted(key for key, treaty in state.treaties.items() if treaty.known_to is None))
    accession = tuple(Accession)[dice("accession", 3)]
    outsiders = tuple(p for p in state.powers() if p not in signatories)
    kind = dice("term", 8)
    expires = turns[dice("expires", len(turns))] if kind < 2 else None
    lasts = _period("lasts", dice) if kind in (2, 3) else None
    after_term = dice("after_term", 3) if expires is not None or lasts is not None else 0
    prolonged = after_term == 2
    notice = _period("notice", dice) if prolonged or dice("denunciation", 2) == 0 else None
    firm = notice is not None and expires is None and lasts is None and now_and_then("firm")

    def other(purpose: str) -> TreatyId | None:
        return public[dice(purpose, len(public))] if public and dice(f"{purpose}|any", 6) == 0 else None

    return Provisions(
        signatories=signatories,
        needed=signatories[:1] if now_and_then("needed") else (),
        at_least=2 if now_and_then("number") else None,
        in_force_from=turns[dice("from", len(turns))] if now_and_then("date") else None,
        only_after=other("only_after"),
        ratification=dice("ratification", 3) == 0,
        accession=accession,
        open_to=outsiders[:1] if accession is Accession.OPEN and now_and_then("open_to") else (),
        reservations=tuple(ReservationPolicy)[dice("reservations", 3)],
        unreservable=tuple(a.id for a in articles[:1]) if now_and_then("unreservable") else (),
        expires=expires,
        lasts=lasts,
        renewed_for=_period("renewed", dice) if after_term == 1 else None,
        prolonged=prolonged,
        notice=notice,
        denounceable_after=_period("firm", dice) if firm else None,
        secret=dice("secret", 2) == 0,
        only_while=other("only_while"),
        annexed_to=other("annexed_to"),
    )


def _period(purpose: str, dice: Dice) -> Period:
    """A few days for the most part, else months or years."""
    unit = (Unit.DAYS, Unit.DAYS, Unit.MONTHS, Unit.YEARS)[dice(f"{purpose}|unit", 4)]
    return Period(1 + dice(f"{purpose}|number", 5), unit)


def random_operation(state: State, base: Version, dice: Dice) -> Operation:
    """One article moved, one of its dates set, one of the final provisions or the preamble changed."""
    article = base.articles[dice("which", len(base.articles))].id
    match dice("operation", 4):
        case 0:
            before = base.articles[dice("before", len(base.articles))].id
            return MoveArticle(article=article, before=None if before == article else before)
        case 1:
            turns = tuple(state.setting.turns)[max(state.turn, 0) :]
            return SetParameter(article=article, name="until", value=turns[dice("until", len(turns))])
        case 2:
            words = ("", "In the name of peace", "Mindful of nothing")[dice("preamble", 3)]
            return SetPreamble({UNDETERMINED: words} if words else {})
        case _:
            name, values = SETTINGS[dice("provision", len(SETTINGS))]
            return SetProvision(name=name, value=values[dice("value", len(values))])
