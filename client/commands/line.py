"""A command line that speaks the user's language where the standard one would fall back on English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from client.commands.texts import words
from engine.names import Lang
from scenarios.reading.diagnostics import near

FAULTS = (
    (re.compile(r"argument (?P<name>.+?): invalid (?:int|number) value: '(?P<word>.*)'"), "line_number"),
    (re.compile(r"argument (?P<name>.+?): invalid choice: '(?P<word>.*)' \(choose from (?P<names>.*)\)"), "line_choice"),
    (re.compile(r"argument (?P<name>.+?): expected .*argument.*"), "line_value"),
    (re.compile(r"argument (?P<name>.+?): ignored explicit argument '(?P<word>.*)'"), "line_no_value"),
    (re.compile(r"ambiguous option: (?P<word>\S+) could match (?P<names>.*)"), "line_ambiguous"),
    (re.compile(r"the following arguments are required: (?P<names>.*)"), "line_required"),
    (re.compile(r"unrecognized arguments: (?P<names>.*)"), "line_unknown"),
)
"""What the standard library says, and the code of our own words for it."""


class Line(argparse.ArgumentParser):
    """The parser of a language; errors end in 2, with the usage and one sentence."""

    def __init__(self, lang: Lang, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_formatter(words(lang, "line_usage")))
        self._lang = lang
        self._positionals.title, self._optionals.title = words(lang, "line_positionals"), words(lang, "line_options")
        self.add_argument("-h", "--help", action="help", help=words(lang, "line_help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in the user's words, and end."""
        self.exit(2, f"{self.format_usage()}{self.prog}{words(self._lang, 'line_colon')} {said(message, self._lang)}\n")


def said(message: str, lang: Lang) -> str:
    """The standard library's message in our words; as it stands if there are none for it."""
    for pattern, code in FAULTS:
        if match := pattern.fullmatch(message):
            slots = {name: word or "" for name, word in match.groupdict().items()}
            if "names" in slots and "word" in slots:
                names = re.findall(r"[\w-]+", slots["names"])
                slots["names"] = _close(slots["word"], names)
            return words(lang, code, **slots)
    return message


def _close(word: str, names: Iterable[str]) -> str:
    names = tuple(names)
    return near(word, names) or ", ".join(names)


def _formatter(heading: str) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, heading + " " if prefix is None else prefix)

    return Formatter
