"""The author's commands: each does what it says, in both languages, and answers nonsense with a sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve

import scenarios
from client.__main__ import run
from client.commands.texts import Plain
from engine.events import PollDecided, TurnOpened
from engine.names import Lang, Power
from engine.resolution import Outcome
from engine.simulate import play_out
from engine.table import Table
from engine.texts.verdicts import reason_words
from engine.texts.voice import Speaker
from scenarios.authoring.beginning import begin, model, slug
from scenarios.authoring.blocks import Heading, Listing, Paragraph, as_page, as_plain
from scenarios.authoring.preview import sheet_of, whole
from scenarios.authoring.rehearsal import CannotRehearse, opening_at, targets, with_tracks
from scenarios.authoring.reporting import pages
from scenarios.authoring.telling import chronicle
from scenarios.authoring.translations import sources, status
from scenarios.authoring.trial import hold_trial
from scenarios.authoring.upgrading import upgraded
from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.overlay import Overlay, Translation, overlays_beside
from scenarios.reading.reader import read_text

EN, FR = Lang("en"), Lang("fr")
MODEL = scenarios.read(model())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The model as a file."""
    path = tmp_path / "pact.yaml"
    path.write_text(model(), encoding="utf-8")
    return path


# -- new


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("languages", [("en", "fr"), ("fr",), ("fr", "en"), ("en", "de")])
def test_a_new_scenario_has_nothing_against_it_and_speaks_its_languages(languages: tuple[str, ...], lang: str) -> None:
    text = begin("Éastern Pact 1934", languages, lang)
    reading = read_text(text)
    assert reading.problems == () and reading.scenario is not None
    assert reading.scenario.setting.languages == languages
    assert reading.scenario.setting.id == "eastern-pact-1934"
    assert "#en:" not in text and "#fr:" not in text
    assert ("# Check with" in text) == (lang == "en") and ("# Vérifier" in text) == (lang == "fr")


@pytest.mark.parametrize("name", scenarios.names())
def test_a_shipped_scenario_can_be_begun_from(name: str) -> None:
    reading = read_text(begin("mine", ("fr",), "fr", scenarios.source(name)))
    assert reading.problems == () and reading.scenario is not None
    assert reading.scenario.setting.languages == ("fr",)


def test_new_writes_a_file_once_and_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pact"
    assert run(["new", str(path), "--lang", "en"]) == 0
    assert "locarno play" in capsys.readouterr().out
    assert read_text(path.with_suffix(".yaml").read_text(encoding="utf-8")).problems == ()
    with pytest.raises(Plain, match="exists"):
        run(["new", str(path), "--lang", "en"])
    with pytest.raises(Plain, match="list of languages"):
        run(["new", str(tmp_path / "other"), "--languages", "en;fr", "--lang", "en"])
    with pytest.raises(Plain, match="munich-1938"):
        run(["new", str(tmp_path / "other"), "--from", "munich-1983"])


def test_a_name_becomes_an_identifier() -> None:
    assert [slug(name) for name in ("Eastern Pact", "Ééé!", "会議", "a--b")] == ["eastern-pact", "eee", "scenario", "a-b"]


# -- preview


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", scenarios.names())
def test_the_author_sees_every_text_of_the_powers_treaties_and_endings(name: str, lang: str) -> None:
    scenario = scenarios.load(name)
    said = as_plain(whole(scenario, Lang(lang)), width=10_000)
    for briefing in scenario.plot.briefings.values():
        assert all(aim.text[Lang(lang)] in said for aim in briefing.objectives.values())
    assert all(draft.treaty.title[Lang(lang)] in said for draft in scenario.plot.drafts.values())
    assert all(ending.title[Lang(lang)] in said for ending in scenario.plot.endings.values())


@pytest.mark.parametrize("name", scenarios.names())
def test_a_delegation_sees_its_own_secrets_and_no_other(name: str) -> None:
    scenario = scenarios.load(name)
    view = {p: Table.open(scenario, 0).view(p) for p in scenario.setting.powers}
    for power in scenario.setting.powers:
        said = as_plain(sheet_of(scenario, power, EN), width=10_000)
        for other, briefing in scenario.plot.briefings.items():
            # A power that the computer plays is told nothing.
            assert not briefing.text or (briefing.text[EN] in said) == (other == power)
        unknown = [d.treaty for k, d in scenario.plot.drafts.items() if k not in view[power].treaties]
        assert not any(t.title[EN] in said for t in unknown)
        assert not any(ending.text[EN] in said for ending in scenario.plot.endings.values() if ending.text)


