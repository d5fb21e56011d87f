"""The register of the format's rules: a new rule is an entry in one of these books, with its words and its sample."""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.reading.rules.advice import ADVICE, DEPTH
from scenarios.reading.rules.base import Rule
from scenarios.reading.rules.naming import NAMING
from scenarios.reading.rules.sense import SENSE
from scenarios.reading.rules.shape import SHAPE
from scenarios.reading.rules.texts import TEXTS
from scenarios.reading.rules.writing import WRITING

RULES: Mapping[str, Rule] = {**WRITING, **SHAPE, **NAMING, **TEXTS, **SENSE, **ADVICE, **DEPTH}
"""Every rule by the name that the reader uses."""

CODES: Mapping[str, tuple[Rule, ...]] = {
    code: tuple(rule for rule in RULES.values() if rule.code == code) for code in sorted({rule.code for rule in RULES.values()})
}
"""The rules that stand under a code, as the documentation lists it."""
