"""The treaties one knows, and the text of the one chosen, as treaty prose."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.messages import TreatyWanted
from client.mirror import Mirror
from engine.decide.signing import awaited_assents
from engine.names import TreatyId
from engine.prose import gist, treaty_text
from engine.treaty import Stage, Treaty

ORDER = (Stage.TABLED, Stage.ADOPTED, Stage.DRAFT, Stage.IN_FORCE, Stage.WITHDRAWN, Stage.ENDED)


class Treaties(Vertical):
    """Titles by stage; the text below or beside."""

    def compose(self) -> ComposeResult:
        """The titles and the text."""
        yield OptionList(id="titles")
        with VerticalScroll(id="reading"):
            yield Static(id="text")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self._titles: list[TreatyId] = []
        self._labels: Labels | None = None

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """List the titles anew, keeping the place."""
        titles = self.query_one("#titles", OptionList)
        chosen = self.chosen
        self._labels = labels
        known = sorted(labels.state.treaties.values(), key=lambda t: ORDER.index(t.stage))
        self._titles = [t.id for t in known]
        titles.clear_options()
        titles.add_options(Line(_title(t, labels)) for t in known)
        if known:
            titles.highlighted = self._titles.index(chosen) if chosen in self._titles else 0
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
            titles.focus()
            self._show_text()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another text."""
        event.stop()
        self._show_text()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """What can be done with it."""
        event.stop()
        if self.chosen is not None:
            self.post_message(TreatyWanted(self.chosen))

    def _show_text(self) -> None:
        labels, chosen = self._labels, self.chosen
        if labels is not None:
            text = Text(labels.words("treaties.none")) if chosen is None else _text(labels.state.treaties[chosen], labels)
            self.query_one("#text", Static).update(text)


def _title(treaty: Treaty, labels: Labels) -> Text:
    line = Text(labels.text(treaty.title))
    line.append(f"  {labels.words('stage.' + treaty.stage.value)}", style="italic dim")
    return line


def _text(treaty: Treaty, labels: Labels) -> Text:
    words = labels.words
    out = Text(words("treaties.act") + "\n", style="dim")
    if treaty.stage is Stage.TABLED:
        for version in treaty.versions:
            names = labels.powers(treaty.initials.get(version.number, frozenset()))
            by = labels.power(version.by) if version.by else "-"
            out.append(words("treaties.version", n=version.number, name=by) + " · " + words("treaties.initialled", names=names) + "\n")
    if treaty.signatures:
        out.append(words("treaties.signed", names=labels.powers(frozenset(treaty.signatures))) + "\n")
    if treaty.stage is Stage.ADOPTED:
        missing = frozenset(treaty.provisions.signatories) - frozenset(treaty.signatures)
        out.append(words("treaties.awaited", names=labels.powers(missing)) + "\n")
    if treaty.assents:
        out.append(words("treaties.assented", names=labels.powers(treaty.assents)) + "\n")
    if awaited := awaited_assents(treaty):
        out.append(words("treaties.awaited", names=labels.powers(awaited)) + "\n")
    out.append("\n" + treaty_text(treaty, treaty.text, labels.speaker) + "\n\n")
    for number, article in enumerate(treaty.text.articles, start=1):
        out.append(f"{number}. {gist(article, labels.speaker)}\n", style="italic")
    if base := treaty.text.base:
        former = treaty.version(base)
        changed = [n for n, a in enumerate(treaty.text.articles, start=1) if former and a not in former.articles]
        out.append(f"\n{words('treaties.changed', n=base)}: {', '.join(map(str, changed)) or '-'}\n", style="bold")
    if treaty.note:
        out.append("\n" + labels.text(treaty.note), style="dim")
    return out
