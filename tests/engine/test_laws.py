"""The laws of the kernel under random play: legality, totality, replay, and what every viewer's fold agrees on."""

from __future__ import annotations

from typing import Any

from attrs import evolve as with_
from attrs import fields
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.clauses import NonAggression, OneSidedAssistance, WaterwayRegime
from engine.clauses.non_aggression import FORCE
from engine.clauses.waterway import Passage
from engine.codec import decode_event, encode_event
from engine.commands import CloseStep, Command, Decide, Send, Sign, SignalReady
from engine.credibility import public_word
from engine.decide import decide
from engine.dispute import Dispute
from engine.domains import Lawful, Option
from engine.duties import Allow, Consult, Extent, Refrain
from engine.events import Event, MessageSent, ObligationBreached, Phase, PurposeDefeated, TextPut, WarFought
from engine.evolve import evolve, fold
from engine.fulfilment import obligations_of, owed_to
from engine.names import ArticleId, Power, TreatyId, Viewer
from engine.obligations import ObligationState, last_line, obligations
from engine.options import options
from engine.orders import Attack
from engine.redact import redact
from engine.refusal import Refusal
from engine.roll import circle
from engine.setting import Coercion, Route
from engine.sitting import Sitting
from engine.state import State
from engine.table import Table
from tests.engine.profiles import effort
from tests.engine.settings import (
    ALBA,
    ANNEX,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    FACILITATOR,
    HARBOUR,
    HILLS,
    POWERS,
    SCENARIO,
    SEASIDE,
    VIEWERS,
    adopt,
    conclude,
    do,
    standing,
    with_plot,
)
from tests.engine.strategies import commands_of, wild_commands
from tests.engine.test_cases_arisen import war
from tests.engine.test_crises import answers, ordered
from tests.engine.test_law_of_the_time import THREAT, under


def admitted(every: tuple[Option, ...], command: Any) -> bool:
    """Whether one of the options admits the command."""
    return any(option.admits(command) for option in every)


def shape(option: Option) -> tuple[object, ...]:
    """What can be compared of an option: its verb, whether it is asked, and the values of its domains."""
    domains = {name: domain.sample if isinstance(domain, Lawful) else domain for name, domain in option.domains.items()}
    return option.verb, option.asked, domains, option.law is None


def coerced(seed: int) -> Table:
    """A game in which consents were given under threat, to a public treaty and to a secret one."""
    table = Table.open(under(coercion=tuple(Coercion)[seed % 3]), seed)
    do(table, BORIA, THREAT)
    conclude(table, BORIA, "pact", (ALBA, BORIA, CARNIA), NonAggression())
    conclude(table, BORIA, "whisper", (BORIA, CARNIA), NonAggression(), secret=True)
    return table


def wronged(seed: int) -> Table:
    """A game in which Doria and Carnia have broken their word to each other, before all or to the knowledge of one more, and others guarantee it."""
    table = Table.open(SEASIDE, seed)
    for debtor, creditor, third in ((DORIA, CARNIA, ALBA), (CARNIA, DORIA, BORIA)):
        known = None if seed % 2 else frozenset({debtor, creditor, third})
        broken = Consult(debtor=debtor, creditor=creditor)
        table.apply((ObligationBreached(treaty=ANNEX, article=ArticleId("annex_1"), duty=broken, audience=known),))
    return table


