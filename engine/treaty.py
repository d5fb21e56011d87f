"""Treaties and their texts, from first draft to the end of their force, as frozen values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from attrs import evolve as with_
from attrs import field, frozen

from engine.clauses import AnyClause
from engine.dates import Period
from engine.names import EVERYBODY, ArticleId, Audience, Lang, OrganId, Power, TreatyId, TurnId
from engine.reservations import Exclude, Reservation


class Stage(StrEnum):
    """How far a treaty has come."""

    DRAFT = "draft"
    TABLED = "tabled"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class End(StrEnum):
    """How a treaty came to bind nobody any more (VCLT 54-60)."""

    EXPIRED = "expired"
    DENOUNCED = "denounced"
    TERMINATED = "terminated"
    """By the other party's material breach (VCLT 60)."""
    CONSENT = "consent"
    """By the consent of all (VCLT 54(b))."""
    FELL = "fell"
    """With the treaty to which it was annexed."""
    VOID = "void"
    """For a vice of consent (VCLT 69)."""
    UNRELATED = "unrelated"
    """For want of treaty relations with any other party, refused over a reservation (VCLT 20(4)(b))."""
    LAPSED = "lapsed"
    """Without ever having entered into force: its term is over, or the treaty that it waited for, or was to be annexed to, will not be."""


class Vice(StrEnum):
    """What makes a consent void (VCLT 46-53), of what the rules can find."""

    COERCION = "coercion"
    """The threat or use of force (VCLT 52)."""
    FRAUD = "fraud"
    """A promise that its maker had in secret already bound itself to break (VCLT 49)."""


class ReservationPolicy(StrEnum):
    """What the treaty says of reservations (VCLT 19, 20)."""

    ALLOWED = "allowed"
    WITH_CONSENT = "with_consent"
    """Each is without effect towards a power that has not accepted it."""
    FORBIDDEN = "forbidden"


class Accession(StrEnum):
    """Who may join later (VCLT 15)."""

    CLOSED = "closed"
    BY_INVITATION = "by_invitation"
    """Those whom every party has invited."""
    OPEN = "open"
    """The powers named in `open_to`, or anybody if none is named."""


@frozen(kw_only=True)
class Article:
    """One clause with an identity that it keeps through every version."""

    id: ArticleId
    clause: AnyClause
    wording: Mapping[Lang, str] = field(factory=dict)
    """The historical wording; it replaces the generated prose and never the effect."""


@frozen(kw_only=True)
class Provisions:
    """The final provisions."""

    signatories: tuple[Power, ...]
    """The negotiating powers whose signatures make the treaty; all of them bring it into force unless the next three say less (VCLT 24)."""
    needed: tuple[Power, ...] = ()
    """Those among them who must be bound before it enters into force; empty is all."""
    at_least: int | None = None
    """Or so many of them, whoever they are."""
    in_force_from: TurnId | None = None
    """Not before this date."""
    only_after: TreatyId | None = None
    """Not before that other treaty is in force."""
    ratification: bool = False
    """Whether signature is to be followed by ratification."""
    accession: Accession = Accession.CLOSED
    open_to: tuple[Power, ...] = ()
    """The powers that may accede, where accession is open to some."""
    reservations: ReservationPolicy = ReservationPolicy.ALLOWED
    unreservable: tuple[ArticleId, ...] = ()
    """Articles to which no reservation may be made."""
    expires: TurnId | None = None
    """It is in force until the close of this turn."""
    lasts: Period | None = None
    """Or for so long from its entry into force: `5 years`; without either, there is no limit."""
    renewed_for: Period | None = None
    """How long each tacit renewal lasts, again and again: `5 years`; whoever denounces it for the end of a term takes no part in the next."""
    prolonged: bool = False
    """Whether it goes on without limit after its term, unless denounced for the end of it; it may be denounced at any time from then on."""
    notice: Period | None = None
    """What must pass between denunciation and its effect: `6 months`; before the end of a term, where that is what it is denounced for. Without it, only
    what is renewed can be denounced (VCLT 56)."""
    denounceable_after: Period | None = None
    """How long it must have been in force before it may be denounced: `20 years`."""
    registered: bool = False
    """To be registered with the League or the United Nations (Covenant 18, Charter 102)."""
    prior_obligations: bool = False
    """Yields to what its parties owed before (VCLT 30(2))."""
    covenant: bool = False
    """Yields to the rights and duties of members under the Covenant."""
    secret: bool = False
    """Whether only its negotiators know of it."""
    concluded_at: str = ""
    """Where it is done."""
    only_while: TreatyId | None = None
    """Binding only while this other treaty is in force."""
    annexed_to: TreatyId | None = None
    """A protocol or annex of that treaty; it falls with it unless severable."""
    severable: bool = False
    """Whether it stands by itself if that treaty falls."""

    @property
    def adopters(self) -> frozenset[Power]:
        """Those whose initials adopt the text: all who are to sign it, or the ones without whom it cannot be in force where the text names
        two at the least (VCLT 9(1); a text that others may still join need not wait for them)."""
        return frozenset(self.needed if len(self.needed) > 1 else self.signatories)

    @property
    def goes_on(self) -> bool:
        """Whether it stays in force after its term unless somebody sees to it that it does not."""
        return self.renewed_for is not None or self.prolonged

    @property
    def bilateral(self) -> bool:
        """Whether it is made between two powers and admits no others."""
        return len(self.signatories) == 2 and self.accession is Accession.CLOSED


