"""What Hypothesis draws: commands inside an option's domains, well-formed commands from anywhere, and values of any type."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache, partial
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from engine.ai.random_articles import random_clause
from engine.ai.random_provisions import random_operation, random_provisions
from engine.chance import draw as chance
from engine.clauses import Declaration
from engine.commands import Amend, Command, CommitOrders, Draft, PowerCommand, PutArticle, Send, SetProvision, StrikeArticle
from engine.dates import Period, Unit
from engine.domains import Domain, FreeText, Lawful, NewName, OneOf, Option, Subset, Within, Worded
from engine.messages import Phrase, Regarding
from engine.names import ArticleId, Lang, Power, SeatClass
from engine.orders import HandOver
from engine.state import State
from engine.treaty import Article
from engine.voting import Agreement, Basis, Consensus, Interest, Requirement, Rule, Share, Veto, Votes
from tests.engine.settings import PLOT, POWERS, SETTING, TURNS

WORDS = st.text("abcé «»\n", min_size=1, max_size=12).filter(lambda words: bool(words.strip()))

# -- inside an option


def commands_of(state: State, power: Power, option: Option) -> st.SearchStrategy[Any]:
    """Commands that the option admits, or None where luck found none; the state is what the power knows."""
    if option.verb is Draft:
        return _drafts(state, power, option)
    if option.verb is Amend:
        return _amendments(state, option)
    fields = {name: values_of(domain) for name, domain in option.domains.items()}
    if option.verb is Send:
        fields["regarding"] = st.none() | _regarding(state, power)
        if option.domains["text"].admits(""):
            fields["phrase"] = st.builds(Phrase, code=st.sampled_from(("greeting", "refusal")), powers=st.just((power,)))
    if option.verb is CommitOrders:
        domain = option.domains["orders"]
        assert isinstance(domain, Subset)
        fields["orders"] = st.lists(st.sampled_from(domain.values), max_size=3, unique=True).map(partial(_within_limits, state))
    return st.builds(option.verb, **fields).filter(option.admits)


def _within_limits(state: State, orders: list[Any]) -> tuple[Any, ...]:
    kept: list[Any] = []
    for order in orders:
        counted = sum(not isinstance(o, HandOver) for o in kept)
        if isinstance(order, HandOver) or counted < state.setting.orders_per_turn:
            kept.append(order)
    return tuple(kept)


def values_of(domain: Domain) -> st.SearchStrategy[Any]:
    """Values that the domain admits."""
    match domain:
        case OneOf():
            return st.sampled_from(domain.values)
        case Subset():
            most = len(domain.values) if domain.most is None else min(domain.most, len(domain.values))
            drawn = st.lists(st.sampled_from(domain.values), max_size=most, unique=True) if domain.values and most else st.just([])
            return drawn.map(lambda some: _subset(domain, some))
        case FreeText():
            return WORDS.map(lambda words: words[: domain.most])
        case Worded():
            return st.dictionaries(st.sampled_from((Lang("en"), Lang("fr"), Lang("und"))), WORDS, min_size=1, max_size=2).filter(
                domain.admits
            )
        case Within():
            return st.integers(domain.low, domain.high)
        case NewName():
            return st.sampled_from("abcd").map(lambda slug: f"{domain.owner}.{slug}").filter(domain.admits)
        case Lawful():
            return st.sampled_from(domain.sample)
        case _:
            raise AssertionError(domain)


def _subset(domain: Subset, drawn: list[Any]) -> Any:
    chosen = [v for v in domain.values if v in domain.must] + [v for v in drawn if v not in domain.must]
    if len(chosen) < domain.least:
        chosen += [v for v in domain.values if v not in chosen][: domain.least - len(chosen)]
    if domain.most is not None:
        chosen = chosen[: max(domain.most, len(domain.must))]
    return tuple(chosen) if domain.ordered else frozenset(chosen)


def _regarding(state: State, power: Power) -> st.SearchStrategy[Regarding]:
    known = tuple(state.treaties_known_to(power).values())
    if not known:
        return st.nothing()
    return st.sampled_from(known).map(lambda t: Regarding(treaty=t.id, version=len(t.versions), article=t.versions[-1].articles[0].id))


@st.composite
def _clauses(draw: st.DrawFn, state: State, parties: tuple[Power, ...]) -> Any:
    seed = draw(st.integers(0, 2**16))
    clause = random_clause(state, parties, lambda purpose, sides: chance(seed, purpose, sides), 1)
    return Declaration(text={Lang("en"): draw(WORDS)}) if clause is None else clause


@st.composite
def _drafts(draw: st.DrawFn, state: State, power: Power, option: Option) -> Draft | None:
    others = draw(st.lists(st.sampled_from(state.powers()), min_size=2, max_size=3, unique=True))
    parties = tuple(p for p in state.powers() if p in others)
    clauses = draw(st.lists(_clauses(state, parties), min_size=1, max_size=3))
    known = tuple(state.treaties_known_to(power))
    articles = tuple(Article(id=ArticleId(f"a{n}"), clause=clause) for n, clause in enumerate(clauses))
    seed = draw(st.integers(0, 2**16))
    provisions = random_provisions(state, parties, articles, lambda purpose, sides: chance(seed, purpose, sides))
    if known:
        name = draw(st.sampled_from(("only_while", "only_after", "annexed_to")))
        provisions = attrs.evolve(provisions, **{name: draw(st.none() | st.sampled_from(known))})
    command = Draft(
        treaty=draw(values_of(option.domains["treaty"])),
        title=draw(values_of(option.domains["title"])),
        articles=articles,
        provisions=provisions,
    )
    return command if option.admits(command) else None


@st.composite
def _amendments(draw: st.DrawFn, state: State, option: Option) -> Amend | None:
    treaty = state.treaties[option.only("treaty")]
    base = treaty.versions[draw(values_of(option.domains["base"])) - 1]
    clause = draw(_clauses(state, treaty.provisions.signatories))
    place = draw(st.sampled_from((*(a.id for a in base.articles), ArticleId("n1"), ArticleId("n2"))))
    seed = draw(st.integers(0, 2**16))
    finely = random_operation(state, base, lambda purpose, sides: chance(seed, purpose, sides))
    signing = tuple(draw(st.lists(st.sampled_from(treaty.negotiators), min_size=2, unique=True))) if len(treaty.negotiators) > 1 else ()
    who = SetProvision(name="signatories", value=signing)
    operation = draw(st.sampled_from((PutArticle(Article(id=place, clause=clause)), StrikeArticle(base.articles[0].id), finely, who)))
    command = Amend(treaty=treaty.id, base=base.number, operations=(operation,))
    return command if option.admits(command) else None


# -- voting

SEATS = (SeatClass("permanent"), SeatClass("council"))


@cache
def sound_rules(powers: tuple[Power, ...] = POWERS) -> st.SearchStrategy[Rule]:
    """Rules of every shape that may carry and may fail."""
    shares = st.builds(Share, part=st.integers(1, 3), of=st.integers(3, 5), passed=st.booleans()).filter(lambda s: s.part < s.of)
    thresholds = st.builds(Votes, st.integers(1, 4)) | shares | st.just(Agreement()) | st.just(Consensus())
    requirement = st.builds(
        Requirement, threshold=thresholds, basis=st.sampled_from(Basis), among=st.none() | st.sampled_from(SEATS), others=st.booleans()
    ).filter(lambda r: r.among is not None or not r.others)
    interests = st.lists(st.sampled_from(Interest), max_size=1).map(tuple)
    vetoes = st.none() | st.builds(Veto, by=st.sampled_from(SEATS), abstention=st.booleans(), absence=st.booleans())
    return st.builds(
        Rule,
        name=st.just("drawn"),
        requirements=st.lists(requirement, min_size=1, max_size=2).map(tuple),
        veto=vetoes,
        excluded=interests,
        bound_to_abstain=interests,
        weights=st.dictionaries(st.sampled_from(powers), st.integers(1, 4), max_size=3),
    )


# -- from anywhere


@attrs.frozen(eq=False)
class Pool:
    """By the name of a NewType or of a basic type: what to draw for it."""

    drawn: Mapping[str, st.SearchStrategy[Any]]


def some(known: Iterable[str], *strangers: str) -> st.SearchStrategy[str]:
    """One of these names, strangers among them."""
    return st.sampled_from((*known, *strangers))


DRAWERS = tuple(f"{power}.{slug}" for power in POWERS for slug in "abcd")
NOTES = tuple(f"boria.notes_carnia_{turn}" for turn in range(len(TURNS)))
POOL = Pool(
    {
        "Power": some(POWERS, "", "nowhere"),
        "StakeId": some(SETTING.stakes, "moon"),
        "RegionId": some(SETTING.regions, "nowhere_land"),
        "TreatyId": some((*PLOT.treaties, *PLOT.drafts, *DRAWERS, *NOTES), "alba.", "alba.B", "nothing"),
        "ArticleId": some(("entente_1", "plan_1", "plan_2", "understanding_2", "a0", "a1", "n1"), "", "zz"),
        "ConferenceId": some(DRAWERS, "none"),
        "DisputeId": some(DRAWERS, "none"),
        "TurnId": some(TURNS, "never"),
        "EventId": some(("riot", "cabinet"), "nothing"),
        "ChoiceId": some(("calm", "arm"), "nothing"),
        "Lang": some(("en", "fr", "und"), "x1"),
        "str": st.sampled_from(("", " ", "words", "x" * 2100, "\x1b[31m", "\x9b31m", "\u00e9\n")),
        "int": st.integers(-2, 6) | st.sampled_from((10**12, -(10**12))),
    }
)
"""Names of the five powers' world, and some that it does not know."""


