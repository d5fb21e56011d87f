"""The text on a desk: its sheets, and what each desk says of its own."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.screen import ModalScreen

from client.labels import Labels
from client.sheets import Kind, Sheet
from client.widgets.parameters import Pools
from engine.commands import Amend, PowerCommand
from engine.council_commands import MoveAmendment
from engine.domains import Option
from engine.names import Power
from engine.parameters import parameters_of

if TYPE_CHECKING:
    from client.app import LocarnoApp


class Drafting(ModalScreen[PowerCommand | None]):
    """A text in sheets; each desk says what its text is made of, how it reads and what keeps it from standing."""

    app: LocarnoApp
    WORDS: ClassVar[str]
    """Under which name the catalogue keeps this desk's words."""

    def __init__(self, option: Option, power: Power, labels: Labels) -> None:
        super().__init__()
        self._option, self._power, self._labels = option, power, labels
        self._amends = option.verb in (Amend, MoveAmendment)
        self._sheets: list[Sheet] = []
        self._place: int | None = None
        self._opening: tuple[Sheet, ...] = ()
        self._offered: Pools = {}
        """What the form in hand lets one name."""
        self._stale = False
        """Whether the form asks for other things than the sheet calls for."""

    # -- what a desk says of its own text

    @abstractmethod
    def heading_words(self) -> str:
        """What is done here."""

    @abstractmethod
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of parts there are: words and tag."""

    @abstractmethod
    def part_name(self, whole: Any) -> str:
        """What kind of part it is, in words."""

    @abstractmethod
    def blank(self, tag: str) -> Any:
        """A first value of a kind."""

    @abstractmethod
    def first(self) -> Any:
        """What a new part is before one has chosen its kind."""

    @abstractmethod
    def reads(self, sheet: Sheet) -> Text:
        """How a sheet reads."""

    @abstractmethod
    def fault(self) -> str:
        """What keeps the text from standing, in words; empty if nothing does."""

    @abstractmethod
    def command(self) -> PowerCommand:
        """The command as the desk stands."""

    def names(self, sheet: Sheet) -> tuple[str, ...]:
        """The parameters that are asked for, in their order."""
        return tuple(parameters_of(type(sheet.whole)))

    def parameter_words(self, kind: Kind, name: str) -> str:
        """A parameter in words."""
        return self._labels.words(f"{kind.value if kind is not Kind.PART else self.PARAMETER}.{name}")

    PARAMETER: ClassVar[str] = "param"

    def pools(self) -> Pools:
        """What can be named here beyond what can be named anywhere."""
        return {}

    @property
    def movable(self) -> bool:
        """Whether parts may change places."""
        return True

    def settled(self, whole: Any) -> Any:
        """A value without what has lost its sense since another part of it changed."""
        return whole

    async def changed(self, former: Sheet, sheet: Sheet) -> None:
        """What else follows from a change."""

    # -- the sheets

    @property
    def parts(self) -> tuple[Sheet, ...]:
        """The articles or paragraphs, in order."""
        return tuple(sheet for sheet in self._sheets if sheet.kind is Kind.PART)

    def number(self, sheet: Sheet) -> int:
        """A part's number."""
        return next((n for n, part in enumerate(self.parts, start=1) if part.ident == sheet.ident), 0)

    def one(self, kind: Kind) -> Any:
        """The heading, or the final provisions."""
        return next((sheet.whole for sheet in self._sheets if sheet.kind is kind), None)

    @property
    def _after_parts(self) -> int:
        """The line that adds a part."""
        return 1 + max((n for n, sheet in enumerate(self._sheets) if sheet.kind in (Kind.HEADING, Kind.PART)), default=-1)

    def _sheet_at(self, line: int) -> int | None:
        """The sheet on a line of the list, None for the line that adds one."""
        add = self._after_parts
        return None if line == add else line - (line > add)

    def _line_of(self, place: int) -> int:
        return place + (place >= self._after_parts)
