"""The register of article kinds: a new kind is a file beside this one and a line here."""

from typing import TypeAlias

from engine.clauses.admission import SupportAdmission
from engine.clauses.assistance import MutualAssistance
from engine.clauses.award import RespectAward
from engine.clauses.cession import Cession
from engine.clauses.consultation import Consultation
from engine.clauses.decisions import AcceptDecisions
from engine.clauses.declaration import Declaration
from engine.clauses.guarantee import Guarantee
from engine.clauses.inviolability import InviolabilityOfFrontiers
from engine.clauses.non_aggression import NonAggression
from engine.clauses.organ import CreateOrgan
from engine.clauses.plebiscite import Plebiscite
from engine.clauses.principle import Principle
from engine.clauses.recognition import Recognition
from engine.clauses.sanctions import SanctionsDuty
from engine.clauses.settlement import SubmitDisputes
from engine.clauses.sphere_of_interest import SphereOfInterest
from engine.clauses.supply import Supply
from engine.clauses.waterway import WaterwayRegime

AnyClause: TypeAlias = (
    MutualAssistance
    | Guarantee
    | NonAggression
    | Consultation
    | Cession
    | Recognition
    | InviolabilityOfFrontiers
    | Plebiscite
    | SphereOfInterest
    | WaterwayRegime
    | SubmitDisputes
    | RespectAward
    | CreateOrgan
    | SupportAdmission
    | AcceptDecisions
    | Supply
    | SanctionsDuty
    | Principle
    | Declaration
)

CLAUSES = (
    MutualAssistance,
    Guarantee,
    NonAggression,
    Consultation,
    Cession,
    Recognition,
    InviolabilityOfFrontiers,
    Plebiscite,
    SphereOfInterest,
    WaterwayRegime,
    SubmitDisputes,
    RespectAward,
    CreateOrgan,
    SupportAdmission,
    AcceptDecisions,
    Supply,
    SanctionsDuty,
    Principle,
    Declaration,
)

__all__ = [
    "CLAUSES",
    "AcceptDecisions",
    "AnyClause",
    "Cession",
    "Consultation",
    "CreateOrgan",
    "Declaration",
    "Guarantee",
    "InviolabilityOfFrontiers",
    "MutualAssistance",
    "NonAggression",
    "Plebiscite",
    "Principle",
    "Recognition",
    "RespectAward",
    "SanctionsDuty",
    "SphereOfInterest",
    "SubmitDisputes",
    "Supply",
    "SupportAdmission",
    "WaterwayRegime",
]