def pledged(seed: int) -> Table:
    """A game in which Boria wages war upon Carnia, to which Alba owes support in words and in trade, before all or in secret; it has defeated the
    object of what it had signed with Alba; and the strait between Alba and Etria is open to merchant ships alone."""
    aid = (OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=extent) for extent in (Extent.DIPLOMATIC, Extent.ECONOMIC))
    strait = WaterwayRegime(waterway=HILLS, keeper=DORIA, passage=Passage.MERCHANT)
    treaties = (
        standing(TreatyId("aid"), (ALBA, CARNIA), *aid, known_to=None if seed % 2 else frozenset({ALBA, CARNIA})),
        standing(TreatyId("strait"), (ALBA, DORIA, ETRIA), strait),
    )
    scenario = with_plot(events={}, treaties={treaty.id: treaty for treaty in treaties}, endings={})
    routes = (Route(between=(ALBA, ETRIA), through=(HILLS,)), Route(between=(CARNIA, ETRIA), through=(HARBOUR,)))
    table = Table.open(with_(scenario, setting=with_(scenario.setting, routes=routes)), seed)
    pact = adopt(table, BORIA, "pact", (ALBA, BORIA), NonAggression(), ratification=True)
    do(table, ALBA, Sign(treaty=pact))
    do(table, BORIA, Sign(treaty=pact))
    ordered(table, boria=(Attack(CARNIA),))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    duty = Refrain(debtor=BORIA, creditor=ALBA, toward=ALBA, deeds=FORCE)
    table.apply((PurposeDefeated(treaty=pact, article=ArticleId("a1"), duty=duty, audience=frozenset({ALBA, BORIA})),))
    return table


def warring(seed: int) -> Table:
    """A game in which Boria's war upon Carnia is on, and Alba's aid is promised in public and in secret."""
    table = Table.open(SEASIDE if seed % 2 else SCENARIO, seed)
    table.apply((WarFought(war=war(BORIA, on=(CARNIA,)), audience=None),))
    secret = OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC)
    conclude(table, ALBA, "whisper", (ALBA, CARNIA), secret, secret=True)
    return table


class Game(RuleBasedStateMachine):
    """One table, with every viewer's own fold beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table.open(SCENARIO, 1)
        self.views: dict[Viewer, State] = {viewer: self.table.view(viewer) for viewer in VIEWERS}
        self.checked = len(self.table.chronicle)

    @initialize(seed=st.integers(0, 50))
    def open(self, seed: int) -> None:
        self.table = self.opened(seed)
        self.views = {viewer: self.table.view(viewer) for viewer in VIEWERS}
        self.checked = len(self.table.chronicle)

    def opened(self, seed: int) -> Table:
        """The beginning of the game."""
        return Table.open(SEASIDE if seed % 2 else SCENARIO, seed)

    @precondition(lambda self: not self.table.state.over)
    @rule(data=st.data(), power=st.sampled_from(POWERS), hasty=st.integers(0, 3))
    def act_as_the_options_say(self, data: st.DataObject, power: Power, hasty: int) -> None:
        every = options(self.views[power], power)
        if hasty == 0 or all(option.verb is Send for option in every):
            self.happen(FACILITATOR, CloseStep())
            return
        verbs = tuple(dict.fromkeys(option.verb for option in every if option.verb is not SignalReady))
        verb = data.draw(st.sampled_from(verbs), label="verb")
        option = data.draw(st.sampled_from([o for o in every if o.verb is verb]), label="option")
        command = data.draw(commands_of(self.views[power], power, option), label="command")
        if command is not None:
            self.happen(power, command)

    @precondition(lambda self: not self.table.state.over)
    @rule(data=st.data())
    def the_facilitator_acts_as_the_options_say(self, data: st.DataObject) -> None:
        every = options(self.views[FACILITATOR], FACILITATOR)
        verb = data.draw(st.sampled_from(tuple(dict.fromkeys(option.verb for option in every))), label="verb")
        option = data.draw(st.sampled_from([o for o in every if o.verb is verb]), label="option")
        self.happen(FACILITATOR, data.draw(commands_of(self.views[FACILITATOR], POWERS[0], option), label="command"))

    @precondition(lambda self: self.table.state.phase is Phase.TALKS)
    @rule()
    def all_are_ready(self) -> None:
        for power in POWERS:
            if self.table.state.phase is Phase.TALKS and power not in self.table.state.ready:
                self.happen(power, SignalReady(True))

    @rule(data=st.data(), viewer=st.sampled_from(VIEWERS))
    def ask_anything(self, data: st.DataObject, viewer: Viewer) -> None:
        """Whatever is asked is answered; what no option admits is refused, with the same words in one's own view."""
        command: Command = data.draw(wild_commands(), label="command")
        state, before = self.table.state, len(self.table.chronicle)
        outcome = decide(state, viewer, command)
        assert self.table.state is state and len(self.table.chronicle) == before
        if isinstance(outcome, Refusal):
            assert all(isinstance(k, str) and isinstance(v, str) for k, v in outcome.about.items())
        accepted = not isinstance(outcome, Refusal)
        assert accepted == admitted(options(state, viewer), command) == admitted(options(self.views[viewer], viewer), command)
        if not accepted:
            assert outcome == decide(self.views[viewer], viewer, command)

    def happen(self, by: Viewer, command: Command) -> None:
        outcome = self.table.play(by, command)
        assert not isinstance(outcome, Refusal), f"{by}: {command}: {outcome}"
        assert outcome

    @invariant()
    def every_viewer_folds_its_own_news_to_what_is_so_with_the_same_options(self) -> None:
        if self.checked == len(self.table.chronicle):
            return
        for event in self.table.chronicle[self.checked :]:
            for viewer in VIEWERS:
                if redact(event, viewer) is not None:
                    self.views[viewer] = evolve(self.views[viewer], event)
                    assert_speaks_of_known_treaties(event, self.views[viewer])
        self.checked = len(self.table.chronicle)
        for viewer, view in self.views.items():
            assert_agrees(view, self.table.state, viewer)
        # Of what is so nothing is kept that a view has kept on its way.
        anew = with_(self.table.state)
        for viewer in VIEWERS:
            whole, own = options(anew, viewer), options(self.views[viewer], viewer)
            assert [shape(o) for o in whole] == [shape(o) for o in own]
        for power in POWERS:
            assert_states_agree_with_the_record(self.views[power], power)
        for state in (self.table.state, *self.views.values()):
            assert obligations(state) == obligations(with_(state)), "what is kept is what would be reckoned from nothing"

    def teardown(self) -> None:
        """At the end: the chronicle replays to the same state, from its own encoding too."""
        chronicle = self.table.chronicle
        bodies = [encode_event(event) for event in chronicle]
        decoded = [decode_event(body) for body in bodies]
        assert decoded == chronicle
        assert fold(decoded) == self.table.state
        assert [encode_event(event) for event in decoded] == bodies
        for viewer in VIEWERS:
            numbers = [number for number, _ in self.table.news(viewer)]
            assert numbers == list(range(1, len(numbers) + 1))


