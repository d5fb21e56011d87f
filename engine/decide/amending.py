"""Amendments: operations on the articles and final provisions of one version, which make the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from attrs import evolve as with_
from attrs import field, fields, frozen, has

from engine.clauses.base import Fault
from engine.commands import MoveArticle, Operation, PutArticle, SetParameter, SetPreamble, SetProvision, StrikeArticle
from engine.comparison import moved
from engine.domains import PREAMBLE
from engine.names import ArticleId, Lang, Power
from engine.parameters import Unfit, differing, parameters_of, plain, with_parameter
from engine.treaty import Article, Provisions, Treaty, Version


@frozen(kw_only=True)
class Text:
    """The articles, the final provisions and the preamble of a version."""

    articles: tuple[Article, ...]
    provisions: Provisions
    preamble: Mapping[Lang, str] = field(factory=dict)


def text_of(treaty: Treaty, version: Version) -> Text:
    """What a version says."""
    return Text(articles=version.articles, provisions=treaty.provisions_of(version), preamble=version.preamble)


def amended(text: Text, operations: tuple[Operation, ...]) -> Text | Fault:
    """The text after these operations in order, identities kept; or what keeps one of them from being carried out."""
    for operation in operations:
        following = _after(text, operation)
        if isinstance(following, Fault):
            return following
        text = following
    return text


def amendment(before: Text, after: Text) -> tuple[Operation, ...]:
    """The operations that make one text of another, each as narrow as it can be."""
    former, later = ({article.id: article for article in text.articles} for text in (before, after))
    found: list[Operation] = [StrikeArticle(ident) for ident in former if ident not in later]
    for ident, article in later.items():
        found += _changes(former[ident], article) if ident in former else (PutArticle(article),)
    order = (*(ident for ident in former if ident in later), *(ident for ident in later if ident not in former))
    following: ArticleId | None = None
    misplaced = moved(order, tuple(later))
    for ident in reversed(later):
        if ident in misplaced:
            found.append(MoveArticle(article=ident, before=following))
        following = ident
    was, becomes = before.provisions, after.provisions
    return (
        *found,
        *(SetProvision(name=name, value=plain(getattr(becomes, name))) for name in differing(was, becomes)),
        *((SetPreamble(after.preamble),) if after.preamble != before.preamble else ()),
    )


def _changes(before: Article, after: Article) -> tuple[Operation, ...]:
    """Parameter by parameter where that makes the same article, the whole of it otherwise."""
    if before == after:
        return ()
    if type(before.clause) is not type(after.clause):
        return (PutArticle(after),)
    names = differing(before.clause, after.clause)
    narrow = tuple(SetParameter(article=after.id, name=name, value=plain(getattr(after.clause, name))) for name in names)
    made = amended(Text(articles=(before,), provisions=Provisions(signatories=())), narrow)
    return narrow if isinstance(made, Text) and made.articles == (after,) else (PutArticle(after),)


def _after(text: Text, operation: Operation) -> Text | Fault:
    match operation:
        case PutArticle():
            return with_(text, articles=_put(text.articles, operation.article))
        case StrikeArticle():
            if _place(text.articles, operation.article) is None:
                return Fault(code="article_absent", word=operation.article)
            return with_(text, articles=tuple(a for a in text.articles if a.id != operation.article))
        case MoveArticle():
            return _moved(text, operation)
        case SetParameter():
            return _with_parameter(text, operation)
        case SetProvision():
            return _with_provision(text, operation)
        case SetPreamble():
            return with_(text, preamble=operation.preamble) if PREAMBLE.admits(operation.preamble) else Fault(code="preamble_words")
        case _:
            assert_never(operation)


def _place(articles: tuple[Article, ...], ident: ArticleId) -> int | None:
    return next((n for n, article in enumerate(articles) if article.id == ident), None)


def _put(articles: tuple[Article, ...], article: Article) -> tuple[Article, ...]:
    place = _place(articles, article.id)
    return (*articles, article) if place is None else (*articles[:place], article, *articles[place + 1 :])


def _moved(text: Text, operation: MoveArticle) -> Text | Fault:
    place = _place(text.articles, operation.article)
    if place is None:
        return Fault(code="article_absent", word=operation.article)
    article = text.articles[place]
    rest = (*text.articles[:place], *text.articles[place + 1 :])
    before = len(rest) if operation.before is None else _place(rest, operation.before)
    if before is None:
        return Fault(code="article_absent", word=operation.before or "")
    return with_(text, articles=(*rest[:before], article, *rest[before:]))


def _with_parameter(text: Text, operation: SetParameter) -> Text | Fault:
    """A wording of its own goes with the effect that it worded."""
    place = _place(text.articles, operation.article)
    if place is None:
        return Fault(code="article_absent", word=operation.article)
    clause = text.articles[place].clause
    if operation.name not in parameters_of(type(clause)):
        return Fault(code="parameter_unknown", word=operation.name)
    try:
        changed = with_parameter(clause, operation.name, operation.value)
    except Unfit:
        return Fault(code="parameter_unfit", word=operation.name)
    return with_(text, articles=_put(text.articles, Article(id=operation.article, clause=changed)))


def _with_provision(text: Text, operation: SetProvision) -> Text | Fault:
    if operation.name not in parameters_of(type(text.provisions)):
        return Fault(code="parameter_unknown", word=operation.name)
    try:
        provisions = with_parameter(text.provisions, operation.name, operation.value)
    except Unfit:
        return Fault(code="parameter_unfit", word=operation.name)
    kept = frozenset(provisions.signatories) == frozenset(text.provisions.signatories)
    # Words of its own may name those who were to sign: they go with them.
    articles = text.articles if kept else tuple(with_(article, wording={}) for article in text.articles)
    return with_(text, provisions=provisions, articles=articles)


def touched_by(before: Text, after: Text) -> frozenset[Power]:
    """The powers whose position differs between two texts: whom a changed article concerns, and whom it names, be it as a foe or as one for
    whom others wait; those of an article that rests on a changed one, like a guarantee of its observance; the preamble and the final provisions are everybody's."""
    parties = before.provisions.signatories
    if before.provisions != after.provisions or before.preamble != after.preamble:
        return frozenset(parties) | frozenset(after.provisions.signatories)
    changed = [a for a in before.articles if a not in after.articles] + [a for a in after.articles if a not in before.articles]
    changed += [a for a in after.articles if a not in changed and any(a.clause.rests_on(other.id) for other in changed)]
    return frozenset(power for a in changed for power in (*a.clause.concerns(parties), *_named(a.clause, parties)))


def _named(value: object, powers: tuple[Power, ...]) -> Iterator[Power]:
    """Those of the powers that a parameter names, however deep."""
    kind = type(value)
    match value:
        case str():
            yield from (power for power in powers if power == value)
        case tuple() | frozenset():
            for one in value:
                yield from _named(one, powers)
        case _ if has(kind):
            for a in fields(kind):
                yield from _named(getattr(value, a.name), powers)
        case _:
            return
