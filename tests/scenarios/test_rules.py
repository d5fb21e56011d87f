"""Each rule of the format refuses its own bad sample, takes its good one, and has its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import resources

import attrs
import pytest
import yaml

from scenarios.authoring.depth import sound
from scenarios.authoring.translations import sources
from scenarios.reading.diagnostics import Diagnostic
from scenarios.reading.nodes import decode
from scenarios.reading.overlay import Overlay, Translation
from scenarios.reading.reader import read_text
from scenarios.reading.rules import CODES, RULES
from scenarios.reading.rules.advice import DEPTH
from scenarios.reading.sentences import FAULTS, HELPS, KINDS, WORDS

MODEL = (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")


def said_of(text: str, overlays: Sequence[Overlay] = (), *, deep: bool = False) -> tuple[Diagnostic, ...]:
    """What the reader says of a text that may hold a byte that is not UTF-8."""
    problems: list[Diagnostic] = []
    decoded = decode(text.encode("utf-8", "surrogateescape"), problems)
    if decoded is None:
        return tuple(problems)
    reading = read_text(decoded)
    played = sound(reading.scenario, reading.where, games=8) if reading.scenario is not None and deep else []
    return (*reading.problems, *read_text(decoded, overlays).problems, *played)


def translation() -> Overlay:
    """The model in a third language, complete."""
    entries = {source.path: Translation(source=source.words, words="...") for source in sources(MODEL, "de")}
    return Overlay(lang="de", entries=entries)


def test_the_model_is_faultless() -> None:
    assert read_text(MODEL).problems == ()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_finds_its_bad_sample_and_nothing_in_its_good_one(name: str) -> None:
    sample = RULES[name].sample
    assert MODEL.count(sample.good) >= 1
    broken = MODEL.replace(sample.good, sample.bad, 1) if sample.good else sample.bad
    found = said_of(broken, [translation()] if name.startswith("text_") else [], deep=name in DEPTH)
    assert name in [problem.rule for problem in found], found[:5]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_its_words_in_english_and_french(name: str) -> None:
    rule = RULES[name]
    for pair in (rule.words, rule.why):
        assert pair.en and pair.fr and (pair.en != pair.fr or name == "condition")
    slots = [set(re.findall(r"(?<!\{)\{(\w+)\}", words)) for words in (rule.words.en, rule.words.fr)]
    assert {s.replace("_en", "").replace("_fr", "") for s in slots[0]} >= {
        {"of_kind": "kind", "no_kind": "kind"}.get(s, s).replace("_en", "").replace("_fr", "") for s in slots[1]
    }
    assert rule.level in ("error", "warning", "note") and re.fullmatch(r"[YSNRCTA]0\d\d", rule.code)
    assert rule in CODES[rule.code]


@pytest.mark.parametrize("book", [HELPS, FAULTS, WORDS])
def test_what_fills_the_sentences_is_in_both_languages(book: dict[str, dict[str, str]]) -> None:
    assert all(words["en"] and words["fr"] for words in book.values())
    assert all(len(words) == 5 for words in KINDS.values())


TRAPS = {
    # What is written, the rule it meets (nothing: it is taken as a text), and the line and column of the mark.
    "Norway's no in a text": ("Southland, fr: le Sudland}", "no, fr: no}", None),
    "a date in a text": ("concluded_at: Bridgetown", "concluded_at: 1934-10-09", None),
    "a clock time in a text": ("concluded_at: Bridgetown", "concluded_at: 12:30", None),
    "1.10 in a text": ("concluded_at: Bridgetown", "concluded_at: 1.10", None),
    "a tilde in a text": ("concluded_at: Bridgetown", "concluded_at: ~", None),
    "010 is ten": ("divisions: 8", "divisions: 010", None),
    "a key called on": ("divisions: 8", "on: 8", "unknown_key"),
    "yes for true": ("secret: true", "secret: yes", "truth"),
    "a month too many": ("{date: 1930-07-01", "{date: 1930-13-01", "date"),
    "a hexadecimal number": ("divisions: 8", "divisions: 0x08", "number"),
    "a number with an exponent": ("divisions: 8", "divisions: 1e3", "number"),
    "a key without a value": ("concluded_at: Bridgetown", "concluded_at:", "empty"),
    "the same key twice": ("divisions: 8", "divisions: 8\n    divisions: 8", "twice"),
    "a merge key": ("peace: {kind: non_aggression}", "peace: {<<: {kind: non_aggression}}", "merge"),
    "an anchor": ("divisions: 8", "divisions: &d 8", "alias"),
    "an alias to nothing": ("divisions: 8", "divisions: *d", "alias"),
    "a Python tag": ("divisions: 8", "divisions: !!python/object/apply:os.system [ls]", "tag"),
    "a tab": ("  summer: {date", "\tsummer: {date", "tab"),
    "a colon in a text": ("  en: Two invented", "  en: Berlin: two invented", "colon"),
    "a hash in a text": ("  en: Two invented", "  en: Two #3 invented", "text_cut"),
    "a comma in a text between braces": ("{en: Watch, fr:", "{en: Watch, and wait, fr:", "comma"),
    "a text that starts with @": ("concluded_at: Bridgetown", "concluded_at: @bridgetown", "starts_badly"),
    "a text that starts with a backtick": ("concluded_at: Bridgetown", "concluded_at: `bridgetown", "starts_badly"),
    "a text that starts with %": ("concluded_at: Bridgetown", "concluded_at: %bridgetown", "starts_badly"),
    "a text that starts with *": ("concluded_at: Bridgetown", "concluded_at: *important*", "starts_badly"),
    "a text that starts with &": ("concluded_at: Bridgetown", "concluded_at: & Sons", "starts_badly"),
    "a text that starts with !": ("concluded_at: Bridgetown", "concluded_at: !now", "tag"),
    "a text that starts with ]": ("concluded_at: Bridgetown", "concluded_at: ] x", "starts_badly"),
    "a brace never closed": ("text: {en: Hold the valley.", "text: {en: {Hold the valley.", "not_closed"),
    "a bracket never closed": ("- [northland, southland]", "- [northland, southland # both", "not_closed"),
    "a second document": ("borders:", "---\nborders:", "second_document"),
    "a no-break space after a colon": ("id: two", "id:\xa0two", "no_break"),
    "a no-break space after a dash": ("  - Invented", "  -\xa0Invented", "no_break"),
    "a control character": ("Bridgetown", "Bridge\x07town", "control"),
    "a condition with a comma between braces": ("calm:\n        points: 40\n        when: tension < 50 and count(northland.at_war) == 0\n        text: {",
                                                "calm: {points: 40, when: all_in([a, b], c), text: {", "not_closed"),
    "a text after a closing quote": ("concluded_at: Bridgetown", 'concluded_at: "Bridge" town', "left_over"),
    "an apostrophe in single quotes": ("concluded_at: Bridgetown", "concluded_at: 'King's Bridge'", "apostrophe"),
    "a quote never closed": ("concluded_at: Bridgetown", 'concluded_at: "Bridgetown', "quote_open"),
    "a text on the line of >": ("  en: Two invented", "  en: > Two invented", "block_text"),
    "a backslash in double quotes": ("concluded_at: Bridgetown", 'concluded_at: "Q\\W"', "escape"),
    "a line without a colon": ("    style: mediator", "    style mediator", "no_colon"),
    "a line one space too far": ("    delegation: {foreign_minister: Anna", "     delegation: {foreign_minister: Anna", "indent"),
    "a line one space too near": ("    delegation: {foreign_minister: Anna", "   delegation: {foreign_minister: Anna", "indent"),
    "a list beside its key": ("borders:\n  -", "borders: -", "dash"),
    "a line break in a title": ("title: {en: The River Pact,", 'title: {en: "The River\\nPact",', "text_lines"),
    "a title in a block that keeps its lines": ("title: {en: Two Neighbours, fr: Deux voisins}", "title:\n  en: Two\n  fr: |\n    Deux\n    voisins", "text_lines"),
    "a title in a block that folds them": ("title: {en: Two Neighbours, fr: Deux voisins}", "title:\n  en: Two\n  fr: >-\n    Deux\n    voisins", None),
    "a line break in a name": ("Southland, fr: le Sudland}", 'Southland, fr: "le\\nSudland"}', "text_lines"),
    "a line break in a briefing": ("  en: Two invented", "  en: |\n    Two\n    invented\n  #", None),
    "a Python keyword as a name": ("  valley: {holder", "  import: {holder", "bad_name"),
    "a name for two things": ("  valley: {holder", "  northland: {holder", "name_taken"),
    "an unsigned change": ("{tension: +5}", "{tension: 5}", "unsigned"),
    "brackets ten thousand deep": ("place: [0, 0]", f"place: {'[' * 10_000}", "too_deep"),
    "a condition ten thousand deep": ("tension < 50 and", f"{'(' * 10_000}tension < 50 and", "condition"),
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_of_yaml_has_its_own_message_at_its_place(trap: str) -> None:
    old, new, rule = TRAPS[trap]
    assert old in MODEL
    problems = [p for p in read_text(MODEL.replace(old, new, 1)).problems]
    if rule is None:
        assert problems == []
        return
    place = MODEL[: MODEL.index(old)].count("\n") + 1
    found = [p for p in problems if p.rule == rule]
    assert found, problems
    assert any(place <= p.line <= place + new.count("\n") + 2 for p in found)
    assert all(p.sentence("en") and p.sentence("fr") for p in problems)


def test_a_line_break_in_a_translated_title_is_found_at_the_title_and_in_a_text_that_may_have_several_lines_is_none() -> None:
    whole = translation()
    for path, found in (("drafts.river_pact.title", ["text_lines"]), ("events.flood.text", [])):
        entry = attrs.evolve(whole.entries[path], words="Ein\nPakt")
        problems = read_text(MODEL, [Overlay(lang="de", entries={**whole.entries, path: entry})]).problems
        assert [p.rule for p in problems] == found
        assert all(MODEL.splitlines()[p.line - 1].strip().startswith("title: {en: The River Pact") for p in problems)
        assert all("drafts.river_pact.title" in p.sentence(lang) and "de" in p.sentence(lang) for p in problems for lang in ("en", "fr"))


@pytest.mark.parametrize("trap", [name for name, (_, _, rule) in TRAPS.items() if rule and RULES[rule].code == "Y005"])
def test_the_message_is_the_same_where_the_fast_parser_is_missing(trap: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, _ = TRAPS[trap]
    broken = MODEL.replace(old, new, 1)
    fast = [(p.rule, p.line) for p in read_text(broken).problems]
    monkeypatch.setattr("scenarios.reading.nodes.Loader", yaml.SafeLoader)
    assert [(p.rule, p.line) for p in read_text(broken).problems] == fast


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_taken() -> None:
    problems: list[Diagnostic] = []
    text = decode(b"\xef\xbb\xbf" + MODEL.replace("\n", "\r\n").encode(), problems)
    assert problems == [] and text is not None
    assert read_text(text).problems == ()


def test_a_caret_stands_under_the_word_after_accents() -> None:
    text = MODEL.replace("place: [0, 1], name: {en: the valley, fr: la vallée}", "name: {en: the valley, fr: la vallée}, plce: [0, 1]")
    (problem,) = read_text(text).problems
    assert text.splitlines()[problem.line - 1][problem.col - 1 :].startswith("plce")
    assert (problem.width, problem.repair) == (4, "place")


def test_an_ignored_warning_is_silent_and_an_ignore_that_silences_nothing_is_not() -> None:
    without_title = "title: {en: The River Pact, fr: Le pacte du fleuve}"
    single = MODEL.replace(without_title, "title: The River Pact  # locarno: ignore T002")
    assert read_text(single).problems == ()
    assert [p.rule for p in read_text(MODEL.replace(without_title, f"{without_title} # locarno: ignore T002")).problems] == [
        "ignore_unused"
    ]
    assert [p.rule for p in read_text(MODEL.replace(without_title, f"{without_title} # locarno: ignore Z999")).problems] == ["ignore_error"]
    assert [p.rule for p in read_text(MODEL.replace("divisions: 8", "divisions: eight # locarno: ignore S009")).problems] == [
        "number",
        "ignore_error",
    ]
