"""What becomes of a draft that its author has not shown to anybody."""

from __future__ import annotations

from engine.clauses import Declaration
from engine.commands import Draft, Withdraw
from engine.names import UNDETERMINED, ArticleId, TreatyId
from engine.options import options
from engine.refusal import Refusal
from engine.table import Table
from engine.treaty import Article, Provisions, Stage
from tests.engine.settings import ALBA, BORIA, SCENARIO, do

NOTE = TreatyId("alba.note")


def test_an_author_withdraws_a_draft_from_the_files_and_nobody_else_hears_of_it() -> None:
    table = Table.open(SCENARIO, 1)
    article = Article(id=ArticleId("words"), clause=Declaration(text={UNDETERMINED: "Peace."}))
    draft = Draft(treaty=NOTE, title={UNDETERMINED: "Note"}, articles=(article,), provisions=Provisions(signatories=(ALBA, BORIA)))
    do(table, ALBA, draft)
    known = len(table.news(BORIA, 0))
    do(table, ALBA, Withdraw(treaty=NOTE))
    assert table.state.treaties[NOTE].stage is Stage.WITHDRAWN
    assert len(table.news(BORIA, 0)) == known
    assert isinstance(table.play(ALBA, Withdraw(treaty=NOTE)), Refusal)
    assert not any(option.verb is Withdraw for option in options(table.view(ALBA), ALBA))
