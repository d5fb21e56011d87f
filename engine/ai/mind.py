"""One power thinking once: what is open to it, what it remembers, what it has decided and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from engine.ai.value import Scales, Worth
from engine.chance import draw
from engine.commands import PowerCommand, Send
from engine.conditions import holds
from engine.domains import OneOf, Option
from engine.messages import Attitude, Phrase, Regarding
from engine.names import ArticleId, Power, TreatyId
from engine.options import options
from engine.profile import Deed, Profile, Rule
from engine.state import State
from engine.treaty import Treaty, Version

D = TypeVar("D", bound=Deed)

VARIANTS = 6
"""The catalogue has two or three ways of each phrase, and takes the remainder: so all come up alike."""


@frozen(kw_only=True)
class Because:
    """Why an act was chosen: a code, the text and the article that decided, and the sums behind it; for the facilitator."""

    act: PowerCommand
    code: str
    treaty: TreatyId | None = None
    article: ArticleId | None = None
    worth: Worth | None = None


@frozen(kw_only=True)
class Decision:
    """What a power does, in order, what it keeps in mind, and why."""

    acts: tuple[PowerCommand, ...]
    memory: Mapping[str, int]
    reasons: tuple[Because, ...] = ()


class Mind:
    """Collects acts that are open to a power; nothing leaves it that its options do not admit."""

    def __init__(self, view: State, power: Power, profile: Profile, memory: Mapping[str, int], seed: int) -> None:
        self.view, self.power, self.profile, self.seed = view, power, profile, seed
        self.memory = dict(memory)
        self.acts: list[PowerCommand] = []
        self.reasons: list[Because] = []
        self.open = options(view, power)
        self.scales = Scales(view, power, profile, seed)

    def admits(self, command: PowerCommand) -> bool:
        """Whether the act is open."""
        return any(option.admits(command) for option in self.open)

    def do(
        self,
        command: PowerCommand,
        code: str = "",
        treaty: TreatyId | None = None,
        article: ArticleId | None = None,
        worth: Worth | None = None,
    ) -> bool:
        """Do it if it is open and not already chosen, and note why."""
        if command in self.acts or not self.admits(command):
            return False
        self.acts.append(command)
        self.reasons.append(Because(act=command, code=code, treaty=treaty, article=article, worth=worth))
        return True

    def verb(self, verb: type[PowerCommand]) -> Iterator[Option]:
        """The open acts of a kind."""
        return (option for option in self.open if option.verb is verb)

    def treaties(self, verb: type[PowerCommand]) -> Iterator[Treaty]:
        """The treaties on which an act of this kind is open."""
        for option in self.verb(verb):
            domain = option.domains["treaty"]
            if isinstance(domain, OneOf):
                yield from (self.view.treaties[ident] for ident in domain.values)

    def now(self, key: str) -> str:
        """A key that is forgotten when the turn is over."""
        return f"{key}@{self.view.turn}"

    def once(self, key: str) -> bool:
        """Whether this is the first time; from now on it is not."""
        if key in self.memory:
            return False
        self.memory[key] = 1
        return True

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """The author's rules that hold now, the weightiest first."""
        ranked = sorted(self.profile.script.items(), key=lambda item: (-item[1].priority, item[0]))
        return ((name, rule) for name, rule in ranked if holds(self.view, rule.when))

    def wants(self, deed: type[D]) -> Iterator[D]:
        """What the rules that hold now say of this kind of deed."""
        return (d for _, rule in self.rules() for d in rule.then if isinstance(d, deed))

    def leeway(self) -> int:
        """The points below its own walk-away at which a rule of the script is still followed; the rail from 0 to 100."""
        rail = max(0, min(100, self.profile.rail))
        return 10**6 if rail == 100 else 2 * rail * rail // (100 - rail)

    def variant(self, occasion: str) -> int:
        """Which of several wordings."""
        return draw(self.seed, f"say|{self.power}|{self.view.turn}|{occasion}", VARIANTS)

    def say(
        self,
        to: frozenset[Power],
        code: str,
        treaty: Treaty | None = None,
        version: Version | None = None,
        article: ArticleId | None = None,
        attitude: Attitude | None = None,
        powers: tuple[Power, ...] = (),
        worth: Worth | None = None,
    ) -> bool:
        """Send a phrase, with the text and the article that it speaks of."""
        to -= {self.power}
        if not to:
            return False
        ident = treaty.id if treaty is not None else None
        variant = self.variant(f"{code}|{ident}|{version.number if version is not None else 0}|{','.join(sorted(to))}")
        phrase = Phrase(code=code, powers=powers, treaty=ident, article=article, variant=variant)
        regarding = None
        if treaty is not None and version is not None:
            cited = article if any(a.id == article for a in version.articles) else None
            regarding = Regarding(treaty=treaty.id, version=version.number, article=cited, attitude=attitude)
        return self.do(Send(to=to, phrase=phrase, regarding=regarding), code, ident, article, worth)
