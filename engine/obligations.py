"""What binds whom: the obligations that treaties and measures in force create between ordered pairs of powers, reservations applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from operator import is_

from attrs import evolve as with_
from attrs import field, frozen

from engine.cases import cases, is_being_done
from engine.compliance import sanctions_decided
from engine.duties import Allow, Cede, Duty, Render, Trigger, performance_of, trigger_of
from engine.engagements import Engagement, engagements
from engine.happenings import Deed
from engine.keeping import kept
from engine.names import EVERYBODY, Audience, Power, StakeId, TreatyId
from engine.operation import applies, begins, integral_to, operative
from engine.orders import ApplySanction, Sanction
from engine.record import Conduct
from engine.reservations import Reservation, narrowed
from engine.resolution import Paragraph, StandingMeasure
from engine.state import State, changed
from engine.treaty import Article, Treaty, Version


class ObligationState(StrEnum):
    """How far an obligation in force is done."""

    DORMANT = "dormant"
    """Nothing is asked yet: its case has not arisen, or its day has not come."""
    DUE = "due"
    """It is to be performed now."""
    OBSERVED = "observed"
    """A conduct that lasts, or an abstention, against which nothing has been found."""
    PERFORMED = "performed"
    """Done, the last time that it was asked for."""
    BREACHED = "breached"
    """Found broken, and not made good since."""
    EXCUSED = "excused"
    """Its day has come, and what comes before it forbids its performance (VCLT 30; Covenant 20; Charter 103), the thing has been lost
    to another (VCLT 61), or its creditor has made war upon its debtor."""
    SUSPENDED = "suspended"
    """Nothing is owed as long as the operation of the treaty is suspended between the two (VCLT 57-60, 72)."""


@frozen(kw_only=True)
class AppliedReservation:
    """A reservation that has narrowed a duty, and whose it is."""

    power: Power
    reservation: Reservation


@frozen(kw_only=True)
class Obligation:
    """A duty with its source: an article of a treaty, a paragraph of a resolution under that resolution's key, or an engagement under a statute."""

    treaty: TreatyId
    article: Article | Paragraph | Engagement
    duty: Duty
    """What is owed, reservations applied."""
    version: int | None = None
    """The number of the text from which it comes, as those read it who see this state; None for what is no treaty."""
    reservations: tuple[AppliedReservation, ...] = ()
    """Those of its debtor and of its creditor that have narrowed it (VCLT 21(1))."""
    state: ObligationState | None = field(default=None, eq=False)
    """How far it is done; None where only what is owed was asked, and not how far (`engine.fulfilment`)."""
    due: int | None = field(default=None, eq=False)
    """The turn by whose close it is to be performed, given with its state; None where no day is set."""

    @property
    def debtor(self) -> Power:
        """Who owes it."""
        return self.duty.debtor

    @property
    def creditor(self) -> Power:
        """To whom it is owed."""
        return self.duty.creditor

    @property
    def reserved_by(self) -> tuple[Power, ...]:
        """Those whose reservations have narrowed it."""
        return tuple(dict.fromkeys(one.power for one in self.reservations)) if self.reservations else ()

    @property
    def trigger(self) -> Trigger | None:
        """The case that calls for it; None where it is owed in any case, or by a date."""
        return trigger_of(self.duty)

    @property
    def performance(self) -> frozenset[Deed]:
        """The deeds that perform it; none where it is kept by doing nothing."""
        return performance_of(self.duty)


def known_to(state: State, owed: Obligation) -> Audience:
    """Who may know of an obligation: those who know its treaty; what an organ has adopted is public."""
    treaty = state.treaties.get(owed.treaty) if isinstance(owed.article, Article) else None
    return EVERYBODY if treaty is None else treaty.known_to


def is_known_to(state: State, power: Power, ident: TreatyId) -> bool:
    """Whether a power may know of the source of an obligation."""
    treaty = state.treaties.get(ident)
    return treaty is None or treaty.known_to is None or power in treaty.known_to


def obligations(state: State) -> tuple[Obligation, ...]:
    """Every obligation in force that this state knows.

    A third state is bound by what it has assented to (VCLT 35). A reservation narrows the article between its maker and each
    other party, both ways (VCLT 21(1)); where treaty relations are refused, awaited or suspended, nothing is owed.
    """
    basis = (
        state.treaties,
        *_facts(state),
        state.measures,
        state.disputes,
        state.wars,
        state.memberships,
    )
    return kept(state, "_obligations", basis, lambda: tuple(_in_force(state)))


def _in_force(state: State) -> Iterator[Obligation]:
    for part in _by_treaty(state).values():
        yield from part.owed
    for standing in state.measures.values():
        if standing.ended is None:
            yield from obligations_under_measure(standing)
    yield from (Obligation(treaty=e.source, article=e.article, duty=e.duty) for e in engagements(state))


