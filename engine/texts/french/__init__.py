"""The catalogue in French."""

from engine.texts.french.articles import ARTICLES
from engine.texts.french.chamber import CHAMBER
from engine.texts.french.deeds import DEEDS
from engine.texts.french.phrases import PHRASES
from engine.texts.french.refusals import REFUSALS
from engine.texts.french.tales import TALES
from engine.texts.french.terms import TERMS
from engine.texts.french.treaty_life import TREATY_LIFE
from engine.texts.french.votes import VOTES

_UNBREAKABLE = {" :": "\u00a0:", " ;": "\u00a0;", " ?": "\u00a0?", " !": "\u00a0!", "« ": "«\u00a0", " »": "\u00a0»"}


def _spaced(text: str) -> str:
    """The text with unbreakable spaces where French typography wants them."""
    for plain, unbreakable in _UNBREAKABLE.items():
        text = text.replace(plain, unbreakable)
    return text


WORDS = {
    key: _spaced(text)
    for key, text in {**REFUSALS, **TERMS, **TALES, **PHRASES, **ARTICLES, **DEEDS, **VOTES, **CHAMBER, **TREATY_LIFE}.items()
}
