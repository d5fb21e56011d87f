"""The result of a vote explained in plain sentences, in both languages."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.names import BodyId, Power, SeatClass
from engine.texts.verdicts import body_name, prospect_words, rule_words, verdict_words
from engine.voting import Ballot, Interest, Matter, Question, Roll, Rule, Verdict, tally
from engine.voting.bodies import BODIES, CONFERENCE, Body, Effect
from engine.voting.rules import AGREEMENT_OF_ALL, CHARTER_18_2, CHARTER_VI_OF_11, CONSENSUS, COVENANT_15_6, COVENANT_15_10, RULES
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, UK, USA, USSR, both

RULE_VI = "Règle : sept voix sur onze, aucun membre permanent contre, et une partie au différend s'abstient (Charte, article 27, § 3, chapitre VI)."
ALL = (GERMANY, FRANCE, UK, USSR, CZECHO, USA)
PERMANENT = {SeatClass("permanent"): frozenset({FRANCE, UK, USSR, USA}), SeatClass("council"): frozenset({FRANCE, UK})}


def result(
    rule: Rule,
    *,
    against: tuple[Power, ...] = (),
    abstain: tuple[Power, ...] = (),
    awaited: tuple[Power, ...] = (),
    absent: tuple[Power, ...] = (),
    parties: tuple[Power, ...] = (),
) -> Verdict:
    ballots = dict.fromkeys(ALL, Ballot.FOR) | dict.fromkeys(against, Ballot.AGAINST) | dict.fromkeys(abstain, Ballot.ABSTAIN)
    ballots = {p: b for p, b in ballots.items() if p not in awaited + absent}
    roll = Roll(members=ALL, classes=PERMANENT, awaited=frozenset(awaited), absent=frozenset(absent))
    return tally(rule, Question(matter=Matter.DISPUTE, parties=frozenset(parties)), ballots, roll)


@pytest.mark.parametrize(
    ("verdict", "english", "french"),
    [
        (
            result(COVENANT_15_6, against=(GERMANY,), abstain=(USA,), parties=(GERMANY, CZECHO)),
            (
                "Carried: 3 for, 0 against, 1 abstaining.",
                "Rule: unanimity, the votes of the parties to the dispute not counted (Covenant, Article 15(6)).",
                "Not counted: Germany and Czechoslovakia.",
                "A contrary vote of any one of these would have changed the result: France, the United Kingdom, the Soviet Union and the United States.",
            ),
            (
                "Adopté : 3 pour, 0 contre, 1 abstention.",
                "Règle : unanimité, le vote des parties au différend ne comptant pas (Pacte, article 15, § 6).",
                "Ne comptent pas : l'Allemagne et la Tchécoslovaquie.",
                "Le vote contraire d'un seul d'entre eux aurait changé le résultat : la France, le Royaume-Uni, l'URSS et les États-Unis.",
            ),
        ),
        (
            result(CHARTER_18_2, against=(GERMANY, UK), abstain=(USA,), absent=(CZECHO,)),
            (
                "Lost: 2 for, 2 against, 1 abstaining, 1 absent; too few votes in favour.",
                "Rule: two thirds of those who vote decide important questions (Charter, Article 18(2)).",
                "2 votes in favour out of 4; 3 needed.",
                "A contrary vote of any one of these would have changed the result: Germany and the United Kingdom.",
            ),
            (
                "Rejeté : 2 pour, 2 contre, 1 abstention, 1 absence ; trop peu de voix pour.",
                "Règle : les deux tiers des votants décident des questions importantes (Charte, article 18, § 2).",
                "2 voix pour sur 4 ; il en faut 3.",
                "Le vote contraire d'un seul d'entre eux aurait changé le résultat : l'Allemagne et le Royaume-Uni.",
            ),
        ),
        (
            result(CONSENSUS, against=(USA,)),
            (
                "Lost: 5 for, 1 against, 0 abstaining; the United States objected.",
                "Rule: consensus: nobody objects.",
                "One vote was decisive: the United States.",
            ),
            (
                "Rejeté : 5 pour, 1 contre, 0 abstention ; objection : les États-Unis.",
                "Règle : consensus : nul n'objecte.",
                "Un seul vote a décidé : les États-Unis.",
            ),
        ),
        (
            result(COVENANT_15_10, against=(UK, FRANCE)),
            (
                "Lost: 4 for, 2 against, 0 abstaining; France and the United Kingdom did not agree.",
                "Rule: all members of the Council and a majority of the other members, the parties not counted (Covenant, Article 15(10)).",
                "4 votes in favour out of 4 among the other members; 3 needed.",
                "It would have carried with other votes: the United Kingdom for; France abstaining.",
            ),
            (
                "Rejeté : 4 pour, 2 contre, 0 abstention ; accord refusé : la France et le Royaume-Uni.",
                "Règle : tous les membres du Conseil et la majorité des autres membres, sans compter les parties (Pacte, article 15, § 10).",
                "4 voix pour sur 4 parmi les autres membres ; il en faut 3.",
                "La question aurait été adoptée avec d'autres votes : pour, le Royaume-Uni ; abstention, la France.",
            ),
        ),
        (
            result(AGREEMENT_OF_ALL, abstain=(USA,), awaited=(FRANCE, UK)),
            (
                "So far: 3 for, 0 against, 1 abstaining.",
                "Rule: a conference adopts only what all at its table accept.",
                "Still to vote: France and the United Kingdom.",
                "It can no longer be carried.",
            ),
            (
                "Jusqu'ici : 3 pour, 0 contre, 1 abstention.",
                "Règle : une conférence n'adopte que ce que tous acceptent à sa table.",
                "Doivent encore voter : la France et le Royaume-Uni.",
                "L'adoption n'est plus possible.",
            ),
        ),
        (
            result(CHARTER_VI_OF_11, awaited=(FRANCE,), parties=(USA,)),
            (
                "So far: 4 for, 0 against, 1 abstaining.",
                "Rule: seven of eleven, no permanent member against, and a party to the dispute abstains (Charter, Article 27(3), Chapter VI).",
                "4 votes in favour; 7 needed.",
                "The United States may not vote on this dispute and counts as abstaining.",
                "Still to vote: France.",
                "It can no longer be carried.",
            ),
            (
                "Jusqu'ici : 4 pour, 0 contre, 1 abstention.",
                RULE_VI,
                "4 voix pour ; il en faut 7.",
                "Les États-Unis ne peuvent voter sur ce différend et comptent comme abstentions.",
                "Doivent encore voter : la France.",
                "L'adoption n'est plus possible.",
            ),
        ),
    ],
    ids=["excluded", "two thirds", "objection", "two requirements", "open", "bound"],
)
def test_a_result_is_explained_by_figures_rule_and_true_causes(verdict: Verdict, english: tuple[str, ...], french: tuple[str, ...]) -> None:
    assert verdict_words(verdict, ENGLISH) == english
    assert tuple(s.replace("\u00a0", " ") for s in verdict_words(verdict, FRENCH)) == french


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_is_said_in_both_languages(name: str) -> None:
    english, french = (rule_words(RULES[name], voice) for voice in (ENGLISH, FRENCH))
    assert english != french and "{" not in english + french


def test_an_authors_rule_and_body_speak_in_their_own_words() -> None:
    mine = Rule(name="mine", requirements=CONSENSUS.requirements, words=both("nobody objects here", "nul n'objecte ici"))
    body = Body(id=BodyId("mine"), rules={Matter.SUBSTANTIVE: mine}, effect=Effect.DECISION, name=both("the Diet", "la Diète"))
    assert (rule_words(mine, FRENCH), body_name(body, FRENCH)) == ("nul n'objecte ici", "la Diète")
    nameless = Rule(name="nameless", requirements=CONSENSUS.requirements)
    assert (rule_words(nameless, ENGLISH), body_name(CONFERENCE, ENGLISH)) == ("the body's own rule", "the conference")
    assert all(body_name(found, FRENCH) for found in BODIES.values())


@pytest.mark.parametrize(
    ("verdict", "sealed", "english", "french"),
    [
        (
            result(AGREEMENT_OF_ALL, awaited=(FRANCE, UK, USSR)),
            (UK,),
            (
                "6 votes in favour needed in all.",
                "1 vote already cast is still secret.",
                "A vote against by any one of these could still block it: France and the Soviet Union.",
            ),
            (
                "Il faut 6 voix pour au total.",
                "1 vote déjà émis reste secret.",
                "Le vote contraire d'une seule de ces puissances suffirait encore à l'empêcher : la France et l'URSS.",
            ),
        ),
        (
            result(CONSENSUS, awaited=ALL),
            (),
            ("It carries unless it is blocked.", "Each of those still to vote could block it alone."),
            ("L'adoption est acquise, sauf blocage.", "Chacun de ceux qui doivent encore voter peut à lui seul la bloquer."),
        ),
        (
            result(CONSENSUS, awaited=ALL),
            ALL,
            ("It carries unless it is blocked.", "6 votes already cast are still secret."),
            ("L'adoption est acquise, sauf blocage.", "6 votes déjà émis restent secrets."),
        ),
    ],
)
def test_what_a_vote_can_come_to_neither_guesses_at_sealed_ballots_nor_counts_on_those_who_cast_them(
    verdict: Verdict, sealed: tuple[Power, ...], english: tuple[str, ...], french: tuple[str, ...]
) -> None:
    assert prospect_words(verdict, ENGLISH, sealed) == english
    assert prospect_words(verdict, FRENCH, sealed) == french


@pytest.mark.parametrize("rule", [COVENANT_15_10, with_(CHARTER_18_2, excluded=(Interest.PARTY,))], ids=lambda rule: rule.name)
def test_whose_vote_is_not_counted_is_told_that_the_votes_needed_come_from_others(rule: Rule) -> None:
    verdict = result(rule, awaited=ALL, parties=(GERMANY,))
    said = {power: prospect_words(verdict, ENGLISH, reader=power)[0] for power in (GERMANY, FRANCE)}
    assert said[GERMANY].endswith("in favour needed from others.") and said[FRANCE].endswith("in favour needed.")