def _facts(state: State) -> tuple[object, ...]:
    """Whatever of the game, the other treaties apart, an article may read to say what it obliges to (`World`)."""
    return state.holders, state.settled, state.votes, state.turn, state.setting


@frozen
class _Share:
    """What one treaty contributes to the obligations in force, with all that it was computed from but the facts of the game."""

    texts: tuple[Treaty, ...]
    articles: tuple[Article, ...]
    owed: tuple[Obligation, ...]

    def is_of(self, texts: tuple[Treaty, ...], articles: tuple[Article, ...]) -> bool:
        """Whether it was computed from these very texts, and these articles of the first."""
        return (
            len(self.texts) == len(texts)
            and len(self.articles) == len(articles)
            and all(map(is_, self.texts, texts))
            and all(map(is_, self.articles, articles))
        )


def _by_treaty(state: State) -> dict[TreatyId, _Share]:
    """What each operative treaty contributes; that of a treaty that no act has touched is not computed again."""
    facts = _facts(state)
    kept = state.__dict__.get("_shares")
    before: Mapping[TreatyId, _Share] = {} if kept is None or not all(map(is_, kept[0], facts)) else kept[1]
    shares = {}
    for treaty in state.treaties.values():
        if operative(state, treaty):
            texts, articles = (treaty, *integral_to(state, treaty)), tuple(a for a in treaty.text.articles if applies(state, treaty, a))
            share = before.get(treaty.id)
            if share is None or not share.is_of(texts, articles):
                share = _Share(texts, articles, tuple(_owed_under(state, texts, articles, None)))
            shares[treaty.id] = share
    state.__dict__["_shares"] = facts, shares
    return shares


def obligations_under_measure(standing: StandingMeasure) -> Iterator[Obligation]:
    """What a measure in force obliges those to whom it applies to."""
    paragraph = Paragraph(id=standing.paragraph, measure=standing.measure)
    for duty in standing.measure.duties(standing.bound, standing.beneficiaries):
        yield Obligation(treaty=TreatyId(standing.resolution), article=paragraph, duty=duty)


def sanctions_to_apply(state: State, power: Power) -> tuple[ApplySanction, ...]:
    """The orders by which a power has still to sever something: under measures of organs, as they were adopted, then under treaties whose
    case has arisen."""
    owed: dict[ApplySanction, None] = {one.order: None for one in sanctions_decided(state, power) if not one.applied}
    for o in owed_by(state, power):
        if isinstance(o.duty, Render) and o.duty.deed is Deed.SANCTION and o.duty.when is not None:
            for arisen in cases(state, o.duty):
                if not is_being_done(state, o.duty, arisen):
                    foes = arisen.foes if o.duty.toward is None else (o.duty.toward,)
                    owed |= {ApplySanction(foe, Sanction(o.duty.matter)): None for foe in foes if foe != power}
    return tuple(owed)


def obligations_under(state: State, treaty: Treaty, bound: frozenset[Power] | None = None) -> Iterator[Obligation]:
    """What a treaty obliges its parties and assenting third states to; with `bound`, these powers in the parties' place."""
    articles = tuple(a for a in treaty.text.articles if applies(state, treaty, a))
    return _owed_under(state, (treaty, *integral_to(state, treaty)), articles, bound)


def _owed_under(
    state: State, texts: tuple[Treaty, ...], articles: tuple[Article, ...], bound: frozenset[Power] | None
) -> Iterator[Obligation]:
    """The same under these articles of a treaty that is an integral part of the texts that follow it."""
    treaty, version = texts[0], texts[0].text.number
    whole = not any(text.suspended or any(s.reservations for s in text.signatures.values()) for text in texts)
    for article in articles:
        duties = article.clause.duties(treaty.bound_by(article, bound), state)
        if whole:
            yield from [Obligation(treaty=treaty.id, article=article, duty=duty, version=version) for duty in duties]
        else:
            for duty in duties:
                if _operates(texts, duty) and (left := _between_the_two(treaty, version, article, duty)) is not None:
                    yield left


def promises(state: State, treaty: Treaty, version: Version, bound: frozenset[Power], *, thirds: bool) -> Iterator[Obligation]:
    """What a text obliges these powers to at whatever date, reservations applied; `thirds` adds the third states that it names, whether or
    not they have assented."""
    for article in version.articles:
        asked = article.clause.third_debtors(bound) if thirds else frozenset[Power]()
        for duty in article.clause.duties(treaty.bound_by(article, bound) | asked, state):
            left = _between_the_two(treaty, version.number, article, duty) if _operates((treaty,), duty) else None
            if left is not None:
                yield left


