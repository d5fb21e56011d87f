"""What `locarno lint` prints, how it ends, and what it puts right."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from client.__main__ import run
from client.commands.texts import Plain
from client.commands.watching import watch
from scenarios.authoring.beginning import model
from scenarios.authoring.explain import explain, listing
from scenarios.authoring.mending import mend
from scenarios.reading.reader import read_text
from scenarios.reading.report import as_text, summary
from scenarios.reading.rules import CODES

MODEL = (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The model, to be spoiled."""
    path = tmp_path / "pact.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return path


def spoil(file: Path, old: str, new: str) -> None:
    """Put something wrong into the file."""
    assert old in MODEL
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_faultless_file_is_described_and_ends_in_nought(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", str(file), "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: 0 errors, 0 warnings",
        "  2 powers for players, 3 turns, 45 minutes, 1 treaty with 2 articles, 1 event",
        "  texts: en 27 of 27, fr 27 of 27",
    ]


def test_an_error_ends_in_one_and_is_shown_with_its_line_a_caret_and_the_next_step(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(file, "held_by: [northland]", "held_by: [nordland]")
    assert run(["lint", str(file), "--lang", "en"]) == 1
    line = MODEL[: MODEL.index("held_by")].count("\n") + 1
    assert capsys.readouterr().out.splitlines() == [
        f"{file}:{line}:15: error[R001]: no power is called 'nordland'",
        f"  {line} |     held_by: [nordland]",
        "     |               ^^^^^^^^",
        "     = help: a close one is 'northland'",
        f"{file}: 1 error, 0 warnings",
    ]


def test_the_linter_speaks_french(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(file, "held_by: [northland]", "held_by: [nordland]")
    assert run(["lint", str(file), "--lang", "fr"]) == 1
    said = capsys.readouterr().out
    assert "erreur[R001]: aucune puissance ne s'appelle « nordland »" in said
    assert "1 erreur, 0 avertissement\n" in said


def test_a_warning_ends_in_one_only_if_strict(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(file, "title: {en: The River Pact, fr: Le pacte du fleuve}", "title: The River Pact")
    assert run(["lint", str(file)]) == 0
    assert run(["lint", str(file), "--strict"]) == 1


@pytest.mark.parametrize(("name", "make"), [("missing.yaml", None), ("folder.yaml", "folder")])
def test_what_cannot_be_read_ends_in_two(tmp_path: Path, name: str, make: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    if make:
        (tmp_path / name).mkdir()
    assert run(["lint", str(tmp_path / name), "--lang", "en"]) == 2
    assert "There is no scenario" in capsys.readouterr().err


def test_a_file_that_is_not_utf8_is_shown_where_it_is_not(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(MODEL.encode().replace(b"Invented.", b"Invent\xe9.", 1))
    assert run(["lint", str(file), "--lang", "en"]) == 1
    assert "error[Y005]: the file is not UTF-8 text" in capsys.readouterr().out


def test_json_is_one_list_for_all_files(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(file, "divisions: 8", "division: 8")
    run(["lint", "--format", "json", str(file), str(file)])
    rows = json.loads(capsys.readouterr().out)
    assert [(row["code"], row["repair"], row["file"]) for row in rows] == [("S003", "divisions", str(file))] * 2


def test_github_gets_commands_whose_properties_are_escaped(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(file, "divisions: 8", "division: 8")
    run(["lint", "--format", "github", "--lang", "en", str(file)])
    said = capsys.readouterr().out
    assert said.startswith("::error file=") and ",title=S003::unknown key 'division'" in said
    assert said.count("\n") == 1


def test_concise_is_one_line_a_problem(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(file, "divisions: 8", "division: 8")
    run(["lint", "--format", "concise", str(file)])
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_from_its_samples(code: str, lang: str) -> None:
    page = explain(code, lang)
    assert page is not None and page.startswith(code)
    for rule in CODES[code]:
        assert rule.why.said(lang) in page
    assert "{" not in page.split("\n")[0] or "{{" in page or "{ or [" in page or "{ ou" in page


def test_an_unknown_code_is_answered_with_a_close_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Plain, match=r"close one is S\d+"):
        run(["lint", "--explain", "S03"])
    assert run(["lint", "--lang", "en", "--explain", "all"]) == 0
    assert capsys.readouterr().out == listing("en") + "\n"


def test_fixing_puts_close_names_and_signs_right_and_touches_nothing_else(file: Path) -> None:
    for old, new in (
        ("held_by: [northland]", "held_by: [nordland]"),
        ("{tension: +5}", "{tension: 5}"),
        ("river_pact.in_force\n", "river_pact.inforce\n"),
    ):
        spoil(file, old, new)
    spoil(file, "style: client", "style: clint  # a comment")
    assert run(["lint", "--fix", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == MODEL.replace("style: client", "style: client  # a comment")


def test_fixing_keeps_the_line_ends_of_windows(file: Path) -> None:
    file.write_bytes(MODEL.replace("divisions: 8", "division: 8").replace("\n", "\r\n").encode())
    assert run(["lint", "--fix", str(file)]) == 0
    assert file.read_bytes() == MODEL.replace("\n", "\r\n").encode()


def test_what_has_no_close_name_is_left_alone() -> None:
    text = MODEL.replace("held_by: [northland]", "held_by: [xyzzy]")
    assert mend(text).text == text


def test_watching_looks_again_after_each_change_and_ends_on_interrupt(file: Path) -> None:
    seen: list[int] = []
    looks = iter([False, True, False, True])

    def pause(_: float) -> None:
        try:
            changed = next(looks)
        except StopIteration:
            raise KeyboardInterrupt from None
        if changed:
            file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    watch([file], lambda: seen.append(len(file.read_bytes())), pause)
    assert len(seen) == 3 and seen == sorted(set(seen))


def test_a_caret_stands_right_under_wide_characters() -> None:
    text = "format: 1\nid: 会議  @\nlanguages: @x\n"
    said = as_text("f", text, read_text(text).problems, "en").splitlines()
    assert said[1] == "  3 | languages: @x" and said[2].index("^") == said[1].index("@")


def test_nought_and_one_are_counted_as_the_language_counts_them() -> None:
    assert summary("f", (), "fr") == "f : 0 erreur, 0 avertissement"
    assert summary("f", (), "en") == "f: 0 errors, 0 warnings"
    assert summary("f", (), "en", hidden=2) == "f: 0 errors, 0 warnings, 2 notes (shown with --notes)"


# -- playthroughs

STEPS = """they_sign:
  - turn: spring
  - northland: {table: {treaty: river_pact, to: [southland]}}
  - southland: [{initial: {treaty: river_pact, version: 1}}]
  - northland: {issue_ultimatum: {target: southland, demand: {cession: [valley]}, expires: summer}}
  - northland: {draft: {treaty: northland.notes, title: {en: Notes, fr: Notes}, articles: [], provisions: {signatories: [northland, southland]}}}
  - expect: [tension < 90, not river_pact.in_force]
  - close: talks
  - ending: ENDING
"""


def linted_steps(file: Path, text: str) -> Path:
    """Playthroughs beside the scenario."""
    steps = file.with_name("pact.test.yaml")
    ending = next(line.strip(" :\n") for line in MODEL[MODEL.index("\nendings:") :].splitlines()[2:] if line.startswith("  "))
    steps.write_text(text.replace("ENDING", ending), encoding="utf-8")
    return steps


def test_faultless_playthroughs_are_said_to_be(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps = linted_steps(file, STEPS)
    assert run(["lint", str(steps), "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"{steps}: 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "help"),
    [
        ("- turn: spring", "- turn: sprung", "R001", 2, "spring"),
        ("- northland: {table", "- nortland: {table", "S003", 3, "northland"),
        ("{table: {", "{tabel: {", "S003", 3, "table"),
        ("to: [southland]", "to: [suthland]", "R001", 3, "southland"),
        ("{treaty: river_pact, version", "{treaty: rivr_pact, version", "R001", 4, "river_pact"),
        ("version: 1", "version: one", "S009", 4, ""),
        ("cession: [valley]", "cession: [valy]", "R001", 5, "valley"),
        ("expires: summer", "expires: sumer", "S009", 5, ""),
        ("tension < 90", "tention < 90", "C001", 7, "tension"),
        ("- close: talks", "- close: talk", "S002", 8, "talks"),
        ("- ending: ENDING", "- ending: nowhere", "S002", 9, ""),
        ("- turn: spring", "- turn: [spring]", "S001", 2, ""),
        ("they_sign:\n", "they_sign: yes\nagain:\n", "S001", 1, ""),
        ("- turn: spring", "- spring", "S001", 2, ""),
        ("- turn: spring", "\t- turn: spring", "Y002", 2, ""),
    ],
)
def test_a_playthrough_that_cannot_be_is_marked_where_it_goes_wrong(
    file: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str, line: int, help: str
) -> None:
    assert old in STEPS
    steps = linted_steps(file, STEPS.replace(old, new, 1))
    assert run(["lint", str(steps), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert f"[{code}]" in said and f"{steps.name}:{line}:" in said and help in said


def test_playthroughs_without_a_sound_scenario_cannot_be_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps = linted_steps(file, STEPS)
    spoil(file, "held_by: [northland]", "held_by: [nordland]")
    assert run(["lint", str(steps), "--lang", "fr"]) == 2
    assert "les corriger d'abord" in capsys.readouterr().err
    file.unlink()
    assert run(["lint", str(steps), "--lang", "en"]) == 2


@pytest.mark.parametrize(
    ("good", "bad", "shown"),
    [
        ("en: Spring,", "en: Spr\x1b[31ming,", "Spr�[31ming"),
        ("en: Spring,", "en: Spr\u202eing,", "Spr�ing"),
        ("divisions: 8", "divisions: " + "9" * 5000, "9…"),
        ("en: Spring,", 'en: "Spr\\x1b[31ming",', "U+001B"),
        ("  flood:", '  "fl\\x1bood":', "U+001B"),
    ],
)
def test_a_hostile_line_is_shown_without_what_could_steer_a_terminal_and_not_at_any_length(good: str, bad: str, shown: str) -> None:
    text = model().replace(good, bad, 1)
    reading = read_text(text)
    said = as_text("f.yaml", text, reading.problems, "en")
    assert reading.scenario is None and shown in said
    assert "\x1b" not in said and "\u202e" not in said and max(map(len, said.split("\n"))) < 300


def test_a_second_colon_within_braces_is_marked_where_it_stands() -> None:
    text = model().replace("en: Spring,", "en: Berlin: the answer,", 1)
    (problem,) = read_text(text).problems
    row = text.split("\n")[problem.line - 1]
    assert (problem.rule, problem.help, row[problem.col - 1 :][:12]) == ("colon", "quote_colon", ": the answer")


def test_a_file_without_a_format_is_shown_the_way_to_one() -> None:
    (problem,) = read_text(model().replace("format: 1\n", "", 1)).problems
    assert "locarno upgrade" in problem.advice("en") and problem.sentence("fr") == "dans le scénario, il manque : format"
