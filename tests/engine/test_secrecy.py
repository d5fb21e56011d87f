"""An outsider's news, and the answers he gets, are the same with and without the secret."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import scenarios
from engine.clauses.declaration import Declaration
from engine.clauses.non_aggression import NonAggression
from engine.codec import encode_event
from engine.commands import (
    Amend,
    Assent,
    CloseStep,
    Command,
    CommitOrders,
    Draft,
    Initial,
    PutArticle,
    Ratify,
    Send,
    Sign,
    SignalReady,
    Table,
    Withdraw,
)
from engine.messages import Regarding
from engine.names import ArticleId, Lang, Onlooker, Power, TreatyId
from engine.options import options
from engine.orders import Mobilise, Readiness
from engine.refusal import Refusal
from engine.table import Table as Game
from engine.treaty import Article, Provisions

GERMANY, ITALY, POLAND, FRANCE = (Power(p) for p in ("germany", "italy", "poland", "france"))
SECRET = TreatyId("germany.secret")
OUTSIDERS = (POLAND, FRANCE, Onlooker.OBSERVER)
SCENARIO = scenarios.load("munich-1938")
PROVISIONS = Provisions(signatories=(GERMANY, ITALY), secret=True)
PACT = Article(id=ArticleId("s_1"), clause=NonAggression())
WORDS = Article(id=ArticleId("s_2"), clause=Declaration(text={Lang("en"): "Between us."}))
EN = Lang("en")

# In order: each may be left out, and any may come at any moment of the talks.
PLOT: tuple[tuple[Power, Command], ...] = (
    (GERMANY, Send(to=frozenset({ITALY}), text="Between us.", asks=True)),
    (ITALY, Send(to=frozenset({GERMANY}), text="Agreed.")),
    (GERMANY, Draft(treaty=SECRET, title={EN: "Secret"}, articles=(PACT,), provisions=PROVISIONS)),
    (GERMANY, Table(treaty=SECRET, to=frozenset({ITALY}))),
    (ITALY, Amend(treaty=SECRET, base=1, operations=(PutArticle(WORDS),))),
    (GERMANY, Initial(treaty=SECRET, version=2)),
    (GERMANY, Initial(treaty=SECRET, version=1)),
    (ITALY, Initial(treaty=SECRET, version=1)),
    (GERMANY, Sign(treaty=SECRET)),
    (ITALY, Sign(treaty=SECRET)),
)
OPEN: tuple[tuple[Power | Onlooker, Command], ...] = (
    (POLAND, Send(to=frozenset(), text="To the press.")),
    (FRANCE, Send(to=frozenset({POLAND}), text="To Warsaw.")),
    (GERMANY, Send(to=frozenset(), text="No comment.")),
    (FRANCE, SignalReady(True)),
    (Onlooker.FACILITATOR, CloseStep()),
    (GERMANY, CommitOrders(())),
    (Onlooker.FACILITATOR, CloseStep()),
    (POLAND, Send(to=frozenset({FRANCE}), text="A new date.")),
)


def probes(treaty: TreatyId) -> tuple[Command, ...]:
    """What an outsider might try on a text that he should not know."""
    return (
        Initial(treaty=treaty, version=1),
        Sign(treaty=treaty),
        Ratify(treaty=treaty),
        Assent(treaty=treaty),
        Withdraw(treaty=treaty),
        Table(treaty=treaty, to=frozenset({GERMANY})),
        Amend(treaty=treaty, base=1, operations=(PutArticle(WORDS),)),
        Send(to=frozenset({GERMANY}), text="What of it?", regarding=Regarding(treaty=treaty, version=1)),
    )


def play(secrets: dict[int, list[tuple[Power, Command]]]) -> Game:
    """The open acts, with secret ones before some of them."""
    game = Game.open(SCENARIO, 1938)
    for place, (by, command) in enumerate(OPEN):
        for who, secret in secrets.get(place, ()):
            game.play(who, secret)
        game.play(by, command)
    return game


@st.composite
def plots(draw: st.DrawFn) -> dict[int, list[tuple[Power, Command]]]:
    """Some of the plot, in order, spread over the open acts."""
    chosen = [act for act in PLOT if draw(st.integers(0, 9)) > 0]
    places = sorted(draw(st.integers(0, len(OPEN) - 1)) for _ in chosen)
    secrets: dict[int, list[tuple[Power, Command]]] = {}
    for place, act in zip(places, chosen, strict=True):
        secrets.setdefault(place, []).append(act)
    return secrets


@given(plots())
@settings(max_examples=40, deadline=None)
def test_an_outsiders_news_and_answers_are_the_same_with_and_without_the_secret(
    secrets: dict[int, list[tuple[Power, Command]]],
) -> None:
    without, with_it = play({}), play(secrets)
    for viewer in OUTSIDERS:
        told = [[(n, encode_event(e)) for n, e in game.news(viewer)] for game in (without, with_it)]
        assert told[0] == told[1]
        for command in (*probes(SECRET), *probes(TreatyId("germany.nothing"))):
            answers = [game.act(viewer, command) for game in (without, with_it)]
            assert answers[0] == answers[1]
        if not isinstance(viewer, Onlooker):
            menus = [[(o.verb, tuple(o.domains)) for o in options(game.state, viewer)] for game in (without, with_it)]
            assert menus[0] == menus[1]


def test_an_unknown_treaty_and_a_secret_one_are_refused_alike() -> None:
    game = play({0: list(PLOT)})
    assert SECRET in game.state.treaties
    for known, unknown in zip(probes(SECRET), probes(TreatyId("germany.nothing")), strict=True):
        answers = [game.act(POLAND, command) for command in (known, unknown)]
        assert all(isinstance(answer, Refusal) for answer in answers)
        assert answers[0] == answers[1]


def test_sealed_orders_betray_nothing_before_they_are_carried_out() -> None:
    told = []
    for orders in ((), (Mobilise(Readiness.GENERAL),)):
        game = Game.open(SCENARIO, 1938)
        game.play(Onlooker.FACILITATOR, CloseStep())
        assert not isinstance(game.play(GERMANY, CommitOrders(orders)), Refusal)
        told.append([(n, encode_event(e)) for n, e in game.news(POLAND)])
    assert told[0] == told[1]
