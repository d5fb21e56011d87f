"""A scripted power before an organ: a draft of which a rule speaks is left to that rule."""

from __future__ import annotations

import pytest

import scenarios
from engine.ai.chamber import prepare
from engine.ai.mind import Mind
from engine.ai.standin import Company
from engine.council_commands import Introduce
from engine.names import Condition, ItemId, Power, ResolutionId
from engine.options import options
from engine.profile import Introduces, Profile, Rule
from engine.state import State
from engine.table import Table


def before_an_organ() -> tuple[State, Power, ResolutionId]:
    """A moment of Ethiopia 1935 at which a power that follows no rule tables a draft from its files."""
    table = Table.open(scenarios.load("ethiopia-1935"), 1)
    company = Company(table, frozenset(table.state.powers()))
    while not table.state.over:
        for power in table.state.powers():
            view = table.view(power)
            drafts = [o.only("resolution") for o in options(view, power) if o.verb is Introduce]
            tabled = [act.resolution for act in tabling(view, power, Profile())]
            if drafts and tabled:
                return view, power, tabled[0]
        if not company.play(1):
            break
    pytest.fail("no scripted power ever tables a draft")


def tabling(view: State, power: Power, profile: Profile) -> list[Introduce]:
    """What it tables in these circumstances."""
    mind = Mind(view, power, profile, {}, 1)
    prepare(mind)
    return [act for act in mind.acts if isinstance(act, Introduce)]


def test_a_draft_of_which_a_rule_speaks_is_tabled_by_that_rule_alone() -> None:
    view, power, draft = before_an_organ()
    rule = Rule(when=Condition("turn == 'never'"), then=(Introduces(resolution=draft, item=ItemId("dispute")),))
    assert draft in [act.resolution for act in tabling(view, power, Profile())]
    assert draft not in [act.resolution for act in tabling(view, power, Profile(script={"its_own": rule}))]
