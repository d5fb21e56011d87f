"""What the statutes of organs say: on which article an organ is seized, by whom, and what it may then do with what effect."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import evolve as with_
from attrs import frozen

from engine.names import StatuteId
from engine.organ import Hospitality, Organ, Presidency
from engine.voting.bodies import Effect


def competence_of(name: str) -> StatuteId:
    """The name of a competence that a treaty gives an organ: `find_aggression` is `to_find_aggression`."""
    return StatuteId(f"to_{name}")


class Applicant(StrEnum):
    """Who may seize an organ."""

    MEMBER = "member"
    PARTY = "party"
    """A member that is a party to the dispute."""
    OUTSIDER = "outsider"
    """A party that is no member and accepts for this dispute the duties of one (Covenant 17; Charter 35(2))."""


@frozen(kw_only=True)
class Article:
    """One article of a statute; its words are in `engine.texts`."""

    id: StatuteId
    effect: Effect = Effect.RECOMMENDATION
    """Covenant 16 is a declaration: each member decides whether the case has arisen (Assembly resolution of 4 October 1921)."""
    by: frozenset[Applicant] = frozenset({Applicant.MEMBER})
    of_parties: bool = False
    """It speaks of parties to a dispute, who must be named."""
    chapter: str = ""
    """The part of the statute whose rule of voting applies."""
    coercive: bool = False
    """Sanctions and force may rest on it, once a threat, a breach or an aggression is determined."""
    upon_finding: bool = True
    """Whether that determination is asked for."""
    among_members: bool = False
    """It speaks of members of the organ alone."""
    paragraphs: frozenset[str] = frozenset()
    """The kinds of paragraph to which it confines a draft, by their tags; empty is any."""
    finds_nullity: bool = False
    """Whether a consent may be found void on it, for which words in general are not enough (VCLT 52)."""


@frozen(kw_only=True)
class Statute:
    """What a type of organ has in common."""

    articles: tuple[Article, ...]
    hospitality: Hospitality = Hospitality.WITHOUT_VOTE
    presidency: Presidency = Presidency.ROTATING
    notice: int | None = 0
    """Months for which a member that leaves remains bound; None where nobody can leave."""
    votes_with_parties: bool = True
    """A power accused of a breach votes on the finding unless an article says otherwise (Covenant 10, 11)."""
    procedural_draft: bool = False
    """A member may have it put first whether a draft is procedural (the double veto)."""


def _article(name: str, *by: Applicant, **said: object) -> Article:
    return Article(id=StatuteId(name), by=frozenset(by or (Applicant.MEMBER,)), **said)  # type: ignore[arg-type]


PARTIES = (Applicant.PARTY, Applicant.OUTSIDER)
COVENANT = (
    _article("covenant_4"),
    _article("covenant_10", finds_nullity=True),
    _article("covenant_11", finds_nullity=True),
    _article("covenant_13", Applicant.PARTY, of_parties=True),
    _article("covenant_15", *PARTIES, of_parties=True, chapter="15", finds_nullity=True),
    _article("covenant_16", effect=Effect.DECLARATION, of_parties=True, chapter="16", coercive=True),
    _article("covenant_17", Applicant.MEMBER, *PARTIES, of_parties=True, chapter="15"),
)
LEAGUE_COUNCIL = Statute(articles=COVENANT, hospitality=Hospitality.AS_MEMBER, notice=24)
LEAGUE_ASSEMBLY = Statute(
    articles=(
        _article("covenant_1", Applicant.MEMBER, Applicant.OUTSIDER),
        _article("covenant_3"),
        _article("covenant_15", *PARTIES, of_parties=True, chapter="15"),
        _article("covenant_16", effect=Effect.DECLARATION, of_parties=True, chapter="16"),
        _article("covenant_19"),
    ),
    notice=24,
)
CHARTER_COUNCIL = Statute(
    articles=(
        _article("charter_34", Applicant.MEMBER, Applicant.OUTSIDER, chapter="VI"),
        _article("charter_36", Applicant.MEMBER, Applicant.OUTSIDER, of_parties=True, chapter="VI"),
        _article("charter_37", *PARTIES, of_parties=True, chapter="VI"),
        _article("charter_39", effect=Effect.DECISION, chapter="VII", finds_nullity=True),
        _article("charter_40", effect=Effect.DECISION, chapter="VII"),
        _article("charter_41", effect=Effect.DECISION, chapter="VII", coercive=True, finds_nullity=True),
        _article("charter_42", effect=Effect.DECISION, chapter="VII", coercive=True),
        _article("charter_53", effect=Effect.DECISION, chapter="VIII", coercive=True),
        _article("charter_4", Applicant.MEMBER, Applicant.OUTSIDER),
        _article("charter_6"),
    ),
    notice=None,
    procedural_draft=True,
)
GENERAL_ASSEMBLY = Statute(
    articles=(
        _article("charter_4", Applicant.MEMBER, Applicant.OUTSIDER),
        _article("charter_10"),
        _article("charter_11"),
        _article("charter_14"),
    ),
    notice=None,
)
ANY_MATTER = StatuteId("any_matter")
FREE = Statute(articles=(_article(ANY_MATTER),), votes_with_parties=False)
"""A body without a statute of its own: any member brings any matter before it, and it recommends."""
REGIONAL = Statute(
    articles=(_article(ANY_MATTER), _article("charter_52"), _article("charter_53", coercive=True)),
    votes_with_parties=False,
)
"""A regional arrangement: it may decide on enforcement, and acts lawfully upon it only by leave of the Security Council (Charter 53)."""

WORDS = frozenset({"note", "condemnation", "committee", "referral"})
"""What any body may say and arrange."""
MEASURES = frozenset({"sanctions", "lifting", "authorisation"})
NULLITY = "nullity"


def _competence(name: str, *paragraphs: str, **said: object) -> Article:
    return _article(name, paragraphs=WORDS | set(paragraphs), **said)


TREATY_ORGAN = Statute(
    articles=(
        _competence("to_deliberate"),
        _competence("to_recommend", *MEASURES, chapter="16", coercive=True, upon_finding=False),
        _competence("to_find_aggression", "determination", "demand", *MEASURES, chapter="16", coercive=True),
        _competence(
            "to_settle",
            *("demand", "recommendation", "terms", "provisional_measures"),
            of_parties=True,
            among_members=True,
            chapter="VI",
        ),
        _competence("to_supervise", "demand", "observers"),
        with_(_competence("to_admit", "admission"), by=frozenset({Applicant.MEMBER, Applicant.OUTSIDER})),
    ),
)
"""An organ created by an article of a treaty: what each competence that the article names lets it take up and adopt."""
DECIDING = frozenset(StatuteId(name) for name in ("to_find_aggression", "to_settle", "to_supervise"))
BINDING_TREATY_ORGAN = with_(
    TREATY_ORGAN,
    articles=tuple(
        with_(a, effect=Effect.DECISION, finds_nullity=a.id == competence_of("settle")) if a.id in DECIDING else a
        for a in TREATY_ORGAN.articles
    ),
)
"""One whose decisions bind: deliberation and recommendation decide nothing, and what is admitted is admitted."""

STATUTES: Mapping[str, Statute] = {
    "league_council": LEAGUE_COUNCIL,
    "league_assembly": LEAGUE_ASSEMBLY,
    "security_council": CHARTER_COUNCIL,
    "general_assembly": GENERAL_ASSEMBLY,
    "csce": REGIONAL,
    "collective_security_council": REGIONAL,
    "treaty_organ": TREATY_ORGAN,
    "binding_treaty_organ": BINDING_TREATY_ORGAN,
}


def statute_of(type: str) -> Statute:
    """The statute of a type of organ; one that none is written for treats any matter."""
    return next((statute for name, statute in STATUTES.items() if type.startswith(name)), FREE)


_KNOWN: Mapping[StatuteId, Article] = {
    a.id: a for s in (TREATY_ORGAN, REGIONAL, GENERAL_ASSEMBLY, LEAGUE_ASSEMBLY, CHARTER_COUNCIL, LEAGUE_COUNCIL, FREE) for a in s.articles
}
KNOWN_ARTICLES: tuple[StatuteId, ...] = tuple(_KNOWN)
"""Every article that a scenario may name in an organ's competence."""


def articles_of(organ: Organ) -> tuple[Article, ...]:
    """The articles on which an organ may be seized and may act: its type's, or those to which a scenario confines or opens it."""
    own = {a.id: a for a in statute_of(organ.type).articles}
    if not organ.competence:
        return tuple(own.values())
    return tuple(own.get(name) or _KNOWN[name] for name in organ.competence if name in own or name in _KNOWN)


def article_of(organ: Organ, ident: StatuteId) -> Article | None:
    """One of them."""
    return next((a for a in articles_of(organ) if a.id == ident), None)


def admits(organ: Organ, article: Article, tag: str) -> bool:
    """Whether an organ may adopt a kind of paragraph on one of its articles.

    A finding of nullity is for the organ in whose own statute the article stands: a committee to which it hands a matter has no such power.
    """
    if tag == NULLITY:
        return article.finds_nullity and article in statute_of(organ.type).articles
    return not article.paragraphs or tag in article.paragraphs