@cache
def everything(tp: Any, pool: Pool) -> st.SearchStrategy[Any]:
    """Well-formed values of a type, whole unions and nested values among them."""
    if isinstance(tp, NewType):
        return pool.drawn[tp.__name__] if tp.__name__ in pool.drawn else everything(tp.__supertype__, pool)
    origin, args = get_origin(tp), get_args(tp)
    if origin in (Union, types.UnionType):
        return st.one_of(*(everything(arg, pool) for arg in args))
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return st.lists(everything(args[0], pool), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(everything(arg, pool) for arg in args))
    if origin is frozenset:
        return st.frozensets(everything(args[0], pool), max_size=3)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(everything(args[0], pool), everything(args[1], pool), max_size=2)
    if tp is type(None):
        return st.none()
    if isinstance(tp, type) and issubclass(tp, Enum):
        return st.sampled_from(tuple(tp))
    if tp is bool:
        return st.booleans()
    if tp is dt.date:
        return st.dates(dt.date(1900, 1, 1), dt.date(2000, 1, 1))
    if tp is Period:
        return st.builds(Period, st.integers(1, 100), st.sampled_from(Unit))
    if tp in (int, str):
        return pool.drawn[tp.__name__]
    if tp is Rule:
        return sound_rules()
    assert attrs.has(tp), tp
    return st.builds(tp, **{name: everything(hint, pool) for name, hint in fields_of(tp).items()})


@cache
def fields_of(cls: type) -> Mapping[str, Any]:
    """The fields of a value with their types."""
    hints = get_type_hints(cls)
    return {a.name: hints[a.name] for a in attrs.fields(cls)}


WILD = {verb: everything(verb, POOL) for verb in get_args(Command)}


def wild_commands(verbs: tuple[type, ...] = tuple(WILD)) -> st.SearchStrategy[Any]:
    """Well-formed commands, mostly outside what anybody may do now."""
    return st.sampled_from(verbs).flatmap(WILD.__getitem__)


def power_verbs() -> tuple[type, ...]:
    """Everything that a power may ask."""
    return get_args(PowerCommand)
