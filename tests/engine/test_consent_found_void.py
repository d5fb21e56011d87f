"""An organ finds that a consent was procured by the threat or use of force, and is void (VCLT 52; Security Council resolution 662)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_

from engine.ai.chamber import worth
from engine.ai.mind import Mind
from engine.clauses import NonAggression
from engine.clauses.organ import Competence
from engine.commands import Assent, InvokeNullity
from engine.consequences import consequences
from engine.council_commands import CastBallot, Seize, TableResolution
from engine.drafts import coerced_consents
from engine.events import Phase, TreatyEnded
from engine.measures import Nullity
from engine.names import OrganId, Power, StatuteId, TreatyId
from engine.obligations import owed_by
from engine.options import options
from engine.profile import Profile
from engine.resolution import Outcome
from engine.setting import Coercion
from engine.statutes import admits, articles_of
from engine.table import Table
from engine.treaty import Accession, End, Stage
from engine.voting import Ballot
from tests.engine.boards import decided, made, organ, seize, text
from tests.engine.hearing import MATTER, TEXT, debated, outcome, paragraphs, tabled, vote
from tests.engine.settings import (
    ALBA,
    ASSEMBLY,
    BORIA,
    CARNIA,
    CIRCLE,
    COUNCIL,
    DORIA,
    ENTENTE,
    HARBOUR,
    SECURITY,
    THIRD,
    adopt,
    both,
    cession,
    conclude,
    do,
    refused,
    to_phase,
)
from tests.engine.test_law_of_the_time import THREAT, under

PACT = TreatyId("boria.pact")
VOID = Nullity(treaty=PACT, power=CARNIA)


def signed_under_threat(*others: Power, coercion: Coercion = Coercion.CONTESTED, **provisions: Any) -> Table:
    """Carnia signs with Boria and these others while Boria's ultimatum stands against it."""
    table = to_phase(Table.open(under(coercion=coercion), 1), Phase.TALKS)
    do(table, BORIA, THREAT)
    conclude(table, BORIA, "pact", (BORIA, CARNIA, *others), cession((HARBOUR, THIRD)), NonAggression(), **provisions)
    return table


def before(table: Table, organ: OrganId = COUNCIL, article: str = "covenant_15") -> Table:
    """The same, and Carnia brings its quarrel with Boria before an organ."""
    parties = frozenset({BORIA, CARNIA})
    do(table, CARNIA, Seize(item=MATTER, organ=organ, article=StatuteId(article), title=both("A quarrel"), parties=parties))
    return table


def found(table: Table, organ: OrganId = COUNCIL, article: str = "covenant_15", boria: Ballot = Ballot.AGAINST) -> Table:
    """The organ has voted on whether the consent is void; all but Boria are for it."""
    debated(tabled(before(table, organ, "charter_34" if organ == SECURITY else article), VOID, organ=organ, article=article))
    sitting = table.state.sitting
    assert sitting is not None
    vote(table, **{power: boria if power == BORIA else Ballot.FOR for power in sitting.present})
    return table


@pytest.mark.parametrize(
    ("organ", "article", "boria", "expected"),
    [
        # The votes of the parties to the dispute are not counted (Covenant 15(6), 15(7)).
        (COUNCIL, "covenant_15", Ballot.AGAINST, Outcome.ADOPTED),
        # Those of the parties are (PCIJ, Series B No. 12, on the general rule of Covenant 5).
        (COUNCIL, "covenant_11", Ballot.AGAINST, Outcome.REJECTED),
        (COUNCIL, "covenant_11", Ballot.ABSTAIN, Outcome.ADOPTED),
        (SECURITY, "charter_41", Ballot.ABSTAIN, Outcome.ADOPTED),
        (SECURITY, "charter_39", Ballot.AGAINST, Outcome.VETOED),
    ],
)
@pytest.mark.parametrize("coercion", [Coercion.CONTESTED, Coercion.VOID])
def test_what_is_found_void_by_the_rule_of_the_organ_is_void(
    organ: OrganId, article: str, boria: Ballot, expected: Outcome, coercion: Coercion
) -> None:
    """VCLT 69."""
    table = found(signed_under_threat(coercion=coercion), organ, article, boria)
    pact = table.state.treaties[PACT]
    assert outcome(table) is expected
    assert (pact.stage, pact.end) == ((Stage.ENDED, End.VOID) if expected is Outcome.ADOPTED else (Stage.IN_FORCE, None))


