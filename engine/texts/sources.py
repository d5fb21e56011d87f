"""The names of what binds without a treaty: the two statutes, awards, and what parties to a dispute have accepted."""

from __future__ import annotations

from engine.clauses.base import Voice
from engine.names import ArticleId, Lang, TreatyId
from engine.prose import article_cited
from engine.texts.catalogue import knows, say


def source_title(ident: TreatyId, lang: Lang) -> str | None:
    """The name of a statute or of what the parties to a dispute have bound themselves to; None for a treaty."""
    return say(lang, f"source.{ident}") if knows(f"source.{ident}") else None


def source_number(article: ArticleId) -> int:
    """The number of an article of a statute; 0 for an award, a report or a settlement."""
    number = article.rpartition("_")[2]
    return int(number) if number.isdigit() else 0


def source_label(article: ArticleId, voice: Voice) -> str:
    """`Article 12`, `the award`."""
    number = source_number(article)
    return article_cited(number, voice) if number else say(voice.lang, f"source.{article}")
