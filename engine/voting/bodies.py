"""The bodies of history as data: which rule decides which kind of question, and whom the result binds."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import evolve, field, frozen

from engine.clauses.base import Fault
from engine.names import BodyId, Lang, Power, SeatClass
from engine.voting import rules
from engine.voting.ballots import Ballot, Matter, Question, Roll
from engine.voting.count import can_carry, can_fail
from engine.voting.rule import Rule
from engine.voting.verdict import Verdict


class Effect(StrEnum):
    """Whom an adopted measure binds."""

    DECISION = "decision"
    """All members (Charter 25)."""
    RECOMMENDATION = "recommendation"
    """Nobody: each member answers for itself."""
    AGREEMENT = "agreement"
    """Those who agreed to it, by their vote or their signature, and nobody else."""
    DECLARATION = "declaration"
    """Those who declare that they will apply it, as far as they declare."""


@frozen(kw_only=True)
class Body:
    """An organ's voting procedure; who sits in it is the `Roll`."""

    id: BodyId
    rules: Mapping[Matter, Rule]
    effect: Effect
    classes: tuple[SeatClass, ...] = ()
    """The classes of seats that its rules tell apart."""
    readings: Mapping[str, Mapping[Matter, Rule]] = field(factory=dict)
    """Contested points of its law: the rules that hold instead if a reading is followed."""
    name: Mapping[Lang, str] = field(factory=dict)
    """An author's own name for it; without one the catalogue's `body.ID`."""

    def rule_for(self, matter: Matter) -> Rule:
        """The rule for a kind of question; what has none of its own is decided like the next more general kind."""
        general: Matter | None = matter
        while general is not None:
            if general in self.rules:
                return self.rules[general]
            general = _GENERAL.get(general)
        raise KeyError(matter)

    def read(self, reading: str) -> Body:
        """The body under one reading of a contested point; raises KeyError for a reading that it does not have."""
        return self.with_rules(self.readings[reading])

    def with_rules(self, changed: Mapping[Matter, Rule]) -> Body:
        """The body with other rules for some kinds of question."""
        return evolve(self, rules={**self.rules, **changed})

    def binds(self, verdict: Verdict, roll: Roll, effect: Effect | None = None) -> tuple[Power, ...]:
        """Whom an adopted measure binds at once, in the order of the roll; nobody if it was not carried."""
        if not verdict.carried:
            return ()
        match effect or self.effect:
            case Effect.DECISION:
                return roll.members
            case Effect.AGREEMENT:
                return tuple(p for p, ballot in verdict.ballots.items() if ballot is Ballot.FOR)
            case Effect.RECOMMENDATION | Effect.DECLARATION:
                return ()


_GENERAL: Mapping[Matter, Matter] = {
    Matter.PROCEDURAL: Matter.SUBSTANTIVE,
    Matter.IMPORTANT: Matter.SUBSTANTIVE,
    Matter.DISPUTE: Matter.SUBSTANTIVE,
    Matter.REPORT: Matter.DISPUTE,
    Matter.BREACH: Matter.SUBSTANTIVE,
    Matter.ELECTION: Matter.SUBSTANTIVE,
    Matter.RE_ELECTION: Matter.ELECTION,
    Matter.ADMISSION: Matter.SUBSTANTIVE,
    Matter.EXPULSION: Matter.SUBSTANTIVE,
    Matter.WHETHER_PROCEDURAL: Matter.PROCEDURAL,
    Matter.WHETHER_IMPORTANT: Matter.PROCEDURAL,
}


def body_faults(body: Body, roll: Roll) -> tuple[Fault, ...]:
    """What keeps a body from deciding as it sits: rules that these members can never carry or never defeat."""
    if not body.rules:
        return (Fault(code="body_without_rules", word=body.id),)
    faults: tuple[Fault, ...] = ()
    for matter, rule in body.rules.items():
        question = Question(matter=matter)
        if not can_carry(rule, question, roll):
            faults += (Fault(code="rule_never_carries_here", word=rule.name),)
        elif not can_fail(rule, question, roll):
            faults += (Fault(code="rule_never_fails_here", word=rule.name),)
    return faults