def test_a_claim_that_was_contested_is_settled_by_the_finding() -> None:
    """VCLT 65, 69(4)."""
    table = signed_under_threat(ALBA, DORIA, accession=Accession.OPEN)
    do(table, CARNIA, InvokeNullity(treaty=PACT))
    assert table.state.treaties[PACT].suspended and owed_by(table.state, CARNIA)
    pact = found(table).state.treaties[PACT]
    assert pact.in_force and pact.parties == {ALBA, BORIA, DORIA}
    assert not pact.suspended and not pact.contested
    assert not any(owed.treaty == PACT for owed in owed_by(table.state, CARNIA))


def test_the_text_lapses_if_the_power_has_rid_itself_of_the_treaty_before_the_vote() -> None:
    table = signed_under_threat(ALBA, coercion=Coercion.VOID)
    tabled(before(table), VOID)
    do(table, CARNIA, InvokeNullity(treaty=PACT))
    debated(table)
    assert outcome(table) is Outcome.LAPSED and table.state.treaties[PACT].parties == {ALBA, BORIA}


def test_the_vote_says_what_would_be_owed_no_more() -> None:
    table = debated(tabled(before(signed_under_threat()), VOID))
    for power in (ALBA, BORIA):
        foreseen = consequences(table.view(power), power, CastBallot(organ=COUNCIL, ballot=Ballot.FOR))
        assert foreseen == consequences(table.state, power, CastBallot(organ=COUNCIL, ballot=Ballot.FOR))
        assert {owed.treaty for owed in foreseen.ending} == {PACT} and len(foreseen.ending) == 3


def test_what_is_found_void_twice_is_void_once() -> None:
    table = debated(tabled(before(signed_under_threat()), VOID, VOID))
    assert table.state.sitting is not None
    vote(table, **dict.fromkeys(table.state.sitting.present, Ballot.FOR))
    assert sum(isinstance(event, TreatyEnded) for event in table.chronicle) == 1


def draft(*measures: object, organ: OrganId = COUNCIL, article: str = "covenant_15") -> TableResolution:
    """A text of these paragraphs."""
    return TableResolution(
        resolution=TEXT, organ=organ, item=MATTER, article=StatuteId(article), title=both("A text"), paragraphs=paragraphs(*measures)
    )


@pytest.mark.parametrize(
    ("measure", "fault"),
    [
        (Nullity(treaty=PACT, power=Power("moon")), "unknown_power"),
        (Nullity(treaty=TreatyId("nothing"), power=CARNIA), "treaty_not_public"),
        (Nullity(treaty=TreatyId("boria.hidden"), power=CARNIA), "treaty_not_public"),
        (Nullity(treaty=TreatyId("alba.open"), power=CARNIA), "treaty_not_public"),
        (Nullity(treaty=PACT, power=ALBA), "not_bound_by_it"),
        (Nullity(treaty=PACT, power=BORIA), "consent_free"),
        (Nullity(treaty=ENTENTE, power=ALBA), "consent_free"),
    ],
)
def test_only_a_coerced_consent_to_a_public_treaty_in_force_may_be_found_void(measure: Nullity, fault: str) -> None:
    table = signed_under_threat()
    conclude(table, BORIA, "hidden", (BORIA, CARNIA), NonAggression(), secret=True)
    adopt(table, ALBA, "open", (ALBA, CARNIA), NonAggression())
    before(table)
    # Who knows of the secret treaty gets no other answer than who does not.
    for power in (CARNIA, ALBA):
        assert refused(table, power, with_(draft(measure), resolution=TEXT.replace(ALBA, power))).about["fault"] == fault


def test_what_is_void_already_cannot_be_found_so() -> None:
    table = signed_under_threat(coercion=Coercion.VOID)
    do(table, CARNIA, InvokeNullity(treaty=PACT))
    assert refused(before(table), ALBA, draft(VOID)).about["fault"] == "treaty_not_in_force"


