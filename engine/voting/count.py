"""The count: ballots through a rule to a verdict that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import TypeAlias, assert_never

from attrs import evolve, frozen

from engine.names import Power
from engine.voting.ballots import Ballot, Question, Roll
from engine.voting.rule import Agreement, Basis, Consensus, Requirement, Rule, Share, Votes
from engine.voting.verdict import Cause, Numbers, Verdict

Cast: TypeAlias = Mapping[Power, Ballot]
"""The ballots of those present whose votes count, after exclusions and compulsory abstentions."""


def tally(rule: Rule, question: Question, ballots: Mapping[Power, Ballot], context: Roll) -> Verdict:
    """Count a vote by its rule, and say why it is carried or lost, who blocked, and what would have changed it.

    Pure: the order of `ballots` does not matter, and those of strangers and absentees are void. A member that is present without a
    ballot does not participate. While `context.awaited` names anybody the vote is open: the verdict is then the result if nobody
    else voted, with what is still needed and who could still block.
    """
    return _Count(rule, question, context).verdict(ballots)


@frozen
class _Judged:
    carried: bool
    cause: Cause
    numbers: tuple[Numbers, ...]
    blockers: tuple[Power, ...]


class _Count:
    """One rule applied to one question before one roll, for as many hypotheses about the ballots as an explanation needs."""

    def __init__(self, rule: Rule, question: Question, roll: Roll) -> None:
        self.rule, self.question, self.roll = rule, question, roll
        excluded, bound = question.concerned(rule.excluded), question.concerned(rule.bound_to_abstain)
        self.excluded = tuple(p for p in roll.members if p in excluded)
        self.bound = tuple(p for p in roll.members if p in bound - excluded)
        self.voters = tuple(p for p in roll.members if p not in excluded)
        """Members whose votes count, the absent among them."""
        self.free = tuple(p for p in self.voters if p not in bound)
        self.among = [self._members_of(requirement) for requirement in rule.requirements]
        self.vetoers = frozenset(self.free) & roll.of_class(rule.veto.by) if rule.veto else frozenset()

    def _members_of(self, requirement: Requirement) -> frozenset[Power]:
        named = self.roll.of_class(requirement.among)
        voters = frozenset(self.voters)
        return voters - named if requirement.others else voters & named

    # -- one hypothesis

    def cast(self, ballots: Mapping[Power, Ballot]) -> dict[Power, Ballot]:
        """What each voter that is present is taken to have done."""
        return {
            p: Ballot.ABSTAIN if p in self.bound else ballots.get(p, Ballot.NOT_PARTICIPATING)
            for p in self.voters
            if p not in self.roll.absent
        }

    def judge(self, cast: Cast) -> _Judged:
        """Requirements first, then the veto: votes that are not enough are not vetoed."""
        numbers = tuple(self._reckon(r, among, cast) for r, among in zip(self.rule.requirements, self.among, strict=True))
        unmet = next((place for place, n in enumerate(numbers) if not n.met), None)
        if unmet is not None:
            cause, blockers = self._unmet(self.rule.requirements[unmet], self.among[unmet], cast)
            return _Judged(False, cause, numbers, blockers)
        blockers = tuple(p for p in self.free if p in self.vetoers and self._vetoes(cast.get(p)))
        return _Judged(not blockers, Cause.VETOED if blockers else Cause.CARRIED, numbers, blockers)

    def _vetoes(self, ballot: Ballot | None) -> bool:
        veto = self.rule.veto
        assert veto is not None
        match ballot:
            case Ballot.FOR:
                return False
            case Ballot.AGAINST:
                return True
            case Ballot.ABSTAIN | Ballot.NOT_PARTICIPATING:
                return veto.abstention
            case None:
                return veto.absence
            case _:
                assert_never(ballot)

    def _weight(self, powers: Iterable[Power]) -> int:
        return sum(self.rule.weight(p) for p in powers)

    def _basis(self, basis: Basis, among: frozenset[Power], cast: Cast) -> tuple[Power, ...]:
        match basis:
            case Basis.MEMBERS:
                return tuple(p for p in self.voters if p in among)
            case Basis.PRESENT:
                return tuple(p for p in self.voters if p in among and p in cast)
            case Basis.PRESENT_AND_VOTING:
                return tuple(p for p in self.voters if p in among and cast.get(p) in (Ballot.FOR, Ballot.AGAINST))
            case _:
                assert_never(basis)

    def _reckon(self, requirement: Requirement, among: frozenset[Power], cast: Cast) -> Numbers:
        reckoned = self._basis(requirement.basis, among, cast)
        favour = self._weight(p for p in among if cast.get(p) is Ballot.FOR)
        basis = self._weight(reckoned)
        match requirement.threshold:
            case Votes(number=number):
                needed, met = number, favour >= number
            case Share(part=part, of=whole, passed=passed):
                least = part * basis // whole + 1 if passed else -(-part * basis // whole)
                needed = max(least, 1)
                met = favour >= needed
            case Agreement():
                needed = max(basis, 1)
                met = favour > 0 and all(cast.get(p) is Ballot.FOR for p in reckoned)
            case Consensus():
                needed = 0
                met = not any(cast.get(p) is Ballot.AGAINST for p in among)
            case _:
                assert_never(requirement.threshold)
        return Numbers(requirement=requirement, favour=favour, basis=basis, needed=needed, met=met)

    def _unmet(self, requirement: Requirement, among: frozenset[Power], cast: Cast) -> tuple[Cause, tuple[Power, ...]]:
        match requirement.threshold:
            case Consensus():
                return Cause.OBJECTION, tuple(p for p in self.voters if p in among and cast.get(p) is Ballot.AGAINST)
            case Agreement():
                reckoned = self._basis(requirement.basis, among, cast)
                withheld = tuple(p for p in reckoned if cast.get(p) is not Ballot.FOR)
                return (Cause.OPPOSED, withheld) if withheld else (Cause.SHORT, ())
            case Votes() | Share():
                return Cause.SHORT, ()
            case _:
                assert_never(requirement.threshold)

    def carries(self, cast: Cast) -> bool:
        """Whether these votes carry it."""
        return self.judge(cast).carried

    # -- the explanation

    def verdict(self, ballots: Mapping[Power, Ballot]) -> Verdict:
        """The result with all that explains it."""
        roll = self.roll
        cast = self.cast(ballots)
        judged = self.judge(cast)
        awaited = tuple(p for p in self.free if p in roll.awaited and p in cast and p not in ballots)
        verdict = Verdict(
            carried=judged.carried,
            cause=judged.cause,
            question=self.question,
            rule=self.rule,
            ballots=self._record(ballots, awaited),
            numbers=judged.numbers,
            blockers=judged.blockers,
            excluded=self.excluded,
            bound=self.bound,
            absent=tuple(p for p in roll.members if p in roll.absent),
            change=self._change(cast, judged),
            decisive=self._decisive(cast, judged.carried),
        )
        return self._open(verdict, cast, awaited) if awaited else verdict

    def _record(self, ballots: Mapping[Power, Ballot], awaited: tuple[Power, ...]) -> dict[Power, Ballot]:
        silent = {p: Ballot.NOT_PARTICIPATING for p in self.free if p not in awaited}
        return {p: found for p in self.roll.members if p not in self.roll.absent and (found := ballots.get(p) or silent.get(p))}

    def _open(self, verdict: Verdict, cast: Cast, awaited: tuple[Power, ...]) -> Verdict:
        best = {**cast, **dict.fromkeys(awaited, Ballot.FOR)}
        worst = {**cast, **dict.fromkeys(awaited, Ballot.AGAINST)}
        can_carry = self.carries(best)
        by_weight = sorted(awaited, key=lambda p: (not self._must_agree(p), -self.rule.weight(p)))
        needed = _fewest(by_weight, lambda first: self.carries({**cast, **dict.fromkeys(first, Ballot.FOR)})) if can_carry else None
        return evolve(
            verdict,
            awaited=awaited,
            still_needed=needed,
            could_block=tuple(p for p in awaited if can_carry and not self.carries({**best, p: Ballot.AGAINST})),
            settled=can_carry == self.carries(worst),
        )

    def _must_agree(self, power: Power) -> bool:
        """Whether nothing carries without this power's own vote in favour, as where abstention blocks."""
        everybody = dict.fromkeys(self.free, Ballot.FOR)
        return not self.carries(self.cast({**everybody, power: Ballot.ABSTAIN}))

    def _alike(self, power: Power, cast: Cast) -> tuple[object, ...]:
        """Powers that are alike in this have the same part in the result."""
        classes = tuple(power in among for among in self.among)
        return (cast.get(power) or "absent", self.rule.weight(power), power in self.vetoers, classes)

    def _decisive(self, cast: Cast, carried: bool) -> tuple[Power, ...]:
        contrary = Ballot.AGAINST if carried else Ballot.FOR
        alike = partial(self._alike, cast=cast)
        found: set[Power] = set()
        present = [p for p in self.free if p in cast]
        for _, group in groupby(sorted(present, key=lambda p: repr(alike(p))), key=alike):
            powers = tuple(group)
            if self.carries({**cast, powers[0]: contrary}) is not carried:
                found.update(powers)
        return tuple(p for p in self.free if p in found)

    def _change(self, cast: Cast, judged: _Judged) -> dict[Power, Ballot]:
        """Other votes that give the other result, none of them to spare; those who blocked change first, who is absent last."""
        contrary = Ballot.AGAINST if judged.carried else Ballot.FOR

        def order(power: Power) -> tuple[bool, bool, bool, int]:
            first = power in (self.vetoers if judged.carried else judged.blockers)
            return (power not in cast, not first, cast.get(power) not in (Ballot.FOR, Ballot.AGAINST), -self.rule.weight(power))

        candidates = sorted((p for p in self.free if cast.get(p) is not contrary), key=order)

        def turns(powers: Iterable[Power]) -> bool:
            return self.carries({**cast, **dict.fromkeys(powers, contrary)}) is not judged.carried

        least = _fewest(candidates, turns)
        if least is None:
            return {}
        changing = candidates[:least]
        for power in tuple(reversed(changing)):
            without = [p for p in changing if p != power]
            if turns(without):
                changing = without
        change = dict.fromkeys(changing, contrary)
        for power in changing:
            # An abstention where it suffices: that is the lesser step.
            milder = {**change, power: Ballot.ABSTAIN}
            steps = cast.get(power) in (Ballot.FOR, Ballot.AGAINST)
            if steps and self.carries({**cast, **milder}) is not judged.carried:
                change = milder
        return {p: change[p] for p in self.free if p in change}


def _fewest(ordered: list[Power], enough: Callable[[list[Power]], bool]) -> int | None:
    """The length of the shortest beginning of a list that is enough, longer ones being so too; None if the whole is not."""
    if not enough(ordered):
        return None
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(ordered[:middle]) else (middle + 1, high)
    return low


def can_carry(rule: Rule, question: Question, roll: Roll) -> bool:
    """Whether any votes of this roll would carry the question."""
    count = _Count(rule, question, roll)
    return count.carries(count.cast(dict.fromkeys(roll.members, Ballot.FOR)))


def can_fail(rule: Rule, question: Question, roll: Roll) -> bool:
    """Whether any votes of this roll would defeat the question."""
    count = _Count(rule, question, roll)
    return not count.carries(count.cast(dict.fromkeys(roll.members, Ballot.AGAINST)))
