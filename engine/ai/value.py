"""What a text is worth to a scripted power, article by article, in points: the one valuation that offers, answers and signs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve, frozen

from engine.ai.measure import Part, debtors, measure, part_of, pending, share
from engine.chance import draw
from engine.clauses import Cession, Declaration
from engine.conditions import earned, holds
from engine.duties import Cede
from engine.names import ArticleId, Power, StakeId, TreatyId
from engine.obligations import obligations
from engine.profile import Profile, RedLine
from engine.state import State, changed
from engine.treaty import Article, Signature, Stage, Treaty, Version

JITTER = 6
"""Points by which a walk-away differs from game to game, either way."""
KINDS: Mapping[str, int] = {
    "cession": 40,
    "guarantee": 12,
    "mutual_assistance": 10,
    "non_aggression": 8,
    "consultation": 4,
    "declaration": 1,
}
"""Points by kind for a power whose author has said nothing of it."""
SEVERAL = 50
"""Per cent that each further stage of a cession adds to the points of its kind."""


@frozen(kw_only=True)
class Worth:
    """The total over the walk-away, with each article's part; a red line stands beside the sum, never in it."""

    surplus: int
    walk_away: int
    parts: tuple[tuple[ArticleId, int], ...]
    red_line: RedLine | None = None

    @property
    def acceptable(self) -> bool:
        """Whether the power would agree."""
        return self.red_line is None and self.surplus >= 0

    @property
    def worst(self) -> ArticleId | None:
        """The article that costs most."""
        return min(self.parts, key=lambda part: (part[1], part[0]))[0] if self.parts else None

    @property
    def best(self) -> ArticleId | None:
        """The article that brings most."""
        return min(self.parts, key=lambda part: (-part[1], part[0]))[0] if self.parts else None

    @property
    def gains(self) -> int:
        """What the text would come to without the articles that cost something, over the walk-away."""
        return sum(points for _, points in self.parts if points > 0) - self.walk_away


class Scales:
    """A power's scales for one decision: what does not change while it thinks is weighed once."""

    def __init__(self, view: State, power: Power, profile: Profile, seed: int) -> None:
        self.view, self.power, self.profile = view, power, profile
        self.walk_away = walk_away(view, power, profile, seed)
        self._articles: dict[tuple[TreatyId, tuple[Power, ...], int], tuple[Article, int]] = {}
        self._references: dict[ArticleId, Article | None] = {}
        self._aims = points_of_aims(view, power)
        self._cessions = _promised(view, power)

    def worth(self, treaty: Treaty, version: Version) -> Worth:
        """What a version is worth over what no agreement is worth."""
        if version.provisions is not None:
            treaty = evolve(treaty, provisions=version.provisions)
        parts = self._saturated(version, [self.article(treaty, a) for a in version.articles])
        surplus = sum(points for _, points in parts) - self.walk_away
        return Worth(surplus=surplus, walk_away=self.walk_away, parts=parts, red_line=self._red_line(treaty, version))

    def _saturated(self, version: Version, points: list[int]) -> tuple[tuple[ArticleId, int], ...]:
        """Each article with its points; of gains by kind every further one of the same kind counts half: gifts cannot buy everything."""
        counted = list(points)
        met: dict[str, int] = {}
        for place in sorted(range(len(points)), key=lambda n: (-points[n], version.articles[n].id)):
            article = version.articles[place]
            if points[place] > 0 and (article.id not in self.profile.values or self._reference(article.id) is None):
                tag = article.clause.tag
                counted[place] = points[place] >> met.get(tag, 0)
                met[tag] = met.get(tag, 0) + 1
        return tuple((a.id, counted[n]) for n, a in enumerate(version.articles))

    def article(self, treaty: Treaty, article: Article) -> int:
        """An article's points in this treaty; the variants that a search tries share most of their articles."""
        key = (treaty.id, treaty.provisions.signatories, id(article))
        if key not in self._articles:
            self._articles[key] = (article, self._weigh(treaty, article))
        return self._articles[key][1]

    def _weigh(self, treaty: Treaty, article: Article) -> int:
        """As its author valued it, scaled by how far it has been changed; else by its kind and our part in it."""
        clause, parties = article.clause, treaty.provisions.signatories
        if self._is_owed_already(treaty, article):
            return 0
        if isinstance(clause, Cession):
            clause = evolve(clause, stages=pending(self.view, clause, self._owed(treaty)))
            article = evolve(article, clause=clause)
        own, reference = self.profile.values.get(article.id), self._reference(article.id)
        known = reference is not None and type(reference.clause) is type(clause)
        if own is None or reference is None or not known or not self._same_part(article, reference, parties):
            points = self._by_kind(article, parties)
        elif isinstance(clause, Declaration):
            points = own if clause == reference.clause else min(own, 0)
        else:
            points = share(own, measure(self.view, clause), measure(self.view, reference.clause))
            points += self._aims_of(clause, reference.clause)
        hopes = points > 0 and part_of(self.view, clause, self.power, parties) in (Part.GETS, Part.BOTH)
        return share(points, self._belief(article, parties), 100) if hopes else points

    def _is_owed_already(self, treaty: Treaty, article: Article) -> bool:
        """Whether another treaty in force binds the same powers to the very same thing: to promise it twice is worth nothing."""
        parties = set(treaty.provisions.signatories)
        others = (t for t in self.view.treaties.values() if t.in_force and t.id != treaty.id and parties <= t.parties)
        return any(article.clause == a.clause for t in others for a in t.text.articles)

    def _owed(self, treaty: Treaty) -> frozenset[tuple[StakeId, Power]]:
        """What other texts already make some power hand over, and to whom."""
        return frozenset((stake, to) for ident, stake, to in self._cessions if ident != treaty.id)

    def _same_part(self, article: Article, reference: Article, parties: tuple[Power, ...]) -> bool:
        """Whether a changed article leaves us the part for which our author valued it, beside the same other powers."""
        one, other = article.clause, reference.clause
        if isinstance(one, Cession) and isinstance(other, Cession):
            return (one.ceder, one.receiver) == (other.ceder, other.receiver)
        return part_of(self.view, one, self.power, parties) is part_of(self.view, other, self.power, parties)

    def _reference(self, ident: ArticleId) -> Article | None:
        """The article as the scenario wrote it: no power can make its own draft the standard by borrowing a name."""
        if ident not in self._references:
            written = (t for t in self.view.treaties.values() if "." not in t.id)
            self._references[ident] = next((a for t in written for a in t.versions[0].articles if a.id == ident), None)
        return self._references[ident]

    def _by_kind(self, article: Article, parties: tuple[Power, ...]) -> int:
        """By kind: the size counts for whoever gains or owes, the sign for a mutual article, half of it for a bystander."""
        clause = article.clause
        points = self.profile.kinds.get(clause.tag, KINDS.get(clause.tag, 0))
        size = measure(self.view, clause)
        if isinstance(clause, Cession) and clause.stages:
            count = len(clause.stages)
            size = size * (100 + SEVERAL * (count - 1)) // (100 * count)
        match part_of(self.view, clause, self.power, parties):
            case Part.GETS:
                points = abs(points)
            case Part.GIVES:
                points = -abs(points)
            case Part.LOOKS_ON:
                points = share(points, 1, 2)
            case Part.BOTH:
                pass
        return share(points, size, 100) + self._aims_of(clause, None)

    def _aims_of(self, clause: object, reference: object) -> int:
        """Points of our own instructions that hang on stakes which no valued article speaks of."""
        if not isinstance(clause, Cession):
            return 0
        named = {s.stake for s in reference.stages} if isinstance(reference, Cession) else set[StakeId]()
        fresh = [s.stake for s in clause.stages if s.stake not in named]
        if not fresh:
            return 0
        return points_of_aims(handed_over(self.view, tuple(fresh), clause.receiver), self.power) - self._aims

    def _belief(self, article: Article, parties: tuple[Power, ...]) -> int:
        """Per cent of a promise that we believe: full from even trust in its weakest debtor on."""
        others = [p for p in debtors(self.view, article.clause, self.power, parties) if p != self.power]
        return min((min(100, 50 + trust(self.view, self.power, p)) for p in others), default=100)

    def _red_line(self, treaty: Treaty, version: Version) -> RedLine | None:
        """The first red line that this text would cross: one that it makes true, or one that speaks of it and is true."""
        if not self.profile.red_lines:
            return None
        bound = as_if_in_force(self.view, treaty, version)
        names = {str(treaty.id), *(str(a.id) for a in version.articles)}
        for line in self.profile.red_lines.values():
            if holds(bound, line.when):
                concerned = line.article in names or not names.isdisjoint(re.findall(r"\w+", line.when))
                if concerned or not holds(self.view, line.when):
                    return line
        return None


