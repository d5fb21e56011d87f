"""What moves the tracks besides an author's events: the occasions that the rules know, and what each moves where nothing is said."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Occasion(StrEnum):
    """Something done before witnesses; each has its words in `engine.texts`."""

    MOBILISATION = "mobilisation"
    ULTIMATUM = "ultimatum"
    YIELDED = "yielded"
    """A power gave way under threat."""
    STEPPED_BACK = "stepped_back"
    """A power that had threatened did not follow it up: a bluff called, by which its word is worth less to everybody."""
    TALKED_DOWN = "talked_down"
    """The same, where somebody had offered to mediate."""
    WAR = "war"
    PERFORMANCE = "performance"
    BREACH = "breach"
    FORSAKEN = "forsaken"
    """A power did not come to the aid of one to which it had promised it."""
    OCCUPATION = "occupation"
    DEPLOYMENT = "deployment"
    BLOCKADE = "blockade"
    SANCTION = "sanction"
    SANCTIONED = "sanctioned"
    """A sanction has stood another turn."""
    AID = "aid"
    EXPOSED = "exposed"
    """What was to stay covert came to light: aid, an agent, the source of a leak."""
    REVEALED = "revealed"
    """A treaty that a power has made in secret came to light; those who knew of it are not surprised."""
    CAMPAIGN = "campaign"
    """A power spoke for its policy at home."""
    RATIFIED = "ratified"
    RATIFICATION_FAILED = "ratification_failed"
    """What a power has signed was not ratified at home."""
    UNRELIABLE_PARTNER = "unreliable_partner"
    """A treaty binds a power, before all, that relies on one whose word is publicly broken (`engine.credibility`)."""
    RELIABLE_PARTNER = "reliable_partner"
    """The same, where it relies only on such as have broken no word and one is known to keep its own."""
    AIDED_FAITHLESS = "aided_faithless"
    """A power kept its promise of aid to one whose own word is publicly broken."""
    AIDED_FAITHFUL = "aided_faithful"
    """The same, to one that is known to keep its word."""


Moves = Mapping[str, int]
"""Signed amounts by track: `tension`, `own.prestige`, `other.support`, `other.trust.own`, `others.trust.own`.

`own` is whoever did it, `other` whom it was done to or owed, `others` everybody else who may know of it.
"""

USUAL_MOVES: Mapping[Occasion, Moves] = {
    Occasion.MOBILISATION: {"tension": 3},
    Occasion.ULTIMATUM: {"tension": 8},
    Occasion.YIELDED: {"own.prestige": -10},
    Occasion.STEPPED_BACK: {"own.prestige": -10, "own.support": -5, "other.trust.own": -5, "others.trust.own": -5},
    Occasion.TALKED_DOWN: {"own.prestige": -5, "own.support": -3},
    Occasion.WAR: {"tension": 40},
    Occasion.PERFORMANCE: {"other.trust.own": 5},
    Occasion.BREACH: {"other.trust.own": -20, "others.trust.own": -10},
    Occasion.FORSAKEN: {"own.prestige": -5, "own.support": -2},
    Occasion.OCCUPATION: {"tension": 15},
    Occasion.DEPLOYMENT: {"tension": 4},
    Occasion.BLOCKADE: {"tension": 10},
    Occasion.SANCTION: {"tension": 2, "other.trust.own": -5},
    Occasion.SANCTIONED: {"other.support": -2},
    Occasion.AID: {"other.trust.own": 4},
    Occasion.EXPOSED: {"other.trust.own": -10, "own.prestige": -3},
    Occasion.REVEALED: {"others.trust.own": -5},
    Occasion.CAMPAIGN: {"own.support": 4},
    Occasion.RATIFIED: {"own.support": -2},
    Occasion.RATIFICATION_FAILED: {"own.support": -5},
    Occasion.UNRELIABLE_PARTNER: {"own.support": -4},
    Occasion.RELIABLE_PARTNER: {"own.support": 2},
    Occasion.AIDED_FAITHLESS: {"own.support": -3},
    Occasion.AIDED_FAITHFUL: {"own.support": 3},
}
"""Conventions of the game; a scenario may say otherwise, occasion by occasion."""

OWN, OTHER, OTHERS = "own", "other", "others"
ROLES = (OWN, OTHER, OTHERS)
