"""The form of an act, made from the domains of its parameters: one form for every command there is."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from attrs import fields
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, RadioSet, Select, SelectionList, Static, TextArea
from textual.widgets.selection_list import Selection

from client.forecast import owed_orders
from client.labels import Labels
from client.meaning import meaning
from client.screens.confirm import Confirm
from client.widgets.marks import Choices, Dot, Marks
from client.widgets.reserving import Reserving
from engine.commands import Command, CommitOrders
from engine.crisis import DemandCession, Stance
from engine.decide.orders import out_of_reach
from engine.decide.reserving import fault_of_reservations, reservable
from engine.domains import Domain, FreeText, Lawful, NewName, OneOf, Option, Subset, Within, Worded
from engine.names import UNDETERMINED, Onlooker, Viewer
from engine.orders import OrderKind, order_kind
from engine.refusal import Reason
from engine.texts.refusals import fault_sentence

AT_A_GLANCE = 20
"""Orders above which their kinds are offered one at a time."""


class ActForm(ModalScreen[Command | None]):
    """Every parameter that is still open has its field; what the act would mean stands below and follows the choices."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("escape", "cancel", "Back"),
        Binding("ctrl+s", "confirm", "OK", priority=True),
        Binding("enter", "go_on", show=False, priority=True),
        Binding("pageup", "read(-1)", show=False, priority=True),
        Binding("pagedown", "read(1)", show=False, priority=True),
    ]

    def __init__(self, option: Option, by: Viewer, labels: Labels) -> None:
        super().__init__()
        self._option, self._by, self._labels = option, by, labels
        self._power = None if isinstance(by, Onlooker) else by
        self._owed = owed_orders(labels.state, self._power) if self._power is not None and option.verb is CommitOrders else frozenset()

    def compose(self) -> ComposeResult:
        """The title, the fields, the meaning, two buttons."""
        words = self._labels.words
        with Vertical(id="form"):
            yield Static(Text(self._labels.option(self._option), style="bold"), id="form-title")
            if about := self._labels.about(self._option, self._by):
                yield Static(Text(about), id="about-act")
            with VerticalScroll(id="fields"):
                for name, domain in self._option.domains.items():
                    widget = self._field(name, domain)
                    if widget is not None:
                        yield Static(Text(self._title(name, domain)), classes="field-name")
                        if kinds := self._kinds(domain):
                            yield Select[OrderKind](kinds, prompt=words("orders.all_kinds"), id="kinds", compact=True)
                        yield widget
            with VerticalScroll(id="means", can_focus=False):
                yield Static(id="meaning")
            yield Static(id="fault")
            with Vertical(id="buttons"):
                yield Button(words("form.confirm"), id="confirm", variant="primary", compact=True)
                yield Button(words("form.cancel"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Start in the first field, or on the button if nothing is open."""
        # A field may be made of fields of its own, which are not there yet.
        self.call_after_refresh(self._start)
        self._say_meaning()

    def _start(self) -> None:
        # A query gives its matches from the outside in, but reservations stand first.
        inner = self.query("#fields Reserving Select")
        fields = inner or self.query("#fields RadioSet, #fields SelectionList, #fields Input, #fields TextArea")
        (fields.first() if fields else self.query_one("#confirm")).focus()

    def _field(self, name: str, domain: Domain) -> Widget | None:
        match domain:
            case Lawful() if name == "reservations" and self._power is not None:
                treaty = self._labels.state.treaties[self._option.only("treaty")]
                return Reserving(treaty, self._power, self._labels, id=name) if reservable(treaty) else None
            case OneOf(values=values) if len(values) > 1:
                return _radio(name, [self._label(value, name) for value in _newest_first(name, values)])
            case Within(low=low, high=high) if high > low:
                return _radio(name, [self._label(value, name) for value in range(low, high + 1)])
            case Lawful(sample=sample) if len(sample) > 1:
                return Marks(*self._selections(name, _single(sample), frozenset()), id=name, compact=True)
            case Subset(values=values, must=must, most=most) if values and most != 0:
                closed = self._out_of_reach() if self._option.verb is CommitOrders and not self._kinds(domain) else ()
                return Marks(*self._selections(name, values, must), *closed, id=name, compact=True)
            case Worded():
                return Input(id=name, compact=True)
            case FreeText(empty=False):
                return TextArea(id=name)
            case _:
                return None

    def _kinds(self, domain: Domain) -> list[tuple[str, OrderKind]]:
        """The kinds among many orders, to look at one at a time; few are seen at a glance."""
        orders = domain.values if isinstance(domain, Subset) and self._option.verb is CommitOrders else ()
        found = dict.fromkeys(kind for order in orders if (kind := order_kind(order)) is not None)
        return [(self._labels.words(f"order_kind.{kind.value}"), kind) for kind in found] if len(orders) > AT_A_GLANCE else []

    def on_select_changed(self, event: Select.Changed) -> None:
        """Show the orders of one kind, and those that are marked whatever their kind."""
        event.stop()
        domain = self._option.domains["orders"]
        assert isinstance(domain, Subset)
        marks: SelectionList[int] = self.query_one("#orders", SelectionList)
        chosen = frozenset(place for place in marks.selected if place >= 0)
        every = self._selections("orders", domain.values, frozenset(domain.values[place] for place in chosen))
        wanted = event.value if isinstance(event.value, OrderKind) else None
        kept = [s for s in every if wanted is None or s.value in chosen or order_kind(domain.values[s.value]) is wanted]
        marks.clear_options()
        marks.add_options([*kept, *(self._out_of_reach() if wanted is OrderKind.ATTACK else ())])

    def _out_of_reach(self) -> tuple[Selection[int], ...]:
        """Those upon whom no attack is open for want of a road, in one line that cannot be marked."""
        found = out_of_reach(self._labels.state, self._power) if self._power is not None else {}
        wanting = frozenset(p for p, reason in found.items() if reason is Reason.NO_ROAD)
        line = Text(self._labels.words("orders.no_road", names=self._labels.powers(wanting)), style="dim")
        return (Selection(line, -1, disabled=True),) if wanting else ()

    def _title(self, name: str, domain: Domain) -> str:
        """What the field is for, and how many may be marked where that is limited."""
        title = self._labels.words(f"field.{name}")
        if isinstance(domain, Subset) and domain.most is not None and domain.most < len(domain.values):
            return f"{title} · {self._labels.words('field.most', n=domain.most)}"
        return title

    def _selections(self, name: str, values: tuple[Any, ...], chosen: frozenset[Any]) -> list[Selection[int]]:
        """Each value with its place in the domain; orders that are owed stand first."""
        listed = [(place, value) for place, value in enumerate(values)]
        if self._option.verb is CommitOrders and name == "orders":
            listed.sort(key=lambda pair: pair[1] not in self._owed)
        return [Selection(self._label(value, name), place, value in chosen) for place, value in listed]

    def _label(self, value: Any, name: str) -> Text:
        if name in ("version", "base"):
            return Text(self._labels.version(self._labels.state.treaties[self._option.only("treaty")], value))
        if name == "paragraph":
            return Text(self._labels.paragraph(self._labels.state.resolutions[self._option.only("resolution")], value))
        crisis = self._labels.state.crisis
        if isinstance(value, Stance) and crisis is not None and self._power is not None:
            return Text(self._labels.stance(value, self._power, crisis))
        said = self._labels.value(value, self._option.verb, name)
        return Text(self._labels.words("orders.is_owed", order=said) if name == "orders" and value in self._owed else said)

    def _value(self, name: str, domain: Domain) -> Any:
        match domain:
            case Lawful() if name == "reservations":
                made = self.query(Reserving)
                return made.first().reservations if made else ()
            case OneOf(values=values):
                place = 0 if len(values) == 1 else max(self.query_one(f"#{name}", RadioSet).pressed_index, 0)
                return _newest_first(name, values)[place]
            case Within(low=low, high=high):
                return low if low == high else low + max(self.query_one(f"#{name}", RadioSet).pressed_index, 0)
            case Lawful(sample=sample):
                return sample[0] if len(sample) == 1 else self._together(name, _single(sample))
            case Subset(values=values, ordered=ordered, most=most):
                marked = [] if most == 0 or not values else self.query_one(f"#{name}", SelectionList).selected
                chosen = [values[place] for place in sorted(marked) if place >= 0]
                return tuple(chosen) if ordered else frozenset(chosen)
            case Worded():
                return {UNDETERMINED: self.query_one(f"#{name}", Input).value.strip()}
            case FreeText():
                return "" if domain.empty else self.query_one(f"#{name}", TextArea).text.strip()
            case NewName(owner=owner, taken=taken):
                return new_name(owner, self.query_one("#title", Input).value, taken)
            case _:
                return None

    def _together(self, name: str, sample: tuple[Any, ...]) -> Any:
        """Several stakes marked together make one demand; none marked is none made."""
        chosen = [sample[place] for place in sorted(self.query_one(f"#{name}", SelectionList).selected)]
        if len(chosen) > 1 and all(isinstance(d, DemandCession) for d in chosen):
            return DemandCession(tuple(stake for demand in chosen for stake in demand.stakes))
        return chosen[0] if len(chosen) == 1 else None

    def _command(self) -> Command | str:
        """The command as the form stands, or the name of the first field that does not fit."""
        domains = self._option.domains
        values = {a.name: self._value(a.name, domains[a.name]) for a in fields(self._option.verb)}
        for name, value in values.items():
            if not domains[name].admits(value):
                return str(name)
        command = self._option.verb(**values)
        open_fields = [name for name, domain in domains.items() if not isinstance(domain, OneOf)]
        if self._option.admits(command):
            return command
        return open_fields[0] if open_fields else "text"

    def _say_meaning(self) -> None:
        command = self._command()
        lines = () if isinstance(command, str) else meaning(command, self._by, self._labels)
        text = Text()
        if lines:
            text.append("\n" + self._labels.words("form.means") + "\n", style="bold underline")
            text.append("\n".join(f"• {line}" for line in lines))
        self.query_one("#meaning", Static).update(text)
        self.call_after_refresh(self._let_it_scroll)
        self.query_one("#fault", Static).update(Text(self._reservations_forbidden(), style="bold red"))

    def _let_it_scroll(self) -> None:
        """A meaning longer than its place is on the keyboard's way, and says that there is more."""
        means = self.query_one("#means")
        means.can_focus = means.max_scroll_y > 0
        more = self._labels.words("form.more") if means.can_focus else ""
        self.query_one("#form").border_subtitle = more

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes on from what Space marks and from a line of words; a long list and a pen keep the keys by which they are read."""
        here = self.focused
        match action:
            case "go_on":
                return isinstance(here, Marks | Choices | Input)
            case "read":
                return not isinstance(here, TextArea) and not (isinstance(here, Marks) and here.max_scroll_y > 0)
            case _:
                return True

    def action_go_on(self) -> None:
        """To the next field, from the last one to the button."""
        fields = [widget for widget in self.focus_chain if widget.parent is not None and self.query_one("#fields") in widget.ancestors]
        later = fields[fields.index(self.focused) + 1 :] if self.focused in fields else []
        (later[0] if later else self.query_one("#confirm")).focus()

    def action_read(self, by: int) -> None:
        """Read on in what the act would mean, or back."""
        means = self.query_one("#means")
        means.scroll_page_down() if by > 0 else means.scroll_page_up()

    def _reservations_forbidden(self) -> str:
        """Why the reservations chosen may not be made together, or that one names nothing yet; empty if they may."""
        for chosen in self.query(Reserving) if self._power is not None else ():
            labels = self._labels
            if chosen.unfinished:
                return labels.words("reserve.unmarked")
            treaty = labels.state.treaties[self._option.only("treaty")]
            fault = fault_of_reservations(labels.state, treaty, chosen.power, chosen.reservations)
            if fault is not None:
                said = fault_sentence(fault.code, fault.word, labels.words.lang, labels.state.setting)
                return labels.words("reserve.forbidden", fault=said)
        return ""

    def on_reserving_changed(self) -> None:
        """The meaning follows."""
        self._say_meaning()

    def on_radio_set_changed(self) -> None:
        """The meaning follows."""
        self._say_meaning()

    def on_selection_list_selected_changed(self) -> None:
        """The meaning follows."""
        self._say_meaning()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do it, or not."""
        event.stop()
        if event.button.id == "confirm":
            self.action_confirm()
        else:
            self.action_cancel()

    def action_confirm(self) -> None:
        """Do it if everything fits, otherwise say what does not."""
        command = self._command()
        if any(chosen.unfinished for chosen in self.query(Reserving)):
            self._say_meaning()
        elif isinstance(command, str):
            words = self._labels.words
            if self._reservations_forbidden():
                return
            field = words(f"field.{command}") if words.has(f"field.{command}") else command
            self.query_one("#fault", Static).update(Text("! " + words("form.incomplete", field=field), style="bold red"))
            for wanting in self.query(f"#fields #{command}"):
                wanting.focus()
        else:
            self.dismiss(command)

    def action_cancel(self) -> None:
        """Do nothing; reservations that were chosen are not thrown away unasked."""
        words = self._labels.words
        if any(chosen.reservations for chosen in self.query(Reserving)):
            self.app.push_screen(Confirm(words("reserve.leave"), (words("reserve.leave_lost"),), words, destroys=True), self._left)
        else:
            self.dismiss(None)

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)


def _newest_first(name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Of a text's versions the one in discussion is meant unless another is chosen."""
    return values[::-1] if name in ("version", "base") else values


def _radio(name: str, labels: list[Text]) -> Choices:
    return Choices(*(Dot(label, value=place == 0) for place, label in enumerate(labels)), id=name, compact=True)


def new_name(owner: str, title: str, taken: frozenset[str]) -> str:
    """An id from a title: `france.exchange_of_notes`, with a number if it is taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_") or "text"
    name, number = f"{owner}.{slug}", 2
    while name in taken:
        name, number = f"{owner}.{slug}_{number}", number + 1
    return name


def _single(sample: tuple[Any, ...]) -> tuple[Any, ...]:
    """What can be marked: every sample but the empty one, which is to mark nothing."""
    return tuple(value for value in sample if value != ())
