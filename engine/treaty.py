"""Treaties and their texts, from first draft to entry into force, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.clauses import AnyClause
from engine.names import EVERYBODY, ArticleId, Audience, Lang, Power, TreatyId, TurnId


class Stage(StrEnum):
    """How far a treaty has come."""

    DRAFT = "draft"
    TABLED = "tabled"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


@frozen(kw_only=True)
class Article:
    """One clause with an identity that it keeps through every version."""

    id: ArticleId
    clause: AnyClause
    wording: Mapping[Lang, str] = field(factory=dict)
    """The historical wording; it replaces the generated prose and never the effect."""


@frozen(kw_only=True)
class Version:
    """One text of a treaty: version 1 is the draft as tabled, each later one names the version it amends."""

    number: int
    by: Power | None
    base: int | None
    articles: tuple[Article, ...]


@frozen(kw_only=True)
class Provisions:
    """The final provisions."""

    signatories: tuple[Power, ...]
    """The powers whose signatures, and ratifications where required, bring the treaty into force (VCLT 24)."""
    ratification: bool = False
    reservations: bool = True
    secret: bool = False
    concluded_at: str = ""
    only_while: TreatyId | None = None
    """Binding only while this other treaty is in force."""


@frozen(kw_only=True)
class Signature:
    """A signature, with the article that the signatory excludes for itself (VCLT 19), if any."""

    turn: int
    excludes: frozenset[ArticleId] = frozenset()


@frozen(kw_only=True)
class Treaty:
    """One treaty with everything that has happened to it."""

    id: TreatyId
    title: Mapping[Lang, str]
    provisions: Provisions
    versions: tuple[Version, ...]
    drafter: Power | None = None
    negotiators: tuple[Power, ...] = ()
    known_to: Audience = EVERYBODY
    stage: Stage = Stage.DRAFT
    initials: Mapping[int, frozenset[Power]] = field(factory=dict)
    adopted: int | None = None
    signatures: Mapping[Power, Signature] = field(factory=dict)
    ratified: frozenset[Power] = frozenset()
    assents: frozenset[Power] = frozenset()
    """Third states that have accepted in writing what the treaty asks of them (VCLT 35)."""
    parties: frozenset[Power] = frozenset()
    """Those between whom it is in force."""
    since: TurnId | None = None
    note: Mapping[Lang, str] = field(factory=dict)
    """Source and context, for the reader; no effect."""

    def version(self, number: int) -> Version | None:
        """The text of that number."""
        return self.versions[number - 1] if 0 < number <= len(self.versions) else None

    @property
    def text(self) -> Version:
        """The text that counts: the adopted one, or else the latest."""
        return self.versions[(self.adopted or len(self.versions)) - 1]

    @property
    def in_force(self) -> bool:
        """Whether it binds anybody now."""
        return self.stage is Stage.IN_FORCE
