"""The catalogue in French."""

from engine.texts.french.abstention import ABSTENTION
from engine.texts.french.articles import ARTICLES
from engine.texts.french.assistance import ASSISTANCE
from engine.texts.french.chamber import CHAMBER
from engine.texts.french.conflicts import CONFLICTS
from engine.texts.french.deeds import DEEDS
from engine.texts.french.disputes import DISPUTES
from engine.texts.french.military import MILITARY
from engine.texts.french.phrases import PHRASES
from engine.texts.french.refusals import REFUSALS
from engine.texts.french.settlement import SETTLEMENT
from engine.texts.french.tales import TALES
from engine.texts.french.terms import TERMS
from engine.texts.french.territory import TERRITORY
from engine.texts.french.treaty_life import TREATY_LIFE
from engine.texts.french.votes import VOTES

_UNBREAKABLE = {
    " :": "\u00a0:",
    " ;": "\u00a0;",
    " ?": "\u00a0?",
    " !": "\u00a0!",
    " %": "\u00a0%",
    "§ ": "§\u00a0",
    "« ": "«\u00a0",
    " »": "\u00a0»",
}


def _spaced(text: str) -> str:
    """The text with unbreakable spaces where French typography wants them."""
    for plain, unbreakable in _UNBREAKABLE.items():
        text = text.replace(plain, unbreakable)
    return text


_WORDS = {
    **REFUSALS,
    **TERMS,
    **TALES,
    **PHRASES,
    **ARTICLES,
    **ASSISTANCE,
    **ABSTENTION,
    **MILITARY,
    **TERRITORY,
    **SETTLEMENT,
    **CONFLICTS,
    **DISPUTES,
    **DEEDS,
    **VOTES,
    **TREATY_LIFE,
    **CHAMBER,
}
WORDS = {key: _spaced(text) for key, text in _WORDS.items()}
