"""What keeps final provisions from standing: contradictions, unknown names, circles, and secrets that they would betray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from engine.clauses import CreateOrgan, Guarantee, Plebiscite
from engine.clauses.base import Fault, span_faults
from engine.dates import is_longer
from engine.duration import entered, first_term
from engine.duties import Cede, Render
from engine.names import Power, TreatyId
from engine.state import State
from engine.treaty import Accession, Article, Provisions, Stage, Treaty

T = TypeVar("T", bound=str)
LONGEST_PLACE = 60


def faults_of_provisions(
    state: State, power: Power, itself: TreatyId, provisions: Provisions, articles: tuple[Article, ...]
) -> Iterator[Fault]:
    """Everything that keeps these final provisions, and what the articles say of other treaties, from standing."""
    yield from _signatories(state, provisions)
    yield from _entry(state, provisions)
    yield from _term(state, provisions)
    yield from _accession(state, provisions)
    known = frozenset(article.id for article in articles)
    yield from (Fault(code="unreservable_absent", word=ident) for ident in provisions.unreservable if ident not in known)
    yield from (Fault(code="unreservable_twice", word=ident) for ident in _twice(provisions.unreservable))
    yield from _guaranteed(state, power, articles)
    if provisions.severable and provisions.annexed_to is None:
        yield Fault(code="severable_without_parent")
    if provisions.secret and provisions.registered:
        yield Fault(code="secret_registered")
    yield from seen_in_secret(provisions, articles)
    yield from _due_outside(state, provisions, articles)
    yield from _others(state, power, itself, provisions, articles)


def seen_in_secret(provisions: Provisions, articles: tuple[Article, ...]) -> Iterator[Fault]:
    """What a secret text cannot ask for, since everybody sees it: an organ that sits, or is kept from sitting, and a vote of inhabitants."""
    kinds = {type(article.clause) for article in articles} if provisions.secret else set()
    if CreateOrgan in kinds:
        yield Fault(code="organ_in_secret")
    if Plebiscite in kinds:
        yield Fault(code="vote_in_secret")


def _guaranteed(state: State, power: Power, articles: tuple[Article, ...]) -> Iterator[Fault]:
    """Articles whose observance is guaranteed and that the text does not hold, be it this one or another; a guarantee of itself."""
    own, texts = frozenset(a.id for a in articles), state.treaties_known_to(power)
    for article in articles:
        clause = article.clause
        if not isinstance(clause, Guarantee):
            continue
        other = texts.get(clause.instrument) if clause.instrument is not None else None
        held = frozenset(other.text.order) if other is not None else own - {article.id}
        if clause.instrument is None or other is not None:
            yield from (Fault(code="guaranteed_absent", word=ident) for ident in clause.articles if ident not in held)


def _signatories(state: State, provisions: Provisions) -> Iterator[Fault]:
    signatories = provisions.signatories
    yield from (Fault(code="unknown_power", word=p) for p in signatories if p not in state.setting.powers)
    yield from (Fault(code="power_twice", word=p) for p in _twice(signatories))
    if len(signatories) < 2:
        yield Fault(code="too_few_parties")
    if len(provisions.concluded_at) > LONGEST_PLACE or not provisions.concluded_at.isprintable():
        yield Fault(code="place_name")


def _twice(names: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(p for p in dict.fromkeys(names) if names.count(p) > 1)


def _entry(state: State, provisions: Provisions) -> Iterator[Fault]:
    yield from (Fault(code="needed_not_signatory", word=p) for p in provisions.needed if p not in provisions.signatories)
    yield from (Fault(code="power_twice", word=p) for p in _twice(provisions.needed))
    number = provisions.at_least
    if number is not None and not max(2, len(provisions.needed)) <= number <= len(provisions.signatories):
        yield Fault(code="number_impossible", word=str(number))
    yield from span_faults(provisions.in_force_from, provisions.expires, state)


def _term(state: State, provisions: Provisions) -> Iterator[Fault]:
    for period in (provisions.lasts, provisions.renewed_for, provisions.notice, provisions.denounceable_after):
        if period is not None and not period.reasonable:
            yield Fault(code="term_impossible", word=str(period))
    endless = provisions.expires is None and provisions.lasts is None
    if provisions.expires is not None and provisions.lasts is not None:
        yield Fault(code="two_terms")
    if provisions.renewed_for is not None and endless:
        yield Fault(code="renewal_without_term")
    if provisions.prolonged and endless:
        yield Fault(code="prolonged_without_term")
    elif provisions.prolonged and provisions.renewed_for is not None:
        yield Fault(code="renewed_and_prolonged")
    elif provisions.prolonged and provisions.notice is None:
        yield Fault(code="prolonged_without_notice")
    if any(is_longer(provisions.notice, term) for term in (provisions.lasts, provisions.renewed_for) if term and provisions.notice):
        yield Fault(code="notice_beyond_term", word=str(provisions.notice))
    if provisions.denounceable_after is not None and provisions.notice is None:
        yield Fault(code="denounceable_without_notice")
    elif provisions.denounceable_after is not None and not endless:
        yield Fault(code="denounceable_after_and_term")


def faults_of_age(state: State, treaty: Treaty) -> Iterator[Fault]:
    """What keeps a treaty from being in force at the opening by what it says of its age."""
    if not treaty.in_force:
        return
    if treaty.concluded is not None and treaty.in_force_since is not None and treaty.in_force_since < treaty.concluded:
        yield Fault(code="age_impossible")
    until = first_term(state, treaty.provisions, entered(state, treaty))
    if until is not None and until < state.setting.days[0] and not treaty.provisions.goes_on:
        yield Fault(code="term_over")


def _due_outside(state: State, provisions: Provisions, articles: tuple[Article, ...]) -> Iterator[Fault]:
    """What would fall due before the treaty is in force, or after it has expired for good."""
    begins = state.turn_order(provisions.in_force_from) if provisions.in_force_from is not None else None
    ends = state.turn_order(provisions.expires) if provisions.expires is not None and not provisions.goes_on else None
    if begins is None and ends is None:
        return
    bound = frozenset(provisions.signatories)
    for article in articles:
        for duty in article.clause.duties(bound | article.clause.third_debtors(bound), state):
            by = duty.by if isinstance(duty, Cede | Render) else None
            due = state.turn_order(by) if by is not None else None
            if by is not None and due is not None and ((begins is not None and due < begins) or (ends is not None and due > ends)):
                yield Fault(code="due_outside_treaty", word=by)
                return


def _accession(state: State, provisions: Provisions) -> Iterator[Fault]:
    if provisions.open_to and provisions.accession is not Accession.OPEN:
        yield Fault(code="open_to_without_accession")
    yield from (Fault(code="unknown_power", word=p) for p in provisions.open_to if p not in state.setting.powers)
    yield from (Fault(code="power_twice", word=p) for p in _twice(provisions.open_to))
    yield from (Fault(code="open_to_signatory", word=p) for p in provisions.open_to if p in provisions.signatories)


def _others(state: State, power: Power, itself: TreatyId, provisions: Provisions, articles: tuple[Article, ...]) -> Iterator[Fault]:
    """Other treaties that are named: unknown to the author, ended, leading back to this one, or more secret than it."""
    known = state.treaties_known_to(power)
    for ident in named_treaties(provisions, articles):
        other = known.get(ident)
        if ident == itself:
            yield Fault(code="hangs_on_itself")
        elif other is None:
            yield Fault(code="unknown_treaty", word=ident)
        elif other.stage in (Stage.ENDED, Stage.WITHDRAWN):
            yield Fault(code="treaty_over", word=ident)
        elif other.provisions.secret and not may_name(other, provisions.secret, provisions.signatories):
            yield Fault(code="betrays_secret", word=ident)
        elif itself in _reached_from(other, known):
            yield Fault(code="circle_of_treaties", word=ident)


def may_name(other: Treaty, secretly: bool, readers: tuple[Power, ...]) -> bool:
    """Whether a text for these readers may name another treaty: a secret one only in secret, before those who know it."""
    if not other.provisions.secret or other.known_to is None:
        return True
    return secretly and frozenset(readers) <= other.known_to


def may_read(
    state: State,
    power: Power,
    treaty: Treaty,
    reader: Power,
    provisions: Provisions | None = None,
    articles: tuple[Article, ...] | None = None,
) -> bool:
    """Whether a power may show a text to another: not if it names a secret treaty which that other does not know."""
    known = state.treaties_known_to(power)
    named = named_treaties(provisions or treaty.provisions, treaty.text.articles if articles is None else articles)
    return all(may_name(known[ident], True, (reader,)) for ident in named if ident in known)


def named_treaties(provisions: Provisions, articles: tuple[Article, ...]) -> tuple[TreatyId, ...]:
    """The treaties that a text names: those on which it hangs, whole or in part, and those whose observance it guarantees; each once."""
    guaranteed = (name for article in articles for name in article.clause.names())
    return tuple(dict.fromkeys((*_hung_on(provisions, articles), *guaranteed)))


def _hung_on(provisions: Provisions, articles: tuple[Article, ...]) -> tuple[TreatyId, ...]:
    """The treaties on which a text hangs, whole or in part."""
    named = [provisions.only_while, provisions.only_after, provisions.annexed_to, *(a.clause.only_while for a in articles)]
    return tuple(ident for ident in named if ident is not None)


def _reached_from(treaty: Treaty, known: Mapping[TreatyId, Treaty]) -> frozenset[TreatyId]:
    """The treaties on which a treaty hangs, by however many steps."""
    reached: set[TreatyId] = set()
    frontier = [treaty]
    while frontier:
        following = frontier.pop()
        for ident in _hung_on(following.provisions, following.text.articles):
            if ident not in reached:
                reached.add(ident)
                if ident in known:
                    frontier.append(known[ident])
    return frozenset(reached)
