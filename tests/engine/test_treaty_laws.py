"""Laws of treaties that hold whatever the kinds of their articles: reservations, entry into force, parties that come and go, secrets."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_
from hypothesis import given
from hypothesis import strategies as st

from engine.ai.random_articles import random_value
from engine.called import Case, answers
from engine.casus import casus_foederis
from engine.chance import draw as chance
from engine.clauses import CLAUSES, AnyClause, MutualAssistance, Neutrality, NonAggression, OffensiveCooperation
from engine.clauses.assistance import Assailant
from engine.consistency import conflicts
from engine.duties import Allow, Assist, Cede, Consult, Duty, Extent, Forces, Refrain, Render
from engine.entry import in_force_if
from engine.happenings import Happening
from engine.knowledge import as_known
from engine.names import Lang, Power, TreatyId
from engine.obligations import obligations, obligations_under
from engine.opening import opening_state
from engine.performance import contravenes, performs, permits
from engine.prose import treaty_text
from engine.reservations import Exclude, Lessen, Narrowing, Spare, narrowed
from engine.state import State
from engine.table import Table as Referee
from engine.texts.voice import Speaker
from engine.treaty import Stage
from tests.engine.profiles import effort
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    POWERS,
    SETTING,
    adopt,
    conclude,
    quiet,
    standing,
)
from tests.engine.strategies import POOL, everything

WORLD = opening_state(SETTING)


@st.composite
def articles(draw: st.DrawFn, parties: tuple[Power, ...] = POWERS) -> AnyClause:
    """A sound article of any kind among these powers, without a term."""
    cls = draw(st.sampled_from(CLAUSES))
    for seed in draw(st.permutations(range(40))):
        found: Any = random_value(cls, WORLD, parties, lambda purpose, sides, seed=seed: chance(seed, purpose, sides))
        plain = None if found is None else with_(found, only_while=None, from_turn=None, until=None)
        if plain is not None and not plain.faults(parties, WORLD):
            return plain  # type: ignore[no-any-return]
    return NonAggression()


def meant(duty: Duty, deed: Happening) -> bool:
    """Whether a deed is the business of a duty: breaks it, performs it, or may be done under it."""
    match duty:
        case Refrain():
            return contravenes(duty, deed)
        case Render() | Cede() | Consult():
            return performs(duty, deed)
        case Allow():
            return permits(duty, deed)
        case Assist():
            return False


def near(duty: Duty, deed: Happening) -> Happening:
    """The deed brought near to the duty, so that chance meets it often."""
    match duty:
        case Refrain():
            deeds = sorted(duty.deeds)
            aim = frozenset({duty.creditor})
            return with_(deed, by=duty.debtor, deed=deeds[len(deed.by) % len(deeds)], toward=duty.toward or deed.toward, against=aim)
        case Allow():
            return with_(deed, by=duty.creditor, deed=duty.deed, toward=duty.debtor)
        case Render():
            return with_(deed, by=duty.debtor, deed=duty.deed, toward=duty.creditor, matter=duty.matter, amount=duty.amount, at=duty.at)
        case _:
            return with_(deed, by=duty.debtor)


@effort(120)
@given(articles(), everything(Narrowing, POOL), everything(Happening, POOL), st.booleans())
def test_a_reservation_never_widens_a_duty(article: AnyClause, narrowing: Narrowing, deed: Happening, provoked: bool) -> None:
    for duty in article.duties(frozenset(POWERS) | article.third_debtors(frozenset(POWERS)), WORLD):
        left = narrowed(duty, narrowing)
        assert left is None or (left.form, left.debtor, left.creditor) == (duty.form, duty.debtor, duty.creditor)
        assert left is None or not isinstance(narrowing, Exclude)
        if left is None:
            continue
        for one in (deed, near(duty, deed)):
            assert meant(duty, one) or not meant(left, one)
        if isinstance(left, Assist) and isinstance(duty, Assist):
            for attacker in POWERS:
                for target in POWERS:
                    case = Case(attacker=attacker, target=target, provoked=provoked)
                    assert answers(duty, case, WORLD) or not answers(left, case, WORLD)
            assert duty.jointly_with <= left.jointly_with and duty.save <= left.save and left.over <= duty.over


@effort(60)
@given(articles(), st.sampled_from([stage for stage in Stage if stage is not Stage.IN_FORCE]))
def test_nothing_binds_before_entry_into_force_or_after_the_end(article: AnyClause, stage: Stage) -> None:
    treaty = with_(standing(TreatyId("pact"), POWERS, article), stage=stage, assents=frozenset(POWERS))
    assert obligations(with_(WORLD, treaties={treaty.id: treaty})) == ()


def depends_on_who_else_is_a_party(article: AnyClause) -> bool:
    """Alliances that answer the attack of a third power, or of a party: a newcomer is a third power no more (`save`, `against`)."""
    return isinstance(article, OffensiveCooperation) or (
        isinstance(article, MutualAssistance) and article.attack_by is not Assailant.ANYONE
    )


@effort(120)
@given(articles(), st.frozensets(st.sampled_from(POWERS), min_size=2), st.sampled_from(POWERS))
def test_a_party_more_takes_no_duty_away_between_the_others_and_a_party_less_adds_none(
    article: AnyClause, bound: frozenset[Power], newcomer: Power
) -> None:
    """Monotone in the parties, as consent adds to what is owed and never discharges others (VCLT 34).

    Where the assailant is defined by who is a party, the pairs stay and only the assailants change.
    """
    treaty = standing(TreatyId("pact"), POWERS, article)
    before = [o.duty for o in obligations_under(WORLD, treaty, bound)]
    after = [o.duty for o in obligations_under(WORLD, treaty, bound | {newcomer})]
    if depends_on_who_else_is_a_party(article):
        assert {(d.form, d.debtor, d.creditor) for d in before} <= {(d.form, d.debtor, d.creditor) for d in after} or len(bound) < 3
    else:
        assert set(before) <= set(after)
    concerned = (newcomer in (d.debtor, d.creditor) for d in set(after) - set(before))
    assert all(concerned) or depends_on_who_else_is_a_party(article)


SECRET = MutualAssistance(against=(ALBA,)), NonAggression(threats=True)


def worlds() -> tuple[Referee, Referee]:
    """A plain game, and the same with a secret pact of Boria and Doria beside it; a public text lies adopted in both."""
    tables = Referee.open(quiet(), 1), Referee.open(quiet(), 1)
    conclude(tables[1], BORIA, "secret", (BORIA, DORIA), *SECRET, secret=True)
    for table in tables:
        adopt(table, CARNIA, "open", (CARNIA, ALBA, ETRIA), MutualAssistance(), NonAggression(), needed=(CARNIA, ALBA))
    return tables


@pytest.mark.parametrize("outsider", [ALBA, CARNIA, ETRIA])
def test_no_outsider_derives_a_secret_article_from_any_answer_of_the_law(outsider: Power) -> None:
    plain, fuller = worlds()
    for one, other in ((plain.view(outsider), fuller.view(outsider)), (as_known(plain.state, outsider), as_known(fuller.state, outsider))):
        assert answers_of_the_law(one) == answers_of_the_law(other)
    insider = as_known(plain.state, DORIA), as_known(fuller.state, DORIA)
    assert answers_of_the_law(insider[0]) != answers_of_the_law(insider[1])


def answers_of_the_law(state: State) -> list[object]:
    """Everything that can be asked about treaties in a state."""
    found: list[object] = [casus_foederis(state, one, other) for one in POWERS for other in POWERS if one != other]
    for treaty in state.treaties.values():
        found += (conflicts(state, treaty), in_force_if(state, treaty, frozenset(treaty.provisions.signatories)))
        voice = Speaker(state.setting, Lang("en"), state.treaties)
        found.append(treaty_text(treaty, treaty.text, voice))
    return found


def test_who_aids_by_words_and_trade_alone_promises_no_divisions() -> None:
    aid = Assist(debtor=ALBA, creditor=CARNIA, forces=Forces(divisions=10))
    for extent, forces in ((Extent.MILITARY, aid.forces), (Extent.ECONOMIC, None), (Extent.DIPLOMATIC, None)):
        assert narrowed(aid, Lessen(extent)) == with_(aid, extent=extent, forces=forces)


def test_who_owes_nothing_against_a_power_need_not_be_neutral_in_its_wars() -> None:
    """Neither from joining them nor from aiding its foes."""
    parties = frozenset({ALBA, BORIA, CARNIA})
    duties = Neutrality().duties(parties, opening_state(SETTING))
    left = {d.creditor for d in duties if d.debtor == ALBA and narrowed(d, Spare(frozenset({BORIA}))) is not None}
    assert left == {CARNIA}
