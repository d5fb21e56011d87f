"""A treaty as a text: numbered articles in treaty style, the final provisions as closing articles."""

from __future__ import annotations

from collections.abc import Mapping

from engine.clauses.base import Voice
from engine.names import UNDETERMINED, ArticleId, Power, TreatyId
from engine.texts.catalogue import say
from engine.texts.grammar import pick
from engine.treaty import Article, Treaty, Version

NOTHING_KNOWN: Mapping[TreatyId, Treaty] = {}


def article_label(number: int, voice: Voice) -> str:
    """`Article 1`; in French `Article premier`."""
    return say(voice.lang, "article.label.first") if number == 1 else say(voice.lang, "article.label", figure=str(number))


def label_of(treaty: Treaty, article: ArticleId, voice: Voice) -> str | None:
    """The label of an article in the text that counts, or else in the latest one that has it."""
    for version in (treaty.text, *reversed(treaty.versions)):
        for number, found in enumerate(version.articles, start=1):
            if found.id == article:
                return article_label(number, voice)
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


def final_provisions(
    treaty: Treaty, version: Version, voice: Voice, treaties: Mapping[TreatyId, Treaty] = NOTHING_KNOWN
) -> tuple[str, ...]:
    """Signature and ratification, reservations, entry into force: the bodies of the closing articles."""
    lang, provisions = voice.lang, treaty.provisions
    signature = [
        say(lang, "final.signature", of_parties=voice.of_all(provisions.signatories)),
        say(lang, "final.ratification" if provisions.ratification else "final.no_ratification"),
    ]
    reservations = [say(lang, f"final.reservations.{provisions.reservations.value}")]
    force = [say(lang, "final.force_on_ratification" if provisions.ratification else "final.force_on_signature")]
    if provisions.only_while is not None:
        other = treaties.get(provisions.only_while)
        title = pick(other.title, lang) if other is not None else ""
        force.append(say(lang, "final.only_while", treaty=say(lang, "phrase.quoted", title=title or provisions.only_while)))
    force += (say(lang, "treaty.third", power=voice.name(power)) for power in third_debtors(treaty, version))
    if provisions.secret:
        force.append(say(lang, "final.secret"))
    return tuple(" ".join(sentences) for sentences in (signature, reservations, force))


def third_debtors(treaty: Treaty, version: Version) -> tuple[Power, ...]:
    """The powers that a text means to bind without their signing it (VCLT 35), in alphabetical order."""
    signatories = frozenset(treaty.provisions.signatories)
    return tuple(sorted({p for article in version.articles for p in article.clause.third_debtors(signatories)}))


def treaty_text(treaty: Treaty, version: Version, voice: Voice, treaties: Mapping[TreatyId, Treaty] = NOTHING_KNOWN) -> str:
    """The whole text of one version; `treaties` lends its title to the treaty on which this one hangs."""
    parts = [
        pick(treaty.title, voice.lang),
        say(voice.lang, "treaty.opening", parties=voice.names(treaty.provisions.signatories)),
    ]
    parts += (article_text(article, number, voice) for number, article in enumerate(version.articles, start=1))
    closing = final_provisions(treaty, version, voice, treaties)
    first = len(version.articles) + 1
    parts += (f"{article_label(number, voice)}\n{body}" for number, body in enumerate(closing, start=first))
    if treaty.provisions.concluded_at:
        parts.append(say(voice.lang, "final.done_at", place=treaty.provisions.concluded_at))
    return "\n\n".join(parts)
