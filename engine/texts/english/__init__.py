"""The catalogue in English."""

from engine.texts.english.abstention import ABSTENTION
from engine.texts.english.articles import ARTICLES
from engine.texts.english.assistance import ASSISTANCE
from engine.texts.english.chamber import CHAMBER
from engine.texts.english.conflicts import CONFLICTS
from engine.texts.english.deeds import DEEDS
from engine.texts.english.disputes import DISPUTES
from engine.texts.english.military import MILITARY
from engine.texts.english.phrases import PHRASES
from engine.texts.english.refusals import REFUSALS
from engine.texts.english.settlement import SETTLEMENT
from engine.texts.english.tales import TALES
from engine.texts.english.terms import TERMS
from engine.texts.english.territory import TERRITORY
from engine.texts.english.treaty_life import TREATY_LIFE
from engine.texts.english.votes import VOTES

WORDS = {
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
