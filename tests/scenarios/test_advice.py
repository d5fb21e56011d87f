"""Advice is certain: what it calls never happens in no game, what it calls always happens in every one."""

from __future__ import annotations

from importlib import resources

import pytest

import scenarios
from engine.conditions import compile_condition
from engine.names import TurnId
from engine.simulate import play_out
from scenarios.reading.conditions import scope_of
from scenarios.reading.possible import Prospects
from scenarios.reading.reader import read_text

MODEL = (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")

# On the model: tension runs from 0 to 100, two powers, one stake, the pact between both from spring on, the flood in summer.
BOUNDS = [
    ("tension >= 0", "always"),
    ("tension > 100", "never"),
    ("tension + 1 > 0 and not tension > 100", "always"),
    ("tension - 101 >= 0", "never"),
    ("-tension > 0", "never"),
    ("tension * 2 <= 200", "always"),
    ("northland.support <= 100", "always"),
    ("northland.support < 50", "either"),
    ("northland.readiness >= 0", "always"),
    ("northland.readiness > 9", "never"),
    ("northland in northland.at_war", "never"),
    ("southland in northland.at_war", "either"),
    ("count(northland.at_war) <= 1", "always"),
    ("count(river_pact.signed) >= 3", "never"),
    ("count(river_pact.signed) >= 2", "either"),
    ("all_in([northland, southland], river_pact.signed)", "either"),
    ("any_in([northland], [southland])", "never"),
    ("all_in([northland], [southland, northland])", "always"),
    ("held(northland) <= 1", "always"),
    ("held(northland) == 2", "never"),
    ("trust(northland, southland) <= 100", "always"),
    ('flood.choice == "none"', "either"),
    ('turn == spring and flood.choice == "help"', "never"),
    ("turn == spring and flood.fired", "never"),
    ("turn == summer and turn == autumn", "never"),
    ("turn == spring or turn >= summer", "always"),
    ("turn != spring or tension >= 0", "always"),
    ("not (valley.holder == northland)", "either"),
    ("northland == southland", "never"),
    ("full_powers(northland)", "always"),
    ("count(river_pact.signed_ad_referendum) >= 3", "never"),
    ("river_pact.peace.in_force", "either"),
    ("river_pact.in_force or not river_pact.in_force", "either"),
    ('ultimatum(northland, southland) == "none"', "either"),
]


@pytest.mark.parametrize(("source", "verdict"), BOUNDS, ids=[source for source, _ in BOUNDS])
def test_a_condition_is_judged_by_its_bounds(source: str, verdict: str) -> None:
    scenario = read_text(MODEL).scenario
    assert scenario is not None
    compile_condition(source, scope_of(scenario))
    expected = {"always": {True}, "never": {False}, "either": {True, False}}[verdict]
    assert Prospects(scenario).ever(source) == expected


@pytest.mark.parametrize("name", scenarios.names())
def test_no_game_contradicts_the_bounds(name: str) -> None:
    """At every moment of played games each condition of the file is what its bounds allow in that turn."""
    scenario = scenarios.load(name)
    prospects, scope, plot = Prospects(scenario), scope_of(scenario), scenario.plot
    sources = {str(e.when) for e in plot.endings.values()} | {str(a.when) for b in plot.briefings.values() for a in b.objectives.values()}
    sources |= {str(rule.when) for mind in plot.profiles.values() for rule in mind.script.values()}
    asks = {source: compile_condition(source, scope) for source in sources}
    turns = list(scenario.setting.turns)
    table = play_out(scenario, 7).table
    last = table.state
    place = turns.index(TurnId(last.turn_id))
    for source, ask in asks.items():
        assert ask(last) in prospects.can_be(source, place)


@pytest.mark.parametrize(
    ("held", "effect", "truths", "advised"),
    [
        (True, "change: {tension: +1}", {True}, False),
        (False, "change: {tension: +1}", {False}, False),
        (False, "issue_full_powers: northland", {True, False}, False),
        (True, "recall_full_powers: {power: northland}", {True, False}, False),
        (True, "issue_full_powers: {power: northland}", {True}, True),
        (False, "recall_full_powers: northland", {False}, True),
    ],
)
def test_full_powers_are_what_the_sheet_and_the_events_can_make_of_them(held: bool, effect: str, truths: set[bool], advised: bool) -> None:
    sheet = "    delegation: {foreign_minister: Anna Berg}\n"
    text = MODEL.replace(sheet, f"{sheet}    full_powers: {str(held).lower()}\n", 1).replace("change: {tension: +5}", effect, 1)
    reading = read_text(text)
    assert reading.scenario is not None
    assert Prospects(reading.scenario).ever("full_powers(northland)") == truths
    assert ("A026" in {problem.code for problem in reading.problems}) == advised


def thinking(when: str) -> str:
    """The model with a condition under the profile of Northland, and an event that only Southland learns of."""
    event = "  rumour: {turn: spring, title: {en: A rumour, fr: Une rumeur}, text: {en: Hm., fr: Hum.}, known_to: [southland], source: Invented.}\n"
    text = MODEL.replace("events:\n", "events:\n" + event, 1).replace("support: {each: power,", "support: {each: power, secret: true,", 1)
    assert "secret: true" in text and "when: turn == spring" in text
    return text.replace("when: turn == spring", f"when: {when}", 1)


@pytest.mark.parametrize(
    ("when", "word"),
    [
        ("rumour.fired", "rumour.fired"),
        ("turn == spring and not rumour.fired", "rumour.fired"),
        ("trust(southland, northland) >= 50", "trust(southland, northland)"),
        ("southland.support > 10", "southland.support"),
        ("flood.fired", None),
        ('flood.choice == "none"', None),
        ("trust(northland, southland) >= 50 and northland.support > 10", None),
    ],
)
def test_a_thought_that_hangs_on_what_its_power_never_learns_is_marked_at_the_word(when: str, word: str | None) -> None:
    found = [p for p in read_text(thinking(when)).problems if p.rule == "unseen"]
    assert [p.params["word"] for p in found] == ([word] if word else [])
    for problem in found:
        line = thinking(when).split("\n")[problem.line - 1]
        assert line[problem.col - 1 :].startswith(word or "") and problem.width == len(word or "")


def test_a_kind_of_paragraph_may_be_valued_like_a_kind_of_article() -> None:
    for kind in ("condemnation", "non_aggression"):
        assert read_text(MODEL.replace("    walk_away: 5\n", f"    walk_away: 5\n    kinds: {{{kind}: +10}}\n", 1)).problems == ()


COUNCIL = """
councils:
  board: {name: {en: the Board, fr: le Comité}, type: committee, permanent: [northland, southland], meets: [summer]}
resolutions:
  gauge:
    council: board
    title: {en: A gauge, fr: Une échelle}
    article: any_matter
    held_by: [northland]
    from_turn: summer
    paragraphs:
      read: {note: {text: {en: that the water is high, fr: que l'eau est haute}}}
"""
SEIZES = "{seizes: {council: board, item: water, title: {en: Water, fr: L'eau}, article: any_matter}}"


@pytest.mark.parametrize(
    ("when", "deeds", "why"),
    [
        ("turn == summer", f"{SEIZES}, {{introduces: {{resolution: gauge, item: water}}}}", None),
        ("turn == summer", f"{SEIZES}, {{introduces: {{resolution: gauge, item: watre}}}}", "#no_such_matter"),
        ("turn == spring", f"{SEIZES}, {{introduces: {{resolution: gauge, item: water}}}}", "#not_yet"),
        ("turn == summer", SEIZES.replace("any_matter", "covenant_15"), "#no_such_article"),
    ],
)
def test_what_a_script_can_never_do_before_an_organ_is_said(when: str, deeds: str, why: str | None) -> None:
    text = (
        MODEL.replace("when: turn == spring", f"when: {when}", 1).replace("then: [{tables: river_pact}]", f"then: [{deeds}]", 1) + COUNCIL
    )
    assert "seizes" in text
    assert [p.params["why"] for p in read_text(text).problems if p.rule == "cannot_do"] == ([why] if why else [])
