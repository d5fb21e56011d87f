"""What every kind of article has in common: duties, prose, and faults, asked through narrow questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import ClassVar, Protocol

from attrs import fields, frozen, has

from engine.duties import Cede, Duty, Render
from engine.names import ArticleId, BodyId, Lang, OrganId, Power, RegionId, StakeId, TreatyId, TurnId, is_printable
from engine.texts.catalogue import Slot, say
from engine.texts.grammar import Noun, Nouns


class World(Protocol):
    """The questions that an article may ask of the game."""

    def powers(self) -> tuple[Power, ...]: ...

    def is_stake(self, stake: StakeId) -> bool: ...

    def region(self, region: RegionId) -> frozenset[Power] | None:
        """The powers of a region, or None for a name that is not in the scenario."""
        ...

    def holder(self, stake: StakeId) -> Power | None: ...

    def may_be_water(self, stake: StakeId) -> bool:
        """Whether a stake lies on a sea route, or the scenario names none that does."""
        ...

    def is_settled(self, stake: StakeId) -> bool:
        """Whether the question of this stake has been settled by a transfer or a recognition."""
        ...

    def awarded(self, stake: StakeId) -> tuple[Power, TurnId] | None:
        """For whom the inhabitants of a stake have voted, and by when it is to have it; None where no plebiscite has been decided."""
        ...

    def is_body(self, body: BodyId) -> bool:
        """Whether there is an organ of this name, or a type of organs."""
        ...

    def turn_order(self, turn: TurnId) -> int | None:
        """The place of a turn in the calendar, or None for a name that is not in it."""
        ...

    def now(self) -> int: ...


class Voice(Protocol):
    """How a language names things: the forms that treaty prose needs."""

    @property
    def lang(self) -> Lang: ...

    @property
    def bilateral(self) -> bool:
        """Whether the treaty that is being said has two parties and admits no others: `the other Party`."""
        ...

    def a_power_of(self, region: RegionId) -> Noun:
        """`a European Power`, `une Puissance européenne`."""
        ...

    def is_party(self, power: Power) -> bool:
        """Whether a power is to be bound by the treaty that is being said; where it is not known which, everybody is."""
        ...

    def saying(self, parties: tuple[Power, ...], *, bilateral: bool, articles: tuple[ArticleId, ...] = ()) -> Voice:
        """The same voice for a treaty of these parties, with its articles as they are numbered."""
        ...

    def name(self, power: Power) -> str:
        """`the Soviet Union`, `l'URSS`."""
        ...

    def of(self, power: Power) -> str:
        """`of France`, `du Royaume-Uni`."""
        ...

    def to(self, power: Power) -> str:
        """`to France`, `aux États-Unis`."""
        ...

    def names(self, powers: tuple[Power, ...]) -> str:
        """`France, Italy and Poland`, `la France, l'Italie et la Pologne`."""
        ...

    def of_all(self, powers: tuple[Power, ...]) -> str:
        """`of France and Italy`, `de la France et de l'Italie`."""
        ...

    def to_all(self, powers: tuple[Power, ...]) -> str: ...

    def stake_nouns(self, stakes: tuple[StakeId, ...]) -> Nouns:
        """The stakes as one slot of a sentence."""
        ...

    def matter(self, word: str) -> str:
        """What a deed is about, or a body: `the sovereignty`, `le Conseil de la Société des Nations`."""
        ...

    def stake(self, stake: StakeId) -> str:
        """`Zone I of the Sudeten territory`, with its article where the language wants one."""
        ...

    def of_stake(self, stake: StakeId) -> str: ...

    def nouns(self, powers: tuple[Power, ...]) -> Nouns:
        """Several powers as one slot of a sentence."""
        ...

    def registry(self, concluded: dt.date | None) -> str:
        """With whom treaties are registered when one is concluded, or at the opening: `league`, `united_nations` or `nobody`."""
        ...

    def organ(self, organ: OrganId) -> str:
        """`the Council of the League of Nations`, with its article where the language wants one."""
        ...

    def treaty(self, treaty: TreatyId) -> str:
        """A treaty's title in quotation marks."""
        ...

    def figure(self, article: ArticleId, treaty: TreatyId | None) -> str:
        """The number of an article of another treaty, or of the one that is being said: `2`, `premier`; its key where it is not known."""
        ...

    def date(self, turn: TurnId) -> str:
        """`1 October 1938`, `1er octobre 1938`."""
        ...

    def listed(self, items: tuple[str, ...]) -> str:
        """`a, b and c`."""
        ...

    def either(self, items: tuple[str, ...]) -> str:
        """`a, b or c`."""
        ...


@frozen(kw_only=True)
class Fault:
    """Why an article cannot stand: a code with a sentence in `engine.texts`, and the word at fault."""

    code: str
    word: str = ""
    article: int | None = None
    """The place of the article at fault in its text, where it is one of several; the first is 1."""


