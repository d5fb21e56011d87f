"""Which promises of aid a war calls for: those whose case the attack itself is, and those to allies who enter the war for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from attrs import frozen

from engine.access import opens
from engine.duties import ARMED, Allow, Assist, Automaticity, Consult, Trigger
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.obligations import Obligation, is_denied, known_to
from engine.operation import counts_before_organs
from engine.phase import Phase
from engine.state import State

Sides: TypeAlias = tuple[frozenset[Power], frozenset[Power]]
"""Those at the victim's side, and those at the attacker's; a promise on which side it is owed says by `in_attack`, the index."""


@frozen(kw_only=True)
class Case:
    """An attack as the articles see it."""

    attacker: Power
    target: Power
    over: frozenset[StakeId] = frozenset()
    """The stakes attacked, where that is all that is attacked; empty is the country."""
    provoked: bool = False
    """The target had itself used force first: what answers only an unprovoked attack does not answer this one."""
    opened_by: Power | None = None
    """Who opened the war of which this attack is a part, where that is not the attacker."""
    besides: frozenset[Power] = frozenset()
    """Those who wage a war of their own upon the target already: an attack by several together may be theirs and this one."""
    entering: bool = False
    """The attacker goes to war upon one that wages war upon another: it enters that war, and opens none."""
    waging: frozenset[tuple[Power, Power]] = frozenset()
    """(who, upon whom) of the wars that are on."""

    @property
    def principals(self) -> tuple[Power, Power]:
        """The victim and the attacker, each first on its side."""
        return self.target, self.attacker


WHATEVER_THE_ORIGIN = (Trigger.ANY_ATTACK, Trigger.ANY_WAR)
"""The cases that do not ask who used force first."""


def answers(duty: Assist, case: Case, state: State) -> bool:
    """Whether the attack is by itself the case that the duty names, whoever may join it; one owed under threat is owed all the more when
    the threat is carried out."""
    foe = case.principals[not duty.in_attack]
    return (not duty.against or foe in duty.against) and not duty.together and _may_answer(duty, case, state)


def _may_answer(duty: Assist, case: Case, state: State) -> bool:
    """Whether the attack is the case that the duty names, whoever it must come from."""
    aided, foe = (case.attacker, case.target) if duty.in_attack else (case.target, case.attacker)
    if duty.creditor != aided or duty.debtor == foe or foe in duty.save:
        return False
    if duty.observance is not None:
        # Owed over a breach, once it is called for (`engine.guarantees`).
        return False
    if duty.trigger not in WHATEVER_THE_ORIGIN and case.provoked and not duty.in_attack:
        return False
    return _reaches(duty, case, state)


def _reaches(duty: Assist, case: Case, state: State) -> bool:
    """Whether the war is over what the duty covers: an attack on a country falls upon every stake that it holds."""
    if case.over and case.over <= duty.outside:
        return False
    held = case.target if duty.trigger is Trigger.ANY_WAR else duty.creditor
    return not duty.over or _falls_upon(duty.over | duty.vital, case, held, state)


def _falls_upon(stakes: frozenset[StakeId], case: Case, held: Power, state: State) -> bool:
    """Whether an attack falls upon one of these stakes: those that it is over, else all that are held by a power."""
    return not stakes.isdisjoint(case.over or frozenset(stake for stake, holder in state.holders.items() if holder == held))


def _is_resisted(duty: Assist, case: Case, state: State) -> bool:
    """Whether the attack falls upon what the creditor holds vital, in another's hands, so that the duty answers its going to war over it."""
    if case.provoked and duty.trigger not in WHATEVER_THE_ORIGIN:
        return False
    return _falls_upon(duty.vital, case, case.target, state)


@frozen(kw_only=True)
class Promise:
    """A promise of aid that the war calls for, or would call for if others entered it."""

    owed: Obligation
    duty: Assist
    in_attack: bool
    """Owed at the attacker's side."""
    ally: Power | None = None
    """Whose entry into the war calls for it; None where the attack itself does."""
    against: frozenset[Power] = frozenset()
    """Called for only once one of these stands on the other side; empty is at once."""

    def is_called(self, case: Case, sides: Sides) -> bool:
        """Whether the war calls for it while these stand on either side."""
        if self.ally is not None and self.ally not in sides[self.in_attack]:
            return False
        foes = sides[not self.in_attack] | {case.principals[not self.in_attack]}
        if self.duty.together:
            return self._is_meant_by(foes, frozenset() if self.in_attack else case.besides)
        return not self.against or not self.against.isdisjoint(foes)

    def _is_meant_by(self, foes: frozenset[Power], besides: frozenset[Power]) -> bool:
        """Whether two of them fight together, one against whom it runs and one that is meant to be with it; one at least in this war."""
        # Whose own entry would make it several owes nothing against itself.
        foes -= {self.duty.debtor}
        every, others = foes | (besides - {self.duty.debtor}), self.duty.together_with
        pairs = ((foe, other) for foe in every - self.duty.save for other in every if foe != other and {foe, other} & foes)
        return any((not self.against or foe in self.against) and (not others or other in others) for foe, other in pairs)