LEAGUE_COUNCIL = Body(
    id=BodyId("league_council"),
    effect=Effect.RECOMMENDATION,
    classes=(rules.PERMANENT, rules.ELECTED),
    rules={
        Matter.PROCEDURAL: rules.COVENANT_5_2,
        Matter.SUBSTANTIVE: rules.COVENANT_5_1,
        Matter.DISPUTE: rules.COVENANT_15_6,
        Matter.REPORT: rules.COVENANT_15_4,
        Matter.BREACH: rules.COUNCIL_FINDING,
        Matter.EXPULSION: rules.COVENANT_16_4,
    },
    readings={
        "expulsion_by_all_present": {Matter.EXPULSION: rules.COVENANT_16_4_PRESENT},
        "expulsion_by_all_seated": {Matter.EXPULSION: rules.COVENANT_16_4_SEATED},
    },
)

LEAGUE_ASSEMBLY = Body(
    id=BodyId("league_assembly"),
    effect=Effect.RECOMMENDATION,
    classes=(rules.COUNCIL,),
    rules={
        Matter.PROCEDURAL: rules.COVENANT_5_2,
        Matter.SUBSTANTIVE: rules.COVENANT_5_1,
        Matter.DISPUTE: rules.COVENANT_15_10,
        Matter.ADMISSION: rules.COVENANT_1_2,
        Matter.ELECTION: rules.ASSEMBLY_ELECTION,
        Matter.RE_ELECTION: rules.ASSEMBLY_RE_ELIGIBILITY,
    },
)

SECURITY_COUNCIL_OF_11 = Body(
    id=BodyId("security_council_of_11"),
    effect=Effect.DECISION,
    classes=(rules.PERMANENT, rules.ELECTED),
    rules={
        Matter.PROCEDURAL: rules.CHARTER_27_2_OF_11,
        Matter.SUBSTANTIVE: rules.CHARTER_27_3_OF_11,
        Matter.DISPUTE: rules.CHARTER_VI_OF_11,
        Matter.WHETHER_PROCEDURAL: rules.CHARTER_27_3_OF_11,
    },
    readings={
        "absence_blocks": {Matter.SUBSTANTIVE: rules.CHARTER_27_3_ABSENCE},
        "abstention_blocks": {Matter.SUBSTANTIVE: rules.CHARTER_27_3_LETTER},
        "chair_rules_on_procedure": {Matter.WHETHER_PROCEDURAL: rules.CHARTER_27_2_OF_11},
    },
)
"""1946 to 1965, and the Council of eleven that still sat after 31 August 1965."""

SECURITY_COUNCIL = Body(
    id=BodyId("security_council"),
    effect=Effect.DECISION,
    classes=(rules.PERMANENT, rules.ELECTED),
    rules={
        Matter.PROCEDURAL: rules.CHARTER_27_2_OF_15,
        Matter.SUBSTANTIVE: rules.CHARTER_27_3_OF_15,
        Matter.DISPUTE: rules.CHARTER_VI_OF_15,
        Matter.WHETHER_PROCEDURAL: rules.CHARTER_27_3_OF_15,
    },
    readings={
        "parties_vote": {Matter.DISPUTE: rules.CHARTER_27_3_OF_15},
        "chair_rules_on_procedure": {Matter.WHETHER_PROCEDURAL: rules.CHARTER_27_2_OF_15},
    },
)

GENERAL_ASSEMBLY = Body(
    id=BodyId("general_assembly"),
    effect=Effect.RECOMMENDATION,
    rules={
        Matter.PROCEDURAL: rules.CHARTER_18_3,
        Matter.SUBSTANTIVE: rules.CHARTER_18_3,
        Matter.IMPORTANT: rules.CHARTER_18_2,
        Matter.ADMISSION: rules.CHARTER_18_2,
        Matter.EXPULSION: rules.CHARTER_18_2,
        Matter.ELECTION: rules.CHARTER_18_2,
        Matter.WHETHER_IMPORTANT: rules.CHARTER_18_3,
    },
)

