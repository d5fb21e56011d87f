"""What a power's word is worth in public, and what opinion at home makes of whom one relies on and stands by."""

from __future__ import annotations

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st

from engine.clauses import AnyClause, Guarantee, MutualAssistance, NonAggression
from engine.commands import CommitOrders, Decide, Ratify, Sign
from engine.consequences import consequences
from engine.credibility import public_word
from engine.crisis import Stance
from engine.decide.signing import ratification_risk
from engine.duties import Assist
from engine.events import Event, ObligationBreached, ObligationPerformed, Phase, TrackMoved
from engine.names import EVERYBODY, ArticleId, Audience, Power, TreatyId
from engine.occasions import Occasion
from engine.orders import Attack
from engine.record import Conduct
from engine.setting import Credibility
from engine.table import Table
from engine.texts.consequences import change_words
from engine.texts.voice import Speaker
from tests.engine.profiles import effort
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, POWERS, VIEWERS, WORDS, adopt, do, standing, to_phase, with_plot
from tests.engine.test_crises import answers

OPINIONS = (Occasion.UNRELIABLE_PARTNER, Occasion.RELIABLE_PARTNER, Occasion.AIDED_FAITHLESS, Occasion.AIDED_FAITHFUL)
PACT = TreatyId("pact")


def conduct(debtor: Power, *, kept: bool, known_to: Audience = EVERYBODY, article: str = "old", creditor: Power = CARNIA) -> Conduct:
    """A line of the record."""
    duty = Assist(debtor=debtor, creditor=creditor)
    return Conduct(turn=0, treaty=TreatyId("old"), article=ArticleId(article), duty=duty, kept=kept, known_to=known_to)


def tried(*record: Conduct, treaties: tuple[tuple[tuple[Power, ...], AnyClause], ...] = ()) -> Table:
    """A game in its first talks with this record, and these treaties in force."""
    made = [standing(TreatyId(f"bond_{n}"), parties, clause) for n, (parties, clause) in enumerate(treaties)]
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={t.id: t for t in made}), 1)
    for line in record:
        entry = ObligationPerformed if line.kept else ObligationBreached
        table.apply((entry(treaty=line.treaty, article=line.article, duty=line.duty, audience=line.known_to),))
    return table


@pytest.mark.parametrize(
    ("record", "word"),
    [
        ((), 50),
        ((conduct(BORIA, kept=True),), 55),
        ((conduct(BORIA, kept=False),), 30),
        ((conduct(BORIA, kept=False), conduct(BORIA, kept=True, article="other")), 35),
        ((conduct(BORIA, kept=False), conduct(BORIA, kept=False, creditor=DORIA)), 30),
        (tuple(conduct(BORIA, kept=False, article=f"a{n}") for n in range(9)), 0),
        ((conduct(BORIA, kept=False, known_to=frozenset({BORIA, CARNIA})),), 50),
        ((conduct(ALBA, kept=False),), 50),
    ],
    ids=["untried", "kept", "broken", "both", "one deed owed to two", "never below nothing", "seen by few", "another's"],
)
def test_a_word_is_worth_what_all_have_seen_of_it(record: tuple[Conduct, ...], word: int) -> None:
    assert public_word(tried(*record).state, BORIA) == word


def test_a_scenario_says_what_promises_kept_and_broken_are_worth() -> None:
    state = tried(conduct(BORIA, kept=True), conduct(BORIA, kept=False, article="other")).state
    setting = with_(state.setting, credibility=Credibility(kept=1, broken=2))
    assert public_word(with_(state, setting=setting), BORIA) == 49


def moved(events: tuple[Event, ...]) -> dict[str, str]:
    """The tracks that opinion has moved, and why."""
    reasons = {occasion.value for occasion in OPINIONS}
    return {e.track: e.why for e in events if isinstance(e, TrackMoved) and e.why in reasons}


KEPT, BROKEN = conduct(BORIA, kept=True), conduct(BORIA, kept=False)
ONE_SIDED = Guarantee(guarantors=(ALBA,), protected=BORIA)


