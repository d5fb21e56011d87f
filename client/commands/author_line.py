"""The author's part of the command line: what may be said, and which room does it. Nothing heavy is imported until it is needed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from client.commands.texts import Plain, words
from engine.names import Lang

Verb = Callable[[str], argparse.ArgumentParser]
Say = Callable[[str], str]


def add(verb: Verb, say: Say) -> None:
    """Say what the author's commands take."""
    lint = verb("lint")
    lint.add_argument("files", nargs="*", metavar="FILE", help=say("lint_files"))
    lint.add_argument("--format", choices=("text", "concise", "json", "github"), default="text", help=say("format"))
    for flag in ("strict", "notes", "fix", "watch"):
        lint.add_argument(f"--{flag}", action="store_true", help=say(flag))
    lint.add_argument("--explain", metavar="CODE", help=say("explain"))


def run(asked: argparse.Namespace, lang: Lang) -> int:
    """Do what an author's command says; the exit code."""
    from client.commands import lint

    if asked.explain:
        return lint.explain(asked.explain, lang)
    if not asked.files:
        raise Plain(words(lang, "no_files"))
    wanted = lint.Wanted(form=asked.format, strict=asked.strict, notes=asked.notes, fix=asked.fix)
    if asked.watch:
        again(asked.files, lambda: lint.lint(asked.files, wanted, lang), lang)
        return 0
    return lint.lint(asked.files, wanted, lang)


def again(files: list[str], do: Callable[[], object], lang: Lang) -> None:
    """Do it whenever one of the files is saved, on a cleared screen."""
    from client.commands.watching import watch

    def afresh() -> None:
        print("\x1b[2J\x1b[H", end="")
        do()
        print(words(lang, "watching"), flush=True)

    watch([Path(file) for file in files], afresh)