def _promises(known: Iterable[Obligation], case: Case, state: State) -> Iterator[Promise]:
    """The promises that the attack may call for, by itself or through what others do.

    Whoever joins an attack attacks as well. Aid in any war is owed to an ally that enters the war, at whichever side, but not to the
    one that has opened it: that would be offensive cooperation.
    """
    openers = {case.target, case.opened_by} if case.entering else {case.target, case.attacker, case.opened_by}
    for owed in known:
        duty = owed.duty
        if not isinstance(duty, Assist) or is_owed_to_a_foe(state, duty):
            continue
        if _may_answer(duty, case, state):
            if duty.in_attack and not answers(duty, case, state):
                continue
            yield Promise(owed=owed, duty=duty, in_attack=duty.in_attack, against=duty.against)
        elif duty.vital and _is_resisted(duty, case, state):
            if duty.creditor not in openers and duty.debtor not in case.principals and case.attacker not in duty.save:
                yield Promise(owed=owed, duty=duty, in_attack=False, ally=duty.creditor, against=duty.against)
        elif duty.trigger is Trigger.ANY_WAR and not duty.in_attack and duty.creditor not in openers and _reaches(duty, case, state):
            for in_attack in (True,) if duty.creditor == case.attacker else (False, True):
                if duty.debtor not in case.principals and case.principals[not in_attack] not in duty.save:
                    yield Promise(owed=owed, duty=duty, in_attack=in_attack, ally=duty.creditor, against=duty.against)


def is_owed_to_a_foe(state: State, duty: Assist) -> bool:
    """Whether the two are at war with each other: nobody comes to the aid of the power against which it fights."""
    return bool(state.wars) and duty.creditor in state.at_war(duty.debtor)


@frozen(kw_only=True)
class Docket:
    """What a war may call for, with all that is needed to say whether it does."""

    state: State
    case: Case
    promises: tuple[Promise, ...]
    passage: frozenset[tuple[Power, Power]]
    """(through, to) of every right of transit that holds now at the victim's side against this attacker."""

    def is_bare(self, promise: Promise) -> bool:
        """Whether arms are owed without anybody's further word."""
        return promise.duty.extent in ARMED and self.needs_no_word(promise)

    def needs_no_word(self, promise: Promise) -> bool:
        """Whether nobody has still to judge, consult or recommend; no organ speaks of a treaty that does not count before it."""
        duty, case, state = promise.duty, self.case, self.state
        match duty.automaticity:
            case Automaticity.AUTOMATIC:
                return True
            case Automaticity.UPON_RECOMMENDATION:
                return state.recommended(case.attacker, case.target, duty.debtor) and counts_before_organs(state, promise.owed.treaty)
            case Automaticity.AFTER_CONSULTATION:
                foe = case.principals[not promise.in_attack]
                return _has_consulted(state, promise.owed, duty, foe) or _have_conferred(state, promise.owed, foe)
            case Automaticity.AS_EACH_JUDGES:
                return False
            case _:
                assert_never(duty.automaticity)

    def closed(self, promise: Promise) -> tuple[Power, ...]:
        """The powers that have not granted the passage for which the promise waits."""
        duty = promise.duty
        return tuple(sorted(through for through in duty.with_transit_through if (through, duty.debtor) not in self.passage))

    def is_ready(self, promise: Promise) -> bool:
        """Whether it waits for nothing but what others do in the war."""
        return self.is_bare(promise) and not self.closed(promise)

    def waits_for(self, promise: Promise, sides: Sides) -> tuple[Power, ...]:
        """The powers that are to help as well, and have not entered the war at that side."""
        duty = promise.duty
        wanted = set(duty.jointly_with) - {duty.debtor}
        if duty.only_if_assisted_by is not None:
            wanted.add(duty.only_if_assisted_by)
        return tuple(sorted(wanted - sides[promise.in_attack]))

    def bound(self, entered: Sides) -> Sides:
        """Those who are on either side, with those bound to come in because of them: the least fixed point."""
        return self._closure(entered, [promise for promise in self.promises if self.is_ready(promise)], waiting=True)

    def possible(self, entered: Sides, without: Power | None = None) -> Sides:
        """Those who are on either side, with those whom promises of arms may yet bring there, whatever these wait for; `without` is one
        whose own entry is left out of account."""
        armed = [promise for promise in self.promises if promise.duty.extent in ARMED and promise.duty.debtor != without]
        return self._closure(entered, armed, waiting=False)

    def _closure(self, entered: Sides, promises: Iterable[Promise], *, waiting: bool) -> Sides:
        sides, left = entered, list(promises)
        while True:
            met = [p.is_called(self.case, sides) and not (waiting and self.waits_for(p, sides)) for p in left]
            if not any(met):
                return sides
            called = [promise for promise, is_met in zip(left, met, strict=True) if is_met]
            left = [promise for promise, is_met in zip(left, met, strict=True) if not is_met]
            aiding, attacking = (frozenset(p.duty.debtor for p in called if p.in_attack is side) for side in (False, True))
            sides = sides[0] | aiding, sides[1] | attacking

    def reasons(self, sides: Sides) -> Mapping[tuple[Power, bool], Promise | None]:
        """By (power, at the attacker's side): the promise that binds each of those who have entered to do so; None where none does.

        Each rests on the attack itself, or on the entry of one that stands before it.
        """
        met = [p for p in self.promises if self.is_ready(p) and p.is_called(self.case, sides) and not self.waits_for(p, sides)]
        found: dict[tuple[Power, bool], Promise | None] = {}
        left = [(power, side) for side in (False, True) for power in sorted(sides[side])]
        while left:
            new = {
                (p.duty.debtor, p.in_attack): p
                for p in reversed(met)
                if (p.duty.debtor, p.in_attack) in left and (p.ally is None or (p.ally, p.in_attack) in found)
            }
            # Whoever is there though nothing else has brought it has come of its own will.
            willing = [key for key in left if not any((p.duty.debtor, p.in_attack) == key for p in met)]
            found |= new or dict.fromkeys(willing or left[:1])
            left = [key for key in left if key not in found]
        return found


