"""Bots-only play at random: any act that the options admit, drawn from a seed and never from the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.ai.random_articles import WORDS, Dice, random_clause
from engine.ai.random_provisions import random_operation, random_provisions
from engine.chance import draw
from engine.commands import (
    Accede,
    Amend,
    AnswerCrisis,
    AnswerInvitation,
    AnswerReservation,
    AnswerUltimatum,
    Assent,
    CallGuarantors,
    Choose,
    CloseStep,
    Command,
    CommitOrders,
    Confirm,
    Decide,
    Draft,
    FindVoid,
    Initial,
    InviteToAccede,
    InvokeNullity,
    PutArticle,
    PutToVote,
    Ratify,
    Sign,
    SignalReady,
    StrikeArticle,
    Table,
    WithdrawReservation,
)
from engine.council_commands import AnswerRuling, CastBallot, GiveRuling, Introduce, Move, MoveAmendment, Seize, TableResolution, Yield
from engine.dispute_commands import (
    AnswerDuties,
    AnswerProcedure,
    AnswerReport,
    AnswerTerms,
    GiveAward,
    OfferTerms,
    OpenDispute,
    ProposeProcedure,
    ReferToAssembly,
    ReportDefence,
    ReportFacts,
)
from engine.domains import Domain, FreeText, Lawful, NewName, OneOf, Option, Subset, Within, Worded
from engine.names import ArticleId, Lang, Onlooker, Power, Viewer
from engine.options import options
from engine.orders import Attack, Occupy
from engine.state import State
from engine.treaty import Article

LIKELY: Mapping[type[Command], int] = {
    SignalReady: 6,
    CommitOrders: 8,
    AnswerCrisis: 8,
    Decide: 8,
    Initial: 6,
    Sign: 6,
    Assent: 5,
    Ratify: 5,
    Confirm: 5,
    AnswerReservation: 4,
    WithdrawReservation: 2,
    InvokeNullity: 3,
    CallGuarantors: 3,
    FindVoid: 4,
    Accede: 4,
    InviteToAccede: 3,
    AnswerInvitation: 5,
    AnswerUltimatum: 4,
    Choose: 4,
    Table: 4,
    PutToVote: 4,
    Amend: 3,
    Draft: 2,
    CastBallot: 8,
    Yield: 4,
    GiveRuling: 6,
    AnswerRuling: 6,
    Move: 3,
    Seize: 3,
    TableResolution: 4,
    MoveAmendment: 2,
    Introduce: 3,
    OpenDispute: 3,
    ProposeProcedure: 5,
    AnswerProcedure: 6,
    OfferTerms: 5,
    AnswerTerms: 6,
    ReportFacts: 5,
    GiveAward: 5,
    AnswerReport: 3,
    AnswerDuties: 4,
    ReferToAssembly: 2,
    ReportDefence: 4,
}
"""How often a kind of act is chosen when it is open; 1 where nothing is said."""
TRIES = 12
"""Acts that are built before a power passes."""


def random_step(state: State, seed: int, step: int) -> tuple[Viewer, Command]:
    """The next act of a game played at random: of a power that can do something, or now and then one of the umpire."""
    powers = state.powers()
    first = draw(seed, f"who|{step}", len(powers))
    if draw(seed, f"umpire|{step}", 20) == 0 and (found := random_command(state, Onlooker.FACILITATOR, seed, f"{step}")) is not None:
        return Onlooker.FACILITATOR, found
    if draw(seed, f"close|{step}", 40) > 0:
        for power in powers[first:] + powers[:first]:
            command = random_command(state, power, seed, f"{step}")
            if command is not None:
                return power, command
    return Onlooker.FACILITATOR, CloseStep()


def random_command(state: State, by: Viewer, seed: int, occasion: str) -> Command | None:
    """One act that the options of a power or of the facilitator admit; None if nothing is open."""
    every = options(state, by)
    for attempt in range(TRIES):
        dice = _dice(seed, f"{by}|{occasion}|{attempt}")
        option = _choose(every, dice)
        if option is None:
            return None
        command = _build(state, by, option, dice)
        if command is not None and option.admits(command):
            return command
    return None


def _dice(seed: int, occasion: str) -> Dice:
    return lambda purpose, sides: draw(seed, f"random|{occasion}|{purpose}", sides)


def _choose(every: tuple[Option, ...], dice: Dice) -> Option | None:
    verbs = tuple(dict.fromkeys(option.verb for option in every))
    lots = [verb for verb in verbs for _ in range(LIKELY.get(verb, 1))]
    if not lots:
        return None
    verb = lots[dice("verb", len(lots))]
    open_now = [option for option in every if option.verb is verb]
    return open_now[dice("option", len(open_now))]


def _build(state: State, by: Viewer, option: Option, dice: Dice) -> Command | None:
    if option.verb is Draft and not isinstance(by, Onlooker):
        return _draft(state, by, option, dice)
    if option.verb is Amend:
        return _amend(state, option, dice)
    values = {name: _value(domain, name, dice) for name, domain in option.domains.items()}
    if option.verb is CommitOrders and dice("war", 6):
        values["orders"] = tuple(order for order in values["orders"] if not isinstance(order, Attack | Occupy))
    build: Callable[..., Command] = option.verb
    if option.verb is TableResolution and isinstance(texts := option.domains["paragraphs"], Lawful):
        # Not every text may rest on every article.
        first = texts.sample.index(values["paragraphs"])
        drafts = (build(**{**values, "paragraphs": text}) for text in texts.sample[first:] + texts.sample[:first])
        return next((draft for draft in drafts if option.admits(draft)), None)
    return build(**values)


def _value(domain: Domain, name: str, dice: Dice) -> Any:
    match domain:
        case OneOf():
            return domain.values[dice(name, len(domain.values))] if domain.values else None
        case Subset():
            return _subset(domain, name, dice)
        case FreeText():
            return WORDS[dice(name, len(WORDS))][: domain.most]
        case Worded():
            return {Lang("en"): WORDS[dice(name, len(WORDS))][: domain.most]}
        case Within():
            return domain.low + dice(name, domain.high - domain.low + 1)
        case NewName():
            return f"{domain.owner}.r{dice(name, 10**6)}"
        case Lawful():
            return domain.sample[dice(name, len(domain.sample))] if domain.sample else None
        case _:
            return None


def _subset(domain: Subset, name: str, dice: Dice) -> Any:
    """Those that must be there, and of the others as many as luck will have."""
    most = len(domain.values) if domain.most is None else min(domain.most, len(domain.values))
    wanted = domain.least + dice(f"{name}|size", max(1, most - domain.least + 1))
    free = [v for v in domain.values if v not in domain.must]
    chosen = [v for v in domain.values if v in domain.must]
    while free and len(chosen) < wanted:
        chosen.append(free.pop(dice(f"{name}|{len(chosen)}", len(free))))
    return tuple(chosen) if domain.ordered else frozenset(chosen)


def _draft(state: State, power: Power, option: Option, dice: Dice) -> Draft | None:
    others = [p for p in state.powers() if p != power]
    partner = others[dice("partner", len(others))]
    third = others[dice("third", len(others))]
    signatories = tuple(p for p in state.powers() if p in (power, partner, third))
    articles = tuple(
        Article(id=ArticleId(f"r{n}"), clause=clause)
        for n in range(1 + dice("articles", 3))
        if (clause := random_clause(state, signatories, dice, n)) is not None
    )
    provisions = random_provisions(state, signatories, articles, dice)
    name, title, preamble = (_value(option.domains[key], key, dice) for key in ("treaty", "title", "preamble"))
    return Draft(treaty=name, title=title, articles=articles, provisions=provisions, preamble=preamble)


def _amend(state: State, option: Option, dice: Dice) -> Amend | None:
    treaty = state.treaties[option.only("treaty")]
    base = treaty.versions[_value(option.domains["base"], "base", dice) - 1]
    if dice("strike", 2) == 0 and len(base.articles) > 1:
        struck = base.articles[dice("struck", len(base.articles))]
        return Amend(treaty=treaty.id, base=base.number, operations=(StrikeArticle(struck.id),))
    clause = random_clause(state, treaty.provisions.signatories, dice, 9)
    if clause is None or dice("finely", 3) == 0:
        return Amend(treaty=treaty.id, base=base.number, operations=(random_operation(state, base, dice),))
    new = dice("new", 2) == 0
    ident = ArticleId(f"n{dice('ident', 1000)}") if new else base.articles[dice("place", len(base.articles))].id
    return Amend(treaty=treaty.id, base=base.number, operations=(PutArticle(Article(id=ident, clause=clause)),))
