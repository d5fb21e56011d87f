"""A field for each parameter of an article, a paragraph or the final provisions: made from its type, with the value that it holds."""

from __future__ import annotations

import asyncio
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

import attrs
from rich.text import Text
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select, SelectionList, Static, TextArea
from textual.widgets.selection_list import Selection

from client.labels import Labels
from client.widgets.marks import Marks, Tick
from engine.clauses.cession import Stage as CessionStage
from engine.dates import Period, Unit
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.measures.recommendation import Procedure
from engine.names import UNDETERMINED, BodyId, OrganId, Power, RegionId, StakeId, TreatyId, TurnId
from engine.orders import Sanction
from engine.parameters import parameters_of
from engine.texts.catalogue import say
from engine.texts.grammar import capital, pick
from engine.texts.periods import period_noun
from engine.treaty import Stage

Pools: TypeAlias = Mapping[Any, Mapping[str, str]]
"""What parameters of a type may name here, by key, in words; under a parameter's own name, the powers that it may name."""
PREFIX: Mapping[type[StrEnum], str] = {Finding: "finding", Act: "act", Procedure: "procedure", Sanction: "sanction"}
"""Where the engine's catalogue keeps the words of values which are not among the client's."""
NOTHING = "—"
"""What stands for nothing named."""
UNWRITTEN = "..."
"""What stands for words that have still to be written."""
OVER = (Stage.ENDED, Stage.WITHDRAWN)


class Parameters(Vertical):
    """The form of one value: its fields, and the value that they make."""

    def __init__(self, labels: Labels, id: str = "parameters") -> None:
        super().__init__(id=id)
        self._labels = labels
        self._pools: Pools = {}
        self._names: tuple[str, ...] = ()
        self._whole: Any = None
        self._filling = asyncio.Lock()

    async def fill(self, whole: Any, names: Iterable[str], title: Callable[[str], str], pools: Pools) -> None:
        """Show the fields of these parameters of a value."""
        self._whole, self._names, self._pools = whole, tuple(names), pools
        async with self._filling:
            hints = parameters_of(type(whole))
            fields = [
                field
                for name in self._names
                for field in fields_of(name, hints[name], getattr(whole, name), title, self._labels, _pools_of(name, pools))
            ]
            async with self.batch():
                await self.remove_children()
                await self.mount_all(fields)

    def read(self) -> Any:
        """The value as the fields say it; while they are being made, the value that they are made from."""
        if self._filling.locked():
            # A field that has just been made holds nothing yet, and a key pressed meanwhile must not read that.
            return self._whole
        hints = parameters_of(type(self._whole))
        fields = {widget.id: widget for widget in self.query("*") if widget.id}
        values = {
            name: value_of(f"p-{name}", hints[name], fields, getattr(self._whole, name), self._labels, _pools_of(name, self._pools))
            for name in self._names
        }
        self._whole = attrs.evolve(self._whole, **values)
        return self._whole

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """A structure that is wanted shows its fields."""
        for inner in self.query(f"#in-{event.checkbox.id}"):
            inner.display = event.value


def _pools_of(name: str, pools: Pools) -> Pools:
    """What may be named in one parameter."""
    return {**pools, Power: pools[name]} if name in pools else pools