@frozen(kw_only=True)
class Clause:
    """One kind of article; each kind is a frozen subclass in a file of its own, made of the duties of `engine.duties`."""

    tag: ClassVar[str]
    atop: ClassVar[str | None] = None
    """The obligation type of the Alliance Treaty Obligations and Provisions project, where one fits."""

    ancillary: ClassVar[bool] = False
    """Whether it attends upon the others: its breach is none that is material, unless the treaty holds nothing else (VCLT 60(3))."""

    only_while: TreatyId | None = None
    """The article binds only while this other treaty is in force."""
    from_turn: TurnId | None = None
    """It binds from this turn on."""
    until: TurnId | None = None
    """It binds until the close of this turn."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """What this article obliges whom to, among the powers for which it is in force."""
        raise NotImplementedError(self.tag)

    def third_debtors(self, parties: frozenset[Power]) -> frozenset[Power]:
        """Powers that the article means to bind without their being parties: only their assent binds them (VCLT 35)."""
        return frozenset()

    def concerns(self, negotiators: tuple[Power, ...]) -> frozenset[Power]:
        """The powers whose position the article touches; changing it clears their initials."""
        return frozenset(negotiators)

    def rests_on(self, article: ArticleId) -> bool:
        """Whether what it obliges to depends on what another article of the same text says."""
        return False

    def faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Everything that keeps the article from standing in a treaty of these powers, its term included."""
        # What cannot even be written down is found before anything is made of it.
        unwritten = tuple(dict.fromkeys(fault for a in fields(type(self)) for fault in _unwritten(getattr(self, a.name))))
        return unwritten or self.own_faults(negotiators, world) + tuple(self._term_faults(negotiators, world))

    def names(self) -> tuple[TreatyId, ...]:
        """The other treaties that the article names."""
        return () if self.only_while is None else (self.only_while,)

    def prose(self, voice: Voice) -> str:
        """The article as treaty text, with the term for which it binds."""
        sentences = tuple(_term_sentences(self, voice))
        if not sentences:
            return self.own_prose(voice)
        body = self.own_prose(voice)
        # After a list or somebody's own words the term stands in a paragraph of its own.
        parting = " " if body.endswith(".") and "\n" not in body else "\n"
        return body + parting + " ".join(sentences)

    def gist(self, voice: Voice) -> str:
        """What it comes to, in one line, and when."""
        terms = tuple(_terms_in_short(self, voice))
        if not terms:
            return self.own_gist(voice)
        body = self.own_gist(voice)
        stop = "." if body.endswith(".") else ""
        between = f"{say(voice.lang, 'list.following')} "
        return f"{body.removesuffix('.')} ({between.join(terms)}){stop}"

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """What keeps this kind of article from standing, its term apart."""
        raise NotImplementedError(self.tag)

    def own_prose(self, voice: Voice) -> str:
        """The article as treaty text, its term apart."""
        raise NotImplementedError(self.tag)

    def own_gist(self, voice: Voice) -> str:
        """What it comes to in one line, its term apart."""
        raise NotImplementedError(self.tag)

    def _term_faults(self, negotiators: tuple[Power, ...], world: World) -> Iterator[Fault]:
        """Dates that cannot be, and a performance that would fall due when the article does not bind."""
        if self.from_turn is None and self.until is None:
            return
        faults = tuple(span_faults(self.from_turn, self.until, world))
        yield from faults
        if faults:
            return
        begins = 0 if self.from_turn is None else world.turn_order(self.from_turn) or 0
        ends = None if self.until is None else world.turn_order(self.until)
        bound = frozenset(negotiators)
        for duty in self.duties(bound | self.third_debtors(bound), world):
            by = duty.by if isinstance(duty, Cede | Render) else None
            due = None if by is None else world.turn_order(by)
            if by is not None and due is not None and (due < begins or (ends is not None and due > ends)):
                yield Fault(code="due_outside_term", word=by)
                return


LARGEST = 1_000_000
"""No number in an article is larger."""


def _unwritten(value: object) -> Iterator[Fault]:
    """Numbers beyond all measure, and words that no page could hold."""
    kind = type(value)
    match value:
        case int() if abs(value) > LARGEST:
            yield Fault(code="number_too_large", word=str(LARGEST))
        case str() if not is_printable(value):
            yield Fault(code="words_unprintable")
        case Mapping():
            yield from (fault for words in value.values() for fault in _unwritten(words))
        case tuple() | frozenset():
            yield from (fault for one in value for fault in _unwritten(one))
        case _ if has(kind):
            yield from (fault for a in fields(kind) for fault in _unwritten(getattr(value, a.name)))
        case _:
            return


def span_faults(begins: TurnId | None, ends: TurnId | None, world: World) -> Iterator[Fault]:
    """Dates that are not in the calendar, a term that has passed, and one that ends before it begins."""
    orders = {turn: world.turn_order(turn) for turn in (begins, ends) if turn is not None}
    yield from (Fault(code="unknown_turn", word=turn) for turn, order in orders.items() if order is None)
    first, last = (None if turn is None else orders[turn] for turn in (begins, ends))
    if ends is not None and last is not None and last < world.now():
        yield Fault(code="date_past", word=ends)
    if first is not None and last is not None and last < first:
        yield Fault(code="ends_before_it_begins")


def _term_sentences(clause: Clause, voice: Voice) -> Iterator[str]:
    if dates := _dates(clause, voice):
        yield say(voice.lang, f"prose.term.{'_'.join(dates)}", **dates)
    if clause.only_while is not None:
        key = "prose.term.while.too" if dates else "prose.term.while"
        yield say(voice.lang, key, treaty=voice.treaty(clause.only_while))


def _terms_in_short(clause: Clause, voice: Voice) -> Iterator[str]:
    if dates := _dates(clause, voice):
        yield say(voice.lang, f"gist.term.{'_'.join(dates)}", **dates)
    if clause.only_while is not None:
        yield say(voice.lang, "gist.term.while", treaty=voice.treaty(clause.only_while))


def _dates(clause: Clause, voice: Voice) -> dict[str, Slot]:
    named = {"begins": clause.from_turn, "ends": clause.until}
    return {name: voice.date(turn) for name, turn in named.items() if turn is not None}
