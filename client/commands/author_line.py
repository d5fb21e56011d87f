"""The author's part of the command line: what may be said, and which room does it. Nothing heavy is imported until it is needed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from client.commands.texts import Plain, words
from engine.names import Lang

Verb = Callable[[str], argparse.ArgumentParser]
Say = Callable[[str], str]


MOST_SEED = 999_999_999


def add(verb: Verb, say: Say) -> None:
    """Say what the author's commands take."""
    new = verb("new")
    new.add_argument("name", metavar="NAME", help=say("new_name"))
    new.add_argument("--from", dest="start", metavar="SCENARIO", help=say("new_from"))
    new.add_argument("--languages", metavar="LANGS", help=say("languages"))
    lint = verb("lint")
    lint.add_argument("files", nargs="*", metavar="FILE", help=say("lint_files"))
    lint.add_argument("--format", choices=("text", "concise", "json", "github"), default="text", help=say("format"))
    for flag in ("strict", "notes", "fix", "deep", "watch"):
        lint.add_argument(f"--{flag}", action="store_true", help=say(flag))
    lint.add_argument("--explain", metavar="CODE", help=say("explain"))
    preview = verb("preview")
    preview.add_argument("scenario", metavar="FILE", help=say("scenario"))
    preview.add_argument("--as", dest="power", metavar="POWER", help=say("preview_as"))
    preview.add_argument("--handout", metavar="DIR", help=say("handout"))
    preview.add_argument("--watch", action="store_true", help=say("watch"))
    simulate = verb("simulate")
    simulate.add_argument("scenario", help=say("scenario"))
    simulate.add_argument("--games", "-n", type=int, default=10, help=say("games"))
    simulate.add_argument("--seed", type=int, default=1, help=say("seed"))
    simulate.add_argument("--json", action="store_true", help=say("json"))
    simulate.add_argument("--report", metavar="FILE.html", help=say("report"))
    simulate.add_argument("--show", type=int, metavar="SEED", help=say("show"))
    test = verb("test")
    test.add_argument("scenario", metavar="FILE", help=say("scenario"))
    test.add_argument("--new", metavar="NAME", help=say("test_new"))
    test.add_argument("--seed", type=int, help=say("seed"))
    test.add_argument("--played", nargs="?", const="", metavar="JOURNAL", help=say("test_played"))
    test.add_argument("--game", metavar="ID", help=say("game"))
    texts = verb("texts")
    texts.add_argument("act", choices=("extract", "status", "check"), help=say("texts_act"))
    texts.add_argument("scenario", metavar="FILE", help=say("scenario"))
    texts.add_argument("into", metavar="LANG", help=say("texts_lang"))
    export = verb("export-schema")
    export.add_argument("--for", dest="scenario", metavar="FILE", help=say("schema_for"))
    upgrade = verb("upgrade")
    upgrade.add_argument("scenario", metavar="FILE", help=say("scenario"))
    upgrade.add_argument("--write", action="store_true", help=say("write"))


def add_rehearsal(play: argparse.ArgumentParser, say: Say) -> None:
    """What an author may add to `play`."""
    play.add_argument("--turn", metavar="TURN", help=say("from_turn"))
    play.add_argument("--set", dest="tracks", action="append", metavar="TRACK=N", help=say("set"))
    play.add_argument("--watch", action="store_true", help=say("play_watch"))


def run(asked: argparse.Namespace, lang: Lang) -> int:
    """Do what an author's command says; the exit code."""
    match asked.verb:
        case "lint":
            return _lint(asked, lang)
        case "simulate":
            from client.commands import trial

            if asked.show is not None:
                within(lang, "--show", asked.show, 0, MOST_SEED)
                return trial.show(asked.scenario, asked.show, asked.report, lang)
            within(lang, "--games", asked.games, 1, 1_000_000)
            return trial.simulate(asked.scenario, asked.games, asked.seed, asked.json, asked.report, lang)
        case "preview" if asked.watch:
            from client.commands import authoring

            return again([asked.scenario], lambda: _shown(authoring.preview, asked, lang), lang)
        case _:
            return _write_or_show(asked, lang)


def _write_or_show(asked: argparse.Namespace, lang: Lang) -> int:
    from client.commands import authoring

    match asked.verb:
        case "new":
            return authoring.new(asked.name, asked.start, asked.languages, lang)
        case "preview":
            return authoring.preview(asked.scenario, asked.power, asked.handout, lang)
        case "test" if asked.new is not None:
            within(lang, "--seed", asked.seed or 0, 0, MOST_SEED)
            game = authoring.from_simulation(asked.seed) if asked.played is None else authoring.from_journal(asked.played, asked.game, lang)
            return authoring.new_test(asked.scenario, asked.new, game, lang)
        case "test":
            return authoring.test(asked.scenario, lang)
        case "export-schema":
            return authoring.export_schema(asked.scenario, lang)
        case "texts":
            return authoring.texts(asked.act, asked.scenario, asked.into, lang)
        case _:
            return authoring.upgrade(asked.scenario, asked.write, lang)


def _shown(preview: Callable[[str, str | None, str | None, Lang], int], asked: argparse.Namespace, lang: Lang) -> None:
    """While one watches, a broken file is said and does not end the watch."""
    try:
        preview(asked.scenario, asked.power, asked.handout, lang)
    except Plain as plain:
        print(plain.line)


def _lint(asked: argparse.Namespace, lang: Lang) -> int:
    from client.commands import lint

    if asked.explain:
        return lint.explain(asked.explain, lang)
    if not asked.files:
        raise Plain(words(lang, "no_files"))
    wanted = lint.Wanted(form=asked.format, strict=asked.strict, notes=asked.notes, fix=asked.fix, deep=asked.deep)
    if asked.watch:
        return again(asked.files, lambda: lint.lint(asked.files, wanted, lang), lang)
    return lint.lint(asked.files, wanted, lang)


def rehearse(asked: argparse.Namespace, lang: Lang) -> None:
    """Play from a scene."""
    from client.commands.rehearse import Scene, rehearse

    if asked.watch and not Path(asked.scenario).is_file():
        raise Plain(words(lang, "no_files"))
    scene = Scene(scenario=asked.scenario, turn=asked.turn, tracks=tuple(asked.tracks or ()))
    rehearse(scene, asked.power, asked.seed, asked.watch, lang)


def again(files: list[str], do: Callable[[], object], lang: Lang) -> int:
    """Do it whenever one of the files is saved, on a cleared screen."""
    from client.commands.watching import watch

    def afresh() -> None:
        print("\x1b[2J\x1b[H", end="")
        do()
        print(words(lang, "watching"), flush=True)

    watch([Path(file) for file in files], afresh)
    return 0


def within(lang: Lang, name: str, value: int, low: int, high: int) -> None:
    """Refuse a number that is out of bounds."""
    if not low <= value <= high:
        raise Plain(words(lang, "positive", name=name, low=low, high=high))