def _promised(view: State, power: Power) -> tuple[tuple[TreatyId, StakeId, Power], ...]:
    """Cessions owed under treaties in force, and those of texts that the power itself has signed."""
    owed = [(o.treaty, o.duty.stake, o.duty.creditor) for o in obligations(view) if isinstance(o.duty, Cede)]
    for treaty in view.treaties.values():
        if power in treaty.signatures and not treaty.in_force:
            clauses = (article.clause for article in treaty.text.articles)
            owed += [(treaty.id, s.stake, c.receiver) for c in clauses if isinstance(c, Cession) for s in c.stages]
    return tuple(owed)


def walk_away(view: State, power: Power, profile: Profile, seed: int) -> int:
    """What no agreement is worth now."""
    moved = sum(entry.change for entry in profile.adjust.values() if holds(view, entry.when))
    return profile.walk_away + moved + draw(seed, f"walk_away|{power}", 2 * JITTER + 1) - JITTER


STANDS_BY_A_FRIEND = 70
"""Trust from which a power neither severs what an organ asks it to, nor calls or arms against another."""


def trust(view: State, power: Power, other: Power) -> int:
    """What a power expects of another's word, 50 where nothing is kept."""
    return view.tracks.get(f"{power}.trust.{other}", 50)


def points_of_aims(view: State, power: Power) -> int:
    """The points that a power's own instructions would bring it if this were the end."""
    briefing = view.briefings.get(power)
    return 0 if briefing is None else sum(earned(view, aim) for aim in briefing.objectives.values())


def handed_over(view: State, stakes: tuple[StakeId, ...], to: Power) -> State:
    """The view in which these stakes have changed hands."""
    return changed(view, holders={**view.holders, **dict.fromkeys(stakes, to)})


def as_if_in_force(view: State, treaty: Treaty, version: Version) -> State:
    """The view in which this version binds its signatories and its cessions have been performed."""
    signatories = frozenset(treaty.provisions.signatories)
    bound = evolve(
        treaty,
        versions=(evolve(version, number=1, base=None),),
        adopted=1,
        stage=Stage.IN_FORCE,
        initials={1: signatories},
        signatures={power: Signature(turn=view.turn) for power in treaty.provisions.signatories},
        ratified=signatories if treaty.provisions.ratification else frozenset(),
        parties=signatories,
        since=view.turn_id,
    )
    moved = {
        stage.stake: article.clause.receiver
        for article in version.articles
        if isinstance(article.clause, Cession)
        for stage in article.clause.stages
        if view.holder(stage.stake) == article.clause.ceder
    }
    return changed(view, treaties={**view.treaties, treaty.id: bound}, holders={**view.holders, **moved})