def _operates(texts: tuple[Treaty, ...], duty: Duty) -> bool:
    """Whether the operation of these treaties, a text and what it is an integral part of, is held up nowhere between the two."""
    return all(text.between(duty.debtor, duty.creditor) for text in texts)


def _between_the_two(treaty: Treaty, version: int, article: Article, duty: Duty) -> Obligation | None:
    """What is left of a duty between its debtor and its creditor once reservations are applied, if anything."""
    left: Duty = duty
    applied: list[AppliedReservation] = []
    for power in (duty.debtor, duty.creditor):
        signature = treaty.signatures.get(power)
        for reservation in () if signature is None else signature.reservations:
            if reservation.article == article.id:
                less = narrowed(left, reservation.narrowing)
                if less is None:
                    return None
                if narrowed(duty, reservation.narrowing) != duty:
                    applied.append(AppliedReservation(power=power, reservation=reservation))
                left = less
    return Obligation(treaty=treaty.id, article=article, duty=left, version=version, reservations=tuple(applied))


def yet_to_begin(state: State) -> Iterator[Obligation]:
    """What treaties that bind now will oblige their parties to from a later date on: it lies dormant until then."""
    for treaty in state.treaties.values() if state.turn >= 0 else ():
        later = tuple(a for a in treaty.text.articles if begins(state, a) > state.turn)
        if later and operative(state, treaty):
            text, whole = with_(treaty.text, articles=later), integral_to(state, treaty)
            for owed in promises(state, treaty, text, treaty.parties, thirds=False):
                if _operates(whole, owed.duty):
                    yield with_(owed, state=ObligationState.DORMANT)


def held_up(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power would owe and be owed, were the operation of the treaty not suspended between the two: nothing, until it is resumed."""
    found: list[Obligation] = []
    for treaty in state.treaties.values():
        texts = (treaty, *integral_to(state, treaty))
        if not any(text.suspended for text in texts) or not operative(state, treaty):
            continue
        resumed = {text.id: with_(text, suspended=frozenset()) for text in texts}
        operating = changed(state, treaties={**state.treaties, **resumed})
        for owed in obligations_under(operating, resumed[treaty.id]):
            if power in (owed.debtor, owed.creditor) and not _operates(texts, owed.duty):
                found.append(with_(owed, state=ObligationState.SUSPENDED))
    return tuple(found)


def owed_by(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power owes, whatever its state; `engine.fulfilment.obligations_of` says how far it is done."""
    return tuple(o for o in obligations(state) if o.duty.debtor == power)


def cessions_of(state: State, power: Power) -> tuple[Obligation, ...]:
    """The stakes that a power has still to hand over and holds, earliest first."""
    pending: list[tuple[int, Obligation]] = []
    for owed in owed_by(state, power):
        if isinstance(owed.duty, Cede) and state.holder(owed.duty.stake) == power:
            pending.append((state.turn_order(owed.duty.by) or 0, owed))
    return tuple(owed for _, owed in sorted(pending, key=lambda pair: pair[0]))


def last_line(state: State, owed: Obligation, since: int | None = None) -> Conduct | None:
    """What was last entered on the record of an obligation, from a turn on if one is named: it decides whether it stands kept or broken."""
    key = (owed.treaty, owed.article.id, owed.duty)
    lines = (line for line in reversed(state.record) if (line.treaty, line.article, line.duty) == key)
    return next((line for line in lines if since is None or line.turn >= since), None)


def is_denied(state: State, owed: Obligation) -> bool:
    """Whether it stands on the record as broken: a right refused and not granted again, a limit renounced or overstepped."""
    last = last_line(state, owed)
    return last is not None and not last.kept


def denied_by(state: State, power: Power) -> tuple[Obligation, ...]:
    """The rights that a power refuses to those to whom it has granted them."""
    return tuple(o for o in owed_by(state, power) if isinstance(o.duty, Allow) and is_denied(state, o))


def unmended(state: State, power: Power, against: Power) -> tuple[Conduct, ...]:
    """Whatever another has broken that a power knows of and that has not been made good since."""
    lines = tuple(line for line in state.record if line.debtor == against and (line.known_to is None or power in line.known_to))
    return tuple(
        line
        for place, line in enumerate(lines)
        if not line.kept and not any(later.kept and (later.treaty, later.duty) == (line.treaty, line.duty) for later in lines[place:])
    )


def open_stakes(state: State, treaty: Treaty) -> tuple[StakeId, ...]:
    """The stakes that a treaty's cessions still wait for."""
    return tuple(
        o.duty.stake
        for o in obligations(state)
        if o.treaty == treaty.id and isinstance(o.duty, Cede) and state.holder(o.duty.stake) != o.duty.creditor
    )
