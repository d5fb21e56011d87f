"""The treaties one knows, and the text of the one chosen: in plain words, then as treaty prose, version by version."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.messages import TreatyWanted
from client.mirror import Mirror
from engine.clauses.base import Voice
from engine.decide.signing import awaited_assents
from engine.names import Onlooker, TreatyId, Viewer
from engine.options import asked
from engine.prose import gist, treaty_text
from engine.texts.reservations import reservation_words
from engine.treaty import Article, Stage, Treaty, Version

ORDER = (Stage.TABLED, Stage.ADOPTED, Stage.DRAFT, Stage.IN_FORCE, Stage.WITHDRAWN, Stage.ENDED)
MARKS = {Stage.TABLED: "▸", Stage.ADOPTED: "✎", Stage.DRAFT: "·", Stage.IN_FORCE: "●", Stage.WITHDRAWN: "×", Stage.ENDED: "○"}


class Treaties(Vertical):
    """Titles by stage beside the text."""

    BINDINGS = [
        Binding("v", "version(-1)", "Older version", show=False),
        Binding("V,shift+v", "version(1)", "Newer version", show=False),
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
            first = next((i for i, t in enumerate(self._titles) if t is not None), None)
            titles.highlighted = self._titles.index(chosen) if chosen in self._titles and chosen is not None else first
        self.query_one("#treaty-act", Button).label = Content(labels.words("treaties.do"))
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
        """Another version, or what can be done."""
        event.stop()
        if event.button.id == "treaty-act":
            if self.chosen is not None:
                self.post_message(TreatyWanted(self.chosen))
        else:
            self.action_version(-1 if event.button.id == "older" else 1)

    def action_version(self, step: int) -> None:
        """Read the version before or after."""
        treaty = self._treaty()
        if treaty is not None:
            number = self._version or treaty.text.number
            self._version = max(1, min(len(treaty.versions), number + step))
            self._show_text()

    def _treaty(self) -> Treaty | None:
        chosen = self.chosen
        return None if self._labels is None or chosen is None else self._labels.state.treaties.get(chosen)

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
        which = f" {version.number}/{len(treaty.versions)} " if several else ""
        self.query_one("#which", Static).update(Content(which))
        self.query_one("#text", Static).update(_text(treaty, version, labels))


def _wanted(labels: Labels, viewer: Viewer) -> frozenset[TreatyId]:
    """The texts for which the game waits for this viewer."""
    if isinstance(viewer, Onlooker):
        return frozenset()
    return frozenset(option.only("treaty") for option in asked(labels.state, viewer) if "treaty" in option.domains)


def _text(treaty: Treaty, version: Version, labels: Labels) -> Content:
    words = labels.words
    lines = [Content.styled(labels.text(treaty.title), "bold"), *_standing(treaty, version, labels), Content("")]
    voice = labels.speaker.saying(bilateral=treaty.provisions_of(version).bilateral)
    former = treaty.version(version.base) if version.base else None
    lines.append(Content.styled(words("treaties.gist"), "bold underline"))
    for number, article in enumerate(version.articles, start=1):
        lines.append(Content.assemble((f"{number}. ", "bold"), gist(article, voice), _change(article, former, labels, voice)))
    if former is not None:
        here = {article.id for article in version.articles}
        for article in former.articles:
            if article.id not in here:
                struck = f"– {gist(article, voice)}"
                lines.append(Content.assemble((struck, "strike dim"), (f"  {words('treaties.struck', n=former.number)}", "$warning")))
    lines += [Content(""), Content.styled(words("treaties.full"), "bold underline")]
    lines.append(Content(treaty_text(treaty, version, voice)))
    if treaty.note:
        lines += [Content(""), Content.styled(labels.text(treaty.note), "dim")]
    return Content("\n").join(lines)


def _change(article: Article, former: Version | None, labels: Labels, voice: Voice) -> Content:
    """How the article differs from the version that this one amends."""
    if former is None or article in former.articles:
        return Content("")
    before = next((a for a in former.articles if a.id == article.id), None)
    if before is None:
        return Content.styled(f"  + {labels.words('treaties.added')}", "$warning")
    was = labels.words("treaties.was", n=former.number, gist=gist(before, voice))
    return Content.assemble((f"\n   ~ {was}", "$warning"))


def _standing(treaty: Treaty, version: Version, labels: Labels) -> list[Content]:
    """Who has initialled, signed, ratified, accepted, and who is waited for."""
    words = labels.words
    said = [words(f"stage.{treaty.stage.value}")]
    signatories = frozenset(treaty.provisions.signatories)
    if treaty.stage is Stage.TABLED:
        initials = treaty.initials.get(version.number, frozenset())
        if version.by is not None:
            said.append(words("treaties.version", n=version.number, name=labels.speaker.name(version.by)))
        said.append(words("treaties.initialled", names=labels.powers(initials)))
        said.append(words("treaties.awaited", names=labels.powers(signatories - initials)))
    if treaty.signatures:
        said.append(words("treaties.signed", names=labels.powers(frozenset(treaty.signatures))))
    if treaty.stage is Stage.ADOPTED:
        said.append(words("treaties.awaited", names=labels.powers(signatories - frozenset(treaty.signatures))))
        if treaty.provisions.ratification:
            said.append(words("treaties.ratified", names=labels.powers(treaty.ratified)))
    for power, signature in treaty.signatures.items():
        said += (words("treaties.reserved", words=reservation_words(one, treaty, power, labels.speaker)) for one in signature.reservations)
        for other, answer in treaty.answers.get(power, {}).items():
            said.append(words(f"treaties.{answer.value}", power=labels.power(other), reserver=labels.power(power)))
    if treaty.assents:
        said.append(words("treaties.assented", names=labels.powers(treaty.assents)))
    if awaited := awaited_assents(treaty):
        said.append(words("treaties.third", names=labels.powers(awaited)))
    if treaty.provisions.secret:
        said.append(words("means.secret"))
    return [Content.styled(line, "$accent") for line in said]
