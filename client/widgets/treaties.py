"""The treaties one knows, and the text of the one chosen: in plain words, then as treaty prose, version by version."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.messages import TreatyWanted
from client.mirror import Mirror
from client.screens.comparing import Comparing
from client.screens.in_force_if import InForceIf
from client.treaty_page import treaty_page
from engine.names import Onlooker, TreatyId, Viewer
from engine.negotiated import as_negotiated
from engine.options import asked
from engine.treaty import Stage, Treaty

ORDER = (Stage.TABLED, Stage.ADOPTED, Stage.DRAFT, Stage.IN_FORCE, Stage.WITHDRAWN, Stage.ENDED)
MARKS = {Stage.TABLED: "▸", Stage.ADOPTED: "✎", Stage.DRAFT: "·", Stage.IN_FORCE: "●", Stage.WITHDRAWN: "×", Stage.ENDED: "○"}


PENDING = (Stage.DRAFT, Stage.TABLED, Stage.ADOPTED, Stage.IN_FORCE)
"""Stages in which somebody may still come to be bound."""


class Treaties(Vertical):
    """Titles by stage beside the text."""

    BINDINGS = [
        Binding("v", "version(-1)", "Older version", show=False),
        Binding("V,shift+v", "version(1)", "Newer version", show=False),
        Binding("c,C", "compare", "Compare", show=False),
        Binding("f,F", "suppose", "In force if", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._titles: list[TreatyId | None] = []
        self._labels: Labels | None = None
        self._viewer: Viewer = Onlooker.OBSERVER
        self._version: int | None = None

    def compose(self) -> ComposeResult:
        """The titles and the text."""
        with Horizontal(id="treaties-columns"):
            yield OptionList(id="titles", compact=True)
            with Vertical(id="reading-side"):
                with Horizontal(id="versions"):
                    yield Button("<", id="older", compact=True)
                    yield Static(id="which")
                    yield Button(">", id="newer", compact=True)
                    yield Button("compare", id="compare", compact=True)
                    yield Button("if", id="suppose", compact=True)
                    yield Button("act", id="treaty-act", compact=True, variant="primary")
                with VerticalScroll(id="reading"):
                    yield Static(id="text")

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """List the titles anew, keeping the place."""
        titles = self.query_one("#titles", OptionList)
        chosen = self.chosen
        self._labels, self._viewer = labels, mirror.viewer
        known = sorted(labels.state.treaties.values(), key=lambda t: ORDER.index(t.stage))
        wanted = _wanted(labels, mirror.viewer)
        with self.prevent(OptionList.OptionHighlighted):
            titles.clear_options()
            self._titles = []
            stage: Stage | None = None
            for treaty in known:
                if treaty.stage is not stage:
                    stage = treaty.stage
                    titles.add_option(Line(Content.styled(labels.words(f"stage.{stage.value}").upper(), "dim"), disabled=True))
                    self._titles.append(None)
                mark = ("!", "bold $warning") if treaty.id in wanted else (MARKS[treaty.stage], "bold")
                titles.add_option(Line(Content.assemble(mark, f" {labels.text(treaty.title)}")))
                self._titles.append(treaty.id)
            if copies := self._copies():
                titles.add_option(Line(Content.styled(labels.words("treaties.copies").upper(), "dim"), disabled=True))
                titles.add_options(Line(Content.assemble(("≈", "bold"), f" {labels.text(copy.title)}")) for copy in copies.values())
                self._titles += (None, *copies)
            first = next((i for i, t in enumerate(self._titles) if t is not None), None)
            titles.highlighted = self._titles.index(chosen) if chosen in self._titles and chosen is not None else first
        for ident in ("treaty-act", "compare", "suppose"):
            button = self.query_one(f"#{ident}", Button)
            button.label = Content(labels.words(f"treaties.{ident}"))
            button.refresh(layout=True)
        if self.chosen != chosen:
            self._version = None
        self._show_text()

    @property
    def chosen(self) -> TreatyId | None:
        """The treaty being read."""
        place = self.query_one("#titles", OptionList).highlighted
        return self._titles[place] if place is not None and place < len(self._titles) else None

    def choose(self, treaty: TreatyId) -> None:
        """Read this one."""
        if treaty in self._titles:
            titles = self.query_one("#titles", OptionList)
            titles.highlighted = self._titles.index(treaty)
            self._version = None
            titles.focus()
            self._show_text()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another text."""
        event.stop()
        self._version = None
        self._show_text()
        self.query_one("#reading", VerticalScroll).scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """What can be done with it."""
        event.stop()
        if self.chosen is not None:
            self.post_message(TreatyWanted(self.chosen))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Another version, two of them, what would bring it into force, or what can be done."""
        event.stop()
        match event.button.id:
            case "treaty-act" if self.chosen is not None:
                self.post_message(TreatyWanted(self.chosen))
            case "compare":
                self.action_compare()
            case "suppose":
                self.action_suppose()
            case "older" | "newer":
                self.action_version(-1 if event.button.id == "older" else 1)

    def action_compare(self) -> None:
        """The version that is read beside the one that it amends, or the first."""
        treaty = self._treaty()
        if treaty is not None and self._labels is not None and len(treaty.versions) > 1:
            read = treaty.version(self._version or 0) or treaty.text
            if read.number == 1:
                read = treaty.versions[-1]
            self.app.push_screen(Comparing(treaty, read.base or 1, read.number, self._labels))

    def action_suppose(self) -> None:
        """What would be in force if some consented."""
        treaty = self._treaty()
        if treaty is not None and self._labels is not None and self.query_one("#suppose").display:
            self.app.push_screen(InForceIf(treaty, self._viewer, self._labels))

    def action_version(self, step: int) -> None:
        """Read the version before or after."""
        treaty = self._treaty()
        if treaty is not None:
            number = self._version or treaty.text.number
            self._version = max(1, min(len(treaty.versions), number + step))
            self._show_text()

    def _treaty(self) -> Treaty | None:
        chosen = self.chosen
        if self._labels is None or chosen is None:
            return None
        state = self._labels.state
        treaty = state.treaties.get(chosen)
        return self._copies().get(chosen) if treaty is None else as_negotiated(state, treaty, self._viewer)

    def _copies(self) -> Mapping[TreatyId, Treaty]:
        """The texts of others that the viewer's services have brought it, and that are not before it otherwise."""
        if self._labels is None or isinstance(self._viewer, Onlooker):
            return {}
        state = self._labels.state
        return {ident: copy for ident, copy in sorted(state.files.get(self._viewer, {}).items()) if ident not in state.treaties}

    def _show_text(self) -> None:
        labels, treaty = self._labels, self._treaty()
        if labels is None:
            return
        self.query_one("#versions").display = treaty is not None
        if treaty is None:
            self.query_one("#text", Static).update(Content.styled(labels.words("treaties.none"), "dim"))
            return
        version = treaty.version(self._version or treaty.text.number) or treaty.text
        several = len(treaty.versions) > 1
        self.query_one("#older").display = self.query_one("#newer").display = several
        self.query_one("#older", Button).disabled = version.number == 1
        self.query_one("#newer", Button).disabled = version.number == len(treaty.versions)
        self.query_one("#compare").display = several
        # Of a copy nobody can say more than it says itself.
        self.query_one("#suppose").display = treaty.stage in PENDING and treaty.id in labels.state.treaties
        which = f" {version.number}/{len(treaty.versions)} " if several else ""
        self.query_one("#which", Static).update(Content(which))
        self.query_one("#text", Static).update(treaty_page(treaty, version, labels))


def _wanted(labels: Labels, viewer: Viewer) -> frozenset[TreatyId]:
    """The texts for which the game waits for this viewer."""
    if isinstance(viewer, Onlooker):
        return frozenset()
    return frozenset(option.only("treaty") for option in asked(labels.state, viewer) if "treaty" in option.domains)
