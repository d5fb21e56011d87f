"""What a seat may ask, in the imperative; the closed union `Command`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.council_commands import CouncilCommand
from engine.crisis import Demand, Stance
from engine.dispute_commands import DisputeCommand
from engine.messages import Phrase, Regarding
from engine.names import ArticleId, ChoiceId, ConferenceId, EventId, Lang, Power, TreatyId
from engine.orders import Order
from engine.organ import Agreed
from engine.reservations import Reservation
from engine.treaty import Answer, Article, Provisions, Vice
from engine.umpire_commands import ClockCommand as ClockCommand  # noqa: PLC0414 - one room of commands for whoever gives them
from engine.umpire_commands import CloseStep as CloseStep  # noqa: PLC0414
from engine.umpire_commands import FindVoid as FindVoid  # noqa: PLC0414
from engine.umpire_commands import Pause as Pause  # noqa: PLC0414
from engine.umpire_commands import Remember as Remember  # noqa: PLC0414
from engine.umpire_commands import SetDeadline as SetDeadline  # noqa: PLC0414
from engine.umpire_commands import UmpireCommand as UmpireCommand  # noqa: PLC0414


@frozen(kw_only=True)
class Send:
    """Say something to powers, or to the press if none is named; `asks` wants an answer."""

    to: frozenset[Power]
    text: str = ""
    phrase: Phrase | None = None
    regarding: Regarding | None = None
    asks: bool = False


@frozen(kw_only=True)
class Draft:
    """Write a treaty for one's own drawer; its id is `power.slug`."""

    treaty: TreatyId
    title: Mapping[Lang, str]
    articles: tuple[Article, ...]
    provisions: Provisions
    preamble: Mapping[Lang, str] = field(factory=dict)


@frozen(kw_only=True)
class Table:
    """Show a draft to the powers that are to negotiate it."""

    treaty: TreatyId
    to: frozenset[Power]


@frozen
class PutArticle:
    """Add an article, or replace the one of the same identity."""

    article: Article


@frozen
class StrikeArticle:
    """Take an article out."""

    article: ArticleId


@frozen(kw_only=True)
class MoveArticle:
    """Put an article before another, or last."""

    article: ArticleId
    before: ArticleId | None = None


Parameter: TypeAlias = bool | int | str | tuple[str, ...] | None
"""A parameter as plain data: truth, number, word or list of words; what the article's kind makes of it is checked by the rules."""


@frozen(kw_only=True)
class SetParameter:
    """Change one parameter of an article, leaving the others as they are."""

    article: ArticleId
    name: str
    value: Parameter = None


@frozen(kw_only=True)
class SetProvision:
    """Change one of the final provisions."""

    name: str
    value: Parameter = None


@frozen
class SetPreamble:
    """Put other words before the articles, or none."""

    preamble: Mapping[Lang, str]


Operation: TypeAlias = PutArticle | StrikeArticle | MoveArticle | SetParameter | SetProvision | SetPreamble


@frozen(kw_only=True)
class Amend:
    """Propose a new version of a tabled text."""

    treaty: TreatyId
    base: int
    operations: tuple[Operation, ...]


@frozen(kw_only=True)
class Initial:
    """Agree to one version as it stands (VCLT 10)."""

    treaty: TreatyId
    version: int


@frozen(kw_only=True)
class Withdraw:
    """Take one's own text off the table before it is adopted, or a draft out of one's files."""

    treaty: TreatyId


@frozen(kw_only=True)
class Sign:
    """Sign an adopted text, with or without reservations (VCLT 11, 19), in full or *ad referendum* (VCLT 12(2)(b))."""

    treaty: TreatyId
    reservations: tuple[Reservation, ...] = ()
    ad_referendum: bool = False


@frozen(kw_only=True)
class Ratify:
    """Ratify a signed treaty (VCLT 14)."""

    treaty: TreatyId


@frozen(kw_only=True)
class Assent:
    """Accept in writing, as a third state, what a treaty asks of one (VCLT 35)."""

    treaty: TreatyId


@frozen(kw_only=True)
class Confirm:
    """Confirm one's own signature *ad referendum* (VCLT 12(2)(b))."""

    treaty: TreatyId


@frozen(kw_only=True)
class AnswerReservation:
    """Accept another's reservations, object, or refuse treaty relations; silence is acceptance (VCLT 20)."""

    treaty: TreatyId
    reserver: Power
    answer: Answer


@frozen(kw_only=True)
class WithdrawReservation:
    """Withdraw one's reservations to an article: it binds in full again (VCLT 22(1))."""

    treaty: TreatyId
    article: ArticleId


@frozen(kw_only=True)
class InvokeNullity:
    """Hold one's consent to be void: as procured by the threat or use of force, or by deceit (VCLT 49, 52, 65)."""

    treaty: TreatyId
    ground: Vice = Vice.COERCION


