"""The names that the conditions of one scenario may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from engine.clauses import AnyClause, CreateOrgan
from engine.conditions.vocabulary import ARTICLE, CREATED, EVENT, ORGAN, POWER, RESOLUTION, STAKE, TREATY
from engine.names import ArticleId, EventId, ResolutionId, TreatyId
from engine.setting import Each, Setting


@frozen(kw_only=True)
class Scope:
    """The names that a scenario's conditions may use."""

    powers: tuple[str, ...]
    turns: tuple[str, ...]
    tracks: tuple[str, ...]
    """Kept for the world."""
    power_tracks: tuple[str, ...]
    stakes: tuple[str, ...]
    treaties: tuple[str, ...]
    articles: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """By treaty, the names of its articles."""
    creating: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """Those among them that create an organ."""
    organs: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    events: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """With the choices of each, where they are known."""

    @classmethod
    def of(
        cls,
        setting: Setting,
        treaties: Mapping[TreatyId, Mapping[ArticleId, AnyClause]],
        events: Iterable[EventId] | Mapping[EventId, Iterable[str]] = (),
        resolutions: Iterable[ResolutionId] = (),
    ) -> Scope:
        """The names of a setting, and of the treaties and events of its plot, by treaty its articles."""
        choices = {str(e): tuple(c) for e, c in events.items()} if isinstance(events, Mapping) else {str(e): () for e in events}
        return cls(
            powers=tuple(setting.powers),
            turns=tuple(setting.turns),
            tracks=tuple(t for t, track in setting.tracks.items() if track.each is Each.WORLD),
            power_tracks=tuple(t for t, track in setting.tracks.items() if track.each is Each.POWER),
            stakes=tuple(setting.stakes),
            treaties=tuple(treaties),
            articles={str(treaty): tuple(articles) for treaty, articles in treaties.items()},
            creating={
                str(treaty): tuple(a for a, c in articles.items() if isinstance(c, CreateOrgan)) for treaty, articles in treaties.items()
            },
            organs=tuple(setting.councils),
            resolutions=tuple(resolutions),
            events=choices,
        )

    def properties(self, name: str) -> tuple[str, ...]:
        """What may stand after the dot behind a name; nothing for a name that has no properties."""
        if name in self.powers:
            return (*self.power_tracks, *POWER)
        for names, known in (
            (self.treaties, TREATY),
            (self.organs, ORGAN),
            (self.resolutions, RESOLUTION),
            (self.stakes, STAKE),
            (self.events, EVENT),
        ):
            if name in names:
                return tuple(known)
        return ()

    def article_properties(self, treaty: str, article: str) -> tuple[str, ...]:
        """What may stand behind one of a treaty's articles."""
        return (*ARTICLE, *(CREATED if article in self.creating.get(treaty, ()) else ()))

    def nouns(self) -> tuple[str, ...]:
        """Every name that has properties."""
        return (*self.powers, *self.treaties, *self.organs, *self.resolutions, *self.stakes, *self.events)
