"""How a scenario's powers, stakes and dates are named in one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import evolve as with_
from attrs import field, frozen

from engine.clauses import CreateOrgan
from engine.names import ArticleId, Lang, OrganId, Power, RegionId, ResolutionId, StakeId, TreatyId, TurnId
from engine.organ import Organ
from engine.resolution import Resolution
from engine.setting import Setting
from engine.texts.catalogue import knows, say
from engine.texts.grammar import Noun, Nouns, date, either, listed, neither, pick
from engine.treaty import Treaty

THE_COVENANT, THE_CHARTER = dt.date(1920, 1, 10), dt.date(1945, 10, 24)
"""When they entered into force."""


@frozen
class Speaker:
    """The voice of a language over a scenario's names (`engine.clauses.base.Voice`); an unknown key is said as it stands."""

    setting: Setting
    lang: Lang
    treaties: Mapping[TreatyId, Treaty] = field(factory=dict)
    """Those whose titles it knows."""
    resolutions: Mapping[ResolutionId, Resolution] = field(factory=dict)
    """Those whose titles it knows."""
    bilateral: bool = False
    """Whether the text that it says has two parties and admits no others."""

    parties: tuple[Power, ...] = ()
    """Its parties; empty where they are not known."""
    articles: tuple[ArticleId, ...] = ()
    """Its articles as they are numbered; empty where they are not known."""

    def is_party(self, power: Power) -> bool:
        """Whether a power is a party to the text, as far as the voice knows."""
        return not self.parties or power in self.parties

    def saying(self, parties: tuple[Power, ...], *, bilateral: bool, articles: tuple[ArticleId, ...] = ()) -> Speaker:
        """The same voice for a text of these parties, two or more, with its articles as they are numbered."""
        return with_(self, parties=parties, bilateral=bilateral, articles=articles)

    def figure(self, article: ArticleId, treaty: TreatyId | None) -> str:
        """The number of an article of another treaty, or of the text that is being said: `2`, `premier`; its key where it is not known."""
        other = self.treaties.get(treaty) if treaty is not None else None
        known = other.text.order if other is not None else self.articles if treaty is None else ()
        if article not in known:
            return article
        place = known.index(article) + 1
        return say(self.lang, "article.figure.first") if place == 1 else str(place)

    def treaty(self, treaty: TreatyId) -> str:
        """A treaty's title in quotation marks, its key where the voice does not know it."""
        known = self.treaties.get(treaty)
        return say(self.lang, "phrase.quoted", title=(pick(known.title, self.lang) if known else "") or treaty)

    def noun(self, power: Power) -> Noun:
        """The power as a slot of a sentence."""
        sheet = self.setting.powers.get(power)
        return Noun(self.lang, (pick(sheet.name, self.lang) if sheet else "") or power)

    def nouns(self, powers: tuple[Power, ...]) -> Nouns:
        """The powers as one slot of a sentence."""
        return Nouns(self.lang, tuple(self.noun(power) for power in powers))

    def in_order(self, powers: frozenset[Power]) -> tuple[Power, ...]:
        """The powers in the scenario's order, strangers last."""
        known = tuple(self.setting.powers)
        return tuple(p for p in known if p in powers) + tuple(sorted(powers - set(known)))

    def name(self, power: Power) -> str:
        """`the Soviet Union`, `l'URSS`."""
        return self.noun(power).text

    def short(self, power: Power) -> str:
        """Without article, for columns."""
        sheet = self.setting.powers.get(power)
        return (pick(sheet.short, self.lang) if sheet else "") or self.noun(power).short

    def of(self, power: Power) -> str:
        """`of France`, `du Royaume-Uni`."""
        return self.noun(power).of

    def to(self, power: Power) -> str:
        """`to France`, `aux États-Unis`."""
        return self.noun(power).to

    def names(self, powers: tuple[Power, ...]) -> str:
        """`France, Italy and Poland`, `la France, l'Italie et la Pologne`."""
        return str(self.nouns(powers))

    def of_all(self, powers: tuple[Power, ...]) -> str:
        """`of France and Italy`, `de la France et de l'Italie`."""
        return self.nouns(powers).of

    def to_all(self, powers: tuple[Power, ...]) -> str:
        """`to France and Italy`, `à la France et à l'Italie`."""
        return self.nouns(powers).to

    def a_power_of(self, region: RegionId) -> Noun:
        """`a European Power`, `une Puissance européenne`."""
        found = self.setting.regions.get(region)
        return Noun(self.lang, (pick(found.a_power, self.lang) if found else "") or region)

    def stake_noun(self, stake: StakeId) -> Noun:
        """The stake as a slot of a sentence."""
        sheet = self.setting.stakes.get(stake)
        return Noun(self.lang, (pick(sheet.name, self.lang) if sheet else "") or stake, place=True)

    def stake(self, stake: StakeId) -> str:
        """`Zone I`, `la zone I`."""
        return self.stake_noun(stake).text

    def of_stake(self, stake: StakeId) -> str:
        """`of Zone I`, `de la zone I`."""
        return self.stake_noun(stake).of

    def matter(self, word: str) -> str:
        """A matter or a body in words where the catalogue has some (`arms`, `league_council`), as it stands otherwise."""
        key = next((key for key in (f"matter.{word}", f"body.{word}") if knows(key)), None)
        if key is not None:
            return say(self.lang, key)
        return self.organ(OrganId(word)) if word in self.setting.councils or self._created(OrganId(word)) else word.replace("_", " ")

    def stake_nouns(self, stakes: tuple[StakeId, ...]) -> Nouns:
        """The stakes as one slot of a sentence."""
        return Nouns(self.lang, tuple(self.stake_noun(stake) for stake in stakes))

    def registry(self, concluded: dt.date | None) -> str:
        """With whom treaties are registered on that day, or at the opening (Covenant 18; Charter 102)."""
        day = concluded or next(iter(self.setting.days), THE_COVENANT)
        return "nobody" if day < THE_COVENANT else "league" if day < THE_CHARTER else "united_nations"

    def organ(self, organ: OrganId) -> str:
        """The organ's name; the last part of its key for one that was established in play."""
        sheet = self.setting.councils.get(organ)
        return (pick(sheet.name, self.lang) if sheet else "") or self._created(organ) or organ.rpartition(".")[2]

    def _created(self, organ: OrganId) -> str:
        """The name of an organ that an article of a treaty creates, where the voice knows that treaty."""
        treaty = self.treaties.get(TreatyId(organ.rpartition(".")[0]))
        clauses = (a.clause for a in treaty.text.articles if a.id == organ.rpartition(".")[2]) if treaty is not None else ()
        return next((self.named(clause.name).text for clause in clauses if isinstance(clause, CreateOrgan)), "")

    def named(self, name: Mapping[Lang, str]) -> Noun:
        """An organ by the name that a treaty gives it, in quotation marks unless it has an article of its own."""
        noun = Noun(self.lang, pick(name, self.lang))
        bare = noun.short == noun.text
        return Noun(self.lang, say(self.lang, "organ.named", name=noun.text)) if bare else noun

    def organ_noun(self, ident: OrganId, organ: Organ | None) -> Noun:
        """An organ as a slot of a sentence: by its name, be it the title of the resolution that established it."""
        if organ is not None and organ.instrument is not None:
            return self.named(organ.name)
        return Noun(self.lang, (pick(organ.name, self.lang) if organ is not None else "") or self.organ(ident))

    def date(self, turn: TurnId) -> str:
        """`1 October 1938`, `1er octobre 1938`."""
        found = self.setting.turns.get(turn)
        return date(self.lang, found.date) if found else turn

    def listed(self, items: tuple[str, ...]) -> str:
        """`a, b and c`."""
        return listed(self.lang, items)

    def either(self, items: tuple[str, ...]) -> str:
        """`a, b or c`."""
        return either(self.lang, items)

    def neither(self, items: tuple[str, ...]) -> str:
        """`a, b or c` after a `not`; in French `a, ni b, ni c`."""
        return neither(self.lang, items)
