"""How ATOP would code a text: its types of obligation, whether a promise is conditional, and how much is secret."""

from __future__ import annotations

import pytest

from engine.atop import Secrecy, coding
from engine.clauses import (
    CLAUSES,
    AnyClause,
    Consultation,
    ForcesCommitment,
    Guarantee,
    InviolabilityOfFrontiers,
    MutualAssistance,
    NavalPatrol,
    Neutrality,
    NoAidToAggressor,
    NoHostileCombination,
    NonAggression,
    NonInterference,
    NoSeparatePeace,
    OffensiveCooperation,
    OneSidedAssistance,
    Principle,
    Recognition,
    StaffTalks,
    SubmitDisputes,
    Supply,
    Transit,
)
from engine.clauses.assistance import Assailant
from engine.clauses.principle import HelsinkiPrinciple
from engine.duties import Automaticity, Extent, Trigger
from engine.names import Power
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, STRAITS, TENTH, UK, USSR, ZONE, Atlas, treaty_of

CASES: dict[str, tuple[tuple[AnyClause, ...], str, bool]] = {
    # -- defence, and its conditions: the adversary, the place, provocation, others' acts and words
    "aid in arms against unprovoked attack": ((MutualAssistance(),), "DEFENSE", True),
    "aid in any war in which a party is attacked": ((MutualAssistance(trigger=Trigger.ANY_WAR),), "DEFENSE", False),
    "aid under threat": ((MutualAssistance(trigger=Trigger.THREAT),), "DEFENSE", False),
    "aid against one power": ((MutualAssistance(trigger=Trigger.ANY_WAR, against=(USSR,)),), "DEFENSE", True),
    "aid against several together": ((MutualAssistance(trigger=Trigger.ANY_WAR, together=True),), "DEFENSE", True),
    "neutrality in wars with several together": ((Neutrality(even_if_aggressor=True, together=True),), "NEUTRAL", True),
    "aid over one territory": ((MutualAssistance(trigger=Trigger.ANY_WAR, over=(ZONE,)),), "DEFENSE", True),
    "aid by trade alone is no active military support": ((MutualAssistance(extent=Extent.ECONOMIC),), "", False),
    "nor is the support of diplomacy": ((Guarantee(guarantors=(FRANCE,), protected=GERMANY, extent=Extent.DIPLOMATIC),), "", False),
    "aid of one to the other, once an organ recommends it": (
        (OneSidedAssistance(helper=FRANCE, aided=GERMANY, trigger=Trigger.ANY_WAR, automaticity=Automaticity.UPON_RECOMMENDATION),),
        "DEFENSE",
        True,
    ),
    "aid that waits for another's": (
        (OneSidedAssistance(helper=FRANCE, aided=GERMANY, trigger=Trigger.ANY_WAR, only_if_assisted_by=UK),),
        "DEFENSE",
        True,
    ),
    "aid as each judges": (
        (MutualAssistance(trigger=Trigger.ANY_WAR, automaticity=Automaticity.AS_EACH_JUDGES),),
        "DEFENSE",
        False,
    ),
    "divisions for a party": ((ForcesCommitment(provider=FRANCE, beneficiary=GERMANY, divisions=5),), "DEFENSE", True),
    "a guarantee of a party": ((Guarantee(guarantors=(FRANCE,), protected=GERMANY, trigger=Trigger.ANY_WAR),), "DEFENSE", False),
    "ships that keep a zone of the sea safe (Nyon)": ((NavalPatrol(zone=STRAITS),), "DEFENSE", True),
    # -- offence: what an attack upon a party does not call for
    "a war joined by all means": ((OffensiveCooperation(),), "OFFENSE", False),
    "a war joined against one power": ((OffensiveCooperation(against=(USSR,)),), "OFFENSE", True),
    "a war favoured by trade alone": ((OffensiveCooperation(extent=Extent.ECONOMIC),), "", False),
    "a guarantee of a third state": ((Guarantee(guarantors=(FRANCE, GERMANY), protected=CZECHO),), "OFFENSE", True),
    "one that waits for a settlement": ((Guarantee(guarantors=(FRANCE,), protected=CZECHO, once_settled=(ZONE,)),), "OFFENSE", False),
    "aid of a party to a third state": ((OneSidedAssistance(helper=FRANCE, aided=CZECHO, trigger=Trigger.ANY_WAR),), "OFFENSE", False),
    "divisions for a third state": ((ForcesCommitment(provider=FRANCE, beneficiary=CZECHO, divisions=5),), "OFFENSE", True),
    "danger short of attack as well as attack": ((MutualAssistance(trigger=Trigger.INDIRECT_AGGRESSION),), "DEFENSE OFFENSE", False),
    # -- neutrality
    "neutrality whoever began": ((Neutrality(even_if_aggressor=True),), "NEUTRAL", False),
    "neutrality unless the other attacked": ((Neutrality(),), "NEUTRAL", True),
    "neutrality in wars with one power": ((Neutrality(even_if_aggressor=True, against=(USSR,)),), "NEUTRAL", True),
    "no aid to whoever attacks": ((NoAidToAggressor(),), "NEUTRAL", True),
    "no aid to one power": ((NoAidToAggressor(aggressors=(USSR,)),), "NEUTRAL", True),
    # -- non-aggression: force is forsworn; frontiers and peaceful means alone do not say so
    "non-aggression": ((NonAggression(),), "NONAGG", False),
    "never otherwise than peacefully": ((SubmitDisputes(only_peaceful=True),), "NONAGG", False),
    "disputes taken to conciliation": ((SubmitDisputes(),), "", False),
    "no force, as a principle": ((Principle(principles=(HelsinkiPrinciple.NO_FORCE,)),), "NONAGG", False),
    "frontiers, as a principle": ((Principle(principles=(HelsinkiPrinciple.INVIOLABILITY,)),), "", False),
    "frontiers inviolable": ((InviolabilityOfFrontiers(),), "", False),
    "frontiers recognised": ((Recognition(recognised=GERMANY),), "", False),
    # -- consultation: in crises, or on a power by name
    "words when peace is in danger": ((Consultation(),), "CONSUL", False),
    "words over the danger from one power": ((Consultation(against=(USSR,)),), "CONSUL", True),
    "words over the danger to one power": ((Consultation(threatened=(CZECHO,)),), "CONSUL", True),
    "words over one place": ((Consultation(over=(STRAITS,)),), "CONSUL", True),
    "words upon an unprovoked attack": ((Consultation(on=Trigger.UNPROVOKED_ATTACK),), "CONSUL", True),
    "words on common interests": ((Consultation(at_all_times=True),), "", False),
    "words on the policy towards one power": ((Consultation(at_all_times=True, against=(USSR,)),), "CONSUL", True),
    # -- what the project counts apart, or not at all
    "no separate peace, no hostile combination, no interference": (
        (NoSeparatePeace(), NoHostileCombination(), NonInterference()),
        "",
        False,
    ),
    "staffs that meet, goods sent, a way through": (
        (StaffTalks(), Supply(supplier=FRANCE, receiver=GERMANY, by=TENTH), Transit(grantor=FRANCE, to=(GERMANY,))),
        "",
        False,
    ),
    # -- together
    "a condition on what is no type makes no alliance conditional": (
        (Neutrality(even_if_aggressor=True), NonAggression(), MutualAssistance(against=(USSR,), extent=Extent.ECONOMIC)),
        "NEUTRAL NONAGG",
        False,
    ),
}


