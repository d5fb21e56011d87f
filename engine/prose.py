"""A treaty as a text: numbered articles in treaty style, the final provisions as closing articles."""

from __future__ import annotations

from engine.clauses.base import Voice
from engine.closing import final_provisions
from engine.names import UNDETERMINED, ArticleId, Power
from engine.texts.catalogue import Slot, say
from engine.texts.grammar import date, pick
from engine.texts.instruments import place_name
from engine.treaty import Article, Treaty, Version


def article_label(number: int, voice: Voice) -> str:
    """`Article 1`; in French `Article premier`."""
    return say(voice.lang, "article.label.first") if number == 1 else say(voice.lang, "article.label", figure=str(number))


def article_cited(number: int, voice: Voice, how: str = "cited") -> str:
    """An article as a sentence speaks of it, in brackets (`cited`) or as a noun (`noun`): in French `article premier`, `l'article premier`."""
    return say(voice.lang, f"article.{how}.first") if number == 1 else say(voice.lang, f"article.{how}", figure=str(number))


def label_of(treaty: Treaty, article: ArticleId, voice: Voice, how: str = "cited") -> str | None:
    """How a sentence cites, or names, an article of the text that counts, or else of the latest one that has it."""
    for version in (treaty.text, *reversed(treaty.versions)):
        for number, found in enumerate(version.articles, start=1):
            if found.id == article:
                return article_cited(number, voice, how)
    return None


def article_body(article: Article, voice: Voice) -> str:
    """The article's own wording in this language where it has one, its prose otherwise."""
    wording = article.wording.get(voice.lang) or article.wording.get(UNDETERMINED)
    return wording or article.clause.prose(voice)


def article_text(article: Article, number: int, voice: Voice) -> str:
    """The article under its label."""
    return f"{article_label(number, voice)}\n{article_body(article, voice)}"


def gist(article: Article, voice: Voice) -> str:
    """What the article comes to, in one line; a wording of its own does not change that."""
    return article.clause.gist(voice)


def opening(parties: tuple[Power, ...], version: Version, voice: Voice) -> tuple[str, ...]:
    """Who concludes the treaty and, where it has a preamble, why: the paragraphs before the first article."""
    names, why = voice.names(parties), pick(version.preamble, voice.lang).strip()
    if not why:
        return (say(voice.lang, "treaty.opening", parties=names),)
    return (say(voice.lang, "treaty.parties", parties=names), f"{why.rstrip('.,; ')},", say(voice.lang, "treaty.agreed"))


def treaty_text(treaty: Treaty, version: Version, voice: Voice) -> str:
    """The whole text of one version."""
    provisions = treaty.provisions_of(version)
    voice = voice.saying(provisions.signatories, bilateral=provisions.bilateral, articles=version.order)
    parts = [pick(treaty.title, voice.lang), *opening(provisions.signatories, version, voice)]
    parts += (article_text(article, number, voice) for number, article in enumerate(version.articles, start=1))
    closing = final_provisions(treaty, version, voice)
    first = len(version.articles) + 1
    parts += (f"{article_label(number, voice)}\n{body}" for number, body in enumerate(closing, start=first))
    done: dict[str, Slot] = {"place": place_name(provisions.concluded_at, voice.lang)} if provisions.concluded_at else {}
    if treaty.concluded is not None:
        done["date"] = date(voice.lang, treaty.concluded)
    if done:
        parts.append(say(voice.lang, f"final.done_{'at' if 'place' in done else 'on'}", **done))
    return "\n\n".join(parts)
