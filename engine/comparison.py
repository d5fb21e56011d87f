"""Two versions of a text compared: what was added, struck, moved and changed, to the parameter."""

from __future__ import annotations

from attrs import frozen

from engine.names import ArticleId
from engine.parameters import differing
from engine.treaty import Article, Treaty, Version


@frozen(kw_only=True)
class ChangedArticle:
    """An article that both versions have and that is not the same in them."""

    before: Article
    after: Article
    parameters: tuple[str, ...]
    """Those that changed; empty where it is of another kind now, or only its wording differs."""

    @property
    def other_kind(self) -> bool:
        """Whether it is an article of another kind under the same name."""
        return type(self.before.clause) is not type(self.after.clause)


@frozen(kw_only=True)
class Comparison:
    """From one version to another; empty if nothing differs."""

    added: tuple[Article, ...] = ()
    struck: tuple[Article, ...] = ()
    changed: tuple[ChangedArticle, ...] = ()
    moved: tuple[ArticleId, ...] = ()
    """Articles that stand in another order among those that both versions have."""
    provisions: tuple[str, ...] = ()
    """The final provisions that changed."""
    preamble: bool = False
    """Whether other words stand before the articles."""

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.struck or self.changed or self.moved or self.provisions or self.preamble)


def compared(treaty: Treaty, before: Version, after: Version) -> Comparison:
    """What leads from one version of a treaty to another."""
    former, later = ({article.id: article for article in version.articles} for version in (before, after))
    both = tuple(ident for ident in later if ident in former)
    return Comparison(
        added=tuple(article for ident, article in later.items() if ident not in former),
        struck=tuple(article for ident, article in former.items() if ident not in later),
        changed=tuple(_changed(former[ident], later[ident]) for ident in both if former[ident] != later[ident]),
        moved=moved(tuple(ident for ident in former if ident in later), both),
        provisions=differing(treaty.provisions_of(before), treaty.provisions_of(after)),
        preamble=before.preamble != after.preamble,
    )


def _changed(before: Article, after: Article) -> ChangedArticle:
    same_kind = type(before.clause) is type(after.clause)
    return ChangedArticle(before=before, after=after, parameters=differing(before.clause, after.clause) if same_kind else ())


def moved(former: tuple[ArticleId, ...], later: tuple[ArticleId, ...]) -> tuple[ArticleId, ...]:
    """The fewest articles whose moving makes the one order of the other: all but a longest run that kept its order."""
    place = {ident: n for n, ident in enumerate(former)}
    kept: list[tuple[ArticleId, ...]] = []
    for n, ident in enumerate(later):
        runs = [kept[m] for m in range(n) if place[later[m]] < place[ident]]
        kept.append((*max(runs, key=len, default=()), ident))
    longest = max(kept, key=len, default=())
    return tuple(ident for ident in later if ident not in longest)
