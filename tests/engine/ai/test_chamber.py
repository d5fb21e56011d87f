"""A scripted power before an organ: a draft of which a rule speaks is left to that rule."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

import scenarios
from engine.ai.chamber import prepare, worth
from engine.ai.mind import Mind
from engine.ai.standin import Company
from engine.council_commands import Introduce
from engine.measures import Condemnation
from engine.names import ArticleId, Condition, ItemId, ParagraphId, Power, ResolutionId
from engine.options import options
from engine.profile import Introduces, Profile, Rule
from engine.resolution import Paragraph
from engine.state import State
from engine.table import Table
from tests.client.councils import BREACH, in_talks


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


@pytest.mark.parametrize(
    ("condemned", "welcome"), [("iraq", True), ("usa", False), ("kuwait", False)], ids=["who used force", "no party", "the victim"]
)
def test_a_power_without_a_part_in_the_quarrel_condemns_him_alone_who_has_used_force(condemned: str, welcome: bool) -> None:
    table = in_talks()
    power = Power("romania")
    view = table.view(power)
    words = Paragraph(id=ParagraphId(ArticleId("words")), measure=Condemnation(power=Power(condemned)))
    draft = with_(view.resolutions[BREACH], paragraphs=(words,), sponsors=())
    assert (worth(Mind(view, power, Profile(), {}, 1), draft) > 0) is welcome