TYPED = {
    "mutual_assistance": "DEFENSE",
    "one_sided_assistance": "DEFENSE",
    "guarantee": "DEFENSE",
    "forces_commitment": "DEFENSE",
    "naval_patrol": "DEFENSE",
    "offensive_cooperation": "OFFENSE",
    "neutrality": "NEUTRAL",
    "no_aid_to_aggressor": "NEUTRAL",
    "non_aggression": "NONAGG",
    "consultation": "CONSUL",
}
"""The kinds that make an alliance; the project counts the others apart (bases, contributions, separate peace, mediation) or not at all."""


def test_ten_kinds_of_article_are_obligations_of_alliance() -> None:
    assert {kind.tag: kind.atop for kind in CLAUSES if kind.atop is not None} == TYPED


@pytest.mark.parametrize(("clauses", "types", "conditional"), CASES.values(), ids=CASES)
def test_a_text_has_the_types_of_obligation_of_its_articles(clauses: tuple[AnyClause, ...], types: str, conditional: bool) -> None:
    found = coding(treaty_of(*clauses, signatories=(FRANCE, GERMANY)), Atlas())
    assert (" ".join(found.types), found.conditional, found.secrecy) == (types, conditional, Secrecy.NONE)


@pytest.mark.parametrize(
    ("attack_by", "conditional"), [(Assailant.ANYONE, False), (Assailant.A_THIRD_POWER, False), (Assailant.A_PARTY, True)]
)
def test_to_spare_the_members_is_no_condition(attack_by: Assailant, conditional: bool) -> None:
    parties: tuple[Power, ...] = (FRANCE, GERMANY, UK)
    several = (MutualAssistance(trigger=Trigger.ANY_WAR, attack_by=attack_by), OffensiveCooperation())
    assert coding(treaty_of(*several, signatories=parties), Atlas()).conditional is conditional


def test_an_alliance_is_secret_as_a_whole_or_in_an_annex() -> None:
    treaty, secret = treaty_of(NonAggression()), treaty_of(MutualAssistance(), ident="protocol", secret=True)
    part = coding(treaty, Atlas(), [secret])
    assert (part.types, part.secrecy) == (("DEFENSE", "NONAGG"), Secrecy.PART)
    assert coding(secret, Atlas()).secrecy is Secrecy.WHOLE