def assert_states_agree_with_the_record(view: State, power: Power) -> None:
    """What a power is told of its obligations is what it knows to be entered of them."""
    for owed in (*obligations_of(view, power), *owed_to(view, power)):
        last = last_line(view, owed)
        if owed.state is ObligationState.BREACHED:
            assert last is not None and not last.kept
        elif owed.state in (ObligationState.PERFORMED, ObligationState.OBSERVED):
            assert last is None or last.kept
        elif owed.state is ObligationState.DORMANT:
            assert last is None or last.kept or isinstance(owed.duty, Allow)


PUBLIC = (
    "turn",
    "phase",
    "deadline",
    "paused",
    "holders",
    "settled",
    "readiness",
    "mobilised",
    "postures",
    "sanctions",
    "delegations",
    "full_powers",
    "ultimatums",
    "wars",
    "peaces",
    "attacked",
)
PUBLIC_TOO = ("ready", "committed", "ending", "scores")


def assert_agrees(view: State, state: State, viewer: Viewer) -> None:
    """A view shows of everything public what is so, and of everything else nothing that is not so."""
    for name in PUBLIC + PUBLIC_TOO:
        assert getattr(view, name) == getattr(state, name), name
    assert view.tracks.items() <= state.tracks.items()
    assert (view.organs, view.memberships, view.measures) == (state.organs, state.memberships, state.measures)
    assert view.resolutions == {
        k: r for k, r in state.resolutions.items() if viewer is FACILITATOR or r.known_to is None or viewer in r.known_to
    }
    assert view.disputes.keys() == state.disputes.keys()
    for name, dispute in state.disputes.items():
        assert_agrees_on_the_dispute(view.disputes[name], dispute, viewer)
    assert_agrees_on_the_sitting(view.sitting, state.sitting, state, viewer)
    assert view.treaties == {k: t for k, t in state.treaties.items() if viewer is FACILITATOR or t.known_to is None or viewer in t.known_to}
    kept = {k: n for k, n in state.negotiations.items() if viewer is FACILITATOR or viewer in n.known_to}
    assert view.negotiations == kept
    # Who else was asked the same may have answered out of hearing.
    assert {pair for pair in view.questions if viewer in pair} <= state.questions
    assert view.news.items() <= state.news.items()
    assert view.chosen.items() <= state.chosen.items()
    assert set(view.record) <= set(state.record)
    assert set(view.defeats) <= set(state.defeats)
    assert [public_word(view, power) for power in POWERS] == [public_word(state, power) for power in POWERS]
    assert (view.crisis is None) == (state.crisis is None)
    if view.crisis and state.crisis:
        assert view.crisis.answered == state.crisis.answered
        if not state.crisis.revealed:
            # Those who are asked again have answered once before everybody.
            asked_again = state.crisis.called if state.crisis.wronged or state.crisis.entered else frozenset[Power]()
            sealed = state.crisis.called & state.crisis.answered - {viewer} if viewer is not FACILITATOR else frozenset[Power]()
            assert view.crisis.stances.keys() == state.crisis.stances.keys() - (sealed - asked_again)
            known = view.crisis.stances.keys() - sealed
            assert {p: view.crisis.stances[p] for p in known} == {p: state.crisis.stances[p] for p in known}
            assert view.crisis.marches == {p: n for p, n in state.crisis.marches.items() if p not in sealed}
        else:
            assert view.crisis == state.crisis
    assert view.orders == {p: o for p, o in state.orders.items() if viewer in (p, FACILITATOR)}
    if viewer is FACILITATOR:
        assert view == state
    else:
        assert view.plot is None and not view.memories and not view.fired