def test_where_the_law_holds_such_consent_valid_no_organ_finds_it_void() -> None:
    table = before(signed_under_threat(coercion=Coercion.VALID))
    assert refused(table, ALBA, draft(VOID)).about["fault"] == "coercion_valid"
    assert not tuple(coerced_consents(table.state))


def test_the_assent_of_a_third_state_is_found_void_like_a_signature() -> None:
    table = to_phase(Table.open(under(coercion=Coercion.CONTESTED), 1), Phase.TALKS)
    conclude(table, BORIA, "pact", (ALBA, BORIA), cession((HARBOUR, THIRD)), NonAggression())
    do(table, BORIA, THREAT)
    do(table, CARNIA, Assent(treaty=PACT))
    assert tuple(coerced_consents(table.state)) == ((PACT, CARNIA),)
    pact = found(table).state.treaties[PACT]
    assert pact.parties == {ALBA, BORIA} and not pact.assents


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        (COUNCIL, {"covenant_10", "covenant_11", "covenant_15"}),
        (SECURITY, {"charter_39", "charter_41"}),
        (ASSEMBLY, set()),
        (CIRCLE, set()),
    ],
)
def test_the_finding_rests_on_the_articles_that_admit_it(organ: OrganId, expected: set[str]) -> None:
    table = signed_under_threat()
    body = table.state.organs[organ]
    assert {article.id for article in articles_of(body) if admits(body, article, Nullity.tag)} == expected
    # A committee has the article from its parent, and not the power.
    committee = with_(body, id=OrganId("six"), type="committee", competence=tuple(StatuteId(a) for a in sorted(expected)), parent=organ)
    assert not any(admits(committee, article, Nullity.tag) for article in articles_of(committee))


def test_an_article_that_does_not_admit_it_is_no_basis() -> None:
    table = before(signed_under_threat(), article="covenant_11")
    assert refused(table, ALBA, draft(VOID, article="covenant_4")).about["fault"] == "beyond_competence"


@pytest.mark.parametrize(
    ("binding", "parties", "fault"),
    [
        (True, (ALBA, BORIA, CARNIA), None),
        # What only recommends makes nothing void.
        (False, (ALBA, BORIA, CARNIA), "beyond_competence"),
        # VCLT 34.
        (True, (ALBA, CARNIA, DORIA), "treaty_of_others"),
    ],
)
def test_an_organ_of_a_treaty_finds_so_among_its_members_where_it_settles_disputes_and_binds(
    binding: bool, parties: tuple[Power, ...], fault: str | None
) -> None:
    table = made(organ(binding=binding), parties=parties, scenario=under(coercion=Coercion.CONTESTED))
    do(table, BORIA, THREAT)
    conclude(table, BORIA, "pact", (BORIA, CARNIA), cession((HARBOUR, THIRD)), NonAggression())
    quarrel = tuple(sorted(set(parties) - {ALBA}))
    if fault is None:
        decided(table, Competence.SETTLE, VOID, parties=quarrel, against=(BORIA,))
        assert outcome(table) is Outcome.ADOPTED and table.state.treaties[PACT].end is End.VOID
        return
    do(table, ALBA, seize(Competence.SETTLE, *quarrel))
    assert refused(table, ALBA, text(Competence.SETTLE, VOID)).about["fault"] == fault


def test_it_is_among_the_texts_that_may_be_drafted() -> None:
    table = before(signed_under_threat())
    for power in (ALBA, CARNIA):
        (option,) = (o for o in options(table.view(power), power) if o.verb is TableResolution)
        texts: Any = option.domains["paragraphs"]
        assert [[p.measure for p in sample] for sample in texts.sample].count([VOID]) == 1


def test_the_coercer_is_against_the_finding_and_the_coerced_for_it() -> None:
    table = tabled(before(signed_under_threat()), VOID)
    points = {p: worth(Mind(table.view(p), p, Profile(), {}, 1), table.state.resolutions[TEXT]) for p in (BORIA, CARNIA, DORIA)}
    assert points[BORIA] < -15 and points[CARNIA] > 5
    assert points[BORIA] < points[DORIA] < points[CARNIA]
