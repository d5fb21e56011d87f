"""A field for each parameter of an operative paragraph, made from its type, and the value that it holds."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs
from rich.text import Text
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select, SelectionList, TextArea
from textual.widgets.selection_list import Selection

from client.labels import Labels
from client.widgets.marks import Marks, Tick
from engine.measures import AnyMeasure
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.measures.recommendation import Procedure
from engine.names import UNDETERMINED, OrganId, Power, StakeId, TurnId
from engine.orders import Sanction
from engine.texts.catalogue import say

PREFIX: Mapping[type[StrEnum], str] = {Finding: "finding", Act: "act", Procedure: "procedure", Sanction: "sanction"}
"""Where the catalogue keeps the words of a parameter's values."""


def parameters(cls: type[AnyMeasure]) -> dict[str, Any]:
    """A kind's parameters with their types, in its order."""
    hints = typing.get_type_hints(cls)
    return {a.name: hints[a.name] for a in attrs.fields(cls)}


def _bare(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether None was among it."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return next(a for a in typing.get_args(hint) if a is not type(None)), True
    return hint, False


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def blank(cls: type[AnyMeasure], labels: Labels, me: Power) -> AnyMeasure:
    """A paragraph of a kind that still has to be filled in."""
    others = [p for p in labels.state.powers() if p != me]
    values: dict[str, Any] = {}
    for attribute in attrs.fields(cls):
        if attribute.default is not attrs.NOTHING:
            continue
        hint, _ = _bare(parameters(cls)[attribute.name])
        if hint is Power:
            values[attribute.name] = others[0]
        elif _is_enum(hint):
            values[attribute.name] = next(iter(hint))
        elif typing.get_origin(hint) is tuple:
            values[attribute.name] = ()
        elif hint is str:
            values[attribute.name] = "committee"
        elif hint in (StakeId, OrganId):
            values[attribute.name] = next(iter(_pool(hint, labels)), "")
        else:
            values[attribute.name] = {UNDETERMINED: "..."}
    return cls(**values)


def _pool(hint: Any, labels: Labels) -> dict[str, str]:
    """What may be chosen, with its words."""
    state, speaker = labels.state, labels.speaker
    if hint is Power:
        return {p: labels.power(p) for p in state.powers()}
    if hint is StakeId:
        return {s: speaker.stake_noun(s).short for s in state.setting.stakes}
    if hint is TurnId:
        return {t: speaker.date(t) for n, t in enumerate(state.setting.turns) if n >= state.turn}
    if hint is OrganId:
        return {o: labels.text(organ.name) or o for o, organ in state.organs.items()}
    return {member.value: say(labels.words.lang, f"{PREFIX[hint]}.{member.value}") for member in hint}


def field_of(name: str, hint: Any, value: Any, labels: Labels) -> Widget:
    """The field for one parameter, holding its value."""
    bare, optional = _bare(hint)
    ident = f"p-{name}"
    if bare is bool:
        return Tick(labels.words("word.yes"), value, id=ident, compact=True)
    if bare is str:
        return Input(value, id=ident, compact=True)
    if typing.get_origin(bare) is tuple:
        pool = _pool(typing.get_args(bare)[0], labels)
        return Marks(*(Selection(Text(words), key, key in value) for key, words in pool.items()), id=ident, compact=True)
    if typing.get_origin(bare) is not None:
        return TextArea(next(iter(value.values()), ""), id=ident)
    none = [(labels.words("word.none"), "")] if optional else []
    choices = none + [(words, key) for key, words in _pool(bare, labels).items()]
    return Select(choices, value=str(value or ""), allow_blank=False, id=ident, compact=True)


def value_of(hint: Any, field: Widget, former: Any) -> Any:
    """The value that a field holds."""
    bare, _ = _bare(hint)
    match field:
        case Checkbox():
            return field.value
        case Input():
            return field.value.strip()
        case SelectionList():
            one = typing.get_args(bare)[0]
            chosen = [field.get_option_at_index(n).value for n in range(field.option_count)]
            return tuple(one(key) if _is_enum(one) else key for key in chosen if key in field.selected)
        case TextArea():
            return former if next(iter(former.values()), "") == field.text else {UNDETERMINED: field.text}
        case Select():
            if not field.value:
                return None
            return bare(str(field.value)) if _is_enum(bare) else str(field.value)
        case _:
            return former
