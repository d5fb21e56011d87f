"""The client in English."""

from client.texts.english.acts import ACTS
from client.texts.english.articles import ARTICLES
from client.texts.english.chamber import CHAMBER
from client.texts.english.shell import SHELL
from client.texts.english.situation import SITUATION
from client.texts.english.treaties import TREATIES

WORDS: dict[str, str] = {**SHELL, **ACTS, **ARTICLES, **TREATIES, **CHAMBER, **SITUATION}
