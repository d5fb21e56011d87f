"""What a text is worth: worked cases."""

from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve

from engine.ai.measure import share
from engine.ai.value import JITTER, Scales, walk_away
from engine.clauses import AnyClause, Cession, Consultation, Declaration, Guarantee, MutualAssistance, NonAggression
from engine.clauses.cession import Stage
from engine.commands import Draft
from engine.commands import Table as TableText
from engine.duties import Automaticity
from engine.names import ArticleId, Condition, Lang, Power, StakeId, TreatyId, TurnId
from engine.profile import Adjust, Profile, RedLine
from engine.state import changed
from engine.table import Table
from engine.treaty import Article, Provisions, Treaty, Version
from tests.engine.ai.tables import BRITAIN, CZECHS, FRANCE, GERMANY, ITALY, POLAND, SEED, do, munich, open_talks, profile, worth_to

FIRST, SEVENTH, TENTH = (TurnId(t) for t in ("october_first", "october_seventh", "october_tenth"))


def text_of(table: Table, *articles: Article, parties: tuple[Power, ...] = (GERMANY, CZECHS), ident: str = "germany.text") -> Treaty:
    """A draft as a power would write it."""
    version = Version(number=1, by=GERMANY, base=None, articles=articles)
    return Treaty(id=TreatyId(ident), title={Lang("en"): "Text"}, provisions=Provisions(signatories=parties), versions=(version,))


def points(
    power: Power, clause: AnyClause, ident: str = "new", how: Profile | None = None, parties: tuple[Power, ...] = (GERMANY, CZECHS)
) -> int:
    """An article's points for a power at the opening of the talks on the Anglo-French plan."""
    table = table_with_plan()
    article = Article(id=ArticleId(ident), clause=clause)
    return Scales(table.view(power), power, how or profile(power), SEED).article(text_of(table, article, parties=parties), article)


@cache
def table_with_plan() -> Table:
    """The Anglo-French plan has been tabled; nobody acts on this table any more."""
    return open_talks("anglo_french", POLAND)[0]


def cession(*stages: tuple[str, TurnId], ceder: Power = CZECHS, receiver: Power = GERMANY) -> Cession:
    """So many stages."""
    return Cession(ceder=ceder, receiver=receiver, stages=tuple(Stage(stake=StakeId(s), by=t) for s, t in stages))


PLAN = (("zone_1", FIRST), ("zone_2", SEVENTH), ("zone_3", TENTH))


def test_an_article_as_its_author_wrote_it_has_the_points_of_its_author() -> None:
    assert points(GERMANY, cession(*PLAN), "afp_cession") == 55
    assert points(CZECHS, cession(*PLAN), "afp_cession") == -45


def test_fewer_stages_and_later_dates_are_worth_less_to_the_receiver_and_cost_the_ceder_less() -> None:
    fewer = cession(*PLAN[:2])
    later = cession(*((stake, TENTH) for stake, _ in PLAN))
    for changed_clause in (fewer, later):
        assert 0 < points(GERMANY, changed_clause, "afp_cession") < 55
        assert -45 < points(CZECHS, changed_clause, "afp_cession") < 0


def test_a_stage_that_the_ceder_no_longer_holds_counts_for_nothing() -> None:
    table = table_with_plan()
    view = table.view(GERMANY)
    article = Article(id=ArticleId("afp_cession"), clause=cession(*PLAN))
    treaty = text_of(table, article)
    full = Scales(view, GERMANY, profile(GERMANY), SEED).article(treaty, article)
    handed = changed(view, holders={**view.holders, StakeId("zone_1"): GERMANY})
    assert Scales(handed, GERMANY, profile(GERMANY), SEED).article(treaty, article) < full


def test_a_guarantee_that_binds_less_is_worth_less_to_the_protected_and_burdens_the_guarantor_less() -> None:
    firm = Guarantee(guarantors=(BRITAIN, FRANCE), protected=CZECHS)
    loose = evolve(firm, automaticity=Automaticity.AS_EACH_JUDGES)
    joint = evolve(firm, joint=True)
    parties = (BRITAIN, FRANCE, CZECHS, GERMANY)
    for softer in (loose, joint):
        assert 0 < points(CZECHS, softer, "afp_guarantee", parties=parties) < points(CZECHS, firm, "afp_guarantee", parties=parties)
        assert points(BRITAIN, softer, "afp_guarantee", parties=parties) > points(BRITAIN, firm, "afp_guarantee", parties=parties)