@pytest.mark.parametrize(
    ("record", "clause", "secret", "why"),
    [
        ((BROKEN,), NonAggression(), False, Occasion.UNRELIABLE_PARTNER),
        ((KEPT,), NonAggression(), False, Occasion.RELIABLE_PARTNER),
        ((), NonAggression(), False, None),
        ((BROKEN,), WORDS, False, None),
        ((BROKEN,), ONE_SIDED, False, None),
        ((BROKEN,), NonAggression(), True, None),
    ],
    ids=["broken word", "word that is kept", "untried", "nothing promised", "nothing owed to it", "secret"],
)
def test_a_treaty_that_relies_on_a_word_is_judged_at_home_once_it_binds(
    record: tuple[Conduct, ...], clause: AnyClause, secret: bool, why: Occasion | None
) -> None:
    table = tried(*record)
    ident = adopt(table, ALBA, "pact", (ALBA, BORIA), clause, secret=secret)
    forecast = consequences(table.state, ALBA, Sign(treaty=ident))
    said = change_words(forecast, ALBA, Speaker(table.state.setting, table.state.setting.languages[0]), table.state.treaties)
    events = (*do(table, BORIA, Sign(treaty=ident)), *do(table, ALBA, Sign(treaty=ident)))
    assert moved(events).get("alba.support") == (why and why.value)
    assert (forecast.opinion and forecast.opinion.occasion) == why
    assert any(" of 100)" in line for line in said) is (why is not None)
    change = table.state.tracks["alba.support"] - 60
    assert change == forecast.support and (change < 0) is (why is Occasion.UNRELIABLE_PARTNER)


def test_a_parliament_ratifies_less_readily_what_relies_on_a_word_that_was_publicly_broken() -> None:
    table = tried(BROKEN, conduct(DORIA, kept=False))
    relying = adopt(table, ALBA, "relying", (ALBA, BORIA), NonAggression(), ratification=True)
    not_relying = adopt(table, ALBA, "giving", (ALBA, BORIA), ONE_SIDED, ratification=True)
    state = with_(table.state, tracks={**table.state.tracks, "alba.trust.boria": 50})
    risks = [ratification_risk(state, ALBA, state.treaties[ident]) for ident in (relying, not_relying)]
    assert risks == [10, 0]
    deeply = with_(state, tracks={**state.tracks, "alba.trust.boria": 10})
    assert ratification_risk(deeply, ALBA, deeply.treaties[relying]) == 20


def test_ratification_says_what_opinion_will_make_of_it_and_so_it_is() -> None:
    table = tried(BROKEN)
    ident = adopt(table, ALBA, "pact", (ALBA, BORIA), NonAggression(), ratification=True)
    do(table, ALBA, Sign(treaty=ident))
    do(table, BORIA, Sign(treaty=ident))
    to_phase(table, Phase.TALKS, 1)
    do(table, BORIA, Ratify(treaty=ident))
    forecast = consequences(table.state, ALBA, Ratify(treaty=ident))
    assert forecast.opinion is not None and forecast.opinion.of == BORIA
    assert moved(do(table, ALBA, Ratify(treaty=ident))) == {"alba.support": "unreliable_partner"}


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ((conduct(CARNIA, kept=True, creditor=DORIA),), Occasion.AIDED_FAITHFUL),
        ((conduct(CARNIA, kept=False, creditor=DORIA),), Occasion.AIDED_FAITHLESS),
        ((), None),
    ],
    ids=["who kept its word", "who broke it", "untried"],
)
def test_who_honours_a_promise_of_aid_is_judged_at_home_by_the_word_of_whom_it_aids(
    record: tuple[Conduct, ...], why: Occasion | None
) -> None:
    table = tried(*record, treaties=(((ALBA, CARNIA), MutualAssistance()),))
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders((Attack(CARNIA),) if power == BORIA else ()))
    answers(table, alba=Stance.WITH_TARGET)
    events = do(table, BORIA, Decide(persist=True))
    assert moved(events) == ({"alba.support": why.value} if why else {})


UNTOUCHED = tried().state


@st.composite
def records(draw: st.DrawFn) -> tuple[Conduct, ...]:
    """Promises kept and broken, each before everybody or before some."""
    lines = draw(st.lists(st.tuples(st.sampled_from(POWERS), st.booleans(), st.sets(st.sampled_from(POWERS)), st.booleans()), max_size=8))
    return tuple(
        conduct(debtor, kept=kept, known_to=EVERYBODY if public else frozenset(known), article=f"a{n}")
        for n, (debtor, kept, known, public) in enumerate(lines)
    )


@effort(60)
@given(records())
def test_the_worth_of_a_word_is_the_same_for_all_whatever_else_each_has_seen(record: tuple[Conduct, ...]) -> None:
    whole = with_(UNTOUCHED, record=record)
    words = [public_word(whole, power) for power in POWERS]
    for viewer in VIEWERS:
        seen = (line for line in record if line.known_to is EVERYBODY or any(viewer == power for power in line.known_to))
        view = with_(whole, record=tuple(seen))
        assert [public_word(view, power) for power in POWERS] == words
