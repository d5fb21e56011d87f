"""What is asked, of whom, and the answers: the question, the roll and the ballots."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import evolve, field, frozen

from engine.names import Power, SeatClass


class Ballot(StrEnum):
    """One vote. A member that is present and casts none has not participated; an absent one has no ballot."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    NOT_PARTICIPATING = "not_participating"


CASTABLE = (Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN)
"""What a power may answer when its name is called."""


class Matter(StrEnum):
    """The kind of question, on which the rule depends."""

    PROCEDURAL = "procedural"
    SUBSTANTIVE = "substantive"
    IMPORTANT = "important"
    """An important question of the General Assembly (Charter 18(2))."""
    DISPUTE = "dispute"
    """Terms of settlement between parties (Covenant 15(6), Charter Chapter VI and 52(3))."""
    REPORT = "report"
    """Publishing a report on a dispute, without the effect of a unanimous one (Covenant 15(4))."""
    BREACH = "breach"
    """A finding against a power: a breach, a gross violation."""
    ELECTION = "election"
    RE_ELECTION = "re_election"
    """Whether a member whose term ends may be elected again at once (League Council, 1926)."""
    ADMISSION = "admission"
    EXPULSION = "expulsion"
    WHETHER_PROCEDURAL = "whether_procedural"
    """The preliminary question whether another is procedural (San Francisco, 7 June 1945): the double veto."""
    WHETHER_IMPORTANT = "whether_important"
    """Whether another question is an important one (Charter 18(3))."""


class Interest(StrEnum):
    """How a question concerns a power that votes on it."""

    PARTY = "party"
    """A party to the dispute."""
    ACCUSED = "accused"
    """The power against which a finding or an expulsion is moved."""


@frozen(kw_only=True)
class Question:
    """What is put to the vote, as far as the count depends on it."""

    matter: Matter
    parties: frozenset[Power] = frozenset()
    accused: frozenset[Power] = frozenset()

    def concerned(self, interests: tuple[Interest, ...]) -> frozenset[Power]:
        """The powers that the question concerns in one of these ways."""
        found: frozenset[Power] = frozenset()
        for interest in interests:
            found |= self.parties if interest is Interest.PARTY else self.accused
        return found


@frozen(kw_only=True)
class Roll:
    """Who sits when a question is put: the context of a count."""

    members: tuple[Power, ...]
    """In the order in which they are called."""
    classes: Mapping[SeatClass, frozenset[Power]] = field(factory=dict)
    """`permanent`, `elected`, `council`, `guarantor`: whatever the body's rules name."""
    absent: frozenset[Power] = frozenset()
    awaited: frozenset[Power] = frozenset()
    """Present, and may still vote: while there are any, the vote is open."""

    def seating(self, guests: frozenset[Power]) -> Roll:
        """The roll with powers invited to sit as members for the question (Covenant 4(5), 17)."""
        return evolve(self, members=self.members + tuple(sorted(guests - frozenset(self.members))))

    def of_class(self, seat: SeatClass | None) -> frozenset[Power]:
        """The members of a class; all of them for None."""
        everybody = frozenset(self.members)
        return everybody if seat is None else self.classes.get(seat, frozenset()) & everybody
