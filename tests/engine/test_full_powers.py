"""Full powers: a delegation without them signs *ad referendum* only, and its capital confirms (VCLT 7, 8, 12(2)(b))."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide as think
from engine.clauses import NonAggression
from engine.commands import (
    Accede,
    Choose,
    Confirm,
    InviteToAccede,
    PowerCommand,
    Ratify,
    Sign,
)
from engine.conditions import holds
from engine.conditions.vocabulary import TREATY
from engine.entry import entry, in_force_if
from engine.events import FullPowersIssued, FullPowersRecalled, Phase
from engine.names import ChoiceId, Condition, EventId, Power, TreatyId
from engine.options import options
from engine.plot import Choice, Effect, IssueFullPowers, RecallFullPowers, Scenario, ScriptedEvent
from engine.profile import Profile
from engine.refusal import Reason
from engine.table import Table
from engine.treaty import Accession, Stage
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    SECOND,
    adopt,
    both,
    conclude,
    do,
    quiet,
    refused,
    to_phase,
)

PACT = TreatyId("alba.pact")
NEWS = EventId("news")


def without(*powers: Power, **events: ScriptedEvent) -> Table:
    """A game in which these delegations have no full powers at the opening."""
    scenario = quiet()
    sheets = {power: with_(sheet, full_powers=power not in powers) for power, sheet in scenario.setting.powers.items()}
    plot = with_(scenario.plot, events={EventId(ident): event for ident, event in events.items()})
    return Table.open(Scenario(setting=with_(scenario.setting, powers=sheets), plot=plot), 1)


def news(*effects: Effect) -> ScriptedEvent:
    return ScriptedEvent(title=both("News"), turn=SECOND, effects=effects)


def adopted(table: Table) -> Table:
    adopt(table, ALBA, "pact", (ALBA, BORIA), NonAggression())
    return table


def referred(table: Table) -> Table:
    """The pact, signed by Boria and by Alba *ad referendum*."""
    adopted(table)
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    do(table, BORIA, Sign(treaty=PACT))
    return table


def test_without_full_powers_a_delegation_negotiates_and_initials_and_signs_only_ad_referendum() -> None:
    table = adopted(without(ALBA))
    assert refused(table, ALBA, Sign(treaty=PACT)).reason is Reason.NO_FULL_POWERS
    (option,) = (o for o in options(table.state, ALBA) if o.verb is Sign)
    assert option.only("ad_referendum") is True
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    assert (table.state.treaties[PACT].signed, table.state.treaties[PACT].unconfirmed) == (frozenset(), {ALBA})


def test_with_full_powers_it_may_sign_either_way() -> None:
    (option,) = (o for o in options(adopted(without()).state, ALBA) if o.verb is Sign)
    assert [option.domains["ad_referendum"].admits(value) for value in (False, True)] == [True, True]


def test_a_signature_that_awaits_confirmation_counts_for_nothing() -> None:
    """VCLT 8, 12(2)(b): neither in entry into force, nor in what would follow from the consent of others, nor in conditions."""
    table = referred(without(ALBA))
    treaty = table.state.treaties[PACT]
    assert (treaty.stage, entry(table.state, treaty).bound, entry(table.state, treaty).to_confirm) == (Stage.ADOPTED, (BORIA,), (ALBA,))
    (supposed,) = in_force_if(table.state, treaty, frozenset({BORIA}))
    assert not supposed.met and supposed.to_confirm == (ALBA,)
    assert [TREATY[word][1](PACT)(table.state) for word in ("signed", "signed_ad_referendum")] == [{BORIA}, {ALBA}]


def test_the_capital_confirms_from_the_turn_after_signature() -> None:
    table = referred(without(ALBA))
    assert refused(table, ALBA, Confirm(treaty=PACT)).reason is Reason.REFERRED_HOME
    to_phase(table, Phase.TALKS, 1)
    assert ALBA not in table.state.full_powers
    do(table, ALBA, Confirm(treaty=PACT))
    assert table.state.treaties[PACT].parties == {ALBA, BORIA}


def test_full_powers_that_arrive_let_the_delegation_confirm_at_once_and_sign_outright() -> None:
    table = referred(without(ALBA))
    table.apply((FullPowersIssued(power=ALBA),))
    do(table, ALBA, Confirm(treaty=PACT))
    assert table.state.treaties[PACT].in_force
    conclude(table, ALBA, "second", (ALBA, BORIA), NonAggression())


def test_full_powers_recalled_leave_what_was_signed_before() -> None:
    table = adopted(without())
    do(table, ALBA, Sign(treaty=PACT))
    table.apply((FullPowersRecalled(power=ALBA),))
    do(table, BORIA, Sign(treaty=PACT))
    assert table.state.treaties[PACT].parties == {ALBA, BORIA}


def test_what_comes_from_the_capital_needs_no_full_powers() -> None:
    """Ratification and accession are acts of the government, not of the delegation (VCLT 14, 15)."""
    table = without(CARNIA)
    ident = adopt(table, ALBA, "pact", (ALBA, BORIA, CARNIA), at_least=2, ratification=True)
    for power in (ALBA, BORIA, CARNIA):
        do(table, power, Sign(treaty=ident, ad_referendum=power == CARNIA))
    to_phase(table, Phase.TALKS, 1)
    table.apply(tuple(FullPowersRecalled(power=power) for power in (ALBA, BORIA)))
    do(table, CARNIA, Confirm(treaty=ident), Ratify(treaty=ident))
    do(table, ALBA, Ratify(treaty=ident))
    assert table.state.treaties[ident].parties == {ALBA, CARNIA}


def test_a_power_without_full_powers_accedes() -> None:
    table = without(CARNIA)
    ident = conclude(table, ALBA, "pact", (ALBA, BORIA), NonAggression(), accession=Accession.BY_INVITATION)
    for power in (ALBA, BORIA):
        do(table, power, InviteToAccede(treaty=ident, guest=CARNIA))
    do(table, CARNIA, Accede(treaty=ident))
    assert CARNIA in table.state.treaties[ident].parties


@pytest.mark.parametrize(
    ("effects", "before", "after"),
    [
        ((IssueFullPowers(power=ALBA),), False, True),
        ((RecallFullPowers(power=ALBA),), True, False),
        ((IssueFullPowers(power=ALBA), RecallFullPowers(power=ALBA)), False, False),
    ],
)
def test_an_event_issues_and_recalls_full_powers_before_everybody(effects: tuple[Effect, ...], before: bool, after: bool) -> None:
    table = without(*(() if before else (ALBA,)), news=news(*effects))
    assert holds(table.state, Condition("full_powers(alba)")) is before
    to_phase(table, Phase.TALKS, 1)
    told = [e for e in table.chronicle if isinstance(e, FullPowersIssued | FullPowersRecalled)]
    assert holds(table.view(CARNIA), Condition("full_powers(alba)")) is after and len(told) == len(effects)
    assert all(event.audience is None for event in told)


@pytest.mark.parametrize("effect", [IssueFullPowers(power=ALBA), RecallFullPowers(power=BORIA)])
def test_an_event_that_changes_nothing_says_nothing(effect: Effect) -> None:
    table = to_phase(without(BORIA, news=news(effect)), Phase.TALKS, 1)
    assert not any(isinstance(e, FullPowersIssued | FullPowersRecalled) for e in table.chronicle)


def test_a_power_sends_its_delegation_full_powers_by_its_own_choice_where_an_event_asks() -> None:
    asked = ScriptedEvent(
        title=both("The delegation asks for full powers"),
        asks=ALBA,
        choices={
            ChoiceId("send"): Choice(label=both("Send them"), effects=(IssueFullPowers(power=ALBA),)),
            ChoiceId("wait"): Choice(label=both("Wait")),
        },
    )
    table = adopted(without(ALBA, news=with_(asked, turn=None, when=Condition("turn == first"))))
    do(table, ALBA, Choose(event=NEWS, choice=ChoiceId("send")), Sign(treaty=PACT))
    assert table.state.treaties[PACT].signed == {ALBA}


# -- scripted powers


def test_a_scripted_power_signs_ad_referendum_where_it_must_and_confirms_when_it_can() -> None:
    table = adopted(without(ALBA))
    assert _thoughts(table, BORIA) == [Sign(treaty=PACT)]
    do(table, BORIA, Sign(treaty=PACT))
    assert _thoughts(table, ALBA) == [Sign(treaty=PACT, ad_referendum=True)]
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    assert _thoughts(table, ALBA) == []
    to_phase(table, Phase.TALKS, 1)
    assert _thoughts(table, ALBA) == [Confirm(treaty=PACT)]


def _thoughts(table: Table, power: Power) -> list[PowerCommand]:
    acts = think(table.view(power), power, Profile(walk_away=-50), {}, 1).acts
    return [act for act in acts if isinstance(act, Sign | Confirm)]
