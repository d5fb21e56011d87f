"""Texts in the making: draft, table, amend, initial, withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve as with_

from engine.clauses.base import Fault
from engine.commands import Amend, Draft, Initial, PowerCommand, Table, Withdraw
from engine.decide.amending import amended, text_of, touched_by
from engine.decide.leaving import lapse_with
from engine.domains import LONGEST_PREAMBLE, PREAMBLE, TITLE, Lawful, NewName, OneOf, Option, Subset, refuse_title, refuse_words
from engine.events import (
    Phase,
    TreatyAdopted,
    TreatyShown,
    TreatyTabled,
    TreatyWithdrawn,
    VersionInitialled,
    VersionProposed,
)
from engine.names import EVERYBODY, Power, TreatyId
from engine.negotiated import as_negotiated
from engine.proceedings import Proceedings
from engine.provisions import faults_of_provisions, may_read
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Article, Provisions, Stage, Treaty, Version

VERBS: tuple[type[PowerCommand], ...] = (Draft, Table, Amend, Initial, Withdraw)

MOST_ARTICLES = 30
MOST_VERSIONS = 60
MOST_DRAFTS = 30
"""Texts that one power may have drafted in a game."""


def offers(state: State, power: Power) -> Iterator[Option]:
    """Drafting is open throughout the talks."""
    if state.phase is not Phase.TALKS:
        return
    known = state.treaties_known_to(power)
    if sum(t.drafter == power for t in known.values()) < MOST_DRAFTS:
        yield _draft_option(state, power)
    for treaty in known.values():
        if treaty.stage is Stage.DRAFT and holds_draft(treaty, power):
            readers = tuple(p for p in state.powers() if p != power and may_read(state, power, treaty, p))
            wanted = frozenset(treaty.provisions.signatories) - {power}
            yield Option(
                verb=Table,
                domains={"treaty": OneOf((treaty.id,)), "to": Subset(readers, least=1, must=wanted)},
            )
            if treaty.drafter == power:
                yield Option(verb=Withdraw, domains={"treaty": OneOf((treaty.id,))})
        elif treaty.stage is Stage.TABLED and power in treaty.negotiators:
            yield from _negotiating(state, power, treaty)


def holds_draft(treaty: Treaty, power: Power) -> bool:
    """Whether a draft is in this power's files."""
    return treaty.known_to is not None and power in treaty.known_to


def _draft_option(state: State, power: Power) -> Option:
    return Option(
        verb=Draft,
        domains={
            "treaty": NewName(power, names_taken(state, power)),
            "title": TITLE,
            "articles": Lawful(lambda value: isinstance(value, tuple) and all(isinstance(a, Article) for a in value)),
            "provisions": Lawful(lambda value: isinstance(value, Provisions)),
            "preamble": PREAMBLE,
        },
        law=lambda command: fault_of_draft(state, power, command) is None,
    )


def copy_of(state: State, power: Power, ident: TreatyId, name: TreatyId, version: int | None = None) -> Draft | None:
    """The command that copies a text which a power may see into its own drawer, None if it sees no such text."""
    known = state.texts_before(power).get(ident)
    treaty = None if known is None else as_negotiated(state, known, power)
    text = None if treaty is None else treaty.text if version is None else treaty.version(version)
    if treaty is None or text is None:
        return None
    return Draft(treaty=name, title=treaty.title, articles=text.articles, provisions=treaty.provisions_of(text), preamble=text.preamble)


def names_taken(state: State, power: Power) -> frozenset[str]:
    """The names of the treaties and resolutions that a power knows, for both are cited alike, and those of its exchanges of notes, past and to come."""
    turns = range(len(state.setting.turns))
    notes = (notes_of(power, other, turn) for other in state.powers() for turn in turns)
    drafts = (ident for ident, draft in state.resolutions.items() if draft.known_to is None or power in draft.known_to)
    return frozenset((*state.treaties_known_to(power), *drafts, *notes))


def notes_of(issuer: Power, target: Power, turn: int) -> TreatyId:
    """The name of the exchange of notes by which an ultimatum is accepted; no draft may bear it."""
    return TreatyId(f"{issuer}.notes_{target}_{turn}")


def _negotiating(state: State, power: Power, treaty: Treaty) -> Iterator[Option]:
    ident = OneOf((treaty.id,))
    if len(treaty.versions) < MOST_VERSIONS:
        yield Option(
            verb=Amend,
            domains={
                "treaty": ident,
                "base": OneOf(tuple(v.number for v in treaty.versions)),
                "operations": Lawful(lambda value: isinstance(value, tuple) and bool(value)),
            },
            law=lambda command: fault_of_amendment(state, power, treaty, command) is None,
        )
    open_versions = tuple(v.number for v in treaty.versions if power not in treaty.initials.get(v.number, frozenset()))
    if open_versions:
        latest = treaty.versions[-1]
        # Its author is waited for when all the others have agreed to it.
        others = treaty.provisions_of(latest).adopters - {power}
        wanted = latest.by != power or others <= treaty.initials.get(latest.number, frozenset())
        yield Option(
            verb=Initial,
            asked=latest.number in open_versions and wanted,
            domains={"treaty": ident, "version": OneOf(open_versions)},
        )
    if treaty.drafter == power:
        yield Option(verb=Withdraw, domains={"treaty": ident})


