"""The desk for resolutions: operative paragraphs of typed kinds, each with its form, its text following as one types."""

from __future__ import annotations

import attrs
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.screens.form import new_name
from client.widgets.parameters import blank, field_of, parameters, value_of
from engine.commands import PowerCommand
from engine.council_commands import MoveAmendment, TableResolution
from engine.decide.resolutions import fault_of_changes, fault_of_draft
from engine.domains import OneOf, Option
from engine.measures import MEASURES, Condemnation
from engine.names import UNDETERMINED, AmendmentId, ArticleId, ParagraphId, Power, ResolutionId, StatuteId
from engine.organ import Organ
from engine.resolution import Change, Paragraph, PutParagraph, Resolution, StrikeParagraph
from engine.statutes import article_of
from engine.texts.chamber import article_name, paragraph_text
from engine.texts.refusals import fault_sentence
from engine.voting.bodies import Effect


class ResolutionDesk(ModalScreen[PowerCommand | None]):
    """Drafts a resolution, or moves an amendment to one."""

    BINDINGS = [Binding("escape", "cancel", "Back"), Binding("ctrl+s", "confirm", "OK", priority=True)]

    def __init__(self, option: Option, power: Power, labels: Labels) -> None:
        super().__init__()
        self._option, self._power, self._labels = option, power, labels
        self._base: Resolution | None = None
        if option.verb is MoveAmendment:
            self._base = labels.state.resolutions[option.only("resolution")]
        organ = self._base.organ if self._base is not None else option.only("organ")
        self._organ: Organ = labels.state.organs[organ]
        self._paragraphs: list[Paragraph] = list(self._base.paragraphs) if self._base is not None else []
        self._place: int | None = None

    def compose(self) -> ComposeResult:
        """The paragraphs on one side, the form of the chosen one on the other."""
        words, labels = self._labels.words, self._labels
        if self._base is None:
            title = words("desk.draft", item=labels.before_organs("item", self._option.only("item")))
        else:
            title = words("desk.amend", draft=labels.text(self._base.title))
        with Vertical(id="editor"):
            yield Static(Text(title, style="bold"), id="form-title")
            with Horizontal(id="desk"):
                with Vertical(id="articles-side"):
                    yield OptionList(id="articles")
                    if self._base is None:
                        with VerticalScroll(id="head"):
                            yield Static(Text(words("field.title")))
                            yield Input(id="title", compact=True)
                            yield Static(Text(words("field.article")))
                            articles = self._option.domains["article"]
                            assert isinstance(articles, OneOf)
                            choices = [(article_name(a, words.lang), str(a)) for a in articles.values]
                            yield Select(choices, id="basis", allow_blank=False, compact=True)
                with VerticalScroll(id="article-form"):
                    kinds = [(labels.measure(cls), cls.tag) for cls in MEASURES]
                    yield Select(kinds, id="kind", allow_blank=False, compact=True)
                    yield Vertical(id="parameters")
                    yield Button(words("desk.strike"), id="strike", compact=True)
                    yield Static(id="reads")
            yield Static(id="fault")
            with Vertical(id="buttons"):
                yield Button(words("form.confirm"), id="confirm", variant="primary", compact=True)
                yield Button(words("form.cancel"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the paragraphs; a new text starts with one."""
        if not self._paragraphs:
            self._add()
        self._list(0)
        self.query_one("#title" if self._base is None else "#articles").focus()

    def _list(self, place: int) -> None:
        listing = self.query_one("#articles", OptionList)
        listing.clear_options()
        for number, paragraph in enumerate(self._paragraphs, start=1):
            mark = "" if self._base is not None and paragraph in self._base.paragraphs else "* "
            listing.add_option(Line(Text(f"{mark}{number}. {self._labels.measure(type(paragraph.measure))}")))
        listing.add_option(Line(Text(self._labels.words("desk.add"))))
        listing.highlighted = min(place, len(self._paragraphs) - 1)

    def _add(self) -> None:
        taken = {p.id for p in self._paragraphs}
        number = next(n for n in range(1, 1000) if f"{self._power}_{n}" not in taken)
        others = [p for p in self._labels.state.powers() if p != self._power]
        self._paragraphs.append(Paragraph(id=ParagraphId(ArticleId(f"{self._power}_{number}")), measure=Condemnation(power=others[0])))

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another paragraph's form."""
        event.stop()
        if event.option_index < len(self._paragraphs) and event.option_index != self._place:
            self._place = event.option_index
            with self.prevent(Select.Changed):
                self.query_one("#kind", Select).value = self._paragraphs[self._place].measure.tag
            await self._build()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on the last line adds a paragraph."""
        event.stop()
        if event.option_index >= len(self._paragraphs):
            self._add()
            self._list(len(self._paragraphs) - 1)
        self.query_one("#kind").focus()

    async def on_select_changed(self, event: Select.Changed) -> None:
        """Another kind, another basis, or another value."""
        event.stop()
        if event.select.id == "kind" and self._place is not None:
            kind = next(cls for cls in MEASURES if cls.tag == event.value)
            if type(self._paragraphs[self._place].measure) is not kind:
                self._keep(Paragraph(id=self._paragraphs[self._place].id, measure=blank(kind, self._labels, self._power)))
                await self._build()
                self._list(self._place)
        else:
            self._read()

    def on_selection_list_selected_changed(self) -> None:
        """The text follows."""
        self._read()

    def on_text_area_changed(self) -> None:
        """The text follows."""
        self._read()

    def on_input_changed(self) -> None:
        """The text follows."""
        self._read()

    def on_checkbox_changed(self) -> None:
        """The text follows."""
        self._read()

    async def _build(self) -> None:
        assert self._place is not None
        measure = self._paragraphs[self._place].measure
        box = self.query_one("#parameters", Vertical)
        await box.remove_children()
        for name, hint in parameters(type(measure)).items():
            await box.mount(Static(Text(self._labels.words(f"measure_param.{name}")), classes="field-name"))
            await box.mount(field_of(name, hint, getattr(measure, name), self._labels))
        self._say()

    def _read(self) -> None:
        """Take the form's fields into the paragraph."""
        if self._place is None or self._place >= len(self._paragraphs):
            return
        paragraph = self._paragraphs[self._place]
        values = {}
        for name, hint in parameters(type(paragraph.measure)).items():
            field = next(iter(self.query(f"#p-{name}")), None)
            if field is None:
                return
            values[name] = value_of(hint, field, getattr(paragraph.measure, name))
        self._keep(Paragraph(id=paragraph.id, measure=attrs.evolve(paragraph.measure, **values)))
        self._say()

    def _keep(self, paragraph: Paragraph) -> None:
        assert self._place is not None
        self._paragraphs[self._place] = paragraph

    def _basis(self) -> StatuteId:
        return self._base.article if self._base is not None else StatuteId(str(self.query_one("#basis", Select).value))

    def _say(self) -> None:
        """The paragraph as it will read, and what keeps the text from standing."""
        if self._place is None or self._place >= len(self._paragraphs):
            return
        labels, paragraph = self._labels, self._paragraphs[self._place]
        article = article_of(self._organ, self._basis())
        reads = paragraph_text(paragraph, labels.speaker, article.effect if article is not None else Effect.RECOMMENDATION)
        text = Text("\n").append(labels.words("edit.reads") + "\n", style="bold underline")
        self.query_one("#reads", Static).update(text.append(f"{self._place + 1}. {reads}"))
        state, paragraphs = labels.state, tuple(self._paragraphs)
        if self._base is None:
            fault = fault_of_draft(state, self._organ, self._basis(), paragraphs)
        else:
            fault = fault_of_changes(state, self._organ, self._base, self._changes())
        said = fault_sentence(fault.code, fault.word, labels.words.lang, state.setting) if fault is not None else ""
        self.query_one("#fault", Static).update(Text(labels.words("edit.fault", fault=said)) if said else "")

    def _changes(self) -> tuple[Change, ...]:
        assert self._base is not None
        kept = {p.id for p in self._paragraphs}
        struck: list[Change] = [StrikeParagraph(p.id) for p in self._base.paragraphs if p.id not in kept]
        return (*struck, *(PutParagraph(p) for p in self._paragraphs if p not in self._base.paragraphs))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Strike, do, or leave."""
        event.stop()
        if event.button.id == "strike" and self._place is not None and len(self._paragraphs) > 1:
            del self._paragraphs[self._place]
            place, self._place = max(self._place - 1, 0), None
            self._list(place)
        elif event.button.id == "confirm":
            self.action_confirm()
        elif event.button.id == "cancel":
            self.dismiss(None)

    def action_confirm(self) -> None:
        """Propose it; the rules say what is wrong if something is."""
        state = self._labels.state
        if self._base is not None:
            name = new_name(self._power, "amendment", frozenset(str(a) for a in self._base.amendments))
            self.dismiss(MoveAmendment(resolution=self._base.id, amendment=AmendmentId(name), changes=self._changes()))
            return
        title = self.query_one("#title", Input).value.strip()
        name = new_name(self._power, title, frozenset(str(r) for r in state.resolutions))
        self.dismiss(
            TableResolution(
                resolution=ResolutionId(name),
                organ=self._organ.id,
                item=self._option.only("item"),
                article=self._basis(),
                title={UNDETERMINED: title},
                paragraphs=tuple(self._paragraphs),
            )
        )

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