@frozen(kw_only=True)
class Version:
    """One text of a treaty: version 1 is the draft as tabled, each later one names the version it amends."""

    number: int
    by: Power | None
    base: int | None
    articles: tuple[Article, ...]
    provisions: Provisions | None = None
    """Its final provisions where they are not those with which the treaty was tabled."""
    preamble: Mapping[Lang, str] = field(factory=dict)
    """Why its parties conclude it, in their own words; no effect."""

    @property
    def order(self) -> tuple[ArticleId, ...]:
        """The names of its articles as they are numbered."""
        return tuple(article.id for article in self.articles)


@frozen(kw_only=True)
class Signature:
    """A signature, with the reservations made on it (VCLT 19), if any."""

    turn: int
    reservations: tuple[Reservation, ...] = ()
    ad_referendum: bool = False
    """To be confirmed from the capital before it counts (VCLT 12(2)(b))."""
    under_threat: frozenset[Power] = frozenset()
    """Those to the treaty that threatened the signatory with force, or used it, when it expressed its consent (VCLT 52)."""

    completed: int | None = None
    """The turn in which it was confirmed from the capital, or ratified; None where the signature alone expresses consent."""

    def confirmed(self, under_threat: frozenset[Power], turn: int) -> Signature:
        """The signature once its consent has been completed, with those who threatened then added to those who did before."""
        return with_(self, ad_referendum=False, under_threat=self.under_threat | under_threat, completed=turn)

    @property
    def consented(self) -> int:
        """The turn in which consent to be bound was given (VCLT 11 to 14)."""
        return self.turn if self.completed is None else self.completed

    @property
    def excludes(self) -> frozenset[ArticleId]:
        """The articles that it excludes for the signatory."""
        return frozenset(r.article for r in self.reservations if isinstance(r.narrowing, Exclude))


class Answer(StrEnum):
    """What another power says to a reservation (VCLT 20, 21)."""

    ACCEPTED = "accepted"
    OBJECTED = "objected"
    """The article does not apply between the two to the extent of the reservation (VCLT 21(3))."""
    REFUSED = "refused"
    """And the treaty does not enter into force between them at all (VCLT 20(4)(b))."""


@frozen(kw_only=True)
class Negotiation:
    """The versions that led to a treaty since shown to others in its final text alone."""

    versions: tuple[Version, ...]
    adopted: int | None
    initials: Mapping[int, frozenset[Power]]
    known_to: frozenset[Power]
    """Those who had the text before, and keep them."""


