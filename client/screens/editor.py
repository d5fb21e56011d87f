"""The drafting desk: a text's articles, each with a form made from its kind's parameters, its prose following as one types."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, OptionList, Select, SelectionList, Static, TextArea
from textual.widgets.option_list import Option as Line
from textual.widgets.selection_list import Selection

from client.labels import Labels
from client.screens.form import new_name
from client.widgets.marks import Marks, Tick
from engine.clauses import CLAUSES, AnyClause
from engine.clauses.base import Clause
from engine.clauses.cession import Stage as CessionStage
from engine.clauses.declaration import Declaration
from engine.commands import Amend, Draft, Operation, PowerCommand, PutArticle, StrikeArticle
from engine.domains import Option
from engine.duties import Forces
from engine.names import UNDETERMINED, ArticleId, BodyId, Power, StakeId, TreatyId, TurnId
from engine.prose import article_text, gist
from engine.texts.refusals import fault_sentence
from engine.treaty import Article, Provisions, Version


class Editor(ModalScreen[PowerCommand | None]):
    """Amends a text on the table, or drafts a new one."""

    BINDINGS = [Binding("escape", "cancel", "Back"), Binding("ctrl+s", "confirm", "OK", priority=True)]

    def __init__(self, option: Option, power: Power, labels: Labels) -> None:
        super().__init__()
        self._option, self._power, self._labels = option, power, labels
        self._base: Version | None = None
        self._negotiators: tuple[Power, ...] = labels.state.powers()
        if option.verb is Amend:
            treaty = labels.state.treaties[option.only("treaty")]
            self._base = treaty.versions[-1]
            self._negotiators = treaty.provisions.signatories
        self._articles: list[Article] = list(self._base.articles) if self._base else []
        self._place: int | None = None

    def compose(self) -> ComposeResult:
        """The articles on one side, the form of the chosen one on the other."""
        words, labels = self._labels.words, self._labels
        if self._base is None:
            title = words("edit.draft")
        else:
            title = words("edit.amend", treaty=labels.treaty(self._option.only("treaty")), n=self._base.number)
        with Vertical(id="editor"):
            yield Static(Text(title, style="bold"), id="form-title")
            with Horizontal(id="desk"):
                with Vertical(id="articles-side"):
                    yield OptionList(id="articles")
                    if self._base is None:
                        with VerticalScroll(id="head"):
                            yield Static(Text(words("field.title")))
                            yield Input(id="title", compact=True)
                            yield Static(Text(words("edit.signatories")))
                            yield Marks(
                                *(Selection(Text(labels.power(p)), str(p), p == self._power) for p in labels.state.powers()),
                                id="signatories",
                                compact=True,
                            )
                            yield Tick(words("edit.ratification"), id="ratification", compact=True)
                            yield Tick(words("edit.secret"), id="secret", compact=True)
                with VerticalScroll(id="article-form"):
                    yield Select(
                        [(words(f"kind.{cls.tag}"), cls.tag) for cls in CLAUSES],
                        id="kind",
                        allow_blank=False,
                        compact=True,
                    )
                    yield Vertical(id="parameters")
                    yield Button(words("edit.strike"), id="strike", compact=True)
                    yield Static(id="reads")
            yield Static(id="fault")
            with Vertical(id="buttons"):
                yield Button(words("form.confirm"), id="confirm", variant="primary", compact=True)
                yield Button(words("form.cancel"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the articles; a new text starts with one."""
        if not self._articles:
            self._add()
        self._list(0)
        self.query_one("#title" if self._base is None else "#articles").focus()

    def _list(self, place: int) -> None:
        articles = self.query_one("#articles", OptionList)
        articles.clear_options()
        for number, article in enumerate(self._articles, start=1):
            mark = "" if self._base is not None and article in self._base.articles else "* "
            articles.add_option(Line(Text(f"{mark}{number}. {self._labels.kind(article.clause)}")))
        articles.add_option(Line(Text(self._labels.words("edit.add"))))
        articles.highlighted = min(place, len(self._articles) - 1)

    def _add(self) -> None:
        taken = {a.id for a in self._articles}
        number = next(n for n in range(1, 1000) if f"{self._power}_{n}" not in taken)
        clause = Declaration(text={UNDETERMINED: "..."})
        self._articles.append(Article(id=ArticleId(f"{self._power}_{number}"), clause=clause))

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another article's form."""
        event.stop()
        if event.option_index < len(self._articles) and event.option_index != self._place:
            self._place = event.option_index
            clause = self._articles[event.option_index].clause
            with self.prevent(Select.Changed):
                self.query_one("#kind", Select).value = clause.tag
            await self._build(clause)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on the last line adds an article."""
        event.stop()
        if event.option_index >= len(self._articles):
            self._add()
            self._list(len(self._articles) - 1)
        self.query_one("#kind").focus()

    async def on_select_changed(self, event: Select.Changed) -> None:
        """Another kind, or another value."""
        event.stop()
        if event.select.id == "kind" and self._place is not None:
            if event.value != self._articles[self._place].clause.tag:
                self._keep(_blank(str(event.value), self._labels, self._power, self._negotiators))
                await self._build(self._articles[self._place].clause)
                self._list(self._place)
        else:
            self._read()

    def on_selection_list_selected_changed(self) -> None:
        """The prose follows."""
        self._read()

    def on_text_area_changed(self) -> None:
        """The prose follows."""
        self._read()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The prose follows."""
        if (event.input.id or "").startswith("p-"):
            self._read()

    def on_checkbox_changed(self) -> None:
        """The prose follows."""
        self._read()

    async def _build(self, clause: AnyClause) -> None:
        box = self.query_one("#parameters", Vertical)
        await box.remove_children()
        for name, hint in _parameters(type(clause)).items():
            await box.mount(Static(Text(self._labels.words(f"param.{name}")), classes="field-name"))
            await box.mount_all(self._fields(name, hint, getattr(clause, name)))
        self._say()

    def _fields(self, name: str, hint: Any, value: Any) -> list[Widget]:
        labels = self._labels
        if name == "stages":
            chosen = {stage.stake for stage in value}
            by = value[-1].by if value else None
            turns = [(Text(labels.speaker.date(t)), str(t)) for n, t in enumerate(labels.state.setting.turns) if n >= labels.state.turn]
            held = [(labels.speaker.stake_noun(s).short, str(s), s in chosen) for s in labels.state.setting.stakes]
            latest = str(by) if by in [t for _, t in turns] else turns[-1][1]
            return [
                Marks(*(Selection(Text(n), v, c) for n, v, c in held), id="p-stages", compact=True),
                Select(turns, value=latest, allow_blank=False, id="p-by", compact=True),
            ]
        if isinstance(value, Mapping):
            return [TextArea(next(iter(value.values()), ""), id=f"p-{name}")]
        inner, blank = _inner(hint)
        if inner is bool:
            return [Tick(labels.words("word.yes"), value, id=f"p-{name}", compact=True)]
        if inner is BodyId:
            return [Input(value, id=f"p-{name}", compact=True)]
        if inner is int:
            return [Input("" if value is None else str(value), type="integer", id=f"p-{name}", compact=True)]
        if typing.get_origin(inner) is tuple:
            pool = self._pool(typing.get_args(inner)[0])
            return [Marks(*(Selection(Text(said), key, key in value) for said, key in pool), id=f"p-{name}", compact=True)]
        named = ([(labels.words("word.none"), "")] if blank else []) + self._pool(inner)
        if not named or inner is Forces:
            return []
        options = [(Text(said), key) for said, key in named]
        return [Select(options, value=str(value or ""), allow_blank=False, id=f"p-{name}", compact=True)]

    def _pool(self, tp: Any) -> list[tuple[str, str]]:
        """What a parameter may name, in words and as its key."""
        labels, state = self._labels, self._labels.state
        if isinstance(tp, type) and issubclass(tp, StrEnum):
            return [(labels.value(member), member.value) for member in tp]
        if tp is TreatyId:
            return [(labels.treaty(key), str(key)) for key in state.treaties]
        known: dict[Any, tuple[str, ...]] = {
            Power: state.powers(),
            StakeId: tuple(state.setting.stakes),
            TurnId: tuple(state.setting.turns),
        }
        return [(labels.value(key), str(key)) for key in known.get(tp, ())]

    def _read(self) -> None:
        """Take the form's fields into the article."""
        if self._place is None:
            return
        clause = self._articles[self._place].clause
        values = {}
        for name, hint in _parameters(type(clause)).items():
            field = next(iter(self.query(f"#p-{name}")), None)
            if field is None:
                continue
            values[name] = self._value(name, hint, field, getattr(clause, name))
        fresh = attrs.evolve(clause, **values)
        if fresh != clause:
            self._keep(fresh)
            number = self._place
            self.query_one("#articles", OptionList).replace_option_prompt_at_index(
                number, Text(f"* {number + 1}. {self._labels.kind(fresh)}")
            )
        self._say()

    def _value(self, name: str, hint: Any, field: Widget, former: Any) -> Any:
        match field:
            case SelectionList() if name == "stages":
                by = TurnId(str(self.query_one("#p-by", Select).value))
                dates = {stage.stake: stage.by for stage in former}
                last = former[-1].by if former else by
                chosen = [StakeId(s) for s in self._labels.state.setting.stakes if s in field.selected]
                return tuple(CessionStage(stake=s, by=by if by != last or s not in dates else dates[s]) for s in chosen)
            case SelectionList():
                item = typing.get_args(_inner(hint)[0])[0]
                return tuple(item(key) for _, key in self._pool(item) if key in field.selected)
            case Input() if hint is BodyId:
                return BodyId(field.value.strip())
            case Input():
                return int(field.value) if field.value.lstrip("-").isdigit() else None if _inner(hint)[1] else former
            case TextArea():
                return former if next(iter(former.values()), "") == field.text else {UNDETERMINED: field.text}
            case Checkbox():
                return field.value
            case Select():
                return _inner(hint)[0](str(field.value)) if field.value else None
            case _:
                return former

    def _keep(self, clause: AnyClause) -> None:
        assert self._place is not None
        former = self._articles[self._place]
        original = next((a for a in self._base.articles if a.id == former.id), None) if self._base else None
        if original is not None and original.clause == clause:
            self._articles[self._place] = original
        else:
            self._articles[self._place] = Article(id=former.id, clause=clause)

    def _say(self) -> None:
        """The prose, the gist, and what keeps the article from standing."""
        if self._place is None or self._place >= len(self._articles):
            return
        labels, article = self._labels, self._articles[self._place]
        parties = self._parties()
        voice = labels.speaker.saying(bilateral=len(parties) == 2)
        faults = article.clause.faults(parties, labels.state)
        text = Text("\n" + labels.words("edit.reads") + "\n", style="bold underline")
        if faults:
            said = fault_sentence(faults[0].code, faults[0].word, labels.words.lang, labels.state.setting)
            text.append(labels.words("edit.fault", fault=said), style="not underline red")
        else:
            text.append(article_text(article, self._place + 1, voice) + "\n", style="not bold not underline")
            text.append(gist(article, voice), style="not bold not underline italic")
        self.query_one("#reads", Static).update(text)

    def _parties(self) -> tuple[Power, ...]:
        if self._base is not None:
            return self._negotiators
        chosen = self.query_one("#signatories", SelectionList).selected
        return tuple(p for p in self._labels.state.powers() if p in chosen)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Strike, do, or leave."""
        event.stop()
        if event.button.id == "strike" and self._place is not None and len(self._articles) > 1:
            del self._articles[self._place]
            place, self._place = max(self._place - 1, 0), None
            self._list(place)
        elif event.button.id == "confirm":
            self.action_confirm()
        elif event.button.id == "cancel":
            self.dismiss(None)

    def _command(self) -> PowerCommand:
        if self._base is not None:
            kept = {a.id for a in self._articles}
            struck: list[Operation] = [StrikeArticle(a.id) for a in self._base.articles if a.id not in kept]
            put: list[Operation] = [PutArticle(a) for a in self._articles if a not in self._base.articles]
            return Amend(treaty=self._option.only("treaty"), base=self._base.number, operations=(*struck, *put))
        title = self.query_one("#title", Input).value.strip()
        taken = frozenset(str(t) for t in self._labels.state.treaties)
        return Draft(
            treaty=TreatyId(new_name(self._power, title, taken)),
            title={UNDETERMINED: title},
            articles=tuple(self._articles),
            provisions=Provisions(
                signatories=self._parties(),
                ratification=self.query_one("#ratification", Checkbox).value,
                secret=self.query_one("#secret", Checkbox).value,
            ),
        )

    def action_confirm(self) -> None:
        """Propose it; the rules say what is wrong if something is."""
        self.dismiss(self._command())

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


def _parameters(cls: type[AnyClause]) -> dict[str, Any]:
    """What the kind asks for, then what may be said of any article."""
    hints = typing.get_type_hints(cls)
    common = {a.name for a in attrs.fields(Clause)}
    names = sorted((a.name for a in attrs.fields(cls)), key=lambda name: name in common)
    return {name: hints[name] for name in names}


def _inner(hint: Any) -> tuple[Any, bool]:
    """A parameter's type without its None, and whether it may be None."""
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint, False
    return next(arg for arg in typing.get_args(hint) if arg is not type(None)), True


