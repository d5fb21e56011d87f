"""A declaratory article: words to point to, and nobody bound by them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause
from engine.names import Lang


@frozen(kw_only=True)
class Declaration(Clause):
    """A text in the parties' own words, in one language or several; the engine prints it and binds nobody by it."""

    tag: ClassVar[str] = "declaration"
    atop: ClassVar[str | None] = None

    text: Mapping[Lang, str]
