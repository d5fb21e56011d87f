"""Whatever a file holds, the reader says what is wrong and where; it never raises."""

from __future__ import annotations

import random
import re
import warnings

import pytest

import scenarios
from engine.errors import BrokenScenario
from engine.names import Lang
from engine.simulate import play_out
from scenarios.authoring.beginning import model
from scenarios.authoring.blocks import as_plain
from scenarios.authoring.preview import sheet_of, whole
from scenarios.reading.reader import read_text
from scenarios.reading.report import as_concise, as_json, as_text

SOURCE = scenarios.source("munich-1938")

EDITS = [
    ("date: 1938-09-15", "date: 1938-13-15", "S008"),
    ("points: 40", "points: forty", "S009"),
    ("points: 40", "pionts: 40", "S003"),
    ("receiver: germany", "receiver: germny", "R001"),
    ("from_turn: godesberg", "from_turn: godsberg", "R001"),
    ("count(britain.at_war) == 0 and", "count(britain.at_war) = 0 and", "C001"),
    ("zone_1.holder == germany and zone_2", "zone_1.holdr == germany and zone_2", "C001"),
    ("kind: cession\n", "kind: cesion\n", "S002"),
    ("change: {tension: -3}", "change: {tension: 3}", "S010"),
    ("change: {tension: -3}", "change: {tention: -3}", "R001"),
    ("- replace: {power", "- remplace: {power", "S003"),
    ("orders_per_turn: 2", "orders_per_turn: yes", "S009"),
    ("orders_per_turn: 2", "orders_per_turn: 010_2", "S009"),
    ("  mobilise: {}", "  mobilize: {}", "S002"),
    ("  mobilise: {}", "  mobilise: {prestige: 5}", "S010"),
    ("  mobilise: {}", "  mobilise: {tension: +5}", "R001"),
    ("orders_per_turn: 2", "orders_per_turn: 2\nmoves: {wedding: {tension: +5}}", "S002"),
    ("orders_per_turn: 2", "orders_per_turn: 2\nmoves: {war: {tension: 5}}", "S010"),
    ("orders_per_turn: 2", "orders_per_turn: 2\nmoves: {war: {own.trust.own: +5}}", "R001"),
    ("between: [britain, italy]", "between: [britain, britain]", "A013"),
    ("between: [britain, italy]", "between: [britain, itally]", "R001"),
    ("between: [britain, italy]\n    by: sea", "between: [britain, italy]\n    by: see", "S002"),
    ("title: {en: Munich 1938, fr: Munich 1938}", "title: {en: Munich 1938, fr: Munich 1938, es: Múnich}", "T003"),
    ("title: {en: Munich 1938, fr: Munich 1938}", "title: {en: Munich, 1938, fr: Munich 1938}", "Y008"),
    ("format: 1", "format: 1\nformat: 1", "Y007"),
    ("format: 1", "format: 7", "S013"),
    ("format: 1", "format: 1\n---\nformat: 1", "Y005"),
    ("orders_per_turn: 2", "orders_per_turn: *x", "Y003"),
    ("orders_per_turn: 2", "orders_per_turn: !!python/object 2", "Y004"),
    ("orders_per_turn: 2", "orders_per_turn: &x 2", "Y003"),
    ("  tension: {start", "\ttension: {start", "Y002"),
    ("ceder: czechoslovakia\n        receiver: germany", "ceder: germany\n        receiver: germany", "A008"),
    ("    date: 1938-09-19", "    date: 1938-09-10", "A005"),
    ("    chance: 75", "    chance: 175", "A012"),
    ("    style: client\n", "    style: client\n    leanings: {gossip: +10}\n", "S002"),
    ("    style: client\n", "    style: client\n    leanings: {leak: 10}\n", "S010"),
]


@pytest.mark.parametrize(("old", "new", "code"), [e for e in EDITS if e[2]], ids=lambda v: str(v)[:24])
def test_a_mistake_is_found_at_its_line_with_its_code(old: str, new: str, code: str) -> None:
    assert old in SOURCE
    place = SOURCE.index(old)
    broken = SOURCE.replace(old, new, 1)
    reading = read_text(broken)
    assert reading.scenario is None
    found = [p for p in reading.problems if p.code == code]
    assert found
    first = SOURCE[:place].count("\n") + 1
    assert any(abs(p.line - first) <= new.count("\n") + old.count("\n") + 2 for p in found)
    for lang in ("en", "fr"):
        for problem in found:
            assert problem.sentence(lang)
            assert "{" not in problem.sentence(lang).replace("{ }", "")


