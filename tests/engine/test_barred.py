"""Who is kept out of a war by a promise of peace: towards the attacker, its victim, or one that has joined either, and when it no longer is."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_

from engine.casus import Standing
from engine.clauses import AnyClause, Neutrality, NonAggression, OneSidedAssistance
from engine.commands import Decide
from engine.crisis import Band, Stance, War
from engine.names import Lang, Power, TreatyId, TurnId
from engine.texts.calls import call_sentences
from engine.texts.voice import Speaker
from tests.engine.settings import ALBA, BORIA, DORIA, do, standing
from tests.engine.test_any_war import FOR_ALLY, answered, attacked, found, record
from tests.engine.test_casus_foederis import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, ITALY, POLAND, calls, europe, pact

BARRED = Standing.BARRED
WITH_JOINER = (BARRED, "non_aggression_with_joiner")
PEACE, LASTING = NonAggression(), NonAggression(even_if_aggressor=True)
LATER = TurnId("now")
NEUTRAL, ALWAYS = Neutrality(), Neutrality(even_if_aggressor=True)


@pytest.mark.parametrize(
    ("clause", "entered", "expected"),
    [
        # Who joins an attack is an aggressor: a pact that lapses towards one keeps nobody from aiding the victim.
        (PEACE, {"joining": {ITALY}}, None),
        (NEUTRAL, {"joining": {ITALY}}, None),
        (LASTING, {"joining": {ITALY}}, WITH_JOINER),
        (ALWAYS, {"joining": {ITALY}}, WITH_JOINER),
        # Who aids the victim is none.
        (PEACE, {"assisting": {ITALY}}, WITH_JOINER),
        (NEUTRAL, {"assisting": {ITALY}}, WITH_JOINER),
        (LASTING, {"along_with": {ITALY}}, WITH_JOINER),
        (LASTING, {"along_with": {POLAND}}, None),
        (LASTING, {}, None),
    ],
)
def test_a_pact_with_one_that_is_known_to_have_joined_either_side_bars_from_the_other(
    clause: AnyClause, entered: dict[str, Any], expected: object
) -> None:
    state = europe(pact("pact", (BRITAIN, ITALY), clause))
    known = {name: frozenset(powers) for name, powers in entered.items()}
    assert found(state, GERMANY, CZECHOSLOVAKIA, **known).get(BRITAIN) == expected


@pytest.mark.parametrize(
    ("side", "language", "words"),
    [
        (
            "joining",
            "en",
            "may not come to the aid of czechoslovakia: it has undertaken not to use force against italy, which joins the attack",
        ),
        (
            "joining",
            "fr",
            "ne peut porter secours à czechoslovakia (fr), ayant promis de ne pas user de la force contre italy (fr), qui se joint à l'attaque",
        ),
        ("assisting", "en", "may not join the attack: it has undertaken not to use force against italy, which aids czechoslovakia"),
        (
            "assisting",
            "fr",
            "ne peut se joindre à l'attaque, ayant promis de ne pas user de la force contre italy (fr), qui porte secours à czechoslovakia (fr)",
        ),
    ],
)
def test_the_reason_names_who_has_joined(side: str, language: str, words: str) -> None:
    state = europe(pact("pact", (BRITAIN, ITALY), LASTING))
    call = calls(state, GERMANY, CZECHOSLOVAKIA, **{side: frozenset({ITALY})})[BRITAIN]
    (sentence,) = call_sentences(call, CZECHOSLOVAKIA, Speaker(state.setting, Lang(language), state.treaties), state.treaties)
    assert words in sentence


@pytest.mark.parametrize(
    ("clause", "waged_upon", "barred"),
    [
        (PEACE, BRITAIN, False),
        (NEUTRAL, BRITAIN, False),
        (LASTING, BRITAIN, True),
        (PEACE, FRANCE, True),
    ],
)
def test_a_pact_with_the_victim_bars_from_the_attack_until_the_victim_itself_wages_war_on_who_made_it(
    clause: AnyClause, waged_upon: Power, barred: bool
) -> None:
    war = War(attackers=(CZECHOSLOVAKIA,), defenders=(waged_upon,), turn=-1, band=Band.STALEMATE, attack=(), defence=())
    state = with_(europe(pact("pact", (BRITAIN, CZECHOSLOVAKIA), clause)), wars=(war,))
    assert (found(state).get(BRITAIN, (None,))[0] is BARRED) is barred


def test_aid_to_the_victim_yields_to_an_older_promise_to_one_that_has_joined_the_attack_as_it_does_to_one_made_to_the_attacker() -> None:
    aid = OneSidedAssistance(helper=BRITAIN, aided=CZECHOSLOVAKIA)
    later = with_(pact("aid", (BRITAIN, CZECHOSLOVAKIA), aid, prior_obligations=True), since=LATER)
    state = europe(pact("peace", (BRITAIN, ITALY), LASTING), later)
    assert found(state)[BRITAIN] == (Standing.BOUND, "bound")
    assert found(state, joining=frozenset({ITALY}))[BRITAIN] == (BARRED, "yields_to_prior")


def test_a_promise_to_one_that_has_joined_the_attack_yields_to_older_aid_where_its_text_says_so() -> None:
    newer = with_(pact("peace", (BRITAIN, ITALY), LASTING, prior_obligations=True), since=LATER)
    state = europe(pact("aid", (BRITAIN, CZECHOSLOVAKIA), OneSidedAssistance(helper=BRITAIN, aided=CZECHOSLOVAKIA)), newer)
    call = calls(state, joining=frozenset({ITALY}))[BRITAIN]
    assert [g.code for g in call.grounds] == ["bound", "promise_to_joiner_yields"]
    sentence = call_sentences(call, CZECHOSLOVAKIA, Speaker(state.setting, Lang("en"), state.treaties), state.treaties)[1]
    assert "has promised not to fight italy, but a duty to help czechoslovakia comes first" in sentence


# -- in the crisis


@pytest.mark.parametrize(
    ("clause", "friend", "other", "broken"),
    [
        (PEACE, Stance.WITH_MOVER, Stance.WITH_TARGET, False),
        (LASTING, Stance.WITH_MOVER, Stance.WITH_TARGET, True),
        (PEACE, Stance.WITH_TARGET, Stance.WITH_MOVER, True),
        (NEUTRAL, Stance.WITH_TARGET, Stance.WITH_MOVER, True),
        (PEACE, Stance.WITH_TARGET, Stance.WITH_TARGET, False),
    ],
)
@pytest.mark.parametrize("again", [True, False])
def test_who_joins_a_war_against_one_that_is_known_to_fight_breaks_its_promise_to_it(
    clause: AnyClause, friend: Stance, other: Stance, broken: bool, again: bool
) -> None:
    """Doria enters, and Alba against it: when it is asked again and knows of it, or at once and not knowing."""
    table = attacked(FOR_ALLY, standing(TreatyId("peace"), (ALBA, DORIA), clause))
    answered(table, doria=friend, alba=Stance.NEUTRAL if again else other)
    answered(table, etria=friend, alba=other)
    do(table, BORIA, Decide(persist=True))
    assert [line for line in record(table) if line[1] == "peace"] == ([(ALBA, "peace", False)] if broken and again else [])
