"""Whatever the kind: a name that is not there, a date that cannot be, a thing named twice, a number below nothing, are refused with the rule."""

from __future__ import annotations

import random
import types
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
import pytest

from engine.ai.random_articles import random_value
from engine.clauses import (
    CLAUSES,
    AcceptDecisions,
    AnyClause,
    ArmsCeiling,
    ArmsEquality,
    Bases,
    Consultation,
    CreateOrgan,
    Declaration,
    Demilitarisation,
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
    NonIntervention,
    NoSeparatePeace,
    Notification,
    OffensiveCooperation,
    OneSidedAssistance,
    Plebiscite,
    Principle,
    Recognition,
    RespectAward,
    SanctionsDuty,
    SphereOfInterest,
    StaffTalks,
    SubmitDisputes,
    Supply,
    SupportAdmission,
    Transit,
    WaterwayRegime,
)
from engine.clauses.arms_ceiling import Arms
from engine.clauses.assistance import Assailant
from engine.clauses.guarantee import GuaranteeOf
from engine.clauses.recognition import RecognitionOf
from engine.duties import Extent, Forces, Trigger
from engine.events import Phase
from engine.names import BodyId, Lang, Power, RegionId, StakeId, TreatyId, TurnId, kind
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.table import Table
from engine.texts.catalogue import knows
from engine.texts.refusals import refusal_sentence
from tests.engine.settings import ALBA, BORIA, DORIA, ETRIA, HARBOUR, HILLS, MARCHES, POWERS, THIRD, cession, draft_of, quiet, to_phase

NOWHERE, MOON, NEVER, NOLAND = Power("nowhere"), StakeId("moon"), TurnId("never"), RegionId("noland")
PAST = TurnId("first")
PARTIES = tuple(POWERS[:3])


@cache
def state() -> State:
    """The second turn of the five powers' game: the first has passed."""
    return to_phase(Table.open(quiet(), 1), Phase.TALKS, 1).state


@cache
def sound(cls: type[AnyClause]) -> list[AnyClause]:
    """Some articles of a kind without fault, without terms."""
    drawn = random.Random(cls.tag)
    found: list[AnyClause] = []
    for _ in range(900):
        article: Any = random_value(cls, state(), PARTIES, lambda purpose, sides: drawn.randrange(sides))
        if article is not None:
            article = attrs.evolve(article, only_while=None, from_turn=None, until=None)
            if not article.faults(PARTIES, state()):
                found.append(article)
        if len(found) == 8:
            break
    return found


def spoilt(tp: Any, value: Any) -> Iterator[tuple[str, Any]]:
    """What hostile hands make of a value of a type, with what must be said of it."""
    origin, args = get_origin(tp), get_args(tp)
    if origin in (Union, types.UnionType):
        for arg in args:
            if arg is not type(None) and value is not None:
                yield from spoilt(arg, value)
    elif origin is tuple:
        for n, one in enumerate(value):
            yield from ((code, (*value[:n], other, *value[n + 1 :])) for code, other in spoilt(args[0], one))
        if (value and args[0] in (Power, StakeId)) or (value and isinstance(args[0], type) and issubclass(args[0], Enum)):
            yield "twice", (*value, value[0])
    elif tp is Power:
        yield "unknown_power", NOWHERE
    elif tp is StakeId:
        yield "unknown_stake", MOON
    elif tp is RegionId:
        yield "unknown_region", NOLAND
    elif tp is TurnId:
        yield from (("unknown_turn", NEVER), ("date_past", PAST))
    elif tp is int:
        yield "below", -1
    elif isinstance(tp, type) and attrs.has(tp):
        hints = get_type_hints(tp)
        for attribute in attrs.fields(tp):
            for code, other in spoilt(hints[attribute.name], getattr(value, attribute.name)):
                yield code, attrs.evolve(value, **{attribute.name: other})


SAID = {"twice": "twice", "below": ""}
"""Part of the code of the fault; the rest is the code itself."""


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_an_article_of_any_kind_with_one_thing_spoilt_is_faulty_for_that_reason(cls: type[AnyClause]) -> None:
    articles = sound(cls)
    assert articles
    for article in articles:
        for expected, other in spoilt(cls, article):
            codes = [fault.code for fault in other.faults(PARTIES, state())]
            assert any(SAID.get(expected, expected) in code for code in codes), (expected, other, codes)
            assert all(knows(f"fault.{code}") for code in codes)


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_a_draft_with_a_spoilt_article_is_refused_with_the_fault_and_nothing_is_half_done(cls: type[AnyClause]) -> None:
    table = Table.open(quiet(), 1)
    article = sound(cls)[0]
    spoiled = next((other for _, other in spoilt(cls, article)), attrs.evolve(article, until=NEVER))
    draft = draft_of(ALBA, "pact", PARTIES, spoiled)
    told = len(table.chronicle)
    outcome = table.act(ALBA, draft)
    assert isinstance(outcome, Refusal) and outcome.reason is Reason.ARTICLE_FAULTY
    assert len(table.chronicle) == told and draft.treaty not in table.state.treaties
    for lang in (Lang("en"), Lang("fr")):
        said = refusal_sentence(outcome, lang, table.state.setting)
        assert "fault." not in said and "{" not in said


