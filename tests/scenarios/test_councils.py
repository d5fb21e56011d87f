"""A scenario's councils and draft resolutions: read, checked at their place, played to an ending by scripted powers."""

from __future__ import annotations

from importlib import resources

import pytest

import scenarios
from engine.ai.standin import let_scripted_play
from engine.conditions import holds
from engine.events import PollDecided
from engine.names import BodyId, Condition, OrganId
from engine.resolution import Outcome
from engine.roll import body_of
from engine.simulate import play_out
from engine.table import Table
from engine.voting import Matter
from engine.voting.bodies import BODIES
from scenarios.reading.reader import read_text

MODEL = (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")
COUNCILS = """
councils:
  council:
    name: {en: the Council, fr: le Conseil}
    type: league_council
    permanent: [northland]
    elected: [southland]
    terms: {southland: autumn}
    meets: [summer, autumn]
  board:
    name: {en: the Board, fr: le Bureau}
    type: security_council
    permanent: [northland]
    elected: [southland]
    rules:
      substantive:
        name: both
        words: {en: two votes, fr: deux voix}
        requirements: [{threshold: {votes: 2}}]
        veto: {by: permanent}
resolutions:
  calm_down:
    council: council
    title: {en: Call to calm, fr: Appel au calme}
    article: covenant_11
    held_by: [southland]
    from_turn: summer
    paragraphs:
      refrain: {demand: {addressees: [northland, southland], act: refrain, by: autumn, firmly: true}}
      arms: {note: {text: {en: that both have armed, fr: que les deux ont armé}}}
"""
AGENDA = """  quarrel:
    turn: summer
    title: {en: A quarrel, fr: Une querelle}
    text: {en: It goes to the Council., fr: Le Conseil en est saisi.}
    effects:
      - agenda: {council: council, item: the_quarrel, title: {en: The valley, fr: La vallée}, article: covenant_11, parties: [northland, southland]}
"""
SCRIPT = """    script:
      complain:
        when: turn >= summer
        then:
          - introduces: {resolution: calm_down, item: the_quarrel}
          - ballots: {resolution: calm_down, ballot: for}
"""
TEXT = MODEL.replace("events:\n", "events:\n" + AGENDA, 1).replace("endings:\n", COUNCILS.lstrip() + "endings:\n", 1)


def test_councils_are_read_without_a_word_of_python() -> None:
    reading = read_text(TEXT)
    assert [p for p in reading.problems if p.level == "error"] == []
    assert reading.scenario is not None
    table = Table.open(reading.scenario, 1)
    assert holds(table.state, Condition("count(council.members) == 2 and northland in council.permanent and southland in council.elected"))
    assert holds(table.state, Condition("not council.seized and not calm_down.adopted and not sanctioned(northland)"))


@pytest.mark.parametrize("body", sorted(BODIES))
def test_every_body_of_the_register_is_used_by_its_name_and_may_be_given_another_rule(body: BodyId) -> None:
    reading = read_text(TEXT.replace("type: security_council", f"type: {body}"))
    assert [p for p in reading.problems if p.level == "error"] == []
    assert reading.scenario is not None
    board = Table.open(reading.scenario, 1).state.organs[OrganId("board")]
    rules = body_of(board).rules
    assert rules[Matter.SUBSTANTIVE].name == "both"
    # A Security Council of no more than eleven votes as it did before 1965.
    usual = BODIES[BodyId("security_council_of_11") if body == "security_council" else body].rules
    assert all(rule == usual[matter] for matter, rule in rules.items() if matter is not Matter.SUBSTANTIVE)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("type: league_council", "type: league_counsel", "league_counsel"),
        ("meets: [summer, autumn]", "meets: [sumer, autumn]", "sumer"),
        ("meets: [summer, autumn]", "competence: [covenant_99]", "covenant_99"),
        ("meets: [summer, autumn]", "reading: upside_down", "upside_down"),
        ("threshold: {votes: 2}", "threshold: {votes: 0}", "both"),
        ("threshold: {votes: 2}", "threshold: {vote: 2}", "vote"),
        ("article: covenant_11\n    held_by", "article: charter_39\n    held_by", "charter_39"),
        ("article: covenant_11, parties", "article: charter_39, parties", "charter_39"),
        ("addressees: [northland, southland]", "addressees: []", "calm_down"),
        ("act: refrain", "act: restrain", "restrain"),
        ("{council: council, item", "{council: counsel, item", "counsel"),
        ("refrain: {demand:", "refrain: {demands:", "demands"),
    ],
)
def test_a_mistake_in_a_council_is_found_and_named(old: str, new: str, word: str) -> None:
    assert old in TEXT
    reading = read_text(TEXT.replace(old, new, 1))
    assert reading.scenario is None
    assert any(word in problem.sentence("en") for problem in reading.problems), [p.sentence("en") for p in reading.problems]


def test_scripted_powers_bring_it_to_the_vote_and_the_game_to_an_ending() -> None:
    text = TEXT.replace("  southland:\n    style: client\n", "  southland:\n    style: client\n" + SCRIPT, 1)
    scenario = read_text(text).scenario
    assert scenario is not None
    table = Table.open(scenario, 3)
    let_scripted_play(table, frozenset(table.state.powers()))
    assert table.state.over
    assert any(isinstance(event, PollDecided) for event in table.chronicle)
    assert table.state.resolutions[next(iter(table.state.resolutions))].stage in (Outcome.ADOPTED, Outcome.REJECTED)


@pytest.mark.parametrize(
    ("name", "seed", "ending"),
    [
        # Rome asks a favour of Paris: one vote breaks unanimity, and Ethiopia is left to bargain.
        ("ethiopia-1935", 7, "partition"),
        # London speaks of the Canal, and the expedition waits.
        ("ethiopia-1935", 11, "peace_kept"),
        # An envoy is heard in Baghdad, and what was taken is given back.
        ("kuwait-1990", 1, "withdrawn"),
    ],
)
def test_what_powers_choose_leads_to_other_endings_than_history(name: str, seed: int, ending: str) -> None:
    assert play_out(scenarios.load(name), seed).table.state.ending == ending