def fault_of_articles(state: State, power: Power, articles: tuple[Article, ...], negotiators: tuple[Power, ...]) -> Fault | None:
    """The first fault that keeps these articles from making a treaty of these powers."""
    if not articles:
        return Fault(code="no_articles")
    if len(articles) > MOST_ARTICLES:
        return Fault(code="too_many_articles", word=str(MOST_ARTICLES))
    ids = [a.id for a in articles]
    for ident in ids:
        if ids.count(ident) > 1:
            return Fault(code="article_twice", word=ident)
        if not (ident.isascii() and ident.replace("_", "").isalnum() and len(ident) <= 60):
            return Fault(code="article_name", word=ident[:60])
    for place, article in enumerate(articles, start=1):
        for fault in article.clause.faults(negotiators, state):
            return with_(fault, article=place)
        if article.wording and not _is_known(state, power, article, negotiators):
            return Fault(code="foreign_wording", word=article.id, article=place)
    return None


def _is_known(state: State, power: Power, article: Article, signatories: tuple[Power, ...]) -> bool:
    """Whether a text of the same powers already before this power has the article word for word: only then may it carry a wording of its
    own, which may name them."""
    read = (as_negotiated(state, treaty, power) for treaty in state.texts_before(power).values())
    texts = ((treaty.provisions_of(version), version.articles) for treaty in read for version in treaty.versions)
    return any(article in articles and frozenset(provisions.signatories) == frozenset(signatories) for provisions, articles in texts)


def fault_of_draft(state: State, power: Power, command: Draft) -> Fault | None:
    """What keeps a draft from making a treaty."""
    faults = faults_of_provisions(state, power, command.treaty, command.provisions, command.articles)
    return next(faults, None) or fault_of_articles(state, power, command.articles, command.provisions.signatories)


def fault_of_amendment(state: State, power: Power, treaty: Treaty, command: Amend) -> Fault | None:
    """What keeps an amendment from making a new version."""
    base = treaty.version(command.base)
    if base is None:
        return Fault(code="unknown_version", word=str(command.base))
    text = amended(text_of(treaty, base), command.operations)
    if isinstance(text, Fault):
        return text
    if any(text == text_of(treaty, version) for version in treaty.versions):
        return Fault(code="nothing_changed")
    for signatory in text.provisions.signatories:
        if signatory not in treaty.negotiators and signatory in state.setting.powers:
            return Fault(code="signatory_not_at_table", word=signatory)
    faults = faults_of_provisions(state, power, treaty.id, text.provisions, text.articles)
    if not all(may_read(state, power, treaty, p, text.provisions, text.articles) for p in treaty.negotiators):
        return Fault(code="betrays_secret")
    return fault_of_articles(state, power, text.articles, text.provisions.signatories) or next(faults, None)


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a text does not move."""
    if state.phase is not Phase.TALKS:
        return Refusal(Reason.WRONG_PHASE)
    if isinstance(command, Draft):
        return _refuse_draft(state, power, command)
    treaty = state.treaties_known_to(power).get(command.treaty)
    if treaty is None:
        return Refusal(Reason.UNKNOWN_TREATY)
    match command:
        case Table():
            if treaty.stage is not Stage.DRAFT:
                return Refusal(Reason.ALREADY_TABLED)
            strangers = sorted(p for p in command.to if p not in state.setting.powers)
            if strangers:
                return Refusal(Reason.UNKNOWN_POWER, {"power": strangers[0]})
            if not all(may_read(state, power, treaty, p) for p in command.to):
                return Refusal(Reason.BETRAYS_SECRET)
            return Refusal(Reason.TO_ONESELF if power in command.to else Reason.NO_RECIPIENT)
        case _ if treaty.stage is Stage.DRAFT:
            return Refusal(Reason.NOT_TABLED)
        case _ if treaty.stage is not Stage.TABLED:
            return Refusal(Reason.ALREADY_ADOPTED)
        case _ if power not in treaty.negotiators:
            return Refusal(Reason.NOT_NEGOTIATING)
        case Amend():
            fault = fault_of_amendment(state, power, treaty, command)
            if fault is None:
                return Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_VERSIONS)})
            return _faulty(fault)
        case Initial():
            known = treaty.version(command.version) is not None
            return Refusal(Reason.ALREADY_INITIALLED if known else Reason.UNKNOWN_VERSION)
        case _:
            return Refusal(Reason.NOT_YOUR_PART)


def _refuse_draft(state: State, power: Power, command: Draft) -> Refusal:
    if command.treaty in names_taken(state, power):
        return Refusal(Reason.NAME_TAKEN, {"name": command.treaty})
    if not NewName(power, frozenset()).admits(command.treaty):
        return Refusal(Reason.BAD_NAME, {"name": command.treaty[:80]})
    if not TITLE.admits(command.title):
        return refuse_title(command.title)
    if not PREAMBLE.admits(command.preamble):
        return refuse_words(command.preamble, LONGEST_PREAMBLE)
    fault = fault_of_draft(state, power, command)
    if fault is None:
        return Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_DRAFTS)})
    return _faulty(fault)


def _faulty(fault: Fault) -> Refusal:
    """What keeps a text from standing, and in which of its articles."""
    place = {} if fault.article is None else {"article": str(fault.article)}
    return Refusal(Reason.ARTICLE_FAULTY, {"fault": fault.code, "word": fault.word, **place})


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Write it into the proceedings."""
    match command:
        case Draft():
            text = Version(number=1, by=power, base=None, articles=command.articles, preamble=command.preamble)
            treaty = Treaty(
                id=command.treaty,
                title=command.title,
                provisions=command.provisions,
                versions=(text,),
                drafter=power,
                known_to=frozenset({power}),
            )
            proceedings.note(TreatyShown(treaty=treaty, how="drafted", audience=frozenset({power})))
        case Table():
            _table(proceedings, power, command)
        case Amend():
            _amend(proceedings, power, command)
        case Initial():
            audience = proceedings.state.treaties[command.treaty].known_to
            proceedings.note(VersionInitialled(treaty=command.treaty, version=command.version, power=power, audience=audience))
            adopt_if_agreed(proceedings, command.treaty, command.version)
        case Withdraw():
            withdrawn = proceedings.state.treaties[command.treaty]
            proceedings.note(TreatyWithdrawn(treaty=withdrawn.id, by=power, audience=withdrawn.known_to))
            lapse_with(proceedings, withdrawn)
        case _:
            raise AssertionError(command)


