"""The register of article kinds: a new kind is a file beside this one and its line in each of the two lists here."""

from typing import TypeAlias, get_args

from engine.clauses.admission import SupportAdmission as SupportAdmission
from engine.clauses.arms_ceiling import ArmsCeiling as ArmsCeiling
from engine.clauses.arms_equality import ArmsEquality as ArmsEquality
from engine.clauses.assistance import MutualAssistance as MutualAssistance
from engine.clauses.award import RespectAward as RespectAward
from engine.clauses.bases import Bases as Bases
from engine.clauses.cession import Cession as Cession
from engine.clauses.consultation import Consultation as Consultation
from engine.clauses.decisions import AcceptDecisions as AcceptDecisions
from engine.clauses.declaration import Declaration as Declaration
from engine.clauses.demilitarisation import Demilitarisation as Demilitarisation
from engine.clauses.forces_commitment import ForcesCommitment as ForcesCommitment
from engine.clauses.guarantee import Guarantee as Guarantee
from engine.clauses.inviolability import InviolabilityOfFrontiers as InviolabilityOfFrontiers
from engine.clauses.naval_patrol import NavalPatrol as NavalPatrol
from engine.clauses.neutrality import Neutrality as Neutrality
from engine.clauses.no_aid_to_aggressor import NoAidToAggressor as NoAidToAggressor
from engine.clauses.no_hostile_combination import NoHostileCombination as NoHostileCombination
from engine.clauses.no_separate_peace import NoSeparatePeace as NoSeparatePeace
from engine.clauses.non_aggression import NonAggression as NonAggression
from engine.clauses.non_interference import NonInterference as NonInterference
from engine.clauses.non_intervention import NonIntervention as NonIntervention
from engine.clauses.notification import Notification as Notification
from engine.clauses.offensive_cooperation import OffensiveCooperation as OffensiveCooperation
from engine.clauses.one_sided_assistance import OneSidedAssistance as OneSidedAssistance
from engine.clauses.organ import CreateOrgan as CreateOrgan
from engine.clauses.plebiscite import Plebiscite as Plebiscite
from engine.clauses.principle import Principle as Principle
from engine.clauses.recognition import Recognition as Recognition
from engine.clauses.sanctions import SanctionsDuty as SanctionsDuty
from engine.clauses.settlement import SubmitDisputes as SubmitDisputes
from engine.clauses.sphere_of_interest import SphereOfInterest as SphereOfInterest
from engine.clauses.staff_talks import StaffTalks as StaffTalks
from engine.clauses.supply import Supply as Supply
from engine.clauses.transit import Transit as Transit
from engine.clauses.waterway import WaterwayRegime as WaterwayRegime

AnyClause: TypeAlias = (
    MutualAssistance
    | OneSidedAssistance
    | Guarantee
    | OffensiveCooperation
    | NoSeparatePeace
    | NonAggression
    | Neutrality
    | NoAidToAggressor
    | NoHostileCombination
    | NonInterference
    | NonIntervention
    | Consultation
    | StaffTalks
    | Notification
    | ForcesCommitment
    | Transit
    | Bases
    | NavalPatrol
    | ArmsCeiling
    | Demilitarisation
    | ArmsEquality
    | Cession
    | SupportAdmission
    | RespectAward
    | AcceptDecisions
    | InviolabilityOfFrontiers
    | CreateOrgan
    | Plebiscite
    | Principle
    | Recognition
    | SanctionsDuty
    | SubmitDisputes
    | SphereOfInterest
    | Supply
    | WaterwayRegime
    | Declaration
)

CLAUSES: tuple[type[AnyClause], ...] = get_args(AnyClause)
"""Every kind, in the order in which menus show them."""
