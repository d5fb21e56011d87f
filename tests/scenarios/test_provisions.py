"""The linter tries final provisions as the table would."""

from __future__ import annotations

import pytest

from scenarios.reading.reader import read_text
from tests.scenarios.test_rules import MODEL

FAULTY = [
    ("renewed_for: 2", "what has no term cannot be renewed."),
    ("notice: -1", "a notice or a renewal cannot be so long: -1."),
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
        "    concluded_at: Bridgetown\n", "    expires: autumn\n    renewed_for: 1\n    notice: 1\n    accession: open\n", 1
    )
    assert read_text(good).problems == ()
