"""The rules of law by name; each has its sentence in the catalogue under `rule.NAME`."""

from __future__ import annotations

from collections.abc import Mapping

from engine.names import SeatClass
from engine.voting.ballots import Interest
from engine.voting.rule import Agreement, Basis, Consensus, Requirement, Rule, Share, Veto, Votes

PERMANENT = SeatClass("permanent")
ELECTED = SeatClass("elected")
COUNCIL = SeatClass("council")
"""Members of the Assembly that sit on the Council too (Covenant 15(10))."""
GUARANTOR = SeatClass("guarantor")

_MAJORITY = Share(part=1, of=2, passed=True)
_TWO_THIRDS = Share(part=2, of=3)


def _rule(name: str, *requirements: Requirement, veto: Veto | None = None, excluded: str = "", bound: str = "") -> Rule:
    return Rule(
        name=name,
        requirements=requirements,
        veto=veto,
        excluded=tuple(Interest(word) for word in excluded.split()),
        bound_to_abstain=tuple(Interest(word) for word in bound.split()),
    )


_AGREED = Requirement(threshold=Agreement())
_NO_OBJECTION = Requirement(threshold=Consensus())

# The Covenant, as applied: Walters, A History of the League of Nations (1952); Riches, The Unanimity Rule (1933).
COVENANT_5_1 = _rule("covenant_5_1", _AGREED)
COVENANT_5_2 = _rule("covenant_5_2", Requirement(threshold=_MAJORITY))
COVENANT_1_2 = _rule("covenant_1_2", Requirement(threshold=_TWO_THIRDS))
COVENANT_15_4 = _rule("covenant_15_4", Requirement(threshold=_MAJORITY))
COVENANT_15_6 = _rule("covenant_15_6", _AGREED, excluded="party")
COVENANT_15_10 = _rule(
    "covenant_15_10",
    Requirement(threshold=Agreement(), among=COUNCIL),
    Requirement(threshold=_MAJORITY, among=COUNCIL, others=True),
    excluded="party",
)
COUNCIL_FINDING = _rule("council_finding", _AGREED, excluded="party accused")
"""Votes of the parties not counted: Ethiopia and Italy on 7 October 1935, France, Belgium and Germany on 19 March 1936."""

# Whether members that abstained or stayed away on 14 December 1939 had concurred: L. Gross, AJIL 39 (1945).
COVENANT_16_4 = _rule("covenant_16_4", _AGREED, excluded="accused")
COVENANT_16_4_PRESENT = _rule("covenant_16_4_present", Requirement(threshold=Agreement(), basis=Basis.PRESENT), excluded="accused")
COVENANT_16_4_SEATED = _rule("covenant_16_4_seated", Requirement(threshold=Agreement(), basis=Basis.MEMBERS), excluded="accused")

ASSEMBLY_ELECTION = _rule("assembly_election", Requirement(threshold=_MAJORITY))
ASSEMBLY_RE_ELIGIBILITY = _rule("assembly_re_eligibility", Requirement(threshold=_TWO_THIRDS))

# The Charter: Bailey and Daws, The Procedure of the UN Security Council. Seven of eleven seats, nine of fifteen since the Council of 1966.
CHARTER_27_2_OF_11 = _rule("charter_27_2_of_11", Requirement(threshold=Votes(7)))
CHARTER_27_2_OF_15 = _rule("charter_27_2_of_15", Requirement(threshold=Votes(9)))
CHARTER_27_3_OF_11 = _rule("charter_27_3_of_11", Requirement(threshold=Votes(7)), veto=Veto(by=PERMANENT))
CHARTER_27_3_OF_15 = _rule("charter_27_3_of_15", Requirement(threshold=Votes(9)), veto=Veto(by=PERMANENT))
CHARTER_VI_OF_11 = _rule("charter_vi_of_11", Requirement(threshold=Votes(7)), veto=Veto(by=PERMANENT), bound="party")
CHARTER_VI_OF_15 = _rule("charter_vi_of_15", Requirement(threshold=Votes(9)), veto=Veto(by=PERMANENT), bound="party")
CHARTER_27_3_ABSENCE = _rule("charter_27_3_absence", Requirement(threshold=Votes(7)), veto=Veto(by=PERMANENT, absence=True))
"""The Soviet contention of 1950: without an absent permanent member there are no concurring votes."""
CHARTER_27_3_LETTER = _rule("charter_27_3_letter", Requirement(threshold=Votes(7)), veto=Veto(by=PERMANENT, abstention=True, absence=True))
CHARTER_18_2 = _rule("charter_18_2", Requirement(threshold=_TWO_THIRDS))
CHARTER_18_3 = _rule("charter_18_3", Requirement(threshold=_MAJORITY))

AGREEMENT_OF_ALL = _rule("agreement_of_all", Requirement(threshold=Agreement(), basis=Basis.MEMBERS))
VCLT_9_2 = _rule("vclt_9_2", Requirement(threshold=_TWO_THIRDS))
COMMITTEE_AGREEMENT = _rule("committee_agreement", _AGREED)
CO_ORDINATION = _rule("co_ordination", _NO_OBJECTION)
CONSENSUS = _rule("consensus", _NO_OBJECTION)
CONSENSUS_OF_OTHERS = _rule("consensus_of_others", _NO_OBJECTION, excluded="party accused")
MAJORITY_OF_VOTES = _rule("majority_of_votes", Requirement(threshold=_MAJORITY))
TWO_THIRDS_OF_VOTES = _rule("two_thirds_of_votes", Requirement(threshold=_TWO_THIRDS))
CONSENSUS_MINUS_ONE = _rule("consensus_minus_one", _NO_OBJECTION, excluded="accused")
CONSENSUS_MINUS_TWO = _rule("consensus_minus_two", _NO_OBJECTION, excluded="party")
LOCARNO_AGREEMENT = _rule("locarno_agreement", _AGREED, excluded="accused")
LOCARNO_4_3 = _rule("locarno_4_3", Requirement(threshold=Agreement(), among=GUARANTOR), excluded="accused")

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        COVENANT_5_1,
        COVENANT_5_2,
        COVENANT_1_2,
        COVENANT_15_4,
        COVENANT_15_6,
        COVENANT_15_10,
        COUNCIL_FINDING,
        COVENANT_16_4,
        COVENANT_16_4_PRESENT,
        COVENANT_16_4_SEATED,
        ASSEMBLY_ELECTION,
        ASSEMBLY_RE_ELIGIBILITY,
        CHARTER_27_2_OF_11,
        CHARTER_27_2_OF_15,
        CHARTER_27_3_OF_11,
        CHARTER_27_3_OF_15,
        CHARTER_VI_OF_11,
        CHARTER_VI_OF_15,
        CHARTER_27_3_ABSENCE,
        CHARTER_27_3_LETTER,
        CHARTER_18_2,
        CHARTER_18_3,
        AGREEMENT_OF_ALL,
        VCLT_9_2,
        COMMITTEE_AGREEMENT,
        CO_ORDINATION,
        CONSENSUS,
        CONSENSUS_OF_OTHERS,
        MAJORITY_OF_VOTES,
        TWO_THIRDS_OF_VOTES,
        CONSENSUS_MINUS_ONE,
        CONSENSUS_MINUS_TWO,
        LOCARNO_AGREEMENT,
        LOCARNO_4_3,
    )
}
"""The register: a scenario may name any of them."""
