"""Another text: the smallest change that makes a text acceptable to us and guts it for nobody, found in a bounded search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from attrs import evolve, frozen

from engine.ai.measure import Part, measure, part_of
from engine.ai.value import Scales
from engine.clauses import AnyClause, Cession, Guarantee, MutualAssistance
from engine.commands import Amend, Operation, PutArticle, StrikeArticle
from engine.decide.drafting import fault_of_amendment
from engine.duties import Automaticity
from engine.names import ArticleId, Power
from engine.state import State
from engine.treaty import Article, Treaty, Version

NODES = 240
"""Texts that a search may weigh: counted, never timed, so that a slow machine plays alike."""
BEAM = 10
DEPTH = 3
"""Articles that a counter-draft may change."""
LEFT_TO_EACH = 50
"""Per cent of what a text gives each other signatory that must be left, or the counter-draft would be a refusal."""
ESTIMATE = {"cession": 60, "guarantee": 20, "mutual_assistance": 20, "non_aggression": 8, "consultation": 6, "declaration": 3}
"""What an outsider takes an article to be worth to the power that gains by it; what others really want is not in our view."""


@frozen(kw_only=True)
class Counter:
    """A change to a text with the articles that it touches."""

    amendment: Amend
    touched: tuple[ArticleId, ...]


@frozen(kw_only=True)
class _Node:
    operations: tuple[Operation, ...]
    touched: tuple[ArticleId, ...]
    articles: tuple[Article, ...]
    surplus: int
    loss: int
    crosses: bool
    key: str


def counter(scales: Scales, treaty: Treaty, version: Version) -> Counter | None:
    """The counter-draft that costs the others least among those that we could accept; None if there is none.

    First the fewest points lost by any other signatory, then the fewest articles changed, then our own points.
    """
    search = _Search(scales, treaty, version)
    found: list[_Node] = []
    beam = [_Node(operations=(), touched=(), articles=version.articles, surplus=-1, loss=0, crosses=True, key="")]
    for _ in range(DEPTH):
        reached = [node for parent in beam for node in search.expand(parent)]
        found += (node for node in reached if node.surplus >= 0 and not node.crosses)
        if found or not reached:
            break
        beam = sorted(reached, key=lambda node: (-node.surplus, node.loss, node.key))[:BEAM]
    for node in sorted(found, key=lambda node: (node.loss, len(node.touched), -node.surplus, node.key)):
        amendment = Amend(treaty=treaty.id, base=version.number, operations=node.operations)
        if fault_of_amendment(scales.view, scales.power, treaty, amendment) is None:
            return Counter(amendment=amendment, touched=node.touched)
    return None


class _Search:
    """One search from one text."""

    def __init__(self, scales: Scales, treaty: Treaty, version: Version) -> None:
        treaty = evolve(treaty, provisions=treaty.provisions_of(version))
        self.scales, self.treaty, self.version = scales, treaty, version
        self.nodes = 0
        self.others = tuple(p for p in treaty.provisions.signatories if p != scales.power)
        self.before = {p: self._estimate(version.articles, p) for p in self.others}

    def expand(self, parent: _Node) -> Iterator[_Node]:
        """The texts one change away that leave each other signatory enough."""
        for article in parent.articles:
            if article.id not in parent.touched:
                for clause in islice(
                    _variants(self.scales.view, article.clause, self.scales.power, self.treaty.provisions.signatories), 14
                ):
                    changed = Article(id=article.id, clause=clause)
                    articles = tuple(changed if a.id == article.id else a for a in parent.articles)
                    yield from self._weigh(parent, PutArticle(changed), articles)
                if len(parent.articles) > 1:
                    rest = tuple(a for a in parent.articles if a.id != article.id)
                    yield from self._weigh(parent, StrikeArticle(article.id), rest)
        for article in self._wishes(parent):
            yield from self._weigh(parent, PutArticle(article), (*parent.articles, article))

    def _wishes(self, parent: _Node) -> Iterator[Article]:
        """Articles that we value and that could stand here: of texts on the same cession, or guarantees by those who sign."""
        present = {a.id for a in parent.articles}
        signatories = frozenset(self.treaty.provisions.signatories)
        matter = _matter(self.version)
        for treaty in self.scales.view.treaties.values():
            if "." not in treaty.id and treaty.id != self.treaty.id and not treaty.in_force:
                akin = not matter.isdisjoint(_matter(treaty.versions[0]))
                for article in treaty.versions[0].articles:
                    clause = article.clause
                    fits = akin if not isinstance(clause, Guarantee) else signatories.issuperset(clause.guarantors)
                    if fits and article.id not in present and self.scales.profile.values.get(article.id, 0) > 0 and not article.wording:
                        present.add(article.id)
                        yield article

    def _weigh(self, parent: _Node, operation: PutArticle | StrikeArticle, articles: tuple[Article, ...]) -> Iterator[_Node]:
        if self.nodes >= NODES:
            return
        self.nodes += 1
        losses = []
        for power in self.others:
            after = self._estimate(articles, power)
            before = self.before[power]
            if before > 0 and 100 * after < LEFT_TO_EACH * before:
                return
            losses.append(max(0, before - after))
        if any(articles == version.articles for version in self.treaty.versions):
            return
        worth = self.scales.worth(self.treaty, evolve(self.version, articles=articles))
        ident = operation.article if isinstance(operation, StrikeArticle) else operation.article.id
        yield _Node(
            operations=(*parent.operations, operation),
            touched=(*parent.touched, ident),
            articles=articles,
            surplus=worth.surplus,
            loss=max(losses, default=0),
            crosses=worth.red_line is not None,
            key=f"{parent.key}|{ident}|{operation!r}",
        )

    def _estimate(self, articles: tuple[Article, ...], power: Power) -> int:
        """What a text looks worth to another: what it gains, and two thirds of what it gives."""
        total = 0
        for article in articles:
            clause = article.clause
            points = ESTIMATE.get(clause.tag, 0) * measure(self.scales.view, clause) // 100
            match part_of(self.scales.view, clause, power, self.treaty.provisions.signatories):
                case Part.GETS | Part.BOTH:
                    total += points
                case Part.GIVES:
                    total -= points * 2 // 3 if isinstance(clause, Cession) else points // 3
                case Part.LOOKS_ON:
                    pass
        return total


def _matter(version: Version) -> frozenset[tuple[Power, Power]]:
    """Between whom territory passes under a text."""
    clauses = (article.clause for article in version.articles)
    return frozenset((clause.ceder, clause.receiver) for clause in clauses if isinstance(clause, Cession))


def _variants(view: State, clause: AnyClause, power: Power, parties: tuple[Power, ...]) -> Iterator[AnyClause]:
    """The same article, harder or softer by one step."""
    match clause:
        case Cession():
            yield from _other_cessions(view, clause, power)
        case Guarantee():
            for automaticity in Automaticity:
                if automaticity is not clause.automaticity:
                    yield evolve(clause, automaticity=automaticity)
            yield evolve(clause, joint=not clause.joint)
            if clause.once_settled:
                yield evolve(clause, once_settled=())
            elif power != clause.protected:
                ceded = tuple(s for s, holder in view.holders.items() if holder == clause.protected and not view.is_settled(s))
                yield from (evolve(clause, once_settled=(stake,)) for stake in ceded[:1])
        case MutualAssistance():
            for automaticity in Automaticity:
                if automaticity is not clause.automaticity:
                    yield evolve(clause, automaticity=automaticity)
            circle = clause.between or parties
            if clause.only_if_assisted_by is None:
                yield from (evolve(clause, only_if_assisted_by=p) for p in view.powers() if p not in circle and p not in clause.against)
            else:
                yield evolve(clause, only_if_assisted_by=None)
        case _:
            return


def _other_cessions(view: State, clause: Cession, power: Power) -> Iterator[Cession]:
    turns = tuple(view.setting.turns)
    if part_of(view, clause, power, ()) is Part.GETS:
        here = {stage.stake for stage in clause.stages}
        for other in _cessions_written(view):
            if (other.ceder, other.receiver) == (clause.ceder, clause.receiver):
                for stage in other.stages:
                    if stage.stake not in here and view.holder(stage.stake) == clause.ceder:
                        here.add(stage.stake)
                        yield evolve(clause, stages=(*clause.stages, stage))
        soonest = max(view.turn, 0)
        yield evolve(clause, stages=tuple(evolve(s, by=turns[max(soonest, (view.turn_order(s.by) or 0) - 1)]) for s in clause.stages))
        return
    if len(clause.stages) > 1:
        for stage in reversed(clause.stages):
            yield evolve(clause, stages=tuple(s for s in clause.stages if s != stage))
    yield evolve(clause, stages=tuple(evolve(s, by=turns[min(len(turns) - 1, (view.turn_order(s.by) or 0) + 1)]) for s in clause.stages))


def _cessions_written(view: State) -> Iterator[Cession]:
    """The cessions of the scenario's own texts that we know."""
    for treaty in view.treaties.values():
        if "." not in treaty.id:
            for article in treaty.versions[0].articles:
                if isinstance(article.clause, Cession):
                    yield article.clause
