"""The linter tries final provisions as the table would."""

from __future__ import annotations

import pytest

from scenarios.reading.reader import read_text
from tests.scenarios.test_rules import MODEL

FAULTY = [
    ("renewed_for: 2 years", "what has no term cannot be renewed."),
    ("notice: 0 days", "a period is a day at least and a century at most, not 0 days."),
    ("notice: -1 year", "a period is a day at least and a century at most, not -1 years."),
    ("at_least: 3", "so many signatories cannot be asked for: 3."),
    ("only_after: river_pact", "a treaty cannot hang on itself."),
]


@pytest.mark.parametrize(("provision", "said"), FAULTY, ids=[provision for provision, _ in FAULTY])
def test_final_provisions_that_the_table_would_refuse_are_refused_in_the_file(provision: str, said: str) -> None:
    broken = MODEL.replace("    concluded_at: Bridgetown\n", f"    concluded_at: Bridgetown\n    {provision}\n", 1)
    (problem,) = read_text(broken).problems
    assert (problem.rule, problem.params["fault_en"]) == ("faulty", said)


def test_final_provisions_that_can_stand_are_taken() -> None:
    good = MODEL.replace(
        "    concluded_at: Bridgetown\n", "    expires: autumn\n    renewed_for: 5 years\n    notice: 1 year\n    accession: open\n", 1
    )
    assert read_text(good).problems == ()


AGES = [
    ("concluded: 1920-01-01\n    lasts: 5 years", "its term was over before the opening."),
    ("concluded: 1920-01-01\n    lasts: 5 years\n    renewed_for: 2 years", None),
    ("concluded: 1929-01-01\n    lasts: 5 years", None),
    ("concluded: 1920-01-01\n    in_force_since: 1929-01-01\n    lasts: 5 years", None),
    ("lasts: 5 years", None),
    ("concluded: 1920-01-01\n    in_force_since: 1919-01-01", "it cannot have entered into force before it was concluded."),
]  # fmt: skip
STANDING = """treaties:
  old_pact:
    title: {en: Old Pact, fr: Vieux pacte}
    signatories: [northland, southland]
    articles:
      old_one: {kind: non_aggression}
    """


@pytest.mark.parametrize(("age", "said"), AGES, ids=[age.replace("\n   ", ",") for age, _ in AGES])
def test_a_treaty_in_force_at_the_opening_can_have_been_so(age: str, said: str | None) -> None:
    problems = read_text(MODEL.replace("drafts:\n", f"{STANDING}{age}\n\ndrafts:\n", 1)).problems
    assert [p.params["fault_en"] for p in problems if p.rule == "faulty"] == ([] if said is None else [said])
    assert not [p for p in problems if p.rule != "faulty"]


PERIODS = [
    ("notice: soon", "period", "", ""),
    ("notice: 6", "period", "no_turns", ""),
    ("notice: 6 mois", "period", "", "6 months"),
    ("notice: 1 an", "period", "", "1 year"),
    ("lasts: 10years", "period", "", "10 years"),
    ("notice: [6, months]", "want", "", ""),
    ("renewed_for: 1000000000 days", "period", "", ""),
]


@pytest.mark.parametrize(("line", "rule", "help", "repair"), PERIODS, ids=[line for line, *_ in PERIODS])
def test_a_period_is_a_number_and_a_unit(line: str, rule: str, help: str, repair: str) -> None:
    (problem,) = read_text(MODEL.replace("    concluded_at: Bridgetown\n", f"    {line}\n", 1)).problems
    assert (problem.rule, problem.help, problem.repair) == (rule, help, repair)