def bare(hint: Any) -> tuple[Any, bool]:
    """A parameter's type without its None, and whether it may be None."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None)), True
    return hint, False


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def pool(tp: Any, labels: Labels, pools: Pools, chosen: Any = None) -> Mapping[str, str]:
    """What a parameter of a type may name, by its key, in words; a date that has passed only where it is `chosen` already."""
    state, speaker = labels.state, labels.speaker
    if tp in pools:
        return pools[tp]
    if _is_enum(tp):
        prefix = PREFIX.get(tp)
        return {m.value: labels.value(m) if prefix is None else say(labels.words.lang, f"{prefix}.{m.value}") for m in tp}
    if tp is Power:
        return {p: labels.power(p) for p in state.powers()}
    if tp is StakeId:
        return {s: speaker.stake_noun(s).short for s in state.setting.stakes}
    if tp is RegionId:
        return {r: capital(speaker.a_power_of(r).text) for r in state.setting.regions}
    if tp is TurnId:
        return {t: speaker.date(t) for n, t in enumerate(state.setting.turns) if n >= state.turn or t == chosen}
    if tp is TreatyId:
        return {t.id: labels.text(t.title) for t in state.treaties.values() if t.stage not in OVER or t.id == chosen}
    if tp is OrganId:
        return {o: labels.text(organ.name) or o for o, organ in state.organs.items()}
    if tp is BodyId:
        return _bodies(labels, chosen)
    return {}


def _bodies(labels: Labels, chosen: Any) -> Mapping[str, str]:
    """The bodies whose word may be accepted: those of the scenario by their type, those that treaties create by their name."""
    lasting = (organ for organ in labels.state.organs.values() if organ.call is None and organ.parent is None)
    named = {organ.id if organ.instrument is not None else organ.type: labels.text(organ.name) or organ.id for organ in lasting}
    return named if not chosen or chosen in named else {chosen: labels.speaker.matter(chosen), **named}


def value_words(hint: Any, value: Any, labels: Labels) -> str | None:
    """The value of a parameter in words, as its field would show it; None if it is too long for a line, or a list that nobody keeps."""
    inner, _ = bare(hint)
    if inner is bool:
        return labels.words("word.yes" if value else "word.no").lower()
    if value in (None, (), frozenset(), ""):
        return NOTHING
    if inner is int:
        return str(value)
    if isinstance(value, Period):
        return period_noun(labels.words.lang, value).text
    if typing.get_args(inner)[:1] == (CessionStage,):
        stakes, dates = pool(StakeId, labels, {}), labels.speaker.date
        return ", ".join(f"{stakes[stage.stake]} ({dates(stage.by)})" for stage in value)
    many = typing.get_origin(inner) in (tuple, frozenset)
    if typing.get_origin(inner) is not None and not many:
        return None
    keys = [str(key) for key in value] if many else [str(value)]
    named = pool(typing.get_args(inner)[0] if many else inner, labels, {}, keys[0])
    return ", ".join(named[key] for key in keys) if all(key in named for key in keys) else None


def fields_of(name: str, hint: Any, value: Any, title: Callable[[str], str], labels: Labels, pools: Pools) -> list[Widget]:
    """The title and the field of one parameter, holding its value; nothing where there is nothing to choose from."""
    return list(_fields(f"p-{name}", name, hint, value, title, labels, pools))


def _fields(ident: str, name: str, hint: Any, value: Any, title: Callable[[str], str], labels: Labels, pools: Pools) -> Iterator[Widget]:
    inner, blank_too = bare(hint)
    said = title(name)
    if inner is bool:
        yield Tick(said, value, id=ident, compact=True)
        return
    if inner is Period:
        yield Static(Text(said), classes="field-name")
        yield _period(ident, name, value, labels)
        return
    if attrs.has(inner):
        yield Tick(said, value is not None, id=ident, compact=True)
        yield _structure(ident, inner, value, title, labels, pools)
        return
    if typing.get_args(inner)[:1] == (CessionStage,):
        yield Static(Text(said), classes="field-name")
        yield from _dated(ident, value, labels, pools)
        return
    field = _field(ident, inner, blank_too, value, labels, pools)
    if field is not None:
        yield Static(Text(said), classes="field-name")
        yield field


def _period(ident: str, name: str, value: Period | None, labels: Labels) -> Widget:
    """How many, and of what: months of notice and years of everything else, unless it says otherwise."""
    usual = Unit.MONTHS if name == "notice" else Unit.YEARS
    units = [(Text(labels.value(unit)), unit.value) for unit in Unit]
    return Horizontal(
        Input("" if value is None else str(value.number), type="integer", id=ident, compact=True),
        Select(units, value=(usual if value is None else value.unit).value, allow_blank=False, id=f"{ident}-unit", compact=True),
        classes="period",
    )


def _dated(ident: str, stages: tuple[CessionStage, ...], labels: Labels, pools: Pools) -> Iterator[Widget]:
    """Each stake with the date by which it is ceded, or none."""
    dates = {stage.stake: stage.by for stage in stages}
    for stake, said in pool(StakeId, labels, pools).items():
        by = dates.get(StakeId(stake))
        choices = [(Text(NOTHING), ""), *((Text(words), key) for key, words in pool(TurnId, labels, pools, by).items())]
        yield Horizontal(
            Static(Text(said)),
            Select(choices, value=by or "", allow_blank=False, id=f"{ident}-{stake}", compact=True),
            classes="dated",
        )


def _field(ident: str, inner: Any, blank_too: bool, value: Any, labels: Labels, pools: Pools) -> Widget | None:
    if inner is int:
        return Input("" if value is None else str(value), type="integer", id=ident, compact=True)
    if typing.get_origin(inner) in (tuple, frozenset):
        choices = pool(typing.get_args(inner)[0], labels, pools).items()
        return Marks(*(Selection(Text(said), key, key in value) for key, said in choices), id=ident, compact=True) if choices else None
    if typing.get_origin(inner) is not None:
        words = pick(value, labels.words.lang)
        return TextArea("" if words == UNWRITTEN else words, placeholder=UNWRITTEN, id=ident)
    named = pool(inner, labels, pools, value)
    if not named:
        # What is named by nobody's list is written: a body, a place, a word.
        return Input(value, id=ident, compact=True) if isinstance(value, str) else None
    options = ([(NOTHING, "")] if blank_too else []) + [(said, key) for key, said in named.items()]
    return Select([(Text(said), key) for said, key in options], value=str(value or ""), allow_blank=False, id=ident, compact=True)


def _structure(ident: str, cls: Any, value: Any, title: Callable[[str], str], labels: Labels, pools: Pools) -> Widget:
    """The fields of a parameter that is itself made of parameters, shown while it is wanted."""
    whole = value if value is not None else blank(cls, labels, iter(labels.state.powers()))
    hints = parameters_of(cls)
    fields = [
        field for name in hints for field in _fields(f"{ident}-{name}", name, hints[name], getattr(whole, name), title, labels, pools)
    ]
    box = Vertical(*fields, id=f"in-{ident}", classes="structure")
    box.display = value is not None
    return box


def value_of(ident: str, hint: Any, fields: Mapping[str, Widget], former: Any, labels: Labels, pools: Pools) -> Any:
    """The value of a parameter that its field holds; the former one where it has no field."""
    inner, blank_too = bare(hint)
    field = fields.get(ident)
    if typing.get_args(inner)[:1] == (CessionStage,):
        return _stages(ident, fields, former, labels)
    match field:
        case Checkbox() if attrs.has(inner):
            if not field.value:
                return None
            whole = former if former is not None else blank(inner, labels, iter(labels.state.powers()))
            hints = parameters_of(inner)
            return inner(**{n: value_of(f"{ident}-{n}", h, fields, getattr(whole, n), labels, pools) for n, h in hints.items()})
        case Checkbox():
            return field.value
        case Input() if inner is Period:
            number, unit = field.value.strip(), fields[f"{ident}-unit"]
            assert isinstance(unit, Select)
            return Period(int(number), Unit(str(unit.value))) if number.isdigit() else None if not number else former
        case Input() if inner is int:
            number = field.value.strip()
            return int(number) if number.isdigit() else None if blank_too and not number else former
        case Input():
            return field.value.strip()
        case SelectionList():
            item = typing.get_args(inner)[0]
            chosen = [key for key in pool(item, labels, pools) if key in field.selected]
            if former is not None and set(chosen) == set(map(str, former)):
                # The same in another order is no change that anybody has made.
                return former
            return typing.get_origin(inner)(item(key) for key in chosen)
        case TextArea():
            words = field.text if field.text.strip() else UNWRITTEN
            # Words that stand in both languages stay so until they are changed in one.
            return former if pick(former, labels.words.lang) == words else {UNDETERMINED: words}
        case Select():
            return inner(str(field.value)) if field.value else None
        case _:
            return former


def _stages(ident: str, fields: Mapping[str, Widget], former: tuple[CessionStage, ...], labels: Labels) -> tuple[CessionStage, ...]:
    """What is ceded by when, in the order that the stages had, what is new after it."""
    found: list[CessionStage] = []
    for stake in dict.fromkeys((*(stage.stake for stage in former), *labels.state.setting.stakes)):
        field = fields.get(f"{ident}-{stake}")
        if isinstance(field, Select) and field.value:
            found.append(CessionStage(stake=stake, by=TurnId(str(field.value))))
    return tuple(found)


def blank(cls: type[Any], labels: Labels, powers: Iterator[Power], given: Mapping[str, Any] | None = None) -> Any:
    """A first value of a kind, to be changed: what is `given`, the powers in turn, the first of everything else, the last of dates."""
    values: dict[str, Any] = {}
    hints = parameters_of(cls)
    last = next(iter(labels.state.powers()))
    for attribute in attrs.fields(cls):
        name, (inner, _) = attribute.name, bare(hints[attribute.name])
        if attribute.default is not attrs.NOTHING:
            continue
        if given is not None and name in given:
            values[name] = given[name]
        elif inner is Power:
            values[name] = last = next(powers, last)
        elif inner is int:
            values[name] = 1
        elif typing.get_origin(inner) in (tuple, frozenset):
            item = typing.get_args(inner)[0]
            first = next(powers, last) if item is Power else next(iter(pool(item, labels, {})), None)
            values[name] = typing.get_origin(inner)(() if first is None else (item(first),))
        elif typing.get_origin(inner) is not None:
            values[name] = {UNDETERMINED: UNWRITTEN}
        else:
            named = tuple(pool(inner, labels, {}))
            key = (named[-1] if inner is TurnId else named[0]) if named else ""
            values[name] = inner(key)
    return cls(**values)