def test_a_scenario_with_a_text_missing_can_be_played_and_is_warned_of() -> None:
    reading = read_text(SOURCE.replace("languages: [en, fr]", "languages: [en, fr, de]", 1))
    assert reading.scenario is not None
    assert {(p.code, p.level) for p in reading.problems} == {("T001", "warning")}


def test_one_misspelt_name_makes_one_problem_and_no_cascade() -> None:
    reading = read_text(SOURCE.replace("receiver: germany", "receiver: germny", 1))
    assert [p.code for p in reading.problems] == ["R001"]
    assert "germany" in reading.problems[0].advice("en")


HOSTILE = {
    "empty": "",
    "a word": "hello",
    "a list": "- 1\n- 2\n",
    "deep": "a: " + "[" * 30_000,
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\n",
    "control": "format: \x00",
    "tab only": "\t",
    "bare flow": "{a: b",
    "nothing but a key": "format:",
    "surrogates": "title: \ud800".encode("utf-8", "replace").decode(),
    "merge": "a: {x: 1}\nb: {<<: {y: 2}}\n",
    "huge": "a: " + "x" * 2_000_001,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_with_a_sentence(text: str) -> None:
    reading = read_text(text)
    assert reading.scenario is None
    assert reading.problems
    for form in (as_concise("f", reading.problems, "fr"), as_json("f", reading.problems, "en"), as_text("f", text, reading.problems, "fr")):
        assert form


PIECES = [*":{}[],'\"#&*!|>%@`-\t abz0~", "0x1f", "yes", "é", "\u2028", "999999999", "-1", "''", "null", "{}", "[]", "- ", ": "]


def mutated(text: str, chance: random.Random) -> str:
    """The text after a few slips of hand: lines lost, doubled, moved or indented, signs put in, words taken for others."""
    rows = text.splitlines(keepends=True)
    words = re.findall(r"[A-Za-z_0-9.]+", text)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(rows))
        row = rows[place]
        cut = chance.randrange(len(row) + 1)
        own = re.findall(r"[A-Za-z_0-9.]+", row) or [row]
        match chance.randrange(8):
            case 0 if len(rows) > 1:
                del rows[place]
            case 1:
                rows.insert(place, rows[chance.randrange(len(rows))])
            case 2:
                rows[place] = "  " + row
            case 3:
                rows[place] = row[:cut] + chance.choice(PIECES) + row[cut:]
            case 4:
                rows[place] = row[:cut] + row[cut + chance.randint(1, 20) :]
            case 5:
                rows[place] = row[: len(row) // 2]
            case 6:
                rows[place] = row.replace(chance.choice(own), chance.choice(words), 1)
            case _:
                rows[place] = row.replace(chance.choice(own), chance.choice(PIECES), 1)
    return "".join(rows)


@pytest.mark.parametrize("name", scenarios.names())
def test_mutated_files_end_in_diagnostics_and_never_in_an_exception(name: str) -> None:
    source, chance = scenarios.source(name), random.Random(1938)
    for _ in range(40):
        text = mutated(source, chance)
        reading = read_text(text)
        assert reading.scenario is not None or reading.problems
        for lang in ("en", "fr"):
            assert as_text("f", text, reading.problems, lang)


@pytest.mark.parametrize("when", ["tension >= 0x1for", "tension >= 1for", "5 is 5", "tension >= 5and tension < 9"])
def test_a_condition_draws_no_remark_of_the_program_s_own_beside_the_diagnostics(when: str) -> None:
    source = re.sub(r"when: .*", f'when: "{when}"', model(), count=1)
    assert when in source
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        read_text(source)
    assert [str(one.message) for one in said] == []


def test_a_mutated_file_that_still_reads_can_be_opened_shown_and_played() -> None:
    source, chance = model(), random.Random(1938)
    read = 0
    for number in range(250):
        scenario = read_text(mutated(source, chance)).scenario
        if scenario is not None:
            read += 1
            assert as_plain(whole(scenario, Lang("fr")))
            assert all(sheet_of(scenario, power, Lang("en")) for power in scenario.setting.powers)
            if read % 4 == 0:
                assert play_out(scenario, number).failures == ()
    assert read > 20


def test_an_unknown_scenario_is_answered_with_a_close_name() -> None:
    with pytest.raises(BrokenScenario, match="munich-1938"):
        scenarios.load("munich-1983")
