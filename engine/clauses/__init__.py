"""The register of article kinds: a new kind is a file beside this one and a line here."""

from typing import TypeAlias

from engine.clauses.assistance import MutualAssistance
from engine.clauses.cession import Cession
from engine.clauses.consultation import Consultation
from engine.clauses.declaration import Declaration
from engine.clauses.guarantee import Guarantee
from engine.clauses.non_aggression import NonAggression

AnyClause: TypeAlias = MutualAssistance | Guarantee | NonAggression | Consultation | Cession | Declaration

CLAUSES = (MutualAssistance, Guarantee, NonAggression, Consultation, Cession, Declaration)

__all__ = [
    "CLAUSES",
    "AnyClause",
    "Cession",
    "Consultation",
    "Declaration",
    "Guarantee",
    "MutualAssistance",
    "NonAggression",
]