BOTH = (ALBA, BORIA)
CONTRADICTIONS: list[tuple[AnyClause, str]] = [
    (MutualAssistance(against=(BORIA,)), "against_a_party"),
    (MutualAssistance(only_if_assisted_by=ALBA), "waits_for_itself"),
    (MutualAssistance(against=(DORIA,), only_if_assisted_by=DORIA), "waits_for_foe"),
    (MutualAssistance(against=(DORIA,), only_with_transit_through=(DORIA,)), "transit_through_foe"),
    (MutualAssistance(extent=Extent.DIPLOMATIC, forces=Forces(divisions=3)), "forces_without_arms"),
    (MutualAssistance(extent=Extent.ECONOMIC, only_with_transit_through=(DORIA,)), "passage_without_arms"),
    (MutualAssistance(against=(DORIA,), attack_by=Assailant.A_THIRD_POWER), "assailant_twice"),
    (MutualAssistance(together_with=(BORIA,)), "together_with_a_friend"),
    (MutualAssistance(against=(DORIA,), together_with=(DORIA,)), "together_with_itself"),
    (OneSidedAssistance(helper=ALBA, aided=ALBA), "helps_itself"),
    (OneSidedAssistance(helper=DORIA, aided=ALBA), "not_a_party"),
    (Guarantee(guarantors=(ALBA,), protected=ALBA), "guarantees_itself"),
    (Guarantee(guarantors=(), protected=ETRIA), "no_guarantor"),
    (Guarantee(guarantors=(ALBA,), protected=ETRIA, object=GuaranteeOf.STAKE), "no_stake_guaranteed"),
    (OffensiveCooperation(against=(ALBA,)), "against_a_party"),
    (NoSeparatePeace(foes=(BORIA,)), "foe_among_allies"),
    (NonAggression(between=(ALBA,)), "too_few_parties"),
    (Neutrality(between=(ALBA, DORIA)), "not_a_party"),
    (Neutrality(owed_by=(DORIA,)), "not_a_party"),
    (Neutrality(owed_by=(ALBA,), between=(ALBA,)), "owed_to_nobody"),
    (Neutrality(owed_by=(ALBA,), between=(ETRIA,), against=(ETRIA,)), "foe_among_allies"),
    (NonAggression(owed_by=(ALBA, BORIA)), "owed_to_nobody"),
    (NoAidToAggressor(aggressors=(ALBA,)), "foe_among_allies"),
    (NoHostileCombination(between=(BORIA,)), "too_few_parties"),
    (NonInterference(between=(ALBA, ETRIA)), "not_a_party"),
    (NonIntervention(country=ALBA), "intervenes_at_home"),
    (Consultation(between=(BORIA,)), "too_few_parties"),
    (StaffTalks(by=THIRD, on=Trigger.THREAT), "due_twice"),
    (Notification(of=()), "nothing_to_notify"),
    (ForcesCommitment(provider=ALBA, beneficiary=ALBA, divisions=1), "helps_itself"),
    (ForcesCommitment(provider=ALBA, beneficiary=BORIA, divisions=0), "no_divisions"),
    (Transit(grantor=ALBA, to=()), "granted_to_nobody"),
    (Transit(grantor=ALBA, to=(ALBA,)), "grants_itself"),
    (Transit(grantor=ALBA, to=(BORIA,), against=(ALBA,)), "foe_among_allies"),
    (Bases(host=ALBA, to=ALBA), "grants_itself"),
    (Bases(host=ALBA, to=BORIA, at=(HILLS,)), "not_its_own"),
    (Transit(grantor=ALBA, to=(BORIA,), through=(HILLS,)), "not_its_own"),
    (NavalPatrol(zone=HARBOUR, patrols=(ETRIA,)), "not_a_party"),
    (ArmsCeiling(arms=Arms.TANKS, ceiling=35, share_of=ALBA), "measured_by_itself"),
    (Demilitarisation(zone=()), "no_zone"),
    (ArmsEquality(recognised=ALBA, recognisers=(ALBA,)), "recognises_itself"),
    (cession((HILLS, THIRD)), "does_not_hold"),
    (cession((MARCHES, THIRD), ceder=BORIA, receiver=BORIA), "cedes_to_itself"),
    (cession(), "no_stage"),
    (SupportAdmission(supporting=(ALBA,), candidate=ALBA, body=BodyId("league_council")), "supports_itself"),
    (RespectAward(arbiters=(ALBA,)), "judge_in_own_cause"),
    (AcceptDecisions(body=BodyId(" ")), "no_body"),
    (AcceptDecisions(body=BodyId("zzz")), "unknown_body"),
    (SupportAdmission(supporting=(ALBA,), candidate=ETRIA, body=BodyId("zzz")), "unknown_body"),
    (OneSidedAssistance(helper=ALBA, aided=BORIA, only_with_transit_through=(ALBA,)), "transit_through_itself"),
    (OneSidedAssistance(helper=ALBA, aided=BORIA, only_with_transit_through=(BORIA,)), "transit_through_itself"),
    (InviolabilityOfFrontiers(between=(ALBA,)), "too_few_parties"),
    (CreateOrgan(name={}), "organ_nameless"),
    (CreateOrgan(name={Lang("en"): "Board"}, competences=()), "no_competence"),
    (Plebiscite(holder=BORIA, stakes=(MARCHES,), by=THIRD), "does_not_hold_to_vote"),
    (Principle(principles=()), "no_principle"),
    (Recognition(recognised=ETRIA, object=RecognitionOf.SOVEREIGNTY), "sovereignty_over_nothing"),
    (Recognition(recognising=(ALBA,), recognised=ALBA), "recognises_itself"),
    (SanctionsDuty(against=(ALBA,)), "sanctions_against_a_party"),
    (SanctionsDuty(measures=()), "no_measure"),
    (SubmitDisputes(procedures=()), "no_procedure"),
    (SphereOfInterest(interested=ALBA, powers=(BORIA,)), "party_within_sphere"),
    (SphereOfInterest(interested=ALBA), "no_territory"),
    (Supply(supplier=ALBA, receiver=ALBA, by=THIRD), "supplies_itself"),
    (Supply(supplier=ALBA, receiver=BORIA, amount=0, by=THIRD), "no_amount"),
    (WaterwayRegime(waterway=HARBOUR, keeper=ALBA), "does_not_keep"),
    (Declaration(text={}), "declaration_empty"),
    (NonAggression(from_turn=THIRD, until=TurnId("second")), "ends_before_it_begins"),
    (cession((MARCHES, THIRD)), ""),
]


