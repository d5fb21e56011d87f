"""The reservations that one may make: for each article how it is to be narrowed, and by what."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Select, SelectionList, Static
from textual.widgets.selection_list import Selection

from client.labels import Labels
from client.widgets.marks import Marks
from engine.decide.reserving import changes, reservable
from engine.duties import Automaticity, Extent
from engine.names import Power, StakeId
from engine.prose import gist
from engine.reservations import Await, Exclude, LeaveOut, Lessen, Narrowing, Reservation, Spare, WaitFor
from engine.treaty import Article, Treaty

KINDS = ("exclude", "spare", "await", "lessen", "wait_for", "leave_out")
"""The ways to narrow an article, by the names of their words."""
MANY = ("spare", "leave_out")
"""Those that name several powers or stakes."""


class Reserving(Vertical):
    """For each article that admits a reservation, one way or several to narrow it."""

    class Changed(Message):
        """The reservations are no longer what they were."""

    def __init__(self, treaty: Treaty, power: Power, labels: Labels, id: str) -> None:
        super().__init__(id=id)
        self.power = power
        self._treaty, self._labels = treaty, labels

    def compose(self) -> ComposeResult:
        """One row for each article."""
        open_to = reservable(self._treaty)
        for article in self._treaty.text.articles:
            if article.id in open_to:
                yield Narrowed(article, self._treaty, self.power, self._labels)

    @property
    def reservations(self) -> tuple[Reservation, ...]:
        """What has been chosen, article by article; what is not complete does not count yet."""
        rows = self.query(Narrowed)
        made = ((row.article.id, row.narrowing) for row in rows)
        return tuple(dict.fromkeys(Reservation(article=article, narrowing=n) for article, n in made if n is not None))

    @property
    def unfinished(self) -> bool:
        """Whether a way is chosen that names nothing yet."""
        return any(row.kind and row.narrowing is None for row in self.query(Narrowed))

    async def on_narrowed_changed(self, event: Narrowed.Changed) -> None:
        """An article that is narrowed in one way may be narrowed in another as well."""
        event.stop()
        rows = [row for row in self.query(Narrowed) if row.article.id == event.row.article.id]
        last = rows[-1]
        if last.kind not in ("", "exclude") and len(rows) < len(last.kinds):
            again = Narrowed(last.article, self._treaty, self.power, self._labels, again=True)
            await self.mount(again, after=last)
        self.post_message(self.Changed())


class Narrowed(Vertical):
    """One way to narrow one article: the way, and the powers, means or stakes that it names."""

    class Changed(Message):
        """Another way, or other powers, means or stakes."""

        def __init__(self, row: Narrowed) -> None:
            super().__init__()
            self.row = row

    def __init__(self, article: Article, treaty: Treaty, power: Power, labels: Labels, *, again: bool = False) -> None:
        super().__init__()
        self.article = article
        self._treaty, self._power, self._labels, self._again = treaty, power, labels, again
        self.kinds = tuple(kind for kind in KINDS if kind == "exclude" or any(self._matters(n) for n in self._samples(kind)))

    def _matters(self, narrowing: Narrowing) -> bool:
        """Whether it would change anything between this power and the others."""
        return changes(narrowing, self.article, self._treaty, self._power, self._labels.state)

    def _samples(self, kind: str) -> Iterator[Narrowing]:
        """What may be named, each alone."""
        for key in self._pool(kind):
            yield _narrowing(kind, (key,))

    def _pool(self, kind: str) -> dict[str, str]:
        labels, state = self._labels, self._labels.state
        match kind:
            case "await":
                return {a.value: labels.value(a) for a in Automaticity if a is not Automaticity.AUTOMATIC}
            case "lessen":
                return {e.value: labels.value(e) for e in Extent if e is not Extent.ALL_MEANS}
            case "leave_out":
                return {s: labels.speaker.stake_noun(s).short for s in state.setting.stakes}
            case "spare" | "wait_for":
                return {p: labels.power(p) for p in state.powers() if p != self._power}
            case _:
                return {}

    def compose(self) -> ComposeResult:
        """The article, how it is to be narrowed, and what for."""
        words = self._labels.words
        name = words("reserve.again") if self._again else self._labels.article(self._treaty.text, self.article.id)
        yield Static(Text(name), classes="row-name")
        if not self._again:
            provisions = self._treaty.provisions
            order = self._treaty.text.order
            voice = self._labels.speaker.saying(provisions.signatories, bilateral=provisions.bilateral, articles=order)
            yield Static(Text(gist(self.article, voice)), classes="row-gist")
        ways = [(words("narrowing.none"), ""), *((words(f"narrowing.{kind}"), kind) for kind in self.kinds)]
        yield Select(ways, allow_blank=False, value="", compact=True, classes="way")
        yield Static(classes="way-means")
        yield Vertical(classes="named")

    @property
    def kind(self) -> str:
        """The way that is chosen, empty if none."""
        return str(self.query_one(".way", Select).value or "")

    @property
    def narrowing(self) -> Narrowing | None:
        """The narrowing, None while it names nothing."""
        kind = self.kind
        if kind in ("", "exclude"):
            return Exclude() if kind else None
        marked = self.query(".named SelectionList")
        if kind in MANY:
            chosen = marked.first(SelectionList).selected if marked else []
        else:
            chosen = [field.value for field in self.query(".named Select").results(Select)]
        return _narrowing(kind, tuple(str(key) for key in chosen)) if chosen else None

    @on(Select.Changed)
    async def _another(self, event: Select.Changed) -> None:
        event.stop()
        if event.select.has_class("way"):
            await self._ask()
        self.post_message(self.Changed(self))

    @on(SelectionList.SelectedChanged)
    def _others(self, event: SelectionList.SelectedChanged[str]) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    async def _ask(self) -> None:
        """The field for what the chosen way names."""
        box, kind = self.query_one(".named", Vertical), self.kind
        means = self.query_one(".way-means", Static)
        means.update(Text(self._labels.words(f"narrowing.{kind}.means")) if kind else "")
        means.display = bool(kind)
        await box.remove_children()
        named = self._pool(kind)
        if kind in MANY:
            matter = {key: said for key, said in named.items() if self._matters(_narrowing(kind, (key,)))}
            await box.mount(Marks(*(Selection(Text(said), key) for key, said in matter.items()), compact=True))
        elif named:
            ways = [(Text(said), key) for key, said in named.items() if self._matters(_narrowing(kind, (key,)))]
            await box.mount(Select(ways, allow_blank=False, compact=True))


def _narrowing(kind: str, named: tuple[str, ...]) -> Narrowing:
    match kind:
        case "spare":
            return Spare(frozenset(Power(p) for p in named))
        case "leave_out":
            return LeaveOut(frozenset(StakeId(s) for s in named))
        case "await":
            return Await(Automaticity(named[0]))
        case "lessen":
            return Lessen(Extent(named[0]))
        case "wait_for":
            return WaitFor(Power(named[0]))
        case _:
            return Exclude()