UNITING_FOR_PEACE = evolve(
    GENERAL_ASSEMBLY, id=BodyId("uniting_for_peace"), rules={**GENERAL_ASSEMBLY.rules, Matter.SUBSTANTIVE: rules.CHARTER_18_2}
)
"""An emergency special session (resolution 377 (V)): collective measures are important questions. The Council calls it by a procedural vote."""

CONFERENCE = Body(
    id=BodyId("conference"),
    effect=Effect.AGREEMENT,
    rules={Matter.SUBSTANTIVE: rules.AGREEMENT_OF_ALL},
)
"""By invitation (Stresa 1935, Munich 1938): who is at the table is itself the question."""

CO_ORDINATION_COMMITTEE = Body(
    id=BodyId("co_ordination_committee"),
    effect=Effect.DECLARATION,
    rules={Matter.SUBSTANTIVE: rules.CO_ORDINATION},
)

NON_INTERVENTION_COMMITTEE = Body(
    id=BodyId("non_intervention_committee"),
    effect=Effect.AGREEMENT,
    rules={Matter.SUBSTANTIVE: rules.COMMITTEE_AGREEMENT},
)

CSCE = Body(id=BodyId("csce"), effect=Effect.AGREEMENT, rules={Matter.SUBSTANTIVE: rules.CONSENSUS})

CSCE_SINCE_PRAGUE = evolve(
    CSCE,
    id=BodyId("csce_since_prague"),
    rules={**CSCE.rules, Matter.BREACH: rules.CONSENSUS_MINUS_ONE, Matter.DISPUTE: rules.CONSENSUS_MINUS_TWO},
)
"""Prague, 31 January 1992, paragraph 16; directed conciliation by the decision of Stockholm, December 1992."""

COLLECTIVE_SECURITY_COUNCIL = Body(
    id=BodyId("collective_security_council"),
    effect=Effect.AGREEMENT,
    rules={Matter.SUBSTANTIVE: rules.CONSENSUS},
)
"""Treaty of Tashkent 1992, Concept of 1995: consensus; who does not sign is not bound by what the others adopt."""

LOCARNO_POWERS = Body(
    id=BodyId("locarno_powers"),
    effect=Effect.AGREEMENT,
    classes=(rules.GUARANTOR,),
    rules={Matter.SUBSTANTIVE: rules.LOCARNO_AGREEMENT, Matter.BREACH: rules.LOCARNO_4_3},
)

TREATY_ORGAN = Body(
    id=BodyId("treaty_organ"),
    effect=Effect.RECOMMENDATION,
    rules={
        Matter.SUBSTANTIVE: rules.COMMITTEE_AGREEMENT,
        Matter.DISPUTE: rules.COUNCIL_FINDING,
        Matter.BREACH: rules.COUNCIL_FINDING,
    },
)
"""Created by an article of a treaty, which says how it decides; where one vote could bar all others, nobody is judge in its own cause
(PCIJ, advisory opinion of 21 November 1925, Series B No. 12)."""

BINDING_TREATY_ORGAN = evolve(TREATY_ORGAN, id=BodyId("binding_treaty_organ"), effect=Effect.DECISION)
"""One whose decisions its members have undertaken to carry out."""

BODIES: Mapping[BodyId, Body] = {
    body.id: body
    for body in (
        LEAGUE_COUNCIL,
        LEAGUE_ASSEMBLY,
        SECURITY_COUNCIL_OF_11,
        SECURITY_COUNCIL,
        GENERAL_ASSEMBLY,
        UNITING_FOR_PEACE,
        CONFERENCE,
        CO_ORDINATION_COMMITTEE,
        NON_INTERVENTION_COMMITTEE,
        CSCE,
        CSCE_SINCE_PRAGUE,
        COLLECTIVE_SECURITY_COUNCIL,
        LOCARNO_POWERS,
        TREATY_ORGAN,
        BINDING_TREATY_ORGAN,
    )
}
"""The register: a scenario names one of them, and may give it other rules."""


def security_council_seating(members: int) -> Body:
    """The Security Council by the number of its seats: the threshold follows the Council that sits, not the day of the amendment."""
    return SECURITY_COUNCIL_OF_11 if members <= 11 else SECURITY_COUNCIL
