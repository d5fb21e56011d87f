"""The register of operative paragraphs: a new kind is a file beside this one and a line here."""

from typing import TypeAlias

from engine.measures.demand import Demand
from engine.measures.determination import Determination
from engine.measures.force import Authorisation, Observers
from engine.measures.membership import Admission, Election, Expulsion
from engine.measures.nullity import Nullity
from engine.measures.provisional import ProvisionalMeasures
from engine.measures.recommendation import Recommendation, Terms
from engine.measures.reference import Committee, Referral
from engine.measures.sanctions import Lifting, Sanctions
from engine.measures.words import Condemnation, Note

AnyMeasure: TypeAlias = (
    Determination
    | Demand
    | Recommendation
    | Terms
    | ProvisionalMeasures
    | Sanctions
    | Lifting
    | Authorisation
    | Observers
    | Admission
    | Expulsion
    | Election
    | Nullity
    | Referral
    | Committee
    | Condemnation
    | Note
)

MEASURES = (
    Determination,
    Demand,
    Recommendation,
    Terms,
    ProvisionalMeasures,
    Sanctions,
    Lifting,
    Authorisation,
    Observers,
    Admission,
    Expulsion,
    Election,
    Nullity,
    Referral,
    Committee,
    Condemnation,
    Note,
)

__all__ = [
    "MEASURES",
    "Admission",
    "AnyMeasure",
    "Authorisation",
    "Committee",
    "Condemnation",
    "Demand",
    "Determination",
    "Election",
    "Expulsion",
    "Lifting",
    "Note",
    "Nullity",
    "Observers",
    "ProvisionalMeasures",
    "Recommendation",
    "Referral",
    "Sanctions",
    "Terms",
]