def _table(proceedings: Proceedings, power: Power, command: Table) -> None:
    treaty = proceedings.state.treaties[command.treaty]
    _lay_before(proceedings, treaty, power, tuple(p for p in proceedings.state.powers() if p == power or p in command.to))


def bring_in(proceedings: Proceedings, ident: TreatyId, by: Power, power: Power) -> None:
    """Let a power negotiate a text on the table that has not done so yet, whether or not it has read it before."""
    treaty = proceedings.state.treaties[ident]
    if treaty.stage is Stage.TABLED and power not in treaty.negotiators:
        others = frozenset(treaty.negotiators) | {power}
        _lay_before(proceedings, treaty, by, tuple(p for p in proceedings.state.powers() if p in others))


def _lay_before(proceedings: Proceedings, treaty: Treaty, by: Power, negotiators: tuple[Power, ...]) -> None:
    if treaty.known_to is not None and (newcomers := frozenset(negotiators) - treaty.known_to):
        proceedings.note(TreatyShown(treaty=treaty, how="tabled", audience=newcomers))
    audience = treaty.known_to | frozenset(negotiators) if treaty.known_to is not None else EVERYBODY
    proceedings.note(TreatyTabled(treaty=treaty.id, by=by, negotiators=negotiators, audience=audience))


def _amend(proceedings: Proceedings, power: Power, command: Amend) -> None:
    treaty = proceedings.state.treaties[command.treaty]
    base = treaty.version(command.base)
    assert base is not None
    former = text_of(treaty, base)
    text = amended(former, command.operations)
    assert not isinstance(text, Fault)
    kept = treaty.initials.get(base.number, frozenset()) - touched_by(former, text)
    provisions = text.provisions if text.provisions != treaty.provisions else None
    version = Version(
        number=len(treaty.versions) + 1,
        by=power,
        base=base.number,
        articles=text.articles,
        provisions=provisions,
        preamble=text.preamble,
    )
    proceedings.note(VersionProposed(treaty=treaty.id, version=version, initials=kept | {power}, audience=treaty.known_to))
    adopt_if_agreed(proceedings, treaty.id, version.number)


def adopt_if_agreed(proceedings: Proceedings, ident: TreatyId, version: int) -> None:
    """A version is adopted when all whose initials it takes have initialled it (VCLT 9)."""
    treaty = proceedings.state.treaties[ident]
    text = treaty.version(version)
    assert text is not None
    if treaty.provisions_of(text).adopters <= treaty.initials.get(version, frozenset()):
        proceedings.note(TreatyAdopted(treaty=ident, version=version, audience=treaty.known_to))