@frozen(kw_only=True)
class InviteToAccede:
    """Invite a power to accede; it may once every party has invited it (VCLT 15)."""

    treaty: TreatyId
    guest: Power


@frozen(kw_only=True)
class Accede:
    """Join a treaty in force, with or without reservations (VCLT 15, 19)."""

    treaty: TreatyId
    reservations: tuple[Reservation, ...] = ()


@frozen(kw_only=True)
class Register:
    """Have a treaty in force registered and published (Covenant 18, Charter 102)."""

    treaty: TreatyId


@frozen(kw_only=True)
class Denounce:
    """Give notice that one leaves a treaty, as it allows (VCLT 54(a), 56)."""

    treaty: TreatyId


@frozen(kw_only=True)
class RevokeDenunciation:
    """Take back one's notice before it takes effect (VCLT 68)."""

    treaty: TreatyId


@frozen(kw_only=True)
class AgreeToEnd:
    """Agree that a treaty end; it does once every party has (VCLT 54(b))."""

    treaty: TreatyId


@frozen(kw_only=True)
class Protest:
    """Protest against a breach to one's own injury, before all who may read the treaty."""

    treaty: TreatyId
    against: Power


@frozen(kw_only=True)
class CallGuarantors:
    """Call upon those who guarantee under a treaty what another has broken to one's own injury: their duty falls due."""

    treaty: TreatyId
    """The one that holds the guarantee."""
    against: Power
    broken: TreatyId
    article: ArticleId
    """The article of what was broken."""


@frozen(kw_only=True)
class Suspend:
    """Suspend a treaty towards a party that has broken it to one's own injury (VCLT 60(1), 60(2)(b))."""

    treaty: TreatyId
    against: Power


@frozen(kw_only=True)
class Resume:
    """Let a treaty operate again towards a party."""

    treaty: TreatyId
    against: Power


@frozen(kw_only=True)
class Terminate:
    """Invoke a party's breach to end the treaty with it: at once between two, by agreement of all the others among more (VCLT 60(1), 60(2)(a))."""

    treaty: TreatyId
    against: Power


@frozen(kw_only=True)
class Convene:
    """Invite powers to a conference in this turn; its id is `power.slug`."""

    conference: ConferenceId
    title: Mapping[Lang, str]
    invited: frozenset[Power]
    agreed: Agreed = Agreed.BY_ALL
    """By what vote it decides, who else is asked to its table included."""


@frozen(kw_only=True)
class AnswerInvitation:
    """Attend a conference, or decline."""

    conference: ConferenceId
    attend: bool


@frozen(kw_only=True)
class PutToVote:
    """Ask those at the table of a conference, and whoever comes to it, to adopt a version of a treaty in this turn's session."""

    conference: ConferenceId
    treaty: TreatyId
    version: int


@frozen(kw_only=True)
class IssueUltimatum:
    """Demand something of a power by the close of a turn, on pain of force."""

    target: Power
    demand: Demand
    expires: int


@frozen(kw_only=True)
class AnswerUltimatum:
    """Accept or reject an ultimatum."""

    issuer: Power
    accept: bool


@frozen(kw_only=True)
class Choose:
    """Answer an event that asks one's power."""

    event: EventId
    choice: ChoiceId


@frozen
class SignalReady:
    """Say that one has done with the talks, or take it back."""

    ready: bool


@frozen
class CommitOrders:
    """Seal this turn's orders."""

    orders: tuple[Order, ...]


@frozen(kw_only=True)
class AnswerCrisis:
    """Say in secret where one stands in the crisis."""

    stance: Stance
    through: Power | None = None
    """The neutral whose territory one's forces violate to reach the foe, where there is no other way."""
    divisions: int | None = None
    """How many one sends, where a number was promised; without one all that can come."""


@frozen(kw_only=True)
class Decide:
    """The mover's last word in a crisis: persist, or step back."""

    persist: bool


PowerCommand: TypeAlias = (
    Send
    | Draft
    | Table
    | Amend
    | Initial
    | Withdraw
    | Sign
    | Ratify
    | Assent
    | Confirm
    | AnswerReservation
    | WithdrawReservation
    | InviteToAccede
    | Accede
    | Register
    | Denounce
    | RevokeDenunciation
    | AgreeToEnd
    | Protest
    | CallGuarantors
    | Suspend
    | Resume
    | InvokeNullity
    | Terminate
    | Convene
    | AnswerInvitation
    | PutToVote
    | IssueUltimatum
    | AnswerUltimatum
    | Choose
    | SignalReady
    | CommitOrders
    | AnswerCrisis
    | Decide
    | CouncilCommand
    | DisputeCommand
)
Command: TypeAlias = PowerCommand | UmpireCommand
