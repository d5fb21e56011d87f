"""`lint --explain`: what a rule means, from its own samples."""

from __future__ import annotations

from scenarios.reading.diagnostics import near
from scenarios.reading.report import LEVELS
from scenarios.reading.rules import CODES
from scenarios.reading.rules.base import Rule

SIDES = {"en": ("refused", "warned of", "accepted"), "fr": ("refusé", "signalé", "accepté")}


def explain(code: str, lang: str) -> str | None:
    """The page on a code in a language, or None if there is no such code."""
    rules = CODES.get(code.upper())
    if rules is None:
        return None
    return "\n\n".join(_page(rule, lang) for rule in rules)


def close_code(code: str) -> str | None:
    """The code that was probably meant."""
    return near(code.upper(), CODES)


def listing(lang: str) -> str:
    """Every code with the sentences that stand under it."""
    return "\n".join(f"{code}  {rule.level:8} {sentence(rule, lang)}" for code, rules in CODES.items() for rule in rules)


def sentence(rule: Rule, lang: str) -> str:
    """The rule's sentence, its particulars left open."""
    if rule.words.en == "{fault_en}":
        return {"en": "a condition that cannot stand", "fr": "une condition qui ne peut subsister"}[lang]
    return rule.words.said(lang).format_map(_Open())


class _Open(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "..."


def _page(rule: Rule, lang: str) -> str:
    refused, warned, accepted = SIDES[lang]
    worst = refused if rule.level == "error" else warned
    sample = rule.sample
    lines = [f"{rule.code} ({LEVELS[lang][rule.level]}) {sentence(rule, lang)}", f"  {rule.why.said(lang)}"]
    for side, part in ((worst, sample.shown_bad or sample.bad), (accepted, sample.shown_good or sample.good)):
        rows = [row for row in part.strip("\n").splitlines()] or [""]
        indent = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
        wide = max(len(worst), len(accepted))
        lines += [f"    {side if n == 0 else '':{wide}}  {row[indent:]}" for n, row in enumerate(rows)]
    return "\n".join(lines)
