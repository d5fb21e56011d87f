"""Voting by rule: who votes on what, how votes are counted, and why a question is carried or lost."""

from engine.voting.ballots import CASTABLE, Ballot, Interest, Matter, Question, Roll
from engine.voting.count import tally
from engine.voting.rule import Agreement, Basis, Consensus, FaultyRule, Requirement, Rule, Share, Threshold, Veto, Votes, rule_faults
from engine.voting.verdict import Cause, Numbers, Verdict

__all__ = [
    "CASTABLE",
    "Agreement",
    "Ballot",
    "Basis",
    "Cause",
    "Consensus",
    "FaultyRule",
    "Interest",
    "Matter",
    "Numbers",
    "Question",
    "Requirement",
    "Roll",
    "Rule",
    "Share",
    "Threshold",
    "Verdict",
    "Veto",
    "Votes",
    "rule_faults",
    "tally",
]