def assert_agrees_on_the_sitting(shown: Sitting | None, sitting: Sitting | None, state: State, viewer: Viewer) -> None:
    """That an organ sits is public; of a private debate others see no more than its opening, and of ballots nobody but their own."""
    assert (shown is None) == (sitting is None)
    if shown is None or sitting is None:
        return
    item = state.organs[sitting.organ].agenda[sitting.item]
    audience = circle(state, item)
    if audience is not None and viewer not in audience and viewer is not FACILITATOR:
        assert not shown.spoken and not shown.motions and shown.poll is None
        return
    assert with_(shown, poll=None) == with_(sitting, poll=None)
    assert (shown.poll is None) == (sitting.poll is None)
    if shown.poll is not None and sitting.poll is not None:
        assert shown.poll.cast == sitting.poll.cast
        own = {p: b for p, b in sitting.poll.ballots.items() if viewer in (p, FACILITATOR) or state.organs[sitting.organ].roll_call}
        assert shown.poll.ballots == own


def assert_agrees_on_the_dispute(shown: Dispute, dispute: Dispute, viewer: Viewer) -> None:
    """A dispute is public but for the terms put in its course, which the parties and whoever helps them keep to themselves."""
    assert with_(shown, terms=None, offered={}) == with_(dispute, terms=None, offered={})
    if shown.terms is not None or viewer in dispute.parties or viewer is FACILITATOR:
        assert shown.terms == dispute.terms
    assert shown.offered.items() <= dispute.offered.items()


def assert_speaks_of_known_treaties(event: Event, view: State) -> None:
    """No event names a treaty to a viewer that does not know it.

    The questions put to a conference are public by the rules, and what a message speaks of is its author's affair.
    """
    if isinstance(event, TextPut | MessageSent):
        return
    for name in ("treaty",):
        if any(a.name == name for a in fields(type(event))):
            named = getattr(event, name)
            ident = named if isinstance(named, str) or named is None else named.id
            assert ident is None or ident in view.treaties or ident in view.resolutions or ident.startswith("@"), event


class TroubledGame(Game):
    """The same from where consents were given under threat, words have been broken, or a war calls for support."""

    def opened(self, seed: int) -> Table:
        return (coerced, wronged, pledged, warring)[seed % 4](seed // 4)


TestGame = Game.TestCase
TestGame.settings = effort(60, 30)
TestTroubledGame = TroubledGame.TestCase
TestTroubledGame.settings = effort(40, 30)
