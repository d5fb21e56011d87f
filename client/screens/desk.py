"""What every desk has: the sheets of a text in a list, the form of the one chosen, and how it reads, following as one types."""

from __future__ import annotations

from abc import abstractmethod
from unicodedata import normalize

from attrs import evolve as with_
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur
from textual.widgets import Button, Checkbox, Input, OptionList, Select, SelectionList, Static, TextArea
from textual.widgets.option_list import Option as Line

from client.screens.confirm import Confirm
from client.screens.drafting import Drafting
from client.screens.reading import help_page
from client.sheets import Kind, Sheet, read, written
from client.widgets.keys import KeyHint, Keys
from client.widgets.parameters import Parameters


class Desk(Drafting):
    """Drafts a text, or amends one: the sheets, the form of the one in hand, how it reads, the keys and buttons."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("ctrl+s", "confirm", "OK", priority=True),
        Binding("f1", "help", show=False),
        Binding("delete", "strike", show=False),
        Binding("alt+up,shift+up", "move(-1)", show=False),
        Binding("alt+down,shift+down", "move(1)", show=False),
    ]
    # -- the screen

    def compose(self) -> ComposeResult:
        """The sheets on one side, the form of the chosen one on the other, below both how it reads."""
        words = self._labels.words
        kinds = sorted(self.kinds(), key=_letters)
        with Vertical(id="editor"):
            yield Static(Text(self.heading_words(), style="bold"), id="form-title")
            with Horizontal(id="desk"):
                yield OptionList(id="articles", compact=True)
                with VerticalScroll(id="article-form", can_focus=False):
                    yield Select(kinds, id="kind", allow_blank=False, compact=True)
                    yield Parameters(self._labels)
                    with Horizontal(id="part-buttons"):
                        yield Button(words("edit.up"), id="up", compact=True)
                        yield Button(words("edit.down"), id="down", compact=True)
                        yield Button(words(f"{self.WORDS}.strike"), id="strike", compact=True)
            with VerticalScroll(id="prose"):
                yield Static(id="reads")
            yield Static(id="fault")
            with Vertical(id="buttons"):
                yield Button(words("form.confirm"), id="confirm", variant="primary", compact=True)
                yield Button(words("edit.cancel"), id="cancel", compact=True)
        yield Keys()

    def on_descendant_focus(self) -> None:
        """Name the keys that work where the keyboard is."""
        words = self._labels.words
        escape, help_key = words("help.escape"), KeyHint("F1", words("key.help"), "help")
        if self.focused is not self.query_one("#articles"):
            self.query_one(Keys).show(KeyHint(escape, words("desk.key.list"), "back"), help_key)
            return
        hints = [
            KeyHint(words("desk.key.enter"), words("desk.key.form")),
            KeyHint(words("desk.key.delete"), words("desk.key.strike"), "strike"),
        ]
        if self.movable:
            hints.append(KeyHint("Alt+↑↓", words("desk.key.move")))
        self.query_one(Keys).show(*hints, KeyHint(escape, words("edit.cancel"), "back"), help_key)

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(help_page(self._labels.words))

    async def action_strike(self) -> None:
        """Strike the part in hand, unless it is the only one."""
        if self._place is not None and self._sheet.kind is Kind.PART and len(self.parts) > 1:
            del self._sheets[self._place]
            await self._show(max(self._place - 1, self._sheets.index(self.parts[0])))
            self.query_one("#articles").focus()

    async def action_move(self, by: int) -> None:
        """Move the part in hand, as far as there are others."""
        if self._place is None or self._sheet.kind is not Kind.PART or not self.movable:
            return
        if 1 <= self.number(self._sheet) + by <= len(self.parts):
            await self._move(by)

    def warning(self) -> str:
        """What should be looked at before the text leaves the desk; it may stand so."""
        return ""

    async def on_mount(self) -> None:
        """Show the sheets; a new text starts with one part."""
        if not self.parts:
            self._add()
        self._opening = tuple(self._sheets)
        await self._show(0)
        self._offer_unfinished()
        first = self.query("#parameters > Input, #parameters > TextArea")
        (first.first() if self._sheets[0].kind is Kind.HEADING and first else self.query_one("#articles")).focus()

    # -- what is half written outlasts the terminal

    @abstractmethod
    def place(self) -> str:
        """Which text this desk is for."""

    @property
    def _purpose(self) -> str:
        return f"{self._power} {self.place()}"

    @property
    def _game(self) -> str:
        return self.app.welcome.game if self.app.welcome is not None else ""

    def _offer_unfinished(self) -> None:
        """What this power left half written here may be taken up again."""
        found = read(self.app.memory.unfinished(self._game, self._purpose), self._opening)
        if found:
            words = self._labels.words
            question = Confirm(words("edit.unfinished"), (words("edit.take_up"), words("edit.begin_anew")), words)
            self.app.push_screen(question, lambda sure: self._take_up(found, sure))

    async def _take_up(self, sheets: list[Sheet], sure: bool | None) -> None:
        if sure:
            self._sheets = sheets
            self.laid()
            await self._show(0)

    def laid(self) -> None:
        """What else belongs to sheets that were left half written."""

    def _keep(self) -> None:
        """Keep what stands here, as long as it is not what it was."""
        changed = tuple(self._sheets) != self._opening
        self.app.memory.keep_unfinished(self._game, self._purpose, written(self._sheets, self._opening) if changed else "")

    def _forget(self) -> None:
        self.app.memory.keep_unfinished(self._game, self._purpose, "")

    async def _show(self, place: int) -> None:
        """List the sheets anew, and open one."""
        self._place = place
        if self._opening and tuple(self._sheets) != self._opening:
            self._keep()
        listing = self.query_one("#articles", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            listing.clear_options()
            lines = [Line(self._line(sheet)) for sheet in self._sheets]
            lines.insert(self._after_parts, Line(Text(self._labels.words(f"{self.WORDS}.add"))))
            listing.add_options(lines)
            listing.highlighted = self._line_of(place)
        await self._open()

    def _line(self, sheet: Sheet) -> Text:
        mark = "* " if self._amends and sheet.fresh else ""
        if sheet.kind is Kind.PART:
            return Text(f"{mark}{self.number(sheet)}. {self.part_name(sheet.whole)}")
        return Text(f"{mark}{self._labels.words(f'{self.WORDS}.{sheet.kind.value}')}")

    async def _open(self) -> None:
        """The form of the sheet in hand."""
        sheet = self._sheet
        is_part = sheet.kind is Kind.PART
        self.query_one("#kind").display = self.query_one("#part-buttons").display = is_part
        if is_part:
            with self.prevent(Select.Changed):
                self.query_one("#kind", Select).value = sheet.whole.tag
            parts = self.parts
            self.query_one("#up").display = self.query_one("#down").display = self.movable
            self.query_one("#up", Button).disabled = sheet.ident == parts[0].ident
            self.query_one("#down", Button).disabled = sheet.ident == parts[-1].ident
            self.query_one("#strike", Button).disabled = len(parts) == 1
        form = self.query_one(Parameters)
        self._offered = self.pools()
        self._stale = False
        await form.fill(sheet.whole, self.names(sheet), lambda name: self.parameter_words(sheet.kind, name), self._offered)
        self.query_one("#article-form").scroll_home(animate=False)
        self._say()

    @property
    def _sheet(self) -> Sheet:
        assert self._place is not None
        return self._sheets[self._place]

    def _add(self) -> int:
        taken = {sheet.ident for sheet in self._sheets}
        number = next(n for n in range(1, 1000) if f"{self._power}_{n}" not in taken)
        place = self._after_parts
        self._sheets.insert(place, Sheet(kind=Kind.PART, ident=f"{self._power}_{number}", whole=self.first()))
        return place

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another sheet's form."""
        event.stop()
        place = self._sheet_at(event.option_index)
        if place is not None and place != self._place:
            # What was typed last may still be on its way.
            await self._read(leaving=True)
            self._place = place
            await self._open()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Into the form; Enter on the line that adds makes a new part."""
        event.stop()
        if self._sheet_at(event.option_index) is None:
            await self._read()
            await self._show(self._add())
        form = (
            "#kind"
            if self._sheet.kind is Kind.PART
            else "#parameters SelectionList, #parameters Input, #parameters Select, #parameters Checkbox, #parameters TextArea"
        )
        found = self.query(form)
        if found:
            found.first().focus()

    async def on_select_changed(self, event: Select.Changed) -> None:
        """Another kind, or another value."""
        event.stop()
        if event.select.id != "kind":
            await self._read()
            return
        # What the field holds, not what the event says: that of a field just made may be older than the sheet.
        if self._place is not None and self._sheet.kind is Kind.PART and (tag := str(event.select.value)) != self._sheet.whole.tag:
            former = self._sheet.former
            again = former is not None and former.tag == tag
            self._sheets[self._place] = with_(self._sheet, whole=former if again else self.blank(tag))
            await self._show(self._place)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on from a line of words."""
        event.stop()
        self.app.action_focus_next()

    @on(SelectionList.SelectedChanged)
    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Checkbox.Changed)
    async def _follow(self) -> None:
        await self._read()

    async def _read(self, *, leaving: bool = False) -> None:
        """Take the form's fields into the sheet, and ask for what else they call for unless another sheet is about to be opened."""
        if self._place is None:
            return
        sheet = self._sheet
        fresh = with_(sheet, whole=self.settled(self.query_one(Parameters).read()))
        if fresh != sheet:
            self._sheets[self._place] = fresh
            self._keep()
            listing = self.query_one("#articles", OptionList)
            listing.replace_option_prompt_at_index(self._line_of(self._place), self._line(fresh))
            await self.changed(sheet, fresh)
            self._stale = self._stale or self.names(sheet) != self.names(fresh) or self.pools() != self._offered
            # Whoever is in the midst of a word goes on with it: what else it calls for is asked once the field is left.
            if self._stale and not leaving and not isinstance(self.focused, Input):
                await self._again()
        self._say()

    async def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Ask for what the words written call for, now that they are."""
        if self._stale and isinstance(event.widget, Input) and self._place is not None:
            await self._again()

    async def _again(self) -> None:
        """The form anew, with the keyboard and the eye where they were."""
        here, reading = self.focused, self.query_one("#article-form", VerticalScroll)
        read = reading.scroll_y
        line = here.highlighted if isinstance(here, OptionList) else None
        await self._open()
        for field in self.query(f"#{here.id if here is not None else None}"):
            field.focus()
            if isinstance(field, OptionList):
                field.highlighted = line
        # Only once the new fields have their places is there anything to scroll to.
        self.call_after_refresh(self._look_at, reading, read)

    def _look_at(self, reading: VerticalScroll, read: float) -> None:
        reading.scroll_to(y=read, animate=False)
        if self.focused is not None and reading in self.focused.ancestors:
            self.focused.scroll_visible(animate=False)

    def _say(self, *, asked: bool = False) -> None:
        """How the sheet in hand reads, and what keeps the text from standing."""
        if self._place is None:
            return
        self.query_one("#reads", Static).update(self.reads(self._sheet))
        touched = tuple(self._sheets) != self._opening or asked
        fault = self.fault() if touched else ""
        said = self._labels.words("edit.fault", fault=fault) if fault else self.warning() if touched else ""
        self.query_one("#fault", Static).update(Text(said))

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Strike or move the part in hand, do, or leave."""
        event.stop()
        match event.button.id:
            case "strike":
                await self.action_strike()
            case "up":
                await self._move(-1)
            case "down":
                await self._move(1)
            case "confirm":
                await self.action_confirm()
            case _:
                self._leave()

    async def _move(self, by: int) -> None:
        assert self._place is not None
        await self._read()
        there = self._place + by
        self._sheets[self._place], self._sheets[there] = self._sheets[there], self._sheets[self._place]
        await self._show(there)

    async def action_confirm(self) -> None:
        """Propose it, unless something keeps it from standing: then it stays on the desk."""
        await self._read()
        if self.fault():
            self._say(asked=True)
            self.app.bell()
        else:
            self._forget()
            self.dismiss(self.command())

    def action_back(self) -> None:
        """From the form to the list, from the list out."""
        listing = self.query_one("#articles")
        if self.focused is listing:
            self._leave()
        else:
            listing.focus()

    def _leave(self) -> None:
        """Leave everything as it was; what has been written is not thrown away unasked."""
        if tuple(self._sheets) == self._opening:
            self.dismiss(None)
        else:
            words = self._labels.words
            self.app.push_screen(Confirm(words("edit.leave"), (words("edit.leave_lost"),), words, destroys=True), self._left)

    def _left(self, sure: bool | None) -> None:
        if sure:
            self._forget()
            self.dismiss(None)


def _letters(kind: tuple[str, str]) -> str:
    """A kind's words without accents, to sort by."""
    return normalize("NFKD", kind[0]).encode("ascii", "ignore").decode().casefold()