def _blank(tag: str, labels: Labels, power: Power, parties: tuple[Power, ...]) -> AnyClause:
    """A first text of a kind, to be changed."""
    cls = next(c for c in CLAUSES if c.tag == tag)
    other = next((p for p in parties if p != power), power)
    stakes = tuple(labels.state.holders)
    held = next((s for s, h in labels.state.holders.items() if h == power), None)
    turn = tuple(labels.state.setting.turns)[-1]
    outsider = next((p for p in labels.state.powers() if p not in parties), other)
    powers = iter((power, other, outsider))
    given: dict[str, Any] = {
        "guarantors": (power,),
        "protected": outsider,
        "country": outsider,
        "stages": () if held is None else (CessionStage(stake=held, by=turn),),
        "text": {UNDETERMINED: "..."},
        "name": {UNDETERMINED: "..."},
        "body": BodyId("league_council"),
    }
    plainest = {int: 1, TurnId: turn, StakeId: stakes[0] if stakes else StakeId("")}
    for name, hint in _parameters(cls).items():
        if name not in given and attrs.fields_dict(cls)[name].default is attrs.NOTHING:
            inner = _inner(hint)[0]
            if inner is Power:
                given[name] = next(powers, other)
            elif typing.get_origin(inner) is tuple:
                item = typing.get_args(inner)[0]
                given[name] = (other,) if item is Power else stakes[:1] if item is StakeId else tuple(item)[:1]
            else:
                given[name] = plainest[inner] if inner in plainest else next(iter(inner))
    return cls(**{a.name: given[a.name] for a in attrs.fields(cls) if a.default is attrs.NOTHING})