@pytest.mark.parametrize(
    ("power", "clause", "sign"),
    [
        (GERMANY, cession(("teschen", FIRST)), 1),
        (CZECHS, cession(("teschen", FIRST)), -1),
        (CZECHS, Guarantee(guarantors=(FRANCE,), protected=CZECHS), 1),
        (FRANCE, Guarantee(guarantors=(FRANCE,), protected=CZECHS), -1),
        (POLAND, MutualAssistance(between=(POLAND, GERMANY)), -1),
        (CZECHS, Consultation(), 1),
    ],
)
def test_an_article_that_no_author_valued_counts_by_kind_plus_for_who_gains_and_minus_for_who_owes(
    power: Power, clause: AnyClause, sign: int
) -> None:
    value = points(power, clause, parties=(GERMANY, CZECHS, POLAND, FRANCE))
    assert value * sign > 0


def test_a_bystander_feels_half() -> None:
    how = Profile(kinds={"guarantee": 20})
    firm = Guarantee(guarantors=(FRANCE,), protected=CZECHS)
    assert points(ITALY, firm, how=how) == points(FRANCE, firm, how=how) // -2 == 10


def test_a_changed_declaration_is_never_read_and_so_never_gains() -> None:
    words = Declaration(text={Lang("en"): "Everything shall be yours."})
    assert points(CZECHS, words, "afp_commission") == 0
    assert points(GERMANY, words, "afp_commission") == profile(GERMANY).values[ArticleId("afp_commission")]


def test_no_power_makes_its_own_draft_the_standard_by_borrowing_the_name_of_a_valued_article() -> None:
    table = Table.open(munich(), SEED)
    borrowed = Article(id=ArticleId("afp_cession"), clause=Consultation())
    provisions = Provisions(signatories=(GERMANY, CZECHS))
    draft = Draft(treaty=TreatyId("czechoslovakia.trick"), title={Lang("en"): "A trick"}, articles=(borrowed,), provisions=provisions)
    do(table, CZECHS, draft)
    do(table, CZECHS, TableText(treaty=draft.treaty, to=frozenset({GERMANY})))
    assert worth_to(table, GERMANY, "czechoslovakia.trick").parts == ((ArticleId("afp_cession"), profile(GERMANY).kinds["consultation"]),)


def test_a_stake_of_which_our_instructions_speak_weighs_as_much_as_they_say() -> None:
    heart = points(CZECHS, cession(("bohemia", TENTH)))
    assert heart <= points(CZECHS, cession(("teschen", TENTH))) - 35


def test_what_another_treaty_already_owes_is_worth_nothing_more() -> None:
    parties = (POLAND, Power("ussr"))
    assert points(POLAND, NonAggression(), parties=parties) == 0
    assert points(POLAND, NonAggression(), parties=(POLAND, GERMANY)) == profile(POLAND).kinds["non_aggression"]


def test_the_walk_away_moves_with_circumstances_and_a_little_from_game_to_game() -> None:
    view = Table.open(munich(), SEED).view(GERMANY)
    how = Profile(walk_away=10, adjust={"tense": Adjust(when=Condition("tension >= 60"), change=-4)})
    seeds = [walk_away(view, GERMANY, how, seed) for seed in range(60)]
    assert min(seeds) == 6 - JITTER and max(seeds) == 6 + JITTER


def test_a_red_line_is_tried_on_the_world_in_which_the_text_has_been_carried_out() -> None:
    table = table_with_plan()
    crossed = RedLine(when=Condition("held(czechoslovakia) <= 4"), article=ArticleId("afp_cession"))
    signed = RedLine(when=Condition("germany in anglo_french_plan.signed"))
    elsewhere = RedLine(when=Condition("turn >= berchtesgaden"))
    for line, wanted in ((crossed, crossed), (signed, signed), (elsewhere, None)):
        how = evolve(profile(CZECHS), red_lines={"line": line})
        treaty = table.state.treaties[TreatyId("anglo_french_plan")]
        assert Scales(table.view(CZECHS), CZECHS, how, SEED).worth(treaty, treaty.versions[0]).red_line == wanted


@pytest.mark.parametrize("value", [-45, -1, 0, 1, 45])
def test_a_reversed_sign_gives_the_reversed_share(value: int) -> None:
    assert share(value, 2, 3) == -share(-value, 2, 3)
