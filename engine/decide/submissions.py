"""Disputes submitted to the procedures that treaties name for them, and those withheld."""

from __future__ import annotations

from engine.clauses import SubmitDisputes
from engine.decide import promises
from engine.dispute import Dispute
from engine.happenings import Deed, Happening
from engine.measures.recommendation import Procedure
from engine.names import Power
from engine.operation import counts_before_organs
from engine.performance import performed_by
from engine.proceedings import Proceedings
from engine.treaty import Article

MATTERS = {Procedure.JUDICIAL_SETTLEMENT: "court"}
"""What an article on settlement calls a procedure where its word is another."""


def submit(proceedings: Proceedings, dispute: Dispute, procedure: Procedure, power: Power, to: Power, *, accept: bool) -> None:
    """Hold the answer against the treaties by which the power has promised to submit its disputes, once their earlier means are exhausted."""
    matter = MATTERS.get(procedure, procedure.value)
    for owed in performed_by(proceedings.state, Happening(deed=Deed.SUBMIT, by=power, toward=to, matter=matter)):
        clause = owed.article.clause if isinstance(owed.article, Article) else None
        if isinstance(clause, SubmitDisputes) and clause.only_rights and not dispute.of_right:
            continue
        tried = {MATTERS.get(p, p.value) for p in dispute.tried}
        words = [p.value for p in clause.procedures] if isinstance(clause, SubmitDisputes) else []
        if any(word not in tried for word in words[: words.index(matter)] if matter in words):
            continue
        if not counts_before_organs(proceedings.state, owed.treaty):
            continue
        known = [line.kept for line in proceedings.state.record if (line.treaty, line.duty) == (owed.treaty, owed.duty)]
        if accept and True not in known:
            promises.perform(proceedings, owed)
        elif not accept and False not in known:
            promises.breach(proceedings, owed)
