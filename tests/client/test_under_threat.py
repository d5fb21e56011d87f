"""What a power under threat is told: before it consents, with its orders, and when it must resist or give way."""

from __future__ import annotations

import pytest

from client.labels import Labels
from client.meaning import meaning
from client.widgets.orders import crisis_text
from engine.clauses import MutualAssistance
from engine.commands import AnswerCrisis, CommitOrders
from engine.crisis import Stance
from engine.events import StancesRevealed
from engine.names import Lang
from engine.orders import Attack, Occupy
from engine.texts.chronicle import tell
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, MARCHES, do
from tests.engine.test_brinkmanship import at_peace, ordered, pact
from tests.engine.test_coercion import SURRENDERS, surrendering, without_orders
from tests.engine.test_credibility import conduct, tried

WORDS = {
    "en": (
        "Alba has promised help against indirect aggression",
        "can no longer be taken back",
        "You take your consent back",
        "You let your consent stand",
    ),
    "fr": (
        "Alba (fr) a promis une aide contre l'agression indirecte",
        "ne peut plus être repris",
        "Vous reprenez votre consentement",
        "Vous maintenez votre consentement",
    ),
}


@pytest.mark.parametrize("lang", WORDS)
def test_whoever_consents_under_threat_is_told_who_would_help_until_it_has_resisted_or_let_it_stand(lang: str) -> None:
    promised, orders, resisting, yielding = WORDS[lang]
    table, consent = surrendering(SURRENDERS["territory is given up"])
    assert any(promised in line for line in meaning(consent, CARNIA, Labels(table.view(CARNIA), Lang(lang))))
    do(table, CARNIA, consent)
    assert any(orders in line for line in meaning(CommitOrders(()), CARNIA, Labels(table.view(CARNIA), Lang(lang))))
    assert not any(orders in line for line in meaning(CommitOrders(()), BORIA, Labels(table.view(BORIA), Lang(lang))))
    without_orders(table)
    labels = Labels(table.view(CARNIA), Lang(lang))
    said = {stance: meaning(AnswerCrisis(stance=stance), CARNIA, labels) for stance in (Stance.RESIST, Stance.YIELD)}
    assert said[Stance.RESIST][0].startswith(resisting) and said[Stance.YIELD][0].startswith(yielding)
    assert all("pact" in lines[1] for lines in said.values())


@pytest.mark.parametrize(
    ("lang", "nobody"), [("en", "Nobody that you know of is bound to come"), ("fr", "personne n'est tenu de vous venir en aide")]
)
def test_the_target_of_an_occupation_is_told_that_it_would_lose_the_place_and_stand_alone(lang: str, nobody: str) -> None:
    table = ordered(at_peace(), boria=(Occupy(MARCHES),))
    said = meaning(AnswerCrisis(stance=Stance.YIELD), CARNIA, Labels(table.view(CARNIA), Lang(lang)))
    assert len(said) == 2 and nobody in said[1]


@pytest.mark.parametrize(
    ("lang", "foes", "friend", "march", "told"),
    [
        (
            "en",
            "at war with Alba and Doria",
            "Etria is bound to come to the aid of Carnia",
            ", through Carnia",
            "Carnia resists the march",
        ),
        ("fr", "en guerre avec", "Etria (fr) doit porter secours à Carnia", "(par Carnia", "s'oppose au passage"),
    ],
)
def test_a_neutral_asked_about_a_march_sees_whose_it_is_whom_it_would_fight_and_who_would_help(
    lang: str, foes: str, friend: str, march: str, told: str
) -> None:
    table = ordered(at_peace(pact("shield", (CARNIA, ETRIA), MutualAssistance())), boria=(Attack(ALBA),))
    crisis = table.state.crisis
    assert crisis is not None
    for power in sorted(crisis.called):
        stance = {ALBA: Stance.RESIST, DORIA: Stance.WITH_TARGET}.get(power, Stance.NEUTRAL)
        do(table, power, AnswerCrisis(stance=stance, through=CARNIA if power == DORIA else None))
    labels = Labels(table.view(CARNIA), Lang(lang))
    assert labels.state.crisis is not None
    shown = crisis_text(labels.state.crisis, labels).plain
    assert march in shown, shown
    said = meaning(AnswerCrisis(stance=Stance.WITH_MOVER), CARNIA, labels)
    assert foes in said[0], said
    assert any(friend in line for line in said), said
    for power in sorted(labels.state.crisis.called):
        do(table, power, AnswerCrisis(stance=Stance.WITH_MOVER if power == CARNIA else Stance.NEUTRAL))
    view = table.view(CARNIA)
    sentences = [tell(e, Lang(lang), view.setting, view.treaties) or "" for _, e in table.news(CARNIA) if isinstance(e, StancesRevealed)]
    assert told in sentences[-1] and told not in sentences[0]


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "The word of Carnia is publicly broken (30 of 100)"), ("fr", "Parole publiquement trahie (Carnia")]
)
def test_an_ally_is_told_what_opinion_at_home_would_make_of_its_aid_to_one_that_broke_its_own_word(lang: str, word: str) -> None:
    table = tried(conduct(CARNIA, kept=False, creditor=DORIA), treaties=(((ALBA, CARNIA), MutualAssistance()),))
    ordered(table, boria=(Attack(CARNIA),))
    labels = Labels(table.view(ALBA), Lang(lang))
    assert any(word in line and "-3" in line for line in meaning(AnswerCrisis(stance=Stance.WITH_TARGET), ALBA, labels))
    assert not any(word in line for line in meaning(AnswerCrisis(stance=Stance.NEUTRAL), ALBA, labels))
