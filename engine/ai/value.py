"""What a text is worth to a scripted power, article by article, in points."""

from __future__ import annotations

from attrs import evolve, frozen

from engine.chance import draw
from engine.clauses.assistance import MutualAssistance
from engine.clauses.base import Automaticity
from engine.clauses.cession import Cession
from engine.clauses.guarantee import Guarantee
from engine.conditions import holds
from engine.names import ArticleId, Power
from engine.profile import Profile, RedLine
from engine.state import State, changed
from engine.treaty import Article, Stage, Treaty, Version

JITTER = 12
"""Points by which the walk-away differs from game to game, either way."""


@frozen(kw_only=True)
class Worth:
    """The total over the walk-away, with each article's part; a red line stands beside the sum, never in it."""

    surplus: int
    parts: tuple[tuple[ArticleId, int], ...]
    red_line: RedLine | None = None

    @property
    def acceptable(self) -> bool:
        """Whether the power would agree."""
        return self.red_line is None and self.surplus >= 0

    @property
    def worst(self) -> ArticleId | None:
        """The article that an answer names: the red line's, or the one that costs most."""
        if self.red_line is not None and self.red_line.article is not None:
            return self.red_line.article
        return min(self.parts, key=lambda part: part[1])[0] if self.parts else None


def article_worth(article: Article, reference: Article | None, power: Power, profile: Profile) -> int:
    """An article's points: as its author valued it, scaled by how far it has been changed; else by its kind and our part in it."""
    own = profile.values.get(article.id)
    if own is None:
        kind = profile.kinds.get(article.clause.tag, 0)
        return kind if power in article.clause.concerns(()) else kind // 2
    return own * strength(article, reference) // 100 if reference is not None else own


def strength(article: Article, reference: Article) -> int:
    """Per cent of the reference article's effect that is left."""
    clause, former = article.clause, reference.clause
    match clause, former:
        case Cession(), Cession():
            return 100 * len(clause.stages) // max(1, len(former.stages))
        case (Guarantee() | MutualAssistance(), Guarantee() | MutualAssistance()):
            left = 100
            if clause.automaticity is not former.automaticity:
                left = 60 if clause.automaticity is not Automaticity.AUTOMATIC else 140
            if isinstance(clause, Guarantee) and isinstance(former, Guarantee):
                left = left * (100 - 30 * (len(clause.once_settled) > len(former.once_settled))) // 100
            return left
        case _:
            return 100


def walk_away(view: State, power: Power, profile: Profile, seed: int) -> int:
    """What no agreement is worth now."""
    moved = sum(entry.change for entry in profile.adjust.values() if holds(view, entry.when))
    return profile.walk_away + moved + draw(seed, f"walk_away|{power}", 2 * JITTER + 1) - JITTER


def worth(view: State, treaty: Treaty, version: Version, power: Power, profile: Profile, seed: int) -> Worth:
    """What a version is worth to a power."""
    first = {a.id: a for a in treaty.versions[0].articles}
    parts = tuple((a.id, article_worth(a, first.get(a.id), power, profile)) for a in version.articles)
    line = next((line for line in profile.red_lines.values() if holds(as_if_in_force(view, treaty, version), line.when)), None)
    total = sum(points for _, points in parts)
    return Worth(surplus=total - walk_away(view, power, profile, seed), parts=parts, red_line=line)


def as_if_in_force(view: State, treaty: Treaty, version: Version) -> State:
    """The view in which this version binds its signatories."""
    bound = evolve(
        treaty,
        versions=(evolve(version, number=1, base=None),),
        adopted=1,
        stage=Stage.IN_FORCE,
        parties=frozenset(treaty.provisions.signatories),
    )
    return changed(view, treaties={**view.treaties, treaty.id: bound})


def counters(version: Version, valued: Worth) -> tuple[tuple[ArticleId, ...], ...]:
    """Sets of articles to strike, the smallest change first: each that costs something, then pairs of them."""
    costly = [ident for ident, points in sorted(valued.parts, key=lambda part: (part[1], part[0])) if points < 0]
    if len(costly) >= len(version.articles):
        costly = costly[:-1]
    pairs = [(a, b) for i, a in enumerate(costly) for b in costly[i + 1 :]]
    return (*((ident,) for ident in costly), *pairs)
