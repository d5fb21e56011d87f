"""Deeds in the world to which an article may answer; they know no articles, so that articles may know them."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from engine.names import Power, StakeId, TreatyId


class Deed(StrEnum):
    """What a power can do to which some article may answer; each has its words in `engine.texts`."""

    ATTACK = "attack"
    """Open hostilities."""
    JOIN_WAR = "join_war"
    """Enter a war on the side of those who fight the power named."""
    THREATEN = "threaten"
    """Demand something on pain of force."""
    OCCUPY = "occupy"
    """Take a stake with troops."""
    DEPLOY = "deploy"
    """Assemble or keep armed forces at a stake."""
    CROSS = "cross"
    """March through the territory of the power named."""
    LET_PASS = "let_pass"
    """Let the forces of the power named pass through one's territory to a war of theirs (Hague Convention V, 18 October 1907, articles 2, 5)."""
    BLOCKADE = "blockade"
    PATROL = "patrol"
    """Police a zone of the sea."""
    CLOSE = "close"
    """Shut a waterway to ships."""
    MOBILISE = "mobilise"
    ARM = "arm"
    """Build a class of arms."""
    AID = "aid"
    """Lend a power funds, arms or volunteers."""
    SUPPLY = "supply"
    """Deliver goods or grant credit."""
    SANCTION = "sanction"
    """Break off trade, finance or relations by way of sanction."""
    CLAIM = "claim"
    """Lay claim to a stake that is another's, for oneself or for a third: by an ultimatum, or by a treaty made without it."""
    INTERFERE = "interfere"
    """Meddle in the affairs of the power named: dictate to it under threat, press a demand upon it by sanctions, aid or recognise a faction
    within it (Declaration on Friendly Relations, 24 October 1970, third principle)."""
    COMBINE = "combine"
    """Conclude an alliance or join a combination directed against somebody."""
    CONCLUDE = "conclude"
    """Conclude a treaty."""
    MAKE_PEACE = "make_peace"
    """Conclude an armistice or peace with the power named."""
    TRANSFER = "transfer"
    """Hand a stake over to the power named."""
    EVACUATE = "evacuate"
    """Withdraw one's forces from a stake."""
    RECOGNISE = "recognise"
    """Recognise a frontier, a status or a government."""
    HOLD_PLEBISCITE = "hold_plebiscite"
    CONSULT = "consult"
    HOLD_STAFF_TALKS = "hold_staff_talks"
    NOTIFY = "notify"
    SUBMIT = "submit"
    """Take a dispute to a peaceful procedure."""
    COMPLY = "comply"
    """Carry out an award or a decision."""
    SUPPORT_ADMISSION = "support_admission"
    ESTABLISH = "establish"
    """Take part in an organ that a treaty sets up."""


class Means(StrEnum):
    """With what a power aids another."""

    FUNDS = "funds"
    ARMS = "arms"
    VOLUNTEERS = "volunteers"


class Arms(StrEnum):
    """A class of arms that can be counted."""

    DIVISIONS = "divisions"
    EFFECTIVES = "effectives"
    """Men under arms."""
    TANKS = "tanks"
    HEAVY_GUNS = "heavy_guns"
    AIRCRAFT = "aircraft"
    CAPITAL_SHIPS = "capital_ships"
    SUBMARINES = "submarines"
    TONNAGE = "tonnage"
    """Tons of warships."""


class Sanction(StrEnum):
    """What is broken off by way of sanction (Covenant 16(1); Charter 41)."""

    DIPLOMATIC = "diplomatic"
    ARMS = "arms"
    OIL = "oil"
    FINANCE = "finance"
    GENERAL = "general"
    """All trade and intercourse."""


@frozen(kw_only=True)
class Happening:
    """One deed of one power: towards whom, at what stake, and against whom it is aimed."""

    deed: Deed
    by: Power
    toward: Power | None = None
    """Upon, to, with or through whom."""
    at: StakeId | None = None
    against: frozenset[Power] = frozenset()
    """Those whom the deed is directed against without being done to them: the foe of a power aided, the target of a combination."""
    together: frozenset[Power] = frozenset()
    """Those who do it with the power, or have consented."""
    coalition: frozenset[Power] = frozenset()
    """Those who fight on the side that it serves in a war."""
    means: Means | None = None
    matter: str = ""
    """What the deed is about where a word says it: a class of arms, goods, a status, an organ, a procedure."""
    amount: int = 0
    """Divisions, per cent of a ceiling, or points, as the matter counts it."""
    treaty: TreatyId | None = None
    """The treaty concluded, or under which it is done."""