@frozen(kw_only=True)
class Nullified:
    """A consent found void, on what ground, and by which organ; by the facilitator where none is named."""

    power: Power
    ground: Vice
    organ: OrganId | None = None


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
    answers: Mapping[Power, Mapping[Power, Answer]] = field(factory=dict)
    """To the reservations of the first power, by those named under it."""
    ratified: frozenset[Power] = frozenset()
    assents: frozenset[Power] = frozenset()
    """Third states that have accepted in writing what the treaty asks of them (VCLT 35)."""
    coerced: Mapping[Power, frozenset[Power]] = field(factory=dict)
    """Third states whose assent was given under threat or use of force, with those who used it."""
    contested: frozenset[Power] = frozenset()
    """Those that hold their consent to be void (VCLT 65)."""
    nullified: tuple[Nullified, ...] = ()
    """The consents that were found void, in order (VCLT 69)."""
    invited: Mapping[Power, frozenset[Power]] = field(factory=dict)
    """Powers invited to accede, with the parties that have invited each."""
    parties: frozenset[Power] = frozenset()
    """Those between whom it is in force."""
    since: TurnId | None = None
    concluded: dt.date | None = None
    """When it was concluded, where that was before the opening and is known."""
    in_force_since: dt.date | None = None
    """When it entered into force, where that was before the opening and not on the day of its conclusion."""
    disclosed: Mapping[Power, int] = field(factory=dict)
    """The turn in which a secret treaty first came before a power that had not made it, by a leak, a notice, an invitation or its services."""
    joined: Mapping[Power, int] = field(factory=dict)
    """The turn since which it binds those who were not bound from its entry into force: later parties, third states that assented."""
    left: frozenset[Power] = frozenset()
    """Those that were parties and are not any more: they come back as others come to it (VCLT 15), not by signing once more."""
    until: dt.date | None = None
    """The day with whose close its term ends, once a renewal has moved it."""
    notices: Mapping[Power, dt.date] = field(factory=dict)
    """Denunciations running, with the day on which each takes effect."""
    suspended: frozenset[tuple[Power, Power]] = frozenset()
    """Who has suspended its operation, and towards whom: for a material breach (VCLT 60), or for consent held void."""
    failed: Mapping[Power, int] = field(factory=dict)
    """The turn in which a signatory's ratification last failed."""
    registered: bool = False
    ending: frozenset[Power] = frozenset()
    """Parties that have agreed that it end (VCLT 54(b))."""
    terminating: Mapping[Power, frozenset[Power]] = field(factory=dict)
    """Parties that have broken it, with those that have invoked the breach to end it with them (VCLT 60(2)(a))."""
    end: End | None = None
    note: Mapping[Lang, str] = field(factory=dict)
    """Source and context, for the reader; no effect."""

    def version(self, number: int) -> Version | None:
        """The text of that number."""
        return self.versions[number - 1] if 0 < number <= len(self.versions) else None

    @property
    def text(self) -> Version:
        """The text that counts: the adopted one, or else the latest."""
        return self.versions[(self.adopted or len(self.versions)) - 1]

    def provisions_of(self, version: Version) -> Provisions:
        """The final provisions of one version."""
        return self.provisions if version.provisions is None else version.provisions

    @property
    def signed(self) -> frozenset[Power]:
        """Those that have signed, without those whose signature *ad referendum* waits for its confirmation (VCLT 12(2)(b))."""
        return frozenset(self.signatures) - self.unconfirmed

    @property
    def unconfirmed(self) -> frozenset[Power]:
        """Those that have signed *ad referendum* only."""
        return frozenset(power for power, signature in self.signatures.items() if signature.ad_referendum)

    def consented(self, power: Power) -> bool:
        """Whether a power has expressed its consent to be bound (VCLT 11-15).

        A signature *ad referendum* waits for its confirmation; where a reservation wants acceptance, so does the consent that
        it goes with until one other power has given it (VCLT 20(4)(c)).
        """
        signature = self.signatures.get(power)
        if signature is None or signature.ad_referendum or (self.provisions.ratification and power not in self.ratified):
            return False
        waits = bool(signature.reservations) and self.provisions.reservations is ReservationPolicy.WITH_CONSENT
        return not waits or Answer.ACCEPTED in self.answers.get(power, {}).values()

    @property
    def is_registered(self) -> bool:
        """Whether it is registered; what was in force at the opening is, unless it is secret (Covenant 18, Charter 102)."""
        return self.registered or (self.since is None and not self.provisions.secret)

    def coercers(self, power: Power) -> frozenset[Power]:
        """Those who threatened or used force against a power when it consented."""
        signature = self.signatures.get(power)
        return signature.under_threat if signature is not None else self.coerced.get(power, frozenset())

    @property
    def in_force(self) -> bool:
        """Whether it binds anybody now."""
        return self.stage is Stage.IN_FORCE

    def bound_by(self, article: Article, parties: frozenset[Power] | None = None) -> frozenset[Power]:
        """Those whom an article binds: the parties, or the powers named in their place, and the third states of which it asks something
        and that have accepted it; the other articles do not bind these (VCLT 35)."""
        bound = self.parties if parties is None else parties
        return bound | (self.assents & article.clause.third_debtors(bound)) if self.assents else bound

    def between(self, one: Power, other: Power) -> bool:
        """Whether its operation is not held up between two powers: by suspension, by an objection that refuses relations, or by a
        reservation that wants an acceptance not yet given (VCLT 20(4), 60)."""
        if (one, other) in self.suspended or (other, one) in self.suspended:
            return False
        return self.related(one, other)

    def related(self, one: Power, other: Power) -> bool:
        """Whether neither has refused treaty relations to the other over a reservation, nor leaves one without the acceptance that it wants."""
        return self._relates(one, other) and self._relates(other, one)

    def _relates(self, reserving: Power, other: Power) -> bool:
        signature = self.signatures.get(reserving)
        if signature is None or not signature.reservations:
            return True
        answer = self.answers.get(reserving, {}).get(other)
        if self.provisions.reservations is ReservationPolicy.WITH_CONSENT and other in self.signatures:
            return answer is Answer.ACCEPTED
        return answer is not Answer.REFUSED
