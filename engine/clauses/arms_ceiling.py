"""Ceiling on a class of arms, as a number or as a share of what another power has."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Fault, Voice, World
from engine.clauses.faults import circle_faults, power_faults, signing_faults
from engine.clauses.mutual import of_parties_words, pairs_from
from engine.clauses.naming import parties_in_short, parties_named
from engine.duties import Duty, Refrain
from engine.happenings import Arms as Arms  # noqa: PLC0414 - the article is where others look for them
from engine.happenings import Deed
from engine.names import Power
from engine.texts.catalogue import say


def share_of(arms: Arms) -> str:
    """The matter of a limit that is per cent of what another power has of a class."""
    return f"{arms.value}_share"


@frozen(kw_only=True)
class ArmsCeiling(Clause):
    """The powers named keep no more of a class of arms than agreed.

    Divisions are counted as readiness puts them under arms, the other classes as they are built, where the scenario has them built;
    where it has not, only an open word ends their limit.
    """

    tag: ClassVar[str] = "arms_ceiling"
    atop: ClassVar[str | None] = None

    arms: Arms
    """What is counted."""
    ceiling: int
    """The most that each may have: a number, or per cent where it is a share."""
    share_of: Power | None = None
    """The power of whose arms of that class the ceiling is a percentage."""
    limited: tuple[Power, ...] = ()
    """Whose arms are limited; empty is those of all the parties."""

    def duties(self, parties: frozenset[Power], world: World) -> tuple[Duty, ...]:
        """Each of them owes it to each other party not to go beyond."""
        matter = self.arms.value if self.share_of is None else share_of(self.arms)
        return tuple(
            Refrain(
                debtor=debtor, creditor=creditor, deeds=frozenset({Deed.ARM}), toward=self.share_of, matter=matter, ceiling=self.ceiling
            )
            for debtor, creditor in pairs_from(self.limited, parties)
        )

    def own_faults(self, negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
        """Strangers, a limit for those who do not sign or below nothing, and a power measured by itself."""
        faults = signing_faults(self.limited, negotiators, world) + circle_faults((), negotiators, world)
        if self.ceiling < 0:
            faults += (Fault(code="ceiling_below_nothing", word=str(self.ceiling)),)
        if self.share_of is not None:
            faults += power_faults((self.share_of,), world)
            if self.share_of in (self.limited or negotiators):
                faults += (Fault(code="measured_by_itself", word=self.share_of),)
        return faults

    def own_prose(self, voice: Voice) -> str:
        """Whose arms, of what class, are held within what number."""
        lang = voice.lang
        if self._none():
            return say(lang, "prose.arms_none", limited=parties_named(voice, self.limited), none=say(lang, f"arms.none.{self.arms.value}"))
        return say(
            lang,
            "prose.arms_ceiling" if self.share_of is None else "prose.arms_ceiling.share",
            measure=say(lang, f"arms.measure.{self.arms.value}"),
            of_limited=of_parties_words(self.limited, voice),
            limit=self._limit(voice, "prose"),
            **({} if len(self.limited) == 1 else {"of_each": say(lang, f"prose.arms_each{'.named' if self.limited else ''}")}),
        )

    def own_gist(self, voice: Voice) -> str:
        """How many of what for whom."""
        lang, limited = voice.lang, parties_in_short(voice, self.limited)
        if self._none():
            return say(lang, "gist.arms_none", limited=limited, none=say(lang, f"arms.none.{self.arms.value}"))
        each = "" if len(self.limited) == 1 else say(lang, "gist.arms_each")
        return say(lang, "gist.arms_ceiling", limited=limited, limit=self._limit(voice, "gist"), each=each)

    def _none(self) -> bool:
        return self.ceiling == 0 and self.share_of is None

    def _limit(self, voice: Voice, book: str) -> str:
        if self.share_of is None:
            return say(voice.lang, f"arms.{'figure.' if book == 'prose' else ''}{self.arms.value}", n=self.ceiling)
        arms = say(voice.lang, f"matter.{self.arms.value}")
        return say(voice.lang, f"{book}.arms_share", n=self.ceiling, arms=arms, other=voice.name(self.share_of))