@pytest.mark.parametrize(("article", "code"), CONTRADICTIONS, ids=[f"{kind(type(a))}-{code}" for a, code in CONTRADICTIONS])
def test_an_article_that_contradicts_itself_is_refused_with_the_rule(article: AnyClause, code: str) -> None:
    outcome = Table.open(quiet(), 1).act(ALBA, draft_of(ALBA, "pact", BOTH, article))
    found = outcome.about["fault"] if isinstance(outcome, Refusal) else ""
    assert found == code


def test_every_kind_has_a_contradiction_of_its_own() -> None:
    assert {type(article) for article, code in CONTRADICTIONS if code} == set(CLAUSES)


@pytest.mark.parametrize("cls", CLAUSES, ids=kind)
def test_an_article_of_any_kind_that_hangs_on_its_own_treaty_or_on_none_is_refused(cls: type[AnyClause]) -> None:
    article = sound(cls)[0]
    for ident, code in (("alba.pact", "hangs_on_itself"), ("nothing", "unknown_treaty")):
        hanging = attrs.evolve(article, only_while=TreatyId(ident))
        outcome = Table.open(quiet(), 1).act(ALBA, draft_of(ALBA, "pact", PARTIES, hanging))
        assert isinstance(outcome, Refusal) and outcome.about["fault"] == code


UNWRITABLE: list[tuple[AnyClause, str]] = [
    (ForcesCommitment(provider=ALBA, beneficiary=BORIA, divisions=10**30), "number_too_large"),
    (MutualAssistance(forces=Forces(divisions=2, days=10**9)), "number_too_large"),
    (Supply(supplier=ALBA, receiver=BORIA, amount=10**40, by=THIRD), "number_too_large"),
    (Declaration(text={Lang("en"): "Peace\x1b[2J"}), "words_unprintable"),
    (Declaration(text={Lang("en"): "Peace \u202eecaep"}), "words_unprintable"),
    (Declaration(text={Lang("en"): "\ud800"}), "words_unprintable"),
    (CreateOrgan(name={Lang("en"): "Board\x07"}), "words_unprintable"),
]


@pytest.mark.parametrize(("article", "code"), UNWRITABLE, ids=[f"{kind(type(a))}-{code}" for a, code in UNWRITABLE])
def test_what_could_not_be_written_down_is_refused_with_the_place_of_the_article(article: AnyClause, code: str) -> None:
    """A journal holds whole numbers of 64 bits and well-formed text; a page shows no control characters."""
    table = Table.open(quiet(), 1)
    outcome = table.act(ALBA, draft_of(ALBA, "pact", BOTH, Consultation(), article))
    assert isinstance(outcome, Refusal) and (outcome.about["fault"], outcome.about["article"]) == (code, "2")
    assert ", in" not in refusal_sentence(outcome, Lang("en"))
    assert "in Article 2, " in refusal_sentence(outcome, Lang("en"), table.state.setting)
    assert "à l'article 2, " in refusal_sentence(outcome, Lang("fr"), table.state.setting).replace("\u2019", "'")
