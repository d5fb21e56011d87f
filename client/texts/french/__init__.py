"""The client in French."""

from client.texts.french.acts import ACTS
from client.texts.french.articles import ARTICLES
from client.texts.french.chamber import CHAMBER
from client.texts.french.shell import SHELL
from client.texts.french.situation import SITUATION
from client.texts.french.treaties import TREATIES

WORDS: dict[str, str] = {**SHELL, **ACTS, **ARTICLES, **TREATIES, **CHAMBER, **SITUATION}
