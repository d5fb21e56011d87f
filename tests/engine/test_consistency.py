"""Consistency: which duties cannot be kept together, which of them prevails, and that each conflict is said with its sources."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_

from engine.clauses import AnyClause, Cession, MutualAssistance, NonAggression, SphereOfInterest
from engine.clauses.cession import Stage
from engine.consistency import Clash, Prevails, clashes, conflicts
from engine.duties import Allow, Assist, Cede, Duty, Extent, Forces, Refrain, Render, Trigger
from engine.happenings import Deed, Means
from engine.names import Power, TreatyId
from engine.opening import opening_state
from engine.state import State
from engine.texts.conflicts import conflict_words
from engine.treaty import Treaty
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, OCTOBER, SETTING, TENTH, TESCHEN, UK, USSR, ZONE, treaty_of
from tests.engine.settings import standing

JOINING = frozenset({Deed.ATTACK, Deed.JOIN_WAR})


def aid(creditor: Power = CZECHO, **how: Any) -> Assist:
    """What France promises."""
    return Assist(debtor=FRANCE, creditor=creditor, **how)


def peace(toward: Power = GERMANY, **how: Any) -> Refrain:
    """What France forswears."""
    return Refrain(debtor=FRANCE, creditor=toward, toward=toward, deeds=JOINING, **how)


def no_passage(toward: Power) -> Refrain:
    """To whose war against Germany France gives no passage."""
    deeds = frozenset({Deed.AID, Deed.LET_PASS})
    return Refrain(debtor=FRANCE, creditor=GERMANY, deeds=deeds, toward=toward, aimed=True, unless_aggressor=True)


def leave(deed: Deed = Deed.CROSS, **how: Any) -> Allow:
    """What France lets the Soviet Union do."""
    return Allow(debtor=FRANCE, creditor=USSR, deed=deed, **how)


def forces(debtor: Power, **how: Any) -> Refrain:
    """Where one keeps no forces."""
    return Refrain(debtor=debtor, creditor=GERMANY, deeds=frozenset({Deed.DEPLOY}), at=frozenset({ZONE}), **how)


def armed(ceiling: int, matter: str = "divisions", debtor: Power = FRANCE) -> Refrain:
    """What one may have under arms."""
    return Refrain(debtor=debtor, creditor=GERMANY, deeds=frozenset({Deed.ARM}), matter=matter, ceiling=ceiling)


def supply(matter: str, toward: Power = GERMANY) -> Render:
    """What France delivers."""
    return Render(debtor=FRANCE, creditor=toward, deed=Deed.SUPPLY, toward=toward, matter=matter, amount=1, by=OCTOBER)


AGAINST, ANY = frozenset({GERMANY}), Trigger.ANY_WAR
NO_AID = Refrain(debtor=FRANCE, creditor=UK, deeds=frozenset({Deed.AID}), toward=GERMANY, means=frozenset({Means.ARMS}))
NO_COMBINATION = Refrain(debtor=FRANCE, creditor=GERMANY, deeds=frozenset({Deed.COMBINE}), aimed=True)
CASES: list[tuple[str, Duty, Duty, Clash | None]] = [
    ("aid against whom one has forsworn force", aid(against=AGAINST), peace(), Clash.AID_AGAINST_PROMISE),
    ("aid against anybody", aid(), peace(), Clash.AID_AGAINST_PROMISE),
    ("but the promise lapses towards an aggressor", aid(against=AGAINST), peace(unless_aggressor=True), None),
    (
        "not where the other is to open the war",
        aid(against=AGAINST, in_attack=True),
        peace(unless_aggressor=True),
        Clash.AID_AGAINST_PROMISE,
    ),
    ("aid against another", aid(against=frozenset({USSR})), peace(), None),
    ("aid that spares it", aid(save=AGAINST), peace(), None),
    ("aid short of arms", aid(against=AGAINST, extent=Extent.ECONOMIC), peace(), None),
    ("aid to it", aid(GERMANY), peace(), None),
    ("another's promise", aid(against=AGAINST), Refrain(debtor=UK, creditor=GERMANY, toward=GERMANY, deeds=JOINING), None),
    ("aid to both sides of any war", aid(against=AGAINST, trigger=ANY), aid(GERMANY), Clash.AID_TO_BOTH_SIDES),
    ("aid in an attack", aid(against=AGAINST, in_attack=True), aid(GERMANY, against=frozenset({CZECHO})), Clash.AID_TO_BOTH_SIDES),
    ("aid to whichever is attacked unprovoked", aid(against=AGAINST), aid(GERMANY, against=frozenset({CZECHO})), None),
    ("aid to two that nobody sets against each other", aid(trigger=ANY), aid(GERMANY, trigger=ANY), None),
    (
        "one stake ceded to two",
        Cede(debtor=CZECHO, creditor=GERMANY, stake=ZONE, by=OCTOBER),
        Cede(debtor=CZECHO, creditor=USSR, stake=ZONE, by=TENTH),
        Clash.CEDED_TWICE,
    ),
    (
        "two stakes ceded",
        Cede(debtor=CZECHO, creditor=GERMANY, stake=ZONE, by=OCTOBER),
        Cede(debtor=CZECHO, creditor=USSR, stake=TESCHEN, by=TENTH),
        None,
    ),
    ("passage against whom one has forsworn war", leave(against=AGAINST), peace(), Clash.PASSAGE_AGAINST_PROMISE),
    ("passage against anybody", leave(), peace(), None),
    ("passage for whose side one has forsworn", leave(against=AGAINST), peace(alongside=frozenset({USSR})), Clash.PASSAGE_AGAINST_PROMISE),
    ("passage for another side", leave(against=AGAINST), peace(alongside=frozenset({UK})), None),
    ("aid on another side than one has forsworn", aid(against=AGAINST), peace(alongside=frozenset({USSR})), None),
    ("passage for whom one has promised no passage", leave(against=AGAINST), no_passage(USSR), Clash.PASSAGE_AGAINST_PROMISE),
    ("passage for another than whom one has promised none", leave(against=AGAINST), no_passage(UK), None),
    (
        "passage against an aggressor alone",
        leave(against=AGAINST, when=Trigger.UNPROVOKED_ATTACK),
        peace(unless_aggressor=True),
        None,
    ),
    ("bases where the host keeps none", leave(Deed.DEPLOY, at=frozenset({ZONE})), forces(FRANCE), Clash.FORCES_WHERE_NONE),
    ("bases where the guest keeps none", leave(Deed.DEPLOY, at=frozenset({ZONE})), forces(USSR), Clash.FORCES_WHERE_NONE),
    ("bases within a limit", leave(Deed.DEPLOY, at=frozenset({ZONE})), forces(USSR, ceiling=3), None),
    ("a contingent beyond what one may have under arms", aid(forces=Forces(divisions=11)), armed(10), Clash.MORE_THAN_ALLOWED),
    ("a contingent within what one may have under arms", aid(forces=Forces(divisions=10)), armed(10), None),
    ("a contingent and a limit on another class of arms", aid(forces=Forces(divisions=11)), armed(10, "aircraft"), None),
    ("a contingent against the one to whom the limit is owed", aid(forces=Forces(divisions=11), against=AGAINST), armed(10), None),
    ("another's limit", aid(forces=Forces(divisions=11)), armed(10, debtor=UK), None),
    (
        "a contingent beyond a garrison on its front",
        aid(forces=Forces(divisions=11, front=ZONE)),
        forces(FRANCE, ceiling=10),
        Clash.MORE_THAN_ALLOWED,
    ),
    (
        "a contingent on a front where one keeps no forces",
        aid(forces=Forces(divisions=1, front=ZONE)),
        forces(FRANCE),
        Clash.FORCES_WHERE_NONE,
    ),
    ("a contingent on no front in particular", aid(forces=Forces(divisions=1)), forces(FRANCE), None),
    ("a contingent on another front", aid(forces=Forces(divisions=11, front=TESCHEN)), forces(FRANCE, ceiling=10), None),
    ("bases elsewhere", leave(Deed.DEPLOY, at=frozenset({TESCHEN})), forces(USSR), None),
    ("forces due where none may be", Render(debtor=USSR, creditor=UK, deed=Deed.DEPLOY, at=ZONE), forces(USSR), Clash.DUE_AND_FORBIDDEN),
    ("arms to whom no arms may go", supply("arms"), NO_AID, Clash.DUE_AND_FORBIDDEN),
    ("grain to whom no arms may go", supply("grain"), NO_AID, None),
    ("arms to another", supply("arms", USSR), NO_AID, None),
    ("an alliance against it", aid(against=AGAINST), NO_COMBINATION, Clash.HOSTILE_COMBINATION),
    ("an alliance against another", aid(against=frozenset({USSR})), NO_COMBINATION, None),
]


@pytest.mark.parametrize(("_", "one", "other", "clash"), CASES, ids=[case[0] for case in CASES])
def test_two_duties_clash_or_not_whichever_comes_first(_: str, one: Duty, other: Duty, clash: Clash | None) -> None:
    expected = [] if clash is None else [clash]
    assert [found for found, _ in clashes(one, other)] == expected
    assert [found for found, _ in clashes(other, one)] == expected


def world(*treaties: Treaty) -> State:
    """A state in which these treaties are in force."""
    return with_(opening_state(SETTING), treaties={t.id: t for t in treaties})


ALLIANCE = (MutualAssistance(against=(GERMANY,)),)
PEACE = (NonAggression(even_if_aggressor=True),)
OLD = standing(TreatyId("old"), (FRANCE, GERMANY), *PEACE)


def drafted(*clauses: AnyClause, signatories: tuple[Power, ...] = (FRANCE, CZECHO), **provisions: object) -> Treaty:
    """A text that is not in force."""
    return treaty_of(*clauses, ident="new", signatories=signatories, **provisions)


@pytest.mark.parametrize(
    ("treaty", "prevails"),
    [
        (drafted(*ALLIANCE), Prevails.NEITHER),
        (drafted(*ALLIANCE, prior_obligations=True), Prevails.OLDER),
        (drafted(MutualAssistance(between=(FRANCE, CZECHO), against=(GERMANY,)), signatories=(FRANCE, CZECHO, GERMANY)), Prevails.NEWER),
    ],
)
def test_a_compatibility_clause_or_the_same_parties_say_which_prevails(treaty: Treaty, prevails: Prevails) -> None:
    """VCLT 30."""
    (found,) = conflicts(world(OLD), treaty)
    assert (found.clash, found.power, found.prevails) == (Clash.AID_AGAINST_PROMISE, FRANCE, prevails)
    assert (found.new.treaty, found.other.treaty) == (treaty.id, OLD.id)


def test_a_text_that_contradicts_itself_is_found_out() -> None:
    stages = (Stage(stake=ZONE, by=OCTOBER),)
    twice = drafted(
        Cession(ceder=CZECHO, receiver=GERMANY, stages=stages),
        Cession(ceder=CZECHO, receiver=FRANCE, stages=stages),
        signatories=(CZECHO, GERMANY, FRANCE),
    )
    (found,) = conflicts(world(), twice)
    assert (found.clash, found.power, found.prevails) == (Clash.CEDED_TWICE, CZECHO, Prevails.NEITHER)
    assert (found.new.article.id, found.other.article.id) == ("a1", "a2")


@pytest.mark.parametrize("others", [(), (standing(TreatyId("old"), (FRANCE, GERMANY), NonAggression()),)], ids=["alone", "lapsing"])
def test_a_text_that_can_be_kept_has_no_conflict(others: tuple[Treaty, ...]) -> None:
    assert conflicts(world(*others), drafted(*ALLIANCE)) == ()


def test_what_the_viewer_does_not_know_is_not_held_against_the_text() -> None:
    secret = standing(TreatyId("old"), (FRANCE, GERMANY), *PEACE, known_to=frozenset({FRANCE, GERMANY}))
    assert conflicts(world(secret), drafted(*ALLIANCE)) != ()
    assert conflicts(world(), drafted(*ALLIANCE)) == ()


def test_a_version_is_examined_as_it_stands() -> None:
    treaty = drafted(*ALLIANCE)
    milder = with_(treaty.versions[0], number=2, base=1, articles=drafted(NonAggression()).versions[0].articles)
    amended = with_(treaty, versions=(*treaty.versions, milder))
    assert [len(conflicts(world(OLD), amended, version)) for version in amended.versions] == [1, 0]


def test_a_conflict_is_said_with_both_its_sources() -> None:
    treaty = drafted(*ALLIANCE)
    state = world(OLD)
    (found,) = conflicts(state, treaty)
    known = {**state.treaties, treaty.id: treaty}
    assert conflict_words(found, ENGLISH, known) == (
        "France cannot reconcile assistance to Czechoslovakia (“Pact”, Article 1) with the promise not to resort to force against "
        "Germany (“old”, Article 1): the aid may mean what the promise forbids. Neither prevails: each binds towards its own parties."
    )
    assert conflict_words(found, FRENCH, known).replace("\u00a0", " ") == (
        "La France ne peut concilier l'assistance due à la Tchécoslovaquie (« Pacte », article premier) avec la promesse de ne pas "
        "recourir à la force contre l'Allemagne (« old (fr) », article premier) : l'aide peut exiger ce que la promesse interdit. Aucun "
        "ne l'emporte : chacun oblige envers ses propres parties."
    )


def test_a_sphere_left_to_one_power_is_no_bar_to_what_is_not_done_there() -> None:
    sphere = standing(TreatyId("sphere"), (GERMANY, USSR), SphereOfInterest(interested=USSR, over=(ZONE,)))
    assert conflicts(world(sphere), drafted(NonAggression(), signatories=(GERMANY, FRANCE))) == ()