def docket(state: State, case: Case, known: Iterable[Obligation]) -> Docket:
    """What a war may call for, of the obligations known."""
    side, foes = frozenset({case.target}), frozenset({case.attacker})
    granted = (o.duty for o in known if isinstance(o.duty, Allow) and o.duty.deed is Deed.CROSS and not is_denied(state, o))
    passage = frozenset((duty.debtor, duty.creditor) for duty in granted if opens(state, duty, side, foes))
    return Docket(state=state, case=case, promises=tuple(_promises(known, case, state)), passage=passage)


def in_the_war(state: State, case: Case) -> Sides:
    """Those who fight at either side in a war that goes on between the two."""
    found: tuple[set[Power], set[Power]] = (set(), set())
    for war in state.wars:
        if (war.attackers[0], war.defenders[0]) == (case.attacker, case.target):
            for entered, side, foes in ((found[0], war.defenders, war.attackers), (found[1], war.attackers, war.defenders)):
                entered.update(p for p in side[1:] if any(state.is_fought(war, p, foe) for foe in foes))
    return frozenset(found[0]), frozenset(found[1])


def _has_consulted(state: State, owed: Obligation, duty: Assist, foe: Power) -> bool:
    """Whether the debtor has consulted the creditor over a danger from that foe, in this turn or the last, before all who read the promise:
    else what it owes would betray a consultation held in secret."""
    return any(
        line.kept
        and isinstance(line.duty, Consult)
        and (line.debtor, line.creditor) == (duty.debtor, duty.creditor)
        and (not line.duty.against or foe in line.duty.against)
        and line.turn >= state.turn - 1
        and (line.known_to is None or ((readers := known_to(state, owed)) is not None and readers <= line.known_to))
        for line in state.record
    )


def _have_conferred(state: State, owed: Obligation, foe: Power) -> bool:
    """Whether the debtor and the creditor have sat at a conference of those concerned alone, in this turn or the last; all see who sits."""
    text = state.treaties.get(owed.treaty)
    two = frozenset({owed.debtor, owed.creditor})
    concerned = (two if text is None else text.parties | two) - {foe}
    met = (organ for organ in state.organs.values() if organ.call is not None and two <= organ.seats.keys() <= concerned)
    return any(
        organ.call is not None and (organ.call.turn == state.turn - 1 or (organ.call.turn == state.turn and state.phase is not Phase.TALKS))
        for organ in met
    )
