"""What would be in force if some consented to be bound and others did not, and what that would oblige one to."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from client.labels import Labels
from client.treaty_meaning import conflict_lines, owed_under
from client.widgets.marks import Marks
from engine.duration import first_term
from engine.entry import in_force_if
from engine.names import Onlooker, Power, Viewer
from engine.texts.entries import entry_words
from engine.texts.grammar import date
from engine.treaty import Accession, Treaty


class InForceIf(ModalScreen[None]):
    """Mark who ratifies, signs or accedes; what follows stands below. Escape closes it."""

    BINDINGS = [Binding("escape,q", "leave", "Back")]

    def __init__(self, treaty: Treaty, viewer: Viewer, labels: Labels) -> None:
        super().__init__()
        self._treaty, self._viewer, self._labels = treaty, viewer, labels

    def compose(self) -> ComposeResult:
        """Those who might consent, and what would follow."""
        labels, treaty = self._labels, self._treaty
        with Vertical(id="supposing"):
            yield Static(Text(labels.words("supposed.title", treaty=labels.text(treaty.title)), style="bold"))
            yield Static(Text(labels.words("supposed.who")), classes="field-name")
            bound = frozenset(p for p in treaty.signatures if treaty.consented(p))
            marks = (Selection(Text(labels.power(p)), str(p), p in bound or p == self._viewer) for p in self._candidates())
            yield Marks(*marks, id="consenting", compact=True)
            with VerticalScroll(id="follows"):
                yield Static(id="supposed")

    def _candidates(self) -> tuple[Power, ...]:
        """Signatories, and whoever might accede."""
        treaty = self._treaty
        provisions = treaty.provisions_of(treaty.text)
        others = provisions.open_to or self._labels.state.powers() if provisions.accession is Accession.OPEN else tuple(treaty.invited)
        known = frozenset(provisions.signatories) | frozenset(others) | frozenset(treaty.signatures)
        return tuple(p for p in self._labels.state.powers() if p in known)

    def on_mount(self) -> None:
        """The marks are at hand."""
        self.query_one("#consenting").focus()
        self._show()

    def on_selection_list_selected_changed(self) -> None:
        """Others consent."""
        self._show()

    def _show(self) -> None:
        labels, treaty = self._labels, self._treaty
        marks: SelectionList[str] = self.query_one("#consenting", SelectionList)
        consenting = frozenset(Power(p) for p in marks.selected)
        text = Text()
        for found in in_force_if(labels.state, treaty, consenting):
            other = labels.state.treaties[found.treaty]
            verdict = labels.words("supposed.in_force" if found.met else "supposed.waits", treaty=labels.text(other.title))
            text.append(verdict + "\n", style="bold green" if found.met else "bold yellow")
            text.append("".join(f"• {line}\n" for line in entry_words(found, labels.speaker, labels.state.treaties)))
            until = first_term(labels.state, other.provisions_of(other.text), labels.state.today)
            if found.met and until is not None:
                text.append(f"• {labels.words('supposed.until', date=date(labels.words.lang, until))}\n")
            if found.met and not isinstance(self._viewer, Onlooker):
                text.append_text(self._owed(other, frozenset(found.bound), self._viewer))
        self.query_one("#supposed", Static).update(text)

    def _owed(self, treaty: Treaty, bound: frozenset[Power], me: Power) -> Text:
        """What one would owe and be owed under it, and what one could not keep with it."""
        labels, text = self._labels, Text()
        for key, lines in zip(("supposed.owed", "supposed.due"), owed_under(treaty, bound, me, labels), strict=True):
            if lines:
                text.append(f"{labels.words(key)}\n", style="bold").append("".join(f"   {line}\n" for line in lines))
        if me in bound:
            text.append("".join(f"! {line}\n" for line in conflict_lines(treaty, None, me, labels)), style="red")
        return text

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()