def test_a_sheet_names_the_members_of_a_council_that_have_no_seat_and_the_ships_of_each_power() -> None:
    kuwait = scenarios.load("kuwait-1990")
    usa = Power("usa")
    armed = evolve(kuwait.setting.powers[usa], fleet=6, aircraft=400)
    setting = evolve(kuwait.setting, powers={**kuwait.setting.powers, usa: armed})
    said = as_plain(sheet_of(evolve(kuwait, setting=setting), Power("france"), EN), width=10_000)
    assert "Members without a seat: Iraq and Kuwait." in said and "Ships: 6." in said and "Aircraft: 400." in said


def test_a_page_escapes_whatever_an_author_wrote() -> None:
    nasty = '<script>alert(1)</script> [b]bold[/b] & "quotes"'
    page = as_page([Heading(nasty), Paragraph(nasty), Listing((nasty,))], nasty, "en")
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert nasty in as_plain([Paragraph(nasty)])


def test_preview_prints_and_handouts_are_written(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", str(file), "--lang", "fr", "--as", "le Nordland"]) == 0
    assert "Vos paysans vivent" in capsys.readouterr().out
    assert run(["preview", str(file), "--lang", "en", "--handout", str(tmp_path / "sheets")]) == 0
    assert sorted(p.name for p in (tmp_path / "sheets").iterdir()) == ["northland.en.html", "southland.en.html"]
    with pytest.raises(Plain, match="northland"):
        run(["preview", str(file), "--as", "nordland"])


# -- simulate


def test_a_trial_follows_tracks_scores_and_signatures_through_the_turns() -> None:
    trial = hold_trial(MODEL, 6, 1)
    assert set(trial.tracks) == {"tension", "northland.support", "southland.support"}
    assert all(s.least <= s.mean <= s.most for spreads in trial.tracks.values() for s in spreads)
    assert len(trial.tracks["tension"]) == 3 == len(trial.acts)
    assert trial.fired == {"flood": 6}
    assert trial.report.games == 6 == sum(trial.report.endings.values())
    assert hold_trial(MODEL, 6, 1) == trial


def test_simulate_prints_charts_and_writes_a_page_that_needs_nothing_else(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "report.html"
    assert run(["simulate", str(file), "-n", "4", "--report", str(page), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Endings" in said and "Tension" in said and re.search("[▁▂▃▄▅▆▇█]", said)
    html = page.read_text(encoding="utf-8")
    assert "http://" not in html and "https://" not in html and "<script" not in html
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        ElementTree.fromstring(svg)
    assert html.count("<svg") >= 6
    run(["simulate", str(file), "--games", "2", "--json"])
    assert json.loads(capsys.readouterr().out)["games"] == 2


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("the game of seed 3", "1 April 1930: ", "tables “", "Ending: ", "reached (")),
        ("fr", ("la partie de la graine 3", "1er avril 1930 : ", "dépose «", "Fin : ", "atteint (")),
    ],
)
def test_one_game_is_told_turn_by_turn(
    file: Path, tmp_path: Path, lang: str, said: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "game.html"
    assert run(["simulate", str(file), "--show", "3", "--report", str(page), "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert [words for words in said if words not in out] == []
    assert "None" not in out and page.read_text(encoding="utf-8").count("<h2>") >= 5
    with pytest.raises(Plain):
        run(["simulate", str(file), "--show", "-1"])


@pytest.mark.parametrize("name", scenarios.names())
def test_a_told_game_says_how_it_ended_and_what_was_voted(name: str) -> None:
    scenario = scenarios.load(name)
    table = play_out(scenario, 3).table
    said = as_plain(list(chronicle(scenario, table.chronicle, 3, EN)), width=10_000)
    assert table.state.ending is not None
    assert scenario.plot.endings[table.state.ending].title[EN] in said
    for draft in table.state.resolutions.values():
        if draft.stage is Outcome.ADOPTED:
            assert f"“{draft.title[EN]}” is adopted." in said
    for event in table.chronicle:
        if isinstance(event, PollDecided):
            assert " ".join(reason_words(event.verdict, Speaker(scenario.setting, EN))) in said
    assert all(
        f": {points} points" in said for power, (points, _) in table.state.scores.items() if scenario.plot.briefings[power].objectives
    )


def test_the_report_names_a_seed_that_comes_to_each_ending() -> None:
    trial = hold_trial(MODEL, 4, 5)
    assert trial.report.seeds.keys() == trial.report.endings.keys()
    said = as_plain(list(pages(MODEL, trial, 0, EN)))
    for ending, seed in trial.report.seeds.items():
        assert play_out(MODEL, seed).table.state.ending == ending
        assert f"--show {seed})" in said


def test_the_report_says_what_became_of_resolutions(capsys: pytest.CaptureFixture[str]) -> None:
    trial = hold_trial(scenarios.load("kuwait-1990"), 1, 3)
    assert trial.report.resolutions["breach"] == {Outcome.ADOPTED: 1}  # type: ignore[index]
    assert run(["simulate", "kuwait-1990", "-n", "1", "--seed", "3", "--lang", "fr"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"Résolution 661 : sanctions +1 +1 +0 +0 +0\n", out) and "Résolution 661 : sanctions         100\u00a0%" in out
    assert max(map(len, out.splitlines())) <= 100


# -- test

STEPS = """\
peace:
  - turn: spring
  - northland: {table: {treaty: river_pact, to: [southland]}}
  - southland: {initial: {treaty: river_pact, version: 1}}
  - northland: {initial: {treaty: river_pact, version: 1}}
  - northland: {sign: {treaty: river_pact}}
  - southland: {sign: {treaty: river_pact}}
  - expect: [river_pact.in_force, tension == 40]
"""


def test_playthroughs_are_played_and_each_failure_is_named_with_its_place(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside = file.with_name("pact.test.yaml")
    with pytest.raises(Plain, match=r"pact\.test\.yaml"):
        run(["test", str(file), "--lang", "en"])
    beside.write_text(STEPS, encoding="utf-8")
    assert run(["test", str(file), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "peace  ok\n"
    beside.write_text(STEPS + "war:\n  - expect: count(river_pact.signed) >= 1\n", encoding="utf-8")
    assert run(["test", str(file), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "peace  ok" in out and f"{beside}:10:13: this is not so" in out and "count(river_pact.signed) is 0" in out


def test_every_expectation_of_a_step_that_is_not_so_is_reported(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside = file.with_name("pact.test.yaml")
    beside.write_text("scene:\n  - expect: [tension > 90, tension >= 0, river_pact.in_force]\n", encoding="utf-8")
    assert run(["test", str(file), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert f"{beside}:2:14: this is not so: tension > 90" in out and f"{beside}:2:42: this is not so: river_pact.in_force" in out
    assert out.count("this is not so") == 2


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("turn: sprin", "un nom voisin est « spring »"),
        ("turn: summer", "« close: talks » fait avancer"),
        ("nordland: {sign: {treaty: river_pact}}", "un nom voisin est « northland »"),
        ("close: orders", "la phase du tour est talks"),
        ("ending: pakt", "un nom voisin est « pact »"),
        ("ending: pact", "la fin est aucune encore"),
        ("expect: river_pact.inforce", "n'a pas de propriété"),
        ("northland: {sing: {treaty: river_pact}}", "un nom voisin est « sign »"),
        ("southland: {sign: {treaty: river_pact}}", "southland:"),
    ],
)
def test_a_step_that_cannot_be_is_said_in_the_users_language(file: Path, step: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    file.with_name("pact.test.yaml").write_text(f"scene:\n  - {step}\n", encoding="utf-8")
    assert run(["test", str(file), "--lang", "fr"]) == 1
    assert said in capsys.readouterr().out


def test_offices_forces_and_who_sits_are_said_in_the_language_of_the_page() -> None:
    pages = {name: as_plain(whole(scenarios.load(name), FR)) for name in ("munich-1938", "ethiopia-1935")}
    for english in ("head of government", "set readiness", "PRECAUTIONARY"):
        assert english.lower() not in pages["munich-1938"].lower()
    assert "Chef du gouvernement : Adolf Hitler" in pages["munich-1938"] and "mesures de précaution" in pages["munich-1938"]
    assert re.search(r"Le Comité de coordination : la Grande-Bretagne,[^.]*le Portugal", pages["ethiopia-1935"].replace("\n    ", " "))


# -- texts


def test_a_translation_is_extracted_counted_read_and_found_out_of_date(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Plain, match="extract"):
        run(["texts", "status", str(file), "de", "--lang", "en"])
    assert run(["texts", "extract", str(file), "de", "--lang", "en"]) == 0
    beside = file.with_name("pact.de.po")
    assert run(["texts", "check", str(file), "de", "--lang", "en"]) == 1
    assert "0 of 27 translated, 0 out of date, 27 missing" in capsys.readouterr().out
    words = re.sub(r'^msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "DE \1"', beside.read_text(encoding="utf-8"), flags=re.MULTILINE)
    beside.write_text(words.replace('msgid ""\n"', 'msgid ""\n"'), encoding="utf-8")
    run(["texts", "status", str(file), "de", "--lang", "en"])
    assert "translated, 0 out of date" in capsys.readouterr().out
    scenario = scenarios.load(str(file))
    assert scenario.setting.languages == ("en", "fr", "de")
    assert scenario.setting.title[Lang("de")] == "DE Two Neighbours"
    file.write_text(model().replace("{en: Spring,", "{en: Early spring,"), encoding="utf-8")
    assert [(p.rule, p.params["lang"]) for p in read_lint(file) if p.rule == "text_stale"] == [("text_stale", "de")]
    assert run(["texts", "extract", str(file), "de", "--lang", "en"]) == 0
    assert '#, fuzzy\n#| msgid "Spring"' in beside.read_text(encoding="utf-8")
    beside.write_text("garbage\n", encoding="utf-8")
    with pytest.raises(Plain):
        run(["texts", "status", str(file), "de"])


def test_a_translation_has_the_placeholders_of_its_source_in_whatever_order(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = model().replace("en: Two Neighbours", 'en: "Two Neighbours of {place} in {year}"')
    file.write_text(text, encoding="utf-8")
    entries = {source.path: Translation(source=source.words, words=f"DE {source.words}") for source in sources(text, "de")}
    title = entries["title"].source
    for words, unlike in (("In {year}, zu {place}", ()), ("In {jahr}, zu {place}", ("title",)), ("In {place}", ("title",))):
        overlay = Overlay(lang="de", entries={**entries, "title": Translation(source=title, words=words)})
        found = status(text, overlay)
        assert tuple(source.path for source in found.unlike) == unlike and found.complete is not bool(unlike)
    run(["texts", "extract", str(file), "de"])
    beside = file.with_name("pact.de.po")
    beside.write_text(
        beside.read_text(encoding="utf-8").replace(f'msgid "{title}"\nmsgstr ""', f'msgid "{title}"\nmsgstr "{{ort}}"'), encoding="utf-8"
    )
    assert run(["texts", "check", str(file), "de", "--lang", "en"]) == 1
    assert "other placeholders than the source: title" in capsys.readouterr().out


def read_lint(file: Path) -> tuple[Diagnostic, ...]:
    """What the linter finds with the translations beside a file."""
    return read_text(file.read_text(encoding="utf-8"), overlays_beside(file)).problems


# -- upgrade


def test_a_file_that_says_no_format_is_upgraded_and_a_newer_one_is_left_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = model().replace("format: 1\n", "", 1)
    assert upgraded(old) is not None and read_text(upgraded(old) or "").problems == ()
    assert upgraded(model()) == model()
    assert upgraded(model().replace("format: 1", "format: 9")) is None
    assert upgraded("a: [") is None
    file.write_text(old, encoding="utf-8")
    run(["upgrade", str(file)])
    assert "+format: 1" in capsys.readouterr().out and file.read_text(encoding="utf-8") == old
    run(["upgrade", str(file), "--write"])
    assert read_text(file.read_text(encoding="utf-8")).problems == ()


# -- play


@pytest.mark.parametrize("turn", ["spring", "summer", "autumn"])
def test_a_scene_opens_at_the_talks_of_its_turn(turn: str) -> None:
    events = opening_at(MODEL, turn)(MODEL, 5)
    state = Table.resume(events).state
    assert (state.turn_id, state.phase.value) == (turn, "talks")
    assert sum(isinstance(event, TurnOpened) for event in events) == ["spring", "summer", "autumn"].index(turn) + 1


def test_tracks_can_be_set_for_a_scene() -> None:
    wanted = {"tension": 70, "northland.support": 20, "southland.trust.northland": 5}
    assert set(wanted) <= set(targets(MODEL))
    state = Table.open(with_tracks(MODEL, wanted), 1).state
    assert {name: state.tracks[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("wanted", "code"), [({"tention": 1}, "no_track"), ({"tension": 101}, "track_outside"), ({"northland.trust": 1}, "no_track")]
)
def test_a_track_that_is_not_there_or_goes_too_far_is_refused(wanted: dict[str, int], code: str) -> None:
    with pytest.raises(CannotRehearse) as caught:
        with_tracks(MODEL, wanted)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--turn", "sumer"], "summer"),
        (["--set", "tension"], "TRACK=NUMBER"),
        (["--set", "tention=4"], "tension"),
        (["--turn", "summer"], "terminal"),
    ],
)
def test_play_says_what_is_wrong_with_a_scene(file: Path, line: list[str], said: str) -> None:
    with pytest.raises(Plain, match=said):
        run(["play", str(file), *line, "--lang", "en"])


@pytest.mark.parametrize(("lang", "said"), [(EN, "(in part: 20 or 10)"), (FR, "(en partie : 20 ou 10)")])
def test_a_sheet_shows_partial_credit_and_the_delegation_with_its_offices(lang: Lang, said: str) -> None:
    sheet = as_plain(sheet_of(scenarios.load("munich-1938"), Power("czechoslovakia"), lang), width=10_000)
    assert said in sheet
    assert {EN: "Head of state: Edvard Beneš", FR: "Chef de l'État : Edvard Beneš"}[lang] in sheet.replace("’", "'")


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"garbage\n", b"#" * 2_100_000], ids=["bytes", "garbage", "huge"])
@pytest.mark.parametrize("command", [["lint"], ["preview"], ["texts", "status"]])
def test_a_translation_that_is_none_is_named_with_its_line(
    file: Path, raw: bytes, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    beside = file.with_name("pact.de.po")
    beside.write_bytes(raw)
    line = [*command, str(file), *(["de"] if command[0] == "texts" else []), "--lang", "fr"]
    if command == ["lint"]:
        assert run(line) == 2
        said = capsys.readouterr().err
    else:
        with pytest.raises(Plain) as plain:
            run(line)
        said = plain.value.line
    assert said.startswith(f"{beside}:1") and "traduction" in said


def test_a_translation_cannot_steer_a_terminal(file: Path) -> None:
    entries = [f'msgctxt "{source.path}"\nmsgid "{source.words}"\nmsgstr "\x1b[31m{source.words}"\n' for source in sources(model(), "de")]
    file.with_name("pact.de.po").write_text("\n".join(entries), encoding="utf-8")
    title = scenarios.load(str(file)).setting.title[Lang("de")]
    assert title == "\ufffd[31mTwo Neighbours"


@pytest.mark.parametrize(
    ("line", "en", "fr"),
    [
        (["simulate", "x", "--show", "y"], "'y' is not a whole number (--show)", "« y » n'est pas un nombre entier (--show)"),
        (["lint", "--format", "xml", "a"], "possible: text, concise, json, github", "possible : text, concise, json, github"),
        (["simulat", "x"], "possible: simulate", "possible : simulate"),
        (["lint", "--fixx", "a"], "not known here: --fixx", "inconnu ici : --fixx"),
        (["test"], "wanting: FILE", "il manque : FILE"),
        (["preview", "a", "--as"], "--as wants a value", "--as veut une valeur"),
        (["lint", "--watch=1"], "--watch takes no value", "--watch ne prend pas de valeur"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_in_the_users_language(
    line: list[str], en: str, fr: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, said in (("en", en), ("fr", fr)):
        with pytest.raises(SystemExit) as ended:
            run([*line, "--lang", lang] if "--as" not in line else ["--lang", lang, *line])
        err = capsys.readouterr().err.replace("\xa0", " ").replace("\u202f", " ")
        assert ended.value.code == 2 and said in err and "int value" not in err
        assert err.startswith("emploi :" if lang == "fr" else "usage:")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_help_is_in_the_users_language(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for line in (["--help"], ["lint", "--help"]):
        with pytest.raises(SystemExit):
            run([*line[:-1], "--lang", lang, line[-1]])
        said = capsys.readouterr().out
        assert ("show this help" in said) == (lang == "en") and ("montrer cette aide" in said) == (lang == "fr")
        assert "positional" not in said
